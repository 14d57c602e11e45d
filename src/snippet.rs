//! What is pasted into another page to have a part of this one there: `docs/embed.en.md`.

use crate::published::folder;
use crate::state::{Lang, Switch, UrlState, View};
use crate::texts::Host;

/// The height in pixels of a frame that nothing fits.
pub const HEIGHT: u32 = 600;

/// What another page takes in.
#[derive(Clone, Debug, PartialEq)]
pub struct Snippet<'a> {
    /// How it does.
    pub host: Host,
    /// The address of the folder of the site: that of the page in Chinese.
    pub site: &'a str,
    /// The language of the page.
    pub lang: Lang,
    /// What of the page, and how it looks.
    pub shown: &'a UrlState,
    /// What the frame is called, for screen readers.
    pub title: &'a str,
    /// The words of a link to the same.
    pub link: &'a str,
}

impl Snippet<'_> {
    /// The address of what is shown, as a page of its own or, where it `is_embedded`, within another one.
    pub fn address(&self, is_embedded: bool) -> String {
        let embed = if is_embedded { Switch::On } else { Switch::Off };
        let href = UrlState { embed, ..self.shown.clone() }.href();
        // The first page is called by its folder.
        let href = href.strip_prefix(View::Home.file()).unwrap_or(&href);
        format!("{}{}{href}", self.site, folder(self.lang))
    }

    /// The HTML.
    pub fn html(&self) -> String {
        let [title, link, script] = [self.title, self.link, &format!("{}embed.js", self.site)].map(escaped);
        match self.host {
            Host::Fitted => {
                let address = escaped(&self.address(false));
                format!(
                    "<script src=\"{script}\" async></script>\n<div data-plan-explorer=\"{address}\" data-title=\"{title}\"><a href=\"{address}\">{link}</a></div>"
                )
            }
            Host::Fixed => {
                let address = escaped(&self.address(true));
                format!(
                    "<iframe title=\"{title}\" src=\"{address}\" loading=\"lazy\" style=\"width:100%;height:{HEIGHT}px;border:0\" allow=\"web-share; clipboard-write\"></iframe>"
                )
            }
        }
    }
}

/// The address of the folder of the site, from that of the page in a language without its query.
pub fn site_of(page: &str, lang: Lang) -> &str {
    let folder_of_page = page.rfind('/').map_or(page, |slash| page.split_at(slash + 1).0);
    folder_of_page.strip_suffix(folder(lang)).unwrap_or(folder_of_page)
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    for character in text.chars() {
        match character {
            '&' => html += "&amp;",
            '<' => html += "&lt;",
            '>' => html += "&gt;",
            '"' => html += "&quot;",
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snippet<'a>(host: Host, shown: &'a UrlState, title: &'a str) -> Snippet<'a> {
        Snippet { host, site: "https://a.cn/plan/", lang: Lang::En, shown, title, link: "See" }
    }

    #[test]
    fn a_page_with_scripts_gets_an_element_and_others_a_frame() {
        let (shown, _) = UrlState::parse(View::Projects, "theme=dark&q=a");
        assert_eq!(
            snippet(Host::Fitted, &shown, "Plan").html(),
            "<script src=\"https://a.cn/plan/embed.js\" async></script>\n<div \
             data-plan-explorer=\"https://a.cn/plan/en/projects.html?q=a&amp;theme=dark&amp;v=3\" data-title=\"Plan\"><a \
             href=\"https://a.cn/plan/en/projects.html?q=a&amp;theme=dark&amp;v=3\">See</a></div>"
        );
        assert_eq!(
            snippet(Host::Fixed, &shown, "Plan").html(),
            "<iframe title=\"Plan\" src=\"https://a.cn/plan/en/projects.html?q=a&amp;embed=1&amp;theme=dark&amp;v=3\" loading=\"lazy\" \
             style=\"width:100%;height:600px;border:0\" allow=\"web-share; clipboard-write\"></iframe>"
        );
        assert_eq!(snippet(Host::Fitted, &UrlState::default(), "").address(false), "https://a.cn/plan/en/");
    }

    #[test]
    fn what_it_is_called_is_no_markup() {
        let html = snippet(Host::Fixed, &UrlState::default(), "\"><script>&").html();
        assert!(html.starts_with("<iframe title=\"&quot;&gt;&lt;script&gt;&amp;\" src="), "{html}");
    }

    #[test]
    fn the_site_is_the_folder_of_the_page_in_chinese() {
        for (page, lang, site) in [
            ("https://a.cn/plan/", Lang::Zh, "https://a.cn/plan/"),
            ("https://a.cn/plan/index.html", Lang::Zh, "https://a.cn/plan/"),
            ("https://a.cn/plan/en/", Lang::En, "https://a.cn/plan/"),
            ("https://a.cn/plan/en/projects.html", Lang::En, "https://a.cn/plan/"),
            // A folder that is called so is not that of the language.
            ("https://a.cn/en/", Lang::Zh, "https://a.cn/en/"),
        ] {
            assert_eq!(site_of(page, lang), site);
        }
    }
}
