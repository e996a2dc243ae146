//! Why files are refused as a whole. Bad records inside good files are no errors.

use crate::reading::SourceFile;

/// Why a list could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The content is of no known format.
    #[error("{files}: not a list in a known format ({looks_like}); {remedy}")]
    NotRecognised {
        /// Names of the files.
        files: String,
        /// What the content looks like: `an HTML page`, `empty` …
        looks_like: String,
        /// What to do.
        remedy: &'static str,
    },
    /// Markup that is cut off, or breaks the rules of XML.
    #[error("{file}, line {line} (byte {byte}): {detail}; fetch the file again, whole")]
    NotWellFormed {
        /// Name of the file.
        file: String,
        /// Line, from 1.
        line: u64,
        /// Byte offset in the decoded document.
        byte: u64,
        /// What is wrong.
        detail: String,
    },
    /// A document type or entity declaration: no list has one, and entities can grow without bound.
    #[error(
        "{file}, line {line}: the file declares a document type or entities, which no list does; check where it comes from"
    )]
    EntityDeclaration {
        /// Name of the file.
        file: String,
        /// Line, from 1.
        line: u64,
    },
    /// A limit of [`crate::xml::limits`] or of another layer binds.
    #[error(
        "{file}, line {line}: {what} is larger than {bound}, far above anything seen in a list; check where the file comes from"
    )]
    LimitExceeded {
        /// Name of the file.
        file: String,
        /// Line or row, from 1.
        line: u64,
        /// What is too large.
        what: &'static str,
        /// The limit.
        bound: u64,
    },
    /// The bytes are not text in the encoding that they claim.
    #[error("{file}: not text in {encoding}; fetch the file again, whole")]
    Undecodable {
        /// Name of the file.
        file: String,
        /// The encoding that was tried.
        encoding: &'static str,
    },
    /// The file says how many records it has, and has another number.
    #[error(
        "{file}: says {stated} records and holds {found}; it is cut off or damaged, fetch it again"
    )]
    RecordCount {
        /// Name of the file.
        file: String,
        /// What the file says.
        stated: u64,
        /// What it holds.
        found: u64,
    },
    /// A table whose columns are not those of the list.
    #[error(
        "{file}: columns of {list} are missing: {missing} (found: {found}); give the file as published"
    )]
    OtherHeader {
        /// Name of the file.
        file: String,
        /// The list, in words.
        list: &'static str,
        /// The columns that are missing, or what is expected.
        missing: String,
        /// The columns that there are, shortened.
        found: String,
    },
    /// A table of separated values that cannot be read to its end.
    #[error("{file}: {detail}")]
    Table {
        /// Name of the file.
        file: String,
        /// What is wrong and what to do.
        detail: String,
    },
    /// A workbook that cannot be read.
    #[error("{file}: {source}")]
    Workbook {
        /// Name of the file.
        file: String,
        /// What is wrong and what to do.
        source: crate::tabular::xlsx::XlsxError,
    },
    /// A list of several files that were not given together.
    #[error("{given}: {list} has three files, {missing} missing; give {expected} together")]
    MissingFile {
        /// Names of the files that were given.
        given: String,
        /// The list, in words.
        list: &'static str,
        /// What is missing.
        missing: String,
        /// All files, as published.
        expected: &'static str,
    },
    /// Entities without what tells which list they are.
    #[error(
        "{given}: entities do not say which list they are; give their manifest (an object with `name`, `updated_at` and \
         `entity_count`) beside them, or tell the list with --list and the date with --published"
    )]
    MissingManifest {
        /// Names of the files that were given.
        given: String,
    },
    /// A fault of a mapping file.
    #[error("{file}, line {line}: {detail}")]
    Mapping {
        /// Name of the mapping file.
        file: String,
        /// Line, from 1.
        line: u64,
        /// What is wrong, and what to write.
        detail: String,
    },
    /// A file that a shipped mapping fits which has met no real file.
    #[error(
        "{file}: this looks like {title}, whose mapping has met no real file yet and reads nothing until it is named; \
         name it with --mapping {mapping} and compare the account with the publisher's page (the mapping rests on {rests_on})"
    )]
    Unverified {
        /// Name of the file.
        file: String,
        /// The list, in words.
        title: String,
        /// Name of the mapping.
        mapping: &'static str,
        /// What it rests on.
        rests_on: String,
    },
    /// The account does not balance: a fault of the reader.
    #[error(
        "the reader lost a record: read {read}, accepted {accepted}, refused {refused}; please report this"
    )]
    Unbalanced {
        /// Records met.
        read: u64,
        /// Records accepted.
        accepted: u64,
        /// Records refused.
        refused: u64,
    },
}

impl ReadError {
    /// The error for a table that cannot be read to its end.
    pub(crate) fn table(file: &str, error: &crate::tabular::csv::CsvError) -> Self {
        Self::Table { file: file.to_owned(), detail: error.to_string() }
    }

    /// The error for entities without their manifest.
    #[must_use]
    pub fn missing_manifest(files: &[SourceFile<'_>]) -> Self {
        let given = files.iter().map(|file| file.name).collect::<Vec<_>>().join(", ");
        Self::MissingManifest { given }
    }

    /// The error for files that no format recognises, with what they look like.
    #[must_use]
    pub fn not_recognised(files: &[SourceFile<'_>]) -> Self {
        let (looks_like, remedy) = files.first().map_or_else(
            || ("no file at all".to_owned(), "name the file as published"),
            |file| crate::source::looks_like(file.bytes),
        );
        let files = files.iter().map(|file| file.name).collect::<Vec<_>>().join(", ");
        Self::NotRecognised { files, looks_like, remedy }
    }
}
