//! What stands in two compared names and takes no part in the comparison: titles, links, and words of a script
//! that no table romanises. Told beside the evidence, for it weighs nothing.

use tamis_model::{AlignmentSide, PartRole, SetAside, SetAsideReason};
use tamis_text::{NoteKind, PartClass};

use crate::comparison::Comparison;
use crate::record::PreparedName;

impl Comparison<'_> {
    /// The words of the best pair of names that weigh nothing, the party's first, in the order of the names; none
    /// where no pair of names met.
    #[must_use]
    pub fn set_aside(&self) -> Vec<SetAside> {
        let Some(best) = self.names() else { return Vec::new() };
        let sides = [(AlignmentSide::Party, best.party), (AlignmentSide::Entry, best.entry)];
        sides.into_iter().flat_map(|(side, name)| of_name(side, name)).collect()
    }
}

fn of_name(side: AlignmentSide, name: &PreparedName) -> Vec<SetAside> {
    let others = name.other.iter().filter_map(|part| {
        let reason = match (part.role, part.part.class) {
            (PartRole::Title, _) => SetAsideReason::Title,
            (PartRole::Particle, PartClass::Nasab) => SetAsideReason::Descent,
            (PartRole::Particle, PartClass::GenerationSuffix) => SetAsideReason::Generation,
            (PartRole::Particle, _) => SetAsideReason::Particle,
            _ => return None,
        };
        Some((part.part.span.clone(), reason))
    });
    let notes = name.notes.iter().filter_map(|note| {
        let reason = match note.kind {
            NoteKind::PlaceholderIgnored => SetAsideReason::Placeholder,
            NoteKind::ScriptWithoutTable { .. } => SetAsideReason::ScriptWithoutTable,
            _ => return None,
        };
        Some((note.span.clone(), reason))
    });
    let mut found: Vec<_> = others.chain(notes).collect();
    found.sort_by_key(|(span, _)| (span.start, span.end));
    found.dedup();
    let told = |(span, reason)| {
        let words = name.original.get::<std::ops::Range<usize>>(span)?.to_owned();
        Some(SetAside { side, words, reason })
    };
    found.into_iter().filter_map(told).collect()
}

#[cfg(test)]
mod tests {
    use tamis_model::{Party, PartyName};

    use super::*;
    use crate::{AnalysedRecord, Policy, compare};

    fn told(one: &str, other: &str) -> Vec<(AlignmentSide, String, SetAsideReason)> {
        let policy = Policy::vetting();
        let record = |name: &str| {
            let party = Party { names: vec![PartyName::whole(name)], ..Party::default() };
            AnalysedRecord::of_party(&party, &policy).unwrap()
        };
        let comparison = compare(&record(one), &record(other), &policy).set_aside();
        comparison.into_iter().map(|aside| (aside.side, aside.words, aside.reason)).collect()
    }

    #[test]
    fn titles_links_and_unknown_scripts_are_told() {
        use AlignmentSide::{Entry, Party};
        use SetAsideReason::{Descent, Particle, ScriptWithoutTable, Title};
        let of = |side, words: &str, reason| (side, words.to_owned(), reason);
        assert_eq!(
            told("Dr. Torjan van Wardak", "Mullah Torjan bin Wardak"),
            [
                of(Party, "Dr", Title),
                of(Party, "van", Particle),
                of(Entry, "Mullah", Title),
                of(Entry, "bin", Descent)
            ]
        );
        let unknown = told("Torjan Wardak ገብረ", "Torjan Wardak");
        assert_eq!(unknown, [of(Party, "ገብረ", ScriptWithoutTable)]);
        assert!(told("Torjan Wardak", "Torjan Wardak").is_empty());
        assert!(told("Mullah Haji", "Mullah Haji").is_empty());
    }
}
