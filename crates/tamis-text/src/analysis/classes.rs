//! What each unit does in its name.

use std::ops::Range;

use compact_str::ToCompactString as _;
use smallvec::SmallVec;

use super::shapes::Shape;
use super::titles;
use super::units::{Unit, Units};
use crate::name::{AnalysisNote, NameKind, NoteKind, Part, PartClass};
use crate::script::Script;
use crate::skeleton::Skeleton;
use crate::words::Role;

/// Gives every unit its class and makes parts of them. `family` words at the end are the family
/// block of a name that stood family first.
pub(super) fn classify(
    units: &mut Units,
    family: usize,
    kind: NameKind,
    notes: &mut Vec<AnalysisNote>,
) -> Vec<Part> {
    let person = matches!(kind, NameKind::Person | NameKind::Unknown);
    let count = units.len();
    let titles = units.iter().take_while(|unit| unit.role == Some(Role::Title)).count();
    for (index, unit) in units.iter_mut().enumerate() {
        unit.part.class = class_of(unit, index, index == titles, count, kind);
    }
    let glued = person && mark_glued_initials(units);
    if person {
        mark_titles(units);
        mark_kunyas(units);
        mark_family(units, family);
    }
    note_what_is_missing(units, notes);
    for unit in &mut *units {
        if unit.part.class == PartClass::Number
            && let Some(value) = roman_number(&unit.part.latin)
        {
            unit.part.latin = value.to_compact_string();
            unit.part.is_its_reading = false;
            unit.part.skeleton = Skeleton::from_slice(unit.part.latin.as_bytes());
        }
    }
    let mut parts: Vec<Part> = units.drain(..).map(|unit| unit.part).collect();
    if glued && let Some(first) = parts.first().cloned() {
        parts.splice(..1, letter_by_letter(&first));
    }
    parts
}

/// The class of the unit in that place; it is the first behind the titles, or not.
fn class_of(unit: &Unit, index: usize, first: bool, count: usize, kind: NameKind) -> PartClass {
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
        // Ben Smith is no son of Smith
        Some(Role::Nasab)
            if person && first && count - index == 2 && unit.part.surface == "Ben" =>
        {
            return PartClass::Plain;
        }
        Some(Role::Nasab) if !last => return PartClass::Nasab,
        Some(Role::NasabBehindOrName)
            if index > 0
                && (count > 3
                    || !last
                    || index > 1 && unit.part.surface.starts_with(char::is_lowercase)) =>
        {
            return PartClass::NasabBehind;
        }
        Some(Role::NasabBehind) if index > 0 => return PartClass::NasabBehind,
        Some(Role::Particle)
            if person && last && index > 0 && has_family_names_like_titles(unit) => {}
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
        Some(Role::Initial) => return PartClass::Initial,
        _ => {}
    }
    if is_number(unit, last, kind) {
        return PartClass::Number;
    }
    if person && unit.part.latin.len() == 1 && unit.part.script.has_words_in_latin() {
        return PartClass::Initial;
    }
    if unit.article && ends_like_nisba(unit, person) {
        return PartClass::Nisba;
    }
    PartClass::Plain
}

/// Capitals without a vowel before a name in small letters are initials: JC Juncker. Ng is a family name.
fn mark_glued_initials(units: &mut [Unit]) -> bool {
    let [first, rest @ ..] = units else { return false };
    let surface = first.part.surface.as_str();
    let glued = (2..=3).contains(&surface.len())
        && first.role.is_none()
        && first.part.class == PartClass::Plain
        && surface
            .bytes()
            .all(|letter| letter.is_ascii_uppercase() && !b"AEIOUY".contains(&letter))
        && surface != "NG";
    let small = |unit: &Unit| unit.part.surface.chars().any(char::is_lowercase);
    let are_initials = glued && rest.iter().any(small);
    if are_initials {
        first.part.class = PartClass::Initial;
    }
    are_initials
}

/// A part for each letter of a part of capitals.
fn letter_by_letter(part: &Part) -> impl Iterator<Item = Part> + use<'_> {
    part.surface.char_indices().map(|(at, letter)| {
        let small = letter.to_ascii_lowercase().to_compact_string();
        let start = part.span.start + at;
        Part {
            surface: letter.to_compact_string(),
            folded: small.clone(),
            skeleton: crate::skeleton(&small),
            latin: small,
            span: start..start + 1,
            ..part.clone()
        }
    })
}

/// Digits; in names that are not persons' also words with digits and Roman numerals.
fn is_number(unit: &Unit, last: bool, kind: NameKind) -> bool {
    let person = kind == NameKind::Person;
    let digit = |byte: u8| byte.is_ascii_digit();
    // A person's number has a digit first, which tells nearly all words.
    let digits = match unit.part.latin.as_bytes().first() {
        Some(first) if person && !digit(*first) => false,
        Some(_) if person => unit.part.latin.bytes().all(digit),
        _ => unit.part.latin.bytes().any(digit),
    };
    if digits {
        return true;
    }
    let thing = matches!(kind, NameKind::Organisation | NameKind::Vessel | NameKind::Aircraft);
    thing
        && (last || unit.part.latin.len() > 1)
        && roman_number(&unit.part.latin).is_some()
        && unit.part.surface.chars().all(char::is_uppercase)
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
    let letters = unit.part.folded.chars().count();
    // Of a woman: al-Iraqiya, العراقية.
    let female = person
        && (["iya", "iyya", "iyah", "iyyah"].iter().any(|end| unit.part.latin.ends_with(end))
            || unit.part.folded.ends_with("يه"));
    letters >= 4
        && (female || unit.part.folded.ends_with('ي') || unit.part.latin.ends_with(['i', 'y']))
}

/// Titles count in an unbroken run from the beginning or from the end.
fn mark_titles(units: &mut [Unit]) {
    let may_be_title = |unit: &Unit| {
        unit.role.is_some_and(Role::may_be_title)
            || is_sr(unit) && unit.part.class == PartClass::Plain
    };
    if !units.iter().any(may_be_title) {
        return;
    }
    titles::join(units);
    titles::settle(units);
    let title = |unit: &Unit| match (unit.shape, unit.role) {
        (Shape::Word, Some(Role::Title | Role::TitleBefore | Role::TitleOrFamily)) => {
            Some(PartClass::Title)
        }
        (
            Shape::Word,
            Some(Role::AmbiguousTitle | Role::AmbiguousTitleBehind | Role::AmbiguousTitleBefore),
        ) => Some(PartClass::AmbiguousTitle),
        // Sr. Zarvan: before a name it is no suffix
        (Shape::Word, Some(Role::GenerationSuffix))
            if is_sr(unit) && unit.part.class == PartClass::Plain =>
        {
            Some(PartClass::Title)
        }
        _ => None,
    };
    let some_are_small = units.iter().any(|unit| unit.part.surface.chars().any(char::is_lowercase));
    let skipped = |unit: &Unit| {
        matches!(unit.part.class, PartClass::Particle | PartClass::Initial)
            || unit.part.latin.is_empty()
    };
    let mut marked = false;
    let beside_nasab: SmallVec<[bool; 16]> = (0..units.len())
        .map(|at| {
            let is_nasab =
                |at: usize| units.get(at).is_some_and(|unit| unit.part.class == PartClass::Nasab);
            is_nasab(at + 1) || at.checked_sub(1).is_some_and(is_nasab)
        })
        .collect();
    let mut mark = |at: usize, unit: &mut Unit| match title(unit) {
        // Cheikh Ould Sidi: who has a father or a son is named
        Some(_) if beside_nasab.get(at) == Some(&true) && !is_form_of_address(unit) => false,
        Some(found) => {
            unit.part.class = found;
            marked = true;
            true
        }
        None => skipped(unit),
    };
    let count = units.len();
    let mut units_in_order = units.iter_mut().enumerate();
    // Agha Jan: behind what may be a name, Jan is its title
    let mut behind_a_name = false;
    let ends = |(at, unit): (usize, &mut Unit)| {
        // John Bishop, Dr. Bishop
        let is_last = at + 1 == count && count > 1;
        let is_family_first =
            at == 0 && count == 2 && some_are_small && is_in_capitals(unit) && may_be_family(unit);
        let continues = !(is_last && is_before_only(unit) || is_family_first)
            && (behind_a_name || is_title_before(unit, some_are_small))
            && mark(at, unit);
        behind_a_name |= unit.part.class == PartClass::AmbiguousTitle && !is_honour(unit);
        !continues
    };
    let leading = units_in_order.position(ends).unwrap_or(units.len());
    // With the article at the end it is a family name: Walid al-Muallem, Hasan al-Shaykh.
    let mut trailing = units.iter_mut().enumerate().skip(leading).rev();
    trailing.all(|(index, unit)| {
        !(is_before_only(unit) || leading < index && unit.article) && mark(index, unit)
    });
    if marked {
        keep_one_of_two(units);
    }
}

/// Whether a word is Sr: Señor before a name, a suffix behind it.
fn is_sr(unit: &Unit) -> bool {
    unit.role == Some(Role::GenerationSuffix) && unit.part.latin == "sr"
}

/// Whether a title stands before names only, and at their end is one.
fn is_before_only(unit: &Unit) -> bool {
    matches!(unit.role, Some(Role::TitleBefore | Role::AmbiguousTitleBefore))
}

/// Whether a word may be a title before a name. Khan Muhammad and Jan Muhammad are own names, but where capitals
/// mark a family's: KHAN Wali Muhammad.
fn is_title_before(unit: &Unit, some_are_small: bool) -> bool {
    unit.role != Some(Role::AmbiguousTitleBehind)
        || unit.article
        || some_are_small && is_in_capitals(unit)
}

fn is_in_capitals(unit: &Unit) -> bool {
    unit.part.surface.chars().all(char::is_uppercase)
}

/// Whether a title is a family name at the end, which capitals mark at the beginning: BISHOP Elizabeth. Not MULLAH Omar.
fn may_be_family(unit: &Unit) -> bool {
    unit.role == Some(Role::TitleBefore)
}

/// A title word that is also a name is the name where only one other part would be left: Malik
/// Noorzai, Amir Abdullah, Hasan Khan. Haji, Akhund and Maalim are titles in such names too. Sheikh and Molla are
/// family names in last place, as শেখ and মোল্লা are.
fn keep_one_of_two(units: &mut [Unit]) {
    if units.iter().filter(|unit| bears_identity(unit)).count() != 1 {
        return;
    }
    if let [_, .., last] = units
        && matches!(last.part.class, PartClass::AmbiguousTitle | PartClass::Title)
        && (has_family_names_like_titles(last)
            || is_somali_father(last)
            || last.role == Some(Role::TitleOrFamily))
    {
        last.part.class = PartClass::Plain;
    }
    for unit in units {
        if unit.part.class == PartClass::AmbiguousTitle && !is_honour(unit) {
            unit.part.class = PartClass::Plain;
        }
    }
}

/// Whether a word in last place is a family name where it would be a title or a particle elsewhere:
/// Das, De, Shekh, Molla, Haji in Bengal and northern India. In Latin letters Das as well, which nothing follows
/// in last place.
fn has_family_names_like_titles(unit: &Unit) -> bool {
    matches!(unit.part.script, Script::Bengali | Script::Devanagari) || unit.part.latin == "das"
}

/// Whether a word is a pilgrim in Somali letters, a usual name of fathers: Xuseen Xaaji.
fn is_somali_father(unit: &Unit) -> bool {
    unit.part.folded.starts_with('x') && is_honour(unit)
}

fn bears_identity(unit: &Unit) -> bool {
    unit.part.class.is_informative() && unit.part.class != PartClass::AmbiguousTitle
}

/// Only a whole name of the shape Abu X, with or without one part more, is a nom de guerre.
fn mark_kunyas(units: &mut [Unit]) {
    if units.iter().all(|unit| unit.shape != Shape::Kunya) {
        return;
    }
    let informative = units.iter().filter(|unit| bears_identity(unit)).count();
    let nasab = units.iter().any(|unit| unit.part.class == PartClass::Nasab);
    if informative > 3 || nasab {
        return;
    }
    let first = units.iter_mut().find(|unit| bears_identity(unit));
    if let Some(unit) = first.filter(|unit| unit.shape == Shape::Kunya) {
        unit.part.class = PartClass::Kunya;
    }
}

/// One part before the comma is the family name, the first part after it the own name.
fn mark_family(units: &mut [Unit], family: usize) {
    let words = units.last().map_or(0, |unit| unit.words.end);
    if family == 0 || family >= words {
        return;
    }
    let boundary = words - family;
    let block = units.iter().position(|unit| unit.words.start >= boundary);
    let Some(block) = block.filter(|block| units.len() - block == 1) else { return };
    if let Some(unit) = units.get_mut(block).filter(|unit| unit.part.class == PartClass::Plain) {
        unit.part.class = PartClass::Family;
    }
    let given = units.iter_mut().take(block).find(|unit| unit.part.class.is_informative());
    if let Some(unit) = given.filter(|unit| unit.part.class == PartClass::Plain) {
        unit.part.class = PartClass::Given;
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

/// Whether a title is the name of nobody, as Cheikh, Imam and Haji are of some.
fn is_form_of_address(unit: &Unit) -> bool {
    const FORMS: [&str; 16] = [
        "mr",
        "mrs",
        "ms",
        "mme",
        "mlle",
        "dr",
        "prof",
        "eng",
        "engr",
        "ing",
        "herr",
        "frau",
        "monsieur",
        "doctor",
        "doktor",
        "professor",
    ];
    FORMS.contains(&unit.part.latin.as_str())
}

/// Haji, Akhund, Akhundzada, Maalim, Baba: seldom the name of anyone. Cheikh is an own name in West Africa and the
/// French spelling of Sheikh elsewhere, Kari one of the North and the Afghan Qari: beside one other part they stay either.
fn is_honour(unit: &Unit) -> bool {
    let either =
        || ["cheik", "cheick", "chaikh", "kari"].iter().any(|one| unit.part.latin.starts_with(one));
    matches!(unit.part.skeleton.as_slice(), b"HJ" | b"AHND" | b"AHNDDD" | b"MLM" | b"BB")
        || unit.role == Some(Role::AmbiguousTitle) && either()
}

fn note_what_is_missing(units: &mut [Unit], notes: &mut Vec<AnalysisNote>) {
    for unit in &*units {
        if unit.part.class == PartClass::Placeholder {
            let kind = NoteKind::PlaceholderIgnored;
            notes.push(AnalysisNote { kind, span: unit.part.span.clone() });
        }
    }
    if units.is_empty() {
        return;
    }
    let titles = |class: PartClass| matches!(class, PartClass::Title | PartClass::AmbiguousTitle);
    if units.iter().any(|unit| unit.part.class.is_informative() && !titles(unit.part.class)) {
        return;
    }
    let start = units.iter().map(|unit| unit.part.span.start).min().unwrap_or(0);
    let end = units.iter().map(|unit| unit.part.span.end).max().unwrap_or(0);
    let has = |class| units.iter().any(|unit| unit.part.class == class);
    // Gul Agha, Sultan Said: words that are all names too are a name, unless there is only one.
    let strict = has(PartClass::Title);
    let ambiguous = |unit: &&Unit| unit.part.class == PartClass::AmbiguousTitle;
    let count = units.iter().filter(ambiguous).count();
    // A. Q. Khan: a name beside initials.
    if count > 0 && has(PartClass::Initial) {
        return;
    }
    let names = units.iter().filter(ambiguous).filter(|unit| !is_honour(unit)).count();
    if strict && names >= 2 {
        // Mullah Gul Agha Akhund.
        return;
    }
    if strict {
        // Haji Sahib, Naib Imam: beside a title that is no name, the others are titles too.
        for unit in units.iter_mut().filter(|unit| unit.part.class == PartClass::AmbiguousTitle) {
            unit.part.class = PartClass::Title;
        }
    }
    if strict || count == 1 {
        notes.push(AnalysisNote { kind: NoteKind::TitleOnly, span: start..end });
    } else if count == 0 {
        notes.push(AnalysisNote { kind: NoteKind::NothingInformative, span: start..end });
    }
}
