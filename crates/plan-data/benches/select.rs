//! What a keystroke in the projects' filter costs as projects become more: `cargo bench -p plan-data`.
//!
//! After criterion's own report comes one table with the medians of the same runs. A keystroke is all that it takes to
//! answer it: the query made from the text, the projects selected, every facet counted.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode};
use pinyin::ToPinyinMulti;
use plan_data::facet::{Choice, Facet};
use plan_data::{Bilingual, Dataset, Pinyin, Project, ProjectIndex, Query, package};

/// The bundled projects, and many more.
const PROJECTS: [usize; 3] = [82, 10_000, 100_000];

/// What is typed; the last stands in the name of nearly every project.
const TYPED: [&str; 7] = ["wzc", "weizhaicun", "pingan dadao", "路", "魏寨", "road", "项目"];

/// The texts that stand in the field while one types, one after the other.
fn keystrokes() -> Vec<&'static str> {
    let begun =
        |text: &'static str| text.char_indices().filter_map(move |(at, c)| text.get(..at + c.len_utf8()));
    TYPED.into_iter().flat_map(begun).collect()
}

/// Seconds of each run, by projects and what is measured: `None` is building the index, otherwise how many values are
/// chosen, and the keystroke.
type Runs = RefCell<BTreeMap<(usize, Option<(usize, usize)>), Vec<f64>>>;

/// Numbers without order, the same every time.
struct Numbers(u32);

impl Numbers {
    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        all.get((self.0 >> 8) as usize % all.len().max(1))
    }
}

/// A project like one of the report's, under the name of another place; some places are villages that it does not name.
fn project(report: &Dataset, characters: &[char], numbers: &mut Numbers, at: usize) -> Option<Project> {
    let mut project = numbers.of(&report.projects)?.clone();
    let place = numbers.of(&report.places)?;
    let (road, other) = (numbers.of(&report.places)?, numbers.of(&report.projects)?);
    let village: String = [numbers.of(characters)?, numbers.of(characters)?].into_iter().collect();
    let (zh, en) = match numbers.of(&[0, 1])? {
        0 => (place.name.zh.clone(), place.name.en.clone()),
        _ => (village.clone() + "村", "Village of ".to_owned() + &place.name.en),
    };
    let what: String = other.name.zh.chars().rev().take(10).collect();
    let what: String = what.chars().rev().collect();
    project.id = format!("g{at}");
    project.name.zh = format!("{zh}{what}{at}号项目");
    project.name.en = format!("{en} {}, project {at}", other.name.en.get(..24).unwrap_or("works"));
    let location = format!("{}以北、{village}村与{zh}交叉口东侧", road.name.zh);
    project.location = project.location.map(|_| Bilingual { zh: location, en: String::new() });
    for part in &mut project.parts {
        part.place.clone_from(&place.id);
    }
    Some(project)
}

fn dataset(report: &Dataset, characters: &[char], count: usize) -> Dataset {
    let mut dataset = report.clone();
    let mut numbers = Numbers(7);
    let more = dataset.projects.len()..count;
    dataset.projects.extend(more.filter_map(|at| project(report, characters, &mut numbers, at)));
    dataset
}

/// How the app's build reads the characters: all readings that each has.
fn table(characters: &[char]) -> Pinyin {
    let readings = characters.iter().filter_map(|one| Some((*one, one.to_pinyin_multi()?)));
    let readings = readings.flat_map(|(one, all)| all.into_iter().map(move |reading| (one, reading.plain())));
    Pinyin::parse(&Pinyin::write(readings, []))
}

/// The most frequent value of two facets.
fn two_choices(index: &ProjectIndex) -> Choice {
    let all = index.select(&Query::default(), &Choice::default());
    let mut choice = Choice::default();
    for facet in [Facet::List, Facet::Sector] {
        if let Some((value, _)) = all.counts(index, facet).first() {
            choice.toggle(facet, value);
        }
    }
    choice
}

fn measure(criterion: &mut Criterion, dataset: &Rc<Dataset>, pinyin: &Rc<Pinyin>, seen: &Runs) {
    let count = dataset.projects.len();
    let note =
        |what, time: Duration| seen.borrow_mut().entry((count, what)).or_default().push(time.as_secs_f64());
    let mut group = criterion.benchmark_group(count.to_string());
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    let build = || ProjectIndex::new(black_box(dataset).clone(), pinyin.clone());
    group.bench_function("index", |bencher| {
        bencher.iter_custom(|runs| {
            let mut sum = Duration::ZERO;
            for _ in 0..runs {
                let start = Instant::now();
                let index = black_box(build());
                let time = start.elapsed();
                drop(index);
                note(None, time);
                sum += time;
            }
            sum
        });
    });
    let index = build();
    for choice in [Choice::default(), two_choices(&index)] {
        let chosen = Facet::ALL.iter().map(|facet| choice.of(*facet).len()).sum::<usize>();
        group.bench_function(format!("keystrokes, {chosen} chosen"), |bencher| {
            bencher.iter_custom(|runs| {
                let mut sum = Duration::ZERO;
                for _ in 0..runs {
                    for (at, text) in keystrokes().into_iter().enumerate() {
                        let start = Instant::now();
                        let query = Query::new(black_box(text)).spelling(pinyin.clone());
                        black_box(index.select(&query, &choice));
                        let time = start.elapsed();
                        note(Some((chosen, at)), time);
                        sum += time;
                    }
                }
                sum
            });
        });
    }
    group.finish();
}

fn median(mut runs: Vec<f64>) -> Option<f64> {
    runs.sort_by(f64::total_cmp);
    runs.get(runs.len() / 2).copied()
}

/// One line for each number of projects and of choices; nothing for what a filter left out.
fn print_table(seen: &Runs) {
    println!("\n| projects | index | chosen | median keystroke | worst keystroke | of |");
    println!("|---|---|---|---|---|---|");
    let seen = seen.borrow();
    let of = |projects: usize, what| median(seen.get(&(projects, what)).cloned().unwrap_or_default());
    let cell = |seconds: f64| format!("{:.3} ms", seconds * 1e3);
    for projects in PROJECTS {
        let index = of(projects, None).map_or("–".to_owned(), cell);
        for chosen in [0, 2] {
            let keystrokes = keystrokes().into_iter().enumerate();
            let mut times: Vec<(f64, &str)> =
                keystrokes.filter_map(|(at, text)| Some((of(projects, Some((chosen, at)))?, text))).collect();
            times.sort_by(|(one, _), (other, _)| one.total_cmp(other));
            if let Some(((middle, _), (worst, text))) = times.get(times.len() / 2).zip(times.last()) {
                println!(
                    "| {projects} | {index} | {chosen} | {} | {} | {text} |",
                    cell(*middle),
                    cell(*worst)
                );
            }
        }
    }
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
    let report = match package::read(&folder) {
        Ok(report) => report,
        Err(problems) => return eprintln!("{problems}"),
    };
    let texts = report
        .projects
        .iter()
        .flat_map(|project| [Some(&project.name.zh), project.location.as_ref().map(|location| &location.zh)]);
    let places = report.places.iter().map(|place| Some(&place.name.zh));
    let mut characters: Vec<char> = texts.chain(places).flatten().flat_map(|text| text.chars()).collect();
    characters.retain(|one| one.to_pinyin_multi().is_some());
    characters.sort_unstable();
    characters.dedup();
    let pinyin = Rc::new(table(&characters));
    let seen = Runs::default();
    let mut criterion = Criterion::default().configure_from_args();
    for count in PROJECTS {
        measure(&mut criterion, &Rc::new(dataset(&report, &characters, count)), &pinyin, &seen);
    }
    criterion.final_summary();
    print_table(&seen);
}
