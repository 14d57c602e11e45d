//! What the worker calls.

use plan_data::Language;
use plan_import::Import;
use serde::Serialize;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::form::{Form, Words};

/// What went wrong, in the place of an answer.
#[derive(Serialize)]
struct Refused {
    error: Words,
}

fn answer<T: Serialize>(answer: &T) -> Result<String, JsError> {
    serde_json::to_string(answer).map_err(JsError::from)
}

fn import(json: &str) -> Result<Import, JsError> {
    crate::parse(json).map(Form::import).map_err(|words| JsError::new(&words.en))
}

/// A file of that name, read: the JSON of an import, or `{"error": {"zh", "en"}}`.
///
/// # Errors
/// The JSON cannot be written.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Result<String, JsError> {
    match crate::read(name, bytes) {
        Ok(form) => answer(&form),
        Err(error) => answer(&Refused { error }),
    }
}

/// An import, checked as a package: `{title, district, years, problems, data}`, or `{"error": {"zh", "en"}}`.
///
/// # Errors
/// The JSON cannot be written.
#[wasm_bindgen]
pub fn check(json: &str) -> Result<String, JsError> {
    match crate::parse(json) {
        Ok(form) => answer(&crate::made(&form.import())),
        Err(error) => answer(&Refused { error }),
    }
}

/// An import as a zip file with the files of its package; what to look at is in `lang`, `zh` or `en`.
///
/// # Errors
/// A file cannot be written.
#[wasm_bindgen]
pub fn zip(json: &str, lang: &str) -> Result<Vec<u8>, JsError> {
    let language = if lang == "en" { Language::English } else { Language::Chinese };
    crate::zipped(&import(json)?, language).map_err(|error| JsError::new(&error))
}

/// The files that a site takes to show the import's report, as a zip file.
///
/// # Errors
/// The package cannot be read, or a file cannot be written.
#[wasm_bindgen]
pub fn site(json: &str) -> Result<Vec<u8>, JsError> {
    crate::site(&import(json)?).map_err(|error| JsError::new(&error))
}

/// An import as a workbook.
///
/// # Errors
/// A table cannot be a sheet.
#[wasm_bindgen]
pub fn xlsx(json: &str) -> Result<Vec<u8>, JsError> {
    crate::workbook(&import(json)?).map_err(|error| JsError::new(&error))
}
