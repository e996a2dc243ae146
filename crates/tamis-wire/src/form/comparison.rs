//! The comparison of two names or records.

use serde::Serialize;

use super::evidence::EvidenceForm;
use crate::codes::Coded;
use crate::comparison::Comparison;

/// A comparison.
#[derive(Debug, Serialize)]
pub struct ComparisonForm<'a> {
    /// What stands on the side of the party.
    pub left: &'a str,
    /// What stands on the side of the entry.
    pub right: &'a str,
    /// The score, four digits.
    pub score: f64,
    /// Whether the score reaches the threshold.
    pub hit: bool,
    /// The class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<&'static str>,
    /// The threshold.
    pub threshold: f64,
    /// The policy.
    pub policy: &'a str,
    /// The version of the engine.
    pub engine: &'a str,
    /// The reasons.
    pub evidence: Vec<EvidenceForm<'a>>,
}

impl<'a> From<&Comparison<'a>> for ComparisonForm<'a> {
    fn from(comparison: &Comparison<'a>) -> Self {
        let Comparison { left, right, score, class, threshold, policy, engine, evidence } =
            *comparison;
        Self {
            left,
            right,
            score: score.as_f64(),
            hit: comparison.is_hit(),
            class: class.map(Coded::code),
            threshold: threshold.score().as_f64(),
            policy: &policy.0,
            engine,
            evidence: evidence.iter().map(Into::into).collect(),
        }
    }
}
