//! What report this is: on the first page the district, a sentence, the title and the search; on the others a line that leads there.

use yew::{Html, html};

use super::{Large, Search, SectionProps, Share, part};
use crate::headline::headlines;
use crate::pages::HEADING;
use crate::published::{folder, languages, to_root};
use crate::state::View;

/// The header of the page `file`, which is that of a `view` or stands beside them.
pub(crate) fn header(view: Option<View>, file: &'static str, section: &SectionProps) -> Html {
    let is_home = view == Some(View::Home);
    let SectionProps { dataset, texts, .. } = section;
    let report = &dataset.report;
    let (other_name, other_tag, other_lang) = texts.page().other_lang;
    let other = format!("{}{}{}", to_root(texts.lang), folder(other_lang), file);
    let has_other = section.own.as_ref().map_or(languages(dataset).len() > 1, |own| own.has_other_language);
    html! {
        <header class={if is_home { "page-header" } else { "page-header thin" }} key={file}>
            <div class="page-header-top">
                <p class="district">
                    if is_home {
                        { (texts.pick)(&report.short_title) }
                    } else {
                        <a href={View::Home.file()}>{ texts.subject(dataset) }</a>
                    }
                </p>
                <div class="page-header-tools">
                    { part::<Share>(section) }
                    { part::<Large>(section) }
                    // Followed with the state of the page (browser/links.rs).
                    if has_other {
                        <a class="button quiet" lang={other_tag} hreflang={other_tag} href={other}>{ other_name }</a>
                    }
                </div>
            </div>
            if is_home {
                { title(section) }
            }
        </header>
    }
}

fn title(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let report = &dataset.report;
    let words = texts.explore();
    let material = section.material();
    let headlines = headlines(&material);
    // One sentence made from the data: the first target that has a result beside it.
    let lead = headlines.iter().find_map(|headline| {
        let (target, result) = (headline.target.as_deref()?, headline.result.as_deref()?);
        Some((words.lead)(&headline.name, report.plan_year, target, report.actual_year, result))
    });
    html! {
        <>
            <h1 id={HEADING}>{ texts.subject(dataset) }</h1>
            { for lead.map(|lead| html! { <p class="lead">{ lead }</p> }) }
            <p class="meeting">
                { (texts.pick)(&report.title) }
            </p>
            { part::<Search>(section) }
        </>
    }
}
