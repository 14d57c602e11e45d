//! `plan check`: reads a package, reconciles it, and proves it against a text. The exit status says how that went.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use plan_data::against::{Proof, ReportText, prove};
use plan_data::package::{Checked, Problem, Problems};
use plan_data::reconcile::{Finding, Severity, reconcile};
use plan_data::{Dataset, Language, Place};
use serde_json::json;

use crate::arguments::Format;
use crate::texts::{Counts, texts};
use crate::{UNREADABLE, read_text};

/// There are mistakes.
pub(crate) const MISTAKES: u8 = 1;

/// Checks the package in that folder, against a text where one is given.
pub(crate) fn run(folder: &Path, against: Option<&Path>, format: Format, language: Language) -> ExitCode {
    let Checked { package: read, warnings } = plan_sheets::check(folder);
    let listed = |problems: &Problems| problems.iter().cloned().collect::<Vec<Problem>>();
    let package = folder.display().to_string();
    let dataset = match read {
        Ok(package) => package.dataset,
        Err(problems) => {
            match format {
                Format::Text => write_problems(&package, &problems, &warnings, language),
                Format::Json => println!(
                    "{}",
                    json!({
                        "package": package,
                        "count": problems.count(),
                        "problems": listed(&problems),
                        "warnings": listed(&warnings),
                    })
                ),
            }
            return ExitCode::from(if problems.is_unreadable() { UNREADABLE } else { MISTAKES });
        }
    };
    let proof = match against.map(read_text).transpose() {
        Ok(text) => text.map(|text| prove(&dataset, &ReportText::read(&text))),
        Err(reason) => {
            match format {
                Format::Text => eprintln!("{}", reason.in_language(language)),
                Format::Json => println!("{}", json!({ "unreadable": reason })),
            }
            return ExitCode::from(UNREADABLE);
        }
    };
    let findings = reconcile(&dataset);
    match format {
        Format::Text => {
            write_right(&package, &dataset, &warnings, language);
            write_findings(&findings, language);
            if let Some(proof) = &proof {
                write_proof(proof, language);
            }
        }
        Format::Json => {
            println!(
                "{}",
                json!({
                    "package": package,
                    "rows": ROWS.into_iter().zip(rows(&dataset)).collect::<BTreeMap<_, _>>(),
                    "problems": [],
                    "warnings": listed(&warnings),
                    "findings": findings,
                    "against": proof,
                })
            );
        }
    }
    if proof.is_some_and(|proof| !proof.unproved.is_empty() || !proof.uncovered.is_empty()) {
        ExitCode::from(MISTAKES)
    } else {
        ExitCode::SUCCESS
    }
}

/// What is wrong with a package, and what may be.
pub(crate) fn write_problems(package: &str, problems: &Problems, warnings: &Problems, language: Language) {
    let texts = &texts(language).check;
    write_by_file(problems, texts.mistakes, language);
    write_by_file(warnings, texts.warnings, language);
    println!("{}", (texts.wrong)(package, problems.count()));
}

/// Each file: how many there are in which columns, then each.
fn write_by_file(problems: &Problems, head: Counts, language: Language) {
    for of in problems.by_file() {
        let columns = of.columns();
        let columns: Vec<(&str, usize)> =
            columns.iter().map(|(name, count)| (name.in_language(language), *count)).collect();
        eprintln!("{}", head(of.file, of.count(), &columns));
        for sentence in of.sentences(language) {
            eprintln!("{sentence}");
        }
    }
}

/// The rows that are counted, as programs know them.
const ROWS: [&str; 9] =
    ["sections", "indicators", "figures", "omissions", "projects", "mentions", "places", "tasks", "context"];

/// How many there are of each of [`ROWS`].
fn rows(dataset: &Dataset) -> [usize; 9] {
    [
        dataset.sections.len(),
        dataset.indicators.len(),
        dataset.figures.len(),
        dataset.omissions.len(),
        dataset.projects.len(),
        dataset.projects.iter().map(|project| project.mentions.len()).sum(),
        dataset.places.len(),
        dataset.tasks.len(),
        dataset.context.len(),
    ]
}

/// What may be wrong with a package.
pub(crate) fn write_warnings(warnings: &Problems, language: Language) {
    write_by_file(warnings, texts(language).check.warnings, language);
}

fn write_right(package: &str, dataset: &Dataset, warnings: &Problems, language: Language) {
    let texts = &texts(language).check;
    write_warnings(warnings, language);
    let rows: Vec<(&str, usize)> = texts.rows.into_iter().zip(rows(dataset)).collect();
    println!("{}", (texts.right)(package, &rows, warnings.count()));
}

fn write_findings(findings: &[Finding], language: Language) {
    let texts = &texts(language).check;
    let of = |severity: Severity| findings.iter().filter(move |finding| finding.severity == severity);
    let (conflicts, notes) = (of(Severity::Conflict), of(Severity::Note));
    println!("{}", (texts.findings)(findings.len(), conflicts.clone().count(), notes.clone().count()));
    let of_word = |word: &'static str| move |finding| (word, finding);
    for (word, Finding { sentence, .. }) in
        conflicts.map(of_word(texts.conflict)).chain(notes.map(of_word(texts.note)))
    {
        match language {
            Language::Chinese => println!("  {word}：{}", sentence.zh),
            Language::English => println!("  {word}: {}", sentence.en),
        }
    }
}

fn write_proof(proof: &Proof, language: Language) {
    let texts = &texts(language).check;
    for unproved in &proof.unproved {
        eprintln!("{}", unproved.sentence(language));
    }
    println!("{}", (texts.proved)(proof));
    let left_out = proof.numbers - proof.in_figures - proof.uncovered.len();
    println!("{}", (texts.numbers)(proof, left_out));
    for uncovered in &proof.uncovered {
        let Place { section, paragraph } = &uncovered.place;
        println!("  {}", (texts.uncovered)(section, *paragraph, &uncovered.around));
    }
}
