//! All words that meet a part, and what each meeting weighs: complete for `tamis_match::meeting`.
//!
//! Each way by which two parts can meet has a way to be found here, and no other gate stands before the
//! meeting itself, which judges each word that was found:
//!
//! | meeting | found by |
//! |---|---|
//! | cut short | the beginning, in letters or consonants: a range of the sorted words; the beginnings of the part among words that are cut |
//! | equal, equal romanised, a number | the form |
//! | a concept, an id of the lexicon | its number |
//! | the same syllables of East Asia, or a Korean word and the pinyin of its characters | their number |
//! | with "of the faith" and without | the stem |
//! | edits | what is left of the letters by as many deletions |
//! | likeness beyond chance, one side in Latin letters | the spellings, by their units |
//! | equal consonants, Abu and Bou- | the skeleton, that of Abu as of Bou- |
//! | nearly equal consonants between other scripts | the skeleton with one class left out |

use std::io::{self, Write};

use tamis_match::faith;
use tamis_match::key::Key;
use tamis_match::keys::SHORTEST_SKELETON_EDITED;
use tamis_match::meeting::{Form, Meeting, SHORTEST_CUT, begins_as, edits_allowed, meet};
use tamis_match::names::is_near;
use tamis_match::spelling::MOST_UNITS;
use tamis_match::spelling::units::{self, Units, Writing};
use tamis_model::Weight;

use crate::artefact::{Artefact, ArtefactError, Slice, Writer};
use crate::spellings::{Sifting, Spellings, Spelt, WRITINGS};
use crate::table::{Hash, Of, Table, number};
use crate::words::{Sought, Telling, Words};

/// A word that a part meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Met {
    /// The number of the word.
    pub word: u32,
    /// What the meeting weighs, above 0.
    pub weight: Weight,
}

/// The same with its manner, which takes the two highest bits of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MetWord {
    word: u32,
    pub(crate) weight: Weight,
}

/// How a part and a word meet, as far as lifts ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Manner(u32);

impl Manner {
    const NEAR: u32 = 1 << 31;
    const FIRM: u32 = 1 << 30;

    /// In every manner: what is not known is taken for that.
    pub(crate) const ANY: Self = Self(Self::NEAR | Self::FIRM);

    /// In none.
    #[cfg(test)]
    pub(crate) const NONE: Self = Self(0);

    fn of(meeting: &Meeting, full: Weight) -> Self {
        let near = if is_near(full, meeting.weight(full)) { Self::NEAR } else { 0 };
        Self(near | if meeting.is_firm() { Self::FIRM } else { 0 })
    }

    /// Near enough for one name to be contained in another.
    pub(crate) const fn is_near(self) -> bool {
        self.0 & Self::NEAR != 0
    }

    /// No edit.
    pub(crate) const fn is_firm(self) -> bool {
        self.0 & Self::FIRM != 0
    }
}

impl MetWord {
    const fn new(word: u32, weight: Weight, manner: Manner) -> Self {
        Self { word: word | manner.0, weight }
    }

    pub(crate) const fn word(self) -> u32 {
        self.word & !Manner::ANY.0
    }

    pub(crate) const fn manner(self) -> Manner {
        Manner(self.word & Manner::ANY.0)
    }
}

/// The words with all that finds them.
#[derive(Debug, Clone)]
pub(crate) struct Vocabulary<'a> {
    pub(crate) words: Words<'a>,
    table: Table<'a>,
    /// The words of each of [`WRITINGS`] by their spelling.
    spellings: [Spellings<'a>; WRITINGS.len()],
    /// The words in Latin letters, by their units as they are beside another writing.
    finer: Spellings<'a>,
    /// The words in the orders of what they begin with, as [`BEGINNINGS`] are.
    in_order: [Slice<'a, u32>; BEGINNINGS.len()],
}

/// What a part that is cut short leaves of a word's beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beginning {
    /// Romanised letters.
    Letters,
    Consonants,
}

const BEGINNINGS: [Beginning; 2] = [Beginning::Letters, Beginning::Consonants];

impl Beginning {
    /// All of it.
    const fn of<'f>(self, form: &Form<'f>) -> &'f [u8] {
        match self {
            Self::Letters => form.latin.as_bytes(),
            Self::Consonants => form.skeleton,
        }
    }

    fn of_word<'a>(self, words: &Words<'a>, word: u32) -> &'a [u8] {
        match self {
            Self::Letters => words.latin(word),
            Self::Consonants => words.skeleton(word),
        }
    }

    const fn key(self) -> Of {
        match self {
            Self::Letters => Of::Cut,
            Self::Consonants => Of::CutConsonants,
        }
    }

    /// The name of the words in its order.
    fn section(self, name: &str) -> String {
        let order = match self {
            Self::Letters => "by-latin",
            Self::Consonants => "by-skeleton",
        };
        format!("{name}.{order}")
    }
}

impl<'a> Vocabulary<'a> {
    /// Writes the vocabulary of words; `rows` are further keys of theirs.
    pub(crate) fn write(
        words: &Telling,
        mut rows: Vec<(u64, u32)>,
        name: &str,
        to: &mut Writer<impl Write>,
    ) -> io::Result<()> {
        let mut finer: Vec<(Units, Key, u32)> = Vec::new();
        let mut by_writing: [Vec<Spelt<'_>>; WRITINGS.len()] = Default::default();
        for (word, sought) in words.numbered() {
            let mut add = |hash: u64| rows.push((hash, word));
            let form = &sought.form;
            add(sought.hash());
            each_equal(&sought, &mut add);
            if sought.is_cut {
                for beginning in BEGINNINGS {
                    add(Hash::of(beginning.key()).bytes(beginning.of(form)).end());
                }
            }
            if sought.is_number() {
                continue;
            }
            each_near(&sought, &mut add);
            if form.writing == Writing::Latin && form.units.len() <= MOST_UNITS {
                finer.push((units::finer(form.units), form.key, word));
            }
            let writing = WRITINGS.iter().position(|writing| *writing == form.writing);
            if let Some(words) = writing.and_then(|writing| by_writing.get_mut(writing)) {
                words.push((form.units, form.key, word));
            }
        }
        words.write(name, to)?;
        Table::write(rows, &format!("{name}.keys"), to)?;
        for (writing, words) in WRITINGS.into_iter().zip(by_writing) {
            Spellings::write(words, &spellings_of(name, writing), to)?;
        }
        let finer = finer.iter().map(|(units, key, word)| (units.as_slice(), *key, *word));
        Spellings::write(finer.collect(), &format!("{name}.finer"), to)?;
        for beginning in BEGINNINGS {
            let mut in_order: Vec<u32> = (0..words.len()).collect();
            let whole =
                |word: u32| words.get(word).map_or(&[][..], |word| beginning.of(&word.form));
            in_order.sort_by_key(|word| whole(*word));
            to.section(beginning.section(name), &in_order)?;
        }
        Ok(())
    }

    /// Opens a vocabulary.
    pub(crate) fn open(artefact: &'a Artefact, name: &str) -> Result<Self, ArtefactError> {
        let mut spellings: [Spellings<'a>; WRITINGS.len()] = Default::default();
        for (spellings, writing) in spellings.iter_mut().zip(WRITINGS) {
            *spellings = Spellings::open(artefact, &spellings_of(name, writing))?;
        }
        let mut in_order: [Slice<'a, u32>; BEGINNINGS.len()] = Default::default();
        for (in_order, beginning) in in_order.iter_mut().zip(BEGINNINGS) {
            *in_order = artefact.section(&beginning.section(name))?;
        }
        Ok(Self {
            words: Words::open(artefact, name)?,
            table: Table::open(artefact, &format!("{name}.keys"))?,
            spellings,
            finer: Spellings::open(artefact, &format!("{name}.finer"))?,
            in_order,
        })
    }

    /// The number of a word, if it is known.
    pub(crate) fn find(&self, sought: &Sought<'_>) -> Option<u32> {
        let mut found = None;
        self.table.each(sought.hash(), |word| {
            if self.words.get(word).is_some_and(|known| known.is(sought)) {
                found = Some(word);
            }
        });
        found
    }

    /// The words that a part meets with a weight above 0.
    pub(crate) fn meetings(
        &self,
        sought: &Sought<'_>,
        search: &mut Search,
        met: &mut Vec<MetWord>,
    ) {
        search.begin(self.words.len());
        search.asked += 1;
        self.each_candidate(sought, search);
        for word in &search.found {
            let Some(known) = self.words.get(*word) else { continue };
            search.judged += 1;
            let (weight, manner) = sought.beside(&known);
            if weight > Weight::ZERO {
                met.push(MetWord::new(*word, weight, manner));
            }
        }
    }

    fn each_candidate(&self, sought: &Sought<'_>, search: &mut Search) {
        let form = &sought.form;
        let Search { seen, epoch, found, sifting, .. } = search;
        let mut find = |word: u32| {
            if let Some(seen) = seen.get_mut(word as usize)
                && *seen != *epoch
            {
                *seen = *epoch;
                found.push(word);
            }
        };
        each_equal(sought, |hash| self.table.each(hash, &mut find));
        for (beginning, in_order) in BEGINNINGS.into_iter().zip(&self.in_order) {
            let whole = beginning.of(form);
            if sought.is_cut && whole.len() >= SHORTEST_CUT {
                let in_order = in_order.whole();
                let of_word = |word: &u32| beginning.of_word(&self.words, *word);
                let start = in_order.partition_point(|word| of_word(word) < whole);
                let rest = in_order.get(start..).unwrap_or_default();
                let begins = |word: &&u32| of_word(word).starts_with(whole);
                rest.iter().take_while(begins).copied().for_each(&mut find);
            }
            for begin in (SHORTEST_CUT..whole.len()).filter_map(|end| whole.get(..end)) {
                self.table.each(Hash::of(beginning.key()).bytes(begin).end(), &mut find);
            }
        }
        if sought.is_number() {
            return;
        }
        each_near(sought, |hash| self.table.each(hash, &mut find));
        if form.units.len() > MOST_UNITS {
            return;
        }
        if form.writing != Writing::Latin {
            // no table is for two writings other than Latin
            let spelling = (form.writing, form.units, form.key);
            return self.finer.each_like(sifting, spelling, Writing::Latin, &mut find);
        }
        let finer = units::finer(form.units);
        for (writing, spellings) in WRITINGS.into_iter().zip(&self.spellings) {
            let units = if writing == Writing::Latin { form.units } else { &finer };
            let spelling = (form.writing, units, form.key);
            spellings.each_like(sifting, spelling, writing, &mut find);
        }
    }

    /// The words with a further key.
    pub(crate) fn each(&self, key: u64, found: impl FnMut(u32)) {
        self.table.each(key, found);
    }
}

/// The name of the spellings of a writing.
fn spellings_of(name: &str, writing: Writing) -> String {
    format!("{name}.spellings-{}", writing as u8)
}

impl Sought<'_> {
    /// What it weighs beside a word of a listed name, not above 0 where they do not meet, and how they meet.
    pub(crate) fn beside(&self, known: &Self) -> (Weight, Manner) {
        let begins = |cut: &Self, whole: &Self| {
            if cut.is_cut { begins_as(&cut.form, &whole.form) } else { None }
        };
        let meeting = begins(self, known)
            .or_else(|| begins(known, self))
            .or_else(|| meet(&self.form, &known.form));
        let full = self.rarity.min(known.rarity);
        let told = |meeting: Meeting| (meeting.weight(full), Manner::of(&meeting, full));
        meeting.map_or((Weight::ZERO, Manner::ANY), told)
    }
}

/// The keys of equal words.
fn each_equal(sought: &Sought<'_>, mut key: impl FnMut(u64)) {
    let form = &sought.form;
    key(Hash::of(Of::Latin).bytes(form.latin.as_bytes()).end());
    if sought.is_number() {
        return;
    }
    key(Hash::of(Of::Folded).bytes(form.folded.as_bytes()).end());
    if let Some(concept) = form.concept {
        key(Hash::of(Of::Concept).then(u64::from(concept.number)).end());
    }
    for syllables in form.syllables.keys().chain(form.syllables.keys_through_chinese()) {
        key(Hash::of(Of::Syllables).then(syllables).end());
    }
    if let Some(stem) = faith::stem(form) {
        key(Hash::of(Of::Faith).bytes(stem).end());
    }
    for id in form.lexicon.numbers() {
        key(lexicon_key(id));
    }
}

/// The key of words that have an id of the lexicon.
pub(crate) fn lexicon_key(id: u32) -> u64 {
    Hash::of(Of::Lexicon).then(u64::from(id)).end()
}

/// The keys of near words: two that are near have one in common.
fn each_near(sought: &Sought<'_>, mut key: impl FnMut(u64)) {
    let form = &sought.form;
    match form.skeleton {
        [] => {}
        // Abu may be Bou- written together
        [b'P', child @ ..] => key(Hash::of(Of::Skeleton).bytes(&[b"B", child].concat()).end()),
        skeleton => key(Hash::of(Of::Skeleton).bytes(skeleton).end()),
    }
    if form.writing != Writing::Latin && form.skeleton.len() >= SHORTEST_SKELETON_EDITED {
        each_without(form.skeleton, 1, 0, &mut |left| {
            key(Hash::of(Of::SkeletonLess).bytes(left).end());
        });
    }
    let by_latin = edits_allowed(form.latin.len());
    if form.abjad {
        let letters: Vec<char> = form.folded.chars().collect();
        if by_latin > 0 {
            each_without_letters(&letters, edits_allowed(letters.len()), 0, &mut |left| {
                key(Hash::of(Of::WrittenLetters).bytes(left.as_bytes()).end());
            });
        }
    } else if by_latin > 0 {
        each_without(form.latin.as_bytes(), by_latin, 0, &mut |left| {
            key(Hash::of(Of::Letters).bytes(left).end());
        });
    }
}

/// Longest word in bytes of which letters are left out in place.
const IN_PLACE: usize = 64;

/// Calls `tell` with a word and with all that is left of it by up to so many deletions from a place on.
fn each_without(word: &[u8], most: u32, from: usize, tell: &mut impl FnMut(&[u8])) {
    tell(word);
    if most == 0 {
        return;
    }
    let mut room = [0; IN_PLACE];
    for at in from..word.len() {
        // of two letters that are the same, leaving out either is the same
        if at > from && word.get(at) == word.get(at - 1) {
            continue;
        }
        let (Some(head), Some(tail)) = (word.get(..at), word.get(at + 1..)) else { continue };
        if let Some(left) = room.get_mut(..word.len() - 1) {
            let (begin, end) = left.split_at_mut(at);
            begin.copy_from_slice(head);
            end.copy_from_slice(tail);
            each_without(left, most - 1, at, tell);
        } else {
            each_without(&[head, tail].concat(), most - 1, at, tell);
        }
    }
}

/// The same of letters of more than a byte.
fn each_without_letters(letters: &[char], most: u32, from: usize, tell: &mut impl FnMut(&str)) {
    tell(&letters.iter().collect::<String>());
    if most == 0 {
        return;
    }
    for at in from..letters.len() {
        let mut left = letters.to_vec();
        left.remove(at);
        each_without_letters(&left, most - 1, at, tell);
    }
}

/// What a search writes: kept from one search to the next.
#[derive(Debug)]
pub(crate) struct Search {
    seen: Vec<u32>,
    epoch: u32,
    found: Vec<u32>,
    pub(crate) sifting: Sifting,
    /// Parts whose words were looked for since it was made.
    asked: u64,
    /// Words that were judged since it was made.
    pub(crate) judged: u64,
}

impl Search {
    pub(crate) fn new() -> Self {
        Self {
            seen: Vec::new(),
            epoch: 0,
            found: Vec::new(),
            sifting: Sifting::new(),
            asked: 0,
            judged: 0,
        }
    }

    /// How many parts were asked, how many words were aligned and how many were judged, since it was made.
    pub(crate) fn done(&self) -> [u64; 3] {
        [self.asked, self.sifting.sifted, self.judged]
    }

    fn begin(&mut self, words: u32) {
        self.found.clear();
        if self.epoch == u32::MAX {
            self.seen.fill(0);
            self.epoch = 0;
        }
        if number(self.seen.len()) < words {
            self.seen.resize(words as usize, 0);
        }
        self.epoch += 1;
    }
}
