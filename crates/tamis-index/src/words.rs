//! The vocabulary: each different part of the listed names once, in flat arrays.
//!
//! Two parts are one word here if any third part meets them alike and as heavily: what else a name
//! says of its part (a father, a title) is kept with the name.

use std::collections::HashMap;
use std::io::{self, Write};
use std::ops::Range;

use tamis_match::key::Key;
use tamis_match::known_names::{KnownNames, form_of, row_of};
use tamis_match::lexicon::Ids;
use tamis_match::meeting::Form;
use tamis_match::record::PreparedPart;
use tamis_match::spelling::units::Writing;
use tamis_model::{PartRole, Weight};
use tamis_text::things::concept_numbered;
use tamis_text::{KoreanSounds, Script, Syllables};

use crate::artefact::{Artefact, ArtefactError, Pod, Slice, Writer, Zeroable};
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
        let ids = form.lexicon.numbers().chain(form.syllables.as_numbers()).map(u64::from);
        for value in flags.into_iter().chain(ids) {
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
        let flags = [self.is_number(), self.is_cut, form.abjad].map(u8::from);
        bytes.extend_from_slice(&[form.script as u8, form.writing as u8]);
        bytes.extend_from_slice(&flags);
        let korean = form.korean.map_or(0, KoreanSounds::number);
        bytes.extend_from_slice(&korean.to_le_bytes());
        bytes.extend(form.lexicon.numbers().flat_map(u32::to_le_bytes));
        bytes.extend(form.syllables.as_numbers().into_iter().flat_map(u32::to_le_bytes));
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
            && a.lexicon.place() == b.lexicon.place()
            && a.concept == b.concept
            && a.korean == b.korean
            && a.syllables == b.syllables
            && self.is_number() == other.is_number()
            && self.is_cut == other.is_cut
            && self.rarity == other.rarity
    }
}

/// A word without its texts. What follows from its texts alone is found again where it is asked: consonants
/// and sounds; places in the tables of the engine are kept, for one engine alone reads what it wrote.
#[derive(Debug, Clone, Copy, Pod, Zeroable)]
#[repr(C)]
struct Row {
    text: u32,
    bytes: u32,
    folded: u16,
    latin: u16,
    skeleton: u16,
    units: u16,
    letters: u32,
    rarity: i32,
    /// The place of its ids in the lexicon.
    lexicon: u32,
    /// The row of its known names, from 1.
    known: u32,
    /// The number of its concept, or 0.
    concept: u16,
    ids: u8,
    script: u8,
    flags: u32,
    /// The syllables of a name of East Asia, as numbers.
    syllables: [u32; 6],
}

const NUMBER: u32 = 1;
const CUT: u32 = 2;
const KOREAN: u32 = 4;
/// Korean, and read as a family's name.
const FAMILY: u32 = 8;

/// The words, by number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'a> {
    rows: Slice<'a, Row>,
    /// Folded and romanised forms, one after the other.
    text: Slice<'a, u8>,
    /// Skeletons and units, one after the other.
    bytes: Slice<'a, u8>,
}

impl<'a> Words<'a> {
    /// Opens words.
    pub(crate) fn open(artefact: &'a Artefact, name: &str) -> Result<Self, ArtefactError> {
        Ok(Self {
            rows: artefact.section(&format!("{name}.rows"))?,
            text: artefact.section(&format!("{name}.text"))?,
            bytes: artefact.section(&format!("{name}.bytes"))?,
        })
    }

    pub(crate) fn len(&self) -> u32 {
        number(self.rows.len())
    }

    /// The word of a number.
    #[inline]
    pub(crate) fn get(&self, word: u32) -> Option<Sought<'a>> {
        let row = self.rows.get(word as usize)?;
        sought(&row, |places| self.text.part(places), |places| self.bytes.part(places))
    }

    /// Its romanised form.
    pub(crate) fn latin(&self, word: u32) -> &'a [u8] {
        let Some(row) = self.rows.get(word as usize) else { return &[] };
        let start = row.text as usize + usize::from(row.folded);
        self.text.part(start..start + usize::from(row.latin))
    }

    /// Its consonants.
    pub(crate) fn skeleton(&self, word: u32) -> &'a [u8] {
        let Some(row) = self.rows.get(word as usize) else { return &[] };
        let start = row.bytes as usize;
        self.bytes.part(start..start + usize::from(row.skeleton))
    }

    /// The rarity of a word.
    #[inline]
    pub(crate) fn rarity(&self, word: u32) -> Weight {
        self.rows.get(word as usize).map_or(Weight::ZERO, |row| Weight(row.rarity))
    }
}

/// The word of a row, whose texts and bytes are at places.
#[inline]
fn sought<'a>(
    row: &Row,
    text: impl Fn(Range<usize>) -> &'a [u8],
    bytes: impl Fn(Range<usize>) -> &'a [u8],
) -> Option<Sought<'a>> {
    let (folded, latin) = (usize::from(row.folded), usize::from(row.latin));
    let start = row.text as usize;
    let text = text(start..start + folded + latin);
    let (folded, latin) = std::str::from_utf8(text).ok()?.split_at_checked(folded)?;
    let (skeleton, units) = (usize::from(row.skeleton), usize::from(row.units));
    let start = row.bytes as usize;
    let bytes = bytes(start..start + skeleton + units);
    let (skeleton, units) = bytes.split_at_checked(skeleton)?;
    let script = *Script::ALL.get(usize::from(row.script))?;
    let is = |flag: u32| row.flags & flag != 0;
    let form = Form {
        folded,
        latin,
        skeleton,
        key: Key::of(skeleton),
        writing: Writing::of(script),
        units,
        letters: row.letters,
        script,
        abjad: script.is_abjad(),
        lexicon: Ids::at((row.lexicon, row.ids), script),
        known: row.known.checked_sub(1).map_or(KnownNames::NONE, KnownNames::of_row),
        concept: if row.concept == 0 { None } else { concept_numbered(row.concept).copied() },
        korean: match (is(KOREAN), is(FAMILY)) {
            (true, true) => KoreanSounds::of_family(latin),
            (true, false) => KoreanSounds::of(latin),
            (false, _) => None,
        },
        syllables: Syllables::of_numbers(row.syllables),
        role: if is(NUMBER) { PartRole::Number } else { PartRole::Further },
    };
    Some(Sought { form, rarity: Weight(row.rarity), is_cut: is(CUT) })
}

/// Words that are still being told.
#[derive(Debug, Default)]
pub(crate) struct Telling {
    rows: Vec<Row>,
    text: Vec<u8>,
    bytes: Vec<u8>,
    /// The last word of each hash, and for each word the one before it with the same.
    known: HashMap<u64, u32>,
    before: Vec<u32>,
}

/// No word.
const NONE: u32 = u32::MAX;

impl Telling {
    /// The number of a word, new or known.
    pub(crate) fn number(&mut self, word: &Sought<'_>) -> u32 {
        let hash = word.hash();
        let last = self.known.get(&hash).copied().unwrap_or(NONE);
        let mut at = last;
        while let Some(known) = self.get(at) {
            if known.is(word) {
                return at;
            }
            at = self.before.get(at as usize).copied().unwrap_or(NONE);
        }
        let number = self.push(word);
        self.known.insert(hash, number);
        self.before.push(last);
        number
    }

    /// How many there are.
    pub(crate) fn len(&self) -> u32 {
        number(self.rows.len())
    }

    /// The word of a number.
    pub(crate) fn get(&self, word: u32) -> Option<Sought<'_>> {
        let row = self.rows.get(word as usize)?;
        let text = |places| self.text.get(places).unwrap_or_default();
        sought(row, text, |places| self.bytes.get(places).unwrap_or_default())
    }

    /// All with their numbers.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (u32, Sought<'_>)> {
        (0..self.len()).filter_map(|word| Some((word, self.get(word)?)))
    }

    /// Writes them.
    pub(crate) fn write(&self, name: &str, to: &mut Writer<impl Write>) -> io::Result<()> {
        to.section(format!("{name}.rows"), &self.rows)?;
        to.section(format!("{name}.text"), &self.text)?;
        to.section(format!("{name}.bytes"), &self.bytes)
    }

    fn push(&mut self, word: &Sought<'_>) -> u32 {
        let form = &word.form;
        let short = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
        let flag = |holds: bool, flag: u32| if holds { flag } else { 0 };
        let (lexicon, ids) = form.lexicon.place();
        let known = form
            .known
            .numbers()
            .and_then(|_| row_of(form_of(form.folded, form.latin, form.script)));
        self.rows.push(Row {
            text: number(self.text.len()),
            bytes: number(self.bytes.len()),
            folded: short(form.folded.len()),
            latin: short(form.latin.len()),
            skeleton: short(form.skeleton.len()),
            units: short(form.units.len()),
            letters: form.letters,
            rarity: word.rarity.0,
            lexicon,
            known: known.map_or(0, |row| row + 1),
            concept: form.concept.map_or(0, |concept| concept.number),
            ids,
            script: form.script as u8,
            flags: flag(word.is_number(), NUMBER)
                | flag(word.is_cut, CUT)
                | flag(form.korean.is_some(), KOREAN)
                | flag(
                    form.korean.is_some() && form.korean != KoreanSounds::of(form.latin),
                    FAMILY,
                ),
            syllables: form.syllables.as_numbers(),
        });
        self.text.extend_from_slice(form.folded.as_bytes());
        self.text.extend_from_slice(form.latin.as_bytes());
        self.bytes.extend_from_slice(form.skeleton);
        self.bytes.extend_from_slice(form.units);
        self.len() - 1
    }
}
