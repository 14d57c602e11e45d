//! The page of the report's text: its sections under their headings, each paragraph at an address of its own, and what the data has
//! of it marked, as links to the data.

use std::collections::BTreeSet;
use std::ops::Range;

use plan_data::against::{AnnexLine, Found, Located, ReportText, TextParagraph, TextSection, Words, locate};
use plan_data::{Place, Section};
use plan_explorer::data::Prepared;
use plan_explorer::prerendered::{Standing, StandingProps};
use plan_explorer::published::{TEXT, languages, paragraph_id};
use plan_explorer::sections::{SectionProps, anchor, item_address};
use plan_explorer::state::{Lang, Store};
use plan_explorer::texts::Texts;
use yew::{Html, LocalServerRenderer, html};

use super::pieces::{Piece, pieces};
use crate::assets::Assets;
use crate::site::Site;
use crate::standing::StandingPage;

/// The page in that language, in the template of all pages.
///
/// # Errors
/// The template lacks a place.
pub async fn page(
    template: &str,
    assets: &Assets,
    text: &ReportText,
    report: &Prepared,
    site: &Site,
    lang: Lang,
) -> anyhow::Result<String> {
    let texts = Texts::of(lang);
    let section = SectionProps::new(report, texts, Store::default());
    let located = locate(&report.dataset, text);
    let content = Writing { section: &section, text, located: &located, used: BTreeSet::new() }.content();
    let props = StandingProps { section, file: TEXT, content };
    let body = LocalServerRenderer::<Standing>::with_props(props).hydratable(false).render().await;
    let words = texts.report();
    let page = StandingPage {
        file: TEXT,
        name: words.name,
        description: words.description,
        subject: texts.subject(&report.dataset),
        languages: languages(&report.dataset),
        styles: &assets.report,
        script: None,
    };
    page.filled(template, assets, site, texts, &body)
}

/// The page while it is written.
struct Writing<'a> {
    section: &'a SectionProps,
    text: &'a ReportText,
    located: &'a Located<'a>,
    /// The ids that are given out: each once.
    used: BTreeSet<String>,
}

impl Writing<'_> {
    fn content(mut self) -> Html {
        let SectionProps { dataset, texts, .. } = self.section;
        let words = texts.report();
        let report = &dataset.report;
        let sections: Vec<Html> = self.text.sections.iter().map(|section| self.part(section)).collect();
        let annex = self.annex();
        html! {
            <article class="report-page">
                <div class="report-head">
                    <p class="eyebrow">{ words.name }</p>
                    <h1>{ (texts.pick)(&report.title) }</h1>
                    <p class="meeting">
                        <time datetime={report.date.to_string()}>{ (texts.date)(report.date.parts()) }</time>
                        { for [&report.meeting, &report.presenter].into_iter().filter(|words| !words.zh.is_empty()).map(|words| html! {
                            <>{ " · " }{ (texts.pick)(words) }</>
                        }) }
                    </p>
                    <p class="scope">{ words.scope }</p>
                </div>
                { self.contents() }
                <div class="report-body" lang="zh-CN">
                    { for sections }
                    { annex }
                </div>
            </article>
        }
    }

    /// The parts and sections as links.
    fn contents(&self) -> Html {
        let SectionProps { dataset, texts, .. } = self.section;
        let link = |section: &TextSection| {
            let href = format!("#{}", section_id(&section.id));
            let known = dataset.sections.iter().find(|known| known.id == section.id);
            let english = known.filter(|_| texts.lang == Lang::En).map(|known| &known.heading.en);
            html! { <a {href}>{ english.unwrap_or(&section.heading).clone() }</a> }
        };
        let mut parts: Vec<(&TextSection, Vec<&TextSection>)> = Vec::new();
        for section in self.text.sections.iter().filter(|section| !section.heading.is_empty()) {
            match (parts.last_mut(), section.id.contains('.')) {
                (Some((_, within)), true) => within.push(section),
                _ => parts.push((section, Vec::new())),
            }
        }
        let annex = self.annex_section().map(|annex| {
            let href = format!("#{}", section_id(&annex.id));
            let name = if texts.lang == Lang::En { Some(&annex.heading.en) } else { annex.number.as_ref() };
            html! { <li><a {href}>{ name.cloned() }</a></li> }
        });
        html! {
            <nav class="report-contents" aria-label={texts.report().contents}>
                <ol>
                    { for parts.into_iter().map(|(part, within)| html! {
                        <li>
                            { link(part) }
                            if !within.is_empty() {
                                <ol>{ for within.into_iter().map(|section| html! { <li>{ link(section) }</li> }) }</ol>
                            }
                        </li>
                    }) }
                    { for annex }
                </ol>
            </nav>
        }
    }

    fn annex_section(&self) -> Option<&Section> {
        self.section.dataset.sections.iter().find(|section| section.is_annex())
    }

    /// The id, if nothing has it yet.
    fn id(&mut self, id: String) -> Option<String> {
        self.used.insert(id.clone()).then_some(id)
    }

    /// A section with its paragraphs.
    fn part(&mut self, section: &TextSection) -> Html {
        let is_box = Section::id_is_box(&section.id);
        let paragraphs: Vec<Html> = section
            .paragraphs
            .iter()
            .zip(1..)
            .map(|(paragraph, number)| {
                self.paragraph(paragraph, &Place { section: section.id.clone(), paragraph: number })
            })
            .collect();
        html! {
            <>
                { self.heading(&section.id, &section.heading) }
                if is_box {
                    <ul class="cited-list">{ for paragraphs }</ul>
                } else {
                    { for paragraphs }
                }
            </>
        }
    }

    /// The heading of the section of that id, as printed; for readers of English with what it says below.
    fn heading(&mut self, id: &str, heading: &str) -> Html {
        if heading.is_empty() {
            return Html::default();
        }
        let SectionProps { dataset, texts, .. } = self.section;
        let (own, heading) = (self.id(section_id(id)), heading.to_owned());
        let heading = match id.matches('.').count() {
            0 => html! { <h2 id={own}>{ heading }</h2> },
            1 => html! { <h3 id={own}>{ heading }</h3> },
            _ => html! { <h4 id={own}>{ heading }</h4> },
        };
        let section = dataset.sections.iter().find(|section| section.id == id);
        let said = section.filter(|_| texts.lang == Lang::En).map(|section| section.heading.en.clone());
        html! {
            <>
                { heading }
                { for said.map(|said| html! { <p class="heading-en" lang={texts.tag}>{ said }</p> }) }
            </>
        }
    }

    fn paragraph(&mut self, paragraph: &TextParagraph, place: &Place) -> Html {
        let SectionProps { dataset, texts, .. } = self.section;
        let is_box = Section::id_is_box(&place.section);
        let located = self.located;
        let found: Vec<&Found<'_>> = located.found.iter().filter(|found| found.place == *place).collect();
        let id = self.id(paragraph_id(place, ""));
        // Tasks without a number of their own lead to the number that they cite, or else to where the paragraph begins.
        let mut others: Vec<(Option<&str>, &str)> = Vec::new();
        for task in dataset.tasks.iter().filter(|task| task.place == *place) {
            if !found.iter().any(|found| found.id == task.id) {
                let cites = |found: &&&Found<'_>| task.figures.iter().any(|figure| figure == found.id);
                others.push((found.iter().find(cites).map(|found| found.id), &task.id));
            }
        }
        let start: Vec<&str> = others.iter().filter(|(at, _)| at.is_none()).map(|(_, id)| *id).collect();
        // Lines of the opening are not those of a page.
        let breaks: &[usize] = if place.section == OPENING { &paragraph.lines } else { &[] };
        let start: Vec<Html> = start.into_iter().map(|id| self.place_of(place, id)).collect();
        let pieces: Vec<Html> = pieces(paragraph.words.len(), &found)
            .into_iter()
            .map(|piece| {
                let here = |id: &str| {
                    piece.is.iter().chain(&piece.also).any(|found| found.id == id && !id.is_empty())
                };
                let tasks = others.iter().filter(|(at, _)| at.is_some_and(here)).map(|(_, id)| *id);
                let also: Vec<&str> = tasks.chain(piece.also.iter().map(|found| found.id)).collect();
                let also: Vec<Html> = also.into_iter().map(|id| self.place_of(place, id)).collect();
                let words = lines(&paragraph.words, &piece.at, breaks);
                self.piece(&piece, also, words)
            })
            .collect();
        let label = (texts.report().address)(
            &self.section.material().section(&place.section),
            usize::from(place.paragraph),
        );
        let href = format!("#{}", paragraph_id(place, ""));
        let content = html! {
            <>
                { for start }
                { for pieces }
                <a class="permalink" {href} lang={texts.tag} aria-label={label}>{ "¶" }</a>
            </>
        };
        if is_box {
            html! { <li class="cited" {id}>{ content }</li> }
        } else {
            html! { <p class="cited" {id}>{ content }</p> }
        }
    }

    /// Where an item is cited that has no mark of its own.
    fn place_of(&mut self, place: &Place, id: &str) -> Html {
        let id = (!id.is_empty()).then(|| self.id(paragraph_id(place, id))).flatten();
        id.map(|id| html! { <span {id}></span> }).unwrap_or_default()
    }

    /// The words of a piece, after what else is there.
    fn piece(&mut self, piece: &Piece<'_>, also: Vec<Html>, words: Html) -> Html {
        let Some(Found { words: what, id, place, .. }) = piece.is else {
            return words;
        };
        let SectionProps { dataset, texts, .. } = self.section;
        let pick = texts.pick;
        let (class, title) = match what {
            Words::Figure => {
                let figure = dataset.figures.iter().find(|figure| figure.id == *id);
                ("number-mark", figure.map(|figure| self.section.material().subject(figure)))
            }
            Words::Target => {
                let task = dataset.tasks.iter().find(|task| task.id == *id);
                ("number-mark", task.map(|task| pick(&task.text).to_owned()))
            }
            Words::Project | Words::Stage => {
                let project = dataset.projects.iter().find(|project| project.id == *id);
                ("name-mark", project.map(|project| pick(&project.name).to_owned()))
            }
            Words::Heading | Words::Stated | Words::Omission => {
                return html! { <strong>{ for also }{ words }</strong> };
            }
        };
        // In the box each project has a row, which is its own.
        let own = if Section::id_is_box(&place.section) { anchor(id) } else { paragraph_id(place, id) };
        let own = self.id(own);
        html! {
            <a {class} href={item_address(self.section, id)} {title} lang={texts.tag}>
                { for also }
                <mark id={own} lang="zh-CN">{ words }</mark>
            </a>
        }
    }

    /// The annex: its lines, and its table with a row for each indicator.
    fn annex(&mut self) -> Html {
        let Some((id, number)) = self.annex_section().map(|annex| (annex.id.clone(), annex.number.clone()))
        else {
            return Html::default();
        };
        let heading = self.heading(&id, number.as_deref().unwrap_or_default());
        let place = Place { section: id, paragraph: 1 };
        let mut blocks: Vec<Html> = Vec::new();
        let mut rows: Vec<(usize, &[String])> = Vec::new();
        let text = self.text;
        for (line, content) in text.annex.iter().enumerate() {
            match content {
                AnnexLine::Cells(cells) => rows.push((line, cells)),
                AnnexLine::Words(words) => {
                    blocks.extend(self.table(&std::mem::take(&mut rows), &place));
                    blocks.push(html! { <p class="cited">{ words.clone() }</p> });
                }
            }
        }
        blocks.extend(self.table(&rows, &place));
        html! { <>{ heading }{ for blocks }</> }
    }

    /// A table of the annex. A line below a row makes it the head; rows without words come from the ends of pages.
    fn table(&mut self, rows: &[(usize, &[String])], place: &Place) -> Option<Html> {
        let is_line = |cells: &[String]| {
            cells.iter().any(|cell| !cell.is_empty())
                && cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':')))
        };
        let is_head = |at: usize| rows.get(at + 1).is_some_and(|(_, below)| is_line(below));
        let mut head: Option<Html> = None;
        // Rows of a category stand together.
        let mut bodies: Vec<Vec<Html>> = Vec::new();
        for (at, (line, cells)) in rows.iter().enumerate() {
            let has_words = cells.iter().any(|cell| !cell.is_empty());
            if !has_words || is_line(cells) {
                continue;
            }
            if head.is_none() && bodies.is_empty() && is_head(at) {
                head = Some(html! {
                    <thead><tr>{ for cells.iter().map(|cell| html! { <th scope="col">{ plain(cell) }</th> }) }</tr></thead>
                });
                continue;
            }
            let is_category = cells.iter().skip(1).all(String::is_empty);
            if is_category || bodies.is_empty() {
                bodies.push(Vec::new());
            }
            let row = self.row(*line, cells, is_category, place);
            bodies.last_mut()?.push(row);
        }
        if bodies.is_empty() {
            return None;
        }
        let id = self.id(paragraph_id(place, ""));
        Some(html! {
            <table class="report-table" {id}>
                { for head }
                { for bodies.into_iter().map(|rows| html! { <tbody>{ for rows }</tbody> }) }
            </table>
        })
    }

    fn row(&mut self, line: usize, cells: &[String], is_category: bool, place: &Place) -> Html {
        let SectionProps { dataset, .. } = self.section;
        let mut cells = cells.iter();
        let name = cells.next().map(|cell| plain(cell)).unwrap_or_default();
        if is_category {
            let colspan = (cells.len() + 1).to_string();
            return html! {
                <tr class="category"><th scope="rowgroup" {colspan}>{ name }</th></tr>
            };
        }
        let values = cells.map(|cell| html! { <td>{ plain(cell) }</td> });
        let indicator = self.located.rows.iter().find(|(_, at)| *at == line).map(|(id, _)| *id);
        let Some(indicator) = indicator else {
            return html! { <tr><th scope="row">{ name }</th>{ for values }</tr> };
        };
        let id = self.id(anchor(indicator));
        let about = |ids: &[String]| ids.first().is_some_and(|id| id == indicator);
        let tasks = dataset.tasks.iter().filter(|task| task.place.section == place.section);
        let tasks: Vec<Html> = tasks
            .filter(|task| about(&task.indicators))
            .map(|task| self.place_of(&task.place, &task.id))
            .collect();
        html! {
            <tr class="cited" {id}>
                <th scope="row">
                    { for tasks }
                    <a href={item_address(self.section, indicator)}>{ name }</a>
                </th>
                { for values.map(|value| html! { value }) }
            </tr>
        }
    }
}

/// The id of the section before the first heading.
const OPENING: &str = "0";

fn section_id(id: &str) -> String {
    format!("s-{id}")
}

/// A cell without the marks of TeX, which some converters write for a subscript.
fn plain(cell: &str) -> String {
    match cell.split_once("_{").and_then(|(before, rest)| Some((before, rest.split_once('}')?))) {
        Some((before, (low, after))) => format!("{before}{low}{after}"),
        None => cell.to_owned(),
    }
}

/// The words at these bytes, with a new line at each of `breaks`.
fn lines(words: &str, at: &Range<usize>, breaks: &[usize]) -> Html {
    let inside = breaks.iter().copied().filter(|end| at.contains(end));
    let mut start = at.start;
    let mut parts: Vec<Html> = Vec::new();
    for end in inside {
        parts.push(html! { <>{ slice(words, start..end) }<br /></> });
        start = end;
    }
    html! { <>{ for parts }{ slice(words, start..at.end) }</> }
}

fn slice(words: &str, at: Range<usize>) -> String {
    words.get(at).unwrap_or_default().to_owned()
}
