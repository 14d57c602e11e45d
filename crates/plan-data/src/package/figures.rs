//! figures.csv and omissions.csv. What is typed in columns must be what the printed text reads as; what is left out follows from that, from
//! the subject and from the headings above.

use super::columns::Years;
use super::table::{Row, Table};
use super::{Problems, infer};
use crate::figure::{Figure, FigureKind, Nature, Omission, Relation, RelationKind, Topic};
use crate::{Amount, Decimal, Indicator, Modifier, Modifiers, Quantity, Section, Unit};

pub(super) fn read(problems: &mut Problems, table: &Table, outline: &[Section], years: Years) -> Vec<Figure> {
    let ids = table.values("id");
    table
        .rows()
        .filter_map(|row| {
            let figure = figure(problems, row, outline, years)?;
            if let Some(of) = row.optional("of")
                && !ids.contains(of)
                && !of
                    .strip_prefix("sections:")
                    .is_some_and(|id| outline.iter().any(|section| section.id == id))
            {
                row.wrong(
                    problems,
                    "of",
                    said!(
                        "数字的标识，或者sections:加章节的标识",
                        "the id of a figure, or sections: and the id of a section"
                    ),
                );
            }
            let relation = figure.relation.as_ref();
            if relation.is_none() && row.optional("of").is_some() {
                row.wrong(
                    problems,
                    "relation",
                    said!("与“相关”（of）一栏所填内容的关系", "how it depends on what stands in “of”"),
                );
            }
            if relation
                .is_some_and(|relation| relation.of.is_empty() && relation.kind != RelationKind::Counts)
            {
                row.wrong(
                    problems,
                    "of",
                    said!("它所依据的数字的标识", "the id of the figure that it depends on"),
                );
            }
            Some(figure)
        })
        .collect()
}

/// Gives figures the indicator of the same name that has the same value, where the table has no column for indicators.
pub(super) fn link(table: &Table, figures: &mut [Figure], indicators: &[Indicator], years: Years) {
    if table.has_column("indicator") {
        return;
    }
    for figure in figures {
        let same_value = |row: &&Indicator| {
            let (cell, year) =
                if figure.nature.is_plan() { (&row.plan, years.plan) } else { (&row.actual, years.actual) };
            let is_its_year = figure.year.is_none_or(|of| of == year);
            let unit = Unit::try_from(row.unit.zh.clone()).ok();
            is_its_year
                && cell.amount().is_some_and(|amount| amount.says_same_as(figure.quantity.amount))
                && unit.as_ref() == Some(&figure.quantity.unit)
        };
        let mut same = indicators.iter().filter(|row| row.name.zh == figure.subject.zh).filter(same_value);
        if let (Some(only), None) = (same.next(), same.next()) {
            figure.indicator = Some(only.id.clone());
            figure.is_inferred = true;
        }
    }
}

/// What a figure claims and of which year, as the row says, or else the headings above its place.
fn nature(
    problems: &mut Problems,
    row: Row<'_>,
    outline: &[Section],
    years: Years,
) -> Option<(Nature, Option<u16>)> {
    let year = row.maybe(problems, "year", said!("年份，例如2021", "a year, such as 2021"));
    if row.optional("nature").is_some() {
        return Some((row.word(problems, "nature", Nature::ALL)?, year.ok()?));
    }
    let section = row.optional("section").unwrap_or_default();
    let Some(inferred) = infer::nature(outline, section, years) else {
        // Headings may say it by a year, which is not known where the report has a mistake.
        if years.is_unknown() {
            return None;
        }
        row.wrong(
            problems,
            "nature",
            said!(
                "完成、目标、计划、存量之一：所在章节的标题看不出是哪一种",
                "one of actual, target, planned, stock: the headings above it do not say which"
            ),
        );
        return None;
    };
    let of = if inferred == Nature::Actual { years.actual } else { years.plan };
    Some((inferred, year.ok()?.or(Some(of))))
}

fn figure(problems: &mut Problems, row: Row<'_>, outline: &[Section], years: Years) -> Option<Figure> {
    let quantity = quantity(problems, row);
    let kind = match row.optional("kind") {
        Some(_) => row.word(problems, "kind", FigureKind::ALL),
        None => quantity.as_ref().map(|quantity| {
            infer::figure_kind(row.optional("subject").unwrap_or_default(), quantity.unit.dimension())
        }),
    };
    let nature = nature(problems, row, outline, years);
    let relation = match row.optional("relation") {
        None => Some(None),
        Some(_) => row
            .word(problems, "relation", RelationKind::ALL)
            .map(|kind| Some(Relation { kind, of: row.optional("of").unwrap_or_default().to_owned() })),
    };
    let topic = match row.optional("topic") {
        None => Some(None),
        Some(_) => row.word(problems, "topic", Topic::ALL).map(Some),
    };
    let (nature, year) = nature?;
    Some(Figure {
        id: row.text(problems, "id").to_owned(),
        place: row.place(problems)?,
        printed: row.text(problems, "printed").to_owned(),
        subject: row.bilingual(problems, "subject"),
        kind: kind?,
        nature,
        quantity: quantity?,
        year,
        indicator: row.optional("indicator").map(str::to_owned),
        is_inferred: false,
        relation: relation?,
        topic: topic?,
        field: row.optional("field").map(str::to_owned),
        scope: row.maybe_bilingual("scope"),
        note: row.maybe_bilingual("note"),
    })
}

/// The quantity of the columns, which the printed text must agree with. A unit may be left out in print (the shares of
/// 0.6:34.4:65 are %), and an ambition (力争) may stand further ahead in the sentence.
fn quantity(problems: &mut Problems, row: Row<'_>) -> Option<Quantity> {
    let printed = row.parse(problems, "printed", |text| {
        text.trim_start_matches('为').parse::<Quantity>().map_err(|error| error.expected())
    })?;
    if row.optional("value").is_none() {
        return Some(printed);
    }
    let form = || said!("数字，例如7.5", "a number such as 7.5");
    let value: Decimal = row.parse(problems, "value", |text| text.parse().map_err(|_| form()))?;
    let upper = row.maybe(problems, "value_upper", form()).ok()?;
    let unit = row.unit(problems)?;
    let modifiers = row.modifiers(problems, "modifier");
    let read = printed.amount;
    // 下降2.1% may be typed as -2.1, or as what is printed after the word.
    let is_size = upper.is_none() && read.upper.is_none() && value == read.value.abs();
    if (read.value, read.upper) != (value, upper) && !(is_size && read.modifiers.has_fall()) {
        let (value, text) = (read.value, row.optional("printed").unwrap_or_default());
        row.wrong(problems, "value", said!("{value}，与“{text}”一致", "{value}, as in “{text}”"));
    }
    if printed.unit != unit && !printed.unit.printed().is_empty() {
        let unit = printed.unit.printed();
        row.wrong(problems, "unit", said!("“{unit}”，与原文一致", "“{unit}”, as printed"));
    }
    let left_out: Vec<Modifier> = read
        .modifiers
        .iter()
        .filter(|modifier| modifier.is_direction() && !modifiers.has(*modifier))
        .collect();
    let without_ambition = |modifiers: Modifiers| -> Vec<Modifier> {
        modifiers.iter().filter(|one| !one.is_ambition() && !left_out.contains(one)).collect()
    };
    let expected = without_ambition(read.modifiers);
    if expected != without_ambition(modifiers) {
        let words: Vec<&str> = expected.into_iter().map(Modifier::printed).collect();
        let words = words.join("~");
        row.wrong(problems, "modifier", said!("“{words}”，与原文一致", "“{words}”, as printed"));
    }
    let modifiers = modifiers.iter().chain(left_out).collect();
    Some(Quantity { amount: Amount { modifiers, ..read }, unit })
}

pub(super) fn omissions(problems: &mut Problems, table: &Table) -> Vec<Omission> {
    table
        .rows()
        .filter_map(|row| {
            Some(Omission {
                place: row.place(problems)?,
                printed: row.text(problems, "printed").to_owned(),
                reason: row.text(problems, "reason").to_owned(),
            })
        })
        .collect()
}
