//! Files with places for what a build works out.

/// The template with its places filled, in one pass: what is filled in may have anything in it.
///
/// # Errors
/// The template, which the file `name` is, lacks a place.
pub(crate) fn fill(name: &str, template: &str, contents: &[(String, String)]) -> anyhow::Result<String> {
    for (place, _) in contents {
        anyhow::ensure!(
            template.contains(place.as_str()),
            "{name} has no {place}; restore it with 'git checkout {name}'"
        );
    }
    let mut filled = String::new();
    let mut rest = template;
    while let Some((at, place, content)) = contents
        .iter()
        .filter_map(|(place, content)| Some((rest.find(place.as_str())?, place, content)))
        .min_by_key(|(at, ..)| *at)
    {
        let (before, after) = rest.split_at(at);
        filled += before;
        filled += content;
        rest = after.strip_prefix(place.as_str()).unwrap_or(after);
    }
    Ok(filled + rest)
}

/// A template of a page without its comments, which are for who reads the template.
pub fn without_comments(template: &str) -> String {
    let mut parts = template.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    let after = parts.map(|part| part.split_once("-->").map_or("", |(_, after)| after));
    after.fold(first, |whole, after| whole + after)
}

/// The places of headers, which are called as they are: `{{referrer-policy}}`.
pub(crate) fn places(headers: &[(&str, String)]) -> Vec<(String, String)> {
    headers
        .iter()
        .map(|(name, value)| (format!("{{{{{}}}}}", name.to_ascii_lowercase()), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(place, content)| ((*place).to_owned(), (*content).to_owned())).collect()
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let filled = fill("a", "<a {{b}}>{{a}}{{b}}", &contents(&[("{{a}}", "{{b}}$1"), ("{{b}}", "{{a}}")]));
        assert_eq!(filled.unwrap(), "<a {{a}}>{{b}}$1{{a}}");
    }

    #[test]
    fn a_template_without_a_place_is_refused() {
        let refused = fill("index.html", "<a>", &contents(&[("{{a}}", "")])).unwrap_err().to_string();
        assert_eq!(refused, "index.html has no {{a}}; restore it with 'git checkout index.html'");
    }

    #[test]
    fn comments_are_no_part_of_a_page() {
        assert_eq!(without_comments("<!-- a --><b><!-- c\n --></b>\n"), "<b></b>\n");
        assert_eq!(without_comments("<b>"), "<b>");
    }

    #[test]
    fn places_are_called_as_headers_are() {
        let places = places(&[("Referrer-Policy", "a".to_owned())]);
        assert_eq!(places, contents(&[("{{referrer-policy}}", "a")]));
    }
}
