//! The runs of neighbours in a name, each with the keys by which it may be one word of another.

use std::sync::LazyLock;

use smallvec::SmallVec;
use tamis_text::PartText;

use super::as_word::syllables_together;
use super::consonants::{ARTICLE, Consonants};
use super::keys::{JoinKey, Letters, RUN_THROUGH_CHINESE, joins, keys_of_syllables, of_syllables};
use super::prefixes;
use crate::record::PreparedPart;

/// Most neighbours that are taken as one word.
const LONGEST_RUN: u8 = 4;

/// Adds the runs of names of East Asia, whose own names are one word or a word a syllable.
fn runs_of_syllables(parts: &[PreparedPart], runs: &mut Found) {
    for (start, first) in (0_u8..).zip(parts) {
        let mut whole = first.syllables;
        let rest = parts.get(usize::from(start) + 1..).unwrap_or_default();
        let rest = rest.iter().take_while(|part| joins(first) && joins(part));
        for (length, next) in (2..=LONGEST_RUN).zip(rest) {
            whole = whole.followed_by(&next.syllables);
            let through_chinese = whole.keys_through_chinese();
            let through_chinese = through_chinese.map(|key| key | RUN_THROUGH_CHINESE);
            let keys = keys_of_syllables(whole).chain(through_chinese.filter_map(of_syllables));
            runs.extend(keys.map(|key| Run { start, length, key }));
            if length == 2
                && let Some(pair) = parts.get(usize::from(start)..).and_then(|rest| rest.get(..2))
                && let Some(together) = syllables_together(pair)
            {
                runs.extend(keys_of_syllables(together).map(|key| Run { start, length, key }));
            }
        }
    }
}

/// A run of neighbours with a key of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Index of its first part among the informative parts.
    pub start: u8,
    /// How many parts.
    pub length: u8,
    /// A key that a word of the other side may have.
    pub key: JoinKey,
}

/// Runs of a name; those of three parts stand in place.
pub type Runs = SmallVec<[Run; 6]>;

/// The runs of a name with their keys: two to [`LONGEST_RUN`] neighbours, with their articles and
/// particles or without, and single parts with the particle beside them.
#[must_use]
pub fn runs(parts: &[PreparedPart]) -> Runs {
    let mut runs = Found::new();
    if parts.iter().any(|part| !part.syllables.is_none()) {
        runs_of_syllables(parts, &mut runs);
    }
    if parts.iter().all(|part| !part.has_article && !has_particles(part)) {
        runs_of_plain(parts, &mut runs);
        return Runs::from_slice(&runs);
    }
    let words: SmallVec<[Word<'_>; 8]> = parts.iter().map(Word::of).collect();
    let mut rest = words.as_slice();
    for start in 0_u8.. {
        let Some((first, following)) = rest.split_first() else { break };
        rest = following;
        if first.joins {
            runs_from(first, rest, |length, key| runs.push(Run { start, length, key }));
        }
    }
    Runs::from_slice(&runs)
}

/// Runs as they are found: a list that seldom grows.
type Found = SmallVec<[Run; 64]>;

#[inline]
fn has_particles(part: &PreparedPart) -> bool {
    let any = |particles: &[PartText; 2]| particles.iter().any(|particle| !particle.is_empty());
    part.particles.as_deref().is_some_and(any)
}

/// The runs where no word of the name has an article or a particle.
fn runs_of_plain(parts: &[PreparedPart], runs: &mut Found) {
    let mut rest = parts;
    for start in 0_u8.. {
        let Some((first, following)) = rest.split_first() else { break };
        rest = following;
        if rest.is_empty() || !joins(first) {
            continue;
        }
        let (mut written, mut plain) = (Letters::of_part(first), Some(first.consonants));
        for (length, next) in (2..=LONGEST_RUN).zip(rest) {
            if !joins(next) {
                break;
            }
            written = written.then(Letters::of_part(next));
            runs.push(Run { start, length, key: written.key() });
            plain = plain.and_then(|whole| whole.followed_by(next.consonants));
            if let Some(key) = plain.and_then(Consonants::key) {
                runs.push(Run { start, length, key });
            }
        }
    }
}

/// The runs that begin with a word.
fn runs_from(first: &Word<'_>, rest: &[Word<'_>], mut add: impl FnMut(u8, JoinKey)) {
    if first.has_particles {
        // without its particle it is itself
        let alone = first.letters.key();
        let with = [first.before.then(first.letters), first.letters.then(first.after)];
        with.map(Letters::key).into_iter().filter(|key| *key != alone).for_each(|key| add(1, key));
    }
    if first.is_of_son || first.has_article {
        prefixes::keys_of_part(first.part).for_each(|key| add(1, key));
    }
    let mut written = first.letters;
    // the same with al, with el, with particles, once one of the words has any
    let mut with: Option<[Letters; 3]> = None;
    let (mut plain, mut with_l) = (Some(first.consonants), Some(first.consonants));
    for (length, next) in (2..=LONGEST_RUN).zip(rest) {
        if !next.joins {
            break;
        }
        if with.is_none() && (next.has_article || next.has_particles) {
            with = Some([written; 3]);
        }
        written = written.then(next.letters);
        add(length, written.key());
        plain = plain.and_then(|whole| whole.followed_by(next.consonants));
        if let Some(key) = plain.and_then(Consonants::key) {
            add(length, key);
        }
        if let Some(with) = &mut with {
            let article = |letters| if next.has_article { letters } else { Letters::NONE };
            let heads = [article(*AL), article(*EL), next.before];
            for (whole, head) in with.iter_mut().zip(heads) {
                *whole = whole.then(head).then(next.letters);
                add(length, whole.key());
            }
            add(length, written.then(next.after).key());
            let l = if next.has_article { ARTICLE } else { Consonants::default() };
            with_l = with_l.and_then(|whole| whole.followed_by(l)?.followed_by(next.consonants));
            if let Some(key) = with_l.and_then(Consonants::key) {
                add(length, key);
            }
        } else {
            with_l = plain;
        }
    }
}

static AL: LazyLock<Letters> = LazyLock::new(|| Letters::of("al"));
static EL: LazyLock<Letters> = LazyLock::new(|| Letters::of("el"));

/// A part with what its runs are made of.
struct Word<'a> {
    part: &'a PreparedPart,
    letters: Letters,
    consonants: Consonants,
    before: Letters,
    after: Letters,
    has_article: bool,
    has_particles: bool,
    is_of_son: bool,
    joins: bool,
}

impl<'a> Word<'a> {
    #[inline]
    fn of(part: &'a PreparedPart) -> Self {
        let [before, after] = part.particles();
        let letters = |particle: &str| match particle {
            "" => Letters::NONE,
            particle => Letters::of(particle),
        };
        Self {
            part,
            letters: Letters::of_part(part),
            consonants: part.consonants,
            before: letters(before),
            after: letters(after),
            has_article: part.has_article,
            has_particles: has_particles(part),
            is_of_son: prefixes::is_son(before),
            joins: joins(part),
        }
    }
}
