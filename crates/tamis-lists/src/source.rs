//! What every reader does first: tell what bytes look like, and turn them into text. Knows encodings
//! and nothing of lists.

mod decode;
mod looks;

pub use decode::{
    CONTROL_CHARACTERS, MAX_REPAIRED_BYTES, MAX_REPAIRED_SHARE, Repair, RepairKind, Source, decode,
};
pub(crate) use looks::head as head_text;
pub use looks::{looks_like, xml_root};
