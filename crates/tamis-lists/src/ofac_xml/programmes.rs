//! OFAC's programmes: which belong to the lists beside the SDN list, and what some rest on.

use tamis_model::{Entry, LegalBasis, ListId};

use crate::reading::list_id;

/// Programmes under which parties stand on a list beside the SDN list. Source: OFAC's consolidated
/// non-SDN file of 2024-05-06, whose 443 entries carry no programme but one of these first: sectoral
/// sanctions (SSI), the Palestinian Legislative Council (NS-PLC), Chinese military-industrial companies
/// (NS-CMIC), foreign financial institutions (CAPTA, "561"), foreign sanctions evaders (FSE) and the
/// menu-based list (NS-MBS). Three of them occur on the SDN list as well; the majority decides.
pub const BESIDE_SDN: [&str; 9] = [
    "UKRAINE-EO13662",
    "RUSSIA-EO14024",
    "NS-PLC",
    "CMIC-EO13959",
    "561-Related",
    "561LIST",
    "FSE-IR",
    "FSE-SY",
    "CAPTA",
];

/// The id of the SDN list.
#[must_use]
pub fn sdn() -> ListId {
    list_id("ofac-sdn")
}

/// The id of the list beside it.
#[must_use]
pub fn nonsdn() -> ListId {
    list_id("ofac-nonsdn")
}

/// Which of the two lists these entries are: non-SDN if more than half of them have a programme of
/// [`BESIDE_SDN`] and none of terrorism, narcotics or proliferation would be there in such a number
/// (2021: 0.3 % of the SDN entries have one; 2024: 99 % of the non-SDN entries). The file itself does
/// not say; `ReadOptions::list` overrides.
#[must_use]
pub fn list_of(entries: &[Entry]) -> ListId {
    let beside = |entry: &&Entry| {
        entry.programmes.iter().any(|programme| BESIDE_SDN.contains(&programme.as_str()))
    };
    let number = entries.iter().filter(beside).count();
    if number * 2 > entries.len() { nonsdn() } else { sdn() }
}

/// What programmes without the number of an order in their name rest on. Source: OFAC's list of
/// programme tags (2021, 2024).
const BASES: [(&str, &str); 16] = [
    ("SDGT", "Executive Order 13224"),
    ("FTO", "Immigration and Nationality Act, section 219"),
    ("SDNTK", "Foreign Narcotics Kingpin Designation Act"),
    ("SDNT", "Executive Order 12978"),
    ("NPWMD", "Executive Order 13382"),
    ("GLOMAG", "Executive Order 13818"),
    ("MAGNIT", "Sergei Magnitsky Rule of Law Accountability Act of 2012"),
    ("TCO", "Executive Order 13581"),
    ("IRAN-HR", "Executive Order 13553"),
    ("IRAN-TRA", "Executive Order 13608"),
    ("IRGC", "Iranian Financial Sanctions Regulations"),
    ("IFSR", "Iranian Financial Sanctions Regulations"),
    ("IFCA", "Iran Freedom and Counter-Proliferation Act of 2012"),
    ("CAATSA - RUSSIA", "Countering America's Adversaries Through Sanctions Act"),
    ("CAATSA - IRAN", "Countering America's Adversaries Through Sanctions Act"),
    ("LIBYA2", "Executive Order 13566"),
];

/// The act behind a programme: by the order's number in its tag (`UKRAINE-EO13662`), else by the table.
#[must_use]
pub fn basis(programme: &str) -> LegalBasis {
    let order = programme
        .rsplit_once("EO")
        .map(|(_, number)| number)
        .filter(|number| number.len() == 5 && number.bytes().all(|b| b.is_ascii_digit()));
    let known = BASES.iter().find(|(tag, _)| *tag == programme).map(|(_, title)| *title);
    let title = match (order, known) {
        (Some(number), _) => format!("Executive Order {number}"),
        (None, Some(title)) => title.to_owned(),
        (None, None) => format!("OFAC programme {programme}"),
    };
    LegalBasis {
        title,
        authority: Some("OFAC".to_owned()),
        programme: Some(programme.to_owned()),
        ..LegalBasis::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_are_told_by_tag_or_table() {
        for (programme, title) in [
            ("UKRAINE-EO13662", "Executive Order 13662"),
            ("SDGT", "Executive Order 13224"),
            ("CUBA", "OFAC programme CUBA"),
            ("IRAN-CON-ARMS-EO", "OFAC programme IRAN-CON-ARMS-EO"),
        ] {
            assert_eq!(basis(programme).title, title);
        }
    }
}
