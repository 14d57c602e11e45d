//! A part of a page that renders again when the state changes: every section is one.
//!
//! Yew makes some 4 kB of code of each type of component. All sections have the same properties, so they are one type, which is
//! told what to run.

use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::{Html, HtmlResult, Properties, component, html};

use super::SectionProps;
use crate::components::InTurn;

/// Which section is meant, and what it is given.
#[derive(Properties)]
struct PartProps {
    run: fn(&mut HookContext, &SectionProps) -> HtmlResult,
    section: SectionProps,
}

impl PartialEq for PartProps {
    /// The key of a part says what it runs.
    fn eq(&self, other: &Self) -> bool {
        self.section == other.section
    }
}

/// Any section.
#[component]
fn Part(props: &PartProps) -> HtmlResult {
    use_part(props)
}

/// What the section does is a hook of the one component.
fn use_part(props: &PartProps) -> impl Hook<Output = HtmlResult> {
    struct Run<'a>(&'a PartProps);

    impl Hook for Run<'_> {
        type Output = HtmlResult;

        fn run(self, context: &mut HookContext) -> HtmlResult {
            (self.0.run)(context, &self.0.section)
        }
    }

    Run(props)
}

/// The section `C` with the report, the words and the state.
pub(crate) fn part<C: FunctionProvider<Properties = SectionProps>>(section: &SectionProps) -> Html {
    let run: fn(&mut HookContext, &SectionProps) -> HtmlResult = C::run;
    // A part never becomes another one: it would have the state of the one before.
    let key = run as usize;
    let section = section.clone();
    let content = move |()| html! { <Part {run} section={section.clone()} /> };
    html! { <InTurn {key} {content} /> }
}
