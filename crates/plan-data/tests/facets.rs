//! What the index says of projects against counting by hand, for any texts and choices.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::borrow::Cow;
use std::path::Path;
use std::rc::Rc;

use plan_data::facet::{Choice, Facet, Facets, UNSTATED};
use plan_data::{
    Bilingual, Dataset, Extra, LocationKind, LocationPart, Mention, NamedIn, Nature, Order, Pinyin, Place,
    Project, ProjectIndex, Query, Selection, package,
};
use proptest::prelude::*;

/// The values of a project of a package whose columns are all known.
fn values(project: &Project, facet: Facet) -> Vec<Cow<'_, str>> {
    Facets::default().values(project, facet)
}

fn report() -> Dataset {
    package::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021")).unwrap()
}

/// How the names of the report's places are read, and some characters that are read in several ways.
fn table(dataset: &Dataset) -> Rc<Pinyin> {
    let names = dataset.places.iter().flat_map(|place| {
        place.name.zh.chars().zip(place.pinyin.iter().map(String::as_str)).filter(|(one, _)| !one.is_ascii())
    });
    let several = [('行', "hang"), ('行', "xing"), ('重', "chong"), ('重', "zhong"), ('长', "chang")];
    let several = several.into_iter().chain([('长', "zhang"), ('阿', "a"), ('阿', "e"), ('嗯', "n")]);
    Rc::new(Pinyin::parse(&Pinyin::write(names.chain(several), [])))
}

fn index(dataset: &Dataset) -> (ProjectIndex, Rc<Pinyin>) {
    let pinyin = table(dataset);
    (ProjectIndex::new(Rc::new(dataset.clone()), pinyin.clone()), pinyin)
}

/// Numbers without order, the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn text(&mut self, characters: &[char], longest: usize) -> String {
        (0..self.below(longest + 1)).map(|_| *self.of(characters)).collect()
    }
}

/// Projects with names of characters that are read, others, letters, digits, signs and white space, in any order.
fn generated(report: &Dataset, count: usize) -> Dataset {
    let mut numbers = Numbers(7);
    let read: Vec<char> = report.places.iter().flat_map(|place| place.name.zh.chars()).collect();
    // More characters than have a column of the filter for themselves.
    let mut characters: Vec<char> =
        ('\u{4E00}'..'\u{5000}').chain("行重长阿嗯 　wzhＷＺ10（）、".chars()).collect();
    characters.extend(read.iter().cycle().take(2 * characters.len()));
    let words = ["Road", "road", "Weizhai", "ZHENG", "a", "325", "No.", "o–o", "é"];
    let codes = ["roads", "coal", "housing", "unspecified", "sports"];
    let stages = [None, Some("promised"), Some("approved"), Some("started"), Some("done"), Some("odd")];
    let mut dataset = report.clone();
    dataset.projects = (0..count)
        .map(|at| {
            let zh = match numbers.below(4) {
                // Some share a name, or the beginning of one.
                0 => numbers.of(&report.projects).name.zh.clone() + &numbers.text(&characters, 3),
                _ => numbers.text(&characters, 14),
            };
            let en: Vec<&str> = (0..numbers.below(6)).map(|_| *numbers.of(&words)).collect();
            let is_told = numbers.below(3) > 0;
            let mention = |numbers: &mut Numbers| Mention {
                place: Place { section: "1".to_owned(), paragraph: 1 },
                name: zh.clone(),
                stage: None,
                stage_code: numbers.of(&stages).map(str::to_owned),
                nature: *numbers.of(&[Nature::Actual, Nature::Target]),
                year: *numbers.of(&[None, Some(2020), Some(2021), Some(999), Some(20210)]),
            };
            let part = |numbers: &mut Numbers| LocationPart {
                named_in: NamedIn::Location,
                printed: String::new(),
                kind: LocationKind::At,
                place: numbers.of(&report.places).id.clone(),
                segment: None,
                direction: None,
                other: (numbers.below(3) == 0).then(|| numbers.of(&report.places).id.clone()),
            };
            Project {
                id: format!("g{at}"),
                sector: (*numbers.of(&codes)).to_owned(),
                work: (*numbers.of(&codes)).to_owned(),
                location: (numbers.below(4) > 0).then(|| {
                    let [zh, en] = [(); 2].map(|()| numbers.text(&characters, 12));
                    Bilingual { zh, en }
                }),
                related: Vec::new(),
                parts: (0..numbers.below(4)).map(|_| part(&mut numbers)).collect(),
                mentions: (0..usize::from(is_told) * numbers.below(4))
                    .map(|_| mention(&mut numbers))
                    .collect(),
                name: Bilingual { zh, en: en.join(" ") },
            }
        })
        .collect();
    dataset
}

fn texts(project: &Project) -> [&str; 4] {
    let [zh, en] = project.location.as_ref().map_or([""; 2], |location| [&location.zh, &location.en]);
    [&project.name.zh, &project.name.en, zh, en]
}

/// What somebody may type who looks for some project: a piece of its texts as it is, in pinyin, in initials or mixed; or
/// something else.
fn piece(dataset: &Dataset, pinyin: &Pinyin, (kind, seed): (usize, u64)) -> String {
    let mut numbers = Numbers(seed);
    let text: Vec<char> = numbers.of(&texts(numbers_project(dataset, seed))).chars().collect();
    let start = numbers.below(text.len() + 1);
    let piece = text[start..].iter().take(1 + numbers.below(6));
    let spelled = |character: &char, whole: bool, number: usize| match pinyin.readings(*character) {
        [] => character.to_string(),
        readings => {
            let reading = &readings[number % readings.len()];
            reading.iter().take(if whole { reading.len() } else { 1 + number % 2 }).collect()
        }
    };
    match kind {
        0 => piece.collect(),
        1 => piece.map(|one| spelled(one, true, numbers.below(4))).collect(),
        2 => piece.map(|one| spelled(one, false, 0)).collect(),
        3 => piece.map(|one| spelled(one, true, numbers.below(4))).collect::<Vec<String>>().join("'"),
        4 => piece
            .map(|one| match numbers.below(3) {
                0 => one.to_string(),
                by => spelled(one, by == 1, numbers.below(4)),
            })
            .collect(),
        // Cut within the last syllable.
        5 => {
            let mut word: String = piece.map(|one| spelled(one, true, numbers.below(4))).collect();
            word.pop();
            word
        }
        6 => numbers.text(&('a'..='z').collect::<Vec<char>>(), 1),
        7 => numbers.text(&"weizhacunngo魏寨村路19（Ｗ".chars().collect::<Vec<char>>(), 5),
        8 => numbers.text(&['z', 'h', 'o', 'n', 'g'], 100),
        _ => {
            (*numbers.of(&["", " ", "没有", "road", "ROAD", "Road 325", "平安大道", "、", "'", "é", "xyzzy"]))
                .to_owned()
        }
    }
}

fn numbers_project(dataset: &Dataset, seed: u64) -> &Project {
    Numbers(seed ^ 0x5555).of(&dataset.projects)
}

/// What the definition says, word for word: a project is left where the query matches it and where it has one of the
/// values chosen of each facet; it is counted for a value that it has where it would be left if nothing were chosen of
/// that value's facet.
fn by_hand(dataset: &Dataset, query: &Query, choice: &Choice, except: Option<Facet>) -> Vec<u32> {
    let holds = |project: &Project| {
        let others = Facet::ALL.iter().filter(|facet| Some(**facet) != except).all(|facet| {
            let wanted = choice.of(*facet);
            wanted.is_empty() || wanted.iter().any(|v| values(project, *facet).iter().any(|of| of == v))
        });
        others && query.matches(&texts(project))
    };
    (0..).zip(&dataset.projects).filter(|(_, project)| holds(project)).map(|(at, _)| at).collect()
}

/// All values of a facet, in the order that readers see them, with the projects that have them: stages and years in their
/// own order, of others the most frequent first, of equals that of the report; what is not stated last.
fn values_by_hand(dataset: &Dataset, facet: Facet) -> Vec<(String, usize)> {
    const STAGES: [&str; 10] = [
        "promised",
        "planned",
        "applied",
        "approved",
        "started",
        "under-way",
        "main-structure-done",
        "nearly-done",
        "done",
        "in-use",
    ];
    let mut all: Vec<(String, usize)> = Vec::new();
    for value in dataset.projects.iter().flat_map(|project| values(project, facet)) {
        match all.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => all.push((value.into_owned(), 1)),
        }
    }
    all.sort_by_key(|(_, count)| usize::MAX - count);
    all.sort_by_key(|(value, _)| match facet {
        Facet::Stage => STAGES.iter().position(|stage| stage == value).map_or(0, |at| at + 1),
        Facet::Year => value.parse().unwrap_or_default(),
        _ => 0,
    });
    all.sort_by_key(|(value, _)| value == UNSTATED);
    all
}

/// Chooses values by numbers: which facet, and which of its values; beyond them one that none has.
fn choose(dataset: &Dataset, picks: &[(usize, usize)]) -> Choice {
    let mut choice = Choice::default();
    for (facet, value) in picks {
        let facet = Facet::ALL[*facet];
        let all = values_by_hand(dataset, facet);
        choice.toggle(facet, all.get(*value).map_or("nowhere", |(value, _)| value));
    }
    choice
}

fn agrees(
    dataset: &Dataset,
    index: &ProjectIndex,
    query: &Query,
    choice: &Choice,
) -> Result<(), TestCaseError> {
    let selection = index.select(query, choice);
    let left = by_hand(dataset, query, choice, None);
    prop_assert_eq!(selection.iter().collect::<Vec<u32>>(), left.clone());
    prop_assert_eq!((selection.len(), selection.is_empty()), (left.len(), left.is_empty()));
    for facet in Facet::ALL {
        let under_others = by_hand(dataset, query, choice, Some(facet));
        let count = |value: &str| {
            let has =
                |at: &&u32| values(&dataset.projects[**at as usize], facet).iter().any(|of| of == value);
            under_others.iter().filter(has).count()
        };
        let by_hand: Vec<(String, usize)> = values_by_hand(dataset, facet)
            .into_iter()
            .map(|(value, _)| (value.clone(), count(&value)))
            .collect();
        let counts = selection.counts(index, facet);
        let counts: Vec<(String, usize)> =
            counts.into_iter().map(|(value, count)| (value.to_owned(), count)).collect();
        prop_assert_eq!(counts, by_hand, "{:?}", facet);
    }
    Ok(())
}

fn groups_agree(dataset: &Dataset, index: &ProjectIndex, selection: &Selection) -> Result<(), TestCaseError> {
    for order in [Order::Report, Order::Name, Order::EnglishName] {
        let order = index.order(order);
        let in_order: Vec<u32> = selection.in_order(order).collect();
        let all: Vec<u32> = order.iter().copied().filter(|at| selection.contains(*at)).collect();
        prop_assert_eq!(&in_order, &all);
        for facet in Facet::ALL {
            let has = |at: &u32, value: &str| {
                values(&dataset.projects[*at as usize], facet).iter().any(|of| of == value)
            };
            let by_hand: Vec<(String, Vec<u32>)> = values_by_hand(dataset, facet)
                .into_iter()
                .map(|(value, _)| {
                    let group = in_order.iter().copied().filter(|at| has(at, &value)).collect();
                    (value, group)
                })
                .filter(|(_, group): &(String, Vec<u32>)| !group.is_empty())
                .collect();
            let grouped: Vec<(String, Vec<u32>)> = index
                .grouped(selection, facet, order)
                .into_iter()
                .map(|(value, group)| (value.to_owned(), group))
                .collect();
            prop_assert_eq!(grouped, by_hand, "{:?}", facet);
        }
    }
    Ok(())
}

fn typed() -> impl Strategy<Value = Vec<(usize, u64)>> {
    proptest::collection::vec((0_usize..10, any::<u64>()), 0..4)
}

fn picked() -> impl Strategy<Value = Vec<(usize, usize)>> {
    proptest::collection::vec((0_usize..6, 0_usize..12), 0..5)
}

fn every_answer_is_that_of_going_through_all(dataset: &Dataset) {
    let (index, pinyin) = index(dataset);
    proptest!(|(pieces in typed(), picks in picked())| {
        let text: Vec<String> = pieces.into_iter().map(|one| piece(dataset, &pinyin, one)).collect();
        let query = Query::new(&text.join(" ")).spelling(pinyin.clone());
        let choice = choose(dataset, &picks);
        agrees(dataset, &index, &query, &choice)?;
        groups_agree(dataset, &index, &index.select(&query, &choice))?;
    });
}

#[test]
fn every_answer_about_the_report_is_that_of_going_through_all() {
    every_answer_is_that_of_going_through_all(&report());
}

#[test]
fn every_answer_about_many_projects_is_that_of_going_through_all() {
    let report = report();
    every_answer_is_that_of_going_through_all(&generated(&report, 300));
}

#[test]
fn every_letter_and_pair_of_letters_finds_what_going_through_all_finds() {
    let dataset = generated(&report(), 150);
    let (index, pinyin) = index(&dataset);
    let letters = || ('a'..='z').map(String::from);
    for text in
        letters().chain(letters().flat_map(|first| letters().map(move |second| first.clone() + &second)))
    {
        let query = Query::new(&text).spelling(pinyin.clone());
        let found: Vec<u32> = index.select(&query, &Choice::default()).iter().collect();
        assert_eq!(found, by_hand(&dataset, &query, &Choice::default(), None), "{text}");
    }
}

#[test]
fn queries_that_spell_by_another_table_or_none_are_answered_too() {
    let dataset = report();
    let (index, _) = index(&dataset);
    let other = Rc::new(Pinyin::parse("xia村\nzhong魏路\n"));
    for text in ["w", "wz", "wei", "x", "xi", "xia", "zhz", "road", "魏z", "路z"] {
        for query in [Query::new(text), Query::new(text).spelling(other.clone())] {
            agrees(&dataset, &index, &query, &Choice::default()).unwrap();
        }
    }
}

#[test]
fn no_project_and_no_text_are_answered() {
    let mut dataset = report();
    dataset.projects.truncate(1);
    (dataset.projects[0].name, dataset.projects[0].location) =
        (Bilingual { zh: String::new(), en: String::new() }, None);
    for _ in 0..2 {
        let (index, pinyin) = index(&dataset);
        for text in ["", "w", "wz", "魏", "weizhai cun"] {
            let query = Query::new(text).spelling(pinyin.clone());
            agrees(&dataset, &index, &query, &Choice::default()).unwrap();
        }
        dataset.projects.clear();
    }
}

#[test]
fn a_long_query_works_and_of_a_longer_word_the_beginning_counts() {
    let mut dataset = report();
    dataset.projects[3].name.zh = "寨".repeat(200);
    let (index, pinyin) = index(&dataset);
    let found = |text: &str| -> Vec<u32> {
        let query = Query::new(text).spelling(pinyin.clone());
        agrees(&dataset, &index, &query, &Choice::default()).unwrap();
        index.select(&query, &Choice::default()).iter().collect()
    };
    for text in [
        "zh".repeat(50),
        "zhai".repeat(25),
        "寨".repeat(100),
        "z".repeat(120),
        "寨".repeat(500),
        "z".repeat(121),
    ] {
        assert_eq!(found(&text), [3], "{text}");
    }
    assert!(found(&("z".repeat(119) + "x")).is_empty());
    assert!(found(&"村".repeat(300)).is_empty());
}

#[test]
fn long_words_that_begin_at_every_character_are_read_right() {
    let mut dataset = report();
    let mut numbers = Numbers(3);
    for project in &mut dataset.projects {
        project.name.zh = numbers.text(&['寨', '重', 'z', 'h'], 150);
    }
    let (index, pinyin) = index(&dataset);
    for _ in 0..20 {
        let text = &numbers.of(&dataset.projects).name.zh;
        let word: String = text.replace('重', "寨").chars().take(70).collect();
        let query = Query::new(&word.replacen('寨', "zh", numbers.below(20)).replace('寨', "z"));
        let query = query.spelling(pinyin.clone());
        agrees(&dataset, &index, &query, &Choice::default()).unwrap();
        assert!(!index.select(&query, &Choice::default()).is_empty());
    }
}

#[test]
fn no_word_stands_across_two_texts() {
    let mut dataset = report();
    dataset.projects.truncate(1);
    dataset.projects[0].name = Bilingual { zh: "魏寨村".to_owned(), en: "Road west".to_owned() };
    dataset.projects[0].location = Some(Bilingual { zh: "平安大道".to_owned(), en: String::new() });
    let (index, pinyin) = index(&dataset);
    let finds =
        |text: &str| !index.select(&Query::new(text).spelling(pinyin.clone()), &Choice::default()).is_empty();
    for text in ["wzc", "weizhaicun", "road", "west pingan", "pingandadao 寨c roa"] {
        assert!(finds(text), "{text}");
    }
    for text in ["村r", "cunroad", "roadwest", "westp", "tping"] {
        assert!(!finds(text), "{text}");
    }
}

/// What a character of a name is sorted by.
fn sorted_by(character: char, pinyin: &Pinyin) -> (u8, String) {
    match pinyin.readings(character).first() {
        Some(reading) => (1, reading.iter().collect()),
        None => (if character.is_ascii() { 0 } else { 2 }, character.to_ascii_lowercase().to_string()),
    }
}

#[test]
fn orders_are_permutations_in_order() {
    let report = report();
    for dataset in [generated(&report, 300), report] {
        let (index, pinyin) = index(&dataset);
        let all: Vec<u32> = (0..).zip(&dataset.projects).map(|(at, _)| at).collect();
        assert_eq!(index.order(Order::Report), all);
        let name = |at: &u32| &dataset.projects[*at as usize].name;
        // Full width counts as half width, as in the search.
        let is_simple = |at: &&u32| !name(at).zh.contains(['Ｗ', 'Ｚ', '（', '）']);
        let spelled = |at: &u32| {
            let key: Vec<(u8, String)> = name(at).zh.chars().map(|one| sorted_by(one, &pinyin)).collect();
            (key, *at)
        };
        assert!(index.order(Order::Name).iter().filter(is_simple).is_sorted_by_key(spelled));
        assert!(
            index.order(Order::EnglishName).is_sorted_by_key(|at| (name(at).en.to_ascii_lowercase(), *at))
        );
        for order in [Order::Name, Order::EnglishName] {
            let mut sorted = index.order(order).to_vec();
            sorted.sort_unstable();
            assert_eq!(sorted, all);
        }
    }
}

#[test]
fn chinese_names_stand_in_the_order_of_their_pinyin() {
    let mut dataset = report();
    dataset.projects.truncate(7);
    for (project, name) in dataset.projects.iter_mut().zip(["魏寨", "平安", "皮", "S103", "平", "325", "鑫"])
    {
        name.clone_into(&mut project.name.zh);
    }
    let readings = "魏寨平安皮".chars().zip(["wei", "zhai", "ping", "an", "pi"]);
    let pinyin = Rc::new(Pinyin::parse(&Pinyin::write(readings, [])));
    let dataset = Rc::new(dataset);
    let index = ProjectIndex::new(dataset.clone(), pinyin);
    let names = index.order(Order::Name).iter().map(|at| dataset.projects[*at as usize].name.zh.as_str());
    assert_eq!(names.collect::<Vec<&str>>(), ["325", "S103", "皮", "平", "平安", "魏寨", "鑫"]);
}

#[test]
fn every_project_has_a_value_of_every_facet() {
    let dataset = report();
    for project in &dataset.projects {
        for facet in Facet::ALL {
            assert!(!values(project, facet).is_empty(), "{facet:?} of {}", project.id);
        }
    }
    let (index, _) = index(&dataset);
    let all = index.select(&Query::default(), &Choice::default());
    assert_eq!(all.len(), dataset.projects.len());
    assert!(all.counts(&index, Facet::List).contains(&("land", 35)));
}

#[test]
fn the_order_of_values_does_not_follow_the_choices_and_what_is_unstated_comes_last() {
    let dataset = report();
    let (index, _) = index(&dataset);
    let order = |choice: &Choice, facet: Facet| -> Vec<&str> {
        let counts = index.select(&Query::new("村"), choice).counts(&index, facet);
        counts.into_iter().map(|(value, _)| value).collect()
    };
    let mut choice = Choice::default();
    choice.toggle(Facet::Sector, "housing");
    for facet in Facet::ALL {
        assert_eq!(order(&choice, facet), order(&Choice::default(), facet));
    }
    let places = order(&choice, Facet::Place);
    assert_eq!((places[0], places.last()), ("pingan-dadao", Some(&UNSTATED)));
    let stages = order(&choice, Facet::Stage);
    assert_eq!((stages[0], stages.last()), ("promised", Some(&UNSTATED)));
    assert_eq!(order(&choice, Facet::Year), ["2020", "2021", UNSTATED]);
}

#[test]
fn the_stage_is_the_last_that_was_reached() {
    let dataset = report();
    let stage = |id: &str| {
        let project = dataset.projects.iter().find(|project| project.id == id).unwrap();
        values(project, Facet::Stage)[0].clone().into_owned()
    };
    // 2020: started; 2021: to be under way.
    assert_eq!(stage("p05"), "started");
    assert_eq!(stage("weidongqu-jinglaoyuan"), "promised");
    assert_eq!(stage("p03"), UNSTATED);
}

#[test]
fn a_choice_is_taken_back_by_choosing_again() {
    let (index, _) = index(&report());
    let mut choice = Choice::default();
    choice.toggle(Facet::Place, "weizhai-cun");
    assert!((1..10).contains(&index.select(&Query::default(), &choice).len()));
    choice.toggle(Facet::Place, "weizhai-cun");
    assert!(choice.is_empty());
}

/// The bundled projects without what the text says of them, with these words of a column 进展.
fn with_progress(words: &[&str]) -> Dataset {
    let mut dataset = report();
    dataset.projects.iter_mut().for_each(|project| project.mentions.clear());
    let extra = |(project, text): (&Project, &&str)| Extra {
        of: project.id.clone(),
        head: "进展".to_owned(),
        text: (*text).to_owned(),
    };
    dataset.extras.0 = dataset.projects.iter().zip(words).map(extra).collect();
    dataset
}

#[test]
fn progress_is_a_facet_where_it_is_told_in_few_different_words() {
    let stages = |words: &[&str]| -> Vec<String> {
        let dataset = Rc::new(with_progress(words));
        let index = ProjectIndex::new(dataset, Rc::default());
        let all = index.select(&Query::default(), &Choice::default());
        let counts = all.counts(&index, Facet::Stage).into_iter();
        counts.map(|(value, count)| format!("{value} {count}")).collect()
    };
    assert_eq!(stages(&["主体完工", "前期工作", "主体完工"]), ["主体完工 2", "前期工作 1", "unstated 79"]);
    assert_eq!(stages(&["2023年开工", "主体完工"]), ["unstated 82"], "each has words of its own");
    let many: Vec<String> = (0..26).map(|at| format!("完成{}%", at / 2)).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(stages(&many), ["unstated 82"], "there are too many to choose from");
}

#[test]
fn words_of_further_columns_are_found() {
    let dataset = Rc::new(with_progress(&["主体完工"]));
    let first = 0;
    let index = ProjectIndex::new(dataset, Rc::default());
    let found = index.select(&Query::new("主体完工"), &Choice::default());
    assert_eq!(found.iter().collect::<Vec<u32>>(), [first]);
}
