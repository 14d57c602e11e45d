//! figures.csv and omissions.csv. What is typed in columns must be what the printed text reads as.

use super::Problems;
use super::table::{Row, Table, expected};
use crate::figure::{Figure, FigureKind, Nature, Omission, Relation, RelationKind, Topic};
use crate::{Amount, Decimal, Modifier, Quantity};

pub(super) fn read(problems: &mut Problems, table: &Table, sections: &Table) -> Vec<Figure> {
    let ids = table.values("id");
    let sections = sections.values("id");
    table
        .rows()
        .filter_map(|row| {
            let figure = figure(problems, row)?;
            if let Some(of) = row.optional("of")
                && !ids.contains(of)
                && !of.strip_prefix("sections:").is_some_and(|id| sections.contains(id))
            {
                row.wrong(problems, "of", "the id of a figure, or sections: and the id of a section");
            }
            let relation = figure.relation.as_ref();
            if relation.is_none() && row.optional("of").is_some() {
                row.wrong(problems, "relation", "how it depends on what stands in “of”");
            }
            if relation
                .is_some_and(|relation| relation.of.is_empty() && relation.kind != RelationKind::Counts)
            {
                row.wrong(problems, "of", "the id of the figure that it depends on");
            }
            Some(figure)
        })
        .collect()
}

fn figure(problems: &mut Problems, row: Row<'_>) -> Option<Figure> {
    let kind = row.word(problems, "kind", FigureKind::ALL);
    let nature = row.word(problems, "nature", Nature::ALL);
    let quantity = quantity(problems, row);
    let year = row.maybe(problems, "year", "a year, such as 2021");
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
    Some(Figure {
        id: row.text(problems, "id").to_owned(),
        place: row.place(problems)?,
        printed: row.text(problems, "printed").to_owned(),
        subject: row.bilingual(problems, "subject"),
        kind: kind?,
        nature: nature?,
        quantity: quantity?,
        year: year.ok()?,
        indicator: row.optional("indicator").map(str::to_owned),
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
    let form = "a number such as 7.5";
    let value: Decimal = row.parse(problems, "value", |text| text.parse().map_err(|_| form.to_owned()))?;
    let upper = row.maybe(problems, "value_upper", form).ok()?;
    let unit = row.unit(problems)?;
    let modifiers = row.modifiers(problems, "modifier");
    let typed = Quantity { amount: Amount { value, upper, modifiers }, unit };
    let printed = row.parse(problems, "printed", |text| {
        text.trim_start_matches('为').parse::<Quantity>().map_err(|error| expected(&error))
    })?;
    let (read, given) = (printed.amount, typed.amount);
    if (read.value, read.upper) != (given.value, given.upper) {
        row.wrong(
            problems,
            "value",
            &format!("{}, as in “{}”", read.value, row.optional("printed").unwrap_or_default()),
        );
    }
    if printed.unit != typed.unit && !printed.unit.printed().is_empty() {
        row.wrong(problems, "unit", &format!("“{}”, as printed", printed.unit.printed()));
    }
    let without_ambition = |amount: Amount| -> Vec<Modifier> {
        amount.modifiers.iter().filter(|modifier| !modifier.is_ambition()).collect()
    };
    let (read, given) = (without_ambition(read), without_ambition(given));
    if read != given {
        let words: Vec<&str> = read.into_iter().map(Modifier::printed).collect();
        row.wrong(problems, "modifier", &format!("“{}”, as printed", words.join("~")));
    }
    Some(typed)
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
