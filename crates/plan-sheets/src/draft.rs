//! Builds of a package that somebody is still working on.

use std::ffi::OsStr;

/// The variable that says so; `script/server` sets it.
pub const DRAFT: &str = "PLAN_DRAFT";

/// Whether a build goes on where the package has mistakes, and its pages say them: where `value`, the text of [`DRAFT`], is neither
/// empty nor 0, and never in another profile than that of development.
pub fn is_draft(value: Option<&OsStr>, profile: &str) -> bool {
    profile == "debug" && value.is_some_and(|value| !value.is_empty() && value != "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_no_draft_whatever_the_variable_says() {
        for (value, profile, expected) in [
            (Some("1"), "debug", true),
            (Some("1"), "release", false),
            (Some("1"), "", false),
            (Some("0"), "debug", false),
            (Some(""), "debug", false),
            (None, "debug", false),
        ] {
            assert_eq!(is_draft(value.map(OsStr::new), profile), expected, "{value:?} in {profile:?}");
        }
    }
}
