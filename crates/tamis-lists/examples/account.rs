//! Reads a list and prints its account, and the entries whose references are given.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use std::time::Instant;

use tamis_lists::{ReadOptions, SourceFile};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("name a file")?;
    let bytes = std::fs::read(&path)?;
    let start = Instant::now();
    let files = [SourceFile { name: &path, bytes: &bytes }];
    let reading = tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {})?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{} {} {:?} {:?}", reading.list, reading.format, reading.published, reading.scope);
    println!("{:.1} MB/s", bytes.len() as f64 / 1e6 / seconds);
    let account = &reading.account;
    println!("read {:?} accepted {:?} names {}", account.read, account.accepted, account.names);
    println!(
        "merged {} repaired {} runs {} bytes",
        account.merged, account.repaired_runs, account.repaired_bytes
    );
    for refusal in &account.refused {
        println!("{refusal:?}");
    }
    for (what, number) in account.diagnostics_by_kind() {
        println!("{number:6} {what:?}");
    }
    let wanted: Vec<String> = arguments.collect();
    for entry in
        reading.entries.iter().filter(|entry| wanted.contains(&entry.id.reference.to_string()))
    {
        println!("{entry:#?}");
    }
    for diagnostic in &account.diagnostics {
        if wanted.iter().any(|w| *w == format!("{:?}", diagnostic.kind) || *w == diagnostic.field) {
            println!("{diagnostic:?}");
        }
    }
    Ok(())
}
