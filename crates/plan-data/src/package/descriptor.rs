//! datapackage.json: what the package is, its tables and their schemas.
//! A constraint that this reader does not know is refused, since a check that is not made is worse than none.

use serde::Deserialize;

use super::report::Described;
use super::{Problem, Problems};
use crate::Said;

/// The parts of datapackage.json that the reader uses.
#[derive(Debug, Deserialize)]
pub(super) struct Descriptor {
    /// Where the figures are from: an extension of the Data Package standard.
    pub(super) report: Described,
    resources: Vec<Resource>,
}

/// One table.
#[derive(Debug, Deserialize)]
pub(super) struct Resource {
    name: String,
    pub(super) path: String,
    pub(super) schema: Schema,
}

/// A Table Schema.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Schema {
    pub(super) fields: Vec<Field>,
    /// Columns that together name a row.
    #[serde(default)]
    pub(super) primary_key: Vec<String>,
    /// Columns whose values must be those of a column of another table.
    #[serde(default)]
    pub(super) foreign_keys: Vec<ForeignKey>,
    /// What stands for “no value”.
    #[serde(default = "empty_text")]
    pub(super) missing_values: Vec<String>,
}

/// A column that refers to another table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ForeignKey {
    /// One column.
    pub(super) fields: Vec<String>,
    pub(super) reference: Reference,
}

/// What a [`ForeignKey`] refers to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reference {
    pub(super) resource: String,
    pub(super) fields: Vec<String>,
}

/// One column.
#[derive(Debug, Deserialize)]
pub(super) struct Field {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: FieldType,
    #[serde(default)]
    pub(super) constraints: Constraints,
}

/// The types of the Table Schema that the packages use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FieldType {
    /// Any text.
    String,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
}

/// What a cell of a column must satisfy.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Constraints {
    #[serde(default)]
    pub(super) required: bool,
    #[serde(default)]
    pub(super) unique: bool,
    #[serde(default, rename = "enum")]
    pub(super) one_of: Vec<String>,
}

impl Schema {
    /// That of a table whose columns hold any text, and whose rows have those that are required and an id of their own.
    pub(super) fn free(columns: &[String], required: &[&str]) -> Self {
        let field = |name: &String| {
            let is_id = name == "id";
            let constraints = Constraints {
                required: required.contains(&name.as_str()),
                unique: is_id,
                ..Constraints::default()
            };
            Field { name: name.clone(), kind: FieldType::String, constraints }
        };
        Self {
            fields: columns.iter().map(field).collect(),
            primary_key: Vec::new(),
            foreign_keys: Vec::new(),
            missing_values: empty_text(),
        }
    }
}

/// What the reader of JSON says, in Chinese where it is one of its usual sentences; any other stays as it is.
fn in_chinese(words: &str) -> String {
    let listed = |names: &str| names.replace("one of ", "").replace(" or ", "、").replace(", ", "、");
    let after = |start: &str| words.strip_prefix(start);
    let with_expected = |start: &str| after(start)?.split_once(", expected ");
    if let Some(field) = after("missing field ") {
        format!("缺少{field}")
    } else if let Some(field) = after("duplicate field ") {
        format!("重复的{field}")
    } else if let Some((field, known)) = with_expected("unknown field ") {
        format!("不认识的{field}（可以是{}）", listed(known))
    } else if let Some((word, known)) = with_expected("unknown variant ") {
        format!("不认识的{word}（可以是{}）", listed(known))
    } else if let Some((kind, wanted)) = with_expected("invalid type: ").or(with_expected("invalid value: "))
    {
        let wanted = match wanted {
            "u16" => "整数",
            "a string" => "文字",
            "a sequence" => "列表",
            "a boolean" => "true或false",
            "a text, or an object with “zh” and “en”" => "文字，或者含“zh”和“en”的对象",
            _ if wanted.starts_with("struct ") => "对象",
            _ => wanted,
        };
        format!("类型或值不合（{kind}；要求{wanted}）")
    } else if words.starts_with("EOF ") {
        "没有写完的JSON".to_owned()
    } else if let Some(wanted) = after("expected ") {
        format!("JSON语法错误（此处应有{}）", listed(wanted))
    } else if let Some(date) = words.strip_suffix(" is no day in the form YYYY-MM-DD") {
        format!("{date}，不是YYYY-MM-DD形式的日期")
    } else {
        words.to_owned()
    }
}

fn empty_text() -> Vec<String> {
    vec![String::new()]
}

impl Descriptor {
    pub(super) fn parse(problems: &mut Problems, file: &str, bytes: &[u8]) -> Option<Self> {
        let read = serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_slice(bytes));
        match read {
            Ok(descriptor) => Some(descriptor),
            Err(error) => {
                let path = error.path().to_string();
                let error = error.into_inner();
                let line = u64::try_from(error.line()).unwrap_or(u64::MAX);
                let message = error.to_string();
                // serde_json ends its message with the position, which stands before it here.
                let words = message.split(" at line ").next().unwrap_or(&message);
                let expected = said!("JSON格式的数据包描述", "a Data Package descriptor in JSON");
                let found = Said { zh: in_chinese(words), en: words.to_owned() };
                let problem = Problem::file(file, found, expected).at(line, error.column());
                // What is no JSON has no path.
                problems.add(if error.is_data() && path != "." { problem.in_field(&path) } else { problem });
                None
            }
        }
    }

    /// The table of that name; a package need not have each.
    pub(super) fn resource(&self, name: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.name == name)
    }

    /// A table under another name would be left out in silence: a resource with the file of a table must have its name. Other resources
    /// are no tables of ours, and a package may have them.
    pub(super) fn check_names(&self, problems: &mut Problems, file: &str, known: &[&str]) {
        for resource in &self.resources {
            let of_file = resource.path.strip_suffix(".csv").filter(|name| known.contains(name));
            if let Some(name) = of_file.filter(|_| !known.contains(&resource.name.as_str())) {
                let (given, path) = (&resource.name, &resource.path);
                let found =
                    said!("资源{given:?}，其文件为{path:?}", "the resource {given:?} with the file {path:?}");
                problems.add(Problem::file(file, found, said!("名称{name:?}", "the name {name:?}")));
            }
        }
    }
}
