//! The text of a report, taken apart into the sections and paragraphs that places cite. White space and markup carry no meaning.

use std::collections::HashMap;

use crate::Place;
use crate::outline::ANNEX;
use crate::unit::beginning;

/// The id of what stands before the first heading.
pub(super) const OPENING: &str = "0";

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
    /// The id that places cite: 0 for the opening, 1 for 一, 1.3 for （三） below it, 1.3.2 for 2. below that, 1.3.box for its 专栏;
    /// headings without a number are counted.
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
    /// Whether ▲ stands before it.
    pub is_marked: bool,
}

/// A line of the annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnexLine {
    /// A row of a table: its cells without white space.
    Cells(Vec<String>),
    /// Any other line.
    Words(String),
}

/// Text without white space, markup and control characters.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '*').collect()
}

/// What stands before a heading, from the highest level to the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 第一篇, 第一编, 第一部分
    Division,
    /// 第一章
    Chapter,
    /// 第一节
    SubChapter,
    /// 一、
    Part,
    /// （一）
    Section,
    /// 1.
    Item,
    /// （1）
    SubItem,
    /// Nothing.
    Unnumbered,
}

/// A line that is a heading, or begins with one.
struct HeadingLine<'a> {
    level: Level,
    /// The number before it, where it has one.
    number: Option<usize>,
    heading: &'a str,
    /// The paragraph that the heading runs into; empty where it stands alone.
    rest: &'a str,
}

/// The number that Chinese numerals up to 九十九 write.
fn chinese_number(text: &str) -> Option<usize> {
    let digit = |text: &str| match text {
        "" => None,
        _ => {
            "一二三四五六七八九".chars().zip(1..).find(|(c, _)| text.chars().eq([*c])).map(|(_, digit)| digit)
        }
    };
    match text.split_once('十') {
        None => digit(text),
        Some((tens, ones)) => {
            let part = |text: &str, missing| if text.is_empty() { Some(missing) } else { digit(text) };
            Some(part(tens, 1)? * 10 + part(ones, 0)?)
        }
    }
}

/// The number of an item, of one or two digits.
fn item_number(text: &str) -> Option<usize> {
    (text.len() < 3 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The level and number that stand before a text without white space, and the text after them: 一、, （一）, 1., （1）, 第一章.
pub fn numbered(text: &str) -> Option<(Level, usize, &str)> {
    if let Some(chapter) = text.strip_prefix('第') {
        let ends = [
            ("部分", Level::Division),
            ("篇", Level::Division),
            ("编", Level::Division),
            ("章", Level::Chapter),
            ("节", Level::SubChapter),
        ];
        return ends.into_iter().find_map(|(end, level)| {
            let (number, rest) = chapter.split_once(end)?;
            let rest = rest.trim_start_matches(['、', '：', ':', '.']);
            let number = chinese_number(number).or_else(|| item_number(number))?;
            (!rest.is_empty()).then_some((level, number, rest))
        });
    }
    let bracketed = text.strip_prefix(['（', '(']).and_then(|text| text.split_once(['）', ')']));
    let found = if let Some((number, rest)) = bracketed {
        let section = chinese_number(number).map(|number| (Level::Section, number, rest));
        section.or_else(|| Some((Level::SubItem, item_number(number)?, rest)))
    } else {
        let part = text
            .split_once('、')
            .and_then(|(number, rest)| Some((Level::Part, chinese_number(number)?, rest)));
        part.or_else(|| {
            let (number, rest) = text.split_once(['.', '．', '、'])?;
            // 1.5 is a number.
            let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
            Some((Level::Item, item_number(number)?, rest)).filter(|_| !is_number)
        })
    };
    found.filter(|(.., rest)| !rest.is_empty())
}

/// A heading with a number before it, alone on its line or run into its paragraph. `is_open`: the line may go on with a paragraph.
fn numbered_heading(line: &str, is_open: bool) -> Option<HeadingLine<'_>> {
    let (heading, rest) = match line.split_once('。') {
        None => (line, ""),
        // Of bold words the marks at the end belong to the heading.
        Some((heading, rest)) if heading.matches("**").count() % 2 == 1 => {
            (heading, rest.trim_start().strip_prefix("**").unwrap_or(rest))
        }
        Some((heading, rest)) => (heading, rest),
    };
    let words = squeezed(heading);
    let (level, number, _) = numbered(&words)?;
    let is_alone = heading.len() == line.len();
    let most = if is_alone && level <= Level::Part { 60 } else { 40 };
    let is_item = matches!(level, Level::Item | Level::SubItem);
    let is_chapter = level < Level::Part;
    let is_heading = line_is_shorter(heading, most)
        // An item that is a whole sentence is a paragraph, and so is one of a list.
        && (is_alone || !squeezed(rest).is_empty())
        && !(is_item && (is_open || heading.ends_with(['；', '，', '、'])))
        // 第一部分资金已经下达 begins a sentence.
        && !(is_chapter && (!is_alone || is_open || heading.contains(['，', '；', '：'])));
    is_heading.then_some(HeadingLine { level, number: Some(number), heading, rest })
}

fn line_is_shorter(line: &str, most: usize) -> bool {
    line.chars().count() < most
}

/// So many characters has a line of print at least.
const LINE: usize = 25;

/// Whether a line can be a heading without a number: shorter than a line of print, since the first line of a paragraph that a page break
/// ends is as long as one; and words, not a part of a sentence.
fn may_be_heading(line: &str) -> bool {
    let words = squeezed(line);
    let has_words = words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let is_aside = words.starts_with(['—', '－', '-', '（', '(', '《', '[', '【', '|', '▲']);
    let is_sentence = words.contains('，') && words.contains(|c: char| c.is_ascii_digit());
    has_words
        && !is_aside
        && !is_sentence
        && line_is_shorter(&words, LINE)
        && !words.contains(['。', '；', '！', '？', '：'])
        && !words.ends_with(['，', '、', '.'])
}

/// A heading of Markdown: how deep it is, and its words.
fn marked_heading(line: &str) -> Option<(usize, &str)> {
    let heading = line.trim_start_matches('#');
    let depth = line.len() - heading.len();
    let words = heading.strip_prefix([' ', '\t'])?.trim();
    ((1..=20).contains(&depth) && !squeezed(words).is_empty()).then_some((depth, words))
}

/// Whether a paragraph that ends so may end there: at a full stop, a colon, a semicolon, also within closing quotation marks.
pub fn is_closed(text: &str) -> bool {
    text.trim_end_matches(['*', '”', '’', '）', ')', '」', '』', ' '])
        .ends_with(['。', '：', '！', '；', '？'])
}

/// A section that is open.
struct Open {
    level: Level,
    id: String,
    /// The number of the last one within it.
    last: usize,
    /// How deep its heading of Markdown is; 0 where it is none.
    depth: usize,
}

/// The sections that are open, from the highest level down, with the number of the last one within each.
#[derive(Default)]
struct Within {
    last: usize,
    open: Vec<Open>,
    annexes: usize,
    boxes: HashMap<String, usize>,
}

impl Within {
    /// The id of a new section of that level: that of the section that it is in, and its number, or where that does not count up, the next.
    fn begin(&mut self, level: Level, number: Option<usize>) -> String {
        while self.open.last().is_some_and(|open| open.level >= level) {
            self.open.pop();
        }
        self.add(level, number, 0)
    }

    /// Closes the sections that a heading of Markdown of that depth is not in.
    fn close(&mut self, depth: usize, level: Level) {
        while self.open.last().is_some_and(|open| match open.depth {
            0 => open.level >= level,
            open => open >= depth,
        }) {
            self.open.pop();
        }
    }

    /// The same for a heading of Markdown: what it is in, its depth says.
    fn begin_at(&mut self, depth: usize, heading: &str) -> String {
        let words = squeezed(heading);
        let (level, number) =
            numbered(&words).map_or((Level::Unnumbered, None), |(level, number, _)| (level, Some(number)));
        self.close(depth, level);
        if depth == 1 && words.starts_with('附') {
            self.open.clear();
            self.annexes += 1;
            let id = format!("annex{}", self.annexes);
            self.open.push(Open { level: Level::Division, id: id.clone(), last: 0, depth });
            return id;
        }
        self.add(level, number, depth)
    }

    /// The id of a further box of the section that is open.
    fn begin_box(&mut self) -> String {
        let id = self.open.last().map_or(OPENING, |open| &open.id);
        let count = self.boxes.entry(id.to_owned()).or_default();
        *count += 1;
        if *count == 1 { format!("{id}.box") } else { format!("{id}.box{count}") }
    }

    fn add(&mut self, level: Level, number: Option<usize>, depth: usize) -> String {
        let (parent, last) = match self.open.last_mut() {
            Some(Open { id, last, .. }) => (format!("{id}."), last),
            None => (String::new(), &mut self.last),
        };
        *last = number.filter(|number| number > last).unwrap_or(*last + 1);
        let id = format!("{parent}{last}");
        self.open.push(Open { level, id: id.clone(), last: 0, depth });
        id
    }
}

impl TextParagraph {
    /// Its numbers in Arabic digits, each with the unit after it, or the character: 3%, 46.11亿元, 900个.
    pub fn numbers(&self) -> Vec<&str> {
        let whole = super::numbers(&self.words).into_iter().map(|(start, end)| {
            let unit = beginning(self.words.get(end..).unwrap_or_default());
            self.words.get(start..end + unit.len()).unwrap_or_default()
        });
        whole.collect()
    }
}

impl ReportText {
    /// Takes the text apart: headings 一、, （一）, 1. and （1）, alone or run into their paragraph up to its first full stop; short
    /// lines between paragraphs as headings without a number; the column 专栏：, its items ▲, the annex after 附表. A paragraph begins
    /// at a line break after a full stop, or at a bold run-in heading; page breaks do not end one. Of Markdown, headings `#`, items `-`
    /// and rows of tables `|` are read as such; after `#`, depth alone says what a section is in, and 附件 begins an annex in sentences.
    pub fn read(text: &str) -> Self {
        let mut report = Self::default();
        report.begin(OPENING.to_owned(), "");
        let mut within = Within::default();
        let mut is_open = false;
        let mut in_annex = false;
        // Editors of Windows begin a file with a byte order mark.
        let text = text.trim_start_matches('\u{FEFF}');
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        // The first line is the title, whatever stands before it.
        let marked = |at: usize, line| {
            let found: Option<(usize, &str)> = marked_heading(line);
            let is_no_title = |heading: &str| heading.starts_with("专栏") || heading.starts_with('附');
            found.filter(|(_, heading)| {
                at > 0 || numbered(&squeezed(heading)).is_some() || is_no_title(heading)
            })
        };
        let is_marked = lines.iter().enumerate().any(|(at, line)| marked(at, line).is_some());
        let has_numbers = lines
            .iter()
            .take_while(|line| **line != ANNEX)
            .any(|line| numbered_heading(line, false).is_some_and(|found| found.level <= Level::Section));
        // Up to the first sentence there is a title, whose lines have no full stop.
        let mut is_title = true;
        for (at, line) in lines.iter().copied().enumerate() {
            let begins_text = || {
                let next = lines.get(at + 1);
                next.is_some_and(|next| next.contains('。') || next.chars().count() >= LINE)
            };
            let numbered = numbered_heading(line, is_open);
            let is_unnumbered = || {
                let may_begin = if has_numbers {
                    !is_open && !within.open.is_empty()
                } else {
                    at > 0 && (!is_open || is_title)
                };
                // A text that marks its headings has no others that only their shape tells.
                may_begin && !is_marked && may_be_heading(line) && begins_text()
            };
            if line == ANNEX {
                in_annex = true;
            } else if in_annex {
                report.annex.push(if line.starts_with('|') {
                    AnnexLine::Cells(line.trim_matches('|').split('|').map(squeezed).collect())
                } else {
                    AnnexLine::Words(squeezed(line))
                });
            } else if line.len() > 1 && line.starts_with('|') && line.ends_with('|') {
                let cells = line.trim_matches('|').split('|').map(squeezed).collect();
                report.annex.push(AnnexLine::Cells(cells));
            } else if let Some((depth, heading)) = marked(at, line) {
                if heading.starts_with("专栏") {
                    within.close(depth, Level::Unnumbered);
                    report.begin(within.begin_box(), heading);
                } else {
                    report.begin(within.begin_at(depth, heading), heading);
                }
                (is_open, is_title) = (false, false);
            } else if let Some(HeadingLine { level, number, heading, rest }) = numbered {
                report.begin(within.begin(level, number), heading);
                (is_open, is_title) = (false, false);
                if !rest.is_empty() {
                    report.add(rest, &mut is_open);
                }
            } else if line.starts_with("专栏：") {
                report.begin(within.begin_box(), line);
                is_open = false;
            } else if is_unnumbered() {
                report.begin(within.begin(Level::Unnumbered, None), line);
                (is_open, is_title) = (false, false);
            } else {
                is_title &= !line.contains('。');
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
        let paragraph = |words| TextParagraph { words, lines: Vec::new(), is_marked: false };
        let mark = line.trim_start_matches(['-', ' ']).strip_prefix('▲');
        // - 3 - is the number of a page.
        let is_page = line.trim_matches(['-', ' ']).bytes().all(|byte| byte.is_ascii_digit());
        let item = mark.or_else(|| line.strip_prefix("- ").filter(|_| !is_page));
        if let Some(item) = item.filter(|item| !squeezed(item).is_empty()) {
            paragraphs.push(TextParagraph { is_marked: mark.is_some(), ..paragraph(squeezed(item)) });
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
        *is_open = !is_closed(line);
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

    /// Each section as its id and heading, with its paragraphs below.
    fn outline(text: &str) -> Vec<(String, String, Vec<String>)> {
        let sections = ReportText::read(text).sections.into_iter();
        let whole = sections.map(|TextSection { id, heading, paragraphs }| {
            (id, heading, paragraphs.into_iter().map(|paragraph| paragraph.words).collect())
        });
        whole.collect()
    }

    fn section(id: &str, heading: &str, paragraphs: &[&str]) -> (String, String, Vec<String>) {
        (id.to_owned(), heading.to_owned(), paragraphs.iter().map(|words| (*words).to_owned()).collect())
    }

    #[test]
    fn headings_run_into_their_paragraph_up_to_the_first_full_stop() {
        let text = "某县报告\n\n一、去年情况\n\n（一）农业稳步发展。粮食 86 万吨。\n蔬菜 9 万吨。\n\n**（二）工业较快增长。**产值\n增长 7%。\n\n\
                    （三）这一句话是一段，没有跟在后面的正文，所以不是标题。\n";
        assert_eq!(
            outline(text),
            [
                section("0", "", &["某县报告"]),
                section("1", "一、去年情况", &[]),
                section("1.1", "（一）农业稳步发展", &["粮食86万吨。", "蔬菜9万吨。"]),
                section(
                    "1.2",
                    "（二）工业较快增长",
                    &["产值增长7%。", "（三）这一句话是一段，没有跟在后面的正文，所以不是标题。"]
                ),
            ]
        );
    }

    #[test]
    fn headings_are_four_levels_deep_and_cited_by_their_numbers() {
        let text = "三、今年任务\n（一）抓项目\n1.重点工程\n（1）交通。修路 12 公里。\n(2) 水利\n修渠 3.5 公里。\n2、城市更新。改造 20 个小区。\n\
                    1.5 万户受益。\n（三）惠民生\n10. 就业\n新增 800 人。\n四、保障\n1.组织\n加强领导。\n";
        let ids: Vec<(String, String)> =
            outline(text).into_iter().map(|(id, heading, _)| (id, heading)).collect();
        let pairs = [
            ("0", ""),
            ("3", "三、今年任务"),
            ("3.1", "（一）抓项目"),
            ("3.1.1", "1.重点工程"),
            ("3.1.1.1", "（1）交通"),
            ("3.1.1.2", "(2)水利"),
            ("3.1.2", "2、城市更新"),
            ("3.3", "（三）惠民生"),
            ("3.3.10", "10.就业"),
            ("4", "四、保障"),
            ("4.1", "1.组织"),
        ];
        assert_eq!(ids, pairs.map(|(id, heading)| (id.to_owned(), heading.to_owned())));
        let text = ReportText::read(text);
        assert_eq!(text.paragraph(&place("3.1.1.2", 1)), Some("修渠3.5公里。"));
        assert_eq!(text.paragraph(&place("3.1.2", 2)), Some("1.5万户受益。"), "a number is no heading");
    }

    #[test]
    fn a_number_that_does_not_count_up_is_followed_by_the_next() {
        let ids = |text: &str| outline(text).into_iter().map(|(id, ..)| id).collect::<Vec<String>>();
        assert_eq!(ids("一、甲\n一、乙\n（二）丙\n（一）丁\n十二、戊"), ["0", "1", "2", "2.2", "2.3", "12"]);
    }

    #[test]
    fn items_of_a_list_are_no_headings() {
        let text = "一、任务\n重点做好以下工作：\n1.修路；\n2.架桥，\n3.挖渠。\n";
        assert_eq!(
            outline(text)[1],
            section("1", "一、任务", &["重点做好以下工作：", "1.修路；", "2.架桥，3.挖渠。"])
        );
    }

    #[test]
    fn short_lines_between_paragraphs_are_headings_without_a_number() {
        let text = "某县去年计划执行情况的报告\n（某月某日）\n某县发展和改革局\n各位代表：\n现将情况报告如下。\n\n去年执行情况\n\n粮食 86 万吨。\n\n\
                    产业结构优化，动能增强\n\n工业增长 7%，全县上下攻坚克难，这一行的末尾恰好被换页断开，\n\n所以接在下面。\n\n今年目标\n增长 6%。";
        assert_eq!(
            outline(text),
            [
                section(
                    "0",
                    "",
                    &[
                        "某县去年计划执行情况的报告（某月某日）某县发展和改革局各位代表：",
                        "现将情况报告如下。"
                    ]
                ),
                section("1", "去年执行情况", &["粮食86万吨。"]),
                section(
                    "2",
                    "产业结构优化，动能增强",
                    &["工业增长7%，全县上下攻坚克难，这一行的末尾恰好被换页断开，所以接在下面。"]
                ),
                section("3", "今年目标", &["增长6%。"]),
            ]
        );
        let title = "某县报告\n去年情况\n增长 6%。\n";
        assert_eq!(outline(title)[1], section("1", "去年情况", &["增长6%。"]), "no opening but the title");
        let mixed =
            "开头\n一段。\n摘要\n说明。\n一、去年\n工业\n增长 7%。\n农业\n增长 2%。\n（一）其他\n平稳。\n";
        assert_eq!(
            outline(mixed),
            [
                section("0", "", &["开头一段。", "摘要说明。"]),
                section("1", "一、去年", &[]),
                section("1.1", "工业", &["增长7%。"]),
                section("1.2", "农业", &["增长2%。"]),
                section("1.3", "（一）其他", &["平稳。"]),
            ],
            "within a numbered section, and only there"
        );
    }

    #[test]
    fn a_line_that_a_page_break_ends_is_no_heading() {
        let text = "一、去年\n（一）甲\n\n面对前所未有的困难局面和艰巨任务，全县上下始终把群众生\n\n活放在首位。增长 7%。\n";
        assert_eq!(
            outline(text)[2],
            section(
                "1.1",
                "（一）甲",
                &["面对前所未有的困难局面和艰巨任务，全县上下始终把群众生活放在首位。增长7%。"]
            )
        );
    }

    #[test]
    fn numbers_come_with_what_they_count() {
        let words = "2021年增长3%，完成46.11亿元，新增900个、1.2万人，修路12公里，排名第5".to_owned();
        let paragraph = TextParagraph { words, lines: Vec::new(), is_marked: false };
        assert_eq!(paragraph.numbers(), ["2021年", "3%", "46.11亿元", "900个", "1.2万人", "12公里", "5"]);
    }
}
