//! Projects that sentences name: 加快推进甲项目、乙工程建设; 甲、乙等20个项目开工建设; 甲主体完工.

use std::ops::Range;

use super::names::{Fit, begins_with_count, fit, is_class, is_common, is_programme};
use super::stages::{self, Stage};
use crate::clauses::{has_any, longest_prefix, longest_suffix, ordinal, outside, quantities};
use crate::words::Words;

/// A project that a clause names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Its bytes in the paragraph's words.
    pub(super) range: Range<usize>,
    /// How far it is; printed empty where the clause does not say.
    pub(super) stage: Stage,
    /// What says that it is one.
    pub(super) by: By,
    /// Whether words that fit any place make up the name.
    pub(super) is_common: bool,
}

/// What says that a name is that of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// 等N个项目 after it.
    Class,
    /// What it ends in, and its stage.
    End,
    /// Only its stage.
    Stage,
}

/// Names that a part of a clause enumerates, with the words after 等.
struct Group {
    names: Range<usize>,
    /// The class: 20个老旧小区; `None` without 等.
    class: Option<Range<usize>>,
}

/// What may be said of a project besides how far it is.
static SAID: Words = Words::new(&[
    "惠及",
    "入选",
    "列入",
    "纳入",
    "被列",
    "获批",
    "获评",
    "被评",
    "获国家",
    "获得",
    "完成投资",
    "累计",
    "带动",
    "吸引",
]);

/// Words that begin a clause before the names and say nothing of them.
static LEADS: Words = Words::new(&[
    "其中",
    "目前",
    "截至目前",
    "截至年底",
    "同时",
    "此外",
    "另外",
    "对",
    "将",
    "全市",
    "全县",
    "全区",
    "全省",
    "我市",
    "我县",
    "我区",
    "年内",
    "今年",
    "去年",
    "重点",
    "以及",
    "随着",
    "特别是",
    "包括",
    "包括了",
    "分别是",
    "分别为",
    "推动",
]);

/// The bytes of such a word at the beginning of a text; 对外, 将军 and 全市首家 begin names.
fn lead_of(text: &str) -> usize {
    if longest_prefix(text, &["对外", "将军", "全市首", "全县首", "全区首", "全省首"]) > 0 {
        0
    } else {
        LEADS.prefix(text)
    }
}

/// A clause of more bytes is none: a table that was taken for text.
const LONGEST: usize = 3000;

/// Reads a clause: its bytes within the paragraph's words.
pub(super) fn read(words: &str, clause: Range<usize>) -> Vec<Named> {
    let Some(mut text) = words.get(clause.clone()).filter(|text| text.len() <= LONGEST) else {
        return Vec::new();
    };
    let mut at = clause.start;
    let skip = |text: &mut &str, at: &mut usize, bytes: usize| {
        *text = text.get(bytes..).unwrap_or_default();
        *at += bytes;
    };
    let bytes = ordinal(text);
    skip(&mut text, &mut at, bytes);
    let lead = if let Some((end, code)) = stages::at_beginning(text) {
        Some((text.get(..end).unwrap_or_default(), code))
    } else {
        while let bytes @ 1.. = lead_of(text) {
            skip(&mut text, &mut at, bytes);
        }
        stages::at_beginning(text).map(|(end, code)| (text.get(..end).unwrap_or_default(), code))
    };
    if let Some((verb, _)) = lead {
        skip(&mut text, &mut at, verb.len());
    }
    if text.is_empty() || text.starts_with('《') {
        return Vec::new();
    }
    if let Some(planned) = with_plan(words, clause.start..clause.end, at) {
        return vec![planned];
    }
    // Up to here the verb; from here names, and what follows them.
    if let Some((verb, code)) = lead {
        return after_verb(text, at, verb, code);
    }
    let found = before_stage(text, at);
    if found.is_empty() { within(text, at) } else { found }
}

/// A site whose own plan is made: 完善甲产业园总体规划. `at`: where the clause begins without its verb.
fn with_plan(words: &str, clause: Range<usize>, at: usize) -> Option<Named> {
    let text = words.get(at..clause.end)?;
    let found = text.find("规划").filter(|found| *found > 0)?;
    let mut name = text.get(..found)?;
    while let length @ 1.. =
        longest_suffix(name, &["总体", "发展", "详细", "控制性", "专项", "概念性", "修建性", "建设"])
    {
        name = name.get(..name.len() - length)?;
    }
    let verb = ["编制完成", "编制完善", "完善", "编制", "修编", "启动", "完成"]
        .into_iter()
        .find(|verb| name.starts_with(verb))
        .unwrap_or_default();
    let start = at + verb.len();
    let name = name.get(verb.len()..)?;
    let is_site = longest_suffix(
        name,
        &["产业园", "物流园", "工业园", "科技园", "园区", "新城", "基地", "枢纽", "景区", "小镇"],
    ) > 0;
    let ahead = words.get(clause.start..start)?;
    let behind = words.get(start + name.len()..clause.end)?;
    let printed = if ahead.is_empty() { behind.to_owned() } else { format!("{ahead}…{behind}") };
    let stage = Stage { printed, code: "planned" };
    (is_site && !name.contains(['、', '和', '等']))
        .then(|| one(name, start, &stage, false, true))
        .flatten()
        .filter(|named| !named.is_common)
}

/// 加快 names 建设, 力促 names 竣工通车.
fn after_verb(text: &str, at: usize, verb: &str, code: &'static str) -> Vec<Named> {
    if let Some((start, stage)) = stages::at_end(text)
        && start > 0
    {
        let before = text.get(..start).unwrap_or_default();
        let stage = Stage { printed: format!("{verb}…{}", stage.printed), code: stage.code };
        let found = enumerated(before, at, &stage, true);
        if !found.is_empty() {
            return found;
        }
    }
    let suffix = stages::suffix(text);
    let tail = text.get(text.len() - suffix..).unwrap_or_default();
    let object = text.get(..text.len() - suffix).unwrap_or_default();
    let code = if tail.contains("前期") { "planned" } else { code };
    let stage = |tail: &str| Stage {
        printed: if tail.is_empty() { verb.to_owned() } else { format!("{verb}…{tail}") },
        code,
    };
    // 新建停车场2处: what is counted has no name.
    let is_counted = !outside(object).any(|(_, c)| c == '等')
        && quantities(object).last().is_some_and(|last| last.range.end == object.len());
    if is_counted {
        return Vec::new();
    }
    let found = enumerated(object, at, &stage(tail), false);
    if found.is_empty() && suffix > 0 { enumerated(text, at, &stage(""), false) } else { found }
}

/// Names, and how far they are: 甲、乙等20个项目开工建设.
fn before_stage(text: &str, at: usize) -> Vec<Named> {
    if let Some((start, stage)) = stages::at_end(text) {
        let found = enumerated(text.get(..start).unwrap_or_default(), at, &stage, true);
        if !found.is_empty() {
            return found;
        }
    }
    // 甲、乙等46个项目进入项目库: whatever follows is how far they are.
    let (groups, rest) = groups(text);
    let is_class = groups
        .iter()
        .all(|group| group.class.clone().is_some_and(|class| is_class(text.get(class).unwrap_or_default())));
    if !groups.is_empty() && is_class {
        let printed = text.get(rest..).unwrap_or_default();
        let stage = Stage { printed: printed.to_owned(), code: stages::code_of(printed) };
        return enumerated(text.get(..rest).unwrap_or_default(), at, &stage, true);
    }
    // 饮水安全项目惠及群众5264名: it is named, whatever is said of it.
    let Some(end) = SAID.first_in(text) else {
        return Vec::new();
    };
    let before = text.get(..end).unwrap_or_default();
    let name = before.trim_end_matches(['已', '被']);
    let is_named =
        name.ends_with("项目") || name.ends_with("工程") || name.ends_with("市场") || name.ends_with("基地");
    if !is_named || name.contains('、') {
        return Vec::new();
    }
    let stage = Stage { printed: String::new(), code: "" };
    one(name, at, &stage, false, !is_common(name)).into_iter().collect()
}

/// A place, then a verb, then a name: 甲村建成首个家风馆, 依托乙打造丙.
fn within(text: &str, at: usize) -> Vec<Named> {
    for (verb, code) in [
        ("建成投用", "in-use"),
        ("建成", "done"),
        ("打造", "under-way"),
        ("启动建设", "started"),
        ("开工建设", "started"),
    ] {
        let Some(found) = text.find(verb) else {
            continue;
        };
        let before = text.get(..found).unwrap_or_default();
        let is_place = before.starts_with("依托")
            || (before.chars().count() <= 8
                && before.ends_with(['村', '镇', '乡', '区', '县', '市', '校', '院']));
        let from = found + verb.len();
        let name = text.get(from..).unwrap_or_default();
        if is_place && quantities(name).is_empty() && !name.contains('、') {
            let stage = Stage { printed: verb.to_owned(), code };
            let named = one(name, at + from, &stage, false, false).filter(|named| !named.is_common);
            return named.into_iter().collect();
        }
    }
    Vec::new()
}

/// The groups of names that 等 ends, and the bytes up to the end of the last class.
fn groups(text: &str) -> (Vec<Group>, usize) {
    let mut groups = Vec::new();
    let mut from = 0;
    let marks: Vec<usize> = outside(text).filter(|(_, c)| *c == '等').map(|(at, _)| at).collect();
    for mark in marks {
        // 高等学校 gives no examples.
        let is_word = text.get(..mark).is_some_and(|before| before.ends_with(['高', '中', '初', '平', '均']));
        if mark < from
            || is_word
            || text
                .get(mark..)
                .is_some_and(|rest| longest_prefix(rest, &["等级", "等候", "等次", "等额"]) > 0)
        {
            continue;
        }
        let after = mark + '等'.len_utf8();
        let rest = text.get(after..).unwrap_or_default();
        // 交通、工业、城建等三领域: fields, and no names.
        let kind =
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十个大".contains(c));
        if longest_prefix(kind, &["领域", "方面", "行业", "门类"]) > 0 {
            from = after;
            continue;
        }
        let class = after..after + class_end(rest);
        groups.push(Group { names: from..mark, class: Some(class.clone()) });
        from = class.end;
        from += longest_prefix(text.get(from..).unwrap_or_default(), &["以及", "及", "和", "、", "与"]);
    }
    (groups, from)
}

/// Where the class ends that a text begins with: after the first 项目, 工程 and the like that is not the beginning of a longer word, and the
/// count after it.
fn class_end(text: &str) -> usize {
    let ends = [
        "项目",
        "工程",
        "小区",
        "游园",
        "公园",
        "道路",
        "园区",
        "学校",
        "医院",
        "基地",
        "街区",
        "片区",
        "棚改",
        "隧道",
        "桥梁",
        "高速公路",
    ];
    let first = ends.iter().filter_map(|end| text.find(end).map(|at| at + end.len())).min();
    let Some(mut end) = first else {
        return text.len();
    };
    // 老旧小区改造项目, 道路工程.
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let more = longest_prefix(
            rest,
            &[
                "改造",
                "改造项目",
                "改造工程",
                "项目",
                "工程",
                "建设项目",
                "建设工程",
                "改造任务",
                "建设进度",
                "提升项目",
                "提升工程",
                "建设任务",
                "共",
            ],
        );
        if more == 0 {
            break;
        }
        end += more;
    }
    let rest = text.get(end..).unwrap_or_default();
    let count =
        quantities(rest).first().filter(|found| found.range.start == 0).map_or(0, |found| found.range.end);
    end + count
}

/// The names that a text enumerates. `by_stage`: what was read before or after says that they are built.
fn enumerated(text: &str, at: usize, stage: &Stage, by_stage: bool) -> Vec<Named> {
    let (mut groups, end) = groups(text);
    if end < text.len() {
        // 甲等项目建设: what is left of the class.
        let rest = text.get(end..).unwrap_or_default();
        match groups.last_mut() {
            Some(Group { class: Some(class), .. })
                if !rest.contains('、') && stages::suffix(rest) == rest.len() =>
            {
                class.end = text.len();
            }
            Some(_) if !by_stage => return Vec::new(),
            _ => {}
        }
        if groups.is_empty() {
            groups.push(Group { names: 0..text.len(), class: None });
        } else if by_stage && rest.contains('、') {
            groups.push(Group { names: end..text.len(), class: None });
        }
    }
    let mut found = Vec::new();
    for Group { names, class } in groups {
        let is_said = match &class {
            None => false,
            Some(class) => {
                let class = text.get(class.clone()).unwrap_or_default();
                // 甲、乙等建成: what they are is not said.
                let is_bare = class.is_empty() && by_stage;
                if !is_bare && !is_class(class) {
                    continue;
                }
                !is_bare
            }
        };
        let mut names = split_names(text, names);
        // 200个智能车间、智能工厂: all are counted.
        let is_counted =
            |range: &Range<usize>| begins_with_count(text.get(range.clone()).unwrap_or_default());
        if class.is_none() && names.first().is_some_and(is_counted) {
            continue;
        }
        names.reverse();
        let mut own: Option<Stage> = None;
        let mut read = Vec::new();
        for range in names {
            let name = text.get(range.clone()).unwrap_or_default();
            // 甲开工、乙竣工: each has its own.
            let (length, is_staged) = match stages::at_end(name) {
                Some((start, stage)) if start > 0 => {
                    own = Some(stage);
                    (start, true)
                }
                _ => (name.len(), by_stage || own.is_some()),
            };
            let name = name.get(..length).unwrap_or_default();
            let of = own.as_ref().unwrap_or(stage);
            read.extend(one(name, at + range.start, of, is_said, is_staged));
        }
        read.reverse();
        found.extend(read);
    }
    found
}

/// The names of an enumeration. 和 divides two only where both end as projects do.
fn split_names(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let part = text.get(range.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut from = 0;
    let marks: Vec<(usize, char)> =
        outside(part).filter(|(_, c)| matches!(c, '、' | '和' | '及' | '与')).collect();
    for (mark, character) in marks {
        let after = mark + character.len_utf8();
        let (left, right) = (part.get(from..mark).unwrap_or_default(), part.get(after..).unwrap_or_default());
        let right = right.split('、').next().unwrap_or_default();
        // 甲运河与乙河连通工程 is one.
        let is_link = character != '、' && has_any(right, &["连通", "联通", "连接"]);
        let divides = !is_link && character == '、'
            || !is_link && (fit(left) >= Fit::Works && fit(right) >= Fit::Works);
        if divides && mark >= from {
            found.push(range.start + from..range.start + mark);
            from = after;
        }
    }
    found.push(range.start + from..range.end);
    found
}

/// A name without what stands around it, where it can be that of a project.
fn one(name: &str, at: usize, stage: &Stage, is_class: bool, is_staged: bool) -> Option<Named> {
    let mut start = 0;
    let rest = |start: usize| name.get(start..).unwrap_or_default();
    while let bytes @ 1.. = lead_of(rest(start)) {
        start += bytes;
    }
    let mut name = rest(start);
    // 甲项目建设全面完工: 建设 is what was done.
    let tail = longest_suffix(name, &["建设", "工程建设", "项目建设"]);
    if tail > 0 {
        let without = name.get(..name.len() - "建设".len()).unwrap_or_default();
        if fit(without) >= Fit::Works {
            name = without;
        }
    }
    // “甲平台” as a whole is in quotation marks.
    if name.starts_with('“') && name.ends_with('”') && name.matches('“').count() == 1 {
        name = name.trim_matches(['“', '”']);
        start += '“'.len_utf8();
    }
    let fits = fit(name);
    if fits == Fit::None {
        return None;
    }
    let is_common = is_common(name);
    let length = name.chars().count();
    let by = match fits {
        _ if is_class => By::Class,
        Fit::Built => By::End,
        // 城区5条断头路改造 counts.
        Fit::Works if !quantities(name).is_empty() => return None,
        Fit::Works if is_staged || !is_common => By::End,
        Fit::Open if is_staged && is_of_buildings(stage) => By::Stage,
        _ => return None,
    };
    // What fits any place names a project only where a single building is in use or not.
    let is_refused = match by {
        By::Class => is_common || (fits == Fit::Open && length < 3),
        By::End => {
            (is_common && (!is_staged || length < 4 || !is_of_buildings(stage)))
                || (is_programme(name) && !is_staged)
        }
        By::Stage => is_common || !is_open_name(name),
    };
    let of_months =
        name.split_once('月').is_some_and(|(before, _)| before.ends_with(|c: char| c.is_ascii_digit()));
    let is_time =
        of_months || ["月底", "年底", "月份", "年前", "月前"].iter().any(|word| name.contains(word));
    // 建成甲区、乙区垃圾中转站: where they are.
    let is_district = length < 5
        && name.ends_with(['区', '县', '市', '镇', '乡'])
        && longest_suffix(
            name,
            &[
                "园区", "小区", "片区", "街区", "社区", "校区", "院区", "库区", "景区", "厂区", "灌区",
                "新区", "专区", "展区",
            ],
        ) == 0;
    // 准东3个煤制气
    let is_counted = name.char_indices().any(|(at, c)| {
        matches!(c, '个' | '项' | '家' | '处')
            && name.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    });
    let is_pointer = has_any(name, &["以下", "如下", "上述"]) || name.starts_with('下');
    if is_refused
        || is_time
        || is_district
        || is_pointer
        || is_counted
        || has_any(
            name,
            &[
                "群众",
                "居民",
                "同比",
                "增长",
                "达到",
                "新增",
                "培育",
                "坚持",
                "接入",
                "整合",
                "个以上",
                "项以上",
            ],
        )
    {
        return None;
    }
    Some(Named { range: at + start..at + start + name.len(), stage: stage.clone(), by, is_common })
}

/// Whether only what is built is so far: 竣工, and not 启动 or 有序推进.
fn is_of_buildings(stage: &Stage) -> bool {
    const OTHERS: [&str; 18] = [
        "开放",
        "运营",
        "启用",
        "招生",
        "开学",
        "启动",
        "签约",
        "落户",
        "签约落地",
        "试运行",
        "交付",
        "通过验收",
        "贯通",
        "合龙",
        "实现全覆盖",
        "获批",
        "并网",
        "获得批复",
    ];
    let last = stage.printed.rsplit('…').next().unwrap_or_default();
    let word = last.trim_start_matches(['已', '均', '也']);
    let is_other =
        OTHERS.contains(&word) || (longest_suffix(word, &["启动", "签约", "落户", "获批", "启用"]) > 0);
    !is_other && matches!(stage.code, "in-use" | "done" | "nearly-done" | "main-structure-done" | "started")
}

/// Words of sentences that are no names.
static SAYS_SOMETHING: Words = Words::new(&[
    "工作",
    "改革",
    "服务",
    "活动",
    "经济",
    "产业",
    "企业",
    "群众",
    "全面",
    "推进",
    "实施",
    "建设",
    "发展",
    "加快",
    "完成",
    "指标",
    "增加",
    "投资",
    "创建",
    "系统",
    "业务",
    "制度",
    "机制",
    "试点",
    "资金",
    "会议",
    "专项",
    "人员",
    "任务",
    "政策",
    "市场主体",
    "试验区",
    "示范区",
    "全市",
    "全县",
    "全省",
]);

/// Whether words that end as no project does can name one: short, and no sentence.
fn is_open_name(name: &str) -> bool {
    let length = name.chars().count();
    (3..=14).contains(&length) && !SAYS_SOMETHING.within(name) && quantities(name).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clauses::{ends_clause, split};

    /// The names of a sentence, each with its stage.
    fn named(text: &str) -> Vec<(String, String, &'static str)> {
        let clauses = split(text, 0..text.len(), ends_clause);
        let all = clauses.into_iter().flat_map(|clause| read(text, clause.range));
        all.map(|named| (text[named.range].to_owned(), named.stage.printed, named.stage.code)).collect()
    }

    #[test]
    fn sentences_name_projects() {
        for (text, expected) in [
            // Districts and counties.
            (
                "会展中心主体完工，东湖名苑、南山康城落地开工。",
                vec![
                    ("会展中心", "主体完工", "main-structure-done"),
                    ("东湖名苑", "落地开工", "started"),
                    ("南山康城", "落地开工", "started"),
                ],
            ),
            ("建成东山区、南河区、西陵区垃圾中转站共6座并投入运行。", vec![]),
            ("交通、工业、城建基础设施等三领域项目加快建设。", vec![]),
            ("1-10月项目加快建设。", vec![]),
            (
                "在今年的项目中，包括了云岭铁路、白石水库等16个重大项目。",
                vec![("云岭铁路", "", ""), ("白石水库", "", "")],
            ),
            (
                "对红星小区、柳岸小区等20个老旧小区实施改造。",
                vec![("红星小区", "实施改造", "under-way"), ("柳岸小区", "实施改造", "under-way")],
            ),
            (
                "柳河区域等9个棚户区改造项目及金桂花园二期等22个开发项目有序推进。",
                vec![("柳河区域", "有序推进", "under-way"), ("金桂花园二期", "有序推进", "under-way")],
            ),
            (
                "加快青禾物流新城、云岭（新能源）汽车园区等项目建设。",
                vec![
                    ("青禾物流新城", "加快…建设", "under-way"),
                    ("云岭（新能源）汽车园区", "加快…建设", "under-way"),
                ],
            ),
            (
                "力促白石大道升级改造、柳河一路涵洞桥竣工通车。",
                vec![
                    ("白石大道升级改造", "力促…竣工通车", "in-use"),
                    ("柳河一路涵洞桥", "力促…竣工通车", "in-use"),
                ],
            ),
            (
                "配合市里积极推进青山路东移、云岭铁路专用线建设。",
                vec![
                    ("青山路东移", "配合市里积极推进…建设", "under-way"),
                    ("云岭铁路专用线", "配合市里积极推进…建设", "under-way"),
                ],
            ),
            ("花园村建成全县首个家风家训馆。", vec![("全县首个家风家训馆", "建成", "done")]),
            ("确保建设路小学建成投用。", vec![("建设路小学", "确保…建成投用", "in-use")]),
            (
                "柳河社区食堂等12个项目申报进入省重大项目库。",
                vec![("柳河社区食堂", "申报进入省重大项目库", "applied")],
            ),
            // Cities, provinces, the nation.
            ("青州至白石高速公路全线通车。", vec![("青州至白石高速公路", "全线通车", "in-use")]),
            ("白石机场改扩建工程开工建设。", vec![("白石机场改扩建工程", "开工建设", "started")]),
            (
                "云岭抽水蓄能电站、双井水库加快建设。",
                vec![("云岭抽水蓄能电站", "加快建设", "under-way"), ("双井水库", "加快建设", "under-way")],
            ),
            (
                "推进青白铁路、柳河特大桥等重大工程建设。",
                vec![("青白铁路", "推进…建设", "under-way"), ("柳河特大桥", "推进…建设", "under-way")],
            ),
            (
                "青禾水厂开工、白石泵站竣工、云岭隧道贯通。",
                vec![
                    ("青禾水厂", "开工", "started"),
                    ("白石泵站", "竣工", "done"),
                    ("云岭隧道", "贯通", "done"),
                ],
            ),
            ("一是加快推进鹤山灌区续建工程。", vec![("鹤山灌区续建工程", "加快推进", "under-way")]),
            (
                "开工建设鹤山大道、凤台街等市政道路工程。",
                vec![("鹤山大道", "开工建设", "started"), ("凤台街", "开工建设", "started")],
            ),
            (
                "新引进华岭生物、正源健康产业基地等亿元以上项目60个。",
                vec![("华岭生物", "新引进", "planned"), ("正源健康产业基地", "新引进", "planned")],
            ),
            ("启动鹤山污水处理厂二期建设。", vec![("鹤山污水处理厂二期", "启动…建设", "started")]),
            ("鹤山饮水安全巩固工程惠及群众5264名。", vec![("鹤山饮水安全巩固工程", "", "")]),
            ("完善鹤山物流园总体发展规划。", vec![("鹤山物流园", "完善…总体发展规划", "planned")]),
            ("鹤山物流园发展规划通过评审。", vec![("鹤山物流园", "发展规划通过评审", "planned")]),
            ("鹤山港东作业区开港运营。", vec![("鹤山港东作业区", "开港运营", "in-use")]),
            ("建成青白高铁云岭段。", vec![("青白高铁云岭段", "建成", "done")]),
            ("“鹤山智慧平台”实现全覆盖。", vec![("鹤山智慧平台", "实现全覆盖", "in-use")]),
        ] {
            let found = named(text);
            let found: Vec<_> =
                found.iter().map(|(name, stage, code)| (name.as_str(), stage.as_str(), *code)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn policies_and_counts_are_no_projects() {
        for text in [
            "加快推进119个重点项目建设，完成年度投资121.7亿元。",
            "持续推进“三清”行动，实施就业促进工程。",
            "推进窨井盖、危房等安全隐患专项排查。",
            "做好垃圾治理、厕所革命、村庄绿化等工作。",
            "新建智能停车场2处，新修通村公路20公里。",
            "加快市政路口优化改造和街景整治。",
            "深化改革开放，推动对外开放。",
            "推进农村基础设施提档升级，建设美丽乡村。",
            "启动人居环境整治提升五年行动。",
            "申报重点流域水环境综合治理、生态环保领域等中央预算内资金项目共42个。",
            "组织大型企业、品牌门店等开展消费活动。",
            "一批重大项目开工建设，5所学校实施改造。",
            "完善公共服务体系，打造营商环境品牌。",
            "全面推进乡村振兴，加快农业农村现代化。",
            "加强重大项目建设，扩大有效投资。",
            "新建200个智能车间、智能工厂。",
            "争取100个以上项目纳入用地保障。",
            "推动物流园区、港口码头接入铁路专用线。",
            "加快推进煤矿资源整合和露天煤矿建设，抓好优质本科高校学生宿舍等项目建设。",
            "重点行业绿色化改造实现全覆盖。",
        ] {
            assert_eq!(named(text), [], "{text}");
        }
    }
}
