//! A package read out of a report's file.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs the command in Chinese in that folder: its status, standard output and standard error.
fn plan(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_plan"))
        .current_dir(folder)
        .args(arguments)
        .args(["--lang", "zh"])
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

const REPORT: &str = "关于青禾县2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划（草案）的报告\n\n\
    ——2026年1月15日在青禾县第十七届人民代表大会第五次会议上\n\n青禾县发展和改革委员会\n\n各位代表：\n\n现将有关情况报告如下，请予审议。\n\n\
    一、2025年国民经济和社会发展计划执行情况\n\n（一）产业稳步发展\n\n粮食总产量86.2万吨，增长3%。新增高新技术企业18家。\n\n\
    二、2026年重点任务\n\n（一）抓好项目建设\n\n新建农村公路12公里，改造老旧小区20个以上。\n\n附表\n\n2026年国民经济和社会发展主要指标（草案）\n\n\
    | 指标名称 | 单位 | 2025年完成 | 2026年计划 |\n|---|---|---|---|\n| 1. 地区生产总值增长 | % | 6.2 | 6.5左右 |\n| 2. 粮食总产量 | 万吨 | 86.2 | — |\n";

#[test]
fn a_package_is_written_that_the_check_accepts() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.txt"), REPORT).unwrap();
    let (code, out, err) = plan(folder.path(), &["import", "report.txt", "-o", "my"]);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert!(out.contains("指标：2行（有把握2，最好核对0，必须核对0）\n"), "{out}");
    assert!(out.contains("数字：5行"), "{out}");
    assert!(out.ends_with("然后检查：plan check my --against my/报告.txt\n"), "{out}");
    let cells = fs::read_to_string(folder.path().join("my/指标.csv")).unwrap();
    assert_eq!(
        cells.lines().collect::<Vec<&str>>(),
        [
            "\u{FEFF}序号,指标名称,单位,2025年完成,2026年计划",
            "1,地区生产总值增长,%,6.2,6.5左右",
            "2,粮食总产量,万吨,86.2,—"
        ]
    );
    let doubts = fs::read_to_string(folder.path().join("my/存疑.md")).unwrap();
    assert!(doubts.starts_with("# 请核对\n"), "{doubts}");
    let (code, out, err) = plan(folder.path(), &["check", "my", "--against", "my/报告.txt"]);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert!(out.contains("0个没有交代"), "every number is in a row: {out}");
    // What somebody has corrected is not written over.
    let (code, _, err) = plan(folder.path(), &["import", "report.txt", "-o", "my"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("没有写入任何文件"), "{err}");
}

#[test]
fn a_report_is_compared_with_a_package_made_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.txt"), REPORT).unwrap();
    fs::create_dir(folder.path().join("by-hand")).unwrap();
    let rows = "name,unit,actual,plan\n地区生产总值增长,%,6.2,6.5左右\n粮食总产量,万吨,86,—\n";
    fs::write(folder.path().join("by-hand/indicators.csv"), rows).unwrap();
    let (code, out, err) = plan(folder.path(), &["import", "report.txt", "--score", "by-hand"]);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    let line = out.lines().find(|line| line.starts_with("indicators")).unwrap();
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(words, ["indicators", "2", "50.0", "%", "50.0", "%", "1", "of", "2"]);
    fs::create_dir(folder.path().join("empty")).unwrap();
    let (code, _, err) = plan(folder.path(), &["import", "report.txt", "--score", "empty"]);
    assert_eq!(code, Some(2));
    assert_eq!(err, "empty：现为没有数据表（figures.csv等）的文件夹，应为手工整理的数据包\n");
}

#[test]
fn what_is_no_report_is_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, status, told) in [
        ("empty.txt", &b""[..], 2, "empty.txt：空文件：请重新下载"),
        ("poem.txt", "床前明月光。".as_bytes(), 1, "没有写入任何文件"),
        ("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", 2, "old.doc："),
        ("broken.pdf", b"%PDF-1.7\nnothing", 2, "broken.pdf："),
        ("broken.docx", b"PK\x03\x04 nothing", 2, "broken.docx："),
        ("bytes.txt", b"\x00\x01\x02\x03\xFF\xFE\x80\x81", 2, "bytes.txt："),
    ] {
        fs::write(folder.path().join(name), bytes).unwrap();
        let (code, _, err) = plan(folder.path(), &["import", name, "-o", "out"]);
        assert_eq!(code, Some(status), "{name}: {err}");
        assert!(err.contains(told) && err.lines().count() == 1, "{name}: {err}");
        assert!(!folder.path().join("out").exists(), "{name}");
    }
    let (code, _, err) = plan(folder.path(), &["import", "none.txt", "-o", "out"]);
    assert_eq!(code, Some(2));
    assert_eq!(err, "none.txt：现为无法读取的文件（没有这个文件），应为报告的文件\n");
    let (code, _, err) = plan(folder.path(), &["import", "none.txt"]);
    assert_eq!(code, Some(2), "{err}");
    assert!(err.starts_with("缺少："), "{err}");
}
