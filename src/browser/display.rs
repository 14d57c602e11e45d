//! How the page is shown: its colours, and the size of its letters. The boot script says both before anything is painted, from the address
//! or from what the reader has chosen before (static/boot.js).

use web_sys::{Element, Event};

use super::listen::Listener;
use crate::state::Theme;

/// What is chosen is stored under this name: the word of the theme, and `large` after it.
const STORED: &str = "plan-explorer";

/// The window is told by an event of this name that the page is shown otherwise.
const CHANGED: &str = "plan-display";

const THEME: &str = "data-theme";
const LARGE: &str = "data-large";

/// What the page is shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display {
    /// The colours.
    pub theme: Theme,
    /// Whether letters are large, and fewer things are shown.
    pub is_large: bool,
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

impl Display {
    /// As the page is shown now.
    pub fn now() -> Self {
        root().map_or_else(Self::default, |root| Self {
            theme: root.get_attribute(THEME).and_then(|word| Theme::of(&word)).unwrap_or_default(),
            is_large: root.has_attribute(LARGE),
        })
    }

    /// Shows the page so, and remembers it where the browser stores anything.
    pub fn show(self) {
        let Some(root) = root() else {
            return;
        };
        let set = |name: &str, value: Option<&str>| match value {
            // Fails only for what is no name of an attribute.
            Some(value) => drop(root.set_attribute(name, value)),
            None => drop(root.remove_attribute(name)),
        };
        let theme = (self.theme != Theme::default()).then(|| self.theme.word());
        set(THEME, theme);
        set(LARGE, self.is_large.then_some(""));
        if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(CHANGED)) {
            // Fails only for an event that is being dispatched.
            let _ = window.dispatch_event(&event);
        }
        // Refused where the reader allows no storage: the choice is that of this page then.
        let storage = web_sys::window().and_then(|window| window.local_storage().ok()?);
        if let Some(storage) = storage {
            let words = [self.theme.word(), if self.is_large { " large" } else { "" }].concat();
            let _ = storage.set_item(STORED, &words);
        }
    }
}

/// Calls `changed` when the page is shown otherwise, until the result is dropped.
pub(super) fn on_display(changed: impl Fn() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, CHANGED, move |_| changed()))
}
