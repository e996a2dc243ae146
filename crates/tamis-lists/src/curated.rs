//! Small tables of organisations that no official file lists in a form that can be read: US foreign terrorist
//! organisations, organisations proscribed in the UK and in Australia, India's First Schedule. Each row has a source; a
//! row from memory is refused until somebody asks for it. They are read by the mapped reader.

/// A table that ships.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Curated {
    /// The id of the list.
    pub list: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// Whose act it is.
    pub publisher: &'static str,
    /// Whose law it is.
    pub jurisdiction: &'static str,
    /// The day of the table: that of its youngest source.
    pub day: &'static str,
    /// The rows, tabs between the cells.
    pub rows: &'static str,
}

/// Which rows of a table are screened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Those with a source.
    Sourced,
    /// All, those from memory too.
    All,
}

/// The tables.
pub static TABLES: &[Curated] = &[
    Curated {
        list: "us-fto",
        title: "US foreign terrorist organisations",
        publisher: "US Department of State, INA section 219",
        jurisdiction: "US",
        day: "2021-03-10",
        rows: include_str!("../curated/us-fto.tsv"),
    },
    Curated {
        list: "uk-proscribed",
        title: "organisations proscribed in the United Kingdom",
        publisher: "UK Home Office, Terrorism Act 2000, Schedule 2",
        jurisdiction: "GB",
        day: "2014-06-20",
        rows: include_str!("../curated/uk-proscribed.tsv"),
    },
    Curated {
        list: "au-proscribed",
        title: "terrorist organisations listed by Australia",
        publisher: "Australia, Home Affairs, Criminal Code, Division 102",
        jurisdiction: "AU",
        day: "2017-07-01",
        rows: include_str!("../curated/au-proscribed.tsv"),
    },
    Curated {
        list: "in-first-schedule",
        title: "India's First Schedule of terrorist organisations",
        publisher: "India, Ministry of Home Affairs, Unlawful Activities (Prevention) Act 1967",
        jurisdiction: "IN",
        day: "2015-02-26",
        rows: include_str!("../curated/in-first-schedule.tsv"),
    },
];

/// The table of a list.
#[must_use]
pub fn curated(list: &str) -> Option<&'static Curated> {
    TABLES.iter().find(|table| table.list == list)
}

/// What all tables have in common.
const COMMON: &str = include_str!("../curated/common.toml");

/// What refuses a row from memory.
const SOURCED: &str = "\n[[refused]]\nat = \"mark\"\nvalues = [\"M\"]\n\
    reason = \"from memory, not checked against a source: --with-memory takes it all the same\"\n";

impl Curated {
    /// The mapping file that reads the table.
    #[must_use]
    pub fn mapping(&self, rows: Rows) -> String {
        let Self { list, title, publisher, jurisdiction, day, .. } = self;
        let refused = match rows {
            Rows::Sourced => SOURCED,
            Rows::All => "",
        };
        format!(
            "mapping = 1\nlist = \"{list}\"\ntitle = \"{title}\"\npublisher = \"{publisher}\"\n\
             jurisdiction = \"{jurisdiction}\"\npublished = \"{day}\"\n{COMMON}{refused}"
        )
    }
}
