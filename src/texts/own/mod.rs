//! The words around a report that a reader opens: those of the app, and those of the page where it is read and kept, which only the
//! build writes.

mod en;
mod zh;

use super::Texts;
use crate::state::Lang;

/// The words of the app.
pub struct LocalTexts {
    /// What such a report is, in few words.
    pub name: &'static str,
    /// Who sees it; follows the name.
    pub about: &'static str,
    /// The link to where it is kept.
    pub review: &'static str,
    /// The link back to the published report.
    pub close: &'static str,
    /// The link to its files, in the place of the published ones.
    pub files: &'static str,
    /// The link to the page where one is opened.
    pub open: &'static str,
    /// What that does; follows the link.
    pub open_about: &'static str,
}

/// The words of the page. `{…}` in a text stands for what static/own.js puts there.
#[cfg(not(target_arch = "wasm32"))]
pub struct OwnTexts {
    /// What the page is called.
    pub name: &'static str,
    /// What stands above that.
    pub eyebrow: &'static str,
    /// What happens, in one sentence.
    pub description: &'static str,
    /// What happens, in three sentences.
    pub about: [&'static str; 3],
    /// What is needed, where the browser lacks it.
    pub needs: &'static str,
    /// The label of the field for a file.
    pub file: &'static str,
    /// Which files.
    pub kinds: &'static str,
    /// What may be dropped.
    pub drop: &'static str,
    /// The label of the field for text.
    pub paste: &'static str,
    /// The button that reads the text.
    pub read: &'static str,
    /// The button that stops reading.
    pub cancel: &'static str,
    /// The button that opens the explorer.
    pub explore: &'static str,
    /// The button that saves the package as a zip file.
    pub zip: &'static str,
    /// The button that saves the package as a workbook.
    pub xlsx: &'static str,
    /// The button that saves what a site takes to show the report to everybody.
    pub site: &'static str,
    /// The button that deletes a report.
    pub delete: &'static str,
    /// The heading of what the report says of itself.
    pub facts: &'static str,
    /// What these are for.
    pub facts_about: &'static str,
    /// Each: the key of its row in Chinese and in English, its name, an example.
    pub fact: [[&'static str; 4]; 5],
    /// The button that keeps them.
    pub keep: &'static str,
    /// The heading of the counts.
    pub counts: &'static str,
    /// Their columns: the table, sure, should be looked at, must be looked at.
    pub count_columns: [&'static str; 4],
    /// The heading of the rows, to be looked at beside the text.
    pub look: &'static str,
    /// The heading of problems.
    pub problems: &'static str,
    /// What they mean.
    pub problems_about: &'static str,
    /// The heading of the reports that are kept.
    pub kept: &'static str,
    /// Before the first is kept.
    pub none_kept: &'static str,
    /// The name of the table that describes the report.
    pub report: &'static str,
    /// The sentences of the script by their names.
    pub told: &'static [(&'static str, &'static str)],
}

impl Texts {
    /// The words around a report that the reader has opened.
    pub fn local(&self) -> &'static LocalTexts {
        match self.lang {
            Lang::Zh => &zh::LOCAL,
            Lang::En => &en::LOCAL,
        }
    }

    /// The words of the page where one is opened.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn own(&self) -> &'static OwnTexts {
        match self.lang {
            Lang::Zh => &zh::OWN,
            Lang::En => &en::OWN,
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_places() {
        let places = |text: &str| {
            let mut found: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
            found.sort();
            found
        };
        let of = |texts: &OwnTexts| -> Vec<(&'static str, Vec<String>)> {
            texts.told.iter().map(|(name, text)| (*name, places(text))).collect()
        };
        assert_eq!(of(&zh::OWN), of(&en::OWN));
    }
}
