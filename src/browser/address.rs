//! The address of the page: reading it, writing it as entries of the history, and the scroll position of each entry.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, Location, ScrollRestoration, Window};

use super::listen::Listener;
use crate::state::View;

thread_local! {
    /// The address that was read or written last.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
    /// Where the page was scrolled to in the entry of the history that the reader went back or forward to, where that says so.
    static SCROLLED: Cell<Option<f64>> = const { Cell::new(None) };
    /// Whether going back only uncovers the page: see [`push_over`].
    static KEEPS: Cell<bool> = const { Cell::new(false) };
}

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

/// The page that the address names, and what stands after `?`.
pub fn read() -> (View, String) {
    let Some(location) = location() else {
        return (View::default(), String::new());
    };
    let query = location.search().unwrap_or_default().trim_start_matches('?').to_owned();
    (View::of_path(&location.pathname().unwrap_or_default()), query)
}

fn path_and_query() -> String {
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    location().map(|at| part(at.pathname()) + &part(at.search())).unwrap_or_default()
}

/// Replaces the address by that of a page of this language, without a new entry in the history.
///
/// A page that may not do so (in a sandboxed frame, or when it asks too often) keeps its address and works on.
pub fn write(href: &str) {
    change(href, |history, address, window| {
        let entry = left_at(history, window.scroll_y().unwrap_or_default());
        history.replace_state_with_url(&entry, "", Some(address))
    });
}

/// A page that the reader has left by a step of which the history does not know yet.
pub struct Left {
    href: String,
    y: f64,
}

impl Left {
    /// The page of that address as it is scrolled now: to be made before the next is rendered, which may be shorter.
    pub fn now(href: String) -> Self {
        let y = web_sys::window().and_then(|window| window.scroll_y().ok());
        Self { href, y: y.unwrap_or_default() }
    }
}

/// The same as a new entry of the history: going back leads to the page that was left, whose address is written first, and to where
/// it was scrolled to.
pub fn push(left: &Left, href: &str) {
    change(&left.href, |history, address, _| {
        history.replace_state_with_url(&left_at(history, left.y), "", Some(address))
    });
    change(href, |history, address, _| {
        history.push_state_with_url(&with(js_sys::Object::new(), SCROLL, 0), "", Some(address))
    });
}

/// A new entry of the history at the same address, for what covers the page: going back uncovers it. Where `keeps`, the page then
/// stays as it was changed meanwhile, and its address with it.
pub fn push_over(keeps: bool) {
    save_scroll();
    if let Some((window, history)) = history() {
        let y = window.scroll_y().unwrap_or_default();
        let entry = with(with(js_sys::Object::new(), SCROLL, y), OVER, true);
        let is_pushed = history.push_state(&entry, "").is_ok();
        KEEPS.with(|known| known.set(keeps && is_pushed));
    }
}

/// The page is uncovered otherwise than by going back, which then leads to the entry before as it was.
pub fn forget_over() {
    KEEPS.with(|known| known.set(false));
}

/// Notes in the current entry of the history what was searched for before a hit was followed, or that nothing was.
pub fn note_search(text: &str) {
    if let Some((_, history)) = history() {
        let entry = with(current(&history), SEARCHED, text);
        let _ = history.replace_state(&entry, "");
    }
}

/// Goes back in the history, as the Back key does.
pub fn back() {
    if let Some((_, history)) = history() {
        let _ = history.back();
    }
}

fn change(href: &str, write: impl Fn(&History, &str, &Window) -> Result<(), JsValue>) {
    let (Some((window, history)), Some(location)) = (history(), location()) else {
        return;
    };
    let path = location.pathname().unwrap_or_default();
    // The first page is called by its folder, unless it was opened by its file.
    let address = match href.strip_prefix(View::Home.file()) {
        Some(query) if !path.ends_with(View::Home.file()) => format!("./{query}"),
        _ => href.to_owned(),
    };
    let is_same_page = View::of_path(&path).file() == href.split('?').next().unwrap_or_default();
    let hash = if is_same_page { location.hash().unwrap_or_default() } else { String::new() };
    if write(&history, &format!("{address}{hash}"), &window).is_ok() {
        LAST.with(|last| last.replace(path_and_query()));
    }
}

fn history() -> Option<(Window, History)> {
    let window = web_sys::window()?;
    let history = window.history().ok()?;
    Some((window, history))
}

/// What an entry of the history says: how far the page was scrolled, what was searched for when it was left by a hit, and that
/// something covered the page.
const SCROLL: &str = "y";
const SEARCHED: &str = "searched";
const OVER: &str = "over";

fn with(entry: js_sys::Object, key: &str, value: impl Into<JsValue>) -> js_sys::Object {
    // Fails only for what is no object.
    let _ = Reflect::set(&entry, &key.into(), &value.into());
    entry
}

/// A copy of what the current entry says.
fn current(history: &History) -> js_sys::Object {
    let entry = js_sys::Object::new();
    match history.state() {
        Ok(state) if state.is_object() => js_sys::Object::assign(&entry, state.unchecked_ref()),
        _ => entry,
    }
}

fn left_at(history: &History, y: f64) -> js_sys::Object {
    with(current(history), SCROLL, y)
}

/// Keeps in the current entry of the history how far the page is scrolled.
fn save_scroll() {
    if let Some((window, history)) = history() {
        let entry = left_at(&history, window.scroll_y().unwrap_or_default());
        let _ = history.replace_state(&entry, "");
    }
}

/// An entry of the history that the reader went to.
pub struct Arrival {
    /// What was searched for when it was left by a hit; empty if it was not.
    pub searched: String,
    /// Whether something covered the page.
    pub is_over: bool,
}

/// Calls `arrived` when the reader goes back or forward in the history, until the result is dropped.
pub fn on_arrival(arrived: impl Fn(Arrival) + 'static) -> Option<Listener> {
    Some(Listener::new(&web_sys::window()?.into(), "popstate", move |event| {
        let value = |key: &str| Reflect::get(&state_of(event), &key.into()).ok();
        let searched = value(SEARCHED).and_then(|text| text.as_string()).unwrap_or_default();
        arrived(Arrival { searched, is_over: value(OVER).is_some_and(|over| over.is_truthy()) });
    }))
}

fn state_of(event: &web_sys::Event) -> JsValue {
    Reflect::get(event, &"state".into()).unwrap_or_default()
}

/// Scrolls the page to where it was when the entry of the history was left. A link to a part of the page makes an entry that does
/// not say where: there the browser scrolls.
pub fn restore_scroll() {
    if let (Some(window), Some(y)) = (web_sys::window(), SCROLLED.with(Cell::get)) {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}

/// Scrolls the page to its beginning.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The id after `#`, where there is one.
pub fn hash() -> Option<String> {
    let hash = location()?.hash().ok()?;
    hash.strip_prefix('#').filter(|id| !id.is_empty()).map(str::to_owned)
}

/// The address as somebody else can open it, of a page of this language.
pub fn standalone(href: &str) -> String {
    let read = |part: Result<String, JsValue>| part.unwrap_or_default();
    let page =
        location().map(|at| format!("{}{}", read(at.origin()), read(at.pathname()))).unwrap_or_default();
    let folder = page.rfind('/').map_or(page.as_str(), |slash| page.split_at(slash + 1).0);
    // The first page is called by its folder.
    let href = match href.strip_prefix(View::Home.file()) {
        Some(query) => query,
        None => href,
    };
    format!("{folder}{href}")
}

/// Scrolling has ended after so many milliseconds without any.
const SCROLLED_AFTER: u32 = 200;

/// Calls `heard` with the page and what stands after `?` when the reader goes back or forward, and says whether that is another
/// address, until the result is dropped. A link within the page, which browsers announce in the same way, has the same address.
///
/// Meanwhile the app, not the browser, scrolls the pages of the history: the browser would before they are rendered.
pub fn on_travel(heard: impl Fn(View, String, bool) + 'static) -> Vec<Listener> {
    let Some((window, history)) = history() else {
        return Vec::new();
    };
    LAST.with(|last| last.replace(path_and_query()));
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    let travelled = Listener::new(&window, "popstate", move |event| {
        let scrolled = Reflect::get(&state_of(event), &SCROLL.into());
        SCROLLED.with(|known| known.set(scrolled.ok().and_then(|y| y.as_f64())));
        if KEEPS.with(|keeps| keeps.replace(false)) {
            let kept = LAST.with(|last| last.borrow().clone());
            let _ = history.replace_state_with_url(&current(&history), "", Some(&kept));
            return;
        }
        let now = path_and_query();
        let is_other = LAST.with(|last| last.replace(now.clone()) != now);
        let (view, query) = read();
        heard(view, query, is_other);
    });
    let waiting = Rc::new(RefCell::new(None));
    // Of the page: what scrolls within it, such as the text of a field, does not bubble to here.
    let scrolled = Listener::new(&window, "scroll", move |_| {
        // The one before is cancelled.
        waiting.replace(Some(Timeout::new(SCROLLED_AFTER, save_scroll)));
    });
    // A reload is the browser's.
    let left = Listener::new(&window, "pagehide", move |_| {
        if let Some((_, history)) = self::history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
        }
    });
    vec![travelled, scrolled, left]
}
