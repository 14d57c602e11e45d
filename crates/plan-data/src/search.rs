//! Text search: which records hold all words of a query, and where, so that matches can be marked.
//! Case and full or half width make no difference.

use std::ops::Range;

/// A query taken apart into its words, without regard to case and width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Vec<char>>,
}

impl Query {
    /// The words of `text`, which white space (also the ideographic space) separates.
    pub fn new(text: &str) -> Self {
        Self { words: text.split_whitespace().map(|word| word.chars().map(fold).collect()).collect() }
    }

    /// True where there is nothing to look for: everything matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word stands in at least one of the texts.
    pub fn matches(&self, texts: &[&str]) -> bool {
        let folded: Vec<Vec<char>> = texts.iter().map(|text| text.chars().map(fold).collect()).collect();
        self.words
            .iter()
            .all(|word| folded.iter().any(|text| text.windows(word.len()).any(|window| window == word)))
    }
}

/// Where the query's words stand in `text`: byte ranges in order, overlapping and touching ones joined.
pub fn find(query: &Query, text: &str) -> Vec<Range<usize>> {
    let (starts, folded): (Vec<usize>, Vec<char>) =
        text.char_indices().map(|(start, character)| (start, fold(character))).unzip();
    let byte_at = |index: usize| starts.get(index).copied().unwrap_or(text.len());
    let mut found: Vec<Range<usize>> = query
        .words
        .iter()
        .flat_map(|word| {
            folded
                .windows(word.len())
                .enumerate()
                .filter(move |(_, window)| window == word)
                .map(|(index, window)| byte_at(index)..byte_at(index + window.len()))
        })
        .collect();
    found.sort_by_key(|range| (range.start, range.end));
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
fn fold(character: char) -> char {
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
    fn case_and_width_make_no_difference() {
        let texts = ["S103 郑浙线", "（新能源）"];
        for query in ["s103", "Ｓ１０３", "(新能源)", "（新"] {
            assert!(Query::new(query).matches(&texts), "{query:?}");
        }
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
