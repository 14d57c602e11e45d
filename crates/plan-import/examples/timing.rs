//! How long reports of several sizes take: `cargo run --release -p plan-import --example timing [FILE]` repeats the file, or a report that
//! it makes up, until it has 0.1, 1, 5 and 10 MB.

use std::time::Instant;

use plan_import::{document, import};

/// A section of an invented report.
const SECTION: &str = "（一）产业结构优化升级。新增高新技术企业18家，规模以上工业增加值增长7.2%，完成固定资产投资126.4亿元、增长8.1%。\
    加快推进城南物流园、东环路改造等12个重点项目建设，东部客运站主体完工。\n\n**民生保障有力。**城镇新增就业1.04万人，失业率控制在4.5%以内，\
    改造老旧小区20个，惠及群众3200余户。\n\n";

fn main() {
    let given = std::env::args().nth(1).and_then(|path| std::fs::read(path).ok());
    let unit = given.unwrap_or_else(|| {
        format!("一、2025年计划执行情况\n\n{SECTION}二、2026年主要任务\n\n{SECTION}").into_bytes()
    });
    for megabytes in [0.1, 1.0, 5.0, 10.0] {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size of some megabytes"
        )]
        let size = (megabytes * 1e6) as usize;
        let bytes: Vec<u8> = unit.iter().copied().cycle().take(size - size % unit.len().max(1)).collect();
        let begun = Instant::now();
        match document(&bytes) {
            Ok(document) => {
                let rows = import(&document).rows.len();
                println!("{megabytes:>5} MB: {:>6.2} s, {rows} rows", begun.elapsed().as_secs_f64());
            }
            Err(refused) => println!("{megabytes:>5} MB: {}", refused.0.en),
        }
    }
}
