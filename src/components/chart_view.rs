//! A chart as something to touch: pointer, finger and keyboard show the same tooltip, and what it is about is spoken.
//!
//! One stop of the Tab key leads to the chart, arrows lead through it. Screen readers that read the page instead meet
//! every mark as an image (or a button, where it can be chosen) with its values as its name.

use plan_chart::{Chart, Look, Rect, Scene, Step, draw};
use yew::{
    Callback, Html, KeyboardEvent, MouseEvent, PointerEvent, Properties, component, html, use_effect_with,
    use_memo, use_node_ref, use_state_eq,
};

use crate::browser::{id_under, on_escape, place_in, show_active_in, use_width, window_around};
use crate::texts::Texts;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct ChartViewProps {
    /// The chart.
    pub chart: Chart,
    /// Its name.
    pub name: String,
    /// Called with the id of what was chosen.
    #[prop_or_default]
    pub choose: Option<Callback<String>>,
    /// Told the width that the chart is laid out for.
    #[prop_or_default]
    pub laid_out: Option<Callback<i32>>,
    /// The words.
    pub texts: &'static Texts,
}

/// The width that charts are laid out for before their own is known.
pub(super) const WIDTH_AT_FIRST: i32 = 720;

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
    target: Option<usize>,
    /// Of how many: where the chart has come to have others, what was pointed to may be something else.
    of: usize,
    by_key: bool,
}

impl Pointed {
    fn at(target: Option<usize>, scene: &Scene, by_key: bool) -> Self {
        Self { target, of: scene.targets.len(), by_key }
    }

    /// The target, where the scene still has it.
    fn target_in(self, scene: &Scene) -> Option<usize> {
        self.target.filter(|_| self.of == scene.targets.len())
    }
}

/// The chart, as wide as its container.
#[component]
pub fn ChartView(props: &ChartViewProps) -> Html {
    let ChartViewProps { chart, name, choose, laid_out, texts } = props;
    let words = &texts.charts;
    let container = use_node_ref();
    let svg = use_node_ref();
    let width = use_width(&container, WIDTH_AT_FIRST);
    let scene = use_memo((chart.clone(), width), |(chart, width)| chart.place(f64::from(*width)));
    let pointed = use_state_eq(Pointed::default);
    let visible = use_state_eq(|| None::<Rect>);

    use_effect_with((width, laid_out.clone()), |(width, laid_out)| {
        if let Some(laid_out) = laid_out {
            laid_out.emit(*width);
        }
    });
    // Before the browser paints: the tooltip goes where the reader sees it.
    {
        let (svg, visible) = (svg.clone(), visible.clone());
        use_effect_with(*pointed, move |pointed| {
            if pointed.by_key {
                show_active_in(&svg);
            }
            if pointed.target.is_some() {
                visible.set(window_around(&svg));
            }
        });
    }
    {
        let pointed = pointed.clone();
        use_effect_with(pointed.target.is_some(), move |is_pointed| {
            let listening = is_pointed.then(|| on_escape(move || pointed.set(Pointed::default())));
            move || drop(listening)
        });
    }

    let target_at = {
        let (scene, svg) = (scene.clone(), svg.clone());
        move |event: &MouseEvent| {
            // What is clicked by other means than a pointer has no place, but is what it is.
            let hit = id_under(event).and_then(|id| scene.targets.iter().position(|target| target.id == id));
            hit.or_else(|| place_in(&svg, event).and_then(|(x, y)| scene.at(x, y)))
        }
    };
    let onclick = {
        let (target_at, pointed, scene, choose) =
            (target_at.clone(), pointed.clone(), scene.clone(), choose.clone());
        Callback::from(move |event: MouseEvent| {
            let target = target_at(&event);
            pointed.set(Pointed::at(target, &scene, false));
            emit(choose.as_ref(), &scene, target);
        })
    };
    let onpointermove = {
        let (pointed, scene) = (pointed.clone(), scene.clone());
        Callback::from(move |event: PointerEvent| {
            // A finger that moves scrolls the page.
            if event.pointer_type() != "touch" {
                pointed.set(Pointed::at(target_at(&event), &scene, false));
            }
        })
    };
    let onpointerleave = {
        let pointed = pointed.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger that is lifted leaves too; what it tapped stays to be read.
            if event.pointer_type() != "touch" {
                pointed.set(Pointed::default());
            }
        })
    };
    let onkeydown = {
        let (pointed, scene, choose) = (pointed.clone(), scene.clone(), choose.clone());
        Callback::from(move |event: KeyboardEvent| match act(&event.key()) {
            Act::Go(step) if !scene.targets.is_empty() => {
                event.prevent_default();
                let from = pointed.target_in(&scene);
                pointed.set(Pointed::at(scene.step(from, step), &scene, true));
            }
            Act::Choose if choose.is_some() && pointed.target_in(&scene).is_some() => {
                event.prevent_default();
                emit(choose.as_ref(), &scene, pointed.target_in(&scene));
            }
            Act::Dismiss => pointed.set(Pointed::default()),
            Act::Go(_) | Act::Choose | Act::Leave => {}
        })
    };
    let onfocus = {
        let (pointed, scene) = (pointed.clone(), scene.clone());
        Callback::from(move |_| {
            if pointed.target_in(&scene).is_none() && !scene.targets.is_empty() {
                pointed.set(Pointed::at(Some(0), &scene, false));
            }
        })
    };
    let onblur = {
        let pointed = pointed.clone();
        Callback::from(move |_| pointed.set(Pointed::default()))
    };

    let active = pointed.target_in(&scene);
    let spoken = active.and_then(|active| scene.targets.get(active)).map(|target| scene.spoken(target));
    let Scene { width, height, .. } = *scene;
    html! {
        <div class="chart" ref={container} data-test="chart">
            <svg
                ref={svg}
                class={if choose.is_some() { "drawing choosable" } else { "drawing" }}
                role="group"
                aria-roledescription={words.role}
                tabindex="0"
                aria-label={(words.description)(name, scene.targets.len(), choose.is_some())}
                width={width.to_string()}
                height={height.to_string()}
                viewBox={format!("0 0 {width} {height}")}
                {onclick}
                {onpointermove}
                {onpointerleave}
                {onkeydown}
                {onfocus}
                {onblur}
            >
                { draw(&scene, Look { active, visible: *visible }) }
            </svg>
            <p class="visually-hidden" role="status">{ spoken.unwrap_or_default() }</p>
        </div>
    }
}

fn emit(choose: Option<&Callback<String>>, scene: &Scene, target: Option<usize>) {
    if let Some(target) = target.and_then(|target| scene.targets.get(target))
        && target.pressed.is_some()
        && let Some(choose) = choose
    {
        choose.emit(target.id.clone());
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
