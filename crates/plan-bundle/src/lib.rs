//! A checked dataset as the texts that the app loads: the dataset with its findings, and how its characters are read. The build makes
//! them of the published package, and the browser of a report that a reader opens.

mod site;

use std::collections::BTreeSet;

use pinyin::ToPinyinMulti;
use plan_data::bundle::{self, BETWEEN, Bundle};
use plan_data::reconcile::reconcile;
use plan_data::{Dataset, Pinyin, asking};

pub use site::{DATASET, MOST, SITE, SiteFiles, VERSION, site_files};

/// The texts of a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundled {
    /// The dataset and its findings, as [`bundle::read`] reads them.
    pub dataset: String,
    /// How its characters are read, as [`Pinyin::parse`] reads it.
    pub readings: String,
    /// The same of the rows of projects only.
    pub row_readings: String,
}

/// The texts of a dataset.
pub fn bundle(dataset: &Dataset) -> Bundled {
    let whole = bundle::write(&Bundle { dataset: dataset.clone(), findings: reconcile(dataset) });
    let texts = dataset
        .projects
        .iter()
        .flat_map(|project| [Some(&project.name.zh), project.location.as_ref().map(|location| &location.zh)]);
    let rows: String = texts.flatten().map(String::as_str).collect();
    let [readings, row_readings] = [pinyin(dataset, &whole), pinyin(dataset, &rows)];
    Bundled { dataset: whole, readings, row_readings }
}

/// The text that the app loads, with the words of both languages: the dataset, [`BETWEEN`] and the readings.
pub fn carried(dataset: &Dataset) -> String {
    let Bundled { dataset, readings, .. } = bundle(dataset);
    format!("{dataset}{BETWEEN}{readings}")
}

/// The readings of every character of the text: all that a character has, and those that the package gives the
/// characters of its names, which no dictionary need know.
fn pinyin(dataset: &Dataset, text: &str) -> String {
    let characters: BTreeSet<char> = text.chars().collect();
    let known = characters.iter().filter_map(|character| Some((*character, character.to_pinyin_multi()?)));
    let known = known.flat_map(|(character, all)| all.into_iter().map(move |one| (character, one.plain())));
    let names = dataset.places.iter().map(|place| (&place.name, &place.pinyin));
    let names = names.chain(dataset.indicators.iter().map(|indicator| (&indicator.name, &indicator.pinyin)));
    let given = names.flat_map(|(name, pinyin)| name.zh.chars().zip(pinyin.iter().map(String::as_str)));
    let given = given.filter(|(character, _)| characters.contains(character));
    Pinyin::write(known.chain(given), traditional(&characters))
}

/// The traditional forms of the characters, and of those of words that ask, which are no characters of the text themselves.
fn traditional(characters: &BTreeSet<char>) -> impl Iterator<Item = (char, char)> {
    let all = ('\u{4E00}'..='\u{9FFF}').filter(|character| !characters.contains(character));
    all.filter_map(|character| {
        let form = fast2s::convert(character.encode_utf8(&mut [0; 4])).chars().next()?;
        let is_used = characters.contains(&form) || asking().any(|one| one == form);
        (form != character && is_used).then_some((character, form))
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn what_is_carried_reads_as_the_same_dataset_and_readings() {
        let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
        let dataset = plan_data::package::read(&package).unwrap();
        let carried = carried(&dataset);
        let (text, readings) = carried.split_once(BETWEEN).unwrap();
        let read = bundle::read(text).unwrap();
        assert_eq!(read.dataset, dataset);
        assert_eq!(read.findings, reconcile(&dataset));
        assert_eq!(readings, bundle(&dataset).readings);
        assert!(!readings.contains(BETWEEN), "a further one says that the report's text is there");
    }
}
