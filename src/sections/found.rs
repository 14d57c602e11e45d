//! The projects that a text and choices leave.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use plan_data::facet::Choice;
use plan_data::{Query, Selection};
use yew::{hook, use_effect_with, use_memo, use_state_eq};

use super::{SETTLED_AFTER, SectionProps};
use crate::charts::{Material, chosen_words};
use crate::state::QueryText;

/// What is asked for, and what that leaves.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The text.
    pub text: QueryText,
    /// The values of facets.
    pub choice: Choice,
    /// What is looked for, and marked.
    pub query: Rc<Query>,
    /// The projects, and how many there are of each value.
    pub selection: Selection,
}

impl PartialEq for Found {
    /// What is asked for says what is found.
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.choice == other.choice
    }
}

impl Found {
    /// Asks for it.
    pub(super) fn new(section: &SectionProps, text: &QueryText, choice: &Choice) -> Self {
        let query = Query::new(text.as_str()).spelling(section.readings.clone());
        let selection = section.index.select(&query, choice);
        Self { text: text.clone(), choice: choice.clone(), query: Rc::new(query), selection }
    }

    /// The values chosen, in words.
    pub(super) fn chosen(&self, material: &Material<'_>) -> String {
        chosen_words(material, "", &self.choice)
    }

    /// The values chosen and the text, in words.
    pub(super) fn selected(&self, material: &Material<'_>) -> String {
        chosen_words(material, self.text.as_str().trim(), &self.choice)
    }
}

/// What a text and choices leave, found once for them.
#[hook]
pub(super) fn use_found(section: &SectionProps, text: &QueryText, choice: &Choice) -> Rc<Found> {
    use_memo((text.clone(), choice.clone()), |(text, choice)| Found::new(section, text, choice))
}

/// What was found last, but for a text that is still being typed: then what was found before it.
#[hook]
pub(super) fn use_settled(found: &Rc<Found>) -> Rc<Found> {
    let settled = use_state_eq(|| found.clone());
    let is_typing = settled.choice == found.choice && settled.text != found.text;
    {
        let settled = settled.clone();
        use_effect_with(found.clone(), move |found| {
            let found = found.clone();
            let wait = if is_typing { SETTLED_AFTER } else { 0 };
            let waiting = (*settled != found).then(|| Timeout::new(wait, move || settled.set(found)));
            move || drop(waiting)
        });
    }
    if is_typing { (*settled).clone() } else { found.clone() }
}
