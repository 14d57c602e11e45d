//! Marks Chinese on an English page by `lang`, for the voices of screen readers: a package need not have English for everything.
//! `static/chinese.js` does the same with what the app renders.

const LANG: &str = " lang=\"zh-CN\"";
/// These have no elements in them, or none of HTML: they are marked as a whole.
const WHOLE: [&str; 5] = ["option", "title", "text", "tspan", "desc"];
const SKIPPED: [&str; 4] = ["script", "style", "textarea", "noscript"];
/// Elements without an end.
const VOID: [&str; 8] = ["area", "br", "col", "hr", "img", "input", "link", "meta"];

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// An element that is open.
struct Open<'a> {
    name: &'a str,
    /// Whether what is in it needs no mark, or takes none.
    is_done: bool,
    /// Where in the marked page its start tag ends.
    end: usize,
}

/// The fragment of an English page, as it was rendered, with its Chinese in elements that say so.
pub fn marked(html: &str) -> String {
    let mut page = String::with_capacity(html.len());
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        mark_text(&mut page, text, open.last_mut());
        let (tag, after) = tag.split_at(end_of_tag(tag));
        rest = after;
        page += tag;
        if tag.starts_with("</") {
            open.pop();
        } else if !tag.starts_with("<!") && !tag.ends_with("/>") {
            let name = tag.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default();
            if VOID.contains(&name) {
                continue;
            }
            let around = open.last().is_some_and(|around| around.is_done);
            let own = tag.split(" lang=\"").nth(1).map(|lang| lang.starts_with("zh"));
            let is_done = SKIPPED.contains(&name) || own.unwrap_or(around);
            open.push(Open { name, is_done, end: page.len() });
        }
    }
    mark_text(&mut page, rest, open.last_mut());
    page
}

/// The length of the tag at the beginning, in whose attributes a `>` ends nothing.
fn end_of_tag(html: &str) -> usize {
    let mut is_quoted = false;
    for (at, character) in html.char_indices() {
        match character {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn mark_text(page: &mut String, text: &str, around: Option<&mut Open<'_>>) {
    let is_done = around.as_ref().is_some_and(|around| around.is_done);
    if is_done || !text.contains(is_chinese) {
        *page += text;
        return;
    }
    if let Some(around) = around.filter(|around| WHOLE.contains(&around.name)) {
        page.insert_str(around.end - 1, LANG);
        around.is_done = true;
        *page += text;
        return;
    }
    // From a Chinese character to the last before a space.
    let mut rest = text;
    while let Some(start) = rest.find(is_chinese) {
        let (before, run) = rest.split_at(start);
        let word = run.split(char::is_whitespace).next().unwrap_or(run);
        let end = word.char_indices().rfind(|(_, character)| is_chinese(*character));
        let (run, after) = run.split_at(end.map_or(run.len(), |(at, last)| at + last.len_utf8()));
        for piece in [before, "<span", LANG, ">", run, "</span>"] {
            *page += piece;
        }
        rest = after;
    }
    *page += rest;
}

#[cfg(test)]
mod tests {
    use plan_explorer::data::{Prepared, bundled};
    use plan_explorer::prerendered::Prerendered;
    use plan_explorer::sections::SectionProps;
    use plan_explorer::state::{Lang, State, Store, UrlState};
    use plan_explorer::texts::Texts;
    use scraper::{ElementRef, Html, Node};
    use yew::LocalServerRenderer;

    use super::{SKIPPED, is_chinese, marked};

    /// The bundled report with English for its title, and not for names, units and tasks.
    fn partly_english() -> Prepared {
        let prepared = bundled().unwrap();
        let mut dataset = (*prepared.dataset).clone();
        let indicators = dataset.indicators.iter_mut().flat_map(|one| [&mut one.name, &mut one.unit]);
        let names = indicators
            .chain(dataset.projects.iter_mut().map(|project| &mut project.name))
            .chain(dataset.tasks.iter_mut().map(|task| &mut task.text))
            .chain(dataset.sections.iter_mut().map(|section| &mut section.heading))
            .chain(dataset.figures.iter_mut().map(|figure| &mut figure.subject));
        for name in names {
            name.en.clone_from(&name.zh);
        }
        Prepared::with(dataset, Vec::new(), prepared.readings)
    }

    #[test]
    fn what_has_no_english_is_marked_on_every_page() {
        assert!(!bundled().unwrap().dataset.lacks_english());
        let report = partly_english();
        assert!(report.dataset.lacks_english());
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        for view in report.pages.iter() {
            let state = State::of_address(UrlState::default().page(*view), Vec::new());
            let section = SectionProps::new(&report, Texts::of(Lang::En), Store::new(state));
            let renderer = LocalServerRenderer::<Prerendered>::with_props(section).hydratable(false);
            let html = tokio::task::LocalSet::new().block_on(&runtime, renderer.render());
            let page = Html::parse_fragment(&marked(&html));
            let said = |html: &Html| html.root_element().text().collect::<String>();
            assert_eq!(said(&page), said(&Html::parse_fragment(&html)), "{view:?}");
            for node in page.tree.nodes() {
                let Node::Text(text) = node.value() else { continue };
                let mut around = node.ancestors().filter_map(ElementRef::wrap);
                let is_skipped =
                    around.clone().next().is_some_and(|one| SKIPPED.contains(&one.value().name()));
                let lang = around.find_map(|one| one.value().attr("lang"));
                assert!(
                    is_skipped
                        || !text.contains(is_chinese)
                        || lang.is_some_and(|lang| lang.starts_with("zh")),
                    "{view:?}: {}",
                    &**text
                );
            }
        }
    }

    #[test]
    fn chinese_is_marked_where_it_stands() {
        for (html, right) in [
            ("<p>plain</p>", "<p>plain</p>"),
            (
                "<p>Growth of 工业增加值, 5%</p>",
                "<p>Growth of <span lang=\"zh-CN\">工业增加值</span>, 5%</p>",
            ),
            ("<p>颗粒物（PM2.5）年均</p>", "<p><span lang=\"zh-CN\">颗粒物（PM2.5）年均</span></p>"),
            ("<p>甲 and 乙</p>", "<p><span lang=\"zh-CN\">甲</span> and <span lang=\"zh-CN\">乙</span></p>"),
            (
                "<b lang=\"zh-CN\">甲<i>乙</i></b>丙",
                "<b lang=\"zh-CN\">甲<i>乙</i></b><span lang=\"zh-CN\">丙</span>",
            ),
            (
                "<b lang=\"zh-CN\"><i lang=\"en\">乙</i></b>",
                "<b lang=\"zh-CN\"><i lang=\"en\"><span lang=\"zh-CN\">乙</span></i></b>",
            ),
            ("<option value=\"甲\">甲 · 3</option>", "<option value=\"甲\" lang=\"zh-CN\">甲 · 3</option>"),
            (
                "<text x=\"1\">甲<tspan>乙</tspan></text>",
                "<text x=\"1\" lang=\"zh-CN\">甲<tspan>乙</tspan></text>",
            ),
            ("<input value=\"a>甲\"><br>甲", "<input value=\"a>甲\"><br><span lang=\"zh-CN\">甲</span>"),
            ("<path d=\"M0\"/><script>\"甲\"</script>", "<path d=\"M0\"/><script>\"甲\"</script>"),
        ] {
            assert_eq!(marked(html), right);
            assert_eq!(marked(&marked(html)), right, "twice");
        }
    }
}
