//! Pairs of words that are one name, from the files of the manifest, without those held out.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use tamis_archive::digest::sha256;
use tamis_match::spelling::units::{Writing, finer, units};
use tamis_text::{NameKind, Part, Script, analyse};

use super::expectation::Pair;

/// A word as the matcher sees it.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) folded: String,
    pub(super) latin: String,
    pub(super) skeleton: Vec<u8>,
    pub(super) script: Script,
}

impl Word {
    pub(super) fn of(text: &str) -> Option<Self> {
        let analysed = analyse(text, NameKind::Person).ok()?;
        match analysed.parts.as_slice() {
            [part] => Some(Self::of_part(part)),
            _ => None,
        }
    }

    fn of_part(part: &Part) -> Self {
        Self {
            folded: part.folded.to_string(),
            latin: part.latin.to_string(),
            skeleton: part.skeleton.to_vec(),
            script: part.script,
        }
    }

    pub(super) fn units(&self) -> tamis_match::spelling::units::Units {
        units(&self.folded, &self.latin, Writing::of(self.script))
    }
}

/// Two writings of one name.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) latin: Word,
    pub(super) written: Word,
    pub(super) held_out: bool,
    pub(super) count: f64,
    pub(super) raw: (String, String),
}

impl Row {
    /// Whether its Arabic has letters that foreign names seldom have.
    pub(super) fn is_native(&self) -> bool {
        is_native(&self.written.folded)
    }

    /// Whether the two writings differ so much in length that one is another name of the bearer.
    pub(super) fn looks_mislabelled(&self) -> bool {
        let (latin, written) = (&self.raw.0, &self.raw.1);
        let consonants = latin.chars().filter(|letter| !"aeiouyhw'-".contains(*letter)).count();
        let silent = "اويىهعءأإآةавеёиоуыэюяйьъиוהיע'";
        let letters = written.chars().filter(|letter| !silent.contains(*letter)).count();
        let (least, most) = (consonants.min(letters), consonants.max(letters));
        written.is_ascii() || most >= 3 && least * 2 < most
    }

    pub(super) fn pair(&self) -> Pair {
        Pair { latin: finer(&self.latin.units()), written: self.written.units(), count: self.count }
    }
}

/// Whether a pair is held out from all training: SHA-256 of `latin <tab> written` is 0 mod 5.
pub(super) fn is_held_out(latin: &str, written: &str) -> bool {
    let hash = sha256(format!("{latin}\t{written}").as_bytes());
    hash.iter().fold(0_u32, |rest, byte| (rest * 256 + u32::from(*byte)) % 5) == 0
}

fn row(latin: &str, written: &str, count: f64) -> Option<Row> {
    if latin.is_empty() || written.is_empty() {
        return None;
    }
    Some(Row {
        held_out: is_held_out(latin, written),
        latin: Word::of(latin).filter(|word| word.script == Script::Latin)?,
        written: Word::of(written).filter(|word| word.script != Script::Latin)?,
        count,
        raw: (latin.to_owned(), written.to_owned()),
    })
}

/// The rows of a file of transliterations.
pub(super) fn of_file(data: &Path, file: &str) -> anyhow::Result<Vec<Row>> {
    let path = data.join(file);
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let mut rows = Vec::new();
    for line in text.lines() {
        if file.ends_with(".csv") {
            if let Some((written, latin)) = line.split_once(',').filter(|(one, _)| *one != "arabic")
            {
                rows.extend(row(latin, written, 1.0));
            }
        } else {
            let mut columns = line.split('\t');
            if let (Some(latin), Some(written)) = (columns.next(), columns.next()) {
                rows.extend(row(latin.trim(), &written.replace(' ', ""), 1.0));
            }
        }
    }
    Ok(rows)
}

/// What groups of spellings teach.
pub(super) struct Groups {
    /// Latin against one other script; a group counts about once.
    pub(super) across: BTreeMap<Script, Vec<Row>>,
    /// Latin against Latin.
    pub(super) latin: Vec<Pair>,
    /// Latin against Latin, of names that Arabic writes.
    pub(super) latin_of_arabic: Vec<Pair>,
}

pub(super) fn of_groups(data: &Path, file: &str) -> anyhow::Result<Groups> {
    let path = data.join(file);
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let mut groups =
        Groups { across: BTreeMap::new(), latin: Vec::new(), latin_of_arabic: Vec::new() };
    for line in text.lines() {
        let Some((names, _)) = line.rsplit_once(" => ") else { continue };
        groups.add(names);
    }
    Ok(groups)
}

impl Groups {
    fn add(&mut self, names: &str) {
        let forms: Vec<(&str, Word)> =
            names.split(", ").filter_map(|name| Some((name, Word::of(name)?))).collect();
        let (latin, rest): (Vec<_>, Vec<_>) =
            forms.iter().partition(|(_, word)| word.script == Script::Latin);
        let hubs: Vec<_> = rest
            .into_iter()
            .filter(|(_, word)| {
                matches!(word.script, Script::Arabic | Script::Hebrew | Script::Cyrillic)
            })
            .collect();
        for (name, hub) in &hubs {
            let near = latin.iter().filter(|(_, word)| near(&word.skeleton, &hub.skeleton));
            let count = share(near.clone().count());
            for (latin_name, word) in near {
                self.across.entry(hub.script).or_default().push(Row {
                    latin: word.clone(),
                    written: hub.clone(),
                    held_out: is_held_out(latin_name, name),
                    count,
                    raw: ((*latin_name).to_owned(), (*name).to_owned()),
                });
            }
        }
        self.add_latin(&latin, &hubs);
    }

    /// Latin forms that one form in letters of another script joins.
    fn add_latin(&mut self, latin: &[&(&str, Word)], hubs: &[&(&str, Word)]) {
        let native =
            hubs.iter().any(|(_, hub)| hub.script == Script::Arabic && is_native(&hub.folded));
        let spells = |word: &Word, hub: &Word| near(&word.skeleton, &hub.skeleton);
        let mut pairs = Vec::new();
        for (_, one) in latin {
            for (_, other) in latin {
                let joined = hubs.iter().any(|(_, hub)| spells(one, hub) && spells(other, hub));
                if joined && (native || one.folded != other.folded) {
                    pairs.push((one, other));
                }
            }
        }
        let count = share(pairs.len());
        let pairs = pairs.into_iter().map(|(one, other)| Pair {
            latin: one.units(),
            written: other.units(),
            count,
        });
        if native {
            self.latin_of_arabic.extend(pairs);
        } else {
            self.latin.extend(pairs);
        }
    }
}

/// What one pair of so many of a group counts: large groups count more than small ones, and less than
/// by their pairs.
fn share(pairs: usize) -> f64 {
    1.0 / (pairs.max(1) as f64).sqrt()
}

fn is_native(written: &str) -> bool {
    written.contains(['ح', 'ص', 'ض', 'ع', 'ظ', 'ذ', 'ث', 'ق'])
}

/// Whether the consonants are close enough for a form to spell another.
fn near(one: &[u8], other: &[u8]) -> bool {
    let edits = match one.len().min(other.len()) {
        0..=2 => 0,
        3..=4 => 1,
        _ => 2,
    };
    tamis_text::distance::optimal_string_alignment(one, other, edits).is_some()
}
