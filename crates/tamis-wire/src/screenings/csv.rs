//! Screenings as CSV: a row a hit, those of one alert together; a party without hits has one row
//! without rank.

use std::io::{self, Write};

use tamis_model::{Alert, ClusterLink, IgnoredValue, Screening, Stamps};

use super::{WriteScreenings, snapshots_text};
use crate::explanation::{best_names, reasons};
use crate::form::Counts;
use crate::inert::for_spreadsheet;

/// The columns, in order.
pub const COLUMNS: [&str; 23] = [
    "row",
    "id",
    "alert",
    "rank",
    "score",
    "class",
    "list",
    "reference",
    "heading",
    "name",
    "listed_name",
    "reasons",
    "cluster",
    "cluster_entries",
    "cluster_links",
    "total_alerts",
    "total",
    "snapshots",
    "policy",
    "not_used",
    "as_of",
    "limit",
    "left_out",
];

/// Writes screenings as CSV in UTF-8.
#[derive(Debug)]
pub struct CsvScreenings<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> CsvScreenings<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// What the output says.
    pub fn new(out: W) -> io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(COLUMNS)?;
        out.flush()?;
        Ok(Self { out })
    }

    fn record(&mut self, cells: [&str; COLUMNS.len()]) -> io::Result<()> {
        for cell in cells {
            self.out.write_field(&*for_spreadsheet(cell))?;
        }
        self.out.write_record(None::<&[u8]>)?;
        Ok(())
    }
}

/// What each row of an alert says of its cluster.
struct Cluster {
    id: String,
    entries: String,
    links: String,
}

impl Cluster {
    fn of(alert: &Alert) -> Self {
        let mut entries: Vec<_> = alert.hits.iter().map(|hit| &hit.entry).collect();
        entries.extend(alert.others.iter().map(|other| &other.entry));
        entries.sort();
        let entries: Vec<String> = entries.into_iter().map(ToString::to_string).collect();
        let links: Vec<String> = alert.links.iter().map(ClusterLink::words).collect();
        Self { id: alert.cluster.to_string(), entries: entries.join("; "), links: links.join("; ") }
    }
}

fn ignored(IgnoredValue { field, value, reason }: &IgnoredValue) -> String {
    format!("{field} `{value}` {reason}")
}

impl<W: Write> WriteScreenings for CsvScreenings<W> {
    fn write(&mut self, row: u64, screening: &Screening) -> io::Result<()> {
        let row = row.to_string();
        let id = screening.party.id.as_ref().map_or("", |id| &id.0);
        let name = screening.party.names.first().map_or("", |name| &name.text);
        let alerts = screening.total.alerts.to_string();
        let total = screening.total.hits.to_string();
        let snapshots = snapshots_text(&screening.stamps);
        let policy = &*screening.stamps.policy.0;
        let not_used: Vec<String> = screening.ignored.iter().map(ignored).collect();
        let not_used = not_used.join("; ");
        let as_of = screening.stamps.as_of.map(|day| day.to_string()).unwrap_or_default();
        let limit = screening.stamps.limit.map(|limit| limit.to_string()).unwrap_or_default();
        let left_out: Vec<&str> =
            screening.stamps.left_out.iter().map(tamis_model::ListId::as_str).collect();
        let left_out = left_out.join("; ");
        if screening.alerts.is_empty() {
            return self.record([
                &row, id, "", "", "", "", "", "", "", name, "", "", "", "", "", &alerts, &total,
                &snapshots, policy, &not_used, &as_of, &limit, &left_out,
            ]);
        }
        for alert in &screening.alerts {
            let cluster = Cluster::of(alert);
            for hit in &alert.hits {
                let (party_name, listed_name) = best_names(&hit.evidence);
                self.record([
                    &row,
                    id,
                    &alert.rank.to_string(),
                    &hit.rank.to_string(),
                    &hit.score.to_string(),
                    &hit.class.to_string(),
                    hit.entry.list.as_str(),
                    &hit.entry.reference,
                    &hit.heading,
                    if party_name.is_empty() { name } else { party_name },
                    listed_name,
                    &reasons(hit.class, &hit.evidence),
                    &cluster.id,
                    &cluster.entries,
                    &cluster.links,
                    &alerts,
                    &total,
                    &snapshots,
                    policy,
                    &not_used,
                    &as_of,
                    &limit,
                    &left_out,
                ])?;
            }
        }
        Ok(())
    }

    fn finish(&mut self, _stamps: &Stamps, _counts: &Counts) -> io::Result<()> {
        self.out.flush()
    }
}
