//! Several names in one field: where each begins and ends, and what introduced it.
//!
//! Works on the writing of lists and forms alone; a piece is a range of the field, never a copy. A
//! comma and a line break do not split: lists write "FAMILY, given" and break lines inside names. What parts
//! names stands in `data/fields.tsv` with its reason. A sign or word that names have too (or, "A.", another
//! script) gives pieces beside the whole, never instead of it.

mod either;
mod enclosed;
mod labels;
mod remarks;
mod repair;
mod signs;
mod table;

use std::ops::Range;

pub use labels::FieldName;
use smallvec::{SmallVec, smallvec};
use table::{Line, Place, Sense};

use self::enclosed::Enclosed;
use self::remarks::Remark;
use crate::name::NameKind;
use crate::script::script_of;

/// What introduced a piece of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldMarker {
    /// The first piece, or the whole field.
    First,
    /// After ";", " / ", " = ", "\\" or "name:".
    Listed,
    /// After "a)", "(b)", "1)", "(2)", "ii)", "2.", "B.".
    Enumerated,
    /// After "or", in names of persons.
    Alternative,
    /// After a name in another script.
    OtherScript,
    /// After "alias", "a.k.a.", "also known as", "dit".
    Alias,
    /// After "previously listed as", "formerly known as", "f.k.a.".
    Former,
    /// In parentheses or brackets.
    Parenthesis,
    /// In double quotes.
    Quoted,
    /// No name: "(original script)", "(in liquidation)", "; member of …". Left out by [`names_of_field`].
    Remark,
    /// Words of the name around them and no name by themselves: "(Syria)", "集团". Left out, too.
    OfTheName,
    /// After "given name:": a part of a name; see [`names_of_field`].
    Given,
    /// After "middle name:".
    Middle,
    /// After "family name:".
    Family,
}

/// One name of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPiece {
    /// Bytes in the field, without the marker and without blanks around.
    pub span: Range<usize>,
    /// What introduced it.
    pub marker: FieldMarker,
}

/// The names of a field; one, as most hold, stands in place.
pub type FieldPieces = SmallVec<[FieldPiece; 1]>;

/// The texts of the names of a field; one, as most hold, stands in place.
pub type FieldNames<'t> = SmallVec<[FieldName<'t>; 1]>;

/// Splits a field that may hold several names.
///
/// A field with nothing to split gives one piece; a field without text gives none. Quotes and
/// parentheses in the middle of a name stay in it and are a piece besides. Pieces may overlap: they come in
/// the order of their beginnings, the longer first. `kind` decides what counts: nobody but a person is born,
/// and "Bread or Death" is a ship.
///
/// ```
/// use tamis_text::{FieldMarker, NameKind, split_field};
/// let names = |field| -> Vec<&str> {
///     split_field(field, NameKind::Person).iter().map(|piece| &field[piece.span.clone()]).collect()
/// };
/// let field = "a) Abu Ali; b) Hasan Ali (Abu Umar) alias \"Gurg\"";
/// assert_eq!(names(field), ["Abu Ali", "Hasan Ali", "Abu Umar", "Gurg"]);
/// assert_eq!(split_field(field, NameKind::Person)[1].marker, FieldMarker::Enumerated);
/// // what may be one name stays one, too
/// assert_eq!(names("Hasan Ali or Umar Said"), ["Hasan Ali or Umar Said", "Hasan Ali", "Umar Said"]);
/// ```
pub fn split_field(text: &str, kind: NameKind) -> FieldPieces {
    pieces_of(text, kind, !signs::may_split(text))
}

/// The pieces of a field that has nothing to split where it is a whole.
#[inline]
fn pieces_of(text: &str, kind: NameKind, whole: bool) -> FieldPieces {
    if let (true, [first, ..], [.., last]) = (whole, text.as_bytes(), text.as_bytes())
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        // Nearly all fields: a name with nothing around it.
        return smallvec![FieldPiece { span: 0..text.len(), marker: FieldMarker::First }];
    }
    let mut pieces = FieldPieces::new();
    if whole {
        push(text, 0..text.len(), FieldMarker::First, &mut pieces);
    } else {
        split(text, kind, &mut pieces);
    }
    if pieces.is_empty() {
        push_whole(text, &mut pieces);
    }
    pieces
}

/// The names of a field: its pieces, but labelled parts ("nom: Zoghlami prénom: Nabil") as one name. A field that a
/// program has damaged (`J&uuml;rgen`, `JÃ¼rgen`) is repaired first.
///
/// ```
/// use tamis_text::{NameKind, names_of_field};
/// let names = names_of_field("nom: Zoghlami prénom: Nabil", NameKind::Person);
/// assert_eq!(names[0].text(), "Nabil Zoghlami");
/// ```
pub fn names_of_field(text: &str, kind: NameKind) -> FieldNames<'_> {
    let whole = !signs::may_split(text);
    if !whole && let Some(repaired) = repair::repaired(text) {
        let pieces = pieces_of(&repaired, kind, !signs::may_split(&repaired));
        let names = labels::names(&repaired, &pieces).into_iter();
        return names.map(|name| FieldName::Repaired(name.text().to_owned())).collect();
    }
    match pieces_of(text, kind, whole).as_slice() {
        [only] => text.get(only.span.clone()).map(FieldName::Stretch).into_iter().collect(),
        pieces => labels::names(text, pieces).into(),
    }
}

#[cold]
fn split(text: &str, kind: NameKind, pieces: &mut FieldPieces) {
    let mut besides = Vec::new();
    let segments = segments(text);
    // names of things have such signs too (Petro = Chem, Anderson / Miller)
    let is_thing = !matches!(kind, NameKind::Person | NameKind::Unknown);
    if is_thing && segments.len() > 1 && !text.contains([';', '؛', ':']) {
        let listed = segments.iter().skip(1).all(|(_, marker)| *marker == FieldMarker::Listed);
        let whole = FieldPiece { span: trimmed(text, 0..text.len()), marker: FieldMarker::First };
        besides.extend(listed.then_some(whole));
    }
    for (segment, marker) in segments {
        let enclosed = enclosed::enclosed(text, &segment);
        let mut outer = segment.clone();
        // What stands enclosed at the end is taken off; what stands inside stays.
        for at_end in enclosed.iter().rev() {
            if trimmed(text, at_end.whole.end..outer.end).is_empty() {
                outer.end = at_end.whole.start.max(outer.start);
            }
        }
        if let [only] = enclosed.as_slice()
            && (is_name_with_given(text, &outer, only, kind)
                || ends_with_words_of_it(text, &outer, only, kind))
        {
            besides
                .push(FieldPiece { span: trimmed(text, segment.start..only.inside.end), marker });
        }
        let mut names = either::pieces(text, outer, marker, kind);
        let first = names.remove(0);
        pieces.extend(Some(first).filter(|piece| !piece.span.is_empty()));
        besides.append(&mut names);
        for Enclosed { inside, marker, .. } in enclosed {
            push(text, inside, marker, pieces);
        }
    }
    let in_order = |piece: &FieldPiece| (piece.span.start, std::cmp::Reverse(piece.span.end));
    pieces.sort_by_key(in_order);
    pieces.dedup_by_key(|piece| piece.span.start);
    pieces.extend(besides);
    pieces.sort_by_key(in_order);
    pieces.dedup_by_key(|piece| piece.span.clone());
    remarks::mark(text, kind, pieces);
}

/// "Zarvan Foundation (Indonesia)": words of the name of a thing at its end, without which it is the name of
/// the house.
fn ends_with_words_of_it(
    text: &str,
    outer: &Range<usize>,
    enclosed: &Enclosed,
    kind: NameKind,
) -> bool {
    let inside = text.get(enclosed.inside.clone()).unwrap_or_default();
    let before = text.get(outer.clone()).unwrap_or_default();
    kind != NameKind::Person
        && outer.end == enclosed.whole.start
        && enclosed.marker == FieldMarker::Parenthesis
        && remarks::remark(inside, before, kind, false) == Some(Remark::OfTheName)
}

/// "Zoghlami (Nabil)": one word with the given name in parentheses, as some registers write it; or the other
/// name of somebody who is called by one.
fn is_name_with_given(
    text: &str,
    outer: &Range<usize>,
    enclosed: &Enclosed,
    kind: NameKind,
) -> bool {
    let words = |range: Range<usize>| {
        let words = text.get(trimmed(text, range)).unwrap_or_default();
        let is_plain = words.chars().all(|sign| sign.is_alphabetic() || matches!(sign, ' ' | '-'));
        if is_plain { words.split(' ').count() } else { 0 }
    };
    let script = |at: usize| text.get(at..)?.chars().next().map(script_of);
    matches!(kind, NameKind::Person | NameKind::Unknown)
        && enclosed.marker == FieldMarker::Parenthesis
        && words(outer.clone()) == 1
        && (1..=3).contains(&words(enclosed.inside.clone()))
        && script(trimmed(text, outer.clone()).start)
            == script(trimmed(text, enclosed.inside.clone()).start)
}

/// Ranges between the separators, with what introduced each.
fn segments(text: &str) -> Vec<(Range<usize>, FieldMarker)> {
    let mut segments = Vec::new();
    let (mut start, mut marker, mut position) = (0, FieldMarker::First, 0);
    // marks of direction and quotes are nothing that a word could introduce another name after
    let mut at_start = true;
    while let Some(rest) = text.get(position..).filter(|rest| !rest.is_empty()) {
        match separator(text, position, at_start) {
            Some((length, next)) => {
                segments.push((start..position, marker));
                position += length;
                (start, marker, at_start) = (position, next, true);
            }
            None => {
                let letter = rest.chars().next().unwrap_or_default();
                at_start &= !letter.is_alphanumeric();
                position += letter.len_utf8();
            }
        }
    }
    segments.push((start..text.len(), marker));
    segments
}

/// The separator at a place: its length and what it introduces.
fn separator(text: &str, position: usize, at_start: bool) -> Option<(usize, FieldMarker)> {
    let (before, rest) = text.split_at_checked(position)?;
    let of_words = before
        .chars()
        .next_back()
        .is_none_or(|letter| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’' | '-'));
    if let Some(length) = enumerator(rest).filter(|_| of_words) {
        return Some((length, FieldMarker::Enumerated));
    }
    table::lines_at(rest).iter().find_map(|line| {
        let Sense::Name(marker) = line.sense else { return None };
        let length = match line.place {
            Place::Sign => rest.starts_with(line.words).then_some(line.words.len()),
            Place::Between => is_between_words(before, rest, line).then_some(line.words.len()),
            _ if !of_words => None,
            Place::Label => label(rest, line),
            _ if !line.begins(rest) => None,
            Place::Inside if at_start && !is_small_before_capital(rest, line) => None,
            // Kouassi Aka: nothing follows that it could introduce
            Place::Inside if !rest.get(line.words.len()..).is_some_and(has_letters) => None,
            _ => Some(line.words.len()),
        };
        length.map(|length| (length, marker))
    })
}

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether a sign stands between two letters each: Karokhel\Kochai, and not M\V.
fn is_between_words(before: &str, rest: &str, line: &Line) -> bool {
    let Some(after) = rest.strip_prefix(line.words) else { return false };
    let word = |letters: &mut dyn Iterator<Item = char>| {
        letters
            .skip_while(|sign| sign.is_whitespace())
            .take(2)
            .filter(|l| l.is_alphabetic())
            .count()
    };
    word(&mut before.chars().rev()) == 2 && word(&mut after.chars()) == 2
}

/// The length of a label with its colon.
fn label(rest: &str, line: &Line) -> Option<usize> {
    let after = line.begins(rest).then(|| rest.get(line.words.len()..))??;
    let colon = after.trim_start().starts_with(':');
    colon.then(|| rest.len() - after.trim_start().len() + 1)
}

/// "aka Nabil" at the beginning introduces him; "Aka Maysur" is a name.
fn is_small_before_capital(rest: &str, line: &Line) -> bool {
    let (word, after) = rest.split_at_checked(line.words.len()).unwrap_or_default();
    let next = after.chars().find(|letter| letter.is_alphabetic());
    word.chars().all(|letter| !letter.is_uppercase()) && next.is_some_and(char::is_uppercase)
}

/// "a)", "(a)", "12)", "(12)", "ii)": a small letter up to p, a number, a small Roman one.
fn enumerator(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('(').unwrap_or(rest);
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let roman = || {
        let roman = ["ii", "iii", "iv", "vi", "vii", "viii", "ix"]
            .iter()
            .find(|roman| inside.strip_prefix(**roman).is_some_and(|rest| rest.starts_with(')')));
        roman.map_or(0, |roman| roman.len())
    };
    let length = match digits {
        0 if roman() > 0 => roman(),
        0 => usize::from(inside.starts_with(|letter| matches!(letter, 'a'..='p' | 'v' | 'x'))),
        1 | 2 => digits,
        _ => 0,
    };
    let closed = length > 0 && inside.get(length..)?.starts_with(')');
    closed.then_some(rest.len() - inside.len() + length + 1)
}

/// Without blanks, and without signs that only separate.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let separating = |sign: char| {
        sign.is_whitespace() || matches!(sign, ',' | ';' | ':' | ')' | ']' | '"' | '،')
    };
    let whole = text.get(range.clone()).unwrap_or_default();
    let end = range.start + whole.trim_end_matches(separating).len();
    let start = range.end.max(range.start) - whole.trim_start_matches(separating).len();
    if whole.is_empty() || start >= end { range.start..range.start } else { start..end }
}

fn push(text: &str, range: Range<usize>, marker: FieldMarker, pieces: &mut FieldPieces) {
    let span = trimmed(text, range);
    if !span.is_empty() {
        pieces.push(FieldPiece { span, marker });
    }
}

/// A field of signs alone is one piece: what it is worth is for the analysis to say.
fn push_whole(text: &str, pieces: &mut FieldPieces) {
    let end = text.trim_end().len();
    let start = text.len() - text.trim_start().len();
    if start < end {
        pieces.push(FieldPiece { span: start..end, marker: FieldMarker::First });
    }
}

#[cfg(test)]
mod tests;
