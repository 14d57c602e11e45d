//! synonyms.csv: what readers say, and what the report has under other words.

use std::collections::BTreeSet;

use super::Problems;
use super::table::Table;
use crate::facet::Facet;
use crate::synonym::{Meaning, Synonym};

/// `tables` are those of projects, tasks, indicators and mentions, which meanings point to.
pub(super) fn read(problems: &mut Problems, table: &Table, tables: [&Table; 4]) -> Vec<Synonym> {
    let [projects, tasks, indicators, mentions] = tables;
    let sectors = projects.values("sector");
    let fields = tasks.values("field");
    let ids = indicators.values("id");
    let stages = mentions.values("stage_code");
    table
        .rows()
        .filter_map(|row| {
            let word = row.text(problems, "word").to_owned();
            let means = row.list("means");
            let known = |meaning: &Meaning| match meaning {
                Meaning::Facet(Facet::Sector, value) => is_one(&sectors, value),
                Meaning::Facet(Facet::Stage, value) => is_one(&stages, value),
                Meaning::Field(value) => is_one(&fields, value),
                Meaning::Indicator(value) => is_one(&ids, value),
                Meaning::Words(_) | Meaning::Facet(..) => true,
            };
            let mut read = Vec::new();
            for meaning in &means {
                if let Some(meaning) = Meaning::parse(meaning).filter(known) { read.push(meaning) } else {
                    row.wrong(
                        problems,
                        "means",
                        said!(
                            "词语，或者sector:、stage:、field:、indicator:加上这些表里的值，用~隔开；“{meaning}”不是",
                            "words, or sector:, stage:, field: or indicator: with a value of those tables, separated by ~; \
                             “{meaning}” is none"
                        ),
                    );
                    return None;
                }
            }
            Some(Synonym { word, means: read })
        })
        .collect()
}

fn is_one(known: &BTreeSet<&str>, value: &str) -> bool {
    known.contains(value)
}
