//! The fonts of a PDF: which characters the codes of a text stand for, and how wide each is.

use std::collections::HashMap;

use encoding_rs::{Encoding, GB18030, GBK, WINDOWS_1252};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use plan_data::Said;

use super::budget::Budget;
use super::names;
use crate::symbol;

/// A character that nothing says.
const UNKNOWN: char = char::REPLACEMENT_CHARACTER;
/// So many widths of a font at most are kept.
const MOST_WIDTHS: usize = 200_000;
/// The last number of a character in a font.
const LAST_CODE: u32 = 0xFFFF;

/// A font.
pub(crate) struct Font {
    codes: Codes,
    to_unicode: Option<CMap>,
    widths: HashMap<u32, f64>,
    default_width: f64,
    /// The name it is made under, for its signs.
    name: String,
}

/// How a text is cut into codes, and what they say where the font has no map to Unicode.
enum Codes {
    /// A byte each.
    Bytes(Box<[char; 256]>),
    /// UTF-16, which UCS-2 is part of.
    Utf16,
    /// One, two or four bytes in an encoding of China.
    Gb(&'static Encoding),
    /// Numbers of glyphs, two bytes each, of which nothing else is known.
    Glyphs,
    /// As a map in the file says.
    Mapped(Box<CMap>, Vec<Codespace>),
}

/// Which codes have a number of bytes: those from `low` to `high`.
struct Codespace {
    bytes: usize,
    low: u32,
    high: u32,
}

/// A code of a text.
pub(crate) struct Shown {
    /// The first character it stands for.
    pub(crate) character: char,
    /// The characters after that: of ligatures.
    pub(crate) more: Option<Box<str>>,
    /// The width, in thousandths of the size.
    pub(crate) width: f64,
    /// Whether the spacing of words applies to it.
    pub(crate) is_space: bool,
}

impl Font {
    /// A font of a file.
    pub(crate) fn of(dict: &Dict<'_>, budget: &mut Budget) -> Result<Self, Said> {
        let to_unicode = match dict.get::<Stream<'_>>("ToUnicode") {
            Some(stream) => budget.decoded(&stream)?.and_then(|map| CMap::parse(&map, |_| None)),
            None => None,
        };
        let name = dict.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let is_composite = dict.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Type0");
        let mut font =
            Self { codes: Codes::Glyphs, to_unicode, widths: HashMap::new(), default_width: 1000.0, name };
        if is_composite {
            font.composite(dict, budget)?;
        } else {
            font.simple(dict);
        }
        Ok(font)
    }

    fn composite(&mut self, dict: &Dict<'_>, budget: &mut Budget) -> Result<(), Said> {
        if let Some(stream) = dict.get::<Stream<'_>>("Encoding") {
            if let Some(map) = budget.decoded(&stream)?
                && let Some(parsed) = CMap::parse(&map, |_| None)
            {
                self.codes = Codes::Mapped(Box::new(parsed), codespaces(&map));
            }
        } else if let Some(name) = dict.get::<Name<'_>>("Encoding") {
            let name = name.as_str();
            self.codes = if name.contains("UCS2") || name.contains("UTF16") {
                Codes::Utf16
            } else if name.starts_with("GBK2K") {
                Codes::Gb(GB18030)
            } else if name.starts_with("GB") {
                Codes::Gb(GBK)
            } else {
                Codes::Glyphs
            };
        }
        let Some(descendant) =
            dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next())
        else {
            return Ok(());
        };
        if let Some(width) = descendant.get::<Number>("DW") {
            self.default_width = width.as_f64();
        }
        let Some(widths) = descendant.get::<Array<'_>>("W") else {
            return Ok(());
        };
        let mut items = widths.iter::<Object<'_>>();
        let number = |object: Option<Object<'_>>| object.and_then(Object::into_number);
        while let Some(first) = number(items.next()) {
            let first = code(first);
            match items.next() {
                Some(Object::Array(list)) => {
                    for (at, width) in (first..=LAST_CODE).zip(list.iter::<Number>()) {
                        self.set_width(at, width.as_f64());
                    }
                }
                Some(Object::Number(last)) => {
                    let Some(width) = number(items.next()) else {
                        break;
                    };
                    for at in first..=code(last).min(LAST_CODE) {
                        self.set_width(at, width.as_f64());
                    }
                }
                _ => break,
            }
            if self.widths.len() >= MOST_WIDTHS {
                break;
            }
        }
        Ok(())
    }

    fn simple(&mut self, dict: &Dict<'_>) {
        self.default_width = 500.0;
        let encoding = dict.get::<Dict<'_>>("Encoding");
        let base = encoding
            .as_ref()
            .and_then(|encoding| encoding.get::<Name<'_>>("BaseEncoding"))
            .or_else(|| dict.get::<Name<'_>>("Encoding"));
        let is_mac = base.is_some_and(|name| name.as_str() == "MacRomanEncoding");
        let encoding_of_bytes = if is_mac { encoding_rs::MACINTOSH } else { WINDOWS_1252 };
        let mut table = Box::new([UNKNOWN; 256]);
        for (byte, place) in (0_u8..=255).zip(table.iter_mut()) {
            let (text, _) = encoding_of_bytes.decode_without_bom_handling(std::slice::from_ref(&byte));
            *place = text.chars().next().unwrap_or(UNKNOWN);
        }
        if let Some(differences) = encoding.and_then(|encoding| encoding.get::<Array<'_>>("Differences")) {
            let mut at = 0_usize;
            for item in differences.iter::<Object<'_>>() {
                match item {
                    Object::Number(number) => at = usize::try_from(number.as_i64()).unwrap_or(usize::MAX),
                    Object::Name(name) => {
                        if let Some(place) = table.get_mut(at) {
                            *place = names::character(name.as_str()).unwrap_or(UNKNOWN);
                        }
                        at = at.saturating_add(1);
                    }
                    _ => {}
                }
            }
        }
        self.codes = Codes::Bytes(table);
        // The widths of glyphs that are drawings are in a scale of their own.
        let scale = dict
            .get::<Array<'_>>("FontMatrix")
            .and_then(|matrix| matrix.iter::<Number>().next())
            .map_or(1.0, |scale| scale.as_f64() * 1000.0);
        let first = dict.get::<Number>("FirstChar").map_or(0, code);
        if let Some(widths) = dict.get::<Array<'_>>("Widths") {
            for (width, at) in widths.iter::<Number>().zip(first..=255) {
                self.set_width(at, width.as_f64() * scale);
            }
        }
        let missing =
            dict.get::<Dict<'_>>("FontDescriptor").and_then(|font| font.get::<Number>("MissingWidth"));
        if let Some(missing) = missing.map(|width| width.as_f64()).filter(|width| *width > 0.0) {
            self.default_width = missing;
        }
    }

    fn set_width(&mut self, at: u32, width: f64) {
        if self.widths.len() < MOST_WIDTHS && width.is_finite() {
            self.widths.insert(at, width);
        }
    }

    /// The codes of a text.
    pub(crate) fn shown(&self, mut text: &[u8]) -> Vec<Shown> {
        let mut shown = Vec::with_capacity(text.len() / 2);
        while !text.is_empty() {
            let length = self.length(text).clamp(1, text.len());
            let (bytes, rest) = text.split_at(length);
            text = rest;
            shown.push(self.one(bytes));
        }
        shown
    }

    /// How many bytes the first code of a text has.
    fn length(&self, text: &[u8]) -> usize {
        let byte = |at: usize| text.get(at).copied().unwrap_or_default();
        match &self.codes {
            Codes::Bytes(_) => 1,
            Codes::Utf16 if (0xD8..0xDC).contains(&byte(0)) => 4,
            Codes::Gb(_) if byte(0) <= 0x80 || byte(0) == 0xFF => 1,
            Codes::Gb(encoding) if *encoding == GB18030 && byte(1).is_ascii_digit() => 4,
            Codes::Gb(_) | Codes::Utf16 | Codes::Glyphs => 2,
            Codes::Mapped(_, spaces) => {
                let is_in = |bytes: usize| {
                    let code = number(text.get(..bytes)?);
                    spaces
                        .iter()
                        .any(|space| space.bytes == bytes && (space.low..=space.high).contains(&code))
                        .then_some(bytes)
                };
                (1..=4).find_map(is_in).unwrap_or(if spaces.is_empty() { 2 } else { 1 })
            }
        }
    }

    fn one(&self, bytes: &[u8]) -> Shown {
        let code = number(bytes);
        let (character, more) = self.characters(code, bytes);
        let width = self.width(code, bytes, character);
        Shown { character, more, width, is_space: bytes == b" " }
    }

    fn characters(&self, code: u32, bytes: &[u8]) -> (char, Option<Box<str>>) {
        let own = |character: char| symbol::usual(symbol::shown(character, &self.name));
        let is_known = |character: char| !matches!(character, '\0' | UNKNOWN);
        match self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code)) {
            // Two dashes are one glyph in some fonts.
            Some(BfString::Char('⸺')) => return ('—', Some("—".into())),
            Some(BfString::Char(character)) if is_known(character) => return (own(character), None),
            Some(BfString::String(text)) => {
                let mut characters = text.chars();
                if let Some(first) = characters.next().filter(|first| is_known(*first)) {
                    let more: String = characters.map(own).collect();
                    return (own(first), (!more.is_empty()).then(|| more.into_boxed_str()));
                }
            }
            _ => {}
        }
        let character = match &self.codes {
            Codes::Bytes(table) => bytes.first().and_then(|byte| table.get(usize::from(*byte))).copied(),
            Codes::Utf16 => {
                let units = bytes.chunks(2).map(|unit| u16::try_from(number(unit)).unwrap_or_default());
                char::decode_utf16(units).next().and_then(Result::ok)
            }
            Codes::Gb(encoding) => encoding.decode_without_bom_handling(bytes).0.chars().next(),
            Codes::Glyphs | Codes::Mapped(..) => None,
        };
        (character.map_or(UNKNOWN, own), None)
    }

    fn width(&self, code: u32, bytes: &[u8], character: char) -> f64 {
        let own = |at: u32| self.widths.get(&at).copied();
        let width = match &self.codes {
            Codes::Bytes(_) | Codes::Glyphs => own(code),
            Codes::Mapped(map, _) => {
                let bytes = u8::try_from(bytes.len()).unwrap_or(4);
                map.lookup_cid_code(code, bytes).and_then(own)
            }
            // In the set of glyphs of China (Adobe-GB1) the letters and digits stand at 1, and half as wide as a 字 at 814.
            Codes::Utf16 | Codes::Gb(_) => match u32::from(character) {
                at @ 0x20..=0x7E => own(at - 0x20 + 1).or_else(|| own(at - 0x20 + 814)).or(Some(500.0)),
                _ => None,
            },
        };
        width.unwrap_or(self.default_width)
    }
}

/// A code of a font.
fn code(number: Number) -> u32 {
    u32::try_from(number.as_i64()).unwrap_or(u32::MAX)
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte))
}

/// What a map says of the lengths of its codes, which its reader does not tell: pairs of <00> <FF> between two words.
fn codespaces(map: &[u8]) -> Vec<Codespace> {
    let mut spaces = Vec::new();
    let text = String::from_utf8_lossy(map);
    for part in text.split("begincodespacerange").skip(1) {
        let part = part.split("endcodespacerange").next().unwrap_or_default();
        let mut codes = part.split('<').skip(1).filter_map(|code| Some(code.split_once('>')?.0.trim()));
        while let (Some(low), Some(high)) = (codes.next(), codes.next()) {
            let read = |code: &str| u32::from_str_radix(code, 16).ok();
            if let (Some(first), Some(last)) = (read(low), read(high))
                && spaces.len() < 100
            {
                spaces.push(Codespace { bytes: low.len().div_ceil(2), low: first, high: last });
            }
        }
    }
    spaces
}
