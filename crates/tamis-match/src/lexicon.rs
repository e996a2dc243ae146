//! The lexicon: which parts are written forms of one name, where letters don't tell it.
//!
//! A form has a few ids. What two forms that share an id are to each other depends on the [`Kind`]
//! of the id and on their scripts; [`variants`] is the one door to that. An id is a key of the
//! comparer, so an index may look parts up by it.
//!
//! The table is bytes of the program, read in place: nothing is parsed or copied at the start, and
//! a look-up allocates nothing. It is made by `cargo xtask train lexicon`, which tells the gating;
//! names outside it meet by their letters and consonants as ever.

use std::cmp::Ordering;

use tamis_text::Script;

pub mod layout;

/// The table that ships.
static TABLE: &[u8] = include_bytes!("../data/lexicon.bin");

/// Bytes of an id: the two highest bits are its kind.
pub const ID_BYTES: usize = 3;

/// What sharing an id licenses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Spellings of one form: variants across scripts, and of each other in Latin letters.
    Spelling,
    /// Variants across scripts only: two Latin forms that share it may be different names (Chan and
    /// Jan are readings of one Chinese character).
    AcrossScripts,
    /// What people are called after a name: variants across scripts and in Latin letters, weaker than
    /// spellings, for a short form is often a name by itself (Ben, Benjamin).
    ShortForm,
    /// Latin spellings of one form in Arabic letters by the conventions of several countries: variants across scripts and
    /// in Latin letters, as good as a spelling that letters tell (Houcine, Hüseyin).
    OneNative,
}

impl Kind {
    /// The id of a set of forms, by its number below 2^22.
    #[must_use]
    pub const fn id(self, number: u32) -> u32 {
        let kind = match self {
            Self::Spelling => 0,
            Self::AcrossScripts => 1,
            Self::ShortForm => 2,
            Self::OneNative => 3,
        };
        kind << 22 | number
    }

    /// Whether an id is of this kind.
    #[must_use]
    pub const fn is_of(self, id: u32) -> bool {
        id >> 22 == self.id(0) >> 22
    }

    const fn of(id: [u8; ID_BYTES]) -> Option<Self> {
        match id[0] >> 6 {
            0 => Some(Self::Spelling),
            1 => Some(Self::AcrossScripts),
            2 => Some(Self::ShortForm),
            3 => Some(Self::OneNative),
            _ => None,
        }
    }
}

/// The ids of a form, ascending, and the script that it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ids {
    script: Script,
    /// How many.
    count: u8,
    /// Where in the table they begin.
    start: u32,
}

impl Ids {
    /// The ids of a form that the lexicon does not know.
    pub const NONE: Self = Self { script: Script::Common, count: 0, start: 0 };

    /// Whether the lexicon does not know the form.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Where they stand in the table of this engine, and how many: what an index keeps of them.
    #[must_use]
    pub const fn place(&self) -> (u32, u8) {
        (self.start, self.count)
    }

    /// The ids of a place that [`place`](Self::place) told, of a form in some script.
    #[must_use]
    pub const fn at((start, count): (u32, u8), script: Script) -> Self {
        Self { script, count, start }
    }

    /// The ids as they stand in the table.
    #[inline]
    fn listed(self) -> &'static [[u8; ID_BYTES]] {
        layout::ids_at(TABLE, self.start, self.count)
    }

    /// The ids as numbers, ascending.
    pub fn numbers(&self) -> impl Iterator<Item = u32> + use<> {
        self.listed().iter().map(|&[high, middle, low]| u32::from_be_bytes([0, high, middle, low]))
    }
}

/// The ids of a part, by its form folded in its own script.
#[must_use]
pub fn ids(folded: &str, script: Script) -> Ids {
    look(folded).ids(script)
}

/// Where a form would stand in the table.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Looked(layout::Looked);

/// Looks where a form would stand, so that the waits for memory of several forms fall together.
#[inline]
pub(crate) fn look(folded: &str) -> Looked {
    Looked(layout::look(TABLE, folded))
}

impl Looked {
    /// Reads the beginning of what stands there.
    #[inline]
    pub(crate) fn read_early(self) {
        std::hint::black_box(self.0.first(TABLE));
    }

    /// The ids of the form, of a part in that script.
    #[inline]
    pub(crate) fn ids(self, script: Script) -> Ids {
        let (start, count) = layout::find_place(TABLE, self.0).unwrap_or_default();
        Ids { script, count, start }
    }
}

/// Whether two forms are variants of one name.
#[must_use]
pub fn variants(one: Ids, other: Ids) -> bool {
    licence(one, other).is_some()
}

/// What makes two forms variants of one name: the strongest of the ids that they share and that license
/// them. Between forms of one script that is so in Latin letters, and in Cyrillic ones, where neighbours write one name
/// each in their way (Сергей, Сяргей); in an abjad a group has many names.
#[must_use]
pub fn licence(one: Ids, other: Ids) -> Option<Kind> {
    if one.is_empty() || other.is_empty() {
        return None;
    }
    let across = one.script != other.script;
    if !across && !matches!(one.script, Script::Latin | Script::Cyrillic) {
        return None;
    }
    let (mut ones, mut others) = (one.listed(), other.listed());
    // ids ascend by their kind: short forms come last
    while let ([first, rest @ ..], [other_first, other_rest @ ..]) = (ones, others) {
        match first.cmp(other_first) {
            Ordering::Less => ones = rest,
            Ordering::Greater => others = other_rest,
            Ordering::Equal => {
                let kind = Kind::of(*first)?;
                if kind != Kind::AcrossScripts || across {
                    return Some(kind);
                }
                (ones, others) = (rest, other_rest);
            }
        }
    }
    None
}

/// The checksum of the table: FNV-1a of 64 bits.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests;
