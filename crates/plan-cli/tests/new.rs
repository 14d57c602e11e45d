//! A new package: what is written, that it is right as it is, and that nothing that is there is overwritten.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn plan(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    let Output { status, stdout, stderr } =
        command.args(arguments).env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn new(folder: &Path, name: &str, level: &str) -> (Option<i32>, String, String) {
    plan(&["new", name, "--level", level, "--year", "2025", "-o", folder.to_str().unwrap()])
}

const FILES: [&str; 5] = ["报告.csv", "章节.csv", "指标.csv", "项目.csv", "任务.csv"];

#[test]
fn a_new_package_is_right_as_it_is_and_has_no_rows() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("my/2026");
    let (code, out, err) = new(&folder, "我区", "district");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.contains("报告.csv、章节.csv、指标.csv、项目.csv、任务.csv、说明.md\n"), "{out}");
    assert!(out.contains("请先核对报告.csv里的标题（按惯例写成）和日期（现为今天）"), "{out}");

    let (code, out, err) = plan(&["check", folder.to_str().unwrap()]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.contains("没有错误：章节 0、指标 0、数字 0、未收数字 0、项目 0、"), "{out}");

    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    for file in FILES {
        let text = read(file);
        assert!(text.starts_with('\u{FEFF}'), "{file} opens as UTF-8");
        assert!(file == "报告.csv" || text.lines().count() == 1, "{file} has heads only");
    }
    assert_eq!(read("指标.csv"), "\u{FEFF}类别,序号,指标名称,单位,2025年完成,2026年计划,备注\n");
    let report = read("报告.csv");
    for row in [
        "项目,内容",
        "地区,我区",
        "级别,区",
        "标题,关于我区2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划（草案）的报告",
        "完成年份,2025",
        "计划年份,2026",
    ] {
        assert!(report.trim_start_matches('\u{FEFF}').lines().any(|line| line == row), "{row} in {report}");
    }
    let guide = read("说明.md");
    for file in FILES.iter().skip(1) {
        let (_, part) = guide.split_once(&format!("## {file}\n")).unwrap();
        let part = part.split("\n## ").next().unwrap();
        for head in read(file).trim_start_matches('\u{FEFF}').trim_end().split(',') {
            assert!(part.contains(&format!("| {head} | ")), "{head} of {file} is explained");
        }
    }
    assert!(guide.contains("## In English"), "{guide}");
}

#[test]
fn the_guide_has_the_heads_of_all_other_tables() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(new(dir.path(), "云石县", "县").0, Some(0));
    let guide = fs::read_to_string(dir.path().join("说明.md")).unwrap();
    assert!(!guide.contains("编号"), "ids have one name");
    let (_, others) = guide.split_once("## 其他的表\n").unwrap();
    let rows: Vec<Vec<&str>> = others
        .lines()
        .filter(|line| line.contains(".csv | "))
        .map(|line| line.trim_matches(['|', ' ']).split(" | ").collect())
        .collect();
    assert_eq!(rows.len(), 10, "{others}");
    for row in rows {
        let [file, _, heads, required] = row[..] else { panic!("{row:?}") };
        assert!(!dir.path().join(file).exists() && !required.is_empty(), "{file}");
        assert!(required.split(',').all(|head| heads.split(',').any(|one| one == head)), "{file}");
        fs::write(dir.path().join(file), format!("{heads}\n")).unwrap();
        let (code, _, err) = plan(&["check", dir.path().to_str().unwrap()]);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{file}");
        fs::write(dir.path().join(file), format!("{required}\n")).unwrap();
        let (code, _, err) = plan(&["check", dir.path().to_str().unwrap()]);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{file}");
    }
}

#[test]
fn what_is_filled_in_is_read_under_the_heads() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(new(dir.path(), "云石县", "县").0, Some(0));
    for (file, row) in [
        ("章节.csv", "1,,一,总体情况"),
        ("指标.csv", "一、经济,1,产值增长,%,6.1,6.5左右,预计"),
        ("项目.csv", "1,甲工程,某路,交通,新建,1.2亿元,某局,开工"),
        ("任务.csv", "1,1,2,做好一件事,96个,某局,9月底前"),
    ] {
        let path = dir.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.trim_end().split(',').count(), row.split(',').count(), "{file}");
        fs::write(&path, format!("{text}{row}\n")).unwrap();
    }
    let (code, out, err) = plan(&["check", dir.path().to_str().unwrap()]);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{err}");
    assert!(
        out.contains("章节 1、指标 1、数字 0、未收数字 0、项目 1、项目出处 0、地点 0、任务 1、"),
        "{out}"
    );
}

#[test]
fn a_folder_that_has_files_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), "a").unwrap();
    let (code, _, err) = new(dir.path(), "我区", "区");
    assert_eq!(code, Some(1));
    assert!(err.contains("现为已有文件的文件夹，应为新的或空的文件夹；没有写入任何文件"), "{err}");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    let (code, _, err) = new(&dir.path().join("a.txt"), "我区", "区");
    assert_eq!(code, Some(1));
    assert!(err.contains("a.txt：无法写入（"), "{err}");
}

#[test]
fn the_level_is_named_in_either_language() {
    for (word, name, written) in [
        ("town", "青石镇", "镇"),
        ("乡镇", "云岭乡", "乡"),
        ("town", "文昌街道", "街道"),
        ("county", "云石县", "县"),
        ("district", "我区", "区"),
        ("city", "澜州市", "市"),
        ("prefecture", "某州", "州"),
        ("province", "北川省", "省"),
        ("国家", "某国", "国"),
    ] {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(new(dir.path(), name, word).0, Some(0), "{word}");
        let report = fs::read_to_string(dir.path().join("报告.csv")).unwrap();
        assert!(report.contains(&format!("\n级别,{written}\n")), "{word}: {report}");
    }
    let dir = tempfile::tempdir().unwrap();
    let (code, _, err) = new(dir.path(), "我区", "village");
    assert_eq!(code, Some(2));
    assert!(
        err.starts_with(
            "--level <LEVEL>不能是“village”，可以是：town|街道|乡镇|乡|镇, county|县级市|自治县|"
        ),
        "{err}"
    );
    let (code, _, err) = plan(&["new", "我区", "--level", "区", "--year", "25", "-o", "x"]);
    assert_eq!(code, Some(2));
    assert!(err.starts_with("--year <YEAR>不能是“25”，可以是：1949—2998。"), "{err}");
    let (code, _, err) = plan(&["new", "我区"]);
    assert_eq!(code, Some(2));
    assert!(err.starts_with("缺少：--level <LEVEL>, --year <YEAR>, --output <FOLDER>。"), "{err}");
}
