//! What the page tells one that it stands in, and what that may ask: `docs/embed.en.md` has the forms for those who write such pages.
//!
//! Whoever shows the page in a frame can send it anything. What is none of the forms is nothing; what is asked for is looked up in
//! the report, and changes what is open where that is shown anyway: it leads nowhere else.

use plan_data::Dataset;

use crate::items::{Kind, kind};
use crate::state::{Action, Confined, View, to_item};

/// What every message has as its `source`.
pub const SOURCE: &str = "plan-explorer";

/// What messages of the page around have as their `source`.
pub const HOST_SOURCE: &str = "plan-explorer-host";

/// A message: its type, and its other members with their values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The `type`.
    pub kind: &'static str,
    /// The other members.
    pub members: Vec<(&'static str, String)>,
}

/// Where something is open that can be told: its kind and id.
pub fn selected(dataset: &Dataset, item: Option<&str>) -> Option<Told> {
    let id = item?;
    let kind = match kind(dataset, id)? {
        Kind::Indicator => "indicator.select",
        Kind::Project => "project.select",
        Kind::Task => "commitment.select",
        Kind::Figure => "figure.select",
        Kind::Chart(_) => "chart.select",
    };
    Some(Told { kind, members: vec![("id", id.to_owned())] })
}

/// Nothing is open any more.
pub fn deselected() -> Told {
    Told { kind: "deselect", members: Vec::new() }
}

/// The page answers; this is its language.
pub fn ready(lang: &str) -> Told {
    Told { kind: "ready", members: vec![("lang", lang.to_owned())] }
}

/// What is shown has changed: a link to the same on a page of its own, from the folder of the language.
pub fn shown(link: String) -> Told {
    let query = link.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default();
    Told { kind: "state.change", members: vec![("link", link), ("query", query)] }
}

/// What a message of the page around asks for on the page `now`, by its `type` and `id`; `None` where it is none of the forms, names what the report
/// does not have, or what is not shown here.
pub fn asked(
    dataset: &Dataset,
    now: View,
    confined: Option<&Confined>,
    kind: &str,
    id: Option<&str>,
) -> Option<Action> {
    let action = match (kind, id) {
        ("select", Some(id)) => to_item(id, now, dataset)?,
        ("deselect", None) => Action::Close,
        _ => return None,
    };
    confined.is_none_or(|confined| confined.shows(&action)).then_some(action)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::bundled;
    use crate::state::UrlState;

    #[test]
    fn what_is_selected_is_told_by_its_kind() {
        let dataset = bundled().unwrap().dataset;
        for (id, expected) in [
            ("pm25", "indicator.select"),
            ("p08", "project.select"),
            ("t022", "commitment.select"),
            ("f067", "figure.select"),
            ("levels", "chart.select"),
        ] {
            let told = selected(&dataset, Some(id)).unwrap();
            assert_eq!((told.kind, told.members), (expected, vec![("id", id.to_owned())]));
        }
        assert_eq!(selected(&dataset, Some("gone")), None);
        assert_eq!(selected(&dataset, None), None);
    }

    #[test]
    fn the_page_around_opens_what_is_shown_and_leads_nowhere() {
        let dataset = bundled().unwrap().dataset;
        let confined = Confined::of(&UrlState::parse(View::Projects, "embed=1").0);
        let ask = |kind: &str, id: Option<&str>| asked(&dataset, View::Projects, confined.as_ref(), kind, id);
        assert_eq!(ask("select", Some("p08")), Some(Action::Open("p08".to_owned())));
        assert_eq!(ask("deselect", None), Some(Action::Close));
        for (kind, id) in [
            ("select", Some("pm25")),
            ("select", Some("gone")),
            ("select", Some("javascript:alert(1)")),
            ("select", Some("")),
            ("select", None),
            ("deselect", Some("p08")),
            ("navigate", Some("p08")),
            ("", None),
        ] {
            assert_eq!(ask(kind, id), None, "{kind} {id:?}");
        }
    }
}
