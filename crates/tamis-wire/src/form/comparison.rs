//! The comparison of two names or records.

use serde::Serialize;
use tamis_model::NotedWord;

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
    /// Words of the two names that are not compared as names are; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub noted: Vec<NotedWordForm<'a>>,
}

/// Words of a name that are not compared as names are.
#[derive(Debug, Serialize)]
pub struct NotedWordForm<'a> {
    /// Whose name.
    pub side: &'static str,
    /// The words as written.
    pub words: &'a str,
    /// Why.
    pub reason: &'static str,
}

impl<'a> From<&'a NotedWord> for NotedWordForm<'a> {
    fn from(aside: &'a NotedWord) -> Self {
        Self { side: aside.side.code(), words: &aside.words, reason: aside.reason.code() }
    }
}

impl<'a> From<&Comparison<'a>> for ComparisonForm<'a> {
    fn from(comparison: &Comparison<'a>) -> Self {
        let Comparison { left, right, score, class, threshold, policy, engine, evidence, noted } =
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
            noted: noted.iter().map(Into::into).collect(),
        }
    }
}
