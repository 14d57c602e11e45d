//! What takes long to render.

use yew::{Callback, Html, Properties, component};

use crate::browser::use_turn;

/// What to render.
#[derive(Properties)]
pub struct InTurnProps {
    /// Makes it.
    pub content: Callback<(), Html>,
}

impl PartialEq for InTurnProps {
    /// What two closures make is not known before they do.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Renders its content in a task of its own while the app starts, and at once afterwards.
#[component]
pub fn InTurn(props: &InTurnProps) -> Html {
    if use_turn() { props.content.emit(()) } else { Html::default() }
}
