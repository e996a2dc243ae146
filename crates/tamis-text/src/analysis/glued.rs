//! Articles glued to words of alphabets: Alharbi, Elkhatib, Alathari.
//!
//! European names begin with these letters too (Albert, Elvira). What no European name has after them
//! tells: kh, gh, h, q, w, j, z, r, n, sh, k, s; or, after a kunya or with other consonants, the end in -i of
//! a nisba; or the first sound twice (Essabar). A name that is cut wrongly is cut on both sides alike.

use std::sync::LazyLock;

use crate::script::Script;

/// Beginnings of names of other peoples that have no article; with `$` the whole word.
static WHOLE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let rows = include_str!("../../data/names_without_article.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split('\t').next()).collect()
});

/// Ends of family names that no Arabic word has.
const FOREIGN_ENDS: [&str; 12] =
    ["ov", "ova", "ev", "eva", "yan", "ian", "sky", "ski", "dze", "vili", "son", "tti"];

/// The word without an article that is glued to it.
pub(super) fn without_article(latin: &str, script: Script, follows_kunya: bool) -> Option<&str> {
    let vowel = |letter| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let Some(stem) = latin.strip_prefix("al").or_else(|| latin.strip_prefix("el")) else {
        return without_assimilated(latin).filter(|_| script == Script::Latin);
    };
    // Egypt and the Sudan write El- so, and a nisba with y: Elsayed, Elnour, Elbadawy
    let egyptian = latin.starts_with('e') && !stem.starts_with('l');
    let nisba = stem.ends_with('i') || egyptian && stem.ends_with('y');
    let (first, second) = match stem.as_bytes() {
        [first, second, _, _, _, ..] => (*first, *second),
        // Alsadi; Alharb, Alawi are too short to tell.
        [first, second, _, b'i'] => {
            let tells = matches!(first, b'h' | b'q' | b'w' | b'j' | b'z' | b'k' | b's');
            return (tells && vowel(*second)).then_some(stem);
        }
        // Elnour, Elhady, Elzein, Elsaid
        [b'h' | b'n' | b'z' | b'q' | b'j' | b's', second, _, _]
            if egyptian && vowel(*second) && !is_whole(latin) =>
        {
            return Some(stem);
        }
        // Elfeky
        [_, second, _, b'y'] if egyptian && vowel(*second) && !is_whole(latin) => {
            return Some(stem);
        }
        _ => return None,
    };
    let tells = match (first, second) {
        // Elaraby, Elansary
        (b'a', _) if egyptian && stem.ends_with('y') => true,
        _ if vowel(first) => follows_kunya && nisba,
        // Elmasry, and Elbdawy with a letter lost
        _ if egyptian && stem.ends_with('y') => true,
        (b'k' | b'g' | b's' | b'd' | b't', b'h') => true,
        (b'h' | b'q' | b'w' | b'j' | b'z' | b'r' | b'n', _) => vowel(second),
        // Alsaber, Alkatan; but Альсидес is Alcides
        (b'k' | b's', _) => vowel(second) && (nisba || script == Script::Latin),
        (b'b' | b'f' | b'm' | b'd', _) => (nisba || egyptian) && vowel(second),
        (b't' | b'g', _) if egyptian => vowel(second),
        _ => follows_kunya && nisba,
    };
    (tells && !is_whole(latin)).then_some(stem)
}

/// Whether a word begins or ends as names do that have no article.
fn is_whole(latin: &str) -> bool {
    let begins = |row: &&str| match row.strip_suffix('$') {
        Some(word) => latin == word,
        None => latin.starts_with(row),
    };
    WHOLE.iter().any(begins) || FOREIGN_ENDS.iter().any(|end| latin.ends_with(end))
}

/// The word without an article whose l became its first sound, as French writes it: Essabar, Errahmani;
/// Essam and Ettore are too short to tell, Ezzedine is Izz al-Din. With a for e they are names (Assadi).
fn without_assimilated(latin: &str) -> Option<&str> {
    let stem = latin.strip_prefix('e')?;
    let doubled = match stem.as_bytes() {
        [one, other, _, _, _, _, ..] => one == other && b"srndt".contains(one),
        _ => false,
    };
    let foreign = FOREIGN_ENDS.iter().any(|end| latin.ends_with(end));
    if doubled && !foreign { stem.get(1..) } else { None }
}

/// The folded word without the same article, in Latin or Cyrillic letters.
pub(super) fn without_own_article<'w>(folded: &'w str, stem: &str) -> &'w str {
    if folded.ends_with(stem) {
        return folded.get(folded.len() - stem.len()..).unwrap_or(folded);
    }
    const ARTICLES: [&str; 8] = ["al", "el", "аль", "эль", "ель", "ал", "эл", "ел"];
    ARTICLES.iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_beginning_has_its_example() {
        let rows = include_str!("../../data/names_without_article.tsv").lines();
        for row in rows.filter(|row| !row.starts_with('#')) {
            let columns: Vec<&str> = row.split('\t').collect();
            let example = crate::fold::fold(columns[1]);
            assert!(
                columns.len() == 3 && example.starts_with(columns[0].trim_end_matches('$')),
                "{row}"
            );
        }
    }

    #[test]
    fn glued_articles() {
        for (word, kunya, stem) in [
            ("alharbi", false, Some("harbi")),
            ("alqahtani", false, Some("qahtani")),
            ("elkhatib", false, Some("khatib")),
            ("alhousseini", false, Some("housseini")),
            ("albaghdadi", false, Some("baghdadi")),
            ("alkatan", false, Some("katan")),
            ("alsaber", false, Some("saber")),
            ("alsadi", false, Some("sadi")),
            ("essabar", false, Some("sabar")),
            ("errahmani", false, Some("rahmani")),
            ("essam", false, None),
            ("ezzedine", false, None),
            ("ettore", false, None),
            ("emmanuel", false, None),
            ("alkan", false, None),
            ("alathari", true, Some("athari")),
            ("alathari", false, None),
            ("albert", false, None),
            ("albertini", false, None),
            ("elvira", false, None),
            ("elsayed", false, Some("sayed")),
            ("elsseid", false, None),
            ("elssler", false, None),
            ("elnour", false, Some("nour")),
            ("elbadawy", false, Some("badawy")),
            ("eltayeb", false, Some("tayeb")),
            ("elfadil", false, Some("fadil")),
            ("elmasry", false, Some("masry")),
            ("elaraby", false, Some("araby")),
            ("elgendy", false, Some("gendy")),
            ("elmore", false, None),
            ("eldridge", false, None),
            ("elderkin", false, None),
            ("elnora", false, None),
            ("eltsin", false, None),
            ("elwood", false, None),
            ("elliott", false, None),
            ("ellery", false, None),
            ("alkhanov", false, None),
            ("alessandri", false, None),
            ("alawi", true, None),
            ("almaty", false, None),
            ("elizabeth", true, None),
            ("hasan", false, None),
        ] {
            assert_eq!(without_article(word, Script::Latin, kunya), stem, "{word}");
        }
    }
}
