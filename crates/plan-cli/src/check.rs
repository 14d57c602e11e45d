//! `plan check`: reads a package, reconciles it, and proves it against a text. The exit status says how that went.

use std::path::Path;
use std::process::ExitCode;

use plan_data::against::{Proof, ReportText, prove};
use plan_data::package::{self, Problems};
use plan_data::reconcile::{Finding, Severity, reconcile};
use plan_data::{Dataset, Place};
use serde_json::json;

use crate::Format;

/// There are mistakes.
const MISTAKES: u8 = 1;
/// Something cannot be read.
const UNREADABLE: u8 = 2;

/// Checks the package in that folder, against a text where one is given.
pub(crate) fn run(folder: &Path, against: Option<&Path>, format: Format) -> ExitCode {
    let dataset = match package::read(folder) {
        Ok(dataset) => dataset,
        Err(problems) => return report_problems(folder, &problems, format),
    };
    let proof = match against.map(|file| prove_against(&dataset, file)).transpose() {
        Ok(proof) => proof,
        Err(reason) => {
            match format {
                Format::Text => eprintln!("{reason}"),
                Format::Json => println!("{}", json!({ "unreadable": reason })),
            }
            return ExitCode::from(UNREADABLE);
        }
    };
    let findings = reconcile(&dataset);
    match format {
        Format::Text => write_text(folder, &dataset, &findings, proof.as_ref()),
        Format::Json => {
            println!(
                "{}",
                json!({
                    "package": folder.display().to_string(),
                    "rows": rows(&dataset).into_iter().collect::<serde_json::Map<_, _>>(),
                    "problems": [],
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

fn prove_against(dataset: &Dataset, file: &Path) -> Result<Proof, String> {
    let text = std::fs::read_to_string(file).map_err(|error| {
        format!("{}: found a file that cannot be read as text ({error}), expected UTF-8", file.display())
    })?;
    Ok(prove(dataset, &ReportText::read(&text)))
}

fn report_problems(folder: &Path, problems: &Problems, format: Format) -> ExitCode {
    match format {
        Format::Text => {
            eprintln!("{problems}");
            println!("{}: {} mistakes", folder.display(), problems.count());
        }
        Format::Json => {
            let listed: Vec<_> = problems.iter().collect();
            println!(
                "{}",
                json!({ "package": folder.display().to_string(), "count": problems.count(), "problems": listed })
            );
        }
    }
    ExitCode::from(if problems.is_unreadable() { UNREADABLE } else { MISTAKES })
}

fn rows(dataset: &Dataset) -> [(String, serde_json::Value); 9] {
    [
        ("sections", dataset.sections.len()),
        ("indicators", dataset.indicators.len()),
        ("figures", dataset.figures.len()),
        ("omissions", dataset.omissions.len()),
        ("projects", dataset.projects.len()),
        ("mentions", dataset.projects.iter().map(|project| project.mentions.len()).sum()),
        ("places", dataset.places.len()),
        ("tasks", dataset.tasks.len()),
        ("context", dataset.context.len()),
    ]
    .map(|(name, count)| (name.to_owned(), count.into()))
}

fn write_text(folder: &Path, dataset: &Dataset, findings: &[Finding], proof: Option<&Proof>) {
    let rows: Vec<String> = rows(dataset).iter().map(|(name, count)| format!("{count} {name}")).collect();
    println!("{}: no mistakes in {}", folder.display(), rows.join(", "));
    let of = |severity: Severity| findings.iter().filter(move |finding| finding.severity == severity);
    println!(
        "reconciliation: {} findings (conflicts: {}, notes: {})",
        findings.len(),
        of(Severity::Conflict).count(),
        of(Severity::Note).count()
    );
    for finding in of(Severity::Conflict).chain(of(Severity::Note)) {
        let word = if finding.severity == Severity::Conflict { "conflict" } else { "note" };
        println!("  {word}: {}\n    {}", finding.sentence.zh, finding.sentence.en);
    }
    if let Some(proof) = proof {
        write_proof(proof);
    }
}

fn write_proof(proof: &Proof) {
    for unproved in &proof.unproved {
        eprintln!("{unproved}");
    }
    println!(
        "against the text: {} of {} statements stand where they say",
        proof.looked_up - proof.unproved.len(),
        proof.looked_up
    );
    println!(
        "numbers of the main text: {}, of which {} are figures, {} are left out with a reason, {} are not covered",
        proof.numbers,
        proof.in_figures,
        proof.numbers - proof.in_figures - proof.uncovered.len(),
        proof.uncovered.len()
    );
    for uncovered in &proof.uncovered {
        let Place { section, paragraph } = &uncovered.place;
        println!("  not covered: section {section}, paragraph {paragraph}: …{}…", uncovered.around);
    }
}
