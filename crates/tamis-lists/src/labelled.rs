//! Numbers in the running text of a list: passports, identity numbers, registers, ships. Only a number that
//! stands directly behind its label is taken; the text itself stays as a note. Labels are the list's.

use tamis_model::{Identifier, IdentifierKind};

use crate::country::country;
use crate::when::day_after;

/// A label in small letters, and what kind of number stands behind it.
pub(crate) type Label = (&'static str, IdentifierKind);

/// Words between a label and its number.
const BETWEEN: [&str; 10] =
    ["no", "nos", "number", "numbers", "num", "n", "nº", "n°", "ogrn", "nomor"];

/// The fewest digits of a number that is taken. The shortest real passport number has five.
const FEWEST_DIGITS: usize = 5;

/// The numbers of a text.
pub(crate) fn read(text: &str, labels: &[Label]) -> Vec<Identifier> {
    let lower = text.to_lowercase();
    // Lengths agree for the letters of this list; where they do not, places cannot be told.
    if lower.len() != text.len() {
        return Vec::new();
    }
    let mut starts: Vec<(usize, usize, IdentifierKind)> = labels
        .iter()
        .flat_map(|(label, kind)| {
            lower.match_indices(label).map(move |(at, _)| (at, at + label.len(), *kind))
        })
        .filter(|(at, _, _)| {
            let before = lower.get(..*at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric())
        })
        .collect();
    starts.sort_unstable_by_key(|(at, _, _)| *at);
    let mut found: Vec<Identifier> = Vec::new();
    for (index, (at, end, kind)) in starts.iter().enumerate() {
        let next = starts.get(index + 1).map_or(text.len(), |(next, _, _)| *next);
        let segment = text.get(*end..next).unwrap_or_default();
        let before = text.get(..*at).unwrap_or_default();
        for identifier in numbers(segment, before, *kind, lower.get(*at..*end).unwrap_or_default())
        {
            if !found.contains(&identifier) {
                found.push(identifier);
            }
        }
    }
    found
}

fn numbers(segment: &str, before: &str, kind: IdentifierKind, label: &str) -> Vec<Identifier> {
    let mut found = Vec::new();
    let mut issuer = before
        .split_whitespace()
        .next_back()
        .map(|word| country(word.trim_matches(|c: char| !c.is_alphanumeric())))
        .filter(|country| country.code.is_some());
    let words: Vec<&str> = segment.split_whitespace().collect();
    let mut index = 0;
    while let Some(word) = words.get(index) {
        index += 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '°');
        let small = bare.to_lowercase();
        let is_mark = bare.len() == 1 && word.ends_with(')');
        if bare.is_empty() || is_mark || BETWEEN.contains(&small.as_str()) {
            continue;
        }
        let digits = bare.bytes().filter(u8::is_ascii_digit).count();
        let next = words.get(index).copied().unwrap_or_default();
        if digits == 0 && found.is_empty() {
            let pair = format!("{bare} {}", next.trim_matches(|c: char| !c.is_alphanumeric()));
            let named = [(country(bare), 0), (country(&pair), 1)];
            if let Some((named, more)) = named.into_iter().find(|(it, _)| it.code.is_some()) {
                issuer = Some(named);
                index += more;
                continue;
            }
        }
        let mut number = bare.to_owned();
        // "F 508591": a letter or two before the digits
        if bare.len() <= 3 && bare.bytes().all(|byte| byte.is_ascii_uppercase()) && is_digits(next)
        {
            number = format!("{bare} {}", next.trim_end_matches(|c: char| !c.is_alphanumeric()));
            index += 1;
        }
        // a register's number may be grouped: 1 159 102 022 738
        if digits == bare.len() && kind == IdentifierKind::CompanyNumber {
            while let Some(next) = words.get(index).filter(|next| is_digits(next)) {
                number.push_str(next.trim_end_matches(|c: char| !c.is_alphanumeric()));
                index += 1;
            }
        }
        let enough = number.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS;
        if !enough || number.contains(['/', ':']) {
            break;
        }
        let mut identifier = Identifier::new(kind, label, number);
        identifier.issuer.clone_from(&issuer);
        found.push(identifier);
        // "a) 86449, b) 842781": another number only behind a mark
        if !words.get(index).is_some_and(|next| next.len() == 2 && next.ends_with(')')) {
            break;
        }
    }
    if let [identifier] = found.as_mut_slice() {
        identifier.issued = day_after(segment, "issued on");
        identifier.expires = day_after(segment, "expir");
    }
    found
}

fn is_digits(word: &str) -> bool {
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [Label; 7] = [
        ("passport", IdentifierKind::Passport),
        ("paspor", IdentifierKind::Passport),
        ("nik", IdentifierKind::NationalId),
        ("imo number", IdentifierKind::Imo),
        ("company number", IdentifierKind::CompanyNumber),
        ("registration id", IdentifierKind::CompanyNumber),
        ("tax id", IdentifierKind::TaxNumber),
    ];

    #[test]
    fn numbers_stand_behind_their_labels() {
        for (text, expected) in [
            (
                "Passport no.:  Afghan SE-011697, issued on 25 Jan. 1988, issued in Utown.",
                "Passport SE-011697 AF 1988-01-25",
            ),
            (
                "Passport no.: Pakistani passport number NC5140251 issued on 23 Oct. 2009.",
                "Passport NC5140251 PK 2009-10-23",
            ),
            ("Passport No.: a) 86449, b) 842781. Clerk.", "Passport 86449; Passport 842781"),
            (
                "a) Libyan passport  number 223611 b) British passport number C00146605.",
                "Passport 223611 LY; Passport C00146605 GB",
            ),
            (
                "Registration ID (OGRN no.): 1 159 102 022 738\nCompany number: 9102157783",
                "CompanyNumber 1159102022738; CompanyNumber 9102157783",
            ),
            ("Tax ID No.: 9102048801 (Russia)", "TaxNumber 9102048801"),
            ("IMO number: 8862909. Sails.", "Imo 8862909"),
            ("issued by UK Passport Office with expiry date of 16 Jun. 2019", ""),
            ("Passport no.: na", ""),
            ("nomor paspor Arab Saudi F 508591. Anggota", "Passport F 508591 SA"),
            ("NIK 3201132601770003; munik 12345", "NationalId 3201132601770003"),
        ] {
            let told: Vec<String> = read(text, &LABELS)
                .into_iter()
                .map(|it| {
                    let issuer = it.issuer.and_then(|country| country.code);
                    let issued = it.issued.map(|day| day.to_string());
                    let pieces = [Some(format!("{:?} {}", it.kind, it.number)), issuer, issued];
                    pieces.into_iter().flatten().collect::<Vec<_>>().join(" ")
                })
                .collect();
            assert_eq!(told.join("; "), expected, "{text}");
        }
    }
}
