//! The parts of a zip file (Word, Excel), inflated within limits: what a file says of its sizes is not believed.

use std::io::{Cursor, Read};

use encoding_rs::Encoding;
use plan_data::{Said, said};
use zip::ZipArchive;

/// So many bytes at most are inflated of one file.
pub(crate) const MOST_INFLATED: u64 = 200 << 20;
/// A part may be so many times the size that it has in the file, from [`LEAST_SUSPECT`] on: the XML of long tables of empty cells is
/// sixty times as long as its deflated form.
const MOST_TIMES: u64 = 200;
const LEAST_SUSPECT: u64 = 16 << 20;

/// A zip file in memory.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What has been inflated so far.
    inflated: u64,
}

impl<'a> Archive<'a> {
    /// The directory of a zip file; `None` where it has none that can be read.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        Some(Self { zip: ZipArchive::new(Cursor::new(bytes)).ok()?, inflated: 0 })
    }

    /// Whether it has a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The names of the parts.
    pub(crate) fn names(&self) -> Vec<String> {
        self.zip.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect()
    }

    /// The bytes of a part; `None` where there is none of the name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Said> {
        let Some(index) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let damaged = || said!("文件损坏：{name}无法解压", "a damaged file: {name} cannot be inflated");
        let part = self.zip.by_index(index).map_err(|_| damaged())?;
        let left = MOST_INFLATED.saturating_sub(self.inflated);
        let most = left.min(part.compressed_size().saturating_mul(MOST_TIMES).max(LEAST_SUSPECT));
        let mut bytes = Vec::new();
        part.take(most + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > most {
            return Err(too_large());
        }
        self.inflated += size;
        Ok(Some(bytes))
    }

    /// The text of a part.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Said> {
        let Some(bytes) = self.part(name)? else {
            return Ok(None);
        };
        let (encoding, mark) = Encoding::for_bom(&bytes).unwrap_or((encoding_rs::UTF_8, 0));
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        Ok(Some(text.into_owned()))
    }
}

/// What is said of a file that is larger than a report ever is once inflated.
pub(crate) fn too_large() -> Said {
    let megabytes = MOST_INFLATED >> 20;
    said!(
        "解压后过大的文件（超过{megabytes}MB，或内容异常重复），不读取",
        "a file that is too large once inflated (over {megabytes} MB, or suspiciously repetitive); it is not read"
    )
}
