//! What would have been a file, where the browser saves none: a picture to press on, a text to copy.

use yew::{Html, MouseEvent, Properties, component, html, use_node_ref, use_state_eq};

use crate::browser::{copy, select_text};
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
    let told = use_state_eq(|| None::<&'static str>);
    let shown = match kept {
        Kept::Picture(address) => html! {
            <img src={address.clone()} alt={(words.picture)(name)} />
        },
        Kept::Table(text) => {
            let onclick = {
                let (field, told, text) = (field.clone(), told.clone(), text.clone());
                move |_: MouseEvent| {
                    let (field, told) = (field.clone(), told.clone());
                    copy(&text, move |is_copied| {
                        if !is_copied {
                            select_text(&field);
                        }
                        told.set(Some(if is_copied { words.text_copied } else { words.text_selected }));
                    });
                }
            };
            html! {
                <>
                    <textarea ref={field} readonly=true rows="8" aria-label={(words.text)(name)} value={text.clone()} />
                    <p class="keep-copy">
                        <button type="button" {onclick}>{ words.copy_text }</button>
                        <span role="status">{ told.unwrap_or_default() }</span>
                    </p>
                </>
            }
        }
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
