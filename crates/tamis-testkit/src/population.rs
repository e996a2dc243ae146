//! A generated list of any length, for measuring at a size that no real list has: entries with four
//! names each, the same for everybody who asks with the same seed.
//!
//! Each entry depends on the seed and its number alone, so that a list is never in memory as a whole, a
//! longer list begins with the shorter one, and people who are not listed are those of higher numbers.
//! Parts of names are drawn with the frequencies of committed tables: `data/population.tsv` (bearers
//! counted in Wikidata and on the official lists) and the tables of `tamis-generate` by region and
//! script. [`Census`] checks that what comes out is as concentrated as the specification asks.

mod census;
mod people;
mod queries;
mod table;

pub use census::{Census, CensusFailure, Findings};
pub use people::SHARES;
pub use queries::QueryKind;

use tamis_generate::Random;
use tamis_model::{
    Country, DateStatement, Entry, EntryId, Identifier, IdentifierKind, ListId, ListedName,
    NameGrade, PartyKind,
};

use people::Individual;

/// Names of each entry.
pub const NAMES: usize = 4;

/// A list of generated entries.
#[derive(Debug, Clone, Copy)]
pub struct Population {
    seed: u64,
    entries: u32,
}

impl Population {
    /// The seed of the lists whose figures are told.
    pub const SEED: u64 = 20_261_127;

    /// The list of so many entries.
    #[must_use]
    pub const fn new(seed: u64, entries: u32) -> Self {
        Self { seed, entries }
    }

    /// How many entries it has.
    #[must_use]
    pub const fn len(&self) -> u32 {
        self.entries
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries == 0
    }

    /// The entries, one after the other.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + use<> {
        let list = *self;
        (0..list.entries).map(move |number| list.entry(number))
    }

    /// The entry of a number; numbers beyond the list are people of the same kind who are not listed.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a constant that is a list's id")]
    pub fn entry(&self, number: u32) -> Entry {
        let mut random = self.random(number, "entries");
        let person = Individual::drawn(&mut random);
        let list = ListId::new("size").expect("an id");
        let mut entry = Entry::new(EntryId::new(&list, &format!("{number:07}")), PartyKind::Person);
        let weak = if random.chance(300) { NameGrade::Weak } else { NameGrade::Strong };
        let grades = [NameGrade::Primary, NameGrade::OriginalScript, NameGrade::Unrated, weak];
        let names = person.names(&mut random).into_iter().zip(grades);
        entry.names =
            names.map(|(name, grade)| ListedName::new(name, grade, "generated")).collect();
        entry.births = stated(&person.born, &mut random).into_iter().collect();
        if random.chance(100) {
            let number = format!("P{:08}", random.below(100_000_000));
            let mut passport = Identifier::new(IdentifierKind::Passport, "Passport", number);
            passport.issuer =
                Some(Country { as_written: "UTO".to_owned(), code: Some("UTO".to_owned()) });
            entry.identifiers.push(passport);
        }
        entry
    }

    fn random(&self, number: u32, purpose: &str) -> Random {
        Random::new(self.seed ^ u64::from(number) << 24, purpose)
    }
}

/// A birth date as lists state it: one in eight not at all, one in eight as a year, one in sixteen
/// about a year.
fn stated(born: &str, random: &mut Random) -> Option<DateStatement> {
    let year = born.get(..4)?;
    let text = match random.below(16) {
        0 | 1 => return None,
        2 | 3 => year.to_owned(),
        4 => format!("{year}~"),
        _ => born.to_owned(),
    };
    DateStatement::read(&text).ok()
}

#[cfg(test)]
mod tests;
