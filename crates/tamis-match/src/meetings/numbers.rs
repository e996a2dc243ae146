//! The parts of a record's names by numbers, parts that are alike by the same: each is compared once.
//!
//! They are numbered when the record is made. Names that were put together otherwise are numbered when
//! they are compared.

use smallvec::SmallVec;

use super::piece;
use crate::joined::{hash_of, known_neighbours};
use crate::record::{PreparedName, PreparedPart};
use crate::sketch::Sketch;

/// A part, and what it is first compared by.
pub(super) type Sketched<'a> = (&'a Sketch, &'a PreparedPart);

#[inline]
fn parts_of(name: &PreparedName) -> impl Iterator<Item = Sketched<'_>> + Clone {
    name.sketches.iter().zip(&name.informative)
}

/// Parts of which no two are alike.
pub(super) type Different<'a> = SmallVec<[Sketched<'a>; 24]>;

/// The parts of names by numbers; parts that are alike have the same.
#[derive(Debug)]
pub(super) struct Numbers {
    /// Of the parts of all names in a row; none where there is one name, whose parts are numbered in
    /// their order.
    parts: SmallVec<[u32; 32]>,
    /// Where the parts of each name begin, and where those of the last one end.
    starts: SmallVec<[u32; 10]>,
}

/// So many of the parts before it a part is looked for among: more than the names of nearly all
/// records have, and a bound for a record of a thousand names.
const LOOKED_AT: usize = 64;

/// The numbers of the parts of the only name; no name has more.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
static IN_ORDER: [u32; 256] = {
    let mut numbers = [0; 256];
    let mut at = 0;
    while at < numbers.len() {
        numbers[at] = at as u32;
        at += 1;
    }
    numbers
};

impl Numbers {
    #[inline]
    pub(super) fn new() -> Self {
        Self { parts: SmallVec::new(), starts: SmallVec::new() }
    }

    /// Numbers the parts of names; gives the different ones in their order.
    pub(super) fn number<'a>(&mut self, names: &'a [PreparedName], different: &mut Different<'a>) {
        if let [only] = names {
            different.extend(parts_of(only));
            return self.number_only(only);
        }
        self.starts.push(0);
        if self.number_as_known(names, different) {
            return;
        }
        (self.parts, self.starts) = (SmallVec::new(), SmallVec::new());
        self.starts.push(0);
        different.clear();
        for name in names {
            for (sketch, part) in parts_of(name) {
                let first = different.len().saturating_sub(LOOKED_AT);
                let looked_at = different.get(first..).unwrap_or_default();
                let known = looked_at
                    .iter()
                    .position(|(known, of)| *known == sketch && of.is_compared_alike(part));
                if known.is_none() {
                    different.push((sketch, part));
                }
                let number = known.map_or(different.len() - 1, |known| first + known);
                self.parts.push(number_of(number));
            }
            self.starts.push(number_of(self.parts.len()));
        }
    }

    /// Numbers the parts of names of one record as they were when it was made; false where that is not
    /// known of all names.
    fn number_as_known<'a>(
        &mut self,
        names: &'a [PreparedName],
        different: &mut Different<'a>,
    ) -> bool {
        let record = names.first().map_or(0, |name| name.numbered.record);
        if record == 0 {
            return false;
        }
        for name in names {
            let Numbered { record: of, parts } = &name.numbered;
            if *of != record || parts.len() != name.informative.len() {
                return false;
            }
            for (number, sketched) in parts.iter().zip(parts_of(name)) {
                let number = usize::from(*number);
                if number > different.len() {
                    // a name before it was taken away
                    return false;
                }
                if number == different.len() {
                    different.push(sketched);
                }
                self.parts.push(number_of(number));
            }
            self.starts.push(number_of(self.parts.len()));
        }
        true
    }

    /// Numbers the parts of the only name in their order.
    #[inline]
    fn number_only(&mut self, only: &PreparedName) {
        self.starts.push(0);
        self.starts.push(number_of(only.informative.len()));
    }

    #[inline]
    pub(super) fn of_name(&self, at: usize) -> &[u32] {
        let all = if self.starts.len() == 2 { &IN_ORDER } else { self.parts.as_slice() };
        piece(all, &self.starts, at)
    }
}

pub(super) fn number_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The numbers of a name's parts among those of its record.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbered {
    /// What tells the names of the record; 0 where they are not numbered.
    record: u64,
    parts: SmallVec<[u16; 8]>,
}

/// Numbers the parts of all names of a record, where there are several.
pub(crate) fn number_names(names: &mut [PreparedName]) {
    if names.len() < 2 {
        return;
    }
    let mut numbers = Numbers::new();
    {
        let mut different = Different::new();
        numbers.number(names, &mut different);
        if u16::try_from(different.len()).is_err() {
            return;
        }
    }
    let of_name = |hash: u64, name: &PreparedName| {
        hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ hash_of(&name.original)
    };
    let record = names.iter().fold(0, of_name).max(1);
    for (at, name) in names.iter_mut().enumerate() {
        let parts = numbers.of_name(at).iter().map(|number| u16::try_from(*number).unwrap_or(0));
        name.numbered = Numbered { record, parts: parts.collect() };
        // asked anew for each pair of names, they would cost more than all else of those of other scripts
        name.known_neighbours = Some(known_neighbours(&name.informative));
    }
}
