//! Names whose parts stand in a field with their labels: "nom: Zoghlami prénom: Nabil".

use super::{FieldMarker, FieldPiece};

/// A name of a field: a stretch of it, or put together from labelled parts in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldName<'t> {
    /// As it stands in the field.
    Stretch(&'t str),
    /// Given, middle and family name, by their labels.
    OfLabels(String),
    /// Without the remark that stands in parentheses inside it.
    Without(String),
    /// As it stood in the field before a program damaged it (entities of HTML, UTF-8 read byte by byte).
    Repaired(String),
}

impl FieldName<'_> {
    /// The text of the name.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Stretch(text) => text,
            Self::OfLabels(text) | Self::Without(text) | Self::Repaired(text) => text,
        }
    }
}

/// Where a label stands among the parts of a name.
fn place(marker: FieldMarker) -> Option<usize> {
    match marker {
        FieldMarker::Given => Some(0),
        FieldMarker::Middle => Some(1),
        FieldMarker::Family => Some(2),
        _ => None,
    }
}

/// The names of a field's pieces. Labelled parts that follow each other are one name, until a label comes
/// again; a part without another is a name as it stands.
pub(super) fn names<'t>(text: &'t str, pieces: &[FieldPiece]) -> Vec<FieldName<'t>> {
    let mut names = Vec::new();
    let mut parts: [Option<&str>; 3] = [None; 3];
    let is_name =
        |piece: &&FieldPiece| !matches!(piece.marker, FieldMarker::Remark | FieldMarker::OfTheName);
    let some_name = pieces.iter().any(|piece| is_name(&piece));
    for piece in pieces.iter().filter(|piece| !some_name || is_name(piece)) {
        let Some(words) = text.get(piece.span.clone()) else { continue };
        let slot = place(piece.marker);
        let is_taken = slot.is_none_or(|place| parts.get(place).is_some_and(Option::is_some));
        if is_taken {
            names.extend(joined(&mut parts));
        }
        match slot.and_then(|place| parts.get_mut(place)) {
            Some(part) => *part = Some(words),
            None => {
                names.push(FieldName::Stretch(words));
                names.extend(without_remark(text, piece, pieces));
            }
        }
    }
    names.extend(joined(&mut parts));
    names
}

/// "Zarvan (in liquidation) Ltd": a name with a remark inside, without it.
fn without_remark<'t>(
    text: &'t str,
    name: &FieldPiece,
    pieces: &[FieldPiece],
) -> Option<FieldName<'t>> {
    let remark = pieces.iter().find(|piece| {
        let is_inside = name.span.start < piece.span.start && piece.span.end < name.span.end;
        piece.marker == FieldMarker::Remark && is_inside
    })?;
    let before = text.get(name.span.start..remark.span.start)?.trim_end();
    let after = text.get(remark.span.end..name.span.end)?.trim_start();
    let (before, after) = (before.strip_suffix('(')?, after.strip_prefix(')')?);
    Some(FieldName::Without([before.trim(), after.trim()].join(" ")))
}

/// The parts as one name, and none any more.
fn joined<'t>(parts: &mut [Option<&'t str>; 3]) -> Option<FieldName<'t>> {
    let words: Vec<&str> = parts.iter().flatten().copied().collect();
    *parts = [None; 3];
    match *words.as_slice() {
        [] => None,
        [only] => Some(FieldName::Stretch(only)),
        _ => Some(FieldName::OfLabels(words.join(" "))),
    }
}
