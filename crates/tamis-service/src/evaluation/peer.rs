//! Scores of another matcher for the same questions: its figures beside those of Tamis.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::EvaluationError;
use super::counts::Counts;
use super::report::{EvaluationSet, Figure};
use super::source::{Table, cell};

/// The threshold of `logic-v2`, which it shares with Tamis.
const THRESHOLD: f64 = 0.70;

/// The scores, by the ids of the questions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PeerScores {
    /// Name of the peer, for the figures.
    pub name: String,
    /// Score by id, 0 to 1.
    pub scores: HashMap<String, f64>,
    /// The score from which the peer calls a pair a match.
    pub threshold: f64,
}

/// The id of a person who is asked of the list of a set.
#[must_use]
pub fn asking_id(set: &EvaluationSet, place: usize) -> String {
    format!("{}:asked-{place}", set.group)
}

impl PeerScores {
    /// Reads a CSV file with the columns `id` and `score`; a row without a number has no score.
    ///
    /// # Errors
    /// [`EvaluationError`] when the file can't be read or lacks a column.
    pub fn open(path: &Path, name: &str) -> Result<Self, EvaluationError> {
        let file = File::open(path)
            .map_err(|source| EvaluationError::File { path: path.to_owned(), source })?;
        Self::read(BufReader::new(file), path.to_owned(), name)
    }

    /// The same of bytes; the path is what errors call them.
    ///
    /// # Errors
    /// [`EvaluationError`] when a column lacks.
    pub fn read(bytes: impl BufRead, path: PathBuf, name: &str) -> Result<Self, EvaluationError> {
        let table = Table::read(bytes, path)?;
        let (id, score) = (table.column("id")?, table.column("score")?);
        let scored = table
            .rows
            .iter()
            .filter_map(|row| Some((cell(row, id).to_owned(), cell(row, score).parse().ok()?)));
        Ok(Self { name: name.to_owned(), scores: scored.collect(), threshold: THRESHOLD })
    }

    /// Puts the peer's figures beside those of a set: of labelled pairs and of people asked of a list.
    /// Where it scored a part of the pairs, both are told of that part.
    pub fn add_to(&self, set: &mut EvaluationSet) {
        self.add_pairs(set);
        self.add_asked(set);
    }

    fn add_pairs(&self, set: &mut EvaluationSet) {
        let (mut peer, mut own) = (Counts::default(), Counts::default());
        for pair in &set.pairs {
            let Some(score) = self.scores.get(&pair.id) else { continue };
            peer.add(pair.is_match, *score >= self.threshold);
            own.add(pair.is_match, pair.score >= tamis_model::Threshold::DEFAULT.score());
        }
        if peer.total() == 0 {
            return;
        }
        let whole =
            set.figures.iter().find(|figure| figure.measure == "F1" && figure.of.is_empty());
        let of = match whole {
            Some(f1) if f1.trials == peer.total() => "",
            _ => "the pairs that the peer was asked",
        };
        if !of.is_empty() {
            set.figures.extend(own.figures(of));
        }
        for theirs in peer.figures(of) {
            beside(set, &theirs);
        }
    }

    fn add_asked(&self, set: &mut EvaluationSet) {
        let (mut alerted, mut asked) = (0, 0);
        for place in 0..set.asking.people.len() {
            let Some(score) = self.scores.get(&asking_id(set, place)) else { continue };
            asked += 1;
            alerted += u64::from(*score >= self.threshold);
        }
        if asked == set.asking.people.len() as u64 {
            beside(set, &Figure::share(ASKED_ALERTED, alerted, asked));
        }
    }
}

/// The figure of people who are asked of a list.
pub(super) const ASKED_ALERTED: &str = "alerted, with birth date";

/// Puts a figure beside the one that measures the same.
fn beside(set: &mut EvaluationSet, theirs: &Figure) {
    let same = |own: &&mut Figure| own.measure == theirs.measure && own.of == theirs.of;
    if let Some(own) = set.figures.iter_mut().find(same) {
        own.peer = Some(theirs.interval);
    }
}

#[cfg(test)]
mod tests {
    use tamis_model::Score;

    use super::super::report::ScoredPair;
    use super::*;

    fn set(ids: &[(&str, bool)]) -> EvaluationSet {
        let mut set = EvaluationSet::new("labelled", "");
        let mut counts = Counts::default();
        for (id, is_match) in ids {
            counts.add(*is_match, true);
            set.pairs.push(ScoredPair {
                id: (*id).to_owned(),
                schema: "Person",
                is_match: *is_match,
                set_aside: false,
                score: Score::MAX,
                sides: Default::default(),
            });
        }
        set.figures = counts.figures("");
        set
    }

    fn check(ids: &[(&str, bool)], measure: &str, of: &str, expected: (f64, f64)) {
        let mut set = set(ids);
        let scores = [("a".to_owned(), 0.9), ("b".to_owned(), 0.8), ("d".to_owned(), 0.1)].into();
        PeerScores { name: "peer".to_owned(), scores, threshold: 0.7 }.add_to(&mut set);
        let found = set.figures.iter().find(|f| f.measure == measure && f.of == of).unwrap();
        let peer = found.peer.map(|interval| interval.value);
        assert_eq!((found.interval.value, peer), (expected.0, Some(expected.1)), "{measure} {of}");
    }

    #[test]
    fn the_figures_of_the_peer_stand_beside() {
        let all = [("a", true), ("b", false), ("d", true)];
        check(&all, "recall", "", (1.0, 0.5));
        check(&all, "precision", "", (2.0 / 3.0, 0.5));
    }

    #[test]
    fn what_the_peer_was_not_asked_is_left_out_on_both_sides() {
        let some = [("a", true), ("b", false), ("c", true)];
        let of = "the pairs that the peer was asked";
        check(&some, "precision", of, (0.5, 0.5));
    }
}
