//! Entries, accounts and the status as text and as JSON.

use tamis_model::{
    Account, Address, CivilDate, Country, DateStatement, Diagnostic, DiagnosticKind, Entry,
    EntryId, Identifier, IdentifierKind, LegalBasis, ListReference, ListedName, NameFields,
    NameGrade, Note, ParentRole, ParentStatement, PartyKind, Place, Position, Refusal, Sex,
};
use tamis_testkit::sample;

use super::*;
use crate::TerminalStyle;
use crate::form::{AccountForm, EntryForm, to_pretty};

/// An invented entry with a value in each field.
fn entry() -> Entry {
    let id = EntryId::parse("un:UTi.001").unwrap();
    let list = id.list.clone();
    let utopia = Country { as_written: "Utopia".to_owned(), code: Some("UTO".to_owned()) };
    let place = Place {
        locality: Some("Utown".to_owned()),
        region: Some("North".to_owned()),
        country: Some(utopia.clone()),
        note: Some("disputed".to_owned()),
    };
    let day = CivilDate::new(2020, 2, 29).unwrap();
    let basis = LegalBasis {
        title: "Act 1/2020".to_owned(),
        kind: Some("regulation".to_owned()),
        authority: Some("council".to_owned()),
        programme: Some("TEST".to_owned()),
        published: Some(day),
        in_force: Some(day),
        url: Some("about:act".to_owned()),
    };
    let mut original = ListedName::new("جليل التستي", NameGrade::OriginalScript, "ORIGINAL");
    original.language = Some("ar".to_owned());
    let mut alias = ListedName::new("Abu Testi", NameGrade::Weak, "ALIAS[2]");
    alias.as_written = Some("TESTI, Abu".to_owned());
    alias.grade_as_written = Some("Low".to_owned());
    alias.fields = NameFields { family: Some("TESTI".to_owned()), ..NameFields::default() };
    alias.births = vec![DateStatement::read("1985").unwrap()];
    alias.birthplaces = vec![place.clone()];
    alias.note = Some("from false passport".to_owned());
    alias.legal_basis = Some(basis.clone());
    let mut passport = Identifier::new(IdentifierKind::Passport, "Passeport", "U 123");
    passport.issuer = Some(utopia.clone());
    passport.issued = Some(day);
    passport.expires = Some(day);
    passport.note = Some("stolen".to_owned());
    Entry {
        other_keys: vec![Note { field: "DATAID".to_owned(), text: "690".to_owned() }],
        names: vec![ListedName::new("JALIL AL-TESTI", NameGrade::Primary, "NAME"), original, alias],
        births: vec![
            DateStatement::read("03/04/1980").unwrap(),
            DateStatement::unreadable("30-35 years old"),
        ],
        birthplaces: vec![place.clone()],
        nationalities: vec![utopia],
        sex: Some(Sex::Male),
        parents: vec![ParentStatement { role: ParentRole::Mother, name: "Mira".to_owned() }],
        identifiers: vec![passport],
        addresses: vec![Address {
            street: Some("1 Test Street".to_owned()),
            place,
            post_code: Some("U-1".to_owned()),
            contacts: vec!["phone: 1".to_owned()],
        }],
        titles: vec!["Dr".to_owned()],
        positions: vec!["clerk".to_owned()],
        programmes: vec!["TEST".to_owned()],
        legal_bases: vec![basis],
        listed_on: Some(day),
        changed_on: vec![day],
        references: vec![ListReference {
            list,
            reference: "UTi.002".to_owned(),
            origin: "COMMENTS".to_owned(),
        }],
        notes: vec![Note { field: "COMMENTS".to_owned(), text: "two\nlines \u{1b}[2J".to_owned() }],
        ..Entry::new(id, PartyKind::Person)
    }
}

fn account() -> Account {
    let count = |count: u64| [("INDIVIDUAL".to_owned(), count), ("ENTITY".to_owned(), 2)].into();
    let position = Position { byte: Some(100), line: Some(7) };
    let noticed = |field: &str| Diagnostic {
        kind: DiagnosticKind::UnknownField,
        record: Some("UTi.001".to_owned()),
        field: field.to_owned(),
        position: position.clone(),
        value: "x".to_owned(),
        detail: "kept".to_owned(),
    };
    Account {
        read: count(3),
        accepted: count(2),
        refused: vec![Refusal {
            record: Some("UTi.003".to_owned()),
            position: position.clone(),
            reason: "it has no name".to_owned(),
        }],
        merged: 1,
        entries: 3,
        names: 7,
        repaired_bytes: 4,
        repaired_runs: 2,
        diagnostics: vec![noticed("COLOUR"), noticed("COLOUR"), noticed("SHAPE")],
    }
}

#[test]
fn an_entry_shows_every_field() {
    insta::assert_snapshot!("entry_text", entry_text(TerminalStyle::default(), &entry()));
    insta::assert_snapshot!("entry_json", to_pretty(&EntryForm::from(&entry())).unwrap());
}

#[test]
fn an_account_says_what_became_of_each_record() {
    insta::assert_snapshot!("account_text", account_text(TerminalStyle::default(), &account()));
    insta::assert_snapshot!("account_json", to_pretty(&AccountForm::from(&account())).unwrap());
}

#[test]
fn an_account_that_does_not_balance_says_so() {
    let account = Account { refused: Vec::new(), ..account() };
    let text = account_text(TerminalStyle::default(), &account);
    assert!(text.contains("read 5 ≠ (this is a fault, please report it) accepted 4"), "{text}");
}

#[test]
fn the_status_names_each_snapshot_and_its_age() {
    let snapshots = sample::stamps().snapshots;
    let freshness = FreshnessForm {
        state: "stale",
        why: "known to be current on 2026-02-27".into(),
        current_on: "2026-02-27".into(),
        age_days: Some(12),
        publisher: Some("UN Security Council"),
        cadence: Some("immediately after each decision"),
        stale_after_days: Some(2),
        address: None,
    };
    let mut freshness = [None, Some(freshness)].into_iter();
    let rows: Vec<_> = snapshots.iter().map(|info| (info, freshness.next().flatten())).collect();
    assert_eq!(
        status_text(TerminalStyle::default(), &rows),
        "list  published   entries  format      snapshot      holds           age   state\n\
         eu    2026-02-20  2269     eu-fsf-1.1  e1e1e1e1e1e1  the whole list  -     -\n\
         un    2026-02-27  1003     un-xml      1a1a1a1a1a1a  the whole list  12 d  stale\n"
    );
    assert!(status_text(TerminalStyle::default(), &[]).contains("tamis lists import"));
}
