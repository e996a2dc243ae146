//! The mappings that ship: a file each in `crates/tamis-lists/mappings/`.

use std::sync::LazyLock;

use super::mapping::{Layout, Mapping, parse};
use super::tables;
use crate::columns::Candidates;
use crate::reading::SourceFile;
use crate::source::{head_text, looks_like, xml_root};
use crate::tabular::xlsx::looks_like_zip;

/// A mapping file that ships.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    /// Its name, which `--mapping` takes: `fr`, `tr-masak` …
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[$(Shipped {
            name: $name,
            text: include_str!(concat!("../../mappings/", $name, ".toml")),
        }),*]
    };
}

/// All of them, in order.
pub static SHIPPED: &[Shipped] = shipped![
    "ae-local",
    "be",
    "ca-listed",
    "eg",
    "fr",
    "il-nbctf",
    "jp-mof",
    "nl",
    "ru-rosfin",
    "tr-masak",
];

/// The mapping of a name.
#[must_use]
pub fn shipped(name: &str) -> Option<&'static Shipped> {
    SHIPPED.iter().find(|shipped| shipped.name == name)
}

/// A mapping that was read, with its name.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) name: &'static str,
    pub(super) mapping: Mapping,
}

/// A test of each mapping sees that it can be read.
pub(super) static READY: LazyLock<Vec<Ready>> = LazyLock::new(|| {
    let read = |shipped: &Shipped| {
        let file = SourceFile { name: shipped.name, bytes: shipped.text.as_bytes() };
        parse(&file).ok().map(|mapping| Ready { name: shipped.name, mapping })
    };
    SHIPPED.iter().filter_map(read).collect()
});

/// The shipped mapping that a file fits, told by its content.
pub(super) fn fitting(candidates: &Candidates<'_, '_>) -> Option<&'static Ready> {
    let [file] = candidates.files() else { return None };
    let tree = READY.iter().find(|ready| fits_tree(file, &ready.mapping));
    if tree.is_some() {
        return tree;
    }
    let tables: Vec<&'static Mapping> = READY
        .iter()
        .map(|ready| &ready.mapping)
        .filter(|mapping| matches!(mapping.layout, Layout::Table { .. }))
        .collect();
    let found = tables::fitting(file, candidates.heads(), &tables)?;
    READY.iter().find(|ready| std::ptr::eq(&raw const ready.mapping, found))
}

/// Whether the head of a file is that of a layout other than a table; one without `holds` is never told by content.
fn fits_tree(file: &SourceFile<'_>, mapping: &Mapping) -> bool {
    let begins = |marks: [char; 2]| head_text(file.bytes).trim_start().starts_with(marks);
    let (holds, shape) = match &mapping.layout {
        Layout::Table { .. } => return false,
        Layout::Xml { record, holds, .. } => {
            let root = record.split('.').next().unwrap_or_default();
            let found = xml_root(file.bytes).is_some_and(|(name, _)| name.to_lowercase() == root);
            (holds, found)
        }
        Layout::Json { holds, .. } => (holds, begins(['{', '['])),
        Layout::Text { holds, .. } => (holds, !looks_like_zip(file.bytes) && !begins(['<', '{'])),
    };
    shape
        && holds.as_ref().is_some_and(|holds| {
            let head = file.bytes.get(..16 * 1024).unwrap_or(file.bytes);
            let detected = crate::tabular::encoding::detect(head);
            crate::tabular::encoding::decode(head, detected.encoding).0.contains(holds.as_str())
        })
}

/// Whether the container of a file is the one that a mapping reads; whatever a person named it for.
pub(super) fn same_container(file: &SourceFile<'_>, mapping: &Mapping) -> bool {
    let is_zip = looks_like_zip(file.bytes);
    let start = head_text(file.bytes);
    let start = start.trim_start();
    let html = looks_like(file.bytes).0.starts_with("an HTML page");
    match &mapping.layout {
        Layout::Table { .. } | Layout::Text { .. } if html => false,
        Layout::Table { .. } => is_zip || !start.starts_with('<'),
        Layout::Xml { .. } => start.starts_with('<') && !html,
        Layout::Json { .. } => start.starts_with(['{', '[']),
        Layout::Text { .. } => !is_zip && !start.starts_with('<'),
    }
}
