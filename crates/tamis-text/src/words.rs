//! Words with a role, and how a word of a name is looked up.

use std::sync::LazyLock;

use crate::generated::lookups::NISBAS;
use crate::generated::words::WORDS;
use crate::name::NameKind;
use crate::script::Script;
use crate::word_index::WordIndex;

/// What the tables know of a word. The lines of `data/words_*.tsv` say why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Nasab,
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
    /// Digits, a number word or a registration; no table gives it.
    Number,
}

/// The role of a word, by its own letters for abjads and by its romanisation for other alphabets.
pub(crate) fn role_of(folded: &str, latin: &str, script: Script, kind: NameKind) -> Option<Role> {
    let word = if script.is_abjad() {
        folded
    } else if script.has_words_in_latin() {
        latin
    } else {
        return None;
    };
    let (_, person, other) = INDEX.find(WORDS, word, |(known, _, _)| known)?;
    match kind {
        NameKind::Person => *person,
        NameKind::Organisation | NameKind::Vessel | NameKind::Aircraft => *other,
        NameKind::Unknown => person.or(*other),
    }
}

static INDEX: LazyLock<WordIndex> =
    LazyLock::new(|| WordIndex::new(WORDS.iter().map(|(word, _, _)| *word)));

/// The nisba of a people, by its name in one of five languages.
pub(crate) fn nisba_of(latin: &str) -> Option<&'static str> {
    NISBA_INDEX.find(NISBAS, latin, |(word, _)| word).map(|(_, nisba)| *nisba)
}

static NISBA_INDEX: LazyLock<WordIndex> =
    LazyLock::new(|| WordIndex::new(NISBAS.iter().map(|(word, _)| *word)));

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
