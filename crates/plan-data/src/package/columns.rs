//! The names that tables, their files and their columns have beside their ids: what an office writes in Chinese.
//! Every name of a column leads to one id, so that a table reads the same under either.

use super::values;

/// A column: its id, and other heads that it may have.
type Column = (&'static str, &'static [&'static str]);

/// A table.
pub(super) struct Known {
    pub(super) name: &'static str,
    /// The name of its file in a folder without a descriptor, where that is not the table's.
    pub(super) chinese: &'static str,
    /// What the ids of rows begin with that are given none.
    pub(super) prefix: Option<&'static str>,
    columns: &'static [Column],
    /// Heads of what a row is called, where no other head is that of its name; where one is, they are kept as they are.
    stand_ins: (&'static str, &'static [&'static str]),
    /// The columns that a row cannot be without.
    pub(super) required: &'static [&'static str],
    /// Heads of columns that are kept as they are, beside the types of this crate.
    extra: &'static [&'static str],
    /// Columns that hold ids of another table.
    pub(super) references: &'static [(&'static str, &'static str)],
}

const ID: Column = ("id", &["标识", "编号"]);
const SECTION: Column = ("section", &["章节", "所在章节"]);
const PARAGRAPH: Column = ("paragraph", &["段", "段落"]);
const UNIT: Column = ("unit", &["单位", "计算单位", "计量单位"]);
const NOTE: Column = ("note", &["备注"]);
const ACTUAL: Column =
    ("actual", &["完成", "完成情况", "实际完成", "预计完成", "上年完成", "完成值", "实绩"]);
const PLAN: Column = ("plan", &["计划", "目标", "预期目标", "计划目标", "预期", "计划数"]);
const NO_STAND_INS: (&str, &[&str]) = ("", &[]);
const IN_SECTIONS: (&str, &str) = ("section", "sections");

/// Who answers for a row, until when, and how far it is.
const OWNERS: [&str; 18] = [
    "牵头单位",
    "责任单位",
    "牵头部门",
    "责任部门",
    "配合单位",
    "建设单位",
    "责任人",
    "完成时限",
    "时限",
    "完成时间",
    "进展",
    "进展情况",
    "结果",
    "总投资",
    "建设内容",
    "备注",
    "owner",
    "deadline",
];

/// The tables in the order of [`TABLES`](super::TABLES).
const KNOWN: [Known; 14] = [
    Known {
        name: "sections",
        chinese: "章节",
        prefix: Some("s"),
        columns: &[
            ID,
            ("parent", &["上级"]),
            ("number", &["序号"]),
            ("heading", &["标题"]),
            ("heading_en", &["标题（英文）"]),
        ],
        stand_ins: NO_STAND_INS,
        required: &["heading"],
        extra: &[],
        references: &[],
    },
    Known {
        name: "headings",
        chinese: "小标题",
        prefix: None,
        columns: &[SECTION, PARAGRAPH, ("heading", &["小标题", "标题"]), ("heading_en", &["小标题（英文）"])],
        stand_ins: NO_STAND_INS,
        required: &["section", "paragraph", "heading"],
        extra: &[],
        references: &[IN_SECTIONS],
    },
    Known {
        name: "indicators",
        chinese: "指标",
        prefix: Some("i"),
        columns: &[
            ID,
            ("category_number", &["类别序号"]),
            ("category", &["类别"]),
            ("category_en", &["类别（英文）"]),
            ("group_number", &["分组序号"]),
            ("group", &["分组"]),
            ("group_en", &["分组（英文）"]),
            ("number", &["序号"]),
            ("name", &["指标名称", "指标", "名称"]),
            ("name_en", &["指标名称（英文）"]),
            ("kind", &["指标性质"]),
            ("direction", &["好的方向"]),
            UNIT,
            ("unit_en", &["单位（英文）", "计算单位（英文）"]),
            ACTUAL,
            PLAN,
            ("about", &["说明"]),
            ("about_en", &["说明（英文）"]),
            NOTE,
            ("note_en", &["备注（英文）"]),
            ("pinyin", &["拼音"]),
        ],
        stand_ins: ("name", &["主要指标", "指标项目", "项目名称", "项目"]),
        required: &["name"],
        extra: &OWNERS,
        references: &[],
    },
    Known {
        name: "figures",
        chinese: "数字",
        prefix: Some("f"),
        columns: &[
            ID,
            SECTION,
            PARAGRAPH,
            ("printed", &["原文"]),
            ("subject", &["对象"]),
            ("subject_en", &["对象（英文）"]),
            ("kind", &["数字性质"]),
            ("nature", &["类型"]),
            ("value", &["数值"]),
            ("value_upper", &["上限"]),
            UNIT,
            ("modifier", &["修饰语"]),
            ("year", &["年份"]),
            ("indicator", &["指标"]),
            ("relation", &["关系"]),
            ("of", &["相关"]),
            ("topic", &["专题"]),
            ("field", &["领域"]),
            ("scope", &["统计范围"]),
            ("scope_en", &["统计范围（英文）"]),
            ("note", &["备注", "说明"]),
            ("note_en", &["备注（英文）", "说明（英文）"]),
        ],
        stand_ins: NO_STAND_INS,
        required: &["section", "paragraph", "printed", "subject"],
        extra: &[],
        references: &[IN_SECTIONS, ("indicator", "indicators")],
    },
    Known {
        name: "omissions",
        chinese: "未收数字",
        prefix: None,
        columns: &[SECTION, PARAGRAPH, ("printed", &["原文"]), ("reason", &["原因"])],
        stand_ins: NO_STAND_INS,
        required: &["section", "paragraph", "printed", "reason"],
        extra: &[],
        references: &[IN_SECTIONS],
    },
    Known {
        name: "projects",
        chinese: "项目",
        prefix: Some("p"),
        columns: &[
            ID,
            ("number", &["序号"]),
            ("name", &["项目名称", "项目", "名称"]),
            ("name_en", &["项目名称（英文）"]),
            ("sector", &["领域", "所属", "行业", "类别"]),
            ("work", &["建设性质", "性质"]),
            ("location", &["位置", "建设地点", "地点"]),
            ("location_en", &["位置（英文）"]),
        ],
        stand_ins: (
            "name",
            &["工程名称", "工程项目", "建设项目", "重点项目", "重大项目", "重点工程", "项目内容"],
        ),
        required: &["name"],
        extra: &OWNERS,
        references: &[],
    },
    Known {
        name: "mentions",
        chinese: "项目出处",
        prefix: None,
        columns: &[
            ("project", &["项目"]),
            SECTION,
            PARAGRAPH,
            ("name", &["文中名称"]),
            ("stage", &["进展"]),
            ("stage_en", &["进展（英文）"]),
            ("stage_code", &["进展类别"]),
            ("nature", &["类型"]),
            ("year", &["年份"]),
        ],
        stand_ins: NO_STAND_INS,
        required: &["project", "section", "paragraph", "name", "nature"],
        extra: &[],
        references: &[("project", "projects"), IN_SECTIONS],
    },
    Known {
        name: "places",
        chinese: "地点",
        prefix: None,
        columns: &[
            ID,
            ("name", &["名称"]),
            ("name_en", &["名称（英文）"]),
            ("kind", &["类别"]),
            ("aliases", &["别名"]),
            ("pinyin", &["拼音"]),
            NOTE,
            ("note_en", &["备注（英文）"]),
        ],
        stand_ins: NO_STAND_INS,
        required: &["id", "name", "kind"],
        extra: &[],
        references: &[],
    },
    Known {
        name: "locations",
        chinese: "位置",
        prefix: None,
        columns: &[
            ("project", &["项目"]),
            ("part", &["次序"]),
            ("printed", &["原文"]),
            ("relation", &["关系"]),
            ("place", &["地点"]),
            ("segment", &["路段"]),
            ("direction", &["方位"]),
            ("other", &["另一地点"]),
            ("of", &["出自"]),
        ],
        stand_ins: NO_STAND_INS,
        required: &["project", "printed", "relation", "place"],
        extra: &[],
        references: &[("project", "projects"), ("place", "places"), ("other", "places")],
    },
    Known {
        name: "related",
        chinese: "相关项目",
        prefix: None,
        columns: &[
            ("project", &["项目"]),
            ("other", &["另一项目"]),
            ("note", &["缘由"]),
            ("note_en", &["缘由（英文）"]),
        ],
        stand_ins: NO_STAND_INS,
        required: &["project", "other", "note"],
        extra: &[],
        references: &[("project", "projects"), ("other", "projects")],
    },
    Known {
        name: "tasks",
        chinese: "任务",
        prefix: Some("t"),
        columns: &[
            ID,
            ("number", &["序号"]),
            SECTION,
            PARAGRAPH,
            ("field", &["领域"]),
            ("task", &["任务", "任务名称", "工作任务"]),
            ("task_en", &["任务（英文）"]),
            ("target", &["目标", "目标值", "任务目标"]),
            UNIT,
            ("figures", &["文中数字"]),
            ("indicators", &["指标"]),
            ("projects", &["项目"]),
        ],
        stand_ins: ("task", &["重点工作", "重点任务", "主要任务", "工作内容", "任务内容", "事项"]),
        required: &["task"],
        extra: &OWNERS,
        references: &[IN_SECTIONS],
    },
    Known {
        name: "remarks",
        chinese: "其他",
        prefix: Some("r"),
        columns: &[
            ID,
            SECTION,
            PARAGRAPH,
            ("kind", &["类型"]),
            ("remark", &["内容"]),
            ("remark_en", &["内容（英文）"]),
        ],
        stand_ins: NO_STAND_INS,
        required: &["section", "paragraph", "kind", "remark"],
        extra: &[],
        references: &[IN_SECTIONS],
    },
    Known {
        name: "context",
        chinese: "上级数字",
        prefix: Some("c"),
        columns: &[
            ID,
            ("level", &["层级"]),
            ("measure", &["指标名称"]),
            ("measure_en", &["指标名称（英文）"]),
            ("indicator", &["指标"]),
            ("figures", &["文中数字"]),
            UNIT,
            ACTUAL,
            PLAN,
            ("source", &["来源"]),
            ("source_en", &["来源（英文）"]),
            ("district_plan", &["本区计划"]),
            SECTION,
            PARAGRAPH,
        ],
        stand_ins: NO_STAND_INS,
        required: &["level", "measure", "source"],
        extra: &[],
        references: &[IN_SECTIONS, ("indicator", "indicators")],
    },
    Known {
        name: "synonyms",
        chinese: "搜索用语",
        prefix: None,
        columns: &[("word", &["读者的说法"]), ("means", &["含义"])],
        stand_ins: NO_STAND_INS,
        required: &["word", "means"],
        extra: &[],
        references: &[],
    },
];

/// What a head names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// The column of that id.
    Column(&'static str),
    /// A column that is kept as it is.
    Extra,
    /// Values, of whichever year their head says.
    Values,
}

/// The years that heads may begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Years {
    pub(super) actual: u16,
    pub(super) plan: u16,
}

/// What a table is called in Chinese; a name that is none of ours stays.
pub(crate) fn chinese_name(table: &str) -> &str {
    tables().find(|known| known.name == table).map_or(table, |known| known.chinese)
}

/// What a column is usually called in Chinese.
pub(super) fn chinese_column(id: &str) -> &str {
    let columns = tables().flat_map(|known| known.columns);
    let found = columns.into_iter().find(|(column, _)| *column == id).and_then(|(_, heads)| heads.first());
    found.copied().unwrap_or(id)
}

/// All tables.
pub(super) fn tables() -> impl Iterator<Item = &'static Known> {
    KNOWN.iter()
}

impl Years {
    /// Those of a report that does not say them, which is a mistake of its own: any year of a head may be one of them.
    pub(super) const UNKNOWN: Self = Self { actual: 0, plan: 0 };

    pub(super) fn is_unknown(self) -> bool {
        self.actual == 0
    }

    /// What follows the year in a head that begins with it.
    fn after(self, year: u16, head: &str) -> Option<&str> {
        if self.is_unknown() {
            let (digits, rest) = head.split_once('年')?;
            return (digits.len() == 4 && digits.parse::<u16>().is_ok()).then_some(rest);
        }
        head.strip_prefix(&format!("{year}年"))
    }
}

impl Known {
    /// The names that its file may have in a folder without a descriptor.
    pub(super) fn files(&self) -> [String; 2] {
        [self.chinese, self.name].map(|name| format!("{name}.csv"))
    }

    /// The column that a head is that of, where no other is.
    fn stand_in(&self, head: &str) -> Option<&'static str> {
        let (id, heads) = self.stand_ins;
        heads.contains(&head).then_some(id)
    }

    /// Whether a head may be that of the name.
    pub(super) fn is_stand_in(&self, head: &str) -> bool {
        self.stand_in(head).is_some()
    }

    /// What each head names: as [`head`](Self::head), but that of several for a name only the best counts.
    pub(super) fn of_heads(&self, heads: &[String], years: Years) -> Vec<Option<Head>> {
        let mut named: Vec<Option<Head>> = heads.iter().map(|head| self.head(head, years)).collect();
        let stands_in: Vec<bool> = heads.iter().map(|head| self.stand_in(head).is_some()).collect();
        let (id, _) = self.stand_ins;
        let is_name = |head: &Option<Head>| *head == Some(Head::Column(id));
        let best = (0..).zip(&stands_in).zip(&named).filter(|(_, head)| is_name(head));
        let best = best.min_by_key(|((_, stands_in), _)| **stands_in).map(|((at, _), _)| at);
        for ((at, head), stands_in) in (0..).zip(&mut named).zip(stands_in) {
            if stands_in && is_name(head) && best != Some(at) {
                *head = Some(Head::Extra);
            }
        }
        named
    }

    /// Every head that a column may have, the usual one first.
    pub(super) fn heads_of(&self, id: &'static str) -> Vec<&'static str> {
        let own = self.columns.iter().filter(|(column, _)| *column == id).flat_map(|(_, heads)| heads.iter());
        let (of, stand_ins) = self.stand_ins;
        own.chain(stand_ins.iter().filter(|_| of == id)).copied().collect()
    }

    /// What a head names: an id, one of its other heads, or such a one after the year that its values are of.
    pub(super) fn head(&self, printed: &str, years: Years) -> Option<Head> {
        let dated = values::dated(printed, years);
        let head = dated.as_ref();
        let of_year = |year: u16| years.after(year, head);
        let column = |wanted: &str, ids: &[&str]| {
            let mut columns = self.columns.iter().filter(|(id, _)| ids.is_empty() || ids.contains(id));
            columns.find(|(id, heads)| *id == wanted || heads.contains(&wanted)).map(|(id, _)| *id)
        };
        let of_years = || {
            let actual = of_year(years.actual).and_then(|rest| column(rest, &["actual"]));
            actual.or_else(|| of_year(years.plan).and_then(|rest| column(rest, &["plan"])))
        };
        let own = column(printed, &[]).or_else(of_years).or_else(|| self.stand_in(printed));
        if let Some(id) = own {
            return Some(Head::Column(id));
        }
        let plain = of_year(years.actual).or_else(|| of_year(years.plan)).unwrap_or(head);
        let is_extra = self.extra.contains(&plain);
        let has_values = self.name == "indicators" && !is_extra && values::head(printed, years).is_some();
        // Tables of rows that a reader opens keep whatever an office has noted besides.
        let keeps = !self.extra.is_empty() && !head.is_empty() && !head.is_ascii();
        match (has_values, is_extra || keeps) {
            (true, _) => Some(Head::Values),
            (false, true) => Some(Head::Extra),
            (false, false) => None,
        }
    }

    /// The head that one of which nothing is known may have been meant for: as long, and another in one character.
    pub(super) fn near(&self, head: &str) -> Option<&'static str> {
        if self.extra.contains(&head) {
            return None;
        }
        let differ = |known: &str| {
            let same_length = known.chars().count() == head.chars().count();
            same_length && known.chars().zip(head.chars()).filter(|(one, other)| one != other).count() == 1
        };
        self.columns.iter().flat_map(|(_, heads)| heads.iter().copied()).find(|known| differ(known))
    }

    /// The ids of its columns.
    pub(super) fn ids(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|(id, _)| *id)
    }

    /// The head of a column in Chinese, with the year that its values are of; of one that is kept as it is, its own.
    pub(super) fn usual_head(&self, id: &str, years: Years) -> String {
        let column = self.columns.iter().find(|(column, _)| *column == id);
        let head = column.and_then(|(_, heads)| heads.first()).copied().unwrap_or(id);
        match id {
            "actual" => format!("{}年{head}", years.actual),
            "plan" => format!("{}年{head}", years.plan),
            _ => head.to_owned(),
        }
    }

    /// The heads that a person writes over its own columns, and whether a row needs what stands there; those in English left out.
    pub(super) fn usual_heads(&self, years: Years) -> Vec<(String, bool)> {
        let own = self.columns.iter().filter(|(id, _)| !id.ends_with("_en"));
        own.map(|(id, _)| (self.usual_head(id, years), self.required.contains(id))).collect()
    }

    /// Every head that it may have, for a person: in Chinese where there is Chinese.
    pub(super) fn heads(&self, years: Years) -> String {
        let named = self.usual_heads(years).into_iter().map(|(head, _)| head);
        let extra = self.extra.iter().filter(|head| !head.is_ascii()).map(|head| (*head).to_owned());
        named.chain(extra).collect::<Vec<String>>().join("、")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guides_name_every_table_and_column() {
        for guide in
            [include_str!("../../../../docs/data.zh.md"), include_str!("../../../../docs/data.en.md")]
        {
            for known in tables() {
                let files = format!("`{}.csv` / `{}.csv`", known.chinese, known.name);
                assert!(guide.contains(&files), "{files}");
                // What is told of a table stands below its heading.
                let heading =
                    guide.lines().find(|line| line.starts_with("### ") && line.contains(known.chinese));
                let (_, part) =
                    guide.split_once(heading.unwrap_or_else(|| panic!("{}", known.name))).unwrap();
                let part = part.split("\n### ").next().unwrap();
                for (id, _) in known.columns.iter().filter(|(id, _)| !id.ends_with("_en")) {
                    assert!(part.contains(&format!("`{id}`")), "{} has no {id}", known.name);
                }
            }
        }
    }
}
