//! The outline of a text: what rows cite.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::process::{Command, Output};

fn outline(text: &str, locale: &str) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.txt");
    fs::write(&file, text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    let Output { status, stdout, stderr } =
        command.arg("outline").arg(file).env("LC_ALL", locale).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

const TEXT: &str = "某县计划报告\n\n各位代表：\n\n现将情况报告如下。\n\n一、去年情况\n\n（一）农业。粮食总产量 86.2 万吨，增长 3%，\
                    其中夏粮 40 万吨，秋粮 46.2 万吨。\n\n二、今年任务\n\n修路\n\n修路 12 公里。\n\n附表\n| 指标 | 单位 |\n| 粮食 | 万吨 |\n";

#[test]
fn sections_and_paragraphs_have_the_numbers_to_cite() {
    let (code, out, err) = outline(TEXT, "zh_CN.UTF-8");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(
        out,
        "0  （开头）\n  第1段  某县计划报告各位代表：\n  第2段  现将情况报告如下。\n1  一、去年情况\n1.1  （一）农业\n  第1段  粮食总产量86.2万吨，增长3%，其中夏…  数字：86.2万吨、3%、40万吨、46.2万吨\n2  二、今年任务\n2.1  修路\n  第1段  修路12公里。  数字：12公里\n附表  2行\n"
    );
    let (_, out, _) = outline(TEXT, "C");
    assert!(out.starts_with("0  (opening)\n  paragraph 1  某县计划报告各位代表：\n"), "{out}");
    assert!(
        out.contains("  paragraph 1  修路12公里。  numbers: 12公里\n") && out.ends_with("annex  2 lines\n"),
        "{out}"
    );
}

#[test]
fn a_text_without_headings_is_said_to_have_none() {
    let (code, out, err) = outline("第一句。\n第二句。\n", "zh_CN.UTF-8");
    assert_eq!((code, out.as_str()), (Some(0), "0  （开头）\n  第1段  第一句。\n  第2段  第二句。\n"));
    assert!(err.starts_with("没有认出标题。"), "{err}");
}

#[test]
fn a_text_that_cannot_be_read() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    let Output { status, stderr, .. } =
        command.args(["outline", "没有.txt", "--lang", "zh"]).output().unwrap();
    assert_eq!(status.code(), Some(2));
    let stderr = String::from_utf8(stderr).unwrap();
    assert_eq!(stderr, "没有.txt：现为无法作为文本读取的文件（没有这个文件），应为UTF-8文本\n");
}
