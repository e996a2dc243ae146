//! The tables that are asked for each part, asked for all parts of a name together: they are larger than the
//! caches of a processor, and a look-up waits for memory longer than it computes. What none of these needs
//! of another is read first, so that the waits fall together.

use smallvec::SmallVec;
use tamis_text::Part;

use crate::{frequency, known_names, lexicon};

/// Where a part would stand in the tables.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Looked {
    pub(super) lexicon: lexicon::Looked,
    pub(super) known: known_names::Looked,
    pub(super) bearers: frequency::Looked,
}

/// Looks for each part of a name.
#[inline(always)]
pub(super) fn all(parts: &[Part]) -> SmallVec<[Looked; 8]> {
    let mut all: SmallVec<[Looked; 8]> = SmallVec::new();
    for part in parts {
        all.push(Looked {
            lexicon: lexicon::look(&part.folded),
            known: known_names::look(known_names::form_of(&part.folded, &part.latin, part.script)),
            bearers: frequency::look(&part.latin, &part.skeleton),
        });
    }
    // the rows: their texts stand elsewhere, and are not waited for twice
    for looked in &all {
        looked.lexicon.read_early();
        std::hint::black_box(looked.known.read_early());
        std::hint::black_box(looked.bearers.read_early());
    }
    all
}
