//! The markup of the screen, in both languages and in its states, rendered natively.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashSet;
use std::rc::Rc;

use plan_data::Language;
use plan_review::columns::title;
use plan_review::model::{Action, As, Group, Marked, Pane, Review};
use plan_review::samples::{json, row, small};
use plan_review::texts::Texts;
use plan_review::view::{Same, Screen, ScreenProps, Start, StartProps};
use scraper::{ElementRef, Html, Selector};
use yew::{Callback, LocalServerRenderer, Reducible};

fn run(rendered: impl Future<Output = String>) -> Html {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    Html::parse_fragment(&tokio::task::LocalSet::new().block_on(&runtime, rendered))
}

fn review() -> Rc<Review> {
    let (import, rows) = small();
    Rc::new(Review::new(import, rows))
}

/// The screen after these actions.
fn screen(review: Rc<Review>, actions: impl IntoIterator<Item = Action>, language: Language) -> Html {
    let review = actions.into_iter().fold(review, Reducible::reduce);
    let props = ScreenProps { review: Same(review), texts: Texts::of(language), changed: Callback::noop() };
    run(LocalServerRenderer::<Screen>::with_props(props).hydratable(false).render())
}

fn zh(actions: impl IntoIterator<Item = Action>) -> Html {
    screen(review(), actions, Language::Chinese)
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn one<'a>(html: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(html, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    all(html, selector).into_iter().map(text).collect()
}

fn find(review: &Review, wanted: &str) -> usize {
    review.rows.iter().position(|row| title(row).0 == wanted).unwrap()
}

#[test]
fn the_text_is_whole_and_what_was_read_is_marked_in_it() {
    let (review, html) = (review(), zh([]));
    let words: Vec<String> = texts(&html, "[data-at]");
    let expected: Vec<&str> = review
        .import
        .sections
        .iter()
        .flat_map(|section| &section.paragraphs)
        .map(|paragraph| paragraph.words.as_str())
        .collect();
    assert_eq!(words, expected);
    let index = find(&review, "4.1%");
    let mark = one(&html, &format!(".review-text mark[data-rows~=\"{index}\"]"));
    assert_eq!(text(mark), "4.1%");
    let classes: Vec<&str> = mark.value().classes().collect();
    for class in ["read", "of-figure", "must", "starts", "selected"] {
        assert!(classes.contains(&class), "{class}: {classes:?}");
    }
    assert_eq!(mark.value().attr("aria-current"), Some("true"));
    // Within a task stands its figure: one mark for both, the figure first.
    let inner = find(&review, "8家");
    let mark = one(&html, &format!("mark[data-rows^=\"{inner} \"]"));
    assert!(mark.value().classes().any(|class| class == "of-figure"));
    // Tab stops at one mark.
    assert_eq!(all(&html, "mark[tabindex=\"0\"]").len(), 1);
    assert_eq!(
        texts(&html, ".review-section > h3"),
        ["一、2025年计划执行情况", "二、2026年主要目标和重点任务"]
    );
    assert_eq!(texts(&html, ".review-section > h4"), ["（一）存在的问题", "（一）保障措施"]);
}

#[test]
fn the_tables_have_a_mark_at_each_row_that_was_read() {
    let html = zh([]);
    assert_eq!(texts(&html, "figcaption"), ["附表 青禾县2026年国民经济和社会发展主要指标"]);
    assert_eq!(texts(&html, "figure th").len(), 5);
    let marks = all(&html, "figure button");
    assert_eq!(marks.len(), 6);
    assert_eq!(marks[0].value().attr("aria-label"), Some("这一行的条目：地区生产总值"));
}

#[test]
fn a_table_stands_after_its_paragraph_where_that_is_known() {
    let json = json().replace(r#""at":null"#, r#""at":{"section":"1","paragraph":1}"#);
    let (import, rows) = plan_review::import::Import::read(&json).unwrap();
    let html = screen(Rc::new(Review::new(import, rows)), [], Language::Chinese);
    let before = one(&html, "[data-at=\"1.0\"] + figure");
    assert!(text(before).contains("固定资产投资"));
}

#[test]
fn rows_say_what_was_read_why_to_look_and_where() {
    let html = zh([]);
    assert_eq!(texts(&html, ".review-left"), ["还剩24条"]);
    let heads = texts(&html, ".review-fold");
    assert_eq!(heads.len(), 3);
    assert!(heads[0].starts_with("必须看") && heads[0].ends_with("11条"), "{heads:?}");
    // The sure ones are folded.
    let folded = one(&html, ".review-group.sure .review-fold");
    assert_eq!(folded.value().attr("aria-expanded"), Some("false"));
    assert!(all(&html, ".review-group.sure .review-card").is_empty());
    let card = one(&html, ".review-row.selected .review-card");
    let said = text(card);
    for words in [
        "数字",
        "4.1%",
        "看不出是谁的数字",
        "数字性质",
        "增长",
        "类型",
        "完成",
        "一、2025年计划执行情况，第1段",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(card.value().attr("tabindex"), Some("0"));
    let named = card.value().attr("aria-labelledby").unwrap();
    assert!(text(one(&html, &format!("#{named}"))).contains("4.1%"));
    // Tab stops at the buttons of the selected row only.
    assert_eq!(all(&html, ".review-buttons button[tabindex=\"0\"]").len(), 3);
}

#[test]
fn english_has_no_chinese_but_the_words_of_the_report() {
    let html = screen(review(), [Action::ShowKeys], Language::English);
    let is_chinese = |text: &String| text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for selector in [
        ".review-head",
        ".review-pane-head",
        ".review-group-head",
        ".review-row-head",
        ".review-reason",
        "dt",
        ".review-buttons",
        ".review-keys",
    ] {
        let chinese: Vec<String> = texts(&html, selector).into_iter().filter(is_chinese).collect();
        assert!(chinese.is_empty(), "{selector}: {chinese:?}");
        assert!(!all(&html, selector).is_empty(), "{selector}");
    }
    assert_eq!(texts(&html, ".review-left"), ["24 rows left"]);
}

#[test]
fn what_was_done_is_said_and_seen() {
    let review = review();
    let index = find(&review, "4.1%");
    let html = zh([Action::Accept(index)]);
    assert_eq!(texts(&html, "[role=status]"), ["已接受“4.1%”，还剩23条"]);
    let card = one(&html, &format!("#review-row-{index}"));
    assert!(text(card).contains("已接受"));
    let accept = one(&html, &format!("#review-row-{index} .review-accept"));
    assert_eq!(accept.value().attr("aria-pressed"), Some("true"));
    let mark = one(&html, &format!(".review-text [data-rows~=\"{index}\"]"));
    assert!(mark.value().classes().any(|class| class == "accepted"));
    let undone = zh([Action::Accept(index), Action::Undo]);
    assert_eq!(texts(&undone, "[role=status]"), ["已撤销：接受“4.1%”，还剩24条"]);
}

#[test]
fn a_form_has_a_named_field_for_each_column() {
    let review = review();
    let html = zh([Action::Edit(find(&review, "18.4公里"))]);
    let fields = all(&html, "form :is(input, select, textarea)");
    assert_eq!(fields.len(), 19);
    for field in &fields {
        let id = field.value().attr("id").unwrap();
        assert!(!text(one(&html, &format!("label[for=\"{id}\"]"))).is_empty());
    }
    let labels = texts(&html, ".review-form > .review-fields label");
    assert!(labels.contains(&"原文必填".to_owned()) && labels.contains(&"修饰语".to_owned()), "{labels:?}");
    assert_eq!(texts(&html, "form option[selected]").len(), 4);
    // It has the place of the row.
    assert!(all(&html, &format!("#review-row-{}", find(&review, "18.4公里"))).is_empty());
}

#[test]
fn marked_text_is_offered_and_becomes_a_form() {
    let marked = Marked { at: (3, 0), bytes: 0..10 };
    let html = zh([Action::Mark(marked.clone())]);
    assert_eq!(texts(&html, ".review-bar [role=group] button")[..4], ["数字", "项目", "任务", "其他"]);
    assert_eq!(texts(&html, ".review-quoted"), ["建议2026"]);
    let form = zh([Action::Add(As::Task, marked)]);
    assert_eq!(texts(&form, "form h4"), ["补充一条：任务"]);
    let picking = zh([Action::Pick]);
    assert!(text(one(&picking, ".review-bar textarea")).starts_with("全年经济"));
}

#[test]
fn every_button_has_a_name_and_every_id_is_there_once() {
    let review = review();
    let sure = Action::Fold(Group::Sure);
    let edit = Action::Edit(find(&review, "4.1%"));
    for actions in
        [vec![sure, Action::ShowKeys], vec![edit], vec![Action::Pick], vec![Action::Turn(Pane::Text)]]
    {
        for language in [Language::Chinese, Language::English] {
            let html = screen(review.clone(), actions.clone(), language);
            let ids: Vec<&str> =
                all(&html, "[id]").into_iter().filter_map(|element| element.value().attr("id")).collect();
            let once: HashSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), once.len());
            for button in all(&html, "button") {
                let is_named = !text(button).trim().is_empty() || button.value().attr("aria-label").is_some();
                assert!(is_named, "{}", button.html());
                assert!(button.value().attr("type").is_some(), "{}", button.html());
            }
            for element in all(&html, "[aria-labelledby], [aria-controls], [aria-describedby]") {
                for name in ["aria-labelledby", "aria-controls", "aria-describedby"] {
                    let named = element.value().attr(name).into_iter().flat_map(str::split_whitespace);
                    named.for_each(|id| assert!(once.contains(id), "{name}: {id}"));
                }
            }
            // The policy of content lets no attribute be a style.
            assert!(all(&html, "[style]").is_empty());
        }
    }
}

#[test]
fn of_two_thousand_rows_only_those_near_are_there() {
    let (import, _) = small();
    let rows = (0..2_000).map(|at| {
        let mut row = row("figures", &[("printed", &format!("{at}个"))]);
        row.rank = 2;
        row
    });
    let html = screen(Rc::new(Review::new(import, rows.collect())), [], Language::Chinese);
    assert_eq!(all(&html, ".review-card").len(), 40);
    assert_eq!(texts(&html, ".review-more"), ["再显示80条"]);
    assert_eq!(one(&html, ".review-more").value().attr("data-more"), Some("must"));
}

#[test]
fn what_is_no_import_is_said_where_the_screen_would_be() {
    for (lang, words) in [
        ("zh-CN", "显示不了读出的内容：读出的内容不完整"),
        ("en", "cannot be shown: what was read is cut off"),
    ] {
        let props = StartProps {
            json: "{\"sections\":[".into(),
            lang: lang.into(),
            place: "".into(),
            changed: Callback::noop(),
        };
        let html = run(LocalServerRenderer::<Start>::with_props(props).hydratable(false).render());
        assert!(text(one(&html, "[role=alert]")).contains(words));
    }
    let props =
        StartProps { json: json().into(), lang: "en".into(), place: "".into(), changed: Callback::noop() };
    let html = run(LocalServerRenderer::<Start>::with_props(props).hydratable(false).render());
    assert_eq!(texts(&html, "#review-rows-heading"), ["Rows"]);
}

#[test]
fn no_word_of_the_report_becomes_markup() {
    let (import, _) = small();
    let mut bad = row("projects", &[("name", "<img src=x onerror=alert(1)>")]);
    bad.rank = 2;
    let html = screen(Rc::new(Review::new(import, vec![bad])), [], Language::Chinese);
    assert!(all(&html, "img").is_empty());
    assert_eq!(texts(&html, ".review-row-title"), ["<img src=x onerror=alert(1)>"]);
}

/// The screen as pages to look at, in the folder that `REVIEW_SCREENS` names.
#[test]
fn pages_to_look_at_are_written_where_they_are_asked_for() {
    let Some(folder) = std::env::var_os("REVIEW_SCREENS").map(std::path::PathBuf::from) else { return };
    let styles = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/styles/");
    let style: String = ["tokens", "page", "table", "large", "review"]
        .map(|name| std::fs::read_to_string(format!("{styles}{name}.css")).unwrap())
        .concat();
    std::fs::write(folder.join("sample.json"), json()).unwrap();
    let review = review();
    let must = review.of_group(Group::Must);
    let marked = Marked { at: (3, 0), bytes: 0..31 };
    let some = [Action::Accept(must[0]), Action::Reject(must[1]), Action::Accept(must[4])];
    let with = |more: Vec<Action>| some.iter().cloned().chain(more).collect::<Vec<Action>>();
    for (name, actions) in [
        ("rows", with(vec![])),
        ("sure", with(vec![Action::Fold(Group::Sure), Action::Fold(Group::Must)])),
        ("text", with(vec![Action::Turn(Pane::Text)])),
        ("form", with(vec![Action::Edit(must[3])])),
        ("bar", with(vec![Action::Turn(Pane::Text), Action::Mark(marked.clone())])),
        ("pick", with(vec![Action::Pick])),
        ("add", with(vec![Action::Add(As::Figure, marked)])),
        ("none", vec![Action::FilterText("没有".to_owned())]),
    ] {
        for (lang, language) in [("zh", Language::Chinese), ("en", Language::English)] {
            let html = screen(review.clone(), actions.clone(), language);
            let page = format!(
                "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
                 content=\"width=device-width\"><style>{style}</style><body><div class=\"page\" lang=\"{lang}\"><main>{}</main></div></html>",
                html.html()
            );
            std::fs::write(folder.join(format!("{name}-{lang}.html")), page).unwrap();
        }
    }
}
