//! The first answer: which rows of the prerendered list of projects a query matches. No Yew, no DOM: static/first.js reads the
//! rows and hides those that do not match. The answer is the one of `plan_data::ProjectIndex::select`, which the app asks later.

use std::rc::Rc;

use plan_data::{Pinyin, Query};
use wasm_bindgen::prelude::wasm_bindgen;

/// The texts of a list's rows, in the order of the page.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Rows {
    texts: Vec<String>,
    pinyin: Rc<Pinyin>,
}

#[wasm_bindgen]
impl Rows {
    /// A list without rows. `readings` is a table of pinyin as [`Pinyin::parse`] reads it; it needs the characters of the
    /// rows only.
    #[wasm_bindgen(constructor)]
    pub fn new(readings: &str) -> Self {
        Self { texts: Vec::new(), pinyin: Rc::new(Pinyin::parse(readings)) }
    }

    /// Adds a row. The texts of a row are joined by white space, which no word of a query can match.
    pub fn add(&mut self, text: String) {
        self.texts.push(text);
    }

    /// One byte a row: 1 where the query matches it, otherwise 0.
    pub fn select(&self, query: &str) -> Vec<u8> {
        let query = Query::new(query).spelling(self.pinyin.clone());
        self.texts.iter().map(|text| u8::from(query.matches(&[text]))).collect()
    }
}
