//! What stands in two compared names and is not compared as names are: titles, links and legal forms weigh nothing,
//! words of a script that no table romanises are compared by their own letters. Told beside the evidence: each part of
//! the two names is told once, by an item or here.

use tamis_model::{AlignmentSide, NotedReason, NotedWord, PartRole};
use tamis_text::{NoteKind, PartClass};

use crate::comparison::Comparison;
use crate::reading::Reading;
use crate::record::PreparedName;

impl Comparison<'_> {
    /// These words of the best pair of names, or of the first name of each side where no pair met; the party's first, in
    /// the order of the names.
    #[must_use]
    pub fn noted(&self) -> Vec<NotedWord> {
        let (sides, reading) = match self.names() {
            Some(best) => ([Some(best.party), Some(best.entry)], best.reading),
            None => (self.first_names(), Reading::Person),
        };
        let sides = [AlignmentSide::Party, AlignmentSide::Entry].into_iter().zip(sides);
        sides
            .flat_map(|(side, name)| {
                name.map(|name| of_name(side, name, reading)).unwrap_or_default()
            })
            .collect()
    }
}

fn of_name(side: AlignmentSide, name: &PreparedName, reading: Reading) -> Vec<NotedWord> {
    let others = name.other.iter().filter_map(|part| {
        let reason = match (part.role, part.part.class) {
            (PartRole::Title, _) => NotedReason::Title,
            (PartRole::OrganisationType, _) => NotedReason::OrganisationType,
            (PartRole::Weak, _) => NotedReason::Weak,
            (PartRole::Initial, _) => match reading {
                // an item tells of it
                Reading::Person => return None,
                Reading::Thing => NotedReason::Initial,
            },
            (_, PartClass::Nasab | PartClass::NasabBehind) => NotedReason::Descent,
            (_, PartClass::GenerationSuffix) => NotedReason::Generation,
            (_, class) if class.is_informative() => NotedReason::Acronym,
            _ => NotedReason::Particle,
        };
        Some((part.part.span.clone(), reason))
    });
    let notes = name.notes.iter().filter_map(|note| {
        let reason = match note.kind {
            NoteKind::PlaceholderIgnored => NotedReason::Placeholder,
            NoteKind::ScriptWithoutTable { .. } => NotedReason::ScriptWithoutTable,
            NoteKind::HardlyAName => NotedReason::HardlyAName,
            _ => return None,
        };
        Some((note.span.clone(), reason))
    });
    let mut found: Vec<_> = others.chain(notes).collect();
    found.sort_by_key(|(span, _)| (span.start, span.end));
    found.dedup();
    let told = |(span, reason)| {
        let words = name.original.get::<std::ops::Range<usize>>(span)?.to_owned();
        Some(NotedWord { side, words, reason })
    };
    found.into_iter().filter_map(told).collect()
}

#[cfg(test)]
mod tests {
    use tamis_model::{Party, PartyName};

    use super::*;
    use crate::{AnalysedRecord, Policy, compare};

    fn told(one: &str, other: &str) -> Vec<(AlignmentSide, String, NotedReason)> {
        let policy = Policy::vetting();
        let record = |name: &str| {
            let party = Party { names: vec![PartyName::whole(name)], ..Party::default() };
            AnalysedRecord::of_party(&party, &policy).unwrap()
        };
        let comparison = compare(&record(one), &record(other), &policy).noted();
        comparison.into_iter().map(|aside| (aside.side, aside.words, aside.reason)).collect()
    }

    #[test]
    fn titles_links_and_unknown_scripts_are_told() {
        use AlignmentSide::{Entry, Party};
        use NotedReason::{
            Acronym, Descent, HardlyAName, OrganisationType, Particle, ScriptWithoutTable, Title,
        };
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
        let alone = told("ገብረ", "Torjan Wardak");
        assert_eq!(alone, [of(Party, "ገብረ", ScriptWithoutTable)]);
        let address = "torjan.wardak@example.org";
        assert_eq!(told(address, "Torjan Wardak"), [of(Party, address, HardlyAName)]);
        assert_eq!(
            told("Zarvan Industrial Group (ZIG) Ltd", "Zarvan Industrial Group"),
            [of(Party, "ZIG", Acronym), of(Party, "Ltd", OrganisationType)]
        );
        assert!(told("Torjan Wardak", "Torjan Wardak").is_empty());
        assert!(told("Mullah Haji", "Mullah Haji").is_empty());
    }
}
