//! What a report says of itself: title, meeting, who reports, date, years. What is not found is left out, not guessed.

use std::ops::Range;

use crate::row::said;
use crate::structure::{arabic_years, dates, digit};
use crate::{At, Cells, Grid, Report, Row, Span, Sureness, Table};

/// The opening as it is looked through: the words of its first paragraph, and the bytes of each line of the title.
struct Title<'a> {
    words: &'a str,
    lines: Vec<Range<usize>>,
}

/// Something found in the opening: what it says, and its bytes.
struct Found {
    value: String,
    range: Range<usize>,
}

pub(crate) fn rows(report: &Report) -> Vec<Row> {
    let title = Title::of(report);
    let named = title.name();
    let meeting = title.meeting();
    let presenter = title.presenter();
    let office = title.office(presenter.as_ref());
    let mut rows = Vec::new();
    if let Some(row) = place(&title, named.as_ref(), meeting.as_ref(), office.as_ref()) {
        let level = level(row.cell("value"));
        rows.push(row);
        rows.extend(level);
    }
    let title_is_sure = named.as_ref().is_some_and(|found| is_title(&found.value));
    let sure = |zh: &'static str, en: &'static str| Sureness::Sure(said(zh, en));
    let likely = |zh: &'static str, en: &'static str| Sureness::Likely(said(zh, en));
    if let Some(found) = &named {
        let sureness = if title_is_sure {
            sure("开头一行是报告的标题", "a line of the opening is a report's title")
        } else {
            Sureness::Doubtful(said(
                "开头的第一行，但不像报告的标题",
                "the first line of the opening, which is not like a report's title",
            ))
        };
        rows.push(Title::row("标题", found, sureness));
    }
    if let Some(found) = &meeting {
        rows.push(Title::row(
            "会议",
            found,
            sure("标题下写着在什么会议上", "below the title it says at which meeting"),
        ));
    }
    if let Some(found) = &presenter {
        rows.push(Title::row(
            "报告人",
            found,
            sure("标题下有职务和姓名", "below the title stand post and name"),
        ));
    }
    if let Some(found) = &office {
        rows.push(Title::row("编制单位", found, likely("标题下的单位", "the office below the title")));
    }
    rows.extend(date(report, &title));
    rows.extend(annex(report));
    rows.extend(project_list(report));
    rows.extend(years(report, named.as_ref()));
    rows
}

fn row(key: &str, value: &str, span: Span, sureness: Sureness) -> Row {
    Row { table: Table::Report, cells: Cells::default(), span, sureness }
        .with("key", key)
        .with("value", value)
}

fn is_title(words: &str) -> bool {
    let ends = ["报告", "计划", "纲要", "公报", "草案", "方案"];
    let words = words.trim_end_matches(|c: char| "（）()草案书面摘要".contains(c));
    ends.iter().any(|end| words.ends_with(end)) || words.contains("工作报告")
}

const POSTS: [&str; 16] = [
    "主任", "局长", "县长", "区长", "市长", "省长", "镇长", "乡长", "州长", "盟长", "旗长", "主席", "部长",
    "院长", "书记", "总理",
];

const OFFICES: [&str; 10] = [
    "发展和改革委员会",
    "发展与改革委员会",
    "发展改革委员会",
    "发展和改革局",
    "发展改革局",
    "发展改革和",
    "发展和改革",
    "人民政府",
    "发改委",
    "发改局",
];

impl<'a> Title<'a> {
    fn of(report: &'a Report) -> Self {
        let first = report.sections.first().and_then(|section| section.paragraphs.first());
        // Without a title the first paragraph says nothing of the report itself.
        let words = first.filter(|_| !report.title.is_empty()).map_or("", |first| first.words.as_str());
        // A text without a sentence is all title; that of a report has a few lines.
        let lines: Vec<Range<usize>> = report.title.iter().take(16).cloned().collect();
        let end = lines.last().map_or(0, |last| last.end);
        Self { words: words.get(..end).unwrap_or_default(), lines }
    }

    fn row(key: &str, found: &Found, sureness: Sureness) -> Row {
        let at = At { section: "0".into(), paragraph: 1 };
        row(key, &found.value, Span::Words(at, found.range.clone()), sureness)
    }

    fn line(&self, range: &Range<usize>) -> &'a str {
        self.words.get(range.clone()).unwrap_or_default()
    }

    fn found(&self, range: Range<usize>) -> Option<Found> {
        let value = self.words.get(range.clone())?.to_owned();
        (!value.is_empty()).then_some(Found { value, range })
    }

    /// The title: from 关于, or the first line that is no head of the paper, to the line that ends it.
    fn name(&self) -> Option<Found> {
        let mut start: Option<usize> = None;
        // The last line so far at which the words may be a whole title.
        let mut best = None;
        let mut first_end = 0;
        for range in &self.lines {
            let line = self.line(range);
            // A line may go on with date, meeting and names.
            let cuts = [line.find("——"), line.find("各位代表"), dated(line)];
            let cut = cuts.into_iter().flatten().filter(|at| *at > 0).min();
            if is_aside(line.get(..cut.unwrap_or(line.len())).unwrap_or_default()) {
                if start.is_some() {
                    break;
                }
                continue;
            }
            let end = range.start + cut.unwrap_or(line.len());
            if start.is_none() {
                let begins = line.find("关于").filter(|_| line.contains("报告"));
                start = Some(range.start + begins.unwrap_or(0));
                first_end = end;
            }
            if is_title(self.words.get(start?..end).unwrap_or_default()) {
                best = Some(end);
            }
            if cut.is_some() {
                break;
            }
        }
        self.found(start?..best.unwrap_or(first_end))
    }

    /// The meeting at which it was given: 在……会议上.
    fn meeting(&self) -> Option<Found> {
        let end = self.words.find("会议上")? + "会议".len();
        let before = self.words.get(..end)?;
        // The last 日在 or — begins it; a name may hold 在 too.
        let start = before
            .rfind("日在")
            .map(|at| at + "日在".len())
            .or_else(|| before.rfind('在').map(|at| at + '在'.len_utf8()))?;
        self.found(start..end).filter(|found| (6..=50).contains(&found.value.chars().count()))
    }

    /// Who gives it: post and name.
    fn presenter(&self) -> Option<Found> {
        for (index, range) in self.lines.iter().enumerate() {
            let line = self.line(range);
            let from = line.find("会议上").map_or(0, |at| at + "会议上".len());
            let line = line.get(from..)?;
            let line = line.split("各位代表").next().unwrap_or(line).trim_end_matches(['）', ')']);
            let Some((at, post)) = POSTS.iter().filter_map(|post| Some((line.find(post)?, *post))).max()
            else {
                continue;
            };
            let head = line.get(..at + post.len())?.trim_start_matches(['（', '(']);
            let mut name = line.get(at + post.len()..)?.trim_start_matches(['：', ':']);
            let start = range.start + from + (line.get(..at + post.len())?.len() - head.len());
            let mut end = range.start + from + line.len();
            if name.is_empty()
                && let Some(next) = self.lines.get(index + 1)
            {
                name = self.line(next);
                end = next.end;
            }
            if is_name(name) && head.chars().count() <= 40 && !head.contains(['，', '。']) {
                return Some(Found { value: format!("{head} {name}"), range: start..end });
            }
        }
        None
    }

    /// The office that drew it up: alone on a line, or before the post of who reports.
    fn office(&self, presenter: Option<&Found>) -> Option<Found> {
        let alone = self.lines.iter().find_map(|range| {
            let line = self.line(range);
            let ends = ["委员会", "局", "政府", "办公室"];
            let is_office = ends.iter().any(|end| line.ends_with(end))
                && !is_title(line)
                && (4..=30).contains(&line.chars().count());
            (is_office && !line.contains("报告") && !line.contains("会议"))
                .then(|| self.found(range.clone()))
                .flatten()
        });
        alone.or_else(|| {
            let presenter = presenter?;
            let value = presenter.value.split(' ').next()?;
            let at = POSTS.iter().filter_map(|post| value.rfind(post)).max()?;
            let office = value.get(..at)?.trim_end_matches(['副', '代', '党', '组']);
            let is_office =
                OFFICES.iter().any(|word| office.contains(word)) || office.ends_with(['局', '会', '委']);
            is_office
                .then(|| self.found(presenter.range.start..presenter.range.start + office.len()))
                .flatten()
        })
    }
}

/// Whether a line of the opening is no part of the title: number of the paper, date, meeting, names.
fn is_aside(line: &str) -> bool {
    let is_file = line.contains("会议文件")
        || line.contains("大会文件")
        || line.ends_with('号')
        || line.starts_with("附件")
        || line.starts_with("文件");
    // （草案）的报告 goes on with the title.
    let is_below = !line.ends_with("报告")
        && (line.starts_with(['—', '－', '-', '（', '(', '〔', '['])
            || line.starts_with("各位")
            || line.contains("会议上"));
    let is_person = POSTS
        .iter()
        .any(|post| line.split_once(post).is_some_and(|(_, name)| is_name(name) || name.is_empty()))
        && !line.contains("报告");
    let is_office = ["委员会", "发展和改革局", "人民政府", "发改局"].iter().any(|end| line.ends_with(end));
    is_file || is_below || is_person || is_office || dated(line) == Some(0)
}

/// Whether words are a person's name.
fn is_name(words: &str) -> bool {
    let length = words.chars().count();
    let is_plain = words.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '·');
    let no_name = ["会议", "报告", "同志", "政府", "委员", "局", "代表", "会"];
    is_plain
        && ((2..=4).contains(&length) || words.contains('·') && length <= 16)
        && !no_name.iter().any(|word| words.ends_with(word))
}

/// Where a full date begins, in brackets or not.
fn dated(line: &str) -> Option<usize> {
    let (range, _) = dates(line).into_iter().next()?;
    let before = line.get(..range.start)?;
    let trimmed = before.trim_end_matches(['（', '(', '—', '－', '-']);
    Some(trimmed.len())
}

/// Whether words are the name of a place with a government.
fn is_place(words: &str) -> bool {
    let ends = ["省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "街道", "地区"];
    (2..=20).contains(&words.chars().count())
        && ends.iter().any(|end| words.ends_with(end))
        && words.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !["全", "我", "本", "各"].iter().any(|word| words.starts_with(word))
}

/// The place: in the title, before 人民代表大会, or in the office's name.
fn place(
    title: &Title<'_>,
    named: Option<&Found>,
    meeting: Option<&Found>,
    office: Option<&Found>,
) -> Option<Row> {
    let from_title = named.and_then(|found| {
        let arabic = arabic_years(&found.value);
        // The years are as long in bytes only when they are in Arabic digits.
        let same = arabic.len() == found.value.len();
        let start = found.value.find("关于").map_or(0, |at| at + "关于".len());
        let rest = found.value.get(start..)?;
        let digit_at = rest
            .char_indices()
            .find(|(_, c)| c.is_ascii_digit() || (!same && digit(*c).is_some()))
            .map(|(at, _)| at);
        let ends = ["国民经济", "政府工作报告", "人民政府", "计划执行", "经济社会发展", "“十", "第十"];
        let end = ends.iter().filter_map(|end| rest.find(end)).chain(digit_at).min()?;
        let place = rest.get(..end)?;
        let start = found.range.start + start;
        is_place(place).then(|| Found { value: place.to_owned(), range: start..start + place.len() })
    });
    let from_meeting = meeting.and_then(|found| {
        let at = found.value.find('第')?;
        let place = found.value.get(..at)?;
        is_place(place)
            .then(|| Found { value: place.to_owned(), range: found.range.start..found.range.start + at })
    });
    let from_office = office.and_then(|found| {
        let at = OFFICES.iter().filter_map(|word| found.value.find(word)).min()?;
        let place = found.value.get(..at)?;
        is_place(place)
            .then(|| Found { value: place.to_owned(), range: found.range.start..found.range.start + at })
    });
    let longest = [&from_title, &from_meeting, &from_office]
        .into_iter()
        .flatten()
        .filter(|found| from_title.as_ref().is_none_or(|title| found.value.ends_with(&title.value)))
        .max_by_key(|found| found.value.len());
    if let Some(found) = longest {
        let in_title = from_title.is_some();
        let sureness = if in_title {
            Sureness::Sure(said("标题里的地名", "the place in the title"))
        } else {
            Sureness::Likely(said(
                "会议或单位名称里的地名，标题里没有",
                "the place in the name of the meeting or office; the title has none",
            ))
        };
        return Some(Title::row("地区", found, sureness));
    }
    let is_national = title.words.contains("全国人民代表大会") || title.words.starts_with("国务院");
    is_national.then(|| {
        let reason = said("在全国人民代表大会上的报告", "a report to the National People’s Congress");
        row("地区", "全国", Span::Nowhere, Sureness::Likely(reason))
    })
}

fn level(place: &str) -> Option<Row> {
    let levels = [
        ("自治区", "自治区"),
        ("地区", "地区"),
        ("街道", "街道"),
        ("省", "省"),
        ("市", "市"),
        ("县", "县"),
        ("区", "区"),
        ("州", "州"),
        ("盟", "盟"),
        ("镇", "镇"),
        ("乡", "乡"),
        ("全国", "国家"),
    ];
    let (_, level) = levels.into_iter().find(|(end, _)| place.ends_with(end))?;
    let in_city = place.strip_suffix('市').is_some_and(|rest| rest.contains(['市', '州', '盟']));
    let reason = said("地区名称的最后一两个字", "the last characters of the place's name");
    let (level, sureness) = match level {
        "市" if in_city => {
            ("县级市", Sureness::Likely(said("名称里有两级市", "the name has a city within a city")))
        }
        "市" => ("市", Sureness::Likely(said("市，或者县级市", "a city, or one at county level"))),
        "区" => ("区", Sureness::Likely(reason)),
        level => (level, Sureness::Sure(reason)),
    };
    Some(row("级别", level, Span::Nowhere, sureness))
}

/// The date: below the title, or else as a candidate at the foot or on the page of the web.
fn date(report: &Report, title: &Title<'_>) -> Option<Row> {
    if let Some((range, value)) = dates(title.words).into_iter().next() {
        let found = Found { value, range };
        let reason = said("标题下的日期", "the date below the title");
        return Some(Title::row("日期", &found, Sureness::Sure(reason)));
    }
    let body = report.sections.iter().rev().find(|section| !section.id.starts_with("annex"))?;
    let last = (1_u16..).zip(&body.paragraphs).last().filter(|(_, last)| last.words.chars().count() < 60);
    if let Some((number, last)) = last
        && let Some((range, value)) = dates(&last.words).into_iter().next_back()
    {
        let at = At { section: body.id.as_str().into(), paragraph: number };
        let reason = said(
            "正文末尾的日期，可能不是报告的日期",
            "the date at the foot of the text, perhaps not that of the report",
        );
        return Some(row("日期", &value, Span::Words(at, range), Sureness::Doubtful(reason)));
    }
    let mut asides = report.set_aside.iter().filter(|set| matches!(set.reason, "web" | "imprint"));
    let (_, value) = asides.find_map(|set| dates(&squeezed_digits(&set.text)).into_iter().next())?;
    let reason = said(
        "发布或印发的日期，不一定是报告的日期",
        "the date of publication or printing, not always that of the report",
    );
    Some(row("日期", &value, Span::Nowhere, Sureness::Doubtful(reason)))
}

/// 2026-01-15 as 2026年1月15日, without white space.
fn squeezed_digits(text: &str) -> String {
    let words: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut parts = words.splitn(3, ['-', '/', '.']);
    let (Some(first), Some(month), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
        return words;
    };
    let year = first.get(first.len().saturating_sub(4)..).unwrap_or_default();
    let day: String = rest.chars().take(2).take_while(char::is_ascii_digit).collect();
    let is_date = [year, month, &day]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if is_date { format!("{year}年{month}月{day}日") } else { words }
}

/// The name of a table among its titles, after the word that begins the annex.
fn table_name(grid: &Grid) -> Option<String> {
    let is_word = |title: &str| {
        title
            .trim_end_matches(|c: char| c.is_ascii_digit() || "：:一二三四五六七八九十".contains(c))
            .trim_start_matches(['附', '表', '件', '录'])
            .is_empty()
    };
    let begins = grid.titles.iter().find(|title| title.starts_with('附'));
    let name = grid.titles.iter().find(|title| !is_word(title) && !title.starts_with("单位"));
    let squeezed = |text: &str| {
        text.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace('(', "（").replace(')', "）")
    };
    match (begins, name) {
        (Some(word), Some(name)) if is_word(word) => {
            Some(format!("{}：{}", squeezed(word).trim_end_matches(['：', ':']), squeezed(name)))
        }
        (_, name) => name.map(|name| squeezed(name)),
    }
}

fn annex(report: &Report) -> Option<Row> {
    let is_of_indicators = |grid: &Grid| {
        grid.rows.iter().take(3).flatten().any(|cell| cell.contains("指标"))
            || grid.titles.iter().any(|title| title.contains("指标"))
    };
    let (index, grid) = report.tables.iter().enumerate().find(|(_, grid)| is_of_indicators(grid))?;
    let name = table_name(grid)?;
    let reason = said("指标表上面的标题", "the title above the table of indicators");
    Some(row("附表", &name, Span::Cells(index, 0), Sureness::Likely(reason)))
}

fn project_list(report: &Report) -> Option<Row> {
    let of_box = report.sections.iter().find(|section| {
        section.number.starts_with("专栏") && section.heading.contains("项目") && section.paragraphs.len() > 1
    });
    if let Some(section) = of_box {
        let name = format!("{}：{}", section.number, section.heading);
        let reason = said("正文里的项目专栏", "the box of projects in the text");
        return Some(row("项目清单", &name, Span::Nowhere, Sureness::Likely(reason)));
    }
    let is_of_projects = |grid: &Grid| {
        grid.rows
            .iter()
            .take(2)
            .flatten()
            .any(|cell| matches!(cell.as_str(), "项目名称" | "工程名称" | "建设项目"))
    };
    let (index, grid) = report.tables.iter().enumerate().find(|(_, grid)| is_of_projects(grid))?;
    let name = table_name(grid)?;
    let reason = said("项目表上面的标题", "the title above the table of projects");
    Some(row("项目清单", &name, Span::Cells(index, 0), Sureness::Likely(reason)))
}

/// The bytes of a year in words, in digits or in Chinese.
fn year_range(words: &str, year: u16) -> Option<Range<usize>> {
    words.match_indices('年').find_map(|(at, _)| {
        let start = words.get(..at)?.char_indices().rev().nth(3)?.0;
        let printed = words.get(start..at + '年'.len_utf8())?;
        (arabic_years(printed) == format!("{year}年")).then_some(start..at)
    })
}

fn years(report: &Report, named: Option<&Found>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (key, year) in [("完成年份", report.actual_year), ("计划年份", report.plan_year)] {
        let Some(year) = year else {
            continue;
        };
        let in_name = named.and_then(|found| {
            let range = year_range(&found.value, year)?;
            Some(found.range.start + range.start..found.range.start + range.end)
        });
        let in_heading = report.sections.iter().any(|section| year_range(&section.heading, year).is_some());
        rows.push(match in_name {
            Some(range) => Title::row(
                key,
                &Found { value: year.to_string(), range },
                Sureness::Sure(said("标题写明的年份", "the title names the year")),
            ),
            None if in_heading => row(
                key,
                &year.to_string(),
                Span::Nowhere,
                Sureness::Sure(said("章节标题写明的年份", "a heading names the year")),
            ),
            None => row(
                key,
                &year.to_string(),
                Span::Nowhere,
                Sureness::Likely(said(
                    "按报告的日期：年初的报告说上一年、安排当年",
                    "by the date: a report early in a year tells the last and plans this one",
                )),
            ),
        });
    }
    if report.actual_year.is_none()
        && let Some(year) = report.plan_year.and_then(|year| year.checked_sub(1))
    {
        let reason = said(
            "计划年份的上一年：报告没有写明",
            "the year before that of the plan: the report does not say it",
        );
        rows.insert(0, row("完成年份", &year.to_string(), Span::Nowhere, Sureness::Doubtful(reason)));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Vec<(String, String)> {
        let import = crate::import(crate::document(text.as_bytes()).expect("is text"));
        let rows = import.rows.into_iter().filter(|row| row.table == Table::Report);
        rows.map(|row| {
            if let Span::Words(at, range) = &row.span {
                let section = import.report.section(&at.section).unwrap();
                assert!(section.paragraphs[usize::from(at.paragraph) - 1].words.get(range.clone()).is_some());
            }
            (row.cell("key").to_owned(), row.cell("value").to_owned())
        })
        .collect()
    }

    fn assert_head(text: &str, expected: &[(&str, &str)]) {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        assert_eq!(head(text), expected);
    }

    #[test]
    fn a_title_on_three_lines_with_meeting_and_presenter() {
        let text = "青禾县人大会议文件（九）\n\n关于青禾县2025年国民经济和社会发展计划\n执行情况与2026年国民经济和社会发展计划\n（草案）的报告\n\n\
                    ——2026年1月15日在青禾县第十七届人民代表大会\n第五次会议上\n青禾县发展和改革委员会主任 王 禾\n\n各位代表：\n受委托，报告如下。\n\n一、情况\n好。";
        let name =
            "关于青禾县2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划（草案）的报告";
        assert_head(
            text,
            &[
                ("地区", "青禾县"),
                ("级别", "县"),
                ("标题", name),
                ("会议", "青禾县第十七届人民代表大会第五次会议"),
                ("报告人", "青禾县发展和改革委员会主任 王禾"),
                ("编制单位", "青禾县发展和改革委员会"),
                ("日期", "2026-01-15"),
                ("完成年份", "2025"),
                ("计划年份", "2026"),
            ],
        );
    }

    #[test]
    fn a_government_work_report_tells_the_year_before_its_date() {
        let text = "政府工作报告\n（二〇二六年二月三日在白石市第六届人民代表大会第四次会议上）\n白石市市长 李石\n各位代表：\n现在报告。\n一、2025年工作回顾\n好。";
        assert_head(
            text,
            &[
                ("地区", "白石市"),
                ("级别", "市"),
                ("标题", "政府工作报告"),
                ("会议", "白石市第六届人民代表大会第四次会议"),
                ("报告人", "白石市市长 李石"),
                ("日期", "2026-02-03"),
                ("完成年份", "2025"),
                ("计划年份", "2026"),
            ],
        );
    }

    #[test]
    fn the_nation_and_a_title_on_one_line() {
        let name = "关于2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告";
        let text = format!(
            "{name}\n——2026年3月5日在第十四届全国人民代表大会第四次会议上\n国家发展和改革委员会\n各位代表：\n受委托，报告如下。\n一、情况\n好。"
        );
        assert_head(
            &text,
            &[
                ("地区", "全国"),
                ("级别", "国家"),
                ("标题", name),
                ("会议", "第十四届全国人民代表大会第四次会议"),
                ("编制单位", "国家发展和改革委员会"),
                ("日期", "2026-03-05"),
                ("完成年份", "2025"),
                ("计划年份", "2026"),
            ],
        );
        let name = "关于云岭省2025年国民经济和社会发展计划执行情况与2026年计划草案的报告";
        let text = format!(
            "{name}——2026年1月20日在云岭省第十四届人民代表大会第四次会议上云岭省发展和改革委员会各位代表：\n报告如下。\n一、情况\n好。"
        );
        assert_head(
            &text,
            &[
                ("地区", "云岭省"),
                ("级别", "省"),
                ("标题", name),
                ("会议", "云岭省第十四届人民代表大会第四次会议"),
                ("日期", "2026-01-20"),
                ("完成年份", "2025"),
                ("计划年份", "2026"),
            ],
        );
    }

    #[test]
    fn what_is_not_there_is_not_guessed() {
        assert_eq!(head("全年增长7%。\n粮食86万吨。"), []);
        assert_eq!(head("通知\n各位代表：\n2025年增长。\n"), [("标题".to_owned(), "通知".to_owned())]);
    }
}
