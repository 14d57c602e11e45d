//! The headers of every answer, whatever it is about: they are said in one place, for all kinds of servers.

use crate::ancestors::Ancestors;
use crate::policy::Policy;

/// Names and values, in their order.
pub type Headers = [(&'static str, String); 6];

/// What browsers must not do for the page: what Chromium knows of what needs a permission, but for copying and sharing links. A name
/// that a browser does not know is complained of on its console: so `web-share`, which Chromium knows on some systems only,
/// is not named, and the page may share as every page may that nothing is said of.
const FORBIDDEN: [&str; 22] = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The headers of a build with that policy, which the sites `ancestors` may show in a frame.
pub fn headers(policy: &Policy, ancestors: &Ancestors) -> Headers {
    let forbidden = FORBIDDEN.map(|feature| format!("{feature}=()")).join(", ");
    [
        ("Content-Security-Policy", policy.of_servers(ancestors)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // What somebody has searched for stands in the address, and is nobody else’s business.
        ("Referrer-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", format!("{forbidden}, clipboard-write=(self)")),
        // Portals on other sites load what shows the page in a frame.
        ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ("Access-Control-Allow-Origin", "*".to_owned()),
    ]
}
