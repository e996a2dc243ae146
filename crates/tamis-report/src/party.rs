//! A party as the report shows it: labels and values.

use tamis_model::{Country, Party, Place};

use crate::page_text::shown;

/// A label and its values.
pub(crate) struct Field {
    pub(crate) label: &'static str,
    pub(crate) values: Vec<String>,
}

/// What is told of a party beside its first name.
pub(crate) fn fields(party: &Party) -> Vec<Field> {
    let identifiers = party.identifiers.iter().map(|identifier| {
        let issuer = identifier.issuer.as_ref().map(|i| format!(" ({})", country(i)));
        format!("{} {}{}", identifier.kind.words(), identifier.number, issuer.unwrap_or_default())
    });
    let parents =
        party.parents.iter().map(|parent| format!("{}: {}", parent.role.words(), parent.name));
    [
        ("Also named", party.names.iter().skip(1).map(|name| name.text.clone()).collect()),
        ("Born", party.births.iter().map(|birth| birth_text(&birth.as_written, birth)).collect()),
        ("Birthplace", party.birthplaces.iter().map(place).collect()),
        ("Nationality", party.nationalities.iter().map(country).collect()),
        ("Sex", party.sex.iter().map(|sex| sex.words().to_owned()).collect()),
        ("Parents", parents.collect()),
        ("Identity numbers", identifiers.collect::<Vec<String>>()),
    ]
    .into_iter()
    .filter(|(_, values): &(_, Vec<String>)| !values.is_empty())
    .map(|(label, values)| Field { label, values: values.iter().map(|v| shown(v)).collect() })
    .collect()
}

/// The date as written, with what it is read as where that differs.
fn birth_text(as_written: &str, birth: &tamis_model::DateStatement) -> String {
    let readings: Vec<String> = birth.readings.iter().map(ToString::to_string).collect();
    if readings == [as_written] {
        as_written.to_owned()
    } else {
        format!("{as_written} (read as {})", readings.join(" or "))
    }
}

/// The first name of a party, or its first identity number.
pub(crate) fn heading(party: &Party) -> String {
    let name = party.names.first().map(|name| shown(&name.text));
    let number = || party.identifiers.first().map(|identifier| shown(&identifier.number));
    name.or_else(number).unwrap_or_else(|| "without name".to_owned())
}

fn country(country: &Country) -> String {
    match &country.code {
        Some(code) if *code != country.as_written => format!("{} ({code})", country.as_written),
        _ => country.as_written.clone(),
    }
}

fn place(stated: &Place) -> String {
    let parts = [
        stated.locality.clone(),
        stated.region.clone(),
        stated.country.as_ref().map(country),
        stated.note.as_ref().map(|note| format!("({note})")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
