//! What a clerk can get wrong in the files, and the exact words that say so. Each case is the real package with one
//! thing broken.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io;
use std::path::Path;

use plan_data::Language;
use plan_data::package::{self, Problem, Problems};

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
        Err(problems) => {
            problems.iter().for_each(assert_chinese);
            problems.to_string().lines().map(str::to_owned).collect()
        }
    }
}

/// Each problem is said in Chinese too: what is found and what is expected.
fn assert_chinese(problem: &Problem) {
    let (zh, en) = (problem.sentence(Language::Chinese), problem.sentence(Language::English));
    let (found, expected) = zh.split_once("：现为").unwrap().1.split_once("，应为").unwrap();
    assert!(!found.is_empty() && !en.contains(expected), "{zh}");
    assert!(expected.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{zh}");
}

const VALUE: &str = "expected a number such as 3, 7.5 or -0.8 (up to 16 digits before the point and 6 after it), as in 7.5左右, 30以上 or 7~7.5 where the report says so, or one of “稳步增长”, “平稳增长”, “完成市定目标”, “—”, “未收录”, or other words, which begin with no digit or sign";

const FIELDS: &str = "agriculture, business-environment, city-management, commerce, culture, ecology, education, employment, \
                      energy-saving, enterprise-support, epidemic, general, headline, health, housing, infrastructure, innovation, \
                      investment, land-finance, logistics, manufacturing, opening-up, pollution, rural-environment, safety, \
                      social-security";

/// The one problem that comes of a replacement.
fn problem(file: &str, from: &str, to: &str) -> String {
    let problems = replaced(file, from, to);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.into_iter().next().unwrap()
}

#[test]
fn a_cell_that_is_neither_number_nor_known_notation() {
    for to in ["约", "+", "7.5.1", "7~5", "，"] {
        assert_eq!(
            problem("indicators.csv", "%,%,8.9,7,", &format!("%,%,8.9,{to},")),
            format!("data/indicators.csv:4:16: in plan: found “{to}”, {VALUE}")
        );
    }
    assert_eq!(
        problem("indicators.csv", "%,%,8.9,7,", "%,%,8.9,7套,"),
        "data/indicators.csv:4:16: in plan: found “7套”, expected a value in “%”, the unit of its row, not in “套”"
    );
    assert_eq!(
        replaced("indicators.csv", "%,%,8.9,7,", "%,%,8.9,7,0,")[0],
        "data/indicators.csv:4:22: found 22 cells, expected 21, as in the header; a cell that contains a comma needs \" around it"
    );
}

#[test]
fn an_empty_cell() {
    assert_eq!(
        problem("indicators.csv", "100 million yuan,124,—", "100 million yuan,,—"),
        "data/indicators.csv:5:15: in actual: found an empty cell, expected a value"
    );
}

#[test]
fn a_duplicate_id() {
    assert_eq!(
        problem("omissions.csv", "1.2,1,鹰城1117吃购节,name", "1.2,1,鹰城1117吃购节,nmae"),
        "data/omissions.csv:11:4: in reason: found “nmae”, expected one of year, date, document-number, name, slogan, road-number, ordinal, anniversary"
    );
    assert_eq!(
        replaced("places.csv", "kunyang-dadao,昆阳", "kaifa-yilu,昆阳")[0],
        "data/places.csv:4:1: in id: found “kaifa-yilu”, expected a value that no other row has; line 3 has it too"
    );
}

#[test]
fn an_id_that_nothing_has() {
    assert_eq!(
        problem("figures.csv", "2020,gdp-growth,", "2020,gdp,"),
        "data/figures.csv:6:14: in indicator: found “gdp”, expected a value of “id” in indicators"
    );
    assert_eq!(
        problem("figures.csv", "growth-of,f008", "growth-of,f999"),
        "data/figures.csv:10:16: in of: found “f999”, expected the id of a figure, or sections: and the id of a section"
    );
    assert_eq!(
        problem(
            "tasks.csv",
            "xincheng-kangyang-zhongxin~weidongqu-jinglaoyuan",
            "xincheng-kangyang-zhongxin~jinglaoyuan"
        ),
        "data/tasks.csv:27:11: in projects: found “xincheng-kangyang-zhongxin~jinglaoyuan”, expected ids of projects, separated by ~; “jinglaoyuan” is none"
    );
}

#[test]
fn a_relation_that_leads_nowhere() {
    assert_eq!(
        problem("figures.csv", ",counts,sections:3", ",counts,sections:99"),
        "data/figures.csv:105:16: in of: found “sections:99”, expected the id of a figure, or sections: and the id of a section"
    );
    assert_eq!(
        problem("figures.csv", ",part-of,f028", ",,f028"),
        "data/figures.csv:30:15: in relation: found an empty cell, expected how it depends on what stands in “of”"
    );
    assert_eq!(
        problem("figures.csv", ",part-of,f028", ",part-of,"),
        "data/figures.csv:30:16: in of: found an empty cell, expected the id of the figure that it depends on"
    );
}

#[test]
fn a_key_of_two_columns_names_one_row() {
    assert_eq!(
        replaced("locations.csv", "p02,2,", "p02,1,"),
        [
            "data/locations.csv:5:1: in project: found “p02”, expected project and part that no other row has; line 4 has them too"
        ]
    );
}

#[test]
fn a_location_of_which_a_part_is_left_over() {
    assert_eq!(
        problem("locations.csv", "\np02,2,辛北村,at,xinbei-cun,,,,", ""),
        "data/projects.csv:3:6: in location: found “昆阳大道（原许南路）东侧辛北村”, expected a row in locations.csv for “辛北村”"
    );
    let whole = replaced("locations.csv", "\np06,1,平安大道东段两侧,both-sides,pingan-dadao,东段,both,,", "");
    assert_eq!(whole, [""; 0], "one need not be taken apart");
}

#[test]
fn numbers_that_are_too_large_or_too_small() {
    assert_eq!(
        problem("omissions.csv", "1.2,1,鹰城", "1.2,0,鹰城"),
        "data/omissions.csv:11:2: in paragraph: found “0”, expected the number of a paragraph, from 1"
    );
    let problems = replaced("indicators.csv", ",24,棚户区", ",4294967295,棚户区");
    assert_eq!(
        problems[0],
        "data/indicators.csv:26:8: in number: found “4294967295”, expected 24, the number after that of the row above"
    );
}

#[test]
fn a_figure_that_is_not_what_is_printed() {
    assert_eq!(
        problem("figures.csv", "count,actual,902,", "count,actual,920,"),
        "data/figures.csv:17:9: in value: found “920”, expected 902, as in “902个”"
    );
    assert_eq!(
        problem("figures.csv", "actual,46.11,,亿元", "actual,46.11,,万元"),
        "data/figures.csv:31:11: in unit: found “万元”, expected “亿元”, as printed"
    );
    assert_eq!(
        problem("figures.csv", "650,,个,多,", "650,,个,余,"),
        "data/figures.csv:57:12: in modifier: found “余”, expected “多”, as printed"
    );
    assert_eq!(
        problem("figures.csv", "2331,,万元,,2020", "2331,,万块,,2020").split(", expected").next(),
        Some("data/figures.csv:60:11: in unit: found “万块”")
    );
}

#[test]
fn a_location_that_its_parts_do_not_make_up() {
    assert_eq!(
        problem("locations.csv", "p06,1,平安大道东段两侧,", "p06,1,平安大道西段两侧,"),
        "data/projects.csv:7:6: in location: found “平安大道东段两侧”, expected “平安大道西段两侧” at “平安大道东段两侧”: the fragments of locations.csv in their order"
    );
}

#[test]
fn pinyin_that_is_not_one_syllable_a_character() {
    assert_eq!(
        problem("places.csv", ",kai fa yi lu,", ",kaifa yi lu,"),
        "data/places.csv:3:6: in pinyin: found “kaifa yi lu”, expected 4 syllables, one for each character of 开发一路"
    );
}

#[test]
fn a_missing_column() {
    assert_eq!(
        problem("omissions.csv", "section,paragraph,printed,reason", "section,paragraph,printed"),
        "data/omissions.csv:1:4: found the columns section,paragraph,printed, expected the column “reason”"
    );
}

#[test]
fn a_renamed_column() {
    assert_eq!(
        replaced("omissions.csv", "section,paragraph,printed,reason", "section,paragraph,printed,why"),
        [
            "data/omissions.csv:1:4: found the columns section,paragraph,printed,why, expected the column “reason”",
            "data/omissions.csv:1:4: found the column “why”, expected only the columns of the schema: section,paragraph,printed,reason",
        ]
    );
}

#[test]
fn columns_in_another_order() {
    assert_eq!(
        problem("omissions.csv", "section,paragraph,printed,reason", "paragraph,section,printed,reason"),
        "data/omissions.csv:1:1: found the columns paragraph,section,printed,reason, expected each once, in this order: section,paragraph,printed,reason"
    );
}

/// The package with `replacement` put before a name of projects.csv as raw bytes.
fn with_bytes(replacement: &[u8]) -> Vec<String> {
    lines(read_changed("projects.csv", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let at = text.find("太阳城").unwrap();
        [&text.as_bytes()[..at], replacement, &text.as_bytes()[at..]].concat()
    }))
}

#[test]
fn bytes_that_are_not_utf_8() {
    let problems = with_bytes(b"\xFF");
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("data/projects.csv:7:2: found bytes that are not UTF-8 (“")
            && problems[0].ends_with("expected UTF-8: save the file as “CSV UTF-8”"),
        "{problems:?}"
    );
}

#[test]
fn a_file_as_chinese_spreadsheets_save_it() {
    let result = read_changed("projects.csv", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let (encoded, _, unmappable) = encoding_rs::GB18030.encode(&text);
        assert!(!unmappable);
        encoded.into_owned()
    });
    assert_eq!(
        lines(result),
        [
            "data/projects.csv:2:2: found text in GB18030, the usual encoding of Chinese Excel and WPS (“平顶山市国际物流产业新城”), expected UTF-8: save the file as “CSV UTF-8”"
        ]
    );
}

#[test]
fn a_row_with_a_cell_too_few() {
    assert_eq!(
        problem("omissions.csv", "1.2,1,鹰城1117吃购节,name", "1.2,1,鹰城1117吃购节"),
        "data/omissions.csv:11:3: found 3 cells, expected 4, as in the header; a cell that contains a comma needs \" around it"
    );
}

#[test]
fn empty_columns_right_of_a_table_are_no_mistake_but_words_there_are() {
    let widened = |extra: &'static str| {
        read_changed("omissions.csv", move |bytes| {
            let text = String::from_utf8(bytes).unwrap();
            text.replace('\n', ",,\n").replacen(",,\n", extra, 2).into_bytes()
        })
    };
    assert_eq!(lines(widened(",,\n")), Vec::<String>::new());
    assert_eq!(
        lines(widened(",x\n"))[0],
        "data/omissions.csv:1:5: found the column “x”, expected only the columns of the schema: section,paragraph,printed,reason"
    );
}

#[test]
fn white_space_at_the_end_of_a_cell() {
    assert_eq!(
        problem("omissions.csv", "鹰城1117吃购节,", "鹰城1117吃购节 ,"),
        "data/omissions.csv:11:3: in printed: found “鹰城1117吃购节 ”, expected no white space at its ends"
    );
}

#[test]
fn full_width_digits_where_a_number_must_be() {
    assert_eq!(
        problem("omissions.csv", "1.2,1,鹰城", "1.2,１,鹰城"),
        "data/omissions.csv:11:2: in paragraph: found “１”, expected a whole number"
    );
}

#[test]
fn a_kind_that_the_schema_does_not_list() {
    assert_eq!(
        problem("indicators.csv", "level,higher,亿元", "amount,higher,亿元"),
        "data/indicators.csv:5:11: in kind: found “amount”, expected one of growth, share, level, count"
    );
}

#[test]
fn a_field_that_no_task_has() {
    const RENEWED: &str =
        "老旧小区改造,Old residential quarters where renewal was carried out,count,actual,20,,个,,2020,,,,,";
    let from = format!("{RENEWED}housing");
    for field in ["house", "housing~ecology", "住房"] {
        assert_eq!(
            problem("figures.csv", &from, &format!("{RENEWED}{field}")),
            format!("data/figures.csv:68:18: in field: found “{field}”, expected one of {FIELDS}")
        );
    }
    // It may be empty.
    assert_eq!(replaced("figures.csv", &from, RENEWED), Vec::<String>::new());
    // The tasks take the same words.
    assert_eq!(
        problem("tasks.csv", "t099,3.8,1,health,", "t099,3.8,1,healthy,"),
        format!("data/tasks.csv:113:4: in field: found “healthy”, expected one of {FIELDS}")
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
fn merged_cells_leave_empty_ones() {
    assert_eq!(
        problem("indicators.csv", "tertiary-growth,一,综合类,General,", "tertiary-growth,一,,General,"),
        "data/indicators.csv:3:3: in category: found an empty cell, expected a value"
    );
}

#[test]
fn a_descriptor_that_is_not_json() {
    assert_eq!(
        problem("datapackage.json", "\"name\": \"weidong-2021\",", "\"name\": \"weidong-2021\""),
        "data/datapackage.json:3:3: found expected `,` or `}`, expected a Data Package descriptor in JSON"
    );
}

#[test]
fn a_descriptor_with_a_mistake_is_said_in_chinese_with_its_path() {
    let sentence = |from: &str, to: &str| {
        let problems = read_changed("datapackage.json", |bytes| {
            String::from_utf8(bytes).unwrap().replacen(from, to, 1).into_bytes()
        })
        .unwrap_err();
        let words = problems.iter().next().unwrap().sentence(Language::Chinese);
        words.split_once("列").unwrap().1.to_owned()
    };
    let end = "，应为JSON格式的数据包描述";
    assert_eq!(
        sentence("\"type\": \"string\"", "\"type\": \"text\""),
        format!(
            "（resources[0].schema.fields[0].type）：现为不认识的`text`（可以是`string`、`integer`、`number`）{end}"
        )
    );
    assert_eq!(
        sentence("\"actual_year\": 2020", "\"actual\": 2020").split('（').nth(1),
        Some("report.actual）：现为不认识的`actual`")
    );
    assert_eq!(
        sentence("\"actual_year\": 2020", "\"actual_year\": \"2020\""),
        format!("（report.actual_year）：现为类型或值不合（string \"2020\"；要求整数）{end}")
    );
    assert_eq!(
        sentence("\"name\": \"weidong-2021\",", "\"name\": \"weidong-2021\""),
        format!("：现为JSON语法错误（此处应有`,`、`}}`）{end}")
    );
}

#[test]
fn a_date_that_is_none() {
    assert_eq!(
        problem("datapackage.json", "\"date\": \"2021-02-23\"", "\"date\": \"2021年2月23日\""),
        "data/datapackage.json:31:30: in report.date: found “2021年2月23日” is no day in the form YYYY-MM-DD, expected a Data Package descriptor in JSON"
    );
}

#[test]
fn a_constraint_that_is_not_checked_here_is_refused() {
    let found = problem(
        "datapackage.json",
        "\"title\": \"原因\", \"editorial\": true, \"constraints\": { ",
        "\"title\": \"原因\", \"editorial\": true, \"constraints\": { \"maxLength\": 9, ",
    );
    assert!(
        found.contains(
            ": in resources[4].schema.fields[3].constraints.maxLength: found unknown field `maxLength`, expected one of `required`, `unique`, `enum`"
        ),
        "{found}"
    );
}

#[test]
fn a_table_under_another_name() {
    assert_eq!(
        problem("datapackage.json", "\"name\": \"omissions\"", "\"name\": \"omission\""),
        "data/datapackage.json: found the resource \"omission\" with the file \"omissions.csv\", expected the name \"omissions\""
    );
}

#[test]
fn a_file_that_is_not_there() {
    let result = package::read_with("data", |_| Err(io::Error::new(io::ErrorKind::NotFound, "not found")));
    let problems = result.unwrap_err();
    assert!(problems.is_unreadable());
    assert_eq!(
        problems.to_string(),
        "data/datapackage.json: found a file that cannot be read (not found), expected a readable file"
    );
}

#[test]
fn lines_are_those_that_a_spreadsheet_shows() {
    let result = read_changed("places.csv", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        // A byte order mark, Windows line ends, an empty line and a cell with a line break, as spreadsheets write.
        let text = text
            .replace("\nkunyang-dadao", "\n\nkunyang-dadao")
            .replace(",Formerly Xunan Road", ",\"Formerly\nXunan Road")
            .replace("the editors’ reading\n", "the editors’ reading\"\n")
            .replace("\npingmei-zhuanyongxian", "\nkaifa-yilu");
        format!("\u{FEFF}{text}").replace('\n', "\r\n").into_bytes()
    });
    let problems = lines(result);
    assert_eq!(
        problems[0],
        "data/places.csv:11:1: in id: found “kaifa-yilu”, expected a value that no other row has; line 3 has it too"
    );
}

#[test]
fn the_bundled_package_is_right() {
    assert_eq!(lines(read_changed("", |bytes| bytes)), Vec::<String>::new());
}

#[test]
fn a_build_shows_so_many_problems_and_counts_the_rest() {
    let result = read_changed("figures.csv", |bytes| {
        String::from_utf8(bytes)
            .unwrap()
            .replace(",count,", ",many,")
            .replace(",amount,", ",much,")
            .replace(",2020,", ",MMXX,")
            .into_bytes()
    });
    let problems = result.unwrap_err();
    assert!(problems.count() > Problems::MOST, "{}", problems.count());
    assert_eq!(problems.iter().count(), problems.count(), "each can be read");
    let shown = problems.to_string();
    assert_eq!(shown.lines().count(), Problems::MOST + 1);
    assert!(shown.ends_with(&format!("and {} more", problems.count() - Problems::MOST)));
}

#[test]
fn problems_are_counted_by_column_and_said_once_where_they_say_the_same() {
    let result = read_changed("omissions.csv", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        text.replace(",name\n", ",nmae\n").replace("\n1.5,4,", "\n1.5,x,").into_bytes()
    });
    let problems = result.unwrap_err();
    let files = problems.by_file();
    assert_eq!(files.len(), 1);
    assert_eq!((files[0].file, files[0].count()), ("data/omissions.csv", problems.count()));
    let columns: Vec<(String, usize)> =
        files[0].columns().into_iter().map(|(name, count)| (name.zh, count)).collect();
    assert_eq!(columns, [("paragraph".to_owned(), 2), ("reason".to_owned(), 6)]);
    assert_eq!(
        files[0].sentences(Language::Chinese),
        [
            "data/omissions.csv 第11、13—16、21行第4列（reason）：现为“nmae”，应为下列之一：year、date、document-number、name、slogan、road-number、ordinal、anniversary",
            "data/omissions.csv 第13行第2列（paragraph）：现为“x”，应为整数",
            "data/omissions.csv 第14行第2列（paragraph）：现为“x”，应为整数",
        ]
    );
    assert_eq!(
        files[0].sentences(Language::English),
        [
            "data/omissions.csv:11:4: in reason: found “nmae”, expected one of year, date, document-number, name, slogan, road-number, ordinal, anniversary (lines 11, 13–16, 21)",
            "data/omissions.csv:13:2: in paragraph: found “x”, expected a whole number",
            "data/omissions.csv:14:2: in paragraph: found “x”, expected a whole number",
        ]
    );
}
