//! One record of Canada's list → one entry.

use tamis_model::{
    Account, CivilDate, DateStatement, Diagnostic, DiagnosticKind, Entry, EntryId, Identifier,
    IdentifierKind, LegalBasis, ListId, ListedName, NameFields, NameGrade, PartyKind,
};

use super::aliases;
use crate::pieces::{divide, inside_of};
use crate::records::{diagnostic, tell};
use crate::xml::{Node, Record};

/// The elements of a record; each stands once at most.
#[derive(Default)]
struct Elements<'r, 'a> {
    country: Option<Node<'r, 'a>>,
    last: Option<Node<'r, 'a>>,
    given: Option<Node<'r, 'a>>,
    thing: Option<Node<'r, 'a>>,
    aliases: Option<Node<'r, 'a>>,
    title: Option<Node<'r, 'a>>,
    imo: Option<Node<'r, 'a>>,
    date: Option<Node<'r, 'a>>,
    schedule: Option<Node<'r, 'a>>,
    item: Option<Node<'r, 'a>>,
    listed: Option<Node<'r, 'a>>,
}

impl<'r, 'a> Elements<'r, 'a> {
    fn of(record: &'r Record<'a>) -> Self {
        let mut elements = Self::default();
        for node in record.root().children() {
            let slot = match node.name() {
                "Country" => &mut elements.country,
                "LastName" => &mut elements.last,
                "GivenName" => &mut elements.given,
                "EntityOrShip" => &mut elements.thing,
                "Aliases" => &mut elements.aliases,
                "TitleOrShip" => &mut elements.title,
                "ShipIMONumber" => &mut elements.imo,
                "DateOfBirthOrShipBuildDate" => &mut elements.date,
                "Schedule" => &mut elements.schedule,
                "Item" => &mut elements.item,
                "DateOfListing" => &mut elements.listed,
                _ => continue,
            };
            // a second one of a name is left, and told as a leftover
            slot.get_or_insert(node);
        }
        elements
    }
}

fn words(node: Option<Node<'_, '_>>) -> Option<String> {
    node.and_then(Node::words)
}

/// The entry of a record.
pub(super) fn entry(list: &ListId, record: &Record<'_>, account: &mut Account) -> Entry {
    let found = Elements::of(record);
    let country = words(found.country);
    let (schedule, item) = (words(found.schedule).map(|text| spaced(&text)), words(found.item));
    let (last, given, thing) = (words(found.last), words(found.given), words(found.thing));
    let imo = words(found.imo);
    let is_person = last.is_some() || given.is_some();
    let kind = match (is_person, &imo) {
        (true, _) => PartyKind::Person,
        (false, Some(_)) => PartyKind::Vessel,
        (false, None) => PartyKind::Organisation,
    };
    let reference = reference(country.as_deref(), schedule.as_deref(), item.as_deref());
    let mut entry = Entry::new(EntryId::new(list, &reference), kind);
    let mut told = Vec::new();
    if let (true, Some(node)) = (is_person, found.thing.filter(|_| thing.is_some())) {
        let detail = "a person and an organisation or ship in one record: read as a person";
        let value = thing.clone().unwrap_or_default();
        told.push(diagnostic(node, DiagnosticKind::Contradiction, &value, detail));
        entry.push_note("EntityOrShip", &value);
    }
    if is_person {
        let node = found.last.or(found.given);
        entry.names = person(last.as_deref(), given.as_deref(), node, &mut told);
    } else if let Some(thing) = &thing {
        entry.names = main_names(thing, found.thing, &mut told);
    }
    if let Some(node) = found.aliases {
        add_aliases(node, &mut entry, &mut told);
    }
    let title = words(found.title);
    match kind {
        PartyKind::Person => entry.titles.extend(title),
        _ => entry.push_note("TitleOrShip", &title.unwrap_or_default()),
    }
    let number = imo.map(|imo| Identifier::new(IdentifierKind::Imo, "ShipIMONumber", imo));
    entry.identifiers.extend(number);
    if let Some(node) = found.date {
        add_date(node, &mut entry, &mut told);
    }
    if let Some(node) = found.listed {
        entry.listed_on = CivilDate::parse_iso(node.text()).ok();
        if entry.listed_on.is_none() && !node.text().is_empty() {
            entry.push_note("DateOfListing", node.text());
            let detail = "not a day; kept as a note";
            told.push(diagnostic(node, DiagnosticKind::UnreadableDate, node.text(), detail));
        }
    }
    let place =
        [schedule.map(|text| format!("Schedule {text}")), item.map(|text| format!("item {text}"))];
    let place: Vec<String> = place.into_iter().flatten().collect();
    if !place.is_empty() {
        let title = place.join(", ");
        entry.legal_bases.push(LegalBasis {
            title,
            programme: country.clone(),
            ..LegalBasis::default()
        });
    }
    entry.programmes.extend(country);
    tell(account, told, &entry);
    entry
}

/// "1,Part 3" as the other records write it.
fn spaced(schedule: &str) -> String {
    schedule.split(',').map(str::trim).collect::<Vec<_>>().join(", ")
}

/// The list numbers its items inside each schedule of each set of regulations and gives no other
/// reference: `Russia/1, Part 1/12`, `JVCFOR/1`. The country is told in English, a title by its
/// abbreviation.
fn reference(country: Option<&str>, schedule: Option<&str>, item: Option<&str>) -> String {
    let Some(item) = item else { return String::new() };
    let country = country.unwrap_or_default();
    let country = country.split_once(" / ").map_or(country, |(english, _)| english).trim();
    let abbreviated = country
        .rsplit_once('(')
        .and_then(|(_, rest)| rest.strip_suffix(')'))
        .filter(|text| text.chars().all(char::is_uppercase));
    let pieces = [Some(abbreviated.unwrap_or(country)), schedule, Some(item)];
    pieces.into_iter().flatten().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("/")
}

/// The main name of a person: given names, then the family name. Another spelling of it may stand in
/// parentheses, and the family name may stand in both elements.
fn person(
    last: Option<&str>,
    given: Option<&str>,
    node: Option<Node<'_, '_>>,
    told: &mut Vec<Diagnostic>,
) -> Vec<ListedName> {
    let there = |given: &str, last: &str| {
        given.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case(last))
    };
    let repeated =
        matches!((given, last), (Some(given), Some(last)) if given != last && there(given, last));
    let family = last.filter(|_| !repeated);
    let source: Vec<&str> = [given, family].into_iter().flatten().collect();
    let source = source.join(" ");
    let as_written = if repeated {
        [given, last].map(Option::unwrap_or_default).join(" ")
    } else {
        source.clone()
    };
    let mut names = Vec::new();
    for piece in divide(&source, true, "").pieces {
        let grade = if names.is_empty() { NameGrade::Primary } else { NameGrade::PrimaryVariation };
        let mut name = ListedName::new(piece.text, grade, "LastName");
        if name.text != as_written {
            name.as_written = Some(as_written.clone());
        }
        if names.is_empty() {
            let family = last.map(str::to_owned);
            let given = given.map(str::to_owned);
            name.fields = NameFields { given, family, ..NameFields::default() };
        }
        names.push(name);
    }
    if let (true, Some(node)) = (names.iter().any(|name| name.as_written.is_some()), node) {
        let detail = "another spelling or a repeated family name told apart";
        told.push(diagnostic(node, DiagnosticKind::Reshaped, &as_written, detail));
    }
    names
}

/// The main name of an organisation or ship, and what stands inside of it: its French, an acronym, "also
/// known as".
fn main_names(
    text: &str,
    node: Option<Node<'_, '_>>,
    told: &mut Vec<Diagnostic>,
) -> Vec<ListedName> {
    let main = aliases::main(text);
    let as_written = |name: &mut ListedName| {
        name.as_written = Some(text.to_owned()).filter(|text| *text != name.text);
    };
    let mut primary = ListedName::new(main.english, NameGrade::Primary, "EntityOrShip");
    as_written(&mut primary);
    // "Guard Corps (IRGC) Cyber Command": an acronym inside is that of another body
    let ends = main.english.ends_with(')') && main.english.matches('(').count() == 1;
    let mut names = if ends { inside_of(&primary) } else { Vec::new() };
    names.insert(0, primary);
    let others = [
        (main.known_as, NameGrade::Unrated, None),
        (main.french, NameGrade::Translation, Some("fr")),
    ];
    for (other, grade, language) in others {
        let Some(other) = other else { continue };
        let mut name = ListedName::new(other, grade, "EntityOrShip");
        name.language = language.map(str::to_owned);
        names.push(name);
    }
    names.iter_mut().for_each(as_written);
    if let (true, Some(node)) = (main.french.is_some() || main.known_as.is_some(), node) {
        let detail = "names in two languages, or \"also known as\", told apart";
        told.push(diagnostic(node, DiagnosticKind::Reshaped, text, detail));
    }
    names
}

fn add_aliases(node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    let Some(cell) = node.words() else { return };
    let mut reshaped = false;
    for alias in aliases::read(&cell, entry.kind) {
        let mut name = ListedName::new(alias.text, alias.grade, "Aliases");
        name.language = alias.language.map(str::to_owned);
        if name.text != cell {
            name.as_written = Some(cell.clone());
            reshaped = true;
        }
        if entry.names.iter().all(|there| there.text != name.text) {
            entry.names.push(name);
        }
    }
    if reshaped {
        let detail = "divided or put in reading order; each name keeps the text of the source";
        told.push(diagnostic(node, DiagnosticKind::Reshaped, &cell, detail));
    }
}

/// A birth date, "1963 or 1964", or the date on which a ship was built.
fn add_date(node: Node<'_, '_>, entry: &mut Entry, told: &mut Vec<Diagnostic>) {
    let Some(text) = node.words() else { return };
    if entry.kind != PartyKind::Person {
        entry.push_note("built", &text);
        return;
    }
    let lower = text.to_lowercase();
    let dates: Option<Vec<_>> = lower
        .split(" or ")
        .map(|piece| DateStatement::read(piece.trim_start_matches("born in the ")).ok())
        .collect();
    match dates {
        Some(dates) if dates.len() == 1 => {
            entry.births.extend(
                dates.into_iter().map(|date| DateStatement { as_written: text.clone(), ..date }),
            );
        }
        Some(dates) => entry.births.extend(dates),
        None => {
            let detail = "no date that can be read; its text is kept";
            told.push(diagnostic(node, DiagnosticKind::UnreadableDate, &text, detail));
            entry.births.push(DateStatement::unreadable(text));
        }
    }
}
