//! Scores of another matcher for the same labelled pairs: its figures beside those of Tamis.

use std::collections::HashMap;
use std::path::Path;

use super::EvaluationError;
use super::counts::Counts;
use super::report::{EvaluationSet, Figure};
use super::source::{Table, cell};

/// The threshold of `logic-v2`, which it shares with Tamis.
const THRESHOLD: f64 = 0.70;

/// The scores, by the ids of the pairs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PeerScores {
    /// Name of the peer, for the figures.
    pub name: String,
    /// Score by id of the pair, 0 to 1.
    pub scores: HashMap<String, f64>,
    /// The score from which the peer calls a pair a match.
    pub threshold: f64,
}

impl PeerScores {
    /// Reads a CSV with the columns `id` and `score`; a row without a number has no score.
    ///
    /// # Errors
    /// [`EvaluationError`] when the file can't be read or lacks a column.
    pub fn read(path: &Path, name: &str) -> Result<Self, EvaluationError> {
        let table = Table::open(path.to_owned())?;
        let (id, score) = (table.column("id")?, table.column("score")?);
        let scored = table
            .rows
            .iter()
            .filter_map(|row| Some((cell(row, id).to_owned(), cell(row, score).parse().ok()?)));
        Ok(Self { name: name.to_owned(), scores: scored.collect(), threshold: THRESHOLD })
    }

    /// Adds the peer's figures to a set of labelled pairs: of the pairs that it scored, with those of
    /// Tamis on the same.
    pub fn add_to(&self, set: &mut EvaluationSet) {
        let (mut peer, mut own) = (Counts::default(), Counts::default());
        for pair in &set.pairs {
            let Some(score) = self.scores.get(&pair.id) else { continue };
            peer.add(pair.is_match, *score >= self.threshold);
            own.add(pair.is_match, pair.score >= tamis_model::Threshold::DEFAULT.score());
        }
        if peer.total() == 0 {
            return;
        }
        let told = |counts: &Counts, of: &str| -> Vec<Figure> { counts.figures(of) };
        set.figures.extend(told(&peer, &format!("{} on the same pairs", self.name)));
        if own.total() != set.pairs.len() as u64 {
            set.figures.extend(told(&own, "Tamis on the pairs that it scored"));
        }
    }
}

#[cfg(test)]
mod tests {
    use tamis_model::Score;

    use super::super::report::ScoredPair;
    use super::*;

    #[test]
    fn a_peer_is_counted_on_the_pairs_that_it_scored() {
        let pair = |id: &str, is_match| ScoredPair {
            id: id.to_owned(),
            schema: "Person",
            is_match,
            score: Score::MAX,
            sides: Default::default(),
        };
        let mut set = EvaluationSet::new("labelled", "");
        set.pairs = vec![pair("a", true), pair("b", false), pair("c", true)];
        let scores = [("a".to_owned(), 0.9), ("b".to_owned(), 0.8)].into();
        PeerScores { name: "peer".to_owned(), scores, threshold: 0.7 }.add_to(&mut set);
        let value = |measure: &str, of: &str| {
            let found = set.figures.iter().find(|f| f.measure == measure && f.of == of);
            found.map(|figure| figure.interval.value)
        };
        assert_eq!(value("precision", "peer on the same pairs"), Some(0.5));
        assert_eq!(value("recall", "peer on the same pairs"), Some(1.0));
        assert_eq!(value("precision", "Tamis on the pairs that it scored"), Some(0.5));
    }
}
