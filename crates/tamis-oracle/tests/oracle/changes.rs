//! What must not matter: changes of writing and of a record that may not lose a hit. The slow scorer
//! mirrors the rules of the matcher, and what both have wrong it can't see; these properties come from the
//! specification alone.

use std::sync::atomic::{AtomicUsize, Ordering};

use tamis_match::record::PreparedPart;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{
    Country, DateStatement, HitClass, Identifier, IdentifierKind, NameGrade, Party, PartyKind,
    PartyName, Score,
};
use tamis_testkit::generate::perturbation::{Perturbation, perturbed};
use tamis_testkit::generate::variant::variant;
use tamis_testkit::generate::{Convention, NameForm, Random, cohort, regions};
use tamis_text::PartClass;

use super::agreement::all_hold;

/// What a change may do to the score of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Promise {
    /// Nothing.
    SameScore,
    /// A hit stays a hit.
    StaysHit,
}

/// A change to the writing of a name; none where it does not fit.
type Change = (&'static str, Promise, fn(&str) -> Option<String>);

/// Letters with marks, and the letters below them.
const MARKED: &str = "áàâäãåāăąçćčďđéèêëēėęěğíìîïīįľłńňñóòôöõőōřśšşșťţțúùûüűūůýźžż";
const PLAIN: &str = "aaaaaaaaacccddeeeeeeeegiiiiiillnnnooooooorsssstttuuuuuuuyzzz";

const CHANGES: [Change; 13] = [
    ("capital letters", Promise::StaysHit, |name| {
        (is_latin(name) && !is_misread(name)).then(|| name.to_uppercase())
    }),
    ("small letters", Promise::StaysHit, |name| {
        (is_latin(name) && !is_misread(name)).then(|| name.to_lowercase())
    }),
    ("marks left out", Promise::StaysHit, |name| changed(name, without_marks)),
    ("a typographic apostrophe", Promise::SameScore, |name| {
        changed(name, |name| name.replace('\'', "\u{2019}"))
    }),
    ("a letter apostrophe", Promise::SameScore, |name| {
        changed(name, |name| name.replace('\'', "\u{2bc}"))
    }),
    ("a grave accent for an apostrophe", Promise::SameScore, |name| {
        changed(name, |name| name.replace('\'', "`"))
    }),
    ("hyphens as spaces", Promise::StaysHit, |name| changed(name, |name| name.replace('-', " "))),
    ("hyphens of another kind", Promise::SameScore, |name| {
        changed(name, |name| name.replace('-', "\u{2010}"))
    }),
    ("wide spaces", Promise::SameScore, |name| {
        // at the width of a field a name may be cut short, and other blanks change the width
        let wide = name.replace(' ', "\u{a0} ");
        let fills = |name: &str| FIELDS.contains(&name.chars().count());
        (!fills(name) && !fills(&wide)).then(|| format!("  {wide}\u{a0}"))
    }),
    ("marks of direction", Promise::SameScore, |name| {
        let fills = FIELDS.contains(&name.chars().count());
        (!fills).then(|| format!("\u{200f}{name}\u{200e}"))
    }),
    ("tatweel", Promise::SameScore, |name| {
        let second = name.char_indices().nth(1)?.0;
        let is_arabic = |letter: char| ('\u{628}'..='\u{64a}').contains(&letter);
        let joins =
            name.chars().take(2).all(|letter| is_arabic(letter) && !"دذرزوأإآا".contains(letter));
        joins.then(|| format!("{}\u{640}{}", &name[..second], &name[second..]))
    }),
    ("a title first", Promise::StaysHit, |name| {
        (is_latin(name) && is_long(name)).then(|| format!("Dr {name}"))
    }),
    ("a title of honour first", Promise::StaysHit, |name| {
        (is_latin(name) && is_long(name)).then(|| format!("Sheikh {name}"))
    }),
];

/// Widths of machine readable zones and of payment messages: what fills them may be cut.
const FIELDS: [usize; 4] = [39, 35, 31, 30];

fn changed(name: &str, change: fn(&str) -> String) -> Option<String> {
    let other = change(name);
    (other != name).then_some(other)
}

fn is_latin(name: &str) -> bool {
    name.chars().all(|letter| !letter.is_alphabetic() || letter < '\u{250}')
}

/// Whether a machine may have read an I for an l: among letters of one size nothing tells it.
fn is_misread(name: &str) -> bool {
    name.split(' ').any(|word| word.chars().skip(1).any(|letter| letter == 'I'))
}

/// Whether so many words stand in it that two that are no title are left.
fn is_long(name: &str) -> bool {
    name.split(' ').count() >= 3
}

fn without_marks(name: &str) -> String {
    let plain = |letter: char| {
        let found = MARKED.chars().zip(PLAIN.chars()).find_map(|(marked, plain)| {
            let is_capital = marked.to_uppercase().eq([letter]);
            (marked == letter || is_capital).then_some((plain, is_capital))
        });
        match found {
            Some((plain, true)) => plain.to_ascii_uppercase(),
            Some((plain, false)) => plain,
            None => letter,
        }
    };
    name.chars().map(plain).collect()
}

/// Two names of one invented person, one of them changed as papers change it, with the birth date.
fn names_of_one(seed: u64, of_each: usize) -> Vec<(String, String, String)> {
    let mut random = Random::new(seed, "names of one");
    let mut pairs = Vec::new();
    for person in regions().iter().flat_map(|region| cohort(region, seed, of_each)) {
        let form = NameForm::read(&person.romanised, Some(&person.native));
        let convention = *random.pick(&Convention::ALL).unwrap();
        let change = *random.pick(&Perturbation::ALL).unwrap();
        let changed = perturbed(&person.romanised, Some(&person.native), change, &mut random);
        let others = [
            Some(variant(&form, convention, &mut random).0),
            changed,
            Some(person.native.clone()),
            Some(person.romanised.clone()),
        ];
        for other in others.into_iter().flatten() {
            pairs.push((other, person.romanised.clone(), person.born.clone()));
        }
        pairs.push((person.native.clone(), person.native, person.born));
    }
    pairs
}

fn of_names<const N: usize>(kind: PartyKind, names: [&String; N], born: &str) -> AnalysedRecord {
    let party = Party {
        kind,
        names: names.into_iter().map(PartyName::whole).collect(),
        births: DateStatement::read(born).into_iter().collect(),
        ..Party::default()
    };
    AnalysedRecord::of_party(&party, &Policy::vetting()).unwrap()
}

fn person(name: &String) -> AnalysedRecord {
    of_names(PartyKind::Person, [name], "")
}

#[test]
fn writings_that_mean_the_same_lose_no_hit() {
    let policies = [Policy::vetting(), Policy::bulk()];
    let pairs = names_of_one(20_261_127, 60);
    all_hold(pairs.len(), |number| {
        let (one, other, _) = &pairs[number];
        let policy = &policies[number % 2];
        let (party, entry) = (person(one), person(other));
        let before = compare(&party, &entry, policy);
        for (words, promise, change) in CHANGES {
            if words.starts_with("a title") && !is_long(other) {
                continue;
            }
            let Some(text) = change(one) else { continue };
            let other_party = person(&text);
            let after = compare(&other_party, &entry, policy);
            let holds = match promise {
                Promise::SameScore => after.score == before.score,
                Promise::StaysHit => {
                    !before.reaches(policy.threshold) || after.reaches(policy.threshold)
                }
            };
            if !holds {
                let (before, after) = (before.score, after.score);
                return Some(format!("{words}: {one} | {other}: {before}; {text}: {after}"));
            }
        }
        None
    });
}

/// What a record states beside the name that counts: the score after it, and what it must be.
#[test]
fn further_names_and_agreeing_dates_never_lower() {
    let policies = [Policy::vetting(), Policy::bulk()];
    let pairs = names_of_one(20_261_128, 60);
    all_hold(pairs.len(), |number| {
        let (one, other, born) = &pairs[number];
        let (_, further, _) = &pairs[(number * 7 + 11) % pairs.len()];
        let policy = &policies[number % 2];
        let kind = PartyKind::Person;
        let score = |party: &AnalysedRecord, entry: &AnalysedRecord| -> Score {
            compare(party, entry, policy).score
        };
        let (party, entry) = (person(one), person(other));
        let before = score(&party, &entry);
        let with = |name: &String| of_names(kind, [name, further], "");
        let cases = [
            ("another name of the party", score(&with(one), &entry)),
            ("another name of the entry", score(&party, &with(other))),
            ("the name twice", score(&of_names(kind, [one, one], ""), &entry)),
            (
                "the same birth day",
                score(&of_names(kind, [one], born), &of_names(kind, [other], born)),
            ),
            ("a party of unknown kind", score(&of_names(PartyKind::Unknown, [one], ""), &entry)),
        ];
        let lowered = cases.into_iter().find(|(_, after)| *after < before);
        if let Some((words, after)) = lowered {
            return Some(format!("{words} ({further}): {one} | {other}: {before}, then {after}"));
        }
        let orders = [[one, further], [further, one]]
            .map(|[first, second]| score(&of_names(kind, [first, second], ""), &entry));
        let silent = score(&of_names(kind, [one], born), &entry);
        let conflict = score(&of_names(kind, [one], born), &of_names(kind, [other], "1931-02-03"));
        (orders[0] != orders[1] || silent != before || conflict > before).then(|| {
            format!("{one} | {other}: {before}, {orders:?}, {silent} beside silence, {conflict} in conflict")
        })
    });
}

/// Rows 1 and 2 of the policy: a whole name of three parts and one of which more is told. Of two parts that are
/// common row 6 asks for a birth year.
#[test]
fn a_whole_name_in_a_longer_one_is_a_hit() {
    let policy = Policy::vetting();
    let people: Vec<_> = regions()
        .iter()
        .filter(|region| !region.is_script())
        .flat_map(|region| cohort(region, 20_261_129, 150))
        .collect();
    let names = AtomicUsize::new(0);
    all_hold(people.len(), |number| {
        let name = &people[number].romanised;
        let whole = person(name);
        let [parts] = whole.names.as_slice() else { return None };
        let is_title = |part: &&PreparedPart| part.part.class == PartClass::AmbiguousTitle;
        if parts.informative.len() - parts.informative.iter().filter(is_title).count() < 3 {
            return None;
        }
        names.fetch_add(1, Ordering::Relaxed);
        let further = format!("{name} Zarvanov");
        let longer = person(&further);
        let (there, back) = (compare(&longer, &whole, &policy), compare(&whole, &longer, &policy));
        let lost = !there.reaches(policy.threshold) || !back.reaches(policy.threshold);
        lost.then(|| format!("{further} | {name}: {}, the other way {}", there.score, back.score))
    });
    assert!(names.into_inner() > 500);
}

/// The policies, *Birth date* and rows 9 and 12: what is a hit under `bulk` is one under `vetting`; a whole name of three parts
/// stays a hit in class D beside a date five years off (ten years off it stays unless its parts are common:
/// `outweighs_far_date`); an equal document is a hit without a name; a nom de guerre of the
/// shape Abu X al-Y is one at every grade of the list.
#[test]
fn policies_dates_documents_and_noms_de_guerre_keep_their_rows() {
    let (vetting, bulk) = (Policy::vetting(), Policy::bulk());
    let pairs = names_of_one(20_261_130, 60);
    let kinds = [AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0)];
    all_hold(pairs.len(), |number| {
        let (one, other, born) = &pairs[number];
        let (_, stranger, _) = &pairs[(number * 7 + 11) % pairs.len()];
        let kind = PartyKind::Person;
        let (far, silent) = (of_names(kind, [other], "1931-02-03"), person(other));
        let entry = if number % 4 == 0 { &far } else { &silent };
        let party = of_names(kind, [one], born);
        let strict = compare(&party, entry, &bulk);
        if strict.reaches(bulk.threshold) {
            kinds[0].fetch_add(1, Ordering::Relaxed);
            let found = compare(&party, entry, &vetting);
            if !found.reaches(vetting.threshold) {
                return Some(format!("a hit under bulk alone: {one} | {other}: {}", found.score));
            }
        }
        let year: i16 = born[..4].parse().unwrap();
        let near = of_names(kind, [other], &format!("{}-11-30", year - 5));
        let same = of_names(kind, [other], born);
        let informative = &same.names.first()?.informative;
        let is_title = |part: &&PreparedPart| part.part.class == PartClass::AmbiguousTitle;
        if informative.len() - informative.iter().filter(is_title).count() >= 3 {
            kinds[1].fetch_add(1, Ordering::Relaxed);
            let found = compare(&same, &near, &vetting);
            if !found.reaches(vetting.threshold) || found.class != HitClass::D {
                return Some(format!(
                    "dates in conflict: {other}: {} {}",
                    found.score, found.class
                ));
            }
        }
        let document = |name: &String| {
            let mut record = person(name);
            let mut passport = Identifier::new(IdentifierKind::Passport, "Passport", "UT 765-4321");
            let issuer = Country { as_written: "UTO".to_owned(), code: Some("UTO".to_owned()) };
            passport.issuer = Some(issuer);
            record.identifiers.push(passport.into());
            record
        };
        let (party, entry) = (document(one), document(stranger));
        let found = compare(&party, &entry, &vetting);
        if !found.reaches(vetting.threshold) || found.class != HitClass::A {
            return Some(format!(
                "one document: {one} | {stranger}: {} {}",
                found.score, found.class
            ));
        }
        if number % 5 == 0 && is_latin(other) {
            let own = other.split(' ').next().filter(|own| own.len() >= 4 && !own.contains('-'))?;
            let name = format!("Abu {own} al-Zarvani");
            let (party, mut entry) = (person(&name), person(&name));
            entry.names.iter_mut().for_each(|name| name.grade = NameGrade::Weak);
            kinds[2].fetch_add(1, Ordering::Relaxed);
            let found = compare(&party, &entry, &vetting);
            if !found.reaches(vetting.threshold) {
                return Some(format!("a nom de guerre: {name}: {} {}", found.score, found.class));
            }
        }
        None
    });
    let [strict, conflicts, guerre] = kinds.map(AtomicUsize::into_inner);
    assert!(strict > 500 && conflicts > 500 && guerre > 300, "{strict} {conflicts} {guerre}");
}
