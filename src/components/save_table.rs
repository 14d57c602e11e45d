//! A button that saves a table as a file for spreadsheets.

use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::changing;
use super::figure::file_name;
use super::keep::{Keep, Kept};
use crate::browser::{save_text, saves_files};
use crate::charts::Table;
use crate::published::{List, list_path, to_root};
use crate::texts::{Download, Texts};

/// What is saved.
#[derive(PartialEq, Properties)]
pub struct SaveTableProps {
    /// What the table is of.
    pub name: String,
    /// What of it is shown, in words; empty where it is all.
    pub selection: String,
    /// Makes the table, once it is asked for.
    pub table: Callback<(), Table>,
    /// How the file's name begins.
    pub file: String,
    /// Which table of the page it is of.
    pub list: List,
    /// The words.
    pub texts: &'static Texts,
}

/// The button.
#[component]
pub fn SaveTable(props: &SaveTableProps) -> Html {
    let words = props.texts.charts();
    // What was asked for where no file can be saved, and of what.
    let kept = use_state_eq(|| None::<(String, String)>);
    let SaveTableProps { name, selection, table, file, list, texts } = props;
    let onclick = {
        let kept = kept.clone();
        let name = file_name([file, name, selection], Download::Csv);
        let (table, selection) = (table.clone(), selection.clone());
        Callback::from(move |_| {
            let text = table.emit(()).csv(words.selection, &selection);
            let is_saved = saves_files() && save_text(&name, "text/csv;charset=utf-8", &text);
            kept.set((!is_saved).then(|| (selection.clone(), text)));
        })
    };
    let kept = kept.as_ref().filter(|(of, _)| of == selection).map(|(_, text)| Kept::Table(text.clone()));
    html! {
        <div class="downloads">
            <button type="button" class="quiet" data-download="csv" {onclick}>
                { (words.download)(Download::Csv) }
            </button>
            <span class="download-failed" role="status">
                { changing(kept.as_ref().map(|_| (texts.sharing().keep)(Download::Csv)).unwrap_or_default()) }
            </span>
            if let Some(kept) = kept {
                <Keep
                    {kept}
                    name={name.clone()}
                    whole={format!("{}{}", to_root(texts.lang), list_path(*list, texts.lang))}
                    {texts}
                />
            }
        </div>
    }
}
