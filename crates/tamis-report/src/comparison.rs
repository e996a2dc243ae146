//! The report of one comparison.

use askama::Template;
use tamis_model::{Evidence, HitClass, PolicyId, Score, Threshold};

use crate::error::ReportError;
use crate::hit::{EvidenceView, class_words};
use crate::page_text::shown;

/// What the report of a comparison is made of.
#[derive(Debug, Clone, Copy)]
pub struct ComparisonInput<'a> {
    /// What stands on the side of the party.
    pub left: &'a str,
    /// What stands on the side of the entry.
    pub right: &'a str,
    /// The score.
    pub score: Score,
    /// The class.
    pub class: Option<HitClass>,
    /// The threshold in force.
    pub threshold: Threshold,
    /// The policy.
    pub policy: &'a PolicyId,
    /// The version of the engine.
    pub engine: &'a str,
    /// The reasons.
    pub evidence: &'a [Evidence],
}

#[derive(Template)]
#[template(path = "comparison.html")]
struct Page {
    left: String,
    right: String,
    running_head: String,
    score: String,
    threshold: String,
    verdict: String,
    policy: String,
    engine: String,
    evidence: EvidenceView,
}

/// One self-contained HTML page with the two records part by part.
///
/// # Errors
/// None but a fault of the template.
pub fn comparison_report(input: &ComparisonInput<'_>) -> Result<String, ReportError> {
    let evidence = EvidenceView::of(input.evidence);
    let verdict = match input.class {
        _ if input.score < input.threshold.score() => "no hit at this threshold".to_owned(),
        Some(class) => format!("a hit of class {class}: {}", class_words(class, &evidence)),
        None => "a hit at this threshold".to_owned(),
    };
    let page = Page {
        left: shown(input.left),
        right: shown(input.right),
        running_head: "Comparison".to_owned(),
        score: input.score.to_string(),
        threshold: input.threshold.to_string(),
        verdict,
        policy: shown(&input.policy.0),
        engine: shown(input.engine),
        evidence,
    };
    Ok(page.render()?)
}
