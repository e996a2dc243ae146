//! The table of sources: which publisher puts which list where, and how current it promises to be.
//!
//! The reviewed table ships (`data/sources.tsv`); a table of one's own, for mirrors, has the same columns.

use tamis_model::ListId;

use crate::address::Address;

/// The reviewed table as a file.
pub const REVIEWED: &str = include_str!("../data/sources.tsv");

/// The columns, in their order.
const COLUMNS: [&str; 9] =
    ["list", "publisher", "address", "format", "cadence", "days", "use", "source", "seen"];

/// One row: a list at one address of its publisher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The list.
    pub list: ListId,
    /// Who publishes it.
    pub publisher: String,
    /// Where; none where no address is known.
    pub address: Option<Address>,
    /// The format that is read there.
    pub format: String,
    /// How current the publisher promises to be.
    pub cadence: Cadence,
    /// When the address is used.
    pub used: SourceUse,
    /// Where address and cadence are known from.
    pub source: String,
    /// The day or month on which that was seen; none for what is from memory.
    pub seen: Option<String>,
}

/// How current a publisher promises to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cadence {
    /// In words.
    pub words: String,
    /// For how many days a list that was known to be current counts as fresh.
    pub bound: CadenceBound,
}

/// When a list is stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CadenceBound {
    /// After so many days.
    Days(u16),
    /// Nobody knows.
    Unknown,
    /// Always: nothing more will come.
    Closed,
}

/// When an address is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceUse {
    /// By each update.
    Always,
    /// When unverified ones are asked for: it is from memory, or a reader that met no real file reads it.
    Asked,
    /// Never: there is none.
    Never,
}

/// Why a table can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the table of sources: {detail}; the columns are {}, parted by tabs", COLUMNS.join(", "))]
pub struct SourcesError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub detail: String,
}

/// The reviewed table.
///
/// # Errors
/// None for the table that ships: a test reads it.
pub fn reviewed() -> Result<Vec<Source>, SourcesError> {
    read(REVIEWED)
}

/// Reads a table. A list may have several rows; the first one that may be used is.
///
/// # Errors
/// [`SourcesError`].
pub fn read(table: &str) -> Result<Vec<Source>, SourcesError> {
    let mut sources = Vec::new();
    let mut headed = false;
    for (place, line) in table.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let wrong = |detail: String| SourcesError { line: place + 1, detail };
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let Ok(cells) = <[&str; COLUMNS.len()]>::try_from(cells.as_slice()) else {
            return Err(wrong(format!("{} columns", cells.len())));
        };
        if !headed {
            if cells != COLUMNS {
                return Err(wrong("no header".to_owned()));
            }
            headed = true;
            continue;
        }
        sources.push(row(cells).map_err(wrong)?);
    }
    Ok(sources)
}

fn row(cells: [&str; COLUMNS.len()]) -> Result<Source, String> {
    let [list, publisher, address, format, cadence, days, used, source, seen] = cells;
    let stated = |text: &str| (text != "-" && !text.is_empty()).then(|| text.to_owned());
    let address = stated(address).map(|text| Address::new(&text)).transpose();
    let address = address.map_err(|error| error.to_string())?;
    let bound = match days {
        "-" => CadenceBound::Unknown,
        "closed" => CadenceBound::Closed,
        days => {
            CadenceBound::Days(days.parse().map_err(|_| format!("`{days}` is no number of days"))?)
        }
    };
    let used = match (used, &address) {
        ("yes", Some(_)) => SourceUse::Always,
        ("asked", Some(_)) => SourceUse::Asked,
        ("none", None) => SourceUse::Never,
        _ => return Err(format!("`{used}` is yes or asked with an address, none without one")),
    };
    if publisher.is_empty() || source.is_empty() {
        return Err("publisher and source are to be told".to_owned());
    }
    Ok(Source {
        list: ListId::new(list).map_err(|error| error.to_string())?,
        publisher: publisher.to_owned(),
        address,
        format: format.to_owned(),
        cadence: Cadence { words: cadence.to_owned(), bound },
        used,
        source: source.to_owned(),
        seen: stated(seen),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reviewed_table_reads_and_uses_nothing_that_is_not_shown() {
        let sources = reviewed().unwrap();
        assert!(sources.len() >= 10);
        for source in &sources {
            let memory =
                source.source.contains("from memory") || source.source.contains("no real file");
            assert!(
                source.used != SourceUse::Always || !memory && source.seen.is_some(),
                "{source:?}"
            );
            assert!(source.address.as_ref().is_none_or(Address::is_secure), "{source:?}");
        }
        let used: Vec<_> = sources.iter().filter(|s| s.used == SourceUse::Always).collect();
        assert_eq!(used.iter().map(|source| source.list.as_str()).collect::<Vec<_>>(), ["un"]);
    }

    #[test]
    fn a_table_with_a_fault_names_the_line() {
        let header = COLUMNS.join("\t");
        let check = |row: &str, says: &str| {
            let error = read(&format!("{header}\n\n# why\n{row}\n")).unwrap_err();
            assert_eq!(error.line, 4);
            assert!(error.to_string().contains(says), "{error}");
        };
        check("un\tUN", "2 columns");
        check(
            "un\tUN\tftp://a.example/\tun-xml\tdaily\t1\tyes\tme\t-",
            "no address that can be fetched",
        );
        check("un\tUN\thttps://a.example/\tun-xml\tdaily\tone\tyes\tme\t-", "no number of days");
        check("un\tUN\t-\tun-xml\tdaily\t1\tyes\tme\t-", "with an address");
        check("UN?\tUN\t-\tun-xml\tdaily\t1\tnone\tme\t-", "UN?");
        assert_eq!(read("un\tUN\t-\tx\tx\t1\tnone\tme\t-").unwrap_err().detail, "no header");
    }
}
