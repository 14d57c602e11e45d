//! A chart as something to touch: pointer, finger and keyboard show the same tooltip, and what it is about is spoken.
//!
//! One stop of the Tab key leads to the chart, arrows lead through it. Screen readers that read the page instead meet
//! every mark as an image (or a button, where it can be chosen) with its values as its name.

use plan_chart::{Chart, Look, Rect, Scene, Step, draw};
use plan_lean::fixed;
use yew::{
    Callback, Html, KeyboardEvent, MouseEvent, PointerEvent, Properties, component, html, use_effect_with,
    use_memo, use_mut_ref, use_node_ref, use_state_eq,
};

use super::changing;
use crate::browser::{
    fit_height, id_under, is_on_tooltip, on_escape, place_in, show_active_in, shows_focus, use_width,
    window_around,
};
use crate::texts::Texts;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct ChartViewProps {
    /// The id of its figure; unique on the page.
    pub id: &'static str,
    /// The chart.
    pub chart: Chart,
    /// Its name.
    pub name: String,
    /// Its finding, which is spoken where a choice has changed the chart.
    pub finding: String,
    /// Called with the id of what was chosen.
    #[prop_or_default]
    pub choose: Option<Callback<String>>,
    /// The width that the chart is laid out for in a wide window, in the prerendered page.
    pub wide: i32,
    /// Whether the chart is folded away on phones: then the prerendered page has it for a wide window alone.
    #[prop_or_default]
    pub is_wide_first: bool,
    /// Told the width that the chart is laid out for.
    #[prop_or_default]
    pub laid_out: Option<Callback<i32>>,
    /// The words.
    pub texts: &'static Texts,
}

/// The width that pictures are laid out for before that of their chart is known.
pub(super) const WIDTH_AT_FIRST: i32 = 720;

/// The width of a chart on a phone of 390 px, in the prerendered page; styles/chart.css shows this or the wide one.
#[cfg(not(target_arch = "wasm32"))]
const NARROW: i32 = 358;

/// What a key does in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// Goes there.
    Go(Step),
    /// Chooses what is active.
    Choose,
    /// Leaves what is active.
    Dismiss,
    /// Nothing: the key is the browser's, or the page's.
    Leave,
}

fn act(key: &str) -> Act {
    match key {
        "ArrowDown" => Act::Go(Step::Down),
        "ArrowUp" => Act::Go(Step::Up),
        "ArrowRight" => Act::Go(Step::On),
        "ArrowLeft" => Act::Go(Step::Back),
        "Home" => Act::Go(Step::First),
        "End" => Act::Go(Step::Last),
        "Enter" | " " => Act::Choose,
        "Escape" => Act::Dismiss,
        _ => Act::Leave,
    }
}

/// What is pointed to, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Pointed {
    /// What was pointed to last: keys go on from there.
    last: Option<usize>,
    /// Whether its tooltip is shown.
    is_shown: bool,
    /// Of how many: where the chart has come to have others, what was pointed to may be something else.
    of: usize,
    by_key: bool,
    /// How far right in the drawing the pointer is.
    pointer: Option<f64>,
    /// Whether something was chosen, and nothing pointed to since.
    has_chosen: bool,
}

impl Pointed {
    fn by_key(target: Option<usize>, scene: &Scene) -> Self {
        let is_shown = target.is_some();
        Self { last: target, is_shown, of: scene.targets.len(), by_key: true, ..Self::default() }
    }

    /// Where nothing lies under the pointer, keys still go on from where they were.
    fn by_pointer(self, target: Option<usize>, scene: &Scene, pointer: Option<f64>) -> Self {
        let last = target.or(self.last);
        Self { last, is_shown: target.is_some(), of: scene.targets.len(), pointer, ..Self::default() }
    }

    fn hidden(self) -> Self {
        Self { is_shown: false, ..self }
    }

    /// What was pointed to last, where the scene still has it.
    fn last_in(self, scene: &Scene) -> Option<usize> {
        self.last.filter(|_| self.of == scene.targets.len())
    }

    /// What is pointed to now.
    fn target_in(self, scene: &Scene) -> Option<usize> {
        self.last_in(scene).filter(|_| self.is_shown)
    }
}

/// The chart, as wide as its container.
#[component]
pub fn ChartView(props: &ChartViewProps) -> Html {
    let ChartViewProps { id, chart, name, choose, laid_out, texts, .. } = props;
    let words = texts.charts();
    let container = use_node_ref();
    let svg = use_node_ref();
    let width = use_width(&container, id);
    let is_known = width.is_some();
    let scene = use_memo((chart.clone(), width, props.wide), |(chart, width, wide)| {
        // Nothing is drawn in the browser before the width is known.
        chart.place(f64::from(width.unwrap_or(*wide)))
    });
    let pointed = use_state_eq(Pointed::default);
    let visible = use_state_eq(|| None::<Rect>);

    use_effect_with((width, laid_out.clone()), |(width, laid_out)| {
        if let (Some(laid_out), Some(width)) = (laid_out, width) {
            laid_out.emit(*width);
        }
    });
    {
        let (container, is_first) = (container.clone(), use_mut_ref(|| true));
        use_effect_with(chart.clone(), move |_| {
            if !is_first.replace(false) {
                fit_height(&container);
            }
        });
    }
    // Before the browser paints: the tooltip goes where the reader sees it.
    {
        let (svg, visible, width) = (svg.clone(), visible.clone(), scene.width);
        use_effect_with(*pointed, move |pointed| {
            if pointed.by_key {
                show_active_in(&svg);
            }
            if pointed.is_shown {
                visible.set(window_around(&svg, width));
            }
        });
    }
    {
        let pointed = pointed.clone();
        use_effect_with(*pointed, move |now| {
            let now = *now;
            let listening = now.is_shown.then(|| on_escape(move || pointed.set(now.hidden())));
            move || drop(listening)
        });
    }

    let target_at = {
        let (scene, svg) = (scene.clone(), svg.clone());
        move |event: &MouseEvent| {
            // What is clicked by other means than a pointer has no place, but is what it is.
            let hit = id_under(event).and_then(|id| scene.targets.iter().position(|target| target.id == id));
            hit.or_else(|| place_in(&svg, scene.width, event).and_then(|(x, y)| scene.at(x, y)))
        }
    };
    let onclick = {
        let (target_at, pointed, scene, choose) =
            (target_at.clone(), pointed.clone(), scene.clone(), choose.clone());
        let svg = svg.clone();
        Callback::from(move |event: MouseEvent| {
            if is_on_tooltip(&event) {
                return;
            }
            let target = target_at(&event);
            let pointer = place_in(&svg, scene.width, &event).map(|(x, _)| x);
            let has_chosen = emit(choose.as_ref(), &scene, target);
            pointed.set(Pointed { has_chosen, ..pointed.by_pointer(target, &scene, pointer) });
        })
    };
    let onpointermove = {
        let (pointed, scene, svg) = (pointed.clone(), scene.clone(), svg.clone());
        Callback::from(move |event: PointerEvent| {
            // A finger that moves scrolls the page. The tooltip can be moved onto, to read or to copy it.
            if event.pointer_type() == "touch" || is_on_tooltip(&event) {
                return;
            }
            let target = target_at(&event);
            // The tooltip stays where it came up while the pointer stays on what it is about.
            if pointed.target_in(&scene) != target || target.is_none() {
                let pointer = place_in(&svg, scene.width, &event).map(|(x, _)| x);
                pointed.set(pointed.by_pointer(target, &scene, pointer));
            }
        })
    };
    let onpointerleave = {
        let pointed = pointed.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger that is lifted leaves too; what it tapped stays to be read.
            if event.pointer_type() != "touch" {
                pointed.set(pointed.hidden());
            }
        })
    };
    let onkeydown = {
        let (pointed, scene, choose) = (pointed.clone(), scene.clone(), choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            // With these, a key is the browser's: back, to the top, in a new window.
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            match act(&event.key()) {
                Act::Go(step) if !scene.targets.is_empty() => {
                    event.prevent_default();
                    pointed.set(Pointed::by_key(scene.step(pointed.last_in(&scene), step), &scene));
                }
                Act::Choose if choose.is_some() && pointed.target_in(&scene).is_some() => {
                    event.prevent_default();
                    let has_chosen = emit(choose.as_ref(), &scene, pointed.target_in(&scene));
                    pointed.set(Pointed { has_chosen, ..*pointed });
                }
                Act::Dismiss if pointed.is_shown => {
                    // What the chart stands in is not left by the same key.
                    event.prevent_default();
                    pointed.set(pointed.hidden());
                }
                Act::Go(_) | Act::Choose | Act::Dismiss | Act::Leave => {}
            }
        })
    };
    let onfocus = {
        let (pointed, scene, svg) = (pointed.clone(), scene.clone(), svg.clone());
        Callback::from(move |_| {
            // A finger or a mouse focuses too, and says itself what it points to.
            if shows_focus(&svg) && !scene.targets.is_empty() {
                let target = pointed.last_in(&scene).or(Some(0));
                pointed.set(Pointed { by_key: false, ..Pointed::by_key(target, &scene) });
            }
        })
    };
    let onblur = {
        let pointed = pointed.clone();
        Callback::from(move |_| pointed.set(pointed.hidden()))
    };

    let active = pointed.target_in(&scene);
    let spoken = active
        .and_then(|active| scene.targets.get(active))
        .map(|target| scene.spoken(target))
        // The chart has become another by the choice: what it says now.
        .or_else(|| pointed.has_chosen.then(|| props.finding.clone()));
    let look = Look { active, visible: *visible, pointer: pointed.pointer, is_still: false };
    let [width, height] = sizes(&scene);
    let description = (words.description)(name, scene.targets.len(), choose.is_some());
    let class = if choose.is_some() { "drawing choosable" } else { "drawing" };
    html! {
        <div class="chart" ref={container} data-test="chart">
            if is_known {
                <svg
                    key="drawing"
                    ref={svg}
                    {class}
                    role="group"
                    aria-roledescription={words.role}
                    tabindex="0"
                    aria-label={name.clone()}
                    aria-description={description}
                    width={width.clone()}
                    height={height.clone()}
                    viewBox={format!("0 0 {width} {height}")}
                    {onclick}
                    {onpointermove}
                    {onpointerleave}
                    {onkeydown}
                    {onfocus}
                    {onblur}
                >
                    { draw(&scene, look) }
                </svg>
            } else {
                { prerendered(props, &scene) }
            }
            <p class="visually-hidden" role="status">{ changing(spoken.unwrap_or_default()) }</p>
        </div>
    }
}

/// Width and height as attributes have them.
fn sizes(scene: &Scene) -> [String; 2] {
    [scene.width, scene.height].map(|size| fixed(size, 6))
}

/// The chart in the prerendered page, for a phone and for a wide window. In the browser, nothing: the width is about to be known.
#[cfg(not(target_arch = "wasm32"))]
fn prerendered(props: &ChartViewProps, wide: &Scene) -> Html {
    let narrow = (!props.is_wide_first).then(|| props.chart.place(f64::from(NARROW)));
    html! {
        <>
            { for narrow.map(|narrow| still(&narrow, "drawing narrow", &props.finding)) }
            { still(wide, "drawing wide", &props.finding) }
        </>
    }
}

#[cfg(target_arch = "wasm32")]
fn prerendered(_: &ChartViewProps, _: &Scene) -> Html {
    Html::default()
}

/// A drawing that is as wide as there is room, to be seen and not to be touched. Its name is what it says; its values are in the
/// table.
#[cfg(not(target_arch = "wasm32"))]
fn still(scene: &Scene, class: &'static str, finding: &str) -> Html {
    let [width, height] = sizes(scene);
    html! {
        <svg
            {class}
            key={class}
            role="img"
            aria-label={finding.to_owned()}
            width={width.clone()}
            height={height.clone()}
            viewBox={format!("0 0 {width} {height}")}
            preserveAspectRatio="xMinYMin"
        >
            { draw(scene, Look { is_still: true, ..Look::default() }) }
        </svg>
    }
}

/// Whether there was something to choose.
fn emit(choose: Option<&Callback<String>>, scene: &Scene, target: Option<usize>) -> bool {
    let target =
        target.and_then(|target| scene.targets.get(target)).filter(|target| target.current.is_some());
    match (choose, target) {
        (Some(choose), Some(target)) => {
            choose.emit(target.id.clone());
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Act, Step, act};

    #[test]
    fn keys_lead_through_the_chart_and_others_are_the_browser_s() {
        assert_eq!(act("ArrowDown"), Act::Go(Step::Down));
        assert_eq!(act("ArrowLeft"), Act::Go(Step::Back));
        assert_eq!(act("Home"), Act::Go(Step::First));
        assert_eq!(act("End"), Act::Go(Step::Last));
        assert_eq!(act(" "), Act::Choose);
        assert_eq!(act("Escape"), Act::Dismiss);
        for key in ["Tab", "a", "PageDown"] {
            assert_eq!(act(key), Act::Leave, "{key}");
        }
    }
}
