//! The order of a name that stands family first: behind a comma or the filler of a zone, and where its last word
//! asks for the one that stands first (Rahman Mizanur, Aziz Abdul).

use std::collections::HashSet;
use std::sync::LazyLock;

use super::tokens::{Before, Word};
use super::units::{Head, head, is_second_half, without_article};
use crate::name::{AnalysisNote, NameKind, NoteKind};
use crate::skeleton::{Skeleton, skeleton_into, skeleton_of_abjad};
use crate::words::Role;

/// Puts "FAMILY, given" and "FAMILY<<GIVEN" into the order of the name. Returns how many words at
/// the end are then the family block.
pub(super) fn restore(
    text: &str,
    words: &mut [Word<'_>],
    kind: NameKind,
    notes: &mut Vec<AnalysisNote>,
) -> usize {
    let has_break =
        words.iter().any(|word| matches!(word.before, Before::DoubleFiller | Before::Comma));
    let family = if has_break { before_break(text, words, kind, notes) } else { 0 };
    // Le, Christopher: what stands before a comma by itself is a family name, not a particle
    if let ([only], true) = (words.get_mut(..family).unwrap_or_default(), kind == NameKind::Person)
        && only.role == Some(Role::Particle)
    {
        only.role = None;
    }
    words.rotate_left(family);
    // as the same name without its comma: PAUL, Karim is Karim Paul
    if kind == NameKind::Person && (family == 1 || !has_break) {
        let asked_for = asked_for_by_the_last(words);
        words.rotate_left(asked_for);
        return family.max(asked_for);
    }
    family
}

/// How many words stand before the break that parts the family name from the others.
fn before_break(
    text: &str,
    words: &[Word<'_>],
    kind: NameKind,
    notes: &mut Vec<AnalysisNote>,
) -> usize {
    let breaks = |kind: Before| {
        let mut found = words.iter().enumerate().skip(1).filter(|(_, word)| word.before == kind);
        (found.next().map(|(index, _)| index), found.next().is_some())
    };
    match (breaks(Before::DoubleFiller), breaks(Before::Comma)) {
        ((Some(split), _), _) => split,
        (_, (Some(split), false)) if kind == NameKind::Person => {
            let given = words.get(split..).unwrap_or_default();
            // Ruben Pestano, Jr. Lavilla: the comma belongs to the suffix
            let suffix_first =
                given.first().is_some_and(|word| word.role == Some(Role::GenerationSuffix));
            if suffix_first || given.iter().all(is_suffix) {
                return 0;
            }
            notes.push(AnalysisNote { kind: NoteKind::CommaUninverted, span: 0..text.len() });
            split
        }
        _ => 0,
    }
}

/// What may follow a comma without being the given name: Jr., III, Dr, Ltd.
fn is_suffix(word: &Word<'_>) -> bool {
    matches!(word.role, Some(Role::GenerationSuffix | Role::Title | Role::OrganisationType))
}

/// How many words at the beginning belong behind the last one, which is half of a name without them: Rahman
/// Mizanur, Ar-Rahman Abd, Huda Nazmul, Islam Md. Nurul. South Asia and the Gulf fill forms so.
fn asked_for_by_the_last(words: &[Word<'_>]) -> usize {
    let [before @ .., last] = words else { return 0 };
    let is_article =
        |word: &Word<'_>| matches!(word.role, Some(Role::Article | Role::AssimilatedArticle));
    let articles = before.iter().take_while(|word| is_article(word)).count();
    let Some(first) = before.get(articles) else { return 0 };
    // Uddin Hasan, Ullah Karim: no name begins with the second half of one
    if articles == 0 && first.role == Some(Role::Tail) && stands_behind_only(first) {
        return 1;
    }
    let is_asked_for = match last.role {
        // and, of two words, what families of South Asia are called: Molla Abdul. Paula Abdul is another's name
        Some(Role::ServantOf) => {
            let is_family = || {
                let role = first.role;
                is_second_half(first)
                    || role
                        .is_some_and(|role| role.may_be_title() || role == Role::TailAfterArticle)
            };
            is_of_god(first) || before.len() == 1 && last.latin.ends_with('l') && is_family()
        }
        None if last.script.has_words_in_latin() => {
            // of two words, Roy Habibur too
            let may_follow = || {
                before.len() == 1
                    || is_second_half(first)
                    || first.role == Some(Role::TailAfterArticle)
            };
            // Karim Paul, Rahman Timur
            head(last, Some(first)).is_some_and(Head::is_usual) && may_follow()
        }
        _ => false,
    };
    if is_asked_for { articles + 1 } else { 0 }
}

/// Whether -ud-din or -ullah was written with its vowel, as what no name begins with; Din, Alla and Ulla are names.
fn stands_behind_only(word: &Word<'_>) -> bool {
    matches!(
        &*word.latin,
        "uddin" | "uddeen" | "eddin" | "eddine" | "eddeen" | "ullah" | "oullah" | "ollah"
    )
}

/// Whether servants are named after the word: Rahman, al-Karim, عزيز.
fn is_of_god(word: &Word<'_>) -> bool {
    let mut skeleton = Skeleton::new();
    match word.script.is_abjad() {
        true => {
            skeleton_of_abjad(without_article(&word.folded).unwrap_or(&word.folded), &mut skeleton);
        }
        false => skeleton_into(&word.latin, &mut skeleton),
    }
    NAMES_OF_GOD.contains(&skeleton)
}

/// The consonants of those names of God that Abd al- stands before in names. Fewer than behind a mistyped head
/// (`misspelt.rs`), where the head tells too: with Ilah among them Ali would be one.
static NAMES_OF_GOD: LazyLock<HashSet<Skeleton>> = LazyLock::new(|| {
    "rahman rahim malik quddus salam mumin aziz jabbar khaliq ghaffar qahhar wahhab razzaq fattah alim basit basir \
        latif halim azim ghafur shakur kabir hafiz jalil karim hakim wadud majid haqq wakil matin wali hamid muhyi \
        qayyum wahid ahad samad qadir tawwab rauf hadi baqi rashid sabur ghani sattar rabb nabi rasul salim khalil mannan \
        mujib hannan batin mubin nasir subhan hashim"
        .split_whitespace()
        .map(crate::skeleton::skeleton)
        .collect()
});
