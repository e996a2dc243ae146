//! A stream worked on by all cores, answered in its own order, in bounded memory, and stopped at will.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

/// The most items that are worked on together, so that the answers to them all fit in memory: one
/// answer has seldom more than some ten kilobytes.
const BATCH: usize = 256;

/// How long a batch should take: long enough that the cores seldom wait for each other, short enough
/// that answers and progress are seen to move. Only the size of batches depends on the clock, never
/// an answer.
const WHILE: Duration = Duration::from_millis(200);

/// How a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All items were answered.
    Complete,
    /// It was stopped; what was answered is a beginning of the stream without gaps.
    Stopped,
}

/// Works on each item on all cores and hands the results out in the order of the items, while
/// `stop` is not set. Items under way are finished, then the answers before the first unfinished
/// item are handed out.
///
/// # Errors
/// The first error of `answer`, after which nothing more is handed out.
pub fn in_order<Item, Result_, Failure>(
    items: impl IntoIterator<Item = Item>,
    stop: &AtomicBool,
    work: impl Fn(&Item) -> Result_ + Sync,
    mut answer: impl FnMut(Item, Result_) -> Result<(), Failure>,
) -> Result<Ending, Failure>
where
    Item: Send + Sync,
    Result_: Send,
{
    let mut items = items.into_iter();
    // The first batches are small: who pipes a few items sees their answers at once.
    let mut size = 1;
    loop {
        let mut batch = Vec::with_capacity(size);
        while batch.len() < size && !stop.load(Ordering::Relaxed) {
            let Some(item) = items.next() else { break };
            batch.push(item);
        }
        let at_end = batch.len() < size;
        let begun = Instant::now();
        let results: Vec<Option<Result_>> = batch
            .par_iter()
            .map(|item| (!stop.load(Ordering::Relaxed)).then(|| work(item)))
            .collect();
        let took = begun.elapsed();
        for (item, result) in batch.into_iter().zip(results) {
            match result {
                Some(result) => answer(item, result)?,
                None => return Ok(Ending::Stopped),
            }
        }
        if stop.load(Ordering::Relaxed) {
            // Stopped after the last item of all is complete; whether there is one more is not asked
            // of an input that may block.
            return Ok(Ending::Stopped);
        }
        if at_end {
            return Ok(Ending::Complete);
        }
        size = if took < WHILE { (size * 2).min(BATCH) } else { (size / 2).max(1) };
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for count in [0, 1, 2, 3, 127, 128, 129, 1_000] {
            let stop = AtomicBool::new(false);
            let mut seen = Vec::new();
            let ending = in_order(
                0..count,
                &stop,
                |item| item * 2,
                |item, result| {
                    seen.push((item, result));
                    Ok::<_, Infallible>(())
                },
            );
            assert_eq!(ending, Ok(Ending::Complete));
            assert_eq!(seen, (0..count).map(|item| (item, item * 2)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_stop_leaves_a_beginning_without_gaps() {
        for stopped_by in [0, 1, 5, 500] {
            let stop = AtomicBool::new(false);
            let mut seen = Vec::new();
            let work = |item: &i32| {
                if *item == stopped_by {
                    stop.store(true, Ordering::Relaxed);
                }
                *item
            };
            let ending = in_order(0..10_000, &stop, work, |_, result| {
                seen.push(result);
                Ok::<_, Infallible>(())
            });
            assert_eq!(ending, Ok(Ending::Stopped));
            let last = seen.len() as i32;
            assert_eq!(seen, (0..last).collect::<Vec<_>>());
            assert!(last <= stopped_by + 2 * BATCH as i32, "{last} after {stopped_by}");
        }
    }

    #[test]
    fn an_error_of_the_answer_ends_it() {
        let stop = AtomicBool::new(false);
        let mut seen = 0;
        let ending = in_order(
            0..1_000,
            &stop,
            |item| *item,
            |_, result| {
                seen += 1;
                if result == 10 { Err("closed") } else { Ok(()) }
            },
        );
        assert_eq!((ending, seen), (Err("closed"), 11));
    }
}
