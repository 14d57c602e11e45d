//! What is written is read again, whatever stands in it; what is damaged is refused.

use std::path::Path;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use super::read::{Damage, value};
use super::write::written;
use super::{read, write};
use crate::figure::{Nature, Place};
use crate::project::{LocationKind, LocationPart, Mention};
use crate::{Bilingual, Dataset, NamedPlace, Project};

fn weidong() -> Dataset {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
    crate::package::read(&package).unwrap()
}

/// Everything that types of a dataset are made of, and what they might be made of.
#[expect(
    clippy::option_option,
    reason = "that nothing is told from nothing within something is what is tested"
)]
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct All {
    small: u8,
    middle: u16,
    large: u32,
    yes: bool,
    sign: char,
    none: (),
    text: String,
    new: New,
    pair: (String, u16),
    maybe: Option<Option<String>>,
    many: Vec<Vec<String>>,
    kind: Choice,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct New(String);

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
enum Choice {
    Nothing,
    One(String),
    Two(u8, String),
    Named { text: Option<String> },
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        Just(Choice::Nothing),
        nasty().prop_map(Choice::One),
        (any::<u8>(), nasty()).prop_map(|(number, text)| Choice::Two(number, text)),
        option::of(nasty()).prop_map(|text| Choice::Named { text }),
    ]
}

/// Texts that look like what stands between texts.
fn nasty() -> impl Strategy<Value = String> {
    prop_oneof![r"[\\<>nlr0+\-\n\r\x00 1-9a魏寨]{0,8}", any::<String>()]
}

fn bilingual() -> impl Strategy<Value = Bilingual> {
    (nasty(), nasty()).prop_map(|(zh, en)| Bilingual { zh, en })
}

fn place() -> impl Strategy<Value = Place> {
    (nasty(), any::<u16>()).prop_map(|(section, paragraph)| Place { section, paragraph })
}

fn part() -> impl Strategy<Value = LocationPart> {
    let kind = proptest::sample::select(LocationKind::ALL).prop_map(|(_, kind)| kind);
    (nasty(), kind, nasty(), option::of(nasty()), option::of(nasty()), option::of(nasty())).prop_map(
        |(printed, kind, place, segment, direction, other)| LocationPart {
            printed,
            kind,
            place,
            segment,
            direction,
            other,
        },
    )
}

fn mention() -> impl Strategy<Value = Mention> {
    let nature = proptest::sample::select(Nature::ALL).prop_map(|(_, nature)| nature);
    let stage = (option::of(nasty()), option::of(nasty()));
    (place(), nasty(), stage, nature, option::of(any::<u16>())).prop_map(
        |(place, name, (stage, stage_code), nature, year)| Mention {
            place,
            name,
            stage,
            stage_code,
            nature,
            year,
        },
    )
}

fn project() -> impl Strategy<Value = Project> {
    (nasty(), bilingual(), nasty(), nasty(), option::of(nasty()), vec(part(), 0..3), vec(mention(), 0..3))
        .prop_map(|(id, name, sector, work, location, parts, mentions)| Project {
            id,
            name,
            sector,
            work,
            location,
            parts,
            mentions,
        })
}

fn named_place() -> impl Strategy<Value = NamedPlace> {
    let lists = (vec(nasty(), 0..3), vec(nasty(), 0..3));
    (nasty(), bilingual(), nasty(), lists, option::of(nasty())).prop_map(
        |(id, name, kind, (aliases, pinyin), note)| NamedPlace { id, name, kind, aliases, pinyin, note },
    )
}

#[test]
fn the_report_survives_the_way_into_the_app() {
    let dataset = weidong();
    let text = write(&dataset).unwrap();
    assert_eq!(read(&text), Ok(dataset));
    assert!(!text.contains(['<', '\r', '\0']));
}

#[test]
fn texts_stand_there_as_they_are() {
    let name = Bilingual { zh: "魏寨 & “村”".to_owned(), en: "a\\b<c\n".to_owned() };
    assert_eq!(written(&name).unwrap(), "魏寨 & “村”\na\\\\b\\lc\\n\n");
    let project = Project { id: "p01".to_owned(), name, ..weidong().projects.remove(0) };
    assert!(written(&project).unwrap().starts_with("p01\n魏寨 & “村”\n"));
}

#[test]
fn what_has_no_form_is_not_written() {
    assert!(written(&0.5).is_err() && written(&-1).is_err());
    assert!(written(&std::collections::BTreeMap::<String, String>::new()).is_err());
}

#[test]
fn damage_is_told_with_its_place_and_what_should_stand_there() {
    let damage = |text: &str| value::<Vec<Option<(u8, String)>>>(text).unwrap_err();
    let told = |line, found: &str, expected| Damage { line, found: found.to_owned(), expected };
    let number = "a number that is not too large, and a line’s end";
    for (text, line, found, expected) in [
        ("", 1, "", number),
        ("x\n", 1, "x", number),
        ("\n", 1, "", number),
        ("1\n+12", 2, "12", number),
        ("1\n+256\nx\n", 2, "256", number),
        ("4294967296\n", 1, "4294967296", number),
        ("1\n?1\n", 2, "?1", "+ or -"),
        ("2\n-+12\nthree", 3, "three", "text up to a line’s end, with \\ only before \\, n, l, r and 0"),
        ("1\n+12\nthr\\ee\n", 3, "thr\\ee", "text up to a line’s end, with \\ only before \\, n, l, r and 0"),
        ("1\n+12\nthree\\\n", 3, "three\\", "text up to a line’s end, with \\ only before \\, n, l, r and 0"),
        ("1\n-more\n", 2, "more", "the end"),
    ] {
        assert_eq!(damage(text), told(line, found, expected), "{text:?}");
    }
    let variant = value::<Choice>("4\n").unwrap_err();
    assert_eq!(
        variant.to_string(),
        "line 1 of the bundled data: found “4”, expected the number of a variant"
    );
    let date = write(&weidong()).unwrap().replacen("2021-02-23", "2021-02-30", 1);
    let damage = read(&date).unwrap_err();
    assert_eq!((damage.found.as_str(), damage.expected), ("2021-02-30", "what the type of the value takes"));
    assert_eq!(date.lines().nth(damage.line - 1), Some("2021-02-30"));
}

#[test]
fn what_is_cut_off_is_refused() {
    let text = write(&weidong()).unwrap();
    for (at, _) in text.char_indices().step_by(97) {
        assert!(read(&text[..at]).is_err(), "cut off at {at}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        numbers: (u8, u16, u32, bool, char),
        texts in vec(nasty(), 3..4),
        maybe in option::of(option::of(nasty())),
        many in vec(vec(nasty(), 0..4), 0..4),
        kind in choice(),
    ) {
        let (small, middle, large, yes, sign) = numbers;
        let [text, new, first] = texts.try_into().unwrap();
        let new = New(new);
        let all = All { small, middle, large, yes, sign, none: (), text, new, pair: (first, middle), maybe, many, kind };
        prop_assert_eq!(value::<All>(&written(&all).unwrap()), Ok(all));
    }

    #[test]
    fn no_text_makes_it_panic(text in nasty()) {
        let _ = value::<All>(&text);
        let _ = read(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nasty_datasets_are_read_again(
        projects in vec(project(), 0..4),
        places in vec(named_place(), 0..4),
        notes in vec(bilingual(), 0..40),
    ) {
        let mut dataset = weidong();
        (dataset.projects, dataset.places) = (projects, places);
        for (indicator, note) in dataset.indicators.iter_mut().zip(notes) {
            indicator.note = Some(note);
        }
        let text = write(&dataset).unwrap();
        prop_assert!(!text.contains(['<', '\r', '\0']));
        prop_assert_eq!(read(&text), Ok(dataset));
    }

    #[test]
    fn no_damage_makes_it_panic(at: prop::sample::Index, length in 0_usize..4, instead in nasty()) {
        let mut characters: Vec<char> = write(&weidong()).unwrap().chars().collect();
        let at = at.index(characters.len());
        let end = characters.len().min(at + length);
        characters.splice(at..end, instead.chars());
        let _ = read(&characters.into_iter().collect::<String>());
    }
}
