//! The analysis of one name, stage after stage: words, machine readable zone, order, units
//! (compounds, kunyas, articles), classes.

mod as_written;
mod belarusian;
mod classes;
mod cutting;
mod descent;
mod east_asian_forms;
mod east_asian_syllables;
mod east_asian_titles;
mod glued;
mod homoglyphs;
mod initials;
mod misread;
mod misspelt;
mod mrz;
mod order;
mod run_together;
mod shapes;
mod single_vowels;
mod spelled;
mod things;
mod titles;
mod tokens;
mod units;

pub(crate) use east_asian_titles::is_title as is_east_asian_title;
pub use units::HEADS_OF_FAITH;
pub(crate) use units::without_article;

use smallvec::SmallVec;

use crate::name::{AnalysedName, AnalysisNote, AnalysisRefusal, NameKind, NoteKind, Part};
use crate::script::Script;

/// Longest name that is analysed, in bytes. The longest single name field of the UN, EU, OFAC and
/// UK lists has 346 (an alias of QDe.137 on the UN lists of 2021 and 2026); a longer one is refused.
pub const MAXIMUM_NAME_BYTES: usize = 1_024;

/// Most words that are analysed. The most in one name field of those lists is 52 (the same alias).
pub const MAXIMUM_NAME_PARTS: usize = 128;

/// Most bytes of a name when it is written out in its own letters and in Latin ones together. A sign may
/// stand for many letters (U+FDFA for eighteen, a character of Chinese for six); listed names need some
/// two and a half times their own bytes.
pub const MAXIMUM_WRITTEN_OUT_BYTES: usize = 4 * MAXIMUM_NAME_BYTES;

/// A name of fewer bytes stays below that limit whatever its signs stand for.
const SHORT_NAME_BYTES: usize = 128;

/// Takes a name apart.
///
/// A name without letters and digits gives no parts and a note; nothing panics, whatever the input.
///
/// # Errors
/// Only beyond [`MAXIMUM_NAME_BYTES`], [`MAXIMUM_NAME_PARTS`] and [`MAXIMUM_WRITTEN_OUT_BYTES`].
///
/// ```
/// use tamis_text::{NameKind, PartClass, analyse};
/// let name = analyse("AL-RAHMAN MUHAMMAD MUSTAFA AL-QADULI, 'ABD", NameKind::Person)?;
/// let parts: Vec<&str> = name.parts.iter().map(|part| &*part.latin).collect();
/// assert_eq!(parts, ["abdrahman", "muhammad", "mustafa", "qaduli"]);
/// assert_eq!(name.parts[0].class, PartClass::Given);
/// # Ok::<(), tamis_text::AnalysisRefusal>(())
/// ```
pub fn analyse(text: &str, kind: NameKind) -> Result<AnalysedName, AnalysisRefusal> {
    if text.len() > MAXIMUM_NAME_BYTES {
        return Err(AnalysisRefusal::TooManyBytes { bytes: text.len(), limit: MAXIMUM_NAME_BYTES });
    }
    let (mut notes, mut lower) = (Vec::new(), Lower::new());
    let mut words = tokens::Words::new();
    let cutting::Cut {
        scripts,
        some_plain,
        perhaps_zone,
        capitals_inside,
        perhaps_misread,
        at_sign,
    } = cutting::cut(text, &mut words, &mut notes);
    if words.len() > MAXIMUM_NAME_PARTS {
        return Err(AnalysisRefusal::TooManyParts { limit: MAXIMUM_NAME_PARTS });
    }
    homoglyphs::repair(&mut words, scripts, &mut notes);
    let cut = mrz::note_cut(text, &words, &mut notes);
    if perhaps_zone {
        mrz::decode(text, &mut words, &mut notes);
    }
    if (perhaps_misread || capitals_inside) && kind == NameKind::Person {
        misread::repair(&mut words, &mut notes);
    }
    let is_east_asian = kind == NameKind::Person
        && [Script::Han, Script::Hangul, Script::Kana]
            .iter()
            .any(|script| scripts.contains(*script));
    let titles = match is_east_asian {
        true => east_asian_titles::take(text, &mut words),
        false => Vec::new(),
    };
    tokens::cut_family_name(text, &mut words, kind);
    let titles = east_asian_titles::put_back(titles, &mut words);
    if capitals_inside {
        run_together::cut_at_capitals(text, &mut words, kind);
    }
    if kind != NameKind::Person && !all_plain(&words) {
        east_asian_forms::cut_off(text, &mut words, kind);
    }
    if some_plain {
        lower.extend_from_slice(text.as_bytes());
        lower.make_ascii_lowercase();
    }
    let lower = std::str::from_utf8(&lower).unwrap_or_default();
    let mut buffers = tokens::Buffers::default();
    for word in &mut words {
        word.finish(lower, kind, &mut notes, &mut buffers);
    }
    if titles > 0 {
        east_asian_titles::mark(&mut words, titles);
    }
    if words.iter().any(|word| word.folded.is_empty()) {
        words.retain(|word| !word.folded.is_empty());
    }
    match kind {
        NameKind::Person | NameKind::Unknown => {
            as_written::read(text, &mut words, kind);
            tokens::join_abbreviations(&mut words, kind);
            run_together::cut_glued_titles(&mut words, kind);
            run_together::translate_nisbas(&mut words, kind);
            misspelt::repair(&mut words);
            belarusian::read(&mut words);
            descent::mark(text, &mut words);
            initials::mark(text, &mut words);
            east_asian_syllables::mark(text, &mut words);
        }
        _ => things::rework(text, &mut words, kind),
    }
    let family = order::restore(text, &mut words, kind, &mut notes);
    let mut units = units::Units::new();
    units::assemble(text, &words, kind, &mut units);
    let mut parts = classes::classify(&mut units, family, kind, &mut notes);
    if let Some(cut) = cut {
        classes::mark_cut(&mut parts, &cut, text);
    }
    if kind == NameKind::Person {
        single_vowels::mark(&mut parts, text);
    }
    if text.len() > SHORT_NAME_BYTES {
        check_size(&parts)?;
    }
    if kind == NameKind::Person && (at_sign || is_hardly_a_name(text, &parts)) {
        notes.push(AnalysisNote { kind: NoteKind::HardlyAName, span: 0..text.len() });
    }
    if parts.is_empty() {
        notes.push(AnalysisNote { kind: NoteKind::NothingComparable, span: 0..text.len() });
    }
    Ok(AnalysedName { original: text.into(), script: dominant_script(&parts), parts, notes })
}

/// Whether all words are of ASCII letters: nearly all names of things.
fn all_plain(words: &[tokens::Word<'_>]) -> bool {
    words.iter().all(|word| word.plain)
}

/// What a name has become may be longer than it was: capitals cut words, signs stand for many letters.
fn check_size(parts: &[Part]) -> Result<(), AnalysisRefusal> {
    if parts.len() > MAXIMUM_NAME_PARTS {
        return Err(AnalysisRefusal::TooManyParts { limit: MAXIMUM_NAME_PARTS });
    }
    let bytes: usize = parts.iter().map(|part| part.folded.len() + part.latin.len()).sum();
    if bytes > MAXIMUM_WRITTEN_OUT_BYTES {
        let limit = MAXIMUM_WRITTEN_OUT_BYTES;
        return Err(AnalysisRefusal::TooLongWrittenOut { bytes, limit });
    }
    Ok(())
}

/// A text in lower case, as far as it is ASCII; most names have room in place.
type Lower = SmallVec<[u8; 64]>;

/// More parts than a person's name has: long chains of fathers on the lists have a dozen words.
const WORDS_OF_A_SENTENCE: usize = 14;

fn is_hardly_a_name(text: &str, parts: &[Part]) -> bool {
    let address = text.starts_with("http") || text.starts_with("www.");
    address || parts.len() >= WORDS_OF_A_SENTENCE
}

/// The script of most parts; the first one among equals.
fn dominant_script(parts: &[Part]) -> Script {
    // Nearly every name is of one script, which needs no counting.
    if let Some((first, rest)) = parts.split_first()
        && rest.iter().all(|part| part.script == first.script)
    {
        return first.script;
    }
    let count = |script: Script| parts.iter().filter(|part| part.script == script).count();
    let mut best = Script::Common;
    for part in parts {
        let better = best == Script::Common || count(part.script) > count(best);
        if part.script != Script::Common && better {
            best = part.script;
        }
    }
    best
}

#[cfg(test)]
mod tests;
