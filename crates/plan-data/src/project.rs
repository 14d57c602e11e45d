//! A project that the report names: in its column on land, in the main text, or in both.

use serde::{Deserialize, Serialize};

use crate::Bilingual;
use crate::figure::{Nature, Place, words};

/// One project.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Project {
    /// A short ASCII name that links use; unique. p01 … p35 are those of the box of projects.
    pub id: String,
    /// The name exactly as printed (in the column, where it is there), and in English.
    pub name: Bilingual,
    /// The sector (editorial).
    pub sector: String,
    /// The kind of work (editorial).
    pub work: String,
    /// The location exactly as printed, and in English; only the box of projects gives one.
    pub location: Option<Bilingual>,
    /// The location taken apart, and the places that its name or its sentence names.
    pub parts: Vec<LocationPart>,
    /// Where the main text names it, and in what state.
    pub mentions: Vec<Mention>,
    /// Others that may be the same or overlap; both sides have the relation.
    pub related: Vec<Related>,
}

/// Another project that may be the same, or a part of it. The report does not say.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Related {
    /// The id of the other.
    pub project: String,
    /// Why it may be (editorial).
    pub note: Bilingual,
}

/// A project in the main text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Mention {
    /// Where.
    pub place: Place,
    /// Under which name.
    pub name: String,
    /// The report's words for its state, exactly as far as it says, and in English.
    pub stage: Option<Bilingual>,
    /// The state that an editor reads from them.
    pub stage_code: Option<String>,
    /// Reached, or planned.
    pub nature: Nature,
    /// In which year.
    pub year: Option<u16>,
}

words! {
    /// How a project lies to a place.
    LocationKind {
        /// On one side.
        "side" => Side,
        /// On two sides.
        "both-sides" => BothSides,
        /// In a direction from it.
        "beyond" => Beyond,
        /// In or at it.
        "at" => At,
        /// Close to it.
        "near" => Near,
        /// Where it crosses another.
        "crossing" => Crossing,
        /// From it to another.
        "along" => Along,
        /// In its area.
        "within" => Within,
        /// At the border with it.
        "border" => Border,
    }
}

words! {
    /// Where the report names a place.
    NamedIn {
        /// In the location that the box of projects prints.
        "location" => Location,
        /// In the project's name, or the sentence that names it.
        "name" => Name,
        /// In the project's name, without being said to be where the project is. Read to be checked, and not kept.
        "name-only" => NameOnly,
    }
}

/// One statement of a location.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct LocationPart {
    /// The words as printed.
    pub printed: String,
    /// Where they are printed.
    pub named_in: NamedIn,
    /// The relation.
    pub kind: LocationKind,
    /// The id of the place.
    pub place: String,
    /// The stretch of a road (东段); or `planned`, `former` of what is no longer there, `old-name` where the name alone is.
    pub segment: Option<String>,
    /// The direction or corner.
    pub direction: Option<String>,
    /// The id of the other place of a crossing or a stretch.
    pub other: Option<String>,
}

impl LocationPart {
    /// The stretch of a road (东 is read as 东段), and its place among others: from west to east, from north to south. `None` where the report
    /// names none: words of the data, such as `former`, are no stretches.
    pub fn stretch(&self) -> Option<(u8, &str)> {
        let stretch = self.segment.as_deref().filter(|segment| !segment.is_ascii())?;
        let place = match stretch.chars().next() {
            Some('西' | '北') => 0,
            Some('中') => 1,
            Some('东' | '南') => 2,
            _ => 3,
        };
        let stretch = match stretch {
            "东" => "东段",
            "西" => "西段",
            "南" => "南段",
            "北" => "北段",
            other => other,
        };
        Some((place, stretch))
    }
}

/// A road, village or other place that locations name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct NamedPlace {
    /// A short ASCII name; unique.
    pub id: String,
    /// Its name as printed, and in English.
    pub name: Bilingual,
    /// What it is.
    pub kind: String,
    /// Other names that the report prints.
    pub aliases: Vec<String>,
    /// One syllable a character, without tones.
    pub pinyin: Vec<String>,
    /// What an editor found worth saying.
    pub note: Option<Bilingual>,
}
