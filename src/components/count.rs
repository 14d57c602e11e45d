//! How many there are: shown at once, spoken once the typing rests. A screen reader would say every letter's count otherwise.

use gloo_timers::callback::Timeout;
use yew::{Html, Properties, component, html, use_effect_with, use_mut_ref, use_state_eq};

use super::changing;

/// So long after the last change it is spoken, in milliseconds.
const RESTED: u32 = 700;

/// So long it stays for the screen reader, in milliseconds. Who reads the page line by line meets what is shown.
const SPOKEN: u32 = 3_000;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct CountProps {
    /// The count in words; empty where there is nothing to count.
    pub text: String,
    /// The element's id, where something leads to it.
    #[prop_or_default]
    pub id: Option<&'static str>,
    /// Its classes.
    #[prop_or("count")]
    pub class: &'static str,
    /// The words for some of all, with `{shown}` in place of their number, and for all: for the first answer (static/first.js).
    #[prop_or_default]
    pub patterns: Option<(String, String)>,
}

/// The count.
#[component]
pub fn Count(props: &CountProps) -> Html {
    let CountProps { text, id, class, patterns } = props;
    let spoken = use_state_eq(String::new);
    {
        let (spoken, is_first) = (spoken.clone(), use_mut_ref(|| true));
        use_effect_with(text.clone(), move |text| {
            // What a page comes with is read, and need not be spoken.
            let is_new = !is_first.replace(false) && !text.is_empty();
            let text = text.clone();
            let waiting = is_new.then(|| Timeout::new(RESTED, move || spoken.set(text)));
            move || drop(waiting)
        });
    }
    {
        let said = spoken.clone();
        use_effect_with((*spoken).clone(), move |text| {
            let waiting = (!text.is_empty()).then(|| Timeout::new(SPOKEN, move || said.set(String::new())));
            move || drop(waiting)
        });
    }
    let (showing, all) = patterns.clone().unzip();
    html! {
        <>
            <p id={*id} class={*class} data-showing={showing} data-all={all}>{ changing(text.clone()) }</p>
            <p class="visually-hidden" role="status">{ changing((*spoken).clone()) }</p>
        </>
    }
}
