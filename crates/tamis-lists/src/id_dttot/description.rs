//! The column Deskripsi: Indonesian prose with birth dates, parents, numbers and references of the UN that a
//! machine has read. The text itself stays as a note.

use tamis_model::{DateStatement, IdentifierKind, ParentRole, ParentStatement};

use crate::au::enumerated::{births, values};
use crate::labelled::Label;

/// Labels of numbers. Source: the workbook of 2022-07.
pub(super) const NUMBERS: [Label; 6] = [
    ("paspor", IdentifierKind::Passport),
    ("pasport", IdentifierKind::Passport),
    ("nik", IdentifierKind::NationalId),
    ("nomor identifikasi nasional", IdentifierKind::NationalId),
    ("nomor identitas nasional", IdentifierKind::NationalId),
    ("identitas kewarganegaraan", IdentifierKind::NationalId),
];

/// Labels before birth dates, the longer before those that they hold.
const BORN: [&str; 7] = [
    "tambahan tanggal lahir pada",
    "tambahan tanggal lahir",
    "tanggal lahir lainnya",
    "dob lainnya",
    "lahir pada tahun",
    "tahun lahir",
    "dob",
];

/// Indonesian words in dates → words that are read.
const WORDS: [(&str, &str); 5] = [
    ("sekitar", "circa"),
    ("antara tahun", "between"),
    ("antara", "between"),
    (" dan ", " and "),
    (" atau ", "; "),
];

/// A date in words that are read.
fn plain(text: &str) -> String {
    let mut text = text.to_lowercase();
    for (word, read) in WORDS {
        text = text.replace(word, read);
    }
    text
}

/// The birth dates behind their labels.
pub(super) fn born(text: &str) -> Vec<DateStatement> {
    let lower = text.to_lowercase();
    let mut found: Vec<DateStatement> = Vec::new();
    if lower.len() != text.len() {
        return found;
    }
    let mut from = 0;
    while let Some((at, label)) = BORN
        .iter()
        .filter_map(|label| Some((lower.get(from..)?.find(label)? + from, *label)))
        .min_by_key(|(at, label)| (*at, usize::MAX - label.len()))
    {
        from = at + label.len();
        let rest = lower.get(from..).unwrap_or_default();
        let end = ["pob", "tempat", "alamat", "designation", "keterangan", "nomor", ". ", "\n\n"]
            .iter()
            .filter_map(|mark| rest.find(mark))
            .min()
            .unwrap_or(rest.len());
        let dates = text.get(from..from + end).unwrap_or_default();
        let dates = dates.trim_start_matches([':', ' ', '\n']).trim_end_matches('.');
        for value in values(dates) {
            for mut date in births(&plain(&value)).into_iter().filter(|it| !it.readings.is_empty())
            {
                if found.iter().all(|known| known.readings != date.readings) {
                    date.as_written.clone_from(&value);
                    found.push(date);
                }
            }
        }
    }
    found
}

/// Words before a parent's name.
const PARENTS: [(&str, ParentRole); 2] =
    [("nama ayah", ParentRole::Father), ("nama ibu", ParentRole::Mother)];

/// "Nama ayah adalah Mahmoud ben Sasi. Nama ibu adalah …"
pub(super) fn parents(text: &str) -> Vec<ParentStatement> {
    let lower = text.to_lowercase();
    let mut found = Vec::new();
    if lower.len() != text.len() {
        return Vec::new();
    }
    for (words, role) in PARENTS {
        for (at, _) in lower.match_indices(words) {
            let rest = text.get(at + words.len()..).unwrap_or_default().trim_start();
            let Some(rest) = ["adalah ", ": ", ":"].iter().find_map(|verb| rest.strip_prefix(verb))
            else {
                continue;
            };
            // names go on as long as words begin with a capital or are particles
            let name: Vec<&str> = rest
                .split_whitespace()
                .scan(false, |ended, word| {
                    let bare = word.trim_end_matches(['.', ',', ';']);
                    let small = ["ben", "bin", "binti", "al", "ould"].contains(&bare);
                    let fits = !*ended && (small || bare.starts_with(char::is_uppercase));
                    *ended = bare.len() < word.len() && bare.len() > 2;
                    fits.then_some(bare)
                })
                .collect();
            if !name.is_empty() {
                found.push((at, ParentStatement { role, name: name.join(" ") }));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, parent)| parent).collect()
}

/// References of the UN's Al-Qaida list that were misread or misprinted, each with what it must be:
/// `Q0e.137`, `QQDe.115`, `QDi322`, `QDE.132`.
pub(super) fn misread(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.')) {
        let word = word.trim_matches('.');
        let digits = word.len() - word.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let head = word.get(..word.len() - digits).unwrap_or_default().trim_end_matches('.');
        let letters = head.to_lowercase().replace('0', "d");
        let kind = match letters.strip_prefix('q').map(|rest| rest.trim_start_matches('q')) {
            Some("di" | "oi") => 'i',
            Some("de" | "oe") => 'e',
            _ => continue,
        };
        let number = word.get(word.len() - digits..).unwrap_or_default();
        let read = format!("QD{kind}.{number}");
        if digits == 3 && read != word {
            found.push((word.to_owned(), read));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_stand_behind_their_labels() {
        for (text, expected) in [
            ("DOB: sekitar 1968\n\nDesignation: Clerk", "1968~"),
            ("DOB: a) sekitar 1966 b) 1960 c) 1953 POB: a) Utown", "1966~ 1960 1953"),
            (
                "Tahun lahir:\na) 1966 \nb) 1961 \nc) antara tahun 1968 and 1970 \nd) 1962\n\nAlamat",
                "1966 1961 [1968..1970] 1962",
            ),
            (
                "Tambahan tanggal lahir: 1960, 1962, 1965. Tambahan tempat lahir: Utown",
                "1960 1962 1965",
            ),
            ("tanggal lahir lainnya 25 Mei 1968, 14 Juli 1969", "1968-05-25 1969-07-14"),
            ("Ybs lahir pada tahun 1958", "1958"),
            ("DOB lainnya: 26 September 1977. \nDipercaya", "1977-09-26"),
            ("tanpa tanggal", ""),
        ] {
            let told: Vec<String> =
                born(text).iter().map(|date| date.readings[0].to_string()).collect();
            assert_eq!(told.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn parents_and_misread_references_are_found() {
        let told: Vec<String> =
            parents("Nama ayah adalah Gur ben Zed. Nama ibu adalah Brella binti Al-Oru Tidak")
                .iter()
                .map(|parent| format!("{:?} {}", parent.role, parent.name))
                .collect();
        assert_eq!(told, ["Father Gur ben Zed", "Mother Brella binti Al-Oru Tidak"]);
        let told: Vec<String> =
            misread("(Q0e.137), (QQDe.115) QDi322. (QDE.132) (QDe.115) QD.115 Q1")
                .into_iter()
                .map(|(word, read)| format!("{word}={read}"))
                .collect();
        assert_eq!(
            told,
            ["Q0e.137=QDe.137", "QQDe.115=QDe.115", "QDi322=QDi.322", "QDE.132=QDe.132"]
        );
    }
}
