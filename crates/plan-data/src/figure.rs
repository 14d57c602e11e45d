//! A quantitative statement of the report's main text.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, Quantity};

/// Where in the report something stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Place {
    /// The section's id, such as 1.3.
    pub section: String,
    /// The paragraph within it, from 1. A paragraph begins at a line break or at a run-in heading of the report.
    pub paragraph: u16,
}

/// Defines an enumeration whose variants are words of the data.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $word:literal => $variant:ident,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ::serde::Deserialize, ::serde::Serialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every variant with the word that the data uses for it.
            pub const ALL: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }
    };
}
pub(crate) use words;

words! {
    /// What sort of number a figure is.
    FigureKind {
        /// Things or people, counted.
        "count" => Count,
        /// Money, area, length, mass, time.
        "amount" => Amount,
        /// A change on the year before, in %.
        "growth" => Growth,
        /// A decrease on the year before that is an improvement, in %.
        "improvement" => Improvement,
        /// A change on the year before, in the unit itself.
        "change" => Change,
        /// A part of a whole, in %.
        "share" => Share,
        /// Another rate, in %.
        "rate" => Rate,
        /// What was achieved of a target, in %.
        "completion" => Completion,
    }
}

words! {
    /// What a figure claims.
    Nature {
        /// Achieved in its year.
        "actual" => Actual,
        /// Promised for its year.
        "target" => Target,
        /// Planned, without a year.
        "planned" => Planned,
        /// There at the end of its year.
        "stock" => Stock,
    }
}

impl Nature {
    /// Whether it is about what is to come.
    pub fn is_plan(self) -> bool {
        matches!(self, Self::Target | Self::Planned)
    }
}

words! {
    /// How a figure depends on another.
    RelationKind {
        /// It is a part of the other.
        "part-of" => PartOf,
        /// It is the growth of the other.
        "growth-of" => GrowthOf,
        /// It says how much of its target the other is.
        "completion-of" => CompletionOf,
        /// It is an amount for the things that the other counts.
        "for" => For,
        /// It is one of several shares that make up a whole; the other is the first of them.
        "composition" => Composition,
        /// It is the amount whose share of a whole the other states.
        "of-share" => OfShare,
        /// It is the growth of the whole that the other is an amount of.
        "growth-of-whole" => GrowthOfWhole,
        /// It counts what the data lists: `sections:3`, or nothing that is listed.
        "counts" => Counts,
    }
}

words! {
    /// A question that figures of several sections answer together (editorial).
    Topic {
        /// Money that arrived, or was allocated.
        "funding-received" => FundingReceived,
        /// Money that was sought: applied for, or obtained; the report's word (争取) can mean either.
        "funding-sought" => FundingSought,
        /// Money that enterprises were helped to.
        "funding-enterprises" => FundingEnterprises,
    }
}

/// A relation and the id of what it leads to; empty where the report lists nothing that could be counted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// To what.
    pub of: String,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Figure {
    /// f001 … in the order of the text.
    pub id: String,
    /// Where it stands.
    pub place: Place,
    /// The number with unit and modifier as printed, without white space.
    pub printed: String,
    /// What it is about, in the editors' words.
    pub subject: Bilingual,
    /// What sort of number it is.
    pub kind: FigureKind,
    /// What it claims.
    pub nature: Nature,
    /// The number itself.
    pub quantity: Quantity,
    /// The year that it is about.
    pub year: Option<u16>,
    /// The id of the indicator that it is about.
    pub indicator: Option<String>,
    /// Whether the program says that, from name and value, as the package does not.
    pub is_inferred: bool,
    /// How it depends on another.
    pub relation: Option<Relation>,
    /// Which question it helps to answer.
    pub topic: Option<Topic>,
    /// The field of the tasks that it belongs to (editorial); `None` where none is about the same.
    pub field: Option<String>,
    /// What of its subject is counted, where another figure counts something else of it: the two cannot be compared.
    pub scope: Option<Bilingual>,
    /// What to know before using it (editorial).
    pub note: Option<Bilingual>,
}

/// A number of the text that is no figure, and why.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Omission {
    /// Where it stands.
    pub place: Place,
    /// The number with enough around it to be found.
    pub printed: String,
    /// Why it is none: a year, a name, a slogan.
    pub reason: String,
}
