//! Official references in the forms in which a list has printed them over the years, so that an older
//! one still finds its record. Knows how references look, nothing of what they stand for.

use crate::id::{EntryId, ListId};

/// The reference in the form that its list prints today: `QE.J.115.04` is `QDe.115`. None where it is
/// in that form already, or where no rule tells it.
///
/// The rule for the UN is that of the change of 2014-12 to 2015-02: a `Q` for Al-Qaida, `I` or `E`, the
/// first letter of the name, the number, the year. It was checked on the files of 2014-11-19 and
/// 2015-03-27: right for all 264 records whose `DATAID` is in both. Of other committees no file with
/// older references is known that states both forms beside each other; where a comment does
/// (`[Old Reference # I.47.D.7]`), the reader keeps it as a key of the entry.
///
/// ```
/// use tamis_model::{ListId, reference::present_form};
/// let un = ListId::new("un")?;
/// assert_eq!(present_form(&un, "QE.J.115.04.").as_deref(), Some("QDe.115"));
/// assert_eq!(present_form(&un, "QDe.115"), None);
/// # Ok::<(), tamis_model::IdError>(())
/// ```
#[must_use]
pub fn present_form(list: &ListId, reference: &str) -> Option<String> {
    if list.as_str() != "un" {
        return None;
    }
    let mut pieces = reference.trim().trim_end_matches('.').split('.');
    let kind = match pieces.next()? {
        "QI" | "Qi" => 'i',
        "QE" | "Qe" => 'e',
        _ => return None,
    };
    let letter = pieces.next()?;
    let number: u16 = digits(pieces.next()?)?;
    let _year: u16 = digits(pieces.next()?)?;
    let is_letter = letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_letter && pieces.next().is_none()).then(|| format!("QD{kind}.{number:03}"))
}

fn digits(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A reference in plain form, in which `LYi.28`, `LYi.028` and `lyi.028.` are one, and `QE.J.115.04`
/// is `QDe.115`: its present form in lower case, without leading zeros of numbers, marks at the ends
/// and white space. To be compared within one list only.
#[must_use]
pub fn plain_form(list: &ListId, reference: &str) -> String {
    let present = present_form(list, reference);
    let reference = present.as_deref().unwrap_or(reference);
    let trimmed = reference.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let mut text = String::with_capacity(trimmed.len());
    let mut rest = trimmed.chars().filter(|c| !c.is_whitespace()).peekable();
    let mut in_number = false;
    while let Some(c) = rest.next() {
        let followed = rest.peek().is_some_and(char::is_ascii_digit);
        if c == '0' && !in_number && followed {
            continue;
        }
        in_number = c.is_ascii_digit();
        text.push(c);
    }
    text
}

impl EntryId {
    /// Whether two ids are of one record by the forms of their references.
    #[must_use]
    pub fn is_same_record(&self, other: &Self) -> bool {
        let plain = |id: &Self| plain_form(&id.list, &id.reference);
        self == other || self.list == other.list && plain(self) == plain(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_before_2015_are_told_in_the_form_of_today() {
        let check = |list: &str, reference: &str, expected: Option<&str>| {
            let list = ListId::new(list).unwrap();
            assert_eq!(present_form(&list, reference).as_deref(), expected, "{reference}");
        };
        check("un", "QE.J.115.04", Some("QDe.115"));
        check("un", "QI.A.17.01.", Some("QDi.017"));
        check("un", "QI.A.7.01", Some("QDi.007"));
        for other in ["QDe.115", "QDi.346.", "TAI.171", "I.47.D.7", "QE.J.115", "QE.JJ.1.04", ""] {
            check("un", other, None);
        }
        check("uk", "QE.J.115.04", None);
    }

    #[test]
    fn forms_of_one_reference_are_one() {
        let check = |one: &str, other: &str, same: bool| {
            let id = |text| EntryId::parse(text).unwrap();
            assert_eq!(id(one).is_same_record(&id(other)), same, "{one} {other}");
        };
        check("un:QE.J.115.04.", "un:QDe.115", true);
        check("un:LYi.28", "un:LYi.028", true);
        check("un:QDi.346.", "un:QDi.346", true);
        check("un:TAI.171", "un:TAi.171", true);
        check("un:QDi.115", "un:QDe.115", false);
        check("uk:115", "un:115", false);
    }
}
