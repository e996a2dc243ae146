//! The listed names as rows of words, each different one once, with what finds them as a whole.

use std::collections::HashMap;
use std::io::{self, Write};
use std::ops::Range;

use tamis_match::AnalysedRecord;
use tamis_match::joined::{JoinKey, all_keys, neighbours};
use tamis_match::meeting::first_letters;
use tamis_match::names::{ACRONYM_LETTERS, may_lack_own_name, may_stand_alone};
use tamis_match::reading::Reading;
use tamis_match::record::{PreparedName, PreparedPart};
use tamis_model::{PartRole, PartyKind};
use tamis_text::PartClass;

use crate::artefact::{Artefact, ArtefactError, Pod, Slice, Writer, Zeroable};
use crate::sums::Holding;
use crate::table::{Hash, Of, Rows, Table, number};
use crate::vocabulary::Vocabulary;
use crate::words::{Sought, Telling};

/// Marks a word of a name that may always stand alone: a title as often as a name.
pub(crate) const TITLE: u32 = 1 << 31;

/// Marks a word of a name that is a nisba or a tribe in it. No vocabulary has so many words as the bits below hold.
pub(crate) const ORIGIN: u32 = 1 << 30;

/// A set of places in a name; no name has more parts than this has bits.
pub(crate) type Places = u128;

/// What is known of a name beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Shape {
    pub(crate) kind: PartyKind,
    /// As what it is read: of unknown kind each name is listed twice.
    pub(crate) reading: Reading,
    /// Nothing needs to answer to its first part.
    pub(crate) may_lack_own_name: bool,
    /// Initials among its other parts.
    pub(crate) initials: u8,
}

impl Shape {
    pub(crate) fn of(name: &PreparedName, kind: PartyKind, reading: Reading) -> Self {
        let is_initial = |part: &&PreparedPart| part.role == PartRole::Initial;
        let initials = name.other.iter().filter(is_initial).count();
        Self {
            kind,
            reading,
            may_lack_own_name: may_lack_own_name(name),
            initials: u8::try_from(initials).unwrap_or(u8::MAX),
        }
    }

    /// The shape, and how many words must be met (the third byte but for its lowest bit), in four bytes.
    fn packed(&self, needed: usize) -> [u8; 4] {
        let needed = u8::try_from(needed.min(127)).unwrap_or(127);
        let third = needed << 1 | u8::from(self.may_lack_own_name);
        [self.kind as u8, self.reading as u8, third, self.initials]
    }

    #[inline]
    fn unpacked([kind, reading, third, initials]: [u8; 4]) -> Option<Self> {
        Some(Self {
            kind: *KINDS.get(usize::from(kind))?,
            reading: if reading == 0 { Reading::Person } else { Reading::Thing },
            may_lack_own_name: third & 1 == 1,
            initials,
        })
    }

    /// Whether names of such shapes are compared.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        self.reading == other.reading && self.kind.may_be(other.kind)
    }
}

/// The kinds by their numbers.
const KINDS: [PartyKind; 5] = [
    PartyKind::Person,
    PartyKind::Organisation,
    PartyKind::Vessel,
    PartyKind::Aircraft,
    PartyKind::Unknown,
];

/// A run of neighbours of a name that may be one part of another name. What its parts weigh follows from
/// the words of the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub(crate) struct RunOfName {
    pub(crate) name: u32,
    pub(crate) start: u8,
    pub(crate) length: u8,
    room: u16,
}

impl RunOfName {
    pub(crate) fn places(&self) -> Places {
        places(self.start, self.length)
    }

    /// The places of its words among those of its name.
    pub(crate) fn range(&self) -> Range<usize> {
        usize::from(self.start)..usize::from(self.start) + usize::from(self.length)
    }
}

/// The places of a run.
pub(crate) fn places(start: u8, length: u8) -> Places {
    (start..start.saturating_add(length)).fold(0, |all, at| all | 1_u128.wrapping_shl(at.into()))
}

/// A name of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Pod, Zeroable)]
#[repr(C)]
pub(crate) struct Listing {
    pub(crate) entry: u32,
    /// Its place among the names of the entry.
    pub(crate) number: u32,
}

/// The names and their entries.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names<'a> {
    shapes: Slice<'a, [u8; 4]>,
    /// The words of each name, with [`TITLE`] and [`ORIGIN`].
    pub(crate) words: Rows<'a, u32>,
    /// The entries of each name.
    pub(crate) entries: Rows<'a, Listing>,
    /// The names of each word, as [`Holding`] tells them.
    pub(crate) postings: Rows<'a, u32>,
    /// The names that have an initial of each letter, by its byte.
    pub(crate) initials: Rows<'a, u32>,
    /// Runs by number.
    pub(crate) runs: Slice<'a, RunOfName>,
    /// Runs by what joins them, by the lexicon and by their initials, names by all their letters, entries by identifiers.
    pub(crate) table: Table<'a>,
}

impl<'a> Names<'a> {
    /// Opens names.
    pub(crate) fn open(artefact: &'a Artefact) -> Result<Self, ArtefactError> {
        Ok(Self {
            shapes: artefact.section("names.shapes")?,
            words: Rows::open(artefact, "names.words")?,
            entries: Rows::open(artefact, "names.entries")?,
            postings: Rows::open(artefact, "names.postings")?,
            initials: Rows::open(artefact, "names.initials")?,
            runs: artefact.section("names.runs")?,
            table: Table::open(artefact, "names.keys")?,
        })
    }

    /// How many different names there are.
    pub(crate) const fn len(&self) -> usize {
        self.shapes.len()
    }

    /// The shape of a name.
    #[inline]
    pub(crate) fn shape(&self, name: u32) -> Option<Shape> {
        Shape::unpacked(self.shapes.get(name as usize)?)
    }

    /// How many of its words must be met, and how many initials it has.
    #[inline]
    pub(crate) fn needs(&self, name: u32) -> (u32, u32) {
        let [_, _, third, initials] = self.shapes.get(name as usize).unwrap_or_default();
        (u32::from(third >> 1), u32::from(initials))
    }
}

/// Names that are still being told.
#[derive(Debug, Default)]
pub(crate) struct TellingNames {
    pub(crate) words: Telling,
    known: HashMap<(Shape, Vec<u32>), u32>,
    shapes: Vec<Shape>,
    of_names: Vec<(u32, u32)>,
    initials: Vec<(u32, u32)>,
    entries: Vec<(u32, Listing)>,
    runs: Vec<RunOfName>,
    rows: Vec<(u64, u32)>,
    /// What words join by.
    joins: Vec<(u64, u32)>,
}

impl TellingNames {
    /// Takes the names of an entry.
    pub(crate) fn add(&mut self, entry: u32, record: &AnalysedRecord) {
        for identifier in &record.identifiers {
            self.rows.push((identifier_key(&identifier.normalised), entry));
        }
        for (reading, names) in record.readings() {
            self.add_names(entry, names, (record.kind, reading));
        }
    }

    fn add_names(
        &mut self,
        entry: u32,
        names: &[PreparedName],
        (kind, reading): (PartyKind, Reading),
    ) {
        for name in names {
            let number = self.number(name, kind, reading);
            let initials = name.other.iter().filter(|part| part.role == PartRole::Initial);
            let letters = initials.flat_map(first_letters);
            self.initials.extend(letters.map(|letter| (u32::from(letter), number)));
            let listing = Listing { entry, number: crate::table::number(name.number) };
            self.entries.push((number, listing));
            let keys = name.all_letters().map(name_key);
            self.rows.extend(keys.map(|key| (key, number)));
            for run in &name.runs {
                let key = join_key(run.key);
                self.add_run(key, number, (run.start, run.length));
            }
            if reading == Reading::Thing {
                for (key, run) in acronyms(&name.informative) {
                    self.add_run(key, number, run);
                }
            }
            for (start, ids) in neighbours(name) {
                for id in ids.numbers() {
                    self.add_run(neighbours_key(id), number, (start, 2));
                }
            }
        }
    }

    fn number(&mut self, name: &PreparedName, kind: PartyKind, reading: Reading) -> u32 {
        let mut words = Vec::with_capacity(name.informative.len());
        for part in &name.informative {
            let mark = match part.part.class {
                _ if may_stand_alone(name, part) => TITLE,
                PartClass::Nisba | PartClass::Tribe => ORIGIN,
                _ => 0,
            };
            let word = self.words.number(&Sought::of(part));
            for key in all_keys(part) {
                self.joins.push((join_key(key), word));
            }
            words.push(word | mark);
        }
        let key = (Shape::of(name, kind, reading), words);
        if let Some(number) = self.known.get(&key) {
            return *number;
        }
        let name = number(self.shapes.len());
        self.shapes.push(key.0);
        self.of_names.extend(key.1.iter().map(|word| (name, *word)));
        self.known.insert(key, name);
        name
    }

    fn add_run(&mut self, key: u64, number: u32, run: (u8, u8)) {
        let run = self.run(number, run);
        self.rows.push((key, run));
    }

    /// The number of a run; of runs in a row that are the same, one.
    fn run(&mut self, name: u32, (start, length): (u8, u8)) -> u32 {
        let run = RunOfName { name, start, length, room: 0 };
        if self.runs.last() != Some(&run) {
            self.runs.push(run);
        }
        number(self.runs.len() - 1)
    }

    /// Writes the names, once all are told.
    pub(crate) fn write(mut self, to: &mut Writer<impl Write>) -> io::Result<()> {
        let count = self.shapes.len();
        let mut needed = vec![0_usize; count];
        let mut postings: Vec<(u32, u32)> = Vec::with_capacity(self.of_names.len());
        let mut before = None;
        for (name, word) in &self.of_names {
            let Some(needed) = needed.get_mut(*name as usize) else { continue };
            *needed += usize::from(word & TITLE == 0);
            let shape = self.shapes.get(*name as usize);
            let has_initials = shape.is_some_and(|shape| shape.initials > 0);
            let may_lack = shape.is_some_and(|shape| shape.may_lack_own_name);
            let is_first = before.replace(*name) != Some(*name);
            let held = Holding::of(*name, is_first || may_lack, has_initials);
            postings.push((word & !(TITLE | ORIGIN), held.number()));
        }
        let shapes: Vec<[u8; 4]> =
            self.shapes.iter().zip(needed).map(|(shape, needed)| shape.packed(needed)).collect();
        to.section("names.shapes", &shapes)?;
        Rows::write(count, &self.of_names, "names.words", to)?;
        self.entries.sort_unstable();
        self.entries.dedup();
        Rows::write(count, &self.entries, "names.entries", to)?;
        // in the order of the names, for their sums are then written in that order
        postings.sort_unstable_by_key(|(word, held)| (*word, Holding::read(*held).name()));
        postings.dedup_by(|later, kept| {
            let name = |held: u32| Holding::read(held).name();
            let same = later.0 == kept.0 && name(later.1) == name(kept.1);
            if same {
                kept.1 |= later.1;
            }
            same
        });
        Rows::write(self.words.len() as usize, &postings, "names.postings", to)?;
        self.initials.sort_unstable();
        self.initials.dedup();
        Rows::write(usize::from(u8::MAX) + 1, &self.initials, "names.initials", to)?;
        to.section("names.runs", &self.runs)?;
        Table::write(self.rows, "names.keys", to)?;
        Vocabulary::write(&self.words, self.joins, "words", to)
    }
}

/// The key of a name by all its letters.
pub(crate) fn name_key(letters: u64) -> u64 {
    Hash::of(Of::Name).then(letters).end()
}

/// The key of a run and of the words that it may be.
pub(crate) fn join_key(key: JoinKey) -> u64 {
    Hash::of(Of::Joined).then(key.number()).end()
}

/// The key of neighbours that are one word by the lexicon, for each of its ids.
pub(crate) fn neighbours_key(id: u32) -> u64 {
    Hash::of(Of::Neighbours).then(u64::from(id)).end()
}

/// The key of an identifier as it is compared.
pub(crate) fn identifier_key(normalised: &str) -> u64 {
    Hash::of(Of::Identifier).bytes(normalised.as_bytes()).end()
}

/// The key of an acronym.
pub(crate) fn acronym_key(letters: &[u8]) -> u64 {
    Hash::of(Of::Acronym).bytes(letters).end()
}

/// The runs of a name with the keys of their initials.
pub(crate) fn acronyms(parts: &[PreparedPart]) -> Vec<(u64, (u8, u8))> {
    let first = |part: &PreparedPart| part.part.latin.bytes().next().unwrap_or(b' ');
    let initials: Vec<u8> = parts.iter().map(first).collect();
    let mut all = Vec::new();
    for (start, _) in initials.iter().enumerate() {
        for length in ACRONYM_LETTERS {
            let Some(letters) = initials.get(start..start + length) else { break };
            if let (Ok(start), Ok(length)) = (u8::try_from(start), u8::try_from(length)) {
                all.push((acronym_key(letters), (start, length)));
            }
        }
    }
    all
}
