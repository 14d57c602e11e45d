//! Every word of the command, in Chinese and in English. What is wrong with a package is said by plan-data.

use plan_data::Language;
use plan_data::against::Proof;

/// The words in one language. A field without its words does not compile.
pub(crate) struct Texts {
    pub(crate) help: Help,
    pub(crate) refused: Refused,
    pub(crate) check: Check,
    pub(crate) new: New,
    pub(crate) import: Import,
    pub(crate) export: Export,
    pub(crate) places: Places,
    pub(crate) outline: Outline,
    /// The text of a report cannot be read.
    pub(crate) no_text: fn(file: &str, reason: &str) -> String,
}

/// What `--help` says.
pub(crate) struct Help {
    pub(crate) about: &'static str,
    pub(crate) usage: &'static str,
    pub(crate) commands: &'static str,
    pub(crate) options: &'static str,
    pub(crate) lang: &'static str,
    pub(crate) explain: &'static str,
    pub(crate) version: &'static str,
    pub(crate) check: &'static str,
    pub(crate) package: &'static str,
    pub(crate) against: &'static str,
    pub(crate) format: &'static str,
    pub(crate) new: &'static str,
    pub(crate) name: &'static str,
    pub(crate) level: &'static str,
    pub(crate) year: &'static str,
    pub(crate) output: &'static str,
    pub(crate) import: &'static str,
    pub(crate) report: &'static str,
    pub(crate) imported: &'static str,
    pub(crate) score: &'static str,
    pub(crate) export: &'static str,
    pub(crate) exported: &'static str,
    pub(crate) places: &'static str,
    pub(crate) outline: &'static str,
    pub(crate) text: &'static str,
}

/// What is said of arguments that are none.
pub(crate) struct Refused {
    pub(crate) no_option: fn(&str) -> String,
    pub(crate) no_command: fn(&str) -> String,
    pub(crate) no_value: fn(option: &str, found: &str, known: &str) -> String,
    pub(crate) missing: fn(&str) -> String,
    pub(crate) see_help: &'static str,
}

/// How many cells of a file, and in which columns.
pub(crate) type Counts = fn(file: &str, count: usize, columns: &[(&str, usize)]) -> String;

/// What `plan check` says.
pub(crate) struct Check {
    /// What the rows of a package are called, in the order in which they are counted.
    pub(crate) rows: [&'static str; 9],
    pub(crate) right: fn(folder: &str, rows: &[(&str, usize)], warnings: usize) -> String,
    pub(crate) wrong: fn(folder: &str, mistakes: usize) -> String,
    pub(crate) mistakes: Counts,
    pub(crate) warnings: Counts,
    pub(crate) findings: fn(all: usize, conflicts: usize, notes: usize) -> String,
    pub(crate) conflict: &'static str,
    pub(crate) note: &'static str,
    pub(crate) proved: fn(&Proof) -> String,
    pub(crate) numbers: fn(&Proof, left_out: usize) -> String,
    pub(crate) uncovered: fn(section: &str, paragraph: u16, around: &str) -> String,
}

/// What `plan new` says.
pub(crate) struct New {
    pub(crate) written: fn(folder: &str, files: &str) -> String,
    pub(crate) between: &'static str,
    pub(crate) next: fn(folder: &str) -> String,
    pub(crate) not_empty: fn(folder: &str) -> String,
    pub(crate) not_written: fn(folder: &str, reason: &str) -> String,
}

/// What `plan import` says.
pub(crate) struct Import {
    /// How many rows of a table, of which sure, likely and doubtful.
    pub(crate) table: fn(name: &str, rows: [usize; 3]) -> String,
    pub(crate) written: fn(folder: &str, files: &str) -> String,
    pub(crate) next: fn(folder: &str, doubts: &str, text: &str) -> String,
    pub(crate) nothing: fn(file: &str) -> String,
    pub(crate) no_file: fn(file: &str, reason: &str) -> String,
    pub(crate) no_expected: fn(folder: &str) -> String,
}

/// What `plan export` says.
pub(crate) struct Export {
    pub(crate) written: fn(output: &str, tables: usize, rows: usize) -> String,
    pub(crate) column_left_out: fn(table: &str, column: &str) -> String,
    pub(crate) descriptor_left_out: &'static str,
    pub(crate) not_new: fn(output: &str) -> String,
    pub(crate) not_plain: fn(output: &str) -> String,
    pub(crate) site_written: fn(output: &str, site: &str) -> String,
    pub(crate) not_written: fn(output: &str, reason: &str) -> String,
}

/// What `plan places` says.
pub(crate) struct Places {
    pub(crate) none: &'static str,
    pub(crate) of: fn(name: &str, projects: &str) -> String,
    pub(crate) next: &'static str,
}

/// What `plan outline` says.
pub(crate) struct Outline {
    pub(crate) opening: &'static str,
    pub(crate) paragraph: fn(number: usize, beginning: &str, numbers: &[&str]) -> String,
    pub(crate) annex: fn(lines: usize) -> String,
    pub(crate) no_headings: &'static str,
}

/// The words in that language.
pub(crate) fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Chinese => &ZH,
        Language::English => &EN,
    }
}

/// “1 mistake”, “2 mistakes”.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn listed(columns: &[(&str, usize)], between: &str) -> String {
    columns.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(between)
}

const ZH: Texts = Texts {
    help: Help {
        about: "处理计划报告的数据包。",
        usage: "用法：",
        commands: "命令",
        options: "参数",
        lang: "用哪种语言说话：zh中文，en英文；不写时按系统的语言",
        explain: "显示帮助",
        version: "显示版本",
        check: "检查数据包：逐条列出错误所在的文件、行、列和应有的内容，再核对报告正文与附表。退出状态：0没有错误，1有错误，2有无法读取的文件",
        package: "数据包所在的文件夹，或者工作簿（.xlsx）；不写时为当前文件夹",
        against: "报告的文本：每个数值、名称和位置都必须出现在所注明的段落里",
        format: "结果的形式：text供人阅读（默认），错误写到标准错误，总结写到标准输出；json供程序读取（英文）",
        new: "新建数据包：写出只有中文表头的各张表和填写说明。标题按惯例写成，日期是今天，请改为报告上的",
        name: "行政区的全称，例如某某区",
        level: "级别：乡镇（town）、县（county）、区（district）、市（city）、州（prefecture）、省（province）、国家（nation）",
        year: "结果是哪一年的；计划是下一年的",
        output: "写到哪个文件夹；已有时必须是空的",
        import: "从报告读出数据包：章节、附表、数字、项目、任务，每行注明出处和把握；拿不准的列在存疑.md里，请逐条核对。只读取，不猜测：没有读懂的数字列在未收数字里",
        report: "报告：Word（.docx）、PDF（须有文字）、Excel（.xlsx）、文本、Markdown或网页",
        imported: "写到哪个文件夹；已有时必须是空的",
        score: "与手工整理的数据包比较：各表的查全率、查准率，以及称为“有把握”的行有多少是对的",
        export: "把数据包写成Excel工作簿，每张表一个工作表，或者CSV文件；表头是中文，单元格都是文本",
        exported: "写到哪里：以.xlsx结尾时是工作簿，以.json结尾时是网站用的文件（旁边再写site.json），否则是文件夹；不能是已有的",
        places: "列出未拆开的项目位置里像是地名的词，供填写地点.csv；是建议，不会自动采用",
        outline: "列出报告文本的章节和段落，以及注明出处时所用的章节标识和段的序号；与plan check --against的读法相同",
        text: "报告的文本，UTF-8编码，标题单独成行或在段首",
    },
    refused: Refused {
        no_option: |option| format!("没有“{option}”这个参数。"),
        no_command: |command| format!("没有“{command}”这个命令。"),
        no_value: |option, found, known| format!("{option}不能是“{found}”，可以是：{known}。"),
        missing: |options| format!("缺少：{options}。"),
        see_help: "详细用法见“plan --help”。",
    },
    check: Check {
        rows: ["章节", "指标", "数字", "未收数字", "项目", "项目出处", "地点", "任务", "上级数字"],
        right: |folder, rows, warnings| {
            let rows = listed(rows, "、");
            let end = if warnings == 0 { String::new() } else { format!("；{warnings}处可能有损坏") };
            format!("{folder}：没有错误：{rows}{end}")
        },
        wrong: |folder, mistakes| format!("{folder}：{mistakes}处问题"),
        mistakes: |file, count, columns| format!("{file}：{count}处问题：{}", listed(columns, "、")),
        warnings: |file, count, columns| format!("{file}：{count}处可能有损坏：{}", listed(columns, "、")),
        findings: |all, conflicts, notes| format!("核对：{all}条结果（矛盾{conflicts}条，提示{notes}条）"),
        conflict: "矛盾",
        note: "提示",
        proved: |proof| {
            format!("与文本对照：{}处中有{}处相符", proof.looked_up, proof.looked_up - proof.unproved.len())
        },
        numbers: |proof, left_out| {
            format!(
                "正文的数字：共{}个，其中{}个收在“数字”里，{left_out}个注明了不收的原因，{}个没有交代",
                proof.numbers,
                proof.in_figures,
                proof.uncovered.len()
            )
        },
        uncovered: |section, paragraph, around| format!("没有交代：章节{section}第{paragraph}段：…{around}…"),
    },
    new: New {
        written: |folder, files| format!("已建立{folder}：{files}"),
        between: "、",
        next: |folder| {
            format!(
                "请先核对报告.csv里的标题（按惯例写成）和日期（现为今天），再按说明.md填写各表，然后检查：plan check {folder}"
            )
        },
        not_empty: |folder| format!("{folder}：现为已有文件的文件夹，应为新的或空的文件夹；没有写入任何文件"),
        not_written: |folder, reason| format!("{folder}：无法写入（{reason}）"),
    },
    import: Import {
        table: |name, [sure, likely, doubtful]| {
            format!(
                "{name}：{}行（有把握{sure}，最好核对{likely}，必须核对{doubtful}）",
                sure + likely + doubtful
            )
        },
        written: |folder, files| format!("已写入{folder}：{files}"),
        next: |folder, doubts, text| {
            format!(
                "请对照报告逐条核对{folder}/{doubts}，然后检查：plan check {folder} --against {folder}/{text}"
            )
        },
        nothing: |file| {
            format!(
                "{file}：现为没有数字、项目、任务可读的文件，应为计划报告或政府工作报告；没有写入任何文件"
            )
        },
        no_file: |file, reason| format!("{file}：现为无法读取的文件（{reason}），应为报告的文件"),
        no_expected: |folder| {
            format!("{folder}：现为没有数据表（figures.csv等）的文件夹，应为手工整理的数据包")
        },
    },
    export: Export {
        written: |output, tables, rows| format!("已写入{output}：{tables}张表，{rows}行"),
        column_left_out: |table, column| {
            format!("{table}：“{column}”一栏没有写入，只有带datapackage.json的数据包才有")
        },
        descriptor_left_out: "datapackage.json：其中的许可、来源和各栏说明没有写入，只写入报告和各张表",
        not_new: |output| {
            format!("{output}：现为已有的文件或文件夹，应为新的名称或空的文件夹；没有写入任何文件")
        },
        not_plain: |output| {
            format!("{output}：现为网站不能用的名称，应为字母和数字的名称，以.json结尾，如dataset.json")
        },
        site_written: |output, site| {
            format!("已写入{output}和{site}；两个文件一起放进网站的文件夹，见docs/publish.zh.md")
        },
        not_written: |output, reason| format!("{output}：无法写入（{reason}）"),
    },
    places: Places {
        none: "未拆开的位置里没有认出地名。",
        of: |name, projects| format!("{name}：{projects}"),
        next: "以上按路、街、村、镇等字尾认出，请逐个核对再填入地点.csv，并在位置.csv里写明每个项目与它们的关系。",
    },
    outline: Outline {
        opening: "（开头）",
        paragraph: |number, beginning, numbers| {
            let end = if numbers.is_empty() {
                String::new()
            } else {
                format!("  数字：{}", numbers.join("、"))
            };
            format!("第{number}段  {beginning}{end}")
        },
        annex: |lines| format!("附表  {lines}行"),
        no_headings: "没有认出标题。标题应以一、（一）、1.或（1）开头，或者是段落之间没有句号的短行。",
    },
    no_text: |file, reason| format!("{file}：现为无法作为文本读取的文件（{reason}），应为UTF-8文本"),
};

const EN: Texts = Texts {
    help: Help {
        about: "Works with the data package of a plan report.",
        usage: "Usage: ",
        commands: "Commands",
        options: "Arguments",
        lang: "Which language to speak: zh Chinese, en English; by default that of the system",
        explain: "Print help",
        version: "Print version",
        check: "Checks a package: every mistake with its file, line, column and what was expected; then what the report's text and table say of each other. Exit status: 0 no mistakes, 1 mistakes, 2 something cannot be read",
        package: "The folder of the package, or its workbook (.xlsx); by default the current folder",
        against: "The report's text: each printed value, name and location must stand in the paragraph that it cites",
        format: "How to write the result: text for people (default), mistakes on standard error, the summary on standard output; json for programs",
        new: "Makes a package: its tables with Chinese heads and no rows, and a guide. The title is the customary one and the date is today: correct both",
        name: "The full name of the place",
        level: "Whose report it is: town, county, district, city, prefecture, province or nation, also in Chinese",
        year: "The year of the results; the plan is for the next",
        output: "The folder to write; it must be new or empty",
        import: "Reads a package out of a report: sections, annex, figures, projects, tasks, each row with its place and how sure it is. What is doubtful is listed in a file of its own for you to check; numbers that were not understood are listed as omissions, none is guessed",
        report: "The report: Word (.docx), PDF with text, Excel (.xlsx), text, Markdown or HTML",
        imported: "The folder to write; it must be new or empty",
        score: "A package made by hand to compare with: recall and precision of each table, and how much of what is called sure is right",
        export: "Writes a package as an Excel workbook with a sheet for each table, or as CSV files; heads in Chinese, cells as text",
        exported: "What to write: a workbook where the name ends in .xlsx, what a site takes where it ends in .json (with site.json beside it), otherwise a folder; it must not be there yet",
        places: "Prints what seem to be names of places in locations that are not taken apart, as rows for places.csv: suggestions, never taken by themselves",
        outline: "Prints sections and paragraphs of a report's text with the numbers to cite, as plan check --against reads it",
        text: "The report's text in UTF-8, headings on lines of their own or at the beginning of paragraphs",
    },
    refused: Refused {
        no_option: |option| format!("There is no option “{option}”."),
        no_command: |command| format!("There is no command “{command}”."),
        no_value: |option, found, known| format!("{option} cannot be “{found}”; it can be: {known}."),
        missing: |options| format!("Missing: {options}."),
        see_help: "“plan --help” says more.",
    },
    check: Check {
        rows: [
            "sections",
            "indicators",
            "figures",
            "omissions",
            "projects",
            "mentions",
            "places",
            "tasks",
            "context",
        ],
        right: |folder, rows, warnings| {
            let rows: Vec<String> = rows.iter().map(|(name, count)| format!("{count} {name}")).collect();
            let end = if warnings == 0 {
                String::new()
            } else {
                format!("; {} that may be damaged", counted(warnings, "cell", "cells"))
            };
            format!("{folder}: no mistakes in {}{end}", rows.join(", "))
        },
        wrong: |folder, mistakes| format!("{folder}: {}", counted(mistakes, "mistake", "mistakes")),
        mistakes: |file, count, columns| {
            format!("{file}: {}: {}", counted(count, "mistake", "mistakes"), listed(columns, ", "))
        },
        warnings: |file, count, columns| {
            let cells = counted(count, "cell", "cells");
            format!("{file}: {cells} that may be damaged: {}", listed(columns, ", "))
        },
        findings: |all, conflicts, notes| {
            let all = counted(all, "finding", "findings");
            format!("reconciliation: {all} (conflicts: {conflicts}, notes: {notes})")
        },
        conflict: "conflict",
        note: "note",
        proved: |proof| {
            format!(
                "against the text: {} of {} statements stand where they say",
                proof.looked_up - proof.unproved.len(),
                proof.looked_up
            )
        },
        numbers: |proof, left_out| {
            format!(
                "numbers of the main text: {}, of which {} are figures, {left_out} are left out with a reason, {} are not covered",
                proof.numbers,
                proof.in_figures,
                proof.uncovered.len()
            )
        },
        uncovered: |section, paragraph, around| {
            format!("not covered: section {section}, paragraph {paragraph}: …{around}…")
        },
    },
    new: New {
        written: |folder, files| format!("{folder}: {files}"),
        between: ", ",
        next: |folder| {
            format!(
                "Correct the title (the customary one) and the date (today) in 报告.csv, fill in the tables as 说明.md says, then: plan check {folder}"
            )
        },
        not_empty: |folder| {
            format!(
                "{folder}: found a folder that has files, expected a new or empty one; nothing was written"
            )
        },
        not_written: |folder, reason| format!("{folder}: cannot be written ({reason})"),
    },
    import: Import {
        table: |name, [sure, likely, doubtful]| {
            let rows = counted(sure + likely + doubtful, "row", "rows");
            format!("{name}: {rows} ({sure} sure, {likely} likely, {doubtful} doubtful)")
        },
        written: |folder, files| format!("{folder}: {files}"),
        next: |folder, doubts, text| {
            format!(
                "Check what {folder}/{doubts} lists against the report, then: plan check {folder} --against {folder}/{text}"
            )
        },
        nothing: |file| {
            format!(
                "{file}: found no figure, project or task, expected a plan report or a report on the work of the government; nothing was written"
            )
        },
        no_file: |file, reason| {
            format!("{file}: found a file that cannot be read ({reason}), expected that of a report")
        },
        no_expected: |folder| {
            format!("{folder}: found no tables (figures.csv and so on), expected a package made by hand")
        },
    },
    export: Export {
        written: |output, tables, rows| {
            format!("{output}: {}, {}", counted(tables, "table", "tables"), counted(rows, "row", "rows"))
        },
        column_left_out: |table, column| {
            format!("{table}: the column “{column}” is left out: only a package with a descriptor has it")
        },
        descriptor_left_out: "datapackage.json: what it says of licence, sources and columns is left out: only the report and the tables are written",
        not_new: |output| {
            format!(
                "{output}: found something of that name, expected a new name or an empty folder; nothing was written"
            )
        },
        not_plain: |output| {
            format!(
                "{output}: found a name that no site takes, expected letters and digits, and .json at the end, such as dataset.json"
            )
        },
        site_written: |output, site| {
            format!(
                "{output} and {site} written; both go into the folder of the site, see docs/publish.en.md"
            )
        },
        not_written: |output, reason| format!("{output}: cannot be written ({reason})"),
    },
    places: Places {
        none: "No names of places were found in locations that are not taken apart.",
        of: |name, projects| format!("{name}: {projects}"),
        next: "These were found by what names end in. Check each before it goes into 地点.csv, and say in 位置.csv how each project lies to it.",
    },
    outline: Outline {
        opening: "(opening)",
        paragraph: |number, beginning, numbers| {
            let end =
                if numbers.is_empty() { String::new() } else { format!("  numbers: {}", numbers.join(", ")) };
            format!("paragraph {number}  {beginning}{end}")
        },
        annex: |lines| format!("annex  {lines} lines"),
        no_headings: "No headings were found. A heading begins with 一、, （一）, 1. or （1）, or is a short line without a full stop between paragraphs.",
    },
    no_text: |file, reason| {
        format!("{file}: found a file that cannot be read as text ({reason}), expected UTF-8")
    },
};
