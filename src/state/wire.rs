//! The state as a text that one module sends and the other reads: each has a memory of its own.

use super::{State, UrlState, View};

impl State {
    /// The state as text; notices are not part of it.
    pub fn to_wire(&self) -> String {
        let (led, times) = self.led.map_or(("", 0), |(view, times)| (view.word(), times));
        let Self { steps, opened, restored, complete, .. } = self;
        [
            self.url.format(),
            format!("{steps} {opened} {times}"),
            led.to_owned(),
            [*restored, *complete].map(|flag| if flag { "1" } else { "0" }).concat(),
        ]
        .join("\n")
    }

    /// The state of such a text, with the notices of this one; `None` where it is none.
    #[must_use]
    pub fn with_wire(&self, text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let url = UrlState::parse(lines.next()?).0;
        let mut numbers = lines.next()?.split(' ').map(str::parse::<u32>);
        let (steps, opened, times) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
        let led = View::of(lines.next()?).map(|view| (view, times));
        let flags = lines.next()?.as_bytes();
        let flag = |at: usize| Some(*flags.get(at)? == b'1');
        let (restored, complete) = (flag(0)?, flag(1)?);
        Some(Self { url, notices: self.notices.clone(), restored, steps, led, opened, complete })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Action;

    #[test]
    fn the_state_survives_the_way_to_the_other_module() {
        let actions = [
            Action::Filter("魏寨 x&y".to_owned()),
            Action::Open("p08".to_owned(), View::Projects),
            Action::LeadTo(View::Tasks),
            Action::Complete,
        ];
        let mut state = State::default();
        for action in actions {
            state = state.after(action);
            assert_eq!(State::default().with_wire(&state.to_wire()), Some(state.clone()));
        }
    }

    #[test]
    fn what_is_no_state_is_not_taken_for_one() {
        for text in ["", "q=x", "q=x\n1 2\n\n00", "q=x\n1 2 3\n\n0", "q=x\na b c\n\n00"] {
            assert_eq!(State::default().with_wire(text), None, "{text:?}");
        }
    }
}
