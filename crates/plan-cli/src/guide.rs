//! 说明.md of a new package: what each table and each column holds, with examples. The examples stand here and in no table,
//! since what stands in a table is published.

use plan_data::package;

/// A table of a new package.
pub(crate) struct Table {
    /// The name of its file, without the end.
    pub(crate) name: &'static str,
    about: &'static str,
    about_en: &'static str,
    pub(crate) columns: &'static [Column],
}

/// A column of a new package.
pub(crate) struct Column {
    head: &'static str,
    year: Option<Of>,
    about: &'static str,
    example: &'static str,
}

/// Which year a head begins with.
#[derive(Clone, Copy)]
enum Of {
    Results,
    Plan,
}

impl Column {
    /// The head, where `year` is that of the results.
    pub(crate) fn head(&self, year: u16) -> String {
        match self.year {
            None => self.head.to_owned(),
            Some(Of::Results) => format!("{year}年{}", self.head),
            Some(Of::Plan) => format!("{}年{}", year + 1, self.head),
        }
    }
}

const fn column(head: &'static str, about: &'static str, example: &'static str) -> Column {
    Column { head, year: None, about, example }
}

const SECTION: &str = "它写在报告的哪一节：章节.csv里的标识；不知道可不填";
const PARAGRAPH: &str = "它写在这一节的第几段，从1数起；可不填，填了就要有章节。用 plan outline 可列出各段";

/// The tables of a new package, but for 报告.csv.
pub(crate) const TABLES: [Table; 4] = [
    Table {
        name: "章节",
        about: "报告的目录，一行一个标题。没有时可以删去整个文件。",
        about_en: "the report’s sections, one row a heading",
        columns: &[
            column(
                "标识",
                "每节一个，不重复。单元格格式先设为“文本”，否则3.10会变成3.1",
                "3.1（第三部分的第一节）",
            ),
            column("上级", "它属于哪一节：那一节的标识；最上一级不填", "3"),
            column("序号", "标题前的序号，照原样；没有就不填", "（一）"),
            column("标题", "标题的文字，不含序号。必填", "项目建设"),
        ],
    },
    Table {
        name: "指标",
        about: "附表里的主要指标，一行一个，次序与附表相同。",
        about_en: "the indicators of the annex, one row each",
        columns: &[
            column("类别", "附表里的大类，有就填，同类各行都填", "一、经济发展"),
            column("序号", "附表里的序号，照写", "1"),
            column("指标名称", "照附表填。必填", "地区生产总值增长"),
            column("单位", "照附表填；没有单位就不填", "%"),
            Column {
                head: "完成",
                year: Some(Of::Results),
                about: "上一年的结果，照附表填，修饰语也照写；没有就不填",
                example: "6.1、约380、-2.4、9.8~10.2",
            },
            Column {
                head: "计划",
                year: Some(Of::Plan),
                about: "计划的目标，照附表填，修饰语和文字也照写；没有就不填",
                example: "6.5左右、3.5以内、≥1.2、7~7.5、正增长、—",
            },
            column("备注", "附表里的注释", "*为预计数"),
        ],
    },
    Table {
        name: "项目",
        about: "重点项目，一行一个。",
        about_en: "the projects, one row each",
        columns: &[
            column("序号", "清单里的序号；没有就不填", "1"),
            column("项目名称", "照报告填。必填", "第三中学新建工程"),
            column("位置", "照报告填，不必拆开；没有就不填", "学院路南段东侧"),
            column("领域", "属于哪一类；可用自己的分类", "教育"),
            column("建设性质", "照报告填", "新建"),
            column("总投资", "照报告填，连同单位", "1.2亿元"),
            column("建设单位", "照报告填", "区教育局"),
            column("进展", "照报告填", "主体完工"),
        ],
    },
    Table {
        name: "任务",
        about: "计划年份要做的事，一行一件。",
        about_en: "the tasks for the plan’s year, one row each",
        columns: &[
            column("序号", "清单里的序号；没有就不填", "1"),
            column("章节", SECTION, "3.1"),
            column("段", PARAGRAPH, "2"),
            column("任务", "要做什么。必填", "改造老旧小区"),
            column("目标", "数字连同单位，或者文字，照报告填", "96个、约380亿元、应接尽接"),
            column("责任单位", "照报告填", "区住建局"),
            column("完成时限", "照报告填", "9月底前"),
        ],
    },
];

/// The tables that are not made, since most packages do without: what a row of each is. Their heads are those of the package.
const OTHERS: [(&str, &str, &str); 10] = [
    ("小标题", "段首的小标题；要先填章节", "run-in headings"),
    ("数字", "正文的一个数字，填了可以与附表互相核对；要先填章节", "numbers of the main text"),
    ("未收数字", "正文里不收的数字和原因；要先填章节", "numbers that are left out, and why"),
    ("项目出处", "正文提到项目的一处；要先填章节和项目", "where the text names a project"),
    ("地点", "一个地名，填了项目可以按地点筛选", "named places"),
    ("位置", "项目与地点的一处关系；要先填项目和地点", "how projects lie to places"),
    ("相关项目", "可能重复的两个项目", "projects that may be the same"),
    ("其他", "问题、荣誉、措施等；要先填章节", "problems, honours, measures"),
    ("上级数字", "上级计划报告里的一个指标", "figures of a level above"),
    ("搜索用语", "居民的说法对应报告的说法", "what people say for what the report says"),
];

/// The rows of the table of [`OTHERS`], and of the list in English.
fn others(year: u16) -> (String, String) {
    let (mut rows, mut english) = (String::new(), String::new());
    for (name, about, about_en) in OTHERS {
        let heads = package::heads(name, year);
        let listed = |only_required: bool| {
            let heads = heads.iter().filter(|(_, is_required)| *is_required || !only_required);
            heads.map(|(head, _)| head.as_str()).collect::<Vec<&str>>().join(",")
        };
        rows += &["| ", name, ".csv | ", about, " | ", &listed(false), " | ", &listed(true), " |\n"].concat();
        english += &["- `", name, ".csv`: ", about_en, "\n"].concat();
    }
    (rows, english)
}

/// The text of 说明.md for the package of that place, where `year` is that of the results.
pub(crate) fn text(name: &str, year: u16) -> String {
    let next = year + 1;
    let (others, others_english) = others(year);
    let mut tables = String::new();
    let mut english = String::new();
    for Table { name, about, about_en, columns } in &TABLES {
        tables += &["## ", name, ".csv\n\n", about, "\n\n| 栏 | 填什么 | 例 |\n|---|---|---|\n"].concat();
        for column in *columns {
            let head = column.head(year);
            tables += &["| ", &head, " | ", column.about, " | ", column.example, " |\n"].concat();
        }
        tables += "\n";
        english += &["- `", name, ".csv`: ", about_en, "\n"].concat();
    }
    format!(
        "# {name}的数据包：怎样填写

这个文件夹是一个数据包：几张表，用Excel或WPS打开、填写即可。例子只写在这里；表里的每一行都会发布，所以表里没有例子。

- **照报告填**。数字、修饰语（左右、以上、以内、力争）和文字都照原样，不换算，不补零，不猜。报告没有的就不填。
- 附表有几列数值就填几列：2024年、2025年预计完成、五年累计、年均增长（%）……列名照附表写。
- 除注明“必填”的以外，哪一栏、哪一张表都可以空着；用不着的栏可以整列删去，用不着的表可以删去整个文件。
- 存盘时选“CSV UTF-8（逗号分隔）”。
- Excel和WPS会把3.10改成3.1，把5-3改成5月3日，去掉开头的0。填标识、序号和区间以前，先把单元格格式设为“文本”。
- 填好以后检查：`plan check 文件夹`。它逐条说明哪个文件、哪一行、哪一栏有什么问题。

## 报告.csv

说明这是哪里、哪一年的报告，一行一项。`地区`、`标题`、`日期`、`完成年份`必填，其余可空。

| 项目 | 填什么 | 例 |
|---|---|---|
| 地区 | 行政区的全称 | {name} |
| 级别 | 乡、镇、街道、县、县级市、区、市、州、地区、盟、省、自治区、国家之一；空着时按地区名的最后一两个字 | 区 |
| 标题 | 报告的标题，照封面填。现在写的是通常的标题，**请核对** | 关于某区{year}年……的报告 |
| 日期 | 报告的日期。现在写的是建立数据包的那一天，**请改正** | {next}-01-20 |
| 完成年份 | 结果是哪一年的 | {year} |
| 计划年份 | 计划是哪一年的；空着时为下一年 | {next} |
| 会议 | 在什么会议上 | 某区第六届人民代表大会第三次会议 |
| 报告人 | 职务和姓名 | 某区发展和改革委员会主任 某某 |
| 编制单位 | 谁编写的 | 某区发展和改革委员会 |
| 附表 | 附表的标题 | 附表：{next}年主要指标计划 |

{tables}## 其他的表

多数数据包用不着，所以没有建。用得着时自己新建：文件名和第一行照抄下表，不必填的栏可以不要。各栏怎样填，见《数据包：从一份报告到网页》（docs/data.zh.md）。

| 文件 | 一行是什么 | 第一行 | 必填的栏 |
|---|---|---|---|
{others}
## In English

This folder is a data package: tables to be filled in with a spreadsheet, as the report prints it, and saved as “CSV UTF-8”.
The examples stand in this file only, since each row of a table is published. Correct the title and the date in `报告.csv`: the one is
the customary title, the other the day on which the folder was made. Columns marked 必填 are required; all else may be left out.
Then run `plan check`.

- `报告.csv`: the report, its place, day and years
{english}
Other tables may be added; their names and heads stand above under 其他的表, and docs/data.en.md explains their columns.

{others_english}"
    )
}
