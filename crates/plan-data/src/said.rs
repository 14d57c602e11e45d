//! What the program says to the person who keeps a package, in Chinese and in English. Nothing is said in one alone:
//! [`said!`](crate::said) asks for both.

use serde::{Serialize, Serializer};

/// A language in which the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Chinese.
    Chinese,
    /// English.
    English,
}

/// The same words in both languages. Programs get the English ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Said {
    /// What needs no translation: a quotation, the words of another program.
    pub fn as_it_is(text: &str) -> Self {
        Self { zh: text.to_owned(), en: text.to_owned() }
    }

    /// The words in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.en)
    }
}

/// A [`Said`] of two format strings, first Chinese, then English, and the arguments of both.
#[macro_export]
macro_rules! said {
    ($zh:literal, $en:literal $(, $argument:expr)* $(,)?) => {
        $crate::Said { zh: format!($zh $(, $argument)*), en: format!($en $(, $argument)*) }
    };
}
