//! A page for each indicator, to be sent on: messengers show its title and picture, and browsers go on to the indicator in the list.
//! A server of files answers an address with `?item=…` with the same page whatever is open, so that it could not say more.

use plan_data::Indicator;
use plan_explorer::data::Prepared;
use plan_explorer::state::Lang;
use plan_explorer::texts::Texts;

use crate::escape::Escaped;
use crate::head::{head, opened, title};
use crate::picture::Of;
use crate::site::{Site, to_root};

/// The page of an indicator.
pub fn shared_page(report: &Prepared, one: &Indicator, lang: Lang, site: &Site) -> String {
    let of = (Of::Indicator(one), lang);
    // Without the app, the part leads to the row.
    let target = format!("../{}#item-{}", opened(one).href(), one.id);
    let (target, title, tag) = (Escaped(&target), title(report, of), Texts::of(lang).tag);
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <meta name=\"color-scheme\" content=\"light dark\" />\n\
         <meta http-equiv=\"refresh\" content=\"0; url={target}\" />\n\
         <link rel=\"icon\" href=\"../{}icons/icon.svg\" type=\"image/svg+xml\" />\n{}</head>\n\
         <body><p><a href=\"{target}\">{}</a></p></body>\n</html>\n",
        to_root(lang),
        head(report, of, site),
        Escaped(&title),
    )
}

#[cfg(test)]
mod tests {
    use plan_explorer::data::bundled;
    use plan_explorer::state::{UrlState, View};

    use super::*;
    use crate::hostile::hostile;

    #[test]
    fn it_leads_to_the_open_indicator() {
        let report = bundled().unwrap();
        for (_, lang) in Lang::ALL {
            for one in &report.dataset.indicators {
                let page = shared_page(&report, one, *lang, &Site::default());
                let (_, href) = page.split_once("content=\"0; url=../indicators.html?").unwrap();
                let (query, _) = href.split_once('#').unwrap();
                let (url, notices) = UrlState::parse(View::Indicators, &query.replace("&amp;", "&"));
                assert_eq!((url, notices), (opened(one), Vec::new()));
            }
        }
    }

    #[test]
    fn no_value_becomes_markup() {
        let report = hostile();
        let page = shared_page(&report, &report.dataset.indicators[0], Lang::Zh, &Site::default());
        let document = roxmltree::Document::parse(page.trim_start_matches("<!doctype html>")).unwrap();
        let known = ["html", "head", "meta", "title", "link", "body", "p", "a"];
        let mut elements = document.descendants().filter(roxmltree::Node::is_element);
        assert!(elements.all(|node| known.contains(&node.tag_name().name())), "{page}");
    }
}
