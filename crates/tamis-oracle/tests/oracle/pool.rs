//! Records to pair: invented people of all regions and scripts in many forms, invented organisations
//! and ships, entries of the real lists.

use std::path::Path;

use tamis_lists::{ReadOptions, SourceFile, read};
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{
    Country, DateStatement, Entry, Identifier, IdentifierKind, NameGrade, ParentRole,
    ParentStatement, Party, PartyKind, PartyName, Place, Sex,
};
use tamis_testkit::generate::birth::{DateChange, changed_date};
use tamis_testkit::generate::mrz;
use tamis_testkit::generate::perturbation::{Perturbation, perturbed};
use tamis_testkit::generate::region::Region;
use tamis_testkit::generate::variant::variant;
use tamis_testkit::generate::{Convention, InventedPerson, NameForm, Random, cohort, regions};

use super::{koreans, vietnamese};

/// One person or thing in several forms.
pub(crate) type Forms = Vec<AnalysedRecord>;

/// A region's people, or things of one kind: neighbours are alike.
pub(crate) struct Group {
    pub(crate) members: Vec<Forms>,
}

/// People of every region and script, then things; so many of each.
pub(crate) fn groups(seed: u64, of_each: usize, policy: &Policy) -> Vec<Group> {
    let people = regions().iter().map(|region| people(region, seed, of_each, policy));
    let kinds = [PartyKind::Organisation, PartyKind::Vessel, PartyKind::Aircraft];
    let things = kinds.into_iter().map(|kind| things(kind, seed, 2 * of_each, policy));
    people.chain(things).chain(of_syllables(seed, of_each, policy)).collect()
}

fn people(region: &Region, seed: u64, count: usize, policy: &Policy) -> Group {
    let mut random = Random::new(seed, "forms of people");
    let people = cohort(region, seed, count);
    let forms = |person: &InventedPerson| {
        forms_of_person(person, &mut random)
            .into_iter()
            .filter_map(|party| record(&party, &mut random, policy))
            .collect()
    };
    Group { members: people.iter().map(forms).collect() }
}

/// Koreans in their letters and through Chinese, and people of Vietnam.
fn of_syllables(seed: u64, count: usize, policy: &Policy) -> [Group; 2] {
    [
        named(&mut Random::new(seed, "Koreans"), koreans::forms, count, policy),
        named(&mut Random::new(seed, "Vietnamese"), vietnamese::forms, count, policy),
    ]
}

fn named(
    random: &mut Random,
    forms_of_one: fn(&mut Random) -> Vec<String>,
    count: usize,
    policy: &Policy,
) -> Group {
    let mut forms = || {
        let forms = forms_of_one(random);
        let parties =
            forms.into_iter().map(|name| Party { kind: PartyKind::Person, ..party(&[name]) });
        parties.filter_map(|party| AnalysedRecord::of_party(&party, policy).ok()).collect()
    };
    Group { members: (0..count).map(|_| forms()).collect() }
}

fn forms_of_person(person: &InventedPerson, random: &mut Random) -> Vec<Party> {
    let InventedPerson { native, romanised, born } = person;
    let mut names = vec![native.clone(), romanised.clone()];
    let form = NameForm::read(romanised, Some(native));
    for _ in 0..2 {
        let convention = *random.pick(&Convention::ALL).unwrap();
        names.push(variant(&form, convention, random).0);
    }
    for _ in 0..4 {
        let change = *random.pick(&Perturbation::ALL).unwrap();
        names.extend(perturbed(romanised, Some(native), change, random));
    }
    names.push(mrz::name_field(romanised));
    names.extend(mrz::arabic_name_field(native));
    let kind = |random: &mut Random| match random.below(20) {
        0 => PartyKind::Unknown,
        _ => PartyKind::Person,
    };
    let mut parties = Vec::new();
    for name in &names {
        let mut party = Party { kind: kind(random), ..party(std::slice::from_ref(name)) };
        if random.chance(250) {
            party.names.push(PartyName::whole(random.pick(&names).unwrap().as_str()));
        }
        if random.chance(500) {
            party.births = DateStatement::read(&written(born, random)).into_iter().collect();
        }
        parties.push(party);
    }
    parties
}

/// A birth date as one paper or another has it.
fn written(born: &str, random: &mut Random) -> String {
    let mut numbers = born.split('-').map(|number| number.parse::<i16>().unwrap());
    let date = [numbers.next(), numbers.next(), numbers.next()].map(Option::unwrap);
    let small = |number: i16| u8::try_from(number).unwrap();
    let date = (date[0], small(date[1]), small(date[2]));
    match random.below(8) {
        0 => format!("{:04}", date.0),
        1 => format!("circa {:04}", date.0),
        2 => format!("{:04}-{:02}", date.0, date.1),
        3 => format!("{} to {}", date.0 - 1, date.0 + 1),
        4 | 5 => {
            let change = *random.pick(&DateChange::ALL).unwrap();
            changed_date(date, change, random).unwrap_or_else(|| born.to_owned())
        }
        _ => born.to_owned(),
    }
}

fn party(names: &[String]) -> Party {
    Party { names: names.iter().map(PartyName::whole).collect(), ..Party::default() }
}

/// Invented statements of parents: alike, contained, other own names, other fathers, no name.
const PARENTS: [&str; 8] = [
    "Zarvan",
    "Zarwan Torjan",
    "زروان ترجان",
    "Zarvan bin Qahtan",
    "Qahtan Zarvan",
    "Salmeen Torjan",
    "unknown",
    "Haji Zarvan Rawi",
];

/// A party analysed, now and then with documents, origin, other grades and dates of an alias.
fn record(party: &Party, random: &mut Random, policy: &Policy) -> Option<AnalysedRecord> {
    let mut party = party.clone();
    let country = |random: &mut Random| {
        let code = *random.pick(&["UTO", "XXA", "XXB"]).unwrap();
        Country { as_written: code.to_owned(), code: random.chance(800).then(|| code.to_owned()) }
    };
    if random.chance(150) {
        let kinds =
            [IdentifierKind::Passport, IdentifierKind::Other, IdentifierKind::DrivingLicence];
        let kind = *random.pick(&kinds).unwrap();
        let number = format!("UT{}", 1_000_000 + random.below(12));
        let mut identifier = Identifier::new(kind, "Document", number);
        identifier.issuer = random.chance(500).then(|| country(random));
        party.identifiers.push(identifier);
    }
    if random.chance(200) {
        party.nationalities.push(country(random));
        party.birthplaces.push(Place { country: Some(country(random)), ..Place::default() });
        party.sex = random.pick(&[Sex::Male, Sex::Female, Sex::Unspecified]).copied();
    }
    for role in [ParentRole::Father, ParentRole::Mother] {
        while random.chance(150) {
            let name = (*random.pick(&PARENTS).unwrap()).to_owned();
            party.parents.push(ParentStatement { role, name });
        }
    }
    let mut record = AnalysedRecord::of_party(&party, policy).ok()?;
    for name in record.names.iter_mut().chain(&mut record.as_thing) {
        if random.chance(200) {
            name.grade = *random.pick(&[NameGrade::Weak, NameGrade::Strong]).unwrap();
        }
        if random.chance(50) {
            name.births = DateStatement::read("1984-03-09").into_iter().collect();
        }
    }
    Some(record)
}

/// Words of invented things in a few languages, some of which mean the same.
const WORDS: [&str; 40] = [
    "Zarvan",
    "Zarwan",
    "Zar",
    "Van",
    "Kestrel",
    "Kestrell",
    "Bank",
    "Banco",
    "Банк",
    "بنك",
    "Trading",
    "General",
    "International",
    "Shipping",
    "Petroleum",
    "Oil",
    "Industrial",
    "Group",
    "Islamic",
    "Front",
    "Brigade",
    "Army",
    "Yemen",
    "Iran",
    "Iraq",
    "Khorasan",
    "Utopia",
    "Victory",
    "Star",
    "Sea",
    "Заря",
    "Зарван",
    "زروان",
    "الشركة",
    "Al",
    "of",
    "the",
    "&",
    "ZIG",
    "Holding",
];

const TYPES: [&str; 10] = ["LLC", "Ltd.", "GmbH", "ООО", "S.A.", "شركة", "MV", "M/T", "", ""];

fn things(kind: PartyKind, seed: u64, count: usize, policy: &Policy) -> Group {
    let mut random = Random::new(seed, "things");
    let mut members = Vec::new();
    for _ in 0..count {
        let length = 1 + random.below(4);
        let mut words: Vec<&str> = (0..length).map(|_| *random.pick(&WORDS).unwrap()).collect();
        let number = random.below(5).to_string();
        if random.chance(300) {
            words.push(&number);
        }
        if random.chance(300) {
            words.push(random.pick(&TYPES).unwrap());
        }
        let name = words.join(" ");
        let mut names = vec![name.clone()];
        for _ in 0..4 {
            let change = *random.pick(&Perturbation::ALL).unwrap();
            names.extend(perturbed(&name, None, change, &mut random));
        }
        names.push(words.iter().filter_map(|word| word.chars().next()).collect());
        let mut forms = Forms::new();
        for name in names {
            // a tenth of its papers do not tell what it is
            let kind = if random.chance(100) { PartyKind::Unknown } else { kind };
            let party = Party { kind, ..party(&[name]) };
            forms.extend(record(&party, &mut random, policy));
        }
        if !forms.is_empty() {
            members.push(forms);
        }
    }
    Group { members }
}

/// The entries of a list with up to five of their names.
pub(crate) fn entries(path: &Path) -> Vec<Entry> {
    let bytes = std::fs::read(path).unwrap();
    let file = SourceFile { name: "list", bytes: &bytes };
    let mut entries = read(&[file], &ReadOptions::default(), &mut |_| {}).unwrap().entries;
    for entry in &mut entries {
        entry.names.truncate(5);
    }
    entries
}
