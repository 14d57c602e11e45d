//! The number before a name: 一、, （一）, 1., （1）, ①.

/// How deep a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// 一、
    Category,
    /// （一）
    Group,
    /// 1.
    Item,
    /// 1.2, （1）, ①
    SubItem,
}

/// Whether a text is a Chinese numeral up to ninety-nine.
pub(crate) fn is_numeral(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= 3 && text.chars().all(|c| "一二三四五六七八九十".contains(c))
}

fn is_digits(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_sub_number(text: &str) -> bool {
    text.contains('.') && text.split('.').all(|part| part.len() <= 3 && is_digits(part))
}

/// Full-width digits and points as half-width ones.
fn half_width(text: &str) -> String {
    let half = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '．' => '.',
        other => other,
    };
    text.chars().map(half).collect()
}

/// The depth of a number that stands in a cell of its own, and the number as it is written before a name.
pub(crate) fn of_cell(cell: &str) -> Option<(Depth, String)> {
    let bare = half_width(cell.trim_end_matches(['、', '.', '．', '。']));
    if is_numeral(&bare) {
        return Some((Depth::Category, bare));
    }
    let inner = bare.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    match inner {
        Some(inner) if is_numeral(inner) => Some((Depth::Group, inner.to_owned())),
        Some(inner) if is_digits(inner) => Some((Depth::SubItem, cell.to_owned())),
        Some(_) => None,
        None if is_digits(&bare) => Some((Depth::Item, bare)),
        None if is_sub_number(&bare) => Some((Depth::SubItem, bare)),
        None => circled(&bare).filter(|rest| rest.is_empty()).map(|_| (Depth::SubItem, bare.clone())),
    }
}

/// What follows a number in a circle.
fn circled(text: &str) -> Option<&str> {
    text.strip_prefix(|c: char| matches!(c, '\u{2460}'..='\u{2473}' | '\u{2474}'..='\u{249B}'))
}

/// The number that a name begins with, and the name after it.
pub(crate) fn split(name: &str) -> Option<(Depth, String, &str)> {
    let bracketed = name.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    if let Some((number, rest)) = bracketed {
        let number = half_width(number);
        let rest = rest.trim_start_matches(['、', '.', '．']);
        let depth = match () {
            () if is_numeral(&number) => Depth::Group,
            () if is_digits(&number) && number.len() <= 2 => Depth::SubItem,
            () => return None,
        };
        let number = if depth == Depth::Group { number } else { format!("（{number}）") };
        return Some((depth, number, rest)).filter(|(.., rest)| !rest.is_empty());
    }
    if let Some(rest) = circled(name).filter(|rest| !rest.is_empty()) {
        return Some((Depth::SubItem, name.get(..name.len() - rest.len())?.to_owned(), rest));
    }
    let numeral = name.find(|c: char| !"一二三四五六七八九十".contains(c))?;
    let (number, rest) = name.split_at_checked(numeral)?;
    if is_numeral(number) {
        let rest = rest.strip_prefix(['、', '.', '．', '，', ','])?;
        return Some((Depth::Category, number.to_owned(), rest)).filter(|(.., rest)| !rest.is_empty());
    }
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９' | '.' | '．');
    let end = name.find(|c: char| !is_of_number(c))?;
    let (number, rest) = name.split_at_checked(end)?;
    let is_closed = number.ends_with(['.', '．']) || rest.starts_with('、');
    let number = half_width(number);
    let number = number.trim_end_matches('.');
    let rest = rest.trim_start_matches('、');
    let depth = match () {
        () if is_sub_number(number) && number.matches('.').count() <= 3 => Depth::SubItem,
        () if is_closed && is_digits(number) => Depth::Item,
        () => return None,
    };
    // 2.5万千瓦机组 and 3.5亿元 are amounts.
    let is_amount =
        !is_closed && rest.starts_with(['万', '亿', '%', '％', '个', '平', '公', '亩', '千', '元', '米']);
    (!rest.is_empty() && !is_amount).then(|| (depth, number.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_names() {
        for (name, expected) in [
            ("一、综合类", Some((Depth::Category, "一", "综合类"))),
            ("十二、其他", Some((Depth::Category, "十二", "其他"))),
            ("（三）投资", Some((Depth::Group, "三", "投资"))),
            ("(四)消费", Some((Depth::Group, "四", "消费"))),
            ("12.就业", Some((Depth::Item, "12", "就业"))),
            ("１、就业", Some((Depth::Item, "1", "就业"))),
            ("3.1其中：技改", Some((Depth::SubItem, "3.1", "其中：技改"))),
            ("（2）技改", Some((Depth::SubItem, "（2）", "技改"))),
            ("②技改", Some((Depth::SubItem, "②", "技改"))),
            ("一般公共预算收入", None),
            ("5G基站", None),
            ("2.5万千瓦机组", None),
            ("2026年新增", None),
            ("（不含农户）", None),
            ("", None),
        ] {
            let expected = expected.map(|(depth, number, rest)| (depth, number.to_owned(), rest));
            assert_eq!(split(name), expected, "{name}");
        }
    }

    #[test]
    fn numbers_in_cells_of_their_own() {
        for (cell, expected) in [
            ("一", Some((Depth::Category, "一"))),
            ("（二）", Some((Depth::Group, "二"))),
            ("12", Some((Depth::Item, "12"))),
            ("3.", Some((Depth::Item, "3"))),
            ("3.1", Some((Depth::SubItem, "3.1"))),
            ("①", Some((Depth::SubItem, "①"))),
            ("工业", None),
            ("", None),
        ] {
            assert_eq!(of_cell(cell), expected.map(|(depth, number)| (depth, number.to_owned())), "{cell}");
        }
    }
}
