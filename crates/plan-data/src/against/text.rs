//! The text of a report, taken apart into the sections and paragraphs that places cite. White space and markup carry no meaning.

use crate::Place;
use crate::outline::ANNEX;

/// The report's text in sections and paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportText {
    /// The sections in the order of the text; the first is the opening.
    pub sections: Vec<TextSection>,
    /// The lines below the word that begins the annex.
    pub annex: Vec<AnnexLine>,
}

/// A section of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextSection {
    /// The id that places cite: 0 for the opening, 1 for 一, 1.3 for （三） below it, 1.3.box for its 专栏.
    pub id: String,
    /// The heading as printed, without white space; empty for the opening.
    pub heading: String,
    /// The paragraphs.
    pub paragraphs: Vec<TextParagraph>,
}

/// A paragraph of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextParagraph {
    /// Its words without white space and markup.
    pub words: String,
    /// The bytes of `words` at which a further line of the text begins.
    pub lines: Vec<usize>,
}

/// A line of the annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnexLine {
    /// A row of a table: its cells without white space.
    Cells(Vec<String>),
    /// Any other line.
    Words(String),
}

const NUMERALS: &str = "一二三四五六七八九十";

/// Text without white space, markup and control characters.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '*').collect()
}

/// The text after `open` numeral `close`, where the line is such a heading.
fn heading<'a>(line: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (numeral, rest) = line.strip_prefix(open)?.split_once(close)?;
    let is_numeral = !numeral.is_empty() && numeral.chars().all(|c| NUMERALS.contains(c));
    (is_numeral && !rest.is_empty() && !rest.contains('。')).then_some(rest)
}

impl ReportText {
    /// Takes the text apart: headings 一、 and （一）, the column 专栏：, its items ▲, the annex after 附表. A paragraph begins
    /// at a line break after a full stop, or at a bold run-in heading; page breaks do not end one.
    pub fn read(text: &str) -> Self {
        let mut report = Self::default();
        report.begin("0".to_owned(), "");
        let (mut part, mut subsection) = (0, 0);
        let mut is_open = false;
        let mut in_annex = false;
        // Editors of Windows begin a file with a byte order mark.
        let text = text.trim_start_matches('\u{FEFF}');
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if line == ANNEX {
                in_annex = true;
            } else if in_annex {
                report.annex.push(if line.starts_with('|') {
                    AnnexLine::Cells(line.trim_matches('|').split('|').map(squeezed).collect())
                } else {
                    AnnexLine::Words(squeezed(line))
                });
            } else if line.chars().count() < 60 && heading(&squeezed(line), "", "、").is_some() {
                (part, subsection) = (part + 1, 0);
                report.begin(format!("{part}"), line);
                is_open = false;
            } else if line.chars().count() < 40 && heading(&squeezed(line), "（", "）").is_some() {
                subsection += 1;
                report.begin(format!("{part}.{subsection}"), line);
                is_open = false;
            } else if line.starts_with("专栏：") {
                report.begin(format!("{part}.{subsection}.box"), line);
                is_open = false;
            } else {
                report.add(line, &mut is_open);
            }
        }
        report
    }

    fn begin(&mut self, id: String, heading: &str) {
        self.sections.push(TextSection { id, heading: squeezed(heading), paragraphs: Vec::new() });
    }

    fn add(&mut self, line: &str, is_open: &mut bool) {
        let Some(TextSection { paragraphs, .. }) = self.sections.last_mut() else {
            return;
        };
        let paragraph = |words| TextParagraph { words, lines: Vec::new() };
        if let Some(item) = line.trim_start_matches(['-', ' ']).strip_prefix('▲') {
            paragraphs.push(paragraph(squeezed(item)));
            *is_open = false;
            return;
        }
        for (index, piece) in line.split("**").enumerate() {
            let words = squeezed(piece);
            let is_bold = index % 2 == 1;
            if words.is_empty() {
                continue;
            }
            match paragraphs.last_mut() {
                Some(last) if !is_bold && (index > 0 || *is_open) => {
                    if index == 0 {
                        last.lines.push(last.words.len());
                    }
                    last.words += &words;
                }
                _ => paragraphs.push(paragraph(words)),
            }
        }
        *is_open = !line.trim_end_matches('*').ends_with(['。', '：', '！', '；']);
    }

    /// The section of that id.
    pub fn section(&self, id: &str) -> Option<&TextSection> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The words of a paragraph.
    pub fn paragraph(&self, place: &Place) -> Option<&str> {
        let at = usize::from(place.paragraph).checked_sub(1)?;
        Some(self.section(&place.section)?.paragraphs.get(at)?.words.as_str())
    }

    /// The rows of the annex, without those that only draw lines.
    pub(super) fn annex_rows(&self) -> impl Iterator<Item = (usize, &[String])> {
        self.annex.iter().enumerate().filter_map(|(at, line)| match line {
            AnnexLine::Cells(cells) => Some((at, &cells[..])),
            AnnexLine::Words(_) => None,
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) const TEXT: &str = "关于 2020 年的报告\n\n一、执行 情况\n\n（一）战疫情\n\n发放 口罩 159374 个，完成 4.65 亿\n\n元，增长 1.2%。**转型 加快。**新增 20 家。\n\n专栏：重点项目（1个）\n\n- ▲新城。大道 南侧。\n\n附表\n\n主要指标\n| 指标名称 | 单位 | a | b |\n| (一) 总值增长 | % | 3 | 7.5 |\n";

    fn place(section: &str, paragraph: u16) -> Place {
        Place { section: section.to_owned(), paragraph }
    }

    #[test]
    fn paragraphs_join_over_page_breaks_and_begin_at_run_in_headings() {
        let text = ReportText::read(TEXT);
        assert_eq!(text.paragraph(&place("1.1", 1)), Some("发放口罩159374个，完成4.65亿元，增长1.2%。"));
        assert_eq!(text.paragraph(&place("1.1", 2)), Some("转型加快。新增20家。"));
        assert_eq!(text.paragraph(&place("1.1.box", 1)), Some("新城。大道南侧。"));
        assert_eq!(text.paragraph(&place("1.1", 3)), None);
        assert_eq!(text.annex.len(), 3);
        let broken = text.section("1.1").unwrap().paragraphs.first().unwrap();
        assert_eq!(broken.lines, [broken.words.find('元').unwrap()], "the page ended within it");
    }

    #[test]
    fn a_byte_order_mark_and_control_characters_are_no_part_of_the_text() {
        let text = ReportText::read("\u{FEFF}一、执行\u{1}\n\n增\u{0}长。\u{c}");
        assert_eq!(text.section("1").map(|section| section.heading.as_str()), Some("一、执行"));
        assert_eq!(text.paragraph(&place("1", 1)), Some("增长。"));
    }
}
