//! A comparison as text and as JSON.

use tamis_testkit::sample;

use super::*;
use crate::form::{ComparisonForm, to_line};

#[test]
fn two_names_part_by_part() {
    let (_, screening) = sample::screenings().swap_remove(0);
    let (hit, stamps) = (screening.hits().nth(1).unwrap(), sample::stamps());
    let noted = [NotedWord {
        side: AlignmentSide::Entry,
        words: "ben".to_owned(),
        reason: tamis_model::NotedReason::Descent,
    }];
    let comparison = Comparison {
        left: "جليل عبد الرحمن التستي",
        right: "Galil ben Omar TESTOUI",
        score: hit.score,
        class: Some(hit.class),
        threshold: stamps.threshold,
        policy: &stamps.policy,
        engine: &stamps.engine,
        evidence: &hit.evidence,
        noted: &noted,
    };
    insta::assert_snapshot!(comparison.text(TerminalStyle::default()));
    let json: serde_json::Value =
        serde_json::from_str(&to_line(&ComparisonForm::from(&comparison)).unwrap()).unwrap();
    assert_eq!(json["hit"], true);
    assert_eq!(json["evidence"].as_array().map(Vec::len), Some(hit.evidence.len()));

    assert_eq!(json["noted"][0]["reason"], "descent");
    let below = Comparison { score: Score::from_ten_thousandths(6_999), ..comparison };
    assert!(below.text(TerminalStyle::default()).contains("threshold 0.7000: no hit\n"));
}
