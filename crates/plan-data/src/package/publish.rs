//! A package as it is written: to be given along as a Data Package with tables under their own names, or as the sheets of a
//! workbook. Cells are those of the files, to the character.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::report::{Fact, IN_ENGLISH};
use super::{Package, infer};

/// A row of what a package says of its report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowText {
    id: &'static str,
    chinese: &'static str,
    zh: String,
    en: Option<String>,
}

impl From<Fact> for RowText {
    fn from(Fact { id, chinese, zh, en }: Fact) -> Self {
        Self { id, chinese, zh, en }
    }
}

impl RowText {
    /// Its rows in a file that describes the report: the key in Chinese, and what it is; then the same in English.
    pub fn rows(&self) -> impl Iterator<Item = [String; 2]> {
        let english = self.en.clone().map(|en| [format!("{}{}", self.chinese, IN_ENGLISH[0]), en]);
        std::iter::once([self.chinese.to_owned(), self.zh.clone()]).chain(english)
    }

    /// The value that a descriptor has of it.
    fn value(&self) -> Value {
        match &self.en {
            Some(en) => serde_json::json!({ "zh": self.zh, "en": en }),
            None if self.id.ends_with("_year") => {
                self.zh.parse::<u16>().map_or_else(|_| self.zh.clone().into(), Value::from)
            }
            None => self.zh.clone().into(),
        }
    }
}

/// A column of a [`TableText`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnText {
    /// Its id; of one that is kept as it is, its head.
    pub id: String,
    /// Its head as printed.
    pub head: String,
    /// Its usual head in Chinese; `None` for one that only a descriptor can have.
    pub chinese: Option<String>,
}

/// A table as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableText {
    /// Its name.
    pub name: &'static str,
    /// The same in Chinese.
    pub chinese: &'static str,
    /// Its columns.
    pub columns: Vec<ColumnText>,
    /// Its rows, with a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// Its file as it is, where that is UTF-8 with commas and has the ids for heads; without a byte order mark.
    pub as_written: Option<Vec<u8>>,
    pub(super) required: &'static [&'static str],
}

impl TableText {
    /// The table as a CSV file whose heads are the ids of its columns, without a byte order mark.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn csv(&self) -> Result<Vec<u8>, String> {
        let heads: Vec<String> = self.columns.iter().map(|column| column.id.clone()).collect();
        csv(std::iter::once(&heads).chain(&self.rows))
    }

    /// Its heads in Chinese and its rows, without the columns that only a descriptor can have.
    pub fn chinese_rows(&self) -> Vec<Vec<String>> {
        let heads = self.columns.iter().filter_map(|column| column.chinese.clone()).collect();
        let cells = |row: &Vec<String>| {
            let pairs = self.columns.iter().zip(row);
            pairs.filter(|(column, _)| column.chinese.is_some()).map(|(_, cell)| cell.clone()).collect()
        };
        std::iter::once(heads).chain(self.rows.iter().map(cells)).collect()
    }
}

/// Rows as a CSV file, without a byte order mark.
///
/// # Errors
/// They cannot be written.
pub fn csv<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|error| error.to_string())?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

#[derive(Serialize)]
struct Descriptor<'a> {
    name: String,
    title: &'a str,
    report: BTreeMap<&'a str, Value>,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: &'a str,
    r#type: &'a str,
    path: String,
    title: &'a str,
    scheme: &'a str,
    format: &'a str,
    mediatype: &'a str,
    encoding: &'a str,
    schema: Schema<'a>,
}

#[derive(Serialize)]
struct Schema<'a> {
    fields: Vec<Field<'a>>,
    #[serde(rename = "missingValues")]
    missing_values: [&'a str; 1],
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'a str,
    r#type: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints,
}

#[derive(Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unique: bool,
}

impl Constraints {
    fn is_empty(&self) -> bool {
        !self.required && !self.unique
    }
}

impl Package {
    /// The descriptor of a package that has none: its tables are called `indicators.csv` and so on, and have the ids for heads.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn new_descriptor(&self) -> Result<Vec<u8>, String> {
        let report = &self.dataset.report;
        let district: String = infer::pinyin(&report.district.zh).concat();
        let district: String = district.chars().filter(char::is_ascii_alphanumeric).collect();
        let place = if district.is_empty() { "plan" } else { &district };
        let resources = self.tables.iter().map(|table| {
            let fields = table.columns.iter().map(|column| Field {
                name: &column.id,
                r#type: "string",
                title: &column.head,
                constraints: Constraints {
                    required: table.required.contains(&column.id.as_str()),
                    unique: column.id == "id",
                },
            });
            Resource {
                name: table.name,
                r#type: "table",
                path: format!("{}.csv", table.name),
                title: table.chinese,
                scheme: "file",
                format: "csv",
                mediatype: "text/csv",
                encoding: "utf-8",
                schema: Schema { fields: fields.collect(), missing_values: [""] },
            }
        });
        let descriptor = Descriptor {
            name: format!("{place}-{}", report.plan_year),
            title: &report.title.zh,
            report: self.report.iter().map(|row| (row.id, row.value())).collect(),
            resources: resources.collect(),
        };
        let mut bytes = serde_json::to_vec_pretty(&descriptor).map_err(|error| error.to_string())?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// What it says of the report, as rows under the heads of 报告.csv.
    pub fn report_rows(&self) -> Vec<Vec<String>> {
        let heads = super::report::HEADS.map(str::to_owned).to_vec();
        let rows = self.report.iter().flat_map(RowText::rows).map(|row| row.to_vec());
        std::iter::once(heads).chain(rows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::{self, Head, Years};

    #[test]
    fn the_usual_head_of_each_column_in_chinese_leads_to_its_column() {
        let years = Years { actual: 2023, plan: 2024 };
        for known in columns::tables() {
            for id in known.ids() {
                let head = known.usual_head(id, years);
                let found = match known.head(&head, years) {
                    Some(Head::Column(column)) => column,
                    _ => "none",
                };
                assert_eq!(found, id, "{head} in {}", known.name);
                assert!(!head.is_ascii(), "{id} in {} has no head in Chinese", known.name);
            }
        }
    }
}
