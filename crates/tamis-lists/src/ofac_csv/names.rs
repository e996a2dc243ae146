//! Names as the tables print them: persons inverted by a comma, whatever their grade.

use tamis_model::{ListedName, NameFields, NameGrade};

/// Parts behind or between commas that belong behind the name. Source: the files of 2022-01.
const SUFFIXES: [&str; 9] = ["jr", "jr.", "sr", "sr.", "junior", "senior", "ii", "iii", "iv"];

/// A name in reading order. "DOE, John" reads "John DOE", "DOE, JR., John" and "DOE, John, Jr." read
/// "John DOE Jr."; names of companies keep their commas.
pub(super) fn name(text: &str, person: bool, grade: NameGrade, origin: &str) -> ListedName {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let turned = if person { turned(&parts) } else { None };
    let Some((given, family, suffix)) = turned else {
        return ListedName::new(text, grade, origin);
    };
    let whole = [given.as_str(), family, suffix].join(" ");
    let mut name = ListedName::new(whole.trim_end(), grade, origin);
    name.fields =
        NameFields { given: Some(given), family: Some(family.to_owned()), ..NameFields::default() };
    name.as_written = Some(text);
    name
}

/// Given name, family name, suffix.
fn turned<'a>(parts: &[&'a str]) -> Option<(String, &'a str, &'a str)> {
    let is_suffix = |part: &&&str| SUFFIXES.contains(&part.to_ascii_lowercase().as_str());
    let (family, rest) = parts.split_first()?;
    let suffix = rest.iter().find(is_suffix).copied().unwrap_or_default();
    let given: Vec<&str> = rest.iter().filter(|part| !is_suffix(part)).copied().collect();
    (!given.is_empty()).then(|| (given.join(" "), *family, suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_turned_and_companies_are_not() {
        for (text, person, expected) in [
            ("DOE, John", true, "John DOE"),
            ("DOE, JR., John", true, "John DOE JR."),
            ("DOE, John, Jr.", true, "John DOE Jr."),
            ("DOE, Jr.", true, "DOE, Jr."),
            ("MARUF, Taha, Muhyi al-Din", true, "Taha Muhyi al-Din MARUF"),
            ("'ABD AL-RAZZIQ, Abu Sufian", true, "Abu Sufian 'ABD AL-RAZZIQ"),
            ("IYADH, Abou", true, "Abou IYADH"),
            ("SANTOSO", true, "SANTOSO"),
            ("DOE & CO., LTD.", false, "DOE & CO., LTD."),
            (",", true, ","),
        ] {
            let name = name(text, person, NameGrade::Primary, "test");
            assert_eq!(name.text, expected);
            assert_eq!(name.as_written.as_deref(), (text != expected).then_some(text));
        }
    }
}
