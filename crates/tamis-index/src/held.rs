//! Which names are looked at one by one, when a word of one part alone is never enough: those that hold words of
//! two parts, found by going through the names of all words once.
//!
//! A mark is a read and a write of two bytes; to look at a name takes a hundred times as long. Marks of an
//! earlier search don't count and need no clearing.

/// A mark for each name.
#[derive(Debug, Default)]
pub(crate) struct Held {
    marks: Vec<u16>,
    /// The search, in the higher byte of its marks; never 0.
    search: u16,
}

/// A part of the party's name, or the mark of a name that was told already.
pub(crate) type Part = u8;
const TOLD: u16 = 0xFF;

/// Parts that can be marked; a longer name is searched otherwise.
pub(crate) const MOST_PARTS: usize = 250;

impl Held {
    /// Begins a search among so many names.
    pub(crate) fn begin(&mut self, names: usize) {
        if self.marks.len() != names || self.search == 0xFF {
            self.marks.clear();
            self.marks.resize(names, 0);
            self.search = 0;
        }
        self.search += 1;
    }

    /// Marks a name that holds a word of a part.
    #[inline]
    pub(crate) fn mark(&mut self, name: u32, part: Part) {
        if let Some(mark) = self.marks.get_mut(name as usize) {
            *mark = self.search << 8 | u16::from(part);
        }
    }

    /// Whether a name that holds a word of a part holds one of another part too; tells each name once, and
    /// marks the others.
    #[inline]
    pub(crate) fn is_second(&mut self, name: u32, part: Part) -> bool {
        let Some(mark) = self.marks.get_mut(name as usize) else { return false };
        if *mark >> 8 != self.search {
            *mark = self.search << 8 | u16::from(part);
            return false;
        }
        let known = *mark & 0xFF;
        if known == u16::from(part) || known == TOLD {
            return false;
        }
        *mark |= TOLD;
        true
    }

    /// Whether a name that holds a word of another part was marked; tells each name once.
    #[inline]
    pub(crate) fn is_marked(&mut self, name: u32) -> bool {
        let Some(mark) = self.marks.get_mut(name as usize) else { return false };
        if *mark >> 8 != self.search || *mark & 0xFF == TOLD {
            return false;
        }
        *mark |= TOLD;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_once_when_a_second_part_holds_it() {
        let mut held = Held::default();
        for search in 0..600 {
            held.begin(4);
            assert!(!held.is_second(1, 0), "{search}");
            assert!(!held.is_second(1, 0), "the same part again");
            assert!(!held.is_second(2, 1));
            assert!(held.is_second(1, 2));
            assert!(!held.is_second(1, 3), "told already");
            assert!(!held.is_second(9, 0), "no such name");
        }
    }

    #[test]
    fn marks_of_the_first_part_are_asked_by_the_others() {
        let mut held = Held::default();
        for _ in 0..600 {
            held.begin(4);
            held.mark(1, 0);
            assert!(!held.is_marked(2));
            assert!(held.is_marked(1));
            assert!(!held.is_marked(1), "told already");
        }
    }
}
