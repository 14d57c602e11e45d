//! Values and places of the report in the reader's language.

use plan_chart::Magnitude;
use plan_chart::rows::{End, Entry, Role, Row, Value, Words};
use plan_data::sheet::Field;
use plan_data::{
    Bound, Cell, Context, Decimal, Figure, FigureKind, Indicator, Place, Quantity, Section, Unit,
    Value as CellValue,
};

use super::Material;
use crate::state::Lang;
use crate::texts::{Side, Texts};

/// Where a chart is from, for those who take it along.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// How the names of files begin: the district and the plan's year.
    pub file: String,
    /// What pictures say above the finding: the district and the plan's year in words.
    pub report: String,
    /// What they say below the chart's source: the report's day and the licence.
    pub about: String,
    /// Whether no page of the site has it: the report is one that the reader has opened.
    pub is_local: bool,
}

impl Material<'_> {
    /// Words for large numbers.
    pub(super) fn magnitudes(&self) -> Vec<Magnitude> {
        let magnitude = |(size, word): &(f64, &str)| Magnitude { size: *size, word: (*word).to_owned() };
        self.texts.charts().magnitudes.iter().map(magnitude).collect()
    }

    /// A quantity as the language writes it.
    pub fn quantity(&self, value: &Quantity) -> String {
        let written = match self.texts.lang {
            Lang::Zh => value.to_string(),
            Lang::En => value.english(),
        };
        // The sign, not a hyphen in a unit.
        match written.strip_prefix('-') {
            Some(rest) => format!("−{rest}"),
            None => written,
        }
    }

    /// Where a chart that is taken along is from.
    pub fn origin(&self) -> Origin {
        let Self { dataset, texts, .. } = self;
        let report = &dataset.report;
        let district = (texts.pick)(&report.district);
        Origin {
            file: format!("{district}{}", report.plan_year),
            report: texts.subject(dataset),
            about: format!("{} · {}", self.reported(), texts.charts().licence),
            is_local: false,
        }
    }

    /// When the report was presented.
    pub fn reported(&self) -> String {
        (self.texts.charts().reported)(&(self.texts.date)(self.dataset.report.date.parts()))
    }

    /// A section, with those that it is in.
    pub fn section(&self, id: &str) -> String {
        (self.texts.charts().place)(&self.path(id), None)
    }

    /// Both sides of an indicator, each with its year.
    pub fn sides(&self, indicator: &Indicator) -> [String; 2] {
        [Side::Actual, Side::Plan]
            .map(|side| (self.texts.page().side_value)(side, self.year(side), &self.cell(indicator, side)))
    }

    /// A side of an indicator with its unit.
    pub fn cell(&self, indicator: &Indicator, side: Side) -> String {
        let cell = if side == Side::Actual { &indicator.actual } else { &indicator.plan };
        // English tells large units in its own: 31.7 million, not 3,170 times 10,000.
        let unit = Unit::try_from(indicator.unit.zh.clone()).ok().filter(|_| self.texts.lang == Lang::En);
        if let (Some(amount), Some(unit)) = (cell.amount(), unit) {
            return self.quantity(&Quantity { amount, unit });
        }
        cell_text(cell, side, (self.texts.pick)(&indicator.unit), self.texts)
    }

    /// The year that a figure is about, and whether it is planned.
    pub fn time(&self, figure: &Figure) -> String {
        let is_plan = figure.nature.is_plan();
        match figure.year {
            Some(year) => (self.texts.of_year)(year, is_plan),
            None if is_plan => self.texts.planned.to_owned(),
            None => String::new(),
        }
    }

    /// The heading that stands at the beginning of a paragraph, where it has one.
    pub fn run_in(&self, place: &Place) -> Option<&str> {
        let run_in = self.dataset.headings.iter().find(|run_in| run_in.place == *place)?;
        Some((self.texts.pick)(&run_in.heading))
    }

    /// A place in the report, by headings: readers see those, and do not count paragraphs.
    pub fn place(&self, place: &Place) -> String {
        let path = self.path(&place.section);
        let pick = self.texts.pick;
        // A section without a number is called by its heading already.
        let of_section = path.last().filter(|section| section.number.is_some());
        let heading = self.run_in(place).or(of_section.map(|section| pick(&section.heading)));
        (self.texts.charts().place)(&path, heading)
    }

    /// The sections that lead to one, from the outermost.
    fn path(&self, id: &str) -> Vec<&Section> {
        let find = |id: &str| self.dataset.sections.iter().find(|section| section.id == id);
        let mut path: Vec<&Section> = find(id).into_iter().collect();
        // A section is within at most as many as there are.
        for _ in 0..self.dataset.sections.len() {
            let Some(parent) = path.last().and_then(|section| find(section.parent.as_deref()?)) else {
                break;
            };
            path.push(parent);
        }
        path.reverse();
        path
    }

    /// The sections that figures are from, each once, after the annex where that is one of the sources.
    pub(super) fn places(&self, figures: &[&Figure], with_annex: bool) -> Vec<String> {
        let mut sections: Vec<&str> = Vec::new();
        for figure in figures {
            if !sections.contains(&figure.place.section.as_str()) {
                sections.push(&figure.place.section);
            }
        }
        let words = self.texts.charts();
        let has_title = !self.dataset.report.annex.zh.is_empty();
        let annex = with_annex.then(|| if has_title { words.annex } else { self.annex() }.to_owned());
        annex
            .into_iter()
            .chain(sections.into_iter().map(|section| (words.place)(&self.path(section), None)))
            .collect()
    }

    /// [`places`](Self::places) in a source line.
    pub(super) fn source(&self, figures: &[&Figure], with_annex: bool) -> String {
        (self.texts.source)(&self.places(figures, with_annex).join(self.texts.charts().comma))
    }

    /// What the tooltip says of a figure.
    pub(super) fn figure_details(&self, figure: &Figure) -> Vec<String> {
        let time = self.time(figure);
        let mut details = vec![self.quantity(&figure.quantity)];
        if !time.is_empty() {
            details.push(time);
        }
        details.push(self.place(&figure.place));
        details
    }

    /// The cells of [`amount_columns`](super::table::amount_columns): as written, as a number, its unit.
    pub(super) fn amount_cells(&self, value: &Quantity) -> [Field; 3] {
        let unit = match self.texts.lang {
            Lang::Zh => value.unit.printed(),
            Lang::En => value.unit.english(),
        };
        [
            Field::Text(self.quantity(value)),
            Field::Number(value.amount.value.to_string()),
            Field::Text(unit.to_owned()),
        ]
    }

    /// What modifies a result and a plan.
    pub(super) fn modifiers(&self, actual: &Cell, plan: &Cell) -> String {
        let texts = self.texts;
        let told = [(Side::Actual, actual), (Side::Plan, plan)].into_iter().filter_map(|(side, cell)| {
            let modifiers = cell.amount()?.modifiers;
            let words: Vec<&str> = modifiers.iter().map(|modifier| texts.modifier(modifier)).collect();
            let told = words.join(texts.charts().comma);
            (!told.is_empty()).then(|| (texts.page().side_value)(side, self.year(side), &told))
        });
        told.collect::<Vec<String>>().join(texts.charts().comma)
    }

    /// A figure in one line: value and time.
    pub fn statement(&self, figure: &Figure) -> String {
        let about = format!("{} {}", self.subject(figure), self.quantity(&figure.quantity));
        let details = [about, self.time(figure)];
        let details: Vec<String> = details.into_iter().filter(|detail| !detail.is_empty()).collect();
        details.join(" · ")
    }

    /// What a figure is of: the growth of revenue, say, apart from revenue itself.
    pub fn subject(&self, figure: &Figure) -> String {
        let subject = (self.texts.pick)(&figure.subject);
        match figure.kind {
            FigureKind::Growth => (self.texts.charts().growth_of)(subject),
            _ => subject.to_owned(),
        }
    }
}

/// Rows that are read from their labels, on the scale of the largest value among them.
pub(super) fn on_one_scale(mut rows: Vec<Row>) -> Vec<Row> {
    let value = |entry: &Entry| match &entry.value {
        Value::Number { value, .. } => Some(*value),
        Value::Words { .. } => None,
    };
    let all: Vec<f64> = rows.iter().flat_map(|row| &row.entries).filter_map(value).collect();
    for row in &mut rows {
        row.among.clone_from(&all);
    }
    rows
}

/// The part that a figure plays in a row.
pub(super) fn role(figure: &Figure) -> Role {
    if figure.nature.is_plan() { Role::Plan } else { Role::Actual }
}

/// Where a quantity stands on an axis of its base unit; nowhere, which charts tell in words, where it does not fit.
pub(super) fn on_axis(quantity: &Quantity) -> f64 {
    quantity.in_base().map_or(f64::NAN, Decimal::to_f64)
}

/// A number on an axis.
pub(super) fn number(role: Role, value: f64, label: impl Into<String>) -> Entry {
    Entry { role, value: Value::Number { value, label: label.into() }, end: End::Closed }
}

/// The same of an amount that may be more or less.
fn number_with_end(role: Role, value: f64, label: String, bound: Bound) -> Entry {
    let end = match bound {
        Bound::Exactly | Bound::Between => End::Closed,
        Bound::AtLeast => End::Above,
        Bound::AtMost => End::Below,
        Bound::About => End::About,
    };
    Entry { end, ..number(role, value, label) }
}

/// What has no place on the axis.
pub(super) fn in_words(role: Role, label: String) -> Entry {
    Entry { role, value: Value::Words { kind: Words::Missing, label }, end: End::Closed }
}

/// A quantity on an axis of its base unit. A range has no one place there: it is told in words.
pub(super) fn quantity_entry(role: Role, quantity: &Quantity, label: String) -> Entry {
    match quantity.amount.bound() {
        Bound::Between => in_words(role, label),
        bound => number_with_end(role, on_axis(quantity), label, bound),
    }
}

/// A cell of the annex on an axis of its unit; written without the unit.
pub(super) fn cell_entry(cell: &Cell, side: Side, texts: &Texts) -> Entry {
    let role = role_of(side);
    match cell.amount() {
        Some(amount) if amount.upper.is_none() => {
            number_with_end(role, amount.value.to_f64(), texts.amount(cell, amount, ""), amount.bound())
        }
        Some(amount) => in_words(role, texts.amount(cell, amount, "")),
        None => {
            let (kind, label) = cell_words(cell, side, texts);
            Entry { role, value: Value::Words { kind, label }, end: End::Closed }
        }
    }
}

pub(super) fn role_of(side: Side) -> Role {
    match side {
        Side::Actual => Role::Actual,
        Side::Plan => Role::Plan,
    }
}

/// A cell of a further column, said so.
pub(super) fn further_entry(cell: &Cell, role: Role, label: String) -> Entry {
    match cell.amount() {
        Some(amount) if amount.upper.is_none() => {
            number_with_end(role, amount.value.to_f64(), label, amount.bound())
        }
        _ => in_words(role, label),
    }
}

/// That a value is not stated.
pub(super) fn missing(side: Side, texts: &Texts) -> Entry {
    let label = (texts.not_set)(side).to_owned();
    Entry { role: role_of(side), value: Value::Words { kind: Words::Missing, label }, end: End::Closed }
}

/// A cell of the annex with its unit, as figures of other levels are written.
pub(super) fn entry_with_unit(indicator: &Indicator, side: Side, material: &Material<'_>) -> Entry {
    let cell = if side == Side::Actual { &indicator.actual } else { &indicator.plan };
    in_unit(cell, &indicator.unit.zh, side, material)
}

/// The same with its year, where nothing else says it.
pub(super) fn dated(indicator: &Indicator, side: Side, material: &Material<'_>) -> Entry {
    with_year(entry_with_unit(indicator, side, material), side, material)
}

/// What an entry says, after its year.
pub(super) fn with_year(entry: Entry, side: Side, material: &Material<'_>) -> Entry {
    said(entry, |label| (material.texts.page().side_value)(side, material.year(side), label))
}

/// An entry with other words for what it says.
pub(super) fn said(entry: Entry, words: impl Fn(&str) -> String) -> Entry {
    let value = match entry.value {
        Value::Number { value, label } => Value::Number { value, label: words(&label) },
        Value::Words { kind, label } => Value::Words { kind, label: words(&label) },
    };
    Entry { value, ..entry }
}

/// A value with its unit, on an axis of that.
fn in_unit(cell: &Cell, unit: &str, side: Side, material: &Material<'_>) -> Entry {
    match (cell.amount(), Unit::try_from(unit.to_owned())) {
        (Some(amount), Ok(unit)) => {
            let label = match material.texts.lang {
                Lang::Zh => material.texts.amount(cell, amount, unit.printed()),
                Lang::En => material.quantity(&Quantity { amount, unit }),
            };
            if amount.upper.is_some() {
                return in_words(role_of(side), label);
            }
            number_with_end(role_of(side), amount.value.to_f64(), label, amount.bound())
        }
        _ => cell_entry(cell, side, material.texts),
    }
}

/// What a cell that is no number says.
fn cell_words(cell: &Cell, side: Side, texts: &Texts) -> (Words, String) {
    let (kind, label) = match cell.value() {
        CellValue::SteadyGrowth => (Words::Rising, texts.steady_growth),
        CellValue::StableGrowth => (Words::Rising, texts.stable_growth),
        CellValue::AssignedByCity => (Words::Assigned, (texts.assigned_by_city)(side)),
        CellValue::NotSet | CellValue::Number(_) => (Words::Missing, (texts.not_set)(side)),
        CellValue::NotCollected => (Words::Missing, texts.not_collected),
        CellValue::Words => (Words::Missing, cell.printed()),
    };
    (kind, label.to_owned())
}

/// A cell in a sentence, with its unit.
pub(super) fn cell_text(cell: &Cell, side: Side, unit: &str, texts: &Texts) -> String {
    match cell.amount() {
        Some(amount) => texts.amount(cell, amount, unit),
        None => cell_words(cell, side, texts).1,
    }
}

/// A cell in a table: what is exact as a number, the rest as the report says it.
pub(super) fn cell_field(cell: &Cell, side: Side, texts: &Texts) -> Field {
    match cell.amount() {
        Some(amount) if amount.modifiers.is_empty() && amount.upper.is_none() => {
            Field::Number(cell.printed().to_owned())
        }
        Some(amount) => Field::Text(texts.amount(cell, amount, "")),
        None => Field::Text(cell_words(cell, side, texts).1),
    }
}

/// A cell in a table that has a column for modifiers: all but ranges as numbers.
pub(super) fn number_field(cell: &Cell, side: Side, texts: &Texts) -> Field {
    match cell.amount() {
        Some(amount) if !amount.modifiers.is_empty() && amount.upper.is_none() => {
            Field::Number(amount.value.to_string())
        }
        _ => cell_field(cell, side, texts),
    }
}

/// A value of city or nation.
pub(super) fn context_entry(context: &Context, side: Side, material: &Material<'_>) -> Entry {
    let cell = if side == Side::Actual { &context.actual } else { &context.plan };
    in_unit(cell, &context.unit, side, material)
}

/// What an entry says.
pub(super) fn written(entry: &Entry) -> &str {
    match &entry.value {
        Value::Number { label, .. } | Value::Words { label, .. } => label,
    }
}
