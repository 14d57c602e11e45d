//! A table as a CSV file that spreadsheet programs open right: UTF-8 with a byte order mark, and no cell that they would
//! take for a formula.

use csv::{Terminator, WriterBuilder};

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A number in the notation of [`Decimal`](crate::Decimal).
    Number(String),
    /// Anything else.
    Text(String),
}

impl Field {
    /// What is written.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Number(text) | Self::Text(text) => text,
        }
    }

    /// What is written into the file: text that a spreadsheet would run as a formula begins with an apostrophe, as OWASP
    /// advises against CSV injection.
    fn cell(&self) -> String {
        match self {
            Self::Text(text)
                if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) =>
            {
                format!("'{text}")
            }
            other => other.as_str().to_owned(),
        }
    }
}

/// The file, its header first. Lines end as spreadsheet programs write them.
pub fn csv_file(header: &[String], rows: &[Vec<Field>]) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
    let header = header.iter().cloned().map(Field::Text).collect();
    for row in std::iter::once(&header).chain(rows) {
        // Writing to memory does not fail.
        let _ = writer.write_record(row.iter().map(Field::cell));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{FEFF}{}", String::from_utf8_lossy(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Field {
        Field::Text(text.to_owned())
    }

    #[test]
    fn a_file_for_spreadsheets() {
        let header = ["指标".to_owned(), "数值".to_owned()];
        let rows =
            [vec![text("a, \"b\""), Field::Number("-1.9".to_owned())], vec![text("两\n行"), text("—")]];
        assert_eq!(
            csv_file(&header, &rows),
            "\u{FEFF}指标,数值\r\n\"a, \"\"b\"\"\",-1.9\r\n\"两\n行\",—\r\n"
        );
    }

    #[test]
    fn no_text_becomes_a_formula_and_numbers_stay_numbers() {
        for formula in ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"] {
            let file = csv_file(&["x".to_owned()], &[vec![text(formula)]]);
            assert!(file.contains(&format!("'{formula}")), "{file:?}");
        }
        assert!(
            csv_file(&["x".to_owned()], &[vec![Field::Number("-0.8".to_owned())]]).ends_with("\r\n-0.8\r\n")
        );
    }
}
