//! Lines that are rows of tables, and parts of tables on several pages as one.

mod aligned;
mod around;
mod bars;
mod cells;
mod stacked;

use crate::structure::Piece;

/// Pieces with the runs of lines that are tables as tables: with the lines above that are their titles and those below that are their notes.
/// Lines that are in no table stay as they are.
pub(crate) fn tables(pieces: Vec<Piece>) -> Vec<Piece> {
    around::gathered(stacked::parts(aligned::parts(bars::parts(pieces))))
}

/// The line of a piece.
fn text(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Line(line) => Some(&line.text),
        Piece::Table(_) => None,
    }
}

#[cfg(test)]
mod tests;
