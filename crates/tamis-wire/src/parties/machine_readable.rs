//! The name field of a machine-readable zone: `FAMILY<<GIVEN<NAMES`, also with the rest of its line.
//! Knows the form only; the letters of the zone (X for ح in Arabic names) are read where names are
//! compared.

use tamis_model::{NameFields, NameProvenance, PartyName};

/// The lengths of lines of passports and visas that begin with type and issuer.
const LINE_LENGTHS: [usize; 2] = [44, 36];

/// The name, if the text has the form: capitals and `<`, no space.
pub(super) fn read(text: &str) -> Option<PartyName> {
    let text = text.trim();
    let of_zone = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '<';
    if !text.contains('<') || !text.chars().all(of_zone) {
        return None;
    }
    // document type, one filler or letter, issuer of three letters
    let whole_line = LINE_LENGTHS.contains(&text.len()) && text.starts_with(['P', 'V', 'I', 'A']);
    let name = if whole_line { text.get(5..).unwrap_or(text) } else { text };
    let spaced =
        |part: &str| part.split('<').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let (family, given) = match name.trim_matches('<').split_once("<<") {
        Some((family, given)) => (spaced(family), spaced(given)),
        None => (spaced(name), String::new()),
    };
    if given.is_empty() {
        return (!family.is_empty()).then(|| named(family, NameFields::default()));
    }
    let fields = NameFields {
        given: Some(given.clone()),
        family: Some(family.clone()),
        ..NameFields::default()
    };
    Some(named(format!("{given} {family}"), fields))
}

fn named(text: String, fields: NameFields) -> PartyName {
    PartyName { text, fields, provenance: NameProvenance::MachineReadableZone }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_zone_read_in_their_order() {
        for (text, expected) in [
            ("ERIKSSON<<ANNA<MARIA<<<<", Some("ANNA MARIA ERIKSSON")),
            ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", Some("ANNA MARIA ERIKSSON")),
            ("MXHMD<EBDALRXHMN", Some("MXHMD EBDALRXHMN")),
            ("ARKFREITH<<<<", Some("ARKFREITH")),
            ("<<<<", None),
            ("Anna Eriksson", None),
            ("a<b", None),
        ] {
            assert_eq!(read(text).map(|name| name.text).as_deref(), expected, "{text}");
        }
    }
}
