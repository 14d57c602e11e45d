//! The data package that the build checked and bundled, and what is prepared from it.

use std::rc::Rc;

#[cfg(not(target_arch = "wasm32"))]
use plan_data::Bilingual;
use plan_data::bundle::{self, BETWEEN, Bundle};
use plan_data::reconcile::Finding;
use plan_data::{Dataset, Pinyin, ProjectIndex};

use crate::pages::pages_of;
use crate::published::OWN;
#[cfg(not(target_arch = "wasm32"))]
use crate::state::Lang;
use crate::state::View;

const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.txt"));

const READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset-pinyin.txt"));

/// The report as the app of that language loads it: without words that only pages of the other one show. `has_text` says whether
/// the report's text is beside the pages.
///
/// # Errors
/// Where the bundle and the program do not fit together, what the reader found.
#[cfg(not(target_arch = "wasm32"))]
pub fn carried(lang: Lang, has_text: bool) -> Result<String, String> {
    let mut bundle = read(BUNDLED)?;
    leave_out(&mut bundle, lang);
    let end = if has_text { BETWEEN.to_string() } else { String::new() };
    Ok(format!("{}{BETWEEN}{READINGS}{end}", bundle::write(&bundle)))
}

/// Empties what the app of that language does not show. Names are searched in both languages, and stay; so does the Chinese of tasks
/// and figures, which says which of them belong together.
#[cfg(not(target_arch = "wasm32"))]
fn leave_out(bundle: &mut Bundle, lang: Lang) {
    let one = |words: &mut Bilingual| match lang {
        Lang::Zh => words.en.clear(),
        Lang::En => words.zh.clear(),
    };
    let Bundle { dataset, findings } = bundle;
    for finding in findings {
        one(&mut finding.sentence);
        finding.computed.iter_mut().for_each(|computed| one(&mut computed.formula));
    }
    dataset.remarks.iter_mut().for_each(|remark| one(&mut remark.remark));
    dataset.headings.iter_mut().for_each(|run_in| one(&mut run_in.heading));
    for indicator in &mut dataset.indicators {
        one(&mut indicator.about);
        indicator.note.iter_mut().for_each(one);
    }
    if lang == Lang::Zh {
        dataset.tasks.iter_mut().for_each(|task| one(&mut task.text));
        dataset.figures.iter_mut().for_each(|figure| one(&mut figure.subject));
    }
    for figure in &mut dataset.figures {
        figure.scope.iter_mut().chain(&mut figure.note).for_each(one);
    }
    for project in &mut dataset.projects {
        project.related.iter_mut().for_each(|related| one(&mut related.note));
        if lang == Lang::Zh {
            project.mentions.iter_mut().filter_map(|mention| mention.stage.as_mut()).for_each(one);
        }
    }
    for context in &mut dataset.context {
        one(&mut context.measure);
        one(&mut context.source);
    }
    dataset.places.iter_mut().for_each(|place| place.note = None);
    dataset.omissions.clear();
}

/// How the characters of the rows of projects are read, for the page that has them.
#[cfg(not(target_arch = "wasm32"))]
pub const ROW_READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/rows-pinyin.txt"));

/// The report and what is prepared from it, once.
#[derive(Clone)]
pub struct Prepared {
    /// The report.
    pub dataset: Rc<Dataset>,
    /// What follows from it.
    pub findings: Rc<Vec<Finding>>,
    /// How its characters are read, for the search.
    pub readings: Rc<Pinyin>,
    /// The projects, prepared for filters.
    pub index: Rc<ProjectIndex>,
    /// The pages that there is something for.
    pub pages: Rc<[View]>,
    /// Whether the report's text is beside the pages ([`published::TEXT`](crate::published::TEXT)).
    pub has_text: bool,
    /// Whether the site has files of the report beside the pages ([`published`](crate::published)): of the one that it was built for.
    pub has_files: bool,
    /// Where it is no published report, but one that the reader has opened.
    pub own: Option<Own>,
}

/// A report that the reader has opened, which only this browser has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Its id in the browser's storage and in addresses.
    pub id: String,
    /// Whether the site has pages in the other language, whatever the report is in.
    pub has_other_language: bool,
}

impl Own {
    /// The address of the page where it is kept, with its text.
    pub fn address(&self) -> String {
        [OWN, "?own=", &self.id].concat()
    }
}

/// The bundled package, prepared.
///
/// # Errors
/// Where the bundle and the program do not fit together, what the reader found; the build checks that they do.
pub fn bundled() -> Result<Prepared, String> {
    Prepared::of(BUNDLED, READINGS)
}

impl Prepared {
    /// Reads what the app loads. The result prepares it, which takes as long again.
    ///
    /// # Errors
    /// Where the text and the program do not fit together, what the reader found.
    pub fn read(carried: String) -> Result<impl FnOnce() -> Self, String> {
        let Bundle { dataset, findings } = read(parts(&carried)?.0)?;
        Ok(move || Self::new(dataset, findings, parts(&carried).map_or("", |(_, readings)| readings)))
    }

    fn of(bundle: &str, readings: &str) -> Result<Self, String> {
        let Bundle { dataset, findings } = read(bundle)?;
        Ok(Self::new(dataset, findings, readings))
    }

    fn new(dataset: Dataset, findings: Vec<Finding>, readings: &str) -> Self {
        let (readings, has_text) = match readings.strip_suffix(BETWEEN) {
            Some(readings) => (readings, true),
            None => (readings, false),
        };
        Self { has_text, ..Self::with(dataset, findings, Rc::new(Pinyin::parse(readings))) }
    }

    /// A report with what is prepared from it, without its text.
    pub fn with(dataset: Dataset, findings: Vec<Finding>, readings: Rc<Pinyin>) -> Self {
        let (dataset, findings) = (Rc::new(dataset), Rc::new(findings));
        let index = Rc::new(ProjectIndex::new(dataset.clone(), readings.clone()));
        let pages = pages_of(&dataset, &findings).into();
        Self { dataset, findings, readings, index, pages, has_text: false, has_files: true, own: None }
    }
}

fn read(bundle: &str) -> Result<Bundle, String> {
    bundle::read(bundle).map_err(|damage| damage.to_string())
}

fn parts(carried: &str) -> Result<(&str, &str), String> {
    carried.split_once(BETWEEN).ok_or_else(|| "the data has no readings after it".to_owned())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn the_app_knows_whether_the_text_is_there() {
        for has_text in [false, true] {
            let read = Prepared::read(carried(Lang::Zh, has_text).unwrap()).unwrap()();
            assert_eq!(read.has_text, has_text);
            assert_eq!(*read.readings, *bundled().unwrap().readings);
        }
    }
}
