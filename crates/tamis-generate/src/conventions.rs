//! The tables of sounds: how listed letters are read, how each convention writes a sound.

use std::sync::OnceLock;

const WRITTEN: &str = include_str!("../data/conventions.tsv");
const READ: &str = include_str!("../data/readings.tsv");

/// How letters are read, under a condition on the original.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) letters: &'static str,
    pub(crate) sounds: &'static str,
    has: &'static str,
    has_not: &'static str,
}

impl Reading {
    /// Whether the condition holds; without an original only lines without a condition do.
    pub(crate) fn holds(&self, original: Option<&str>) -> bool {
        match original {
            None => self.has.is_empty(),
            Some(text) => {
                (self.has.is_empty() || text.contains(|letter| self.has.contains(letter)))
                    && !text.contains(|letter| self.has_not.contains(letter))
            }
        }
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

/// The readings, longer letters first.
pub(crate) fn readings() -> &'static [Reading] {
    static READINGS: OnceLock<Vec<Reading>> = OnceLock::new();
    READINGS.get_or_init(|| {
        let mut readings: Vec<Reading> = rows(READ)
            .filter_map(|row| {
                Some(Reading {
                    letters: row.first()?,
                    sounds: row.get(1)?,
                    has: row.get(2).copied().unwrap_or_default(),
                    has_not: row.get(3).copied().unwrap_or_default(),
                })
            })
            .collect();
        readings.sort_by_key(|reading| std::cmp::Reverse(reading.letters.len()));
        readings
    })
}

/// The letters of a sound in the column of a convention; those of the free one may be several.
pub(crate) fn written(sound: char, column: usize) -> &'static str {
    static SOUNDS: OnceLock<Vec<(char, Vec<&'static str>)>> = OnceLock::new();
    let sounds = SOUNDS.get_or_init(|| {
        rows(WRITTEN)
            .filter_map(|row| {
                let sound = row.first()?.chars().next()?;
                Some((sound, row.into_iter().skip(1).collect()))
            })
            .collect()
    });
    sounds
        .iter()
        .find(|(own, _)| *own == sound)
        .and_then(|(_, columns)| columns.get(column))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sound_that_is_read_can_be_written_in_all_conventions() {
        for reading in readings() {
            for column in 0..6 {
                for sound in reading.sounds.chars() {
                    assert!(!written(sound, column).is_empty(), "{sound} {column}");
                }
            }
        }
    }
}
