//! What the comments of the UN list hold for machines: old references and parents' names. The text
//! itself is kept whole. Permanent references of other entries in it ("associate of QDe.115") are no
//! references of this one.

use tamis_model::{Entry, Note, ParentRole, ParentStatement};

use crate::xml::{Node, collapse};

/// Words that introduce a parent's name. Source: the UN files of 2014 to 2026.
const PARENTS: [(&str, ParentRole); 4] = [
    ("father's name", ParentRole::Father),
    ("mother's name", ParentRole::Mother),
    ("name of father", ParentRole::Father),
    ("name of mother", ParentRole::Mother),
];

/// Reads `COMMENTS1`.
pub(super) fn read(node: Node<'_, '_>, entry: &mut Entry) {
    entry.push_note("COMMENTS1", node.text());
    let Some(text) = node.words() else { return };
    entry.other_keys.extend(old_references(&text));
    entry.parents.extend(parents(&text));
}

/// `[Old Reference # I.47.D.7]`
fn old_references(text: &str) -> Vec<Note> {
    let lower = text.to_ascii_lowercase();
    let found = lower.match_indices("old reference #").filter_map(|(at, words)| {
        let rest = text.get(at + words.len()..)?;
        let end = rest.find([']', ';', ',']).unwrap_or(rest.len());
        let reference = rest.get(..end)?.trim();
        (!reference.is_empty())
            .then(|| Note { field: "old reference".into(), text: reference.into() })
    });
    found.collect()
}

/// "Father's name is Mohammad Hijazi. Mother's name: Sakina"
fn parents(text: &str) -> Vec<ParentStatement> {
    let plain = text.replace('’', "'");
    let lower = plain.to_ascii_lowercase();
    let mut found = Vec::new();
    for (words, role) in PARENTS {
        for (at, _) in lower.match_indices(words) {
            let Some(rest) = plain.get(at + words.len()..) else { continue };
            let rest = rest.trim_start();
            // "(adoptive father) is", "is", ":", or nothing at all
            let rest = match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
                Some((_, rest)) => rest.trim_start(),
                None => rest,
            };
            let rest = rest.strip_prefix(':').or_else(|| rest.strip_prefix("is ")).unwrap_or(rest);
            let name = collapse(name_at_start(rest));
            if name.starts_with(|c: char| c.is_uppercase()) {
                found.push((at, ParentStatement { role, name }));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, parent)| parent).collect()
}

/// The text up to the end of the sentence, the next mark, or the next word that no name has. A full
/// stop behind one letter or a short form ("M. Anwar") ends nothing.
fn name_at_start(text: &str) -> &str {
    let mut end = text.len();
    let mut word_start = 0;
    for (at, c) in text.char_indices() {
        match c {
            ',' | ';' | '(' | '[' | ')' | ']' => {
                end = at;
                break;
            }
            '.' if at - word_start > 2 => {
                end = at;
                break;
            }
            ' ' => {
                let rest = text.get(at + 1..).unwrap_or_default();
                let stop =
                    ["and ", "his ", "her ", "who ", "born ", "a.k.a", "aka ", "mother", "father"];
                if stop.iter().any(|word| rest.starts_with(word)) {
                    end = at;
                    break;
                }
                word_start = at + 1;
            }
            _ => {}
        }
    }
    text.get(..end).unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_are_told_by_sentences() {
        for (text, expected) in [
            (
                "Father’s name is Mohammad Hijazi. Mother’s name is Sakina.",
                "Father Mohammad Hijazi; Mother Sakina",
            ),
            (
                "Father’s name is Samba Naualna; Mother’s name is In-Uasne Nanfafe",
                "Father Samba Naualna; Mother In-Uasne Nanfafe",
            ),
            (
                "Name of mother Huriyah Al-A’ib; and 2) Military ID is 36479",
                "Mother Huriyah Al-A'ib",
            ),
            ("Mother’s name: Farida Hussein Khadir. Ethnicity: X", "Mother Farida Hussein Khadir"),
            ("Father’s name is M. Anwar Khan and he", "Father M. Anwar Khan"),
            ("the father's name is unknown", ""),
        ] {
            let told: Vec<String> =
                parents(text).iter().map(|p| format!("{:?} {}", p.role, p.name)).collect();
            assert_eq!(told.join("; "), expected, "{text}");
        }
    }

    #[test]
    fn old_references_are_keys_and_mentions_are_not() {
        let keys = old_references(
            "X. [Old Reference # I.AC.50.18.04.12.(1)] Associate of QDe.115 [Old Reference #I.1]",
        );
        let keys: Vec<&str> = keys.iter().map(|key| key.text.as_str()).collect();
        assert_eq!(keys, ["I.AC.50.18.04.12.(1)", "I.1"]);
    }
}
