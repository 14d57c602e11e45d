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

/// The radicals from U+2F00, as characters of text.
const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// A character of text for one that only looks like it: fonts in PDFs call 一 and 长 by the radicals of the same shape.
pub(crate) fn usual(character: char) -> char {
    let code = u32::from(character);
    match code {
        // By decomposition these would be the forms of Taiwan, or old ones.
        0x2F3E => '户',
        0x2FAD | 0x2ED8 => '青',
        0x2FC8 | 0x2EE9 => '黄',
        0x2F00..=0x2FD5 => RADICALS.chars().nth((code - 0x2F00) as usize).unwrap_or(character),
        0x2E9F => '母',
        0x2EA0 => '民',
        0x2EC4 => '西',
        0x2EC5 => '见',
        0x2EC6 => '角',
        0x2ECB => '车',
        0x2ED1 => '長',
        0x2ED3 => '长',
        0x2ED4 => '门',
        0x2ED9 => '韦',
        0x2EDA => '页',
        0x2EDB => '风',
        0x2EDC => '飞',
        0x2EDD => '食',
        0x2EE2 => '马',
        0x2EE3 => '骨',
        0x2EE4 => '鬼',
        0x2EE5 => '鱼',
        0x2EE6 => '鸟',
        0x2EE7 => '卤',
        0x2EE8 => '麦',
        0x2EEC => '齐',
        0x2EEE => '齿',
        0x2EF0 => '龙',
        0x2EF3 => '龟',
        0xA0 | 0x2002..=0x200A => ' ',
        _ => character,
    }
}
