//! Sample screenings, made by hand: invented persons in Latin, Arabic and Cyrillic, each kind of
//! evidence once at least. For tests of what is written and shown; no engine made them, so they stay
//! the same when the engine learns.

use tamis_model::{
    Agreement, Alert, AlignedPart, Attribute, AttributeFinding, Ceiling, CivilDate, ClassRule,
    ClusterEntry, ClusterLink, Country, DateFinding, DateRelation, DateStatement, Difference,
    DifferingField, EntryId, Evidence, Finding, Hit, HitClass, Identifier, IdentifierFinding,
    IdentifierKind, IdentifierRelation, IgnoredValue, LinkGround, ListId, NameGrade, NamePair,
    OrderRelation, PartFinding, PartRelation, PartRole, Party, PartyId, PartyKind, PartyName,
    Place, PolicyId, Score, Screening, SnapshotId, SnapshotInfo, SnapshotScope, Stamps, Threshold,
    Totals, Weight,
};

/// The stamps of all sample screenings.
pub fn stamps() -> Stamps {
    let snapshot = |list: &str, format: &str, digit: u8, published, entries| SnapshotInfo {
        list: list_id(list),
        id: SnapshotId([digit; 32]),
        format: format.to_owned(),
        published,
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries,
    };
    Stamps {
        snapshots: vec![
            snapshot("eu", "eu-fsf-1.1", 0xe1, day(2026, 2, 20), 2_269),
            snapshot("un", "un-xml", 0x1a, day(2026, 2, 27), 1_003),
        ],
        left_out: vec![list_id("uk")],
        policy: PolicyId("vetting-1".into()),
        threshold: Threshold::DEFAULT,
        limit: None,
        engine: "0.1.0".to_owned(),
        as_of: None,
        reviewed_links: 0,
    }
}

/// The screenings with the rows that they come from: an Arabic name with three hits, a Cyrillic one,
/// an organisation, one without hits, one whose values try to break out of every form.
pub fn screenings() -> Vec<(u64, Screening)> {
    vec![(2, arabic()), (3, cyrillic()), (4, organisation()), (5, without_hits()), (6, hostile())]
}

fn arabic() -> Screening {
    let mut party = person("r-17", "جليل عبد الرحمن التستي");
    party.births = vec![date("17/05/1984")];
    party.nationalities = vec![Country { as_written: "Utopia".into(), code: Some("UTO".into()) }];
    let mut passport = Identifier::new(IdentifierKind::Passport, "passport", "U0123456");
    passport.issuer = Some(Country { as_written: "UTO".into(), code: Some("UTO".into()) });
    party.identifiers = vec![passport];
    let name = "جليل عبد الرحمن التستي";
    let first = vec![
        class(HitClass::A, ClassRule::FullNameSameDay),
        pair(name, "JALIL ABDUL RAHMAN AL-TESTI", NameGrade::Primary, 15_900),
        met(PartRelation::Transliteration, ["جليل"], ["JALIL"], PartRole::OwnName, 6_246),
        met(
            PartRelation::Transliteration,
            ["عبد الرحمن"],
            ["ABDUL RAHMAN"],
            PartRole::Further,
            3_482,
        ),
        met(PartRelation::Transliteration, ["التستي"], ["AL-TESTI"], PartRole::Further, 6_170),
        weightless(Finding::Order(OrderRelation::Same)),
        weightless(Finding::AllPartsAgree),
        born(DateRelation::SameDay, "17/05/1984", "1984-05-17", 5_120),
        weighed(
            Finding::Identifier(IdentifierFinding {
                relation: IdentifierRelation::OneCharacterOff,
                party: "passport U0123456".to_owned(),
                entry: "passport U0123457 (Utopia)".to_owned(),
            }),
            3_072,
        ),
        attribute(Attribute::Nationality, Agreement::Agrees, "Utopia", "Utopia"),
        other(name, "Abu Testi", NameGrade::Weak),
    ];
    let second = vec![
        class(HitClass::C, ClassRule::PartialName),
        pair(name, "Galil ben Omar TESTOUI", NameGrade::Unrated, 8_100),
        met(PartRelation::Variant, ["جليل"], ["Galil"], PartRole::OwnName, 5_734),
        met(PartRelation::Contradicted, ["عبد الرحمن"], ["Omar"], PartRole::Further, -1_024),
        met(PartRelation::Edit, ["التستي"], ["TESTOUI"], PartRole::Further, 3_390),
        weighed(Finding::Order(OrderRelation::FamilyFirst), -205),
        born(DateRelation::SameYear, "17/05/1984", "1984-11-02", 922),
        attribute(Attribute::Birthplace, Agreement::Conflicts, "Utown", "Portside"),
    ];
    let third = vec![
        class(HitClass::E, ClassRule::WeakAlias),
        pair(name, "Al-Testi", NameGrade::Weak, 6_170),
        met(PartRelation::Transliteration, ["التستي"], ["Al-Testi"], PartRole::Weak, 6_170),
        missing(PartRelation::MissingInEntry, "جليل عبد الرحمن", -512),
        weighed(Finding::Ceiling(Ceiling::WeakName), -1_229),
    ];
    let hits = vec![
        hit(1, "un", "UTi.001", "JALIL ABDUL RAHMAN AL-TESTI", 9_871, HitClass::A, first),
        hit(2, "eu", "EU.9001.17", "Omar TESTOUI", 7_412, HitClass::C, second),
        hit(3, "un", "UTi.044", "ABU TESTI", 7_003, HitClass::E, third),
    ];
    let mut screening = answer(party, hits);
    // the second hit is of the cluster of the first
    let second = screening.alerts.remove(1);
    if let [first, third] = screening.alerts.as_mut_slice() {
        joined(first, second);
        third.rank = 2;
    }
    Screening { total: Totals { alerts: 4, hits: 5 }, below_by_date: 2, ..screening }
}

/// Makes one alert of two: an EU entry that states the UN reference, and an entry that is no hit.
fn joined(first: &mut Alert, second: Alert) {
    let [un, eu, uk] = [("un", "UTi.001"), ("eu", "EU.9001.17"), ("uk", "990001")]
        .map(|(list, reference)| EntryId::new(&list_id(list), reference));
    let stated = |entry: &EntryId, field: &str, value: &str| ClusterLink {
        entry: entry.clone(),
        other: un.clone(),
        ground: LinkGround::Stated { field: field.to_owned(), value: value.to_owned() },
    };
    first.cluster = eu.clone();
    first.hits.extend(second.hits);
    first.others = vec![ClusterEntry {
        entry: uk.clone(),
        kind: PartyKind::Person,
        heading: "Galil TESTI".to_owned(),
        programmes: vec!["TEST".to_owned()],
    }];
    first.links = vec![
        stated(&eu, "@unitedNationId", "UTi.1"),
        stated(&uk, "Other Information", "UTi.001"),
        ClusterLink {
            entry: uk.clone(),
            other: eu.clone(),
            ground: LinkGround::Reviewed { reviewers: ["m.first".into(), "n.second".into()] },
        },
    ];
    first.differences = vec![
        Difference {
            field: DifferingField::BirthDate,
            values: vec![(eu.clone(), "1984-11-02".into()), (un.clone(), "1984-05-17".into())],
        },
        Difference {
            field: DifferingField::AliasGrade { alias: "Abu Testi".into() },
            values: vec![
                (eu, NameGrade::Unrated.words().into()),
                (un.clone(), NameGrade::Weak.words().into()),
            ],
        },
    ];
}

fn cyrillic() -> Screening {
    let mut party = person("r-18", "Тестов Джалиль Омарович");
    party.births = vec![date("1984")];
    let name = "Тестов Джалиль Омарович";
    let evidence = vec![
        class(HitClass::D, ClassRule::DateConflict),
        pair(name, "Jalil Omar Testov", NameGrade::Strong, 14_300),
        met(PartRelation::Equal, ["Тестов"], ["Testov"], PartRole::Further, 5_632),
        met(PartRelation::Transliteration, ["Джалиль"], ["Jalil"], PartRole::OwnName, 6_144),
        met(PartRelation::Variant, ["Омарович"], ["Omar"], PartRole::Further, 2_729),
        weighed(Finding::Order(OrderRelation::FamilyFirst), -205),
        born(DateRelation::Conflict, "1984", "circa 1961", -3_072),
    ];
    let hits = vec![hit(1, "un", "UTi.002", "JALIL OMAR TESTOV", 8_034, HitClass::D, evidence)];
    answer(party, hits)
}

fn organisation() -> Screening {
    let mut party = person("r-19", "Testov Brothers Trading L.L.C.");
    party.kind = PartyKind::Organisation;
    let name = "Testov Brothers Trading L.L.C.";
    let evidence = vec![
        class(HitClass::B, ClassRule::FullName),
        pair(name, "TESTOV BROTHERS TRADING", NameGrade::Primary, 16_000),
        met(PartRelation::Equal, ["Testov"], ["TESTOV"], PartRole::OwnName, 7_000),
        met(PartRelation::Equal, ["Brothers"], ["BROTHERS"], PartRole::Further, 5_000),
        met(PartRelation::Equal, ["Trading"], ["TRADING"], PartRole::OrganisationType, 900),
        missing(PartRelation::MissingInEntry, "L.L.C.", 0),
    ];
    let mut found =
        hit(1, "eu", "EU.9002.4", "TESTOV BROTHERS TRADING", 9_120, HitClass::B, evidence);
    found.kind = PartyKind::Organisation;
    found.programmes = vec!["UTO".to_owned(), "TEST".to_owned()];
    answer(party, vec![found])
}

fn without_hits() -> Screening {
    let mut party = person("r-20", "Mira Probova");
    party.birthplaces = vec![Place { locality: Some("Utown".to_owned()), ..Place::default() }];
    let mut screening = answer(party, Vec::new());
    screening.ignored = vec![IgnoredValue {
        field: "dob".to_owned(),
        value: "1900-01-01".to_owned(),
        reason: "stands for a value that is not known".to_owned(),
    }];
    screening
}

/// Names that would be commands in a page, a spreadsheet or a terminal.
fn hostile() -> Screening {
    let name = "=HYPERLINK(\"x\") <script>alert(1)</script> & \u{1b}[31m\u{202e}desrever";
    let party = person("\"r\"<21>", name);
    let long = "Al-Testi ".repeat(40);
    let evidence = vec![
        class(HitClass::B, ClassRule::FullName),
        pair(name, &long, NameGrade::Former, 12_000),
        met(PartRelation::Equal, [name], [long.as_str()], PartRole::OwnName, 12_000),
        missing(PartRelation::MissingInParty, "<b>bold</b>", -10),
    ];
    let hits = vec![hit(1, "un", "UTi.<i>", "@SUM(A1) <img src=x>", 7_500, HitClass::B, evidence)];
    answer(party, hits)
}

fn person(id: &str, name: &str) -> Party {
    Party {
        id: Some(PartyId(id.into())),
        kind: PartyKind::Person,
        names: vec![PartyName::whole(name)],
        ..Party::default()
    }
}

fn answer(party: Party, hits: Vec<Hit>) -> Screening {
    let stamps = stamps();
    Screening {
        party,
        ignored: Vec::new(),
        considered: stamps.snapshots.iter().map(|snapshot| snapshot.entries).sum(),
        stamps: stamps.into(),
        below_by_date: 0,
        total: Totals { alerts: hits.len() as u64, hits: hits.len() as u64 },
        alerts: hits.into_iter().map(alone).collect(),
    }
}

/// An alert on an entry that no list links to another.
fn alone(hit: Hit) -> Alert {
    Alert {
        rank: hit.rank,
        cluster: hit.entry.clone(),
        hits: vec![hit],
        others: Vec::new(),
        links: Vec::new(),
        differences: Vec::new(),
    }
}

fn hit(
    rank: u32,
    list: &str,
    reference: &str,
    heading: &str,
    score: u16,
    class: HitClass,
    evidence: Vec<Evidence>,
) -> Hit {
    Hit {
        rank,
        entry: EntryId::new(&list_id(list), reference),
        kind: PartyKind::Person,
        heading: heading.to_owned(),
        programmes: vec!["TEST".to_owned()],
        score: Score::from_ten_thousandths(score),
        class,
        evidence,
    }
}

fn weighed(finding: Finding, weight: i32) -> Evidence {
    Evidence { finding, weight: Weight(weight) }
}

fn weightless(finding: Finding) -> Evidence {
    weighed(finding, 0)
}

fn class(class: HitClass, rule: ClassRule) -> Evidence {
    weightless(Finding::Class(class, rule))
}

fn name_pair(party: &str, entry: &str, grade: NameGrade, names_alone: i32) -> NamePair {
    NamePair {
        party_name: 0,
        entry_name: 0,
        party_text: party.to_owned(),
        entry_text: entry.to_owned(),
        grade,
        names_alone: Weight(names_alone),
    }
}

fn pair(party: &str, entry: &str, grade: NameGrade, names_alone: i32) -> Evidence {
    weightless(Finding::NamePair(name_pair(party, entry, grade, names_alone)))
}

fn other(party: &str, entry: &str, grade: NameGrade) -> Evidence {
    weightless(Finding::OtherName(name_pair(party, entry, grade, 2_000)))
}

fn met<const P: usize, const E: usize>(
    relation: PartRelation,
    party: [&str; P],
    entry: [&str; E],
    role: PartRole,
    weight: i32,
) -> Evidence {
    let part = |text: &&str| AlignedPart {
        index: 0,
        span: 0..text.len(),
        text: (*text).to_owned(),
        romanised: text.to_lowercase(),
        role,
    };
    let finding = PartFinding {
        relation,
        party: party.iter().map(part).collect(),
        entry: entry.iter().map(part).collect(),
        bearers_per_million: 120,
        edits: u8::from(relation == PartRelation::Edit),
    };
    weighed(Finding::Part(finding), weight)
}

fn missing(relation: PartRelation, text: &str, weight: i32) -> Evidence {
    if relation == PartRelation::MissingInEntry {
        met(relation, [text], [], PartRole::Further, weight)
    } else {
        met(relation, [], [text], PartRole::Further, weight)
    }
}

fn born(relation: DateRelation, party: &str, entry: &str, weight: i32) -> Evidence {
    let (party, entry) = (party.to_owned(), entry.to_owned());
    weighed(Finding::BirthDate(DateFinding { relation, party, entry, of_alias: false }), weight)
}

fn attribute(attribute: Attribute, agreement: Agreement, party: &str, entry: &str) -> Evidence {
    let (party, entry) = (party.to_owned(), entry.to_owned());
    weightless(Finding::Attribute(AttributeFinding { attribute, agreement, party, entry }))
}

#[expect(clippy::expect_used, reason = "the samples are written here, and a test reads them all")]
fn list_id(text: &str) -> ListId {
    ListId::new(text).expect("the lists of the samples have ids")
}

#[expect(clippy::expect_used, reason = "the samples are written here, and a test reads them all")]
fn day(year: i16, month: u8, day: u8) -> CivilDate {
    CivilDate::new(year, month, day).expect("the days of the samples exist")
}

#[expect(clippy::expect_used, reason = "the samples are written here, and a test reads them all")]
fn date(text: &str) -> DateStatement {
    DateStatement::read(text).expect("the dates of the samples can be read")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_samples_are_whole() {
        for (_, screening) in screenings() {
            assert!(screening.total.hits >= screening.hits().count() as u64);
            assert_eq!(screening.considered, 3_272);
        }
    }
}
