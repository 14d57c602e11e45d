//! A button that copies the text of a field, or selects it where the browser does not let pages copy; and which it was.

use yew::{Html, MouseEvent, NodeRef, Properties, component, html, use_state_eq};

use super::changing;
use crate::browser::{copy, select_text};

/// What is copied, and the words.
#[derive(PartialEq, Properties)]
pub struct CopyProps {
    /// The text.
    pub text: String,
    /// The field that shows it.
    pub field: NodeRef,
    /// The words of the button.
    pub label: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// It was not: it is selected.
    pub selected: &'static str,
    /// The button’s name for tests.
    #[prop_or_default]
    pub test: Option<&'static str>,
}

/// The button.
#[component]
pub fn Copy(props: &CopyProps) -> Html {
    let CopyProps { text, field, label, copied, selected, test } = props;
    let told = use_state_eq(|| None::<(String, bool)>);
    let onclick = {
        let (field, told, text) = (field.clone(), told.clone(), text.clone());
        move |_: MouseEvent| {
            let (field, told, of) = (field.clone(), told.clone(), text.clone());
            copy(&text, move |is_copied| {
                if !is_copied {
                    select_text(&field);
                }
                told.set(Some((of.clone(), is_copied)));
            });
        }
    };
    // What was said of another text is no longer true.
    let told = told.as_ref().filter(|(of, _)| of == text).map(|(_, is_copied)| *is_copied);
    html! {
        <p class="keep-copy">
            <button type="button" data-test={*test} {onclick}>{ *label }</button>
            <span role="status">
                { changing(told.map(|is_copied| if is_copied { *copied } else { *selected }).unwrap_or_default()) }
            </span>
        </p>
    }
}
