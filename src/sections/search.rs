//! One search box over everything: indicators, projects, places, tasks and figures, by what their names, values and
//! pinyin say; `/` leads to it from anywhere.

use std::cell::Cell;

use plan_data::facet::{Choice, Facet};
use plan_data::{
    Answer, Dataset, Group, LookupKind as Kind, Matches, ProjectIndex, Query, Question, Record, look_up,
};
use yew::{
    Callback, FocusEvent, Html, InputEvent, KeyboardEvent, MouseEvent, component, html, use_callback,
    use_effect_with, use_mut_ref, use_node_ref, use_state_eq,
};

use super::{SectionProps, item_href};
use crate::browser::{
    Place, address, focus, focus_goes_elsewhere, focus_if_shown, is_in_sight, on_press_outside, on_slash,
    show_active_in, text_typed, use_composed_text,
};
use crate::charts::Material;
use crate::components::{Count, Link, key_of, link, marked};
use crate::state::{Group as ProjectGroup, QUERY_LIMIT, QueryText, UrlState, View, narrowed_href, of_link};
use crate::texts::Texts;

/// So many hits of a sort are listed.
const LISTED: usize = 5;

/// The box with what it finds.
#[component]
pub fn Search(section: &SectionProps) -> Html {
    let SectionProps { dataset, index, texts, readings, .. } = section;
    let words = texts.explore();
    let text = use_state_eq(QueryText::default);
    let is_open = use_state_eq(|| false);
    let active = use_state_eq(|| None::<usize>);
    let (frame, field, list) = (use_node_ref(), use_node_ref(), use_node_ref());
    // The sort of which all are shown.
    let whole = use_state_eq(|| None::<Kind>);
    let question = Question::new(text.as_str(), dataset, readings);
    let query = question.literal();
    let limit = |kind: Kind| if *whole == Some(kind) { usize::MAX } else { LISTED };
    let Answer { groups, is_partial } = look_up(dataset, &question, &Matches::of(&question, index), limit);
    let leads: Vec<Lead> = groups
        .iter()
        .flat_map(|group| {
            let hits = group.hits.iter().map(|record| Lead::To(leads_to(record, section)));
            hits.chain((group.hits.len() < group.total).then_some(Lead::All(group.kind)))
        })
        .collect();

    let came_from = use_mut_ref(|| None::<Place>);
    {
        let came_from = came_from.clone();
        use_effect_with((), move |()| {
            let listening = on_slash(move || {
                came_from.replace(Some(Place::of_focus()));
                focus(FIELD);
            });
            move || drop(listening)
        });
    }
    {
        let (is_open, frame) = (is_open.clone(), frame.clone());
        use_effect_with(*is_open, move |now| {
            let listening = now.then(|| on_press_outside(&frame, move || is_open.set(false)));
            move || drop(listening)
        });
    }
    {
        let list = list.clone();
        use_effect_with(*active, move |active| {
            if active.is_some() {
                show_active_in(&list);
            }
        });
    }
    let close = {
        let (text, is_open, active) = (text.clone(), is_open.clone(), active.clone());
        Callback::from(move |()| {
            text.set(QueryText::default());
            is_open.set(false);
            active.set(None);
            // On a phone the field goes out of sight, and the keyboard with it.
            focus_if_shown(OPENER);
        })
    };
    let typed = {
        let (text, is_open, active) = (text.clone(), is_open.clone(), active.clone());
        let whole = whole.clone();
        use_callback((), move |typed: String, ()| {
            text.set(QueryText::new(&typed));
            whole.set(None);
            is_open.set(true);
            active.set(None);
        })
    };
    use_composed_text(&field, typed.clone());
    let follow = {
        let section = section.clone();
        Callback::from(move |href: String| {
            if let Some(action) = of_link(&href, &section.store.now().url, &section.dataset) {
                section.act.emit(action);
            }
        })
    };
    // On a phone the search takes the place of the page: the Back key closes it. From what was chosen there it leads back to the hits.
    let is_over = use_mut_ref(|| false);
    {
        let (close, text, is_open) = (close.clone(), text.clone(), is_open.clone());
        let is_over = is_over.clone();
        use_effect_with((), move |()| {
            let listening = address::on_arrival(move |entry| {
                let was_over = is_over.replace(entry.is_over);
                if !entry.searched.is_empty() {
                    text.set(QueryText::new(&entry.searched));
                    is_open.set(true);
                } else if was_over {
                    close.emit(());
                }
            });
            move || drop(listening)
        });
    }
    let leave = {
        let (close, text, is_over) = (close.clone(), text.clone(), is_over.clone());
        Callback::from(move |chosen: Option<String>| match chosen {
            Some(href) => {
                address::note_search(text.as_str());
                is_over.replace(false);
                close.emit(());
                follow.emit(href);
            }
            None if *is_over.borrow() => address::back(),
            None => {
                address::note_search("");
                close.emit(());
            }
        })
    };
    let typed_again = typed.clone();
    let show_whole = {
        let whole = whole.clone();
        Callback::from(move |kind: Kind| whole.set(Some(kind)))
    };
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(text) = text_typed(&event) {
            typed.emit(text);
        }
    });
    let onkeydown = {
        let (active, leads, leave, text) = (active.clone(), leads.clone(), leave.clone(), text.clone());
        let show_whole = show_whole.clone();
        Callback::from(move |event: KeyboardEvent| {
            // An input method has keys of its own; one browser says so by this code only.
            if event.is_composing() || event.key_code() == 229 {
                return;
            }
            let count = leads.len();
            match event.key().as_str() {
                "ArrowDown" if count > 0 => active.set(Some(active.map_or(0, |at| (at + 1) % count))),
                "ArrowUp" if count > 0 => active.set(Some((active.unwrap_or(count) + count - 1) % count)),
                "Enter" => match leads.get(active.unwrap_or(0)) {
                    Some(Lead::To(href)) => leave.emit(Some(href.clone())),
                    Some(Lead::All(kind)) => show_whole.emit(*kind),
                    None => {}
                },
                "Escape" if !text.as_str().is_empty() => leave.emit(None),
                "Escape" => {
                    leave.emit(None);
                    if let Some(place) = came_from.take() {
                        place.go_back();
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onfocusout = {
        let (frame, is_open) = (frame.clone(), is_open.clone());
        Callback::from(move |event: FocusEvent| {
            if focus_goes_elsewhere(&frame, &event) {
                is_open.set(false);
            }
        })
    };
    let onfocus = {
        let (is_open, is_over) = (is_open.clone(), is_over.clone());
        Callback::from(move |_: FocusEvent| {
            // On a phone, where the field is out of sight until it has the focus.
            if !*is_open && is_in_sight(OPENER) && !is_over.replace(true) {
                address::push_over(false);
            }
            is_open.set(true);
        })
    };
    // The field keeps the focus, so that the list stays, wherever in it is pressed.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    let onsubmit = Callback::from(|event: yew::SubmitEvent| event.prevent_default());
    let expanded = *is_open && !leads.is_empty();
    let counted = if *is_open && !query.is_empty() {
        (words.search_count)(groups.iter().map(|group| group.total).sum(), text.as_str(), is_partial)
    } else {
        String::new()
    };
    let is_home = section.store.now().url.view == View::Home;
    let example = typed_example(&typed_again);
    html! {
        <div class={if *is_open { "search open" } else { "search" }}>
            if !is_home {
                { search_opener(texts) }
            }
            <form class="search-box" role="search" aria-label={words.search} ref={frame} {onfocusout} {onsubmit}>
                <input
                    id={FIELD}
                    data-test="search"
                    ref={field}
                    type="search"
                    role="combobox"
                    aria-label={words.search}
                    aria-autocomplete="list"
                    aria-expanded={expanded.to_string()}
                    aria-controls={LIST}
                    aria-activedescendant={active.filter(|_| expanded).map(option_id)}
                    aria-keyshortcuts="/"
                    value={text.as_str().to_owned()}
                    placeholder={(words.search_hint)(&kinds(dataset))}
                    maxlength={QUERY_LIMIT.to_string()}
                    autocomplete="off"
                    enterkeyhint="search"
                    {oninput}
                    {onkeydown}
                    {onfocus}
                />
                <button type="button" class="search-close quiet" onclick={leave.reform(|_: MouseEvent| None)}>
                    { words.back }
                </button>
                <div id={LIST} class="search-list" role="listbox" aria-label={words.search} ref={list} {onmousedown} hidden={!expanded}>
                    if expanded {
                        { options(section, &groups, query, *active, &leave, &show_whole) }
                    }
                </div>
                <Count class={if counted.is_empty() { "visually-hidden" } else { "search-count" }} text={counted} />
            </form>
            if is_home {
                { examples(section, &example) }
            }
        </div>
    }
}

/// What there is to be found, in the order of the hits.
fn kinds(dataset: &Dataset) -> Vec<Kind> {
    let has_place = dataset.projects.iter().any(|project| !project.parts.is_empty());
    let all = [
        (Kind::Indicator, !dataset.indicators.is_empty()),
        (Kind::Project, !dataset.projects.is_empty()),
        (Kind::Place, has_place),
        (Kind::Task, !dataset.tasks.is_empty()),
        (Kind::Figure, !dataset.figures.is_empty()),
    ];
    all.into_iter().filter_map(|(kind, is_there)| is_there.then_some(kind)).collect()
}

/// Puts an example into the field.
fn typed_example(typed: &Callback<String>) -> Callback<&'static str> {
    let typed = typed.clone();
    Callback::from(move |example: &'static str| {
        typed.emit(example.to_owned());
        focus(FIELD);
    })
}

/// What readers may look for: what is near them, and words that the search knows.
fn examples(section: &SectionProps, example: &Callback<&'static str>) -> Html {
    // The examples are of those that the package has words of readers for.
    if section.dataset.synonyms.is_empty() {
        return Html::default();
    }
    let words = section.texts.explore();
    let near = UrlState { view: View::Projects, by: ProjectGroup::Place, ..UrlState::default() }.href();
    html! {
        <ul class="search-examples">
            <li>{ link(Link { href: near, ..Link::default() }, words.near_me) }</li>
            { for words.search_examples.into_iter().map(|word| html! {
                <li><button type="button" class="quiet" onclick={example.reform(move |_: MouseEvent| word)}>{ word }</button></li>
            }) }
        </ul>
    }
}

/// The button that opens the search on a phone, in the navigation of every page.
pub(crate) fn search_opener(texts: &Texts) -> Html {
    let onclick = Callback::from(|_: MouseEvent| focus(FIELD));
    html! {
        <button type="button" id={OPENER} class="search-open quiet" aria-label={texts.explore().search} {onclick}>
            <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                <circle cx="10.5" cy="10.5" r="6.5" /><path d="M15.5 15.5 21 21" />
            </svg>
        </button>
    }
}

const FIELD: &str = "search";
const LIST: &str = "search-list";
const OPENER: &str = "search-open";

fn option_id(at: usize) -> String {
    format!("search-{at}")
}

/// What an option does.
#[derive(Clone, Debug, PartialEq)]
enum Lead {
    /// Leads there.
    To(String),
    /// Shows all of a sort.
    All(Kind),
}

/// The address of a hit: what is at a place is a list of projects.
fn leads_to(record: &Record<'_>, section: &SectionProps) -> String {
    match record.kind() {
        Kind::Place => narrowed_href(Facet::Place.code(), record.id(), View::Projects),
        Kind::Indicator | Kind::Project | Kind::Task | Kind::Figure => item_href(section, record.id()),
    }
}

fn options(
    section: &SectionProps,
    groups: &[Group<'_>],
    query: &Query,
    active: Option<usize>,
    leave: &Callback<Option<String>>,
    show_whole: &Callback<Kind>,
) -> Html {
    let texts = section.texts;
    let material = section.material();
    let at = Cell::new(0);
    let next = || at.replace(at.get() + 1);
    // The last of a sort shows the rest of it.
    let more = |group: &Group<'_>| {
        let (number, kind) = (next(), group.kind);
        let is_active = active == Some(number);
        html! {
            <div
                id={option_id(number)}
                class={if is_active { "option active" } else { "option" }}
                role="option"
                aria-selected={is_active.to_string()}
                data-test="search-all"
                onclick={show_whole.reform(move |_: MouseEvent| kind)}
            >
                { (texts.explore().show_all)(group.total) }
            </div>
        }
    };
    let option = |record: &Record<'_>| {
        let number = next();
        let is_active = active == Some(number);
        let href = leads_to(record, section);
        let onclick = leave.reform(move |_: MouseEvent| Some(href.clone()));
        html! {
            <div
                key={record.id().to_owned()}
                id={option_id(number)}
                class={if is_active { "option active" } else { "option" }}
                role="option"
                aria-selected={is_active.to_string()}
                data-test="search-option"
                {onclick}
            >
                { marked("option-title", None, &title(record, &material), query) }
                <span class="option-about">{ about(record, &material, &section.index) }</span>
            </div>
        }
    };
    html! {
        { for groups.iter().map(|group| {
            let name = (texts.explore().kind)(group.kind);
            html! {
                <div role="group" key={key_of([name, &group.total.to_string()])} aria-label={name}>
                    <p class="option-group" aria-hidden="true">{ format!("{name} · {}", group.total) }</p>
                    { for group.hits.iter().map(&option) }
                    { for (group.hits.len() < group.total).then(|| more(group)) }
                </div>
            }
        }) }
    }
}

/// The words of the record: projects are named in Chinese only, as the list has them.
fn title(record: &Record<'_>, material: &Material<'_>) -> String {
    match record {
        Record::Project(project) => project.name.zh.clone(),
        Record::Figure(figure) => material.subject(figure),
        other => (material.texts.pick)(other.title()).to_owned(),
    }
}

/// What tells it from others of that title.
fn about(record: &Record<'_>, material: &Material<'_>, index: &ProjectIndex) -> String {
    let texts = material.texts;
    match record {
        Record::Indicator(indicator) => {
            let [actual, plan] = material.sides(indicator);
            [actual, plan].join(texts.charts().comma)
        }
        Record::Project(project) => {
            let location = project.location.as_ref().map(|location| (texts.pick)(location));
            let in_text = (!project.mentions.is_empty()).then_some(texts.page().main_text);
            let told = location.or(in_text).or_else(|| material.dataset.progress(project));
            told.unwrap_or_default().to_owned()
        }
        Record::Place(place) => {
            let all = index.select(&Query::default(), &Choice::default()).counts(index, Facet::Place);
            let there = all.iter().find(|(known, _)| *known == place.id);
            (texts.count)(there.map_or(0, |(_, count)| *count))
        }
        Record::Task(task) => {
            let target = task.target.as_ref().map(|target| material.quantity(target));
            let place = Some(material.place(&task.place)).filter(|place| !place.is_empty());
            target.into_iter().chain(place).collect::<Vec<_>>().join(" · ")
        }
        Record::Figure(figure) => {
            [material.quantity(&figure.quantity), material.time(figure), material.place(&figure.place)]
                .join(" · ")
        }
    }
}
