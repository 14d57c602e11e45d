//! A list to choose one value from, which always shows the value that it is given.

use yew::{Callback, Children, Event, Html, Properties, component, html, use_effect, use_node_ref};

use crate::browser::{show_value, value_chosen};

/// What to show.
#[derive(PartialEq, Properties)]
pub struct SelectProps {
    /// The element's id; unique on the page.
    pub id: &'static str,
    /// What is chosen.
    pub label: &'static str,
    /// The value of the option that is chosen.
    pub value: String,
    /// Called with the value of another option.
    pub choose: Callback<String>,
    /// The options.
    pub children: Children,
}

/// The list with its label. The options mark the chosen one as `selected` too, for the page without scripts.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let SelectProps { id, label, value, choose, children } = props;
    let list = use_node_ref();
    {
        let (list, value) = (list.clone(), value.clone());
        // After every render: other options, in another language say, may have taken the place of the chosen one.
        use_effect(move || show_value(&list, &value));
    }
    html! {
        <p class="control">
            <label for={*id}>{ *label }</label>
            <select id={*id} ref={list} onchange={choose.reform(|event: Event| value_chosen(&event))}>
                { for children.iter() }
            </select>
        </p>
    }
}
