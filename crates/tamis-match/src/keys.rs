//! The scheme of keys: two parts add something only if they share a key of it.
//!
//! This is the list that an index of parts is built from. Keys are necessary, not sufficient: parts that
//! share one may still tell nothing. Edits are keys by deletion: two words within k edits of each
//! other have a word in common among those that k deletions or fewer make of each.
//!
//! | key | meeting |
//! |---|---|
//! | [`PartKey::Folded`], [`PartKey::Latin`] | equal as written, equal romanised |
//! | [`PartKey::Variant`], [`PartKey::Concept`] | an id of the lexicon, a word of things |
//! | [`PartKey::Syllables`], [`PartKey::Faith`] | the same syllables of East Asia; without "of the faith" |
//! | [`PartKey::Letters`], [`PartKey::WrittenLetters`] | one to three edits in one writing |
//! | [`PartKey::Coarse`] | coarse consonants within one to three edits, beside Latin letters |
//! | [`PartKey::Consonants`] | equal consonants, or from four on one edit apart, between other scripts |
//! | [`Keys::begins`], [`Keys::cut`] | cut short at the end of a full field |
//! | [`Keys::joins`] and the [`Run`](crate::joined::Run)s of the other name; an id of its [`neighbours`](crate::joined::neighbours) | joined or split |
//! | one of the [`first_letters`](crate::meeting::first_letters) | an initial; the initials of neighbours: an acronym of things |
//! | [`PreparedName::letters`](crate::record::PreparedName) | whole names of the same letters, cut differently |

use std::collections::BTreeSet;

use crate::faith;
use crate::joined::{JoinKey, all_keys};
use crate::key::Key;
use crate::meeting::{SHORTEST_CUT, edits_allowed};
use crate::record::PreparedPart;

/// A key that both parts have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKey {
    /// The folded form.
    Folded(String),
    /// The romanised form.
    Latin(String),
    /// An id of the lexicon.
    Variant(u32),
    /// The number of a concept of things.
    Concept(u16),
    /// The syllables of a name of East Asia, in one way of reading or as Koreans may read pinyin.
    Syllables(u64),
    /// The stem of a name with "of the faith", or of one that may be.
    Faith(Vec<u8>),
    /// The romanised form with some letters left out.
    Letters(String),
    /// The folded form of an abjad with some letters left out.
    WrittenLetters(String),
    /// Classes of the coarse consonants, some left out.
    Coarse(Vec<u8>),
    /// The skeleton, with a class left out from four on.
    Consonants(Vec<u8>),
}

/// What a part begins with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Begin {
    /// Romanised letters.
    Letters(Vec<u8>),
    /// Consonants, which count between two scripts.
    Consonants(Vec<u8>),
}

impl Begin {
    /// All beginnings that are long enough, the whole among them.
    fn all(&self) -> Vec<Self> {
        let (bytes, of): (_, fn(Vec<u8>) -> Self) = match self {
            Self::Letters(bytes) => (bytes, Self::Letters),
            Self::Consonants(bytes) => (bytes, Self::Consonants),
        };
        let begin = |end: usize| bytes.get(..end).map(|begin| of(begin.to_vec()));
        (SHORTEST_CUT..=bytes.len()).filter_map(begin).collect()
    }
}

/// The keys of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// What two parts may share.
    pub shared: BTreeSet<PartKey>,
    /// Beginnings of the romanised form and of the consonants: what a part cut short is looked for by.
    pub begins: BTreeSet<Begin>,
    /// Those of a part that may be cut short, whole.
    pub cut: Vec<Begin>,
    /// What a run of the other side may have.
    pub joins: Vec<JoinKey>,
}

impl Keys {
    /// Whether two parts may meet, one beside one.
    #[must_use]
    pub fn meet(&self, other: &Self) -> bool {
        let begins =
            |cut: &[Begin], whole: &BTreeSet<Begin>| cut.iter().any(|cut| whole.contains(cut));
        !self.shared.is_disjoint(&other.shared)
            || begins(&self.cut, &other.begins)
            || begins(&other.cut, &self.begins)
    }
}

/// The keys of a part.
#[must_use]
pub fn keys(part: &PreparedPart) -> Keys {
    let latin = part.part.latin.as_str();
    let mut shared = of_spelling(&part.part.folded, latin, &part.part.skeleton, part.abjad);
    shared.extend(part.lexicon.numbers().map(PartKey::Variant));
    let syllables = part.syllables.keys().chain(part.syllables.keys_through_chinese());
    shared.extend(syllables.map(PartKey::Syllables));
    shared.extend(faith::stem(&part.form()).map(|stem| PartKey::Faith(stem.to_vec())));
    shared.extend(part.concept.map(|concept| PartKey::Concept(concept.number)));
    let whole =
        [Begin::Letters(latin.as_bytes().to_vec()), Begin::Consonants(part.part.skeleton.to_vec())];
    let begins = whole.iter().flat_map(Begin::all).collect();
    let cut = if part.is_cut { whole.to_vec() } else { Vec::new() };
    Keys { shared, begins, cut, joins: all_keys(part).collect() }
}

/// The keys of a word by how it is written.
fn of_spelling(folded: &str, latin: &str, skeleton: &[u8], abjad: bool) -> BTreeSet<PartKey> {
    let mut shared = BTreeSet::from([PartKey::Folded(folded.to_owned())]);
    if !latin.is_empty() {
        shared.insert(PartKey::Latin(latin.to_owned()));
    }
    let (written, key): (&str, fn(String) -> PartKey) =
        if abjad { (folded, PartKey::WrittenLetters) } else { (latin, PartKey::Letters) };
    let letters: Vec<char> = written.chars().collect();
    let left = without(&letters, edits_allowed(letters.len()));
    shared.extend(left.into_iter().map(|left| key(left.into_iter().collect())));
    let classes = coarse(Key::of(skeleton));
    let left = without(&classes, u32::from(Key::edits_allowed(classes.len())));
    shared.extend(left.into_iter().map(PartKey::Coarse));
    let left_out = u32::from(skeleton.len() >= SHORTEST_SKELETON_EDITED);
    shared.extend(without(skeleton, left_out).into_iter().map(PartKey::Consonants));
    shared
}

/// Shorter skeletons meet only whole.
pub const SHORTEST_SKELETON_EDITED: usize = 4;

/// The classes of a key of consonants.
fn coarse(key: Key) -> Vec<u8> {
    let class = |at: usize| u8::try_from(key.number() >> (4 * at) & 15).unwrap_or(0);
    (0..key.len()).map(class).collect()
}

/// All that is left of a word when up to so many of its letters are left out.
fn without<T: Copy + Ord>(letters: &[T], most: u32) -> BTreeSet<Vec<T>> {
    if letters.is_empty() {
        return BTreeSet::new();
    }
    let mut all = BTreeSet::from([letters.to_vec()]);
    let mut longest = all.clone();
    for _ in 0..most {
        longest = longest
            .iter()
            .flat_map(|word| {
                (0..word.len()).map(|at| {
                    let kept = word.iter().enumerate().filter(|(place, _)| *place != at);
                    kept.map(|(_, letter)| *letter).collect()
                })
            })
            .collect();
        all.extend(longest.iter().cloned());
    }
    // words so short that all may be left out share the empty word: any two of them may meet
    all
}
