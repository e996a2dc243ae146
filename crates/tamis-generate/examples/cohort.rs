//! Prints invented people of a region: `cargo run -p tamis-generate --example cohort -- maghreb 20`.
#![expect(clippy::print_stdout, reason = "an example answers on standard output")]

use tamis_generate::{cohort, region, regions};

fn main() {
    let mut words = std::env::args().skip(1);
    let id = words.next().unwrap_or_default();
    let count = words.next().and_then(|word| word.parse().ok()).unwrap_or(20);
    match region(&id) {
        Some(region) => {
            for person in cohort(region, 20_261_122, count) {
                println!("{}\t{}\t{}", person.native, person.romanised, person.born);
            }
        }
        None => {
            let known: Vec<&str> = regions().iter().map(|region| region.id).collect();
            println!("name a region: {}", known.join(", "));
        }
    }
}
