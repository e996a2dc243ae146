//! Labelled pairs of single names (`names/name_bench_half.csv`).

use std::path::Path;

use tamis_match::{AnalysedRecord, Policy};

use super::labelled::Labelled;
use super::source::{Table, cell, kind, party};
use super::{EvaluationError, EvaluationSet};

pub(super) fn run(folder: &Path) -> Result<Vec<EvaluationSet>, EvaluationError> {
    let table = Table::open(folder.join("names/name_bench_half.csv"))?;
    let (one, other) = (table.column("name1")?, table.column("name2")?);
    let (schema, label) = (table.column("schema")?, table.column("is_match")?);
    let quality = table.column("quality")?;
    let policy = Policy::vetting();
    let mut labelled = Labelled::new(&policy);
    for row in &table.rows {
        let kind = kind(cell(row, schema));
        let record = |column: usize| {
            AnalysedRecord::of_party(&party(kind, &[cell(row, column)], ""), &policy).map_err(
                |source| EvaluationError::Row { path: table.path.clone(), line: row.line, source },
            )
        };
        let quality = format!("quality {}", cell(row, quality));
        let groups = [cell(row, schema), quality.as_str()];
        let shown = (cell(row, one), cell(row, other));
        labelled.add(&record(one)?, &record(other)?, cell(row, label) == "true", &groups, shown);
    }
    let mut set = labelled.finish("name_bench", "would a reviewer want to see this pair of names?");
    set.remarks.push(
        "some 36 of 411 labels contradict the specification; they are counted as labelled"
            .to_owned(),
    );
    Ok(vec![set])
}
