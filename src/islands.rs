//! The parts of the page that come alive: each is rendered natively into an element of its own, and hydrated there by
//! itself, so that no part waits for another and the browser can answer the reader in between. Two modules do so (src/bin/):
//! each holds the code of its own islands only, and both share the state (`browser/bus.rs`). Whatever is not within an
//! island stays as it was rendered.
//!
//! An island's first render is a pure function of the report and [`Store::first`](crate::state::Store::first): the browser
//! then finds the nodes that it expects.

use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::{Html, HtmlResult, Properties, component, html};

use crate::sections::{
    Embed, Facets, Figures, IndicatorChart, IndicatorDetail, IndicatorList, IndicatorSave, ListControls, Nav,
    Numbers, ProjectDetail, ProjectFilter, ProjectList, ProjectSave, Promise, Questions, Search,
    SectionProps, Share, Shell,
};

/// A part of the page that comes alive.
pub trait Island: FunctionProvider<Properties = SectionProps> {
    /// What its element is called, in `data-island`.
    const NAME: &'static str;
}

/// Which island is meant, and what it is given.
#[derive(Clone, Properties)]
pub struct IslandProps {
    run: fn(&mut HookContext, &SectionProps) -> HtmlResult,
    name: &'static str,
    section: SectionProps,
}

impl PartialEq for IslandProps {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.section == other.section
    }
}

impl IslandProps {
    /// An island of that report.
    pub fn of<I: Island>(section: &SectionProps) -> Self {
        Self { run: I::run, name: I::NAME, section: section.clone() }
    }
}

/// Any island: all are one type for Yew, whose code for a type is otherwise in the module for each.
#[component]
pub fn AnyIsland(props: &IslandProps) -> HtmlResult {
    use_island(props)
}

/// What the island does is a hook of the one component.
fn use_island(props: &IslandProps) -> impl Hook<Output = HtmlResult> {
    struct Run<'a>(&'a IslandProps);

    impl Hook for Run<'_> {
        type Output = HtmlResult;

        fn run(self, context: &mut HookContext) -> HtmlResult {
            (self.0.run)(context, &self.0.section)
        }
    }

    Run(props)
}

macro_rules! islands {
    ($($(#[$about:meta])* $meet:ident { $($name:literal => $island:ident,)* })*) => {
        $($(impl Island for $island {
            const NAME: &'static str = $name;
        })*

        $(#[$about])*
        pub fn $meet(name: &str, section: &SectionProps) -> Option<IslandProps> {
            match name {
                $($name => Some(IslandProps::of::<$island>(section)),)*
                _ => None,
            }
        })*
    };
}

islands! {
    /// The island of that name, where it is the one that the page’s first module has: the projects with their filter, for a
    /// quick answer on a slow phone.
    first {
        "project-filter" => ProjectFilter,
        "project-list" => ProjectList,
    }
    /// The same for those of the second module, which is loaded when the reader first does something: the charts, the search
    /// over everything, what is opened, what is saved.
    more {
        "shell" => Shell,
        "nav" => Nav,
        "share" => Share,
        "embed" => Embed,
        "search" => Search,
        "promise" => Promise,
        "questions" => Questions,
        "indicator-list" => IndicatorList,
        "indicator-chart" => IndicatorChart,
        "indicator-save" => IndicatorSave,
        "indicator-detail" => IndicatorDetail,
        "facets" => Facets,
        "list-controls" => ListControls,
        "project-save" => ProjectSave,
        "project-detail" => ProjectDetail,
        "numbers" => Numbers,
        "figures" => Figures,
    }
}

/// An island in its element.
pub fn island<I: Island>(section: &SectionProps) -> Html {
    html! { <div data-island={I::NAME}>{ part::<I>(section) }</div> }
}

/// The same within another island, with which it lives.
pub fn part<I: Island>(section: &SectionProps) -> Html {
    let IslandProps { run, name, section } = IslandProps::of::<I>(section);
    html! { <AnyIsland {run} {name} {section} /> }
}
