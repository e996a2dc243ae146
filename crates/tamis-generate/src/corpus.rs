//! The corpus of names: pairs of records with the side of the threshold on which they belong, and
//! the rule that says so. The files are `corpus/names/*.toml`; their format is told beside them.
//!
//! It reads cases and knows no matcher: who runs them makes records of the plain texts.

use toml::{Table, Value};

/// A file of the corpus: its name, and its text.
type File = (&'static str, &'static str);

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../../corpus/names/", $name)))),+]
    };
}

/// The files, in the order in which they are told. A test checks that none of the folder is missing.
const FILES: [File; 19] = files![
    "n01-own-name-first.toml",
    "n02-appended-father.toml",
    "n03-compounds.toml",
    "n04-tribes.toml",
    "n05-titles.toml",
    "n06-maghrebi-french.toml",
    "n07-turkish-kurdish.toml",
    "n08-caucasus-central-asia.toml",
    "n09-somali.toml",
    "n10-malay-filipino.toml",
    "n11-balkan.toml",
    "n12-east-asian.toml",
    "n13-noms-de-guerre.toml",
    "n14-several-values.toml",
    "n15-truncation.toml",
    "parents.toml",
    "policy.toml",
    "things.toml",
    "anchors.toml",
];

/// One side of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CorpusSide {
    /// Its names.
    pub names: Vec<String>,
    /// Its birth dates, as a clerk writes them; empty where it has none.
    pub born: String,
    /// The issuing state and the number of its passport.
    pub passport: Option<(String, String)>,
    /// What it states as its father's name.
    pub father: Option<String>,
    /// What it states as its mother's name.
    pub mother: Option<String>,
}

/// A pair of records and what must become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorpusCase {
    /// The file it stands in.
    pub file: &'static str,
    /// The short name of its phenomenon: `N1`, `policy`, `anchor`.
    pub phenomenon: String,
    /// What the phenomenon is called.
    pub phenomenon_name: String,
    /// The party.
    pub party: CorpusSide,
    /// The entry.
    pub entry: CorpusSide,
    /// The word for the kind of both: `person`, `organisation` …
    pub kind: String,
    /// The word for the grade of the entry's names: `primary`, `weak` …
    pub grade: String,
    /// Whether it must be a hit.
    pub hit: bool,
    /// The class that the hit must have, where one rule alone gives it.
    pub class: Option<String>,
    /// The policies under which this holds.
    pub policies: Vec<String>,
    /// The rule that decides.
    pub reason: String,
    /// Why the matcher does not satisfy it yet.
    pub pending: Option<String>,
}

/// Why a file of the corpus is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorpusError {
    /// It is no TOML.
    #[error("{file}: {why}")]
    NoToml {
        /// Which file.
        file: &'static str,
        /// What the parser says.
        why: String,
    },
    /// A key is missing, of another type, or not known.
    #[error("{file}, case {case}: `{key}` is missing, unknown or not of its type")]
    Key {
        /// Which file.
        file: &'static str,
        /// Which case, from 1; 0 is the head of the file.
        case: usize,
        /// Which key.
        key: String,
    },
}

/// All cases.
///
/// # Errors
/// [`CorpusError`] for the first file or case that can't be read.
pub fn cases() -> Result<Vec<CorpusCase>, CorpusError> {
    let mut cases = Vec::new();
    for file in FILES {
        read(file, &mut cases)?;
    }
    Ok(cases)
}

fn read((file, text): File, cases: &mut Vec<CorpusCase>) -> Result<(), CorpusError> {
    let no_toml = |error: toml::de::Error| CorpusError::NoToml { file, why: error.to_string() };
    let table: Table = text.parse().map_err(no_toml)?;
    let head = Reader { file, case: 0, table: &table };
    head.check(&["phenomenon", "name", "hit", "no_hit"])?;
    for (section, hit) in [("hit", true), ("no_hit", false)] {
        let rows = table.get(section).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        for (at, row) in rows.iter().enumerate() {
            let missing = || head.wrong(section);
            let row = Reader { file, case: at + 1, table: row.as_table().ok_or_else(missing)? };
            cases.push(row.case(&head, hit)?);
        }
    }
    Ok(())
}

/// What a case may say.
const KEYS: [&str; 16] = [
    "party",
    "entry",
    "kind",
    "grade",
    "party_born",
    "entry_born",
    "party_identifier",
    "entry_identifier",
    "party_father",
    "entry_father",
    "party_mother",
    "entry_mother",
    "policies",
    "class",
    "reason",
    "pending",
];

struct Reader<'a> {
    file: &'static str,
    case: usize,
    table: &'a Table,
}

impl Reader<'_> {
    fn wrong(&self, key: &str) -> CorpusError {
        CorpusError::Key { file: self.file, case: self.case, key: key.to_owned() }
    }

    fn check(&self, known: &[&str]) -> Result<(), CorpusError> {
        let unknown = self.table.keys().find(|key| !known.contains(&key.as_str()));
        unknown.map_or(Ok(()), |key| Err(self.wrong(key)))
    }

    fn optional(&self, key: &str) -> Result<Option<String>, CorpusError> {
        let text = |value: &Value| value.as_str().map(str::to_owned).ok_or_else(|| self.wrong(key));
        self.table.get(key).map(text).transpose()
    }

    fn text(&self, key: &str) -> Result<String, CorpusError> {
        self.optional(key)?.ok_or_else(|| self.wrong(key))
    }

    fn case(&self, head: &Self, hit: bool) -> Result<CorpusCase, CorpusError> {
        self.check(&KEYS)?;
        Ok(CorpusCase {
            file: self.file,
            phenomenon: head.text("phenomenon")?,
            phenomenon_name: head.text("name")?,
            party: self.side("party")?,
            entry: self.side("entry")?,
            kind: self.optional("kind")?.unwrap_or_else(|| "person".to_owned()),
            grade: self.optional("grade")?.unwrap_or_else(|| "primary".to_owned()),
            hit,
            class: self.optional("class")?,
            policies: self.policies()?,
            reason: self.text("reason")?,
            pending: self.optional("pending")?,
        })
    }

    fn side(&self, side: &str) -> Result<CorpusSide, CorpusError> {
        let names = self.text(side)?.split('|').map(|name| name.trim().to_owned()).collect();
        let born = self.optional(&format!("{side}_born"))?.unwrap_or_default();
        let key = format!("{side}_identifier");
        let passport = self.optional(&key)?;
        let passport = passport
            .map(|text| match text.split_once(' ') {
                Some((issuer, number)) => Ok((issuer.to_owned(), number.to_owned())),
                None => Err(self.wrong(&key)),
            })
            .transpose()?;
        let parent = |which| self.optional(&format!("{side}_{which}"));
        let (father, mother) = (parent("father")?, parent("mother")?);
        Ok(CorpusSide { names, born, passport, father, mother })
    }

    fn policies(&self) -> Result<Vec<String>, CorpusError> {
        let Some(value) = self.table.get("policies") else {
            return Ok(["vetting", "bulk"].map(str::to_owned).to_vec());
        };
        let names = value.as_array().map_or(&[][..], Vec::as_slice);
        let names: Option<Vec<String>> =
            names.iter().map(|name| name.as_str().map(str::to_owned)).collect();
        names.filter(|names| !names.is_empty()).ok_or_else(|| self.wrong("policies"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn every_file_of_the_folder_is_read() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/names");
        let names = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
        let found: BTreeSet<String> = names
            .map(|name| name.into_string().unwrap())
            .filter(|name| name.ends_with(".toml"))
            .collect();
        assert_eq!(found, FILES.iter().map(|(name, _)| (*name).to_owned()).collect());
    }

    #[test]
    fn every_phenomenon_has_hits_and_others() {
        let cases = cases().unwrap();
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for case in &cases {
            let count = counts.entry(&case.phenomenon).or_default();
            *(if case.hit { &mut count.0 } else { &mut count.1 }) += 1;
        }
        assert_eq!(counts.len(), FILES.len());
        for (phenomenon, (hits, others)) in counts {
            assert!(hits + others >= 12 && hits > 0 && others > 0, "{phenomenon}");
        }
    }

    #[test]
    fn no_case_stands_twice() {
        let mut known = BTreeSet::new();
        for case in cases().unwrap() {
            let same = format!(
                "{} {} {:?} {:?} {}",
                case.file, case.grade, case.party, case.entry, case.hit
            );
            assert!(known.insert(same.clone()), "{same}");
        }
    }

    #[test]
    fn a_key_that_nobody_knows_is_an_error() {
        let text = "phenomenon = \"N0\"\nname = \"x\"\n[[hit]]\nparty = \"a\"\nentry = \"b\"\n\
                    reason = \"c\"\nscript = \"Latin\"\n";
        let wrong = CorpusError::Key { file: "x.toml", case: 1, key: "script".to_owned() };
        assert_eq!(read(("x.toml", text), &mut Vec::new()), Err(wrong));
    }
}
