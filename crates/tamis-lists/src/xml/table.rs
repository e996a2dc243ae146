//! The table of a reader: each element and attribute path, and what becomes of it.

/// What becomes of an element or attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A record of the list; the source's word for it is the name of the element.
    Record,
    /// Holds other elements and no text.
    Group,
    /// Becomes a field of the entry.
    Field,
    /// Becomes a note of the entry, as it is.
    Note,
    /// Is left out, for this reason.
    Dropped(&'static str),
    /// Is left out with all that stands inside of it, for this reason.
    DroppedWhole(&'static str),
}

/// One row: a path from the root, elements by name, attributes by `@name`.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// `CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/DATAID`, `export/@generationDate` …
    pub path: &'static str,
    /// What becomes of it.
    pub role: Role,
}

impl Row {
    /// The last name of the path, `@` taken off.
    #[must_use]
    pub fn name(&self) -> &'static str {
        let last = self.path.rsplit('/').next().unwrap_or(self.path);
        last.strip_prefix('@').unwrap_or(last)
    }
}

/// Attributes that belong to XML itself and not to a format: namespace declarations, `xsi:nil`,
/// `xsi:schemaLocation`, `xml:lang`. They are left out everywhere.
#[must_use]
pub fn is_markup_attribute(name: &str) -> bool {
    name == "xmlns"
        || name.split_once(':').is_some_and(|(prefix, _)| matches!(prefix, "xmlns" | "xsi" | "xml"))
}

/// Index of a row; none for what the table does not name.
pub(super) type RowIndex = Option<u16>;

/// A table made ready for walking down: for each row, its children by name.
#[derive(Debug)]
pub struct Table {
    rows: &'static [Row],
    /// The last name of each row's path; [`Row::name`] searches for it.
    names: Vec<&'static str>,
    /// The names of elements, each once, sorted.
    elements: Vec<&'static str>,
    children: Vec<Vec<(&'static str, bool, u16)>>,
    root: Option<u16>,
}

impl Table {
    /// Makes the rows ready. A row whose parent is not in the table is never reached; a test of each
    /// reader rules that out.
    #[must_use]
    pub fn new(rows: &'static [Row]) -> Self {
        let mut children = vec![Vec::new(); rows.len()];
        let mut root = None;
        for (index, row) in rows.iter().enumerate() {
            let Ok(index) = u16::try_from(index) else { break };
            let Some((parent, last)) = row.path.rsplit_once('/') else {
                root = Some(index);
                continue;
            };
            let parent = rows.iter().position(|candidate| candidate.path == parent);
            if let Some(siblings) = parent.and_then(|parent| children.get_mut(parent)) {
                siblings.push((row.name(), last.starts_with('@'), index));
            }
        }
        let is_element =
            |row: &&Row| !row.path.rsplit('/').next().is_some_and(|it| it.starts_with('@'));
        let mut elements: Vec<&str> = rows.iter().filter(is_element).map(Row::name).collect();
        elements.sort_unstable();
        elements.dedup();
        Self { rows, names: rows.iter().map(Row::name).collect(), elements, children, root }
    }

    /// The name of the root element.
    #[must_use]
    pub fn root_name(&self) -> &'static str {
        self.row(self.root).map_or("", Row::name)
    }

    /// Whether the table has an element of this name, anywhere.
    pub(super) fn names_element(&self, name: &str) -> bool {
        let local = name.rsplit(':').next().unwrap_or(name);
        self.elements.binary_search(&local).is_ok()
    }

    pub(super) fn name(&self, index: RowIndex) -> Option<&'static str> {
        self.names.get(usize::from(index?)).copied()
    }

    pub(super) fn row(&self, index: RowIndex) -> Option<&'static Row> {
        self.rows.get(usize::from(index?))
    }

    pub(super) fn role(&self, index: RowIndex) -> Option<Role> {
        self.row(index).map(|row| row.role)
    }

    pub(super) const fn root(&self) -> RowIndex {
        self.root
    }

    /// The row of a child element or attribute; inside of what is left out whole, that of the parent.
    pub(super) fn child(&self, parent: RowIndex, name: &str, attribute: bool) -> RowIndex {
        if matches!(self.role(parent), Some(Role::DroppedWhole(_))) {
            return parent;
        }
        self.children
            .get(usize::from(parent?))?
            .iter()
            .find(|(child, is_attribute, _)| *is_attribute == attribute && *child == name)
            .map(|(_, _, index)| *index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static ROWS: [Row; 5] = [
        Row { path: "list", role: Role::Group },
        Row { path: "list/@date", role: Role::Field },
        Row { path: "list/record", role: Role::Record },
        Row { path: "list/record/date", role: Role::Note },
        Row { path: "list/record/history", role: Role::DroppedWhole("a test") },
    ];

    #[test]
    fn elements_and_attributes_of_one_name_are_two() {
        let table = Table::new(&ROWS);
        assert_eq!(table.root_name(), "list");
        let record = table.child(table.root(), "record", false);
        assert_eq!(table.role(record), Some(Role::Record));
        assert_eq!(table.role(table.child(table.root(), "date", true)), Some(Role::Field));
        assert_eq!(table.child(table.root(), "date", false), None);
        assert_eq!(table.role(table.child(record, "date", false)), Some(Role::Note));
        assert_eq!(table.child(None, "date", false), None);
        let history = table.child(record, "history", false);
        let inside = table.child(table.child(history, "a", false), "b", true);
        assert_eq!(table.role(inside), Some(Role::DroppedWhole("a test")));
        assert!(is_markup_attribute("xsi:nil") && is_markup_attribute("xmlns"));
        assert!(!is_markup_attribute("nil"));
    }
}
