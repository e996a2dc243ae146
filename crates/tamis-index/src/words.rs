//! The vocabulary: each different part of the listed names once, in flat arrays.
//!
//! Two parts are one word here if any third part meets them alike and as heavily: what else a name
//! says of its part (a father, a title) is kept with the name.

use std::collections::HashMap;

use tamis_match::key::Key;
use tamis_match::known_names::KnownNames;
use tamis_match::lexicon::Ids;
use tamis_match::meeting::Form;
use tamis_match::record::PreparedPart;
use tamis_match::spelling::units::{Units, Writing};
use tamis_model::{PartRole, Weight};
use tamis_text::things::Concept;
use tamis_text::{KoreanSounds, Script};

use crate::table::{Hash, Of, number};

/// A part as it is searched for: borrowed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sought<'a> {
    pub(crate) form: Form<'a>,
    pub(crate) rarity: Weight,
    pub(crate) is_cut: bool,
}

impl<'a> Sought<'a> {
    pub(crate) fn of(part: &'a PreparedPart) -> Self {
        Self { form: part.form(), rarity: part.rarity, is_cut: part.is_cut }
    }

    pub(crate) fn is_number(&self) -> bool {
        self.form.role == PartRole::Number
    }

    /// What makes it this word.
    pub(crate) fn hash(&self) -> u64 {
        let form = &self.form;
        let mut hash = Hash::of(Of::Word)
            .bytes(form.folded.as_bytes())
            .bytes(form.latin.as_bytes())
            .bytes(form.skeleton)
            .bytes(form.units);
        let flags = [
            form.script as u64,
            u64::from(self.is_number()),
            u64::from(self.is_cut),
            form.concept.map_or(0, |concept| u64::from(concept.number)),
            u64::from(self.rarity.0.unsigned_abs()),
            u64::from(form.abjad),
            // its sounds follow from its letters
            u64::from(form.korean.is_some()),
        ];
        for value in flags.into_iter().chain(form.lexicon.numbers().map(u64::from)) {
            hash = hash.then(value);
        }
        hash.end()
    }

    /// The same in bytes.
    pub(crate) fn identity(&self) -> Vec<u8> {
        let form = &self.form;
        let (folded, latin) = (form.folded.as_bytes(), form.latin.as_bytes());
        let mut bytes = Vec::with_capacity(2 * folded.len() + 32);
        for piece in [folded, latin, form.skeleton, form.units] {
            bytes.extend_from_slice(&number(piece.len()).to_le_bytes());
            bytes.extend_from_slice(piece);
        }
        bytes.extend_from_slice(&self.rarity.0.to_le_bytes());
        let concept = form.concept.map_or(0, |concept| concept.number);
        bytes.extend_from_slice(&concept.to_le_bytes());
        let flags =
            [self.is_number(), self.is_cut, form.abjad, form.korean.is_some()].map(u8::from);
        bytes.extend_from_slice(&[form.script as u8, form.writing as u8]);
        bytes.extend_from_slice(&flags);
        bytes.extend(form.lexicon.numbers().flat_map(u32::to_le_bytes));
        bytes
    }

    /// Whether two are one word.
    pub(crate) fn is(&self, other: &Self) -> bool {
        let (a, b) = (&self.form, &other.form);
        a.folded == b.folded
            && a.latin == b.latin
            && a.skeleton == b.skeleton
            && a.units == b.units
            && a.script == b.script
            && a.writing == b.writing
            && a.abjad == b.abjad
            && a.lexicon == b.lexicon
            && a.concept == b.concept
            && a.korean == b.korean
            && self.is_number() == other.is_number()
            && self.is_cut == other.is_cut
            && self.rarity == other.rarity
    }
}

/// A word without its texts.
#[derive(Debug, Clone, Copy)]
struct Row {
    text: u32,
    bytes: u32,
    folded: u16,
    latin: u16,
    skeleton: u16,
    units: u16,
    letters: u32,
    rarity: Weight,
    key: Key,
    lexicon: Ids,
    known: KnownNames,
    concept: Option<Concept>,
    korean: Option<KoreanSounds>,
    script: Script,
    writing: Writing,
    abjad: bool,
    is_number: bool,
    is_cut: bool,
}

/// The words, by number.
#[derive(Debug, Default)]
pub(crate) struct Words {
    rows: Vec<Row>,
    /// Folded and romanised forms, one after the other.
    text: String,
    /// Skeletons and units, one after the other.
    bytes: Vec<u8>,
}

impl Words {
    pub(crate) fn len(&self) -> u32 {
        number(self.rows.len())
    }

    /// The word of a number.
    #[inline]
    pub(crate) fn get(&self, word: u32) -> Option<Sought<'_>> {
        let row = self.rows.get(word as usize)?;
        let text = self.text.get(row.text as usize..)?;
        let bytes = self.bytes.get(row.bytes as usize..)?;
        let (folded, text) = text.split_at_checked(usize::from(row.folded))?;
        let (skeleton, bytes) = bytes.split_at_checked(usize::from(row.skeleton))?;
        let form = Form {
            folded,
            latin: text.get(..usize::from(row.latin))?,
            skeleton,
            key: row.key,
            writing: row.writing,
            units: bytes.get(..usize::from(row.units))?,
            letters: row.letters,
            script: row.script,
            abjad: row.abjad,
            lexicon: row.lexicon,
            known: row.known,
            concept: row.concept,
            korean: row.korean,
            role: if row.is_number { PartRole::Number } else { PartRole::Further },
        };
        Some(Sought { form, rarity: row.rarity, is_cut: row.is_cut })
    }

    /// The rarity of a word.
    #[inline]
    pub(crate) fn rarity(&self, word: u32) -> Weight {
        self.rows.get(word as usize).map_or(Weight::ZERO, |row| row.rarity)
    }

    fn push(&mut self, word: &Sought<'_>) -> u32 {
        let form = &word.form;
        let short = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
        self.rows.push(Row {
            text: number(self.text.len()),
            bytes: number(self.bytes.len()),
            folded: short(form.folded.len()),
            latin: short(form.latin.len()),
            skeleton: short(form.skeleton.len()),
            units: short(form.units.len()),
            letters: form.letters,
            rarity: word.rarity,
            key: form.key,
            lexicon: form.lexicon,
            known: form.known,
            concept: form.concept,
            korean: form.korean,
            script: form.script,
            writing: form.writing,
            abjad: form.abjad,
            is_number: word.is_number(),
            is_cut: word.is_cut,
        });
        self.text.push_str(form.folded);
        self.text.push_str(form.latin);
        self.bytes.extend_from_slice(form.skeleton);
        self.bytes.extend_from_slice(form.units);
        self.len() - 1
    }

    /// Bytes that they hold.
    pub(crate) fn size(&self) -> usize {
        size_of::<Row>() * self.rows.len() + self.text.len() + self.bytes.len()
    }
}

/// Words that are still being told.
#[derive(Debug, Default)]
pub(crate) struct Telling {
    pub(crate) words: Words,
    known: HashMap<u64, Vec<u32>>,
}

impl Telling {
    /// The number of a word, new or known.
    pub(crate) fn number(&mut self, word: &Sought<'_>) -> u32 {
        let known = self.known.entry(word.hash()).or_default();
        let same = |number: &&u32| self.words.get(**number).is_some_and(|known| known.is(word));
        if let Some(number) = known.iter().find(same) {
            return *number;
        }
        let number = self.words.push(word);
        known.push(number);
        number
    }
}

/// Two neighbours that the lexicon knows as one word of another script, written as one.
#[derive(Debug, Clone)]
pub(crate) struct OneWord {
    /// The place of the first.
    pub(crate) start: usize,
    /// What both weigh together.
    pub(crate) rarity: Weight,
    folded: String,
    latin: String,
    skeleton: Vec<u8>,
    units: Units,
    lexicon: Ids,
    korean: Option<KoreanSounds>,
    script: Script,
    writing: Writing,
    abjad: bool,
}

impl OneWord {
    /// All of a name: with an article between the two and without, where the second has one.
    pub(crate) fn all(parts: &[PreparedPart]) -> Vec<Self> {
        let mut all = Vec::new();
        for (start, two) in parts.windows(2).enumerate() {
            let [first, second] = two else { continue };
            let folded = [first.part.folded.as_str(), second.part.folded.as_str()].concat();
            let lexicon = tamis_match::lexicon::ids(&folded, first.part.script);
            if lexicon.is_empty() {
                continue;
            }
            let articles: &[&str] = if second.has_article { &["", "al", "el"] } else { &[""] };
            for article in articles {
                let latin = [first.part.latin.as_str(), article, &second.part.latin].concat();
                all.push(Self {
                    start,
                    rarity: first.rarity + second.rarity,
                    skeleton: tamis_text::skeleton(&latin).to_vec(),
                    units: tamis_match::spelling::units_of(&folded, &latin, first.writing),
                    folded: folded.clone(),
                    korean: first.korean.and_then(|_| KoreanSounds::of(&latin)),
                    latin,
                    lexicon,
                    script: first.part.script,
                    writing: first.writing,
                    abjad: first.abjad,
                });
            }
        }
        all
    }

    pub(crate) fn sought(&self) -> Sought<'_> {
        let form = Form {
            folded: &self.folded,
            latin: &self.latin,
            skeleton: &self.skeleton,
            key: Key::of(&self.skeleton),
            writing: self.writing,
            units: &self.units,
            letters: tamis_match::record::letters(&self.latin),
            script: self.script,
            abjad: self.abjad,
            lexicon: self.lexicon,
            known: KnownNames::NONE,
            concept: None,
            korean: self.korean,
            role: PartRole::Further,
        };
        Sought { form, rarity: self.rarity, is_cut: false }
    }
}
