//! How much of a PDF is read at most: files of a few kilobytes may hold gigabytes.

use std::io::{self, Read};

use flate2::read::DeflateDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use plan_data::Said;

use crate::archive::{MOST_INFLATED, too_large};

/// So many instructions of pages are followed.
const MOST_STEPS: u64 = 50_000_000;
/// Deflate makes a byte into so many at most.
const MOST_TIMES: u64 = 1032;
/// The same of LZW, for which there is no counting reader.
const MOST_TIMES_LZW: u64 = 2560;

/// What is left to be read.
pub(crate) struct Budget {
    bytes: u64,
    steps: u64,
}

impl Budget {
    /// All of it.
    pub(crate) fn new() -> Self {
        Self { bytes: MOST_INFLATED, steps: MOST_STEPS }
    }

    /// Takes a step.
    pub(crate) fn step(&mut self, count: u64) -> Result<(), Said> {
        self.steps = self.steps.checked_sub(count).ok_or_else(too_large)?;
        Ok(())
    }

    /// The bytes of a stream; `None` where it is damaged or a picture.
    pub(crate) fn decoded(&mut self, stream: &Stream<'_>) -> Result<Option<Vec<u8>>, Said> {
        self.check(stream)?;
        let Ok(bytes) = stream.decoded_data() else {
            return Ok(None);
        };
        self.take(size(bytes.len()))?;
        Ok(Some(bytes.into_owned()))
    }

    /// Refuses a stream that inflates too far, before it is inflated in memory.
    fn check(&self, stream: &Stream<'_>) -> Result<(), Said> {
        let filters = stream.filters();
        let count = |wanted: Filter| filters.iter().filter(|filter| **filter == wanted).count();
        let (flate, lzw) = (count(Filter::FlateDecode), count(Filter::LzwDecode));
        if flate + lzw > 1 || filters.len() > 4 {
            return Err(too_large());
        }
        if flate + lzw == 0 {
            return Ok(());
        }
        let raw = stream.raw_data();
        let times = if lzw == 1 { MOST_TIMES_LZW } else { MOST_TIMES };
        if size(raw.len()) * times <= self.bytes {
            return Ok(());
        }
        let is_counted = filters.first() == Some(&Filter::FlateDecode);
        if is_counted && inflated(&raw, self.bytes).is_some() { Ok(()) } else { Err(too_large()) }
    }

    fn take(&mut self, bytes: u64) -> Result<(), Said> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or_else(too_large)?;
        Ok(())
    }

    /// Refuses a file whose tables of objects, which the reader of the file inflates by itself, inflate too far.
    pub(crate) fn check_objects(&self, file: &[u8]) -> Result<(), Said> {
        let mut left = self.bytes;
        let mut at = 0;
        while let Some(next) = find(file, b"stream", at) {
            at = next + b"stream".len();
            if file.get(..next).is_some_and(|before| before.ends_with(b"end")) {
                continue;
            }
            let before = file.get(next.saturating_sub(400)..next).unwrap_or_default();
            // What stands before the object is not of it.
            let start = before.windows(3).rposition(|word| word == b"obj").unwrap_or(0);
            let dict = before.get(start..).unwrap_or_default();
            let has = |name: &[u8]| dict.windows(name.len()).any(|part| part == name);
            if !has(b"ObjStm") && !has(b"XRef") {
                continue;
            }
            let data = file.get(at..).unwrap_or_default();
            let ends = data.iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let bytes = inflated(data.get(ends..).unwrap_or_default(), left).ok_or_else(too_large)?;
            left = left.saturating_sub(bytes);
        }
        Ok(())
    }
}

fn size(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// How many bytes deflated ones stand for, up to their end or their first damage; `None` where they are more than so many.
fn inflated(bytes: &[u8], most: u64) -> Option<u64> {
    // Two bytes of zlib before it; its check at the end is not asked for.
    let mut reader = DeflateDecoder::new(bytes.get(2..).unwrap_or_default()).take(most + 1);
    let mut buffer = vec![0; 1 << 16];
    let mut count = 0;
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(more) => count += size(more),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    (count <= most).then_some(count)
}

/// Where a word stands next, from a place on.
pub(crate) fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let first = *word.first()?;
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes.get(at..)?.starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}
