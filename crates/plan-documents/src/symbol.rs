//! Signs that fonts of symbols have at codes of their own, and numbers in circles.

/// A character as it is shown: those of fonts of symbols (Wingdings, Symbol) as the usual sign of their shape, a bullet where there is none.
pub(crate) fn shown(character: char, font: &str) -> char {
    let code = u32::from(character);
    // Word writes them as F020 to F0FF.
    if !(0xF020..=0xF0FF).contains(&code) {
        return character;
    }
    if font.eq_ignore_ascii_case("symbol") {
        return match code {
            0xF0A3 => '≤',
            0xF0B3 => '≥',
            0xF0B1 => '±',
            0xF0B4 => '×',
            0xF0B0 => '°',
            0xF02D => '−',
            0xF06D => 'μ',
            0xF0A2 => '′',
            0xF0B2 => '″',
            0xF0BB => '≈',
            0xF020..=0xF03F => char::from_u32(code - 0xF000).unwrap_or('•'),
            _ => '•',
        };
    }
    match code {
        0xF06C | 0xF09F => '●',
        0xF06E => '■',
        0xF06F | 0xF0A8 => '□',
        0xF06D | 0xF0A1 => '○',
        0xF075 | 0xF077 => '◆',
        0xF076 => '❖',
        0xF0A7 => '▪',
        0xF0D8 => '➢',
        0xF0E0 | 0xF0E8 => '→',
        0xF0FC => '✔',
        0xF0FE => '☑',
        0xF0AB => '★',
        0xF0B6 => '☆',
        0xF081..=0xF08A => char::from_u32(code - 0xF081 + 0x2460).unwrap_or('•'),
        0xF08C..=0xF095 => char::from_u32(code - 0xF08C + 0x2776).unwrap_or('•'),
        0xF020 => ' ',
        _ => '•',
    }
}

/// A number in a circle; digits above fifty.
pub(crate) fn circled(number: u32) -> String {
    let code = match number {
        0 => Some(0x24EA),
        1..=20 => Some(0x2460 + number - 1),
        21..=35 => Some(0x3251 + number - 21),
        36..=50 => Some(0x32B1 + number - 36),
        _ => None,
    };
    code.and_then(char::from_u32).map_or_else(|| number.to_string(), String::from)
}

/// A digit above the line.
pub(crate) fn raised(character: char) -> char {
    match character {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    }
}
