//! A road as a strip: the projects along it by the sides and stretches that the report names. A scheme and no map: what the report
//! does not say has no place in it.

use plan_data::facet::Facet;
use plan_data::{LocationKind, LocationPart, NamedIn, Project};
use yew::{Html, html};

use super::SectionProps;
use super::project::project_link;

/// How a side lies to the line of the road.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// North or east of it.
    Above,
    /// On both sides, at a crossing, or it is not said.
    On,
    /// South or west of it.
    Below,
}

/// A project at a stated side and stretch.
struct Spot<'a> {
    project: &'a Project,
    level: Level,
    /// The side, in words.
    side: String,
    /// The stretch as printed, with its place among others.
    stretch: Option<(u8, &'a str)>,
}

/// The strip of the road of that id, on which `shown` is marked; nothing where there is no other project.
pub(super) fn road(place: &str, shown: &Project, section: &SectionProps) -> Html {
    let dataset = &section.dataset;
    let spots: Vec<Spot<'_>> = dataset
        .projects
        .iter()
        .flat_map(|project| project.parts.iter().map(move |part| (project, part)))
        .filter_map(|(project, part)| spot(project, part, place, section))
        .collect();
    if spots.iter().all(|spot| spot.project.id == shown.id) {
        return Html::default();
    }
    let mut stretches: Vec<Option<(u8, &str)>> = Vec::new();
    let mut sides: Vec<(Level, &str)> = Vec::new();
    for Spot { level, side, stretch, .. } in &spots {
        if !stretches.contains(stretch) {
            stretches.push(*stretch);
        }
        if !sides.contains(&(*level, side)) {
            sides.push((*level, side));
        }
    }
    // What is not said comes last.
    plan_lean::sort_by_key(&mut stretches, |stretch| (stretch.is_none(), *stretch));
    plan_lean::sort_by_key(&mut sides, |(level, _)| *level);
    let words = section.texts.explore();
    let name = section.material().value_name(Facet::Place, place);
    let columns = stretches.len() + 1;
    let side = |(level, side): &(Level, &str)| {
        let class = (*level == Level::On).then_some("on-road");
        let at = |stretch: Option<(u8, &str)>| {
            let here = spots.iter().filter(|spot| (spot.level, spot.side.as_str()) == (*level, *side));
            let here = here.filter(|spot| spot.stretch == stretch);
            html! { <td><ul>{ for here.map(|spot| entry(spot.project, shown, section)) }</ul></td> }
        };
        html! { <tr {class}><th scope="row">{ *side }</th>{ for stretches.iter().copied().map(at) }</tr> }
    };
    let of = |wanted: Level| sides.iter().filter(move |(level, _)| *level == wanted).map(side);
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={(words.road)(&name)}>
            <table class="road">
                <caption>{ words.road_scope }</caption>
                if stretches.iter().any(Option::is_some) {
                    <thead>
                        <tr>
                            <td></td>
                            { for stretches.iter().map(|stretch| html! {
                                <th scope="col">{ stretch_name(stretch.map(|(_, stretch)| stretch), section) }</th>
                            }) }
                        </tr>
                    </thead>
                }
                <tbody>
                    { for of(Level::Above) }
                    <tr class="road-line"><td colspan={columns.to_string()}>{ &name }</td></tr>
                    { for of(Level::On) }
                    { for of(Level::Below) }
                </tbody>
            </table>
        </div>
    }
}

/// The stretch in the reader's words, and as it is printed.
fn stretch_name(printed: Option<&str>, section: &SectionProps) -> Html {
    let name = (section.texts.explore().stretch)(printed);
    let printed = printed.map(|printed| html! { <span lang="zh-CN">{ printed.to_owned() }</span> });
    html! { <>{ name }if name.is_some() && printed.is_some() { { " · " } }{ printed }</> }
}

fn entry(project: &Project, shown: &Project, section: &SectionProps) -> Html {
    if project.id == shown.id {
        let name = html! { <span lang="zh-CN">{ project.name.zh.clone() }</span> };
        html! { <li><strong aria-current="true">{ name }</strong></li> }
    } else {
        html! { <li>{ project_link(project, section) }</li> }
    }
}

/// Where the part of a location is on the road; `None` where it is of another place.
fn spot<'a>(
    project: &'a Project,
    part: &'a LocationPart,
    road: &str,
    section: &SectionProps,
) -> Option<Spot<'a>> {
    let (other, stretch) = if part.place == road {
        let at = |one: &&LocationPart| {
            one.place == road && one.kind == LocationKind::At && one.named_in == NamedIn::Location
        };
        let is_sided = |one: &LocationPart| {
            one.place == road && matches!(one.kind, LocationKind::Side | LocationKind::BothSides)
        };
        // One location may state side and stretch apart: that is one spot.
        if at(&part) && project.parts.iter().any(is_sided) {
            return None;
        }
        let apart = || project.parts.iter().find(at).filter(|_| is_sided(part))?.stretch();
        (part.other.as_deref(), part.stretch().or_else(apart))
    } else if part.other.as_deref() == Some(road) {
        (Some(part.place.as_str()), None)
    } else {
        return None;
    };
    let other = other.map(|place| section.material().value_name(Facet::Place, place));
    let direction = part.direction.as_deref();
    let is_on_a_side = matches!(part.kind, LocationKind::Side | LocationKind::Beyond);
    let level = match direction {
        Some("north" | "east" | "north-east" | "north-west") if is_on_a_side => Level::Above,
        Some("south" | "west" | "south-east" | "south-west") if is_on_a_side => Level::Below,
        _ => Level::On,
    };
    let words = section.texts.explore();
    let side = if part.kind == LocationKind::At && part.named_in != NamedIn::Location {
        words.on_road.to_owned()
    } else {
        (words.at_road)(part.kind, direction, other.as_deref())
    };
    // A former road may lie elsewhere, and a planned one is not built.
    let note = part.segment.as_deref().filter(|_| part.place == road).and_then(words.road_note);
    let side = side + &note.map(words.counted_of).unwrap_or_default();
    Some(Spot { project, level, side, stretch })
}
