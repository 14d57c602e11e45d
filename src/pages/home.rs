//! The first page: the headline targets beside last year's results, what residents ask for, what the data says by itself, what can
//! be compared, and the doors to the topics.

use plan_chart::text_width;
use plan_data::facet::{Choice, Facet};
use plan_data::{Query, Stand};
use plan_lean::fixed;
use yew::{Html, component, html};

use super::topics::has_topics;
use crate::charts::{environment_indicators, has_promise};
use crate::components::{Link, link};
use crate::headline::{Headline, headlines};
use crate::insights::{Insight, insights};
use crate::sections::{Promise, SectionProps, item_href, item_link, part};
use crate::state::{View, narrowed_href};
use crate::texts::{Door, Side, Topic};

/// The page.
pub(super) fn home(section: &SectionProps) -> Html {
    let material = section.material();
    let headlines = headlines(&material);
    let heading = (!headlines.is_empty()).then_some(TARGETS);
    let has_targets = headlines.iter().any(|headline| headline.target.is_some());
    html! {
        <>
            <section class="overview" aria-labelledby={heading}>
                { part::<Targets>(section) }
                { part::<Doors>(section) }
                { part::<Insights>(section) }
            </section>
            if !has_targets && !has_promise(&section.dataset) {
                { contents(section) }
            }
            <section class="overview">
                { part::<Promise>(section) }
                { topics(section) }
            </section>
        </>
    }
}

/// The other pages with how much there is on each, where there is nothing to begin with.
fn contents(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, pages, .. } = section;
    let words = texts.explore();
    let count = |view: View| match view {
        View::Projects => Some((texts.count)(dataset.projects.len())),
        View::Indicators => Some((words.door_indicators)(dataset.indicators.len())),
        View::Tasks => Some((words.door_tasks)(dataset.tasks.len())),
        View::Home | View::Topics | View::Data => None,
    };
    let counted: Vec<(View, String)> = pages.iter().filter_map(|view| Some((*view, count(*view)?))).collect();
    if counted.is_empty() {
        return Html::default();
    }
    html! {
        <section class="overview">
        <ul class={classes("doors", 3, counted.len())}>
            { for counted.into_iter().map(|(view, count)| {
                let content = html! {
                    <>
                        <span class="door-name">{ (words.section)(view) }</span>
                        <span class="door-count">{ count }</span>
                    </>
                };
                html! { <li data-test="contents">{ link(Link { href: view.file().to_owned(), ..Link::default() }, content) }</li> }
            }) }
        </ul>
        </section>
    }
}

/// The id of the heading of the headline targets.
const TARGETS: &str = "headline-heading";

/// The headline targets.
#[component]
fn Targets(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = texts.explore();
    let report = &dataset.report;
    let material = section.material();
    let all = headlines(&material);
    if all.is_empty() {
        return Html::default();
    }
    let has_targets = all.iter().any(|headline| headline.target.is_some());
    let (numbers, others): (Vec<Headline>, Vec<Headline>) =
        all.into_iter().partition(|headline| headline.target.is_some() || headline.task.is_none());
    let heading = if has_targets {
        (words.headline)(report.plan_year)
    } else {
        (words.first_results)(report.actual_year)
    };
    let class = classes("tiles", columns(numbers.len()), numbers.len());
    html! {
        <>
            <h2 id={TARGETS}>{ heading }</h2>
            <ul {class}>
                { for numbers.iter().filter_map(|headline| tile(headline, largest(&numbers, headline), section)) }
            </ul>
            if !others.is_empty() {
                <ul class="headline-words">
                    { for others.iter().filter_map(|headline| headline.task).map(|task| html! {
                        <li>{ item_link(section, &task.id, html! { { (texts.pick)(&task.text) } }) }</li>
                    }) }
                </ul>
            }
        </>
    }
}

/// The classes of a list of so many cards (styles/explore.css).
fn classes(list: &str, columns: usize, cards: usize) -> String {
    format!("{list} cards by-{columns}{}", if cards % 2 == 1 { " odd" } else { "" })
}

/// How many cards stand in a row of a wide window, so that no row has one alone.
fn columns(cards: usize) -> usize {
    let orphans = |columns: &usize| (columns - cards % columns) % columns;
    if cards <= 5 { cards.max(1) } else { [5, 4, 3].into_iter().min_by_key(orphans).unwrap_or(4) }
}

/// The largest number in the unit of a target, where the scale of its small drawing ends.
fn largest(all: &[Headline<'_>], one: &Headline<'_>) -> f64 {
    let unit = one.drawn.as_ref().map(|(unit, ..)| unit);
    let like = all.iter().filter_map(|other| other.drawn.as_ref()).filter(|(other, ..)| Some(other) == unit);
    like.flat_map(|(_, plan, actual)| [Some(*plan), *actual]).flatten().fold(0.0, f64::max)
}

/// How wide a value may be in its usual size, in ems: the card of a narrow phone has room for that.
const ROOM: f64 = 4.2;

/// A target with the result of the year before, or a result with that of an earlier year, as a link to its indicator, or to the task.
fn tile(headline: &Headline<'_>, largest: f64, section: &SectionProps) -> Option<Html> {
    let SectionProps { dataset, texts, .. } = section;
    let (words, report) = (texts.explore(), &dataset.report);
    let material = section.material();
    let result = match (&headline.result, &headline.target) {
        (Some(result), Some(_)) => Some((words.result_of)(report.actual_year, result)),
        (None, _) => Some((words.no_result)(report.actual_year)),
        // Beside a result, that of the year before.
        (Some(_), None) => headline.indicator.and_then(|indicator| material.earlier(indicator)),
    };
    let (year, value) = match &headline.target {
        Some(target) => ((words.target_of)(report.plan_year), target),
        None => ((texts.side)(Side::Actual, report.actual_year), headline.result.as_ref()?),
    };
    let difference = headline.difference.and_then(|difference| {
        let (class, mark) = match difference.stand() {
            Stand::Above => ("tile-difference up", " ▲"),
            Stand::Below => ("tile-difference down", " ▼"),
            Stand::Same | Stand::Met => ("tile-difference", ""),
        };
        let (unit, ..) = headline.drawn.as_ref()?;
        let told = (texts.difference_short)(difference, unit);
        let is_rate = unit.printed() == "%" && matches!(difference.stand(), Stand::Above | Stand::Below);
        Some(html! {
            <span {class}>
                <span aria-hidden="true">{ mark }</span>{ told }
                if is_rate {
                    <span class="tile-unit">{ texts.charts().points }</span>
                }
            </span>
        })
    });
    let is_long = value.split(' ').any(|part| text_width(part, 1.0) > ROOM);
    let class = if is_long { "tile-value long" } else { "tile-value" };
    let content = html! {
        <>
            <span class="tile-name">{ headline.name.clone() }</span>
            <span {class}>
                <span class="tile-year">{ year }</span>
                { value.clone() }
            </span>
            <span class="tile-result">{ for result }{ for difference }</span>
            { for headline.drawn.as_ref().map(|(_, plan, actual)| dumbbell(*plan, *actual, largest)) }
        </>
    };
    Some(html! { <li data-test="tile">{ item_link(section, headline.item(), content) }</li> })
}

/// Result and plan on a line from zero to the largest of their unit; nothing where one is below zero.
fn dumbbell(plan: f64, actual: Option<f64>, largest: f64) -> Html {
    if largest <= 0.0 || plan < 0.0 || actual.is_some_and(|actual| actual < 0.0) {
        return Html::default();
    }
    // Room for half a mark at both ends.
    let at = |value: f64| format!("{}%", fixed(4.0 + value / largest * 92.0, 1));
    let plan = at(plan);
    let actual = actual.map(at);
    html! {
        <svg class="tile-drawing drawing" width="100%" height="14" aria-hidden="true">
            <line class="track" x1="4%" x2="96%" y1="7" y2="7" />
            if let Some(actual) = &actual {
                <line class="link" x1={actual.clone()} x2={plan.clone()} y1="7" y2="7" />
            }
            <circle class="plan" cx={plan} cy="7" r="5" />
            if let Some(actual) = actual {
                <circle class="actual" cx={actual} cy="7" r="4" />
            }
        </svg>
    }
}

/// What residents ask for, each with how much there is of it: those that the report has.
#[component]
fn Doors(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, index, .. } = section;
    let words = texts.explore();
    let sectors = index.select(&Query::default(), &Choice::default()).counts(index, Facet::Sector);
    let of_sector = |door: Door, sector: &str| {
        let (_, count) = sectors.iter().find(|(known, _)| *known == sector)?;
        let href = narrowed_href(Facet::Sector.code(), sector, View::Projects);
        Some((door, (texts.count)(*count), href))
    };
    let air = || {
        let count = environment_indicators(&section.material()).len();
        let href = format!("{}#environment", View::Topics.file());
        (count > 0).then(|| (Door::Air, (words.door_indicators)(count), href))
    };
    let jobs = || {
        let mut tasks = dataset.tasks.iter().filter(|task| task.field == "employment");
        let first = tasks.next()?;
        Some((Door::Jobs, (words.door_tasks)(1 + tasks.count()), item_href(section, &first.id)))
    };
    let doors: Vec<(Door, String, String)> = [
        of_sector(Door::Roads, "roads"),
        of_sector(Door::Housing, "housing"),
        of_sector(Door::Schools, "education"),
        air(),
        jobs(),
        of_sector(Door::Care, "elderly-care"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if doors.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2>{ words.nearby }</h2>
            <ul class={classes("doors", 3, doors.len())}>
                { for doors.into_iter().map(|(door, count, href)| {
                    let content = html! {
                        <>
                            <span class="door-name">{ (words.door)(door) }</span>
                            <span class="door-count">{ count }</span>
                        </>
                    };
                    html! { <li data-test="door">{ link(Link { href, ..Link::default() }, content) }</li> }
                }) }
            </ul>
        </>
    }
}

/// What the data says by itself.
#[component]
fn Insights(section: &SectionProps) -> Html {
    let found = insights(&section.material(), &section.index);
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2>{ section.texts.explore().insights }</h2>
            <ol class="insights">
                { for found.into_iter().map(insight) }
            </ol>
        </>
    }
}

fn insight(insight: Insight) -> Html {
    let Insight { numeral, sentence, href } = insight;
    let content = html! {
        <>
            <span class="insight-numeral" aria-hidden="true">{ numeral }</span>
            <span>{ sentence }</span>
        </>
    };
    html! { <li data-test="insight">{ link(Link { href, ..Link::default() }, content) }</li> }
}

/// The doors to the topics.
fn topics(section: &SectionProps) -> Html {
    let words = section.texts.explore();
    let all = [
        (Topic::Economy, "economy"),
        (Topic::Investment, "investment"),
        (Topic::Environment, "environment"),
        (Topic::Living, "living"),
    ];
    let has = has_topics(&section.dataset, &section.findings);
    let all: Vec<_> = all.into_iter().zip(has).filter_map(|(topic, has)| has.then_some(topic)).collect();
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <nav class="topic-doors" aria-label={words.topics}>
            <ul>
                { for all.into_iter().map(|(topic, id)| {
                    let href = format!("{}#{id}", View::Topics.file());
                    html! { <li>{ link(Link { href, ..Link::default() }, (words.topic)(topic)) }</li> }
                }) }
            </ul>
        </nav>
    }
}
