//! Problems that the report owns up to, and honours that it names.

use std::ops::Range;

use crate::clauses::{body, ends_sentence, has_any, longest_prefix, longest_suffix, ordinal, split};
use crate::row::said;
use crate::words::Words;
use crate::{At, Cells, Purpose, Report, Row, Span, Sureness, Table};

/// The rows of remarks.
pub(crate) fn rows(report: &Report) -> Vec<Row> {
    let mut rows = Vec::new();
    for section in &report.sections {
        // Whether the paragraph before announces problems and lists none: the items after it do.
        let mut is_open = false;
        for (number, paragraph) in (1..).zip(&section.paragraphs) {
            let at = At { section: section.id.as_str().into(), paragraph: number };
            let words = &paragraph.words;
            let is_problems = section.purpose == Purpose::Problems;
            let whole = body(paragraph);
            let goes_on = is_open && {
                let text = words.get(paragraph.mark..).unwrap_or_default();
                TROUBLES.within(text) && !is_remedy(text)
            };
            let listed = if goes_on {
                Some(whole.clone())
            } else {
                problems(words, whole.clone(), is_problems, section.purpose == Purpose::Plan)
            };
            is_open = goes_on || listed.as_ref().is_some_and(Range::is_empty);
            let until = listed.as_ref().map_or(whole.end, |listed| listed.start);
            if let Some(listed) = listed {
                for range in split_problems(words, listed, is_problems) {
                    let sureness = if is_problems {
                        Sureness::Sure(said("问题一节的一句", "a clause of the section on problems"))
                    } else {
                        Sureness::Likely(said("“存在……问题”后面的一句", "a clause after 存在……问题"))
                    };
                    rows.push(row(&at, "problem", words, range, sureness));
                }
            }
            if matches!(section.purpose, Purpose::Results | Purpose::Other) {
                for (range, is_plain) in honours(words, whole.start..until) {
                    let sureness = if is_plain && section.purpose == Purpose::Results {
                        Sureness::Sure(said("荣获、被评为一类的动词", "a verb such as 荣获 or 被评为"))
                    } else {
                        Sureness::Likely(said(
                            "名次、首个、入选一类的说法",
                            "words of a rank, a first or a selection",
                        ))
                    };
                    rows.push(row(&at, "honour", words, range, sureness));
                }
            }
        }
    }
    rows
}

fn row(at: &At, kind: &str, words: &str, range: Range<usize>, sureness: Sureness) -> Row {
    let remark = words.get(range.clone()).unwrap_or_default();
    let cells = [
        ("section", &*at.section),
        ("paragraph", &at.paragraph.to_string()),
        ("kind", kind),
        ("remark", remark),
    ];
    Row {
        table: Table::Remarks,
        cells: Cells::from_iter(cells),
        span: Span::Words(at.clone(), range),
        sureness,
    }
}

/// What is not well.
static TROUBLES: Words = Words::new(&[
    "艰巨",
    "严峻",
    "不容乐观",
    "不容忽视",
    "不完善",
    "不健全",
    "不均衡",
    "不紧密",
    "趋紧",
    "放缓",
    "承压",
    "匮乏",
    "偏重",
    "不畅",
    "不深",
    "不实",
    "融资难",
    "较重",
    "过重",
    "较多",
    "较大",
    "堵点",
    "紧张",
    "不到位",
    "过剩",
    "不振",
    "依然存在",
    "时有发生",
    "问题",
    "困难",
    "挑战",
    "矛盾",
    "短板",
    "不足",
    "差距",
    "压力",
    "风险",
    "隐患",
    "制约",
    "瓶颈",
    "薄弱",
    "不强",
    "不够",
    "不高",
    "不优",
    "不稳",
    "不大",
    "不快",
    "不充分",
    "不平衡",
    "偏低",
    "偏小",
    "偏弱",
    "偏慢",
    "滞后",
    "下滑",
    "下行",
    "欠账",
    "亟须",
    "亟需",
    "亟待",
    "有待",
    "较慢",
    "较弱",
    "较低",
    "较少",
    "乏力",
    "缓慢",
    "缺乏",
    "突出",
    "难点",
    "不适应",
    "尚未",
    "弱项",
]);

/// What begins the sentences that say what is done about the problems.
static REMEDIES: Words = Words::new(&[
    "对此",
    "对于这些",
    "针对",
    "我们将",
    "我们一定",
    "下一步",
    "下步",
    "今后",
    "采取有力措施",
    "切实加以解决",
    "认真加以解决",
    "努力加以解决",
    "高度重视",
    "认真研究",
    "认真对待",
    "直面问题",
    "为此",
    "必须采取",
    "以更大力度",
    "这些成绩",
]);

/// Whether a sentence says what is done about the problems.
fn is_remedy(sentence: &str) -> bool {
    REMEDIES.prefix(sentence) > 0
        || has_any(sentence, &["加以解决", "认真解决", "切实解决", "着力解决", "各位代表", "直面问题"])
}

/// The bytes of a paragraph in which problems are listed, none of it where it only announces them; `None` where it does neither.
/// `is_section`: the section says that it is about them.
fn problems(words: &str, range: Range<usize>, is_section: bool, is_plan: bool) -> Option<Range<usize>> {
    let sentences = split(words, range.clone(), |c| matches!(c, '。' | '！'));
    for (number, sentence) in sentences.iter().enumerate() {
        let text = words.get(sentence.range.clone()).unwrap_or_default();
        let is_clear = has_any(text, &["清醒", "也要看到", "也应看到"]);
        let says = (is_clear || (!is_plan && has_any(text, &["存在", "面临", "仍有"])))
            && has_any(text, &["问题", "困难", "挑战", "矛盾", "不足", "短板"]);
        if !says {
            continue;
        }
        // 存在一些问题：, 主要表现在, 一是: what comes before is no problem.
        let colon =
            split(words, sentence.range.clone(), |c| matches!(c, '：' | ':')).first().and_then(|lead| {
                let lead_words = words.get(lead.range.clone())?;
                let is_lead =
                    TROUBLES.within(lead_words) && !has_any(lead_words, &["解决", "化解", "破解", "针对"]);
                (lead.end.is_some() && is_lead).then_some(lead.range.end + '：'.len_utf8())
            });
        let mainly = ["主要表现在", "主要表现为", "主要体现在", "主要是", "突出表现在", "集中表现在"];
        let after_word = mainly
            .iter()
            .filter_map(|word| text.find(word).map(|at| sentence.range.start + at + word.len()))
            .min();
        let first = ["一是", "首先，", "（1）", "①"]
            .iter()
            .filter_map(|word| text.find(word))
            .min()
            .map(|at| sentence.range.start + at);
        if let Some(begin) = colon.into_iter().chain(after_word).chain(first).min() {
            let begin = begin.min(sentence.range.end);
            return words.is_char_boundary(begin).then_some(begin..range.end);
        }
        // The sentence only leads to those after it.
        let after = (sentence.range.end + '。'.len_utf8()).min(range.end);
        let next = words.get(after..range.end).unwrap_or_default();
        let begins_list = ordinal(next) > 0 || longest_prefix(next, &mainly) > 0;
        let is_short = text.chars().count() <= 60 && !has_any(text, &["解决", "化解", "破解", "克服"]);
        let following = sentences.iter().skip(number + 1).take(3);
        let troubled = following
            .filter(|next| words.get(next.range.clone()).is_some_and(|text| TROUBLES.within(text)))
            .count();
        if begins_list
            || (is_short && troubled > 1)
            || (is_clear && next.is_empty())
            || (is_section && is_clear)
        {
            return Some(after..range.end);
        }
    }
    is_section.then_some(range)
}

/// Each problem of a list.
fn split_problems(words: &str, range: Range<usize>, is_section: bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // Sentences one after the other that tell of nothing that is not well.
    let mut untroubled = 0;
    for sentence in split(words, range, ends_sentence) {
        let text = words.get(sentence.range.clone()).unwrap_or_default();
        untroubled = if TROUBLES.within(text) { 0 } else { untroubled + 1 };
        let is_end = is_remedy(text) || untroubled > 1;
        if is_end && !is_section {
            break;
        }
        if is_end || untroubled > 0 && !is_section {
            continue;
        }
        let mut in_sentence: Vec<Range<usize>> = Vec::new();
        for clause in split(words, sentence.range, |c| matches!(c, '，' | '：')) {
            let mut range = clause.range;
            range.start += ordinal(words.get(range.clone()).unwrap_or_default());
            let text = words.get(range.clone()).unwrap_or_default();
            // 一是产业方面： only leads.
            if text.is_empty() || clause.end == Some('：') {
                continue;
            }
            let is_problem =
                TROUBLES.within(text) || has_any(text, &["难", "少", "慢", "弱", "低", "仍", "还", "尚"]);
            let goes_on = [
                "存在",
                "且",
                "仍",
                "还",
                "尤其",
                "特别是",
                "也",
                "但",
                "导致",
                "缺乏",
                "缺少",
                "制约",
                "影响",
                "面临",
                "难以",
                "有待",
                "亟",
            ];
            let is_own = is_problem && longest_prefix(text, &goes_on) == 0;
            let last_is_problem = in_sentence
                .last()
                .is_some_and(|last| words.get(last.clone()).is_some_and(|last| TROUBLES.within(last)));
            match in_sentence.last_mut() {
                // What is no problem yet, 受疫情影响, goes with the clause after it.
                Some(last) if !is_own || !last_is_problem => last.end = range.end,
                _ => in_sentence.push(range),
            }
        }
        in_sentence.retain(|range| {
            let text = words.get(range.clone()).unwrap_or_default();
            text.chars().count() > 3 && (TROUBLES.within(text) || has_any(text, &["难", "弱", "慢", "少"]))
        });
        found.extend(in_sentence);
    }
    found
}

/// Verbs of honours that are no others.
static PLAIN: Words = Words::new(&[
    "荣获",
    "获评",
    "被评为",
    "被评定为",
    "被命名为",
    "被授予",
    "被确定为",
    "被列为",
    "被认定为",
    "获得全国",
    "获得国家",
    "获得省",
    "喜获",
    "斩获",
    "摘得",
    "荣膺",
    "荣登",
    "评为全国",
    "评为国家",
    "评为省",
    "评为全省",
    "夺得",
    "获全国",
    "获国家级",
    "获批国家",
    "获批全国",
]);

/// Words of honours as a rule.
static LIKELY: Words = Words::new(&[
    "入选",
    "入围",
    "跻身",
    "创成",
    "成功创建",
    "获批省",
    "获批市",
    "通报表扬",
    "通报表彰",
    "督查激励",
    "典型案例",
    "典型经验",
    "全国推广",
    "全省推广",
    "全国百强",
    "国家级试点",
    "获全省",
    "获省政府",
    "获国务院",
    "优秀等次",
    "先进集体",
    "先进单位",
    "通过国家",
    "通过省级",
    "列入国家",
    "列入全国",
    "列入省级",
    "列入全省",
    "称号",
    "进入国际",
]);

/// What is wished for, and is no honour yet.
static WISHES: Words = Words::new(&[
    "争创",
    "力争",
    "争取",
    "确保",
    "申报",
    "拟",
    "创建活动",
    "积极创建",
    "深化",
    "前列奋",
    "走在前列",
]);

/// Whether a clause tells a rank: 居全省第2位, 稳居全市第一.
fn is_rank(clause: &str) -> bool {
    const WHERE: [&str; 12] =
        ["全国", "全省", "全市", "全区", "全县", "全州", "全球", "世界", "省内", "中部", "西部", "同类"];
    // Most clauses have none of the characters that a rank has, and need not be searched for twelve places.
    let may_be = clause.contains(['第', '首', '前', '榜', '唯']);
    let ranked = may_be
        && WHERE.iter().any(|place| {
            clause.match_indices(place).any(|(at, _)| {
                let rest = clause.get(at + place.len()..).unwrap_or_default();
                let rest =
                    rest.trim_start_matches("各市").trim_start_matches("各县").trim_start_matches("范围内");
                longest_prefix(
                    rest,
                    &[
                        "第一", "第二", "第三", "第四", "第五", "首位", "前列", "榜首", "首个", "首家",
                        "首批", "首单", "首例", "首条", "首座", "首创", "唯一", "前三", "前十", "前五",
                    ],
                ) > 0
                    || rest
                        .strip_prefix(['第', '前'])
                        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            })
        });
    ranked
        || longest_suffix(clause, &["第一名", "第二名", "第三名", "一等奖", "特等奖", "金奖", "特别奖"]) > 0
}

/// The clauses of a range that tell an honour, each with whether its verb is of honours only.
fn honours(words: &str, range: Range<usize>) -> Vec<(Range<usize>, bool)> {
    let mut found: Vec<(Range<usize>, bool)> = Vec::new();
    for sentence in split(words, range, ends_sentence) {
        let mut before: Option<Range<usize>> = None;
        for clause in split(words, sentence.range, |c| matches!(c, '，' | '：')) {
            let mut range = clause.range;
            range.start += ordinal(words.get(range.clone()).unwrap_or_default());
            let text = words.get(range.clone()).unwrap_or_default();
            // 争创 is wished for; 申报 is asked for.
            let is_wished = WISHES.within(text);
            let is_plain = PLAIN.within(text);
            if !is_wished && (is_plain || LIKELY.within(text) || is_rank(text)) {
                // 荣获 begins its clause: who has it stands before.
                let is_without = PLAIN.prefix(text).max(longest_prefix(
                    text,
                    &["入选", "稳居", "位居", "居", "排名", "跻身", "增速居", "连续"],
                )) > 0;
                let start = before.clone().filter(|_| is_without).map_or(range.start, |before| before.start);
                let short = words.get(start..range.end).is_some_and(|all| all.chars().count() <= 60);
                let start = if short { start } else { range.start };
                // 降幅……，排名全市第7 is none.
                let is_fall = words
                    .get(start..range.end)
                    .is_some_and(|all| all.contains("下降") || all.contains("降幅"));
                if is_fall && !is_plain {
                    before = Some(range);
                    continue;
                }
                let is_new = found.last().is_none_or(|(last, _)| last.end <= start);
                let start = if is_new { start } else { range.start };
                found.push((start..range.end, is_plain));
            }
            before = Some(range);
        }
    }
    found
}

#[cfg(test)]
mod tests;
