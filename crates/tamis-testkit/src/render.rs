//! Entries and accounts as plain text for snapshots: one fact a line, nothing that is absent, stable
//! when a type gains a field that is empty. Knows the nouns and no format.

use std::fmt::Write as _;

use tamis_model::{
    Account, Address, Calendar, Country, DateStatement, Entry, Identifier, LegalBasis, ListedName,
    NameFields, Place, Position,
};

/// Entries, in their order.
pub fn entries(entries: &[Entry]) -> String {
    entries.iter().map(entry).collect::<Vec<_>>().join("\n")
}

/// One entry.
pub fn entry(entry: &Entry) -> String {
    let mut page = Page::default();
    page.line(0, &format!("{} {:?}", entry.id, entry.kind));
    for key in &entry.other_keys {
        page.line(1, &format!("key {}: {}", key.field, key.text));
    }
    for name in &entry.names {
        page.name(name);
    }
    for birth in &entry.births {
        page.line(1, &format!("born {}", date(birth)));
    }
    page.lines("birthplace", &entry.birthplaces, place);
    page.lines("nationality", &entry.nationalities, country);
    page.lines("sex", entry.sex.as_slice(), |sex| format!("{sex:?}"));
    page.lines("parent", &entry.parents, |parent| format!("{:?}: {}", parent.role, parent.name));
    page.lines("identifier", &entry.identifiers, identifier);
    page.lines("address", &entry.addresses, address);
    page.lines("title", &entry.titles, String::clone);
    page.lines("position", &entry.positions, String::clone);
    page.lines("programme", &entry.programmes, String::clone);
    page.lines("act", &entry.legal_bases, act);
    page.lines("listed", entry.listed_on.as_slice(), ToString::to_string);
    page.lines("changed", &entry.changed_on, ToString::to_string);
    page.lines("reference", &entry.references, |other| {
        format!("{}:{} in {}", other.list, other.reference, other.origin)
    });
    page.lines("note", &entry.notes, |note| format!("{}: {}", note.field, note.text));
    page.text
}

/// An account: counts, refusals, diagnostics in their order.
pub fn account(account: &Account) -> String {
    let mut page = Page::default();
    let counts = |counts: &std::collections::BTreeMap<String, u64>| {
        counts
            .iter()
            .map(|(word, number)| format!("{word} {number}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    page.line(0, &format!("read: {}", counts(&account.read)));
    page.line(0, &format!("accepted: {}", counts(&account.accepted)));
    page.line(
        0,
        &format!("entries {}, names {}, merged {}", account.entries, account.names, account.merged),
    );
    if account.repaired_runs > 0 {
        page.line(
            0,
            &format!(
                "repaired: {} bytes in {} runs",
                account.repaired_bytes, account.repaired_runs
            ),
        );
    }
    for refusal in &account.refused {
        let record = refusal.record.as_deref().unwrap_or("?");
        page.line(
            0,
            &format!("refused {record} at {}: {}", position(&refusal.position), refusal.reason),
        );
    }
    for told in &account.diagnostics {
        let record = told.record.as_deref().unwrap_or("?");
        let place = position(&told.position);
        page.line(0, &format!("{:?} {record} {} at {place}", told.kind, told.field));
        page.line(1, &format!("value: {}", told.value));
        page.line(1, &told.detail);
    }
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, depth: usize, text: &str) {
        let inside = text.replace('\n', "⏎");
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "{:width$}{inside}", "", width = depth * 2);
    }

    fn lines<T>(&mut self, word: &str, items: &[T], tell: impl Fn(&T) -> String) {
        for item in items {
            self.line(1, &format!("{word} {}", tell(item)));
        }
    }

    fn name(&mut self, name: &ListedName) {
        let language = name.language.as_ref().map_or_else(String::new, |code| format!(" [{code}]"));
        let origin = &name.origin;
        self.line(1, &format!("name {:?} \"{}\"{language} from {origin}", name.grade, name.text));
        if let Some(written) = &name.as_written {
            self.line(2, &format!("as written: {written}"));
        }
        if let Some(words) = &name.grade_as_written {
            self.line(2, &format!("graded: {words}"));
        }
        if name.fields != NameFields::default() {
            self.line(2, &format!("fields: {}", fields(&name.fields)));
        }
        for birth in &name.births {
            self.line(2, &format!("born {}", date(birth)));
        }
        for birthplace in &name.birthplaces {
            self.line(2, &format!("birthplace {}", place(birthplace)));
        }
        if let Some(note) = &name.note {
            self.line(2, &format!("note: {note}"));
        }
        if let Some(basis) = &name.legal_basis {
            self.line(2, &format!("act {}", act(basis)));
        }
    }
}

fn fields(fields: &NameFields) -> String {
    let named = [
        ("given", &fields.given),
        ("middle", &fields.middle),
        ("patronymic", &fields.patronymic),
        ("family", &fields.family),
        ("maiden", &fields.maiden),
    ];
    let told = named
        .into_iter()
        .filter_map(|(word, text)| text.as_ref().map(|text| format!("{word}={text}")));
    told.collect::<Vec<_>>().join(", ")
}

fn date(date: &DateStatement) -> String {
    let readings: Vec<String> = date.readings.iter().map(ToString::to_string).collect();
    let meaning = if readings.is_empty() { "unreadable".to_owned() } else { readings.join(" or ") };
    let calendar = match date.calendar {
        Calendar::Gregorian => "",
        Calendar::LunarHijri => ", lunar Hijri",
        Calendar::SolarHijri => ", solar Hijri",
        Calendar::Hijri => ", lunar or solar Hijri",
    };
    let note = date.note.as_ref().map_or_else(String::new, |note| format!("; {note}"));
    format!("\"{}\" = {meaning}{calendar}{note}", date.as_written)
}

fn country(country: &Country) -> String {
    format!("{}={}", country.as_written, country.code.as_deref().unwrap_or("?"))
}

fn place(place: &Place) -> String {
    let parts = [place.locality.clone(), place.region.clone(), place.country.as_ref().map(country)];
    let mut told = parts.map(|part| part.unwrap_or_else(|| "-".to_owned())).join(" / ");
    if let Some(note) = &place.note {
        let _ = write!(told, " ({note})");
    }
    told
}

fn address(address: &Address) -> String {
    let mut told = String::new();
    if let Some(street) = &address.street {
        let _ = write!(told, "{street} / ");
    }
    if let Some(code) = &address.post_code {
        let _ = write!(told, "{code} / ");
    }
    told.push_str(&place(&address.place));
    for contact in &address.contacts {
        let _ = write!(told, " <{contact}>");
    }
    told
}

fn identifier(identifier: &Identifier) -> String {
    let mut told =
        format!("{:?} {} ({})", identifier.kind, identifier.number, identifier.kind_as_written);
    if let Some(issuer) = &identifier.issuer {
        let _ = write!(told, " by {}", country(issuer));
    }
    if let Some(day) = identifier.issued {
        let _ = write!(told, " issued {day}");
    }
    if let Some(day) = identifier.expires {
        let _ = write!(told, " expires {day}");
    }
    if let Some(note) = &identifier.note {
        let _ = write!(told, "; {note}");
    }
    told
}

fn act(act: &LegalBasis) -> String {
    let mut told = act.title.clone();
    for (word, text) in [
        ("kind", act.kind.clone()),
        ("by", act.authority.clone()),
        ("programme", act.programme.clone()),
        ("published", act.published.map(|day| day.to_string())),
        ("in force", act.in_force.map(|day| day.to_string())),
        ("at", act.url.clone()),
    ] {
        if let Some(text) = text {
            let _ = write!(told, ", {word} {text}");
        }
    }
    told
}

fn position(position: &Position) -> String {
    match (position.line, position.byte) {
        (Some(line), _) => format!("line {line}"),
        (None, Some(byte)) => format!("byte {byte}"),
        (None, None) => "?".to_owned(),
    }
}
