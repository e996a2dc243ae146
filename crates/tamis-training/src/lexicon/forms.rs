//! The forms of a group as the analysis of names sees them.

use std::collections::BTreeMap;

use tamis_match::key::Key;
use tamis_match::known_names::KnownNames;
use tamis_match::lexicon::Ids;
use tamis_match::record::letters;
use tamis_match::spelling::units::{Units, Writing, units};
use tamis_model::PartRole;
use tamis_text::{NameKind, Part, PartClass, Script, Syllables, analyse, script_of};

/// One form: a single part of a name.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    /// Folded in its own script: the key.
    pub(crate) folded: String,
    /// Romanised.
    pub(crate) latin: String,
    /// Consonant skeleton.
    pub(crate) skeleton: Vec<u8>,
    /// Units of its spelling.
    pub(crate) units: Units,
    /// Its script.
    pub(crate) script: Script,
    /// Whether it is first of all a title or another word that binds names together (Haji, Jan, Ben).
    pub(crate) tie_word: bool,
}

impl Form {
    /// The form as the comparison looks at it, without its ids in the lexicon.
    pub(crate) fn as_compared(&self) -> tamis_match::meeting::Form<'_> {
        tamis_match::meeting::Form {
            folded: &self.folded,
            latin: &self.latin,
            skeleton: &self.skeleton,
            key: Key::of(&self.skeleton),
            writing: Writing::of(self.script),
            units: &self.units,
            letters: letters(&self.latin),
            script: self.script,
            abjad: self.script.is_abjad(),
            lexicon: Ids::NONE,
            known: KnownNames::NONE,
            concept: None,
            korean: None,
            syllables: Syllables::NONE,
            role: PartRole::OwnName,
        }
    }
}

/// The forms of a group, each once, in order. Left out are forms of several parts that are not one
/// when joined, and what the analysis takes for no name.
pub(crate) fn of_group<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Form> {
    let mut forms = BTreeMap::new();
    for name in names {
        if let Some(form) = form(name) {
            forms.entry(form.folded.clone()).or_insert(form);
        }
    }
    forms.into_values().collect()
}

fn form(name: &str) -> Option<Form> {
    let analysed = analyse(name, NameKind::Unknown).ok()?;
    match analysed.parts.as_slice() {
        [part] => of_part(part),
        // a name of two syllables, written with a hyphen here and as one word there (Seung-woo)
        [_, _] if name.contains('-') && analysed.script == Script::Latin => {
            let joined = analyse(&name.replace('-', ""), NameKind::Unknown).ok()?;
            match joined.parts.as_slice() {
                [part] => of_part(part),
                _ => None,
            }
        }
        _ => None,
    }
}

fn of_part(part: &Part) -> Option<Form> {
    let foreign = matches!(part.script, Script::Common | Script::Other);
    let unfit =
        matches!(part.class, PartClass::Initial | PartClass::Number | PartClass::Placeholder);
    // tone digits (Chan4) stand in no name of a document
    let digits = part.folded.contains(|letter: char| letter.is_ascii_digit());
    // "the family name Li", as encyclopedias head it
    let heading = part.script == Script::Han && part.folded.ends_with(['姓', '氏']);
    let mixed = part.folded.chars().any(|letter| {
        !matches!(script_of(letter), Script::Common) && script_of(letter) != part.script
    });
    let short = part.script == Script::Latin && part.folded.chars().count() < 2;
    if foreign || unfit || digits || heading || mixed || short || part.skeleton.is_empty() {
        return None;
    }
    Some(Form {
        folded: part.folded.to_string(),
        latin: part.latin.to_string(),
        skeleton: part.skeleton.to_vec(),
        units: units(&part.folded, &part.latin, Writing::of(part.script)),
        script: part.script,
        tie_word: !part.class.is_informative() || part.class == PartClass::AmbiguousTitle,
    })
}
