//! Where an annex begins, and what stands at the foot of a report.

use super::chars::squeezed;
use super::heading::{is_date, is_signature};

/// Whether a line begins an annex: 附表, 附件2：…, 附录 一.
pub(super) fn begins(line: &str) -> bool {
    let line = line.trim().trim_matches('*').trim();
    if line.len() > 240 || line.contains(['。', '；', '|', '\t']) {
        return false;
    }
    let Some(rest) = ["附表", "附件", "附录", "附"].into_iter().find_map(|word| line.strip_prefix(word))
    else {
        return false;
    };
    let is_short = line.chars().nth(2).is_none() || line.starts_with("附：") || line.starts_with("附:");
    let full = ["附表", "附件", "附录"].iter().any(|word| line.starts_with(word));
    let unnumbered = rest.trim_start().trim_start_matches(|c: char| {
        c.is_ascii_digit() || "一二三四五六七八九十（）()－-１２３４５６７８９".contains(c)
    });
    let has_number = unnumbered.len() < rest.trim_start().len();
    let is_parted = rest.starts_with(|c: char| c.is_whitespace()) || unnumbered.starts_with(['：', ':']);
    is_short || full && (rest.is_empty() || has_number || is_parted)
}

/// Whether a line at the foot is about the printing: who, when, how many copies.
pub(super) fn is_imprint(line: &str) -> bool {
    let words = squeezed(line);
    let length = words.chars().count();
    let begins = ["抄送", "主题词", "分送", "报送：", "校对", "承办：", "（此件"];
    length <= 80
        && (words.ends_with("印发")
            || words.ends_with("印制")
            || words.contains("共印")
            || words.ends_with("日印")
            || begins.iter().any(|word| words.starts_with(word)))
}

/// Whether a line is a name or a date as they stand below a text.
pub(super) fn is_foot(line: &str) -> bool {
    let words = squeezed(line);
    is_date(&words) || words.chars().count() <= 30 && is_signature(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annexes_begin_at_their_word() {
        for line in [
            "附表",
            "附表1",
            "附件2：名词解释",
            "附件 2",
            "附：主要指标表",
            "附表：",
            "**附件**",
            "附表一　青禾县主要指标",
            "附录",
        ] {
            assert!(begins(line), "{line}");
        }
        for line in ["附表所列项目", "附近居民受益", "附件：见下文。", "附属医院", "一、附表"]
        {
            assert!(!begins(line), "{line}");
        }
        assert!(is_imprint("青禾县人大办公室 2026年1月16日印发") && is_imprint("[共印480份]"));
    }
}
