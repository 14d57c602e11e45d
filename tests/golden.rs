//! What the page and its charts render to, kept as files that a browser can open. After a change that is meant, run
//! `UPDATE_EXPECT=1 cargo test --test golden` and look at what changed in tests/golden/ before committing it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

use expect_test::expect_file;
use plan_chart::{HIGH, Size, WIDE};
use plan_explorer::charts::{ChartSpec, Material, Origin, all};
use plan_explorer::components::drawing;
use plan_explorer::data::{Prepared, bundled};
use plan_explorer::pages::page;
use plan_explorer::prerendered::Prerendered;
use plan_explorer::sections::{SectionProps, data_files};
use plan_explorer::state::{Lang, State, Store, UrlState, View};
use plan_explorer::style::DRAWING;
use plan_explorer::texts::Texts;
use yew::{BaseComponent, Html, LocalServerRenderer, component};

/// What charts of the bundled report are drawn from.
fn specs(lang: Lang) -> Vec<ChartSpec> {
    let Prepared { dataset, findings, .. } = bundled().unwrap();
    all(&Material { dataset: &dataset, findings: &findings, texts: Texts::of(lang) })
}

/// What a component renders to, one tag a line.
fn render<C: BaseComponent>(props: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let html = tokio::task::LocalSet::new()
        .block_on(&runtime, LocalServerRenderer::<C>::with_props(props).hydratable(false).render());
    html.replace("><", ">\n<") + "\n"
}

/// Coordinates and sizes as whole numbers: what moves by less than a pixel is no change.
fn rounded(svg: &str) -> String {
    const PLACES: [&str; 12] =
        ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "points"];
    let mut out = String::new();
    for (index, piece) in svg.split('"').enumerate() {
        // Every second piece is the value of an attribute, whose name ends the piece before.
        let is_place = index % 2 == 1 && PLACES.iter().any(|name| out.ends_with(&format!(" {name}=\"")));
        if is_place {
            let numbers = piece.split_inclusive([',', ' ']).map(|number| {
                let (digits, mark) = number.split_at(number.trim_end_matches([',', ' ']).len());
                digits.parse::<f64>().map_or(number.to_owned(), |value| format!("{value:.0}{mark}"))
            });
            out.extend(numbers);
        } else {
            out.push_str(piece);
        }
        out.push('"');
    }
    out.pop();
    out
}

fn origin() -> Origin {
    Origin { report: "the report".to_owned(), about: "its day · a licence".to_owned(), ..Origin::default() }
}

/// The file that a reader downloads, without its styles, which all have in common.
fn file(spec: &ChartSpec, size: Size, texts: &'static Texts) -> String {
    let (svg, _) = drawing(spec, &origin(), Some("https://example.gov.cn/plan/".to_owned()), size, texts);
    let (before, rest) = svg.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</defs>").unwrap();
    rounded(&format!("{before}{after}")).replace("><", ">\n<") + "\n"
}

#[test]
fn every_chart_at_three_widths_in_both_languages() {
    for (name, lang) in Lang::ALL {
        let texts = Texts::of(*lang);
        for spec in specs(*lang) {
            for width in [320, 640, 1040] {
                let path = format!(
                    "{}/tests/golden/charts/{}-{name}-{width}.svg",
                    env!("CARGO_MANIFEST_DIR"),
                    spec.id
                );
                expect_file![path].assert_eq(&file(&spec, Size::Whole(f64::from(width)), texts));
            }
        }
    }
}

/// Whether the report's text is beside the page shows in links only.
#[test]
fn places_are_links_where_the_text_is_beside_the_page() {
    let report = bundled().unwrap();
    let body = |has_text: bool, view: View, query: &str| {
        let report = Prepared { has_text, ..report.clone() };
        let state = State::of_address(UrlState::parse(view, query).0, Vec::new());
        render::<Prerendered>(SectionProps::new(&report, Texts::of(Lang::En), Store::new(state)))
    };
    for (view, query, link) in [
        (View::Data, "", "report.html#p-1.1-1-f001"),
        (View::Data, "", "report.html#p-0-1"),
        (View::Tasks, "", "report.html#p-3.1-1-"),
        (View::Indicators, "item=afforestation", "report.html#item-afforestation"),
        (View::Indicators, "item=gdp-growth", "report.html#p-1.1-1-f005"),
        (View::Projects, "item=p01", "report.html#p-1.2-1-p01"),
        (View::Projects, "item=p01", "report.html#item-p01"),
        (View::Home, "", "report.html#content"),
    ] {
        let with = body(true, view, query);
        assert!(with.contains(&format!("href=\"{link}")), "{view:?} {query} {link}");
        assert!(!body(false, view, query).contains("report.html"), "{view:?} {query}");
    }
    assert!(body(true, View::Data, "").matches("report.html#p-").count() > report.dataset.figures.len());
}

#[test]
fn pictures_of_a_fixed_size_have_it_but_for_the_longest_charts() {
    let mut higher = Vec::new();
    for (name, lang) in Lang::ALL {
        for spec in specs(*lang) {
            for (word, size) in [("wide", WIDE), ("high", HIGH)] {
                let Size::Fixed(width, height) = size else { unreachable!() };
                let (svg, (wide, high)) = drawing(&spec, &origin(), None, size, Texts::of(*lang));
                assert!(svg.contains(&format!(" viewBox=\"0 0 {wide} {high}\"")), "{}", spec.id);
                assert!((wide - width).abs() < 1e-9 && high >= height, "{}", spec.id);
                if high > height {
                    higher.push(format!("{} {name} {word}", spec.id));
                }
            }
        }
    }
    let expected = [
        "levels zh wide",
        "numbers-of-one zh wide",
        "levels en wide",
        "funding en wide",
        "numbers-of-one en wide",
    ];
    assert_eq!(higher, expected);
}

#[test]
fn pictures_of_fixed_sizes() {
    for (id, name, word, size) in [
        ("promise", "zh", "wide", WIDE),
        ("promise", "en", "high", HIGH),
        ("economy", "en", "wide", WIDE),
        ("economy", "zh", "high", HIGH),
    ] {
        let lang = Lang::of(name).unwrap();
        let spec = specs(lang).into_iter().find(|spec| spec.id == id).unwrap();
        let path = format!("{}/tests/golden/charts/{id}-{name}-{word}.svg", env!("CARGO_MANIFEST_DIR"));
        expect_file![path].assert_eq(&file(&spec, size, Texts::of(lang)));
    }
}

#[test]
fn charts_as_tables() {
    for (name, lang) in Lang::ALL {
        let texts = Texts::of(*lang);
        for spec in specs(*lang) {
            let path = format!("{}/tests/golden/charts/{}-{name}.csv", env!("CARGO_MANIFEST_DIR"), spec.id);
            let csv = spec.table.csv(texts.charts().selection, &spec.selection);
            assert!(csv.starts_with('\u{FEFF}'), "a byte order mark for spreadsheets");
            expect_file![path].assert_eq(&csv.replace("\r\n", "\n"));
        }
    }
}

#[test]
fn the_styles_of_files_have_no_variables() {
    expect_file!["golden/charts/drawing.css"].assert_eq(DRAWING);
    assert!(!DRAWING.contains("var(") && !DRAWING.contains("/*"));
}

/// What pages are given where the address says so.
fn section(lang: Lang, view: View, query: &str) -> SectionProps {
    let (url, notices) = UrlState::parse(view, query);
    assert_eq!(notices, [], "{query}");
    SectionProps::new(&bundled().unwrap(), Texts::of(lang), Store::new(State::of_address(url, notices)))
}

/// What stands on the page of the state.
#[component]
fn Page(section: &SectionProps) -> Html {
    page(section.store.now().url.view, section)
}

/// The files of data as the page of that language links to them.
#[component]
fn Files(section: &SectionProps) -> Html {
    data_files(section, if section.texts.lang == Lang::Zh { "" } else { "../" })
}

#[test]
fn every_page() {
    for (name, view) in View::ALL {
        let path = format!("{}/tests/golden/page-{name}-zh.html", env!("CARGO_MANIFEST_DIR"));
        expect_file![path].assert_eq(&render::<Prerendered>(section(Lang::Zh, *view, "")));
    }
}

#[test]
fn projects_that_match() {
    let html = render::<Page>(section(Lang::Zh, View::Projects, "item=p20&q=魏寨&by=place"));
    expect_file!["golden/projects-zh-weizhai.html"].assert_eq(&html);
}

#[test]
fn projects_where_nothing_matches_and_no_text_becomes_markup() {
    let html = render::<Page>(section(Lang::En, View::Projects, "q=%3Cb%3E%26%22x"));
    assert!(!html.contains("<b>"), "{html}");
    expect_file!["golden/projects-en-nothing.html"].assert_eq(&html);
}

#[test]
fn the_annex_in_english() {
    let html = render::<Page>(section(Lang::En, View::Indicators, "sort=change"));
    expect_file!["golden/indicators-en-change.html"].assert_eq(&html);
}

#[test]
fn links_to_the_data_from_both_pages() {
    for (name, lang) in Lang::ALL {
        let path = format!("golden/data-files-{name}.html");
        let section = section(*lang, View::Data, "");
        expect_file![path].assert_eq(&render::<Files>(section));
    }
}
