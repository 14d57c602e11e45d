//! Text search: which records hold all words of a query, and where, so that matches can be marked.
//! Case and full or half width make no difference; with a table of readings, letters find the characters that they spell.

use std::ops::Range;
use std::rc::Rc;

use crate::Pinyin;
use crate::pinyin::Spelling;

/// A query taken apart into its words, without regard to case and width.
#[derive(Clone, Debug, Default)]
pub struct Query {
    words: Rc<[Spelling]>,
    pinyin: Rc<Pinyin>,
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        let words = self.words.iter().map(Spelling::word);
        // How a query without words is spelled makes no difference.
        let is_spelled_alike = self.is_empty() || Rc::ptr_eq(&self.pinyin, &other.pinyin);
        is_spelled_alike && words.eq(other.words.iter().map(Spelling::word))
    }
}

impl Query {
    /// The words of `text`, which white space (also the ideographic space) separates; of each its first 120 characters.
    /// Apostrophes, which part syllables in pinyin, are left out.
    pub fn new(text: &str) -> Self {
        let word =
            |word: &str| word.chars().filter(|c| !matches!(c, '\'' | '’')).map(fold).collect::<Vec<char>>();
        let words = text.split_whitespace().map(word).filter(|word| !word.is_empty());
        let pinyin = Rc::default();
        Self { words: words.map(|word| Spelling::new(word, &pinyin)).collect(), pinyin }
    }

    /// The same, which also finds characters that its letters spell by this table, or that it has in their traditional form.
    #[must_use]
    pub fn spelling(self, pinyin: Rc<Pinyin>) -> Self {
        let word = |word: &Spelling| word.word().iter().map(|character| pinyin.form(*character)).collect();
        let words = self.words.iter().map(|one| Spelling::new(word(one), &pinyin)).collect();
        Self { words, pinyin }
    }

    /// True where there is nothing to look for: everything matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word stands in at least one of the texts.
    pub fn matches(&self, texts: &[&str]) -> bool {
        let stands = |word: &Spelling| texts.iter().any(|text| word.stands_in(text.chars().map(fold)));
        self.words.iter().all(stands)
    }

    /// The words, prepared.
    pub(crate) fn words(&self) -> &[Spelling] {
        &self.words
    }

    /// The table that letters spell by.
    pub(crate) fn pinyin(&self) -> &Rc<Pinyin> {
        &self.pinyin
    }
}

/// Where the query's words stand in `text`: byte ranges in order, overlapping and touching ones joined.
pub fn find(query: &Query, text: &str) -> Vec<Range<usize>> {
    let (starts, folded): (Vec<usize>, Vec<char>) =
        text.char_indices().map(|(start, character)| (start, fold(character))).unzip();
    let byte_at = |index: usize| starts.get(index).copied().unwrap_or(text.len());
    let place = |word: &Spelling, start: usize| {
        let length = word.length(folded.get(start..)?)?;
        Some(byte_at(start)..byte_at(start + length))
    };
    let mut found: Vec<Range<usize>> = query
        .words
        .iter()
        .flat_map(|word| (0..folded.len()).filter_map(move |start| place(word, start)))
        .collect();
    plan_lean::sort_by_key(&mut found, |range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in found {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// One character for one character: full-width ASCII becomes half width, capitals become small.
pub(crate) fn fold(character: char) -> char {
    let half_width = match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        other => other,
    };
    half_width.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_stand_somewhere() {
        let texts = ["魏寨区域收储项目", "北环路以南魏寨村"];
        for query in ["", " ", "魏寨", "北环路 魏寨", "收储　北环路"] {
            assert!(Query::new(query).matches(&texts), "{query:?}");
        }
        for query in ["魏寨 平安大道", "目北环"] {
            assert!(!Query::new(query).matches(&texts), "{query:?}");
        }
    }

    #[test]
    fn queries_without_words_are_equal_however_they_are_spelled() {
        let spelled = |text: &str| Query::new(text).spelling(Rc::new(Pinyin::parse("")));
        assert_eq!(Query::default(), spelled(" "));
        assert_ne!(Query::new("s103"), spelled("s103"));
        assert_ne!(Query::default(), Query::new("s103"));
    }

    #[test]
    fn case_and_width_make_no_difference() {
        let texts = ["S103 郑浙线", "（新能源）"];
        for query in ["s103", "Ｓ１０３", "(新能源)", "（新"] {
            assert!(Query::new(query).matches(&texts), "{query:?}");
        }
    }

    #[test]
    fn letters_find_and_mark_the_characters_that_they_spell() {
        let readings = "魏寨村吴".chars().zip(["wei", "zhai", "cun", "wu"]);
        let pinyin = Rc::new(Pinyin::parse(&Pinyin::write(readings, [])));
        let marked = |query: &str| -> Vec<&str> {
            let query = Query::new(query).spelling(pinyin.clone());
            find(&query, "S103 魏寨村、吴寨").into_iter().map(|range| &"S103 魏寨村、吴寨"[range]).collect()
        };
        assert_eq!(marked("wzc"), ["魏寨村"]);
        assert_eq!(marked("WeiZhai"), ["魏寨"]);
        assert_eq!(marked("wei'zhai s1"), ["S1", "魏寨"]);
        assert_eq!(marked("wz"), ["魏寨", "吴寨"]);
        assert!(marked("wzz").is_empty());
        assert!(!Query::new("wzc").matches(&["魏寨村"]), "without a table letters are letters");
    }

    #[test]
    fn traditional_characters_find_and_mark_those_of_the_report() {
        let table = Pinyin::write([('图', "tu"), ('书', "shu")], [('書', '书'), ('圖', '图'), ('图', '图')]);
        let query = |text: &str| Query::new(text).spelling(Rc::new(Pinyin::parse(&table)));
        let text = "智慧图书馆";
        for typed in ["圖書", "图書", "tu書", "图书"] {
            let marked: Vec<&str> = find(&query(typed), text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(marked, ["图书"], "{typed}");
        }
        assert!(!query("圖館").matches(&[text]), "one that the table does not have");
    }

    #[test]
    fn matches_are_byte_ranges_in_order_and_joined() {
        let text = "魏寨村、吴寨村";
        let marked = |query: &str| -> Vec<&str> {
            find(&Query::new(query), text).into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(marked("寨"), ["寨", "寨"]);
        assert_eq!(marked("寨村 魏寨"), ["魏寨村", "寨村"]);
        assert_eq!(marked("、吴 村"), ["村、吴", "村"]);
        assert!(marked("王").is_empty());
        assert!(marked("").is_empty());
    }
}
