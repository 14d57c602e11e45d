//! `THIRD-PARTY-LICENSES.txt`: what is shipped under which licence, with the texts; and what only ran while it was built.

use std::collections::BTreeSet;
use std::fmt::Write;

use anyhow::{Context, ensure};
use serde::Deserialize;

use crate::facts::{Facts, Package, Packages};

/// Writes the file.
///
/// # Errors
/// A package of others is shipped without a text of its licence.
pub(crate) fn write(facts: &Facts) -> anyhow::Result<String> {
    // Programs share packages: each text stands there once.
    let mut texts: Vec<(Licence, BTreeSet<Package>)> = Vec::new();
    for about in &facts.about {
        let About { licenses } =
            About::deserialize(about).context("about: expected what cargo about writes")?;
        for licence in licenses {
            let users = licence.used_by.iter().map(|user| user.package.clone());
            let users: BTreeSet<Package> =
                users.filter(|user| facts.shipped.contains_key(user) && !user.is_own()).collect();
            let is_same =
                |(known, _): &&mut (Licence, _)| known.id == licence.id && known.text == licence.text;
            match texts.iter_mut().find(is_same) {
                Some((_, known)) => known.extend(users),
                None if users.is_empty() => {}
                None => texts.push((licence, users)),
            }
        }
    }
    let without: Vec<&str> = facts
        .shipped
        .keys()
        .filter(|package| !package.is_own() && !texts.iter().any(|(_, users)| users.contains(package)))
        .map(|package| package.name.as_str())
        .collect();
    ensure!(
        without.is_empty(),
        "about: found no licence of {without:?}, expected one of every package that is shipped"
    );

    let mut text = format!("Plan Explorer {}: licences of what it is made from\n\n", facts.version);
    text += "1. What is shipped\n\nThe modules (dist/*.wasm), the scripts that load them and the pages are made from these packages. Those\n\
             named plan-… are Plan Explorer itself: LICENSE-MIT, LICENSE-APACHE.\n\n";
    list(&mut text, &facts.shipped);
    let _ = write!(
        text,
        "\nThe modules have parts of the Rust standard library in them, too (MIT OR Apache-2.0); its notices, and those of the\n\
         packages that it is made from, are in {}.\n",
        facts.std_notices.name
    );
    text += "\n2. What only ran while it was built\n\nNothing of these is shipped but what they wrote for it.\n\n";
    list(&mut text, &facts.ran);
    for (name, version) in &facts.tools {
        let _ = writeln!(text, "  {name} {version}");
    }
    text += "\n3. The licences of what is shipped\n";
    for (Licence { id, name, text: words, .. }, users) in texts {
        let users: Vec<String> = users.iter().map(|user| format!("{} {}", user.name, user.version)).collect();
        let _ = write!(
            text,
            "\n{}\n{name} ({id}): {}\n\n{}\n",
            "-".repeat(80),
            users.join(", "),
            words.trim_end()
        );
    }
    Ok(text)
}

fn list(text: &mut String, packages: &Packages) {
    for (Package { name, version }, licence) in packages {
        let _ = writeln!(text, "  {name} {version}: {licence}");
    }
}

#[derive(Deserialize)]
struct About {
    licenses: Vec<Licence>,
}

#[derive(Deserialize)]
struct Licence {
    id: String,
    name: String,
    text: String,
    used_by: Vec<User>,
}

#[derive(Deserialize)]
struct User {
    #[serde(rename = "crate")]
    package: Package,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::facts::tests::facts;

    #[test]
    fn texts_are_those_of_what_is_shipped() {
        let text = write(&facts()).unwrap();
        assert!(text.contains("  yew 1.0.0: MIT OR Apache-2.0\n"), "{text}");
        assert!(text.contains("MIT License (MIT): yew 1.0.0\n\nYew’s text.\n"), "{text}");
        assert!(!text.contains("Syn’s text."), "{text}");
        let (_, ran) = text.split_once("2. What only ran").unwrap();
        for line in ["  resvg 1.0.0: Apache-2.0\n", "  syn 1.0.0: MIT\n", "  rustc 1.95.0\n"] {
            assert!(ran.contains(line), "{line}: {text}");
        }
    }

    #[test]
    fn a_package_without_a_text_is_not_shipped() {
        let mut facts = facts();
        facts
            .shipped
            .insert(Package { name: "lost".to_owned(), version: "1.0.0".to_owned() }, "MIT".to_owned());
        let error = write(&facts).unwrap_err().to_string();
        assert!(error.contains("found no licence of [\"lost\"]"), "{error}");
    }
}
