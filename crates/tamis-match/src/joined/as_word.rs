//! A run of neighbours as one word, and how it meets another.

use smallvec::SmallVec;
use tamis_model::Weight;
use tamis_text::{KoreanSounds, Script, Skeleton, Syllables, run_together};

use super::prefixes;
use crate::key::Key;
use crate::known_names::KnownNames;
use crate::lexicon::Ids;
use crate::meeting::{Form, Meeting, is_spelled, meet};
use crate::record::{PreparedPart, letters};
use crate::spelling::units::{Units, Writing, units};

/// One part that the other side writes as one word with the particle beside it: ben Ghalem, Benghalem; and with "son
/// of" or an article in other letters too, bin Ghalim.
pub(super) fn with_its_particle(
    part: &PreparedPart,
    (other, rarity): (&Form<'_>, Weight),
) -> Option<(Meeting, Weight)> {
    let meeting = match is_written_as(std::slice::from_ref(part), other.latin) {
        true => Meeting::EQUAL,
        false => prefixes::meets(part, other)?,
    };
    let meeting = meeting.joined();
    Some((meeting, meeting.weight(part.rarity.min(rarity))))
}

/// Whether a word is a run without its spaces, letter by letter, with the articles and particles of the
/// run or without: Nidal al-Rabii and Nidalalrabii, ben Ghalem and Benghalem.
pub(super) fn is_written_as(run: &[PreparedPart], word: &str) -> bool {
    !word.is_empty() && is_rest_written_as(run, word, "")
}

/// Whether the rest of a word is that of a run, before which such a particle stands behind the part before. A part may be as
/// its particle is (van Van).
fn is_rest_written_as(run: &[PreparedPart], rest: &str, last: &str) -> bool {
    let Some((form, following)) = run.split_first() else { return rest.is_empty() || rest == last };
    let [before, after] = form.particles();
    let articles: &[&str] = if form.has_article { &["al", "el"] } else { &[] };
    let mut heads = std::iter::once("").chain(articles.iter().copied()).chain([before]);
    heads.any(|head| {
        let behind = rest.strip_prefix(head).and_then(|rest| rest.strip_prefix(&*form.part.latin));
        behind.is_some_and(|behind| is_rest_written_as(following, behind, after))
    })
}

/// What a run that has a key in common with a word, told by its form and rarity, weighs beside it at most; none where
/// it is not that word.
#[must_use]
pub fn weight_as_one_word(run: &[PreparedPart], word: (&Form<'_>, Weight)) -> Option<Weight> {
    let met = match run {
        [only] => with_its_particle(only, word).map(|(_, weight)| weight),
        run => meet_as_one_word(run, word).map(|(_, weight)| weight),
    };
    met.filter(|weight| *weight > Weight::ZERO)
}

/// How a run that shares a key with a word meets it, and what that weighs.
pub(super) fn meet_as_one_word(
    run: &[PreparedPart],
    (other, rarity): (&Form<'_>, Weight),
) -> Option<(Meeting, Weight)> {
    let met = if is_written_as(run, other.latin) {
        Meeting::EQUAL
    } else {
        let syllables = syllables_of(run);
        let by = |syllables: Syllables, article: &str| run_meets(run, other, syllables, article);
        ["", "al", "el"]
            .iter()
            .find_map(|article| by(syllables, article))
            .or_else(|| by(syllables_together(run)?, ""))?
    };
    joined(run, met, rarity)
}

/// What a run weighs that is met by a word of some rarity: above the sum of what its words would earn one by one,
/// never above one word's ceiling.
pub(super) fn joined(
    run: &[PreparedPart],
    met: Meeting,
    rarity: Weight,
) -> Option<(Meeting, Weight)> {
    let rarest = run.iter().map(|form| form.rarity).max()?;
    let together = run.iter().map(|form| form.rarity).sum::<Weight>();
    let meeting = met.joined();
    Some((meeting, meeting.weight(together.min(rarity.max(rarest)))))
}

/// How a run written as one word, with its articles as given, meets another word. Two names that the lexicon knows are joined
/// across scripts by what is learned of spelling, not by few consonants that are the same (مايا فاتح, Mufti).
fn run_meets(
    run: &[PreparedPart],
    other: &Form<'_>,
    syllables: Syllables,
    article: &str,
) -> Option<Meeting> {
    let (first, rest) = run.split_first()?;
    if !article.is_empty() && !rest.iter().any(|form| form.has_article) {
        return None;
    }
    let (mut folded, mut latin) = (Letters::default(), Letters::default());
    for (at, form) in run.iter().enumerate() {
        folded.push(&form.part.folded);
        if form.has_article && at > 0 {
            latin.push(article);
        }
        latin.push(&form.part.latin);
    }
    let spelled = Spelled::new(folded.as_str(), latin.as_str(), first.writing);
    let form = Form {
        korean: first.korean.and_then(|_| KoreanSounds::of(spelled.latin)),
        syllables,
        ..spelled.form(first.form(), Ids::NONE)
    };
    let met = meet(&form, other).filter(Meeting::bears_joining)?;
    let may_be_chance =
        form.abjad && !other.abjad && run.iter().all(|part| !part.lexicon.is_empty());
    (!may_be_chance || is_spelled(&form, other)).then_some(met)
}

/// The syllables of a run as of one word.
pub(crate) fn syllables_of(run: &[PreparedPart]) -> Syllables {
    let Some((first, rest)) = run.split_first() else { return Syllables::NONE };
    rest.iter().fold(first.syllables, |whole, next| whole.followed_by(&next.syllables))
}

/// The same of two Korean words in Latin letters whose seam may be read as ng.
pub(super) fn syllables_together(run: &[PreparedPart]) -> Option<Syllables> {
    let [one, next] = run else { return None };
    let is_latin = [one, next].iter().all(|part| part.part.script == Script::Latin);
    is_latin.then(|| {
        run_together((&one.syllables, &one.part.latin), (&next.syllables, &next.part.latin))
    })?
}

/// Letters that are put together; those of usual words stand in place.
#[derive(Default)]
pub(super) struct Letters(SmallVec<[u8; 96]>);

impl Letters {
    pub(super) fn of<'a>(pieces: impl IntoIterator<Item = &'a str>) -> Self {
        let mut letters = Self::default();
        pieces.into_iter().for_each(|piece| letters.push(piece));
        letters
    }

    fn push(&mut self, letters: &str) {
        self.0.extend_from_slice(letters.as_bytes());
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// A word that no record holds, with all that is made of its letters.
pub(super) struct Spelled<'a> {
    folded: &'a str,
    latin: &'a str,
    skeleton: Skeleton,
    units: Units,
}

impl<'a> Spelled<'a> {
    pub(super) fn new(folded: &'a str, latin: &'a str, writing: Writing) -> Self {
        let skeleton = tamis_text::skeleton(latin);
        Self { folded, latin, skeleton, units: units(folded, latin, writing) }
    }

    /// The word in the form of a part of which it holds letters, or that holds its: what is told of whole words falls
    /// but for ids of the lexicon.
    pub(super) fn form<'b>(&'b self, part: Form<'b>, lexicon: Ids) -> Form<'b> {
        Form {
            folded: self.folded,
            latin: self.latin,
            skeleton: &self.skeleton,
            key: Key::of(&self.skeleton),
            units: &self.units,
            letters: letters(self.latin),
            lexicon,
            known: KnownNames::NONE,
            concept: None,
            korean: None,
            syllables: Syllables::NONE,
            ..part
        }
    }
}
