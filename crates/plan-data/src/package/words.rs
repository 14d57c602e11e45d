//! The Chinese for the words that columns choose from: a clerk writes 增长 for `growth`.

/// Each word that a column may hold, and what it may be called.
const CHINESE: [(&str, &str); 41] = [
    ("growth", "增长"),
    ("share", "比重"),
    ("level", "水平"),
    ("count", "数量"),
    ("higher", "越高越好"),
    ("lower", "越低越好"),
    ("neutral", "不分高低"),
    ("amount", "数额"),
    ("improvement", "向好的下降"),
    ("change", "增减量"),
    ("rate", "比率"),
    ("completion", "完成率"),
    ("actual", "完成"),
    ("target", "目标"),
    ("planned", "计划"),
    ("stock", "存量"),
    ("part-of", "其中"),
    ("growth-of", "增速"),
    ("completion-of", "完成率"),
    ("for", "用于"),
    ("composition", "构成"),
    ("of-share", "所占数额"),
    ("growth-of-whole", "总量增速"),
    ("counts", "计数"),
    ("funding-received", "到位资金"),
    ("funding-sought", "争取资金"),
    ("funding-enterprises", "企业资金"),
    ("problem", "问题"),
    ("honour", "荣誉"),
    ("measure", "措施"),
    ("named", "提到的单位"),
    ("document", "文件"),
    ("side", "一侧"),
    ("both-sides", "两侧"),
    ("beyond", "以外"),
    ("at", "位于"),
    ("near", "附近"),
    ("crossing", "交叉口"),
    ("along", "沿线"),
    ("within", "以内"),
    ("border", "交界"),
];

/// What a word may be called.
pub(super) fn chinese(word: &str) -> Option<&'static str> {
    CHINESE.iter().find(|(known, _)| *known == word).map(|(_, chinese)| *chinese)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{Direction, FigureKind, Kind, LocationKind, Nature, RelationKind, RemarkKind, Topic};

    fn of<T>(words: &[(&'static str, T)]) -> Vec<&'static str> {
        words.iter().map(|(word, _)| *word).collect()
    }

    #[test]
    fn both_guides_list_the_words_of_the_commonest_columns() {
        for (guide, heading, between) in [
            (include_str!("../../../../docs/data.zh.md"), "## 编码词", "、"),
            (include_str!("../../../../docs/data.en.md"), "## Words to choose from", ", "),
        ] {
            let (_, part) = guide.split_once(heading).unwrap();
            let part = part.split("\n## ").next().unwrap().replace('\n', " ");
            for words in [of(&Kind::ALL), of(Direction::ALL), of(FigureKind::ALL), of(Nature::ALL)] {
                for word in words {
                    let chinese = chinese(word).unwrap();
                    assert!(part.contains(chinese), "{chinese} in {part}");
                }
            }
            let kinds = ["数量", "数额", "增长", "向好的下降", "增减量", "比重", "比率", "完成率"];
            assert!(part.contains(&kinds.join(between)), "{part}");
        }
    }

    #[test]
    fn every_word_has_chinese_of_its_own() {
        for words in [
            of(&Kind::ALL),
            of(Direction::ALL),
            of(FigureKind::ALL),
            of(Nature::ALL),
            of(RelationKind::ALL),
            of(Topic::ALL),
            of(LocationKind::ALL),
            of(RemarkKind::ALL),
        ] {
            let chinese: BTreeSet<&str> =
                words.iter().map(|word| chinese(word).unwrap_or_else(|| panic!("{word}"))).collect();
            assert_eq!(chinese.len(), words.len(), "{chinese:?}");
        }
    }
}
