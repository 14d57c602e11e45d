//! Tests with inputs that nobody wrote: each ends, within its time and its memory, without a panic, in what the test calls right.
//!
//! They run for some seconds in the gate, and for as long as one likes with `PLAN_FUZZ=3600` (seconds of the processor for each test).
//! An input that fails is kept in the folder of the test, and read again by every later run: it goes into the project with what mends
//! it.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::abort;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use peak_alloc::PeakAlloc;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use rustix::time::{ClockId, clock_gettime};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// An input may take so many times its size of memory …
const TIMES: usize = 20;
/// … or so many bytes, which what a program has by itself is less than.
const AT_LEAST: usize = 48_000_000;
/// What takes more of the processor hangs: inputs are small.
const HANGS_AFTER: Duration = Duration::from_mins(1);
/// Seconds of the processor that a test takes where nobody asks for more.
const USUAL: u64 = 3;

/// Reads inputs of the strategy, after those that are kept in the folder `found`, until the time is over. Memory is that of the whole
/// process: the tests of a file run one after another.
///
/// # Panics
/// An input is not right: it panics, takes too much memory, or `is_right` says why. It is written to `found`. One that takes
/// more than a minute of the processor ends the process.
pub fn run(
    found: &Path,
    strategy: impl Strategy<Value = Vec<u8>>,
    is_right: impl Fn(&[u8]) -> Result<(), String>,
) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let watch = Watch::over(found);
    for path in kept(found) {
        if let Ok(input) = fs::read(&path)
            && let Err(reason) = watch.read(&input, &is_right)
        {
            stop(&path, &reason);
        }
    }
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    let (begun, limit) = (processor_time(), limit());
    let mut count = 0_u64;
    while processor_time().saturating_sub(begun) < limit {
        let Ok(tree) = strategy.new_tree(&mut runner) else { continue };
        let input = tree.current();
        count += 1;
        if let Err(reason) = watch.read(&input, &is_right) {
            stop(&keep(found, &input), &reason);
        }
    }
    println!("{count} inputs");
}

/// Known inputs with parts taken out, doubled, repeated, put elsewhere or changed.
pub fn damaged(inputs: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<Index>(), any::<Index>(), 0..6_u8, any::<u8>());
    (proptest::sample::select(inputs), proptest::collection::vec(change, 1..6)).prop_map(
        |(mut bytes, changes)| {
            for (from, to, kind, byte) in changes {
                if bytes.is_empty() {
                    break;
                }
                let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
                let (from, to) = (from.min(to), from.max(to));
                let part = bytes.get(from..to).unwrap_or_default().to_vec();
                match kind {
                    0 => drop(bytes.drain(from..to)),
                    1 => drop(bytes.splice(to..to, part)),
                    // Short parts many times, up to 100 kB.
                    2 => {
                        let times = (100_000 / part.len().max(1)).min(usize::from(byte) * 8);
                        drop(bytes.splice(to..to, part.repeat(times)));
                    }
                    3 => drop(bytes.splice(0..0, part)),
                    4 => bytes.truncate(to),
                    _ => {
                        if let Some(there) = bytes.get_mut(from) {
                            *there = byte;
                        }
                    }
                }
            }
            bytes
        },
    )
}

/// Texts of pieces.
pub fn of_pieces(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(proptest::sample::select(pieces), 0..most)
        .prop_map(|pieces| pieces.concat().into_bytes())
}

fn limit() -> Duration {
    let seconds = std::env::var("PLAN_FUZZ").ok().and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(seconds.unwrap_or(USUAL))
}

fn kept(found: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(found).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn keep(found: &Path, input: &[u8]) -> PathBuf {
    let mut hash = DefaultHasher::new();
    input.hash(&mut hash);
    let path = found.join(format!("{:016x}", hash.finish()));
    if fs::create_dir_all(found).and_then(|()| fs::write(&path, input)).is_err() {
        eprintln!("the input could not be kept: {}", String::from_utf8_lossy(input));
    }
    path
}

#[allow(clippy::panic, reason = "a test fails by panicking")]
fn stop(path: &Path, reason: &str) -> ! {
    panic!("{}: {reason}", path.display())
}

/// Ends the process when an input takes too long: nothing else could end it.
struct Watch(Arc<Mutex<Watched>>);

#[derive(Default)]
struct Watched {
    input: Vec<u8>,
    /// What the process had taken of the processor before.
    since: Option<Duration>,
    is_over: bool,
}

impl Watch {
    fn over(found: &Path) -> Self {
        let watched = Arc::new(Mutex::new(Watched::default()));
        let (found, there) = (found.to_owned(), watched.clone());
        thread::spawn(move || {
            loop {
                thread::sleep(Duration::from_secs(1));
                let now = locked(&there);
                if now.is_over {
                    return;
                }
                if now.since.is_some_and(|since| processor_time().saturating_sub(since) > HANGS_AFTER) {
                    eprintln!(
                        "{}: takes more than {} s of the processor",
                        keep(&found, &now.input).display(),
                        HANGS_AFTER.as_secs()
                    );
                    abort();
                }
            }
        });
        Self(watched)
    }

    fn read(&self, input: &[u8], is_right: &impl Fn(&[u8]) -> Result<(), String>) -> Result<(), String> {
        {
            let mut now = locked(&self.0);
            now.input.clear();
            now.input.extend_from_slice(input);
            now.since = Some(processor_time());
        }
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        let ended = catch_unwind(AssertUnwindSafe(|| is_right(input)));
        let taken = MEMORY.peak_usage().saturating_sub(before);
        locked(&self.0).since = None;
        ended.unwrap_or_else(|_| Err("panicked, as told above".to_owned()))?;
        let allowed = AT_LEAST.max(input.len() * TIMES);
        if taken > allowed {
            return Err(format!(
                "took {taken} bytes of memory for {} bytes, expected at most {allowed}",
                input.len()
            ));
        }
        Ok(())
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        locked(&self.0).is_over = true;
    }
}

/// What this process has taken of the processor until now. By the time of day everything would seem to hang on a busy machine.
fn processor_time() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).unwrap_or_default()
}

fn locked(watched: &Mutex<Watched>) -> MutexGuard<'_, Watched> {
    watched.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_is_kept_and_fails_again_until_it_is_mended() {
        let folder = std::env::temp_dir().join(format!("plan-fuzz-{}", std::process::id()));
        let any = || Just(b"a nasty input".to_vec());
        let fails = |is_right: fn(&[u8]) -> Result<(), String>| {
            catch_unwind(AssertUnwindSafe(|| run(&folder, any(), is_right))).is_err()
        };
        #[allow(clippy::panic, reason = "what is looked for")]
        let panics: fn(&[u8]) -> Result<(), String> = |_| panic!("oh");
        let grows: fn(&[u8]) -> Result<(), String> = |_| {
            let many = vec![1_u8; 60_000_000];
            if many.iter().all(|one| *one == 1) { Ok(()) } else { Err("never".to_owned()) }
        };
        for wrong in [panics, |_| Err("wrong".to_owned()), grows] {
            assert!(fails(wrong));
            assert_eq!(kept(&folder).len(), 1, "the same input is kept once");
            assert!(fails(wrong), "what is kept is read first");
        }
        let _ = fs::remove_dir_all(&folder);
    }
}
