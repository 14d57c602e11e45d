//! Tests of the page of the report's text: with an invented text, and with the real one where it is.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use plan_data::against::{ReportText, Words, locate};
use plan_data::{Dataset, Place, Section};
use plan_explorer::data::{Prepared, bundled};
use plan_explorer::published::paragraph_id;
use plan_explorer::sections::anchor;
use plan_explorer::state::Lang;
use plan_prerender::assets::Assets;
use plan_prerender::inline::Inline;
use plan_prerender::report::{VARIABLE, page, read};
use plan_prerender::site::Site;
use scraper::{ElementRef, Html, Selector};

const TEMPLATE: &str = "<html lang=\"{{lang}}\"><head><meta charset=\"utf-8\" />{{head}}</head><body data-root=\"{{root}}\">{{page}}{{data}}</body></html>";

const TEXT: &str = "文件（一）\n\n某某\n\n一、执行\n\n（一）开局\n\n新修 道路 12 条，在建 12 条，开工**展馆**。\n\n**绿化。**植树 5 万株。\n\n附表\n\n主要指标\n\n| 名称 | 单位 | a | b |\n|---|---|---|---|\n| 一、综合 | | | |\n| (一) 植树 (PM _{2.5}) | 万株 | 5 | 6 |\n| | | | |\n|---|---|---|---|\n\n秘书处\n";

fn place(section: &str, paragraph: u16) -> Place {
    Place { section: section.to_owned(), paragraph }
}

/// The bundled report, of which so much is left as [`TEXT`] has.
fn invented() -> Dataset {
    let mut dataset = (*bundled().unwrap().dataset).clone();
    dataset.sections.retain(|section| ["1", "1.1", "annex"].contains(&section.id.as_str()));
    for (section, heading) in dataset.sections.iter_mut().zip(["执行", "开局", "主要指标"]) {
        heading.clone_into(&mut section.heading.zh);
    }
    dataset.headings.truncate(1);
    dataset.headings[0].place = place("1.1", 3);
    "绿化".clone_into(&mut dataset.headings[0].heading.zh);
    dataset.figures.truncate(3);
    for (figure, (printed, paragraph)) in
        dataset.figures.iter_mut().zip([("12条", 1), ("12条", 1), ("5万株", 3)])
    {
        figure.place = place("1.1", paragraph);
        printed.clone_into(&mut figure.printed);
    }
    dataset.indicators.truncate(1);
    let indicator = &mut dataset.indicators[0];
    "植树（PM2.5）".clone_into(&mut indicator.name.zh);
    "万株".clone_into(&mut indicator.unit.zh);
    indicator.actual = "5".to_owned().try_into().unwrap();
    indicator.plan = "6".to_owned().try_into().unwrap();
    let mut project = dataset.projects.iter().find(|project| project.location.is_none()).unwrap().clone();
    project.mentions.truncate(1);
    project.mentions[0].place = place("1.1", 2);
    "展馆".clone_into(&mut project.mentions[0].name);
    project.mentions[0].stage = None;
    dataset.projects = vec![project];
    dataset.tasks.retain(|task| task.target.is_none() && task.figures.is_empty());
    dataset.tasks.truncate(2);
    dataset.tasks[0].place = place("1.1", 3);
    dataset.tasks[0].figures = vec!["f003".to_owned()];
    dataset.tasks[1].place = place("1.1", 1);
    dataset.omissions.clear();
    dataset.context.clear();
    dataset.remarks.clear();
    dataset
}

fn rendered(text: &ReportText, dataset: &Dataset, lang: Lang) -> String {
    let report = Prepared { dataset: Rc::new(dataset.clone()), has_text: true, ..bundled().unwrap() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let site = Site::default();
    let assets = Assets { styles: "a{}".to_owned(), report: "b{}".to_owned(), ..Assets::default() };
    let page = page(TEMPLATE, &assets, text, &report, &site, lang);
    tokio::task::LocalSet::new().block_on(&runtime, page).unwrap()
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).collect()
}

fn words(element: &ElementRef<'_>) -> String {
    element.text().collect()
}

/// The element of that id.
fn by_id<'a>(page: &'a Html, id: &str) -> ElementRef<'a> {
    let found: Vec<_> =
        all(page, "[id]").into_iter().filter(|element| element.value().attr("id") == Some(id)).collect();
    assert_eq!(found.len(), 1, "{id}");
    found[0]
}

/// The address that a mark is a link to.
fn leads_to<'a>(page: &'a Html, id: &str) -> &'a str {
    let mut parents = by_id(page, id).ancestors().filter_map(ElementRef::wrap);
    parents.find_map(|parent| parent.value().attr("href")).unwrap()
}

#[test]
fn each_value_is_marked_at_a_place_of_its_own_and_leads_to_its_row() {
    let dataset = invented();
    let text = ReportText::read(TEXT);
    let html = rendered(&text, &dataset, Lang::Zh);
    let page = Html::parse_document(&html);
    let first = by_id(&page, "p-1.1-1");
    assert_eq!(words(&first), "新修道路12条，在建12条，开工¶");
    let marks: Vec<_> = all(&page, "#p-1\\.1-1 mark")
        .iter()
        .map(|mark| mark.value().attr("id").unwrap().to_owned())
        .collect();
    assert_eq!(marks, ["p-1.1-1-f001", "p-1.1-1-f002"]);
    assert_eq!(leads_to(&page, "p-1.1-1-f002"), "data.html?item=f002&v=3#item-f002");
    let project = &dataset.projects[0].id;
    assert_eq!(words(&by_id(&page, &paragraph_id(&place("1.1", 2), project))), "展馆");
    assert_eq!(words(&by_id(&page, "s-1.1")), "（一）开局");
    assert_eq!(all(&page, "#p-1\\.1-3 strong").iter().map(words).collect::<Vec<_>>(), ["绿化"]);
    // Lines of the opening stay lines.
    assert_eq!(all(&page, "#p-0-1 br").len(), 1);
}

#[test]
fn tasks_without_words_of_their_own_lead_to_what_they_cite_or_to_the_paragraph() {
    let dataset = invented();
    let html = rendered(&ReportText::read(TEXT), &dataset, Lang::Zh);
    let page = Html::parse_document(&html);
    let [cites, plain] = &dataset.tasks[..] else { panic!("two tasks") };
    assert_eq!(leads_to(&page, &paragraph_id(&cites.place, &cites.id)), "data.html?item=f003&v=3#item-f003");
    let at_start = by_id(&page, &paragraph_id(&plain.place, &plain.id));
    assert_eq!(at_start.parent().unwrap().first_child().unwrap().id(), at_start.id());
}

#[test]
fn what_two_rows_cite_is_marked_for_one_and_has_the_addresses_of_both() {
    let mut dataset = invented();
    // Both figures print the one number of the paragraph; the task cites the second.
    dataset.figures[1].place = place("1.1", 3);
    "5万株".clone_into(&mut dataset.figures[1].printed);
    let html = rendered(&ReportText::read(TEXT), &dataset, Lang::Zh);
    let page = Html::parse_document(&html);
    assert_eq!(all(&page, "#p-1\\.1-3 mark").len(), 1);
    let task = &dataset.tasks[0];
    for id in ["f002", "f003", &task.id] {
        assert_eq!(
            leads_to(&page, &paragraph_id(&task.place, id)),
            "data.html?item=f002&v=3#item-f002",
            "{id}"
        );
    }
}

#[test]
fn the_annex_is_a_table_with_a_row_for_each_indicator() {
    let dataset = invented();
    let html = rendered(&ReportText::read(TEXT), &dataset, Lang::Zh);
    let page = Html::parse_document(&html);
    let id = &dataset.indicators[0].id;
    assert_eq!(words(&by_id(&page, &anchor(id))), "(一)植树(PM2.5)万株56");
    assert_eq!(all(&page, "thead th").len(), 4);
    assert_eq!(all(&page, "tbody tr").len(), 2, "no row for lines and for ends of pages");
    assert_eq!(all(&page, "tr.category").iter().map(words).collect::<Vec<_>>(), ["一、综合"]);
    assert!(
        all(&page, "p.cited").iter().any(|line| words(line) == "秘书处"),
        "what stands below it is not lost"
    );
}

#[test]
fn readers_of_english_get_the_chinese_text_marked_as_such() {
    let html = rendered(&ReportText::read(TEXT), &invented(), Lang::En);
    let page = Html::parse_document(&html);
    assert_eq!(all(&page, "html")[0].value().attr("lang"), Some("en"));
    assert_eq!(all(&page, ".report-body")[0].value().attr("lang"), Some("zh-CN"));
    assert_eq!(all(&page, ".report-body p.heading-en").len(), 3);
    assert!(html.contains("href=\"../report.html\""), "the way to the page in Chinese");
}

#[test]
fn no_word_of_the_text_becomes_markup() {
    const HOSTILE: &str = "</p></style><script>alert(1)</script><imgsrc=xonerror=y>\"'&amp;<!--]]>";
    let text = TEXT
        .replace("文件（一）", HOSTILE)
        .replace("新修", HOSTILE)
        .replace("| 一、综合", &format!("| {HOSTILE}"))
        .replace("秘书处", HOSTILE)
        + "\n";
    let text = format!("{text}\u{0}\u{1b}").replace("附表", "（二）<b>收尾\n\n附表");
    for (_, lang) in Lang::ALL {
        let usual = rendered(&ReportText::read(TEXT), &invented(), *lang);
        let html = rendered(&ReportText::read(&text), &invented(), *lang);
        let count = |html: &str, name: &str| all(&Html::parse_document(html), name).len();
        for name in ["script", "img", "style", "b", "mark", "a.name-mark", "a.number-mark"] {
            assert_eq!(count(&html, name), count(&usual, name), "{name}");
        }
        assert!(!html.contains("<!--") && !html.contains(['\0', '\u{1b}']), "{html}");
        let page = Html::parse_document(&html);
        assert_eq!(words(&by_id(&page, "p-1.1-1")), format!("{HOSTILE}道路12条，在建12条，开工¶"));
        assert_eq!(words(&by_id(&page, "s-1.2")), "（二）<b>收尾");
        let mut inline = Inline::default();
        inline.add_page("report.html", &html).unwrap();
        assert!(inline.scripts.is_empty() && inline.styles.len() == 2, "{inline:?}");
    }
}

#[test]
fn no_id_is_given_twice() {
    // A project that two rows have in the same paragraph.
    let mut dataset = invented();
    let again = dataset.projects[0].mentions[0].clone();
    dataset.projects[0].mentions.push(again);
    let html = rendered(&ReportText::read(TEXT), &dataset, Lang::Zh);
    let page = Html::parse_document(&html);
    let mut ids: Vec<_> =
        all(&page, "[id]").iter().map(|element| element.value().attr("id").unwrap().to_owned()).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn a_file_that_is_no_text_or_not_the_text_stops_the_build() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.txt");
    let refused = |content: &[u8]| {
        fs::write(&path, content).unwrap();
        let refused = read(&path, &invented()).unwrap_err().to_string();
        refused.replace(&path.display().to_string(), "report.txt")
    };
    let absent = read(&folder.path().join("absent.txt"), &invented()).unwrap_err().to_string();
    assert!(absent.contains("absent.txt: found a file that cannot be used ("), "{absent}");
    assert!(absent.contains("expected the report’s text in UTF-8, whose file PLAN_REPORT names"), "{absent}");
    assert_eq!(
        refused(b"a\nb \xD6\xD0\n"),
        "report.txt:2: found bytes that are no UTF-8, expected the report’s text in UTF-8"
    );
    for empty in ["", "\u{FEFF}\r\n \n"] {
        assert_eq!(
            refused(empty.as_bytes()),
            "report.txt: found an empty file, expected the report’s text in UTF-8"
        );
    }
    let other =
        refused(TEXT.replace("在建 12 条", "在建 11 条").replace("植树 5 万株", "植树 15 万株").as_bytes());
    assert!(other.starts_with("report.txt: found a text in which 1 of "), "{other}");
    assert!(
        other.contains("\nfigures f003: “5万株” does not stand in section 1.1, paragraph 3\n"),
        "where, and what was expected there: {other}"
    );
    assert!(
        other.ends_with(
            ", expected the text that the package was taken from; `plan check --against` lists all"
        )
    );
    fs::write(&path, format!("\u{FEFF}{TEXT}")).unwrap();
    assert!(read(&path, &invented()).is_ok(), "as editors of Windows write it");
}

/// The real text, where it is: it is no part of the project.
fn real() -> Option<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let named = std::env::var_os(VARIABLE).filter(|path| !path.is_empty());
    let path = project.join(named.unwrap_or_else(|| "../shared/report/weidong-2021.txt".into()));
    if !path.exists() {
        eprintln!("skipped: there is no {}; name the report's text with PLAN_REPORT=path", path.display());
        return None;
    }
    Some(path)
}

#[test]
fn all_that_the_check_finds_in_the_real_text_has_its_address_on_the_page() {
    let Some(path) = real() else { return };
    let Prepared { dataset, .. } = bundled().unwrap();
    let text = read(&path, &dataset).unwrap();
    let located = locate(&dataset, &text);
    for (_, lang) in Lang::ALL {
        let html = rendered(&text, &dataset, *lang);
        let page = Html::parse_document(&html);
        let ids: Vec<&str> =
            all(&page, "[id]").iter().filter_map(|element| element.value().attr("id")).collect();
        let has = |id: &str| assert_eq!(ids.iter().filter(|known| **known == id).count(), 1, "{id}");
        // What the app links to.
        dataset.figures.iter().for_each(|figure| has(&paragraph_id(&figure.place, &figure.id)));
        dataset.tasks.iter().for_each(|task| has(&paragraph_id(&task.place, &task.id)));
        dataset.remarks.iter().for_each(|remark| has(&paragraph_id(&remark.place, "")));
        dataset.indicators.iter().for_each(|one| has(&anchor(&one.id)));
        dataset.land_projects().for_each(|project| has(&anchor(&project.id)));
        for project in &dataset.projects {
            project.mentions.iter().for_each(|mention| has(&paragraph_id(&mention.place, &project.id)));
        }
        // Each figure is marked once, as printed, and leads to its row.
        let squeezed = |words: &str| words.split_whitespace().collect::<String>();
        for figure in &dataset.figures {
            let id = paragraph_id(&figure.place, &figure.id);
            assert_eq!(words(&by_id(&page, &id)), squeezed(&figure.printed), "{id}");
            assert!(leads_to(&page, &id).ends_with(&format!("item={0}&v=3#item-{0}", figure.id)), "{id}");
        }
        let marked = all(&page, ".number-mark").len();
        let cited = located.found.iter().filter(|found| matches!(found.words, Words::Figure | Words::Target));
        assert_eq!(marked, cited.count(), "{lang:?}");
        assert_eq!(all(&page, "tr.cited").len(), dataset.indicators.len());
        // The text is all there, and nothing else.
        for section in text.sections.iter().filter(|section| !Section::id_is_box(&section.id)) {
            for (paragraph, number) in section.paragraphs.iter().zip(1..) {
                let shown = words(&by_id(&page, &paragraph_id(&place(&section.id, number), "")));
                assert_eq!(shown.strip_suffix('¶'), Some(&*paragraph.words));
            }
        }
    }
}
