//! The column Remarks of `sdn.csv`: statements parted by semicolons. What a statement begins with
//! tells what it is; statements that begin otherwise stay notes.

use std::sync::LazyLock;

use tamis_model::{
    Country, DateStatement, Diagnostic, DiagnosticKind, Entry, Identifier, IdentifierKind,
    NameGrade, PartyKind, Sex,
};

use super::columns::Row;
use super::names::name;
use crate::country::country;
use crate::ofac_xml::id_types::{PREFIXES, TYPES, Use};
use crate::ofac_xml::record::{contact, place};

/// Place of the column in its table.
const COLUMN: usize = 11;

/// The publisher cuts remarks there: 7 entries of 2022-01. The rest is in the XML alone.
const CUT_AT: usize = 1_000;

/// What a statement is.
#[derive(Debug, Clone, Copy)]
enum What {
    Birth,
    Birthplace,
    Country,
    /// A name in quotation marks: the weak ones stand here, not in `alt.csv`.
    Name(NameGrade),
    /// A type of OFAC's numbers, as in the XML.
    Number(Use),
}

/// How statements begin, beside the types of numbers. Source: the file of 2022-01.
const KEYS: [(&str, What); 11] = [
    ("DOB", What::Birth),
    ("POB", What::Birthplace),
    ("nationality", What::Country),
    ("citizen", What::Country),
    ("a.k.a.", What::Name(NameGrade::Weak)),
    ("f.k.a.", What::Name(NameGrade::Weak)),
    ("n.k.a.", What::Name(NameGrade::Weak)),
    // spellings that the XML does not have
    ("Telephone:", What::Number(Use::Contact("telephone"))),
    ("Telephone", What::Number(Use::Contact("telephone"))),
    ("Fax:", What::Number(Use::Contact("fax"))),
    ("Fax", What::Number(Use::Contact("fax"))),
];

/// All beginnings, the longer ones first: `Registration Number` is no `Registration`.
static BEGINNINGS: LazyLock<Vec<(&str, What)>> = LazyLock::new(|| {
    let types = TYPES.iter().chain(&PREFIXES).map(|(words, what)| (*words, What::Number(*what)));
    let mut all: Vec<(&str, What)> = KEYS.into_iter().chain(types).collect();
    all.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    all
});

/// Reads the remarks of a row.
pub(super) fn read(row: &Row<'_>, entry: &mut Entry, diagnostics: &mut Vec<Diagnostic>) {
    let text = row.text(COLUMN);
    let cut = text.chars().count() >= CUT_AT && !text.ends_with('.');
    let text = if cut { text } else { text.strip_suffix('.').unwrap_or(text) };
    let mut statements: Vec<&str> =
        text.split("; ").map(str::trim).filter(|statement| !statement.is_empty()).collect();
    if cut && let Some(last) = statements.pop() {
        let detail = "the publisher cuts remarks at 1,000 characters; the rest is in the XML alone";
        diagnostics.push(row.told_value(DiagnosticKind::Misplaced, COLUMN, last, detail));
        entry.push_note("Remarks (cut off)", last);
    }
    for statement in statements {
        if let Err(detail) = take(statement, entry) {
            if let Some((kind, detail)) = detail {
                diagnostics.push(row.told_value(kind, COLUMN, statement, detail));
            }
            entry.push_note("Remarks", statement);
        }
    }
}

/// Why a statement stays a note; nothing to tell if it is plain text.
type Left = Option<(DiagnosticKind, &'static str)>;

fn take(statement: &str, entry: &mut Entry) -> Result<(), Left> {
    let bare = statement.strip_prefix("alt. ").unwrap_or(statement);
    let beginning = BEGINNINGS.iter().find_map(|(words, what)| {
        let rest = bare.strip_prefix(words)?;
        // whole words: `RTN 5` and not `RTNX`
        (words.ends_with(' ') || rest.starts_with(' ')).then(|| (*words, *what, rest.trim()))
    });
    let Some((words, what, value)) = beginning else { return Err(None) };
    if value.is_empty() {
        return Err(None);
    }
    match what {
        What::Birth => {
            let birth = DateStatement::read(value).map_err(|_| {
                Some((DiagnosticKind::UnreadableDate, "no date that can be read; kept as a note"))
            })?;
            entry.births.push(birth);
        }
        What::Birthplace => entry.birthplaces.push(place(value)),
        What::Country => push_country(entry, country(value)),
        What::Name(grade) => {
            let Some(inside) = value.strip_prefix('\'').and_then(|text| text.strip_suffix('\''))
            else {
                let detail = "no name in quotation marks; kept as a note";
                return Err(Some((DiagnosticKind::UnknownValue, detail)));
            };
            // double marks enclose names that are marked as nicknames: ''FOOPIE''
            let inside = match inside.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) {
                Some(twice) if !twice.contains('\'') => twice,
                _ => inside,
            };
            let mut name = name(inside, entry.kind == PartyKind::Person, grade, "Remarks");
            name.grade_as_written = Some(words.to_owned());
            if !name.text.is_empty() {
                entry.names.push(name);
            }
        }
        What::Number(what) => number(words, what, value, entry)?,
    }
    Ok(())
}

fn push_country(entry: &mut Entry, country: Country) {
    if !entry.nationalities.contains(&country) {
        entry.nationalities.push(country);
    }
}

fn number(words: &str, what: Use, value: &str, entry: &mut Entry) -> Result<(), Left> {
    match what {
        Use::Identifier(kind) => entry.identifiers.push(identifier(kind, words, value)),
        Use::Sex => {
            entry.sex = Some(match value {
                "Male" => Sex::Male,
                "Female" => Sex::Female,
                _ => {
                    return Err(Some((
                        DiagnosticKind::UnknownValue,
                        "a sex that is not known; kept as a note",
                    )));
                }
            });
        }
        Use::Contact(kind) => contact(entry, format!("{kind}: {value}")),
        Use::Nationality => push_country(entry, country(value)),
        Use::ListedOn | Use::Note => return Err(None),
    }
    Ok(())
}

/// `042833 (Utopia) issued 17 May 1999 expires 16 May 2004`: the number, then what is told of it.
fn identifier(kind: IdentifierKind, words: &str, value: &str) -> Identifier {
    // "Digital Currency Address - XBT 1abc": the currency belongs to the words
    let (written, value) = match value.split_once(' ') {
        Some((currency, address)) if kind == IdentifierKind::Wallet => {
            (format!("{words}{currency}"), address)
        }
        _ => (words.to_owned(), value),
    };
    let ends = [" (", " issued ", " expires "];
    let end = ends.iter().filter_map(|mark| value.find(mark)).min().unwrap_or(value.len());
    let (number, tail) = value.split_at_checked(end).unwrap_or((value, ""));
    let (kind, number) = own_kind(kind, number.trim());
    let mut identifier = Identifier::new(kind, written, number);
    // "1019 (Jalisco) (Mexico)": the last one is the country
    let mut tail = tail.trim_start();
    let mut inside = Vec::new();
    while let Some((text, rest)) = tail.strip_prefix('(').and_then(|tail| tail.split_once(')')) {
        inside.push(text.trim());
        tail = rest.strip_prefix(' ').filter(|rest| rest.starts_with('(')).unwrap_or(rest);
    }
    identifier.issuer = inside.pop().map(country);
    let (before, expires) = tail.split_once(" expires ").unwrap_or((tail, ""));
    let (rest, issued) = before.split_once(" issued ").unwrap_or((before, ""));
    let day = |text: &str| {
        let date = DateStatement::read(text).ok()?.readings.into_iter().next()?;
        (date.earliest() == date.latest()).then(|| date.earliest())
    };
    identifier.issued = day(issued);
    identifier.expires = day(expires);
    let read = rest.trim().is_empty()
        && inside.is_empty()
        && (issued.is_empty() || identifier.issued.is_some())
        && (expires.is_empty() || identifier.expires.is_some());
    identifier.note = (!read).then(|| {
        let parts = inside.into_iter().chain([tail.trim()]).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("; ")
    });
    identifier
}

/// Numbers that say themselves what they are: `IMO 7406784`, `ISIN: UT0009177331`.
fn own_kind(kind: IdentifierKind, number: &str) -> (IdentifierKind, &str) {
    let rest =
        |mark: &str| number.strip_prefix(mark).map(|rest| rest.trim_start_matches([':', ' ']));
    if let Some(digits) = rest("IMO") {
        let whole = digits.len() == 7 && digits.bytes().all(|b| b.is_ascii_digit());
        return if whole { (IdentifierKind::Imo, digits) } else { (IdentifierKind::Other, number) };
    }
    match (rest("ISIN"), kind) {
        (Some(isin), _) => (IdentifierKind::Isin, isin),
        // the register of ships holds other numbers too
        (None, IdentifierKind::Imo) => (IdentifierKind::Other, number),
        (None, kind) => (kind, number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: IdentifierKind, words: &str, value: &str, expected: &str) {
        let id = identifier(kind, words, value);
        let told = format!(
            "{:?} {} [{}] {} {}..{} {}",
            id.kind,
            id.number,
            id.kind_as_written,
            id.issuer.and_then(|country| country.code).unwrap_or_default(),
            id.issued.map(|day| day.to_string()).unwrap_or_default(),
            id.expires.map(|day| day.to_string()).unwrap_or_default(),
            id.note.unwrap_or_default(),
        );
        assert_eq!(told.trim_end(), expected);
    }

    #[test]
    fn numbers_tell_who_gave_them_and_when() {
        check(
            IdentifierKind::Passport,
            "Passport",
            "DA 1790252 (Pakistan) issued 17 May 1999 expires 16 May 2004",
            "Passport DA 1790252 [Passport] PK 1999-05-17..2004-05-16",
        );
        check(
            IdentifierKind::Passport,
            "Passport",
            "L 191609 issued 1996",
            "Passport L 191609 [Passport]  .. issued 1996",
        );
        check(
            IdentifierKind::Other,
            "Credencial electoral",
            "1019 (Jalisco) (Mexico) expires 2010",
            "Other 1019 [Credencial electoral] MX .. Jalisco; expires 2010",
        );
        check(
            IdentifierKind::Imo,
            "Vessel Registration Identification",
            "IMO 7406784",
            "Imo 7406784 [Vessel Registration Identification]  ..",
        );
        check(
            IdentifierKind::Imo,
            "Vessel Registration Identification",
            "572469210",
            "Other 572469210 [Vessel Registration Identification]  ..",
        );
        check(
            IdentifierKind::Wallet,
            "Digital Currency Address - ",
            "XBT 1abc",
            "Wallet 1abc [Digital Currency Address - XBT]  ..",
        );
        check(
            IdentifierKind::NationalId,
            "Identification Number",
            "ISIN: UT0009177331",
            "Isin UT0009177331 [Identification Number]  ..",
        );
    }
}
