//! The column Other Information: free text with tags such as `(UN Ref):QDi.001.` The text itself is
//! kept whole as a note; what has a place in an entry is taken out of it beside.

use tamis_model::{
    Address, Entry, Identifier, IdentifierKind, ListReference, Note, ParentRole, ParentStatement,
    Sex,
};

use super::numbered::values;
use crate::reading::list_id;

/// What becomes of a tag.
#[derive(Debug, Clone, Copy)]
enum Use {
    /// A key of the UK Sanctions List.
    OtherKey,
    /// A reference of the UN.
    UnReference,
    Sex,
    Imo,
    CompanyNumbers,
    /// Telephone, mail and the like: an address without a place.
    Contacts,
    /// It stays in the note: entries have no field for it.
    InNote,
}

/// The tags, in the publisher's spelling. Source: the file of 2023, all tags that occur in more than
/// one entry.
const TAGS: &[(&str, Use)] = &[
    ("UK Sanctions List Ref", Use::OtherKey),
    ("UN Ref", Use::UnReference),
    ("Gender", Use::Sex),
    ("IMO number", Use::Imo),
    ("Business Reg No", Use::CompanyNumbers),
    ("Phone number", Use::Contacts),
    ("Tel", Use::Contacts),
    ("Fax", Use::Contacts),
    ("Email address", Use::Contacts),
    ("Website", Use::Contacts),
    ("UK Statement of Reasons", Use::InNote),
    ("Type of entity", Use::InNote),
    ("Parent company", Use::InNote),
    ("Subsidiaries", Use::InNote),
    ("Current owners", Use::InNote),
    ("Flag of ship", Use::InNote),
    ("Previous flags", Use::InNote),
    ("Type of ship", Use::InNote),
    ("Tonnage of ship", Use::InNote),
    ("Length of ship", Use::InNote),
    ("Year built", Use::InNote),
];

const COLUMN: &str = "Other Information";

/// Keeps the text and takes out what has a place. A value that cannot be used is returned with its
/// tag.
pub(super) fn read<'a>(text: &'a str, entry: &mut Entry) -> Vec<(&'static str, &'a str)> {
    entry.push_note(COLUMN, text);
    let mut unused = Vec::new();
    let mut contacts = Vec::new();
    for (tag, usage, value) in tagged(text) {
        match usage {
            Use::OtherKey => {
                for key in references(value) {
                    push_new(&mut entry.other_keys, Note { field: tag.into(), text: key.into() });
                }
            }
            Use::UnReference => {
                let found = references(value);
                if found.is_empty() {
                    unused.push((tag, value));
                }
                found.into_iter().for_each(|reference| push_reference(entry, reference));
            }
            Use::Sex => match sex(value) {
                Some(sex) => entry.sex = Some(sex),
                None => unused.push((tag, value)),
            },
            Use::Imo => match reference(value).filter(|n| n.bytes().all(|b| b.is_ascii_digit())) {
                Some(number) => {
                    push_new(
                        &mut entry.identifiers,
                        Identifier::new(IdentifierKind::Imo, tag, number),
                    );
                }
                None => unused.push((tag, value)),
            },
            Use::CompanyNumbers => {
                for identifier in company_numbers(tag, value) {
                    push_new(&mut entry.identifiers, identifier);
                }
            }
            Use::Contacts => contacts.extend(values(value).map(|value| format!("{tag}: {value}"))),
            Use::InNote => {}
        }
    }
    if !contacts.is_empty() {
        push_new(&mut entry.addresses, Address { contacts, ..Address::default() });
    }
    // the older layout: a sentence begins with the reference; inside parentheses it is the owner's
    let older = text.match_indices("UN Ref").find_map(|(at, words)| {
        let (before, rest) = (text.get(..at)?.trim_end(), text.get(at + words.len()..)?);
        (before.is_empty() || before.ends_with('.')).then(|| reference(rest))?
    });
    if let Some(found) = older {
        push_reference(entry, found);
    }
    for parent in parents(text) {
        push_new(&mut entry.parents, parent);
    }
    unused
}

fn push_new<T: PartialEq>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
    }
}

fn push_reference(entry: &mut Entry, reference: &str) {
    let reference = ListReference {
        list: list_id("un"),
        reference: reference.to_owned(),
        origin: COLUMN.to_owned(),
    };
    push_new(&mut entry.references, reference);
}

/// The tags of the table in the text, each with what follows up to the next one.
fn tagged(text: &str) -> Vec<(&'static str, Use, &str)> {
    let mut places: Vec<(usize, usize, &'static str, Use)> = Vec::new();
    for (at, _) in text.match_indices('(') {
        let Some(rest) = text.get(at + 1..) else { continue };
        let found = TAGS.iter().find_map(|(tag, usage)| {
            rest.strip_prefix(tag)?.strip_prefix("):")?;
            Some((*tag, *usage))
        });
        if let Some((tag, usage)) = found {
            places.push((at, at + tag.len() + "():".len(), tag, usage));
        }
    }
    let ends: Vec<usize> = places.iter().skip(1).map(|place| place.0).chain([text.len()]).collect();
    let value = |(place, end): (&(usize, usize, &'static str, Use), usize)| {
        (place.2, place.3, text.get(place.1..end).unwrap_or_default().trim())
    };
    places.iter().zip(ends).map(value).collect()
}

/// The first word, which holds a digit, without the marks behind it: `QDi.001.` → `QDi.001`.
fn reference(text: &str) -> Option<&str> {
    let word = text.trim_start_matches([' ', '.', ':', '\u{a0}']).split_whitespace().next()?;
    let word = word.trim_end_matches(['.', ',', ';', ')']);
    word.bytes().any(|b| b.is_ascii_digit()).then_some(word)
}

/// One reference or several: `QDi.042 and SOi.002.`, `IHR0061, INU0011 and SYR0161.` A full stop ends
/// them, for the text behind it may begin with anything.
fn references(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut words = text.trim_start_matches([' ', '.', ':', '\u{a0}']).split_whitespace();
    while let Some(word) = words.next() {
        let Some(reference) = reference(word) else { break };
        found.push(reference);
        let joined =
            word.ends_with(',') || (!word.ends_with('.') && words.clone().next() == Some("and"));
        if !joined {
            break;
        }
        if words.clone().next() == Some("and") {
            words.next();
        }
    }
    found
}

fn sex(text: &str) -> Option<Sex> {
    let word = text.split(|c: char| !c.is_alphabetic()).next()?;
    match word.to_ascii_lowercase().as_str() {
        "male" => Some(Sex::Male),
        "female" => Some(Sex::Female),
        _ => None,
    }
}

/// Words for tax numbers, in lower case. Source: the file of 2023.
const TAX_WORDS: [&str; 5] = ["tax", "tin", "inn", "vat", "инн"];
/// Digits that a number has at least.
const FEWEST_DIGITS: usize = 4;

/// `1027700073466 (Utopia). Tax ID No. 7735007358 (Utopia)`: one number a sentence.
pub(crate) fn company_numbers(tag: &'static str, text: &str) -> Vec<Identifier> {
    let mut found = Vec::new();
    for item in values(text) {
        for sentence in item.split(['.', ';', ',']).flat_map(|part| part.split(" and ")) {
            let digits =
                |word: &&str| word.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS;
            let trimmed = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            let Some(number) = sentence.split_whitespace().find(digits).map(trimmed) else {
                continue;
            };
            let lower = item.to_lowercase();
            let before = lower.find(&number.to_lowercase()).and_then(|at| lower.get(..at));
            let words = before
                .and_then(|text| text.rsplit(['.', ';', ')']).find(|part| part.trim().len() > 2));
            let tax = words.is_some_and(|words| TAX_WORDS.iter().any(|word| words.contains(word)));
            let kind = if tax { IdentifierKind::TaxNumber } else { IdentifierKind::CompanyNumber };
            let mut identifier = Identifier::new(kind, tag, number);
            identifier.note = Some(item.to_owned());
            found.push(identifier);
        }
    }
    found
}

/// Words that part a name from what follows it.
const NO_NAME: [&str; 9] =
    ["and", "with", "his", "her", "who", "mother", "mother's", "father", "father's"];

/// "Father's name is Wasna Injai; Mother's name: …"
pub(crate) fn parents(text: &str) -> Vec<ParentStatement> {
    let plain = text.replace(['’', '‘'], "'");
    let lower = plain.to_ascii_lowercase();
    let mut found: Vec<(usize, ParentStatement)> = Vec::new();
    for (words, role) in [
        ("father's name", ParentRole::Father),
        ("fathers name", ParentRole::Father),
        ("mother's name", ParentRole::Mother),
    ] {
        for (at, _) in lower.match_indices(words) {
            let rest = plain.get(at + words.len()..).unwrap_or_default().trim_start();
            let verb = [": ", ":", "is ", "was "].iter().find_map(|verb| rest.strip_prefix(verb));
            if let Some(name) = verb.and_then(name_at_start) {
                found.push((at, ParentStatement { role, name }));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, parent)| parent).collect()
}

/// The words up to the end of the sentence, a mark or a word that no name has.
fn name_at_start(text: &str) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_end_matches(['.', ',', ';', ')', ']']);
        if word.starts_with(['(', '[']) || NO_NAME.contains(&bare.to_ascii_lowercase().as_str()) {
            break;
        }
        // "M. Anwar": a stop behind a short form ends nothing
        let short_form = word.ends_with('.') && bare.len() <= 2;
        name.push(if short_form { word } else { bare });
        if !short_form && bare.len() < word.len() {
            break;
        }
    }
    let first = name.first()?;
    first.starts_with(|c: char| c.is_uppercase() || c == '\'').then(|| name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tamis_model::{EntryId, PartyKind};

    fn entry_of(text: &str) -> Entry {
        let mut entry = Entry::new(EntryId::new(&list_id("uk"), "1"), PartyKind::Person);
        assert_eq!(read(text, &mut entry), []);
        entry
    }

    #[test]
    fn tags_find_their_places() {
        let entry = entry_of(
            "(UK Sanctions List Ref):UTO0001. (UN Ref):UTi.001. Leader. Father’s name is Wasna Injai; \
             Mother’s name: Q. Cofte (born 1950). (Phone number):(1) +99 1 (2) +99 2 \
             (Email address):a@b.example (Gender):male",
        );
        assert_eq!(entry.other_keys[0].text, "UTO0001");
        assert_eq!(entry.references[0].reference, "UTi.001");
        assert_eq!(entry.sex, Some(Sex::Male));
        let parents: Vec<&str> = entry.parents.iter().map(|parent| parent.name.as_str()).collect();
        assert_eq!(parents, ["Wasna Injai", "Q. Cofte"]);
        assert_eq!(
            entry.addresses[0].contacts,
            ["Phone number: +99 1", "Phone number: +99 2", "Email address: a@b.example"]
        );
        assert_eq!(entry.notes.len(), 1);
    }

    #[test]
    fn two_listings_of_one_person_are_told_together() {
        for (text, references, keys) in [
            (
                "(UK Sanctions List Ref):UTA0194 and UTB0003. (UN Ref):UTi.042 and UTj.002. Listed",
                &["UTi.042", "UTj.002"][..],
                &["UTA0194", "UTB0003"][..],
            ),
            (
                "(UK Sanctions List Ref):UTA01, UTB02 and UTC03. X",
                &[],
                &["UTA01", "UTB02", "UTC03"],
            ),
            ("(UN Ref):UTi.001. And UTi.002 is his brother", &["UTi.001"], &[]),
            ("(UN Ref):UTi.001 and brother of UTi.002", &["UTi.001"], &[]),
            ("(UN Ref):UTi.001, brother of UTi.002", &["UTi.001"], &[]),
        ] {
            let entry = entry_of(text);
            let found: Vec<_> = entry.references.iter().map(|r| r.reference.as_str()).collect();
            assert_eq!(found, references, "{text}");
            let found: Vec<_> = entry.other_keys.iter().map(|key| key.text.as_str()).collect();
            assert_eq!(found, keys, "{text}");
        }
    }

    #[test]
    fn the_older_layout_begins_with_the_reference() {
        for (text, expected) in [
            ("UN Ref UT.A.86.03. Son of X", Some("UT.A.86.03")),
            ("UN Ref:UT.B.001", Some("UT.B.001")),
            ("UN Ref E.29.I.11. Owned by X", Some("E.29.I.11")),
            ("Listed under Utopia. Male. UN Ref I.47.D.6.", Some("I.47.D.6")),
            ("Asset of X (UN Reference Number: UN Ref UTe.064)", None),
        ] {
            let entry = entry_of(text);
            assert_eq!(entry.references.first().map(|r| r.reference.as_str()), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_ships_and_companies_are_identifiers() {
        let entry = entry_of(
            "(IMO number):7408873 (Current owners):X \
             (Business Reg No):1027700073466 (Utopia). Tax ID No. 7735007358 (Utopia)",
        );
        let told: Vec<String> =
            entry.identifiers.iter().map(|id| format!("{:?} {}", id.kind, id.number)).collect();
        assert_eq!(told, ["Imo 7408873", "CompanyNumber 1027700073466", "TaxNumber 7735007358"]);
    }
}
