//! Where a word stands in a table: an index by hash, made from the table at first use.
//!
//! A binary search over 700 words takes ten comparisons of texts, 300 instructions; this takes one
//! multiplication for each eight bytes and, for a word that is not there, mostly one look at an empty
//! slot. The tables keep their order and stay readable.

/// An index of the words of a table.
#[derive(Debug)]
pub struct WordIndex {
    /// One more than the place of a word in its table; 0 is empty. At most a quarter is taken.
    slots: Box<[u16]>,
}

impl WordIndex {
    /// An index of words in the order of their table; of equal ones, the first. A table may have
    /// 65,534 words; later ones are not found.
    pub fn new<'w>(words: impl ExactSizeIterator<Item = &'w str>) -> Self {
        let mut slots = vec![0; (words.len() * 4).next_power_of_two().max(4)].into_boxed_slice();
        for (word, place) in words.zip(1..u16::MAX) {
            let mut slot = hash(word.as_bytes(), slots.len());
            while slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & (slots.len() - 1);
            }
            if let Some(free) = slots.get_mut(slot) {
                *free = place;
            }
        }
        Self { slots }
    }

    /// The row of a table that has a word; `text` gives the word of a row.
    #[inline]
    pub fn find<'t, T>(
        &self,
        table: &'t [T],
        word: &str,
        text: impl Fn(&T) -> &str,
    ) -> Option<&'t T> {
        self.find_bytes(table, word.as_bytes(), text)
    }

    /// The same by the bytes of the word.
    #[inline]
    pub fn find_bytes<'t, T>(
        &self,
        table: &'t [T],
        word: &[u8],
        text: impl Fn(&T) -> &str,
    ) -> Option<&'t T> {
        self.find_looked(self.look(word), table, word, text)
    }

    /// Looks where a word would stand, for [`Self::find_looked`]: who asks for many words looks for all of
    /// them first, so that the waits for memory fall together.
    #[inline]
    #[must_use]
    pub fn look(&self, word: &[u8]) -> Looked {
        let slot = hash(word, self.slots.len());
        let place = self.slots.get(slot).copied().unwrap_or(0);
        // there are at most four times as many slots as places
        Looked { slot: u32::try_from(slot).unwrap_or(u32::MAX), place }
    }

    /// The row of a table that has a word that was looked for; `text` gives the word of a row.
    #[inline]
    pub fn find_looked<'t, T>(
        &self,
        looked: Looked,
        table: &'t [T],
        word: &[u8],
        text: impl Fn(&T) -> &str,
    ) -> Option<&'t T> {
        let (mut slot, mut place) = (looked.slot as usize, looked.place);
        loop {
            let row = table.get(usize::from(place).checked_sub(1)?)?;
            if text(row).as_bytes() == word {
                return Some(row);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
            place = *self.slots.get(slot)?;
        }
    }
}

/// Where a word would stand in an index.
#[derive(Debug, Clone, Copy, Default)]
pub struct Looked {
    slot: u32,
    /// What stands there.
    place: u16,
}

impl Looked {
    /// The row of a table that may have the word: to be read early, never to be believed.
    #[inline]
    #[must_use]
    pub fn row<T>(self, table: &[T]) -> Option<&T> {
        table.get(usize::from(self.place).checked_sub(1)?)
    }
}

/// A slot for a word; `slots` is a power of two. Multiplication by an odd number near 2^64 divided by
/// the golden ratio spreads what differs in few bits over the high bits, which are taken. The ends of
/// a word overlap, so that no byte is taken one by one.
#[inline]
fn hash(word: &[u8], slots: usize) -> usize {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut sum = 0_u64;
    let rest = if let Some(last) = word.last_chunk::<8>() {
        let (eights, _) = word.as_chunks::<8>();
        for eight in eights {
            sum = (sum ^ u64::from_le_bytes(*eight)).wrapping_mul(SPREAD);
            sum ^= sum >> 32;
        }
        u64::from_le_bytes(*last)
    } else if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
    } else {
        word.iter().fold(0_u64, |bytes, byte| bytes << 8 | u64::from(*byte))
    };
    // Words of one beginning and one end may differ in length alone: aaaaa, aaaaaa.
    let length = u64::try_from(word.len()).unwrap_or(0);
    let sum = (sum ^ rest ^ length << 56).wrapping_mul(SPREAD);
    usize::try_from(sum >> 32).unwrap_or(0) & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_others_are_not() {
        let words: Vec<String> = (0..5_000).map(|number| format!("word{number}")).collect();
        let index = WordIndex::new(words.iter().map(String::as_str));
        for word in &words {
            assert_eq!(index.find(&words, word, String::as_str), Some(word));
        }
        for word in ["", "word", "word5000", "wordword", "a word that is longer than the others"] {
            assert_eq!(index.find(&words, word, String::as_str), None, "{word}");
        }
    }

    #[test]
    fn an_empty_table_has_no_word() {
        let none: [&str; 0] = [];
        assert_eq!(WordIndex::new(none.into_iter()).find(&none, "", |word| word), None);
    }
}
