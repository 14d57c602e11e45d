//! How far a project is: the words after its name (主体完工), or before it (加快推进…建设).

use crate::clauses::{ADVERBS, longest_prefix, longest_suffix};
use crate::words::{Words, firsts};

/// Words after a name, each with the code of the stage.
const AFTER: [(&str, &str); 157] = [
    ("通水", "in-use"),
    ("通气", "in-use"),
    ("通电", "in-use"),
    ("全面投运", "in-use"),
    ("投入商业运行", "in-use"),
    ("实现通水", "in-use"),
    ("下闸蓄水", "nearly-done"),
    ("蓄水", "nearly-done"),
    ("完成主体施工", "main-structure-done"),
    ("主体结构完工", "main-structure-done"),
    ("全面竣工", "done"),
    ("全面建成", "done"),
    ("破土动工", "started"),
    ("获批建设", "approved"),
    ("获得批复", "approved"),
    ("获得核准", "approved"),
    ("获得国家核准", "approved"),
    ("获核准", "approved"),
    ("获批", "approved"),
    ("完成立项", "approved"),
    ("通过核准", "approved"),
    ("建成运营", "in-use"),
    ("建成投用", "in-use"),
    ("建成投产", "in-use"),
    ("建成使用", "in-use"),
    ("建成开放", "in-use"),
    ("建成通车", "in-use"),
    ("建成投运", "in-use"),
    ("建成启用", "in-use"),
    ("建成并投入使用", "in-use"),
    ("建成并投用", "in-use"),
    ("建成开园", "in-use"),
    ("建成开馆", "in-use"),
    ("建成开业", "in-use"),
    ("建成达产", "in-use"),
    ("建成通航", "in-use"),
    ("投入使用", "in-use"),
    ("投入运营", "in-use"),
    ("投入运行", "in-use"),
    ("投入生产", "in-use"),
    ("投产运营", "in-use"),
    ("投产达效", "in-use"),
    ("投产见效", "in-use"),
    ("竣工投产", "in-use"),
    ("竣工投用", "in-use"),
    ("竣工通车", "in-use"),
    ("竣工投运", "in-use"),
    ("竣工并投入使用", "in-use"),
    ("竣工使用", "in-use"),
    ("完工投用", "in-use"),
    ("完工投产", "in-use"),
    ("完工通车", "in-use"),
    ("全线通车", "in-use"),
    ("通车", "in-use"),
    ("通车运营", "in-use"),
    ("开通运营", "in-use"),
    ("通航", "in-use"),
    ("投产", "in-use"),
    ("投用", "in-use"),
    ("投运", "in-use"),
    ("达产", "in-use"),
    ("达产达效", "in-use"),
    ("开馆", "in-use"),
    ("开园", "in-use"),
    ("开业", "in-use"),
    ("开园运营", "in-use"),
    ("开业运营", "in-use"),
    ("开港", "in-use"),
    ("开港运营", "in-use"),
    ("开诊", "in-use"),
    ("开诊运营", "in-use"),
    ("运营", "in-use"),
    ("启用", "in-use"),
    ("开放", "in-use"),
    ("并网发电", "in-use"),
    ("并网", "in-use"),
    ("交付使用", "in-use"),
    ("试运营", "in-use"),
    ("试运行", "in-use"),
    ("投入试运营", "in-use"),
    ("投入试运行", "in-use"),
    ("试生产", "in-use"),
    ("实现全覆盖", "in-use"),
    ("实现通车", "in-use"),
    ("实现投产", "in-use"),
    ("开学", "in-use"),
    ("招生", "in-use"),
    ("建成", "done"),
    ("竣工", "done"),
    ("完工", "done"),
    ("竣工验收", "done"),
    ("通过竣工验收", "done"),
    ("完成竣工验收", "done"),
    ("通过验收", "done"),
    ("完成改造", "done"),
    ("完成建设", "done"),
    ("改造完成", "done"),
    ("建设完成", "done"),
    ("交付", "done"),
    ("贯通", "done"),
    ("全线贯通", "done"),
    ("合龙", "done"),
    ("基本建成", "nearly-done"),
    ("基本完工", "nearly-done"),
    ("基本完成", "nearly-done"),
    ("基本竣工", "nearly-done"),
    ("接近尾声", "nearly-done"),
    ("即将完工", "nearly-done"),
    ("即将建成", "nearly-done"),
    ("即将投用", "nearly-done"),
    ("即将投产", "nearly-done"),
    ("主体完工", "main-structure-done"),
    ("主体完成", "main-structure-done"),
    ("主体封顶", "main-structure-done"),
    ("主体竣工", "main-structure-done"),
    ("主体建成", "main-structure-done"),
    ("封顶", "main-structure-done"),
    ("主体结构封顶", "main-structure-done"),
    ("主体工程完工", "main-structure-done"),
    ("主体工程完成", "main-structure-done"),
    ("主体结构完成", "main-structure-done"),
    ("完成主体", "main-structure-done"),
    ("完成主体工程", "main-structure-done"),
    ("完成主体建设", "main-structure-done"),
    ("有序推进", "under-way"),
    ("顺利推进", "under-way"),
    ("加快推进", "under-way"),
    ("稳步推进", "under-way"),
    ("扎实推进", "under-way"),
    ("快速推进", "under-way"),
    ("强力推进", "under-way"),
    ("全力推进", "under-way"),
    ("加速推进", "under-way"),
    ("有力推进", "under-way"),
    ("抓紧推进", "under-way"),
    ("积极推进", "under-way"),
    ("进展顺利", "under-way"),
    ("加快建设", "under-way"),
    ("有序建设", "under-way"),
    ("稳步实施", "under-way"),
    ("有序实施", "under-way"),
    ("加快实施", "under-way"),
    ("全面铺开", "under-way"),
    ("正在建设", "under-way"),
    ("正在施工", "under-way"),
    ("实施改造", "under-way"),
    ("开工建设", "started"),
    ("开工", "started"),
    ("落地开工", "started"),
    ("动工", "started"),
    ("动工建设", "started"),
    ("奠基", "started"),
    ("启动建设", "started"),
    ("启动", "started"),
    ("签约", "planned"),
    ("签约落地", "planned"),
    ("落户", "planned"),
];

static AFTER_WORDS: Words = Words::new(&firsts(&AFTER));

/// Words between a name and how far it is.
static HOW: Words = Words::new(&[
    "建成",
    "竣工",
    "完工",
    "并",
    "已经",
    "已",
    "全面",
    "正式",
    "顺利",
    "如期",
    "按期",
    "相继",
    "陆续",
    "先后",
    "成功",
    "全部",
    "提前",
    "实质性",
    "集中",
    "同步",
    "加快",
    "有序",
    "年内",
    "力争",
    "确保",
    "早日",
    "尽快",
    "建设",
    "正在",
    "基本",
    "全线",
    "均",
    "也",
    "实现",
]);

/// A stage that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stage {
    /// As printed; … stands for the names.
    pub(super) printed: String,
    /// Its code.
    pub(super) code: &'static str,
}

/// The stage that ends a text, and the bytes of what stands before it.
pub(super) fn at_end(text: &str) -> Option<(usize, Stage)> {
    let word = AFTER_WORDS.end_of(text)?;
    let mut code = code(&AFTER, word)?;
    let mut start = text.len() - word.len();
    let is_adverb = |start: usize| {
        let before = text.get(..start).unwrap_or_default();
        match HOW.suffix(before) {
            // 基础设施建设全面完工: 建设 is of the name only where nothing follows it.
            0 => None,
            length => Some(length),
        }
    };
    while let Some(length) = is_adverb(start) {
        start -= length;
    }
    // 已开放 of 改革开放 and 对外开放 is no stage.
    if word == "开放" && text.get(..start).is_some_and(|before| before.ends_with(['革', '外', '放'])) {
        return None;
    }
    // 前期工作有序推进
    if let Some(before) = text
        .get(..start)
        .and_then(|before| before.strip_suffix("前期工作").or_else(|| before.strip_suffix("前期")))
        && code == "under-way"
    {
        (start, code) = (before.len(), "planned");
    }
    let printed = text.get(start..)?.to_owned();
    let code = if printed.contains("基本") && code == "done" { "nearly-done" } else { code };
    Some((start, Stage { printed, code }))
}

/// The code of the words that follow 等N个项目, where they say one.
pub(super) fn code_of(words: &str) -> &'static str {
    if let Some((_, Stage { code, .. })) = at_end(words) {
        return code;
    }
    let known = [
        ("申报", "applied"),
        ("列入", "approved"),
        ("纳入", "approved"),
        ("获批", "approved"),
        ("批复", "approved"),
        ("核准", "approved"),
        ("投产", "in-use"),
        ("投用", "in-use"),
        ("竣工", "done"),
        ("建成", "done"),
        ("开工", "started"),
        ("推进", "under-way"),
        ("签约", "planned"),
        ("落地", "planned"),
    ];
    known.iter().find(|(word, _)| words.contains(word)).map_or("", |(_, code)| code)
}

/// Besides [`ADVERBS`], before a name: for whom or with whose help, and that it is planned.
static BEFORE_NAMES: Words = Words::new(&[
    "保障", "支持", "着手", "、", "对", "以", "市里", "省里", "国家", "上级", "计划", "规划", "集中", "成功",
]);

/// Verbs before names, each with the code of the stage.
const BEFORE: [(&str, &str); 52] = [
    ("提速", "under-way"),
    ("建成通车", "in-use"),
    ("推进", "under-way"),
    ("加快", "under-way"),
    ("建设", "under-way"),
    ("抓好", "under-way"),
    ("抓实", "under-way"),
    ("实施", "under-way"),
    ("打造", "under-way"),
    ("推动", "under-way"),
    ("促进", "under-way"),
    ("续建", "under-way"),
    ("改造", "under-way"),
    ("组织实施", "under-way"),
    ("做好", "under-way"),
    ("服务", "under-way"),
    ("加快推进", "under-way"),
    ("推进实施", "under-way"),
    ("建成", "done"),
    ("完成", "done"),
    ("建好", "done"),
    ("建成投用", "in-use"),
    ("建成投产", "in-use"),
    ("投用", "in-use"),
    ("投产", "in-use"),
    ("启用", "in-use"),
    ("竣工", "done"),
    ("启动", "started"),
    ("开工", "started"),
    ("开工建设", "started"),
    ("新开工", "started"),
    ("启动建设", "started"),
    ("启动实施", "started"),
    ("新建", "started"),
    ("扩建", "started"),
    ("改建", "started"),
    ("改扩建", "started"),
    ("迁建", "started"),
    ("谋划", "planned"),
    ("谋划实施", "planned"),
    ("谋划推进", "planned"),
    ("谋划建设", "planned"),
    ("规划建设", "planned"),
    ("引进", "planned"),
    ("新引进", "planned"),
    ("计划新上", "planned"),
    ("新上", "planned"),
    ("储备", "planned"),
    ("申报", "applied"),
    ("力促", "under-way"),
    ("确保", "under-way"),
    ("力争", "under-way"),
];

static BEFORE_WORDS: Words = Words::new(&firsts(&BEFORE));

/// The code of a word that is one of the pairs.
fn code(pairs: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    pairs.iter().find(|(known, _)| *known == word).map(|(_, code)| *code)
}

/// What follows 建设 and 改造 where these are the beginning of a name: 建设路.
const OF_A_NAME: [&str; 8] = ["路", "街", "大道", "村", "社区", "乡", "镇", "银行"];

/// The verb that begins a clause with what stands before it, in bytes, and the code of its last one. 配合市里积极推进 is all one.
pub(super) fn at_beginning(text: &str) -> Option<(usize, &'static str)> {
    let mut end = 0;
    let mut code = None;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let verb = BEFORE_WORDS.start_of(rest);
        let verb =
            verb.filter(|word| longest_prefix(rest.get(word.len()..).unwrap_or_default(), &OF_A_NAME) == 0);
        let adverb = ADVERBS.prefix(rest).max(BEFORE_NAMES.prefix(rest));
        match verb {
            Some(word) if word.len() >= adverb => {
                // 确保 says less than 建成 after it, and 建成 after 加快 is what is hastened.
                end += word.len();
                code = self::code(&BEFORE, word);
            }
            // 国家电投 is no 国家 that is helped.
            _ if longest_prefix(rest, &["国家", "上级", "省里", "市里"]) == adverb
                && adverb > 0
                && longest_suffix(text.get(..end).unwrap_or_default(), &["配合", "协调", "协助"]) == 0
                && longest_prefix(rest.get(adverb..).unwrap_or_default(), &["积极", "加快", "推进"]) == 0 =>
            {
                break;
            }
            _ if adverb > 0
                && longest_prefix(
                    rest.get(adverb..).unwrap_or_default(),
                    &["能源", "城", "型", "路", "区"],
                ) == 0 =>
            {
                end += adverb;
            }
            _ => break,
        }
    }
    code.map(|code| (end, code))
}

/// What ends the words after a verb and is no part of a name: 加快…建设进度.
pub(super) fn suffix(text: &str) -> usize {
    longest_suffix(
        text,
        &[
            "建设进度",
            "建设步伐",
            "建设任务",
            "改造任务",
            "规划建设",
            "前期工作",
            "建设",
            "进度",
            "步伐",
            "建设工作",
            "各项工作",
            "落地见效",
            "落地",
            "实施",
            "建设运营",
            "提速",
            "前期",
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_end_a_clause() {
        for (text, name, printed, code) in [
            ("康复中心主体完工", "康复中心", "主体完工", "main-structure-done"),
            ("白石大道已全线通车", "白石大道", "已全线通车", "in-use"),
            ("经三路基本建成", "经三路", "基本建成", "nearly-done"),
            ("双井水库顺利推进", "双井水库", "顺利推进", "under-way"),
            ("东湖名苑开工建设", "东湖名苑", "开工建设", "started"),
        ] {
            let (start, stage) = at_end(text).unwrap();
            assert_eq!((&text[..start], stage.printed.as_str(), stage.code), (name, printed, code));
        }
        assert_eq!(at_end("深化改革开放"), None);
        assert_eq!(at_end("经济平稳"), None);
    }

    #[test]
    fn verbs_begin_a_clause() {
        for (text, rest, code) in [
            ("配合市里积极推进南环路东移", "南环路东移", "under-way"),
            ("高质量、高标准完成甲小区", "甲小区", "done"),
            ("力促白石大道竣工通车", "白石大道竣工通车", "under-way"),
            ("加快新能源基地", "新能源基地", "under-way"),
            ("计划新上甲项目", "甲项目", "planned"),
        ] {
            let (end, read) = at_beginning(text).unwrap();
            assert_eq!((&text[end..], read), (rest, code));
        }
        assert_eq!(at_beginning("建设路小学顺利推进"), None);
    }
}
