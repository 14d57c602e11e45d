//! How Chinese characters are read, so that names are found by typing pinyin. The table holds the characters of one report,
//! each with all of its readings: who looks for a name need not know which of them it has.

use std::collections::{BTreeMap, BTreeSet};

/// Characters with their readings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pinyin {
    readings: BTreeMap<char, Vec<Box<[char]>>>,
}

impl Pinyin {
    /// Reads a table: a line for each syllable, in letters without tones, and after it the characters that are read so.
    /// `ü` is written `v`, as it is typed.
    pub fn parse(table: &str) -> Self {
        let mut readings: BTreeMap<char, Vec<Box<[char]>>> = BTreeMap::new();
        for line in table.lines() {
            let (syllable, characters) = line.split_at(line.len() - line.trim_start_matches(is_letter).len());
            for character in characters.chars().filter(|_| !syllable.is_empty()) {
                readings.entry(character).or_default().push(syllable.chars().collect());
            }
        }
        Self { readings }
    }

    /// Writes a table of characters and a reading of each; a character may stand there with several.
    pub fn write<'a>(readings: impl IntoIterator<Item = (char, &'a str)>) -> String {
        let mut syllables: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
        for (character, reading) in readings {
            let syllable = reading.to_lowercase().replace('ü', "v");
            if !syllable.is_empty() && syllable.chars().all(is_letter) {
                syllables.entry(syllable).or_default().insert(character);
            }
        }
        syllables
            .into_iter()
            .map(|(syllable, characters)| syllable + &characters.into_iter().collect::<String>() + "\n")
            .collect()
    }

    /// The readings of a character; none where it is not in the table.
    pub fn readings(&self, character: char) -> &[Box<[char]>] {
        self.readings.get(&character).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many characters of `text`, from its beginning, `word` spells: as they are, by their syllables or by initials (z or
    /// zh), in any mixture; the last syllable may be begun only. `None` where it does not.
    pub(crate) fn spelled(&self, word: &[char], text: &[char]) -> Option<usize> {
        // Which parts of the word may have been spelled so far.
        let mut reached = vec![false; word.len() + 1];
        *reached.first_mut()? = true;
        for (index, character) in text.iter().enumerate() {
            let mut next = vec![false; word.len() + 1];
            for (at, _) in reached.iter().enumerate().filter(|(_, reached)| **reached) {
                let rest = word.get(at..).unwrap_or_default();
                for taken in self.taken(rest, *character) {
                    if let Some(reached) = next.get_mut(at + taken) {
                        *reached = true;
                    }
                }
            }
            if next.last() == Some(&true) {
                return Some(index + 1);
            }
            if !next.contains(&true) {
                return None;
            }
            reached = next;
        }
        None
    }

    /// How many letters of `rest` may spell a character.
    fn taken(&self, rest: &[char], character: char) -> Vec<usize> {
        let mut taken = Vec::new();
        if rest.first() == Some(&character) {
            taken.push(1);
        }
        for syllable in self.readings(character) {
            let common = rest.iter().zip(&**syllable).take_while(|(a, b)| a == b).count();
            if common == syllable.len() || (common > 0 && common == rest.len()) {
                taken.push(common);
            }
            let is_double = matches!(**syllable, ['z' | 'c' | 's', 'h', ..]);
            taken.extend((common >= 1).then_some(1));
            taken.extend((is_double && common >= 2).then_some(2));
        }
        taken
    }
}

fn is_letter(character: char) -> bool {
    character.is_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Pinyin {
        let characters = "魏寨村庄行重";
        let readings = ["wei", "zhai", "cun", "zhuang", "hang", "zhong"];
        let more = [('行', "xing"), ('重', "chong"), ('绿', "lü"), ('，', "")];
        Pinyin::parse(&Pinyin::write(characters.chars().zip(readings).chain(more)))
    }

    fn spelled(word: &str, text: &str) -> Option<usize> {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        table().spelled(&letters(word), &letters(text))
    }

    #[test]
    fn syllables_initials_and_characters_in_any_mixture() {
        for word in ["weizhaicun", "wzc", "weizc", "wzhc", "wzhaic", "魏zc", "w寨c", "weizhaic", "weizhaicu"]
        {
            assert_eq!(spelled(word, "魏寨村东"), Some(3), "{word}");
        }
        assert_eq!(spelled("wei", "魏寨村"), Some(1));
        assert_eq!(spelled("w", "魏寨村"), Some(1));
        for word in ["wzx", "weizhaicunx", "izhai", "wcz", "weih"] {
            assert_eq!(spelled(word, "魏寨村"), None, "{word}");
        }
    }

    #[test]
    fn every_reading_of_a_character_finds_it() {
        for word in ["hang", "xing", "h", "x"] {
            assert_eq!(spelled(word, "行"), Some(1), "{word}");
        }
        assert_eq!(spelled("lv", "绿"), Some(1));
    }

    #[test]
    fn a_long_word_takes_no_long_time() {
        let word = "zh".repeat(50);
        let text = "寨".repeat(200);
        assert_eq!(spelled(&word, &text), Some(50));
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(Pinyin::write([('魏', "wei"), ('村', "cun"), ('卫', "wei")]), "cun村\nwei卫魏\n");
        assert!(table().readings('，').is_empty());
    }
}
