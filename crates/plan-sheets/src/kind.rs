//! Which spreadsheet a file is, by what it holds: under the names .et and .xls there are workbooks of today too.

use std::fs::{self, File};
use std::path::Path;

use plan_data::{Said, said};
use zip::ZipArchive;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A workbook that can be read.
    Workbook,
    /// One that only its password opens.
    Locked,
    /// One of Excel 97 to 2003: .xls, and as a rule .et.
    Old,
    /// One of the open format: .ods.
    OpenDocument,
    /// Nothing at all.
    Empty,
    /// Anything else.
    Other,
}

/// How the files of Excel 97 to 2003 begin, and those that a password locks.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

impl Kind {
    /// What the file is; [`Kind::Other`] where it cannot be read.
    pub(crate) fn of(path: &Path) -> Self {
        if let Ok(archive) = File::open(path).map_err(Into::into).and_then(ZipArchive::new) {
            let has = |name: &str| archive.index_for_name(name).is_some();
            return match (has("xl/workbook.xml"), has("content.xml")) {
                (true, _) => Self::Workbook,
                (false, true) => Self::OpenDocument,
                (false, false) => Self::Other,
            };
        }
        let bytes = fs::read(path).unwrap_or_default();
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        match bytes.starts_with(COMPOUND) {
            true if bytes.windows(locked.len()).any(|name| name == locked) => Self::Locked,
            true => Self::Old,
            false if bytes.is_empty() => Self::Empty,
            false => Self::Other,
        }
    }

    /// What is found and expected of a spreadsheet that is not read. Both other formats keep numbers, not what is shown: of .xls the
    /// reader has no formats, of .ods no shown text, so that 3.10 would become 3.1, and 92.5% 0.925.
    pub(crate) fn refusal(self) -> Option<(Said, Said)> {
        let save = || {
            said!(
                ".xlsx格式的工作簿：请用Excel或WPS打开，另存为.xlsx",
                "a workbook in the format .xlsx: open it in Excel or WPS and save it as that"
            )
        };
        match self {
            Self::Workbook | Self::Other => None,
            Self::Empty => {
                Some((said!("空文件", "an empty file"), said!("工作簿（.xlsx）", "a workbook (.xlsx)")))
            }
            Self::Locked => Some((
                said!("有密码的工作簿", "a workbook that a password locks"),
                said!("没有密码的工作簿：请取消密码后保存", "one without: take the password off and save it"),
            )),
            Self::Old => Some((
                said!(
                    "Excel 97—2003格式的工作簿（.xls，WPS的.et）",
                    "a workbook in the format of Excel 97 to 2003 (.xls, .et of WPS)"
                ),
                save(),
            )),
            Self::OpenDocument => Some((
                said!("OpenDocument格式的工作簿（.ods）", "a workbook in the format of OpenDocument (.ods)"),
                save(),
            )),
        }
    }
}
