//! What the commands about lists show: the account of an import, the status of the lists, an entry.

mod account;
mod entry;
mod index;
mod status;

pub use account::account_text;
pub use entry::entry_text;
pub use index::{IndexForm, index_text};
pub use status::{StatusForm, status_text};

#[cfg(test)]
mod tests;
