//! A button that saves a table as a file for spreadsheets.

use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::figure::file_name;
use crate::browser::save_text;
use crate::charts::Table;
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
    /// The words.
    pub texts: &'static Texts,
}

/// The button.
#[component]
pub fn SaveTable(props: &SaveTableProps) -> Html {
    let words = props.texts.charts();
    let failed = use_state_eq(|| false);
    let onclick = {
        let failed = failed.clone();
        let SaveTableProps { name, selection, table, file, .. } = props;
        let name = file_name([file, name, selection], Download::Csv);
        let (table, selection) = (table.clone(), selection.clone());
        Callback::from(move |_| {
            let text = table.emit(()).csv(words.selection, &selection);
            failed.set(!save_text(&name, "text/csv;charset=utf-8", &text));
        })
    };
    html! {
        <p class="downloads">
            <button type="button" class="quiet" data-download="csv" {onclick}>
                { (words.download)(Download::Csv) }
            </button>
            <span class="download-failed" role="status">
                { failed.then(|| (words.download_failed)(Download::Csv)).unwrap_or_default() }
            </span>
        </p>
    }
}
