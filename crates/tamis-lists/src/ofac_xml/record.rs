//! One `sdnEntry` → one entry.

use tamis_model::{
    Account, Address, DateStatement, Diagnostic, DiagnosticKind, Entry, EntryId, Identifier,
    IdentifierKind, ListId, ListedName, NameFields, NameGrade, PartyKind, Place,
};

use super::number;
pub(crate) use super::number::contact;
use super::programmes::basis;
use crate::country::country;
use crate::name_text::{uninverted, unquoted};
use crate::xml::{Node, Record};

/// The list's words for kinds.
const KINDS: [(&str, PartyKind); 4] = [
    ("Individual", PartyKind::Person),
    ("Entity", PartyKind::Organisation),
    ("Vessel", PartyKind::Vessel),
    ("Aircraft", PartyKind::Aircraft),
];

/// Words of `title` that are honorifics; anything else in it is an office. Source: the file of 2021.
pub(crate) const HONORIFICS: [&str; 22] = [
    "Haji",
    "Hajji",
    "Alhaj",
    "Sheikh",
    "Shaykh",
    "Shaikh",
    "Mullah",
    "Maulavi",
    "Maulawi",
    "Mawlawi",
    "Maulana",
    "Mufti",
    "Imam",
    "Qari",
    "Hafiz",
    "Ustad",
    "Ayatollah",
    "Sayyid",
    "Doctor",
    "Dr.",
    "Professor",
    "Amir",
];

/// The diagnostics of one record.
pub(super) struct Told(Vec<Diagnostic>);

impl Told {
    pub(super) fn tell(
        &mut self,
        node: Node<'_, '_>,
        kind: DiagnosticKind,
        value: &str,
        detail: &str,
    ) {
        self.0.push(Diagnostic {
            kind,
            record: None,
            field: node.field(),
            position: node.position(),
            value: value.to_owned(),
            detail: detail.to_owned(),
        });
    }
}

/// The entry of a record.
pub(super) fn entry(list: &ListId, record: &Record<'_>, account: &mut Account) -> Entry {
    let mut entry = Entry::new(EntryId::new(list, ""), PartyKind::Unknown);
    let mut told = Told(Vec::new());
    let (mut first, mut last, mut akas) = (None, None, Vec::new());
    for node in record.root().children() {
        match node.name() {
            "uid" => entry.id = EntryId::new(list, node.text()),
            "firstName" => first = Some(node),
            "lastName" => last = Some(node),
            "akaList" => akas.extend(node.children()),
            "sdnType" => {
                let known = KINDS.iter().find(|(words, _)| *words == node.text());
                match known {
                    Some((_, kind)) => entry.kind = *kind,
                    None => told.tell(
                        node,
                        DiagnosticKind::UnknownValue,
                        node.text(),
                        "a kind that is not known: compared with every kind",
                    ),
                }
            }
            "title" => match node.words() {
                Some(text) if text.split_whitespace().all(|word| HONORIFICS.contains(&word)) => {
                    entry.titles.push(text);
                }
                text => entry.positions.extend(text),
            },
            "programList" => {
                for text in node.children().filter_map(Node::words) {
                    entry.legal_bases.push(basis(&text));
                    entry.programmes.push(text);
                }
            }
            "idList" => node.children().for_each(|id| number::read(id, &mut entry, &mut told)),
            "addressList" => entry.addresses.extend(node.children().filter_map(address)),
            "dateOfBirthList" => {
                entry.births.extend(main_first(node, "dateOfBirth", |node| birth(node, &mut told)));
            }
            "placeOfBirthList" => {
                let places =
                    main_first(node, "placeOfBirth", |node| node.words().map(|text| place(&text)));
                entry.birthplaces.extend(places);
            }
            "nationalityList" | "citizenshipList" => {
                let countries =
                    main_first(node, "country", |node| node.words().map(|text| country(&text)));
                for country in countries {
                    if !entry.nationalities.contains(&country) {
                        entry.nationalities.push(country);
                    }
                }
            }
            "vesselInfo" => vessel(node, &mut entry),
            _ => {}
        }
    }
    let kind = entry.kind;
    entry.names.extend(name(first, last, kind, NameGrade::Primary, "lastName", &mut told));
    for (index, node) in akas.into_iter().enumerate() {
        entry.names.extend(aka(node, index + 1, kind, &mut told));
    }
    let reference = Some(entry.id.reference.to_string()).filter(|text| !text.is_empty());
    account.diagnostics.extend(told.0.into_iter().map(|mut diagnostic| {
        diagnostic.record.clone_from(&reference);
        diagnostic
    }));
    entry
}

/// The whole name, given name first. A person's name that stands whole in `lastName` is inverted if it
/// has a comma: "IYADH, Abou" reads "Abou IYADH". Companies have commas of their own ("CO., LTD.").
fn name(
    first: Option<Node<'_, '_>>,
    last: Option<Node<'_, '_>>,
    kind: PartyKind,
    grade: NameGrade,
    origin: &str,
    told: &mut Told,
) -> Option<ListedName> {
    let (given, family) = (first.and_then(Node::words), last.and_then(Node::words));
    let written = match (&given, &family) {
        (Some(given), Some(family)) => format!("{given} {family}"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => return None,
    };
    let bare = unquoted(&written);
    let turned = if kind == PartyKind::Person && given.is_none() { uninverted(bare) } else { None };
    let mut name = ListedName::new(turned.unwrap_or_else(|| bare.to_owned()), grade, origin);
    if name.text != written {
        if let Some(node) = last {
            told.tell(
                node,
                DiagnosticKind::Reshaped,
                &written,
                "put in reading order, without quotation marks",
            );
        }
        name.as_written = Some(written);
    }
    if given.is_some() && kind == PartyKind::Person {
        name.fields = NameFields { given, family, ..NameFields::default() };
    }
    Some(name)
}

fn aka(node: Node<'_, '_>, number: usize, kind: PartyKind, told: &mut Told) -> Option<ListedName> {
    let (mut first, mut last, mut sort, mut category) = (None, None, None, None);
    for child in node.children() {
        match child.name() {
            "firstName" => first = Some(child),
            "lastName" => last = Some(child),
            "type" => sort = child.words(),
            "category" => category = child.words(),
            _ => {}
        }
    }
    // A weak former name is weak first: the category tells how a string may be used for screening.
    let grade = match (sort.as_deref(), category.as_deref()) {
        (_, Some("weak")) => NameGrade::Weak,
        (Some("f.k.a."), Some("strong")) => NameGrade::Former,
        (Some("a.k.a." | "n.k.a."), Some("strong")) => NameGrade::Strong,
        _ => {
            let value =
                [sort.as_deref(), category.as_deref()].map(Option::unwrap_or_default).join(", ");
            told.tell(
                node,
                DiagnosticKind::UnknownValue,
                &value,
                "a type or category that is not known: read as unrated",
            );
            NameGrade::Unrated
        }
    };
    let origin = format!("aka[{number}]");
    let mut name = name(first, last, kind, grade, &origin, told);
    if name.is_none() {
        told.tell(node, DiagnosticKind::Misplaced, "", "an alias without a name");
    }
    if let Some(name) = &mut name {
        let words: Vec<String> = [sort, category].into_iter().flatten().collect();
        name.grade_as_written = Some(words.join(", ")).filter(|text| !text.is_empty());
    }
    name
}

/// The items of a list, the main one first.
fn main_first<T>(
    node: Node<'_, '_>,
    value: &str,
    mut read: impl FnMut(Node<'_, '_>) -> Option<T>,
) -> Vec<T> {
    let mut items = Vec::new();
    for item in node.children() {
        let (mut found, mut main) = (None, false);
        for child in item.children() {
            if child.name() == value {
                found = read(child);
            } else if child.name() == "mainEntry" {
                main = child.text() == "true";
            }
        }
        items.extend(found.map(|found| (!main, found)));
    }
    items.sort_by_key(|(other, _)| *other);
    items.into_iter().map(|(_, found)| found).collect()
}

fn birth(node: Node<'_, '_>, told: &mut Told) -> Option<DateStatement> {
    let text = node.words()?;
    Some(DateStatement::read(&text).unwrap_or_else(|error| {
        told.tell(node, DiagnosticKind::UnreadableDate, &text, &error.to_string());
        DateStatement::unreadable(text)
    }))
}

/// "Town, Region, Country": the last part is a country if it is one, the first the town.
pub(crate) fn place(text: &str) -> Place {
    let mut parts: Vec<&str> =
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut place = Place::default();
    if let Some(last) = parts.last().map(|last| country(last)).filter(|last| last.code.is_some()) {
        parts.pop();
        // "Korea, North", "Congo, Democratic Republic of the": two parts make the country.
        let two = parts.last().map(|part| country(&format!("{part}, {}", last.as_written)));
        place.country = Some(match two.filter(|two| two.code.is_some()) {
            Some(two) => {
                parts.pop();
                two
            }
            None => last,
        });
    } else if let [.., one, two] = parts.as_slice() {
        let both = country(&format!("{one}, {two}"));
        if both.code.is_some() {
            parts.truncate(parts.len() - 2);
            place.country = Some(both);
        }
    }
    if let Some((town, region)) = parts.split_first() {
        place.locality = Some((*town).to_owned());
        place.region = Some(region.join(", ")).filter(|text| !text.is_empty());
    }
    place
}

fn address(node: Node<'_, '_>) -> Option<Address> {
    let mut address = Address::default();
    let mut street = Vec::new();
    for child in node.children() {
        match child.name() {
            "address1" | "address2" | "address3" => street.extend(child.words()),
            "city" => address.place.locality = child.words(),
            "stateOrProvince" => address.place.region = child.words(),
            "postalCode" => address.post_code = child.words(),
            "country" => address.place.country = child.words().map(|text| country(&text)),
            "region" => address.place.note = child.words(),
            _ => {}
        }
    }
    address.street = Some(street.join(", ")).filter(|text| !text.is_empty());
    (address != Address::default()).then_some(address)
}

fn vessel(node: Node<'_, '_>, entry: &mut Entry) {
    for child in node.children() {
        match child.name() {
            "callSign" => {
                let number = child.words();
                entry.identifiers.extend(
                    number.map(|number| {
                        Identifier::new(IdentifierKind::CallSign, "callSign", number)
                    }),
                );
            }
            "vesselFlag" => entry.nationalities.extend(child.words().map(|text| country(&text))),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_end_with_their_country() {
        for (text, locality, region, code) in [
            ("Egypt", None, None, Some("EG")),
            ("Sanaa, Yemen", Some("Sanaa"), None, Some("YE")),
            ("Yaguajay, Las Villas, Cuba", Some("Yaguajay"), Some("Las Villas"), Some("CU")),
            ("Pyongyang, Korea, North", Some("Pyongyang"), None, Some("KP")),
            ("Kinshasa, Congo, Democratic Republic of the", Some("Kinshasa"), None, Some("CD")),
            ("Mosul", Some("Mosul"), None, None),
        ] {
            let place = place(text);
            let told = place.country.and_then(|country| country.code);
            assert_eq!(
                (place.locality.as_deref(), place.region.as_deref(), told.as_deref()),
                (locality, region, code),
                "{text}"
            );
        }
    }
}
