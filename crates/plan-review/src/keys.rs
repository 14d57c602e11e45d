//! Which key does what. Keys that a field, a button or the browser has a use for are left to these.

use crate::model::{Action, Mode, Review};

/// A key that was pressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// Its name, as browsers have it.
    pub name: String,
    /// Whether Control or Command is held.
    pub has_control: bool,
    /// Whether Shift is held.
    pub has_shift: bool,
    /// Whether another modifier is held, or an input method has the key.
    pub is_other: bool,
    /// Where the focus is.
    pub focus: Focus,
}

/// What has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Nothing, or nothing that has a use for keys.
    #[default]
    Nothing,
    /// A row or a mark.
    Row,
    /// A button or a link.
    Button,
    /// A field.
    Field,
}

/// What a key does.
pub fn action(key: &Key, review: &Review) -> Option<Action> {
    let Key { name, has_control, has_shift, is_other, focus } = key;
    if *is_other {
        return None;
    }
    if name == "Escape" {
        return (review.mode != Mode::Reading).then_some(Action::Close);
    }
    if *focus == Focus::Field {
        return None;
    }
    let letter = name.to_lowercase();
    if *has_control {
        return match (letter.as_str(), has_shift) {
            ("z", false) => Some(Action::Undo),
            ("z", true) | ("y", false) => Some(Action::Redo),
            _ => None,
        };
    }
    let is_reading = matches!(review.mode, Mode::Reading | Mode::Choosing(_));
    if !is_reading || !review.has_keys {
        return None;
    }
    let is_row = *focus == Focus::Row;
    match letter.as_str() {
        "j" => Some(Action::Step { is_back: false }),
        "k" => Some(Action::Step { is_back: true }),
        "arrowdown" if is_row => Some(Action::Step { is_back: false }),
        "arrowup" if is_row => Some(Action::Step { is_back: true }),
        "enter" if *focus != Focus::Button => Some(Action::EditSelected),
        "a" => Some(Action::AcceptSelected),
        "x" => Some(Action::RejectSelected),
        "u" => Some(Action::Undo),
        "t" => review.selected.map(Action::ShowInText),
        "n" => Some(Action::Pick),
        "/" => Some(Action::GoToFilter),
        "?" | "？" => Some(Action::ShowKeys),
        _ => None,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::rc::Rc;

    use yew::Reducible;

    use super::*;
    use crate::samples::small;

    fn review() -> Rc<Review> {
        let (import, rows) = small();
        Rc::new(Review::new(import, rows))
    }

    fn key(name: &str, focus: Focus) -> Key {
        Key { name: name.to_owned(), focus, ..Key::default() }
    }

    #[test]
    fn keys_do_what_the_list_of_keys_says() {
        let review = review();
        let first = review.selected.unwrap();
        for (name, expected) in [
            ("j", Action::Step { is_back: false }),
            ("K", Action::Step { is_back: true }),
            ("ArrowDown", Action::Step { is_back: false }),
            ("Enter", Action::EditSelected),
            ("a", Action::AcceptSelected),
            ("x", Action::RejectSelected),
            ("u", Action::Undo),
            ("t", Action::ShowInText(first)),
            ("n", Action::Pick),
            ("/", Action::GoToFilter),
            ("?", Action::ShowKeys),
        ] {
            assert_eq!(action(&key(name, Focus::Row), &review), Some(expected), "{name}");
        }
        let undo = Key { has_control: true, ..key("z", Focus::Nothing) };
        assert_eq!(action(&undo, &review), Some(Action::Undo));
        assert_eq!(
            action(&Key { has_shift: true, name: "Z".to_owned(), ..undo }, &review),
            Some(Action::Redo)
        );
    }

    #[test]
    fn what_others_have_a_use_for_is_left_to_them() {
        let review = review();
        for name in ["j", "a", "Enter", "/", "z", "ArrowDown", "Escape"] {
            assert_eq!(action(&key(name, Focus::Field), &review), None, "{name}");
        }
        assert_eq!(action(&key("Enter", Focus::Button), &review), None);
        assert_eq!(action(&key("ArrowUp", Focus::Nothing), &review), None);
        assert_eq!(action(&Key { is_other: true, ..key("a", Focus::Row) }, &review), None);
        assert_eq!(action(&Key { has_control: true, ..key("a", Focus::Row) }, &review), None);
        let off = review.clone().reduce(Action::UseKeys(false));
        assert_eq!(action(&key("a", Focus::Row), &off), None);
        let undo = Key { has_control: true, ..key("z", Focus::Row) };
        assert_eq!(action(&undo, &off), Some(Action::Undo));
        // In a form, Escape closes it also from its fields.
        let form = review.reduce(Action::EditSelected);
        assert_eq!(action(&key("Escape", Focus::Field), &form), Some(Action::Close));
        assert_eq!(action(&key("j", Focus::Row), &form), None);
    }
}
