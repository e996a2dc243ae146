//! Prints the report of the sample screenings, or with `--comparison` of one comparison, to look at:
//! `cargo run -p tamis-report --example sample_report > report.html`.
#![expect(clippy::print_stdout, reason = "an example prints")]

use tamis_report::{
    ComparisonInput, RejectedRow, ReportError, ReportInput, comparison_report, screening_report,
};
use tamis_testkit::sample;

fn main() -> Result<(), ReportError> {
    let stamps = sample::stamps();
    let screenings = sample::screenings();
    if std::env::args().any(|argument| argument == "--comparison") {
        if let Some(hit) = screenings.first().and_then(|(_, screening)| screening.hits().next()) {
            let input = ComparisonInput {
                left: "جليل عبد الرحمن التستي",
                right: &hit.heading,
                score: hit.score,
                class: Some(hit.class),
                threshold: stamps.threshold,
                policy: &stamps.policy,
                engine: &stamps.engine,
                evidence: &hit.evidence,
            };
            println!("{}", comparison_report(&input)?);
        }
        return Ok(());
    }
    let rejected = [RejectedRow {
        row: 7,
        reason: "the row has 3 cells, the first row names 4 columns",
        raw: "r-22;\"<b>Testova, Mira\";1984",
    }];
    let input = ReportInput {
        input: "requests-2026-03.csv",
        made: Some("2026-03-02 09:14 UTC"),
        stamps: &stamps,
        screenings: &screenings,
        rejected: &rejected,
    };
    println!("{}", screening_report(&input)?);
    Ok(())
}
