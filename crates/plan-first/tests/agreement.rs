//! The first answer and the app's: both find the same projects, on the pages of both languages.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use pinyin::ToPinyinMulti;
use plan_data::facet::Choice;
use plan_data::{Dataset, Pinyin, Project, ProjectIndex, Query, package};
use plan_first::Rows;
use proptest::prelude::*;

/// What a row has: the texts of `.project-name` and `.project-location`, and the attribute `data-also`.
type Row = fn(&Project) -> Vec<&str>;

/// The row of each language's page.
const PAGES: [(&str, Row); 2] = [
    ("zh", |project| {
        let [zh, en] = location(project);
        vec![&*project.name.zh, zh, &*project.name.en, en]
    }),
    ("en", |project| {
        let [zh, en] = location(project);
        vec![&*project.name.zh, &*project.name.en, en, zh]
    }),
];

/// In Chinese and in English.
fn location(project: &Project) -> [&str; 2] {
    project.location.as_ref().map_or([""; 2], |location| [&location.zh, &location.en])
}

/// Both ways to answer a query.
struct Answers {
    dataset: Rc<Dataset>,
    index: ProjectIndex,
    pinyin: Rc<Pinyin>,
    first: Vec<(&'static str, Rows)>,
}

impl Answers {
    fn new() -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
        let dataset = Rc::new(package::read(&package).map_err(|problems| problems.to_string()).unwrap());
        // The app's table has other characters of the report as well, here those of the indicators; the page's has not.
        let shown = || dataset.projects.iter().flat_map(texts).flat_map(str::chars);
        let others = dataset.indicators.iter().flat_map(|indicator| indicator.name.zh.chars());
        let pinyin = Rc::new(Pinyin::parse(&readings(shown().chain(others).collect())));
        let page_table = readings(shown().collect());
        let rows = |row: Row| {
            let mut rows = Rows::new(&page_table);
            for project in &dataset.projects {
                rows.add(row(project).join("\n"));
            }
            rows
        };
        let first = PAGES.map(|(page, row)| (page, rows(row))).into_iter().collect();
        let index = ProjectIndex::new(dataset.clone(), pinyin.clone());
        Self { dataset, index, pinyin, first }
    }

    /// How many projects are found; the same ones in both ways, or the test fails.
    fn found(&self, query: &str) -> usize {
        let selection =
            self.index.select(&Query::new(query).spelling(self.pinyin.clone()), &Choice::default());
        let mut expected = vec![0; self.dataset.projects.len()];
        for project in selection.iter() {
            *expected.get_mut(project as usize).unwrap() = 1;
        }
        for (page, rows) in &self.first {
            assert_eq!(rows.select(query), expected, "{query:?} on the page {page}");
        }
        selection.len()
    }
}

/// All texts of a project that the index searches.
fn texts(project: &Project) -> Vec<&str> {
    [&*project.name.zh, &project.name.en].into_iter().chain(location(project)).collect()
}

/// A table with all readings of each character, as the app's build writes it.
fn readings(characters: BTreeSet<char>) -> String {
    let known = characters.into_iter().filter_map(|one| Some((one, one.to_pinyin_multi()?)));
    Pinyin::write(known.flat_map(|(one, all)| all.into_iter().map(move |reading| (one, reading.plain()))), [])
}

#[test]
fn no_query_leaves_all_rows() {
    let answers = Answers::new();
    for query in ["", " ", "　\t", "'", "’ '"] {
        assert_eq!(answers.found(query), answers.dataset.projects.len(), "{query:?}");
    }
}

#[test]
fn finds_characters_pinyin_initials_and_english() {
    let answers = Answers::new();
    for query in [
        "魏寨",
        "平安大道",
        "项目",
        "weizhai",
        "Wei'zhai",
        "wzc",
        "pingan",
        "pad",
        "平an",
        "项m",
        "Logistics",
        "new town",
        "road",
    ] {
        assert!(answers.found(query) > 0, "{query:?} finds nothing");
    }
}

#[test]
fn finds_rows_with_all_words_in_any_texts() {
    let answers = Answers::new();
    for query in
        ["物流 平安大道", "物流　平安大道", "平安大道 wuliu", "logistics 平安大道", "魏寨 平安大道 wzc"]
    {
        answers.found(query);
    }
    assert!(answers.found("物流 平安大道") > 0);
    assert!(answers.found("logistics 平安大道") > 0, "name in English, location in Chinese");
    assert!(answers.found("logistics pingan") > 0);
}

#[test]
fn case_and_width_make_no_difference() {
    let answers = Answers::new();
    for (query, same) in [("ｗｕｌｉｕ", "wuliu"), ("ＬＯＧＩＳＴＩＣＳ", "logistics"), ("(", "（")]
    {
        assert!(answers.found(query) > 0, "{query:?} finds nothing");
        assert_eq!(answers.found(query), answers.found(same), "{query:?}");
    }
}

#[test]
fn finds_nothing_where_nothing_matches() {
    let answers = Answers::new();
    for query in ["qqq", "魏寨 qqq", "𠀀", "\u{FEFF}", "\0", "<b>", &"寨".repeat(500), &"zh".repeat(300)]
    {
        assert_eq!(answers.found(query), 0, "{query:?}");
    }
}

#[test]
fn every_beginning_of_every_name_finds_the_same() {
    let answers = Answers::new();
    for text in answers.dataset.projects.iter().flat_map(texts) {
        for (at, character) in text.char_indices().take(12) {
            let begun = &text[..at + character.len_utf8()];
            // Queries go without apostrophes, texts do not.
            assert!(answers.found(begun) > 0 || begun.contains('\''), "{begun:?} finds nothing");
        }
    }
}

#[test]
fn a_list_without_rows_or_readings_answers() {
    assert!(Rows::new("").select("wzc").is_empty());
    let mut rows = Rows::new("no table\n\n");
    rows.add("魏寨村".to_owned());
    rows.add(String::new());
    assert_eq!([rows.select("魏寨"), rows.select("wz"), rows.select("")], [[1, 0], [0, 0], [1, 1]]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_letters_find_the_same(queries in prop::collection::vec("[a-zA-Z平安大道路村魏寨项目（(1０' 　-]{0,6}|.{0,6}", 40)) {
        let answers = Answers::new();
        for query in queries {
            answers.found(&query);
        }
    }
}
