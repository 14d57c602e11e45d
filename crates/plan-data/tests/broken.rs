//! What a clerk can get wrong in the files, and the exact words that say so. Each case is the real package with one
//! thing broken.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io;
use std::path::Path;

use plan_data::package::{self, Problems};

/// A package that differs from the bundled one in `file`, as `change` says.
fn read_changed(file: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Result<(), Problems> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
    package::read_with("data", |name| {
        let bytes = std::fs::read(dir.join(name))?;
        Ok(if name == file { change(bytes) } else { bytes })
    })
    .map(|_| ())
}

/// The same with `from`, which must stand there once, replaced.
fn replaced(file: &str, from: &str, to: &str) -> Vec<String> {
    let result = read_changed(file, |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from:?} in {file}");
        text.replace(from, to).into_bytes()
    });
    lines(result)
}

fn lines(result: Result<(), Problems>) -> Vec<String> {
    match result {
        Ok(()) => Vec::new(),
        Err(problems) => problems.to_string().lines().map(str::to_owned).collect(),
    }
}

const VALUE: &str = "expected a number such as 3, 7.5 or -0.8 (up to 12 digits before the point and 6 after it, no \
                     separators), or one of “稳步增长”, “平稳增长”, “完成市定目标”, “—”";

#[test]
fn a_cell_that_is_neither_number_nor_known_notation() {
    for (to, found) in [("约7", "“约7”"), ("7,0", ""), ("-", "“-”"), ("７", "“７”"), ("7.5%", "“7.5%”")]
    {
        let problems = replaced("indicators.csv", "growth,%,%,8.9,7\n", &format!("growth,%,%,8.9,{to}\n"));
        if to == "7,0" {
            assert_eq!(
                problems[0],
                "data/indicators.csv:4:15: found 16 cells, expected 15, as in the header; a cell that contains a comma needs \" around it"
            );
        } else {
            assert_eq!(problems, [format!("data/indicators.csv:4:15: in plan: found {found}, {VALUE}")]);
        }
    }
}

#[test]
fn an_empty_cell() {
    assert_eq!(
        replaced("indicators.csv", "100 million yuan,124,—", "100 million yuan,,—"),
        ["data/indicators.csv:5:14: in actual: found an empty cell, expected a value"]
    );
}

#[test]
fn a_duplicate_id() {
    assert_eq!(
        replaced("projects.csv", "p07,", "p03,"),
        [
            "data/projects.csv:8:1: in id: found “p03”, expected a value that no other row has; line 4 has it too"
        ]
    );
}

#[test]
fn a_missing_column() {
    assert_eq!(
        replaced("projects.csv", "id,name,location", "id,name"),
        ["data/projects.csv:1:3: found the columns id,name, expected the column “location”"]
    );
}

#[test]
fn a_renamed_column() {
    assert_eq!(
        replaced("projects.csv", "id,name,location", "id,name,place"),
        [
            "data/projects.csv:1:3: found the columns id,name,place, expected the column “location”",
            "data/projects.csv:1:3: found the column “place”, expected only the columns of the schema: id,name,location",
        ]
    );
}

#[test]
fn columns_in_another_order() {
    assert_eq!(
        replaced("projects.csv", "id,name,location", "name,id,location"),
        [
            "data/projects.csv:1:1: found the columns name,id,location, expected each once, in this order: id,name,location"
        ]
    );
}

#[test]
fn bytes_that_are_not_utf_8() {
    // 卫东 as a Chinese spreadsheet saves it by default (GBK).
    let result = read_changed("projects.csv", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let at = text.find("太阳城").unwrap();
        [&text.as_bytes()[..at], b"\xCE\xC0\xB6\xAB", &text.as_bytes()[at..]].concat()
    });
    let problems = lines(result);
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("data/projects.csv:7:2: found bytes that are not UTF-8 (“")
            && problems[0].ends_with("expected UTF-8: save the file as “CSV UTF-8”"),
        "{problems:?}"
    );
}

#[test]
fn a_row_with_a_cell_too_few() {
    assert_eq!(
        replaced("projects.csv", "太阳城康养项目,平安大道东段两侧", "太阳城康养项目"),
        [
            "data/projects.csv:7:2: found 2 cells, expected 3, as in the header; a cell that contains a comma needs \" around it"
        ]
    );
}

#[test]
fn white_space_at_the_end_of_a_cell() {
    assert_eq!(
        replaced("projects.csv", "湛河南北两侧大营社区", "湛河南北两侧大营社区 "),
        [
            "data/projects.csv:17:3: in location: found “湛河南北两侧大营社区 ”, expected no white space at its ends"
        ]
    );
}

#[test]
fn a_kind_that_the_schema_does_not_list() {
    assert_eq!(
        replaced("indicators.csv", "level,亿元", "amount,亿元"),
        ["data/indicators.csv:5:11: in kind: found “amount”, expected one of growth, share, level, count"]
    );
}

#[test]
fn a_number_that_is_left_out_or_pasted_twice() {
    assert_eq!(
        replaced("indicators.csv", ",8,营造林面积", ",9,营造林面积"),
        [
            "data/indicators.csv:11:8: in number: found “9”, expected a value that no other row has; line 10 has it too",
            "data/indicators.csv:10:8: in number: found “9”, expected 8, the number after that of the row above",
        ]
    );
}

#[test]
fn headings_that_disagree_or_stand_apart() {
    assert_eq!(
        replaced("indicators.csv", "trade,五,开放发展,Opening up", "trade,四,开放发展,Opening up"),
        [
            "data/indicators.csv:15:3: in category: found “开放发展”, expected “绿色发展”, as 四 has on line 9",
            "data/indicators.csv:15:4: in category_en: found “Opening up”, expected “Green development”, as 四 has on line 9",
        ]
    );
    assert_eq!(
        replaced(
            "indicators.csv",
            "doctors,六,共享发展,Shared development,十,人口与卫生,Population and health",
            "doctors,六,共享发展,Shared development,九,就业与收入,Jobs and incomes"
        ),
        [
            "data/indicators.csv:22:5: in group_number: found “九”, expected the rows of 九 together; they begin on line 17",
            "data/indicators.csv:23:5: in group_number: found “十”, expected the rows of 十 together; they begin on line 21",
        ]
    );
}

#[test]
fn a_descriptor_that_is_not_json() {
    assert_eq!(
        replaced("datapackage.json", "\"name\": \"weidong-2021\",", "\"name\": \"weidong-2021\""),
        ["data/datapackage.json:3:3: found expected `,` or `}`, expected a Data Package descriptor in JSON"]
    );
}

#[test]
fn a_date_that_is_none() {
    assert_eq!(
        replaced("datapackage.json", "\"date\": \"2021-02-23\"", "\"date\": \"2021年2月23日\""),
        [
            "data/datapackage.json:27:30: found “2021年2月23日” is no day in the form YYYY-MM-DD, expected a Data Package descriptor in JSON"
        ]
    );
}

#[test]
fn a_constraint_that_is_not_checked_here_is_refused() {
    let problems = replaced(
        "datapackage.json",
        "\"title\": \"位置\", \"constraints\": { \"required\": true }",
        "\"title\": \"位置\", \"constraints\": { \"required\": true, \"maxLength\": 9 }",
    );
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].contains("unknown field `maxLength`, expected one of `required`, `unique`, `enum`"),
        "{problems:?}"
    );
}

#[test]
fn a_column_that_the_program_needs_but_the_schema_lacks() {
    let result = package::read_with("data", |name| {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
        let text = std::fs::read_to_string(dir.join(name))?;
        Ok(match name {
            "projects.csv" => text.replacen("location", "place", 1),
            _ => text.replace("\"name\": \"location\"", "\"name\": \"place\""),
        }
        .into_bytes())
    });
    let problems = lines(result.map(|_| ()));
    assert_eq!(
        problems[0],
        "data/projects.csv:1:1: found the columns id,name,place, expected the column “location”"
    );
}

#[test]
fn a_table_without_rows() {
    let result = read_changed("projects.csv", |_| b"id,name,location\n".to_vec());
    assert_eq!(lines(result), ["data/projects.csv: found no rows under the header, expected at least one"]);
}

#[test]
fn a_file_that_is_not_there() {
    let result = package::read_with("data", |_| Err(io::Error::new(io::ErrorKind::NotFound, "not found")));
    assert_eq!(
        lines(result.map(|_| ())),
        ["data/datapackage.json: found a file that cannot be read (not found), expected a readable file"]
    );
}

#[test]
fn lines_are_those_of_the_text_file() {
    let result = read_changed("projects.csv", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        // A byte order mark, Windows line ends, an empty line and a cell with a line break, as spreadsheets write.
        let text =
            text.replace("p02,", "\np02,").replace("p04,省道", "p04,\"省\n道\"").replace("p09,", "p01,");
        format!("\u{FEFF}{text}").replace('\n', "\r\n").into_bytes()
    });
    let problems = lines(result);
    assert!(
        problems.contains(&"data/projects.csv:12:1: in id: found “p01”, expected a value that no other row has; line 2 has it too".to_owned()),
        "{problems:?}"
    );
}

#[test]
fn the_bundled_package_is_right() {
    assert_eq!(lines(read_changed("", |bytes| bytes)), Vec::<String>::new());
}
