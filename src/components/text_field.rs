//! A field that filters as one types; letters that an input method has yet to turn into characters are not looked for.

use yew::{Callback, Html, InputEvent, Properties, component, html, use_node_ref};

use crate::browser::{text_typed, use_composed_text};
use crate::state::QUERY_LIMIT;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct TextFieldProps {
    /// The field's id and its name for tests; unique on the page.
    pub id: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What may be typed there.
    pub hint: String,
    /// What stands there.
    pub value: String,
    /// Called with the edited text.
    pub typed: Callback<String>,
}

/// The field with its label.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let TextFieldProps { id, label, hint, value, typed } = props;
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = text_typed(&event) {
                typed.emit(text);
            }
        })
    };
    let field = use_node_ref();
    use_composed_text(&field, typed.clone());
    html! {
        <p class="control text-field">
            <label for={*id}>{ *label }</label>
            <input
                id={*id}
                data-test={*id}
                type="search"
                value={value.clone()}
                placeholder={hint.clone()}
                maxlength={QUERY_LIMIT.to_string()}
                autocomplete="off"
                enterkeyhint="search"
                {oninput}
                ref={field}
            />
        </p>
    }
}
