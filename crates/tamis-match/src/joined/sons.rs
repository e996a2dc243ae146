//! "Son of" written together with the name behind it: Benghalem is bin Ghalim, Belhadj bin al-Hajj.

use tamis_text::Script;

use super::as_word::Spelled;
use super::consonants::{Consonants, SON, SON_OF_THE};
use super::keys::{JoinKey, key_of_son};
use crate::meeting::{Form, Meeting, meet};
use crate::record::PreparedPart;

/// How "son of" begins a word that it is written together with: in Latin letters, and in an abjad.
const SONS: [&str; 4] = ["ben", "bin", "ibn", "bn"];

/// The same where the name behind it has its article.
const SONS_OF_THE: [&str; 3] = ["bel", "bil", "bl"];

/// Whether a particle is "son of".
pub(super) fn is_son(particle: &str) -> bool {
    SONS.contains(&particle)
}

/// What follows "son of" in a romanised word, and whether an article is written into it. Without a vowel it begins words
/// of abjads alone (Blair, Блан).
fn rest_of(latin: &str, script: Script) -> Option<(&str, Article)> {
    let is_one = |son: &&&str| son.len() > 2 || matches!(script, Script::Arabic | Script::Hebrew);
    let after = |sons: &[&str]| sons.iter().filter(is_one).find_map(|son| latin.strip_prefix(son));
    let plain = after(&SONS).map(|rest| (rest, Article::Apart));
    plain.or_else(|| Some((after(&SONS_OF_THE)?, Article::Within)))
}

/// Whether "son of" holds the article of the name behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Article {
    Apart,
    Within,
}

/// The key of a word that begins with "son of" and has too few consonants for theirs: Benyahia.
pub(super) fn key_of_word(word: &PreparedPart) -> Option<JoinKey> {
    let (rest, _) = rest_of(&word.part.latin, word.part.script)?;
    key_of_son(&tamis_text::skeleton(rest))
}

/// The keys of words that are "son of" and a part.
pub(super) fn keys_of_part(part: &PreparedPart) -> impl Iterator<Item = JoinKey> {
    let with = |son: Consonants| match son.followed_by(part.consonants)? {
        few if few.are_few() => key_of_son(&part.part.skeleton),
        enough => enough.key(),
    };
    let of_the = if part.has_article { with(SON_OF_THE) } else { None };
    [with(SON), of_the].into_iter().flatten()
}

/// How a part after "son of" meets the rest of a word that begins with it.
pub(super) fn meets(part: &PreparedPart, word: &Form<'_>) -> Option<Meeting> {
    let [before, _] = part.particles();
    if !is_son(before) {
        return None;
    }
    let (latin, article) = rest_of(word.latin, word.script)?;
    if article == Article::Within && !part.has_article {
        return None;
    }
    let in_abjad = || word.folded.strip_prefix("بن").or_else(|| word.folded.strip_prefix("بل"));
    let folded = if word.script == Script::Latin { latin } else { in_abjad().unwrap_or(latin) };
    let rest = Spelled::new(folded, latin, word.writing);
    let ids = crate::lexicon::ids(folded, word.script);
    meet(&part.form(), &rest.form(*word, ids)).filter(Meeting::bears_joining)
}
