//! How Chinese characters are read and otherwise written, so that names are found by typing pinyin or traditional characters. The
//! table holds the characters of one report, each with all of its readings: who looks for a name need not know which of them it has.
//!
//! Where a word may have been spelled up to is a set of places in it, one bit each; a character moves all of them at once.

use std::collections::{BTreeMap, BTreeSet};

/// Characters with their readings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pinyin {
    /// In the order of their code points: a character for each of its readings.
    characters: Vec<char>,
    /// In the order of the characters; those of one as they stand in the table.
    readings: Vec<Box<[char]>>,
    /// Traditional characters, in the order of their code points, each with the one that the report has for it.
    forms: Vec<(char, char)>,
}

impl Pinyin {
    /// Reads a table: a line for each syllable, in letters without tones, and after it the characters that are read so.
    /// `ü` is written `v`, as it is typed. A line without letters has pairs: a traditional character, and the one for it.
    pub fn parse(table: &str) -> Self {
        let mut readings: Vec<(char, Box<[char]>)> = Vec::new();
        let mut forms: Vec<(char, char)> = Vec::new();
        for line in table.lines() {
            let characters = line.trim_start_matches(is_letter);
            let syllable = line.strip_suffix(characters).unwrap_or_default();
            if syllable.is_empty() {
                let mut line = characters.chars();
                forms.extend(std::iter::from_fn(|| Some((line.next()?, line.next()?))));
            } else {
                readings.extend(characters.chars().map(|character| (character, syllable.chars().collect())));
            }
        }
        plan_lean::sort_by_key(&mut forms, |(traditional, _)| *traditional);
        plan_lean::sort_by_key(&mut readings, |(character, _)| *character);
        let (characters, readings) = readings.into_iter().unzip();
        Self { characters, readings, forms }
    }

    /// Writes a table of characters and a reading of each; a character may stand there with several. `forms` are traditional
    /// characters, each with the one for it.
    pub fn write<'a>(
        readings: impl IntoIterator<Item = (char, &'a str)>,
        forms: impl IntoIterator<Item = (char, char)>,
    ) -> String {
        let mut syllables: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
        for (character, reading) in readings {
            let syllable = reading.to_lowercase().replace('ü', "v");
            if !syllable.is_empty() && syllable.chars().all(is_letter) {
                syllables.entry(syllable).or_default().insert(character);
            }
        }
        let forms: String = forms.into_iter().flat_map(|(traditional, one)| [traditional, one]).collect();
        let forms = Some(forms).filter(|forms| !forms.is_empty()).map(|forms| forms + "\n");
        syllables
            .into_iter()
            .map(|(syllable, characters)| syllable + &characters.into_iter().collect::<String>() + "\n")
            .chain(forms)
            .collect()
    }

    /// The character as the report writes it.
    pub(crate) fn form(&self, character: char) -> char {
        let at = self.forms.binary_search_by_key(&character, |(traditional, _)| *traditional);
        at.ok().and_then(|at| self.forms.get(at)).map_or(character, |(_, form)| *form)
    }

    /// The readings of a character; none where it is not in the table.
    pub fn readings(&self, character: char) -> &[Box<[char]>] {
        let start = self.characters.partition_point(|one| *one < character);
        let end = start + self.characters.iter().skip(start).take_while(|one| **one == character).count();
        self.readings.get(start..end).unwrap_or_default()
    }

    /// The characters of which a reading begins with one of these letters, in the order of their code points.
    fn beginning_with(&self, letters: &[char]) -> impl Iterator<Item = char> {
        let begins =
            |reading: &[char]| reading.first().is_some_and(|first| letters.iter().any(|one| one == first));
        self.characters
            .iter()
            .zip(&self.readings)
            .filter(move |(_, reading)| begins(reading))
            .map(|(one, _)| *one)
    }
}

/// The most characters of a word that can be looked for: one bit each, and one for the word’s end.
const LONGEST_WORD: usize = 120;

/// The most letters of a syllable, as of zhuang.
const LONGEST_SYLLABLE: usize = 6;

/// The place before the first character, as a set of places.
pub(crate) const START: u128 = 1;

/// A word, and all the ways in which characters spell it: as they are, by their syllables or by initials (z or zh), in any
/// mixture; the last syllable may be begun only.
#[derive(Clone, Debug)]
pub(crate) struct Spelling {
    word: Vec<char>,
    /// What each character may take that can take anything, by character.
    takes: Vec<(char, Takes)>,
}

impl Spelling {
    /// Prepares a word; only its first 120 characters count.
    pub(crate) fn new(mut word: Vec<char>, pinyin: &Pinyin) -> Self {
        word.truncate(LONGEST_WORD);
        let mut characters: Vec<char> = pinyin.beginning_with(&word).collect();
        characters.dedup();
        for character in &word {
            if let Err(at) = characters.binary_search(character) {
                characters.insert(at, *character);
            }
        }
        let takes = |one: char| (one, Takes::new(&word, one, pinyin.readings(one)));
        Self { takes: characters.into_iter().map(takes).collect(), word }
    }

    /// The word.
    pub(crate) fn word(&self) -> &[char] {
        &self.word
    }

    /// The characters that can take something of the word, in the order of their code points.
    pub(crate) fn takes(&self) -> &[(char, Takes)] {
        &self.takes
    }

    fn of(&self, character: char) -> Option<&Takes> {
        let at = self.takes.binary_search_by_key(&character, |(one, _)| *one).ok()?;
        self.takes.get(at).map(|(_, takes)| takes)
    }

    /// How many characters of `text`, from its beginning, spell the word; `None` where they do not.
    pub(crate) fn length(&self, text: &[char]) -> Option<usize> {
        let mut reached = START;
        for (character, length) in text.iter().zip(1..) {
            reached = self.of(*character)?.after(reached);
            if reached & self.end() != 0 {
                return Some(length);
            }
            if reached == 0 {
                return None;
            }
        }
        None
    }

    /// Whether the word is spelled anywhere in a text.
    pub(crate) fn stands_in(&self, mut text: impl Iterator<Item = char>) -> bool {
        let (mut reached, end) = (START, self.end());
        text.any(|character| {
            // At every character the word may begin.
            reached = self.of(character).map_or(0, |takes| takes.after(reached)) | START;
            reached & end != 0
        })
    }

    /// The place after the last character, where the word is spelled.
    pub(crate) fn end(&self) -> u128 {
        1 << self.word.len()
    }
}

/// How many letters of a word a character may take, from each place in it: a bit a place.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Takes {
    /// The places from which it may take anything.
    any: u128,
    /// The places from which it may take one letter, two, three, and so on.
    of_length: [u128; LONGEST_SYLLABLE],
}

impl Takes {
    fn new(word: &[char], character: char, readings: &[Box<[char]>]) -> Self {
        let mut takes = Self::default();
        for at in 0..word.len() {
            let rest = word.get(at..).unwrap_or_default();
            if rest.first() == Some(&character) {
                takes.add(at, 1);
            }
            for syllable in readings {
                let common = rest.iter().zip(&**syllable).take_while(|(a, b)| a == b).count();
                if common == 0 {
                    continue;
                }
                takes.add(at, 1);
                if common >= 2 && matches!(**syllable, ['z' | 'c' | 's', 'h', ..]) {
                    takes.add(at, 2);
                }
                if common == syllable.len() || common == rest.len() {
                    takes.add(at, common);
                }
            }
        }
        takes
    }

    fn add(&mut self, at: usize, letters: usize) {
        if let Some(places) = self.of_length.get_mut(letters - 1) {
            *places |= 1 << at;
            self.any |= 1 << at;
        }
    }

    /// Which places of the word may be reached after this character from those that were reached before it.
    pub(crate) fn after(&self, reached: u128) -> u128 {
        if reached & self.any == 0 {
            return 0;
        }
        self.of_length.iter().rev().fold(0, |next, places| (next | reached & places) << 1)
    }

    /// What either of two characters may take.
    pub(crate) fn or(&self, other: &Self) -> Self {
        let mut both = *other;
        both.any |= self.any;
        for (places, more) in both.of_length.iter_mut().zip(self.of_length) {
            *places |= more;
        }
        both
    }
}

fn is_letter(character: char) -> bool {
    character.is_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table() -> Pinyin {
        let characters = "魏寨村庄行重";
        let readings = ["wei", "zhai", "cun", "zhuang", "hang", "zhong"];
        let more = [('行', "xing"), ('重', "chong"), ('绿', "lü"), ('，', "")];
        Pinyin::parse(&Pinyin::write(characters.chars().zip(readings).chain(more), []))
    }

    fn spelled(word: &str, text: &str) -> Option<usize> {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        Spelling::new(letters(word), &table()).length(&letters(text))
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
    fn of_a_long_word_the_beginning_counts() {
        let [most, more] = [LONGEST_WORD, LONGEST_WORD + 1].map(|letters| "z".repeat(letters));
        for word in [&most, &more, &"寨".repeat(500)] {
            assert_eq!(spelled(word, &"寨".repeat(200)), Some(LONGEST_WORD));
            assert_eq!(spelled(word, &"寨".repeat(LONGEST_WORD - 1)), None);
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(Pinyin::write([('魏', "wei"), ('村', "cun"), ('卫', "wei")], []), "cun村\nwei卫魏\n");
        assert!(table().readings('，').is_empty());
    }

    /// The rule, taken literally: every way to spell a word from its beginning, a character of the text at a time.
    fn by_rule(word: &str, text: &[char], pinyin: &Pinyin) -> Option<usize> {
        let (first, text) = text.split_first()?;
        let rest = |begun: &str| word.strip_prefix(begun).map(str::to_owned);
        let mut rests: Vec<Option<String>> = vec![rest(&first.to_string())];
        for syllable in pinyin.readings(*first) {
            let syllable: String = syllable.iter().collect();
            let initial = 1 + usize::from(["zh", "ch", "sh"].iter().any(|two| syllable.starts_with(two)));
            rests.extend([rest(&syllable), rest(&syllable[..1]), rest(&syllable[..initial])]);
            rests.push(syllable.starts_with(word).then(String::new));
        }
        let lengths = rests.into_iter().flatten().filter_map(|rest| {
            if rest.is_empty() { Some(1) } else { Some(1 + by_rule(&rest, text, pinyin)?) }
        });
        lengths.min()
    }

    proptest! {
        #[test]
        fn bits_spell_what_the_rule_says(word in "[weizhacunogx魏寨村庄行重]{1,9}", text in "[魏寨村庄行重绿，wzh]{0,7}") {
            let text: Vec<char> = text.chars().collect();
            let spelling = Spelling::new(word.chars().collect(), &table());
            prop_assert_eq!(spelling.length(&text), by_rule(&word, &text, &table()));
            let anywhere = (0..text.len()).any(|start| by_rule(&word, &text[start..], &table()).is_some());
            prop_assert_eq!(spelling.stands_in(text.into_iter()), anywhere);
        }
    }
}
