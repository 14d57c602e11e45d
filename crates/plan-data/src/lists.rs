//! What of a report the list of projects shows and is filtered by: small enough to stand in the page.

use crate::{Dataset, LocationPart, Mention, NamedPlace, Place, Project, Report};

/// The projects with their places, without what only their details tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists {
    /// Which report it is.
    pub report: Report,
    /// The projects; where they are mentioned and how locations are printed is left out.
    pub projects: Vec<Project>,
    /// The places; their notes are left out.
    pub places: Vec<NamedPlace>,
}

impl Dataset {
    /// What the list of projects needs of it.
    #[must_use]
    pub fn lists(&self) -> Lists {
        Lists {
            report: self.report.clone(),
            projects: self
                .projects
                .iter()
                .map(|project| Project {
                    parts: project.parts.iter().map(part).collect(),
                    mentions: project.mentions.iter().map(mention).collect(),
                    ..project.clone()
                })
                .collect(),
            places: self.places.iter().map(|place| NamedPlace { note: None, ..place.clone() }).collect(),
        }
    }
}

/// A dataset that has nothing else.
impl From<Lists> for Dataset {
    fn from(Lists { report, projects, places }: Lists) -> Self {
        Self {
            report,
            sections: Vec::new(),
            indicators: Vec::new(),
            figures: Vec::new(),
            omissions: Vec::new(),
            projects,
            places,
            tasks: Vec::new(),
            context: Vec::new(),
        }
    }
}

fn part(part: &LocationPart) -> LocationPart {
    LocationPart { printed: String::new(), segment: None, direction: None, ..part.clone() }
}

fn mention(mention: &Mention) -> Mention {
    let nowhere = Place { section: String::new(), paragraph: 0 };
    Mention { place: nowhere, name: String::new(), ..mention.clone() }
}
