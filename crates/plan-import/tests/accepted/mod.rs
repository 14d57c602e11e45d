//! Whether the program itself accepts what is written of a report, and the report’s text proves it.

use std::collections::HashMap;
use std::io;

use plan_data::Language;
use plan_data::against::{ReportText, prove};
use plan_data::package::check_with;
use plan_import::{Import, TEXT};

/// What the report must say, for texts that do not.
const REQUIRED: [(&str, &str); 4] =
    [("地区", "青禾县"), ("标题", "青禾县计划报告"), ("日期", "2026-01-15"), ("完成年份", "2025")];

/// What is wrong with the package of a report; with `proved` also what its text does not say.
pub(crate) fn faults(read: &Import, proved: bool) -> Vec<String> {
    let mut files: HashMap<String, Vec<u8>> = read.files(Language::English).unwrap().into_iter().collect();
    let report = String::from_utf8(files.remove("报告.csv").unwrap()).unwrap();
    let planned = report.lines().find_map(|line| line.strip_prefix("计划年份,")?.parse::<u16>().ok());
    let filled = report.lines().map(|line| {
        match (REQUIRED.iter().find(|(key, _)| line == format!("{key},")), planned) {
            (Some(("完成年份", _)), Some(year)) => format!("完成年份,{}", year - 1),
            (Some((key, value)), _) => format!("{key},{value}"),
            (None, _) => line.to_owned(),
        }
    });
    files.insert("报告.csv".to_owned(), filled.collect::<Vec<String>>().join("\n").into_bytes());
    let text = ReportText::read(std::str::from_utf8(files.get(TEXT).unwrap()).unwrap());
    let open = |name: &str| files.get(name).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound));
    match check_with("o", open).package {
        Ok(_) if !proved => Vec::new(),
        Ok(package) => {
            let proof = prove(&package.dataset, &text);
            let unproved = proof.unproved.iter().map(|unproved| unproved.sentence(Language::English));
            let uncovered = proof.uncovered.iter().map(|one| format!("uncovered: {one:?}"));
            unproved.chain(uncovered).collect()
        }
        Err(problems) => {
            problems.by_file().iter().flat_map(|file| file.sentences(Language::English)).collect()
        }
    }
}
