//! The files that stand beside the page, for people and programs that take data without running it: which there are, and
//! what each holds. `crates/plan-prerender` writes them; the page and its description link to them.

use plan_data::package::{DESCRIPTOR, TABLES};
use plan_data::{Dataset, Figure, Place};

use crate::charts::{ChartSpec, Material, Table, figures_table, indicators_table, projects_table};
use crate::state::{Lang, Sort};
use crate::texts::Texts;

/// The folder of these files, beside the page in Chinese.
pub const FOLDER: &str = "data";

/// The page of the report's text, beside each page, in builds that were given the text.
pub const TEXT: &str = "report.html";

/// The part of that page that a place is; or else what the item `id` is in the paragraph, where there is one.
pub fn paragraph_id(place: &Place, id: &str) -> String {
    let between = if id.is_empty() { "" } else { "-" };
    ["p-", &place.section, "-", &place.paragraph.to_string(), between, id].concat()
}

/// The page where a reader opens a report of their own, beside each page.
pub const OWN: &str = "own.html";

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// What it holds.
    pub holds: Holds,
    /// The same in words.
    pub name: String,
    /// Where it is, from the page in Chinese.
    pub path: String,
    /// The language of its words; `None` where it has both.
    pub lang: Option<Lang>,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The description of the data package.
    Descriptor,
    /// A table of the data package, by its name.
    PackageTable(&'static str),
    /// The checked package as a whole.
    Dataset,
    /// A table that the page shows.
    List(List),
    /// A chart as a drawing, by its id.
    Drawing(&'static str),
    /// A chart as a table, by its id.
    ChartTable(&'static str),
}

/// A table that the page shows, as its button saves it where nothing is filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The rows of the annex.
    Indicators,
    /// All projects.
    Projects,
    /// The figures of the main text.
    Figures,
}

impl Holds {
    /// How such a file is written.
    pub fn format(self) -> Format {
        match self {
            Self::Descriptor | Self::Dataset => Format::Json,
            Self::PackageTable(_) | Self::List(_) | Self::ChartTable(_) => Format::Csv,
            Self::Drawing(_) => Format::Svg,
        }
    }
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// A drawing.
    Svg,
}

impl Format {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Svg => "SVG",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::Svg => "image/svg+xml",
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Svg => "svg",
        }
    }
}

impl List {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Indicators, Self::Projects, Self::Figures];

    /// The table.
    pub fn table(self, material: &Material<'_>) -> Table {
        let dataset = material.dataset;
        match self {
            Self::Indicators => {
                indicators_table(material, &dataset.indicators.iter().collect::<Vec<_>>(), Sort::default())
            }
            Self::Projects => {
                let count = u32::try_from(dataset.projects.len()).unwrap_or(u32::MAX);
                projects_table(material, 0..count)
            }
            Self::Figures => figures_table(material, &dataset.figures.iter().collect::<Vec<&Figure>>()),
        }
    }

    fn file(self) -> &'static str {
        match self {
            Self::Indicators => "indicators",
            Self::Projects => "projects",
            Self::Figures => "figures",
        }
    }

    fn name(self, texts: &Texts) -> &'static str {
        match self {
            Self::Indicators => texts.page().indicators,
            Self::Projects => texts.page().projects,
            Self::Figures => texts.explore().figures,
        }
    }
}

/// The tables that the page shows, those that have rows.
pub fn lists(dataset: &Dataset, texts: &Texts) -> Vec<PublishedFile> {
    let of = |list: List| {
        let name = list.name(texts).to_owned();
        file(Holds::List(list), name, list.file(), Some(texts.lang))
    };
    let has_rows = |list: &List| match list {
        List::Indicators => !dataset.indicators.is_empty(),
        List::Projects => !dataset.projects.is_empty(),
        List::Figures => !dataset.figures.is_empty(),
    };
    List::ALL.into_iter().filter(has_rows).map(of).collect()
}

/// The charts, each as a drawing and as a table.
pub fn charts(specs: &[ChartSpec], texts: &Texts) -> Vec<[PublishedFile; 2]> {
    let of = |spec: &ChartSpec| {
        [Holds::Drawing(spec.id), Holds::ChartTable(spec.id)].map(|holds| {
            let name = (texts.publish().chart)(&spec.name, &spec.selection);
            file(holds, name, &format!("charts/{}", spec.id), Some(texts.lang))
        })
    };
    specs.iter().map(of).collect()
}

/// The tables of the package that have rows, by their names.
pub fn tables(dataset: &Dataset) -> Vec<&'static str> {
    let has_rows = |table: &&str| match *table {
        "sections" => !dataset.sections.is_empty(),
        "headings" => !dataset.headings.is_empty(),
        "indicators" => !dataset.indicators.is_empty(),
        "figures" => !dataset.figures.is_empty(),
        "omissions" => !dataset.omissions.is_empty(),
        "projects" => !dataset.projects.is_empty(),
        "mentions" => dataset.projects.iter().any(|project| !project.mentions.is_empty()),
        "places" => !dataset.places.is_empty(),
        "locations" => dataset.projects.iter().any(|project| !project.parts.is_empty()),
        "related" => dataset.projects.iter().any(|project| !project.related.is_empty()),
        "tasks" => !dataset.tasks.is_empty(),
        "remarks" => !dataset.remarks.is_empty(),
        "context" => !dataset.context.is_empty(),
        "synonyms" => !dataset.synonyms.is_empty(),
        _ => false,
    };
    TABLES.into_iter().filter(has_rows).collect()
}

/// The data package, of its tables those that have rows, and what was read from it.
pub fn package(dataset: &Dataset, texts: &Texts) -> Vec<PublishedFile> {
    let words = texts.publish();
    let descriptor = DESCRIPTOR.strip_suffix(".json").unwrap_or(DESCRIPTOR);
    let mut files = vec![
        file(Holds::Descriptor, words.descriptor.to_owned(), descriptor, None),
        file(Holds::Dataset, words.dataset.to_owned(), "dataset", None),
    ];
    files.extend(tables(dataset).into_iter().map(|table| {
        let name = (words.package_table)(table).unwrap_or(table);
        file(Holds::PackageTable(table), name.to_owned(), table, None)
    }));
    files
}

/// Every file whose words are of that language or of both.
pub fn files(dataset: &Dataset, specs: &[ChartSpec], texts: &Texts) -> Vec<PublishedFile> {
    let charts = charts(specs, texts).into_iter().flatten();
    lists(dataset, texts).into_iter().chain(charts).chain(package(dataset, texts)).collect()
}

/// Where the file of a chart is, from the page in Chinese.
pub fn chart_path(id: &str, lang: Lang, format: Format) -> String {
    path_of(&format!("charts/{id}"), Some(lang), format)
}

/// Where the file of a table that the page shows is, from the page in Chinese.
pub fn list_path(list: List, lang: Lang) -> String {
    path_of(list.file(), Some(lang), Format::Csv)
}

/// The folder of the pages of indicators that are sent on, beside the pages of a language.
pub const SHARED: &str = "indicator";

/// Where the page of an indicator is that is sent on, from the first page of its language: it has a title and a picture of its own,
/// and leads to the indicator.
pub fn shared_path(id: &str) -> String {
    format!("{SHARED}/{id}.html")
}

fn path_of(path: &str, lang: Option<Lang>, format: Format) -> String {
    let lang = lang.map(|lang| format!("-{}", lang.word())).unwrap_or_default();
    format!("{FOLDER}/{path}{lang}.{}", format.extension())
}

fn file(holds: Holds, name: String, path: &str, lang: Option<Lang>) -> PublishedFile {
    PublishedFile { holds, name, path: path_of(path, lang, holds.format()), lang }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::charts::all;
    use crate::data::{Prepared, bundled};

    #[test]
    fn tables_without_rows_are_not_listed() {
        let mut dataset = (*bundled().unwrap().dataset).clone();
        dataset.synonyms.clear();
        for project in &mut dataset.projects {
            project.related.clear();
            project.mentions.clear();
        }
        let gone = ["synonyms", "related", "mentions"];
        let left: Vec<&str> = TABLES.into_iter().filter(|table| !gone.contains(table)).collect();
        assert_eq!(tables(&dataset), left);
        let listed = package(&dataset, Texts::of(Lang::Zh));
        let listed = listed.iter().filter(|file| matches!(file.holds, Holds::PackageTable(_)));
        assert_eq!(listed.count(), left.len());
    }

    #[test]
    fn every_file_has_a_path_of_its_own_and_words() {
        let Prepared { dataset, findings, .. } = bundled().unwrap();
        let mut paths = Vec::new();
        for (_, lang) in Lang::ALL {
            let texts = Texts::of(*lang);
            let material = Material { dataset: &dataset, findings: &findings, texts };
            for file in files(&dataset, &all(&material), texts) {
                assert!(!file.name.is_empty(), "{file:?}");
                let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-.".contains(&byte);
                assert!(file.path.bytes().all(is_plain), "{file:?}");
                if file.lang.is_some() {
                    paths.push(file.path);
                }
            }
            for table in TABLES {
                assert!((texts.publish().package_table)(table).is_some(), "{table}");
            }
        }
        for (_, lang) in Lang::ALL {
            let texts = Texts::of(*lang);
            let material = Material { dataset: &dataset, findings: &findings, texts };
            let mut names: Vec<(String, Format)> = files(&dataset, &all(&material), texts)
                .into_iter()
                .map(|file| (file.name, file.holds.format()))
                .collect();
            let count = names.len();
            names.sort_by(|a, b| a.0.cmp(&b.0));
            names.dedup();
            assert_eq!(names.len(), count, "two files with one name: {names:#?}");
        }
        assert_eq!(tables(&dataset), TABLES);
        paths.extend(package(&dataset, Texts::of(Lang::Zh)).into_iter().map(|file| file.path));
        let count = paths.len();
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), count);
    }
}

/// The languages that pages of the report are in: without English in the data there is none in the site.
pub fn languages(dataset: &Dataset) -> &'static [(&'static str, Lang)] {
    if dataset.has_english() { Lang::ALL } else { &[("zh", Lang::Zh)] }
}

/// The folder of the page in a language, from that of the page in Chinese.
pub fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => "en/",
    }
}

/// From the page in a language to the folder of the page in Chinese.
pub fn to_root(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => "../",
    }
}
