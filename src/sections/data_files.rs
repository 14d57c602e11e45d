//! The data as files, for those who take it along without scripts: the tables and charts of the page, and the data package.

use yew::{Html, html};

use super::SectionProps;
use crate::charts::all;
use crate::published::{PublishedFile, charts, lists, package};

/// The section. `to_root` leads from the page to that in Chinese, which the files stand beside: empty there, `../` in a folder of
/// its own.
pub fn data_files(section: &SectionProps, to_root: &str) -> Html {
    let words = section.texts.publish();
    // Charts have their names from the data.
    let charts = charts(&all(&section.material()), section.texts);
    let lists = lists(&section.dataset, section.texts);
    html! {
        <div id="files" class="data-files">
            <h2>{ words.data }</h2>
            <p class="scope">{ words.data_scope }</p>
            if !lists.is_empty() {
                <h3>{ words.lists }</h3>
                { files(&lists, to_root) }
            }
            if !charts.is_empty() {
                <details class="area">
                    <summary><h3>{ words.charts }</h3></summary>
                    <ul>
                        { for charts.iter().map(|[drawing, table]| html! {
                            <li>{ link(drawing, to_root) }{ format_link(table, to_root) }</li>
                        }) }
                    </ul>
                </details>
            }
            <details class="area">
                <summary><h3>{ words.package }</h3></summary>
                <p class="scope">{ words.package_scope }</p>
                { files(&package(&section.dataset, section.texts), to_root) }
            </details>
        </div>
    }
}

fn files(files: &[PublishedFile], to_root: &str) -> Html {
    html! { <ul>{ for files.iter().map(|file| html! { <li>{ link(file, to_root) }</li> }) }</ul> }
}

/// A link named as what the file holds and how it is written.
fn link(file: &PublishedFile, to_root: &str) -> Html {
    let format = file.holds.format();
    let href = format!("{to_root}{}", file.path);
    html! { <a {href} type={format.media_type()}>{ named(file) }</a> }
}

/// A link that stands after [`link`] to the same in another format, and need not repeat what it holds for the eye.
fn format_link(file: &PublishedFile, to_root: &str) -> Html {
    let format = file.holds.format();
    let href = format!("{to_root}{}", file.path);
    html! { <a {href} type={format.media_type()} aria-label={named(file)}>{ format.name() }</a> }
}

fn named(file: &PublishedFile) -> String {
    format!("{} · {}", file.name, file.holds.format().name())
}
