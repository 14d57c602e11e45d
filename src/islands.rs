//! The parts of the page that come alive: each is rendered natively into an element of its own, and hydrated there by
//! itself, so that no part waits for another and the browser can answer the reader in between. Whatever is not within an
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
    ($($name:literal => $island:ident,)*) => {
        $(impl Island for $island {
            const NAME: &'static str = $name;
        })*

        /// Has `visitor` meet the island of that name; nothing happens where none is called so.
        pub fn meet(name: &str, visitor: impl Visitor) {
            match name {
                $($name => visitor.visit::<$island>(),)*
                _ => {}
            }
        }
    };
}

islands! {
    "shell" => Shell,
    "nav" => Nav,
    "search" => Search,
    "share" => Share,
    "promise" => Promise,
    "questions" => Questions,
    "indicator-list" => IndicatorList,
    "indicator-chart" => IndicatorChart,
    "indicator-save" => IndicatorSave,
    "indicator-detail" => IndicatorDetail,
    "facets" => Facets,
    "project-list" => ProjectList,
    "project-save" => ProjectSave,
    "project-detail" => ProjectDetail,
    "numbers" => Numbers,
    "figures" => Figures,
}

/// An island in its element.
pub fn island<I: Island>(section: &SectionProps) -> Html {
    html! { <div data-island={I::NAME}><I ..section.clone() /></div> }
}
