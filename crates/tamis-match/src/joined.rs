//! Neighbours of one side that are one word of the other (Abdul Hai / Abdulhai, Yun Ho Jin /
//! Yunhojin).
//!
//! Joining makes chance likelier, so it asks for more than single parts do: the run and the word have
//! the same letters or the same consonants, or the lexicon knows the run as a form of the word. Consonants are compared
//! packed in a number, so that a run costs some shifts where nothing meets; an index finds joined
//! words by the same number.

use smallvec::SmallVec;
use tamis_model::{PartRole, Weight};

use crate::alignment::Pair;
use crate::lexicon;
use crate::meeting::{Form, Meeting, meet};
use crate::record::NameView;

/// Most neighbours that are taken as one word.
const LONGEST_RUN: usize = 4;

/// The consonants of a word, four bits each, first one highest.
///
/// Vowels, glides and h are left out, t is d, doubled consonants are one: all that depends on the
/// place in a word, so that the consonants of a run are those of its words in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Consonants {
    packed: u64,
    count: u8,
}

impl Consonants {
    /// The consonants of a skeleton; nothing where there is a digit or more than sixteen, for such
    /// words join nothing.
    #[must_use]
    pub fn of(skeleton: &[u8]) -> Self {
        let mut consonants = Self::default();
        for &class in skeleton {
            // ʿAbd, Abu, Umm and God at the head of compounds stand for their letters
            let letters: &[u8] = match class {
                b'A' | b'W' | b'Y' | b'H' => b"",
                b'Q' => b"BD",
                b'P' => b"B",
                b'U' => b"M",
                b'G' => b"L",
                b'T' => b"D",
                _ => std::slice::from_ref(&class),
            };
            for &letter in letters {
                let Some(code) = b" BDFSCJKLMNR".iter().position(|&known| known == letter) else {
                    return Self::default();
                };
                let Some(longer) = consonants.then(u64::try_from(code).unwrap_or(0)) else {
                    return Self::default();
                };
                consonants = longer;
            }
        }
        consonants
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.count == 0
    }

    fn then(self, code: u64) -> Option<Self> {
        if self.packed & 15 == code {
            return Some(self);
        }
        (self.count < 16).then_some(Self { packed: self.packed << 4 | code, count: self.count + 1 })
    }

    /// These and then others, as of one word.
    fn followed_by(self, other: Self) -> Option<Self> {
        let Some(last) = other.count.checked_sub(1) else { return Some(self) };
        let first = other.packed >> (4 * u32::from(last));
        let (rest, count) = if self.packed & 15 == first {
            (other.packed & !(15 << (4 * u32::from(last))), last)
        } else {
            (other.packed, other.count)
        };
        let whole = self.count + count;
        if whole > 16 {
            return None;
        }
        let shift = 4 * u32::from(count);
        let head = if shift == 64 { 0 } else { self.packed << shift };
        Some(Self { packed: head | rest, count: whole })
    }
}

/// The l of an article.
const ARTICLE: Consonants = Consonants { packed: 8, count: 1 };

/// Adds the pairs of a run of neighbours on one side and one part on the other.
pub fn joined_pairs(party: &NameView<'_>, entry: &NameView<'_>, pairs: &mut SmallVec<[Pair; 16]>) {
    runs(&party.forms, &entry.forms, |at, length, other_at, meeting, weight| {
        pairs.push(Pair {
            party: at,
            party_length: length,
            entry: other_at,
            entry_length: 1,
            meeting,
            weight,
        });
    });
    runs(&entry.forms, &party.forms, |at, length, other_at, meeting, weight| {
        pairs.push(Pair {
            party: other_at,
            party_length: 1,
            entry: at,
            entry_length: length,
            meeting,
            weight,
        });
    });
}

fn runs(
    parts: &[Form<'_>],
    others: &[Form<'_>],
    mut found: impl FnMut(u8, u8, u8, Meeting, Weight),
) {
    for (start, first) in parts.iter().enumerate() {
        if first.is_number() {
            continue;
        }
        let [before, after] = first.particles;
        if !before.is_empty() || !after.is_empty() {
            with_its_particle(start, first, others, &mut found);
        }
        // with the articles of the further words and without
        let (mut plain, mut with_articles) = (first.consonants, first.consonants);
        for (length, next) in (2..=LONGEST_RUN).zip(parts.get(start + 1..).unwrap_or_default()) {
            if next.is_number() {
                break;
            }
            let article = if next.has_article { ARTICLE } else { Consonants::default() };
            let longer = plain.followed_by(next.consonants);
            let longer_with = with_articles
                .followed_by(article)
                .and_then(|with| with.followed_by(next.consonants));
            let (Some(longer), Some(longer_with)) = (longer, longer_with) else { break };
            (plain, with_articles) = (longer, longer_with);
            let run = parts.get(start..start + length).unwrap_or_default();
            for (other_at, other) in others.iter().enumerate() {
                let alike = !other.consonants.is_empty()
                    && (other.consonants == plain || other.consonants == with_articles)
                    || is_written_as(run, other.latin);
                let known =
                    length == 2 && !other.lexicon.is_empty() && first.script != other.script;
                if !alike && !known || other.is_number() {
                    continue;
                }
                if let Some((meeting, weight)) = meet_as_one_word(run, other, alike) {
                    let place = |index: usize| u8::try_from(index).unwrap_or(u8::MAX);
                    found(place(start), place(length), place(other_at), meeting, weight);
                }
            }
        }
    }
}

/// Whether a word is a run without its spaces, letter by letter, with the articles and particles of the
/// run or without: Nidal al-Rabii and Nidalalrabii, ben Ghalem and Benghalem.
fn is_written_as(run: &[Form<'_>], word: &str) -> bool {
    let mut rest = word;
    let mut last = "";
    for form in run {
        let [before, after] = form.particles;
        let articles: &[&str] = if form.has_article { &["al", "el"] } else { &[] };
        let stripped = std::iter::once("")
            .chain(articles.iter().copied())
            .chain(std::iter::once(before))
            .find_map(|head| rest.strip_prefix(head)?.strip_prefix(form.latin));
        let Some(stripped) = stripped else { return false };
        (rest, last) = (stripped, after);
    }
    !word.is_empty() && (rest.is_empty() || rest == last)
}

/// One part that the other side writes as one word with the particle beside it: ben Ghalem, Benghalem.
fn with_its_particle(
    at: usize,
    part: &Form<'_>,
    others: &[Form<'_>],
    found: &mut impl FnMut(u8, u8, u8, Meeting, Weight),
) {
    for (other_at, other) in others.iter().enumerate() {
        let longer = other.latin.len() > part.latin.len();
        if longer && is_written_as(std::slice::from_ref(part), other.latin) {
            let place = |index: usize| u8::try_from(index).unwrap_or(u8::MAX);
            let meeting = Meeting::EQUAL.joined();
            let weight = meeting.weight(part.rarity.min(other.rarity));
            found(place(at), 1, place(other_at), meeting, weight);
        }
    }
}

/// How a run meets a word, and what that weighs.
fn meet_as_one_word(run: &[Form<'_>], other: &Form<'_>, alike: bool) -> Option<(Meeting, Weight)> {
    let folded: String = run.iter().map(|form| form.folded).collect();
    let first = run.first()?;
    // Seung Woo is 승우, where the lexicon knows that at all
    let ids = if other.lexicon.is_empty() {
        lexicon::Ids::NONE
    } else {
        lexicon::ids(&folded, first.script)
    };
    if !alike && ids.is_empty() {
        return None;
    }
    let latin: String = run.iter().map(|form| form.latin).collect();
    let skeleton = tamis_text::skeleton(&latin);
    let form = Form {
        folded: &folded,
        latin: &latin,
        skeleton: &skeleton,
        letters: run.iter().fold(0, |letters, form| letters | form.letters),
        lexicon: ids,
        ..*first
    };
    let by_letters = meet(&form, other);
    let with_article = || {
        let (head, tail) = run.split_first()?;
        let article = |form: &Form<'_>| match other.latin.contains("el") {
            _ if !form.has_article => "",
            true => "el",
            false => "al",
        };
        let tail = tail.iter().flat_map(|form| [article(form), form.latin]);
        let latin: String = std::iter::once(head.latin).chain(tail).collect();
        let skeleton = tamis_text::skeleton(&latin);
        let letters = crate::record::letters(&latin);
        meet(&Form { latin: &latin, skeleton: &skeleton, letters, ..form }, other)
    };
    let met = match by_letters {
        Some(met) if met.bears_joining() => met,
        _ => with_article().filter(Meeting::bears_joining)?,
    };
    let rarest = run.iter().map(|form| form.rarity).max()?;
    let together = run.iter().map(|form| form.rarity).sum::<Weight>();
    let rarity = together.min(other.rarity.max(rarest));
    let meeting = met.joined();
    // above the sum of what its words would earn one by one, never above one word's ceiling
    Some((meeting, meeting.weight(rarity)))
}

impl Form<'_> {
    fn is_number(&self) -> bool {
        self.role == PartRole::Number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn consonants(word: &str) -> Consonants {
        Consonants::of(&tamis_text::skeleton(word))
    }

    #[test]
    fn a_run_has_the_consonants_of_its_words_in_a_row() {
        for (run, word) in [
            ("yun ho jin", "yunhojin"),
            ("nidal alrabii", "nidalalrabii"),
            ("sultan zadeh", "sultanzada"),
            ("ahmad dawud", "ahmaddawud"),
        ] {
            let together = run
                .split(' ')
                .map(consonants)
                .reduce(|one, other| one.followed_by(other).unwrap())
                .unwrap();
            assert_eq!(together, consonants(word), "{run} {word}");
        }
    }

    #[test]
    fn sixteen_are_the_most() {
        let long = consonants("bdbdbdbdbdbdbdbd");
        assert_eq!(long.count, 16);
        assert_eq!(consonants("bdbdbdbdbdbdbdbdb"), Consonants::default());
        assert_eq!(Consonants::default().followed_by(long), Some(long));
        assert_eq!(long.followed_by(consonants("b")), None);
    }
}
