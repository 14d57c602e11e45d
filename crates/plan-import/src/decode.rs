//! Bytes of a text file, as a document.

mod encoding;
mod html;
mod markdown;

use plan_data::Said;

use crate::structure::is_invisible;
use crate::{Block, Document, Line};

/// Bytes that are no text of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecodable(pub Said);

/// So many lines a text may have. The longest reports have some thousands, and each line takes memory, however short it is.
const MOST_LINES: usize = 200_000;

/// A text file, plain or Markdown or HTML, in UTF-8, UTF-16 with its mark, or GB18030.
///
/// # Errors
/// The bytes are none of these, or have too many lines.
pub fn document(bytes: &[u8]) -> Result<Document, Undecodable> {
    let text = encoding::text(bytes).map_err(Undecodable)?;
    let document = of_text(&text);
    if document.blocks.len() > MOST_LINES {
        return Err(Undecodable(Said {
            zh: format!("现为超过{MOST_LINES}行的文字，应为一份报告的文字；请只留下报告的正文和附表"),
            en: format!(
                "found more than {MOST_LINES} lines, expected those of one report; leave only its text and its annexes"
            ),
        }));
    }
    Ok(document)
}

/// A text as a document.
fn of_text(text: &str) -> Document {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let blocks = match html::kind(text) {
        Some(kind) => html::blocks(text, kind),
        None => lines(&html::entities(text)),
    };
    let blocks = blocks.into_iter().map(|block| match block {
        Block::Line(line) => Block::Line(markdown::line(Line { text: visible(&line.text), ..line })),
        other => other,
    });
    Document { blocks: blocks.collect() }
}

/// The lines of a plain text, and its page breaks; no more than tell that there are too many.
fn lines(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, page) in text.split('\u{c}').enumerate() {
        if blocks.len() > MOST_LINES {
            break;
        }
        if index > 0 {
            blocks.push(Block::PageBreak);
        }
        let mut rest = page;
        while !rest.is_empty() && blocks.len() <= MOST_LINES {
            let end =
                rest.find(['\n', '\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
            let (line, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            blocks.push(Block::Line(Line::printed(line)));
            let after_return = after.strip_prefix("\r\n");
            rest = after_return.unwrap_or_else(|| {
                let first = after.chars().next().map_or(0, char::len_utf8);
                after.get(first..).unwrap_or_default()
            });
        }
    }
    blocks
}

/// Text without control characters and those that take no room.
fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    visible.extend(text.chars().filter(|c| (*c == '\t' || !c.is_control()) && !is_invisible(*c)));
    visible
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<String> {
        let blocks = document(bytes).expect("is text").blocks.into_iter();
        let texts = blocks.map(|block| match block {
            Block::Line(line) => line.text,
            Block::Table(rows) => {
                rows.into_iter().map(|row| row.join("|")).collect::<Vec<String>>().join("/")
            }
            Block::PageBreak => "BREAK".to_owned(),
        });
        texts.collect()
    }

    #[test]
    fn encodings_and_line_ends_make_the_same_lines() {
        let text = "一、回顾\r\n增长7%。\r\n";
        let wide: Vec<u8> =
            [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> =
            [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        let (gb, ..) = encoding_rs::GB18030.encode(text);
        let mark = format!("\u{feff}{text}");
        let cases: [&[u8]; 6] =
            [text.as_bytes(), mark.as_bytes(), &wide, &big, &gb, "一、回顾\r增长7%。".as_bytes()];
        for bytes in cases {
            assert_eq!(texts(bytes), ["一、回顾", "增长7%。"], "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_what_to_do() {
        for (bytes, word) in [
            (&b"PK\x03\x04 word/document.xml"[..], "Word"),
            (b"%PDF-1.7", "PDF"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "docx"),
            (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
            (b"a\0b\0\0\0c", "UTF-8"),
            (b"\xff\xfe\x00\xd8\x00\xd8", "UTF-8"),
            (b"caf\xe9 na\xefve \xe8\xe8", "UTF-8"),
        ] {
            let Undecodable(said) = document(bytes).expect_err(word);
            assert!(said.zh.contains(word) && said.en.contains(word), "{said:?}");
        }
    }

    #[test]
    fn a_text_of_more_lines_than_any_report_is_refused() {
        let lines = |count: usize| document("1\n".repeat(count).as_bytes());
        assert_eq!(lines(MOST_LINES).expect("is a text").blocks.len(), MOST_LINES);
        for text in ["1\n", "\n", "\u{c}", "<p>1</p>"] {
            let text = format!("<p></p>{}", text.repeat(MOST_LINES + 2));
            let text = if text.contains("<p>1") { text } else { text.replace("<p></p>", "") };
            let Undecodable(said) = document(text.as_bytes()).expect_err("has too many lines");
            assert!(said.en.starts_with("found more than 200000 lines"), "{said:?}");
            assert!(said.zh.starts_with("现为超过200000行"), "{said:?}");
        }
    }

    #[test]
    fn page_breaks_control_characters_and_what_takes_no_room() {
        assert_eq!(texts("增\u{200b}长\u{1}。\u{c}下\u{ad}页".as_bytes()), ["增长。", "BREAK", "下页"]);
        assert_eq!(texts(b""), [""; 0]);
    }

    #[test]
    fn html_becomes_lines_and_tables() {
        let page = "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><h1>报告</h1><p>一、<b>回\n顾</b>&nbsp;好<br/>下</p>\
                    <script>1<2</script><table><tr><th rowspan=2>指标</th><th colspan='2'>2025年</th></tr><tr><td>完成</td><td>a &lt; 5 &#8212;</td></tr></table></body></html>";
        assert_eq!(
            texts(page.as_bytes()),
            ["报告", "一、**回顾** 好", "下", "指标|2025年|2025年/指标|完成|a < 5 —"]
        );
        let leaked = "增长<span style=\"x\">7%</span>。<br>\n比重&lt;5，x<3。";
        assert_eq!(texts(leaked.as_bytes()), ["增长7%。", "", "比重<5，x<3。"]);
        let layout =
            "<table><tr><td><p>一、回顾</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>";
        assert_eq!(texts(layout.as_bytes()), ["一、回顾", "a|b"]);
    }

    #[test]
    fn markdown_keeps_words_bold_and_headings() {
        let document =
            of_text("## 一、回顾\n__加快__发展 **工业** [文](http://a.b/c)\\.\n| a | b\\_c |\n> 引\n");
        let lines: Vec<(String, Option<u8>)> = document
            .blocks
            .into_iter()
            .map(|block| match block {
                Block::Line(line) => (line.text, line.heading),
                _ => (String::new(), None),
            })
            .collect();
        let expected = [
            ("一、回顾", Some(2)),
            ("**加快**发展 **工业** 文.", None),
            ("| a | b\\_c |", None),
            ("引", None),
        ];
        assert_eq!(lines, expected.map(|(text, level)| (text.to_owned(), level)));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_fail(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            let _ = document(&bytes);
        }

        #[test]
        fn no_markup_makes_it_fail(text in "(<[a-z/]{0,6}|>|&[a-z#0-9]{0,5};?|<table>|<tr>|<td rowspan=9>|<td colspan=99999>|</table>|<p>|\\*\\*|[一二 \n]){0,60}") {
            let _ = document(text.as_bytes());
        }
    }
}
