//! Every figure of the main text as a list: of one section or all, filtered by what they are about, put together by
//! section, by what they measure or by what they are about.

use std::rc::Rc;

use plan_data::{Figure, Query};
use yew::{Callback, Html, MouseEvent, component, html, use_callback};

use super::{SectionProps, anchor, item_link, place_link, same_name, text_link};
use crate::browser::focus;
use crate::charts::{Material, figures_table};
use crate::components::{
    Count, FIRST_ROWS, InTurn, SaveTable, Select, TextField, chosen_in_print, marked_parts, use_first_rows,
};
use crate::published::{List, paragraph_id};
use crate::state::{Action, FigureGroup, UrlState, use_url};

/// The list.
#[component]
pub fn Figures(section: &SectionProps) -> Html {
    let url = use_url(&section.store, |url| UrlState {
        section: url.section.clone(),
        measure: url.measure.clone(),
        about: url.about.clone(),
        figures: url.figures,
        item: url.item.clone(),
        ..UrlState::default()
    });
    let UrlState { section: of_section, measure, about, figures: by, item, .. } = &url;
    let SectionProps { dataset, texts, act, .. } = section;
    let words = texts.explore();
    let material = section.material();
    let query = Rc::new(Query::new(about.as_str()).spelling(section.readings.clone()));
    let is_shown = |figure: &&Figure| {
        of_section.as_ref().is_none_or(|section| figure.place.section == *section)
            && measure.as_ref().is_none_or(|measure| figure.quantity.unit.dimension().code() == measure)
            && query.matches(&[&figure.subject.zh, &figure.subject.en, &figure.printed])
    };
    let shown = dataset.figures.iter().enumerate().filter(|(_, figure)| is_shown(figure));
    let shown: Vec<usize> = shown.map(|(position, _)| position).collect();
    let groups = grouped(&shown, *by, section);
    // Whole groups are shown at first: each with the number of figures before it.
    let before = groups.iter().scan(0, |end, (_, figures)| {
        let before = *end;
        *end += figures.len();
        Some(before)
    });
    let beyond: Vec<bool> = before.map(|before| before >= FIRST_ROWS).collect();
    let has_more = beyond.contains(&true);
    let saved = {
        let (section, shown) = (section.clone(), shown.clone());
        Callback::from(move |()| {
            figures_table(&section.material(), &at(&shown, &section).collect::<Vec<&Figure>>())
        })
    };
    let (has_first_only, rest) =
        use_first_rows("figures", "#figures .beyond > tr.indicator", words.whole_list);
    let is_narrowed = of_section.is_some() || measure.is_some() || !query.is_empty();
    // The button goes away: the focus stays near.
    let clear = act.reform(|_: MouseEvent| {
        focus("figure-filter");
        Action::ClearFigures
    });
    let typed = use_callback(act.clone(), |text: String, act| act.emit(Action::About(text)));
    let is_by_place = *by == FigureGroup::Section;
    let selection = selection(&url, &material);
    let columns = [
        (texts.page().what_column, ""),
        (texts.charts().value, "number"),
        (texts.charts().year, ""),
        (texts.charts().place_column, "place"),
    ];
    let columns = columns.into_iter().take(if is_by_place { 3 } else { 4 });
    html! {
        <div class={if is_by_place { "figures-list by-place" } else { "figures-list" }} id="figures">
            <h2>{ words.figures }</h2>
            <div class="controls">
                <TextField
                    id="figure-filter"
                    label={words.figure_filter}
                    hint={words.figure_filter_hint}
                    value={about.as_str().to_owned()}
                    {typed}
                />
                <Select
                    id="section"
                    label={words.choose_section}
                    value={of_section.clone().unwrap_or_default()}
                    choose={act.reform(|id: String| Action::Section(Some(id).filter(|id| !id.is_empty())))}
                >
                    <option value="" selected={of_section.is_none()}>{ texts.all }</option>
                    { for sections(section, of_section.as_deref()) }
                </Select>
                <Select
                    id="figures-by"
                    label={texts.group_by}
                    value={by.word()}
                    choose={act.reform(|word: String| Action::GroupFigures(FigureGroup::of(&word).unwrap_or_default()))}
                >
                    { for FigureGroup::ALL.iter().map(|(word, choice)| html! {
                        <option value={*word} selected={choice == by}>{ (words.figure_group)(*choice) }</option>
                    }) }
                </Select>
            </div>
            { chosen_in_print(&selection, texts) }
            <div class="count-line">
                <Count text={(texts.showing)(shown.len(), dataset.figures.len())} />
                if is_narrowed {
                    <button type="button" class="quiet" onclick={clear}>
                        { texts.clear_filter }
                    </button>
                }
            </div>
            if shown.is_empty() {
                <p class="nothing">{ words.no_figure }</p>
            } else {
                <table
                    class={if has_first_only { "figures-table first-rows" } else { "figures-table" }}
                    role="table"
                    aria-label={words.figures}
                >
                    <thead role="rowgroup">
                        <tr role="row">
                            { for columns.map(|(name, class)| html! {
                                <th key={name} role="columnheader" scope="col" {class}>{ name }</th>
                            }) }
                        </tr>
                    </thead>
                    { for groups.into_iter().zip(beyond).map(|((name, figures), is_beyond)| {
                        let key = name.clone();
                        let (section, query, item) = (section.clone(), query.clone(), item.clone());
                        let content =
                            move |()| group(&name, &figures, (is_beyond, is_by_place), &query, item.as_deref(), &section);
                        html! { <InTurn {key} {content} /> }
                    }) }
                </table>
                if has_more {
                    { rest }
                }
                <SaveTable
                    name={words.figures}
                    {selection}
                    list={List::Figures}
                    table={saved}
                    file={section.file()}
                    {texts}
                />
            }
        </div>
    }
}

/// The sections that have figures.
fn sections(section: &SectionProps, chosen: Option<&str>) -> Vec<Html> {
    let SectionProps { dataset, .. } = section;
    let material = section.material();
    let count = |id: &str| dataset.figures.iter().filter(|figure| figure.place.section == id).count();
    let counted = dataset.sections.iter().map(|section| (section, count(&section.id)));
    counted
        .filter(|(_, count)| *count > 0)
        .map(|(section, count)| {
            let name = format!("{} · {count}", material.section(&section.id));
            let is_chosen = chosen == Some(section.id.as_str());
            html! { <option value={section.id.clone()} selected={is_chosen}>{ name }</option> }
        })
        .collect()
}

/// The figures at those positions.
fn at<'a>(positions: &'a [usize], section: &'a SectionProps) -> impl Iterator<Item = &'a Figure> {
    positions.iter().filter_map(|position| section.dataset.figures.get(*position))
}

/// The positions of the figures of each group, which stand together; groups come in the order of the text.
fn grouped(figures: &[usize], by: FigureGroup, section: &SectionProps) -> Vec<(String, Vec<usize>)> {
    let material = section.material();
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (position, figure) in figures.iter().zip(at(figures, section)) {
        let name = match by {
            // The place stands at the group, not at each of its rows.
            FigureGroup::Section => material.place(&figure.place),
            FigureGroup::Measure => {
                let (name, base) = (material.texts.charts().dimension)(figure.quantity.unit.dimension());
                format!("{name} · {base}")
            }
            FigureGroup::Subject => (material.texts.pick)(&figure.subject).to_owned(),
        };
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, group)) => group.push(*position),
            None => groups.push((name, vec![*position])),
        }
    }
    groups
}

/// The rows of a group below its name.
fn group(
    name: &str,
    figures: &[usize],
    (is_beyond, is_by_place): (bool, bool),
    query: &Query,
    open: Option<&str>,
    section: &SectionProps,
) -> Html {
    html! {
        <tbody role="rowgroup" class={is_beyond.then_some("beyond")}>
            <tr role="row" class="category">
                <th role="rowheader" scope="rowgroup" colspan="4">{ name.to_owned() }</th>
            </tr>
            { for at(figures, section).map(|figure| row(figure, is_by_place, query, open, section)) }
        </tbody>
    }
}

fn row(
    figure: &Figure,
    is_by_place: bool,
    query: &Query,
    open: Option<&str>,
    section: &SectionProps,
) -> Html {
    let SectionProps { findings, texts, .. } = section;
    let material = section.material();
    let is_open = open == Some(figure.id.as_str());
    let (key, subject) = marked_parts(&material.subject(figure), query);
    let checks = findings.iter().filter(|finding| finding.figures.contains(&figure.id)).count();
    html! {
        <tr
            role="row"
            key={figure.id.clone()}
            id={anchor(&figure.id)}
            class={if is_open { "indicator chosen" } else { "indicator" }}
            data-test="figure-row"
        >
            <th role="rowheader" scope="row" {key}>
                { for subject }
                { for figure.scope.as_ref().map(|scope| (texts.explore().counted_of)((texts.pick)(scope))) }
                if let Some(note) = &figure.note {
                    <span class="attention">{ (texts.pick)(note) }</span>
                }
                if let Some(indicator) = &figure.indicator {
                    { item_link(section, indicator, html! { { texts.explore().to_indicator } }) }
                    { for same_name(section, figure.is_inferred) }
                }
                if checks > 0 {
                    <a href="#reconciliation">{ (texts.explore().checks)(checks) }</a>
                }
            </th>
            <td role="cell" class="number figure">
                { text_link(section, &paragraph_id(&figure.place, &figure.id), material.quantity(&figure.quantity)) }
            </td>
            <td role="cell">{ material.time(figure) }</td>
            if !is_by_place {
                <td role="cell" class="place">{ place_link(section, &figure.place, &figure.id) }</td>
            }
        </tr>
    }
}

/// What is chosen, in words.
fn selection(url: &UrlState, material: &Material<'_>) -> String {
    let section = url.section.as_deref().map(|id| material.section(id));
    let measure = url.measure.as_deref().and_then(|code| {
        let figures = &material.dataset.figures;
        let its = figures.iter().find(|figure| figure.quantity.unit.dimension().code() == code)?;
        Some((material.texts.charts().dimension)(its.quantity.unit.dimension()).0.to_owned())
    });
    let text = url.about.as_str().trim();
    let text = (!text.is_empty()).then(|| format!("“{text}”"));
    let chosen = [section, measure, text].into_iter().flatten();
    chosen.collect::<Vec<String>>().join(material.texts.charts().comma)
}
