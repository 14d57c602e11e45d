//! Writes the text, which the build does.

use super::{Bundle, Bundled, ESCAPE, ESCAPED, NONE, SOME};

/// The text that [`read`](super::read()) reads.
pub fn write(bundle: &Bundle) -> String {
    written(bundle)
}

pub(super) fn written(value: &impl Bundled) -> String {
    let mut writer = Writer(String::new());
    value.write(&mut writer);
    writer.0
}

pub(super) struct Writer(String);

impl Writer {
    pub(super) fn flag(&mut self, flag: bool) {
        self.0.push(char::from(if flag { SOME } else { NONE }));
    }

    pub(super) fn number(&mut self, number: usize) {
        self.text(&number.to_string());
    }

    pub(super) fn text(&mut self, text: &str) {
        for character in text.chars() {
            if let Some((_, stands_for)) = ESCAPED.iter().find(|(escaped, _)| *escaped == character) {
                self.0.extend([ESCAPE, *stands_for].map(char::from));
            } else {
                self.0.push(character);
            }
        }
        self.0.push('\n');
    }
}
