//! What a page is called: what of it is open or chosen, the page, and the report.

use super::SectionProps;
use super::found::Found;
use crate::items::name;
use crate::state::{UrlState, View};

/// The title of the page of an address, such as “道路（8）· 项目 · 卫东区2021年计划”.
pub fn page_title(section: &SectionProps, url: &UrlState) -> String {
    let SectionProps { dataset, texts, .. } = section;
    let words = texts.explore();
    let report = &dataset.report;
    let open = url.item.as_deref().and_then(|id| name(dataset, texts, id)).map(str::to_owned);
    let chosen = open.or_else(|| selection(section, url));
    if url.view == View::Home && chosen.is_none() {
        return texts.title(report);
    }
    let page = (words.section)(url.view).to_owned();
    let report = texts.subject(dataset);
    let parts = [chosen, Some(page), Some(report)];
    let title = parts.into_iter().flatten().collect::<Vec<String>>().join(" · ");
    // A full-width bracket has its space in it.
    title.replace("） ·", "）·")
}

/// What is chosen of the projects, and how many they are; `None` where all are shown.
fn selection(section: &SectionProps, url: &UrlState) -> Option<String> {
    let is_all = url.query.as_str().trim().is_empty() && url.choice.is_empty();
    if url.view != View::Projects || is_all {
        return None;
    }
    let found = Found::new(section, &url.query, &url.choice);
    let chosen = found.selected(&section.material());
    Some((section.texts.explore().counted)(&chosen, found.selection.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::bundled;
    use crate::state::{Lang, Store};
    use crate::texts::Texts;

    #[test]
    fn a_page_is_called_by_what_it_shows() {
        let report = bundled().unwrap();
        let title = |lang: Lang, view: View, query: &str| {
            let section = SectionProps::new(&report, Texts::of(lang), Store::default());
            page_title(&section, &UrlState::parse(view, query).0)
        };
        assert_eq!(title(Lang::Zh, View::Tasks, ""), "任务 · 平顶山市卫东区2021年计划");
        assert_eq!(
            title(Lang::Zh, View::Projects, "sector=roads"),
            "道路（8）· 项目 · 平顶山市卫东区2021年计划"
        );
        assert_eq!(
            title(Lang::Zh, View::Indicators, "item=unemployment"),
            "城镇登记失业率 · 主要指标 · 平顶山市卫东区2021年计划"
        );
        assert_eq!(
            title(Lang::En, View::Projects, "sector=roads"),
            "Roads (8) · Projects · Weidong District, Pingdingshan, plan for 2021"
        );
        assert_eq!(title(Lang::Zh, View::Home, ""), Texts::of(Lang::Zh).title(&report.dataset.report));
    }
}
