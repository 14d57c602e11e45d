//! The nouns of a list whose numbers stand after it: A、B分别增长1%、2%.

use crate::words::Words;

/// What items of a list share at its end.
static SHARED_ENDS: Words = Words::new(&[
    "常住居民人均可支配收入",
    "居民人均可支配收入",
    "人均可支配收入",
    "居民人均消费支出",
    "产业增加值",
    "固定资产投资",
    "一般公共预算收入",
    "一般公共预算支出",
    "品牌价值",
    "限上零售额",
    "参保人数",
    "进出口总额",
    "进出口总值",
    "货邮吞吐量",
    "旅客吞吐量",
    "集装箱吞吐量",
    "货物吞吐量",
    "产业投资",
    "贷款余额",
    "存款余额",
    "销售收入",
    "营业收入",
    "主营业务收入",
    "零售额",
    "销售额",
    "营业额",
    "增加值",
    "总产值",
    "播种面积",
    "总产量",
    "入学率",
    "毛入学率",
    "里程",
    "覆盖率",
    "参保率",
    "达标率",
    "优良率",
    "普及率",
    "处理率",
    "利用率",
    "平均浓度",
    "年均浓度",
    "消费价格",
    "产量",
    "产值",
    "投资",
    "收入",
    "支出",
    "浓度",
    "余额",
    "人数",
    "数量",
    "总量",
    "总额",
    "面积",
    "出口",
    "进口",
    "价格",
    "利润",
    "贷款",
    "存款",
    "消费",
    "销量",
    "排放量",
    "用电量",
    "发电量",
    "吞吐量",
    "客运量",
    "货运量",
    "周转量",
    "规模",
    "税收",
    "资金",
    "企业",
    "项目",
    "率",
    "量",
    "数",
]);

/// Ends that all items of a list have.
const OF_ALL: [&str; 6] = ["占比", "比重", "增速", "完成率", "覆盖率", "普及率"];

/// The items of the list that ends before 分别: A、B和C; and whether the end of the last was given to the others.
///
/// Where 、 alone parts as many as there are numbers, 和 is a part of a name: 软件和信息服务业.
pub(crate) fn items(noun: &str, count: usize) -> (Vec<String>, bool) {
    let mut items: Vec<String> = noun.split('、').map(str::to_owned).collect();
    let is_whole = items.len() > 1 && items.len() == count;
    let Some(last) = items.pop() else {
        return (items, false);
    };
    let joints: &[&str] = if is_whole { &[] } else { &["以及", "和", "与", "及"] };
    let joint = joints.iter().find_map(|joint| last.split_once(joint));
    match joint {
        Some((one, other)) if one.chars().count() > 1 && other.chars().count() > 1 => {
            items.extend([one.to_owned(), other.to_owned()]);
        }
        _ => items.push(last),
    }
    // 安全事故起数和死亡人数
    if let [first, other] = items.as_mut_slice()
        && let Some(of) = first.strip_suffix("起数")
        && ["死亡人数", "受伤人数", "伤亡人数"].contains(&other.as_str())
    {
        *other = format!("{of}{other}");
    }
    if let Some(named) = industries(&items) {
        return (named, true);
    }
    let Some((last, others)) = items.split_last() else {
        return (items, false);
    };
    // 工业投资、民间投资占比: of both.
    if let Some(end) = OF_ALL.iter().find(|end| last.ends_with(**end))
        && !others.is_empty()
        && !others.iter().any(|item| item.ends_with(['率', '比', '重', '速']))
    {
        let given = others.iter().map(|item| format!("{item}{end}")).chain([last.clone()]);
        return (given.collect(), true);
    }
    let ends = last.chars().next_back().map_or(&[][..], |last| SHARED_ENDS.ending(last));
    let end = ends.iter().find(|end| last.ends_with(**end) && last.len() > end.len()).copied();
    // 河湖、海湾建成率: what it is a rate of belongs to it.
    let end = if end == Some("率") {
        last.char_indices().rev().nth(2).and_then(|(at, _)| last.get(at..))
    } else {
        end
    };
    // 旅客和货邮吞吐量, and not 游客、旅游收入
    let counts =
        end.is_some_and(|end| !end.ends_with("吞吐量") && !end.ends_with("周转量") && !end.ends_with("运量"));
    let is_complete = |item: &String| {
        counts && item.ends_with(['客', '次', '人', '口', '户'])
            || item.ends_with(['值', '额', '度', '比', '耗', '气'])
            || SHARED_ENDS.end_of(item).is_some()
    };
    match end {
        Some(end) if !others.is_empty() && !others.iter().any(is_complete) => {
            // 城镇居民、农村居民人均可支配收入; 战略性新兴产业、高新技术产业增加值
            let joined = |item: &String| {
                let has = |word: &&str| item.ends_with(*word) && end.starts_with(*word);
                let word = ["常住居民", "居民", "产业"].into_iter().find(has).unwrap_or_default();
                format!("{item}{}", end.strip_prefix(word).unwrap_or(end))
            };
            // 食品、居住的价格
            let named = last.strip_suffix(end).map(|owner| format!("{}{end}", owner.trim_end_matches('的')));
            let given = others.iter().map(joined).chain(named);
            (given.collect(), true)
        }
        _ => (items, false),
    }
}

/// 三次产业增加值, 一二三产增加值: what it is of the three.
pub(crate) fn of_industries(noun: &str) -> Option<&str> {
    ["三次产业", "一二三产业", "一二三次产业", "一二三产"].iter().find_map(|of| noun.strip_prefix(of))
}

/// 第一、二、三产业增加值.
fn industries(items: &[String]) -> Option<Vec<String>> {
    let numeral = |item: &str| {
        let item = item.strip_prefix('第').unwrap_or(item);
        item.chars().next().filter(|numeral| "一二三".contains(*numeral))
    };
    let (last, others) = items.split_last()?;
    let end = last.get(last.find("产业")?..)?;
    let are_bare = others.iter().all(|item| item.trim_start_matches('第').chars().count() == 1);
    if others.is_empty() || !are_bare {
        return None;
    }
    items.iter().map(|item| Some(format!("第{}{end}", numeral(item)?))).collect()
}
