//! What stands before the name of a ship and tells its kind (M/Y, LPG/C, Motor Vessel, т/х), and the number of the
//! International Maritime Organization behind it. Neither is of the name.

use super::super::tokens::Word;
use crate::name::NameKind;
use crate::words::Role;

/// Words before a ship's name, romanised, that stand before no other name. MV, MT, SS and others are in the tables of
/// words.
const BEFORE_SHIPS_ALONE: [&[&str]; 23] = [
    &["motor", "vessel"],
    &["motor", "tanker"],
    &["motor", "yacht"],
    &["lpg", "c"],
    &["lng", "c"],
    &["lpgc"],
    &["lngc"],
    &["vlcc"],
    &["ulcc"],
    &["tkh"],
    &["teplokhod"],
    &["bulk", "carrier"],
    &["container", "ship"],
    &["containership"],
    &["cargo", "ship"],
    &["sailing", "yacht"],
    &["motoryacht"],
    &["motorschiff"],
    &["fpso"],
    &["fsru"],
    &["irins"],
    &["sukhogruz"],
    &["ledokol"],
];

/// Such words that stand before other names too: My, Yacht, Ins. St is Saint.
const BEFORE: [&[&str]; 37] = [
    &["motor", "ship"],
    &["oil", "tanker"],
    &["steam", "ship"],
    &["steamship"],
    &["lpg"],
    &["lng"],
    &["my"],
    &["sy"],
    &["tb"],
    &["hsc"],
    &["uss"],
    &["rfa"],
    &["ins"],
    &["bap"],
    &["tanker"],
    &["crude", "oil", "tanker"],
    &["product", "tanker"],
    &["chemical", "tanker"],
    &["tk"],
    &["yacht"],
    &["superyacht"],
    &["dredger"],
    &["trawler"],
    &["fishing", "vessel"],
    &["ferry"],
    &["barge"],
    &["tugboat"],
    &["fb"],
    &["fso"],
    &["fsu"],
    &["roro"],
    &["ro", "ro"],
    &["buksir"],
    &["parom"],
    &["yakhta"],
    &["trauler"],
    &["barzha"],
];

/// Marks both, where a word is left.
pub(super) fn mark(words: &mut [Word<'_>], kind: NameKind) {
    let begins = |before: &&&[&str]| {
        words.len() > before.len()
            && words.iter().zip(before.iter()).all(|(word, one)| *word.latin == **one)
    };
    let others: &[&[&str]] = if kind == NameKind::Vessel { &BEFORE } else { &[] };
    let before = BEFORE_SHIPS_ALONE.iter().chain(others).find(begins);
    let before = before.map_or(0, |before| before.len());
    for word in words.iter_mut().take(before) {
        word.role = Some(Role::OrganisationType);
    }
    let Some(at) = words.iter().position(|word| &*word.latin == "imo").filter(|at| *at > 0) else {
        return;
    };
    let is_link = |word: &Word<'_>| matches!(&*word.latin, "no" | "nr" | "number");
    let links = words.iter().skip(at + 1).take_while(|word| is_link(word)).count();
    let is_number = |word: &Word<'_>| {
        word.latin.len() == 7 && word.latin.bytes().all(|byte| byte.is_ascii_digit())
    };
    if words.get(at + 1 + links).is_some_and(is_number) {
        for word in words.iter_mut().skip(at).take(links + 2) {
            word.role = Some(Role::Placeholder);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{NameKind, PartClass, analyse};

    #[track_caller]
    fn check(text: &str, kind: NameKind, expected: &[&str]) {
        let name = analyse(text, kind).unwrap();
        let parts = name.parts.iter().filter(|part| {
            !matches!(part.class, PartClass::OrganisationType | PartClass::Placeholder)
        });
        let parts: Vec<&str> = parts.map(|part| &*part.latin).collect();
        assert_eq!(parts, expected, "{text}");
    }

    #[test]
    fn what_stands_before_a_ship() {
        for before in
            ["MY", "M/Y", "LPG/C", "LNG/C", "VLCC", "T/B", "Motor Vessel", "т/х", "Теплоход", "USS"]
        {
            check(&format!("{before} Zarvan Star"), NameKind::Vessel, &["zarvan", "star"]);
        }
        for before in ["Bulk Carrier", "FPSO", "Yacht", "F/B", "Ro-Ro", "Сухогруз", "Буксир"]
        {
            check(&format!("{before} Zarvan Star"), NameKind::Vessel, &["zarvan", "star"]);
        }
        check("St. Zarvan", NameKind::Vessel, &["st", "zarvan"]);
        check("Yacht Zarvan", NameKind::Organisation, &["yacht", "zarvan"]);
        check("My Zarvan", NameKind::Organisation, &["my", "zarvan"]);
        check("Motor Vessel Zarvan", NameKind::Organisation, &["zarvan"]);
        check("Motor Vessel", NameKind::Vessel, &["motor", "vessel"]);
        check("Zarvan Tanker", NameKind::Vessel, &["zarvan", "tanker"]);
    }

    #[test]
    fn the_number_of_a_ship_is_no_word_of_its_name() {
        check("Zarvan IMO 9187629", NameKind::Vessel, &["zarvan"]);
        check("Zarvan (IMO No. 9187629)", NameKind::Vessel, &["zarvan"]);
        check("Zarvan 9187629", NameKind::Vessel, &["zarvan", "9187629"]);
        check("Imo Zarvan", NameKind::Vessel, &["imo", "zarvan"]);
    }
}
