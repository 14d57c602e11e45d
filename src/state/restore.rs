//! The state of an address, for this report.

use plan_data::facet::Facets;
use plan_data::questions::by_dimension;
use plan_data::{Dataset, indicator_value};

use super::{Id, Lang, UrlNotice, UrlState, View};
use crate::items::{home, nearest};

/// What the address of the page `view` with that query says, without what this report does not have, and what was wrong with it.
/// `pages` are those that the report has something for: the address of another leads to the first.
pub fn restore(view: View, query: &str, dataset: &Dataset, pages: &[View]) -> (UrlState, Vec<UrlNotice>) {
    let (mut url, mut notices) = UrlState::parse(view, query);
    let facets = Facets::new(dataset);
    notices.extend(url.keep_known(|kind, id| {
        match kind {
            Id::Item => home(dataset, id).is_some(),
            Id::Section => dataset.sections.iter().any(|section| section.id == id),
            Id::Dimension => by_dimension(dataset).iter().any(|(dimension, _)| dimension.code() == id),
            Id::Value(facet) => dataset
                .projects
                .iter()
                .any(|project| facets.values(project, facet).iter().any(|value| value == id)),
            Id::Trait(facet) => {
                dataset.indicators.iter().any(|indicator| indicator_value(dataset, indicator, facet) == id)
            }
        }
    }));
    // In place of an id that is gone, the most similar one is opened.
    for notice in &mut notices {
        if let UrlNotice::NotInReport("item", id) = notice
            && let Some(near) = nearest(dataset, id)
        {
            url.item = Some(near.to_owned());
            *notice = UrlNotice::Nearest(id.clone(), near.to_owned());
        }
    }
    if let Some(view) = url.item.as_deref().and_then(|id| home(dataset, id)) {
        url.view = view;
    } else if url.view == View::Home {
        url.view = view_of_choices(&url);
    }
    if !pages.contains(&url.view) {
        notices.push(UrlNotice::NoPage(url.view));
        url = url.page(View::Home);
    }
    if UrlState::lang(query) == Some(Lang::En) && !dataset.has_english() {
        notices.push(UrlNotice::NoEnglish);
    }
    (url, notices)
}

/// The page of the list that is filtered or sorted: in versions 1 and 2 all lists stood on the first page.
fn view_of_choices(url: &UrlState) -> View {
    let usual = UrlState::default();
    let is_usual = |of: &[bool]| of.iter().all(|same| *same);
    let UrlState {
        query, choice, order, by, indicators, sort, form, section, measure, about, figures, ..
    } = url;
    if !is_usual(&[*query == usual.query, *choice == usual.choice, *order == usual.order, *by == usual.by]) {
        View::Projects
    } else if !is_usual(&[*indicators == usual.indicators, *sort == usual.sort, *form == usual.form]) {
        View::Indicators
    } else if !is_usual(&[
        *section == usual.section,
        *measure == usual.measure,
        *about == usual.about,
        *figures == usual.figures,
    ]) {
        View::Data
    } else {
        View::Home
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Prepared, bundled};

    #[test]
    fn former_links_lead_to_the_page_that_has_what_they_ask_for() {
        let Prepared { dataset, pages, .. } = bundled().unwrap();
        for (query, href) in [
            ("place=weizhai-cun", "projects.html?place=weizhai-cun&v=3"),
            ("view=projects&item=p08&v=2", "projects.html?item=p08&v=3"),
            ("item=pm25", "indicators.html?item=pm25&v=3"),
            ("item=t022&v=2", "tasks.html?item=t022&v=3"),
            ("item=levels", "topics.html?item=levels&v=3"),
            ("state=below", "indicators.html?state=below&v=3"),
            ("unit=yuan", "data.html?measure=yuan&v=3"),
            ("view=findings&about=x&v=2", "data.html?about=x&v=3"),
            ("embed=1&view=tasks", "tasks.html?embed=1&v=3"),
            ("embed=1&item=p08", "projects.html?item=p08&embed=1&alone=1&v=3"),
            ("from=timeline", "index.html?from=timeline"),
        ] {
            let (url, notices) = restore(View::Home, query, &dataset, &pages);
            assert_eq!((url.href().as_str(), notices), (href, Vec::new()), "{query}");
        }
    }

    #[test]
    fn what_the_report_does_not_have_is_left_out_or_replaced_by_what_is_nearly_so() {
        let Prepared { dataset, pages, .. } = bundled().unwrap();
        let (url, notices) = restore(View::Projects, "sector=gold&item=pm2.5", &dataset, &pages);
        assert_eq!(url.href(), "indicators.html?item=pm25&v=3");
        assert_eq!(notices.len(), 2);
    }

    #[test]
    fn the_address_of_a_page_that_the_report_has_nothing_for_leads_to_the_first_and_says_so() {
        let mut dataset = (*bundled().unwrap().dataset).clone();
        dataset.projects.clear();
        dataset.report.title.en.clone_from(&dataset.report.title.zh);
        let pages = [View::Home, View::Indicators, View::Data];
        let of = |view: View, query: &str| {
            let (url, notices) = restore(view, query, &dataset, &pages);
            (url.href(), notices)
        };
        let first = "index.html".to_owned();
        let none = |view: View| vec![UrlNotice::NoPage(view)];
        assert_eq!(of(View::Projects, ""), (first.clone(), none(View::Projects)));
        assert_eq!(of(View::Home, "view=topics"), (first.clone(), none(View::Topics)));
        assert_eq!(
            of(View::Home, "q=x&theme=dark"),
            ("index.html?theme=dark&v=3".to_owned(), none(View::Projects))
        );
        assert_eq!(of(View::Home, "lang=en"), (first, vec![UrlNotice::NoEnglish]));
        assert_eq!(of(View::Indicators, "lang=zh"), ("indicators.html".to_owned(), Vec::new()));
    }
}
