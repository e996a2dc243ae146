//! What a word begins with that others write apart from the name behind it: "son of" (Benghalem is bin Ghalim, Belhadj
//! bin al-Hajj) and an article (Elnur is El Nour).

use tamis_text::Script;

use super::as_word::{Letters, Spelled};
use super::consonants::{ARTICLE, Consonants, SON, SON_OF_THE};
use super::keys::{JoinKey, key_behind_prefix};
use crate::lexicon::Ids;
use crate::meeting::{Form, Meeting, meet};
use crate::record::PreparedPart;
use crate::vowels::are_alike_loosely;

/// How "son of" begins a word that it is written together with: in Latin letters, and in an abjad.
const SONS: [&str; 4] = ["ben", "bin", "ibn", "bn"];

/// The same where the name behind it has its article.
const SONS_OF_THE: [&str; 3] = ["bel", "bil", "bl"];

/// How an article does.
const ARTICLES: [&str; 2] = ["al", "el"];

/// What a word begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prefix {
    Son,
    SonOfThe,
    Article,
}

impl Prefix {
    const ALL: [Self; 3] = [Self::Son, Self::SonOfThe, Self::Article];

    /// Whether a part has it apart, beside itself.
    fn is_beside(self, part: &PreparedPart) -> bool {
        let is_of_son = || is_son(part.particles().first().copied().unwrap_or_default());
        match self {
            Self::Son => is_of_son(),
            Self::SonOfThe => part.has_article && is_of_son(),
            Self::Article => part.has_article,
        }
    }

    const fn consonants(self) -> Consonants {
        match self {
            Self::Son => SON,
            Self::SonOfThe => SON_OF_THE,
            Self::Article => ARTICLE,
        }
    }
}

/// Whether a particle is "son of".
pub(super) fn is_son(particle: &str) -> bool {
    SONS.contains(&particle)
}

/// What follows a prefix in a romanised word, and which. Without a vowel "son of" begins words of abjads alone (Blair,
/// Блан).
fn rest_of(latin: &str, script: Script) -> Option<(&str, Prefix)> {
    let is_one = |begin: &&&str| {
        begin.len() > 2
            || begin.starts_with(['a', 'e'])
            || matches!(script, Script::Arabic | Script::Hebrew)
    };
    let after = |begins: &[&str], prefix: Prefix| {
        let rest = begins.iter().filter(is_one).find_map(|begin| latin.strip_prefix(begin))?;
        Some((rest, prefix))
    };
    after(&SONS, Prefix::Son)
        .or_else(|| after(&SONS_OF_THE, Prefix::SonOfThe))
        .or_else(|| after(&ARTICLES, Prefix::Article))
}

/// The key of a word that begins with a prefix and has too few consonants for theirs: Benyahia, Elhaj.
pub(super) fn key_of_word(word: &PreparedPart) -> Option<JoinKey> {
    let (rest, _) = rest_of(&word.part.latin, word.part.script)?;
    key_behind_prefix(&tamis_text::skeleton(rest))
}

/// The keys of words that are a part with what stands beside it.
pub(super) fn keys_of_part(part: &PreparedPart) -> impl Iterator<Item = JoinKey> {
    let beside = Prefix::ALL.into_iter().filter(|prefix| prefix.is_beside(part));
    beside.filter_map(|prefix| match prefix.consonants().followed_by(part.consonants)? {
        few if few.are_few() => key_behind_prefix(&part.part.skeleton),
        enough => enough.key(),
    })
}

/// How a part meets the rest of a word that begins with what stands beside the part.
pub(super) fn meets(part: &PreparedPart, word: &Form<'_>) -> Option<Meeting> {
    let (latin, prefix) = rest_of(word.latin, word.script)?;
    if !prefix.is_beside(part) {
        return None;
    }
    if prefix == Prefix::Article {
        return meets_with_article(part, latin, word);
    }
    let in_abjad = || ["بن", "بل"].iter().find_map(|begin| word.folded.strip_prefix(begin));
    let folded = if word.script == Script::Latin { latin } else { in_abjad().unwrap_or(latin) };
    let rest = Spelled::new(folded, latin, word.writing);
    let ids = crate::lexicon::ids(folded, word.script);
    meet(&part.form(), &rest.form(*word, ids)).filter(Meeting::bears_joining)
}

/// How a part with its article, written as one word, meets a word that begins with one, by the rest behind it. Maleh by itself
/// is too short to tell, אלמליח is Elmaleh; but al-Hamid is no Alahmed.
fn meets_with_article(part: &PreparedPart, rest: &str, word: &Form<'_>) -> Option<Meeting> {
    let has_vowels = !part.abjad && !matches!(word.script, Script::Arabic | Script::Hebrew);
    if tamis_text::skeleton(rest) != part.part.skeleton
        || has_vowels && !are_alike_loosely(rest, &part.part.latin)
    {
        return None;
    }
    let article = word.latin.get(..2)?;
    let written = match part.part.script {
        Script::Arabic => "ال",
        Script::Hebrew => "אל",
        _ => article,
    };
    let folded = Letters::of([written, &part.part.folded]);
    let latin = Letters::of([article, &part.part.latin]);
    let whole = Spelled::new(folded.as_str(), latin.as_str(), part.writing);
    meet(&whole.form(part.form(), Ids::NONE), word).filter(Meeting::bears_joining)
}
