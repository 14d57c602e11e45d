//! Projects: those of lists, and those that sentences name with how far they are.

mod known;
mod listed;
mod locations;
mod named;
mod names;
mod places;
mod stages;

use std::collections::{BTreeSet, HashMap};

use known::{Known, Match};
use listed::Listed;
use named::{By, Named};
use places::Places;

use crate::clauses::{body, ends_clause, split};
use crate::row::said;
use crate::{At, Cells, Purpose, Report, Row, Section, Span, Sureness, Table};

/// The rows of projects, of where the text names them, and of their locations. `read`: what was read before, with the projects of tables.
pub(crate) fn rows(report: &Report, read: &[Row]) -> Vec<Row> {
    let listed = listed::read(report);
    let mut known = Known::default();
    let tabled: Vec<&Row> = read.iter().filter(|row| row.table == Table::Projects).collect();
    let names = tabled.iter().map(|row| row.cell("name"));
    for name in names.chain(listed.iter().map(|project| project.name.as_str())) {
        known.add(name);
    }
    let sections: HashMap<&str, &Section> =
        report.sections.iter().map(|section| (section.id.as_str(), section)).collect();
    let mut rows: Vec<Row> = Vec::new();
    let mut places = Places::default();
    let mut in_lists = BTreeSet::new();
    for row in &tabled {
        rows.extend(places.of_location(row));
    }
    for project in &listed {
        let row = listed_row(project);
        let located = places.of_location(&row);
        rows.push(row);
        rows.extend(located);
        if project.location.is_empty() {
            rows.push(listed_mention(report, sections.get(&*project.at.section).copied(), project));
        }
        in_lists.insert(project.at.clone());
    }
    for (section, at, paragraph) in report.paragraphs() {
        if section.purpose == Purpose::Problems || in_lists.contains(&at) {
            continue;
        }
        let words = &paragraph.words;
        for clause in split(words, body(paragraph), ends_clause) {
            for named in named::read(words, clause.range) {
                let name = words.get(named.range.clone()).unwrap_or_default();
                let matched = known.find(name);
                if matched == Match::New {
                    known.add(name);
                    rows.push(Row {
                        table: Table::Projects,
                        cells: Cells::from_iter([("name", name)]),
                        span: Span::Words(at.clone(), named.range.clone()),
                        sureness: sureness(&named, &Match::New, section.purpose),
                    });
                }
                rows.push(mention(report, section.purpose, &at, name, &named, &matched));
            }
        }
    }
    let projects = tabled.into_iter().chain(rows.iter().filter(|row| row.table == Table::Projects));
    let within = projects.flat_map(|project| places.of_name(project)).collect::<Vec<Row>>();
    rows.extend(within);
    rows
}

fn listed_row(project: &Listed) -> Row {
    let mut cells = Cells::from_iter([("name", &project.name)]);
    if !project.location.is_empty() {
        cells.push("location", &project.location);
    }
    for (key, value) in &project.facts {
        let key = if *key == "建设性质" { "work" } else { key };
        cells.push(key, value);
    }
    let sureness = if project.is_said {
        Sureness::Sure(said("项目清单里的一项", "an item of a list of projects"))
    } else {
        Sureness::Likely(said(
            "几项连列，名称像项目",
            "items that stand together and are called as projects are",
        ))
    };
    Row {
        table: Table::Projects,
        cells,
        span: Span::Words(project.at.clone(), project.range.clone()),
        sureness,
    }
}

/// The item of a list as the place that names the project, where the list does not say where that is.
fn listed_mention(report: &Report, section: Option<&Section>, project: &Listed) -> Row {
    let (nature, year) = match section.map(|section| section.purpose) {
        Some(Purpose::Results) => ("actual", report.actual_year),
        _ => ("target", report.plan_year),
    };
    let index = usize::from(project.at.paragraph.saturating_sub(1));
    let words = section.and_then(|section| section.paragraphs.get(index)).map_or("", |found| &found.words);
    let start = words.find(&project.name).unwrap_or(project.range.start);
    let row = Row {
        table: Table::Mentions,
        cells: Cells::default(),
        span: Span::Words(project.at.clone(), start..start + project.name.len()),
        sureness: Sureness::Likely(said("清单里的一项", "an item of a list")),
    };
    let row = row
        .with("project", project.name.as_str())
        .with("section", &project.at.section)
        .with("paragraph", project.at.paragraph.to_string())
        .with("name", project.name.as_str())
        .with("nature", nature);
    match year {
        Some(year) => row.with("year", year.to_string()),
        None => row,
    }
}

fn sureness(named: &Named, matched: &Match, purpose: Purpose) -> Sureness {
    let by = match named.by {
        By::Class => said("“等……项目”列举的名称", "a name of an enumeration that 等……项目 ends"),
        By::End => {
            said("名称像项目，句子说到进展", "called as projects are, and the sentence says how far it is")
        }
        By::Stage => said("只有进展说明是项目", "only how far it is says that it is a project"),
    };
    match matched {
        Match::Short(_) => {
            Sureness::Likely(said("简称，只与一个项目相符", "a short name that fits one project only"))
        }
        Match::Ambiguous => {
            Sureness::Doubtful(said("简称与几个项目相符", "a short name that fits several projects"))
        }
        _ if named.is_common || purpose == Purpose::Other => Sureness::Doubtful(by),
        Match::Same(_) => Sureness::Sure(said("与清单里的名称相同", "the name is that of a list")),
        Match::New => Sureness::Likely(by),
    }
}

/// The row of a place of the text that names a project.
fn mention(report: &Report, purpose: Purpose, at: &At, name: &str, named: &Named, matched: &Match) -> Row {
    let project = match matched {
        Match::Same(known) | Match::Short(known) => known.as_str(),
        Match::New | Match::Ambiguous => name,
    };
    let (nature, year) = match purpose {
        Purpose::Plan => ("target", report.plan_year),
        _ if named.stage.printed.starts_with("计划") || named.stage.printed.starts_with("规划") => {
            ("planned", None)
        }
        _ => ("actual", report.actual_year),
    };
    let cells = [
        ("project", project),
        ("section", &at.section),
        ("paragraph", &at.paragraph.to_string()),
        ("name", name),
        ("stage", &named.stage.printed),
        ("stage_code", named.stage.code),
        ("nature", nature),
        ("year", &year.map_or(String::new(), |year| year.to_string())),
    ];
    Row {
        table: Table::Mentions,
        cells: cells.into_iter().filter(|(_, cell)| !cell.is_empty()).collect(),
        span: Span::Words(at.clone(), named.range.clone()),
        sureness: sureness(named, matched, purpose),
    }
}

#[cfg(test)]
mod tests;
