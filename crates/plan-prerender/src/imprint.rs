//! What stands at the top of a printed page: its address, and when it was printed.

use plan_explorer::state::Lang;
use plan_explorer::texts::Texts;

use crate::escape::Escaped;
use crate::site::Site;

/// The element of the page at `path` in that language. The address stands in it where the build knows it; the boot script, which runs
/// where the page is, fills in both (static/boot.js).
pub(crate) fn imprint(site: &Site, lang: Lang, path: &str) -> String {
    let texts = Texts::of(lang);
    let [from, on] = texts.publish().printed;
    let address = site.address.as_ref().map(|_| site.href(lang, path)).unwrap_or_default();
    format!(
        "<p class=\"in-print\" id=\"printed\" lang=\"{}\" hidden><span>{from}<b>{}</b></span> <span>{on}<b></b></span></p>",
        texts.tag,
        Escaped(&address),
    )
}

#[cfg(test)]
mod tests {
    use plan_explorer::state::Lang;

    use super::imprint;
    use crate::site::{Address, Site};

    #[test]
    fn a_page_says_where_it_is_from_once_that_is_known() {
        let address = Address::parse("https://example.gov.cn/plan/").unwrap();
        let known = imprint(&Site { address, ..Site::default() }, Lang::En, "en/tasks.html");
        assert!(known.contains("Address: <b>https://example.gov.cn/plan/en/tasks.html</b>"), "{known}");
        assert!(imprint(&Site::default(), Lang::En, "en/tasks.html").contains("Address: <b></b>"));
    }
}
