//! Entries that mention another one in their remarks: a mention is no match (T6), and is counted apart.

use tamis_model::reference::{plain_form, present_form};
use tamis_model::{Entry, EntryId, ListId};

/// How many other records of a list mention a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentions {
    /// The list that mentions.
    pub list: ListId,
    /// The entry that is mentioned.
    pub of: EntryId,
    /// Records that mention it, without itself.
    pub records: u64,
}

/// Whether an entry mentions another one's reference, in any of its forms, in any of its notes. References
/// are looked for as whole words: `QDe.115` does not stand in `QDe.1151`.
#[must_use]
pub fn mentions(entry: &Entry, of: &EntryId) -> bool {
    if entry.id.is_same_record(of) {
        return false;
    }
    let wanted = plain_form(&of.list, &of.reference);
    entry.notes.iter().any(|note| {
        words(&note.text).any(|word| {
            // only what looks like a reference is brought to its form
            word.bytes().any(|byte| byte.is_ascii_digit())
                && (present_form(&of.list, word).is_some() || word.len() <= of.reference.len() + 2)
                && plain_form(&of.list, word) == wanted
        })
    })
}

/// Runs of letters, digits and dots.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tamis_model::PartyKind;

    fn check(text: &str, expected: bool) {
        let mut entry = Entry::new(EntryId::parse("un:QDi.299").unwrap(), PartyKind::Person);
        entry.push_note("COMMENTS1", text);
        let of = EntryId::parse("un:QDe.115").unwrap();
        assert_eq!(mentions(&entry, &of), expected, "{text}");
    }

    #[test]
    fn a_reference_is_found_in_any_form_and_as_a_whole() {
        check("Leader of AQI (QDe.115).", true);
        check("listed as Al-Qaida in Iraq (QE.J.115.04.)", true);
        check("listed as Al-Qaida in Iraq (AQI) (QDe.115), since 2011", true);
        check("Associated with QDe.1150 and QDi.115", false);
        check("Associated with Al-Qaida in Iraq", false);
    }
}
