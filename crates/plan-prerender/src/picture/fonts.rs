//! The fonts of the machine, and what becomes of text where they lack something.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Stretch, Style};
use resvg::usvg::{self, FontResolver, Options, Tree};

/// The fonts that text is drawn with.
#[derive(Clone)]
pub struct Fonts(Arc<Database>);

/// Why text cannot be drawn.
pub(super) enum NotSet {
    /// There are no fonts.
    NoFonts,
    /// No font has these characters.
    Missing(String),
    /// It is no drawing.
    NoDrawing(usvg::Error),
}

impl Fonts {
    /// Those that are installed.
    pub fn of_machine() -> Self {
        let mut database = Database::new();
        database.load_system_fonts();
        Self(Arc::new(database))
    }

    /// None at all.
    #[cfg(test)]
    pub(super) fn none() -> Self {
        Self(Arc::new(Database::new()))
    }

    /// A drawing with its text set. A character that no font has is an error, not a box.
    pub(super) fn set(&self, svg: &str) -> Result<Tree, NotSet> {
        if self.0.is_empty() {
            return Err(NotSet::NoFonts);
        }
        let missing = Mutex::new(BTreeSet::new());
        let (select, fall_back) =
            (FontResolver::default_font_selector(), FontResolver::default_fallback_selector());
        let font_resolver = FontResolver {
            // Where none of the families is there, one that looks most like them; what it lacks is found character by
            // character.
            select_font: Box::new(|font, database| {
                select(font, database).or_else(|| nearest(database, font.weight()))
            }),
            select_fallback: Box::new(|character, used, database| {
                let found = fall_back(character, used, database);
                if found.is_none() {
                    missing.lock().unwrap_or_else(PoisonError::into_inner).insert(character);
                }
                found
            }),
        };
        let options = Options { fontdb: self.0.clone(), font_resolver, ..Options::default() };
        let tree = Tree::from_str(svg, &options).map_err(NotSet::NoDrawing)?;
        drop(options);
        let missing = missing.into_inner().unwrap_or_else(PoisonError::into_inner);
        if missing.is_empty() { Ok(tree) } else { Err(NotSet::Missing(String::from_iter(missing))) }
    }
}

/// The upright sans-serif font whose strokes are nearest to that weight, or else any.
fn nearest(database: &Database, weight: u16) -> Option<ID> {
    let unlike = |face: &&FaceInfo| {
        let is_like = face.style == Style::Normal
            && face.stretch == Stretch::Normal
            && !face.monospaced
            && face.post_script_name.contains("Sans");
        (!is_like, face.weight.0.abs_diff(weight))
    };
    database.faces().min_by_key(unlike).map(|face| face.id)
}
