//! The words of a writing by the units of their spelling: all that a word may be a spelling of, found
//! in one walk.
//!
//! The walk fills a row of the alignment of `tamis_match::spelling` an edge, and leaves out a branch
//! only where no word behind it can meet: where too many classes of consonants differ for any key
//! of that branch (`Key::meets`, which a meeting by likeness asks for), or where no word can gain what
//! it must: the row so far and, for each unit of the sought word that is still to come, the most that it
//! gains beside any unit that stands in that branch. What is found is judged afterwards.

use tamis_match::key::Key;
use tamis_match::meeting::CHANCE;
use tamis_match::spelling::MOST_UNITS;
use tamis_match::spelling::table::STEPS_A_NAT;
use tamis_match::spelling::units::{NOTHING, Writing};

use crate::bounding::{Bounding, Levels, NO_LEVELS, bit, cell};
use crate::table::number;

/// The least gain in steps that is more than chance.
const LEAST: i32 = CHANCE.0 * STEPS_A_NAT / 1024 + 1;

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

impl Below {
    const NOTHING: Self = Self { units: 0, any: 0, all: u16::MAX, shortest: u8::MAX, longest: 0 };

    fn add(&mut self, other: &Self) {
        self.units |= other.units;
        self.any |= other.any;
        self.all &= other.all;
        self.shortest = self.shortest.min(other.shortest);
        self.longest = self.longest.max(other.longest);
    }

    fn add_key(&mut self, key: Key) {
        let length = u8::try_from(key.len()).unwrap_or(u8::MAX);
        self.add(&Self {
            units: 0,
            any: key.set(),
            all: key.set(),
            shortest: length,
            longest: length,
        });
    }

    /// Whether a word here may have a key that meets this one.
    #[inline]
    fn may_meet(&self, sought: &SoughtKey) -> bool {
        let missing = (sought.set & !self.any).count_ones();
        let further = (self.all & !sought.set).count_ones();
        missing.max(further) <= sought.edits
            && self.shortest <= sought.longest
            && self.longest >= sought.shortest
    }
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
#[derive(Debug)]
pub(crate) struct Trie {
    /// A node is an edge with what is below, in the order of a walk; its unit.
    units: Vec<u8>,
    /// How far from the root, from 1.
    depths: Vec<u8>,
    /// The first node that is not below it.
    skips: Vec<u32>,
    /// What stands below it.
    below: Vec<Below>,
    /// Where the words that end at each node begin, and where the last ones end.
    starts: Vec<u32>,
    words: Vec<u32>,
}

impl Trie {
    /// The trie of words by their units.
    pub(crate) fn of(mut words: Vec<Spelt<'_>>) -> Self {
        // keys without classes meet nothing
        words.retain(|(units, key, _)| (1..=MOST_UNITS).contains(&units.len()) && !key.is_empty());
        words.sort_unstable_by_key(|(units, _, word)| (*units, *word));
        let mut trie = Self {
            units: Vec::new(),
            depths: Vec::new(),
            skips: Vec::new(),
            below: Vec::new(),
            starts: Vec::new(),
            words: Vec::with_capacity(words.len()),
        };
        let mut path: Vec<usize> = Vec::new();
        let mut previous: &[u8] = &[];
        for (units, key, word) in words {
            let common = previous.iter().zip(units).take_while(|(one, other)| one == other).count();
            trie.close(&mut path, common);
            for unit in units.iter().skip(common) {
                path.push(trie.units.len());
                trie.units.push(*unit);
                trie.depths.push(u8::try_from(path.len()).unwrap_or(u8::MAX));
                trie.skips.push(0);
                trie.below.push(Below::NOTHING);
                trie.starts.push(number(trie.words.len()));
            }
            trie.words.push(word);
            if let Some(below) = path.last().and_then(|node| trie.below.get_mut(*node)) {
                below.add_key(key);
            }
            previous = units;
        }
        trie.close(&mut path, 0);
        trie.starts.push(number(trie.words.len()));
        trie
    }

    /// Ends the nodes of a path below a depth.
    #[expect(clippy::indexing_slicing, reason = "a path is of nodes")]
    fn close(&mut self, path: &mut Vec<usize>, depth: usize) {
        while path.len() > depth {
            let Some(node) = path.pop() else { return };
            self.skips[node] = number(self.units.len());
            if let Some(parent) = path.last() {
                let mut below = self.below[node];
                below.units |= bit(self.units[node]);
                self.below[*parent].add(&below);
            }
        }
    }

    /// Bytes that it holds.
    pub(crate) fn bytes(&self) -> usize {
        self.units.len() * (10 + size_of::<Below>()) + 4 * self.words.len()
    }

    /// Calls `found` with each word that may be a spelling of the sought one.
    #[inline]
    pub(crate) fn spellings(
        &self,
        walk: &mut Walk,
        sought: (Writing, &[u8], Key),
        writing: Writing,
        found: impl FnMut(u32),
    ) {
        let (from, units, key) = sought;
        if key.is_empty() || self.units.is_empty() || !(1..=MOST_UNITS).contains(&units.len()) {
            return;
        }
        if from == Writing::Latin {
            let bounding = Bounding::of_writing(writing);
            let gains = bounding.gains;
            walk.begin(units, key, |unit| (cell(gains.row(unit), NOTHING), bounding.by_row(unit)));
            let mut rows = [gains.row(NOTHING); MOST_UNITS];
            for (row, unit) in rows.iter_mut().zip(units) {
                *row = gains.row(*unit);
            }
            let beside = |at: usize, unit: u8| rows.get(at).map_or(i8::MIN, |row| cell(row, unit));
            let alone = |unit: u8| cell(gains.row(NOTHING), unit);
            self.walk(walk, units.len(), beside, alone, found);
        } else {
            let bounding = Bounding::of_writing(from);
            let gains = bounding.gains;
            let nothing = gains.row(NOTHING);
            walk.begin(units, key, |unit| (cell(nothing, unit), bounding.by_column(unit)));
            let beside = |at: usize, row: u8| {
                units.get(at).map_or(i8::MIN, |unit| cell(gains.row(row), *unit))
            };
            let alone = |unit: u8| cell(gains.row(unit), NOTHING);
            self.walk(walk, units.len(), beside, alone, found);
        }
    }

    /// The walk itself: `beside` tells what the unit of the sought word at a place gains beside a
    /// unit, `alone` what a unit gains beside nothing.
    #[expect(
        clippy::indexing_slicing,
        reason = "nodes are below the length of all arrays; rows stand one after the other, one a depth"
    )]
    #[inline]
    fn walk(
        &self,
        walk: &mut Walk,
        length: usize,
        beside: impl Fn(usize, u8) -> i8,
        alone: impl Fn(u8) -> i8,
        mut found: impl FnMut(u32),
    ) {
        let mut node = 0;
        while node < self.units.len() {
            walk.steps += 1;
            let stands_below = &self.below[node];
            if !stands_below.may_meet(&walk.key) {
                node = self.skips[node] as usize;
                continue;
            }
            let unit = self.units[node];
            let depth = usize::from(self.depths[node]);
            if stands_below.units != walk.rest_of {
                walk.learn(stands_below.units, length);
            }
            let (above, below) = walk.rows.split_at_mut(depth * WIDTH);
            let above = &above[(depth - 1) * WIDTH..(depth - 1) * WIDTH + length + 1];
            let row = &mut below[..length + 1];
            let rest = &walk.rest[..length + 1];
            let alone = i32::from(alone(unit));
            let mut left = above[0] + alone;
            row[0] = left;
            let mut most = left + rest[0];
            for at in 0..length {
                let cell = (above[at] + i32::from(beside(at, unit)))
                    .max(above[at + 1] + alone)
                    .max(left + i32::from(walk.nothing[at]));
                row[at + 1] = cell;
                left = cell;
                most = most.max(cell + rest[at + 1]);
            }
            if left >= LEAST {
                let (start, end) = (self.starts[node] as usize, self.starts[node + 1] as usize);
                self.words[start..end].iter().copied().for_each(&mut found);
            }
            node = if most >= LEAST { node + 1 } else { self.skips[node] as usize };
        }
    }
}

/// Cells of a row.
const WIDTH: usize = MOST_UNITS + 1;

/// What a walk writes: kept from one walk to the next.
#[derive(Debug)]
pub(crate) struct Walk {
    /// A row of the alignment a depth.
    rows: Vec<i32>,
    /// What each unit of the sought word gains beside nothing.
    nothing: [i8; MOST_UNITS],
    /// What each gains beside the units that it gains most beside.
    most: [Levels; MOST_UNITS],
    /// What the units from each on gain at most beside the units of a set.
    rest: [i32; WIDTH],
    /// That set.
    rest_of: u64,
    key: SoughtKey,
    /// Nodes that were looked at since it was made.
    pub(crate) steps: u64,
}

impl Walk {
    pub(crate) fn new() -> Self {
        Self {
            rows: vec![0; WIDTH * (MOST_UNITS + 1)],
            nothing: [0; MOST_UNITS],
            most: [NO_LEVELS; MOST_UNITS],
            rest: [0; WIDTH],
            rest_of: 0,
            key: SoughtKey::default(),
            steps: 0,
        }
    }

    #[expect(clippy::indexing_slicing, reason = "a word has at most MOST_UNITS units here")]
    fn begin<'a>(&mut self, units: &[u8], key: Key, of: impl Fn(u8) -> (i8, &'a Levels)) {
        let mut sum = 0;
        self.rows[0] = 0;
        for (at, unit) in units.iter().enumerate() {
            let (nothing, most) = of(*unit);
            self.nothing[at] = nothing;
            self.most[at] = *most;
            sum += i32::from(nothing);
            self.rows[at + 1] = sum;
        }
        self.key = SoughtKey::of(key);
        self.learn(0, units.len());
    }

    #[inline]
    #[expect(clippy::indexing_slicing, reason = "a word has at most MOST_UNITS units here")]
    fn learn(&mut self, units: u64, length: usize) {
        let mut sum = 0;
        self.rest[length] = 0;
        for at in (0..length).rev() {
            let nothing = self.nothing[at];
            let reached =
                self.most[at].iter().find(|(gain, set)| *gain <= nothing || set & units != 0);
            sum += i32::from(nothing.max(reached.map_or(nothing, |(gain, _)| *gain)));
            self.rest[at] = sum;
        }
        self.rest_of = units;
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
