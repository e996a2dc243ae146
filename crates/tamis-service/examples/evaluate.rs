//! Runs the evaluation over a folder and prints the figures.
#![expect(clippy::print_stdout, reason = "an example answers on standard output")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let folder = words.next().unwrap_or_else(|| "../shared/data".to_owned());
    let only: Vec<String> = words.collect();
    for set in tamis_service::evaluation::evaluate(folder.as_ref(), &only, &mut |name| {
        println!("… {name}");
    })? {
        println!("== {} ({})", set.name, set.asks);
        for figure in &set.figures {
            println!(
                "   {:50} {:.4} [{:.4}, {:.4}] of {}",
                figure.measure,
                figure.interval.value,
                figure.interval.low,
                figure.interval.high,
                figure.trials
            );
        }
        for failure in &set.failures {
            println!("   {} {}  {} | {}", failure.kind, failure.score, failure.one, failure.other);
        }
        for remark in &set.remarks {
            println!("   note: {remark}");
        }
    }
    Ok(())
}
