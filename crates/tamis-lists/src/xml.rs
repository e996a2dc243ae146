//! XML as all readers of lists take it: record after record, each a small tree whose elements and
//! attributes are rows of the reader's table. Knows XML and limits, and nothing of lists.
//!
//! Nothing is lost between file and entry: what the table does not name, what stands where no text is
//! expected, and what the reader had no use for becomes a diagnostic ([`Record::leftovers`]).

mod document;
mod leftovers;
pub mod limits;
mod lines;
mod mend;
mod record;
mod table;

pub use document::Document;
pub use mend::mend;
pub(crate) use record::collapse;
pub use record::{Node, Record};
pub use table::{Role, Row, Table, is_markup_attribute};
