//! The projects: bars that filter them, a filter by text, the list.

use plan_data::facet::{Choice, Facet, matches};
use plan_data::{Project, Query};
use yew::{
    Callback, Html, InputEvent, MouseEvent, Properties, SubmitEvent, component, html, use_node_ref,
    use_state_eq,
};

use super::SectionProps;
use super::project::ProjectItem;
use crate::browser::{focus, text_typed, use_composed_text};
use crate::charts::{ALWAYS_SHOWN, facet_of, projects};
use crate::components::Figure;
use crate::state::{QUERY_LIMIT, QueryText};

/// What the section is given.
#[derive(PartialEq, Properties)]
pub struct ProjectsProps {
    /// The report and the words.
    pub section: SectionProps,
    /// The text that the projects are filtered by.
    pub query: QueryText,
    /// What else they are filtered by.
    pub choice: Choice,
    /// Called with the edited text.
    pub filter: Callback<String>,
    /// Called with a facet and the value that is chosen or taken back.
    pub toggle: Callback<(Facet, String)>,
    /// Called when text and choices are taken back.
    pub clear: Callback<()>,
}

/// The section: bars, filter, count, list.
#[component]
pub fn Projects(props: &ProjectsProps) -> Html {
    let ProjectsProps { section, choice, filter, toggle, clear, .. } = props;
    let SectionProps { dataset, texts, .. } = section;
    let words = &texts.charts;
    let text = props.query.as_str();
    let query = Query::new(text).spelling(section.readings.clone());
    let all_places = use_state_eq(|| false);
    let facets_open = use_state_eq(|| false);
    let material = section.material();
    let shown: Vec<&Project> =
        dataset.projects.iter().filter(|project| matches(project, &query, choice, None)).collect();
    let spec = projects(&material, (text, &query), choice, *all_places);
    let chosen: Vec<String> = Facet::ALL
        .into_iter()
        .flat_map(|facet| choice.of(facet).iter().map(move |value| material.value_name(facet, value)))
        .collect();
    let chosen = chosen.join(words.comma);
    let choose = {
        let toggle = toggle.clone();
        Callback::from(move |id: String| {
            if let Some((facet, value)) = facet_of(&id) {
                toggle.emit((facet, value.to_owned()));
            }
        })
    };
    let oninput = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = text_typed(&event) {
                filter.emit(text);
            }
        })
    };
    let field = use_node_ref();
    use_composed_text(&field, filter.clone());
    // The filter works as one types: there is nothing to send.
    let onsubmit = |event: SubmitEvent| event.prevent_default();
    let more = {
        let all_places = all_places.clone();
        move |_: MouseEvent| all_places.set(!*all_places)
    };
    let places = dataset.places.len();
    let hint = (texts.filter_hint)(dataset.places.first().map_or("", |place| &place.name.zh));
    let open = {
        let facets_open = facets_open.clone();
        move |_: MouseEvent| facets_open.set(!*facets_open)
    };
    html! {
        <section id="projects" aria-labelledby="projects-heading">
            <h2 id="projects-heading">{ texts.projects }</h2>
            <p class="scope">
                { (texts.projects_scope)(
                    dataset.projects.len(),
                    dataset.land_projects().count(),
                    (texts.pick)(&dataset.report.project_list),
                ) }
            </p>
            <div class="explore">
                // Where the bars would push the list out of sight, a button opens them (styles/projects.css).
                <button
                    type="button"
                    class="open-facets"
                    aria-expanded={facets_open.to_string()}
                    aria-controls="facet-bars"
                    onclick={open}
                >
                    { words.show_facets }
                </button>
                <div id="facet-bars" class={if *facets_open { "facets open" } else { "facets" }}>
                    <Figure
                        {spec}
                        file={section.file()}
                        date={section.date()}
                        is_nested=true
                        {choose}
                        follow={Some(("#project-list", (texts.showing)(shown.len(), dataset.projects.len())))}
                        {texts}
                    >
                        if places > ALWAYS_SHOWN {
                            <p class="control">
                                <button type="button" class="quiet" aria-expanded={all_places.to_string()} onclick={more}>
                                    { if *all_places { words.fewer_places.to_owned() } else { (words.all_places)(places) } }
                                </button>
                            </p>
                        }
                    </Figure>
                </div>
                <div id="project-list" class="results">
                    <form class="filter" role="search" {onsubmit}>
                        <label for="project-filter">{ texts.filter }</label>
                        <input
                            id="project-filter"
                            data-test="project-filter"
                            type="search"
                            value={text.to_owned()}
                            placeholder={hint}
                            maxlength={QUERY_LIMIT.to_string()}
                            autocomplete="off"
                            enterkeyhint="search"
                            {oninput}
                            ref={field}
                        />
                        { chips(section, choice, toggle, clear) }
                        <p class="count" role="status">{ (texts.showing)(shown.len(), dataset.projects.len()) }</p>
                    </form>
                    if shown.is_empty() {
                        <div class="nothing">
                            <p>{ (texts.nothing_found)(text, &chosen) }</p>
                            <button type="button" onclick={clear.reform(|_: MouseEvent| focus("project-filter"))}>
                                { texts.clear_filter }
                            </button>
                        </div>
                    } else {
                        <ol class="projects">
                            { for shown.into_iter().map(|project| html! {
                                <ProjectItem
                                    key={project.id.clone()}
                                    section={section.clone()}
                                    project={project.clone()}
                                    query={query.clone()}
                                    toggle={toggle.clone()}
                                />
                            }) }
                        </ol>
                    }
                </div>
            </div>
        </section>
    }
}

/// What is chosen, each a button that takes it back; and one that takes back all.
fn chips(
    section: &SectionProps,
    choice: &Choice,
    toggle: &Callback<(Facet, String)>,
    clear: &Callback<()>,
) -> Html {
    let texts = section.texts;
    if choice.is_empty() {
        return html! { <div class="chips"></div> };
    }
    let material = section.material();
    let chip = |(facet, value): (Facet, &String)| {
        let name = material.value_name(facet, value);
        let chosen = (facet, value.clone());
        html! {
            <button
                type="button"
                class="chip"
                aria-label={(texts.take_back)(&name)}
                onclick={toggle.reform(move |_: MouseEvent| {
                    // The button goes away: the focus stays near.
                    focus("project-filter");
                    chosen.clone()
                })}
            >
                { name }{ " ×" }
            </button>
        }
    };
    let chosen =
        Facet::ALL.into_iter().flat_map(|facet| choice.of(facet).iter().map(move |value| (facet, value)));
    html! {
        <div class="chips">
            <span>{ texts.chosen }</span>
            { for chosen.map(chip) }
            <button type="button" class="quiet" onclick={clear.reform(|_: MouseEvent| focus("project-filter"))}>{ texts.clear_filter }</button>
        </div>
    }
}
