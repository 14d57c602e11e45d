//! How wide text is, from a table: in the browser asking the page would force a layout, and a page rendered
//! elsewhere must come out the same.

/// Widths of the characters from space to ~ in thousandths of the font size. Measured once from Liberation Sans,
/// whose metrics are those of Arial and Helvetica; digits are alike wide in all of them.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Width in thousandths of the font size.
fn advance(character: char) -> u16 {
    let code = u32::from(character);
    match character {
        ' '..='~' => {
            usize::try_from(code - 0x20).ok().and_then(|index| ASCII.get(index).copied()).unwrap_or(1000)
        }
        // Thin spaces, and the dashes and quotes that Chinese fonts draw narrow.
        '\u{2009}' | '\u{200A}' | '\u{202F}' => 200,
        '\u{00A0}' => 278,
        _ if joins(character) => 0,
        '−' | '–' | '·' | '’' | '‘' => 584,
        // Latin letters with accents and the like; everything else is taken to fill its square, as Chinese does.
        '\u{00A1}'..='\u{024F}' => 600,
        _ => 1000,
    }
}

/// How much wider than in [`ASCII`] the letters of other fonts that readers have may be.
const SLACK: f64 = 1.1;

/// Width of `text` in pixels when set at `size` pixels: at least what it takes in the usual fonts.
pub fn text_width(text: &str, size: f64) -> f64 {
    let ems = |character: char| {
        let slack = if is_wide(character) { 1.0 } else { SLACK };
        f64::from(advance(character)) * slack / 1000.0
    };
    text.chars().map(ems).sum::<f64>() * size
}

/// What sums of widths may differ by when they are added in another order.
const ROUNDING: f64 = 1e-6;

/// Breaks `text` into lines of at most `width` pixels at `size` pixels: between words, and between any two Chinese
/// characters but not before a closing mark. A single word that is too wide is broken where the line ends.
pub fn wrap(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut filled = 0.0;
    let width = width + ROUNDING;
    for piece in pieces(text) {
        let word = piece.trim_end();
        // Spaces begin no line.
        if word.is_empty() && line.is_empty() {
            continue;
        }
        let needed = text_width(word, size);
        if !line.is_empty() && !word.is_empty() && filled + needed > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            filled = 0.0;
        }
        if needed <= width {
            line.push_str(piece);
            filled += text_width(piece, size);
            continue;
        }
        for character in word.chars() {
            let needed = text_width(character.encode_utf8(&mut [0; 4]), size);
            if !line.is_empty() && filled + needed > width {
                lines.push(std::mem::take(&mut line));
                filled = 0.0;
            }
            line.push(character);
            filled += needed;
        }
        let spaces = piece.get(word.len()..).unwrap_or_default();
        line.push_str(spaces);
        filled += text_width(spaces, size);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The parts between which a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, character) in text.char_indices() {
        if let Some(before) = before
            && may_break(before, character)
            && let Some(piece) = text.get(start..at)
        {
            pieces.push(piece);
            start = at;
        }
        before = Some(character);
    }
    pieces.extend(text.get(start..));
    pieces
}

fn may_break(before: char, after: char) -> bool {
    // Not as texts that contain a character: they would be searched by an algorithm for long ones.
    let closes = matches!(after, '，' | '。' | '、' | '；' | '：' | '）' | '》' | '”' | '’' | '%');
    let opens = matches!(before, '（' | '《' | '“' | '‘');
    if closes || opens || joins(after) || before == '\u{200D}' {
        return false;
    }
    before == ' ' || (after != ' ' && (is_wide(before) || is_wide(after)))
}

/// Whether a character is drawn onto the one before: accents, the joiner of emoji, their colours of skin.
fn joins(character: char) -> bool {
    matches!(
        character,
        '\u{0300}'..='\u{036F}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}'
    )
}

fn is_wide(character: char) -> bool {
    u32::from(character) >= 0x2E80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_fills_squares_and_digits_are_alike_wide() {
        assert!((text_width("增长", 10.0) - 20.0).abs() < 1e-9);
        assert!((text_width("111", 10.0) - text_width("808", 10.0)).abs() < 1e-9);
    }

    #[test]
    fn lines_fit_and_lose_nothing() {
        let name = "城市集中式饮用水源取水水质达标率";
        let lines = wrap(name, 100.0, 14.0);
        assert_eq!(lines.concat(), name);
        assert!(lines.len() > 1 && lines.iter().all(|line| text_width(line, 14.0) <= 100.0));
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        let word = "Donaudampfschifffahrtsgesellschaft";
        let lines = wrap(&format!("a {word} b"), 60.0, 14.0);
        assert_eq!(lines.concat().replace(' ', ""), format!("a{word}b"));
        assert!(lines.iter().all(|line| text_width(line, 14.0) <= 60.0), "{lines:?}");
    }

    #[test]
    fn what_is_drawn_as_one_stays_on_one_line() {
        let family = "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{1F3FD}";
        assert_eq!(wrap(&family.repeat(3), 45.0, 14.0), [family; 3]);
        assert_eq!(wrap("cafe\u{301}", 33.0, 14.0), ["cafe\u{301}"]);
    }

    #[test]
    fn spaces_make_no_line_of_their_own() {
        let word = "x".repeat(10);
        let width = text_width(&word, 14.0);
        assert_eq!(wrap(&format!("  {word}{word}  {word} "), width, 14.0), [word.as_str(); 3]);
    }

    #[test]
    fn words_stay_whole_and_marks_stay_with_their_word() {
        assert_eq!(
            wrap("Growth of fixed-asset investment", 110.0, 14.0),
            ["Growth of", "fixed-asset", "investment"]
        );
        assert_eq!(wrap("细颗粒物（PM2.5）年均", 75.0, 14.0), ["细颗粒物", "（PM2.5）", "年均"]);
    }
}
