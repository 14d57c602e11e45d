//! What the search over everything finds in the bundled package, and in which order; against the definition for any query.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;

use plan_data::{
    Bilingual, Cell, Dataset, Group, Indicator, LookupKind as Kind, Matches, NamedPlace, Pinyin, Project,
    Query, Question, Record, Task, package,
};
use proptest::prelude::*;

static REPORT: LazyLock<Dataset> = LazyLock::new(|| {
    package::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021")).unwrap()
});

/// Characters with a reading each: those of the names that the package spells, and some more.
static READINGS: LazyLock<BTreeSet<(char, String)>> = LazyLock::new(|| {
    let spelled = |name: &str, pinyin: &[String]| -> Vec<(char, String)> {
        name.chars().zip(pinyin.iter().cloned()).filter(|(_, syllable)| is_syllable(syllable)).collect()
    };
    let places = REPORT.places.iter().flat_map(|place| spelled(&place.name.zh, &place.pinyin));
    let rows = REPORT.indicators.iter().flat_map(|row| spelled(&row.name.zh, &row.pinyin));
    let typed = [('许', "xu"), ('项', "xiang"), ('目', "mu"), ('重', "zhong"), ('重', "chong"), ('绿', "lv")];
    places.chain(rows).chain(typed.map(|(character, reading)| (character, reading.to_owned()))).collect()
});

fn is_syllable(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_lowercase())
}

fn spelling(text: &str) -> Query {
    let readings = READINGS.iter().map(|(character, reading)| (*character, reading.as_str()));
    let table = Pinyin::write(readings, []);
    Query::new(text).spelling(Rc::new(Pinyin::parse(&table)))
}

/// The positions of the projects that match, as an index would give them.
fn projects(dataset: &Dataset, query: &Query) -> Vec<usize> {
    let matches = |project: &Project| {
        let texts = project_texts(project);
        query.matches(&texts.iter().map(String::as_str).collect::<Vec<_>>())
    };
    (0..dataset.projects.len()).filter(|position| matches(&dataset.projects[*position])).collect()
}

/// What has all words of a query.
fn look_up<'a>(
    dataset: &'a Dataset,
    query: &Query,
    projects: impl Iterator<Item = usize>,
    limit: usize,
) -> Vec<Group<'a>> {
    let question = Question::of_words(query.clone());
    plan_data::look_up(dataset, &question, &Matches::of_text(projects), |_| limit).groups
}

fn find(text: &str) -> Vec<Group<'static>> {
    let query = spelling(text);
    look_up(&REPORT, &query, projects(&REPORT, &query).into_iter(), 5)
}

/// The sorts of records in the order found, each with the ids of its hits.
fn found(text: &str) -> Vec<(Kind, Vec<&'static str>)> {
    find(text).iter().map(|group| (group.kind, group.hits.iter().map(Record::id).collect())).collect()
}

fn ids(text: &str, kind: Kind) -> Vec<&'static str> {
    found(text).into_iter().find(|(of, _)| *of == kind).map(|(_, ids)| ids).unwrap_or_default()
}

#[test]
fn wzc_and_weizhai_bring_the_place_among_the_first() {
    for text in ["wzc", "weizhai", "魏寨", "Weizhai Village"] {
        assert!(ids(text, Kind::Place).contains(&"weizhai-cun"), "{text}: {:?}", found(text));
    }
    for text in ["魏寨村", "wzc", "weizhaicun", "weizhai village", "ＷＥＩＺＨＡＩＣＵＮ"] {
        assert_eq!(found(text)[0].0, Kind::Place, "{text}: {:?}", found(text));
    }
    assert_eq!(ids("weizhaicun", Kind::Place)[0], "weizhai-cun");
    assert_eq!(ids("weizhai village", Kind::Place)[0], "weizhai-cun");
}

#[test]
fn pm25_brings_its_indicator_first_the_figure_and_the_tasks_after() {
    for text in ["pm2.5", "PM2.5", "ｐｍ２．５"] {
        assert_eq!(
            found(text),
            [
                (Kind::Indicator, vec!["pm25"]),
                (Kind::Task, vec!["t007", "t079"]),
                (Kind::Figure, vec!["f083"]),
            ],
            "{text}"
        );
    }
}

#[test]
fn a_printed_value_finds_what_prints_it() {
    for text in ["121.7", "121.7亿元", "121.7亿"] {
        assert_eq!(found(text), [(Kind::Task, vec!["t023"]), (Kind::Figure, vec!["f107"])], "{text}");
    }
    assert_eq!(ids("3172.5万元", Kind::Indicator), ["trade"]);
    assert_eq!(ids("3172.5", Kind::Indicator), ["trade"]);
    assert!(ids("7.5%", Kind::Indicator).contains(&"gdp-growth"));
    assert!(ids("稳步增长", Kind::Indicator).contains(&"trade"));
    assert!(ids("稳步增长万元", Kind::Indicator).is_empty(), "words have no unit");
}

#[test]
fn an_alias_finds_the_place() {
    assert_eq!(ids("许南路", Kind::Place), ["kunyang-dadao"]);
    assert_eq!(ids("xunanlu", Kind::Place), ["kunyang-dadao"]);
}

#[test]
fn headings_find_indicators_and_areas_find_tasks_last() {
    assert!(ids("环境保护", Kind::Indicator).contains(&"pm25"));
    assert_eq!(ids("Opening up", Kind::Indicator), ["fdi", "trade"]);
    // A heading has this word; the tasks that say it themselves come before the others under it.
    let tasks = find("就业").into_iter().find(|group| group.kind == Kind::Task).unwrap();
    let says = |record: &Record<'_>| record.title().zh.contains("就业");
    assert!(tasks.hits.iter().map(says).is_sorted_by(|before, after| before >= after));
    let all = look_up(&REPORT, &spelling("常态化防控"), [].into_iter(), 100);
    let [Group { kind: Kind::Task, hits, .. }] = &all[..] else { panic!("{all:?}") };
    assert!(hits.iter().all(|hit| matches!(hit, Record::Task(task) if task.place.section == "3.1")));
}

#[test]
fn a_project_that_a_task_names_finds_it() {
    assert!(ids("pingdingshan international logistics", Kind::Task).contains(&"t029"));
}

#[test]
fn what_matches_nothing_gives_no_groups() {
    for text in ["没有这样的词", "qqqq", "pm2.5 没有", "", " ", "　", "''"] {
        assert!(find(text).is_empty(), "{text}");
    }
}

#[test]
fn at_most_the_limit_is_listed_and_all_are_counted() {
    let query = spelling("增长");
    let of = |limit: usize| look_up(&REPORT, &query, projects(&REPORT, &query).into_iter(), limit);
    let (none, two, all) = (of(0), of(2), of(usize::MAX));
    assert!(all.len() >= 2 && all.iter().any(|group| group.total > 2));
    for ((none, two), all) in none.iter().zip(&two).zip(&all) {
        assert_eq!(all.total, all.hits.len());
        assert_eq!(two.total, all.total);
        assert_eq!(two.hits, all.hits[..all.total.min(2)]);
        assert_eq!((none.total, none.hits.len()), (all.total, 0));
    }
}

#[test]
fn of_many_projects_the_first_are_ranked_and_all_are_counted() {
    let mut dataset = REPORT.clone();
    let some = dataset.projects[0].clone();
    dataset.projects = (0..2000)
        .map(|number| {
            let name = format!("大道{}", if number == 400 || number == 1900 { "" } else { "工程" });
            Project {
                id: number.to_string(),
                name: Bilingual { zh: name, en: String::new() },
                ..some.clone()
            }
        })
        .collect();
    // A position that is out of the dataset is none.
    let groups = look_up(&dataset, &Query::new("大道"), (0..3000).filter(|position| position % 2 == 0), 3);
    let group = groups.iter().find(|group| group.kind == Kind::Project).unwrap();
    assert_eq!(group.total, 1000);
    assert_eq!(group.hits.iter().map(Record::id).collect::<Vec<_>>(), ["400", "0", "2"]);
}

/// The report with places of these names, which have aliases as well.
fn with_places(names: &[(&str, &str)]) -> Dataset {
    let place = |(number, (zh, en)): (usize, &(&str, &str))| NamedPlace {
        id: number.to_string(),
        name: Bilingual { zh: (*zh).to_owned(), en: (*en).to_owned() },
        aliases: vec!["魏寨".to_owned(), "weizhai".to_owned()],
        ..REPORT.places[0].clone()
    };
    Dataset { places: names.iter().enumerate().map(place).collect(), ..REPORT.clone() }
}

/// Places of these names that a query finds, in the order found.
fn order(query: &Query, names: &[(&str, &str)]) -> Vec<String> {
    let dataset = with_places(names);
    let groups = look_up(&dataset, query, [].into_iter(), 100);
    let places = groups.iter().filter(|group| group.kind == Kind::Place);
    places.flat_map(|group| &group.hits).map(|hit| hit.title().zh.clone()).collect()
}

#[test]
fn the_whole_title_then_its_beginning_then_a_run_then_within_then_elsewhere_and_the_shorter_first() {
    let expected = [
        "魏寨",
        "魏寨村",
        "魏寨小学",
        "魏寨村小学",
        "S103魏寨村",
        "S103 魏寨村",
        "程庄村与（魏寨村）",
        "旧魏寨",
        "程庄魏寨村",
        "程庄",
        "程庄村",
    ];
    let mut names: Vec<(&str, &str)> = expected.iter().map(|name| (*name, "")).collect();
    names.reverse();
    for text in ["魏寨", "weizhai", "wz", "魏zhai"] {
        assert_eq!(order(&spelling(text), &names), expected, "{text}");
    }
}

#[test]
fn letters_are_judged_by_the_english_title_too() {
    let names = [
        ("一一", "Near Oldweizhai"),
        ("二二", "Old Weizhai"),
        ("三三", "Weizhai Village"),
        ("四四", "Weizhai"),
        ("魏寨村", "Another"),
        ("五", "None"),
    ];
    // Of equals the shorter Chinese title is first: 三三 before 魏寨村.
    assert_eq!(order(&Query::new("WEIZHAI"), &names), ["四四", "三三", "二二", "一一", "五", "魏寨村"]);
    assert_eq!(order(&spelling("weizhai"), &names), ["四四", "三三", "魏寨村", "二二", "一一", "五"]);
}

#[test]
fn a_title_of_several_words_is_whole_where_each_is_there() {
    let names = [("一", "Weizhai Village East"), ("二二二", "Weizhai Village")];
    assert_eq!(order(&Query::new("weizhai village"), &names), ["二二二", "一"]);
}

#[test]
fn a_word_does_not_go_on_from_one_text_into_the_next() {
    assert_eq!(order(&Query::new("寨 weizhai"), &[("程庄", "")]), ["程庄"]);
    assert!(order(&Query::new("寨weizhai"), &[("程庄", "")]).is_empty());
}

#[test]
fn what_only_the_area_says_comes_last() {
    let mut dataset = REPORT.clone();
    dataset.tasks.retain(|task| ["t001", "t023"].contains(&task.id.as_str()));
    for section in dataset.sections.iter_mut().filter(|section| section.id == dataset.tasks[0].place.section)
    {
        section.heading.zh = "121.7亿元".to_owned();
    }
    dataset.tasks[0].text.zh = "短".to_owned();
    let groups = look_up(&dataset, &Query::new("121.7"), [].into_iter(), 5);
    assert_eq!(groups[0].hits.iter().map(Record::id).collect::<Vec<_>>(), ["t023", "t001"]);
}

#[test]
fn equals_stand_in_the_report_s_order() {
    let found = order(&Query::new("魏寨"), &[("魏寨东", ""), ("魏寨西", ""), ("魏寨北", ""), ("魏寨", "")]);
    assert_eq!(found, ["魏寨", "魏寨东", "魏寨西", "魏寨北"]);
}

#[test]
fn words_in_any_order_are_the_title_too() {
    assert_eq!(found("village weizhai")[0], (Kind::Place, vec!["weizhai-cun"]));
    assert_eq!(found("寨村 魏")[0].1[0], "weizhai-cun");
}

#[test]
fn sorts_stand_in_their_order_but_a_title_of_just_that_comes_first() {
    for text in ["增长", "村", "a", "项目", "平安"] {
        let kinds: Vec<Kind> = found(text).iter().map(|(kind, _)| *kind).collect();
        let expected: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kinds.contains(kind)).collect();
        assert_eq!(kinds, expected, "{text}");
    }
    let kinds: Vec<Kind> = found("平安大道").iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [Kind::Place, Kind::Project]);
    assert_eq!(ids("平安大道", Kind::Place), ["pingan-dadao"]);
}

#[test]
fn one_parameter_of_a_link_names_any_indicator_project_task_or_figure() {
    let report = &*REPORT;
    let ids = report.indicators.iter().map(|one| &one.id).chain(report.projects.iter().map(|one| &one.id));
    let ids =
        ids.chain(report.tasks.iter().map(|one| &one.id)).chain(report.figures.iter().map(|one| &one.id));
    let mut known = BTreeSet::new();
    for id in ids {
        assert!(known.insert(id), "{id} is there twice");
    }
}

// The definition, word for word.

fn both(words: &Bilingual) -> [String; 2] {
    [words.zh.clone(), words.en.clone()]
}

fn project_texts(project: &Project) -> Vec<String> {
    let mentions = project.mentions.iter().map(|mention| mention.name.clone());
    let location = project.location.iter().flat_map(both);
    both(&project.name).into_iter().chain(location).chain(mentions).collect()
}

fn indicator_texts(indicator: &Indicator) -> Vec<String> {
    let mut texts = Vec::new();
    texts.extend(both(&indicator.name));
    texts.extend(both(&indicator.category.name));
    texts.extend(indicator.group.iter().flat_map(|group| both(&group.name)));
    texts.extend(both(&indicator.unit));
    for cell in [&indicator.actual, &indicator.plan] {
        texts.push(cell.printed().to_owned());
        texts.extend(Cell::amount(cell).map(|_| format!("{}{}", cell.printed(), indicator.unit.zh)));
    }
    texts
}

fn task_texts(task: &Task) -> Vec<String> {
    let mut texts = Vec::new();
    texts.extend(both(&task.text));
    texts.extend(task.target.iter().flat_map(|target| [target.to_string(), target.english()]));
    for project in REPORT.projects.iter().filter(|project| task.projects.contains(&project.id)) {
        texts.extend(both(&project.name));
    }
    for indicator in REPORT.indicators.iter().filter(|indicator| task.indicators.contains(&indicator.id)) {
        texts.extend(both(&indicator.name));
    }
    for section in REPORT.sections.iter().filter(|section| section.id == task.place.section) {
        texts.extend(both(&section.heading));
    }
    texts
}

/// The id of a record, and all that it is searched by.
type Texts = (&'static str, Vec<String>);

/// Every record of a sort.
fn records(kind: Kind) -> Vec<Texts> {
    let report = &*REPORT;
    match kind {
        Kind::Indicator => {
            report.indicators.iter().map(|one| (one.id.as_str(), indicator_texts(one))).collect()
        }
        Kind::Project => report.projects.iter().map(|one| (one.id.as_str(), project_texts(one))).collect(),
        Kind::Place => {
            let texts =
                |place: &NamedPlace| both(&place.name).into_iter().chain(place.aliases.clone()).collect();
            report.places.iter().map(|one| (one.id.as_str(), texts(one))).collect()
        }
        Kind::Task => report.tasks.iter().map(|one| (one.id.as_str(), task_texts(one))).collect(),
        Kind::Figure => {
            let texts = |figure: &plan_data::Figure| {
                let values = [figure.printed.clone(), figure.quantity.to_string(), figure.quantity.english()];
                both(&figure.subject).into_iter().chain(values).collect()
            };
            report.figures.iter().map(|one| (one.id.as_str(), texts(one))).collect()
        }
    }
}

static RECORDS: LazyLock<Vec<Vec<Texts>>> = LazyLock::new(|| Kind::ALL.into_iter().map(records).collect());

static READINGS_OF: LazyLock<BTreeMap<char, Vec<&str>>> = LazyLock::new(|| {
    let mut readings: BTreeMap<char, Vec<&str>> = BTreeMap::new();
    for (character, reading) in &*READINGS {
        readings.entry(*character).or_default().push(reading);
    }
    readings
});

/// Capitals small, ASCII of full width at half.
fn plain(text: &str) -> String {
    let half = |c: char| match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap(),
        _ => c,
    };
    text.chars().map(half).collect::<String>().to_ascii_lowercase()
}

/// Whether a word is written at the beginning of a text, or spelled by syllables, initials or characters.
fn begins(word: &str, text: &str) -> bool {
    let Some(character) = text.chars().next() else {
        return word.is_empty();
    };
    let rest = &text[character.len_utf8()..];
    let as_it_is = || word.strip_prefix(character).is_some_and(|word| begins(word, rest));
    let as_read = |reading: &&str| {
        let initials =
            if ["zh", "ch", "sh"].contains(&reading.get(..2).unwrap_or_default()) { 1..=2 } else { 1..=1 };
        let taken = initials.map(|length| &reading[..length]).chain([*reading]);
        reading.starts_with(word)
            || taken.into_iter().any(|part| word.strip_prefix(part).is_some_and(|word| begins(word, rest)))
    };
    word.is_empty() || as_it_is() || READINGS_OF.get(&character).into_iter().flatten().any(as_read)
}

fn stands_in(word: &str, text: &str) -> bool {
    text.char_indices().any(|(start, _)| begins(word, &text[start..]))
}

/// Words as people type them: cut out of what is there, spelled, or anything.
fn words() -> impl Strategy<Value = String> {
    let cut = (
        0_usize..5,
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        1_usize..5,
    )
        .prop_map(|(kind, record, text, start, length)| {
            let (_, texts) = record.get(&RECORDS[kind]);
            let text: Vec<char> = text.get(texts).chars().collect();
            let start = if text.is_empty() { 0 } else { start.index(text.len()) };
            text.iter().skip(start).take(length).collect::<String>()
        });
    let word = prop_oneof![
        6 => cut,
        2 => "[a-z]{1,4}",
        1 => prop::sample::select(vec!["pm2.5", "121.7亿元", "wzc", "zhongdian", "xiangmu", "增长", "ping'an", "3.1%"]).prop_map(str::to_owned),
        1 => "\\PC{0,5}",
    ];
    prop::collection::vec(word, 0..3).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn exactly_what_has_every_word_is_found(text in words(), limit in 0_usize..8) {
        let query = spelling(&text);
        let words: Vec<String> = text.split_whitespace().map(|word| plain(&word.replace(['\'', '’'], ""))).collect();
        let words: Vec<&String> = words.iter().filter(|word| !word.is_empty()).collect();
        let holds = |texts: &[String]| {
            !words.is_empty() && words.iter().all(|word| texts.iter().any(|text| stands_in(word, &plain(text))))
        };
        let positions: Vec<usize> = (0..REPORT.projects.len()).filter(|at| holds(&RECORDS[1][*at].1)).collect();
        let groups = look_up(&REPORT, &query, positions.iter().copied(), limit);
        let all = look_up(&REPORT, &query, positions.iter().copied(), usize::MAX);
        prop_assert_eq!(groups.len(), all.len());
        for (kind, records) in Kind::ALL.into_iter().zip(&*RECORDS) {
            let expected: BTreeSet<&str> = records.iter().filter(|(_, texts)| holds(texts)).map(|(id, _)| *id).collect();
            let of_kind = |groups: &[Group<'static>]| groups.iter().filter(|group| group.kind == kind).cloned().collect::<Vec<_>>();
            let (some, all) = (of_kind(&groups), of_kind(&all));
            prop_assert_eq!(all.len(), usize::from(!expected.is_empty()), "{:?}", kind);
            for (some, all) in some.iter().zip(&all) {
                let ids: BTreeSet<&str> = all.hits.iter().map(Record::id).collect();
                prop_assert_eq!(ids.len(), all.hits.len(), "an id is there twice");
                prop_assert_eq!(&ids, &expected, "{:?}", kind);
                prop_assert!(all.hits.iter().all(|hit| hit.kind() == kind));
                prop_assert_eq!((all.total, some.total), (ids.len(), ids.len()));
                prop_assert_eq!(&some.hits[..], &all.hits[..limit.min(all.hits.len())]);
            }
        }
    }

    #[test]
    fn no_query_panics(text in "\\PC{0,40}|[ 　a-z村路大道2.5%（）“”']{0,20}", positions in prop::collection::vec(any::<usize>(), 0..5)) {
        for query in [Query::new(&text), spelling(&text)] {
            for group in look_up(&REPORT, &query, positions.iter().copied(), 5) {
                prop_assert!(group.total >= group.hits.len() && group.hits.len() <= 5);
            }
        }
    }
}
