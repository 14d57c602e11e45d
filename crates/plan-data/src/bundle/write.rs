//! Writes a dataset as text. Natively only: the build does it.

use std::fmt;

use serde::ser::{self, Impossible, Serialize, Serializer};

use super::{ESCAPE, ESCAPED, NONE, SOME};
use crate::Dataset;

/// What the text has no form for, in words.
#[derive(Debug, PartialEq, Eq)]
pub struct Unwritable(String);

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// A dataset as the text that [`read`](super::read()) reads.
///
/// # Errors
/// Where a type has a value that the text has no form for, such as a fraction or a map: a type that was changed needs one.
pub fn write(dataset: &Dataset) -> Result<String, Unwritable> {
    written(dataset)
}

pub(super) fn written(value: &impl Serialize) -> Result<String, Unwritable> {
    let mut writer = Writer(String::new());
    value.serialize(&mut writer)?;
    Ok(writer.0)
}

struct Writer(String);

impl Writer {
    fn text(&mut self, text: &str) {
        for character in text.chars() {
            if let Some((_, stands_for)) = ESCAPED.iter().find(|(escaped, _)| *escaped == character) {
                self.0.extend([ESCAPE, *stands_for]);
            } else {
                self.0.push(character);
            }
        }
        self.0.push('\n');
    }

    fn count(&mut self, count: Option<usize>) -> Result<(), Unwritable> {
        let count = count.and_then(|count| u32::try_from(count).ok());
        count.ok_or_else(|| ser::Error::custom("no form for a sequence without a length"))?.serialize(self)
    }
}

/// What nothing in a dataset is, so that no form was made for it.
macro_rules! unwritable {
    ($($function:ident($type:ty),)+) => {
        $(fn $function(self, _: $type) -> Result<(), Unwritable> {
            Err(ser::Error::custom(concat!("no form for ", stringify!($type))))
        })+
    };
}

macro_rules! numbers {
    ($($function:ident($type:ty),)+) => {
        $(fn $function(self, number: $type) -> Result<(), Unwritable> {
            self.text(&number.to_string());
            Ok(())
        })+
    };
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Impossible<(), Unwritable>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers! {
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
    }

    unwritable! {
        serialize_u64(u64),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_f32(f32),
        serialize_f64(f64),
        serialize_bytes(&[u8]),
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.0.push(char::from(if value { SOME } else { NONE }));
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), Unwritable> {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Unwritable> {
        self.text(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.serialize_bool(false)
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Unwritable> {
        self.serialize_bool(true)?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, index: u32, _: &'static str) -> Result<(), Unwritable> {
        self.serialize_u32(index)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.serialize_u32(index)?;
        value.serialize(self)
    }

    fn serialize_seq(self, count: Option<usize>) -> Result<Self, Unwritable> {
        self.count(count)?;
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Unwritable> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Unwritable> {
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Unwritable> {
        self.serialize_u32(index)?;
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unwritable> {
        Err(ser::Error::custom("no form for a map"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unwritable> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Unwritable> {
        self.serialize_u32(index)?;
        Ok(self)
    }
}

/// One after another, without names.
macro_rules! in_order {
    ($($trait:ident::$function:ident($($name:ty)?),)+) => {
        $(impl ser::$trait for &mut Writer {
            type Ok = ();
            type Error = Unwritable;

            fn $function<T: ?Sized + Serialize>(&mut self, $(_: $name,)? value: &T) -> Result<(), Unwritable> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Unwritable> {
                Ok(())
            }
        })+
    };
}

in_order! {
    SerializeSeq::serialize_element(),
    SerializeTuple::serialize_element(),
    SerializeTupleStruct::serialize_field(),
    SerializeTupleVariant::serialize_field(),
    SerializeStruct::serialize_field(&'static str),
    SerializeStructVariant::serialize_field(&'static str),
}
