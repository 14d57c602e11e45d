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
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_plan")).arg("check").arg(package).args(more).output().unwrap();
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
    assert!(out.contains("conflict: 社会消费品零售总额增长：名称说的是增长，单位却是亿元"), "{out}");
}

#[test]
fn each_mistake_has_a_line_and_the_status_is_1() {
    let folder = broken("omissions.csv", ",name\n", ",nmae\n");
    let (code, out, err) = check(folder.path(), &[]);
    assert_eq!(code, Some(1));
    assert!(out.ends_with(": 6 mistakes\n"), "{out}");
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 6, "{err}");
    let place = folder.path().display();
    assert!(
        lines[0]
            .starts_with(&format!("{place}/omissions.csv:11:4: in reason: found “nmae”, expected one of")),
        "{err}"
    );
}

#[test]
fn what_cannot_be_read_is_named_and_the_status_is_2() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = check(folder.path(), &[]);
    assert_eq!(code, Some(2));
    assert!(err.contains("datapackage.json: found a file that cannot be read"), "{err}");
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
    assert!(err.contains("projects p01: “平顶山市国际物流产业新城。平安大道东段南侧、开发一路两侧。” does not stand in item 1 of the column"), "{err}");
    assert!(
        err.contains("indicators gdp-growth: “地区生产总值增长 | % | 3 | 7.5” does not stand in the annex"),
        "{err}"
    );
    assert!(out.contains("numbers of the main text: 2, of which 1 are figures"), "{out}");
    assert!(out.contains("not covered: section 1.1, paragraph 1: …"), "{out}");
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
