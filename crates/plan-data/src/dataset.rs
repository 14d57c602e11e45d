//! All that the explorer knows of one report. Immutable: everything on the screen is a function of it and the URL.

use serde::{Deserialize, Serialize};

use crate::figure::{Figure, FigureKind, Omission};
use crate::outline::{Context, Remark, RunIn, Section, Task};
use crate::project::{NamedPlace, Project};
use crate::synonym::Synonym;
use crate::{Bilingual, Columns, Indicator, Report};

/// Heads of the columns that say how far a project is.
const PROGRESS: [&str; 2] = ["进展", "进展情况"];

/// A checked data package in memory.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Where the figures are from.
    pub report: Report,
    /// The outline, in order.
    pub sections: Vec<Section>,
    /// The headings within sections, in the order of the text.
    pub headings: Vec<RunIn>,
    /// The rows of the annex, in its order.
    pub indicators: Vec<Indicator>,
    /// What its columns of values are, where these are more than the result and the plan.
    #[serde(default, skip_serializing_if = "Columns::is_usual")]
    pub columns: Columns,
    /// The figures of the main text, in its order.
    pub figures: Vec<Figure>,
    /// The numbers of the main text that are no figures.
    pub omissions: Vec<Omission>,
    /// The projects: first those of the box, in its order, then the others in the order of the text.
    pub projects: Vec<Project>,
    /// The places that locations name.
    pub places: Vec<NamedPlace>,
    /// The tasks, in the order of the text.
    pub tasks: Vec<Task>,
    /// What else the report says, in the order of the text.
    pub remarks: Vec<Remark>,
    /// Figures of city and nation.
    pub context: Vec<Context>,
    /// What readers say for what the report says.
    pub synonyms: Vec<Synonym>,
    /// Cells of columns that the other types have no field for.
    #[serde(default, skip_serializing_if = "Extras::is_empty")]
    pub extras: Extras,
}

/// A cell of a column that no type has a field for, such as who answers for a task; or words where a type has a number.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// The id of its row; empty for what is said of the whole report.
    pub of: String,
    /// The head of its column as printed.
    pub head: String,
    /// The cell as printed.
    pub text: String,
}

/// All of them, in the order of tables and rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Extras(pub Vec<Extra>);

impl Extras {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those of the row with that id.
    pub fn of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Extra> {
        self.0.iter().filter(move |extra| extra.of == id)
    }
}

impl Dataset {
    /// Whether editors added to it: figures taken from the text, fields of tasks, what indicators measure. A package without these has
    /// its tables as they are printed.
    pub fn is_edited(&self) -> bool {
        let has_about = |about: &Bilingual| !about.zh.is_empty() || !about.en.is_empty();
        !self.figures.is_empty()
            || self.tasks.iter().any(|task| !task.field.is_empty())
            || self.indicators.iter().any(|indicator| has_about(&indicator.about))
    }

    /// The year that something is planned for; `None` where the package has results only.
    pub fn planned_for(&self) -> Option<u16> {
        let is_planned = self.has_plans()
            || !self.tasks.is_empty()
            || !self.projects.is_empty()
            || self.figures.iter().any(|figure| figure.nature.is_plan());
        is_planned.then_some(self.report.plan_year)
    }

    /// Whether there is English: where the title has none, the package has Chinese in place of all English.
    pub fn has_english(&self) -> bool {
        self.report.title.en != self.report.title.zh
    }

    /// Whether there is English, but not of every name and task: pages in English have Chinese in its place.
    pub fn lacks_english(&self) -> bool {
        let indicators = self.indicators.iter().flat_map(|one| [&one.name, &one.unit]);
        let mut names = indicators
            .chain(self.projects.iter().map(|project| &project.name))
            .chain(self.tasks.iter().map(|task| &task.text))
            .chain(self.sections.iter().map(|section| &section.heading))
            .chain(self.figures.iter().map(|figure| &figure.subject));
        self.has_english() && names.any(|name| name.zh == name.en && !name.zh.is_ascii())
    }

    /// How far a project is, in the words of a column of its own (进展).
    pub fn progress<'a>(&'a self, project: &'a Project) -> Option<&'a str> {
        let mut extras = self.extras.of(&project.id);
        Some(&extras.find(|extra| PROGRESS.contains(&extra.head.as_str()))?.text)
    }

    /// Whether the text counts key projects, which need not be those that are listed.
    pub fn counts_projects(&self) -> bool {
        let is_counted =
            |figure: &Figure| figure.kind == FigureKind::Count && figure.subject.zh.contains("重点项目");
        self.figures.iter().any(is_counted)
    }

    /// Whether the text and a table are both there, so that one can be held against the other.
    pub fn has_text_and_table(&self) -> bool {
        !self.figures.is_empty() && !self.indicators.is_empty()
    }

    /// The projects of the box, in its order.
    pub fn land_projects(&self) -> impl Iterator<Item = &Project> {
        self.projects.iter().filter(|project| project.location.is_some())
    }
}
