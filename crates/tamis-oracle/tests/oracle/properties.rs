//! What the score promises of every pair of records. The same function runs over generated pairs, over
//! the committed corpus and as the fuzz target `pairs`.

use tamis_match::ceilings::part_ceiling;
use tamis_match::comparison::{Item, Reason};
use tamis_match::joined::neighbours;
use tamis_match::keys::{PartKey, keys};
use tamis_match::meeting::meet;
use tamis_match::names::{InitialSide, NameReason, NameResult, weigh};
use tamis_match::reading::Reading;
use tamis_match::record::{PreparedName, PreparedPart};
use tamis_match::{AnalysedRecord, Policy, compare, curve};
use tamis_model::{
    AlignmentSide, Ceiling, Country, DateStatement, HitClass, Identifier, IdentifierKind,
    NameGrade, NotedReason, NotedWord, ParentRole, ParentStatement, PartRelation, PartRole, Party,
    PartyKind, PartyName, Place, Sex, Weight,
};

/// The pair that bytes stand for: two lines, each the names of a record parted by `|`, perhaps a birth
/// date after `@`, a passport after `#`, the mother's name after `%` and the kind (`p`, `o`, `v`, `a`)
/// before a `:`.
pub fn pairs(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (one, other) = text.split_once('\n').unwrap_or((&text, ""));
    for policy in [Policy::vetting(), Policy::bulk()] {
        let record = |text: &str| AnalysedRecord::of_party(&party(text), &policy);
        let (Ok(one), Ok(other)) = (record(one), record(other)) else { return };
        let held = hold(&one, &other, &policy).and_then(|()| as_the_oracle(&one, &other, &policy));
        if let Err(broken) = held {
            panic!("{broken}");
        }
    }
}

fn party(text: &str) -> Party {
    let (kind, text) = match text.split_once(':') {
        Some(("o", rest)) => (PartyKind::Organisation, rest),
        Some(("v", rest)) => (PartyKind::Vessel, rest),
        Some(("a", rest)) => (PartyKind::Aircraft, rest),
        Some(("p", rest)) => (PartyKind::Person, rest),
        _ => (PartyKind::Unknown, text),
    };
    let (text, mother) = text.split_once('%').unwrap_or((text, ""));
    let (text, number) = text.split_once('#').unwrap_or((text, ""));
    let (names, date) = text.split_once('@').unwrap_or((text, ""));
    let passport = || Identifier::new(IdentifierKind::Passport, "Passport", number);
    let parent = ParentStatement { role: ParentRole::Mother, name: mother.to_owned() };
    Party {
        kind,
        // more names than this only repeat what few show
        names: names.split('|').take(4).map(PartyName::whole).collect(),
        births: DateStatement::read_several(date).filter_map(Result::ok).collect(),
        identifiers: if number.is_empty() { Vec::new() } else { vec![passport()] },
        parents: if mother.is_empty() { Vec::new() } else { vec![parent] },
        ..Party::default()
    }
}

type Outcome = Result<(), String>;

/// All that the score promises of a pair; the first promise that is broken.
pub fn hold(one: &AnalysedRecord, other: &AnalysedRecord, policy: &Policy) -> Outcome {
    score_comes_from_the_items(one, other, policy)?;
    symmetric(one, other, policy)?;
    equal_identifiers_never_lower(one, other, policy)?;
    agreeing_origin_changes_no_bit(one, other, policy)?;
    nothing_is_remembered(one, other, policy)?;
    for (reading, names) in one.readings() {
        for name in names {
            meets_itself(one, (reading, name), policy)?;
            for other_name in other.names_as(reading) {
                part_by_part(name, other_name, reading.rules(), policy)?;
            }
        }
    }
    Ok(())
}

/// The slow scorer finds the same reasons with the same weights.
fn as_the_oracle(one: &AnalysedRecord, other: &AnalysedRecord, policy: &Policy) -> Outcome {
    let (shipped, plain) = (compare(one, other, policy), tamis_oracle::judge(one, other, policy));
    let same = shipped.items.as_slice() == plain.items.as_slice()
        && (shipped.sum, shipped.score, shipped.class) == (plain.sum, plain.score, plain.class)
        && shipped.below_by_date == plain.below_by_date;
    promise(same, || {
        let (shipped, plain) = (&shipped.items, &plain.items);
        format!("not as the oracle says: {}\n{shipped:?}\n{plain:?}", described(one, other))
    })
}

fn promise(holds: bool, broken: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(broken()) }
}

fn described(one: &AnalysedRecord, other: &AnalysedRecord) -> String {
    let names = |record: &AnalysedRecord| -> Vec<String> {
        record.names.iter().map(|name| name.original.to_string()).collect()
    };
    format!("{:?} {:?} beside {:?} {:?}", one.kind, names(one), other.kind, names(other))
}

fn score_comes_from_the_items(
    one: &AnalysedRecord,
    other: &AnalysedRecord,
    policy: &Policy,
) -> Outcome {
    let compared = compare(one, other, policy);
    let sum: Weight = compared.items.iter().map(|item| item.weight).sum();
    let same = sum == compared.sum && curve::score(sum) == compared.score;
    promise(same, || format!("the score is not of the items: {}", described(one, other)))
}

/// Grades and dates of aliases are an entry's: without them a pair scores the same either way round.
fn symmetric(one: &AnalysedRecord, other: &AnalysedRecord, policy: &Policy) -> Outcome {
    let plain = |record: &AnalysedRecord| {
        let mut record = record.clone();
        for name in record.names.iter_mut().chain(&mut record.as_thing) {
            name.grade = NameGrade::Primary;
            name.births.clear();
        }
        record
    };
    let (one, other) = (plain(one), plain(other));
    let (there, back) = (compare(&one, &other, policy), compare(&other, &one, policy));
    promise(there.score == back.score, || {
        let (there, back) = (&there.items, &back.items);
        format!("not symmetric: {}\n{there:?}\n{back:?}", described(&one, &other))
    })
}

fn equal_identifiers_never_lower(
    one: &AnalysedRecord,
    other: &AnalysedRecord,
    policy: &Policy,
) -> Outcome {
    let bare = compare(one, other, policy).score;
    for kind in [IdentifierKind::Passport, IdentifierKind::Other] {
        let with = |record: &AnalysedRecord| {
            let mut record = record.clone();
            record.identifiers.push(Identifier::new(kind, "Document", "UT 765-4321").into());
            record
        };
        let score = compare(&with(one), &with(other), policy).score;
        promise(score >= bare, || {
            format!("an equal {kind:?} lowers {bare} to {score}: {}", described(one, other))
        })?;
    }
    Ok(())
}

fn agreeing_origin_changes_no_bit(
    one: &AnalysedRecord,
    other: &AnalysedRecord,
    policy: &Policy,
) -> Outcome {
    let country = Country { as_written: "Utopia".to_owned(), code: Some("UTO".to_owned()) };
    let with = |record: &AnalysedRecord, origin: bool| {
        let mut record = record.clone();
        let place = Place { country: Some(country.clone()), ..Place::default() };
        record.nationalities = if origin { vec![country.clone()] } else { Vec::new() };
        record.birthplaces = if origin { vec![place] } else { Vec::new() };
        record.sex = origin.then_some(Sex::Female);
        record
    };
    let told = |origin| {
        let (one, other) = (with(one, origin), with(other, origin));
        let compared = compare(&one, &other, policy);
        let weighty = compared.items.iter().filter(|item| !is_attribute(item));
        (compared.sum, compared.score, compared.class, weighty.copied().collect::<Vec<_>>())
    };
    promise(told(true) == told(false), || {
        format!("agreeing origin changes something: {}", described(one, other))
    })
}

fn is_attribute(item: &Item) -> bool {
    matches!(item.reason, Reason::Attribute(..))
}

/// The score depends on the two records alone, whatever was compared before.
fn nothing_is_remembered(one: &AnalysedRecord, other: &AnalysedRecord, policy: &Policy) -> Outcome {
    let first = compare(one, other, policy).items;
    let _ = (compare(other, other, policy), compare(other, one, policy));
    let again = compare(&one.clone(), &other.clone(), &policy.clone()).items;
    promise(first == again, || format!("not the same again: {}", described(one, other)))
}

/// A name costs nothing beside itself, and reaches the threshold unless it is weak by itself.
fn meets_itself(
    record: &AnalysedRecord,
    (reading, name): (Reading, &PreparedName),
    policy: &Policy,
) -> Outcome {
    let alone = AnalysedRecord {
        kind: reading.rules(),
        names: vec![name.clone()],
        as_thing: Vec::new(),
        births: Vec::new(),
        identifiers: Vec::new(),
        parents: Vec::new(),
        ..record.clone()
    };
    let compared = compare(&alone, &alone, policy);
    promise(each_other_part_is_noted_once(&compared.noted(), name, reading), || {
        format!("not noted once: {:?} {:?}: {:?}", record.kind, name.original, compared.noted())
    })?;
    let is_weak =
        |item: &Item| matches!(item.reason, Reason::Name(NameReason::Ceiling(Ceiling::WeakName)));
    let costs = compared.items.iter().any(|item| item.weight < Weight::ZERO && !is_weak(item));
    let weak = compared.class == HitClass::E || compared.items.iter().any(is_weak);
    promise(!costs && (weak || compared.reaches(policy.threshold)), || {
        format!("{:?} {:?} does not meet itself: {:?}", record.kind, name.original, compared.items)
    })
}

/// The promises of two names, part by part.
fn part_by_part(
    one: &PreparedName,
    other: &PreparedName,
    kind: PartyKind,
    policy: &Policy,
) -> Outcome {
    for part in &one.informative {
        for other_part in &other.informative {
            let may = keys(part).meet(&keys(other_part));
            promise(may || meet(&part.form(), &other_part.form()).is_none(), || {
                format!("no key: {} {}", part.part.latin, other_part.part.latin)
            })?;
        }
    }
    let Some(found) = weigh(one, other, kind, policy) else { return Ok(()) };
    let names = || format!("{:?} {:?} {:?}: {found:?}", kind, one.original, other.original);
    let person = matches!(kind, PartyKind::Person | PartyKind::Unknown);
    promise(each_part_is_told_once(&found, one, other, person), || {
        format!("not told once: {}", names())
    })?;
    for pair in &found.alignment.pairs {
        let (at, length) = (usize::from(pair.party), usize::from(pair.party_length));
        let (other_at, other_length) = (usize::from(pair.entry), usize::from(pair.entry_length));
        let run = &one.informative[at..at + length];
        let other_run = &other.informative[other_at..other_at + other_length];
        let relation = pair.meeting.relation;
        for side in [run, other_run] {
            promise(pair.weight <= ceiling(side, relation, policy), || {
                let side: Vec<_> =
                    side.iter().map(|part| (&part.part.latin, part.role, part.rarity)).collect();
                format!("above its ceiling: {side:?} {pair:?} {}", names())
            })?;
        }
        let shared = have_a_key(relation, (one, at, run), (other, other_at, other_run));
        promise(shared, || format!("without a key: {pair:?} {}", names()))?;
    }
    Ok(())
}

/// Each informative part, title words among them, and each initial of both names is told by one reason.
fn each_part_is_told_once(
    found: &NameResult,
    one: &PreparedName,
    other: &PreparedName,
    person: bool,
) -> bool {
    let (mut party, mut entry) = (Vec::new(), Vec::new());
    let (mut party_initials, mut entry_initials) = (Vec::new(), Vec::new());
    for (reason, _) in &found.reasons {
        match *reason {
            NameReason::Pair(index) => {
                let pair = found.alignment.pairs[usize::from(index)];
                party.extend(pair.party..pair.party + pair.party_length);
                entry.extend(pair.entry..pair.entry + pair.entry_length);
            }
            NameReason::PartyAlone(at) => party.push(at),
            NameReason::EntryAlone(at) => entry.push(at),
            NameReason::Contradiction(one, other) => {
                party.push(one);
                entry.push(other);
            }
            NameReason::InitialFits(InitialSide::Party, initial, at) => {
                party_initials.push(initial);
                entry.push(at);
            }
            NameReason::InitialFits(InitialSide::Entry, initial, at) => {
                entry_initials.push(initial);
                party.push(at);
            }
            NameReason::InitialsAgree(one, other) | NameReason::InitialsDiffer(one, other) => {
                party_initials.push(one);
                entry_initials.push(other);
            }
            NameReason::InitialAlone(InitialSide::Party, one) => party_initials.push(one),
            NameReason::InitialAlone(InitialSide::Entry, other) => entry_initials.push(other),
            NameReason::Order
            | NameReason::AllPartsAgree
            | NameReason::ShorterNameContained
            | NameReason::AllButOrigin
            | NameReason::Ceiling(_) => {}
        }
    }
    let once = |told: &[u8], name: &PreparedName| {
        (0..name.informative.len())
            .all(|at| told.iter().filter(|told| usize::from(**told) == at).count() == 1)
    };
    let initials_once = |told: &[u8], name: &PreparedName| {
        name.other.iter().enumerate().all(|(at, part)| {
            let is_initial = part.role == PartRole::Initial;
            let times = told.iter().filter(|told| usize::from(**told) == at).count();
            times == usize::from(is_initial)
        })
    };
    let initials =
        !person || initials_once(&party_initials, one) && initials_once(&entry_initials, other);
    once(&party, one) && once(&entry, other) && initials
}

/// Each part that takes no part in a comparison (titles, particles, legal forms) is noted once on each side, but initials of
/// people, of which an item tells.
fn each_other_part_is_noted_once(
    noted: &[NotedWord],
    name: &PreparedName,
    reading: Reading,
) -> bool {
    [AlignmentSide::Party, AlignmentSide::Entry].into_iter().all(|side| {
        let is_part = |noted: &&NotedWord| {
            use NotedReason::{HardlyAName, Placeholder, ScriptWithoutTable};
            noted.side == side
                && !matches!(noted.reason, HardlyAName | Placeholder | ScriptWithoutTable)
        };
        let told: Vec<&str> =
            noted.iter().filter(is_part).map(|noted| noted.words.as_str()).collect();
        let is_item =
            |part: &&PreparedPart| part.role == PartRole::Initial && reading == Reading::Person;
        let mut others: Vec<&PreparedPart> =
            name.other.iter().filter(|part| !is_item(part)).collect();
        others.sort_by_key(|part| (part.part.span.start, part.part.span.end));
        told.into_iter().eq(others.iter().map(|part| &name.original[part.part.span.clone()]))
    })
}

/// The most that one side of a pair can add.
fn ceiling(run: &[PreparedPart], relation: PartRelation, policy: &Policy) -> Weight {
    let ceilings = || run.iter().map(|part| part_ceiling(part, policy));
    match (run, relation) {
        ([only], PartRelation::JoinedOrSplit) => {
            part_ceiling(only, policy).as_word.max(part_ceiling(only, policy).alone)
        }
        ([only], PartRelation::Acronym) => part_ceiling(only, policy).as_acronym,
        _ => ceilings().map(|ceiling| ceiling.alone).sum(),
    }
}

type Side<'n> = (&'n PreparedName, usize, &'n [PreparedPart]);

/// Whether the parts of a pair share a key of the scheme.
fn have_a_key(relation: PartRelation, one: Side<'_>, other: Side<'_>) -> bool {
    let ((name, _, parts), (other_name, _, other_parts)) = (one, other);
    let initials = |acronym: &[PreparedPart], run: &[PreparedPart]| {
        let letters: String =
            run.iter().filter_map(|part| part.part.latin.chars().next()).collect();
        acronym.len() == 1 && acronym[0].part.latin.as_str() == letters
    };
    match relation {
        PartRelation::Acronym => initials(parts, other_parts) || initials(other_parts, parts),
        PartRelation::JoinedOrSplit => {
            name.has_letters_of(other_name) || is_run_of(one, other) || is_run_of(other, one)
        }
        _ => keys(&parts[0]).meet(&keys(&other_parts[0])),
    }
}

/// Whether a run has a key of a word.
fn is_run_of((name, at, run): Side<'_>, (_, _, word): Side<'_>) -> bool {
    let [word] = word else { return false };
    let keys = keys(word);
    let by_run = name.runs.iter().any(|found| {
        (usize::from(found.start), usize::from(found.length)) == (at, run.len())
            && keys.joins.contains(&found.key)
    });
    let by_lexicon = run.len() == 2
        && neighbours(name).iter().any(|(start, ids)| {
            let mut ids = ids.numbers().map(PartKey::Variant);
            usize::from(*start) == at && ids.any(|id| keys.shared.contains(&id))
        });
    by_run || by_lexicon
}
