//! The screen: text on one side, rows on the other, and what belongs to both. A text that can change is an element of `changing`, as in the app:
//! browsers that translate a page replace its text nodes, so none of ours is ever edited.

pub mod bar;
pub mod card;
pub mod form;
pub mod group;
pub mod keys;
pub mod rows;
pub mod text;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use plan_data::Language;
use yew::{
    AttrValue, Callback, Html, Properties, UseReducerHandle, component, hook, html, use_callback,
    use_effect_with, use_mut_ref, use_reducer,
};

use crate::browser::{go, on_key, on_leave, on_marked, on_near};
use crate::import::NotAnImport;
use crate::keys::action;
use crate::marks::byte_of;
use crate::model::{Action, Group, Marked, Mode, Pane, Review};
use crate::texts::{Place, Texts};

/// So long after the last change the page is told, in milliseconds.
const RESTED: u32 = 400;

/// The language of the report, whatever that of the screen is.
const REPORT_LANG: &str = "zh-CN";

/// A text that may become another; nothing where it is empty, so that styles can tell.
fn changing(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    if text.is_empty() {
        return Html::default();
    }
    html! { <span key={text.as_str()}>{ text }</span> }
}

/// Something that is the same as long as it is the same thing.
#[derive(Debug)]
pub struct Same<T>(pub Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the screen shows.
#[derive(PartialEq, Properties)]
pub struct ScreenProps {
    /// The review that it begins with.
    pub review: Same<Review>,
    /// The words.
    pub texts: &'static Texts,
    /// Called with the import as JSON after changes.
    pub changed: Callback<String>,
}

/// The screen.
#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    let texts = props.texts;
    let start = props.review.0.clone();
    let review = use_reducer(move || (*start).clone());
    let act = {
        let dispatcher = review.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let latest = use_mut_ref(|| review.clone());
    latest.replace(review.clone());
    {
        let goal = review.goal;
        use_effect_with(review.turn, move |_| go(goal));
    }
    use_listening(&latest, &act);
    use_telling(review.version, &latest, &props.changed);
    let pane = review.pane;
    let left = review.left();
    let told = review.told.as_ref().map(|told| (texts.told)(told, left)).unwrap_or_default();
    // Said again, it is a message of its own.
    let told = html! { <span key={review.telling}>{ told }</span> };
    let now = Same(Rc::new((*review).clone()));
    html! {
        <div class="review" data-pane={match pane { Pane::Rows => "rows", Pane::Text => "text" }}>
            <div class="review-head">
                <Progress left={left} all={review.to_look_at()} sure={review.count(Group::Sure).1} {texts} />
                <div class="review-tools">
                    <Tools can_undo={review.can_undo().0} can_redo={review.can_undo().1} {texts} act={act.clone()} />
                </div>
            </div>
            <div class="review-stick">
                <div class="switch review-switch" role="group" aria-label={texts.panes}>
                    { for [Pane::Rows, Pane::Text].map(|choice| html! {
                        <button
                            type="button"
                            aria-pressed={(pane == choice).to_string()}
                            onclick={act.reform(move |_| Action::Turn(choice))}
                        >
                            { (texts.pane)(choice) }
                        </button>
                    }) }
                </div>
                <p class="review-told" role="status">{ told }</p>
            </div>
            <div class="review-panes">
                <text::Text review={now.clone()} {texts} act={act.clone()} />
                <rows::Rows review={now.clone()} {texts} act={act.clone()} />
            </div>
            <bar::Bar review={now} {texts} act={act.clone()} />
            if review.mode == Mode::Keys {
                <keys::Keys has_keys={review.has_keys} {texts} {act} />
            }
        </div>
    }
}

/// The review as it was rendered last, for what is heard between two renderings.
type Latest = Rc<RefCell<UseReducerHandle<Review>>>;

/// Hears keys, marked text, and rows that come near, for as long as the screen is there.
#[hook]
fn use_listening(latest: &Latest, act: &Callback<Action>) {
    let (act, latest) = (act.clone(), latest.clone());
    use_effect_with((), move |()| {
        let keys = {
            let (act, latest) = (act.clone(), latest.clone());
            on_key(move |key| {
                let action = action(&key, &latest.borrow());
                let is_known = action.is_some();
                if let Some(action) = action {
                    act.emit(action);
                }
                is_known
            })
        };
        let marking = {
            let (act, latest) = (act.clone(), latest.clone());
            on_marked(move |units| {
                let marked = units.and_then(|units| marked(&latest.borrow(), &units));
                let is_marked = matches!(latest.borrow().mode, Mode::Choosing(_));
                match marked {
                    Some(marked) => act.emit(Action::Mark(marked)),
                    None if is_marked => act.emit(Action::Unmark),
                    None => {}
                }
            })
        };
        let near = on_near(move |class| {
            if let Some(group) = Group::ALL.into_iter().find(|group| group.class() == class) {
                act.emit(Action::More(group));
            }
        });
        move || drop((keys, marking, near))
    });
}

/// Tells the page of changes once they rest, and when it is left.
#[hook]
fn use_telling(version: u32, latest: &Latest, changed: &Callback<String>) {
    let waiting = use_mut_ref(|| None::<Timeout>);
    let tell = {
        let (changed, latest) = (changed.clone(), latest.clone());
        use_callback((), move |(), ()| {
            let json = latest.borrow().json();
            if let Some(json) = json {
                changed.emit(json);
            }
        })
    };
    {
        let (waiting, tell) = (waiting.clone(), tell.clone());
        use_effect_with((), move |()| {
            let leaving = on_leave(move || {
                if waiting.take().is_some() {
                    tell.emit(());
                }
            });
            move || drop(leaving)
        });
    }
    use_effect_with(version, move |version| {
        if *version > 0 {
            let done = waiting.clone();
            waiting.replace(Some(Timeout::new(RESTED, move || {
                done.take();
                tell.emit(());
            })));
        }
    });
}

/// The bytes of marked text that the browser counts in units of its own.
fn marked(review: &Review, (at, start, end): &(String, usize, usize)) -> Option<Marked> {
    let (section, paragraph) = at.split_once('.')?;
    let at = (section.parse().ok()?, paragraph.parse().ok()?);
    let words = &review.import.paragraph(at)?.words;
    let bytes = byte_of(words, *start)..byte_of(words, *end);
    let has_words = words.get(bytes.clone())?.contains(char::is_alphanumeric);
    has_words.then_some(Marked { at, bytes })
}

#[derive(PartialEq, Properties)]
struct ProgressProps {
    left: usize,
    all: usize,
    sure: usize,
    texts: &'static Texts,
}

/// How much is left.
#[component]
fn Progress(props: &ProgressProps) -> Html {
    let ProgressProps { left, all, sure, texts } = props;
    let told = (texts.left)(*left, *all);
    html! {
        <div class="review-progress">
            <h2 id="review-name" class="visually-hidden">{ texts.name }</h2>
            <p class="review-left"><strong>{ changing(told.clone()) }</strong></p>
            if *sure > 0 {
                <p class="review-sure">{ changing((texts.sure_left)(*sure)) }</p>
            }
            if *all > 0 {
                <progress value={(all - left).to_string()} max={all.to_string()} aria-label={told} />
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ToolsProps {
    can_undo: bool,
    can_redo: bool,
    texts: &'static Texts,
    act: Callback<Action>,
}

/// The buttons of the whole. Those that would do nothing say so when they are pressed: one that is disabled loses the focus.
#[component]
fn Tools(props: &ToolsProps) -> Html {
    let ToolsProps { can_undo, can_redo, texts, act } = props;
    let button = |text: &'static str, key: &'static str, can: bool, action: Action| {
        html! {
            <button
                type="button"
                class="quiet"
                aria-disabled={(!can).then_some("true")}
                aria-keyshortcuts={key}
                onclick={act.reform(move |_| action.clone())}
            >
                { text }
            </button>
        }
    };
    html! {
        <>
            { button(texts.undo, "U Control+Z", *can_undo, Action::Undo) }
            { button(texts.redo, "Control+Shift+Z", *can_redo, Action::Redo) }
            { button(texts.pick, "N", true, Action::Pick) }
            { button(texts.keys, "?", true, Action::ShowKeys) }
        </>
    }
}

/// Where a row stands, for words; `None` where it stands nowhere.
fn place(review: &Review, index: usize, texts: &Texts) -> Option<Place> {
    use crate::import::Span;

    let row = review.row(index)?;
    match row.span.as_ref()? {
        Span::Words { paragraph, .. } => {
            let (section, _) = review.paragraph_of(row)?;
            Some(Place::Paragraph(heading(review, section, texts), *paragraph))
        }
        Span::Cells { grid, row } => {
            let title = &review.import.tables.get(*grid)?.title;
            let title = if title.is_empty() { texts.untitled } else { title };
            Some(Place::Grid(title.to_owned(), row + 1))
        }
    }
}

/// The number and heading of a section.
fn heading(review: &Review, section: usize, texts: &Texts) -> String {
    let Some(section) = review.import.sections.get(section) else { return String::new() };
    match (section.number.as_str(), section.heading.as_str()) {
        ("", "") => texts.opening.to_owned(),
        (number, heading) if number.ends_with(['）', ')', '.', '、']) || number.is_empty() => {
            format!("{number}{heading}")
        }
        (number, heading) => format!("{number}、{heading}"),
    }
}

/// What stands in the place of the screen where there is nothing to review.
#[derive(PartialEq, Properties)]
pub struct FailedProps {
    /// Why.
    pub why: AttrValue,
    /// The words.
    pub texts: &'static Texts,
}

/// Says why there is no review.
#[component]
pub fn Failed(props: &FailedProps) -> Html {
    html! { <p class="message" role="alert">{ (props.texts.failed)(&props.why) }</p> }
}

/// What the page hands over, or why it cannot be shown.
#[derive(PartialEq, Properties)]
pub struct StartProps {
    /// The import as JSON.
    pub json: AttrValue,
    /// `en` or another tag of English; everything else is Chinese.
    pub lang: AttrValue,
    /// The paragraph that it begins at, as [`Review::beginning_at`] has it.
    #[prop_or_default]
    pub place: AttrValue,
    /// Called with the import as JSON after changes.
    pub changed: Callback<String>,
}

/// The screen of what the page hands over.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let language = if props.lang.starts_with("en") { Language::English } else { Language::Chinese };
    let texts = Texts::of(language);
    let read = yew::use_memo((props.json.clone(), props.place.clone()), |(json, place)| {
        let review = |(import, rows)| Same(Rc::new(Review::new(import, rows).beginning_at(place)));
        crate::import::Import::read(json).map(review)
    });
    match &*read {
        Ok(review) => html! { <Screen review={review.clone()} {texts} changed={props.changed.clone()} /> },
        Err(error) => html! { <Failed why={why(error, language)} {texts} /> },
    }
}

fn why(error: &NotAnImport, language: Language) -> String {
    error.said().in_language(language).to_owned()
}
