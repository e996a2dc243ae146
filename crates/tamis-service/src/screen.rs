//! A stream of parties becomes a stream of screenings.

use std::sync::atomic::AtomicBool;

use tamis_model::{Party, Screening};
use tamis_screen::{ScreenRefusal, Screener};

use crate::ordered::{Ending, in_order};

/// Screens each item that has a party, on all cores, and hands items and answers out in their order.
/// An item without one (a row that could not be read) takes its place in the order with no answer.
///
/// # Errors
/// The first error of `answer`: an output that can't be written.
pub fn screen_each<Item: Send + Sync, Failure>(
    screener: &Screener,
    limit: Option<usize>,
    items: impl IntoIterator<Item = Item>,
    party: impl Fn(&Item) -> Option<&Party> + Sync,
    stop: &AtomicBool,
    answer: impl FnMut(Item, Option<Result<Screening, ScreenRefusal>>) -> Result<(), Failure>,
) -> Result<Ending, Failure> {
    in_order(items, stop, |item| party(item).map(|party| screener.screen(party, limit)), answer)
}
