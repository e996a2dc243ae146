//! What the commands about lists show: the account of an import, the status of the lists, an entry,
//! the difference of two snapshots.

mod account;
mod difference;
mod entry;
mod index;
mod links;
mod status;

pub use account::account_text;
pub use difference::difference_text;
pub use entry::entry_text;
pub use index::{IndexForm, index_parts_text, index_text};
pub use links::{StandingLinkForm, StandingLinksForm};
pub use status::{
    ChangesForm, FailureForm, FetchForm, FileForm, FreshnessForm, HeldForm, ListStatusForm,
    RecordsForm, StatusForm, status_text, table_text,
};

#[cfg(test)]
mod tests;
