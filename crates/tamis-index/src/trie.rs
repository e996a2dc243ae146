//! The words of a writing by the units of their spelling: all that a word may be a spelling of, found
//! in one walk.
//!
//! A branch is left out only where no word behind it can meet: where too many classes of consonants differ
//! for any key of that branch (`Key::meets`, which a meeting by likeness asks for), or where no word can gain
//! what it must (`walk`). What is found is judged afterwards.

use std::io::{self, Write};

use tamis_match::key::Key;
use tamis_match::spelling::MOST_UNITS;
use tamis_match::spelling::units::{NOTHING, Writing};

use crate::artefact::{Artefact, ArtefactError, Pod, Slice, Writer, Zeroable};
use crate::bounding::{Bounding, bit, cell};
use crate::table::number;
use crate::walk::{Step, Walk};

/// A word with its units and its key.
pub(crate) type Spelt<'a> = (&'a [u8], Key, u32);

/// What stands in a branch.
#[derive(Debug, Clone, Copy)]
struct Below {
    /// The units below the node, a bit each, some on one bit.
    units: u64,
    /// Classes of the keys of its words: of any, of all.
    any: u16,
    all: u16,
    /// The lengths of these keys.
    shortest: u8,
    longest: u8,
}

/// An edge with what is below, in the order of a walk.
#[derive(Debug, Clone, Copy, Pod, Zeroable)]
#[repr(C)]
struct Node {
    /// As in [`Below`].
    units: u64,
    any: u16,
    all: u16,
    shortest: u8,
    longest: u8,
    /// Its unit.
    unit: u8,
    /// How far from the root, from 1.
    depth: u8,
    /// The first node that is not below it.
    skip: u32,
    /// Where the words that end here begin.
    start: u32,
}

impl Node {
    #[inline]
    const fn below(&self) -> Below {
        let Self { units, any, all, shortest, longest, .. } = *self;
        Below { units, any, all, shortest, longest }
    }

    fn add_below(&mut self, other: &Below) {
        let mut below = self.below();
        below.add(other);
        let Below { units, any, all, shortest, longest } = below;
        *self = Self { units, any, all, shortest, longest, ..*self };
    }
}

impl Below {
    const NOTHING: Self = Self { units: 0, any: 0, all: u16::MAX, shortest: u8::MAX, longest: 0 };

    fn add(&mut self, other: &Self) {
        self.units |= other.units;
        self.any |= other.any;
        self.all &= other.all;
        self.shortest = self.shortest.min(other.shortest);
        self.longest = self.longest.max(other.longest);
    }

    fn of_key(key: Key) -> Self {
        let length = u8::try_from(key.len()).unwrap_or(u8::MAX);
        Self { units: 0, any: key.set(), all: key.set(), shortest: length, longest: length }
    }

    /// Whether a word here may have a key that meets this one.
    #[inline]
    fn may_meet(&self, sought: &SoughtKey) -> bool {
        self.shortest <= sought.longest
            && self.longest >= sought.shortest
            && has_at_most(sought.set & !self.any, sought.edits)
            && has_at_most(self.all & !sought.set, sought.edits)
    }
}

/// Whether a set has at most so many members: counting all is dear where a processor need not know how.
#[inline]
const fn has_at_most(mut set: u16, most: u32) -> bool {
    let mut left = most;
    while set != 0 {
        if left == 0 {
            return false;
        }
        set &= set - 1;
        left -= 1;
    }
    true
}

/// A key, as branches are asked.
#[derive(Debug, Clone, Copy, Default)]
struct SoughtKey {
    set: u16,
    edits: u32,
    shortest: u8,
    longest: u8,
}

impl SoughtKey {
    fn of(key: Key) -> Self {
        let length = u8::try_from(key.len()).unwrap_or(u8::MAX);
        // the shorter of two keys allows no more
        let edits = Key::edits_allowed(key.len());
        Self {
            set: key.set(),
            edits: edits.into(),
            shortest: length.saturating_sub(edits),
            longest: length.saturating_add(edits),
        }
    }
}

/// The words of a writing.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Trie<'a> {
    /// The last one ends the words, and has all units.
    nodes: Slice<'a, Node>,
    words: Slice<'a, u32>,
}

/// A trie that is being made.
#[derive(Default)]
struct Making {
    nodes: Vec<Node>,
    words: Vec<u32>,
}

impl Making {
    fn add(&mut self, unit: u8, depth: usize) {
        let Below { units, any, all, shortest, longest } = Below::NOTHING;
        self.nodes.push(Node {
            units,
            any,
            all,
            shortest,
            longest,
            unit,
            depth: u8::try_from(depth).unwrap_or(u8::MAX),
            skip: 0,
            start: number(self.words.len()),
        });
    }

    /// Ends the nodes of a path below a depth.
    #[expect(clippy::indexing_slicing, reason = "a path is of nodes")]
    fn close(&mut self, path: &mut Vec<usize>, depth: usize) {
        while path.len() > depth {
            let Some(node) = path.pop() else { return };
            self.nodes[node].skip = number(self.nodes.len());
            if let Some(parent) = path.last() {
                let (mut below, unit) = (self.nodes[node].below(), self.nodes[node].unit);
                below.units |= bit(unit);
                self.nodes[*parent].add_below(&below);
            }
        }
    }
}

impl<'a> Trie<'a> {
    /// Writes the trie of words by their units.
    pub(crate) fn write(
        mut words: Vec<Spelt<'_>>,
        name: &str,
        to: &mut Writer<impl Write>,
    ) -> io::Result<()> {
        // keys without classes meet nothing
        words.retain(|(units, key, _)| (1..=MOST_UNITS).contains(&units.len()) && !key.is_empty());
        words.sort_unstable_by_key(|(units, _, word)| (*units, *word));
        let mut trie = Making::default();
        let mut path: Vec<usize> = Vec::new();
        let mut previous: &[u8] = &[];
        for (units, key, word) in words {
            let common = previous.iter().zip(units).take_while(|(one, other)| one == other).count();
            trie.close(&mut path, common);
            for unit in units.iter().skip(common) {
                path.push(trie.nodes.len());
                trie.add(*unit, path.len());
            }
            trie.words.push(word);
            if let Some(node) = path.last().and_then(|node| trie.nodes.get_mut(*node)) {
                node.add_below(&Below::of_key(key));
            }
            previous = units;
        }
        trie.close(&mut path, 0);
        let all = trie.nodes.iter().fold(0, |all, node| all | bit(node.unit));
        trie.add(0, 0);
        if let Some(end) = trie.nodes.last_mut() {
            end.units = all;
        }
        to.section(format!("{name}.nodes"), &trie.nodes)?;
        to.section(format!("{name}.words"), &trie.words)
    }

    /// Opens a trie.
    pub(crate) fn open(artefact: &'a Artefact, name: &str) -> Result<Self, ArtefactError> {
        Ok(Self {
            nodes: artefact.section(&format!("{name}.nodes"))?,
            words: artefact.section(&format!("{name}.words"))?,
        })
    }

    /// Calls `found` with each word that may be a spelling of the sought one.
    pub(crate) fn spellings(
        &self,
        walks: &mut Walks,
        sought: (Writing, &[u8], Key),
        writing: Writing,
        found: impl FnMut(u32),
    ) {
        let (_, units, key) = sought;
        if key.is_empty() || self.words.is_empty() {
            return;
        }
        let steps = &mut walks.steps;
        match units.len() {
            1..=SHORT => self.walk(&mut walks.short, steps, sought, writing, found),
            ..=MOST_UNITS => self.walk(&mut walks.long, steps, sought, writing, found),
            _ => {}
        }
    }

    fn walk<const W: usize>(
        &self,
        walk: &mut Walk<W>,
        steps: &mut u64,
        (from, units, key): (Writing, &[u8], Key),
        writing: Writing,
        found: impl FnMut(u32),
    ) {
        let key = SoughtKey::of(key);
        let end = self.nodes.get(self.nodes.len().saturating_sub(1));
        let all = end.map_or(u64::MAX, |end| end.units);
        if from == Writing::Latin {
            let bounding = Bounding::of_writing(writing);
            let gains = bounding.gains;
            let of = |unit| (cell(gains.row(unit), NOTHING), bounding.by_row(unit));
            walk.begin(units, all, of);
            let beside = |unit: u8, other: u8| cell(gains.row(other), unit);
            self.follow(walk, steps, (units, key), beside, found);
        } else {
            let bounding = Bounding::of_writing(from);
            let gains = bounding.gains;
            let of = |unit| (cell(gains.row(NOTHING), unit), bounding.by_column(unit));
            walk.begin(units, all, of);
            let beside = |unit: u8, other: u8| cell(gains.row(unit), other);
            self.follow(walk, steps, (units, key), beside, found);
        }
    }

    #[inline]
    fn follow<const W: usize>(
        &self,
        walk: &mut Walk<W>,
        steps: &mut u64,
        (units, key): (&[u8], SoughtKey),
        beside: impl Fn(u8, u8) -> i8,
        mut found: impl FnMut(u32),
    ) {
        let nodes = self.nodes.whole();
        let mut place = 0;
        while let Some([node, next]) = nodes.get(place..place + 2) {
            *steps += 1;
            let below = node.below();
            let may_meet = below.may_meet(&key);
            let mut step = || walk.step(node.depth, node.unit, below.units, units, &beside);
            let Step::Into { is_found } = (if may_meet { step() } else { Step::Over }) else {
                place = node.skip as usize;
                continue;
            };
            if is_found {
                let words = self.words.part(node.start as usize..next.start as usize);
                words.iter().copied().for_each(&mut found);
            }
            place += 1;
        }
    }
}

/// The most units of a short word: nearly all are.
const SHORT: usize = 16;

/// What walks write, for short words and for long ones.
#[derive(Debug)]
pub(crate) struct Walks {
    short: Walk<SHORT>,
    long: Walk<48>,
    /// Nodes that were looked at since it was made.
    pub(crate) steps: u64,
}

impl Walks {
    pub(crate) fn new() -> Self {
        Self { short: Walk::new(), long: Walk::new(), steps: 0 }
    }
}

/// The writings that have a trie, in their order.
pub(crate) const WRITINGS: [Writing; 7] = [
    Writing::Latin,
    Writing::Arabic,
    Writing::Hebrew,
    Writing::Cyrillic,
    Writing::Kana,
    Writing::Hangul,
    Writing::Han,
];
