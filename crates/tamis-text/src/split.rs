//! Several names in one field: where each begins and ends, and what introduced it.
//!
//! Works on the writing of lists and forms alone; a piece is a range of the field, never a copy. A
//! comma and a line break do not split: lists write "FAMILY, given" and break lines inside names.

mod signs;

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

/// What introduced a piece of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldMarker {
    /// The first piece, or the whole field.
    First,
    /// After ";" or " / ".
    Listed,
    /// After "a)", "(b)", "1)", "(2)".
    Enumerated,
    /// After "alias", "a.k.a.", "also known as", "dit".
    Alias,
    /// After "previously listed as", "formerly known as", "f.k.a.".
    Former,
    /// In parentheses or brackets.
    Parenthesis,
    /// In double quotes.
    Quoted,
    /// In parentheses and no name: "(original script)", "(call sign)".
    Remark,
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

/// Words that introduce another name; the longer ones first.
const INTRODUCTIONS: [(&str, FieldMarker); 29] = [
    ("connu sous le nom de", FieldMarker::Alias),
    ("previously listed as", FieldMarker::Former),
    ("previously known as", FieldMarker::Former),
    ("formerly listed as", FieldMarker::Former),
    ("formerly known as", FieldMarker::Former),
    ("aussi connu comme", FieldMarker::Alias),
    ("better known as", FieldMarker::Alias),
    ("also known as", FieldMarker::Alias),
    ("also spelled", FieldMarker::Alias),
    ("also called", FieldMarker::Alias),
    ("conocido como", FieldMarker::Alias),
    ("known as", FieldMarker::Alias),
    ("anciennement", FieldMarker::Former),
    ("nicknamed", FieldMarker::Alias),
    ("formerly", FieldMarker::Former),
    ("genannt", FieldMarker::Alias),
    ("المعروف", FieldMarker::Alias),
    ("الملقب", FieldMarker::Alias),
    ("المكنى", FieldMarker::Alias),
    ("он же", FieldMarker::Alias),
    ("f.k.a.", FieldMarker::Former),
    ("a.k.a.", FieldMarker::Alias),
    ("a/k/a", FieldMarker::Alias),
    ("alias", FieldMarker::Alias),
    ("f.k.a", FieldMarker::Former),
    ("a.k.a", FieldMarker::Alias),
    ("fka", FieldMarker::Former),
    ("aka", FieldMarker::Alias),
    ("dit", FieldMarker::Alias),
];

/// What stands in parentheses beside a name and is none.
const REMARKS: [&str; 6] =
    ["original script", "call sign", "initials", "maiden name", "latin script", "deceased"];

/// Words that make what stands in parentheses a part of the name: "Zarvan Bank (Bangladesh branch)" is
/// neither Zarvan Bank nor the branch of any other.
const BRANCHES: [&str; 14] = [
    "branch",
    "branches",
    "division",
    "subsidiary",
    "succursale",
    "filiale",
    "sucursal",
    "filial",
    "zweigstelle",
    "niederlassung",
    "şubesi",
    "subesi",
    "филиал",
    "فرع",
];

/// Splits a field that may hold several names.
///
/// A field with nothing to split gives one piece; a field without text gives none. Quotes and
/// parentheses in the middle of a name stay in it and are a piece besides.
///
/// ```
/// use tamis_text::{FieldMarker, split_field};
/// let field = "a) Abu Ali; b) Hasan Ali (Abu Umar) alias \"Gurg\"";
/// let pieces = split_field(field);
/// let names: Vec<&str> = pieces.iter().map(|piece| &field[piece.span.clone()]).collect();
/// assert_eq!(names, ["Abu Ali", "Hasan Ali", "Abu Umar", "Gurg"]);
/// assert_eq!(pieces[1].marker, FieldMarker::Enumerated);
/// ```
pub fn split_field(text: &str) -> FieldPieces {
    let whole = !signs::may_split(text);
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
        if pieces.is_empty() {
            push_whole(text, &mut pieces);
        }
        return pieces;
    }
    for (segment, marker) in segments(text) {
        let enclosed = enclosed(text, &segment);
        let mut outer = segment.clone();
        // What stands enclosed at the end is taken off; what stands inside stays.
        for (whole, _, _) in enclosed.iter().rev() {
            if trimmed(text, whole.end..outer.end).is_empty() {
                outer.end = whole.start.max(outer.start);
            }
        }
        push(text, outer, marker, &mut pieces);
        for (_, inside, marker) in enclosed {
            push(text, inside, marker, &mut pieces);
        }
    }
    pieces.sort_by_key(|piece| (piece.span.start, std::cmp::Reverse(piece.span.end)));
    pieces.dedup_by_key(|piece| piece.span.start);
    if pieces.is_empty() {
        push_whole(text, &mut pieces);
    }
    pieces
}

/// Ranges between the separators, with what introduced each.
fn segments(text: &str) -> Vec<(Range<usize>, FieldMarker)> {
    let mut segments = Vec::new();
    let (mut start, mut marker, mut position) = (0, FieldMarker::First, 0);
    while let Some(rest) = text.get(position..).filter(|rest| !rest.is_empty()) {
        match separator(text, position, start) {
            Some((length, next)) => {
                segments.push((start..position, marker));
                position += length;
                (start, marker) = (position, next);
            }
            None => position += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    segments.push((start..text.len(), marker));
    segments
}

/// The separator at a place: its length and what it introduces.
fn separator(text: &str, position: usize, start: usize) -> Option<(usize, FieldMarker)> {
    let rest = text.get(position..)?;
    if rest.starts_with([';', '؛']) {
        return Some((rest.chars().next()?.len_utf8(), FieldMarker::Listed));
    }
    if rest.starts_with(" / ") {
        return Some((3, FieldMarker::Listed));
    }
    let before = text.get(..position)?.chars().next_back();
    if before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-'))
    {
        return None;
    }
    if let Some(length) = enumerator(rest) {
        return Some((length, FieldMarker::Enumerated));
    }
    // marks of direction and quotes are nothing that a word could introduce another name after
    let at_start = !text.get(start..position)?.contains(char::is_alphanumeric);
    INTRODUCTIONS.iter().find_map(|(words, marker)| {
        let found = rest.get(..words.len()).is_some_and(|found| found.eq_ignore_ascii_case(words));
        let after = rest.get(words.len()..).and_then(|after| after.chars().next());
        let bounded =
            after.is_none_or(|letter| letter.is_whitespace() || matches!(letter, ':' | '"' | '“'));
        // Aka and Dit are also names.
        let name = at_start && matches!(*words, "aka" | "fka" | "dit" | "formerly");
        (found && bounded && !name).then_some((words.len(), *marker))
    })
}

/// "a)", "(a)", "12)", "(12)": a small letter up to p or a number.
fn enumerator(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('(').unwrap_or(rest);
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let length = match digits {
        0 => usize::from(inside.starts_with(|letter| matches!(letter, 'a'..='p'))),
        1 | 2 => digits,
        _ => 0,
    };
    let closed = length > 0 && inside.get(length..)?.starts_with(')');
    closed.then_some(rest.len() - inside.len() + length + 1)
}

/// Parentheses and quotes of a segment: with their signs, without them, and what they are. What is
/// not closed ends with the segment.
fn enclosed(text: &str, segment: &Range<usize>) -> Vec<(Range<usize>, Range<usize>, FieldMarker)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize, char)> = None;
    let body = text.get(segment.clone()).unwrap_or_default();
    for (offset, sign) in body.char_indices() {
        let (position, after) = (segment.start + offset, segment.start + offset + sign.len_utf8());
        match open {
            Some((whole, inside, close)) if sign == close => {
                found.push((whole..after, inside..position, close));
                open = None;
            }
            // An opening sign inside another closes it: "(A (original script)".
            Some((whole, inside, ')' | ']')) if matches!(sign, '(' | '[') => {
                found.push((whole..position, inside..position, ')'));
                open = closing(sign).map(|close| (position, after, close));
            }
            Some(_) => {}
            None => open = closing(sign).map(|close| (position, after, close)),
        }
    }
    if let Some((whole, inside, close)) = open.filter(|(_, _, close)| *close != '"') {
        found.push((whole..segment.end, inside..segment.end, close));
    }
    let named = |(whole, inside, close): (Range<usize>, Range<usize>, char)| {
        let words = text.get(trimmed(text, inside.clone())).unwrap_or_default();
        let marker = if REMARKS.iter().any(|remark| words.eq_ignore_ascii_case(remark)) {
            FieldMarker::Remark
        } else if matches!(close, ')' | ']') {
            FieldMarker::Parenthesis
        } else {
            FieldMarker::Quoted
        };
        (whole, inside, marker)
    };
    let is_branch = |inside: &Range<usize>| {
        let words = text.get(inside.clone()).unwrap_or_default().to_lowercase();
        words.split_whitespace().any(|word| BRANCHES.contains(&word))
    };
    found.into_iter().filter(|(_, inside, _)| !is_branch(inside)).map(named).collect()
}

fn closing(sign: char) -> Option<char> {
    Some(match sign {
        '(' => ')',
        '[' => ']',
        '"' => '"',
        '“' | '„' => '”',
        '«' => '»',
        _ => return None,
    })
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
