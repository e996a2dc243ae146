//! The account of an import as text; as JSON it is [`crate::form::AccountForm`].

use std::fmt::Write as _;

use tamis_model::{Account, Position};

use crate::terminal::{TerminalStyle, columns};

/// Refused records and examples of diagnostics that are shown; the JSON has all.
const SHOWN: usize = 20;

/// The account for a terminal: what was read, accepted, refused, and what was noticed by kind.
#[must_use]
pub fn account_text(style: TerminalStyle, account: &Account) -> String {
    let mut text = String::new();
    let mut rows = vec![["records", "read", "accepted"].map(str::to_owned).to_vec()];
    for (word, read) in &account.read {
        let accepted = account.accepted.get(word).copied().unwrap_or(0);
        rows.push(vec![word.clone(), read.to_string(), accepted.to_string()]);
    }
    if account.read.len() > 1 {
        let total = [account.read_total(), account.accepted_total()];
        rows.push(vec!["in all".to_owned(), total[0].to_string(), total[1].to_string()]);
    }
    text.push_str(&columns(style, &rows, 40));
    let refused = account.refused.len();
    let verb = if account.balances() { "=" } else { "≠ (this is a fault, please report it)" };
    let _ = writeln!(
        text,
        "read {} {verb} accepted {} + refused {refused}; {} entries with {} names{}",
        account.read_total(),
        account.accepted_total(),
        account.entries,
        account.names,
        match account.merged {
            0 => String::new(),
            merged => format!(", {merged} records merged into others"),
        },
    );
    if account.repaired_bytes > 0 {
        let _ = writeln!(
            text,
            "{} bytes in {} runs were not valid in the encoding of the file and were read as Windows-1252",
            account.repaired_bytes, account.repaired_runs
        );
    }
    for refusal in account.refused.iter().take(SHOWN) {
        let record = refusal.record.as_deref().unwrap_or("a record");
        let place = place(&refusal.position);
        let _ = writeln!(
            text,
            "refused: {} {place}: {}",
            style.name(record),
            style.name(&refusal.reason)
        );
    }
    if refused > SHOWN {
        let _ = writeln!(text, "and {} more refused", refused - SHOWN);
    }
    let noticed = account.diagnostics_by_kind();
    if !noticed.is_empty() {
        let mut rows = vec![["noticed", "field", "times"].map(str::to_owned).to_vec()];
        rows.extend(noticed.iter().map(|((kind, field), count)| {
            vec![kind.words().to_owned(), (*field).to_owned(), count.to_string()]
        }));
        text.push_str(&columns(style, &rows, 50));
    }
    text
}

/// Where something stands, in words.
fn place(position: &Position) -> String {
    match (position.line, position.byte) {
        (Some(line), _) => format!("in line {line}"),
        (None, Some(byte)) => format!("at byte {byte}"),
        (None, None) => "of unknown position".to_owned(),
    }
}
