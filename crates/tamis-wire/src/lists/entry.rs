//! An entry as text, every field; as JSON it is [`crate::form::EntryForm`].

use std::fmt::Write as _;

use tamis_model::{
    Address, Country, DateStatement, Entry, Identifier, LegalBasis, ListedName, Place,
};

use crate::terminal::{TerminalStyle, Tone};

/// The entry for a terminal.
#[must_use]
pub fn entry_text(style: TerminalStyle, entry: &Entry) -> String {
    let mut text = Lines { style, text: String::new() };
    let _ = writeln!(
        text.text,
        "{}  {}  {}",
        style.text(&entry.id.to_string(), Tone::Strong),
        style.name(entry.heading()),
        style.text(entry.kind.words(), Tone::Faint)
    );
    for name in &entry.names {
        text.put(name.grade.words(), &name_text(name));
    }
    text.put_all("born", entry.births.iter().map(date_text));
    text.put_all("birthplace", entry.birthplaces.iter().map(place_text));
    text.put_all("nationality", entry.nationalities.iter().map(country_text));
    text.put_all("sex", entry.sex.iter().map(|sex| sex.words().to_owned()));
    for parent in &entry.parents {
        text.put(parent.role.words(), &parent.name);
    }
    text.put_all("number", entry.identifiers.iter().map(identifier_text));
    text.put_all("address", entry.addresses.iter().map(address_text));
    text.put_all("title", entry.titles.iter().cloned());
    text.put_all("position", entry.positions.iter().cloned());
    text.put_all("programme", entry.programmes.iter().cloned());
    text.put_all("legal basis", entry.legal_bases.iter().map(legal_basis_text));
    text.put_all("listed on", entry.listed_on.iter().map(ToString::to_string));
    text.put_all("changed on", entry.changed_on.iter().map(ToString::to_string));
    for reference in &entry.references {
        let told = format!("{}:{} ({})", reference.list, reference.reference, reference.origin);
        text.put("also listed as", &told);
    }
    for key in &entry.other_keys {
        text.put(&key.field, &key.text);
    }
    for note in &entry.notes {
        text.put(&note.field, &note.text);
    }
    text.text
}

struct Lines {
    style: TerminalStyle,
    text: String,
}

impl Lines {
    fn put(&mut self, label: &str, value: &str) {
        let label = crate::terminal::cell(self.style, label, 28);
        let _ = writeln!(self.text, "  {label}  {}", self.style.name(value));
    }

    fn put_all(&mut self, label: &str, values: impl Iterator<Item = String>) {
        for value in values {
            self.put(label, &value);
        }
    }
}

/// Joins what there is.
fn told(pieces: impl IntoIterator<Item = Option<String>>, separator: &str) -> String {
    pieces.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(separator)
}

pub(super) fn name_text(name: &ListedName) -> String {
    let births = name.births.iter().map(|birth| format!("born {}", date_text(birth)));
    let places = name.birthplaces.iter().map(|place| format!("in {}", place_text(place)));
    let beside = told(
        [
            name.grade_as_written.clone(),
            name.language.clone(),
            name.as_written.as_ref().map(|text| format!("written `{text}`")),
            fields_text(name),
        ]
        .into_iter()
        .chain(births.map(Some))
        .chain(places.map(Some))
        .chain([name.note.clone(), name.legal_basis.as_ref().map(legal_basis_text)])
        .chain([Some(name.origin.clone())]),
        "; ",
    );
    format!("{}  ({beside})", name.text)
}

fn fields_text(name: &ListedName) -> Option<String> {
    let fields = &name.fields;
    let told = told(
        [
            ("given", &fields.given),
            ("middle", &fields.middle),
            ("patronymic", &fields.patronymic),
            ("family", &fields.family),
            ("maiden", &fields.maiden),
        ]
        .map(|(word, field)| field.as_ref().map(|field| format!("{word}: {field}"))),
        ", ",
    );
    (!told.is_empty()).then_some(told)
}

pub(super) fn date_text(date: &DateStatement) -> String {
    let readings: Vec<String> = date.readings.iter().map(ToString::to_string).collect();
    let read = match readings.as_slice() {
        [] => Some("cannot be read".to_owned()),
        [one] if *one == date.as_written => None,
        readings => Some(readings.join(" or ")),
    };
    let beside = told([read, date.note.clone()], "; ");
    if beside.is_empty() {
        date.as_written.clone()
    } else {
        format!("{} ({beside})", date.as_written)
    }
}

pub(super) fn country_text(country: &Country) -> String {
    match &country.code {
        Some(code) if *code != country.as_written => format!("{} ({code})", country.as_written),
        _ => country.as_written.clone(),
    }
}

pub(super) fn place_text(place: &Place) -> String {
    let country = place.country.as_ref().map(country_text);
    let note = place.note.as_ref().map(|note| format!("({note})"));
    told([place.locality.clone(), place.region.clone(), country, note], ", ")
}

pub(super) fn address_text(address: &Address) -> String {
    told(
        [
            address.street.clone(),
            address.post_code.clone(),
            Some(place_text(&address.place)),
            Some(address.contacts.join(", ")),
        ],
        ", ",
    )
}

pub(super) fn identifier_text(identifier: &Identifier) -> String {
    told(
        [
            Some(identifier.kind.words().to_owned()),
            Some(identifier.number.clone()),
            (identifier.kind_as_written != identifier.kind.words())
                .then(|| format!("({})", identifier.kind_as_written)),
            identifier.issuer.as_ref().map(|issuer| format!("of {}", country_text(issuer))),
            identifier.issued.map(|day| format!("issued {day}")),
            identifier.expires.map(|day| format!("until {day}")),
            identifier.note.clone(),
        ],
        " ",
    )
}

pub(super) fn legal_basis_text(basis: &LegalBasis) -> String {
    told(
        [
            Some(basis.title.clone()),
            basis.kind.clone(),
            basis.authority.clone(),
            basis.programme.clone(),
            basis.published.map(|day| format!("published {day}")),
            basis.in_force.map(|day| format!("in force {day}")),
            basis.url.clone(),
        ],
        ", ",
    )
}
