//! The report's outline, its tasks, and figures of the levels above.

use serde::{Deserialize, Serialize};

use crate::figure::{Place, words};
use crate::{Bilingual, Cell, Quantity};

/// What stands before the annex, in place of a number.
pub(crate) const ANNEX: &str = "附表";

/// A section with its heading.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Section {
    /// 1.3 for （三） of part 一.
    pub id: String,
    /// The id of the section that it is in.
    pub parent: Option<String>,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its heading as printed, without the number.
    pub heading: Bilingual,
}

impl Section {
    /// Whether it is the annex (附表), whose table has the indicators.
    pub fn is_annex(&self) -> bool {
        self.number.as_deref() == Some(ANNEX) || self.id == "annex"
    }

    /// Whether it is a box (专栏) within another section, such as 3.2.box.
    pub fn is_box(&self) -> bool {
        Self::id_is_box(&self.id)
    }

    /// Whether a section of that id is one.
    pub fn id_is_box(id: &str) -> bool {
        id.rsplit('.').next() == Some("box")
    }
}

/// A heading that stands at the beginning of a paragraph, in its first line (段首小标题).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct RunIn {
    /// The paragraph.
    pub place: Place,
    /// The heading as printed, without its full stop.
    pub heading: Bilingual,
}

words! {
    /// What a remark is about.
    RemarkKind {
        /// What the report itself calls a problem.
        "problem" => Problem,
        /// A rank, a title, a prize.
        "honour" => Honour,
        /// How something was done.
        "measure" => Measure,
        /// A firm, a shop or another body that is named.
        "named" => Named,
        /// The document itself: its number, its state.
        "document" => Document,
    }
}

/// What the report says and no figure, project or task holds, in the editors' words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Remark {
    /// r01 … in the order of the text.
    pub id: String,
    /// Where it stands.
    pub place: Place,
    /// What it is about.
    pub kind: RemarkKind,
    /// It.
    pub remark: Bilingual,
}

/// A task for the plan's year.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Task {
    /// t001 … in the order of the text.
    pub id: String,
    /// Where it stands.
    pub place: Place,
    /// The field that it belongs to (editorial).
    pub field: String,
    /// What is to be done, in the editors' words.
    pub text: Bilingual,
    /// The target, where it is a number.
    pub target: Option<Quantity>,
    /// Ids of the figures that state it.
    pub figures: Vec<String>,
    /// Ids of the indicators that it is about.
    pub indicators: Vec<String>,
    /// Ids of the projects that it names.
    pub projects: Vec<String>,
}

/// A figure of a level above the report’s own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Context {
    /// A short name, unique.
    pub id: String,
    /// The word that the package has for its [`Level`](crate::Level): `city`, 省.
    pub level: String,
    /// What is measured.
    pub measure: Bilingual,
    /// The indicator of the report that measures the same.
    pub indicator: Option<String>,
    /// Ids of the report’s figures that measure the same, where no indicator does.
    pub figures: Vec<String>,
    /// The unit as printed; empty for words.
    pub unit: String,
    /// The result.
    pub actual: Cell,
    /// The target.
    pub plan: Cell,
    /// Where it is from.
    pub source: Bilingual,
    /// What the district's text plans for the same in words, where neither an indicator nor a figure says it.
    pub district: Option<Stated>,
}

impl Context {
    /// Whether it is from the report of a government.
    pub fn is_of_government(&self) -> bool {
        // The app has the words of one language only.
        let is_report = |words: &str| {
            words.contains("政府工作报告") || words.contains("Report on the Work of the Government")
        };
        is_report(&self.source.zh) || is_report(&self.source.en)
    }
}

/// Words of the report in place of a number.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Stated {
    /// The words.
    pub cell: Cell,
    /// Where they stand.
    pub place: Place,
}
