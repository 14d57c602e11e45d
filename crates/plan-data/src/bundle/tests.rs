//! What is written is read again, whatever stands in it; what is damaged is refused.

use std::path::Path;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::read::{Damage, Reader, value};
use super::types::in_order;
use super::write::{Writer, written};
use super::{Bundle, Bundled, ESCAPED, FORM, read, write};
use crate::figure::{Nature, Place};
use crate::project::{LocationKind, LocationPart, Mention, NamedIn, Related};
use crate::reconcile::reconcile;
use crate::{Bilingual, NamedPlace, Project};

fn weidong() -> Bundle {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
    let dataset = crate::package::read(&package).unwrap();
    Bundle { findings: reconcile(&dataset), dataset }
}

/// Everything that types of a dataset are made of, and what they might be made of.
#[derive(Clone, Debug, PartialEq)]
struct All {
    small: u8,
    middle: u16,
    text: String,
    maybe: Vec<Option<String>>,
    many: Vec<Vec<String>>,
    word: Nature,
}

in_order! { All { small, middle, text, maybe, many, word } }

fn nature() -> impl Strategy<Value = Nature> {
    proptest::sample::select(Nature::ALL).prop_map(|(_, nature)| nature)
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
    let named_in = proptest::sample::select(NamedIn::ALL).prop_map(|(_, named_in)| named_in);
    let kind = (kind, named_in);
    (nasty(), kind, nasty(), option::of(nasty()), option::of(nasty()), option::of(nasty())).prop_map(
        |(printed, (kind, named_in), place, segment, direction, other)| LocationPart {
            printed,
            named_in,
            kind,
            place,
            segment,
            direction,
            other,
        },
    )
}

fn mention() -> impl Strategy<Value = Mention> {
    let stage = (option::of(bilingual()), option::of(nasty()));
    (place(), nasty(), stage, nature(), option::of(any::<u16>())).prop_map(
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
    let related = (nasty(), bilingual()).prop_map(|(project, note)| Related { project, note });
    let lists = (vec(part(), 0..3), vec(mention(), 0..3), vec(related, 0..3));
    (nasty(), bilingual(), nasty(), nasty(), option::of(bilingual()), lists).prop_map(
        |(id, name, sector, work, location, (parts, mentions, related))| Project {
            id,
            name,
            sector,
            work,
            location,
            parts,
            mentions,
            related,
        },
    )
}

fn named_place() -> impl Strategy<Value = NamedPlace> {
    let lists = (vec(nasty(), 0..3), vec(nasty(), 0..3));
    (nasty(), bilingual(), nasty(), lists, option::of(bilingual())).prop_map(
        |(id, name, kind, (aliases, pinyin), note)| NamedPlace { id, name, kind, aliases, pinyin, note },
    )
}

#[test]
fn the_report_survives_the_way_into_the_app() {
    let bundle = weidong();
    let text = write(&bundle);
    assert_eq!(read(&text), Ok(bundle));
    assert!(!text.contains(['<', '\r', '\0']));
}

#[test]
fn texts_stand_there_as_they_are() {
    let name = Bilingual { zh: "魏寨 & “村”".to_owned(), en: "a\\b<c\n".to_owned() };
    assert_eq!(written(&name), "魏寨 & “村”\na\\\\b\\lc\\n\n");
    let project = Project { id: "p01".to_owned(), name, ..weidong().dataset.projects.remove(0) };
    assert!(written(&project).starts_with("p01\n魏寨 & “村”\n"));
}

#[test]
fn damage_is_told_with_its_place_and_what_should_stand_there() {
    let told = |line, found: &str, expected| Damage { line, found: found.to_owned(), expected };
    let number = "a number that is not too large, and a line’s end";
    let words = "text up to a line’s end, with \\ only before \\, n, l, r and 0";
    for (text, line, found, expected) in [
        ("", 1, "", number),
        ("x\n", 1, "x", number),
        ("\n", 1, "", number),
        ("1\n+12", 2, "12", number),
        ("1\n+65536\n", 2, "65536", number),
        ("4294967296\n", 1, "4294967296", number),
        ("1\n?1\n", 2, "?1", "+ or -"),
        ("1\n-more\n", 2, "more", "the end"),
    ] {
        assert_eq!(value::<Vec<Option<u16>>>(text), Err(told(line, found, expected)), "{text:?}");
    }
    for (text, line, found, expected) in [
        ("2\none\ntwo", 3, "two", words),
        ("1\ntw\\o\n", 2, "tw\\o", words),
        ("1\ntwo\\\n", 2, "two\\", words),
    ] {
        assert_eq!(value::<Vec<String>>(text), Err(told(line, found, expected)), "{text:?}");
    }
    let word = value::<Nature>("4\n").unwrap_err();
    assert_eq!(word.to_string(), "line 1 of the bundled data: found “4”, expected the number of a word");
    let date = write(&weidong()).replacen("2021-02-23", "2021-02-30", 1);
    let damage = read(&date).unwrap_err();
    assert_eq!((damage.found.as_str(), damage.expected), ("2021-02-30", "what the type of the value takes"));
    assert_eq!(date.lines().nth(damage.line - 1), Some("2021-02-30"));
}

#[test]
fn what_is_cut_off_is_refused() {
    let text = write(&weidong());
    for (at, _) in text.char_indices().step_by(97) {
        assert!(read(&text[..at]).is_err(), "cut off at {at}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        small: u8,
        middle: u16,
        text in nasty(),
        maybe in vec(option::of(nasty()), 0..3),
        many in vec(vec(nasty(), 0..4), 0..4),
        word in nature(),
    ) {
        let all = All { small, middle, text, maybe, many, word };
        prop_assert_eq!(value::<All>(&written(&all)), Ok(all));
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
        let mut bundle = weidong();
        let dataset = &mut bundle.dataset;
        (dataset.projects, dataset.places) = (projects, places);
        for (indicator, note) in dataset.indicators.iter_mut().zip(notes) {
            indicator.note = Some(note);
        }
        let text = write(&bundle);
        prop_assert!(!text.contains(['<', '\r', '\0']));
        prop_assert_eq!(read(&text), Ok(bundle));
    }

    #[test]
    fn no_damage_makes_it_panic(at: prop::sample::Index, length in 0_usize..4, instead in nasty()) {
        let mut characters: Vec<char> = write(&weidong()).chars().collect();
        let at = at.index(characters.len());
        let end = characters.len().min(at + length);
        characters.splice(at..end, instead.chars());
        let _ = read(&characters.into_iter().collect::<String>());
    }
}

/// The words of types of which a text has the places in their lists.
macro_rules! lists {
    ($($type:ty),+) => {
        [$(<$type>::ALL.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(",")),+].concat()
    };
}

#[test]
fn the_number_of_the_form_follows_what_is_written() {
    use crate::figure::{FigureKind, RelationKind, Topic};
    use crate::outline::RemarkKind;
    use crate::reconcile::{FindingKind, Severity};
    use crate::{Direction, Kind, Level, Pinyin};

    // What decides the form: types, their words, how both are read and written, how characters are read.
    let words = lists!(
        FigureKind,
        Nature,
        RelationKind,
        Topic,
        Kind,
        Direction,
        Level,
        LocationKind,
        NamedIn,
        RemarkKind,
        FindingKind,
        Severity
    );
    let escapes = format!("{ESCAPED:?}");
    let readings = Pinyin::write([('长', "chang"), ('长', "zhang")], [('長', '长')]);
    let parts = [
        include_str!("types.rs"),
        include_str!("read.rs"),
        include_str!("write.rs"),
        &words,
        &escapes,
        &readings,
    ];
    // Without comments and white space: FNV-1a, which needs no library.
    let lines =
        parts.iter().flat_map(|part| part.lines()).map(str::trim).filter(|line| !line.starts_with("//"));
    let bytes = lines.flat_map(str::bytes).filter(|byte| !byte.is_ascii_whitespace());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    assert_eq!(
        (FORM, format!("{hash:016x}").as_str()),
        (1, "db5194f166af0974"),
        "the form may have changed: where a text of before could be read as something else, FORM has to be one more; then write the new hash here"
    );
}
