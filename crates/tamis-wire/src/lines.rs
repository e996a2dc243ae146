//! Lines of text within a limit: one that is longer is told as such, its rest is read and dropped.

use std::io::{self, BufRead, BufReader, Read};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its number, from 1.
    pub(crate) number: u64,
    /// The line without its break; its beginning where it is too long.
    pub(crate) text: String,
    /// Whether it goes beyond the limit.
    pub(crate) too_long: bool,
}

/// Reads lines from decoded (UTF-8) text.
pub(crate) struct BoundedLines<R> {
    input: BufReader<R>,
    limit: usize,
    number: u64,
}

impl<R: Read> BoundedLines<R> {
    pub(crate) fn new(input: R, limit: usize) -> Self {
        Self { input: BufReader::new(input), limit, number: 0 }
    }

    /// The next line that is not blank.
    pub(crate) fn next_line(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            self.piece(&mut bytes, self.limit + 1)?;
            if bytes.is_empty() {
                return Ok(None);
            }
            self.number += 1;
            let too_long = bytes.len() > self.limit && !bytes.ends_with(b"\n");
            if too_long {
                self.drop_rest()?;
                bytes.truncate(crate::delimited::RAW_BYTES);
            }
            let text = String::from_utf8_lossy(&bytes).trim().to_owned();
            if !text.is_empty() {
                return Ok(Some(Line { number: self.number, text, too_long }));
            }
        }
    }

    fn drop_rest(&mut self) -> io::Result<()> {
        loop {
            let mut bytes = Vec::new();
            self.piece(&mut bytes, 1 << 16)?;
            if bytes.is_empty() || bytes.ends_with(b"\n") {
                return Ok(());
            }
        }
    }

    fn piece(&mut self, bytes: &mut Vec<u8>, most: usize) -> io::Result<usize> {
        (&mut self.input).take(most as u64).read_until(b'\n', bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_and_bounded() {
        let text = "one\n\r\n  two \r\nthree is too long\nfour";
        let mut lines = BoundedLines::new(text.as_bytes(), 8);
        let mut told = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            told.push(format!(
                "{} {} {}",
                line.number,
                line.text.get(..9).unwrap_or(&line.text),
                line.too_long
            ));
        }
        assert_eq!(told, ["1 one false", "3 two false", "4 three is true", "5 four false"]);
    }
}
