//! The command's output and exit status, as a clerk or a script sees them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

fn weidong() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021")
}

fn check(package: &Path, more: &[&str]) -> (Option<i32>, String, String) {
    let package = package.to_str().unwrap();
    plan(&[&["check", package], more].concat(), "C")
}

/// The status, what was written, and what was said to be wrong, in that locale.
fn plan(arguments: &[&str], locale: &str) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    let Output { status, stdout, stderr } = command.args(arguments).env("LC_ALL", locale).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// A copy of the package with something replaced in one of its files.
fn broken(file: &str, from: &str, to: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(weidong()).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replace(from, to)).unwrap();
    folder
}

#[test]
fn a_right_package_is_summed_up_with_its_findings() {
    let (code, out, err) = check(&weidong(), &[]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(
        out.contains("no mistakes in 20 sections, 25 indicators, 118 figures, 21 omissions, 82 projects"),
        "{out}"
    );
    assert!(out.contains("conflicts: 1, "), "{out}");
    assert!(
        out.contains(
            "conflict: Growth of retail sales of consumer goods: the name says growth but the unit is"
        ),
        "{out}"
    );
    assert!(!out.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{out}");
}

#[test]
fn each_mistake_has_a_line_and_the_status_is_1() {
    let folder = broken("omissions.csv", ",name\n", ",nmae\n");
    let (code, out, err) = check(folder.path(), &[]);
    assert_eq!(code, Some(1));
    assert!(out.ends_with(": 6 mistakes\n"), "{out}");
    let lines: Vec<&str> = err.lines().collect();
    let file = folder.path().join("omissions.csv").display().to_string();
    assert_eq!(lines.len(), 2, "{err}");
    assert_eq!(lines[0], format!("{file}: 6 mistakes: reason 6"));
    assert!(
        lines[1].starts_with(&format!("{file}:11:4: in reason: found “nmae”, expected one of year, ")),
        "{err}"
    );
    assert!(lines[1].ends_with(" (lines 11, 13–16, 21)"), "{err}");

    let folder = broken("places.csv", "kai fa yi lu", "kaifa yi lu");
    let (_, out, err) = check(folder.path(), &[]);
    assert!(out.ends_with(": 1 mistake\n"), "{out}");
    assert!(err.contains("places.csv: 1 mistake: pinyin 1\n"), "{err}");
}

#[test]
fn all_mistakes_are_listed_by_file_and_column() {
    let folder = broken("figures.csv", ",2020,", ",MMXX,");
    for (file, from, to) in [("figures.csv", ",count,", ",many,"), ("omissions.csv", ",year\n", ",jahr\n")] {
        let path = folder.path().join(file);
        fs::write(&path, fs::read_to_string(&path).unwrap().replace(from, to)).unwrap();
    }
    let (_, out, err) = plan(&["check", folder.path().to_str().unwrap(), "--lang", "zh"], "C");
    let heads: Vec<&str> = err.lines().filter(|line| line.contains("处问题：")).collect();
    assert_eq!(heads.len(), 2, "{err}");
    let count = |head: &str| -> usize {
        let words = head.split_once("处问题：").unwrap().0;
        words.rsplit_once('：').unwrap().1.parse().unwrap()
    };
    assert!(
        heads[0].contains("figures.csv：") && heads[1].ends_with("omissions.csv：9处问题：reason 9"),
        "{err}"
    );
    let all = count(heads[0]) + count(heads[1]);
    assert!(out.ends_with(&format!("：{all}处问题\n")) && all > 100, "{out}");
    assert!(
        err.contains("figures.csv 第2—23、27—42、44—99行第13列（year）：现为“MMXX”，应为整数\n"),
        "{err}"
    );
}

#[test]
fn a_clerk_is_spoken_to_in_chinese() {
    let weidong = weidong();
    let (code, out, err) = plan(&["check", weidong.to_str().unwrap()], "zh_CN.UTF-8");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.contains("：没有错误：章节 20、指标 25、数字 118、未收数字 21、项目 82、"), "{out}");
    assert!(out.contains("条结果（矛盾1条，"), "{out}");
    assert!(!out.contains("Growth"), "{out}");

    let folder = broken("places.csv", "kai fa yi lu", "kaifa yi lu");
    let package = folder.path().to_str().unwrap();
    let (code, out, err) = plan(&["check", package], "zh_CN.UTF-8");
    assert_eq!(code, Some(1));
    assert_eq!(out, format!("{package}：1处问题\n"));
    assert_eq!(
        err,
        format!(
            "{package}/places.csv：1处问题：pinyin 1\n\
             {package}/places.csv 第3行第6列（pinyin）：现为“kaifa yi lu”，应为4个音节，开发一路每字一个\n"
        )
    );

    let (code, _, err) = plan(&["check", weidong.to_str().unwrap(), "--against", "没有.txt"], "zh_CN.UTF-8");
    assert_eq!(code, Some(2));
    assert_eq!(err, "没有.txt：现为无法作为文本读取的文件（没有这个文件），应为UTF-8文本\n");
    let text = folder.path().join("report.txt");
    fs::write(&text, "一、执行情况\n\n（一）战疫情\n\n发放 77 个。\n").unwrap();
    let (_, out, err) =
        plan(&["check", weidong.to_str().unwrap(), "--against", text.to_str().unwrap()], "zh_CN.UTF-8");
    assert!(err.contains("数字 f002：章节1.1第1段没有“30966双”\n"), "{err}");
    assert!(out.contains("没有交代：章节1.1第1段：…发放77个。…"), "{out}");
}

#[test]
fn help_and_wrong_arguments_are_in_the_language() {
    for command in [&["--help"][..], &["check", "--help"], &["outline", "--help"]] {
        let (code, zh, _) = plan(&[command, &["--lang", "zh"]].concat(), "C");
        assert_eq!(code, Some(0));
        let (_, en, _) = plan(command, "C");
        let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        assert!(!en.contains(is_chinese), "{en}");
        for line in zh.lines().filter(|line| line.contains("  ")) {
            assert!(line.contains(is_chinese), "{line}");
        }
    }
    for (arguments, zh, en) in [
        (&["prüfe"][..], "没有“prüfe”这个命令。", "There is no command “prüfe”."),
        (&["check", "--agianst"], "没有“--agianst”这个参数。", "There is no option “--agianst”."),
        (
            &["check", "--format", "xml"],
            "--format <text|json>不能是“xml”，可以是：text, json。",
            "--format <text|json> cannot be “xml”; it can be: text, json.",
        ),
    ] {
        for (locale, sentence) in [("zh_CN.UTF-8", zh), ("en_US.UTF-8", en)] {
            let (code, _, err) = plan(arguments, locale);
            assert_eq!((code, err.lines().next()), (Some(2), Some(sentence)));
        }
    }
}

#[test]
fn damage_that_is_only_likely_is_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "报告.csv",
        "项目,内容\n地区,某县\n标题,某县计划报告\n日期,2024-01-18\n完成年份,2023\n计划年份,2024\n",
    );
    write("项目.csv", "项目名称,位置\n甲,K3+200处\n乙,5月3日\n");
    let package = folder.path().to_str().unwrap();
    let (code, out, err) = plan(&["check", package], "zh_CN.UTF-8");
    assert_eq!(code, Some(0));
    assert_eq!(
        err,
        format!(
            "{package}/项目.csv：1处可能有损坏：位置 1\n\
             {package}/项目.csv 第3行第2列（位置）：现为“5月3日”，可能是5-3、5.3这样的区间或编号，被电子表格当成了日期\n"
        )
    );
    assert!(out.lines().next().unwrap().ends_with("；1处可能有损坏"), "{out}");
    let (_, out, _) = plan(&["check", package, "--format", "json"], "zh_CN.UTF-8");
    let result: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(result["warnings"][0]["line"], 3);
    assert!(result["warnings"][0]["perhaps"].as_str().unwrap().starts_with("a range or number such as 5-3"));

    write("项目.csv", "项目名称,位置\n甲,1.23457E+15\n");
    let (code, _, err) = plan(&["check", package], "C");
    assert_eq!(code, Some(1));
    assert!(err.contains("项目.csv:2:2: in 位置: found “1.23457E+15”, expected all digits"), "{err}");
}

#[test]
fn findings_in_english_quote_the_names_of_the_package() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("报告.csv", "项目,内容\n地区,某县\n标题,某县计划报告\n日期,2024-01-18\n完成年份,2023\n"),
        ("章节.csv", "标识,标题\n1,2023年计划执行情况\n"),
        ("指标.csv", "指标名称,单位,2023年完成\n投资增长,%,6.1\n产值增长,亿元,5\n"),
        ("数字.csv", "章节,段,原文,对象\n1,1,6.2%,投资增长\n"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let (code, out, err) = check(folder.path(), &["--lang", "en"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let lines: Vec<&str> = out.lines().skip(2).collect();
    assert_eq!(
        lines,
        [
            "  conflict: “投资增长”: 6.2% in the main text, 6.1% in the table: not the same",
            "  conflict: “产值增长”: the name says growth but the unit is “亿元”; 5 in the table is a total, not a rate",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_named_and_the_status_is_2() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = check(folder.path(), &[]);
    assert_eq!(code, Some(2));
    assert!(err.contains(": found a folder without datapackage.json and 报告.csv, expected"), "{err}");
    let (code, _, err) = check(&weidong(), &["--against", "no-such-file.txt"]);
    assert_eq!(code, Some(2));
    assert!(err.starts_with("no-such-file.txt: found a file that cannot be read as text"), "{err}");
}

#[test]
fn a_package_is_proved_against_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("report.txt");
    // A text in which nearly nothing of the package stands, and a number that no row covers.
    fs::write(&text, "开头\n\n一、执行情况\n\n（一）战疫情、促发展，经济社会平稳运行\n\n发放口罩 159374 个，另有 77 个。\n").unwrap();
    let (code, out, err) = check(&weidong(), &["--against", text.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(!err.contains("figures f001"), "{err}");
    assert!(err.contains("figures f002: “30966双” does not stand in section 1.1, paragraph 1"), "{err}");
    // What the text has nothing of is told in one sentence with its reason.
    assert!(
        err.contains("projects: “平顶山市国际物流产业新城。平安大道东段南侧、开发一路两侧。 and 34 more” does not stand in the text, which has no line that begins with 专栏：\n"),
        "{err}"
    );
    assert!(
        err.contains("indicators: “地区生产总值增长 | % | 3 | 7.5 and 24 more” does not stand in the text, which has no line 附表 and no annex below it\n"),
        "{err}"
    );
    assert!(!err.contains("indicators gdp-growth") && !err.contains("projects p0"), "{err}");
    assert!(out.contains("numbers of the main text: 2, of which 1 are figures"), "{out}");
    assert!(out.contains("not covered: section 1.1, paragraph 1: …"), "{out}");

    let annexed = |annex: &str| {
        fs::write(&text, format!("一、执行情况\n\n附表\n{annex}")).unwrap();
        check(&weidong(), &["--against", text.to_str().unwrap()]).2
    };
    let err = annexed("地区生产总值增长 3 7.5\n");
    assert!(
        err.contains("does not stand in the annex, which has no rows with | between their cells\n"),
        "{err}"
    );
    let err = annexed("| 指标 | 单位 |\n| 某 | % |\n");
    assert!(err.contains("and 24 more” does not stand in any of the 2 rows of the annex\n"), "{err}");
    let err = annexed("| 地区生产总值增长 | % | 3 | 7.5 |\n");
    assert_eq!(err.matches("does not stand in the annex, in this order").count(), 24, "{err}");
}

#[test]
fn programs_get_json() {
    let (code, out, _) = check(&weidong(), &["--format", "json"]);
    assert_eq!(code, Some(0));
    let result: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(result["rows"]["figures"], 118);
    assert_eq!(result["problems"].as_array().map(Vec::len), Some(0));
    let conflicts =
        result["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "conflict");
    assert_eq!(conflicts.count(), 1);

    let folder = broken("places.csv", "kai fa yi lu", "kaifa yi lu");
    let (code, out, _) = check(folder.path(), &["--format", "json"]);
    assert_eq!(code, Some(1));
    let result: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(result["count"], 1);
    assert_eq!(result["problems"][0]["line"], 3);
    assert_eq!(result["problems"][0]["column"], 6);
    assert_eq!(result["problems"][0]["field"], "pinyin");
}
