//! A module of wasm-bindgen and its script, smaller: the names that only these two call each other's functions by become short, and
//! what only debuggers read goes. A browser gets both with each first visit.

use std::collections::HashMap;

use anyhow::{Context as _, bail};
use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// The module and its script. Each name in the script that the module imports is replaced by the same short one; of what was shortened
/// before, nothing is.
///
/// # Errors
/// It is no module, or the script does not have a name that the module imports.
pub(crate) fn shortened(module: &[u8], script: &str) -> anyhow::Result<(Vec<u8>, String)> {
    let mut names: HashMap<&str, String> = HashMap::new();
    let mut lean = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the module cannot be read")?;
        match payload {
            Payload::ImportSection(imports) => {
                let mut section = ImportSection::new();
                for import in imports.into_imports() {
                    let import = import?;
                    let next = names.len();
                    let name = names.entry(import.name).or_insert_with(|| short(next));
                    let kind = RoundtripReencoder.entity_type(import.ty)?;
                    section.import(import.module, name, kind);
                }
                lean.section(&section);
            }
            Payload::CustomSection(_) => {}
            other => {
                if let Some((id, range)) = other.as_section() {
                    let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
                    let data = module.get(start..end).context("a section ends outside of the module")?;
                    lean.section(&RawSection { id, data });
                }
            }
        }
    }
    let is_short = names.iter().all(|(name, short)| name == short);
    let script = if is_short { script.to_owned() } else { renamed(script, &names)? };
    Ok((lean.finish(), script))
}

/// The names of a list: a, b, …, z, aa, ab and so on.
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = u8::try_from(number % 26).unwrap_or_default();
        name.insert(0, char::from(b'a' + letter));
        match number / 26 {
            0 => return name,
            rest => number = rest - 1,
        }
    }
}

/// The script with the other names.
fn renamed(script: &str, names: &HashMap<&str, String>) -> anyhow::Result<String> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut found = 0;
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_of_name) {
        let (before, after) = rest.split_at(start);
        let (word, after) = after.split_at(after.find(|c| !is_of_name(c)).unwrap_or(after.len()));
        let name = names.get(word);
        found += usize::from(name.is_some());
        text.push_str(before);
        text.push_str(name.map_or(word, String::as_str));
        rest = after;
    }
    text.push_str(rest);
    if found != names.len() {
        bail!(
            "the module imports {} functions, of which its script names {found}, expected each once",
            names.len()
        );
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CustomSection, EntityType, TypeSection};

    use super::*;

    /// A module that imports two functions, with the section of names.
    fn module() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        for name in ["__wbg_back_bf7b4166d30d7d87", "__wbg_item_0123456789abcdef"] {
            imports.import("./app_bg.js", name, EntityType::Function(0));
        }
        module.section(&imports);
        module.section(&CustomSection { name: "name".into(), data: (&[1, 2, 3]).into() });
        module.finish()
    }

    const SCRIPT: &str = "function e(){return{__wbg_back_bf7b4166d30d7d87:function(e){e.back()},__wbg_item_0123456789abcdef:e=>e.item}}";

    #[test]
    fn names_between_module_and_script_become_short() {
        let (lean, script) = shortened(&module(), SCRIPT).unwrap();
        assert_eq!(script, "function e(){return{a:function(e){e.back()},b:e=>e.item}}");
        let mut imported = Vec::new();
        for payload in Parser::new(0).parse_all(&lean) {
            match payload.unwrap() {
                Payload::ImportSection(imports) => {
                    let names = imports.into_imports().map(|import| import.unwrap());
                    imported.extend(names.map(|import| format!("{} {}", import.module, import.name)));
                }
                Payload::CustomSection(section) => panic!("{} is still there", section.name()),
                _ => {}
            }
        }
        assert_eq!(imported, ["./app_bg.js a", "./app_bg.js b"]);
        assert!(Parser::is_core_wasm(&lean) && lean.len() < module().len());
    }

    #[test]
    fn what_was_shortened_before_stays() {
        let (lean, script) = shortened(&module(), SCRIPT).unwrap();
        assert_eq!(shortened(&lean, &script).unwrap(), (lean, script));
    }

    #[test]
    fn a_script_of_another_module_is_refused() {
        let error = shortened(&module(), "function e(){return{}}").unwrap_err();
        assert!(error.to_string().contains("imports 2 functions, of which its script names 0"), "{error}");
    }

    #[test]
    fn names_go_on_after_the_last_letter() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(short), ["a", "z", "aa", "ab", "zz", "aaa"]);
    }
}
