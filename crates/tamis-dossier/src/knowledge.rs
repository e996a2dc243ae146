//! All tables together, read and checked against each other.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use tamis_model::{Entry, EntryId, ListReference};

use crate::basis::{Basis, SOURCES, Source};
use crate::data_error::{DataError, DataProblem};
use crate::designation::{Coverage, DESIGNATIONS, Designation, designations};
use crate::id::{JurisdictionCode, OrganisationId, RegimeId, SourceId};
use crate::jurisdiction::{JURISDICTIONS, Jurisdiction, REGIMES, Regime, regimes};
use crate::organisation::{
    ORGANISATIONS, Organisation, Property, Proposition, STATEMENTS, Statement,
};
use crate::table::{Layout, Row};

/// A table as bytes of text, with its name.
#[derive(Debug, Clone, Copy)]
pub struct TableFile<'a> {
    /// `sources.tsv`, `jurisdictions.tsv`, `regimes.tsv`, `designations.tsv`, `organisations.tsv`,
    /// `statements.tsv`.
    pub name: &'a str,
    /// What is in it.
    pub text: &'a str,
}

const SHIPPED: [TableFile<'static>; 6] = [
    TableFile { name: "sources.tsv", text: include_str!("../data/sources.tsv") },
    TableFile { name: "jurisdictions.tsv", text: include_str!("../data/jurisdictions.tsv") },
    TableFile { name: "regimes.tsv", text: include_str!("../data/regimes.tsv") },
    TableFile { name: "designations.tsv", text: include_str!("../data/designations.tsv") },
    TableFile { name: "organisations.tsv", text: include_str!("../data/organisations.tsv") },
    TableFile { name: "statements.tsv", text: include_str!("../data/statements.tsv") },
];

static KNOWLEDGE: LazyLock<Result<Knowledge, DataError>> =
    LazyLock::new(|| Knowledge::read(&SHIPPED));

/// What is known of organisations and of who designates them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knowledge {
    sources: BTreeMap<SourceId, Source>,
    jurisdictions: Vec<Jurisdiction>,
    regimes: Vec<Regime>,
    designations: Vec<Designation>,
    organisations: Vec<Organisation>,
    statements: Vec<Statement>,
}

impl Knowledge {
    /// The tables that ship.
    ///
    /// # Errors
    /// [`DataError`], which a test of this crate rules out.
    pub fn shipped() -> Result<&'static Self, &'static DataError> {
        KNOWLEDGE.as_ref()
    }

    /// Reads the six tables, and checks that what one names the other has.
    ///
    /// # Errors
    /// [`DataError`]: the first cell that is wrong, with its place and what to do.
    pub fn read(files: &[TableFile<'_>]) -> Result<Self, DataError> {
        let rows = |layout: Layout| {
            let file = files.iter().find(|file| file.name == layout.file);
            layout.rows(file.map_or("", |file| file.text))
        };
        let rows_of_sources = rows(SOURCES)?;
        let mut sources = BTreeMap::new();
        let mut lines: BTreeMap<SourceId, usize> = BTreeMap::new();
        for row in &rows_of_sources {
            let source = Source::of(row)?;
            once(row, lines.insert(source.id.clone(), row.line), source.id.as_str())?;
            sources.insert(source.id.clone(), source);
        }
        let rows_of_jurisdictions = rows(JURISDICTIONS)?;
        let jurisdictions: Vec<Jurisdiction> = read(&rows_of_jurisdictions, Jurisdiction::of)?;
        let rows_of_organisations = rows(ORGANISATIONS)?;
        let organisations: Vec<Organisation> = read(&rows_of_organisations, Organisation::of)?;
        let mut lines: BTreeMap<OrganisationId, usize> = BTreeMap::new();
        for (row, one) in rows_of_organisations.iter().zip(&organisations) {
            once(row, lines.insert(one.id.clone(), row.line), one.id.as_str())?;
        }
        let (rows_of_regimes, rows_of_acts) = (rows(REGIMES)?, rows(DESIGNATIONS)?);
        let rows_of_statements = rows(STATEMENTS)?;
        let read = Self {
            sources,
            jurisdictions,
            regimes: regimes(&rows_of_regimes)?,
            designations: designations(&rows_of_acts)?,
            organisations,
            statements: read(&rows_of_statements, Statement::of)?,
        };
        read.check_regimes(&rows_of_regimes)?;
        read.check_acts(&rows_of_acts)?;
        read.check_statements(&rows_of_statements)?;
        Ok(read)
    }

    fn check_source(&self, row: &Row<'_>, column: usize, basis: &Basis) -> Result<(), DataError> {
        match basis.source() {
            Some(id) if !self.sources.contains_key(id) => absent(row, column, id.as_str(), SOURCES),
            _ => Ok(()),
        }
    }

    fn check_regimes(&self, rows: &[Row<'_>]) -> Result<(), DataError> {
        for row in rows {
            self.check_source(row, 4, &row.basis(4)?)?;
            if JurisdictionCode::new(row.cell(1))
                .is_none_or(|code| self.jurisdiction(code).is_none())
            {
                absent(row, 1, row.cell(1), JURISDICTIONS)?;
            }
        }
        Ok(())
    }

    fn check_acts(&self, rows: &[Row<'_>]) -> Result<(), DataError> {
        let known = |id: &str| RegimeId::new(id).is_some_and(|id| self.regime(&id).is_some());
        for row in rows {
            self.check_source(row, 9, &row.basis(9)?)?;
            if !self.organisations.iter().any(|one| one.id.as_str() == row.cell(1)) {
                absent(row, 1, row.cell(1), ORGANISATIONS)?;
            }
            if !known(row.cell(2)) {
                absent(row, 2, row.cell(2), REGIMES)?;
            }
        }
        for act in &self.designations {
            if let Coverage::ThroughRegime(regime) = &act.coverage
                && self.regime(regime).is_none()
                && let Some(row) = rows.iter().find(|row| row.cell(0) == act.id.as_str())
            {
                absent(row, 7, regime.as_str(), REGIMES)?;
            }
        }
        Ok(())
    }

    fn check_statements(&self, rows: &[Row<'_>]) -> Result<(), DataError> {
        let mut owned: Vec<(&EntryId, usize)> = Vec::new();
        for (row, statement) in rows.iter().zip(&self.statements) {
            self.check_source(row, 7, &statement.basis)?;
            if let Proposition::ListedAs(entry) = &statement.proposition {
                if let Some((_, first)) = owned.iter().find(|(own, _)| own.is_same_record(entry)) {
                    let (found, first) = (entry.to_string(), *first);
                    return Err(row.error(2, DataProblem::Twice { found, first }));
                }
                owned.push((entry, row.line));
            }
            let others = match &statement.proposition {
                Proposition::SplitFrom(other) | Proposition::AffiliateOf(other) => Some((2, other)),
                _ => None,
            };
            let named = std::iter::once((0, &statement.organisation)).chain(others);
            for (column, id) in named {
                if self.organisation(id).is_none() {
                    absent(row, column, id.as_str(), ORGANISATIONS)?;
                }
            }
            if let Proposition::DesignatedBy(codes) = &statement.proposition
                && let Some(code) = codes.iter().find(|code| self.jurisdiction(**code).is_none())
            {
                absent(row, 2, &code.to_string(), JURISDICTIONS)?;
            }
        }
        Ok(())
    }

    /// A source.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The jurisdictions of the register, in its order.
    #[must_use]
    pub fn jurisdictions(&self) -> &[Jurisdiction] {
        &self.jurisdictions
    }

    /// A jurisdiction.
    #[must_use]
    pub fn jurisdiction(&self, code: JurisdictionCode) -> Option<&Jurisdiction> {
        self.jurisdictions.iter().find(|one| one.code == code)
    }

    /// The regimes, in their order.
    #[must_use]
    pub fn regimes(&self) -> &[Regime] {
        &self.regimes
    }

    /// A regime.
    #[must_use]
    pub fn regime(&self, id: &RegimeId) -> Option<&Regime> {
        self.regimes.iter().find(|one| one.id == *id)
    }

    /// The acts about an organisation, in the order of the table.
    pub fn designations_of(&self, id: &OrganisationId) -> impl Iterator<Item = &Designation> {
        self.designations.iter().filter(move |act| act.organisation == *id)
    }

    /// The organisations that have a dossier, in their order.
    #[must_use]
    pub fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    /// An organisation.
    #[must_use]
    pub fn organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.organisations.iter().find(|one| one.id == *id)
    }

    /// All statements, in the order of the table.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// The statements about an organisation.
    pub fn statements_of(&self, id: &OrganisationId) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |statement| statement.organisation == *id)
    }

    /// The statements of one kind about an organisation.
    pub fn of_property(
        &self,
        id: &OrganisationId,
        property: Property,
    ) -> impl Iterator<Item = &Statement> {
        self.statements_of(id).filter(move |one| one.proposition.property() == property)
    }

    /// The organisation whose own entry this is: by its id, or, where no dossier has it, by the references to
    /// other lists' entries that the record itself states, if they are of one organisation.
    #[must_use]
    pub fn owner_of(&self, entry: &Entry) -> Option<&Organisation> {
        let referred = |one: &ListReference| self.owner(&EntryId::new(&one.list, &one.reference));
        self.owner(&entry.id).or_else(|| {
            let mut owners = entry.references.iter().filter_map(referred);
            let first = owners.next()?;
            owners.all(|other| other.id == first.id).then_some(first)
        })
    }

    /// The organisation whose own entry this is, by any form of its reference.
    #[must_use]
    pub fn owner(&self, entry: &EntryId) -> Option<&Organisation> {
        let owns = |statement: &&Statement| matches!(&statement.proposition, Proposition::ListedAs(own) if own.is_same_record(entry));
        let statement = self.statements.iter().find(owns)?;
        self.organisation(&statement.organisation)
    }
}

fn read<T>(
    rows: &[Row<'_>],
    of: impl Fn(&Row<'_>) -> Result<T, DataError>,
) -> Result<Vec<T>, DataError> {
    rows.iter().map(of).collect()
}

fn once(row: &Row<'_>, before: Option<usize>, found: &str) -> Result<(), DataError> {
    match before {
        None => Ok(()),
        Some(first) => Err(row.error(0, DataProblem::Twice { found: found.to_owned(), first })),
    }
}

fn absent(row: &Row<'_>, column: usize, found: &str, table: Layout) -> Result<(), DataError> {
    Err(row.error(column, DataProblem::Absent { found: found.to_owned(), table: table.file }))
}
