//! How the page is shown, for the reader to choose: large letters at its head, colours at its foot.

use yew::{Callback, Html, MouseEvent, component, html, use_effect_with, use_state_eq};

use super::SectionProps;
use crate::browser::Display;
use crate::components::Select;
use crate::state::{Action, Theme};

/// Shows the page so. The address no longer says how.
fn show(section: &SectionProps, display: Display) {
    display.show();
    section.act.emit(Action::Display);
}

/// The button for large letters.
#[component]
pub fn Large(section: &SectionProps) -> Html {
    let is_large = use_state_eq(|| false);
    {
        let is_large = is_large.clone();
        use_effect_with((), move |()| is_large.set(Display::now().is_large));
    }
    let onclick = {
        let (is_large, section) = (is_large.clone(), section.clone());
        Callback::from(move |_: MouseEvent| {
            show(&section, Display { is_large: !*is_large, ..Display::now() });
            is_large.set(!*is_large);
        })
    };
    html! {
        <button type="button" class="quiet large" data-test="large" aria-pressed={is_large.to_string()} {onclick}>
            { section.texts.page().large }
        </button>
    }
}

/// The list of colours.
#[component]
pub fn Colours(section: &SectionProps) -> Html {
    let theme = use_state_eq(Theme::default);
    {
        let theme = theme.clone();
        use_effect_with((), move |()| theme.set(Display::now().theme));
    }
    let words = section.texts.sharing();
    let choose = {
        let (theme, section) = (theme.clone(), section.clone());
        Callback::from(move |word: String| {
            if let Some(chosen) = Theme::of(&word) {
                show(&section, Display { theme: chosen, ..Display::now() });
                theme.set(chosen);
            }
        })
    };
    html! {
        <div class="colours">
            <Select id="colours" label={words.theme} value={theme.word()} {choose}>
                { for Theme::ALL.iter().map(|(word, one)| html! {
                    <option value={*word} selected={*one == *theme}>{ (words.theme_of)(*one) }</option>
                }) }
            </Select>
        </div>
    }
}
