//! The projects: bars that filter them, a filter by text, the list in the order and groups that the reader chooses, and the
//! one that is open beside it.

use std::rc::Rc;

use plan_data::Order;
use plan_data::facet::{Choice, Facet};
use yew::{
    Callback, Html, MouseEvent, Properties, SubmitEvent, component, html, use_callback, use_memo,
    use_state_eq,
};

use super::facets::Facets;
use super::found::Found;
use super::heading::SectionHeading;
use super::list_controls::{COUNT, ListControls, clear};
use super::project::ProjectDetail;
use super::project_row::{GroupRow, ProjectRow};
use super::{SectionProps, Share};
use crate::charts::projects_table;
use crate::components::{Detail, SaveTable, TextField, WHOLE_UP_TO, Windowed};
use crate::state::{Action, Group, Lang, ProjectSort, QueryText, View};

/// What the section is given.
#[derive(PartialEq, Properties)]
pub struct ProjectsProps {
    /// The report and the words.
    pub section: SectionProps,
    /// What of the page is shown.
    pub view: View,
    /// The text that the projects are filtered by.
    pub query: QueryText,
    /// What else they are filtered by.
    pub choice: Choice,
    /// Their order.
    pub order: ProjectSort,
    /// What they are put together by.
    pub by: Group,
    /// The id of what is open.
    pub item: Option<String>,
}

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

/// The section.
#[component]
pub fn Projects(props: &ProjectsProps) -> Html {
    let ProjectsProps { section, view, query: text, choice, order, by, item } = props;
    let SectionProps { dataset, texts, act, .. } = section;
    let words = &texts.explore;
    let all = dataset.projects.len();
    let found = use_memo((text.clone(), choice.clone()), |(text, choice)| Found::new(section, text, choice));
    let lines =
        use_memo((lines_of(&found, section, *by), *order, *by, texts.lang), |(found, order, by, _)| {
            lines(section, found.as_deref(), *order, *by)
        });
    // The same for as long as the page is there: a field whose properties change takes what is being composed away.
    let typed = use_callback(act.clone(), |text: String, act| act.emit(Action::Filter(text)));
    let listed = use_memo((), |()| dataset.land_projects().count());
    let name = texts.charts.projects;
    let selected = found.selected(&section.material());
    let told = (texts.showing)(found.selection.len(), all);
    let facets_open = use_state_eq(|| false);
    let open = item.as_ref();
    // The filter works as one types: there is nothing to send.
    let onsubmit = |event: SubmitEvent| event.prevent_default();
    let show_facets = {
        let facets_open = facets_open.clone();
        move |_: MouseEvent| facets_open.set(!*facets_open)
    };
    let count = Facet::ALL.iter().map(|facet| choice.of(*facet).len()).sum::<usize>();
    let saved = {
        let (section, found, order) = (section.clone(), found.clone(), *order);
        Callback::from(move |()| {
            let positions = found.selection.in_order(section.index.order(sorted(order, &section)));
            projects_table(&section.material(), positions)
        })
    };
    html! {
        <section id="projects" aria-labelledby="projects-heading">
            <SectionHeading section={section.clone()} of={View::Projects} view={*view} id="projects-heading" />
            <p class="scope">
                { (texts.projects_scope)(
                    all,
                    *listed,
                    (texts.pick)(&dataset.report.project_list),
                ) }
            </p>
            <div class={if open.is_some() { "explore has-detail" } else { "explore" }}>
                // Where the bars would push the list out of sight, a button opens them (styles/projects.css).
                <button
                    type="button"
                    class="open-facets"
                    aria-expanded={facets_open.to_string()}
                    aria-controls="facet-bars"
                    onclick={show_facets}
                >
                    { (words.show_facets)(count) }
                </button>
                <div id="facet-bars" class={if *facets_open { "facets open" } else { "facets" }}>
                    <Facets section={section.clone()} found={found.clone()} />
                </div>
                <Detail
                    id="project-detail"
                    name={words.project}
                    is_open={open.is_some()}
                    close={act.reform(|()| Action::Close)}
                    back={words.back}
                    bar={html! { <Share ..section.clone() /> }}
                >
                    if let Some(open) = open {
                        <ProjectDetail section={section.clone()} id={open.clone()} />
                    }
                </Detail>
                <div id="project-list" class="results">
                    <form class="filter" role="search" aria-label={texts.filter} {onsubmit}>
                        <TextField
                            id="project-filter"
                            label={texts.filter}
                            hint={(texts.filter_hint)(dataset.places.first().map_or("", |place| &place.name.zh))}
                            value={text.as_str().to_owned()}
                            {typed}
                        />
                        <ListControls
                            section={section.clone()}
                            order={*order}
                            by={*by}
                            choice={choice.clone()}
                        />
                        <div class="count-line">
                            <p id={COUNT} class="count" role="status">{ told }</p>
                            <Share ..section.clone() />
                        </div>
                    </form>
                    if found.selection.is_empty() {
                        { nothing(section, &found) }
                    }
                    <Windowed
                        count={lines.rows.len()}
                        key_of_rows={key_of_rows(text.as_str(), choice, *order, *by)}
                        row={row(section, &lines, &found, *by, open)}
                        class="projects"
                    />
                    if !found.selection.is_empty() {
                        <SaveTable {name} selection={selected} table={saved} file={section.file()} {texts} />
                    }
                </div>
            </div>
        </section>
    }
}

/// The order of the index that readers of a language mean.
/// Another text for what may show other rows.
fn key_of_rows(text: &str, choice: &Choice, order: ProjectSort, by: Group) -> String {
    let mut key = vec![text, order.word(), by.word()];
    for facet in Facet::ALL {
        key.push(facet.code());
        key.extend(choice.of(facet).iter().map(String::as_str));
    }
    key.join("|")
}

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
            for (value, projects) in section.index.grouped(&found.selection, facet, order) {
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
            // Where all are there, rows stay those of their projects; elsewhere a row is filled with another project: that
            // costs less than making it. A project may stand in several groups.
            let key = if is_whole { position } else { at };
            html! {
                <li
                    {key}
                    hidden={!is_found}
                    data-test={is_found.then_some("project-row")}
                    class={is_open.then_some("chosen")}
                    aria-posinset={of.as_ref().map(|_| (at + 1).to_string())}
                    aria-setsize={of.clone()}
                >
                    <ProjectRow section={section.clone()} {position} query={query.clone()} {is_open} />
                </li>
            }
        }
        (Some(Line::Group(group)), Some(facet)) => {
            let Some((value, count)) = lines.groups.get(*group) else {
                return Html::default();
            };
            let name = section.material().value_name(facet, value);
            let count = (section.texts.count)(*count);
            html! { <GroupRow key={format!("group-{value}")} {name} {count} /> }
        }
        _ => Html::default(),
    })
}

/// What to loosen where nothing is left.
fn nothing(section: &SectionProps, found: &Found) -> Html {
    let texts = section.texts;
    let chosen = found.chosen(&section.material());
    html! {
        <div class="nothing">
            <p>{ (texts.nothing_found)(found.text.as_str(), &chosen) }</p>
            <button type="button" onclick={clear(section)}>{ texts.clear_filter }</button>
        </div>
    }
}
