//! Blocks of a key and its words: 目标任务：…。牵头单位：…。完成时限：….

use std::ops::Range;

use crate::clauses::longest_suffix;

/// The words after a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeyValue {
    /// The key as printed, without the year before it.
    pub(crate) key: &'static str,
    /// Where the key begins.
    pub(crate) start: usize,
    /// The bytes of the words after it, without the marks around them.
    pub(crate) value: Range<usize>,
}

/// What a task is.
pub(crate) const TASKS: [&str; 13] = [
    "目标任务",
    "工作任务",
    "任务内容",
    "主要任务",
    "重点任务",
    "工作内容",
    "工作目标",
    "任务目标",
    "年度目标",
    "年度任务",
    "预期目标",
    "任务",
    "目标",
];

/// Where a project is.
pub(crate) const PLACES: [&str; 7] =
    ["建设地点", "建设地址", "项目地点", "项目地址", "建设位置", "位置", "地点"];

/// What a project is called.
pub(crate) const NAMES: [&str; 3] = ["项目名称", "工程名称", "名称"];

/// Who does something, or until when.
pub(crate) const WHO: [&str; 20] = [
    "牵头单位",
    "牵头部门",
    "牵头领导",
    "牵头市领导",
    "责任单位",
    "责任部门",
    "责任领导",
    "责任人",
    "责任主体",
    "配合单位",
    "配合部门",
    "协办单位",
    "主办单位",
    "承办单位",
    "实施单位",
    "参与单位",
    "分管领导",
    "完成时限",
    "完成时间",
    "时间节点",
];

/// Others.
const OTHERS: [&str; 29] = [
    "建设内容及规模",
    "建设规模及内容",
    "建设内容和规模",
    "主要建设内容",
    "年度建设内容",
    "建设内容",
    "建设规模",
    "主要内容",
    "项目总投资",
    "计划总投资",
    "总投资",
    "年度计划投资",
    "年度投资",
    "计划投资",
    "投资规模",
    "投资额",
    "资金来源",
    "实施主体",
    "建设单位",
    "项目单位",
    "项目业主",
    "业主单位",
    "包联领导",
    "建设工期",
    "建设年限",
    "建设周期",
    "建设性质",
    "进展情况",
    "备注",
];

/// The keys of a text with their words.
pub(crate) fn read(text: &str, range: Range<usize>) -> Vec<KeyValue> {
    let Some(part) = text.get(range.clone()) else {
        return Vec::new();
    };
    let mut found: Vec<KeyValue> = Vec::new();
    for (colon, mark) in part.char_indices().filter(|(_, c)| matches!(c, '：' | ':')) {
        let before = part.get(..colon).unwrap_or_default();
        let all = TASKS.iter().chain(&PLACES).chain(&NAMES).chain(&WHO).chain(&OTHERS);
        let Some(key) = all.filter(|key| before.ends_with(**key)).max_by_key(|key| key.len()) else {
            continue;
        };
        let mut start = colon - key.len();
        let ahead = before.get(..start).unwrap_or_default();
        // 2026年年度目标：
        let year =
            ahead.strip_suffix('年').map_or("", |rest| rest.trim_end_matches(|c: char| c.is_ascii_digit()));
        if !year.is_empty() || ahead.ends_with('年') {
            start = year.len();
        }
        let ahead = before.get(..start).unwrap_or_default();
        // 主要目标任务： is another key.
        let begins = ahead.is_empty()
            || ahead.ends_with([
                '。', '；', ';', '，', '（', '(', '）', ')', '【', '】', '、', '.', '．', '▲', '●', '■', '√',
                '—', '·', '*', '”', '①', '②', '③', '④', '：', ':', '|',
            ])
            || longest_suffix(ahead, &["其中"]) > 0;
        if !begins {
            continue;
        }
        let (key_at, value_at) = (range.start + start, range.start + colon + mark.len_utf8());
        if let Some(last) = found.last_mut() {
            last.value.end = key_at.max(last.value.start);
        }
        found.push(KeyValue { key, start: key_at, value: value_at..range.end });
    }
    for one in &mut found {
        let words = text.get(one.value.clone()).unwrap_or_default();
        let trimmed = words.trim_end_matches(|c: char| {
            matches!(
                c,
                '。' | '；'
                    | ';'
                    | '，'
                    | '【'
                    | '】'
                    | '▲'
                    | '●'
                    | '■'
                    | '√'
                    | '·'
                    | '*'
                    | '①'
                    | '②'
                    | '③'
                    | '④'
            )
        });
        // The bracket that the whole block stands in.
        let trimmed = match trimmed.strip_suffix(['）', ')']) {
            Some(inner) if inner.matches(['（', '(']).count() < trimmed.matches(['）', ')']).count() => {
                inner
            }
            _ => trimmed,
        };
        let trimmed = trimmed.strip_suffix(['（', '(']).unwrap_or(trimmed);
        one.value.end = one.value.start + trimmed.trim_end_matches(['。', '；', '，']).len();
    }
    found.retain(|one| !one.value.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_divide_a_block() {
        for (text, pairs) in [
            (
                "目标任务：新增学位500个。牵头单位：县教育局。完成时限：8月底。",
                vec![("目标任务", "新增学位500个"), ("牵头单位", "县教育局"), ("完成时限", "8月底")],
            ),
            (
                "修路12公里（牵头单位：市交通局；责任单位：各县区）",
                vec![("牵头单位", "市交通局"), ("责任单位", "各县区")],
            ),
            ("2026年年度目标：建成。", vec![("年度目标", "建成")]),
            ("今年的主要目标任务：抓项目", vec![]),
            ("责任单位：县发改委（牵头）、县财政局", vec![("责任单位", "县发改委（牵头）、县财政局")]),
            ("时间：3月", vec![]),
        ] {
            let read = read(text, 0..text.len());
            let found: Vec<(&str, &str)> =
                read.iter().map(|one| (one.key, &text[one.value.clone()])).collect();
            assert_eq!(found, pairs, "{text}");
        }
    }
}
