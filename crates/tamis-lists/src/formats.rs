//! The table of formats: a new list is one reader file, one line here, one corpus folder.

use crate::columns::Candidates;
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile};

/// The signature of a reader.
pub type ReadFunction =
    fn(&[SourceFile<'_>], &ReadOptions, &mut dyn FnMut(u64)) -> Result<Reading, ReadError>;

/// How files are recognised.
#[derive(Debug, Clone, Copy)]
pub enum Recognises {
    /// By their bytes.
    Bytes(fn(&[SourceFile<'_>]) -> bool),
    /// By the first rows of a workbook too.
    Rows(fn(&Candidates<'_, '_>) -> bool),
}

impl Recognises {
    /// Whether the files are of the format.
    #[must_use]
    pub fn fits(self, candidates: &Candidates<'_, '_>) -> bool {
        match self {
            Self::Bytes(fits) => fits(candidates.files()),
            Self::Rows(fits) => fits(candidates),
        }
    }
}

/// A format that can be read.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its id, printed in accounts and stamps: `un-xml` …
    pub id: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// Whether these files are of this format, told from the first bytes or rows of each.
    pub recognises: Recognises,
    /// The reader.
    pub read: ReadFunction,
}

/// All formats, in the order in which they are tried.
pub static FORMATS: &[Format] = &[
    // whoever gives a mapping wants it to be used
    Format {
        id: crate::mapped::FORMAT,
        title: "any list, by a mapping file",
        recognises: Recognises::Bytes(crate::mapped::recognises_with_mapping),
        read: crate::mapped::read,
    },
    Format {
        id: crate::un::FORMAT,
        title: "UN Security Council consolidated list, XML",
        recognises: Recognises::Bytes(crate::un::recognises),
        read: crate::un::read,
    },
    Format {
        id: crate::eu::FORMAT,
        title: "EU consolidated financial sanctions list, FSF XML 1.1",
        recognises: Recognises::Bytes(crate::eu::recognises),
        read: crate::eu::read,
    },
    Format {
        id: crate::ofac_xml::FORMAT,
        title: "OFAC SDN or consolidated non-SDN list, XML",
        recognises: Recognises::Bytes(crate::ofac_xml::recognises),
        read: crate::ofac_xml::read,
    },
    // a workbook is told by its columns; that of the UK, last of them, tells what its own lacks
    Format {
        id: crate::au::FORMAT,
        title: "Australia's consolidated list (DFAT), XLSX",
        recognises: Recognises::Rows(crate::au::recognises),
        read: crate::au::read,
    },
    Format {
        id: crate::id_dttot::FORMAT,
        title: "Indonesia's list of suspected terrorists (DTTOT), XLSX",
        recognises: Recognises::Rows(crate::id_dttot::recognises),
        read: crate::id_dttot::read,
    },
    // before that of the UK, which takes any workbook
    Format {
        id: crate::mapped::FORMAT,
        title: "a list by a mapping that ships",
        recognises: Recognises::Rows(crate::mapped::recognises_shipped),
        read: crate::mapped::read,
    },
    Format {
        id: crate::uk::XLSX,
        title: "UK consolidated list of financial sanctions targets, XLSX",
        recognises: Recognises::Bytes(crate::uk::recognises_xlsx),
        read: crate::uk::read_xlsx,
    },
    Format {
        id: crate::uk::CSV,
        title: "UK consolidated list of financial sanctions targets, CSV",
        recognises: Recognises::Bytes(crate::uk::recognises_csv),
        read: crate::uk::read_csv,
    },
    Format {
        id: crate::ofac_csv::FORMAT,
        title: "OFAC SDN list, CSV (sdn.csv, add.csv and alt.csv together)",
        recognises: Recognises::Bytes(crate::ofac_csv::recognises),
        read: crate::ofac_csv::read,
    },
    Format {
        id: crate::ca::FORMAT,
        title: "Canada's consolidated autonomous sanctions list, XML",
        recognises: Recognises::Bytes(crate::ca::recognises),
        read: crate::ca::read,
    },
    Format {
        id: crate::ch::FORMAT,
        title: "Switzerland's consolidated sanctions list (SECO), XML",
        recognises: Recognises::Bytes(crate::ch::recognises),
        read: crate::ch::read,
    },
    Format {
        id: crate::uk_sanctions::FORMAT,
        title: "UK Sanctions List, XML",
        recognises: Recognises::Bytes(crate::uk_sanctions::recognises),
        read: crate::uk_sanctions::read,
    },
    Format {
        id: crate::ofac_advanced::FORMAT,
        title: "OFAC SDN or consolidated non-SDN list, advanced XML",
        recognises: Recognises::Bytes(crate::ofac_advanced::recognises),
        read: crate::ofac_advanced::read,
    },
    Format {
        id: crate::ftm::FORMAT,
        title: "FollowTheMoney entities with their manifest, JSON lines",
        recognises: Recognises::Bytes(crate::ftm::recognises),
        read: crate::ftm::read,
    },
];
