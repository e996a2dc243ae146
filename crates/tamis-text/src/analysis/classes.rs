//! What each unit does in its name.

use std::ops::Range;

use compact_str::ToCompactString as _;
use smallvec::SmallVec;

use super::tokens::Word;
use super::units::{Shape, Unit, surface};
use crate::name::{AnalysisNote, NameKind, NoteKind, Part, PartClass, PartText};
use crate::skeleton::Skeleton;
use crate::words::Role;

/// Gives every unit its class and makes parts of them. `family` words at the end are the family
/// block of a name that stood family first.
pub(super) fn classify(
    text: &str,
    words: &[Word<'_>],
    units: Vec<Unit>,
    family: usize,
    kind: NameKind,
    notes: &mut Vec<AnalysisNote>,
) -> Vec<Part> {
    let person = matches!(kind, NameKind::Person | NameKind::Unknown);
    let mut classes: SmallVec<[PartClass; 16]> = SmallVec::new();
    for (index, unit) in units.iter().enumerate() {
        let surface = || surface(text, words, unit);
        classes.push(class_of(unit, surface, index, units.len(), kind));
    }
    if person {
        mark_titles(&units, &mut classes);
        mark_kunyas(&units, &mut classes);
        mark_family(&units, family, &mut classes);
    }
    note_what_is_missing(&units, &mut classes, notes);
    let mut parts = Vec::with_capacity(units.len());
    for (unit, class) in units.into_iter().zip(classes) {
        parts.push(part(text, words, unit, class));
    }
    parts
}

fn part(text: &str, words: &[Word<'_>], unit: Unit, class: PartClass) -> Part {
    let surface = surface(text, words, &unit);
    let mut part = Part {
        span: unit.span,
        surface,
        folded: unit.folded,
        latin: unit.latin,
        skeleton: unit.skeleton,
        class,
        script: unit.script,
    };
    if class == PartClass::Number
        && let Some(value) = roman_number(&part.latin)
    {
        part.latin = value.to_compact_string();
        part.skeleton = Skeleton::from_slice(part.latin.as_bytes());
    }
    part
}

fn class_of(
    unit: &Unit,
    surface: impl Fn() -> PartText,
    index: usize,
    count: usize,
    kind: NameKind,
) -> PartClass {
    let person = matches!(kind, NameKind::Person | NameKind::Unknown);
    match unit.shape {
        Shape::Compound => return PartClass::Given,
        Shape::Kunya => return PartClass::Plain,
        Shape::House => return PartClass::AlHouse,
        Shape::Tribe => return PartClass::Tribe,
        Shape::Word => {}
    }
    let last = index + 1 == count;
    match unit.role {
        Some(Role::Nasab) if !last => return PartClass::Nasab,
        Some(Role::Particle | Role::Article) if !(last && index == 0) => {
            return PartClass::Particle;
        }
        Some(Role::GenerationSuffix) if index > 0 => return PartClass::GenerationSuffix,
        Some(Role::Placeholder) => return PartClass::Placeholder,
        Some(Role::Tribe | Role::TribeTail) => return PartClass::Tribe,
        Some(Role::OrganisationType) => return PartClass::OrganisationType,
        Some(Role::WeakWord) => return PartClass::WeakWord,
        Some(Role::Nisba) => return PartClass::Nisba,
        Some(Role::Number) => return PartClass::Number,
        _ => {}
    }
    if is_number(unit, surface, last, kind) {
        return PartClass::Number;
    }
    if person && unit.latin.len() == 1 && unit.script.has_words_in_latin() {
        return PartClass::Initial;
    }
    if unit.article && ends_like_nisba(unit, person) {
        return PartClass::Nisba;
    }
    PartClass::Plain
}

/// Digits; in names that are not persons' also words with digits and Roman numerals.
fn is_number(unit: &Unit, surface: impl Fn() -> PartText, last: bool, kind: NameKind) -> bool {
    let person = kind == NameKind::Person;
    let digit = |byte: u8| byte.is_ascii_digit();
    // A person's number has a digit first, which tells nearly all words.
    let digits = match unit.latin.as_bytes().first() {
        Some(first) if person && !digit(*first) => false,
        Some(_) if person => unit.latin.bytes().all(digit),
        _ => unit.latin.bytes().any(digit),
    };
    if digits {
        return true;
    }
    let thing = matches!(kind, NameKind::Organisation | NameKind::Vessel | NameKind::Aircraft);
    thing
        && (last || unit.latin.len() > 1)
        && roman_number(&unit.latin).is_some()
        && surface().chars().all(char::is_uppercase)
}

/// The value of a Roman numeral up to 39: what counts funds, ships and branches. Larger ones are
/// words more often than numbers.
fn roman_number(latin: &str) -> Option<u32> {
    if !latin.starts_with(['i', 'v', 'x']) {
        return None;
    }
    let tens = latin.len() - latin.trim_start_matches('x').len();
    let ones = latin.get(tens..)?;
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = ONES.iter().position(|numeral| *numeral == ones)?;
    let value = u32::try_from(tens * 10 + ones).ok()?;
    (tens <= 3 && value > 0).then_some(value)
}

/// al-Baghdadi, al-Kuwaiti, البغدادي.
fn ends_like_nisba(unit: &Unit, person: bool) -> bool {
    let letters = unit.folded.chars().count();
    // Of a woman: al-Iraqiya, العراقية.
    let female = person
        && (["iya", "iyya", "iyah", "iyyah"].iter().any(|end| unit.latin.ends_with(end))
            || unit.folded.ends_with("يه"));
    letters >= 4 && (female || unit.folded.ends_with('ي') || unit.latin.ends_with(['i', 'y']))
}

/// Titles count in an unbroken run from the beginning or from the end.
fn mark_titles(units: &[Unit], classes: &mut [PartClass]) {
    let title = |unit: &Unit| match (unit.shape, unit.role) {
        (Shape::Word, Some(Role::Title)) => Some(PartClass::Title),
        (Shape::Word, Some(Role::AmbiguousTitle)) => Some(PartClass::AmbiguousTitle),
        _ => None,
    };
    let skipped = |unit: &Unit, class: PartClass| {
        class == PartClass::Particle || class == PartClass::Initial || unit.latin.is_empty()
    };
    let mut mark = |index: usize| {
        let (Some(unit), Some(class)) = (units.get(index), classes.get_mut(index)) else {
            return false;
        };
        match title(unit) {
            Some(found) => {
                *class = found;
                true
            }
            None => skipped(unit, *class),
        }
    };
    let leading = (0..units.len()).take_while(|index| mark(*index)).count();
    // With the article at the end it is a family name: Walid al-Muallem, Hasan al-Shaykh.
    let family =
        |index: usize| leading < index && units.get(index).is_some_and(|unit| unit.article);
    let trailing = (leading..units.len()).rev();
    let _ = trailing.take_while(|index| !family(*index) && mark(*index)).count();
    keep_one_of_two(units, classes);
}

/// A title word that is also a name is the name where only one other part would be left: Malik
/// Noorzai, Amir Abdullah, Hasan Khan. Haji, Akhund and Maalim are titles in such names too.
fn keep_one_of_two(units: &[Unit], classes: &mut [PartClass]) {
    let others =
        |class: &&PartClass| class.is_informative() && **class != PartClass::AmbiguousTitle;
    if classes.iter().filter(others).count() != 1 {
        return;
    }
    for (unit, class) in units.iter().zip(classes) {
        if *class == PartClass::AmbiguousTitle && !is_honour(unit) {
            *class = PartClass::Plain;
        }
    }
}

/// Only a whole name of the shape Abu X, with or without one part more, is a nom de guerre.
fn mark_kunyas(units: &[Unit], classes: &mut [PartClass]) {
    let bearing = |class: PartClass| class.is_informative() && class != PartClass::AmbiguousTitle;
    let informative = classes.iter().filter(|class| bearing(**class)).count();
    let nasab = classes.contains(&PartClass::Nasab);
    let first = classes.iter().position(|class| bearing(*class));
    if informative > 3 || nasab {
        return;
    }
    if let Some(index) = first {
        let kunya = units.get(index).is_some_and(|unit| unit.shape == Shape::Kunya);
        if let (true, Some(class)) = (kunya, classes.get_mut(index)) {
            *class = PartClass::Kunya;
        }
    }
}

/// One part before the comma is the family name, the first part after it the own name.
fn mark_family(units: &[Unit], family: usize, classes: &mut [PartClass]) {
    let words = units.last().map_or(0, |unit| unit.words.end);
    if family == 0 || family >= words {
        return;
    }
    let boundary = words - family;
    let block = units.iter().position(|unit| unit.words.start >= boundary);
    let Some(block) = block.filter(|block| units.len() - block == 1) else { return };
    if let Some(class) = classes.get_mut(block).filter(|class| **class == PartClass::Plain) {
        *class = PartClass::Family;
    }
    let given = classes.iter_mut().take(block).find(|class| class.is_informative());
    if let Some(class) = given.filter(|class| **class == PartClass::Plain) {
        *class = PartClass::Given;
    }
}

/// What the end of a zone has left of a part is an initial, where it is one letter or two.
pub(super) fn mark_cut(parts: &mut [Part], cut: &Range<usize>, text: &str) {
    let zone = text.contains('<');
    let part = parts.iter_mut().find(|part| part.span == *cut && part.class == PartClass::Plain);
    if let Some(part) = part.filter(|part| zone && part.folded.chars().count() <= 2) {
        part.class = PartClass::Initial;
    }
}

/// Haji, Akhund, Akhundzada, Maalim, Baba: seldom the name of anyone.
fn is_honour(unit: &Unit) -> bool {
    matches!(unit.skeleton.as_slice(), b"HJ" | b"AHND" | b"AHNDDD" | b"MLM" | b"BB")
}

fn note_what_is_missing(units: &[Unit], classes: &mut [PartClass], notes: &mut Vec<AnalysisNote>) {
    for (unit, class) in units.iter().zip(&*classes) {
        if *class == PartClass::Placeholder {
            let kind = NoteKind::PlaceholderIgnored;
            notes.push(AnalysisNote { kind, span: unit.span.clone() });
        }
    }
    if units.is_empty() {
        return;
    }
    let titles = |class: &PartClass| matches!(class, PartClass::Title | PartClass::AmbiguousTitle);
    let informative = classes.iter().any(|class| class.is_informative() && !titles(class));
    if informative {
        return;
    }
    let start = units.iter().map(|unit| unit.span.start).min().unwrap_or(0);
    let end = units.iter().map(|unit| unit.span.end).max().unwrap_or(0);
    // Gul Agha, Sultan Said: words that are all names too are a name, unless there is only one.
    let strict = classes.contains(&PartClass::Title);
    let ambiguous = classes.iter().filter(|class| **class == PartClass::AmbiguousTitle).count();
    // A. Q. Khan: a name beside initials.
    if ambiguous > 0 && classes.contains(&PartClass::Initial) {
        return;
    }
    let names = |(unit, class): &(&Unit, &PartClass)| {
        **class == PartClass::AmbiguousTitle && !is_honour(unit)
    };
    if strict && units.iter().zip(&*classes).filter(names).count() >= 2 {
        // Mullah Gul Agha Akhund.
        return;
    }
    if strict {
        // Haji Sahib, Naib Imam: beside a title that is no name, the others are titles too.
        for class in classes.iter_mut().filter(|class| **class == PartClass::AmbiguousTitle) {
            *class = PartClass::Title;
        }
    }
    if strict || ambiguous == 1 {
        notes.push(AnalysisNote { kind: NoteKind::TitleOnly, span: start..end });
    } else if ambiguous == 0 {
        notes.push(AnalysisNote { kind: NoteKind::NothingInformative, span: start..end });
    }
}
