//! A PDF with text, as lines of print and ruled tables, a page after another. Pictures of text are told from text, and so are fonts
//! that do not say what their glyphs mean.

mod budget;
mod font;
mod lines;
mod names;
mod page;
mod ruled;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use plan_data::{Said, said};
use plan_import::{Block, Document, Line};

use budget::Budget;
use page::{Drawn, Fonts};

/// A page is a picture where one covers so much of it and it has fewer characters than [`FEWEST`].
const PICTURE: f64 = 0.4;
const FEWEST: usize = 12;

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Said> {
    let mut budget = Budget::new();
    budget.check_objects(bytes)?;
    let start = budget::find(bytes, b"%PDF-", 0).unwrap_or(0);
    let pdf = Pdf::new(bytes.get(start..).unwrap_or_default().to_vec()).map_err(refused)?;
    let mut fonts = Fonts::new();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        budget.step(1000)?;
        pages.push(Page::of(page::drawn(page, &mut fonts, &mut budget)?));
    }
    check(&pages)?;
    let margin = margin(&pages);
    let mut blocks = Vec::new();
    for (at, page) in pages.into_iter().enumerate() {
        if at > 0 {
            blocks.push(Block::PageBreak);
        }
        page.add_to(&mut blocks, margin);
    }
    Ok(Document { blocks })
}

/// What a page says.
struct Page {
    /// Lines and tables with their places from above, in their order.
    parts: Vec<Part>,
    characters: usize,
    /// Of those, the ones that no font says.
    unknown: usize,
    picture: f64,
}

enum Part {
    Line { base: f64, left: f64, size: f64, text: String },
    Table { top: f64, rows: Vec<Vec<String>> },
}

impl Part {
    fn place(&self) -> f64 {
        match self {
            Self::Line { base, size, .. } => base - size,
            Self::Table { top, .. } => *top,
        }
    }
}

impl Page {
    fn of(mut drawn: Drawn) -> Self {
        let all = || drawn.glyphs.iter().flatten().map(|glyph| glyph.character);
        let characters = all().filter(|character| !character.is_whitespace()).count();
        let unknown =
            all().filter(|character| matches!(character, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}')).count();
        let mut directions: Vec<usize> = (0..page::DIRECTIONS).collect();
        directions
            .sort_by_key(|direction| std::cmp::Reverse(drawn.glyphs.get(*direction).map_or(0, Vec::len)));
        let mut parts = Vec::new();
        for (order, direction) in directions.into_iter().enumerate() {
            let mut glyphs = drawn.glyphs.get_mut(direction).map(std::mem::take).unwrap_or_default();
            if glyphs.is_empty() {
                break;
            }
            let mut own = Vec::new();
            // Rules belong to the text that most of the page is.
            if order == 0 {
                let tables = ruled::tables(&drawn.rules(direction), &mut glyphs);
                own.extend(tables.into_iter().map(|table| Part::Table { top: table.top, rows: table.rows }));
            }
            own.extend(lines::lines(glyphs).into_iter().map(|line| Part::Line {
                base: line.base,
                left: line.left,
                size: line.size,
                text: line.text(),
            }));
            own.sort_by(|one, other| one.place().total_cmp(&other.place()));
            parts.append(&mut own);
        }
        Self { parts, characters, unknown, picture: drawn.picture }
    }

    fn is_picture(&self) -> bool {
        self.picture >= PICTURE && self.characters < FEWEST
    }

    fn add_to(self, blocks: &mut Vec<Block>, margin: f64) {
        let is_picture = self.is_picture();
        for part in self.parts {
            blocks.push(match part {
                Part::Table { rows, .. } => Block::Table(rows),
                Part::Line { left, size, text, .. } => {
                    let indent = (left - margin) / size;
                    let indent = if indent >= 0.8 { lines::spaces(indent) } else { 0 };
                    Block::Line(Line::printed("　".repeat(indent) + &text))
                }
            });
        }
        if is_picture {
            // Among pages with text this one would be missed without a word.
            blocks.push(Block::Line(Line::whole("［此页为图片，未读取］")));
        }
    }
}

/// Where lines begin that are not indented: the leftmost place where a tenth of all lines begin.
fn margin(pages: &[Page]) -> f64 {
    let mut lefts: Vec<f64> = pages
        .iter()
        .flat_map(|page| &page.parts)
        .filter_map(|part| match part {
            Part::Line { left, .. } => Some(*left),
            Part::Table { .. } => None,
        })
        .collect();
    lefts.sort_by(f64::total_cmp);
    let least = (lefts.len() / 10).max(2);
    let (mut from, mut to) = (0, 0);
    while let Some(first) = lefts.get(from) {
        while lefts.get(to).is_some_and(|left| left - first <= 2.0) {
            to += 1;
        }
        if to - from >= least {
            return *first;
        }
        from += 1;
    }
    lefts.first().copied().unwrap_or(0.0)
}

/// Refuses a file without text that can be read.
fn check(pages: &[Page]) -> Result<(), Said> {
    let characters: usize = pages.iter().map(|page| page.characters).sum();
    let unknown: usize = pages.iter().map(|page| page.unknown).sum();
    if pages.is_empty() {
        return Err(damaged());
    }
    let pictures = pages.iter().filter(|page| page.is_picture()).count();
    if pictures > 0 && (pictures * 5 >= pages.len() * 4 || characters < pages.len() * 8) {
        return Err(said!(
            "扫描的PDF：页面是图片，没有文字。请用带文字识别（OCR）的程序（如WPS“PDF转Word”）转换，或向发布单位索取Word文件",
            "a scanned PDF: its pages are pictures, without text. Convert it with a program that recognises text (OCR, such as “PDF to Word” of WPS), or ask the office for the Word file"
        ));
    }
    if characters == 0 {
        return Err(said!(
            "没有文字的PDF：文字可能已转为曲线。请用带文字识别（OCR）的程序转换，或向发布单位索取Word文件",
            "a PDF without text: it may have been turned into curves. Convert it with a program that recognises text (OCR), or ask the office for the Word file"
        ));
    }
    if unknown * 2 > characters {
        return Err(said!(
            "文字无法识别的PDF：字体没有注明各字是什么。请用带文字识别（OCR）的程序转换，或向发布单位索取Word文件",
            "a PDF whose text cannot be made out: its fonts do not say which characters they have. Convert it with a program that recognises text (OCR), or ask the office for the Word file"
        ));
    }
    Ok(())
}

fn damaged() -> Said {
    said!(
        "损坏的PDF：可能没有下载完整，请重新下载",
        "a damaged PDF: it may not have been downloaded whole; download it again"
    )
}

fn refused(error: LoadPdfError) -> Said {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => said!(
            "有密码的PDF：请取消密码后另存",
            "a PDF that a password locks: take the password off and save it"
        ),
        LoadPdfError::Decryption(_) => said!(
            "加密方式不支持的PDF：请用PDF阅读器打开，打印为新的PDF",
            "a PDF that is encrypted in a way that is not known: open it in a reader and print it to a new PDF"
        ),
        LoadPdfError::Invalid => damaged(),
    }
}
