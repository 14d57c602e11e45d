//! Lines that are rows of tables, and parts of tables on several pages as one.

use crate::structure::Piece;

/// Pieces with the runs of lines that are tables as tables: with the lines above that are their titles and those below that are their notes.
pub(crate) fn tables(pieces: Vec<Piece>) -> Vec<Piece> {
    pieces
}
