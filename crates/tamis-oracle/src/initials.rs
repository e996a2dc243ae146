//! Initials in names of people: each answers to a part that begins so, to the same initial, or contradicts another one.

use tamis_match::names::{Conflict, InitialSide, NameReason};
use tamis_match::policy::NameWeights;
use tamis_match::record::{PreparedName, PreparedPart};
use tamis_model::{PartRole, Weight};
use tamis_text::Script;

use crate::names::{Tally, place};

/// Each initial of one side in turn answers to the first leftover part of the other that begins so.
pub(crate) fn fit_initials(
    tally: &mut Tally,
    side: InitialSide,
    short: &PreparedName,
    long: &PreparedName,
    left: &mut Vec<usize>,
    weights: &NameWeights,
) {
    for (index, initial) in short.other.iter().enumerate() {
        let letter = initial.part.latin.chars().next();
        let fits = |at: &usize| {
            let part = &long.informative[*at];
            let begins = part.part.latin.chars().next();
            let several = initial.part.script == Script::Latin && initial.part.latin.len() > 1;
            initial.role == PartRole::Initial
                && letter.is_some()
                && if several {
                    part.part.latin.starts_with(initial.part.latin.as_str())
                } else {
                    begins == letter || by_way_of_cyrillic(initial, part)
                }
        };
        if let Some(found) = left.iter().position(fits) {
            let at = left.remove(found);
            tally.add(NameReason::InitialFits(side, place(index), place(at)), weights.initial);
        }
    }
}

/// One of both is Cyrillic and the other Latin, and Latin writes the first letter of the one as that of the other.
fn by_way_of_cyrillic(one: &PreparedPart, other: &PreparedPart) -> bool {
    let heard = "вv вw гg гh дd дj иi иy иj кk кc єe єy єi єj еe еy еj ёe ёy ёj жz жj жs зz зs йy йi йj уu уo уw хk хh хc цt цc цz чc чt чj шs шc щs эe эa \
        юy юi юj юu яy яi яj яa";
    let pair = |cyrillic: &PreparedPart, latin: &PreparedPart| -> String {
        let letters = [cyrillic.part.folded.chars().next(), latin.part.latin.chars().next()];
        letters.into_iter().flatten().collect()
    };
    let is = |pair: String| heard.split_whitespace().any(|known| known == pair);
    match (one.part.script, other.part.script) {
        (Script::Cyrillic, Script::Latin) => is(pair(one, other)),
        (Script::Latin, Script::Cyrillic) => is(pair(other, one)),
        _ => false,
    }
}

/// Letters that one name begins with in two systems.
pub(crate) fn exchanged(one: Option<char>, other: Option<char>) -> bool {
    let groups = ["aeiouy", "jgydz", "kcqgxh", "cstz", "cj", "vwufb"];
    groups
        .iter()
        .any(|group| [one, other].into_iter().flatten().all(|letter| group.contains(letter)))
}

/// Initials that fitted no part: equal ones agree, the others contradict each other in order, hard where both
/// begin their names with letters that no romanisation exchanges, and what remains stands alone.
pub(crate) fn face_initials(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    divided: i32,
    weights: &NameWeights,
) -> Conflict {
    let unfitted = |tally: &Tally, name: &PreparedName, side: InitialSide| -> Vec<usize> {
        let fits = |at: usize| {
            tally.0.iter().any(|(reason, _)| {
                matches!(*reason, NameReason::InitialFits(of, fitting, _)
                    if of == side && fitting == place(at))
            })
        };
        (0..name.other.len())
            .filter(|&at| name.other[at].role == PartRole::Initial && !fits(at))
            .collect()
    };
    let mut ones = unfitted(tally, party, InitialSide::Party);
    let mut others = unfitted(tally, entry, InitialSide::Entry);
    let letter = |name: &PreparedName, at: usize| name.other[at].part.latin.chars().next();
    for one in ones.clone() {
        let same = |other: &usize| letter(party, one) == letter(entry, *other);
        if let Some(found) = others.iter().position(same) {
            let other = others.remove(found);
            ones.retain(|at| *at != one);
            tally.add(NameReason::InitialsAgree(place(one), place(other)), Weight::ZERO);
        }
    }
    let is_first = |name: &PreparedName, at: usize| {
        let start = name.other[at].part.span.start;
        let later = |part: &PreparedPart| part.part.span.start >= start;
        let mut initials = name.other.iter().filter(|part| part.role == PartRole::Initial);
        name.informative.iter().all(later) && initials.all(later)
    };
    let mut conflict = Conflict::None;
    for (&one, &other) in ones.iter().zip(&others) {
        let own = is_first(party, one) && is_first(entry, other);
        let reason = NameReason::InitialsDiffer(place(one), place(other));
        if own && !exchanged(letter(party, one), letter(entry, other)) {
            conflict = Conflict::Hard;
            tally.add(reason, weights.own_name_conflict);
        } else {
            conflict = conflict.max(Conflict::Soft);
            tally.add(reason, Weight(weights.soft_conflict.0 / divided));
        }
    }
    for &one in ones.iter().skip(others.len()) {
        tally.add(NameReason::InitialAlone(InitialSide::Party, place(one)), Weight::ZERO);
    }
    for &other in others.iter().skip(ones.len()) {
        tally.add(NameReason::InitialAlone(InitialSide::Entry, place(other)), Weight::ZERO);
    }
    conflict
}

/// Initials answer to all that no part answers to.
pub(crate) fn rests_on_initials(tally: &Tally, party: &PreparedName, entry: &PreparedName) -> bool {
    use NameReason::{
        Contradiction, EntryAlone, InitialAlone, InitialFits, InitialsDiffer, PartyAlone,
    };
    let reasons: Vec<NameReason> = tally.0.iter().map(|(reason, _)| *reason).collect();
    // an initial for the own name: a father's name that its ending marks may be left out
    let left_out = |of: InitialSide, name: &PreparedName, at: u8| {
        let parts = &name.informative;
        let family_first =
            parts.len() == 3 && !parts[0].is_patronymic() && parts[2].is_patronymic();
        let own = u8::from(family_first);
        let fits = |reason: &NameReason| matches!(reason, InitialFits(side, _, fitted) if *side == of && *fitted == own);
        parts[usize::from(at)].is_patronymic() && reasons.iter().any(fits)
    };
    let other_initial = reasons.iter().any(|reason| matches!(reason, InitialAlone(..)));
    reasons.iter().any(|reason| matches!(reason, InitialFits(..)))
        && !reasons.iter().any(|reason| match *reason {
            PartyAlone(at) => other_initial || !left_out(InitialSide::Entry, party, at),
            EntryAlone(at) => other_initial || !left_out(InitialSide::Party, entry, at),
            reason => matches!(reason, Contradiction(..) | InitialsDiffer(..)),
        })
}
