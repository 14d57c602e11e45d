//! The colours of every theme against each other, from the tokens: text and what is pressed can be told from what is behind them
//! (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11). That nothing else is used is what axe measures on the pages (e2e/accessibility.test.js).

use std::collections::{BTreeMap, BTreeSet};

const TOKENS: &str = include_str!("../../../static/styles/tokens.css");

/// What is read, and behind it: 4.5, and 7 in high contrast.
const TEXT: [(&str, &[&str]); 6] = [
    ("ink", &["paper", "surface", "main-soft", "accent-soft", "mark"]),
    ("ink-muted", &["paper", "surface", "main-soft"]),
    ("main", &["paper", "surface", "main-soft"]),
    ("up", &["paper", "surface"]),
    ("down", &["paper", "surface"]),
    ("accent", &["paper", "surface", "accent-soft"]),
];

/// What text stands on in a button that is filled.
const FILLED: [(&str, &str); 1] = [("surface", "main")];

/// What shows where something can be pressed, and what a mark of a chart reaches: 3, and 4.5 in high contrast.
const SHAPES: [(&str, &[&str]); 2] = [("edge", &["paper", "surface"]), ("main", &["paper", "surface"])];

/// Only lines, surfaces and marks that say nothing which words beside them do not say.
const QUIET: [&str; 4] = ["hairline", "main-mid", "shadow", "backdrop"];

type Colours = BTreeMap<&'static str, &'static str>;

/// The values of the custom properties in the block that follows `head`.
fn block(head: &str) -> Option<Colours> {
    let (_, after) = TOKENS.split_once(head)?;
    let (body, _) = after.split_once(":root {")?.1.split_once('}')?;
    let tokens = body
        .split(';')
        .filter_map(|line| line.rsplit("*/").next()?.trim().strip_prefix("--")?.split_once(':'))
        .map(|(name, value)| (name, value.trim()));
    Some(tokens.collect())
}

fn themes() -> Option<[(&'static str, Colours); 4]> {
    let light = block("/* The design tokens")?;
    let dark: Colours = light.clone().into_iter().chain(block("prefers-color-scheme: dark")?).collect();
    let more = block("prefers-contrast: more")?;
    let with = |colours: &Colours| colours.clone().into_iter().chain(more.clone()).collect();
    Some([
        ("light", light.clone()),
        ("dark", dark.clone()),
        ("light, high contrast", with(&light)),
        ("dark, high contrast", with(&dark)),
    ])
}

/// The value of a token as red, green and blue.
fn rgb(colours: &Colours, name: &str) -> Option<[u8; 3]> {
    let value = colours.get(name)?;
    if let Some(other) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
        return rgb(colours, other);
    }
    let hex = value.strip_prefix('#').filter(|hex| hex.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x76; 3], [255; 3]) - 4.54).abs() < 0.01);
}

#[test]
fn text_and_shapes_can_be_told_from_what_is_behind_them_in_every_theme() {
    let mut low = Vec::new();
    for (theme, colours) in themes().unwrap() {
        let is_high = theme.contains("high");
        let mut expect = |front: &str, back: &str, least: f64| {
            let [Some(one), Some(other)] = [front, back].map(|name| rgb(&colours, name)) else {
                panic!("{theme}: {front} or {back} is no colour");
            };
            let ratio = contrast(one, other);
            if ratio < least {
                low.push(format!("{theme}: {front} on {back} {ratio:.2}, at least {least}"));
            }
        };
        let [text, shape] = if is_high { [7.0, 4.5] } else { [4.5, 3.0] };
        for (front, behind) in TEXT {
            for back in behind {
                expect(front, back, text);
            }
        }
        for (front, back) in FILLED {
            expect(front, back, text);
        }
        for (front, behind) in SHAPES {
            for back in behind {
                expect(front, back, shape);
            }
        }
    }
    assert_eq!(low, Vec::<String>::new());
}

#[test]
fn every_colour_is_looked_at() {
    let [(_, light), ..] = themes().unwrap();
    let is_colour = |value: &&str| value.starts_with('#') || value.starts_with("rgb");
    let named: BTreeSet<&str> =
        light.iter().filter(|(_, value)| is_colour(value)).map(|(name, _)| *name).collect();
    let seen: BTreeSet<&str> = TEXT
        .iter()
        .chain(&SHAPES)
        .flat_map(|(front, behind)| behind.iter().copied().chain([*front]))
        .chain(FILLED.into_iter().flat_map(|(front, back)| [front, back]))
        .chain(QUIET)
        .collect();
    assert_eq!(named, seen);
}
