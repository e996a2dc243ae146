//! Cells become a party; what is no value is left out and told.

use super::*;

fn told(cells: &[(&str, &str)]) -> String {
    let mut draft = Draft::new(PartyKind::Unknown);
    for (word, text) in cells {
        draft.put_cell(PartyField::from_word(word).unwrap(), word, text);
    }
    match draft.finish() {
        Err(reason) => format!("rejected: {reason}"),
        Ok((party, ignored)) => {
            let names = party.names.iter().map(|name| name.text.as_str());
            let births = party.births.iter().map(|birth| birth.as_written.as_str());
            let mut told = vec![names.collect::<Vec<_>>().join(" / ")];
            told.extend(births.map(|birth| format!("born {birth}")));
            told.extend(ignored.iter().map(|v| format!("ignored {} {}", v.field, v.value)));
            told.join("; ")
        }
    }
}

fn check(cells: &[(&str, &str)], expected: &str) {
    assert_eq!(told(cells), expected, "{cells:?}");
}

#[test]
fn names_from_whole_and_parts() {
    check(&[("full_name", "A B|C D; E")], "A B / C D / E");
    check(&[("given_name", "Jalil"), ("family_name", "Testov")], "Jalil Testov");
    check(
        &[("full_name", "Jalil TESTOV"), ("given_name", "Jalil"), ("family_name", "Testov")],
        "Jalil TESTOV",
    );
    check(
        &[("full_name", "جليل تستوف"), ("given_name", "Jalil"), ("family_name", "Testov")],
        "جليل تستوف / Jalil Testov",
    );
    check(
        &[("given_name", "Mira"), ("family_name", "Testova"), ("maiden_name", "Probova")],
        "Mira Testova / Mira Probova",
    );
    check(&[("full_name", "TESTOV<<JALIL")], "JALIL TESTOV");
    check(&[("given_name", "Na"), ("family_name", "Li")], "Na Li");
}

#[test]
fn placeholders_are_no_evidence_and_are_told() {
    check(&[("full_name", "FNU Testov")], "Testov; ignored full_name FNU");
    check(
        &[("given_name", "FNU"), ("family_name", "Testov"), ("birth_date", "1900-01-01")],
        "Testov; ignored given_name FNU; ignored birth_date 1900-01-01",
    );
    check(
        &[("full_name", "N/A")],
        "rejected: there is no name and no identity number; `N/A` stands for a value that is not known",
    );
    check(
        &[("full_name", "\u{1b}\u{202e}")],
        "rejected: there is no name and no identity number; `␛<U+202E>` has no letter and no digit",
    );
    check(
        &[("full_name", "\u{1f600}")],
        "rejected: there is no name and no identity number; `\u{1f600}` has no letter and no digit",
    );
    check(&[("full_name", "  ")], "rejected: there is no name and no identity number");
    check(&[("passport", "P 123"), ("full_name", ".")], "; ignored full_name .");
    check(&[("passport", "N/A"), ("full_name", "A")], "A; ignored passport N/A");
}

#[test]
fn dates_from_one_cell_or_three() {
    check(
        &[("full_name", "A"), ("birth_date", "1984|١٩٨٥/٠٤/١٧")],
        "A; born 1984; born ١٩٨٥/٠٤/١٧",
    );
    check(&[("full_name", "A"), ("birth_date", "spring")], "A; ignored birth_date spring");
    check(
        &[("full_name", "A"), ("birth_day", "17"), ("birth_month", "5"), ("birth_year", "1984")],
        "A; born 17.5.1984",
    );
    check(
        &[("full_name", "A"), ("birth_month", "May"), ("birth_year", "1984")],
        "A; born May 1984",
    );
}

#[test]
fn a_party_beyond_a_limit_is_rejected_whole() {
    let names: Vec<String> = (0..=MAX_NAMES).map(|number| format!("Name {number}")).collect();
    check(
        &[("full_name", &names.join("|"))],
        "rejected: there are more than 200 names, the limit of a party",
    );
}

#[test]
fn issuers_belong_to_the_numbers_of_the_row() {
    let mut draft = Draft::new(PartyKind::Person);
    draft.put_cell(PartyField::Identifier(IdentifierKind::Passport), "Passport No", "L898902C");
    draft.put_cell(PartyField::Issuer, "issuer", "uto");
    draft.put_cell(PartyField::Nationality, "nationality", "af");
    let (party, _) = draft.finish().unwrap();
    assert_eq!(party.identifiers[0].issuer.as_ref().unwrap().code.as_deref(), Some("UTO"));
    assert_eq!(party.identifiers[0].kind_as_written, "Passport No");
    assert_eq!(party.nationalities[0].code.as_deref(), Some("AF"));
}
