//! Which rows and columns of its sheets a workbook hides, by a filter or by hand. They are read like others, which has to be told.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use plan_data::package::Hidden;
use roxmltree::{Document, Node};
use zip::ZipArchive;

/// A workbook as the parts in its file.
type Parts = ZipArchive<File>;

/// What the workbook hides of each sheet, by the sheet's name; nothing of sheets whose part is not where it should be.
pub(crate) fn hidden(path: &Path) -> BTreeMap<String, Hidden> {
    let read = || {
        let mut parts = ZipArchive::new(File::open(path).ok()?).ok()?;
        let targets = targets(&mut parts)?;
        let workbook = text(&mut parts, "xl/workbook.xml")?;
        let workbook = Document::parse(&workbook).ok()?;
        let sheets = elements(&workbook, "sheet").filter_map(|sheet| {
            let target = targets.get(attribute(sheet, "id")?)?;
            let part = text(&mut parts, target)?;
            let of_sheet = of_sheet(&Document::parse(&part).ok()?);
            Some((attribute(sheet, "name")?.to_owned(), of_sheet))
        });
        Some(sheets.collect())
    };
    read().unwrap_or_default()
}

/// The name of the part that each id of the workbook stands for.
fn targets(parts: &mut Parts) -> Option<BTreeMap<String, String>> {
    let relations = text(parts, "xl/_rels/workbook.xml.rels")?;
    let relations = Document::parse(&relations).ok()?;
    let relations = elements(&relations, "Relationship").filter_map(|relation| {
        let target = attribute(relation, "Target")?;
        let name = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        Some((attribute(relation, "Id")?.to_owned(), name))
    });
    Some(relations.collect())
}

fn of_sheet(sheet: &Document<'_>) -> Hidden {
    let is_hidden = |node: &Node<'_, '_>| matches!(attribute(*node, "hidden"), Some("1" | "true"));
    let number = |node: Node<'_, '_>, name: &str| attribute(node, name).and_then(|text| text.parse().ok());
    let mut hidden = Hidden::default();
    let mut row = 0;
    for node in elements(sheet, "row") {
        // A row without a number follows the one before.
        row = number(node, "r").unwrap_or(row + 1);
        if is_hidden(&node) {
            hidden.rows.push(row);
        }
    }
    for node in elements(sheet, "col").filter(is_hidden) {
        if let (Some(first), Some(last)) = (number(node, "min"), number(node, "max")) {
            hidden.columns.extend(first..=last);
        }
    }
    hidden
}

fn text(parts: &mut Parts, name: &str) -> Option<String> {
    let mut text = String::new();
    parts.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// The elements of that name, in whichever namespace: there are two for the same sheets.
fn elements<'a>(document: &'a Document<'_>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}
