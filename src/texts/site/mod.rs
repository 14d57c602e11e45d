//! The words of pages that are of no report in particular, until the site has named its report (static/site.js). Only the build writes
//! those pages.

mod en;
mod zh;

use super::Texts;
use crate::state::Lang;

/// The words of one language. `{…}` in a text stands for what static/site.js puts there.
pub struct SiteTexts {
    /// What the site is called.
    pub name: &'static str,
    /// The same under an icon.
    pub short_name: &'static str,
    /// What stands there, in one sentence.
    pub description: &'static str,
    /// While the report is loaded.
    pub opening: &'static str,
    /// What is needed, where the program does not run.
    pub needs: &'static str,
    /// Where the page was opened as a file.
    pub needs_server: &'static str,
    /// Where the server has another version.
    pub outdated: &'static str,
    /// Where the program has stopped.
    pub crashed: &'static str,
    /// Where the report cannot be shown; the reason follows.
    pub unavailable: &'static str,
    /// The reasons by their names.
    pub reasons: &'static [(&'static str, &'static str)],
}

impl Texts {
    /// The words of pages that are of no report in particular.
    pub fn site(&self) -> &'static SiteTexts {
        match self.lang {
            Lang::Zh => &zh::TEXTS,
            Lang::En => &en::TEXTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_reasons_with_the_same_places() {
        let places = |text: &str| {
            let mut places: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|piece| Some(piece.split_once('}')?.0.to_owned()))
                .collect();
            places.sort();
            places
        };
        let of = |lang: Lang| {
            let reasons = Texts::of(lang).site().reasons.iter();
            reasons.map(|(name, text)| (*name, places(text))).collect::<Vec<_>>()
        };
        assert_eq!(of(Lang::Zh), of(Lang::En));
    }
}
