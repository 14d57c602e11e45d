//! A Word document (.docx, also of WPS) as lines and tables, with the numbers of its lists as Word shows them. Read with `roxmltree`,
//! which the workspace has anyway: `docx-rs` writes documents, its reader drops what it does not know, and it counts no lists.

mod body;
mod numbering;
mod styles;

use std::collections::BTreeMap;

use plan_data::{Said, said};
use plan_import::Document;

use crate::archive::Archive;
use crate::xml;
use body::{Body, Note, Notes};
use numbering::Numbering;
use styles::Styles;

/// The name of the part with the text, as most programs have it.
const MAIN: &str = "word/document.xml";

/// The part with the text, if this is a Word document.
pub(crate) fn main_part(archive: &mut Archive<'_>) -> Option<String> {
    if archive.has(MAIN) {
        return Some(MAIN.to_owned());
    }
    let part = related(archive, "").remove("officeDocument")?;
    (part.starts_with("word/") && archive.has(&part)).then_some(part)
}

/// Reads a document of which the part with the text is known.
pub(crate) fn read(archive: &mut Archive<'_>, main: &str) -> Result<Document, Said> {
    let text = archive.text(main)?.ok_or_else(|| said!("没有正文的文件", "a file without a text"))?;
    let related = related(archive, main);
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut part = |kind: &str| {
        let usual = format!("{folder}/{kind}.xml");
        archive.text(related.get(kind).unwrap_or(&usual)).map(Option::unwrap_or_default)
    };
    let (styles, numbering) = (part("styles")?, part("numbering")?);
    let (footnotes, endnotes) = (part("footnotes")?, part("endnotes")?);
    let text = xml::parse(&text)?;
    // Without its styles or lists a document can still be read.
    let styles = xml::parse(&styles).map(|part| Styles::of(part.root_element())).unwrap_or_default();
    let numbering =
        xml::parse(&numbering).map(|part| Numbering::of(part.root_element(), &styles)).unwrap_or_default();
    let (footnotes, endnotes) = (xml::parse(&footnotes), xml::parse(&endnotes));
    let mut notes = Notes::default();
    for (kind, part) in [(Note::Foot, &footnotes), (Note::End, &endnotes)] {
        if let Ok(part) = part {
            notes.add(kind, part.root_element());
        }
    }
    Body::new(&styles, numbering, notes).read(text.root_element())
}

/// The parts that a part (or the file, for "") refers to, by the last word of their kind. None where it says nothing of them.
fn related(archive: &mut Archive<'_>, part: &str) -> BTreeMap<String, String> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let at = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let Ok(Some(relations)) = archive.text(&format!("{at}_rels/{file}.rels")) else {
        return BTreeMap::new();
    };
    let Ok(relations) = xml::parse(&relations) else {
        return BTreeMap::new();
    };
    let relation = |node| {
        let kind = xml::attribute(node, "Type")?.rsplit('/').next()?;
        let target = xml::attribute(node, "Target")?;
        let name = target.strip_prefix('/').map_or_else(|| format!("{at}{target}"), str::to_owned);
        Some((kind.to_owned(), name))
    };
    xml::children(relations.root_element()).filter_map(relation).collect()
}
