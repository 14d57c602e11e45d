//! Questions that one chart each answers.

use yew::{Html, component, html};

use super::SectionProps;
use crate::charts::{economy, environment, funding, investment, levels};
use crate::components::{Figure, HALF};

/// The charts: two beside each other where there is room.
#[component]
pub fn Questions(props: &SectionProps) -> Html {
    let texts = props.texts;
    let material = props.material();
    let specs = [
        levels(&material),
        economy(&material),
        investment(&material),
        funding(&material),
        environment(&material),
    ];
    html! {
        <div class="figures">
            { for specs.iter().map(|spec| html! {
                <Figure key={spec.id} wide={HALF} spec={spec.clone()} file={props.file()} date={props.date()} is_nested=true {texts} />
            }) }
        </div>
    }
}
