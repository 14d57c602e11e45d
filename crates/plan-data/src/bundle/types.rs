//! What is read and written of each type: the fields in their order. A field that is forgotten does not compile.

use super::{Bundle, Bundled, Printed, Reader, Writer};
use crate::dataset::{Extra, Extras};
use crate::figure::{Figure, FigureKind, Nature, Omission, Place, Relation, RelationKind, Topic};
use crate::outline::{Context, Remark, RemarkKind, RunIn, Section, Stated, Task};
use crate::project::{LocationKind, LocationPart, Mention, NamedIn, NamedPlace, Project, Related};
use crate::reconcile::{Computed, Finding, FindingKind, Severity};
use crate::report::Date;
use crate::synonym::{Meaning, Synonym};
use crate::{
    Bilingual, Cell, Column, Columns, Dataset, Direction, Heading, Indicator, Kind, Level, Quantity, Report,
};

/// Structures: their fields, one after another.
macro_rules! in_order {
    ($($type:ident { $($field:ident),+ })+) => {
        $(impl Bundled for $type {
            fn write(&self, writer: &mut Writer) {
                let Self { $($field),+ } = self;
                $($field.write(writer);)+
            }

            fn read(reader: &mut Reader<'_>) -> Self {
                // In the order in which they are written here.
                Self { $($field: Bundled::read(reader)),+ }
            }
        })+
    };
}

#[cfg(test)]
pub(super) use in_order;

in_order! {
    Bundle { dataset, findings }
    Dataset { report, sections, headings, indicators, columns, figures, omissions, projects, places, tasks, remarks, context, synonyms, extras }
    Report {
        district, title, short_title, meeting, presenter, office, date, annex, project_list, project_list_name, actual_year, plan_year,
        level
    }
    Bilingual { zh, en }
    Section { id, parent, number, heading }
    RunIn { place, heading }
    Remark { id, place, kind, remark }
    Heading { number, name }
    Indicator {
        id, category, group, number, name, kind, unit, actual, plan, direction, about, note, pinyin,
        depth, further, is_inferred
    }
    Place { section, paragraph }
    Relation { kind, of }
    Figure {
        id, place, printed, subject, kind, nature, quantity, year, indicator, is_inferred, relation, topic, field, scope,
        note
    }
    Omission { place, printed, reason }
    Project { id, name, sector, work, location, parts, mentions, related }
    Related { project, note }
    Mention { place, name, stage, stage_code, nature, year }
    LocationPart { printed, named_in, kind, place, segment, direction, other }
    NamedPlace { id, name, kind, aliases, pinyin, note }
    Task { id, place, field, text, target, figures, indicators, projects }
    Context {
        id, level, measure, indicator, figures, unit, actual, plan, source, district
    }
    Stated { cell, place }
    Synonym { word, means }
    Column { head, year, is_plan, unit }
    Columns { actual, plan, further }
    Extra { of, head, text }
    Finding { kind, severity, figures, indicators, sentence, computed }
    Computed { value, formula }
}

/// Words of the data: which of all.
macro_rules! words {
    ($($type:ident or $first:ident,)+) => {
        $(impl Bundled for $type {
            fn write(&self, writer: &mut Writer) {
                writer.number(Self::ALL.iter().position(|(_, one)| one == self).unwrap_or_default());
            }

            fn read(reader: &mut Reader<'_>) -> Self {
                Self::ALL.get(reader.variant(Self::ALL.len())).map_or(Self::$first, |(_, one)| *one)
            }
        })+
    };
}

words! {
    FigureKind or Count,
    Nature or Actual,
    RelationKind or PartOf,
    Topic or FundingReceived,
    Kind or Growth,
    Direction or Higher,
    Level or District,
    LocationKind or Side,
    NamedIn or Location,
    RemarkKind or Problem,
    FindingKind or Equal,
    Severity or Fine,
}

/// What is printed: its text.
macro_rules! printed {
    ($($type:ident,)+) => {
        $(impl Bundled for $type {
            fn write(&self, writer: &mut Writer) {
                writer.text(&self.printed());
            }

            fn read(reader: &mut Reader<'_>) -> Self {
                Self::try_from(reader.text()).unwrap_or_else(|_| {
                    reader.refuse();
                    Self::stand_in()
                })
            }
        })+
    };
}

printed! { Date, Cell, Quantity, Meaning, }

impl Bundled for String {
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.text()
    }
}

macro_rules! numbers {
    ($($type:ident,)+) => {
        $(impl Bundled for $type {
            fn write(&self, writer: &mut Writer) {
                writer.number((*self).into());
            }

            fn read(reader: &mut Reader<'_>) -> Self {
                // It is not larger, or was noted.
                Self::try_from(reader.number(Self::MAX.into())).unwrap_or_default()
            }
        })+
    };
}

numbers! { u8, u16, }

impl Bundled for bool {
    fn write(&self, writer: &mut Writer) {
        writer.flag(*self);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.flag()
    }
}

impl<T: Bundled> Bundled for Option<T> {
    fn write(&self, writer: &mut Writer) {
        writer.flag(self.is_some());
        if let Some(value) = self {
            value.write(writer);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.flag().then(|| T::read(reader))
    }
}

impl<T: Bundled> Bundled for Vec<T> {
    fn write(&self, writer: &mut Writer) {
        writer.number(self.len());
        for item in self {
            item.write(writer);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        let mut left = reader.number(u32::MAX);
        let mut items = Self::new();
        // Nothing stands after a fault: of a count that is wrong, not all are read.
        while left > 0 && !reader.is_at_fault() {
            items.push(T::read(reader));
            left -= 1;
        }
        items
    }
}

/// Nothing where there are none, so that a package without them is written as one that cannot have them.
impl Bundled for Extras {
    fn write(&self, writer: &mut Writer) {
        if !self.is_empty() {
            writer.flag(true);
            self.0.write(writer);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self(if reader.has_more() { Vec::read(reader) } else { Vec::new() })
    }
}
