//! How long reports of several sizes take and how much memory: `cargo run --release -p plan-import --example timing [FILE]` repeats the file,
//! or a report that it makes up, until it has 0.1, 1, 5 and 10 MB; then a text of nothing but short lines.
//!
//! The time is that of the processor, since the time of day tells more of what else the machine does. It and the memory at its peak are told
//! by Linux; elsewhere the rows alone are printed.

use std::fs;
use std::process::Command;

use plan_import::{document, import};

/// A section of an invented report.
const SECTION: &str = "（一）产业结构优化升级。新增高新技术企业18家，规模以上工业增加值增长7.2%，完成固定资产投资126.4亿元、增长8.1%。\
    加快推进城南物流园、东环路改造等12个重点项目建设，东部客运站主体完工。\n\n**民生保障有力。**城镇新增就业1.04万人，失业率控制在4.5%以内，\
    改造老旧小区20个，惠及群众3200余户。\n\n";

const SIZES: [usize; 4] = [100_000, 1_000_000, 5_000_000, 10_000_000];

/// The units that are repeated.
const KINDS: [&str; 2] = ["report", "short lines"];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next();
    if first.as_deref() == Some(ONE) {
        let [kind, size, path] = [(); 3].map(|()| arguments.next().unwrap_or_default());
        measure(&kind, size.parse().unwrap_or_default(), &path);
        return;
    }
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    // Each in a process of its own, since one does not give back all memory that it has held.
    for kind in KINDS {
        for size in SIZES {
            let arguments = [ONE, kind, &size.to_string(), first.as_deref().unwrap_or_default()];
            if let Err(error) = Command::new(&program).args(arguments).status() {
                eprintln!("{error}");
            }
        }
    }
}

/// Says that one text is to be measured.
const ONE: &str = "--one";

/// Reads so many bytes of a text that is repeated.
fn measure(kind: &str, size: usize, path: &str) {
    let given = fs::read(path).ok();
    let invented =
        || format!("一、2025年计划执行情况\n\n{SECTION}二、2026年主要任务\n\n{SECTION}").into_bytes();
    let unit = if kind == KINDS[0] { given.unwrap_or_else(invented) } else { b"1\n".to_vec() };
    let bytes = unit.repeat(size / unit.len().max(1));
    let begun = processor_seconds();
    let told = match document(&bytes) {
        Ok(document) => format!("{} rows", import(document).rows.len()),
        Err(refused) => refused.0.en,
    };
    let seconds = processor_seconds().zip(begun).map(|(ended, begun)| format!("{:>6.2} s", ended - begun));
    let peak = peak_kilobytes().map(|peak| format!("{:>5} MB at the peak", peak / 1000));
    let measured = [seconds, peak].into_iter().flatten().collect::<Vec<_>>().join(", ");
    println!("{kind:<11} of {size:>8} bytes: {measured}, {told}");
}

/// What the process has taken of the processor, counted in hundredths.
fn processor_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may have spaces in it.
    let user = stat.rsplit_once(')')?.1.split_whitespace().nth(11)?;
    Some(user.parse::<f64>().ok()? / 100.0)
}

/// The most memory that the process has held.
fn peak_kilobytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.split_whitespace().next()?.parse().ok()
}
