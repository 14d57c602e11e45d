//! The dialog that makes what others paste into their pages: what of the page, in which colours and language, with a preview.

use plan_data::Dataset;
use yew::{
    Callback, Event, Html, MouseEvent, Properties, component, html, use_effect_with, use_node_ref,
    use_state_eq,
};

use super::SectionProps;
use crate::browser::{address, close_dialog, is_checked, on_press, open_dialog};
use crate::charts::{Material, all};
use crate::components::{Copy, Select};
use crate::items::{CHARTS, home, name};
use crate::published::languages;
use crate::snippet::{Snippet, site_of};
use crate::state::{Lang, Switch, Theme, UrlState, View, use_url};
use crate::texts::{Host, Texts};

/// The attribute of buttons that open the dialog: the id of what they are about, empty for the page.
pub(super) const OPENS: &str = "data-embed-of";

/// The id of its heading.
const HEADING: &str = "embed-heading";

/// What was chosen.
#[derive(Clone, Debug, PartialEq)]
struct Choice {
    /// The word of a view, or the id of what can be opened.
    what: String,
    theme: Theme,
    lang: Lang,
    host: Host,
    is_plain: bool,
    has_filters: bool,
}

impl Choice {
    /// What a button is about: the id that it names, or else the page `view` that it stands on.
    fn of(id: String, view: View, lang: Lang) -> Self {
        let what = if id.is_empty() { view.word().to_owned() } else { id };
        Self {
            what,
            theme: Theme::default(),
            lang,
            host: Host::default(),
            is_plain: false,
            has_filters: false,
        }
    }

    /// What the address is to say, where the page shows what `now` says.
    fn shown(&self, now: &UrlState, dataset: &Dataset) -> UrlState {
        let base = if self.has_filters { now.to_send() } else { UrlState::default() };
        let page = View::of(&self.what);
        UrlState {
            view: page.or_else(|| home(dataset, &self.what)).unwrap_or_default(),
            item: page.is_none().then(|| self.what.clone()),
            alone: if page.is_none() { Switch::On } else { Switch::Off },
            theme: self.theme,
            plain: if self.is_plain { Switch::On } else { Switch::Off },
            ..base
        }
    }
}

/// The dialog; its buttons stand all over the page.
#[component]
pub fn Embed(section: &SectionProps) -> Html {
    let choice = use_state_eq(|| None::<Choice>);
    let dialog = use_node_ref();
    let lang = section.texts.lang;
    {
        let (choice, store) = (choice.clone(), section.store.clone());
        use_effect_with((), move |()| {
            let listening = on_press(OPENS, move |id| {
                choice.set(Some(Choice::of(id, store.now().url.view, lang)));
            });
            move || drop(listening)
        });
    }
    {
        let dialog = dialog.clone();
        use_effect_with(choice.is_some(), move |is_open| {
            if *is_open {
                open_dialog(&dialog);
            } else {
                close_dialog(&dialog);
            }
        });
    }
    let close = {
        let choice = choice.clone();
        Callback::from(move |()| choice.set(None))
    };
    let change = {
        let choice = choice.clone();
        Callback::from(move |changed: Choice| choice.set(Some(changed)))
    };
    html! {
        <>
            <button type="button" class="quiet embed-open" data-test="embed" data-embed-of="">
                { section.texts.sharing().embed }
            </button>
            <dialog class="embed" ref={dialog} aria-labelledby={HEADING} onclose={close.reform(|_: Event| ())}>
                if let Some(choice) = &*choice {
                    <Choices section={section.clone()} choice={choice.clone()} {change} {close} />
                }
            </dialog>
        </>
    }
}

/// What the dialog shows.
#[derive(PartialEq, Properties)]
struct ChoicesProps {
    section: SectionProps,
    choice: Choice,
    change: Callback<Choice>,
    close: Callback<()>,
}

#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let ChoicesProps { section, choice, change, close } = props;
    let now = use_url(&section.store, Clone::clone);
    let field = use_node_ref();
    let texts = section.texts;
    let words = texts.sharing();
    let options_in = |texts| options(section, texts, choice, now.item.as_deref());
    let options = options_in(texts);
    let shown = choice.shown(&now, &section.dataset);
    let page = address::standalone("");
    let report = Texts::of(choice.lang).title(&section.dataset.report);
    let chosen = options_in(Texts::of(choice.lang)).into_iter().find(|(value, _)| *value == choice.what);
    let part = chosen.filter(|(value, _)| value != View::default().word());
    let title = part.map_or(report.clone(), |(_, name)| format!("{name} · {report}"));
    let link = (Texts::of(choice.lang).sharing().fallback)(&title);
    let snippet = Snippet {
        host: choice.host,
        site: site_of(&page, texts.lang),
        lang: choice.lang,
        shown: &shown,
        title: &title,
        link: &link,
    };
    let (html, preview) = (snippet.html(), snippet.address(true));
    let with = |set: fn(&mut Choice, String)| {
        let (change, choice) = (change.clone(), choice.clone());
        Callback::from(move |value: String| {
            let mut choice = choice.clone();
            set(&mut choice, value);
            change.emit(choice);
        })
    };
    let switch = |id: &'static str, label: &'static str, is_on: bool, set: fn(&mut Choice, bool)| {
        let (change, choice) = (change.clone(), choice.clone());
        let onchange = Callback::from(move |event: Event| {
            let mut choice = choice.clone();
            set(&mut choice, is_checked(&event));
            change.emit(choice);
        });
        html! {
            <p class="switchable">
                <input type="checkbox" {id} checked={is_on} {onchange} />
                <label for={id}>{ label }</label>
            </p>
        }
    };
    let hosts = [(FITTED, Host::Fitted), (FIXED, Host::Fixed)];
    html! {
        <>
            <div class="embed-bar">
                <h2 id={HEADING}>{ words.embed }</h2>
                <button type="button" class="quiet" data-test="embed-close" onclick={close.reform(|_: MouseEvent| ())}>
                    { words.close }
                </button>
            </div>
            <p class="scope">{ words.embed_scope }</p>
            <div class="embed-choices">
                <Select id="embed-what" label={words.what} value={choice.what.clone()} choose={with(|choice, what| choice.what = what)}>
                    { for options.iter().map(|(value, name)| html! {
                        <option key={format!("{value} {name}")} value={value.clone()} selected={*value == choice.what}>{ name }</option>
                    }) }
                </Select>
                <Select
                    id="embed-theme"
                    label={words.theme}
                    value={choice.theme.word()}
                    choose={with(|choice, word| choice.theme = Theme::of(&word).unwrap_or_default())}
                >
                    { for Theme::ALL.iter().map(|(word, theme)| html! {
                        <option value={*word} selected={*theme == choice.theme}>{ (words.theme_of)(*theme) }</option>
                    }) }
                </Select>
                if languages(&section.dataset).len() > 1 {
                <Select
                    id="embed-lang"
                    label={words.language}
                    value={choice.lang.word()}
                    choose={with(|choice, word| choice.lang = Lang::of(&word).unwrap_or_default())}
                >
                    { for languages(&section.dataset).iter().map(|(word, lang)| html! {
                        <option value={*word} selected={*lang == choice.lang} lang={Texts::of(*lang).tag}>
                            { Texts::of(*lang).sharing().name }
                        </option>
                    }) }
                </Select>
                }
                <Select
                    id="embed-host"
                    label={words.host}
                    value={if choice.host == Host::Fitted { FITTED } else { FIXED }}
                    choose={with(|choice, word| choice.host = if word == FIXED { Host::Fixed } else { Host::Fitted })}
                >
                    { for hosts.map(|(word, host)| html! {
                        <option value={word} selected={host == choice.host}>{ (words.host_of)(host) }</option>
                    }) }
                </Select>
                { switch("embed-plain", words.plain, choice.is_plain, |choice, is_on| choice.is_plain = is_on) }
                { switch("embed-filters", words.filters, choice.has_filters, |choice, is_on| choice.has_filters = is_on) }
            </div>
            <label for="embed-snippet">{ words.snippet }</label>
            <textarea
                id="embed-snippet"
                class="embed-code"
                data-test="embed-snippet"
                ref={field.clone()}
                readonly=true
                rows="4"
                spellcheck="false"
                value={html.clone()}
            />
            <Copy
                text={html}
                {field}
                label={words.copy}
                copied={words.copied}
                selected={words.selected}
                test={Some("embed-copy")}
            />
            <p class="source">{ words.snippet_scope }</p>
            <h3>{ words.preview }</h3>
            <iframe class="embed-preview" key={preview.clone()} src={preview} title={format!("{}: {title}", words.preview)} />
        </>
    }
}

const FITTED: &str = "fitted";
const FIXED: &str = "fixed";

/// What can be taken along, with its name: the page and its parts, the charts, and what is open or was asked for.
fn options(
    section: &SectionProps,
    texts: &'static Texts,
    choice: &Choice,
    open: Option<&str>,
) -> Vec<(String, String)> {
    let words = texts.sharing();
    let charts = all(&Material { texts, ..section.material() });
    let pages = View::ALL.iter().filter(|(_, view)| section.pages.contains(view));
    let mut options: Vec<(String, String)> =
        pages.map(|(word, view)| ((*word).to_owned(), (words.part)(*view).to_owned())).collect();
    let drawn = CHARTS.iter().filter_map(|(id, _)| charts.iter().find(|chart| chart.id == *id));
    options.extend(drawn.map(|chart| (chart.id.to_owned(), (words.chart)(&chart.name))));
    for id in [open, Some(choice.what.as_str())].into_iter().flatten() {
        if options.iter().all(|(value, _)| value != id)
            && let Some(name) = name(&section.dataset, texts, id)
        {
            options.push((id.to_owned(), (words.opened)(name)));
        }
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_what_is_chosen() {
        let dataset = crate::data::bundled().unwrap().dataset;
        let (now, _) = UrlState::parse(View::Projects, "item=p08&q=x&by=place&childId=a");
        let of = |choice: Choice| choice.shown(&now, &dataset).href();
        let choice = Choice::of("levels".to_owned(), View::Home, Lang::Zh);
        assert_eq!(of(choice), "topics.html?item=levels&alone=1&v=3");
        let choice = Choice {
            has_filters: true,
            is_plain: true,
            ..Choice::of("projects".to_owned(), View::Home, Lang::Zh)
        };
        assert_eq!(of(choice), "projects.html?q=x&by=place&plain=1&v=3");
        let first = Choice { theme: Theme::Dark, ..Choice::of(String::new(), View::Home, Lang::Zh) };
        assert_eq!(of(first), "index.html?theme=dark&v=3");
    }
}
