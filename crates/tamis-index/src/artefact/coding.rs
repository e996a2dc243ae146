//! Texts and numbers one after the other, for what is read as a whole and seldom: directories, entries.

/// Adds values to bytes.
pub trait Put {
    /// Adds a number, seven bits a byte, the lowest first.
    fn put_number(&mut self, number: u64);

    /// Adds bytes with their length.
    fn put_bytes(&mut self, bytes: &[u8]);

    /// Adds a text.
    fn put_text(&mut self, text: &str) {
        self.put_bytes(text.as_bytes());
    }

    /// Adds what may be missing: 0, or 1 and what `put` adds.
    fn put_option<T>(&mut self, value: Option<T>, put: impl FnOnce(&mut Self, T)) {
        self.put_number(u64::from(value.is_some()));
        if let Some(value) = value {
            put(self, value);
        }
    }

    /// Adds a list: how many, and what `put` adds for each.
    fn put_list<T>(&mut self, list: &[T], mut put: impl FnMut(&mut Self, &T)) {
        self.put_number(list.len() as u64);
        for value in list {
            put(self, value);
        }
    }
}

impl Put for Vec<u8> {
    fn put_number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.push(number as u8);
    }

    fn put_bytes(&mut self, bytes: &[u8]) {
        self.put_number(bytes.len() as u64);
        self.extend_from_slice(bytes);
    }
}

/// Takes values from bytes in the order in which they were put; none where the bytes are not such.
#[derive(Debug, Clone, Copy)]
pub struct Take<'a> {
    rest: &'a [u8],
}

impl<'a> Take<'a> {
    /// From the beginning of bytes.
    #[must_use]
    pub const fn of(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    /// Whether nothing is left.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// A number.
    pub fn number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0_u64, 0_u32);
        loop {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u64::from(byte & 0x7F).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// A number of some smaller kind.
    pub fn small<N: TryFrom<u64>>(&mut self) -> Option<N> {
        N::try_from(self.number()?).ok()
    }

    /// Bytes.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.small()?;
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// What may be missing.
    pub fn option<T>(&mut self, take: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.number()? {
            0 => Some(None),
            1 => Some(Some(take(self)?)),
            _ => None,
        }
    }

    /// A list.
    pub fn list<T>(&mut self, mut take: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count: usize = self.small()?;
        // each value takes a byte at least: a damaged count can't ask for more room than there are bytes
        let mut list = Vec::with_capacity(count.min(self.rest.len()));
        for _ in 0..count {
            list.push(take(self)?);
        }
        Some(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_taken() {
        let mut bytes = Vec::new();
        for number in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            bytes.put_number(number);
        }
        bytes.put_text("الراوي");
        bytes.put_option(Some("a"), Put::put_text);
        bytes.put_option(None::<&str>, Put::put_text);
        bytes.put_list(&[3_u64, 4], |bytes, number| bytes.put_number(*number));
        let mut take = Take::of(&bytes);
        for number in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            assert_eq!(take.number(), Some(number));
        }
        assert_eq!(take.text(), Some("الراوي"));
        assert_eq!(take.option(Take::text), Some(Some("a")));
        assert_eq!(take.option(Take::text), Some(None));
        assert_eq!(take.list(Take::number), Some(vec![3, 4]));
        assert!(take.is_empty());
        assert_eq!(take.number(), None);
    }

    #[test]
    fn what_is_no_value_is_none() {
        assert_eq!(Take::of(&[0x80; 20]).number(), None);
        assert_eq!(Take::of(&[5, b'a']).bytes(), None);
        assert_eq!(Take::of(&[2, 0xFF, 0xFE]).text(), None);
        assert_eq!(Take::of(&[2]).option(Take::number), None);
        assert_eq!(Take::of(&[0xFF, 0xFF, 0xFF, 0x7F, 1]).list(Take::number), None);
    }
}
