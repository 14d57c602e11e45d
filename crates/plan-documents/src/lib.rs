//! The bytes of a file, as a document that `plan-import` reads: Word, PDF with text, Excel; anything else is taken for text. Which kind
//! a file is, its bytes say; its name is not asked. Every file ends in a document or in words about what is wrong and what to do.
//!
//! - Word over `zip` and `roxmltree`, which the workspace has: `docx-rs` is made to write files, and renders no automatic numbers.
//! - PDF over `hayro-syntax` and `hayro-cmap`, kept and without dependencies: columns of tables need the place of each word, which readers
//!   that return text (`pdf-extract`) do not tell.

mod archive;
mod docx;
mod kind;
mod pdf;
mod symbol;
mod workbook;
mod xml;

use plan_data::Said;
use plan_import::Document;

use archive::Archive;
use kind::Kind;

/// Reads a file. Its name is only said in errors.
///
/// # Errors
/// A file of another kind, damaged, locked by a password, too large, or without a text: what it is, and how to get one that can be read.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Said> {
    let read = || match Kind::of(bytes) {
        Kind::Zip => zipped(bytes),
        Kind::Pdf => pdf::read(bytes),
        Kind::Text => plan_import::document(bytes).map_err(|error| error.0),
        other => Err(other.refusal()),
    };
    read().map_err(|error| Said { zh: format!("{name}：{}", error.zh), en: format!("{name}: {}", error.en) })
}

fn zipped(bytes: &[u8]) -> Result<Document, Said> {
    let mut archive = Archive::open(bytes).ok_or_else(|| Kind::DamagedZip.refusal())?;
    if let Some(main) = docx::main_part(&mut archive) {
        return docx::read(&mut archive, &main);
    }
    if archive.has("xl/workbook.xml") {
        return workbook::read(bytes, &mut archive);
    }
    Err(Kind::of_parts(&archive.names()).refusal())
}
