//! The projects: bars that filter them, a filter by text, the list in the order and groups that the reader chooses, and the
//! one that is open beside it.

use std::rc::Rc;

use plan_data::facet::{Choice, Facet};
use plan_data::{Order, Query, Selection};
use yew::{Callback, Html, MouseEvent, Properties, SubmitEvent, component, html, use_memo, use_state_eq};

use super::heading::SectionHeading;
use super::project::ProjectDetail;
use super::project_row::{GroupRow, ProjectRow};
use super::{SectionProps, Share};
use crate::browser::focus;
use crate::charts::{ALWAYS_SHOWN, Chosen, facet_of, projects, projects_table};
use crate::components::{Detail, Figure, SaveTable, Select, TextField, WHOLE_UP_TO, Windowed};
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
#[derive(Clone, Debug, PartialEq)]
enum Line {
    /// The heading of a group: its value, and how many projects are in it.
    Group(String, usize),
    /// The project of that position in the dataset.
    Project(u32),
}

/// The section.
#[component]
pub fn Projects(props: &ProjectsProps) -> Html {
    let ProjectsProps { section, view, query: text, choice, order, by, item } = props;
    let SectionProps { dataset, index, texts, act, .. } = section;
    let words = &texts.explore;
    let all = dataset.projects.len();
    let query = use_memo(text.clone(), |text| Query::new(text.as_str()).spelling(section.readings.clone()));
    let selection = use_memo((text.clone(), choice.clone()), |(_, choice)| index.select(&query, choice));
    let lines = use_memo((text.clone(), choice.clone(), *order, *by, texts.lang), |_| {
        lines(section, &selection, *order, *by)
    });
    let all_places = use_state_eq(|| false);
    let facets_open = use_state_eq(|| false);
    let material = section.material();
    let chosen = Chosen { text: text.as_str(), choice, selection: &selection };
    let spec = projects(&material, index, &chosen, *all_places);
    let open = item.as_ref().filter(|id| dataset.projects.iter().any(|project| project.id == **id));
    let choose = {
        let act = act.clone();
        Callback::from(move |id: String| {
            if let Some((facet, value)) = facet_of(&id) {
                act.emit(Action::Toggle(facet, value.to_owned()));
            }
        })
    };
    // The filter works as one types: there is nothing to send.
    let onsubmit = |event: SubmitEvent| event.prevent_default();
    let more = {
        let all_places = all_places.clone();
        move |_: MouseEvent| all_places.set(!*all_places)
    };
    let show_facets = {
        let facets_open = facets_open.clone();
        move |_: MouseEvent| facets_open.set(!*facets_open)
    };
    let places = dataset.places.len();
    let count = Facet::ALL.iter().map(|facet| choice.of(*facet).len()).sum::<usize>();
    let told = (texts.showing)(selection.len(), all);
    let saved = {
        let (section, selection, order) = (section.clone(), selection.clone(), *order);
        Callback::from(move |()| {
            let positions = selection.in_order(section.index.order(sorted(order, &section)));
            projects_table(&section.material(), positions)
        })
    };
    let name = spec.name.clone();
    let selected = spec.selection.clone();
    html! {
        <section id="projects" aria-labelledby="projects-heading">
            <SectionHeading section={section.clone()} of={View::Projects} view={*view} id="projects-heading" />
            <p class="scope">
                { (texts.projects_scope)(
                    all,
                    dataset.land_projects().count(),
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
                    <Figure
                        {spec}
                        file={section.file()}
                        date={section.date()}
                        is_nested=true
                        {choose}
                        follow={Some(("#project-list", told.clone()))}
                        {texts}
                    >
                        if places > ALWAYS_SHOWN {
                            <p class="control">
                                <button type="button" class="quiet" aria-expanded={all_places.to_string()} onclick={more}>
                                    { if *all_places { texts.charts.fewer_places.to_owned() } else { (texts.charts.all_places)(places) } }
                                </button>
                            </p>
                        }
                    </Figure>
                </div>
                <Detail
                    id="project-detail"
                    name={words.project}
                    open={open.cloned()}
                    close={act.reform(|()| Action::Close)}
                    back={words.back}
                    bar={html! { <Share ..section.clone() /> }}
                >
                    if let Some(open) = open {
                        <ProjectDetail section={section.clone()} id={open.clone()} />
                    }
                </Detail>
                <div id="project-list" class="results">
                    <form class="filter" role="search" {onsubmit}>
                        <TextField
                            id="project-filter"
                            label={texts.filter}
                            hint={(texts.filter_hint)(dataset.places.first().map_or("", |place| &place.name.zh))}
                            value={text.as_str().to_owned()}
                            typed={act.reform(Action::Filter)}
                        />
                        <div class="controls">
                            <Select
                                id="order"
                                label={texts.charts.sort}
                                value={order.word()}
                                choose={act.reform(|word: String| Action::Order(ProjectSort::of(&word).unwrap_or_default()))}
                            >
                                { for ProjectSort::ALL.iter().map(|(word, choice)| html! {
                                    <option value={*word} selected={choice == order}>{ (words.project_sort)(*choice) }</option>
                                }) }
                            </Select>
                            <Select
                                id="by"
                                label={words.group_by}
                                value={by.word()}
                                choose={act.reform(|word: String| Action::GroupBy(Group::of(&word).unwrap_or_default()))}
                            >
                                { for Group::ALL.iter().map(|(word, choice)| html! {
                                    <option value={*word} selected={choice == by}>{ (words.project_group)(*choice) }</option>
                                }) }
                            </Select>
                        </div>
                        { chips(section, choice) }
                        <p class="count" role="status">{ told }</p>
                    </form>
                    if selection.is_empty() {
                        { nothing(section, text, choice) }
                    } else {
                        <Windowed
                            count={lines.len()}
                            key_of_rows={format!("{}|{choice:?}|{order:?}|{by:?}", text.as_str())}
                            row={row(section, &lines, &query, *by, open)}
                            class="projects"
                        />
                        <SaveTable {name} selection={selected} table={saved} file={section.file()} {texts} />
                    }
                </div>
            </div>
        </section>
    }
}

/// The order of the index that readers of a language mean.
fn sorted(order: ProjectSort, section: &SectionProps) -> Order {
    match (order, section.texts.lang) {
        (ProjectSort::Report, _) => Order::Report,
        (ProjectSort::Name, Lang::Zh) => Order::Name,
        (ProjectSort::Name, Lang::En) => Order::EnglishName,
    }
}

fn lines(section: &SectionProps, selection: &Selection, order: ProjectSort, by: Group) -> Vec<Line> {
    let order = section.index.order(sorted(order, section));
    let Some(facet) = by.facet() else {
        return selection.in_order(order).map(Line::Project).collect();
    };
    let groups = section.index.grouped(selection, facet, order);
    let group = |(value, projects): (&str, Vec<u32>)| {
        let heading = Line::Group(value.to_owned(), projects.len());
        std::iter::once(heading).chain(projects.into_iter().map(Line::Project))
    };
    groups.into_iter().flat_map(group).collect()
}

/// Makes the rows of the list.
fn row(
    section: &SectionProps,
    lines: &Rc<Vec<Line>>,
    query: &Rc<Query>,
    by: Group,
    open: Option<&String>,
) -> Callback<usize, Html> {
    let (section, lines, query, open) = (section.clone(), lines.clone(), query.clone(), open.cloned());
    let of = (lines.len() > WHOLE_UP_TO).then_some(lines.len());
    Callback::from(move |at: usize| match (lines.get(at), by.facet()) {
        (Some(Line::Project(position)), _) => {
            let position = *position as usize;
            let is_open = section.dataset.projects.get(position).map(|project| &project.id) == open.as_ref();
            // A project that stands in several groups is there several times.
            let key = if by == Group::None { position } else { at };
            let place = of.map(|of| (at + 1, of));
            html! {
                <ProjectRow {key} section={section.clone()} {position} {place} query={query.clone()} {is_open} />
            }
        }
        (Some(Line::Group(value, count)), Some(facet)) => {
            let name = section.material().value_name(facet, value);
            let count = (section.texts.count)(*count);
            html! { <GroupRow key={format!("group-{value}")} {name} {count} /> }
        }
        _ => Html::default(),
    })
}

/// What to loosen where nothing is left.
fn nothing(section: &SectionProps, text: &QueryText, choice: &Choice) -> Html {
    let SectionProps { texts, act, .. } = section;
    let material = section.material();
    let chosen: Vec<String> = Facet::ALL
        .into_iter()
        .flat_map(|facet| choice.of(facet).iter().map(move |value| material.value_name(facet, value)))
        .collect();
    let clear = act.reform(|_: MouseEvent| {
        focus("project-filter");
        Action::ClearProjects
    });
    html! {
        <div class="nothing">
            <p>{ (texts.nothing_found)(text.as_str(), &chosen.join(texts.charts.comma)) }</p>
            <button type="button" onclick={clear}>{ texts.clear_filter }</button>
        </div>
    }
}

/// What is chosen, each a button that takes it back; and one that takes back all.
fn chips(section: &SectionProps, choice: &Choice) -> Html {
    let SectionProps { texts, act, .. } = section;
    if choice.is_empty() {
        return html! { <div class="chips"></div> };
    }
    let material = section.material();
    let chip = |(facet, value): (Facet, &String)| {
        let name = material.value_name(facet, value);
        let chosen = value.clone();
        html! {
            <button
                type="button"
                class="chip"
                aria-label={(texts.take_back)(&name)}
                onclick={act.reform(move |_: MouseEvent| {
                    // The button goes away: the focus stays near.
                    focus("project-filter");
                    Action::Toggle(facet, chosen.clone())
                })}
            >
                { name }{ " ×" }
            </button>
        }
    };
    let chosen =
        Facet::ALL.into_iter().flat_map(|facet| choice.of(facet).iter().map(move |value| (facet, value)));
    let clear = act.reform(|_: MouseEvent| {
        focus("project-filter");
        Action::ClearProjects
    });
    html! {
        <div class="chips">
            <span>{ texts.chosen }</span>
            { for chosen.map(chip) }
            <button type="button" class="quiet" onclick={clear}>{ texts.clear_filter }</button>
        </div>
    }
}
