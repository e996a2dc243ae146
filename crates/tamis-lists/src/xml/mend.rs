//! Marks that damage has made: in a file whose characters were cut down to their low byte, `м` (U+043C)
//! has become `<` and `ئ` (U+0626) `&`. They are told from markup by the reader's table.

use std::borrow::Cow;

use super::table::Table;
use crate::source::{Repair, RepairKind, Source};

/// The same source with each loose `<` and `&` written as the reference that reads as itself. A source
/// without repairs comes back as it is: in a sound file a loose mark is an error.
#[must_use]
pub fn mend<'a>(source: Source<'a>, table: &Table) -> Source<'a> {
    if source.repairs.is_empty() {
        return source;
    }
    let text: &str = &source.text;
    let mut mended = String::with_capacity(text.len() + 64);
    let mut repairs = Vec::with_capacity(source.repairs.len());
    let mut old = source.repairs.iter().peekable();
    let mut done = 0;
    let shifted = |repair: &Repair, from: usize, to: usize| {
        let mut repair = repair.clone();
        repair.at = repair.at - from + to;
        repair
    };
    for at in memchr::memchr2_iter(b'<', b'&', text.as_bytes()) {
        let Some(rest) = text.get(at..) else { continue };
        let (found, replacement) = match rest.strip_prefix('<') {
            Some(rest) if !starts_markup(rest, table) => (b"<", "&lt;"),
            None if !starts_reference(rest) => (b"&", "&amp;"),
            _ => continue,
        };
        while let Some(repair) = old.next_if(|repair| repair.at < at) {
            repairs.push(shifted(repair, done, mended.len()));
        }
        mended.push_str(text.get(done..at).unwrap_or_default());
        repairs.push(Repair {
            kind: RepairKind::LooseMark,
            at: mended.len(),
            len: replacement.len(),
            found: found.to_vec(),
        });
        mended.push_str(replacement);
        done = at + 1;
    }
    repairs.extend(old.map(|repair| shifted(repair, done, mended.len())));
    mended.push_str(text.get(done..).unwrap_or_default());
    Source { text: Cow::Owned(mended), repairs, ..source }
}

/// Whether what follows a `<` is a tag of the table, a comment, CDATA, a declaration or an instruction.
fn starts_markup(rest: &str, table: &Table) -> bool {
    if ["!--", "![CDATA[", "!DOCTYPE", "?"].iter().any(|start| rest.starts_with(start)) {
        return true;
    }
    let name = rest.strip_prefix('/').unwrap_or(rest);
    // No name of a table is longer than sixty bytes.
    let head = name.as_bytes().get(..name.len().min(60)).unwrap_or_default();
    let end = head
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
        .unwrap_or(head.len());
    name.get(..end).is_some_and(|name| table.names_element(name))
}

/// Whether a text starts with a reference that XML defines.
fn starts_reference(text: &str) -> bool {
    // Twelve bytes hold every reference: a longer search for the `;` would make many `&` slow.
    let head = text.as_bytes().get(1..text.len().min(12)).unwrap_or_default();
    let Some(name) = memchr::memchr(b';', head).and_then(|end| text.get(1..=end)) else {
        return false;
    };
    let number = name.strip_prefix("#x").or_else(|| name.strip_prefix('#'));
    matches!(name, "amp" | "lt" | "gt" | "quot" | "apos")
        || number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::super::{Role, Row};
    use super::*;
    use crate::reading::SourceFile;
    use crate::source::decode;

    static ROWS: [Row; 2] =
        [Row { path: "l", role: Role::Group }, Row { path: "l/NAME", role: Role::Record }];

    fn check(bytes: &[u8], expected: &str) {
        let table = Table::new(&ROWS);
        let mended = mend(decode(&SourceFile { name: "f", bytes }).unwrap(), &table);
        assert_eq!(mended.text, expected);
        for repair in &mended.repairs {
            let now = mended.text.get(repair.at..repair.at + repair.len).unwrap();
            let fine = match repair.kind {
                RepairKind::LooseMark => matches!(now, "&lt;" | "&amp;"),
                _ => !now.is_ascii(),
            };
            assert!(fine, "{now}");
        }
    }

    #[test]
    fn loose_marks_of_a_damaged_file_read_as_themselves() {
        check(
            b"<l>\xe9<NAME>#<0@>2 \x1e&J\xe9 &amp; &#65;</NAME>(<CEB0@)</l>",
            "<l>é<NAME>#&lt;0@>2 \u{fffd}&amp;Jé &amp; &#65;</NAME>(&lt;CEB0@)</l>",
        );
    }

    #[test]
    fn a_sound_file_stays_as_it_is() {
        check(b"<l>a < b & c</l>", "<l>a < b & c</l>");
    }
}
