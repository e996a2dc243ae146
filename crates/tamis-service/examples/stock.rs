//! Writes invented people as JSON lines: a stock to be monitored, for measurements.
//!
//! `cargo run --release -p tamis-service --example stock -- 1000000 > people.jsonl`

use std::io::{self, BufWriter, Write as _};

use tamis_generate::{cohort, regions};

fn main() -> io::Result<()> {
    let count: usize = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(1_000);
    let each = count.div_ceil(regions().len());
    let mut out = BufWriter::new(io::stdout().lock());
    let mut written = 0;
    for region in regions() {
        for person in cohort(region, 20_261_127, each) {
            if written == count {
                return out.flush();
            }
            written += 1;
            let name = if written % 3 == 0 { person.native } else { person.romanised };
            let name = name.replace(['\\', '"'], " ");
            writeln!(
                out,
                "{{\"id\":\"P-{written}\",\"kind\":\"person\",\"name\":\"{name}\",\"birth_date\":\"{}\"}}",
                person.born
            )?;
        }
    }
    out.flush()
}
