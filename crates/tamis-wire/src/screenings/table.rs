//! Screenings for people at a terminal: the party, and below each hit what met what.

use std::io::{self, Write};

use tamis_model::{Alert, Hit, HitClass, Party, Screening, SnapshotScope, Stamps};

use super::{WriteScreenings, left_out_text};
use crate::explanation::{class_words, lines};
use crate::form::Counts;
use crate::terminal::{TerminalStyle, Tone};

/// Writes screenings as text.
#[derive(Debug)]
pub struct TableScreenings<W: Write> {
    out: W,
    style: TerminalStyle,
}

impl<W: Write> TableScreenings<W> {
    /// Writes to `out` in a style.
    pub fn new(out: W, style: TerminalStyle) -> Self {
        Self { out, style }
    }

    /// The hits of an alert, and below them what is told of its cluster.
    fn alert(&mut self, alert: &Alert) -> io::Result<()> {
        let style = self.style;
        for hit in &alert.hits {
            self.hit(hit)?;
        }
        if alert.entries() < 2 {
            return Ok(());
        }
        let cluster = style.text(&alert.cluster.to_string(), Tone::Strong);
        let entries = alert.entries();
        writeln!(self.out, "     + one alert: {entries} entries that are one, cluster {cluster}")?;
        for other in &alert.others {
            let entry = style.text(&other.entry.to_string(), Tone::Plain);
            let heading = style.name(&other.heading);
            writeln!(self.out, "         also {entry}  {heading}  (no hit itself)")?;
        }
        for link in &alert.links {
            writeln!(self.out, "         {}", style.text(&link.words(), Tone::Faint))?;
        }
        for difference in &alert.differences {
            let values = difference.values.iter().map(|(entry, value)| {
                let entry = style.text(&entry.to_string(), Tone::Plain);
                format!("{entry}: {}", style.name(value))
            });
            let values: Vec<String> = values.collect();
            let field = style.name(&difference.field.words());
            writeln!(self.out, "         {field} differs: {}", values.join("; "))?;
        }
        Ok(())
    }

    fn hit(&mut self, hit: &Hit) -> io::Result<()> {
        let style = self.style;
        let head = format!("{:>3}.", hit.rank);
        let entry = style.text(&hit.entry.to_string(), Tone::Strong);
        let programmes = match hit.programmes.as_slice() {
            [] => String::new(),
            programmes => style.text(&format!("  [{}]", programmes.join(", ")), Tone::Faint),
        };
        writeln!(
            self.out,
            "  {head} {entry}  {}  {}{programmes}",
            style.name(&hit.heading),
            style.text(hit.kind.words(), Tone::Faint),
        )?;
        writeln!(
            self.out,
            "       score {}  class {}: {}",
            hit.score,
            hit.class,
            class_words(hit.class, &hit.evidence)
        )?;
        self.out.write_all(lines(style, &hit.evidence, "         ").as_bytes())
    }
}

impl<W: Write> WriteScreenings for TableScreenings<W> {
    fn write(&mut self, row: u64, screening: &Screening) -> io::Result<()> {
        let style = self.style;
        let party = party_line(style, &screening.party);
        writeln!(self.out, "{}  {party}", style.text(&format!("row {row}"), Tone::Faint))?;
        for ignored in &screening.ignored {
            let words =
                format!("not used: {} `{}` {}", ignored.field, ignored.value, ignored.reason);
            writeln!(self.out, "       {}", style.text(&words, Tone::Faint))?;
        }
        if screening.alerts.is_empty() {
            let lists: Vec<String> = screening
                .stamps
                .snapshots
                .iter()
                .map(|snapshot| format!("{} of {}", snapshot.list, snapshot.published))
                .collect();
            let as_of = as_of_words(&screening.stamps);
            writeln!(self.out, "       no hit on {}{as_of}", lists.join(", "))?;
        }
        for alert in &screening.alerts {
            self.alert(alert)?;
        }
        let total = screening.total;
        let more = total.alerts.saturating_sub(screening.alerts.len() as u64);
        if more > 0 {
            let words = format!("{} alerts, {} hits in all", total.alerts, total.hits);
            writeln!(self.out, "       and {more} more; {words}")?;
        }
        if screening.below_by_date > 0 {
            writeln!(
                self.out,
                "       {} more with a name like this, below the threshold by their birth date alone",
                screening.below_by_date
            )?;
        }
        writeln!(self.out)
    }

    fn finish(&mut self, stamps: &Stamps, counts: &Counts) -> io::Result<()> {
        let style = self.style;
        writeln!(
            self.out,
            "parties screened: {}, with hits: {}; alerts: {}, hits: {}; rows rejected: {}",
            counts.screened, counts.with_hits, counts.alerts, counts.hits, counts.rejected
        )?;
        for (class, count) in HitClass::ALL.iter().zip(counts.by_class) {
            if count > 0 {
                writeln!(self.out, "  class {class}  {count:>6}  {}", class.words())?;
            }
        }
        for snapshot in &stamps.snapshots {
            writeln!(
                self.out,
                "  list {} of {}, {} entries{}, snapshot {}",
                snapshot.list,
                snapshot.published,
                snapshot.entries,
                holds_words(&snapshot.scope),
                snapshot.id.short()
            )?;
        }
        if !stamps.left_out.is_empty() {
            let left_out = left_out_text(stamps);
            writeln!(self.out, "  left out, so that nothing is said on them: {left_out}")?;
        }
        let limit = stamps.limit.map_or_else(String::new, |limit| format!(", limit {limit}"));
        let used = format!(
            "  policy {}, threshold {}{limit}, engine {}{}",
            stamps.policy,
            stamps.threshold,
            stamps.engine,
            as_of_words(stamps)
        );
        writeln!(self.out, "{}", style.text(&used, Tone::Plain))?;
        writeln!(
            self.out,
            "  A score tells how alike two records are. It says nothing about a person."
        )?;
        self.out.flush()
    }
}

/// The day as of which was screened.
fn as_of_words(stamps: &Stamps) -> String {
    stamps.as_of.map_or_else(String::new, |day| format!(", as of {day}"))
}

/// What a snapshot holds, where it is not the whole list.
fn holds_words(scope: &SnapshotScope) -> String {
    match scope {
        SnapshotScope::Whole => String::new(),
        SnapshotScope::Programmes(programmes) => format!(" ({} only)", programmes.join(", ")),
    }
}

/// The party in one line: id, names, what else is told.
fn party_line(style: TerminalStyle, party: &Party) -> String {
    let mut told = Vec::new();
    if let Some(id) = &party.id {
        told.push(style.text(&id.0, Tone::Faint));
    }
    let names: Vec<String> = party.names.iter().map(|name| style.name(&name.text)).collect();
    told.push(if style.colour {
        format!("\u{1b}[1m{}\u{1b}[0m", names.join(" / "))
    } else {
        names.join(" / ")
    });
    for birth in &party.births {
        told.push(format!("born {}", style.name(&birth.as_written)));
    }
    for identifier in &party.identifiers {
        told.push(format!("{} {}", identifier.kind.words(), style.name(&identifier.number)));
    }
    told.join("  ")
}
