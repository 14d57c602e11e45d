//! What of a dataset the lists of indicators and projects show and are filtered by: small enough to stand in the page.

use crate::{
    Bilingual, Dataset, Figure, Indicator, LocationPart, Mention, NamedPlace, Place, Project, Section, Task,
};

impl Dataset {
    /// The same dataset without what lists do not need: every record is there with its id, so that all are known, but
    /// only indicators, projects and places have their words.
    #[must_use]
    pub fn for_lists(&self) -> Self {
        let nothing = || Bilingual { zh: String::new(), en: String::new() };
        let nowhere = || Place { section: String::new(), paragraph: 0 };
        Self {
            report: self.report.clone(),
            sections: self
                .sections
                .iter()
                .map(|section| Section {
                    id: section.id.clone(),
                    parent: None,
                    number: None,
                    heading: nothing(),
                })
                .collect(),
            indicators: self
                .indicators
                .iter()
                .map(|indicator| Indicator { about: nothing(), note: None, ..indicator.clone() })
                .collect(),
            figures: self
                .figures
                .iter()
                .map(|figure| Figure {
                    place: nowhere(),
                    printed: String::new(),
                    subject: nothing(),
                    indicator: None,
                    relation: None,
                    topic: None,
                    field: None,
                    ..figure.clone()
                })
                .collect(),
            omissions: Vec::new(),
            projects: self
                .projects
                .iter()
                .map(|project| Project {
                    parts: project.parts.iter().map(part).collect(),
                    mentions: project
                        .mentions
                        .iter()
                        .map(|mention| Mention { place: nowhere(), name: String::new(), ..mention.clone() })
                        .collect(),
                    ..project.clone()
                })
                .collect(),
            places: self.places.iter().map(|place| NamedPlace { note: None, ..place.clone() }).collect(),
            tasks: self
                .tasks
                .iter()
                .map(|task| Task {
                    id: task.id.clone(),
                    place: nowhere(),
                    field: String::new(),
                    commitment: nothing(),
                    target: None,
                    figures: Vec::new(),
                    indicators: Vec::new(),
                    projects: Vec::new(),
                })
                .collect(),
            context: Vec::new(),
        }
    }
}

fn part(part: &LocationPart) -> LocationPart {
    LocationPart { printed: String::new(), segment: None, direction: None, ..part.clone() }
}
