//! The projects that are known, and which of them a name means: its own, or one of which it is a short form.

use std::collections::HashMap;

use super::names::is_only_a_place;

/// What a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// No project that is known.
    New,
    /// The project of that name.
    Same(String),
    /// A short form of one name only: the name.
    Short(String),
    /// A short form of several.
    Ambiguous,
}

/// The names of projects.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: Vec<(String, Vec<char>)>,
    exact: HashMap<String, usize>,
    /// The names that have two characters next to each other.
    pairs: HashMap<[char; 2], Vec<usize>>,
    found: HashMap<String, Match>,
}

/// A pair of characters that more names have tells nothing: 项目.
const FREQUENT: usize = 64;

/// The shortest part of a short name, in characters.
const SHORTEST: usize = 2;

/// A name without quotation marks and white space, for comparison.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”')).collect()
}

/// A name without what may be left out at its end.
fn stem(plain: &str) -> &str {
    let stem = plain.strip_suffix("建设项目").or_else(|| plain.strip_suffix("建设工程"));
    let stem = stem.or_else(|| plain.strip_suffix("项目")).or_else(|| plain.strip_suffix("工程"));
    stem.filter(|stem| stem.chars().count() > 2).unwrap_or(plain)
}

impl Known {
    /// Adds a name.
    pub(super) fn add(&mut self, name: &str) {
        let plain = plain(name);
        let at = self.names.len();
        if plain.is_empty() || self.exact.contains_key(&plain) {
            return;
        }
        let characters: Vec<char> = plain.chars().collect();
        for pair in characters.windows(2) {
            if let [first, second] = pair {
                let of = self.pairs.entry([*first, *second]).or_default();
                if of.len() < FREQUENT && of.last() != Some(&at) {
                    of.push(at);
                }
            }
        }
        self.exact.entry(stem(&plain).to_owned()).or_insert(at);
        self.exact.insert(plain, at);
        self.names.push((name.to_owned(), characters));
        // What a name meant before may have changed.
        self.found.remove(name);
    }

    /// What a name means.
    pub(super) fn find(&mut self, name: &str) -> Match {
        if let Some(found) = self.found.get(name) {
            return found.clone();
        }
        let found = self.search(name);
        if found != Match::New {
            self.found.insert(name.to_owned(), found.clone());
        }
        found
    }

    fn search(&self, name: &str) -> Match {
        let plain = plain(name);
        let of = |at: &usize| self.names.get(*at).map(|(name, _)| name.clone());
        let exact = [plain.as_str(), stem(&plain)].into_iter().find_map(|form| self.exact.get(form));
        if let Some(same) = exact.and_then(of) {
            return Match::Same(same);
        }
        // 汽车园 and 汽车园区.
        let longer = plain.strip_suffix('区').filter(|rest| rest.ends_with('园'));
        if let Some(same) = longer.and_then(|form| self.exact.get(form)).and_then(of) {
            return Match::Short(same);
        }
        let short: Vec<char> = stem(&plain).chars().collect();
        if short.len() < 3 || is_only_a_place(&plain) {
            return Match::New;
        }
        let Some([first, second]) = short.first_chunk::<2>() else {
            return Match::New;
        };
        let candidates = self.pairs.get(&[*first, *second]).map(Vec::as_slice).unwrap_or_default();
        if candidates.len() >= FREQUENT {
            return Match::New;
        }
        let is_short_for =
            |at: &&usize| self.names.get(**at).is_some_and(|(_, long)| is_short_for(&short, long));
        let fitting: Vec<usize> = candidates.iter().filter(is_short_for).copied().collect();
        // A name says at its end what is built: a town, rather than a hospital of that town.
        let ends_so = |at: &&usize| self.names.get(**at).is_some_and(|(_, long)| long.ends_with(&short));
        let mut ending = fitting.iter().filter(ends_so);
        match (fitting.as_slice(), ending.next(), ending.next()) {
            ([], ..) => Match::New,
            ([only], ..) | (_, Some(only), None) => of(only).map_or(Match::New, Match::Short),
            _ => Match::Ambiguous,
        }
    }
}

/// Whether `short` is made of one to three parts of `long` in their order, each of two characters at least.
fn is_short_for(short: &[char], long: &[char]) -> bool {
    if short.len() >= long.len() {
        return false;
    }
    let (mut rest, mut within, mut parts) = (short, long, 0);
    while !rest.is_empty() {
        let longest = (SHORTEST..=rest.len()).rev().find_map(|length| {
            let part = rest.get(..length)?;
            let at = within.windows(length).position(|window| window == part)?;
            Some((length, at))
        });
        let Some((length, at)) = longest else {
            return false;
        };
        parts += 1;
        rest = rest.get(length..).unwrap_or_default();
        within = within.get(at + length..).unwrap_or_default();
    }
    // Three parts of three words have little of their order left.
    parts == 1 || (parts == 2 && short.len() >= 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_mean_the_only_project_that_they_fit() {
        let mut known = Known::default();
        for name in [
            "青州市云岭（新能源）汽车园",
            "太平城康养项目",
            "白石区冷链物流园",
            "柳河区域收储项目",
            "南湖仓储物流一区",
            "南湖仓储物流二区",
            "青州市白鹭新城",
            "白鹭新城康养中心",
        ] {
            known.add(name);
        }
        for (name, matched) in [
            ("太平城康养", Match::Same("太平城康养项目".to_owned())),
            ("太平城", Match::Short("太平城康养项目".to_owned())),
            ("云岭汽车园", Match::Short("青州市云岭（新能源）汽车园".to_owned())),
            ("冷链物流园", Match::Short("白石区冷链物流园".to_owned())),
            ("柳河区域", Match::New),
            ("南湖仓储物流", Match::Ambiguous),
            ("白鹭新城", Match::Short("青州市白鹭新城".to_owned())),
            ("太平城康养中心", Match::New),
            ("云", Match::New),
        ] {
            assert_eq!(known.find(name), matched, "{name}");
        }
    }
}
