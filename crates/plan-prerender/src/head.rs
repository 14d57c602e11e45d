//! The elements of a page's `<head>` that search engines, messengers and catalogues of data read: title, description,
//! addresses and languages, the picture, and, on the page of the data, what the dataset is. All of it follows from the data.
//!
//! The description of the dataset stands in a `script` element of the type `application/ld+json`. That is a data block, which
//! no browser runs: a Content Security Policy without `'unsafe-inline'` lets it be.

use std::fmt::Write as _;

use plan_data::Indicator;
use plan_data::facet::Facet;
use plan_explorer::data::Prepared;
use plan_explorer::pages::has_topics;
use plan_explorer::published::{PublishedFile, languages, lists, package};
use plan_explorer::sections::{SectionProps, can_filter, page_title};
use plan_explorer::state::{Lang, Store, UrlState, View};
use plan_explorer::texts::{Counted, Holding, Texts, Topic};
use serde_json::{Map, Value, json};

use crate::data_files::material;
use crate::escape::{Escaped, json_in_script};
use crate::picture::{self, Of};
use crate::site::Site;

/// The elements of a page, one a line, each with its end; not charset, viewport, icons and styles.
pub fn head(report: &Prepared, (of, lang): (Of<'_>, Lang), site: &Site) -> String {
    let texts = Texts::of(lang);
    let about = &report.dataset.report;
    let title = title(report, (of, lang));
    let of_report = description(report, texts);
    let description = match of {
        Of::Page(view) => match page_sentence(report, texts, view) {
            Some(page) => format!("{page}{of_report}"),
            None => of_report.clone(),
        },
        Of::Indicator(_) => picture::description(report, (of, lang)),
    };
    let href = |path: &str| match of {
        // It stands in a folder of its own.
        Of::Indicator(_) if site.address.is_none() => format!("../{}", site.href(lang, path)),
        _ => site.href(lang, path),
    };
    let page = |lang: Lang| href(&Site::page(of, lang));
    let mut head = Head(String::new());
    head.line(format_args!("<title>{}</title>", Escaped(&title)));
    head.meta("name", "description", &description);
    head.link("rel=\"canonical\"", &page(lang));
    let languages = languages(&report.dataset);
    // Of one language alone there is nothing to choose from.
    for (_, other) in languages.iter().filter(|_| languages.len() > 1) {
        let tag = Texts::of(*other).tag;
        head.link(&format!("rel=\"alternate\" hreflang=\"{tag}\""), &page(*other));
    }
    if languages.len() > 1 {
        // Who reads neither finds the page in the usual language.
        head.link("rel=\"alternate\" hreflang=\"x-default\"", &page(Lang::default()));
    }
    head.property("og:type", "website");
    head.property("og:site_name", (texts.pick)(&about.district));
    head.property("og:title", &title);
    head.property("og:description", &description);
    head.property("og:locale", texts.publish().locale);
    for (_, other) in languages.iter().filter(|(_, other)| *other != lang) {
        head.property("og:locale:alternate", Texts::of(*other).publish().locale);
    }
    // Without an address there is nothing to say: the page is where it was found.
    if site.address.is_some() {
        head.property("og:url", &page(lang));
    }
    let picture = Site::picture(of, lang);
    let has_picture = site.pictures.contains(&picture);
    if has_picture {
        let (width, height) = picture::SIZE;
        head.property("og:image", &href(&picture));
        head.property("og:image:type", "image/png");
        head.property("og:image:width", &width.to_string());
        head.property("og:image:height", &height.to_string());
        head.property("og:image:alt", &picture::description(report, (of, lang)));
    }
    // All else of the card is read from Open Graph.
    head.meta("name", "twitter:card", if has_picture { "summary_large_image" } else { "summary" });
    if let Of::Page(View::Data) = of {
        let dataset = json_in_script(&dataset(report, texts, site, &of_report));
        head.line(format_args!("<script type=\"application/ld+json\">{dataset}</script>"));
    }
    head.0
}

/// What a page holds, in a sentence.
fn page_sentence(report: &Prepared, texts: &'static Texts, view: View) -> Option<String> {
    let dataset = &report.dataset;
    let material = material(report, texts);
    let above = material.levels_above(dataset.context.iter());
    let facets = [Facet::Place, Facet::Sector, Facet::Stage];
    let topics = [Topic::Economy, Topic::Investment, Topic::Environment, Topic::Living];
    let has_topics = has_topics(dataset, &report.findings);
    let holding = Holding {
        is_annex: material.has_annex(),
        has_plans: dataset.has_plans(),
        above: above.iter().map(String::as_str).collect(),
        has_figures: !dataset.figures.is_empty(),
        has_checks: dataset.has_text_and_table(),
        facets: facets.into_iter().filter(|facet| can_filter(&report.index, *facet)).collect(),
        has_fields: dataset.tasks.iter().any(|task| !task.field.is_empty()),
        topics: topics.into_iter().zip(has_topics).filter_map(|(topic, has)| has.then_some(topic)).collect(),
    };
    (texts.publish().page)(view, &holding)
}

/// What a page is called.
pub(crate) fn title(report: &Prepared, (of, lang): (Of<'_>, Lang)) -> String {
    let section = SectionProps::new(report, Texts::of(lang), Store::default());
    let url = match of {
        Of::Page(view) => UrlState::default().page(view),
        Of::Indicator(one) => opened(one),
    };
    page_title(&section, &url)
}

/// The state in which an indicator is open.
pub(crate) fn opened(one: &Indicator) -> UrlState {
    let mut url = UrlState::default().page(View::Indicators);
    url.item = Some(one.id.clone());
    url
}

/// One sentence on what the page holds.
pub(crate) fn description(report: &Prepared, texts: &Texts) -> String {
    let dataset = &report.dataset;
    let about = &dataset.report;
    let counted = Counted {
        indicators: dataset.indicators.len(),
        figures: dataset.figures.len(),
        projects: dataset.projects.len(),
        tasks: dataset.tasks.len(),
    };
    let district = (texts.pick)(&about.district);
    (texts.publish().description)(district, about.actual_year, dataset.planned_for(), counted)
}

/// The elements as they are written.
struct Head(String);

impl Head {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = writeln!(self.0, "{line}");
    }

    fn meta(&mut self, attribute: &str, name: &str, content: &str) {
        self.line(format_args!("<meta {attribute}=\"{name}\" content=\"{}\" />", Escaped(content)));
    }

    fn property(&mut self, name: &str, content: &str) {
        self.meta("property", name, content);
    }

    fn link(&mut self, kind: &str, href: &str) {
        self.line(format_args!("<link {kind} href=\"{}\" />", Escaped(href)));
    }
}

/// The page that describes the data.
const DATA: Of<'static> = Of::Page(View::Data);

/// The data in the words of <https://schema.org/Dataset>.
///
/// What the data does not say is left out: who publishes a copy of the page is for that copy to know.
fn dataset(report: &Prepared, texts: &'static Texts, site: &Site, description: &str) -> Value {
    let about = &report.dataset.report;
    let pick = texts.pick;
    let district = pick(&about.district);
    // Files of charts hold parts of these.
    let files = lists(&report.dataset, texts).into_iter().chain(package(&report.dataset, texts));
    let files: Vec<Value> = files.map(|file| download(&file, texts, site)).collect();
    let office = json!({ "@type": "GovernmentOrganization", "name": pick(&about.office) });
    let mut dataset = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": (texts.publish().dataset_name)(district, about.actual_year, report.dataset.planned_for()),
        "description": description,
        "inLanguage": texts.tag,
        "creator": office,
        "isBasedOn": {
            "@type": "Report",
            "name": pick(&about.title),
            "author": office,
            "datePublished": about.date.to_string(),
        },
        "datePublished": about.date.to_string(),
        "temporalCoverage": format!("{}/{}", about.actual_year, report.dataset.planned_for().unwrap_or(about.actual_year)),
        "spatialCoverage": { "@type": "AdministrativeArea", "name": district },
        "isAccessibleForFree": true,
        "variableMeasured": report.dataset.indicators.iter().map(|one| variable(one, texts)).collect::<Vec<_>>(),
        "distribution": files,
    });
    without_empty(&mut dataset);
    if let Some(dataset) = dataset.as_object_mut() {
        let mut put = |key: &str, value: Option<String>| {
            dataset.extend(value.map(|value| (key.to_owned(), Value::from(value))));
        };
        put("license", site.licence.clone());
        put("url", site.address.as_ref().map(|_| site.href(texts.lang, &Site::page(DATA, texts.lang))));
        put(
            "image",
            Some(Site::picture(DATA, texts.lang))
                .filter(|picture| site.pictures.contains(picture))
                .map(|picture| site.href(texts.lang, &picture)),
        );
    }
    dataset
}

/// Takes out texts that are empty, and what has no name: the package leaves them out.
fn without_empty(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(without_empty);
            fields.retain(|_, field| {
                let is_nameless = field.get("@type").is_some() && field.get("name").is_none();
                !(field.as_str() == Some("") || is_nameless)
            });
        }
        Value::Array(items) => items.iter_mut().for_each(without_empty),
        _ => {}
    }
}

fn variable(indicator: &Indicator, texts: &Texts) -> Value {
    json!({
        "@type": "PropertyValue",
        "name": (texts.pick)(&indicator.name),
        "unitText": (texts.pick)(&indicator.unit),
        "description": (texts.pick)(&indicator.about),
    })
}

fn download(file: &PublishedFile, texts: &Texts, site: &Site) -> Value {
    let mut download = Map::new();
    let mut put = |key: &str, value: &str| drop(download.insert(key.to_owned(), value.into()));
    put("@type", "DataDownload");
    put("name", &file.name);
    put("encodingFormat", file.holds.format().media_type());
    put("contentUrl", &site.href(texts.lang, &file.path));
    Value::Object(download)
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;
    use plan_explorer::data::bundled;

    use super::*;
    use crate::hostile::{hostile, sparse};
    use crate::site::Address;

    fn site() -> Site {
        Site {
            address: Address::parse("https://example.gov.cn/plan/").unwrap(),
            pictures: Lang::ALL.iter().map(|(_, lang)| Site::picture(DATA, *lang)).collect(),
            licence: Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned()),
        }
    }

    const SCRIPT: (&str, &str) = ("<script type=\"application/ld+json\">", "</script>");

    /// What stands before the script, in it, and behind it.
    fn around_script(head: &str) -> (&str, &str, &str) {
        let (before, rest) = head.split_once(SCRIPT.0).unwrap();
        let (script, after) = rest.split_once(SCRIPT.1).unwrap();
        (before, script, after)
    }

    fn json(head: &str) -> Value {
        serde_json::from_str(around_script(head).1).unwrap()
    }

    /// The files of the dataset on a line each.
    fn readable(head: &str) -> String {
        head.replace(",{\"@type\"", ",\n{\"@type\"")
    }

    #[test]
    fn heads_of_both_languages() {
        let report = bundled().unwrap();
        for (name, lang) in Lang::ALL {
            let known = head(&report, (DATA, *lang), &site());
            expect_file![format!("../tests/golden/head-{name}.html")].assert_eq(&readable(&known));
            let anywhere = head(&report, (DATA, *lang), &Site::default());
            expect_file![format!("../tests/golden/head-{name}-anywhere.html")]
                .assert_eq(&readable(&anywhere));
            assert!(!anywhere.contains("og:image") && !anywhere.contains("og:url"), "{anywhere}");
        }
    }

    #[test]
    fn the_dataset_has_what_catalogues_ask_for() {
        let report = bundled().unwrap();
        for (_, lang) in Lang::ALL {
            let dataset = json(&head(&report, (DATA, *lang), &site()));
            for key in [
                "name",
                "description",
                "inLanguage",
                "creator",
                "datePublished",
                "temporalCoverage",
                "spatialCoverage",
                "license",
                "isAccessibleForFree",
                "variableMeasured",
                "distribution",
                "url",
                "image",
            ] {
                assert!(dataset.get(key).is_some(), "{key}");
            }
            // Google takes descriptions of 50 to 5000 characters.
            assert!((50..5000).contains(&dataset["description"].as_str().unwrap().chars().count()));
            assert_eq!(
                dataset["variableMeasured"].as_array().unwrap().len(),
                report.dataset.indicators.len()
            );
            for file in dataset["distribution"].as_array().unwrap() {
                let url = file["contentUrl"].as_str().unwrap();
                assert!(url.starts_with("https://example.gov.cn/plan/data/"), "{url}");
                assert!(file["encodingFormat"].as_str().unwrap().contains('/'), "{file}");
            }
        }
    }

    #[test]
    fn each_page_and_each_indicator_has_a_title_an_address_and_a_picture_of_its_own() {
        let report = bundled().unwrap();
        for (_, lang) in Lang::ALL {
            let mut seen = std::collections::BTreeSet::new();
            for of in Of::all(&report) {
                let site = Site { pictures: vec![Site::picture(of, *lang)], ..site() };
                let head = head(&report, (of, *lang), &site);
                for begin in ["<title>", "<meta property=\"og:url\"", "<meta property=\"og:image\""] {
                    let line = head.lines().find(|line| line.starts_with(begin)).unwrap();
                    assert!(seen.insert(line.to_owned()), "{line}");
                }
            }
        }
    }

    #[test]
    fn anywhere_the_page_of_an_indicator_finds_the_other_language() {
        let report = bundled().unwrap();
        let of = Of::Indicator(&report.dataset.indicators[0]);
        let link = |lang: Lang, tag: &str, href: &str| {
            let link = format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\" />");
            let head = head(&report, (of, lang), &Site::default());
            assert!(head.contains(&link), "{head}");
        };
        link(Lang::Zh, "en", "../en/indicator/gdp-growth.html");
        link(Lang::En, "zh-CN", "../../indicator/gdp-growth.html");
        link(Lang::En, "en", "../indicator/gdp-growth.html");
    }

    #[test]
    fn no_value_becomes_markup() {
        for (_, lang) in Lang::ALL {
            let usual = head(&bundled().unwrap(), (DATA, *lang), &site());
            let head = head(&hostile(), (DATA, *lang), &site());
            let elements = |head: &str| -> Vec<(String, usize)> {
                let (before, _, after) = around_script(head);
                let file = format!("<head>{before}{after}</head>");
                let document = roxmltree::Document::parse(&file).unwrap();
                let elements = document.descendants().filter(roxmltree::Node::is_element);
                elements.map(|node| (node.tag_name().name().to_owned(), node.attributes().len())).collect()
            };
            assert_eq!(elements(&usual), elements(&head));
            assert_eq!(head.matches("<script").count(), 1);
            assert!(!head.contains("<!--") && !head.contains("<img"), "{head}");
            assert!(
                json(&head)["name"].as_str().unwrap().contains("<script>"),
                "the words are kept as words"
            );
        }
    }

    #[test]
    fn a_site_in_one_language_tells_of_no_other() {
        let report = sparse();
        for of in Of::all(&report) {
            let head = head(&report, (of, Lang::Zh), &Site::default());
            assert!(!head.contains("hreflang") && !head.contains("en_") && !head.contains("en/"), "{head}");
        }
        let of_page = |of: Of<'_>| if let Of::Page(view) = of { Some(view) } else { None };
        let pages: Vec<View> = Of::all(&report).filter_map(of_page).collect();
        assert_eq!(pages, [View::Home, View::Indicators, View::Data]);
    }
}
