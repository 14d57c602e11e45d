//! Lists of projects: items with a name, where it is, and what else is printed of it.

use std::ops::Range;

use plan_data::package::place_names;

use super::names::{Fit, fit, is_common};
use super::{locations, stages};
use crate::clauses::{Clause, body, ends_sentence, has_any, longest_suffix, quantities, split};
use crate::{At, Paragraph, ParagraphKind, Report, Section, keys};

/// A project of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    /// Its name.
    pub(super) name: String,
    /// The paragraph and the bytes of all that is said of it.
    pub(super) at: At,
    /// The bytes.
    pub(super) range: Range<usize>,
    /// Where it is, as printed; empty where the list does not say.
    pub(super) location: String,
    /// What else is printed, after its key.
    pub(super) facts: Vec<(&'static str, String)>,
    /// Whether the list says that it is one of projects.
    pub(super) is_said: bool,
}

/// Whether words above a list say that it is one of projects.
fn says_projects(words: &str) -> bool {
    let count_left = words
        .rfind(['（', '('])
        .filter(|at| words.get(*at..).is_some_and(|count| count.ends_with(['）', ')'])));
    let core = words
        .get(..count_left.unwrap_or(words.len()))
        .unwrap_or_default()
        .trim_end_matches(['：', ':', '。']);
    let ends = [
        "项目",
        "工程",
        "项目清单",
        "工程清单",
        "项目名单",
        "项目表",
        "项目一览",
        "项目一览表",
        "项目安排",
        "项目库",
        "重大工程",
        "项目如下",
        "项目包括",
    ];
    // 实施民生工程 heads tasks as well as projects.
    longest_suffix(core, &ends) > 0 && !has_any(core, &["民生实事", "实事项目", "抓项目", "任务"])
}

/// The projects of all lists.
pub(super) fn read(report: &Report) -> Vec<Listed> {
    let mut found = Vec::new();
    for section in &report.sections {
        let mut run: Vec<(u16, &Paragraph)> = Vec::new();
        let mut lead = "";
        let mut block: Option<Listed> = None;
        for (number, paragraph) in (1..).zip(&section.paragraphs) {
            if let Some(pair) = key_on_its_line(paragraph) {
                let words = paragraph.words.get(pair.value.clone()).unwrap_or_default();
                if keys::NAMES.contains(&pair.key) {
                    found.extend(block.take());
                    block = Some(Listed {
                        name: words.to_owned(),
                        at: At { section: section.id.as_str().into(), paragraph: number },
                        range: pair.value,
                        location: String::new(),
                        facts: Vec::new(),
                        is_said: true,
                    });
                    continue;
                }
                if let Some(listed) = &mut block {
                    if keys::PLACES.contains(&pair.key) {
                        words.clone_into(&mut listed.location);
                    } else {
                        listed.facts.push((pair.key, words.to_owned()));
                    }
                    continue;
                }
            }
            found.extend(block.take());
            let is_item = paragraph.kind == ParagraphKind::Item || paragraph.mark > 0;
            if is_item {
                run.push((number, paragraph));
                continue;
            }
            found.extend(items(section, &run, lead));
            run.clear();
            lead = &paragraph.words;
        }
        found.extend(block);
        found.extend(items(section, &run, lead));
    }
    found
}

/// The key and its words where these are all of a paragraph: 项目名称：白石水厂.
fn key_on_its_line(paragraph: &Paragraph) -> Option<keys::KeyValue> {
    let words = &paragraph.words;
    let is_short = words.len() < 600;
    let mut pairs = if is_short { keys::read(words, 0..words.len()) } else { Vec::new() };
    let pair = pairs.pop()?;
    (pairs.is_empty() && pair.start == 0).then_some(pair)
}

/// The projects of items that stand together.
fn items(section: &Section, run: &[(u16, &Paragraph)], lead: &str) -> Vec<Listed> {
    let last = lead.rsplit('。').next().unwrap_or_default();
    let is_said = says_projects(&section.heading) || (last.ends_with(['：', ':']) && says_projects(last));
    let read: Vec<Listed> = run
        .iter()
        .filter_map(|(number, paragraph)| {
            let at = At { section: section.id.as_str().into(), paragraph: *number };
            item(paragraph, at, is_said)
        })
        .collect();
    let is_list = is_said || (run.len() > 1 && read.len() * 10 >= run.len() * 6);
    if is_list { read } else { Vec::new() }
}

/// The project of an item.
fn item(paragraph: &Paragraph, at: At, is_said: bool) -> Option<Listed> {
    let words = &paragraph.words;
    let all = Paragraph { run_in: 0, ..paragraph.clone() };
    let whole = body(&all);
    let text = words.get(whole.clone())?;
    let pairs = keys::read(words, whole.clone());
    let named = pairs.iter().find(|pair| keys::NAMES.contains(&pair.key));
    let name = match named {
        Some(pair) => pair.value.clone(),
        None if paragraph.run_in > 0 => {
            let head = words.get(paragraph.mark..paragraph.mark + paragraph.run_in)?;
            paragraph.mark..paragraph.mark + head.trim_end_matches(['。', '：', ':']).len()
        }
        None => {
            let end =
                split(words, whole.clone(), |c| ends_sentence(c) || matches!(c, '，' | '：' | ':' | '—'))
                    .first()?
                    .range
                    .end;
            let head = words.get(whole.start..end)?;
            let cut = ["总投资", "计划投资", "位于", "计划总投资", "项目位于", "项目总投资"]
                .iter()
                .filter_map(|word| head.find(word))
                .min();
            whole.start..cut.map_or(end, |cut| whole.start + cut)
        }
    };
    let mut listed = Listed {
        name: String::new(),
        at,
        range: whole.clone(),
        location: String::new(),
        facts: Vec::new(),
        is_said,
    };
    let mut end = name.end;
    // 白石水厂（云岭镇双井村）, 白石水厂（新建）
    if let Some((before, bracket)) = words.get(name.clone())?.split_once(['（', '('])
        && let Some(inside) = bracket.strip_suffix(['）', ')'])
        && !before.is_empty()
        && !inside.contains(['（', '('])
        && is_aside(inside, &mut listed)
    {
        end = name.start + before.len();
    }
    let name_words = words.get(name.start..end)?;
    let fits = fit(name_words);
    let is_verb = stages::at_beginning(name_words).is_some_and(|(bytes, _)| {
        bytes < name_words.len() && fit(name_words.get(bytes..).unwrap_or_default()) < Fit::Built
    }) || (!is_said && stages::at_beginning(name_words).is_some());
    let is_name = match (is_said, named.is_some()) {
        (_, true) => !name_words.is_empty(),
        (true, _) => fits != Fit::None || (longest_suffix(name_words, &["中心", "利用", "产业", "平台"]) > 0),
        (false, _) => fits >= Fit::Works && !is_common(name_words),
    };
    // 治理中小河流16公里 counts what is done, and names nothing.
    let is_counted = named.is_none()
        && quantities(name_words).last().is_some_and(|last| last.range.end == name_words.len());
    if !is_name || is_counted || is_verb || text.is_empty() || name_words.chars().count() > 60 {
        return None;
    }
    name_words.clone_into(&mut listed.name);
    let first_key = pairs.iter().filter(|pair| pair.start >= name.end).map(|pair| pair.start).min();
    facts(words, name.end..first_key.unwrap_or(whole.end), &mut listed);
    for pair in pairs.iter().filter(|pair| pair.start >= name.end) {
        let value = words.get(pair.value.clone()).unwrap_or_default().to_owned();
        if keys::PLACES.contains(&pair.key) {
            listed.location = value;
        } else {
            listed.facts.push((pair.key, value));
        }
    }
    Some(listed)
}

/// Takes what stands in brackets after a name as where it is, or what is done; whether it is one of these.
fn is_aside(inside: &str, listed: &mut Listed) -> bool {
    if ["新建", "续建", "改建", "扩建", "改扩建", "迁建"].contains(&inside) {
        listed.facts.push(("建设性质", inside.to_owned()));
        true
    } else if let Some(place) = inside.strip_prefix("位于") {
        place.clone_into(&mut listed.location);
        true
    } else if is_location(inside) {
        inside.clone_into(&mut listed.location);
        true
    } else if let Some(sum) = investment(inside) {
        listed.facts.push(sum);
        true
    } else {
        false
    }
}

/// Whether it says only where something is.
fn is_location(text: &str) -> bool {
    let says_more = [
        "投资", "建设", "新建", "万元", "改造", "实施", "生产", "安装", "购置", "占地", "面积", "年产",
        "规模", "完成", "包括", "主要", "万吨", "推进", "服务",
    ];
    let ends = [
        "侧",
        "段",
        "村",
        "角",
        "处",
        "社区",
        "南",
        "北",
        "东",
        "西",
        "内",
        "旁",
        "镇",
        "乡",
        "街道",
        "路",
        "区",
        "园",
        "厂",
        "县",
        "边",
        "交叉口",
        "道",
        "街",
        "河",
        "附近",
        "站",
    ];
    locations::parts(text).is_some()
        || (!has_any(text, &says_more) && longest_suffix(text, &ends) > 0 && !place_names(text).is_empty())
}

/// The sum that a clause says is invested, after its key.
fn investment(clause: &str) -> Option<(&'static str, String)> {
    let (key, at) = [
        ("总投资", "总投资"),
        ("年度计划投资", "年度计划投资"),
        ("年度投资", "年度计划投资"),
        ("年计划投资", "年度计划投资"),
        ("计划投资", "总投资"),
        ("投资", "总投资"),
    ]
    .into_iter()
    .find_map(|(word, key)| Some((key, clause.find(word)? + word.len())))?;
    let rest = clause.get(at..)?.trim_start_matches(['额', '：', ':', '为']);
    let found = quantities(rest).into_iter().next()?;
    let is_money = rest.get(found.core.clone()).is_some_and(|core| core.contains('元'));
    (found.range.start == 0 && is_money).then(|| (key, rest.get(found.range).unwrap_or_default().to_owned()))
}

/// What a list prints after a name, without keys.
fn facts(words: &str, range: Range<usize>, listed: &mut Listed) {
    let mut content: Vec<Range<usize>> = Vec::new();
    for sentence in split(words, range, ends_sentence) {
        let text = words.get(sentence.range.clone()).unwrap_or_default();
        let inner = text.trim_start_matches(['：', ':', '，', '—']);
        let clauses = split(words, sentence.range.end - inner.len()..sentence.range.end, |c| c == '，');
        let place = |clause: &Clause| {
            let clause = words.get(clause.range.clone()).unwrap_or_default();
            let named = ["项目位于", "位于", "选址于", "选址", "坐落于", "地点在", "建在"];
            let stripped = named.iter().find_map(|word| clause.strip_prefix(word));
            stripped.map(str::len).or_else(|| is_location(clause).then_some(clause.len()))
        };
        let leading: Vec<usize> = clauses.iter().map_while(place).collect();
        let mut from = 0;
        if listed.location.is_empty()
            && let Some(first) = leading.first()
            && let (Some(start), Some(last)) = (clauses.first(), clauses.get(leading.len() - 1))
        {
            let start = start.range.end - first;
            words.get(start..last.range.end).unwrap_or_default().clone_into(&mut listed.location);
            from = leading.len();
        }
        for clause in clauses.into_iter().skip(from) {
            let text = words.get(clause.range.clone()).unwrap_or_default();
            match investment(text) {
                Some((key, sum)) if !listed.facts.iter().any(|(known, _)| *known == key) => {
                    listed.facts.push((key, sum));
                }
                _ => content.push(clause.range),
            }
        }
    }
    // Clauses that follow each other are one text with their marks.
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in content {
        match joined.last_mut() {
            Some(last) if range.start - last.end <= '，'.len_utf8() => last.end = range.end,
            _ => joined.push(range),
        }
    }
    let joined: Vec<&str> = joined.into_iter().filter_map(|range| words.get(range)).collect();
    let joined = joined.join("；");
    let joined = joined.trim_start_matches("建设内容为").trim_start_matches("主要建设内容为");
    if joined.chars().count() > 1 {
        listed.facts.push(("建设内容", joined.to_owned()));
    }
}
