//! A paragraph cut into the words that the data cites and those between: no two marks overlap.

use std::ops::Range;

use plan_data::against::{Found, Words};

/// Some words of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// Their bytes in the paragraph.
    pub at: Range<usize>,
    /// What of the data they are.
    pub is: Option<&'a Found<'a>>,
    /// What else of the data they overlap with, which is not marked itself.
    pub also: Vec<&'a Found<'a>>,
}

/// Cuts a paragraph of `length` bytes. Where two overlap, a number goes before a heading, that before a name, that before a state.
pub(super) fn pieces<'a>(length: usize, found: &[&'a Found<'a>]) -> Vec<Piece<'a>> {
    let mut by_rank: Vec<&Found<'_>> = found
        .iter()
        .copied()
        .filter(|found| !matches!(found.words, Words::Stated | Words::Omission))
        .collect();
    by_rank.sort_by_key(|found| (found.words, found.at.start));
    let mut marked: Vec<Piece<'a>> = Vec::new();
    for found in by_rank {
        let overlaps =
            |piece: &&mut Piece<'_>| piece.at.start < found.at.end && found.at.start < piece.at.end;
        match marked.iter_mut().find(overlaps) {
            Some(piece) => piece.also.push(found),
            None => marked.push(Piece { at: found.at.clone(), is: Some(found), also: Vec::new() }),
        }
    }
    marked.sort_by_key(|piece| piece.at.start);
    let mut pieces = Vec::new();
    let mut end = 0;
    let between = |at: Range<usize>| (!at.is_empty()).then(|| Piece { at, is: None, also: Vec::new() });
    for piece in marked {
        pieces.extend(between(end..piece.at.start));
        end = piece.at.end;
        pieces.push(piece);
    }
    pieces.extend(between(end..length));
    pieces
}

#[cfg(test)]
mod tests {
    use plan_data::Place;

    use super::*;

    fn found(words: Words, id: &'static str, at: Range<usize>) -> Found<'static> {
        Found { words, id, place: Place { section: "1".to_owned(), paragraph: 1 }, at }
    }

    #[test]
    fn what_overlaps_a_number_is_kept_beside_it() {
        let all = [
            found(Words::Stage, "p1", 0..9),
            found(Words::Figure, "f2", 12..15),
            found(Words::Figure, "f1", 3..6),
            found(Words::Stated, "", 0..20),
        ];
        let pieces = pieces(20, &all.iter().collect::<Vec<_>>());
        let told: Vec<(Range<usize>, &str, usize)> = pieces
            .iter()
            .map(|piece| (piece.at.clone(), piece.is.map_or("", |found| found.id), piece.also.len()))
            .collect();
        assert_eq!(
            told,
            [(0..3, "", 0), (3..6, "f1", 1), (6..12, "", 0), (12..15, "f2", 0), (15..20, "", 0)]
        );
    }

    #[test]
    fn a_paragraph_without_marks_is_one_piece_and_an_empty_one_none() {
        assert_eq!(pieces(4, &[]).len(), 1);
        assert_eq!(pieces(0, &[]).len(), 0);
    }
}
