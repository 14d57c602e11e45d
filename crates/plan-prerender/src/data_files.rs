//! Writes the data as files beside the page, for people and programs that take it without running it: those that
//! [`plan_explorer::published`] lists, so that no link leads nowhere.

use std::fs;
use std::path::{Path, PathBuf};

use plan_chart::Size;
use plan_explorer::charts::{ChartSpec, Material, all};
use plan_explorer::components::drawing;
use plan_explorer::data::Prepared;
use plan_explorer::published::{Holds, PublishedFile, files, languages};
use plan_explorer::state::Lang;
use plan_explorer::texts::Texts;

use crate::Error;
use crate::package::Package;

/// How wide charts are laid out, in pixels: as on the page before it knows its width.
const CHART_WIDTH: f64 = 720.0;

/// Writes every file of `data/` into the folder `out`; says which ones.
///
/// # Errors
/// A file cannot be written.
pub fn write(package: &Package, report: &Prepared, out: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut written = Vec::new();
    for (_, lang) in languages(&report.dataset) {
        let texts = Texts::of(*lang);
        let material = material(report, texts);
        let specs = all(&material);
        for file in files(&report.dataset, &specs, texts) {
            // Files without words of the interface are the same in every language.
            if file.lang.is_none() && *lang != Lang::default() {
                continue;
            }
            let path = out.join(&file.path);
            let bytes = contents(&file, package, &material, &specs)?;
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(|error| Error::file(folder, &error, "a folder"))?;
            }
            fs::write(&path, bytes).map_err(|error| Error::file(&path, &error, "a file to write"))?;
            written.push(path);
        }
    }
    Ok(written)
}

/// What charts and tables of a report are made from.
pub(crate) fn material<'a>(report: &'a Prepared, texts: &'static Texts) -> Material<'a> {
    Material { dataset: &report.dataset, findings: &report.findings, texts }
}

fn contents(
    file: &PublishedFile,
    package: &Package,
    material: &Material<'_>,
    specs: &[ChartSpec],
) -> Result<Vec<u8>, Error> {
    let Material { dataset, texts, .. } = *material;
    let spec = |id: &str| {
        let found = specs.iter().find(|spec| spec.id == id);
        found.ok_or_else(|| {
            Error::new(&file.path, format_args!("no chart “{id}”"), "one of those of the page")
        })
    };
    let selection = texts.charts().selection;
    Ok(match file.holds {
        Holds::Descriptor => package.descriptor(),
        Holds::PackageTable(name) => package
            .table(name)
            .ok_or_else(|| Error::new(&file.path, format_args!("no table “{name}”"), "one in the package"))?,
        Holds::Dataset => serde_json::to_vec(dataset)
            .map_err(|error| Error::new(&file.path, error, "a dataset that can be written as JSON"))?,
        Holds::List(list) => list.table(material).csv(selection, "").into(),
        Holds::Drawing(id) => {
            drawing(spec(id)?, &material.origin(), None, Size::Whole(CHART_WIDTH), texts).0.into()
        }
        Holds::ChartTable(id) => {
            let spec = spec(id)?;
            spec.table.csv(selection, &spec.selection).into()
        }
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use plan_explorer::data::bundled;

    use super::*;
    use crate::hostile::hostile;

    fn package(report: &Prepared) -> Package {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
        Package::read(&folder, &report.dataset).unwrap()
    }

    /// Every file under a folder.
    fn found(folder: &Path) -> BTreeSet<PathBuf> {
        let mut found = BTreeSet::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            found.extend(if path.is_dir() { self::found(&path) } else { BTreeSet::from([path]) });
        }
        found
    }

    fn well_formed(files: &[PathBuf]) -> usize {
        let drawings = files.iter().filter(|file| file.extension().is_some_and(|end| end == "svg"));
        drawings
            .map(|file| {
                let svg = fs::read_to_string(file).unwrap();
                let document =
                    roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{file:?}: {error}"));
                assert!(!document.descendants().any(|node| node.has_tag_name("script")), "{file:?}");
            })
            .count()
    }

    #[test]
    fn every_file_that_the_page_links_to_is_written_and_no_other() {
        let report = bundled().unwrap();
        let out = tempfile::tempdir().unwrap();
        let written = write(&package(&report), &report, out.path()).unwrap();
        assert_eq!(written.iter().cloned().collect::<BTreeSet<_>>(), found(out.path()));
        assert_eq!(written.len(), found(out.path()).len(), "one is written twice");
        for (_, lang) in Lang::ALL {
            let texts = Texts::of(*lang);
            for file in files(&report.dataset, &all(&material(&report, texts)), texts) {
                assert!(written.contains(&out.path().join(&file.path)), "{file:?}");
            }
        }
        assert_eq!(well_formed(&written), 2 * all(&material(&report, Texts::of(Lang::Zh))).len());
    }

    #[test]
    fn the_same_data_makes_the_same_bytes() {
        let out = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [first, second] = out.each_ref().map(|out| {
            let report = bundled().unwrap();
            write(&package(&report), &report, out.path()).unwrap()
        });
        for (first, second) in first.iter().zip(&second) {
            assert_eq!(first.file_name(), second.file_name());
            assert!(fs::read(first).unwrap() == fs::read(second).unwrap(), "{}", first.display());
        }
    }

    #[test]
    fn what_was_written_is_a_package_with_the_same_data() {
        let report = bundled().unwrap();
        let out = tempfile::tempdir().unwrap();
        write(&package(&report), &report, out.path()).unwrap();
        let folder = out.path().join("data");
        assert_eq!(plan_data::package::read(&folder).unwrap(), *report.dataset);
        let json = fs::read(folder.join("dataset.json")).unwrap();
        assert_eq!(serde_json::from_slice::<plan_data::Dataset>(&json).unwrap(), *report.dataset);
        for file in found(&folder) {
            let is_table = file.extension().is_some_and(|end| end == "csv");
            let has_mark = fs::read(&file).unwrap().starts_with(b"\xEF\xBB\xBF");
            assert_eq!(is_table, has_mark, "{}", file.display());
        }
    }

    #[test]
    fn no_value_becomes_markup_of_a_drawing() {
        let bundled = bundled().unwrap();
        let out = tempfile::tempdir().unwrap();
        let written = write(&package(&bundled), &hostile(), out.path()).unwrap();
        assert!(well_formed(&written) > 10);
    }
}
