//! Noms de guerre of the shape Abu X al-Y: recognised by their form, in other spellings and scripts.

use crate::letters::{is_latin, plain, words};
use crate::random::Random;
use crate::spelling::{Before, Behind, Convention, NameForm, Unit};
use crate::transcription::{ArabicWords, cyrillic};

/// A name of the shape Abu X al-Y.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NomDeGuerre {
    form: NameForm,
    name: String,
    nisba: String,
    article: bool,
}

impl NomDeGuerre {
    /// Reads a name of this shape: Abu, one word (with or without article), article, one word in -i.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if !is_latin(text) {
            return None;
        }
        let form = NameForm::read(text, None);
        let [first, second] = form.units.as_slice() else { return None };
        let (
            Unit::Part { before, behind, .. },
            Unit::Part { before: article, behind: end, sounds },
        ) = (first, second)
        else {
            return None;
        };
        let is_father = matches!(before, Before::Father | Before::FatherArticle);
        let is_nisba = *article == Before::Article && sounds.ends_with('i');
        if !is_father || !is_nisba || *behind != Behind::Nothing || *end != Behind::Nothing {
            return None;
        }
        let bare: Vec<String> = words(&plain(text))
            .into_iter()
            .filter(|word| !["al", "el"].contains(&word.as_str()))
            .collect();
        let [_, name, nisba] = bare.as_slice() else { return None };
        let article = *before == Before::FatherArticle;
        Some(Self { name: name.clone(), nisba: nisba.clone(), article, form })
    }

    /// Two other spellings.
    #[must_use]
    pub fn spellings(&self, random: &mut Random) -> [String; 2] {
        [Convention::French, Convention::Free]
            .map(|convention| self.form.spelt(convention, false, random))
    }

    /// In Cyrillic letters.
    #[must_use]
    pub fn in_cyrillic(&self) -> Option<String> {
        cyrillic(&format!("abu {} al {}", self.name, self.nisba))
            .map(|name| name.replace(" Ал ", " аль-"))
    }

    /// In Arabic letters, where both words are known.
    #[must_use]
    pub fn in_arabic(&self, known: &ArabicWords) -> Option<String> {
        let (name, nisba) = (known.of(&self.name)?, known.of(&self.nisba)?);
        let article = if self.article { "ال" } else { "" };
        Some(format!("أبو {article}{name} ال{nisba}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_shape_is_read() {
        for text in ["Abu Hatim al-Utawi", "ABOU HATIM EL UTAWI", "Abu al-Hatim al-Utawi"] {
            assert!(NomDeGuerre::read(text).is_some(), "{text}");
        }
        for text in
            ["Abu Hatim", "Hatim al-Utawi", "Abu Hatim Utawi", "Abu Hatim al-Majid", "أبو حاتم"]
        {
            assert!(NomDeGuerre::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn in_other_spellings_and_scripts() {
        let name = NomDeGuerre::read("Abu Walid al-Halabi").unwrap();
        let mut random = Random::new(1, "noms");
        assert_eq!(name.spellings(&mut random)[0], "Abou Oualid El Halabi");
        assert_eq!(name.in_cyrillic().as_deref(), Some("Абу Валид аль-Халаби"));
        assert_eq!(name.in_arabic(&ArabicWords::default()).as_deref(), Some("أبو وليد الحلبي"));
    }
}
