//! Tables in the encodings and with the separators that spreadsheets write: the same dataset, and problems at the right lines and
//! columns in each.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io;

use encoding_rs::{BIG5, GB18030, SHIFT_JIS};
use plan_data::Dataset;
use plan_data::package::{self, Problems};

const REPORT: &str =
    "项目,内容\n地区,某市\n标题,某市2024年计划报告\n日期,2024-01-18\n完成年份,2023\n计划年份,2024\n";

const TABLE: &str = "序号,指标名称,单位,2023年完成,2024年计划\n1,地区生产总值,亿元,\"1,234.5\",1300左右\n2,粮食总产量,万吨,86.2,稳定在85以上\n";

fn with(table: &[u8]) -> Result<Dataset, Problems> {
    package::read_with("data", |name| match name {
        "报告.csv" => Ok(REPORT.as_bytes().to_vec()),
        "指标.csv" => Ok(table.to_vec()),
        _ => Err(io::Error::from(io::ErrorKind::NotFound)),
    })
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let marked = format!("\u{FEFF}{text}");
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    marked.encode_utf16().flat_map(bytes).collect()
}

fn gb18030(text: &str) -> Vec<u8> {
    let (bytes, _, is_lossy) = GB18030.encode(text);
    assert!(!is_lossy);
    bytes.into_owned()
}

/// The table with another separator.
fn separated(table: &str, separator: &str) -> String {
    let whole = table.replace("\"1,234.5\"", "1|234.5");
    whole.replace(',', separator).replace("1|234.5", "\"1,234.5\"")
}

/// A table, in every form in which it may be saved.
fn forms(table: &str) -> Vec<(&'static str, Vec<u8>)> {
    let tabs = separated(table, "\t");
    vec![
        ("UTF-8", table.as_bytes().to_vec()),
        ("a mark", format!("\u{FEFF}{table}").into_bytes()),
        ("two marks", format!("\u{FEFF}\u{FEFF}{table}").into_bytes()),
        ("Windows’ line ends", table.replace('\n', "\r\n").into_bytes()),
        ("semicolons", separated(table, ";").into_bytes()),
        ("tabs", tabs.clone().into_bytes()),
        ("UTF-16, little, tabs", utf16(&tabs, true)),
        ("UTF-16, little, tabs, Windows’ line ends", utf16(&tabs.replace('\n', "\r\n"), true)),
        ("UTF-16, big, commas", utf16(table, false)),
        ("UTF-16, two marks", utf16(&format!("\u{FEFF}{table}"), true)),
        ("GB18030", gb18030(table)),
        ("GB18030, tabs", gb18030(&tabs)),
    ]
}

#[test]
fn each_form_reads_as_the_same_dataset() {
    let expected = with(TABLE.as_bytes()).unwrap();
    assert_eq!(expected.indicators[0].actual.exact().unwrap().to_string(), "1234.5");
    for (form, bytes) in forms(TABLE) {
        let dataset = with(&bytes).unwrap_or_else(|problems| panic!("{form}: {problems}"));
        assert_eq!(dataset, expected, "{form}");
    }
    for first in ["sep=;\r\n", "\"sep=;\"\n", "SEP=;\n"] {
        let text = format!("\u{FEFF}{first}{}", separated(TABLE, ";"));
        assert_eq!(with(text.as_bytes()).unwrap(), expected, "{first:?}");
    }
}

#[test]
fn a_problem_stands_at_the_line_and_column_that_a_spreadsheet_shows() {
    let table = TABLE.replace("86.2", "86.2.1");
    for (form, bytes) in forms(&table) {
        let problems = with(&bytes).unwrap_err().to_string();
        assert!(
            problems.starts_with("data/指标.csv:3:4: in 2023年完成: found “86.2.1”, expected"),
            "{form}: {problems}"
        );
    }
    let said = format!("sep=;\n{}", separated(&table, ";"));
    let problems = with(said.as_bytes()).unwrap_err().to_string();
    assert!(problems.starts_with("data/指标.csv:4:4: in 2023年完成: found “86.2.1”"), "{problems}");
    let said = format!("sep=;\n{}", separated(&TABLE.replace("单位", "unit price"), ";"));
    let problems = with(said.as_bytes()).unwrap_err().to_string();
    assert!(problems.starts_with("data/指标.csv:2:3: found the column “unit price”"), "{problems}");
}

#[test]
fn a_row_with_a_cell_too_many_is_told_of_its_own_separator() {
    for (separator, name) in [(",", "comma"), (";", "semicolon"), ("\t", "tab")] {
        let table = separated(TABLE, separator).replace("粮食", &format!("粮{separator}食"));
        assert_eq!(
            with(table.as_bytes()).unwrap_err().to_string(),
            format!(
                "data/指标.csv:3:6: found 6 cells, expected 5, as in the header; a cell that contains a {name} needs \" around it"
            )
        );
    }
}

#[test]
fn nul_bytes_are_found_by_their_lines() {
    let table = TABLE.replace("粮食", "粮\0食").replace("1300", "1\u{0}300");
    assert_eq!(
        with(table.as_bytes()).unwrap_err().to_string(),
        "data/指标.csv:2:5: found a NUL byte (“1\u{FFFD}300左右”), expected text: type the cell again\n\
         data/指标.csv:3:2: found a NUL byte (“粮\u{FFFD}食总产量”), expected text: type the cell again"
    );
    let unmarked = utf16(TABLE, true).split_off(2);
    assert_eq!(
        with(&unmarked).unwrap_err().to_string().lines().count(),
        1,
        "one problem, not one for each cell"
    );
}

#[test]
fn utf_16_that_breaks_off_is_found_by_its_line() {
    let mut bytes = utf16(TABLE, true);
    bytes.pop();
    assert_eq!(
        with(&bytes).unwrap_err().to_string(),
        "data/指标.csv:3:1: found bytes that are not UTF-16LE, which the file begins as, expected UTF-8: save the file as “CSV UTF-8”"
    );
}

#[test]
fn gb18030_is_read_only_where_the_bytes_prove_it() {
    let refused = |bytes: &[u8]| with(bytes).unwrap_err().to_string();
    let words = "found text in GB18030, the usual encoding of Chinese Excel and WPS (“地区生产总值”), expected UTF-8: save the file as “CSV UTF-8”";
    let ids = TABLE.replace("序号,指标名称,单位,2023年完成,2024年计划", "number,name,unit,actual,plan");
    assert_eq!(refused(&gb18030(&ids)), format!("data/指标.csv:2:2: {words}"), "no head is Chinese");
    let mut mixed = TABLE.as_bytes().to_vec();
    mixed.splice(TABLE.find("粮食").unwrap().., gb18030("粮食总产量,万吨,86.2,85\n"));
    assert!(refused(&mixed).starts_with("data/指标.csv:3:2: found text in GB18030"), "heads in UTF-8");
    let mut mixed = gb18030(TABLE);
    mixed.extend("3,粮食总产量,万吨,86.2,85\n".as_bytes());
    assert!(refused(&mixed).contains("found text in GB18030"), "a row in UTF-8");
    let private = gb18030(&TABLE.replace("粮食", "粮\u{E000}"));
    assert!(refused(&private).contains("found text in GB18030"), "a character that no font has");
    let traditional =
        TABLE.replace("序号,指标名称,单位", "序號,指標名稱,單位").replace("2023年完成", "2023年");
    let traditional =
        traditional.replace("粮食总产量", "糧食").replace("地区生产总值", "生產").replace("亿元", "元");
    let traditional =
        traditional.replace("万吨", "噸").replace("稳定在85以上", "85").replace("2024年计划", "2024年");
    let (big5, _, is_lossy) = BIG5.encode(&traditional);
    assert!(!is_lossy && with(&big5).is_err());
    let (shift_jis, _, is_lossy) = SHIFT_JIS.encode("指標,単位\n生産,円\n");
    assert!(!is_lossy && with(&shift_jis).is_err());
}

#[test]
fn a_file_in_gb18030_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("报告.csv", &gb18030(REPORT));
    write("指标.csv", &gb18030(TABLE));
    let warnings: Vec<String> =
        package::check(folder.path()).warnings.iter().map(ToString::to_string).collect();
    let place = folder.path().display();
    let expected = ["报告", "指标"]
        .map(|name| format!("{place}/{name}.csv: found a file in GB18030, read as that, perhaps one to save as “CSV UTF-8”, which is read everywhere"));
    assert_eq!(warnings, expected);
    write("指标.csv", TABLE.as_bytes());
    assert_eq!(package::check(folder.path()).warnings.count(), 1);
}

#[test]
fn rows_without_anything_say_nothing() {
    let table = format!("{TABLE},,,,\n\n,,,,\n");
    assert_eq!(with(table.as_bytes()).unwrap(), with(TABLE.as_bytes()).unwrap());
}

#[test]
fn the_report_may_be_in_two_languages() {
    let report = REPORT.replace("日期", "标题（英文）,Plan of 2024\ndistrict_en,A city\n日期");
    let read = |report: &str| {
        package::read_with("data", |name| match name {
            "报告.csv" => Ok(report.as_bytes().to_vec()),
            _ => Err(io::Error::from(io::ErrorKind::NotFound)),
        })
    };
    let dataset = read(&report).unwrap();
    assert_eq!(
        (dataset.report.title.en.as_str(), dataset.report.district.en.as_str()),
        ("Plan of 2024", "A city")
    );
    assert!(dataset.has_english());
    let problem = |row: &str| read(&format!("{REPORT}{row}\n")).unwrap_err().to_string();
    assert_eq!(
        problem("会议（英文）,A session"),
        "data/报告.csv:7:2: in 内容: found “A session”, expected the same in Chinese in a row of its own"
    );
    assert!(
        problem("日期（英文）,x")
            .starts_with("data/报告.csv:7:1: in 项目: found “日期（英文）”, expected one of")
    );
}
