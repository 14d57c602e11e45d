//! The list of projects: a filter by text, the order and groups that the reader chooses, and the list taken along.

use std::rc::Rc;

use plan_data::facet::{Choice, Facet};
use plan_data::{Order, Project};
use yew::{Callback, Html, component, html, use_callback, use_memo};

use super::found::{Found, use_found};
use super::list_controls::{COUNT, clear};
use super::listed::use_listed;
use super::project_row::{ProjectRow, group_row};
use super::{SectionProps, anchor};
use crate::charts::projects_table;
use crate::components::{
    Count, FIRST_ROWS, SaveTable, TextField, WHOLE_UP_TO, Windowed, changing, chosen_in_print, use_first_rows,
};
use crate::published::List;
use crate::state::{Action, Group, Lang, ProjectSort, UrlState, use_url};

/// The rows that are not shown at first.
const REST: &str = "ol.projects > :nth-child(n + 21 of li:not([hidden]))";

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Line {
    /// The heading of that group.
    Group(usize),
    /// The project of that position in the dataset.
    Project(u32),
}

/// The rows of the list.
#[derive(Debug, Default, PartialEq)]
struct Lines {
    rows: Vec<Line>,
    /// The value of each group, and how many projects are in it.
    groups: Vec<(String, usize)>,
}

/// The field that filters the list by text.
#[component]
pub fn ProjectFilter(section: &SectionProps) -> Html {
    let url = use_url(&section.store, |url| UrlState { query: url.query.clone(), ..UrlState::default() });
    let SectionProps { dataset, texts, act, .. } = section;
    let place = dataset.places.first().map_or("", |place| (texts.pick)(&place.name));
    // The same callback in every render: a field whose properties change loses what is being composed.
    let typed = use_callback(act.clone(), |text: String, act| act.emit(Action::Filter(text)));
    html! {
        <TextField
            id="project-filter"
            label={texts.filter}
            hint={(texts.filter_hint)(place, dataset.land_projects().next().is_some())}
            value={url.query.as_str().to_owned()}
            {typed}
        />
    }
}

/// The list, and how many projects are in it.
#[component]
pub fn ProjectList(section: &SectionProps) -> Html {
    let url = use_url(&section.store, |url| UrlState {
        query: url.query.clone(),
        choice: url.choice.clone(),
        order: url.order,
        by: url.by,
        item: url.item.clone(),
        ..UrlState::default()
    });
    let UrlState { query: text, choice, order, by, item: open, .. } = &url;
    let SectionProps { dataset, texts, act, .. } = section;
    let found = use_found(section, text, choice);
    let position =
        open.as_ref().and_then(|open| dataset.projects.iter().position(|project| project.id == *open));
    let is_listed = position.is_some_and(|at| u32::try_from(at).is_ok_and(|at| found.selection.contains(at)));
    use_listed(open.as_ref(), is_listed, act);
    let lines = use_memo((lines_of(&found, section, *by), *order, *by), |(found, order, by)| {
        lines(section, found.as_deref(), *order, *by)
    });
    let all = dataset.projects.len();
    let told = (texts.showing)(found.selection.len(), all);
    let (has_first_only, rest) = use_first_rows("projects", REST, texts.explore().whole_list);
    // A windowed list is short in the page as it is. An open project further down would stand below the name of another group.
    let is_open_below = |rows: &[Line]| {
        let at = position.and_then(|open| {
            rows.iter().position(|row| matches!(row, Line::Project(one) if *one as usize == open))
        });
        *by != Group::None && at.is_some_and(|at| at >= FIRST_ROWS)
    };
    let has_first_only = has_first_only && lines.rows.len() <= WHOLE_UP_TO && !is_open_below(&lines.rows);
    html! {
        <>
            { chosen_in_print(&found.selected(&section.material()), texts) }
            <Count id={COUNT} text={told} patterns={((texts.showing_pattern)(all), (texts.showing)(all, all))} />
            if found.selection.is_empty() {
                { nothing(section, &found) }
            }
            <Windowed
                count={lines.rows.len()}
                key_of_rows={key_of_rows(text.as_str(), choice, *order, *by)}
                row={row(section, &lines, &found, *by, open.as_ref())}
                class={if has_first_only { "projects first-rows" } else { "projects" }}
            />
            if has_first_only {
                { rest }
            }
        </>
    }
}

/// What saves the projects that are found.
#[component]
pub fn ProjectSave(section: &SectionProps) -> Html {
    let url = use_url(&section.store, |url| UrlState {
        query: url.query.clone(),
        choice: url.choice.clone(),
        order: url.order,
        ..UrlState::default()
    });
    let found = use_found(section, &url.query, &url.choice);
    if found.selection.is_empty() {
        return Html::default();
    }
    let selection = found.selected(&section.material());
    let saved = {
        let (section, order) = (section.clone(), url.order);
        Callback::from(move |()| {
            let positions = found.selection.in_order(section.index.order(sorted(order, &section)));
            projects_table(&section.material(), positions)
        })
    };
    html! {
        <SaveTable
            name={section.texts.charts().projects}
            {selection}
            list={List::Projects}
            table={saved}
            file={section.file()}
            texts={section.texts}
        />
    }
}

/// Another text for what may show other rows.
fn key_of_rows(text: &str, choice: &Choice, order: ProjectSort, by: Group) -> String {
    let mut key = vec![text, order.word(), by.word()];
    for facet in Facet::ALL {
        key.push(facet.code());
        key.extend(choice.of(facet).iter().map(String::as_str));
    }
    key.join("|")
}

/// The order of the index that readers of a language mean.
fn sorted(order: ProjectSort, section: &SectionProps) -> Order {
    match (order, section.texts.lang) {
        (ProjectSort::Report, _) => Order::Report,
        (ProjectSort::Name, Lang::Zh) => Order::Name,
        (ProjectSort::Name, Lang::En) => Order::EnglishName,
    }
}

/// A short list without groups has all projects, those that are not found hidden: rows that stay need not be made again.
fn is_kept_whole(section: &SectionProps, by: Group) -> bool {
    by == Group::None && section.dataset.projects.len() <= WHOLE_UP_TO
}

/// What the list is made of; `None` where it is of all projects.
fn lines_of(found: &Rc<Found>, section: &SectionProps, by: Group) -> Option<Rc<Found>> {
    (!is_kept_whole(section, by)).then(|| found.clone())
}

fn lines(section: &SectionProps, found: Option<&Found>, order: ProjectSort, by: Group) -> Lines {
    let order = section.index.order(sorted(order, section));
    let mut lines = Lines::default();
    match (found, by.facet()) {
        (None, _) => lines.rows.extend(order.iter().copied().map(Line::Project)),
        (Some(found), None) => lines.rows.extend(found.selection.in_order(order).map(Line::Project)),
        (Some(found), Some(facet)) => {
            let mut groups = section.index.grouped(&found.selection, facet, order);
            if facet == Facet::Place {
                plan_lean::sort_by_key(&mut groups, |(place, _)| section.material().place_order(place));
            }
            for (value, projects) in groups {
                lines.rows.push(Line::Group(lines.groups.len()));
                lines.groups.push((value.to_owned(), projects.len()));
                lines.rows.extend(projects.into_iter().map(Line::Project));
            }
        }
    }
    lines
}

/// Makes the rows of the list.
fn row(
    section: &SectionProps,
    lines: &Rc<Lines>,
    found: &Rc<Found>,
    by: Group,
    open: Option<&String>,
) -> Callback<usize, Html> {
    let (section, lines, found, open) = (section.clone(), lines.clone(), found.clone(), open.cloned());
    let is_whole = is_kept_whole(&section, by);
    let of = (lines.rows.len() > WHOLE_UP_TO).then(|| lines.rows.len().to_string());
    let nothing_marked = Rc::default();
    Callback::from(move |at: usize| match (lines.rows.get(at), by.facet()) {
        (Some(Line::Project(project)), _) => {
            let position = *project as usize;
            let is_open = section.dataset.projects.get(position).map(|project| &project.id) == open.as_ref();
            let is_found = found.selection.contains(*project);
            let query = if is_found { &found.query } else { &nothing_marked };
            // A whole list keeps the row of each project; in others a row gets other projects. A project may stand in several groups.
            let key = if is_whole { position } else { at };
            // Links lead to the first row of a project that stands in several groups.
            let is_first = by == Group::None
                || lines.rows.iter().position(|line| *line == Line::Project(*project)) == Some(at);
            let id = section.dataset.projects.get(position).filter(|_| is_first);
            html! {
                <li
                    {key}
                    id={id.map(|project| anchor(&project.id))}
                    hidden={!is_found}
                    data-test={is_found.then_some("project-row")}
                    class={is_open.then_some("chosen")}
                    data-also={id.and_then(|project| also_searched(project, &section))}
                    aria-posinset={of.as_ref().map(|_| (at + 1).to_string())}
                    aria-setsize={of.clone()}
                >
                    <ProjectRow key={position} section={section.clone()} {position} query={query.clone()} {is_open} />
                </li>
            }
        }
        (Some(Line::Group(group)), Some(facet)) => {
            let Some((value, count)) = lines.groups.get(*group) else {
                return Html::default();
            };
            let name = section.material().value_name(facet, value);
            let count = (section.texts.count)(*count);
            group_row(value, &name, &count)
        }
        _ => Html::default(),
    })
}

/// What is searched of a project and not shown in its row: static/first.js reads it from the prerendered page.
fn also_searched(project: &Project, section: &SectionProps) -> Option<String> {
    if cfg!(target_arch = "wasm32") {
        return None;
    }
    let mut texts: Vec<&str> = Vec::new();
    if section.texts.lang == Lang::Zh && section.dataset.has_english() {
        texts.push(&project.name.en);
        texts.extend(project.location.as_ref().map(|location| location.en.as_str()));
    }
    texts.extend(section.dataset.extras.of(&project.id).map(|extra| extra.text.as_str()));
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// What to loosen where nothing is left.
fn nothing(section: &SectionProps, found: &Found) -> Html {
    let texts = section.texts;
    let chosen = found.chosen(&section.material());
    html! {
        <div class="nothing">
            <p>{ changing((texts.nothing_found)(found.text.as_str(), &chosen)) }</p>
            <button type="button" onclick={clear(section)}>{ texts.clear_filter }</button>
        </div>
    }
}
