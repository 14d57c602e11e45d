//! What would have been a file, where the browser saves none: a picture to press on, a text to copy.

use yew::{Html, Properties, component, html, use_node_ref};

use super::copy::Copy;
use crate::texts::Texts;

/// What was to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// A table as the text of its file.
    Table(String),
    /// A drawing as the address of an image that holds it.
    Picture(String),
}

/// What to show.
#[derive(PartialEq, Properties)]
pub(super) struct KeepProps {
    /// What was to be saved.
    pub kept: Kept,
    /// What that is called.
    pub name: String,
    /// The address of the same as a file of the site, without what was filtered; `None` where there is none.
    #[prop_or_default]
    pub whole: Option<String>,
    /// The words.
    pub texts: &'static Texts,
}

/// The picture or text, below the button that was to save it and the sentence that says what to do, which is spoken.
#[component]
pub(super) fn Keep(props: &KeepProps) -> Html {
    let KeepProps { kept, name, whole, texts } = props;
    let words = texts.sharing();
    let field = use_node_ref();
    let shown = match kept {
        Kept::Picture(address) => html! {
            <img src={address.clone()} alt={(words.picture)(name)} />
        },
        Kept::Table(text) => html! {
            <>
                <textarea ref={field.clone()} readonly=true rows="8" aria-label={(words.text)(name)} value={text.clone()} />
                <Copy
                    text={text.clone()}
                    {field}
                    label={words.copy_text}
                    copied={words.text_copied}
                    selected={words.text_selected}
                />
            </>
        },
    };
    html! {
        <div class="keep" data-test="keep">
            { shown }
            if let Some(href) = whole {
                <p><a href={href.clone()}>{ words.file }</a></p>
            }
        </div>
    }
}
