//! The one place where values become text of HTML and SVG files: no value becomes markup.

use std::fmt::{self, Write as _};

use serde_json::Value;

/// Text that may stand between tags and, in double or single quotes, as the value of an attribute, in HTML and in XML.
/// Control characters and the like, which neither allows, become the sign for a character that cannot be shown.
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\t' | '\n' => f.write_char(character)?,
                // As it is written it would be read as a line's end.
                '\r' => f.write_str("&#13;")?,
                '\u{FFFE}' | '\u{FFFF}' => f.write_char(char::REPLACEMENT_CHARACTER)?,
                control if control.is_control() => f.write_char(char::REPLACEMENT_CHARACTER)?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

/// JSON that may stand in a `script` element, which HTML ends at `</script` and nests at `<!--<script` whatever the
/// JSON says: with no `<` in it, it does neither.
pub fn json_in_script(value: &Value) -> String {
    // Outside of strings JSON has no such mark.
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NASTY: &str = "</title><script>alert('x')</script>\"onload=\"y&amp;<!--\u{0}\u{1B}\r]]>";

    #[test]
    fn no_mark_is_left_that_means_something() {
        let escaped = Escaped(NASTY).to_string();
        assert!(!escaped.contains(['<', '>', '"', '\'', '\0', '\u{1B}', '\r']), "{escaped}");
        assert!(escaped.starts_with("&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)"), "{escaped}");
        assert!(escaped.contains("y&amp;amp;"), "{escaped}");
    }

    #[test]
    fn an_xml_parser_reads_text_and_attributes_back() {
        let file = format!("<a b=\"{0}\" c='{0}'>{0}</a>", Escaped(NASTY));
        let document = roxmltree::Document::parse(&file).unwrap();
        let root = document.root_element();
        let read = NASTY.replace(['\0', '\u{1B}'], "\u{FFFD}");
        assert_eq!(root.text(), Some(read.as_str()));
        assert_eq!((root.attribute("b"), root.attribute("c")), (Some(read.as_str()), Some(read.as_str())));
    }

    #[test]
    fn json_ends_no_script_and_stays_what_it_is() {
        let value = json!({ "</script>": [NASTY, "<!--<script>"] });
        let written = json_in_script(&value);
        assert!(!written.contains('<'), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
    }
}
