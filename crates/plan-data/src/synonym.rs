//! What readers say, and what the report has under other words (editorial).

use serde::{Deserialize, Serialize};

use crate::bundle::Printed;
use crate::facet::Facet;

/// A word of readers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Synonym {
    /// The word.
    pub word: String,
    /// What it may mean, any of these.
    pub means: Vec<Meaning>,
}

/// What a word may mean.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub enum Meaning {
    /// Words that stand in the report.
    Words(String),
    /// Projects with a value of a facet: `sector:roads`, `stage:done`.
    Facet(Facet, String),
    /// Tasks and results of a field: `field:education`.
    Field(String),
    /// An indicator, by its id: `indicator:pm25`.
    Indicator(String),
}

impl Meaning {
    /// Reads one; `None` where what stands before the colon is unknown.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let Some((sort, value)) = text.split_once(':') else {
            return Some(Self::Words(text.to_owned())).filter(|_| !text.is_empty());
        };
        let value = value.to_owned();
        match sort {
            "sector" => Some(Self::Facet(Facet::Sector, value)),
            "stage" => Some(Self::Facet(Facet::Stage, value)),
            "field" => Some(Self::Field(value)),
            "indicator" => Some(Self::Indicator(value)),
            _ => None,
        }
    }
}

impl TryFrom<String> for Meaning {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("“{text}” is no meaning"))
    }
}

impl From<Meaning> for String {
    fn from(meaning: Meaning) -> Self {
        match meaning {
            Meaning::Words(words) => words,
            Meaning::Facet(facet, value) => format!("{}:{value}", facet.code()),
            Meaning::Field(value) => format!("field:{value}"),
            Meaning::Indicator(value) => format!("indicator:{value}"),
        }
    }
}

impl Printed for Meaning {
    fn printed(&self) -> String {
        self.clone().into()
    }

    fn stand_in() -> Self {
        Self::Words(String::new())
    }
}
