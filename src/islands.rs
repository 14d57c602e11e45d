//! The parts of the page that come alive: each is rendered natively into an element of its own, and hydrated there by
//! itself, so that no part waits for another and the browser can answer the reader in between. Two modules do so (src/bin/):
//! each holds the code of its own islands only, and both share the state (`browser/bus.rs`). Whatever is not within an
//! island stays as it was rendered.
//!
//! An island's first render is a pure function of the report and [`Store::first`](crate::state::Store::first): the browser
//! then finds the nodes that it expects.

use yew::{BaseComponent, Html, html};

use crate::sections::{
    Facets, Figures, IndicatorChart, IndicatorDetail, IndicatorList, IndicatorSave, Nav, Numbers,
    ProjectDetail, ProjectList, ProjectSave, Promise, Questions, Search, SectionProps, Share, Shell,
};

/// A part of the page that comes alive.
pub trait Island: BaseComponent<Properties = SectionProps> {
    /// What its element is called, in `data-island`.
    const NAME: &'static str;
}

/// Who does something with an island, whichever it is.
pub trait Visitor {
    /// Does it.
    fn visit<I: Island>(self);
}

macro_rules! islands {
    ($($(#[$about:meta])* $meet:ident { $($name:literal => $island:ident,)* })*) => {
        $($(impl Island for $island {
            const NAME: &'static str = $name;
        })*

        $(#[$about])*
        pub fn $meet(name: &str, visitor: impl Visitor) -> bool {
            match name {
                $($name => visitor.visit::<$island>(),)*
                _ => return false,
            }
            true
        })*
    };
}

islands! {
    /// Has `visitor` meet the island of that name, where it is one of those that the page’s first module has: the shell and
    /// the lists, for a quick answer on a slow phone. The result says whether it did.
    meet_first {
        "shell" => Shell,
        "nav" => Nav,
        "share" => Share,
        "indicator-list" => IndicatorList,
        "project-list" => ProjectList,
    }
    /// The same with those of the second module, which is loaded when the reader first does something: the charts, the search
    /// over everything, what is opened, what is saved.
    meet_more {
        "search" => Search,
        "promise" => Promise,
        "questions" => Questions,
        "indicator-chart" => IndicatorChart,
        "indicator-save" => IndicatorSave,
        "indicator-detail" => IndicatorDetail,
        "facets" => Facets,
        "project-save" => ProjectSave,
        "project-detail" => ProjectDetail,
        "numbers" => Numbers,
        "figures" => Figures,
    }
}

/// An island in its element.
pub fn island<I: Island>(section: &SectionProps) -> Html {
    html! { <div data-island={I::NAME}><I ..section.clone() /></div> }
}
