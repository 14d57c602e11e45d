//! A line as the cells of a row.

use std::borrow::Cow;

/// A line between bars.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Barred {
    /// A row.
    Row(Vec<String>),
    /// A row without words.
    Blank,
    /// A line that only draws: |---|---|.
    Rule(usize),
}

/// The bars that separate cells.
const BARS: [char; 4] = ['|', '｜', '│', '┃'];

/// A cell's words: without white space, emphasis, tags and the marks of subscripts.
pub(super) fn cleaned(cell: &str) -> String {
    let cell = if cell.contains('<') { Cow::Owned(without_tags(cell)) } else { Cow::Borrowed(cell) };
    let mut words = String::with_capacity(cell.len());
    let mut characters = cell.chars().filter(|c| !c.is_whitespace() && !c.is_control()).peekable();
    let mut is_script = false;
    while let Some(character) = characters.next() {
        match character {
            // PM_{2.5}, m^{3}
            '_' | '^' if characters.peek() == Some(&'{') => {
                characters.next();
                is_script = true;
            }
            '}' if is_script => is_script = false,
            '\\' if characters.peek().is_some_and(char::is_ascii_punctuation) => {
                words.extend(characters.next());
            }
            '$' | '`' | '\u{200B}' | '\u{FEFF}' => {}
            other => words.push(other),
        }
    }
    if !words.contains(['*', '_', '&']) {
        return words;
    }
    let words = words.replace("**", "").replace("__", "").replace("&nbsp;", "").replace("&amp;", "&");
    // *words*: of one star alone a note is told.
    match words.strip_prefix('*').and_then(|rest| rest.strip_suffix('*')) {
        Some(inner) if !inner.is_empty() && !inner.contains('*') => inner.to_owned(),
        _ => words,
    }
}

/// A text without what looks like a tag of HTML.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let end = if is_tag { after.char_indices().take(120).find(|(_, c)| *c == '>') } else { None };
        rest = if let Some((end, _)) = end {
            after.get(end + 1..).unwrap_or_default()
        } else {
            out.push('<');
            after
        };
    }
    out.push_str(rest);
    out
}

/// A line without the marks of a heading and of bold words, and without white space.
pub(super) fn words(line: &str) -> String {
    cleaned(line.trim().trim_start_matches(['#', '>']))
}

/// A line with bars as a row. A line that does not begin with one needs two.
pub(super) fn barred(line: &str) -> Option<Barred> {
    let line = line.trim();
    if is_drawn(line) {
        return Some(Barred::Rule(0));
    }
    let inner = line.trim_start_matches(BARS);
    let is_open = inner.len() < line.len();
    let least = if is_open { 1 } else { 2 };
    if line.matches(BARS).count() < least || line.len() < 2 {
        return None;
    }
    let line = if is_open { line.get(bar_at_start(line)..).unwrap_or_default() } else { line };
    let mut cells = split_bars(line);
    if line.ends_with(BARS) {
        cells.pop();
    }
    if cells.iter().all(|cell| is_rule(cell)) {
        return Some(Barred::Rule(cells.len()));
    }
    let cells: Vec<String> = cells.into_iter().map(|cell| cleaned(&cell)).collect();
    if cells.iter().all(String::is_empty) {
        return Some(Barred::Blank);
    }
    Some(Barred::Row(cells))
}

fn bar_at_start(line: &str) -> usize {
    line.chars().next().map_or(0, char::len_utf8)
}

/// What stands between bars; one after a backslash is a character of the cell.
fn split_bars(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for character in line.chars() {
        let is_bar = BARS.contains(&character);
        if let Some(cell) = cells.last_mut() {
            match (is_bar, is_escaped) {
                (true, false) => cells.push(String::new()),
                (true, true) => {
                    cell.pop();
                    cell.push(character);
                }
                _ => cell.push(character),
            }
        }
        is_escaped = character == '\\';
    }
    cells
}

/// Whether a cell only draws: ---, :--:.
fn is_rule(cell: &str) -> bool {
    let cell = cell.trim();
    let dashes = cell.chars().filter(|c| matches!(c, '-' | '─' | '━' | '=')).count();
    dashes >= 2 && cell.chars().all(|c| matches!(c, '-' | '─' | '━' | '=' | ':' | ' '))
        || matches!(cell, ":-" | "-:" | ":-:")
}

/// Whether a line only draws: +----+----+, ├──┼──┤.
fn is_drawn(line: &str) -> bool {
    line.chars().count() >= 3
        && line.starts_with(['+', '┌', '├', '└', '╔', '╠', '╚', '┏', '┣', '┗'])
        && line.chars().all(|c| matches!(c, '+' | '-' | '=' | ':' | ' ' | '\u{2500}'..='\u{257F}'))
}

/// A line that holds whole tables as the lines of these and of what stands around them: a row of dashes says how many columns a table
/// has. `None` where it holds none.
pub(super) fn on_one_line(line: &str) -> Option<Vec<String>> {
    if !line.contains("--") || !line.contains(BARS) {
        return None;
    }
    let parts: Vec<&str> = line.split('|').collect();
    let mut lines = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(rule) = parts.iter().skip(at).position(|part| is_rule(part)).map(|rule| at + rule) {
        let width = parts.iter().skip(rule).take_while(|part| is_rule(part)).count();
        at = rule + width;
        // The heads stand before the dashes, and what is between two bars of neighbouring rows.
        let Some(first) = rule.checked_sub(width + 1).filter(|first| *first > done && width >= 2) else {
            continue;
        };
        let is_between = |at: usize| parts.get(at).is_some_and(|part| part.trim().is_empty());
        if !is_between(rule - 1) || rule + width + 1 >= parts.len() {
            continue;
        }
        lines.push(parts.get(done..first).unwrap_or_default().join("|"));
        let mut row = first;
        loop {
            let cells = parts.get(row..row + width).unwrap_or_default();
            lines.push(format!("|{}|", cells.join("|")));
            row += width;
            if !is_between(row) || row + width >= parts.len() {
                break;
            }
            row += 1;
        }
        (done, at) = (row, row);
    }
    if lines.is_empty() {
        return None;
    }
    lines.push(parts.get(done..).unwrap_or_default().join("|"));
    lines.retain(|line| !line.trim().is_empty());
    Some(lines)
}

/// The cells of a line that tabs separate; `None` where it has none but at its beginning.
pub(super) fn tabbed(line: &str) -> Option<Vec<String>> {
    let end = line.trim_end_matches([' ', '\r', '\n']);
    if !end.trim().contains('\t') {
        return None;
    }
    Some(end.trim_start_matches([' ', '\u{3000}']).split('\t').map(cleaned).collect())
}

/// The parts of a line between which there is as much white space as between columns.
pub(super) fn spaced(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut gap = 0_usize;
    for character in line.trim().chars() {
        if character.is_whitespace() {
            gap += if character == '\t' { 2 } else { 1 };
            continue;
        }
        if gap >= 2 && !cell.is_empty() {
            cells.push(cleaned(&cell));
            cell.clear();
        }
        gap = 0;
        cell.push(character);
    }
    if !cell.is_empty() {
        cells.push(cleaned(&cell));
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_lose_what_is_markup() {
        for (cell, expected) in [
            (" **固定资产 投资** ", "固定资产投资"),
            ("细颗粒物(PM _{2.5})浓度", "细颗粒物(PM2.5)浓度"),
            ("PM<sub>2.5</sub>", "PM2.5"),
            ("2.15*", "2.15*"),
            ("*新增就业*", "新增就业"),
            ("<5", "<5"),
            ("a\\*", "a*"),
        ] {
            assert_eq!(cleaned(cell), expected);
        }
    }

    #[test]
    fn lines_with_bars_are_rows_blank_or_rules() {
        let row = |line: &str| match barred(line) {
            Some(Barred::Row(cells)) => cells.join(","),
            other => format!("{other:?}"),
        };
        assert_eq!(row("| 指标 | 单位 | |"), "指标,单位,");
        assert_eq!(row("指标 | 单位 | 完成"), "指标,单位,完成");
        assert_eq!(row("| — | — |"), "—,—");
        assert_eq!(row("|a\\|b|c|"), "a|b,c");
        assert_eq!(barred("|---|:--:|"), Some(Barred::Rule(2)));
        assert_eq!(barred("+----+----+"), Some(Barred::Rule(0)));
        assert_eq!(barred("| | |"), Some(Barred::Blank));
        assert_eq!(barred("A|B 两地"), None);
        assert_eq!(barred("|"), None);
    }

    #[test]
    fn a_table_on_one_line_has_as_many_columns_as_dashes() {
        let line = "表1 | 指标 | 单位 | |---|---| | 就业 | 万人 | | 投资 | | 注：略";
        let rows = ["表1 ", "| 指标 | 单位 |", "|---|---|", "| 就业 | 万人 |", "| 投资 | |", " 注：略"];
        assert_eq!(on_one_line(line).unwrap(), rows);
        let two = format!("{line} {line}");
        assert_eq!(on_one_line(&two).unwrap().len(), 11);
        assert_eq!(on_one_line("|---|---|---|---|---|---|---|---|---|"), None);
        assert_eq!(on_one_line("--|"), None);
    }

    #[test]
    fn wide_gaps_and_tabs_separate_cells() {
        assert_eq!(spaced("固定 资产投资　　%  5.2   6"), ["固定资产投资", "%", "5.2", "6"]);
        assert_eq!(
            tabbed("　投资\t%\t\t6"),
            Some(vec!["投资".into(), "%".into(), String::new(), "6".into()])
        );
        assert_eq!(tabbed("\t各位代表"), None);
    }
}
