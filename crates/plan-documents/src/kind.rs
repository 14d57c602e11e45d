//! Which kind a file is, by its bytes, and what is said of those that are not read.

use plan_data::{Said, said};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A zip file: Word, Excel and others.
    Zip,
    /// A PDF.
    Pdf,
    /// Anything else, as long as it may be text.
    Text,
    /// Nothing at all.
    Empty,
    /// A document of Word 97 to 2003, or one of WPS.
    OldWord,
    /// A workbook of Excel 97 to 2003.
    OldExcel,
    /// A file of Office 97 to 2003 of another kind.
    OldOffice,
    /// A document or workbook that only its password opens.
    Locked,
    /// Rich text.
    RichText,
    /// A web page as one file with its pictures.
    WebArchive,
    /// A picture.
    Image,
    /// A zip file that is cut off or otherwise broken.
    DamagedZip,
    /// A file in the open format: .odt, .ods.
    OpenDocument,
    /// Slides.
    Slides,
    /// A document in the format of Chinese offices.
    Ofd,
    /// A zip file that is no document.
    OtherZip,
    /// A document of Word as one XML file.
    WordXml,
    /// A binary workbook of Excel.
    BinaryExcel,
    /// RAR, 7z, gzip.
    Packed,
}

/// How files of Office 97 to 2003 begin, and those that a password locks.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// So far into a file a PDF may begin: mail and web servers put lines before it.
const LATEST_START: usize = 1024;

impl Kind {
    /// What a file is, by its bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let starts = |with: &[&[u8]]| with.iter().any(|start| bytes.starts_with(start));
        let head = bytes.get(..bytes.len().min(LATEST_START)).unwrap_or_default();
        let within = |text: &[u8]| head.windows(text.len()).any(|part| part == text);
        if bytes.iter().all(|byte| matches!(byte, 0 | b' ' | b'\t' | b'\r' | b'\n')) {
            return Self::Empty;
        }
        if starts(&[b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"]) {
            return Self::Zip;
        }
        if within(b"%PDF-") {
            return Self::Pdf;
        }
        if starts(&[COMPOUND]) {
            return Self::of_compound(bytes);
        }
        if starts(&[b"{\\rtf"]) {
            return Self::RichText;
        }
        if starts(&[b"\x89PNG\r\n", b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"])
            || (starts(&[b"RIFF"]) && within(b"WEBPVP8"))
            || (starts(&[b"BM"]) && bytes.get(6..10) == Some(&[0; 4]))
        {
            return Self::Image;
        }
        if starts(&[b"Rar!\x1A\x07", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B\x08"]) {
            return Self::Packed;
        }
        if starts(&[b"MIME-Version:", b"From: <"]) && within(b"multipart/related") {
            return Self::WebArchive;
        }
        if within(b"progid=\"Word.Document\"") {
            return Self::WordXml;
        }
        Self::Text
    }

    fn of_compound(bytes: &[u8]) -> Self {
        // The names of the streams stand in UTF-16 in a directory that may be anywhere.
        let has = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let first = name.first().copied().unwrap_or_default();
            let mut at = 0;
            while let Some(next) =
                bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == first))
            {
                at += next;
                if bytes.get(at..).is_some_and(|rest| rest.starts_with(&name)) {
                    return true;
                }
                at += 1;
            }
            false
        };
        if has("EncryptedPackage") {
            Self::Locked
        } else if has("WordDocument") {
            Self::OldWord
        } else if has("Workbook") || has("Book\0") {
            Self::OldExcel
        } else {
            Self::OldOffice
        }
    }

    /// What a zip file is that is neither a document of Word nor a workbook, by the names of its parts.
    pub(crate) fn of_parts(names: &[String]) -> Self {
        let has = |name: &str| names.iter().any(|other| other.eq_ignore_ascii_case(name));
        if has("xl/workbook.bin") {
            Self::BinaryExcel
        } else if has("OFD.xml") {
            Self::Ofd
        } else if has("ppt/presentation.xml") {
            Self::Slides
        } else if has("content.xml") {
            Self::OpenDocument
        } else {
            Self::OtherZip
        }
    }

    /// What is said of a file of a kind that is not read.
    pub(crate) fn refusal(self) -> Said {
        match self {
            Self::Zip | Self::Pdf | Self::Text | Self::OtherZip => said!(
                "压缩文件，不是文档：请解压后选择其中的报告（.docx、.pdf、.xlsx、.txt）",
                "a zip file that is no document: unpack it and choose the report in it (.docx, .pdf, .xlsx, .txt)"
            ),
            Self::Empty => {
                said!("空文件：请重新下载或另存报告", "an empty file: download or save the report again")
            }
            Self::OldWord => said!(
                "Word 97—2003格式的文档（.doc，WPS的.wps）：请用Word或WPS打开，另存为.docx",
                "a document in the format of Word 97 to 2003 (.doc, .wps of WPS): open it in Word or WPS and save it as .docx"
            ),
            Self::OldExcel => said!(
                "Excel 97—2003格式的工作簿（.xls，WPS的.et）：请用Excel或WPS打开，另存为.xlsx",
                "a workbook in the format of Excel 97 to 2003 (.xls, .et of WPS): open it in Excel or WPS and save it as .xlsx"
            ),
            Self::BinaryExcel => said!(
                "二进制格式的工作簿（.xlsb）：请用Excel或WPS打开，另存为.xlsx",
                "a workbook in the binary format (.xlsb): open it in Excel or WPS and save it as .xlsx"
            ),
            Self::OldOffice => said!(
                "Office 97—2003格式的文件：请用Office或WPS打开，另存为.docx或.xlsx",
                "a file in a format of Office 97 to 2003: open it in Office or WPS and save it as .docx or .xlsx"
            ),
            Self::Locked => said!(
                "有密码的文件：请取消密码后保存",
                "a file that a password locks: take the password off and save it"
            ),
            Self::RichText => said!(
                "RTF格式的文档：请用Word或WPS打开，另存为.docx",
                "a document in rich text (RTF): open it in Word or WPS and save it as .docx"
            ),
            Self::WebArchive => said!(
                "单个文件的网页（.mht，有的以.doc为名）：请用Word或WPS打开，另存为.docx",
                "a web page in a single file (.mht, some named .doc): open it in Word or WPS and save it as .docx"
            ),
            Self::WordXml => said!(
                "XML格式的Word文档：请用Word或WPS打开，另存为.docx",
                "a document of Word as XML: open it in Word or WPS and save it as .docx"
            ),
            Self::Image => said!(
                "图片：没有文字。请用带文字识别（OCR）的程序（如WPS）转为文字，或向发布单位索取Word文件",
                "a picture, without text: recognise its text with a program for that (OCR, such as WPS), or ask the office for the Word file"
            ),
            Self::DamagedZip => said!(
                "损坏的文件（.docx、.xlsx或压缩文件）：可能没有下载完整，请重新下载",
                "a damaged file (.docx, .xlsx or zip): it may not have been downloaded whole; download it again"
            ),
            Self::OpenDocument => said!(
                "OpenDocument格式的文件（.odt、.ods）：请用Word或WPS打开，另存为.docx或.xlsx",
                "a file in the format of OpenDocument (.odt, .ods): open it in Word or WPS and save it as .docx or .xlsx"
            ),
            Self::Slides => said!(
                "幻灯片：请选择报告的文档（.docx、.pdf）",
                "slides: choose the document of the report (.docx, .pdf)"
            ),
            Self::Ofd => said!(
                "OFD版式文件：请用OFD阅读器或WPS打开，另存为.pdf或.docx",
                "a file in the format OFD: open it in a reader of OFD or in WPS and save it as .pdf or .docx"
            ),
            Self::Packed => said!(
                "压缩文件：请解压后选择其中的报告",
                "a packed file: unpack it and choose the report in it"
            ),
        }
    }
}
