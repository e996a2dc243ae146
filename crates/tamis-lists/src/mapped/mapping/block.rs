//! One table of a mapping file: keys that are asked for, and those that nobody asked for. Every error names the line.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::ReadError;

/// The file, for the lines of its errors.
#[derive(Debug, Clone, Copy)]
pub(super) struct File<'t> {
    pub(super) name: &'t str,
    pub(super) text: &'t str,
}

impl File<'_> {
    /// The error at a byte of the file.
    pub(super) fn error(&self, at: usize, detail: impl Into<String>) -> ReadError {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        let line = memchr::memchr_iter(b'\n', before).count() as u64 + 1;
        ReadError::Mapping { file: self.name.to_owned(), line, detail: detail.into() }
    }
}

/// A table of the file.
#[derive(Debug)]
pub(super) struct Block<'t> {
    pub(super) file: File<'t>,
    pub(super) at: usize,
    table: &'t DeTable<'t>,
    asked: RefCell<Vec<&'static str>>,
}

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) text: String,
    pub(super) at: usize,
}

impl<'t> Block<'t> {
    pub(super) fn new(file: File<'t>, at: usize, table: &'t DeTable<'t>) -> Self {
        Self { file, at, table, asked: RefCell::default() }
    }

    fn value(&self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().push(key);
        self.table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) -> ReadError {
        let found = value.get_ref().type_str();
        self.file.error(value.span().start, format!("`{key}` is {found}; write {expected}"))
    }

    /// The error at the beginning of the table.
    pub(super) fn error(&self, detail: impl Into<String>) -> ReadError {
        self.file.error(self.at, detail)
    }

    /// A text, if the key is there.
    pub(super) fn text(&self, key: &'static str) -> Result<Option<Told>, ReadError> {
        let Some(value) = self.value(key) else { return Ok(None) };
        let text = value.get_ref().as_str().ok_or_else(|| self.wrong(key, value, "a text"))?;
        Ok(Some(Told { text: text.to_owned(), at: value.span().start }))
    }

    /// A text that must be there.
    pub(super) fn required(&self, key: &'static str, what: &str) -> Result<Told, ReadError> {
        self.text(key)?
            .filter(|told| !told.text.trim().is_empty())
            .ok_or_else(|| self.error(format!("`{key}` is missing: write {key} = \"{what}\"")))
    }

    /// One text or several.
    pub(super) fn texts(&self, key: &'static str) -> Result<Vec<Told>, ReadError> {
        let Some(value) = self.value(key) else { return Ok(Vec::new()) };
        let one = |value: &Spanned<DeValue<'_>>| {
            let text = value.get_ref().as_str();
            let text = text.ok_or_else(|| self.wrong(key, value, "a text or several: [\"…\"]"))?;
            Ok(Told { text: text.to_owned(), at: value.span().start })
        };
        match value.get_ref().as_array() {
            Some(values) => values.iter().map(one).collect(),
            None => Ok(vec![one(value)?]),
        }
    }

    /// A truth; false where the key is not there.
    pub(super) fn truth(&self, key: &'static str) -> Result<bool, ReadError> {
        let Some(value) = self.value(key) else { return Ok(false) };
        value.get_ref().as_bool().ok_or_else(|| self.wrong(key, value, "true or false"))
    }

    /// The version of the form; 0 where it is no number.
    pub(super) fn version(&self) -> Result<u32, ReadError> {
        let Some(value) = self.value("mapping") else { return Ok(0) };
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        number.ok_or_else(|| self.wrong("mapping", value, "mapping = 1"))
    }

    /// A table of texts: each key of its own, with its value.
    pub(super) fn pairs(&self, key: &'static str) -> Result<Vec<(String, Told)>, ReadError> {
        let Some(value) = self.value(key) else { return Ok(Vec::new()) };
        let expected = "a table: { \"word\" = \"meaning\" }";
        let table = value.get_ref().as_table().ok_or_else(|| self.wrong(key, value, expected))?;
        let pair = |(name, value): (&Spanned<toml::de::DeString<'_>>, &Spanned<DeValue<'_>>)| {
            let text = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Integer(number) => number.as_str().to_owned(),
                _ => return Err(self.wrong(key, value, expected)),
            };
            Ok((name.get_ref().to_string(), Told { text, at: value.span().start }))
        };
        table.iter().map(pair).collect()
    }

    /// A table inside.
    pub(super) fn block(&self, key: &'static str) -> Result<Option<Block<'t>>, ReadError> {
        let Some(value) = self.value(key) else { return Ok(None) };
        let table = value.get_ref().as_table().ok_or_else(|| self.wrong(key, value, "a table"))?;
        Ok(Some(Block::new(self.file, value.span().start, table)))
    }

    /// An array of tables: `[[key]]`.
    pub(super) fn blocks(&self, key: &'static str) -> Result<Vec<Block<'t>>, ReadError> {
        let Some(value) = self.value(key) else { return Ok(Vec::new()) };
        let expected = "one table or several: [[…]]";
        let values = value.get_ref().as_array().ok_or_else(|| self.wrong(key, value, expected))?;
        let one = |value: &'t Spanned<DeValue<'t>>| {
            let table =
                value.get_ref().as_table().ok_or_else(|| self.wrong(key, value, expected))?;
            Ok(Block::new(self.file, value.span().start, table))
        };
        values.iter().map(one).collect()
    }

    /// Ends the table: a key that nobody asked for is an error, most often a slip of the pen.
    pub(super) fn finish(self) -> Result<(), ReadError> {
        let asked = self.asked.into_inner();
        let unknown = self.table.iter().find(|(name, _)| {
            let name: &str = name.get_ref();
            !asked.contains(&name)
        });
        let Some((name, _)) = unknown else { return Ok(()) };
        let mut known: Vec<&str> = asked;
        known.sort_unstable();
        known.dedup();
        let detail =
            format!("`{}` means nothing here; known are {}", name.get_ref(), known.join(", "));
        Err(self.file.error(name.span().start, detail))
    }
}
