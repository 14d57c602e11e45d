//! Text that changes while the page is there.
//!
//! Browsers that translate a page, and extensions, replace its text nodes; Yew would go on updating the ones that are gone, and the
//! page would show stale values. An element with another key is replaced as a whole, whatever has become of its text. So no text
//! node of ours is ever edited: `e2e/changed.test.js` watches.

use yew::{AttrValue, Html, html};

/// A text that may become another; nothing where it is empty, so that styles can tell.
pub fn changing(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    if text.is_empty() {
        return Html::default();
    }
    html! { <span key={text.as_str()}>{ text }</span> }
}

/// A key that is another where one of the texts is (FNV-1a).
pub fn key_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for text in texts {
        // Between two texts stands a byte that is in none.
        for byte in text.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash.to_string()
}

#[cfg(test)]
mod tests {
    use super::key_of;

    #[test]
    fn other_texts_have_another_key() {
        let keys = [key_of([]), key_of([""]), key_of(["ab"]), key_of(["a", "b"]), key_of(["b", "a"])];
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{at}");
        }
        assert_eq!(key_of(["a", "b"]), keys[3]);
    }
}
