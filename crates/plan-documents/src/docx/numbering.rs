//! The numbers of lists, which Word keeps out of the text: （一）, 1., ① and the like, counted as Word counts them.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use super::styles::Styles;
use crate::symbol;
use crate::xml::{self, Node, attribute, child, children, value};

/// A list has so many levels.
const LEVELS: usize = 9;

/// The lists of a document, and how far each is counted.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    /// What lists look like, by the ids of their definitions.
    definitions: HashMap<String, Vec<Level>>,
    lists: HashMap<String, Listed>,
    /// The numbers given last, by definition: lists of one definition go on counting.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// The lists that have begun.
    begun: HashSet<String>,
}

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    /// Its text, with %1 to %9 for the numbers of the levels.
    text: String,
    /// The level, from 1, after which this one starts anew; 0 for none, nothing for any above.
    restart: Option<usize>,
    is_legal: bool,
    has_nothing_after: bool,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
}

/// A list: its definition and what it does otherwise.
#[derive(Debug, Default)]
struct Listed {
    definition: String,
    /// New first numbers, by level.
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

impl Numbering {
    /// The lists of a part.
    pub(crate) fn of(root: Node<'_>, styles: &Styles) -> Self {
        let mut numbering = Self::default();
        let mut links = HashMap::new();
        for node in children(root) {
            match xml::name(node) {
                "abstractNum" => {
                    let Some(id) = attribute(node, "abstractNumId") else {
                        continue;
                    };
                    if let Some(style) = value(node, "numStyleLink") {
                        links.insert(id.to_owned(), style.to_owned());
                    }
                    let mut levels = vec![Level::default(); LEVELS];
                    for level in children(node).filter(|node| xml::name(*node) == "lvl") {
                        if let Some(at) = at(level)
                            && let Some(place) = levels.get_mut(at)
                        {
                            *place = Level::of(level);
                        }
                    }
                    numbering.definitions.insert(id.to_owned(), levels);
                }
                "num" => {
                    if let Some(id) = attribute(node, "numId") {
                        numbering.lists.insert(id.to_owned(), Listed::of(node));
                    }
                }
                _ => {}
            }
        }
        // A definition may stand for that of the list of a style.
        let target = |style: &String| {
            let list = styles.named(style)?.list.id.as_ref()?;
            Some(numbering.lists.get(list)?.definition.clone())
        };
        let links: HashMap<_, _> =
            links.iter().filter_map(|(id, style)| Some((id, target(style)?))).collect();
        for list in numbering.lists.values_mut() {
            if let Some(target) = links.get(&list.definition) {
                list.definition.clone_from(target);
            }
        }
        numbering
    }

    /// The level that a list has for the paragraphs of a style.
    pub(crate) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let levels = self.definitions.get(&self.lists.get(list)?.definition)?;
        levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// The next number of a list at a level, as it is shown, with the white space after it. Empty where none is shown.
    pub(crate) fn next(&mut self, list: &str, level: usize) -> String {
        self.counted(list, level.min(LEVELS - 1)).unwrap_or_default()
    }

    fn counted(&mut self, id: &str, at: usize) -> Option<String> {
        let list = self.lists.get(id)?;
        let definition = self.definitions.get(&list.definition)?;
        let level = |at: usize| list.levels.get(&at).or_else(|| definition.get(at));
        let start = |at: usize| {
            list.starts.get(&at).copied().or_else(|| level(at).map(|level| level.start)).unwrap_or(1)
        };
        let counts = self.counts.entry(list.definition.clone()).or_default();
        if self.begun.insert(id.to_owned()) {
            for level in list.starts.keys() {
                if let Some(count) = counts.get_mut(*level) {
                    *count = None;
                }
            }
        }
        for (other, count) in counts.iter_mut().enumerate() {
            match other.cmp(&at) {
                Ordering::Less => {
                    count.get_or_insert(start(other));
                }
                Ordering::Equal => {
                    *count = Some(count.map_or(start(at), |count| count.saturating_add(1)));
                }
                Ordering::Greater => {
                    // 0 says never.
                    let restart = level(other).and_then(|level| level.restart);
                    if restart.is_none_or(|after| at < after) {
                        *count = None;
                    }
                }
            }
        }
        let own = level(at)?;
        if own.format == "bullet" {
            let mark: String = own.text.chars().map(|mark| symbol::shown(mark, "")).collect();
            let mark = mark.trim();
            return Some(if mark.is_empty() { String::new() } else { format!("{mark} ") });
        }
        let mut text = String::new();
        let mut characters = own.text.chars();
        while let Some(character) = characters.next() {
            if character != '%' {
                text.push(character);
                continue;
            }
            let Some(of) = characters.next().and_then(|digit| digit.to_digit(10)) else {
                continue;
            };
            let of = usize::try_from(of).unwrap_or_default().checked_sub(1)?;
            let number = counts.get(of).copied().flatten().unwrap_or_else(|| start(of));
            let format = level(of).map_or("decimal", |level| level.format.as_str());
            text.push_str(&shown(number, if own.is_legal { "decimal" } else { format }));
        }
        // A space keeps “1.” and “2” apart from figures after them; after （一） and 一、 there is none in print.
        if !own.has_nothing_after
            && text.chars().next_back().is_some_and(|last| last.is_ascii() && last != ' ')
        {
            text.push(' ');
        }
        Some(text)
    }
}

/// The level of a node of a list.
fn at(node: Node<'_>) -> Option<usize> {
    attribute(node, "ilvl")?.parse().ok().filter(|at| *at < LEVELS)
}

impl Level {
    fn of(node: Node<'_>) -> Self {
        // A format of Word 2010 stands beside one for older programs.
        let format = value(node, "numFmt").or_else(|| {
            node.descendants()
                .find(|node| xml::name(*node) == "numFmt")
                .and_then(|node| attribute(node, "val"))
        });
        Self {
            start: value(node, "start").and_then(|start| start.parse().ok()).unwrap_or(0),
            format: format.unwrap_or("decimal").to_owned(),
            text: value(node, "lvlText").unwrap_or_default().to_owned(),
            restart: value(node, "lvlRestart").and_then(|level| level.parse().ok()),
            is_legal: xml::toggle(node, "isLgl") == Some(true),
            has_nothing_after: value(node, "suff") == Some("nothing"),
            style: value(node, "pStyle").map(str::to_owned),
        }
    }
}

impl Listed {
    fn of(node: Node<'_>) -> Self {
        let mut list = Self {
            definition: value(node, "abstractNumId").unwrap_or_default().to_owned(),
            ..Self::default()
        };
        for other in children(node).filter(|node| xml::name(*node) == "lvlOverride") {
            let Some(at) = at(other) else {
                continue;
            };
            if let Some(level) = child(other, "lvl") {
                list.levels.insert(at, Level::of(level));
            }
            if let Some(start) = value(other, "startOverride").and_then(|start| start.parse().ok()) {
                list.starts.insert(at, start);
            }
        }
        list
    }
}

/// A number in a format of Word. Formats of other scripts are shown as digits.
pub(crate) fn shown(number: u32, format: &str) -> String {
    let enclosed = |first: u32, last: u32| {
        let code = (1..=last).contains(&number).then(|| first + number - 1);
        code.and_then(char::from_u32).map_or_else(|| number.to_string(), String::from)
    };
    let one_of = |words: &str| {
        let at = usize::try_from(number).unwrap_or_default().checked_sub(1);
        at.and_then(|at| words.chars().nth(at)).map_or_else(|| number.to_string(), String::from)
    };
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "numberInDash" => format!("- {number} -"),
        "decimalFullWidth" | "decimalFullWidth2" => wide(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => symbol::circled(number),
        "decimalEnclosedParen" => enclosed(0x2474, 20),
        "decimalEnclosedFullstop" => enclosed(0x2488, 20),
        "ideographEnclosedCircle" => enclosed(0x3280, 10),
        "ideographTraditional" => one_of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => one_of("子丑寅卯辰巳午未申酉戌亥"),
        "chineseCounting" | "japaneseCounting" | "taiwaneseCounting" | "koreanCounting" if number > 99 => {
            number
                .to_string()
                .chars()
                .filter_map(|digit| "○一二三四五六七八九".chars().nth(digit.to_digit(10)? as usize))
                .collect()
        }
        "chineseCounting"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "koreanCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand" => chinese(
            number,
            ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"],
            ["", "十", "百", "千"],
        ),
        "chineseLegalSimplified" | "ideographLegalTraditional" => chinese(
            number,
            ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"],
            ["", "拾", "佰", "仟"],
        ),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => number
            .to_string()
            .chars()
            .filter_map(|digit| "〇一二三四五六七八九".chars().nth(digit.to_digit(10)? as usize))
            .collect(),
        "upperLetter" | "lowerLetter" => {
            let letter = char::from_u32(u32::from(b'A') + number.saturating_sub(1) % 26).unwrap_or('A');
            let times = usize::try_from(number.saturating_sub(1) / 26 + 1).unwrap_or(1).min(8);
            let letters: String = std::iter::repeat_n(letter, times).collect();
            if format == "lowerLetter" { letters.to_lowercase() } else { letters }
        }
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        _ => number.to_string(),
    }
}

fn wide(number: u32) -> String {
    let wide = |digit: char| char::from_u32(u32::from(digit) + 0xFEE0).unwrap_or(digit);
    number.to_string().chars().map(wide).collect()
}

fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            text.push_str(letters);
            left -= value;
        }
    }
    text
}

/// A number below ten thousand in words; larger ones in digits.
fn chinese(number: u32, digits: [&str; 10], places: [&str; 4]) -> String {
    if number > 9999 {
        return number.to_string();
    }
    let word = |digit: u32| digits.get(digit as usize).copied().unwrap_or_default();
    if number == 0 {
        return word(0).to_owned();
    }
    let mut text = String::new();
    let mut is_gap = false;
    for (place, value) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
        let digit = number / value % 10;
        if digit == 0 {
            is_gap = !text.is_empty();
            continue;
        }
        if is_gap {
            text.push_str(word(0));
            is_gap = false;
        }
        // Ten is 十, not 一十; in the legal form it is 壹拾.
        if !(digit == 1 && place == 1 && text.is_empty() && word(1) == "一") {
            text.push_str(word(digit));
        }
        text.push_str(places.get(place).copied().unwrap_or_default());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_in_the_formats_of_word() {
        for (number, format, expected) in [
            (1, "chineseCounting", "一"),
            (10, "chineseCounting", "十"),
            (11, "chineseCounting", "十一"),
            (20, "chineseCountingThousand", "二十"),
            (21, "japaneseCounting", "二十一"),
            (105, "chineseCounting", "一○五"),
            (105, "chineseCountingThousand", "一百零五"),
            (110, "chineseCountingThousand", "一百一十"),
            (1001, "chineseCountingThousand", "一千零一"),
            (12, "chineseLegalSimplified", "壹拾贰"),
            (3, "decimal", "3"),
            (3, "decimalZero", "03"),
            (12, "decimalFullWidth", "１２"),
            (1, "decimalEnclosedCircle", "①"),
            (20, "decimalEnclosedCircleChinese", "⑳"),
            (21, "decimalEnclosedCircle", "㉑"),
            (51, "decimalEnclosedCircle", "51"),
            (2, "decimalEnclosedParen", "⑵"),
            (2, "decimalEnclosedFullstop", "⒉"),
            (3, "ideographTraditional", "丙"),
            (28, "upperLetter", "BB"),
            (2, "lowerLetter", "b"),
            (14, "upperRoman", "XIV"),
            (4, "lowerRoman", "iv"),
            (5, "hindiNumbers", "5"),
            (5, "none", ""),
        ] {
            assert_eq!(shown(number, format), expected, "{number} as {format}");
        }
    }
}
