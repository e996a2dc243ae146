//! Stands between a stream and the parser of separated values: bounds a record, shows whether the
//! last quotation mark was closed, and makes `\r\n` a plain line end (the parser would count the line
//! only with the next record).

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Put behind the end of the stream. If it comes out as a row of its own, the last row had ended;
/// if it comes out inside a field, a quotation mark was open. No text holds it: U+0003 is the
/// control character "end of text".
pub(super) const SENTINEL: &str = "\u{3}end of text\u{3}";

const BUFFER_BYTES: usize = 16 * 1024;

/// What the stream may still give before the parser has to have ended a record.
#[derive(Debug, Clone, Default)]
pub(super) struct Budget(Arc<AtomicU64>);

impl Budget {
    pub(super) fn refill(&self, bytes: u64) {
        self.0.store(bytes, Ordering::Relaxed);
    }

    fn left(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    fn take(&self, bytes: u64) {
        self.0.store(self.left().saturating_sub(bytes), Ordering::Relaxed);
    }
}

/// The stream, then a line end and the sentinel.
#[derive(Debug)]
pub(super) struct Guard<R> {
    inner: R,
    budget: Budget,
    /// What was read: given out from `given` to `ready`; behind it at most one `\r` that waits for
    /// what follows.
    buffer: Box<[u8]>,
    given: usize,
    ready: usize,
    held: bool,
    inner_ended: bool,
    tail: &'static [u8],
}

/// The fault of a stream whose budget is spent: marks a record that is too long.
#[derive(Debug, thiserror::Error)]
#[error("the record is too long")]
pub(super) struct TooLong;

impl<R: Read> Guard<R> {
    pub(super) fn new(inner: R, budget: Budget) -> Self {
        Self {
            inner,
            budget,
            buffer: vec![0; BUFFER_BYTES].into(),
            given: 0,
            ready: 0,
            held: false,
            inner_ended: false,
            tail: "\n\u{3}end of text\u{3}\n".as_bytes(),
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        let left = self.budget.left();
        if left == 0 {
            return Err(io::Error::other(TooLong));
        }
        let start = usize::from(self.held);
        if let Some(first) = self.buffer.first_mut().filter(|_| self.held) {
            *first = b'\r';
        }
        let room = usize::try_from(left).unwrap_or(usize::MAX).saturating_add(start);
        let room = room.min(self.buffer.len());
        let read = self.inner.read(self.buffer.get_mut(start..room).unwrap_or_default())?;
        self.budget.take(read as u64);
        self.inner_ended = read == 0;
        let filled = self.buffer.get_mut(..start + read).unwrap_or_default();
        self.held = !self.inner_ended && filled.last() == Some(&b'\r');
        let complete = filled.len() - usize::from(self.held);
        self.ready = drop_before_line_feeds(filled.get_mut(..complete).unwrap_or_default());
        self.given = 0;
        Ok(())
    }
}

/// Moves the bytes together so that no `\r` stands before `\n`; how many remain.
fn drop_before_line_feeds(bytes: &mut [u8]) -> usize {
    let mut kept = 0;
    for at in 0..bytes.len() {
        let byte = bytes.get(at).copied().unwrap_or_default();
        if byte == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
            continue;
        }
        if let Some(place) = bytes.get_mut(kept) {
            *place = byte;
        }
        kept += 1;
    }
    kept
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready && !self.inner_ended {
            self.fill()?;
        }
        if self.given == self.ready {
            return self.tail.read(into);
        }
        let mut rest = self.buffer.get(self.given..self.ready).unwrap_or_default();
        let read = rest.read(into)?;
        self.given += read;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_a_row_of_its_own() {
        let budget = Budget::default();
        budget.refill(100);
        let mut text = String::new();
        Guard::new(&b"a,b"[..], budget).read_to_string(&mut text).unwrap();
        assert_eq!(text, format!("a,b\n{SENTINEL}\n"));
    }

    #[test]
    fn a_spent_budget_is_a_fault() {
        let budget = Budget::default();
        budget.refill(2);
        let mut text = String::new();
        let mut guard = Guard::new(&b"a,b"[..], budget);
        let error = guard.read_to_string(&mut text).unwrap_err();
        assert!(error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<TooLong>));
    }

    #[test]
    fn line_ends_become_plain_wherever_reads_part_them() {
        struct Drops<'a>(&'a [u8]);
        impl Read for Drops<'_> {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                let count = 1.min(into.len()).min(self.0.len());
                into[..count].copy_from_slice(&self.0[..count]);
                self.0 = &self.0[count..];
                Ok(count)
            }
        }
        for text in ["a\r\nb\r\n", "\r\n\r\n", "a\rb\r\rc\r\n", "\r", "a\r"] {
            let expected = format!("{}\n{SENTINEL}\n", text.replace("\r\n", "\n"));
            for parted in [false, true] {
                let budget = Budget::default();
                budget.refill(100);
                let stream: Box<dyn Read> = if parted {
                    Box::new(Drops(text.as_bytes()))
                } else {
                    Box::new(text.as_bytes())
                };
                let mut out = String::new();
                Guard::new(stream, budget).read_to_string(&mut out).unwrap();
                assert_eq!(out, expected, "{text:?}");
            }
        }
    }
}
