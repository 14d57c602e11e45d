//! The location of a project, taken apart: 白石大道东段南侧、柳河村 is a side of a road and a village. Only where all of it is understood.

use crate::clauses::{has_any, longest_prefix};

/// One statement of a location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// As printed.
    pub(super) printed: &'a str,
    /// How the project lies to the place: a word of `LocationKind`.
    pub(super) relation: &'static str,
    /// The place.
    pub(super) place: Place<'a>,
    /// The stretch of a road as printed, or `planned`, `former`.
    pub(super) segment: &'a str,
    /// The direction.
    pub(super) direction: String,
    /// The other place of a crossing or a stretch.
    pub(super) other: Option<Place<'a>>,
}

/// A place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// What it is.
    pub(super) kind: &'static str,
}

/// What names end in, and the kind of place that this is.
const ENDS: [(&str, &str); 58] = [
    ("街道办事处", "sub-district"),
    ("办事处", "sub-district"),
    ("街道", "sub-district"),
    ("专用线", "railway"),
    ("铁路", "railway"),
    ("高铁", "railway"),
    ("高速引线", "motorway-link"),
    ("引线", "motorway-link"),
    ("高速公路", "road"),
    ("大道", "road"),
    ("公路", "road"),
    ("国道", "road"),
    ("省道", "road"),
    ("县道", "road"),
    ("快速路", "road"),
    ("环路", "road"),
    ("大街", "road"),
    ("路", "road"),
    ("街", "road"),
    ("巷", "road"),
    ("线", "railway"),
    ("社区", "community"),
    ("小区", "landmark"),
    ("村", "village"),
    ("镇", "sub-district"),
    ("乡", "sub-district"),
    ("县", "county"),
    ("河", "river"),
    ("江", "river"),
    ("湖", "river"),
    ("水库", "river"),
    ("渠", "river"),
    ("溪", "river"),
    ("小学", "landmark"),
    ("中学", "landmark"),
    ("学校", "landmark"),
    ("学院", "landmark"),
    ("医院", "landmark"),
    ("储备库", "landmark"),
    ("林场", "landmark"),
    ("砖厂", "landmark"),
    ("水厂", "landmark"),
    ("电厂", "landmark"),
    ("厂", "landmark"),
    ("工业园", "landmark"),
    ("产业园", "landmark"),
    ("工业园区", "landmark"),
    ("产业园区", "landmark"),
    ("园区", "landmark"),
    ("开发区", "landmark"),
    ("高新区", "landmark"),
    ("集聚区", "landmark"),
    ("新区", "landmark"),
    ("公园", "landmark"),
    ("广场", "landmark"),
    ("大桥", "landmark"),
    ("车站", "landmark"),
    ("客运站", "landmark"),
];

/// What follows an end where the name goes on: 柳河村小学, 文昌路街道, 站前路口.
const GOES_ON: [&str; 34] = [
    "小学",
    "中学",
    "学校",
    "办事处",
    "街道",
    "社区",
    "村",
    "镇",
    "乡",
    "路",
    "街",
    "大道",
    "桥",
    "庄",
    "道",
    "民",
    "委",
    "口镇",
    "厂",
    "库",
    "站",
    "园",
    "湾",
    "坝",
    "沟",
    "部",
    "府",
    "城",
    "县",
    "新区",
    "水库",
    "公园",
    "广场",
    "大街",
];

/// Words that no name of a place has.
const NO_NAMES: [&str; 14] = [
    "新建", "改造", "建设", "投资", "处理", "生产", "安装", "配套", "实施", "完善", "推进", "主要", "包括",
    "长度",
];

/// Whether a name goes on after an end. 路南 after a village is the side of a road.
fn goes_on(after: &str) -> bool {
    let side =
        after.strip_prefix('路').filter(|rest| DIRECTIONS.iter().any(|(word, _)| rest.starts_with(word)));
    let numeral = after
        .strip_prefix(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
        .is_some_and(|rest| rest.starts_with(['路', '街', '巷']));
    numeral || (side.is_none() && longest_prefix(after, &GOES_ON) > 0)
}

/// Directions, the longer first.
const DIRECTIONS: [(&str, &str); 8] = [
    ("东南", "south-east"),
    ("东北", "north-east"),
    ("西南", "south-west"),
    ("西北", "north-west"),
    ("东", "east"),
    ("西", "west"),
    ("南", "south"),
    ("北", "north"),
];

/// The most characters of a name before its end.
const LONGEST: usize = 10;

/// A text that is being taken apart.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn take(&mut self, word: &str) -> bool {
        self.0.strip_prefix(word).map(|rest| self.0 = rest).is_some()
    }

    fn take_any(&mut self, words: &[&str]) -> Option<&'a str> {
        match longest_prefix(self.0, words) {
            0 => None,
            length => {
                let (word, rest) = self.0.split_at_checked(length)?;
                self.0 = rest;
                Some(word)
            }
        }
    }

    fn direction(&mut self) -> Option<&'static str> {
        let (word, code) = DIRECTIONS.iter().find(|(word, _)| self.0.starts_with(word))?;
        self.0 = self.0.get(word.len()..)?;
        Some(code)
    }

    /// 南侧, 东北角; the directions of 南北两侧, 东、西两侧; `both` of 两侧.
    fn side(&mut self) -> Option<(&'static str, String)> {
        let before = self.0;
        if self.take("两侧") {
            return Some(("both-sides", "both".to_owned()));
        }
        let both = [
            (["南北两侧", "南、北两侧", "北南两侧", "北、南两侧"], "north+south"),
            (["东西两侧", "东、西两侧", "西东两侧", "西、东两侧"], "east+west"),
        ];
        for (printed, directions) in both {
            if self.take_any(&printed).is_some() {
                return Some(("both-sides", directions.to_owned()));
            }
        }
        let direction = self.direction();
        if let Some(direction) = direction
            && self.take_any(&["侧", "边", "面", "角"]).is_some()
        {
            return Some(("side", direction.to_owned()));
        }
        self.0 = before;
        None
    }

    /// A name of a place: up to the first end that is not the beginning of a longer name.
    fn place(&mut self) -> Option<Place<'a>> {
        let text = self.0;
        for (at, character) in text.char_indices().take(LONGEST + 1) {
            if "、，,；。（）()与和至到".contains(character) {
                return None;
            }
            let rest = text.get(at..)?;
            let end = ENDS.iter().filter(|(end, _)| rest.starts_with(end)).max_by_key(|(end, _)| end.len());
            let Some((end, kind)) = end.filter(|_| at > 0) else {
                continue;
            };
            let after = rest.get(end.len()..)?;
            // 路南, 村北 go on with a direction, 路口 and 村民 with the name.
            if goes_on(after) || (*end == "街" && after.starts_with('区')) {
                continue;
            }
            let (name, left) = text.split_at_checked(at + end.len())?;
            let is_counted = name.contains(|c: char| c.is_ascii_digit())
                && !matches!(*end, "国道" | "省道" | "县道" | "线");
            // 新建路 is a name.
            let stem = name.get(..name.len() - end.len()).unwrap_or_default();
            if !NO_NAMES.contains(&stem) && has_any(stem, &NO_NAMES) {
                return None;
            }
            if is_counted
                || name.starts_with(['该', '各', '全', '本', '个', '东', '西', '南', '北', '侧', '段'])
                    && name.chars().count() < 3
            {
                return None;
            }
            self.0 = left;
            return Some(Place { name, kind });
        }
        None
    }
}

/// Takes a location apart; `None` where a part of it is not understood.
pub(super) fn parts(location: &str) -> Option<Vec<Part<'_>>> {
    let mut rest = Rest(location);
    let mut parts: Vec<Part<'_>> = Vec::new();
    while !rest.0.is_empty() {
        if parts.is_empty() {
            rest.take("位于");
        } else {
            rest.take_any(&["、", "，", ","]);
        }
        let begin = rest.0;
        let road = parts.iter().rev().map(|part| part.place).find(|place| place.kind == "road");
        let mut part = part(&mut rest, road)?;
        part.printed = begin.get(..begin.len() - rest.0.len())?;
        parts.push(part);
    }
    (!parts.is_empty() && !location.starts_with("位于")).then_some(parts)
}

/// The next part; `printed` is left empty. `road`: the last that was named.
fn part<'a>(rest: &mut Rest<'a>, road: Option<Place<'a>>) -> Option<Part<'a>> {
    let made = |relation, place, segment, direction: String, other| Part {
        printed: "",
        relation,
        place,
        segment,
        direction,
        other,
    };
    // 与柳河县交界处
    if rest.take("与") {
        let place = rest.place()?;
        return rest.take_any(&["交界处", "交界"]).map(|_| made("border", place, "", String::new(), None));
    }
    // 路南 of the road before.
    if let Some(road) = road
        && rest.take("路")
    {
        let direction = rest.direction()?;
        return Some(made("side", road, "", direction.to_owned(), None));
    }
    let state = match rest.take_any(&["规划", "拟建", "原"]) {
        Some("原") => "former",
        Some(_) => "planned",
        None => "",
    };
    let place = rest.place()?;
    if let Some(old) = rest.0.strip_prefix("（原").and_then(|old| old.split_once('）')) {
        rest.0 = old.1;
    }
    let stretch = rest.take_any(&["东段", "西段", "南段", "北段", "中段"]).unwrap_or_default();
    let segment = if stretch.is_empty() { state } else { stretch };
    // Where it crosses another.
    let before = rest.0;
    let mut toward = "";
    let joined = rest.take_any(&["与", "和"]).is_some() || {
        toward = rest.take_any(&["东", "西", "南", "北"]).unwrap_or_default();
        true
    };
    if joined {
        rest.take_any(&["规划", "原"]);
        if let Some(other) = rest.place()
            && rest.take_any(&["交叉口", "交汇处", "交叉处", "交会处", "交口"]).is_some()
        {
            rest.take("路");
            let direction = rest.direction().unwrap_or_default();
            rest.take_any(&["角", "侧"]);
            let segment = if toward.is_empty() { segment } else { toward };
            return Some(made("crossing", place, segment, direction.to_owned(), Some(other)));
        }
        rest.0 = before;
    }
    if rest.take_any(&["至", "到"]).is_some() {
        let other = rest.place()?;
        rest.take("段");
        return Some(made("along", place, segment, String::new(), Some(other)));
    }
    if let Some((relation, direction)) = rest.side() {
        return Some(made(relation, place, segment, direction, None));
    }
    if rest.take("以") {
        let direction = rest.direction()?;
        return Some(made("beyond", place, segment, direction.to_owned(), None));
    }
    let before = rest.0;
    if let Some(direction) = rest.direction() {
        if rest.0.is_empty() || rest.0.starts_with(['、', '，', ',']) {
            let relation = if place.kind == "landmark" { "near" } else { "beyond" };
            return Some(made(relation, place, segment, direction.to_owned(), None));
        }
        rest.0 = before;
    }
    let relation = match place.kind {
        "sub-district" | "county" => "within",
        _ if rest.take_any(&["附近", "旁", "周边"]).is_some() => "near",
        _ => "at",
    };
    rest.take_any(&["境内", "辖区内", "内"]);
    Some(made(relation, place, segment, String::new(), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each part as its words, relation, place, segment, direction and other place.
    fn taken_apart(location: &str) -> Option<Vec<String>> {
        let written = |part: &Part<'_>| {
            let other = part.other.map_or("", |other| other.name);
            [part.printed, part.relation, part.place.name, part.segment, &part.direction, other].join("|")
        };
        parts(location).map(|parts| parts.iter().map(written).collect())
    }

    #[test]
    fn locations_are_taken_apart_where_all_is_understood() {
        for (location, parts) in [
            (
                "白石大道东段南侧、柳河一路两侧",
                Some(vec![
                    "白石大道东段南侧|side|白石大道|东段|south|",
                    "柳河一路两侧|both-sides|柳河一路||both|",
                ]),
            ),
            ("云岭镇双井村", Some(vec!["云岭镇|within|云岭镇|||", "双井村|at|双井村|||"])),
            (
                "规划科技路与白石大道交叉口西北角",
                Some(vec!["规划科技路与白石大道交叉口西北角|crossing|科技路|planned|north-west|白石大道"]),
            ),
            (
                "青禾路东、西两侧花园村",
                Some(vec!["青禾路东、西两侧|both-sides|青禾路||east+west|", "花园村|at|花园村|||"]),
            ),
            (
                "311国道以南，与柳河县交界处",
                Some(vec!["311国道以南|beyond|311国道||south|", "与柳河县交界处|border|柳河县|||"]),
            ),
            (
                "双井村小学北、高速引线以南",
                Some(vec!["双井村小学北|near|双井村小学||north|", "高速引线以南|beyond|高速引线||south|"]),
            ),
            ("县城老汽车站对面", None),
            ("全市各县区", None),
            ("", None),
        ] {
            let parts =
                parts.map(|parts: Vec<&str>| parts.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!(taken_apart(location), parts, "{location}");
        }
    }
}
