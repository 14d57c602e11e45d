//! The encoding of a text file, told by its bytes.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use plan_data::Said;

/// Kinds of files that begin with bytes of their own, and what to do with each.
const KINDS: [(&[u8], &str, Advice); 11] = [
    (b"%PDF", "PDF", Advice::OwnReader),
    (b"\xd0\xcf\x11\xe0", "Word / Excel 97–2003（.doc、.xls、.wps）", Advice::SaveAsNew),
    (b"{\\rtf", "RTF", Advice::SaveAsNew),
    (b"\x89PNG", "PNG", Advice::Recognise),
    (b"\xff\xd8\xff", "JPEG", Advice::Recognise),
    (b"GIF8", "GIF", Advice::Recognise),
    (b"II*\0", "TIFF", Advice::Recognise),
    (b"MM\0*", "TIFF", Advice::Recognise),
    (b"Rar!", "RAR", Advice::Unpack),
    (b"7z\xbc\xaf", "7z", Advice::Unpack),
    (b"\x1f\x8b", "gzip", Advice::Unpack),
];

#[derive(Clone, Copy)]
enum Advice {
    OwnReader,
    SaveAsNew,
    Recognise,
    Unpack,
}

/// What to do with a file that is no text.
fn refused(kind: &str, advice: Advice) -> Said {
    let (zh, en) = match advice {
        Advice::OwnReader => (
            "请按 .docx、.xlsx、.pdf 文件打开，或复制文字另存为 UTF-8 的文本",
            "open it as a .docx, .xlsx or .pdf file, or save its text as UTF-8",
        ),
        Advice::SaveAsNew => {
            ("请用 Word 或 WPS 另存为 .docx，再打开", "save it as .docx with Word or WPS and open that")
        }
        Advice::Recognise => (
            "请先识别其中的文字，或向发布单位索取 Word 文件",
            "recognise its text first (OCR), or ask the office for the Word file",
        ),
        Advice::Unpack => ("请先解压，再打开其中的文件", "unpack it and open the file within"),
    };
    Said {
        zh: format!("这不是文本，是 {kind} 文件：{zh}"),
        en: format!("This is not text but a {kind} file: {en}"),
    }
}

/// The text of a file.
pub(super) fn text(bytes: &[u8]) -> Result<String, Said> {
    if let Some((_, kind, advice)) = KINDS.iter().find(|(mark, ..)| bytes.starts_with(mark)) {
        return Err(refused(kind, *advice));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let near = bytes.get(..bytes.len().min(1 << 16)).unwrap_or_default();
        let holds = |word: &[u8]| near.windows(word.len()).any(|window| window == word);
        return Err(if holds(b"word/") {
            refused("Word（.docx）", Advice::OwnReader)
        } else if holds(b"xl/") {
            refused("Excel（.xlsx）", Advice::OwnReader)
        } else {
            refused("zip", Advice::Unpack)
        });
    }
    let wide = [(UTF_16LE, &b"\xff\xfe"[..]), (UTF_16BE, b"\xfe\xff")];
    if let Some((encoding, mark)) = wide.into_iter().find(|(_, mark)| bytes.starts_with(mark)) {
        let (text, has_errors) =
            encoding.decode_without_bom_handling(bytes.get(mark.len()..).unwrap_or_default());
        let replaced = text.chars().filter(|c| *c == '\u{fffd}').count();
        // A file cut off within a character is read up to there.
        if !has_errors || replaced <= 1 && text.chars().count() > 20 {
            return Ok(text.into_owned());
        }
        return Err(unknown());
    }
    let nulls = bytes.iter().map(|byte| usize::from(*byte == 0)).sum::<usize>();
    if nulls * 50 > bytes.len() {
        return Err(unknown());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    if is_gb(bytes) {
        let (text, has_errors) = GB18030.decode_without_bom_handling(bytes);
        let replaced = text.chars().filter(|c| *c == '\u{fffd}').count();
        if !has_errors || replaced * 2000 <= text.chars().count() + 2000 {
            return Ok(text.into_owned());
        }
    }
    // A few bytes of a text in UTF-8 may be damaged.
    let text = String::from_utf8_lossy(bytes);
    let all = text.chars().count();
    let replaced = text.chars().filter(|c| *c == '\u{fffd}').count();
    let chinese = text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    if replaced * 200 <= all && chinese * 4 >= all {
        return Ok(text.into_owned());
    }
    Err(unknown())
}

fn unknown() -> Said {
    Said {
        zh: "这不是 UTF-8、带标记的 UTF-16 或 GB18030 的文本：请用记事本或 WPS 另存为 UTF-8 的文本，再打开".to_owned(),
        en: "This is not text in UTF-8, UTF-16 with its mark, or GB18030: save it as text in UTF-8 and open that".to_owned(),
    }
}

/// Whether the bytes are plausibly Chinese in GB18030: of the pairs most are common characters (the first level of GB 2312, in the order
/// of their sounds) or its marks.
fn is_gb(bytes: &[u8]) -> bool {
    let (mut common, mut marks, mut all) = (0_usize, 0_usize, 0_usize);
    let mut rest = bytes.iter().copied();
    while let Some(first) = rest.next() {
        if first < 0x80 {
            continue;
        }
        let second = rest.next().unwrap_or_default();
        all += 1;
        if second >= 0xa1 {
            common += usize::from((0xb0..=0xd7).contains(&first));
            marks += usize::from((0xa1..=0xa3).contains(&first));
        }
    }
    common * 10 >= all * 6 && (common + marks) * 10 >= all * 8 && common > 1
}
