//! Line numbers of byte offsets, counted forward once.

/// Counts lines up to offsets that (nearly) only grow.
#[derive(Debug, Clone)]
pub(super) struct Lines<'a> {
    text: &'a str,
    counted: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, counted: 0, line: 1 }
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&mut self, offset: usize) -> u64 {
        let offset = offset.min(self.text.len());
        if offset < self.counted {
            (self.counted, self.line) = (0, 1);
        }
        let between = self.text.as_bytes().get(self.counted..offset).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', between).count() as u64;
        self.counted = offset;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_from_one_forward_and_back() {
        let mut lines = Lines::new("a\nb\r\nc");
        let told: Vec<u64> = [0, 1, 2, 5, 99, 0].map(|offset| lines.line(offset)).to_vec();
        assert_eq!(told, [1, 1, 2, 3, 3, 1]);
    }
}
