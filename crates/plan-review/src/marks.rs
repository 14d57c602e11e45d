//! A paragraph in pieces, each with the rows that stand on it: spans may overlap, lie within each other, and be out of bounds.

use std::ops::Range;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// The rows whose span covers it: the one with the shortest span first.
    pub rows: Vec<usize>,
    /// Whether the span of the first of them begins here.
    pub is_start: bool,
}

/// The pieces of `words`, in order and without gaps. `spans` are bytes, each with the number of its row; `cuts` are further bytes that
/// no piece goes across. What lies within a character is moved out to its borders.
pub fn pieces(words: &str, spans: &[(Range<usize>, usize)], cuts: &[usize]) -> Vec<Piece> {
    let mut spans: Vec<(Range<usize>, usize)> = spans
        .iter()
        .filter(|(bytes, _)| bytes.start < bytes.end)
        .map(|(bytes, row)| (down(words, bytes.start)..up(words, bytes.end), *row))
        .filter(|(bytes, _)| bytes.start < bytes.end)
        .collect();
    spans.sort_by_key(|(bytes, row)| (bytes.start, bytes.end, *row));
    let mut borders: Vec<usize> = spans.iter().flat_map(|(bytes, _)| [bytes.start, bytes.end]).collect();
    borders.extend(cuts.iter().map(|cut| down(words, *cut)));
    borders.extend([0, words.len()]);
    borders.sort_unstable();
    borders.dedup();
    let mut to_come = spans.into_iter().peekable();
    let mut open: Vec<(Range<usize>, usize)> = Vec::new();
    let mut pieces = Vec::new();
    for bytes in borders.windows(2) {
        let [start, end] = *bytes else { continue };
        open.retain(|(span, _)| span.end > start);
        while let Some(span) = to_come.next_if(|(span, _)| span.start <= start) {
            open.push(span);
        }
        open.sort_by_key(|(span, row)| (span.len(), *row));
        pieces.push(Piece {
            bytes: start..end,
            rows: open.iter().map(|(_, row)| *row).collect(),
            is_start: open.first().is_some_and(|(span, _)| span.start == start),
        });
    }
    pieces
}

/// The border of a character at or before a byte.
fn down(words: &str, byte: usize) -> usize {
    let byte = byte.min(words.len());
    (0..=byte).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0)
}

/// The border of a character at or after a byte.
fn up(words: &str, byte: usize) -> usize {
    (byte..words.len()).find(|at| words.is_char_boundary(*at)).unwrap_or(words.len())
}

/// The byte at which that UTF-16 unit begins, in which browsers count.
pub fn byte_of(words: &str, unit: usize) -> usize {
    let mut units = 0;
    for (byte, character) in words.char_indices() {
        if units >= unit {
            return byte;
        }
        units += character.len_utf16();
    }
    words.len()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn told(words: &str, spans: &[(Range<usize>, usize)]) -> Vec<(String, Vec<usize>, bool)> {
        let pieces = pieces(words, spans, &[]);
        pieces.into_iter().map(|piece| (words[piece.bytes].to_owned(), piece.rows, piece.is_start)).collect()
    }

    fn piece(text: &str, rows: &[usize], is_start: bool) -> (String, Vec<usize>, bool) {
        (text.to_owned(), rows.to_vec(), is_start)
    }

    #[test]
    fn spans_within_spans_and_across_each_other() {
        assert_eq!(told("增长7%", &[]), [piece("增长7%", &[], false)]);
        assert_eq!(told("", &[(0..3, 1)]), []);
        assert_eq!(told("增长7%", &[(6..8, 4)]), [piece("增长", &[], false), piece("7%", &[4], true)]);
        assert_eq!(
            told("增长7%以上", &[(0..14, 1), (6..8, 2)]),
            [piece("增长", &[1], true), piece("7%", &[2, 1], true), piece("以上", &[1], false)]
        );
        assert_eq!(
            told("abcd", &[(0..3, 1), (1..4, 2)]),
            [piece("a", &[1], true), piece("bc", &[1, 2], false), piece("d", &[2], false)]
        );
        // The same words twice, and what is out of bounds or within a character.
        assert_eq!(told("ab", &[(0..2, 5), (0..2, 3)]), [piece("ab", &[3, 5], true)]);
        assert_eq!(
            told("增a", &[(1..2, 0), (9..12, 1), (Range { start: 4, end: 2 }, 2)]),
            [piece("增", &[0], true), piece("a", &[], false)]
        );
    }

    #[test]
    fn no_piece_goes_across_a_cut() {
        let pieces = pieces("一是。二是", &[(3..12, 0)], &[9, 10, 99]);
        let bytes: Vec<Range<usize>> = pieces.into_iter().map(|piece| piece.bytes).collect();
        assert_eq!(bytes, [0..3, 3..9, 9..12, 12..15]);
    }

    #[test]
    fn browsers_count_in_units_of_their_own() {
        let words = "增𠮷a";
        let bytes: Vec<usize> = (0..6).map(|unit| byte_of(words, unit)).collect();
        assert_eq!(bytes, [0, 3, 7, 7, 8, 8]);
    }

    proptest! {
        #[test]
        fn pieces_are_the_paragraph_and_cover_each_span(
            words in "[a增𠮷%]{0,12}",
            spans in proptest::collection::vec((0_usize..60, 0_usize..60), 0..8),
            cuts in proptest::collection::vec(0_usize..60, 0..3),
        ) {
            let spans: Vec<(Range<usize>, usize)> =
                spans.into_iter().zip(0..).map(|((start, end), row)| (start..end, row)).collect();
            let pieces = pieces(&words, &spans, &cuts);
            let whole: String = pieces.iter().map(|piece| words.get(piece.bytes.clone()).unwrap()).collect();
            prop_assert_eq!(&whole, &words);
            for piece in &pieces {
                prop_assert!(!piece.bytes.is_empty());
                for (bytes, row) in &spans {
                    let is_within = bytes.start < bytes.end
                        && bytes.start <= piece.bytes.start.max(up(&words, bytes.start))
                        && bytes.start < piece.bytes.end
                        && piece.bytes.start < bytes.end.min(words.len());
                    prop_assert_eq!(piece.rows.contains(row), is_within, "{:?} {:?}", piece, bytes);
                }
            }
        }
    }
}
