//! Names of places in a location that nobody has taken apart: 城关镇北环路北侧 names 城关镇 and 北环路. A rule over the characters that names
//! of places end in, for an editor to go through: what it finds is a suggestion, never data.

use super::infer;
use crate::{Dataset, Project};

/// What a name ends in, and the kind of place that this is; the longer before the shorter.
const ENDS: [(&str, &str); 21] = [
    ("产业园", "landmark"),
    ("开发区", "landmark"),
    ("工业园", "landmark"),
    ("街道", "sub-district"),
    ("社区", "community"),
    ("大道", "road"),
    ("公路", "road"),
    ("水库", "river"),
    ("新区", "landmark"),
    ("园区", "landmark"),
    ("广场", "landmark"),
    ("路", "road"),
    ("街", "road"),
    ("巷", "road"),
    ("村", "village"),
    ("镇", "sub-district"),
    ("乡", "sub-district"),
    ("河", "river"),
    ("湖", "river"),
    ("桥", "landmark"),
    ("站", "landmark"),
];

/// What stands between names.
const BETWEEN: [char; 25] = [
    '、', '，', ',', '；', '。', '（', '）', '(', ')', '与', '和', '至', '到', '及', '以', '等', '的', '在',
    '“', '”', '—', '-', '～', '~', ' ',
];

/// What stands before a name and is no part of it: 县城至花园镇 after 至; 新建, 位于.
const BEFORE: [&str; 6] = ["位于", "沿", "跨", "近", "原", "侧"];

/// What follows the end of a name where it is none: 路段, 村民, 站前大道, 小河村.
const NOT_AFTER: [char; 19] = [
    '段', '民', '口', '前', '面', '网', '灯', '道', '内', '庄', '长', '部', '村', '镇', '乡', '路', '街',
    '桥', '巷',
];

/// A name has so many characters before its end.
const LONGEST: usize = 6;

/// A place that locations seem to name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// An id for it: how it is read.
    pub id: String,
    /// The name.
    pub name: String,
    /// The kind of place, as the column `kind` of places has it.
    pub kind: &'static str,
    /// The ids of the projects whose locations have it.
    pub projects: Vec<String>,
}

/// Names of places in a text, from left to right, each with its kind.
pub fn place_names(text: &str) -> Vec<(String, &'static str)> {
    let mut names = Vec::new();
    for piece in text.split(BETWEEN) {
        let mut rest: Vec<char> = piece.chars().collect();
        while let Some((end, kind)) = first_end(&rest) {
            let tail = rest.split_off(end);
            let whole: String = rest.iter().collect();
            let after = |name: &str, before: &str| {
                name.rsplit_once(before).map_or(name.to_owned(), |(_, after)| after.to_owned())
            };
            let name = BEFORE.iter().fold(whole, |name, before| after(&name, before));
            let characters = name.chars().count();
            let end_of =
                ENDS.iter().find(|(end, _)| name.ends_with(end)).map_or(0, |(end, _)| end.chars().count());
            let has_digit = name.contains(|c: char| c.is_ascii_digit());
            // 12个村 counts villages, 该村 points to one.
            let is_name = characters > end_of
                && characters <= end_of + LONGEST
                && !has_digit
                && !name.starts_with(['个', '该', '各', '全', '本', '两', '条']);
            if is_name {
                names.push((name, kind));
            }
            rest = tail;
        }
    }
    names
}

/// Where the first name ends, and its kind. An end is looked for after the first character: 路 alone names nothing.
fn first_end(characters: &[char]) -> Option<(usize, &'static str)> {
    (1..characters.len()).find_map(|at| {
        let rest: String = characters.get(at..)?.iter().collect();
        let (end, kind) = ENDS.iter().find(|(end, _)| rest.starts_with(end))?;
        let after = at + end.chars().count();
        let goes_on = characters.get(after).is_some_and(|next| NOT_AFTER.contains(next));
        (!goes_on).then_some((after, *kind))
    })
}

/// The places that undivided locations of a report seem to name, those of most projects first. Places that the package has are left out.
pub fn suggested_places(dataset: &Dataset) -> Vec<Suggestion> {
    let is_known = |name: &str| {
        dataset
            .places
            .iter()
            .any(|place| place.name.zh == name || place.aliases.iter().any(|alias| alias == name))
    };
    let mut found: Vec<Suggestion> = Vec::new();
    let undivided = |project: &&Project| project.parts.is_empty();
    for project in dataset.projects.iter().filter(undivided) {
        let location = project.location.as_ref().map_or("", |location| &location.zh);
        for (name, kind) in place_names(location) {
            if is_known(&name) {
                continue;
            }
            match found.iter_mut().find(|one| one.name == name) {
                Some(one) if one.projects.contains(&project.id) => {}
                Some(one) => one.projects.push(project.id.clone()),
                None => {
                    let id = infer::pinyin(&name).concat();
                    found.push(Suggestion { id, name, kind, projects: vec![project.id.clone()] });
                }
            }
        }
    }
    plan_lean::sort_by_key(&mut found, |one| std::cmp::Reverse(one.projects.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_in_what_places_end_in() {
        for (text, names) in [
            ("城关镇北环路北侧", vec!["城关镇", "北环路"]),
            ("云岭乡白马村", vec!["云岭乡", "白马村"]),
            ("滨江路（北门桥至石嘴段）", vec!["滨江路", "北门桥"]),
            ("新城区文昌街道", vec!["新城区文昌街道"]),
            ("花园镇花园村、小河村、大河村等12个村", vec!["花园镇", "花园村", "小河村", "大河村"]),
            ("高铁新区站前大道南侧", vec!["高铁新区", "站前大道"]),
            ("建设路与光华街交叉口", vec!["建设路", "光华街"]),
            ("城关镇文昌街8号", vec!["城关镇", "文昌街"]),
            ("建设路东段", vec!["建设路"]),
            ("位于沙河以南、东环路以西", vec!["沙河", "东环路"]),
            ("该村村民中心", vec![]),
            ("路", vec![]),
            ("全区", vec![]),
            ("", vec![]),
        ] {
            let found: Vec<String> = place_names(text).into_iter().map(|(name, _)| name).collect();
            assert_eq!(found, names, "{text}");
        }
    }
}
