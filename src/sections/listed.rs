//! What is open beside a list is one of the list.

use yew::{Callback, hook, use_effect_with, use_mut_ref};

use crate::state::Action;

/// Closes what is open once the reader narrows the list to others. What a link opens beside a list that does not have it stays.
#[hook]
pub(super) fn use_listed(open: Option<&String>, is_listed: bool, act: &Callback<Action>) {
    let act = act.clone();
    let before = use_mut_ref(|| None::<String>);
    use_effect_with((open.cloned(), is_listed), move |(open, is_listed)| {
        let before = before.replace(open.clone().filter(|_| *is_listed));
        if !is_listed && open.is_some() && before == *open {
            act.emit(Action::Close);
        }
    });
}
