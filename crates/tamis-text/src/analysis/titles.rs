//! Titles of several words: Général de brigade, Hujjat al-Islam, Datuk Seri. The table
//! `data/titles_of_words.tsv`, read at first use; only words with the role of a title ask for it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::shapes::Shape;
use super::units::Unit;
use crate::analysis::without_article;
use crate::fold::fold;
use crate::name::PartClass;
use crate::romanisation::romanise;
use crate::script::script_of;
use crate::words::Role;

const TITLES: &str = include_str!("../../data/titles_of_words.tsv");

/// A word of a title.
struct TitleWord {
    /// Folded for abjads, romanised for other scripts, without its article.
    letters: String,
    article: bool,
}

/// The titles that begin with a word, the longer ones first.
type Titles = HashMap<String, Vec<Vec<TitleWord>>>;

static TABLE: LazyLock<Titles> = LazyLock::new(|| {
    let mut titles = Titles::new();
    for line in TITLES.lines().filter(|line| !line.starts_with('#')) {
        let words = line.split('\t').next().unwrap_or_default().split(' ').map(title_word);
        let words: Vec<TitleWord> = words.collect();
        if let Some(head) = words.first() {
            titles.entry(head.letters.clone()).or_default().push(words);
        }
    }
    for titles in titles.values_mut() {
        titles.sort_by_key(|words| std::cmp::Reverse(words.len()));
    }
    titles
});

fn title_word(written: &str) -> TitleWord {
    if let Some(stem) = written.strip_prefix("al-") {
        return TitleWord { letters: stem.to_owned(), article: true };
    }
    let folded = fold(written);
    if folded.chars().any(|letter| script_of(letter).is_abjad()) {
        let stem = without_article(&folded);
        let letters = stem.unwrap_or(&folded).to_owned();
        return TitleWord { letters, article: stem.is_some() };
    }
    // d'armée is one word of the analysis, too
    TitleWord { letters: romanise(&folded), article: false }
}

/// Gives the words of each title of several words the role of a title, and the particles in it. A title that
/// begins with what is none by itself (Tan Sri) needs a name of two parts beside it.
pub(super) fn join(units: &mut [Unit]) {
    let mut at = 0;
    while let Some(head) = units.get(at) {
        let length =
            if may_begin(head, at) { length(units.get(at..).unwrap_or_default()) } else { 0 };
        if length == 0 {
            at += 1;
            continue;
        }
        let is_name = |unit: &&Unit| unit.part.class.is_informative();
        let others = units.iter().take(at).chain(units.iter().skip(at + length));
        let others = others.filter(is_name).count();
        let is_title_alone =
            !matches!(head.role, Some(Role::TitleHead | Role::TitleBeforeTitle | Role::Particle));
        if is_title_alone || others >= 2 {
            for unit in units.iter_mut().skip(at).take(length) {
                unit.role = Some(Role::Title);
                unit.article = false;
                if unit.part.class != PartClass::Initial {
                    unit.part.class = PartClass::Plain;
                }
            }
        }
        at += length;
    }
}

/// Whether a word has the role of a title, or begins one of several words. A particle does before all else: De heer.
fn may_begin(unit: &Unit, at: usize) -> bool {
    unit.role.is_some_and(|role| role.may_be_title() || at == 0 && role == Role::Particle)
}

/// Gives the role of a title to words that other words make one, and takes it from them elsewhere: Hazrat before another
/// title, Daw before a name of Burma.
pub(super) fn settle(units: &mut [Unit]) {
    // the last ones first: Tun Sri Datuk
    for at in (0..units.len()).rev() {
        let Some((unit, behind)) = units.get_mut(at..).and_then(<[Unit]>::split_first_mut) else {
            return;
        };
        let role = match unit.role {
            Some(Role::TitleBeforeTitle) => {
                let is_title = |next: &Unit| {
                    matches!(next.role, Some(Role::Title | Role::TitleBefore | Role::TitleOrFamily))
                };
                behind
                    .first()
                    .is_some_and(|next| behind.len() > 1 && is_title(next))
                    .then_some(Role::Title)
            }
            Some(Role::BurmeseTitle) => {
                let is_syllable = |next: &Unit| BURMESE.contains(next.part.latin.as_str());
                let is_name = at == 0
                    && behind.len() > 1
                    && behind.iter().all(is_syllable)
                    // Ko Ko Gyi, Ma Ma Lay are names
                    && behind.first().is_some_and(|next| next.part.latin != unit.part.latin);
                is_name.then_some(Role::AmbiguousTitleBefore)
            }
            role => role,
        };
        unit.role = role;
    }
}

/// Syllables of the names of Burma, as Latin letters write them.
static BURMESE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "aung aye ba bo chan chit cho gyi han hla hlaing hnin htay htet htin htoo htun htut khaing khin khine \
        ko kyaing kyaw kyi kyin latt lay lwin ma mar maung min minn moe mon mya myat myint myo nay nilar nu \
        nwe nyan nyein nyo nyunt ohn oo phyo san sandar sein shein shwe soe suu swe tan than thant thaung \
        thein theingi thet thida thwin tin tun win yi yin zaw"
        .split_whitespace()
        .collect()
});

/// The words of the longest title that begins here; 0 for none.
fn length(units: &[Unit]) -> usize {
    let letters = |unit: &Unit| match unit.part.script.is_abjad() {
        true => unit.part.folded.clone(),
        false => unit.part.latin.clone(),
    };
    let fits = |words: &&Vec<TitleWord>| {
        let run = units.get(..words.len()).unwrap_or_default();
        run.len() == words.len()
            && run.iter().zip(words.iter()).skip(1).all(|(unit, word)| {
                unit.shape == Shape::Word
                    && unit.article == word.article
                    && letters(unit) == word.letters.as_str()
            })
    };
    let head = units.first().map(letters).unwrap_or_default();
    let titles: Option<&Vec<Vec<TitleWord>>> = TABLE.get(head.as_str());
    titles.and_then(|titles| titles.iter().find(fits)).map_or(0, Vec::len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::NameKind;
    use crate::script::Script;
    use crate::words::role_of;
    use crate::{NoteKind, analyse};

    #[test]
    fn every_title_begins_with_a_word_that_asks() {
        for (head, titles) in TABLE.iter() {
            let script = script_of(head.chars().next().unwrap());
            let script = if script.is_abjad() { script } else { Script::Latin };
            let role = role_of(head, head, script, NameKind::Person);
            assert!(role.is_some(), "{head} has no role");
            assert!(titles.iter().all(|words| words.len() > 1), "{head}");
        }
        for line in TITLES.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 2, "{line}");
        }
    }

    #[track_caller]
    fn check(name: &str, parts: &[&str]) {
        let analysed = analyse(name, NameKind::Person).unwrap();
        let found: Vec<&str> =
            analysed.informative_parts().map(|part| part.surface.as_str()).collect();
        assert_eq!(found, parts, "{name}: {:?}", analysed.parts);
        assert!(!analysed.has_note(NoteKind::TitleOnly), "{name}");
    }

    #[test]
    fn titles_before_and_behind_a_name() {
        for title in [
            "Général de brigade",
            "Général d'armée",
            "General de División",
            "Hujjat al-Islam",
            "Hojjat ol-Eslam",
            "Hujjatul Islam",
            "Shaykh al-Islam",
            "Datuk Seri",
            "Tan Sri",
            "Prof. Dr. med.",
            "Major General (Ret.)",
            "Lt. Col. (Retd.)",
            "His Excellency",
            "Капитан 1 ранга",
            "Генерал-майор юстиции",
        ] {
            check(&format!("{title} Torjan Wardak"), &["Torjan", "Wardak"]);
        }
        for title in ["حجة الإسلام", "آية الله", "آیت الله العظمی", "سرتیپ دوم پاسدار", "صاحب السمو"]
        {
            check(&format!("{title} تورجان وردك"), &["تورجان", "وردك"]);
        }
        check("Torjan Wardak, Chief of Staff", &["Torjan", "Wardak"]);
    }

    #[test]
    fn names_of_the_same_words_stay() {
        check("Sheikh Islam Karimov", &["Islam", "Karimov"]);
        check("Hujjat Ullah Wardak", &["Hujjat Ullah", "Wardak"]);
        check("Hujjat Wardak", &["Hujjat", "Wardak"]);
        check("Tan Sri", &["Tan", "Sri"]);
        check("Tan Sri Wahyuni", &["Tan", "Sri", "Wahyuni"]);
        check("Torjan Seri Wardak", &["Torjan", "Seri", "Wardak"]);
        check("Master Brigade Torjan", &["Master", "Brigade", "Torjan"]);
    }

    #[test]
    fn titles_that_are_family_names_behind() {
        check("John Bishop", &["John", "Bishop"]);
        check("Sue Major", &["Sue", "Major"]);
        check("Bishop John Wardak", &["John", "Wardak"]);
        check("Major Torjan Wardak", &["Torjan", "Wardak"]);
        check("Torjan Wardak, Major", &["Torjan", "Wardak"]);
        check("Dr. Torjan Bishop", &["Torjan", "Bishop"]);
        check("Steffi Graf", &["Steffi", "Graf"]);
        check("Raden Saleh", &["Raden", "Saleh"]);
        check("Raden Mas Saleh Wardak", &["Saleh", "Wardak"]);
        check("Don Wardak", &["Don", "Wardak"]);
        check("Karim Sheikh", &["Karim", "Sheikh"]);
        check("Karim Molla", &["Karim", "Molla"]);
        check("Karim Das", &["Karim", "Das"]);
        check("Sheikh Karim Wardak", &["Karim", "Wardak"]);
        check("Karim Uddin Wardak Sheikh", &["Karim Uddin", "Wardak"]);
        check("SALAH, Shaykh", &["SALAH"]);
        check("Cheikh Ba", &["Cheikh", "Ba"]);
    }

    #[test]
    fn titles_that_other_words_make() {
        check("Hazrat Torjan Wardak", &["Hazrat", "Torjan", "Wardak"]);
        check("Hazrat Maulana Torjan Wardak", &["Torjan", "Wardak"]);
        check("Hazrat Ullah Wardak", &["Hazrat Ullah", "Wardak"]);
        check("Sri Mulyani Wardak", &["Sri", "Mulyani", "Wardak"]);
        check("Tun Datuk Torjan Wardak", &["Torjan", "Wardak"]);
        check("Tun Torjan Wardak", &["Tun", "Torjan", "Wardak"]);
        check("Ma Ying-jeou", &["Ma", "Ying", "jeou"]);
        check("Ko Ko Gyi", &["Ko", "Ko", "Gyi"]);
        check("Daw Torjan Wardak", &["Daw", "Torjan", "Wardak"]);
        check("Tuan Torjan Wardak", &["Tuan", "Torjan", "Wardak"]);
        check("De heer Torjan Wardak", &["Torjan", "Wardak"]);
        check("Sr. Torjan Wardak", &["Torjan", "Wardak"]);
        check("Torjan Wardak Sr.", &["Torjan", "Wardak"]);
        let daw = analyse("Daw Khin Maung Win", NameKind::Person).unwrap();
        assert_eq!(daw.parts.first().unwrap().class, PartClass::AmbiguousTitle);
    }
}
