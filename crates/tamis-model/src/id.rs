//! Identities: of lists, entries, snapshots, policies and parties. Strings with a checked form.

use std::fmt;
use std::sync::Arc;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// A list id has lower-case letters, digits and hyphens.
    #[error("`{0}` is not a list id; use lower-case letters, digits and `-`, such as `un`")]
    List(String),
    /// An entry id is `list:reference`.
    #[error("`{0}` is not an entry id; write `list:reference`, such as `un:QDi.001`")]
    Entry(String),
    /// A snapshot id is 64 hexadecimal digits.
    #[error("`{0}` is not a snapshot id; it has 64 hexadecimal digits")]
    Snapshot(String),
}

/// Which official list: `un`, `eu`, `ofac-sdn`, `ofac-nonsdn`, `uk` …
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ListId(Arc<str>);

impl ListId {
    /// Checks and makes a list id.
    ///
    /// # Errors
    /// [`IdError::List`] when a character is not `a-z`, `0-9` or `-`, or there is none.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if text.is_empty() || !text.chars().all(fine) {
            return Err(IdError::List(text.to_owned()));
        }
        Ok(Self(text.into()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ListId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One entry of one list: `list:reference`, such as `un:QDi.001`. Ordered by list, then reference.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId {
    /// The list.
    pub list: ListId,
    /// The official reference, trimmed, as the list prints it.
    pub reference: Arc<str>,
}

impl EntryId {
    /// Joins a list and an official reference.
    #[must_use]
    pub fn new(list: &ListId, reference: &str) -> Self {
        Self { list: list.clone(), reference: reference.trim().into() }
    }

    /// Reads `list:reference`.
    ///
    /// # Errors
    /// [`IdError::Entry`] when there is no colon, no reference or no valid list id.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let wrong = || IdError::Entry(text.to_owned());
        let (list, reference) = text.split_once(':').ok_or_else(wrong)?;
        if reference.trim().is_empty() {
            return Err(wrong());
        }
        Ok(Self::new(&ListId::new(list).map_err(|_| wrong())?, reference))
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.list, self.reference)
    }
}

/// The SHA-256 of the bytes of a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SnapshotId(pub [u8; 32]);

impl SnapshotId {
    /// Reads 64 hexadecimal digits.
    ///
    /// # Errors
    /// [`IdError::Snapshot`] for anything else.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let wrong = || IdError::Snapshot(text.to_owned());
        if text.len() != 64 || !text.is_ascii() {
            return Err(wrong());
        }
        let mut bytes = [0_u8; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| wrong())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
        }
        Ok(Self(bytes))
    }

    /// The first twelve digits: enough to tell snapshots apart in a table.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string().chars().take(12).collect()
    }
}

impl fmt::Display for SnapshotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Which policy: a name and a version, such as `vetting-1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PolicyId(pub Arc<str>);

impl fmt::Display for PolicyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id that the one who asks gave to a party; Tamis never makes one up.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartyId(pub Arc<str>);

impl fmt::Display for PartyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entry_ids_read_back_as_printed() {
        for text in ["un:QDi.001", "eu:EU.27.28", "ofac-sdn:36", "uk:7172"] {
            assert_eq!(EntryId::parse(text).unwrap().to_string(), text);
        }
        for text in ["QDi.001", "un:", ":x", "UN:QDi.001", ""] {
            assert!(EntryId::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_reference_loses_its_stray_spaces() {
        let list = ListId::new("un").unwrap();
        assert_eq!(EntryId::new(&list, "KPe.053 ").to_string(), "un:KPe.053");
    }

    #[test]
    fn snapshot_ids_read_back_as_printed() {
        let id = SnapshotId([0xab; 32]);
        assert_eq!(SnapshotId::parse(&id.to_string()), Ok(id));
        assert!(SnapshotId::parse("ab").is_err());
    }
}
