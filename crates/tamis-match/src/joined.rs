//! Neighbours of one side that are one word of the other (Abdul Hai / Abdulhai, Yun Ho Jin /
//! Yunhojin).
//!
//! Joining makes chance likelier, so it asks for more than single parts do: the run and the word have
//! the same letters or the same consonants, or the lexicon knows the run as a form of the word. Consonants are compared
//! packed in a number, so that a run costs some shifts where nothing meets; an index finds joined
//! words by the same number.

mod as_word;
mod consonants;
mod keys;
mod prefixes;
mod runs;

use smallvec::SmallVec;
use tamis_model::Weight;
use tamis_text::{KoreanSounds, Script, Spelled, Syllables, are_other_syllables};

use crate::alignment::Pair;
use crate::lexicon::{self, Ids};
use crate::meeting::{Form, Meeting, variant};
use crate::record::{PreparedName, PreparedPart};

pub use as_word::weight_as_one_word;
pub use consonants::Consonants;
pub use keys::{JoinKey, JoinKeys, KeysOfPart, NO_KEYS, all_keys, keys_through_chinese, part_keys};
pub use runs::{Run, Runs, runs};

pub(crate) use as_word::syllables_of;
pub(crate) use keys::hash_of;

use as_word::{
    Letters, is_written_as, joined, meet_as_one_word, syllables_together, with_its_particle,
};
use keys::joins;

/// Words with fewer consonants join by their letters alone in one writing (Aung Hla and Angela have
/// three in common).
const FEWEST_CONSONANTS: u8 = 5;

/// Whether a run of neighbours of one name may be one word of the other.
pub(crate) fn may_join(party: &PreparedName, entry: &PreparedName) -> bool {
    party.script != entry.script
        || party.run_keys.may_share(&entry.join_keys)
        || entry.run_keys.may_share(&party.join_keys)
}

/// Adds the pairs of a run of neighbours on one side and one part on the other.
pub fn joined_pairs(party: &PreparedName, entry: &PreparedName, pairs: &mut SmallVec<[Pair; 32]>) {
    find(party, entry, |at, length, other, meeting, weight| {
        let pair = Pair {
            party: at,
            party_length: length,
            entry: other,
            entry_length: 1,
            meeting,
            weight,
        };
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    });
    find(entry, party, |at, length, other, meeting, weight| {
        let pair = Pair {
            party: other,
            party_length: 1,
            entry: at,
            entry_length: length,
            meeting,
            weight,
        };
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    });
}

fn find(
    name: &PreparedName,
    other: &PreparedName,
    mut found: impl FnMut(u8, u8, u8, Meeting, Weight),
) {
    let none = !name.run_keys.may_share(&other.join_keys);
    for run in if none { &[][..] } else { &name.runs } {
        if !other.join_keys.may_have(run.key) {
            continue;
        }
        let parts = run_of(name, run.start, run.length);
        for (at, form) in (0_u8..).zip(&other.informative) {
            if !form.join_keys.contains(&Some(run.key))
                && (form.syllables.is_none()
                    || !keys_through_chinese(form).any(|key| key == run.key))
            {
                continue;
            }
            let met = match parts {
                [only] => with_its_particle(only, (&form.form(), form.rarity)),
                [first, ..]
                    if form.consonants.count() < FEWEST_CONSONANTS
                        && first.abjad == form.abjad
                        && !are_one_by_syllables(parts, &form.syllables)
                        && !is_written_as(parts, &form.part.latin) =>
                {
                    None
                }
                parts => meet_as_one_word(parts, (&form.form(), form.rarity)),
            };
            if let Some((meeting, weight)) = met {
                found(run.start, run.length, at, meeting, weight);
            }
        }
    }
    if name.script != other.script {
        known_as_one_word(name, other, found);
    }
}

/// Whether a run is the same syllables as a word in one way of reading, or through Chinese.
fn are_one_by_syllables(run: &[PreparedPart], word: &Syllables) -> bool {
    let whole = syllables_of(run);
    whole.meet(word)
        || whole.meet_through_chinese(word).is_some()
        || syllables_together(run).is_some_and(|together| together.meet(word))
}

pub(crate) fn run_of(name: &PreparedName, start: u8, length: u8) -> &[PreparedPart] {
    let start = usize::from(start);
    name.informative.get(start..start + usize::from(length)).unwrap_or_default()
}

/// Two neighbours that the lexicon knows as one word of another script: Seung Woo is 승우.
fn known_as_one_word(
    name: &PreparedName,
    other: &PreparedName,
    mut found: impl FnMut(u8, u8, u8, Meeting, Weight),
) {
    let may_be = |form: &PreparedPart| !form.lexicon.is_empty() && joins(form);
    if !other.informative.iter().any(may_be) {
        return;
    }
    for (start, ids) in neighbours(name) {
        let two = run_of(name, start, 2);
        for (at, form) in (0_u8..).zip(&other.informative) {
            if !may_be(form) {
                continue;
            }
            if let Some((meeting, weight)) = meet_by_lexicon(two, ids, &form.form(), form.rarity) {
                found(start, 2, at, meeting, weight);
            }
        }
    }
}

/// How neighbours that the lexicon knows as one word meet a word of another script, and what that weighs.
fn meet_by_lexicon(
    two: &[PreparedPart],
    ids: Ids,
    word: &Form<'_>,
    rarity: Weight,
) -> Option<(Meeting, Weight)> {
    if two.first()?.part.script == word.script {
        return None;
    }
    let met = variant(ids, word.lexicon).filter(Meeting::bears_joining)?;
    if are_other_syllables_of_korean(two, word) {
        return None;
    }
    joined(two, met, rarity)
}

/// Whether a word in Hangul is surely other syllables than two words: 은주 and Yong Ju, whatever group of spellings has both.
fn are_other_syllables_of_korean(two: &[PreparedPart], word: &Form<'_>) -> bool {
    if word.script != Script::Hangul || two.iter().any(|part| part.part.script != Script::Latin) {
        return false;
    }
    let latin = Letters::of(two.iter().map(|part| part.part.latin.as_str()));
    let run = Spelled { folded: "", latin: latin.as_str(), script: Script::Latin };
    let is_cut_alike = KoreanSounds::of(run.latin).zip(word.korean);
    is_cut_alike.is_some_and(|(sounds, of_word)| sounds != of_word)
        || are_other_syllables(run, word.spelled())
}

/// What neighbours that the lexicon knows as one word weigh beside a word of another script; none where they are not it.
#[must_use]
pub fn weight_by_lexicon(
    two: &[PreparedPart],
    ids: Ids,
    (word, rarity): (&Form<'_>, Weight),
) -> Option<Weight> {
    meet_by_lexicon(two, ids, word, rarity)
        .map(|(_, weight)| weight)
        .filter(|weight| *weight > Weight::ZERO)
}

/// The neighbours of a name that the lexicon knows as one word.
#[must_use]
pub fn neighbours(name: &PreparedName) -> KnownNeighbours {
    match &name.known_neighbours {
        Some(known) => known.clone(),
        None => known_neighbours(&name.informative),
    }
}

/// Neighbours that the lexicon knows as one word: where the first stands, and the ids of both.
pub type KnownNeighbours = SmallVec<[(u8, Ids); 2]>;

/// The same of some parts. Each is a wait for memory, so that those of a
/// record's only name are looked up beside a name of another script alone.
pub(crate) fn known_neighbours(parts: &[PreparedPart]) -> KnownNeighbours {
    let windows = (0_u8..).zip(parts.windows(2));
    let known = windows.filter_map(|(start, two)| {
        let [first, second] = two else { return None };
        if !joins(first) || !joins(second) {
            return None;
        }
        let word = Letters::of([first.part.folded.as_str(), second.part.folded.as_str()]);
        let ids = lexicon::ids(word.as_str(), first.part.script);
        (!ids.is_empty()).then_some((start, ids))
    });
    known.collect()
}
