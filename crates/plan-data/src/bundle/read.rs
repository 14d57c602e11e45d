//! Reads a dataset from text. Whatever does not depend on a type is one function for all of them, and errors are told apart by
//! number until the end: the browser loads this code before anything is seen.

use std::fmt;

use serde::de::value::U32Deserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::{ESCAPE, ESCAPED, NONE, SOME};
use crate::Dataset;

/// Text that is no dataset: where, what stands there and what should.
#[derive(Debug, PartialEq, Eq)]
pub struct Damage {
    /// The line, from 1.
    pub line: usize,
    /// What stands there, as far as its line’s end.
    pub found: String,
    /// What should stand there.
    pub expected: &'static str,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, found, expected } = self;
        write!(f, "line {line} of the bundled data: found “{found}”, expected {expected}")
    }
}

impl std::error::Error for Damage {}

/// The dataset that [`write`](super::write()) wrote.
///
/// # Errors
/// Where the text is none, the first place that shows it.
pub fn read(text: &str) -> Result<Dataset, Damage> {
    value(text)
}

pub(super) fn value<T: de::DeserializeOwned>(text: &str) -> Result<T, Damage> {
    let mut reader = Reader { rest: text, item: text };
    match T::deserialize(&mut reader) {
        Ok(_) if !reader.rest.is_empty() => Err(damage(text, reader.rest, Missing::End)),
        Ok(value) => Ok(value),
        Err(missing) => Err(damage(text, reader.item, missing)),
    }
}

/// `from` is what is left of `text` from the item on that is at fault.
fn damage(text: &str, from: &str, missing: Missing) -> Damage {
    let before = text.get(..text.len() - from.len()).unwrap_or_default();
    let found = from.split('\n').next().unwrap_or_default().to_owned();
    Damage { line: before.split('\n').count(), found, expected: missing.words() }
}

/// What should have stood there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Missing {
    Flag,
    Number,
    Variant,
    Text,
    /// A text or number that its type takes.
    Proper,
    Form,
    End,
}

impl Missing {
    fn words(self) -> &'static str {
        match self {
            Self::Flag => "+ or -",
            Self::Number => "a number that is not too large, and a line’s end",
            Self::Variant => "the number of a variant",
            Self::Text => "text up to a line’s end, with \\ only before \\, n, l, r and 0",
            Self::Proper => "what the type of the value takes",
            Self::Form => "a value of a type that has a form in the text",
            Self::End => "the end",
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

impl std::error::Error for Missing {}

/// What a type says of a value that it does not take is not written down: that would take the code that puts it into words.
impl de::Error for Missing {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Proper
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::Proper
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::Proper
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::Proper
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self::Variant
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::Proper
    }

    fn missing_field(_: &'static str) -> Self {
        Self::Proper
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self::Proper
    }
}

struct Reader<'a> {
    rest: &'a str,
    /// From the item on that was read last.
    item: &'a str,
}

impl<'a> Reader<'a> {
    #[inline(never)]
    fn flag(&mut self) -> Result<bool, Missing> {
        self.item = self.rest;
        let flag = match self.rest.as_bytes().first() {
            Some(&SOME) => true,
            Some(&NONE) => false,
            _ => return Err(Missing::Flag),
        };
        self.rest = self.rest.get(1..).unwrap_or_default();
        Ok(flag)
    }

    /// What stands before the next line’s end.
    #[inline(never)]
    fn line(&mut self) -> Option<&'a str> {
        self.item = self.rest;
        let end = self.rest.bytes().position(|byte| byte == b'\n')?;
        let line = self.rest.get(..end);
        self.rest = self.rest.get(end + 1..)?;
        line
    }

    #[inline(never)]
    fn number(&mut self, most: u32) -> Result<u32, Missing> {
        let line = self.line().filter(|line| !line.is_empty()).ok_or(Missing::Number)?;
        line.bytes()
            .try_fold(0_u32, |number, byte| {
                let digit = byte.is_ascii_digit().then_some(u32::from(byte & 15))?;
                number.checked_mul(10)?.checked_add(digit).filter(|number| *number <= most)
            })
            .ok_or(Missing::Number)
    }

    #[inline(never)]
    fn text(&mut self) -> Result<String, Missing> {
        let line = self.line().ok_or(Missing::Text)?;
        let mut parts = line.split(ESCAPE);
        let mut text = parts.next().unwrap_or_default().to_owned();
        while let Some(part) = parts.next() {
            let mut characters = part.chars();
            match characters.next() {
                None => {
                    // Two in a row part an empty text from what follows.
                    text.push(ESCAPE);
                    text.push_str(parts.next().ok_or(Missing::Text)?);
                }
                Some(stands_for) => {
                    let escaped = ESCAPED.iter().find(|(_, known)| *known == stands_for);
                    text.push(escaped.ok_or(Missing::Text)?.0);
                    text.push_str(characters.as_str());
                }
            }
        }
        Ok(text)
    }
}

macro_rules! numbers {
    ($($function:ident => $visit:ident($type:ty),)+) => {
        $(#[inline]
        fn $function<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
            let number = self.number(<$type>::MAX.into())?;
            visitor.$visit(<$type>::try_from(number).map_err(|_| Missing::Number)?)
        })+
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Missing;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Missing> {
        Err(Missing::Form)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u64 u128 f32 f64 bytes byte_buf map identifier ignored_any
    }

    numbers! {
        deserialize_u8 => visit_u8(u8),
        deserialize_u16 => visit_u16(u16),
        deserialize_u32 => visit_u32(u32),
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
        visitor.visit_bool(self.flag()?)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
        visitor.visit_string(self.text()?)
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
        visitor.visit_string(self.text()?)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
        if self.flag()? { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Missing> {
        visitor.visit_unit()
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Missing> {
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
        let left = self.number(u32::MAX)?;
        visitor.visit_seq(Items { reader: self, left })
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Missing> {
        visitor.visit_seq(Fields(self))
    }

    #[inline]
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Missing> {
        visitor.visit_seq(Fields(self))
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Missing> {
        visitor.visit_seq(Fields(self))
    }

    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Missing> {
        visitor.visit_enum(self)
    }
}

/// As many as were counted. How many are left is not told: a number that is wrong shall not take the memory for them.
struct Items<'a, 'b> {
    reader: &'a mut Reader<'b>,
    left: u32,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Missing;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Missing> {
        let Some(left) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = left;
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

/// As many as the type asks for.
struct Fields<'a, 'b>(&'a mut Reader<'b>);

impl<'de> SeqAccess<'de> for Fields<'_, '_> {
    type Error = Missing;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Missing> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'_> {
    type Error = Missing;
    type Variant = Self;

    #[inline]
    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Missing> {
        let number: U32Deserializer<Missing> = self.number(u32::MAX)?.into_deserializer();
        let variant = seed.deserialize(number).map_err(|_| Missing::Variant)?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'_> {
    type Error = Missing;

    #[inline]
    fn unit_variant(self) -> Result<(), Missing> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Missing> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Missing> {
        visitor.visit_seq(Fields(self))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Missing> {
        visitor.visit_seq(Fields(self))
    }
}
