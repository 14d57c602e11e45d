//! `plan places` suggests names of places that locations have, and a package with them is right.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

fn plan(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_plan")).args(arguments).env("LC_ALL", "C").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn names_of_places_are_rows_for_the_table_of_places() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("报告.csv", "项目,内容\n地区,某县\n标题,某县报告\n日期,2026-01-15\n完成年份,2025\n");
    write("项目.csv", "项目名称,位置\n甲,城关镇北环路北侧\n乙,城关镇白马村\n丙,\n");
    let package = folder.path().to_str().unwrap();
    let (code, rows, said) = plan(&["places", package]);
    assert_eq!(code, Some(0), "{said}");
    let expected =
        "标识,名称,类别\nchengguanzhen,城关镇,sub-district\nbeihuanlu,北环路,road\nbaimacun,白马村,village\n";
    assert_eq!(rows, expected);
    assert!(said.starts_with("城关镇: p01 p02\n北环路: p01\n"), "{said}");
    // What was taken over is a table of places, and is not suggested again.
    write("地点.csv", &rows);
    assert_eq!(plan(&["check", package]).0, Some(0));
    let (code, rows, said) = plan(&["places", package]);
    assert_eq!((code, rows.as_str()), (Some(0), ""));
    assert!(said.starts_with("No names of places"), "{said}");
    assert_eq!(plan(&["places", Path::new(package).join("no").to_str().unwrap()]).0, Some(2));
}
