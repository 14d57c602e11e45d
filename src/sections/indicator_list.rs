//! The annex: its indicators filtered and sorted, as a table or a chart, and taken along.

use plan_data::{
    Cell, Comparison, Heading, Indicator, IndicatorChoice, IndicatorFacet, Value, Values, compare,
    indicator_counts, indicators_with,
};
use yew::{Callback, Html, MouseEvent, component, html};

use super::listed::use_listed;
use super::{SectionProps, anchor, link_to};
use crate::browser::focus;
use crate::charts::{
    INDICATORS_CHART, IndicatorPanel, Shown, indicator_panels, indicators_selection, indicators_table,
    promise,
};
use crate::components::{Count, Figure, SaveTable, Select, cell_view, changing, chosen_in_print};
use crate::pages::HEADING;
use crate::published::List;
use crate::state::{Action, Form, Sort, UrlState, use_url};
use crate::texts::{Side, Texts};

/// What of the address is about the list.
fn part(url: &UrlState) -> UrlState {
    UrlState {
        item: url.item.clone(),
        indicators: url.indicators.clone(),
        sort: url.sort,
        form: url.form,
        ..UrlState::default()
    }
}

/// What is asked of the annex.
fn asked<'a>(url: &'a UrlState, indicators: &'a [&'a Indicator]) -> Shown<'a> {
    let UrlState { indicators: choice, sort, item, .. } = url;
    Shown { id: INDICATORS_CHART, indicators, sort: *sort, item: item.as_deref(), choice }
}

/// Whether any indicator has a plan that can be compared with its result.
fn is_comparable(section: &SectionProps) -> bool {
    section.dataset.indicators.iter().any(|row| compare(row).difference().is_some())
}

/// A table where there is nothing that a chart could compare.
fn form_of(url: &UrlState, section: &SectionProps) -> Form {
    if is_comparable(section) { url.form } else { Form::Table }
}

/// The controls, how many indicators they leave, and these as a table, where they are to be one.
#[component]
pub fn IndicatorList(section: &SectionProps) -> Html {
    let url = use_url(&section.store, part);
    let SectionProps { dataset, texts, act, .. } = section;
    let UrlState { indicators: choice, sort, .. } = &url;
    let (form, is_comparable) = (form_of(&url, section), is_comparable(section));
    let can_sort = |sort: Sort| sort != Sort::Change || is_comparable;
    let shown = indicators_with(dataset, choice, None);
    let all = dataset.indicators.len();
    let is_listed = shown.iter().any(|indicator| Some(&indicator.id) == url.item.as_ref());
    use_listed(url.item.as_ref(), is_listed, act);
    // The button goes away: the focus stays near.
    let clear = act.reform(|_: MouseEvent| {
        focus(IndicatorFacet::Group.code());
        Action::ClearIndicators
    });
    html! {
        <>
            <div class="controls">
                { for IndicatorFacet::ALL.map(|facet| filter(facet, choice, section)) }
                <Select
                    id="sort"
                    label={texts.sort}
                    value={sort.word()}
                    choose={act.reform(|chosen: String| Action::Sort(Sort::of(&chosen).unwrap_or_default()))}
                >
                    { for Sort::ALL.iter().filter(|(_, choice)| can_sort(*choice)).map(|(word, choice)| html! {
                        <option value={*word} selected={choice == sort}>
                            { (texts.indicator_sort)(*choice, section.material().has_annex()) }
                        </option>
                    }) }
                </Select>
                if is_comparable {
                    { forms(form, section) }
                }
            </div>
            { chosen_in_print(&indicators_selection(&section.material(), &asked(&url, &shown)), texts) }
            <div class="count-line">
                <Count text={(texts.showing_indicators)(shown.len(), all)} />
                if !choice.is_empty() {
                    <button type="button" class="quiet" onclick={clear}>
                        { texts.clear_filter }
                    </button>
                }
            </div>
            <div class="master">
                if shown.is_empty() {
                    <p class="nothing" key="nothing">{ texts.no_indicator }</p>
                } else if form == Form::Table {
                    { table(section, &url, &shown) }
                    <p class="source" key="source">{ (texts.source)(section.material().annex()) }</p>
                }
            </div>
        </>
    }
}

/// The same as a chart, where it is to be one.
#[component]
pub fn IndicatorChart(section: &SectionProps) -> Html {
    let url = use_url(&section.store, part);
    let shown = indicators_with(&section.dataset, &url.indicators, None);
    if shown.is_empty() || form_of(&url, section) == Form::Table {
        return Html::default();
    }
    // What cannot be compared has no place on a scale: a table in words.
    let is_told = |row: &&Indicator| compare(row).difference().is_none();
    let told: Vec<&Indicator> = shown.iter().copied().filter(is_told).collect();
    html! {
        <>
            <Figure
                spec={promise(&section.material(), &asked(&url, &shown))}
                origin={section.origin()}
                choose={section.act.reform(Action::Open)}
                texts={section.texts}
            />
            if !told.is_empty() {
                <div class="master in-words" data-test="in-words">
                    <h3>{ changing((section.texts.page().in_words)(told.len())) }</h3>
                    { table(section, &url, &told) }
                </div>
            }
        </>
    }
}

/// What saves the table.
#[component]
pub fn IndicatorSave(section: &SectionProps) -> Html {
    let url = use_url(&section.store, part);
    let shown = indicators_with(&section.dataset, &url.indicators, None);
    if shown.is_empty() || form_of(&url, section) == Form::Chart {
        return Html::default();
    }
    let selection = indicators_selection(&section.material(), &asked(&url, &shown));
    let saved = {
        let section = section.clone();
        Callback::from(move |()| {
            let shown = indicators_with(&section.dataset, &url.indicators, None);
            indicators_table(&section.material(), &shown, url.sort)
        })
    };
    html! {
        <SaveTable
            name={section.texts.page().indicators}
            {selection}
            list={List::Indicators}
            table={saved}
            file={section.file()}
            texts={section.texts}
        />
    }
}

/// A list of a facet's values, each with how many indicators it would leave.
fn filter(facet: IndicatorFacet, choice: &IndicatorChoice, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, act, .. } = section;
    let material = section.material();
    let chosen = choice.of(facet).unwrap_or_default();
    let is_there = match facet {
        // A table without headings has no groups to choose from, and one without plans no targets.
        IndicatorFacet::Group => dataset.indicators.iter().any(|row| !row.category.name.zh.is_empty()),
        IndicatorFacet::Target | IndicatorFacet::State => dataset.has_plans(),
        IndicatorFacet::Kind => true,
    };
    // Where all are the same there is nothing to choose from, either.
    let is_choice = indicator_counts(dataset, &IndicatorChoice::default(), facet).len() > 1;
    if !is_there || (chosen.is_empty() && !is_choice) {
        return Html::default();
    }
    let choose =
        act.reform(move |value: String| Action::Narrow(facet, Some(value).filter(|value| !value.is_empty())));
    html! {
        <Select id={facet.code()} label={(texts.indicator_facet)(facet)} value={chosen.to_owned()} {choose}>
            <option key="all" value="" selected={chosen.is_empty()}>{ texts.all }</option>
            { for indicator_counts(dataset, choice, facet).into_iter().map(|(value, count)| {
                let name = material.trait_name(facet, &value);
                let is_chosen = chosen == value;
                html! { <option key={format!("{value} {count}")} {value} selected={is_chosen}>{ format!("{name} · {count}") }</option> }
            }) }
        </Select>
    }
}

/// Table or chart.
fn forms(form: Form, section: &SectionProps) -> Html {
    let texts = section.texts;
    html! {
        <div class="switch" role="group" aria-label={texts.form}>
            { for Form::ALL.iter().map(|(word, choice)| {
                let choice = *choice;
                html! {
                    <button
                        type="button"
                        aria-pressed={(form == choice).to_string()}
                        data-test={format!("as-{word}")}
                        onclick={section.act.reform(move |_: MouseEvent| Action::ShowAs(choice))}
                    >
                        { (texts.form_of)(choice) }
                    </button>
                }
            }) }
        </div>
    }
}

/// Rows have explicit roles: the narrow layout takes the table's display away, which would take its meaning for screen
/// readers too.
fn table(section: &SectionProps, url: &UrlState, shown: &[&Indicator]) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let material = section.material();
    let columns = dataset.value_columns();
    let is_compared = [Values::Actual, Values::Plan].iter().all(|column| columns.contains(column));
    let class = if is_compared && columns.len() == 2 { "annex" } else { "annex many" };
    let classes = classes(&columns);
    let rows = Rows { section, item: url.item.as_deref(), columns: &columns, classes: &classes, is_compared };
    let table = html! {
        <table {class} role="table" aria-labelledby={HEADING}>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{ texts.name_column }</th>
                    <th role="columnheader" scope="col">{ texts.unit_column }</th>
                    { for columns.iter().zip(&classes).map(|(column, class)| html! {
                        <th role="columnheader" scope="col" class={*class}>{ material.column_head(*column) }</th>
                    }) }
                    if is_compared {
                        <th role="columnheader" scope="col" class="number difference">{ texts.difference }</th>
                    }
                </tr>
            </thead>
            if url.sort == Sort::Annex {
                { for shown
                    .chunk_by(|row, next| row.category == next.category)
                    .map(|these| category(these, &rows)) }
            } else {
                { for indicator_panels(shown, url.sort, texts.lang).iter().map(|panel| like(panel, &rows)) }
            }
        </table>
    };
    if columns.len() <= 2 {
        return table;
    }
    html! { <div class="scroll" key="table" tabindex="0" role="group" aria-labelledby={HEADING}>{ table }</div> }
}

/// What all rows have in common.
struct Rows<'a> {
    section: &'a SectionProps,
    /// The one that is open.
    item: Option<&'a str>,
    columns: &'a [Values],
    /// Of each column.
    classes: &'a [&'static str],
    /// Whether there is a result and a plan to compare.
    is_compared: bool,
}

/// The class of each column. A phone has room for two: the result and the plan, or without one the year before the result; the
/// indicator's own page has all.
fn classes(columns: &[Values]) -> Vec<&'static str> {
    let has_plan = columns.contains(&Values::Plan);
    let actual = columns.iter().position(|column| *column == Values::Actual);
    let before = actual.and_then(|actual| actual.checked_sub(1)).filter(|_| !has_plan);
    let class = |(at, column): (usize, &Values)| match column {
        Values::Actual if before.is_some() => "number second",
        Values::Actual => "number first",
        Values::Plan => "number second",
        Values::Further(_) if Some(at) == before => "number first",
        Values::Further(_) => "number further",
    };
    columns.iter().enumerate().map(class).collect()
}

/// Indicators that share an axis: only these can be put in order by their change.
fn like(panel: &IndicatorPanel<'_>, rows: &Rows<'_>) -> Html {
    let texts = rows.section.texts;
    let title = format!("{} · {}", (texts.panel)(panel.kind), (texts.pick)(panel.unit));
    // Several panels may have the same title.
    let key = panel.rows.first().map_or_else(String::new, |first| format!("{title} {}", first.id));
    html! {
        <tbody role="rowgroup" {key}>
            { heading_row("category", &title, rows) }
            { for panel.rows.iter().map(|indicator| row(indicator, rows)) }
        </tbody>
    }
}

fn category(these: &[&Indicator], rows: &Rows<'_>) -> Html {
    let texts = rows.section.texts;
    let title = these.first().map(|first| written(&first.category, texts.heading, texts)).unwrap_or_default();
    html! {
        <tbody role="rowgroup" key={title.clone()}>
            if !title.is_empty() {
                { heading_row("category", &title, rows) }
            }
            { for these.chunk_by(|row, next| row.group == next.group).map(|these| group(these, rows)) }
        </tbody>
    }
}

fn group(these: &[&Indicator], rows: &Rows<'_>) -> Html {
    let texts = rows.section.texts;
    // 地区生产总值增长 stands as a heading and is a row itself: it is not said twice.
    let heading =
        these.first().and_then(|first| first.group.as_ref().filter(|group| group.name != first.name));
    html! {
        <>
            if let Some(heading) = heading {
                { heading_row("group", &written(heading, texts.subheading, texts), rows) }
            }
            { for these.iter().map(|indicator| row(indicator, rows)) }
        </>
    }
}

fn written(heading: &Heading, write: fn(&str, &str) -> String, texts: &Texts) -> String {
    let name = (texts.pick)(&heading.name);
    if heading.number.is_empty() { name.to_owned() } else { write(&heading.number, name) }
}

fn heading_row(class: &'static str, words: &str, rows: &Rows<'_>) -> Html {
    // The name, the unit and the difference besides.
    let columns = rows.columns.len() + 2 + usize::from(rows.is_compared);
    html! {
        <tr role="row" {class} key={words.to_owned()}>
            <th role="rowheader" scope="rowgroup" colspan={columns.to_string()}>{ words.to_owned() }</th>
        </tr>
    }
}

/// The name with what is printed before it: a number, or the numeral of the heading that the row stands for.
fn name(indicator: &Indicator, texts: &Texts) -> Html {
    let name = (texts.pick)(&indicator.name);
    match (&indicator.number, &indicator.group) {
        (Some(number), _) => {
            // 1.1 has its point already.
            let point = if number.contains('.') { "" } else { "." };
            html! { <><span class="ordinal">{ format!("{number}{point}") }</span>{ " " }{ name }</> }
        }
        (None, Some(group)) if group.name == indicator.name => {
            html! { { (texts.subheading)(&group.number, name) } }
        }
        (None, _) => html! { { name } },
    }
}

fn row(indicator: &Indicator, rows: &Rows<'_>) -> Html {
    let section = rows.section;
    let texts = section.texts;
    let is_open = rows.item == Some(indicator.id.as_str());
    let unit = (texts.pick)(&indicator.unit);
    let comparison = compare(indicator);
    let class = if matches!(comparison, Comparison::NotComparable(_)) {
        "number difference gap"
    } else {
        "number difference"
    };
    html! {
        <tr role="row" class={depth_class(indicator.depth)} key={indicator.id.clone()} id={anchor(&indicator.id)} data-test="indicator-row">
            <th role="rowheader" scope="row">
                { link_to(section, &indicator.id, None, is_open, name(indicator, texts)) }
            </th>
            <td role="cell" class="unit">{ unit }</td>
            { for rows.columns.iter().zip(rows.classes).map(|(column, class)| html! {
                <td role="cell" class={*class}>{ value(indicator, *column, section) }</td>
            }) }
            if rows.is_compared {
                <td role="cell" {class}>{ (texts.comparison_short)(comparison, unit) }</td>
            }
        </tr>
    }
}

/// The cell; of a further column without a word where it is empty.
fn value(indicator: &Indicator, column: Values, section: &SectionProps) -> Html {
    let texts = section.texts;
    match column {
        Values::Actual => cell_view(&indicator.actual, Side::Actual, texts),
        Values::Plan => cell_view(&indicator.plan, Side::Plan, texts),
        Values::Further(_) => match indicator.cell(column) {
            Some(cell) if cell.value() != Value::NotSet => cell_view(cell, Side::Actual, texts),
            cell => html! { <span class="gap">{ cell.map_or("", Cell::printed) }</span> },
        },
    }
}

/// A row stands as deep as in the annex, and no deeper than a phone has room for.
fn depth_class(depth: u8) -> &'static str {
    match depth {
        0 => "indicator",
        1 => "indicator depth-1",
        _ => "indicator depth-2",
    }
}
