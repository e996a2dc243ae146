//! The serialised forms of an evaluation: figures as JSON, labelled pairs as CSV for another matcher.
//!
//! Plain fields that the caller fills: this crate knows no evaluation.

use std::io::{self, Write};

use serde::Serialize;

/// An evaluation as JSON.
#[derive(Debug, Serialize)]
pub struct EvaluationForm<'a> {
    /// The version of the engine.
    pub engine: &'a str,
    /// How much was measured, in words.
    pub effort: &'a str,
    /// The other matcher whose figures stand beside, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer: Option<&'a str>,
    /// The sets, in the order in which they ran.
    pub sets: Vec<EvaluationSetForm<'a>>,
}

/// One set.
#[derive(Debug, Serialize)]
pub struct EvaluationSetForm<'a> {
    /// Short name of its group.
    pub group: &'a str,
    /// Name.
    pub name: &'a str,
    /// What it asks.
    pub asks: &'a str,
    /// Figures.
    pub figures: Vec<FigureForm<'a>>,
    /// The worst failures.
    pub failures: Vec<FailureForm<'a>>,
    /// Rows whose label contradicts the specification.
    pub contradictions: Vec<ContradictionForm<'a>>,
    /// What the reader of the figures should know.
    pub remarks: &'a [String],
}

/// One figure. Shares lie between 0 and 1 whatever their unit.
#[derive(Debug, Serialize)]
pub struct FigureForm<'a> {
    /// What is measured.
    pub measure: &'a str,
    /// Of which part of the set; empty for the whole.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub of: &'a str,
    /// The figure, six digits.
    pub value: f64,
    /// Lower end of the 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Of how many.
    pub trials: u64,
    /// `share`, `per_thousand` or `number`.
    pub unit: &'static str,
    /// What it must reach: `>= 0.98`, `<= 0.001`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Whether it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<bool>,
    /// The same figure of the other matcher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer: Option<IntervalForm>,
}

/// A figure with the ends of its 95 % interval, six digits.
#[derive(Debug, Serialize)]
pub struct IntervalForm {
    /// The figure.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A pair that was judged wrong.
#[derive(Debug, Serialize)]
pub struct FailureForm<'a> {
    /// What is wrong.
    pub kind: &'a str,
    /// One side.
    pub one: &'a str,
    /// The other.
    pub other: &'a str,
    /// The score, four digits.
    pub score: f64,
    /// The evidence in a line.
    pub evidence: &'a str,
}

/// A row whose label contradicts the specification.
#[derive(Debug, Serialize)]
pub struct ContradictionForm<'a> {
    /// The rule that wins.
    pub rule: &'a str,
    /// Whether the label says match.
    pub labelled_match: bool,
    /// One side.
    pub one: &'a str,
    /// The other.
    pub other: &'a str,
}

/// A question to another matcher; several names or dates in a cell are parted by `|`.
#[derive(Debug, Serialize)]
pub struct LabelledPairForm<'a> {
    /// `pair`: how alike are the two sides? `listed`: keep side a. `query`: how alike is side a to the
    /// most alike of those kept?
    pub ask: &'static str,
    /// Its id, under which a score comes back.
    pub id: String,
    /// FollowTheMoney's word for the kind.
    pub schema: &'a str,
    /// The label of a pair.
    pub is_match: Option<bool>,
    /// Names of one side.
    pub names_a: String,
    /// Its birth dates.
    pub births_a: String,
    /// Names of the other.
    pub names_b: String,
    /// Its birth dates.
    pub births_b: String,
}

/// Writes labelled pairs as CSV with a header.
///
/// # Errors
/// What the output says.
pub fn write_labelled_pairs<'a>(
    out: impl Write,
    pairs: impl IntoIterator<Item = LabelledPairForm<'a>>,
) -> io::Result<()> {
    let mut out = csv::Writer::from_writer(out);
    for pair in pairs {
        out.serialize(pair).map_err(io::Error::other)?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_have_a_header_and_quotes_where_they_are_needed() {
        let pair = LabelledPairForm {
            ask: "pair",
            id: "name-bench:2".to_owned(),
            schema: "Person",
            is_match: Some(true),
            names_a: "UTAWI, Hatim|Abu Yasin".to_owned(),
            births_a: "1971".to_owned(),
            names_b: "حاتم العطوي".to_owned(),
            births_b: String::new(),
        };
        let mut out = Vec::new();
        write_labelled_pairs(&mut out, [pair]).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "ask,id,schema,is_match,names_a,births_a,names_b,births_b\n\
             pair,name-bench:2,Person,true,\"UTAWI, Hatim|Abu Yasin\",1971,حاتم العطوي,\n"
        );
    }
}
