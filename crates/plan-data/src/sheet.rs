//! A table as a CSV file that spreadsheet programs open right: UTF-8 with a byte order mark, and no cell that they would
//! take for a formula.

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
    let header = header.iter().cloned().map(Field::Text).collect();
    let mut file = String::from('\u{FEFF}');
    for row in std::iter::once(&header).chain(rows) {
        let start = file.len();
        for (at, field) in row.iter().enumerate() {
            if at > 0 {
                file.push(',');
            }
            push_quoted(&mut file, &field.cell());
        }
        // A line without anything is none.
        if file.len() == start {
            file.push_str("\"\"");
        }
        file.push_str("\r\n");
    }
    file
}

/// A cell, in quotes where something in it would end it.
fn push_quoted(file: &mut String, cell: &str) {
    if !cell.contains([',', '"', '\r', '\n']) {
        file.push_str(cell);
        return;
    }
    file.push('"');
    for character in cell.chars() {
        if character == '"' {
            file.push('"');
        }
        file.push(character);
    }
    file.push('"');
}

#[cfg(test)]
mod tests {
    use csv::{Terminator, WriterBuilder};
    use proptest::collection::vec;
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn is_what_the_crate_for_csv_files_writes(rows in vec(vec("[a魏 ,\"\r\n']{0,4}", 0..4), 1..5)) {
            let mut writer =
                WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row.iter().map(|cell| text(cell).cell())).unwrap();
            }
            let expected = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let (header, rows) = rows.split_first().unwrap();
            let rows: Vec<Vec<Field>> = rows.iter().map(|row| row.iter().map(|cell| text(cell)).collect()).collect();
            prop_assert_eq!(csv_file(header, &rows), format!("\u{FEFF}{expected}"));
        }
    }
}
