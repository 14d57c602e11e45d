//! Which kind of program shows the page, by what it calls itself: browsers within apps cannot do all that browsers can, and do not
//! say what.

/// What shows the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// A browser.
    Browser,
    /// A messenger or the like, whose “…” menu sends the page on and opens it in a browser.
    Messenger,
    /// Another app.
    App,
}

/// What messengers and the like call themselves. Mobile QQ is `QQ/`, while `MQQBrowser/` is a browser.
const MESSENGERS: [&str; 8] =
    ["MicroMessenger", " QQ/", "DingTalk", "Weibo", "AlipayClient", "TIM/", "NewsArticle", "Lark/"];

/// What other apps call themselves.
const APPS: [&str; 3] = ["; wv)", "baiduboxapp", "QHBrowser-App"];

impl Within {
    /// What a program shows the page in, by its user agent.
    pub fn of(agent: &str) -> Self {
        let says = |words: &[&str]| words.iter().any(|word| agent.contains(word));
        // Browsers on Apple’s phones say that they are like Safari, what is within apps does not.
        let is_apple_app = says(&["iPhone", "iPad", "iPod"]) && says(&["AppleWebKit"]) && !says(&["Safari/"]);
        if says(&MESSENGERS) {
            Self::Messenger
        } else if says(&APPS) || is_apple_app {
            Self::App
        } else {
            Self::Browser
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Within;

    #[test]
    fn programs_are_told_apart_by_what_they_call_themselves() {
        for (agent, expected) in [
            (
                "Mozilla/5.0 (Linux; Android 14; PJA110 Build/UKQ1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
                 Chrome/126.0 XWEB/1260 MMWEBSDK/20240404 Mobile Safari/537.36 MicroMessenger/8.0.49.2600 Language/zh_CN",
                Within::Messenger,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 \
                 MicroMessenger/8.0.50 NetType/WIFI Language/zh_CN",
                Within::Messenger,
            ),
            (
                "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/109.0 MQQBrowser/6.2 Mobile Safari/537.36 V1_AND_SQ_8.9.0 \
                 QQ/8.9.0.1",
                Within::Messenger,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/20G75",
                Within::App,
            ),
            (
                "Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36",
                Within::App,
            ),
            (
                "Mozilla/5.0 (Linux; U; Android 13; zh-cn) AppleWebKit/537.36 Chrome/109.0 MQQBrowser/14.6 Mobile Safari/537.36",
                Within::Browser,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 \
                 Mobile/15E148 Safari/604.1",
                Within::Browser,
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", Within::Browser),
            ("", Within::Browser),
        ] {
            assert_eq!(Within::of(agent), expected, "{agent}");
        }
    }
}
