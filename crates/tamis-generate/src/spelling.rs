//! A name as sounds and units, spelt by one of six conventions.
//!
//! The original of an Arabic name has no short vowels, so the vowels come from the listed Latin form,
//! and the original decides what Latin letters leave open (k of q, z of dh).

mod listed;

use crate::conventions::written;
use crate::letters::{capitalised, plain, words};
use crate::random::Random;
use listed::{Rough, behind_article, original_units, sounds, units};

/// A way of writing Arabic names in Latin letters, marks left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Convention {
    /// The system of the United Nations.
    UnitedNations,
    /// The usage of United States lists.
    Ics630,
    /// French papers of the Maghreb.
    French,
    /// German papers.
    German,
    /// Turkish papers.
    Turkish,
    /// As it comes: any of the spellings that lists hold side by side.
    Free,
}

impl Convention {
    /// All six.
    pub const ALL: [Self; 6] =
        [Self::UnitedNations, Self::Ics630, Self::French, Self::German, Self::Turkish, Self::Free];

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::UnitedNations => "UN",
            Self::Ics630 => "ICS-630",
            Self::French => "French",
            Self::German => "German",
            Self::Turkish => "Turkish",
            Self::Free => "free",
        }
    }

    const fn column(self) -> usize {
        self as usize
    }

    fn article(self, random: &mut Random) -> &'static str {
        match self {
            Self::UnitedNations | Self::Ics630 | Self::German => "al-",
            Self::French => "El ",
            Self::Turkish => "el-",
            Self::Free => random.pick(&["al-", "Al ", "el ", "Al"]).copied().unwrap_or("al-"),
        }
    }
}

/// What stands before the sounds of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// Nothing.
    Nothing,
    /// The article.
    Article,
    /// Servant of: ʿAbd al-.
    Servant,
    /// Father of: Abu.
    Father,
    /// Father of, and the article.
    FatherArticle,
}

/// What stands behind the sounds of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// Nothing.
    Nothing,
    /// Of the faith: al-Din.
    Faith,
    /// Of God: -ullah.
    God,
}

/// One unit of a name: a part however it is spaced, or a word between parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// A part.
    Part {
        /// What stands before it.
        before: Before,
        /// Its sounds, a character each.
        sounds: String,
        /// What stands behind it.
        behind: Behind,
    },
    /// Son of.
    Son,
    /// A word as it is.
    Word(String),
}

/// A name as units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameForm {
    /// Its units, in order.
    pub units: Vec<Unit>,
}

impl NameForm {
    /// Reads a listed Latin name, with the original where there is one.
    #[must_use]
    pub fn read(latin: &str, original: Option<&str>) -> Self {
        let words: Vec<String> = words(&plain(latin));
        let rough = units(&words);
        let hints = original.map(original_units).unwrap_or_default();
        let parts = rough.iter().filter(|unit| matches!(unit, Rough::Part { .. })).count();
        let mut hints = if hints.len() == parts { hints } else { Vec::new() }.into_iter();
        let units = rough
            .into_iter()
            .map(|unit| match unit {
                Rough::Part { before, letters, behind } => {
                    let hint = hints.next();
                    let glued = hint.as_deref().and_then(|hint| behind_article(&letters, hint));
                    match glued.filter(|_| before == Before::Nothing) {
                        Some(bare) => Unit::Part {
                            before: Before::Article,
                            sounds: sounds(bare, hint.as_deref()),
                            behind,
                        },
                        None => {
                            Unit::Part { before, sounds: sounds(&letters, hint.as_deref()), behind }
                        }
                    }
                }
                Rough::Son => Unit::Son,
                Rough::Word(word) => Unit::Word(word),
            })
            .collect();
        Self { units }
    }

    /// The name by a convention. `respaced`: compounds are split where the convention joins them, and
    /// the other way.
    #[must_use]
    pub fn spelt(&self, convention: Convention, respaced: bool, random: &mut Random) -> String {
        let spelt = self.units.iter().map(|unit| spelt(unit, convention, respaced, random));
        spelt.collect::<Vec<_>>().join(" ")
    }

    /// Places of the units that are parts.
    #[must_use]
    pub fn parts(&self) -> Vec<usize> {
        let parts = self.units.iter().enumerate();
        parts.filter(|(_, unit)| matches!(unit, Unit::Part { .. })).map(|(at, _)| at).collect()
    }

    /// Whether a compound is among the units.
    #[must_use]
    pub fn has_compound(&self) -> bool {
        self.units.iter().any(|unit| match unit {
            Unit::Part { before, behind, .. } => {
                *before == Before::Servant || *behind != Behind::Nothing
            }
            _ => false,
        })
    }
}

fn letters(sounds: &str, convention: Convention, random: &mut Random) -> String {
    let mut letters = String::new();
    let last = sounds.chars().count().saturating_sub(1);
    for (at, sound) in sounds.chars().enumerate() {
        let alternatives = written(sound, convention.column());
        if alternatives.contains('|') {
            // the first is the usual one, the others are what lists hold beside it
            let all: Vec<&str> = alternatives.split('|').collect();
            // the last vowel of a nisba is an i for everybody
            let usual = at == last || random.chance(600);
            let one = if usual { all.first() } else { random.pick(&all) };
            letters.push_str(one.copied().unwrap_or_default());
        } else {
            letters.push_str(alternatives);
        }
    }
    letters
}

fn spelt(unit: &Unit, convention: Convention, respaced: bool, random: &mut Random) -> String {
    use Convention::{Free, French, German, Ics630, Turkish, UnitedNations};
    let (before, sounds, behind) = match unit {
        Unit::Son => {
            return match convention {
                UnitedNations | Turkish => "bin",
                Ics630 => "Bin",
                French => "Ben",
                German => "ibn",
                Free => "bin",
            }
            .to_owned();
        }
        Unit::Word(word) => return word.clone(),
        Unit::Part { before, sounds, behind } => (*before, sounds, *behind),
    };
    let body = letters(sounds, convention, random);
    let name = capitalised(&body);
    let tail = match (behind, convention) {
        (Behind::Nothing, _) => name,
        (Behind::Faith, French) if !respaced => format!("{name}eddine"),
        (Behind::Faith, Turkish) if !respaced => format!("{name}ettin"),
        (Behind::Faith, Free) if !respaced => format!("{name}uddin"),
        (Behind::Faith, French) => format!("{name} Eddine"),
        (Behind::Faith, Turkish | Free) => format!("{name} Uddin"),
        (Behind::Faith, UnitedNations) if !respaced => format!("{name} al-Din"),
        (Behind::Faith, Ics630) if !respaced => format!("{name}-al-Din"),
        (Behind::Faith, German) if !respaced => format!("{name} ad-Din"),
        (Behind::Faith, _) => format!("{name}aldin"),
        (Behind::God, Free) if !respaced => format!("{name} Ullah"),
        (Behind::God, UnitedNations | Ics630 | French) if !respaced => format!("{name}allah"),
        (Behind::God, _) if !respaced => format!("{name}ullah"),
        (Behind::God, Free) => format!("{name}ullah"),
        (Behind::God, _) => format!("{name} Allah"),
    };
    let is_god = ["la", "lah", "ala", "alah"].contains(&sounds.as_str());
    match before {
        Before::Nothing => tail,
        Before::Article => format!("{}{tail}", convention.article(random)),
        Before::Servant if is_god => match (convention, respaced) {
            (_, true) => "Abd Allah".to_owned(),
            (Ics630 | French, _) => "Abdallah".to_owned(),
            (Free, _) => "Abdulla".to_owned(),
            _ => "Abdullah".to_owned(),
        },
        Before::Servant => servant(&body, &tail, convention, respaced),
        Before::Father | Before::FatherArticle => {
            let father = match convention {
                UnitedNations | Ics630 | German => "Abu",
                French => "Abou",
                Turkish => "Ebu",
                Free => random.pick(&["Abu", "Abou", "Abo"]).copied().unwrap_or("Abu"),
            };
            let article =
                if before == Before::FatherArticle { convention.article(random) } else { "" };
            format!("{father} {article}{tail}")
        }
    }
}

/// Servant of: the article assimilates before sun letters where the convention joins.
fn servant(body: &str, tail: &str, convention: Convention, respaced: bool) -> String {
    let first = body.chars().next().unwrap_or('l');
    let sun = "tdrszn".contains(first);
    let linked = if sun { first } else { 'l' };
    let joined = match convention {
        Convention::French => format!("Abde{linked}{body}"),
        Convention::Turkish => format!("Abdu{linked}{body}"),
        Convention::Free | Convention::German => format!("Abdu{linked}{body}"),
        Convention::UnitedNations | Convention::Ics630 => format!("Abdal{body}"),
    };
    let apart = match convention {
        Convention::UnitedNations => format!("Abd al-{tail}"),
        Convention::Ics630 => format!("'Abd-al-{tail}"),
        Convention::French => format!("Abd El {tail}"),
        Convention::German => format!("Abd a{linked}-{tail}"),
        Convention::Turkish | Convention::Free => format!("Abdul {tail}"),
    };
    let joins = matches!(convention, Convention::French | Convention::Turkish);
    if joins != respaced { joined } else { apart }
}

#[cfg(test)]
mod tests;
