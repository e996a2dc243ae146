//! What the tables know of a word, and how it is looked up: its role, its reading, its nisba.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::generated::lookups::{NISBAS, READINGS};
use crate::generated::words::WORDS;
use crate::name::NameKind;
use crate::script::Script;
use crate::word_index::WordIndex;

/// What a word does in names. The lines of `data/words_*.tsv` say why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Nasab,
    /// "Son of" behind the father: oglu.
    NasabBehind,
    /// The same behind another name too, where it stands in the middle, in small letters or among four words: else a name,
    /// Mehmet Ulu.
    NasabBehindOrName,
    FatherOf,
    MotherOf,
    ServantOf,
    Article,
    AssimilatedArticle,
    HouseOf,
    Tail,
    TailAfterArticle,
    Particle,
    Title,
    AmbiguousTitle,
    /// A title that stands behind a name only; before one it is a name.
    AmbiguousTitleBehind,
    /// A title before a name; at its end a family name: John Bishop.
    TitleBefore,
    /// A title before a name of two parts and more, else a name: King Zarvan, Steffi Graf.
    AmbiguousTitleBefore,
    /// A title, but the family name of who has one part more: Karim Sheikh.
    TitleOrFamily,
    /// A title before another title, else a name: Hazrat Maulana.
    TitleBeforeTitle,
    /// A title before a name of Burmese syllables, else a name: Daw Khin Win.
    BurmeseTitle,
    /// Begins a title of several words, and is a name else (`data/titles_of_words.tsv`).
    TitleHead,
    GenerationSuffix,
    Placeholder,
    PlaceholderLowerCase,
    Tribe,
    TribeTail,
    FamilyTail,
    OrganisationType,
    WeakWord,
    /// A people of `data/nisbas.tsv`, already translated.
    Nisba,
    /// A letter that is several romanised (Ю., Ж.); no table gives it.
    Initial,
    /// Digits, a number word or a registration; no table gives it.
    Number,
}

impl Role {
    /// Whether the word may be a title, or begin one of several words.
    pub(crate) fn may_be_title(self) -> bool {
        use Role::{
            AmbiguousTitle, AmbiguousTitleBefore, AmbiguousTitleBehind, BurmeseTitle, Title,
            TitleBefore, TitleBeforeTitle, TitleHead, TitleOrFamily,
        };
        matches!(
            self,
            Title
                | AmbiguousTitle
                | AmbiguousTitleBehind
                | TitleBefore
                | AmbiguousTitleBefore
                | TitleOrFamily
                | TitleBeforeTitle
                | BurmeseTitle
                | TitleHead
        )
    }

    /// Whether the word is a title in some names and a name in others.
    pub(crate) fn may_be_title_or_name(self) -> bool {
        self.may_be_title() && self != Self::Title
    }
}

/// What the tables say of a word. They are asked together, for a word in none of them, as most are,
/// would cost a hash for each.
#[derive(Debug, Default)]
pub(crate) struct Known {
    word: &'static str,
    person: Option<Role>,
    other: Option<Role>,
    /// The spelling that it is read as; see `data/readings.tsv`.
    pub(crate) reading: Option<&'static str>,
    /// The nisba of a people, by its name in one of five languages.
    pub(crate) nisba: Option<&'static str>,
}

impl Known {
    /// Its role in names of a kind, in a script whose words have roles.
    #[inline]
    pub(crate) fn role(&self, script: Script, kind: NameKind) -> Option<Role> {
        if !script.is_abjad() && !script.has_words_in_latin() {
            return None;
        }
        match kind {
            NameKind::Person => self.person,
            NameKind::Organisation | NameKind::Vessel | NameKind::Aircraft => self.other,
            NameKind::Unknown => self.person.or(self.other),
        }
    }
}

/// What is known of a word, by its own letters for abjads and by its romanisation for all else.
#[inline]
pub(crate) fn known(folded: &str, latin: &str, script: Script) -> Option<&'static Known> {
    known_letters(if script.is_abjad() { folded } else { latin }.as_bytes())
}

/// What is known of the letters of a word.
#[inline]
pub(crate) fn known_letters(letters: &[u8]) -> Option<&'static Known> {
    let tables: &'static Tables = &TABLES;
    tables.index.find_bytes(&tables.rows, letters, |known| known.word)
}

/// The role of a word.
pub(crate) fn role_of(folded: &str, latin: &str, script: Script, kind: NameKind) -> Option<Role> {
    known(folded, latin, script)?.role(script, kind)
}

struct Tables {
    rows: Vec<Known>,
    index: WordIndex,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut rows = BTreeMap::<&str, Known>::new();
    for (word, person, other) in WORDS {
        let known = rows.entry(word).or_default();
        (known.person, known.other) = (*person, *other);
    }
    for (word, reading) in READINGS {
        rows.entry(word).or_default().reading = Some(reading);
    }
    for (word, nisba) in NISBAS {
        rows.entry(word).or_default().nisba = Some(nisba);
    }
    let rows: Vec<Known> = rows.into_iter().map(|(word, known)| Known { word, ..known }).collect();
    let index = WordIndex::new(rows.iter().map(|known| known.word));
    Tables { rows, index }
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;
    use crate::romanisation::romanise;

    #[test]
    fn words_are_sorted_and_in_the_form_that_is_looked_up() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (word, _, _) in WORDS {
            // The house of keeps the madda that tells it from the article.
            assert!(fold(word) == *word || *word == "آل", "{word} is not folded");
            let script = crate::script::script_of(word.chars().next().unwrap());
            assert!(script.is_abjad() || romanise(word) == *word, "{word} is not romanised");
        }
    }

    #[test]
    fn nisbas_are_sorted_and_romanised() {
        assert!(NISBAS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(
            NISBAS.iter().all(|(word, nisba)| romanise(word) == *word && romanise(nisba) == *nisba)
        );
    }

    #[test]
    fn kinds_choose_the_role() {
        let role = |word, kind| role_of(word, word, Script::Latin, kind);
        assert_eq!(role("ag", NameKind::Person), Some(Role::Nasab));
        assert_eq!(role("ag", NameKind::Organisation), Some(Role::OrganisationType));
        assert_eq!(role("gmbh", NameKind::Unknown), Some(Role::OrganisationType));
        assert_eq!(role("gmbh", NameKind::Person), None);
    }
}
