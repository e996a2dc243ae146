//! People of the generated list: where they are from, how often, and the four names that a list has of
//! them.

use tamis_generate::person::invented;
use tamis_generate::perturbation::{Perturbation, perturbed};
use tamis_generate::region::region;
use tamis_generate::transcription::cyrillic;
use tamis_generate::variant::variant;
use tamis_generate::{Convention, InventedPerson, NameForm, Random};

use super::NAMES;
use super::table::Writing;

/// Of a thousand people, how many are of each group: tables of `tamis-generate`, then writings of the
/// table of bearers. An estimate of what official lists together hold: half of the regions whose names
/// meet them, the rest of everywhere else, and every script that must work in ten of a thousand at least.
pub const SHARES: [(&str, u32); 27] = [
    ("levant_iraq", 80),
    ("gulf_yemen", 60),
    ("egypt_sudan", 60),
    ("maghreb", 60),
    ("somali", 25),
    ("afghan_pakistani", 80),
    ("turkish_kurdish", 30),
    ("caucasus_central_asian", 30),
    ("indonesian_filipino", 30),
    ("balkan", 15),
    ("west_african", 20),
    ("script_cyrillic", 40),
    ("script_hebrew", 10),
    ("script_thai", 10),
    ("script_kana", 10),
    ("script_greek", 10),
    ("script_armenian", 10),
    ("script_georgian", 10),
    ("script_bengali", 20),
    ("devanagari", 20),
    ("arabic", 40),
    ("cyrillic", 80),
    ("hebrew", 20),
    ("han", 40),
    ("kana", 25),
    ("hangul", 25),
    ("listed", 140),
];

/// Of a thousand people of a region, how many have a family name that its short table does not know:
/// such tables have sixty parts, and no population ends there.
const OTHER_FAMILY: usize = 250;

/// A person of the list.
#[derive(Debug)]
pub(crate) struct Individual {
    romanised: String,
    native: String,
    pub(crate) born: String,
}

impl Individual {
    pub(crate) fn drawn(random: &mut Random) -> Self {
        let group = random.weighted(&SHARES, |(_, share)| *share).map_or("", |(group, _)| *group);
        match region(group).and_then(|region| invented(region, random)) {
            Some(InventedPerson { native, romanised, born }) => {
                let mut person = Self { romanised, native, born };
                if !group.starts_with("script_") && random.chance(OTHER_FAMILY) {
                    person.take_family(random);
                }
                person
            }
            None => Self::counted(group, random),
        }
    }

    /// A person whose parts come of the table of bearers.
    fn counted(group: &str, random: &mut Random) -> Self {
        let writing = match group {
            "devanagari" => Writing::Devanagari,
            "arabic" => Writing::Arabic,
            "cyrillic" => Writing::Cyrillic,
            "hebrew" => Writing::Hebrew,
            "han" => Writing::Han,
            "kana" => Writing::Kana,
            "hangul" => Writing::Hangul,
            _ => Writing::Listed,
        };
        let count = 2 + usize::from(random.chance(250));
        let parts: Vec<_> = (0..count).map(|_| writing.parts().drawn(random)).collect();
        let latin: Vec<String> = parts.iter().map(|(latin, _)| capitalised(latin)).collect();
        let native: Vec<&str> = parts.iter().map(|(_, native)| *native).collect();
        let year = 1930 + random.below(75);
        Self {
            native: match writing {
                Writing::Listed => family_first(&latin),
                _ => native.join(writing.between()),
            },
            romanised: latin.join(" "),
            born: format!("{year}-{:02}-{:02}", 1 + random.below(12), 1 + random.below(28)),
        }
    }

    /// Another part instead of the last, as the counted people of its writing have it.
    fn take_family(&mut self, random: &mut Random) {
        let is_arabic = self.native.chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter));
        let is_cyrillic =
            self.native.chars().any(|letter| ('\u{400}'..'\u{500}').contains(&letter));
        let (latin, native) = match (is_arabic, is_cyrillic) {
            (true, _) => Writing::Arabic.parts().drawn(random),
            (_, true) => Writing::Cyrillic.parts().drawn(random),
            _ => Writing::Listed.parts().drawn(random),
        };
        let native = if is_arabic || is_cyrillic { native.to_owned() } else { capitalised(latin) };
        for (name, last) in [(&mut self.romanised, capitalised(latin)), (&mut self.native, native)]
        {
            if let Some((begin, _)) = name.rsplit_once(' ') {
                *name = format!("{begin} {last}");
            }
        }
    }

    /// The names of its entry: romanised, native, romanised otherwise, and an alias.
    pub(crate) fn names(&self, random: &mut Random) -> [String; NAMES] {
        let Self { romanised, native, .. } = self;
        let other = self.other_romanisation(random).unwrap_or_else(|| reordered(romanised));
        let alias = self.alias(random).unwrap_or_else(|| reordered(romanised));
        [romanised.clone(), native.clone(), other, alias]
    }

    fn other_romanisation(&self, random: &mut Random) -> Option<String> {
        let Self { romanised, native, .. } = self;
        if random.chance(150) {
            return cyrillic(romanised);
        }
        let convention = *random.pick(&Convention::ALL)?;
        let form = NameForm::read(romanised, Some(native));
        let other = form.spelt(convention, random.chance(300), random);
        (other != *romanised).then_some(other)
    }

    fn alias(&self, random: &mut Random) -> Option<String> {
        let Self { romanised, native, .. } = self;
        if random.chance(300) {
            let convention = *random.pick(&Convention::ALL)?;
            return Some(variant(&NameForm::read(romanised, Some(native)), convention, random).0);
        }
        let mut changed = |_| {
            let change = *random.pick(&Perturbation::ALL)?;
            let original = (change == Perturbation::Romanisation).then_some(native.as_str());
            perturbed(romanised, original, change, random)
        };
        (0..4).find_map(&mut changed)
    }
}

fn capitalised(part: &str) -> String {
    let mut letters = part.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `FAMILY, Given`, as lists write it.
fn family_first(parts: &[String]) -> String {
    match parts {
        [others @ .., last] => format!("{}, {}", last.to_uppercase(), others.join(" ")),
        [] => String::new(),
    }
}

fn reordered(name: &str) -> String {
    let parts: Vec<String> = name.split(' ').map(str::to_owned).collect();
    family_first(&parts)
}
