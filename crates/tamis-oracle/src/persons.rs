//! Names of people: own names, fathers, what is left out, what contradicts.

use tamis_match::names::{Conflict, InitialSide, NameReason, OwnName};
use tamis_match::policy::{NameWeights, Policy};
use tamis_match::record::{FatherMark, PreparedName, PreparedPart};
use tamis_model::{Ceiling, OrderRelation, PartRelation, Weight};
use tamis_text::{PartClass, Script, are_two_of_vietnam, is_mandarin};

use crate::alignment::{Alignment, Pair};
use crate::edits::edits;
use crate::initials::{exchanged, face_initials, fit_initials, rests_on_initials};
use crate::koreans::are_one_korean;
use crate::meeting::without_faith;
use crate::names::{ANCHOR, Known, Tally, agreeing, is_weak, may_alert_alone, place};
use crate::vietnamese::{
    family_of_vietnam_moved, have_another_syllable, is_particle_of, may_be_family_of_vietnam,
};
use crate::word::Word;

/// Weighs what is not agreement, and lifts or holds the sum.
pub(crate) fn weigh(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    policy: &Policy,
) -> Known {
    let weights = &policy.names;
    // title words may always stand alone, and Le, Do and Van of Vietnam beside a name that has the particle
    let stands_alone = |name: &PreparedName, at: &usize, other: &PreparedName| {
        let title = name.informative[*at].part.class == PartClass::AmbiguousTitle;
        title || is_particle_of(name, *at, other)
    };
    let no_title = |name: &PreparedName, left: &[usize], other: &PreparedName| -> Vec<usize> {
        left.iter().copied().filter(|at| !stands_alone(name, at, other)).collect()
    };
    let mut party_left = no_title(party, &alignment.party_left, entry);
    let mut entry_left = no_title(entry, &alignment.entry_left, party);
    let (party_covered, entry_covered) = (party_left.is_empty(), entry_left.is_empty());
    let initials = [
        (InitialSide::Party, party, entry, &mut entry_left),
        (InitialSide::Entry, entry, party, &mut party_left),
    ];
    for (side, short, long, left) in initials {
        fit_initials(tally, side, short, long, left, weights);
    }
    let mut own_name = own_name(party, entry, alignment, &party_left, &entry_left);
    match alignment.order {
        OrderRelation::Same => {}
        OrderRelation::FamilyFirst => {
            let first = party_covered && entry_covered || has_family(party, entry, alignment);
            let weight = if first { weights.family_first } else { weights.chain_rotated };
            tally.add(NameReason::Order, weight);
        }
        OrderRelation::Swapped => tally.add(NameReason::Order, weights.swapped),
        OrderRelation::Permuted => tally.add(NameReason::Order, weights.permuted),
    }
    let mut conflict = weigh_leftover(
        tally,
        party,
        entry,
        alignment,
        &mut own_name,
        party_left,
        entry_left,
        weights,
    );
    let mut agreeing = agreeing(alignment);
    if !party_covered && !entry_covered && is_one_given_name(party, entry, alignment) {
        agreeing = 1;
    }
    match are_one_korean(party, entry, alignment, party_covered && entry_covered) {
        None => {}
        Some(false) => conflict = Conflict::Hard,
        // three syllables, in however many words
        Some(true) => agreeing = agreeing.max(3),
    }
    let mut known = Known {
        agreeing,
        entry_covered,
        party_covered,
        own_name,
        conflict,
        all_agree: false,
        clear: false,
        steady: false,
        weak: is_weak(party, entry),
        common: false,
    };
    lift_or_hold(tally, party, entry, alignment, &mut known, policy);
    for &at in alignment.party_left.iter().filter(|at| stands_alone(party, at, entry)) {
        tally.add(NameReason::PartyAlone(place(at)), Weight::ZERO);
    }
    for &at in alignment.entry_left.iter().filter(|at| stands_alone(entry, at, party)) {
        tally.add(NameReason::EntryAlone(place(at)), Weight::ZERO);
    }
    known
}

/// Ghulam or Fazl and the next word of both names are all that agrees.
fn is_one_given_name(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    let [head, rest] = alignment.pairs.as_slice() else { return false };
    let begins = |name: &PreparedName, at: usize| {
        let heads = "ghulam gholam gulam golam ghlam fazl fazal fadl fadhl fdl fzl";
        heads.split(' ').any(|head| name.informative[at].part.latin == head)
    };
    rest.party[0] == head.party[0] + 1
        && rest.entry[0] == head.entry[0] + 1
        && begins(party, head.party[0])
        && begins(entry, head.entry[0])
}

/// A part that agrees is a family's or a place's name.
fn has_family(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    use PartClass::{AlHouse, Family, Nisba, Tribe};
    let family = |name: &PreparedName, at: usize| {
        [Nisba, Tribe, AlHouse, Family].contains(&name.informative[at].part.class)
            || name.informative[at].particles()[1] == "y"
            || at == 0 && ends_with_patronymic(name)
            || may_be_family_of_vietnam(name, at)
    };
    let of_pair = |pair: &Pair| family(party, pair.party[0]) || family(entry, pair.entry[0]);
    alignment.pairs.iter().any(of_pair)
}

/// Three parts, of which the last alone of the ends is made of the father's name.
fn ends_with_patronymic(name: &PreparedName) -> bool {
    let parts = &name.informative;
    parts.len() == 3 && parts[2].is_patronymic() && !parts[0].is_patronymic()
}

/// What looks swapped or permuted is a family put first: before an own name and the father's, or two families that
/// y joins.
pub(crate) fn family_moved(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
) -> bool {
    let places = |side: usize| -> Vec<usize> {
        alignment.pairs.iter().map(|pair| [&pair.party, &pair.entry][side][0]).collect()
    };
    let sides = [(party, places(0)), (entry, places(1))];
    let is_in_order = [OrderRelation::Same, OrderRelation::FamilyFirst].contains(&alignment.order);
    if !is_in_order && family_of_vietnam_moved(party, entry, alignment) {
        return true;
    }
    // the own names first, then a family and a marked father's name either way about
    let single = |pair: &Pair| pair.party.len() == 1 && pair.entry.len() == 1;
    let fathers = |pair: &&Pair| {
        party.informative[pair.party[0]].is_patronymic()
            && entry.informative[pair.entry[0]].is_patronymic()
    };
    let begun = alignment.pairs.iter().any(|pair| pair.party[0] == 0 && pair.entry[0] == 0);
    if !is_in_order
        && alignment.pairs.len() == 3
        && alignment.pairs.iter().all(single)
        && begun
        && alignment.pairs.iter().filter(fathers).count() == 1
    {
        return true;
    }
    match alignment.order {
        OrderRelation::Swapped => {
            // two families, two own names, beside the first of each
            let crossed = |four: usize, two: usize| {
                let [ones, others] = [four, two].map(|side| sides[side].1.as_slice());
                sides[four].0.informative.len() == 4
                    && sides[two].0.informative.len() == 2
                    && ones.iter().zip(others).all(|at| [(&0, &1), (&2, &0)].contains(&at))
                    && ones.len() == 2
            };
            let of = |place: usize| {
                sides
                    .iter()
                    .any(|(name, places)| ends_with_patronymic(name) && places.contains(&place))
            };
            of(0) && of(1) || crossed(0, 1) || crossed(1, 0)
        }
        OrderRelation::Permuted => sides.iter().any(|(name, places)| {
            let joined = name.informative.iter().position(|part| part.particles()[1] == "y");
            let Some(at) = joined.filter(|at| at + 1 < name.informative.len()) else {
                return false;
            };
            let with_places = || alignment.pairs.iter().zip(places);
            let is_family = |place: usize| [at, at + 1].contains(&place);
            let of = |wanted: bool| -> Vec<&Pair> {
                let some = with_places().filter(|(_, place)| is_family(**place) == wanted);
                some.map(|(pair, _)| pair).collect()
            };
            let (families, others) = (of(true), of(false));
            families.len() >= 2
                && families[0].party[0].abs_diff(families[1].party[0]) == 1
                && families[0].entry[0].abs_diff(families[1].entry[0]) == 1
                && others.windows(2).all(|two| two[0].entry[0] < two[1].entry[0])
        }),
        OrderRelation::Same | OrderRelation::FamilyFirst => false,
    }
}

fn own_name(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    party_left: &[usize],
    entry_left: &[usize],
) -> OwnName {
    // Abu X or Umm X may stand before the own name
    let is_kunya = |part: &PreparedPart| {
        part.part.skeleton.starts_with(b"P") || part.part.skeleton.starts_with(b"U")
    };
    // a Western name before one that the other side writes in characters, or in three syllables, in full
    let western = |name: &PreparedName, other: &PreparedName, other_left: &[usize]| {
        let parts = &name.informative;
        let syllables = other.informative.iter().filter(|part| !part.syllables.is_none()).count();
        let of_syllables = syllables >= 3 && syllables == other.informative.len();
        ([Script::Han, Script::Hangul].contains(&other.script) || of_syllables)
            && other_left.is_empty()
            && parts.len() >= 2
            && parts[0].syllables.is_none()
            && !parts[1].syllables.is_none()
    };
    // the family stands last and the one in the middle before the own name
    let middle = |name: &PreparedName, other: &PreparedName, other_left: &[usize]| {
        let behind = name.vietnam.is_some_and(|family| family.last && !family.first);
        behind && name.informative.len() >= 3 && other.vietnam.is_some() && other_left.is_empty()
    };
    let lacks_answer = |name: &PreparedName, left: &[usize]| {
        // Bakyt uulu Nurlan: the father stands first
        let father = name.informative[0].father == FatherMark::Behind && name.informative.len() > 1;
        left.first() == Some(&0)
            && !is_kunya(&name.informative[0])
            && !begins_with_blessing(name)
            && !father
    };
    let lacking = [
        lacks_answer(party, party_left)
            && !western(party, entry, entry_left)
            && !middle(party, entry, entry_left),
        lacks_answer(entry, entry_left)
            && !western(entry, party, party_left)
            && !middle(entry, party, party_left),
    ];
    match lacking {
        [true, true] => OwnName::Differs,
        [true, false] | [false, true] => OwnName::Missing,
        [false, false]
            if makes_father_the_son(party, entry, alignment)
                || names_a_grandfather(party, entry, alignment, party_left, entry_left) =>
        {
            OwnName::Differs
        }
        [false, false] => OwnName::Agrees,
    }
}

/// Muhammad, Maria or José before two parts more, the first of which is not marked as a father.
fn begins_with_blessing(name: &PreparedName) -> bool {
    let parts = &name.informative;
    let given = *parts[0].part.skeleton == *b"MHMD"
        || ["maria", "marie", "jose", "jean"].contains(&parts[0].part.latin.as_str());
    parts.len() >= 3 && given && !parts[1].is_marked_father()
}

/// The order tells of another person: neither first part answers to the other, and the parts are
/// permuted, or swapped where both names mark a father.
fn makes_father_the_son(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    let marks_father = |name: &PreparedName| {
        !name.informative[0].is_marked_father()
            && name.informative.iter().skip(1).any(PreparedPart::is_marked_father)
    };
    let first_answers = |pair: &Pair| pair.party[0] == 0 && pair.entry[0] == 0;
    !alignment.pairs.iter().any(first_answers)
        && match alignment.order {
            OrderRelation::Permuted => true,
            OrderRelation::Swapped => {
                let father_first = |name: &PreparedName| {
                    name.informative[0].father == FatherMark::Behind && name.informative.len() > 1
                };
                marks_father(party) && marks_father(entry)
                    || father_first(party) && father_first(entry)
            }
            OrderRelation::Same | OrderRelation::FamilyFirst => false,
        }
}

/// Two swapped parts, no families and no places, that begin both names, and a part more behind them in one.
fn names_a_grandfather(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    party_left: &[usize],
    entry_left: &[usize],
) -> bool {
    let side = |places: Vec<usize>, left: &[usize]| {
        let last = places.iter().max().copied().unwrap_or(0);
        (places.contains(&0), left.iter().any(|at| *at > last))
    };
    let pairs = &alignment.pairs;
    let party_side = side(pairs.iter().map(|pair| pair.party[0]).collect(), party_left);
    let entry_side = side(pairs.iter().map(|pair| pair.entry[0]).collect(), entry_left);
    alignment.order == OrderRelation::Swapped
        && party_side.0
        && entry_side.0
        && (party_side.1 || entry_side.1)
        && !has_family(party, entry, alignment)
}

/// Permuted, in names that both mark fathers or both have three parts, and each part that stands at
/// another place among those that agree is a man's name.
fn orders_fathers_otherwise(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
) -> bool {
    use PartClass::{AlHouse, AmbiguousTitle, Family, Nisba, Tribe};
    let names = [party, entry];
    let marked = |name: &PreparedName| name.informative.iter().any(PreparedPart::is_marked_father);
    let told = names.iter().all(|name| marked(name))
        || names.iter().all(|name| name.informative.len() >= 3);
    let mut by_entry: Vec<usize> = alignment.pairs.iter().map(|pair| pair.entry[0]).collect();
    by_entry.sort_unstable();
    let mut in_place = alignment.pairs.iter().zip(by_entry);
    let man = |name: &PreparedName, at: usize| {
        let part = &name.informative[at];
        let [before, after] = part.particles();
        ![Nisba, Tribe, AlHouse, Family, AmbiguousTitle].contains(&part.part.class)
            && !["y", "de", "del", "delos", "van", "von"].contains(&before)
            && after != "y"
    };
    alignment.order == OrderRelation::Permuted
        && told
        && in_place.all(|(pair, place)| {
            pair.entry[0] == place || man(party, pair.party[0]) && man(entry, pair.entry[0])
        })
}

/// One pair is a family in the forms of a man and of a woman, another an own name in both, and the same side is the woman's.
fn brother_and_sister(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    let words = |pair: &Pair| {
        let party = party.informative[pair.party[0]].part.latin.to_string();
        [party, entry.informative[pair.entry[0]].part.latin.to_string()]
    };
    let ends = "ov-ova ev-eva in-ina yn-yna ski-skaya skiy-skaya sky-skaya";
    let family = |man: &str, woman: &str| {
        let mut ends = ends.split_whitespace().filter_map(|end| end.split_once('-'));
        ends.any(|(his, hers)| man.ends_with(his) && woman.ends_with(hers))
    };
    let own = |man: &str, woman: &str| {
        let bare = |word: &str| -> String {
            word.trim_start_matches('y').trim_end_matches(['i', 'j', 'y']).to_owned()
        };
        woman.ends_with('a') && bare(&woman[..woman.len() - 1]) == bare(man)
    };
    [[0, 1], [1, 0]].into_iter().any(|[man, woman]| {
        let places = |holds: &dyn Fn(&str, &str) -> bool| -> Vec<usize> {
            let pairs = alignment.pairs.iter().map(words).enumerate();
            pairs.filter(|(_, pair)| holds(&pair[man], &pair[woman])).map(|(at, _)| at).collect()
        };
        let (families, own_names) = (places(&family), places(&own));
        families.iter().any(|one| own_names.iter().any(|other| one != other))
    })
}

/// A stem beside its compound with al-Din, where the next part, which nothing answers to, has an article and is of no
/// family or place.
fn of_something_else(
    name: &PreparedName,
    at: usize,
    left: &[usize],
    compound: &PreparedPart,
) -> bool {
    use PartClass::{AlHouse, Family, Nisba, Tribe};
    let Some(next) = name.informative.get(at + 1) else { return false };
    left.contains(&(at + 1))
        && next.has_article
        && ![Nisba, Tribe, AlHouse, Family].contains(&next.part.class)
        && without_faith(&Word::of(&name.informative[at]), &Word::of(compound))
}

#[expect(clippy::too_many_arguments, reason = "all that the rules of leftover parts look at")]
fn weigh_leftover(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    own_name: &mut OwnName,
    mut party_left: Vec<usize>,
    mut entry_left: Vec<usize>,
    weights: &NameWeights,
) -> Conflict {
    let left_out = |left: &[usize], name: &PreparedName| {
        left.first() == Some(&0) && begins_with_blessing(name)
    };
    let other_chain =
        *own_name == OwnName::Agrees && orders_fathers_otherwise(party, entry, alignment);
    let other_compound = alignment.pairs.iter().any(|pair| {
        of_something_else(party, pair.party[0], &party_left, &entry.informative[pair.entry[0]])
            || of_something_else(
                entry,
                pair.entry[0],
                &entry_left,
                &party.informative[pair.party[0]],
            )
    });
    let other_syllable = have_another_syllable(party, entry, alignment);
    let siblings = brother_and_sister(party, entry, alignment);
    let mut conflict = if other_chain || other_compound || other_syllable || siblings {
        Conflict::Hard
    } else if left_out(&party_left, party) || left_out(&entry_left, entry) {
        Conflict::Soft
    } else {
        Conflict::None
    };
    let firsts = party_left.first() == Some(&0) && entry_left.first() == Some(&0);
    if *own_name == OwnName::Differs && firsts {
        tally.add(NameReason::Contradiction(0, 0), weights.own_name_conflict);
        conflict = Conflict::Hard;
        party_left.remove(0);
        entry_left.remove(0);
    }
    let divided = i32::try_from(alignment.pairs.len()).unwrap_or(1).max(1);
    let of_initials = face_initials(tally, party, entry, divided, weights);
    if of_initials == Conflict::Hard {
        *own_name = OwnName::Differs;
    }
    conflict = conflict.max(of_initials);
    let facing = party_left.len().min(entry_left.len());
    for (&one, &other) in party_left.iter().zip(&entry_left) {
        let (alone, other_alone) = (place(one), place(other));
        match face_each_other(party, one, entry, other) {
            None => {
                tally.add(NameReason::PartyAlone(alone), weights.omitted);
                tally.add(NameReason::EntryAlone(other_alone), weights.omitted);
            }
            Some(Conflict::Hard) => {
                conflict = Conflict::Hard;
                let reason = NameReason::Contradiction(alone, other_alone);
                tally.add(reason, weights.own_name_conflict);
            }
            Some(_) => {
                conflict = conflict.max(Conflict::Soft);
                let reason = NameReason::Contradiction(alone, other_alone);
                tally.add(reason, Weight(weights.soft_conflict.0 / divided));
            }
        }
    }
    let missing_syllable = Weight(weights.soft_conflict.0 / divided);
    let of_alone = |part: &PreparedPart, other: &PreparedName| {
        // a second own name in Hangul
        let own_name = part.part.script == Script::Hangul
            && part.korean.is_some()
            && part.part.folded.chars().count() == 2;
        match is_missing_syllable(part, other) {
            true if own_name => (weights.own_name_conflict, Conflict::Hard),
            true => (missing_syllable, Conflict::Soft),
            false => (weights.omitted, Conflict::None),
        }
    };
    for &alone in &party_left[facing..] {
        let (weight, found) = of_alone(&party.informative[alone], entry);
        tally.add(NameReason::PartyAlone(place(alone)), weight);
        conflict = conflict.max(found);
    }
    for &alone in &entry_left[facing..] {
        let (weight, found) = of_alone(&entry.informative[alone], party);
        tally.add(NameReason::EntryAlone(place(alone)), weight);
        conflict = conflict.max(found);
    }
    conflict
}

/// A syllable of a Korean or Chinese name that the other side, a name in characters or beside one, lacks.
fn is_missing_syllable(part: &PreparedPart, other: &PreparedName) -> bool {
    let characters = [Script::Han, Script::Hangul];
    let latin = &part.part.latin;
    let syllable = part.korean.is_some() || is_mandarin(latin, 1) || is_mandarin(latin, 2);
    if characters.contains(&part.part.script) {
        !characters.contains(&other.script)
    } else {
        characters.contains(&other.script) && syllable
    }
}

/// What two leftover parts that face each other say; none where each may stand alone.
fn face_each_other(
    party: &PreparedName,
    one: usize,
    entry: &PreparedName,
    other: usize,
) -> Option<Conflict> {
    let (a, b) = (&party.informative[one], &entry.informative[other]);
    let either = |holds: &dyn Fn(&PreparedPart) -> bool| holds(a) || holds(b);
    if either(&|part| part.part.class == PartClass::Tribe || part.is_cut) {
        return None;
    }
    // plain last parts but for titles and words in no known letters, no short form of each other, half of the sounds or fewer shared, of two none, of one none and no letters of two systems
    let is_last = |name: &PreparedName, at: usize| {
        let no_family = |part: &PreparedPart| {
            part.part.class == PartClass::AmbiguousTitle || part.part.latin.is_empty()
        };
        at > 0 && name.informative[at + 1..].iter().all(no_family)
    };
    let (latin, others) = (a.part.latin.as_str(), b.part.latin.as_str());
    let short_form = latin.starts_with(others) || others.starts_with(latin);
    // without an article that may be glued to the word
    let bare = |part: &PreparedPart| -> Vec<u8> {
        match part.part.skeleton.as_slice() {
            [b'A', b'L', stem @ ..] if stem.len() > 1 => stem.to_vec(),
            all => all.to_vec(),
        }
    };
    let (sounds, other_sounds) = (&bare(a), &bare(b));
    let longer = sounds.len().max(other_sounds.len());
    let alike = match longer {
        0 | 1 => sounds == other_sounds || exchanged(latin.chars().next(), others.chars().next()),
        2 => edits(sounds, other_sounds) <= 1,
        longer => edits(sounds, other_sounds) <= (longer - 1) / 2,
    };
    let last = is_last(party, one) && is_last(entry, other) && !short_form && !alike;
    let ends_as_nisba =
        |part: &PreparedPart| part.part.latin.ends_with('i') || part.part.latin.ends_with('y');
    let tails = [PartClass::Nisba, PartClass::AlHouse, PartClass::Family];
    if either(&|part| tails.contains(&part.part.class)) {
        // a nisba beside the name of a family that is no nisba and seldom a grandfather's
        let nisba_for_family = |nisba: &PreparedPart, family: &PreparedPart| {
            nisba.part.class == PartClass::Nisba
                && !tails.contains(&family.part.class)
                && !family.is_marked_father()
                && !ends_as_nisba(family)
                && (family.has_article || family.rarity > Weight::from_millinats(6_900))
        };
        let hard = last && (nisba_for_family(a, b) || nisba_for_family(b, a));
        return Some(if hard { Conflict::Hard } else { Conflict::Soft });
    }
    if a.is_patronymic()
        && b.is_patronymic()
        && tamis_text::skeleton(a.father_named()) == tamis_text::skeleton(b.father_named())
    {
        return None;
    }
    let both_marked = a.is_marked_father() && b.is_marked_father()
        || one > 0 && other > 0 && a.is_patronymic() && b.is_patronymic();
    let compounds = a.part.class == PartClass::Given && b.part.class == PartClass::Given;
    let second_of_chains =
        one == 1 && other == 1 && party.informative.len() >= 3 && entry.informative.len() >= 3;
    let families =
        last && !either(&|part| part.is_marked_father()) && !(ends_as_nisba(a) && ends_as_nisba(b));
    let syllables = a.korean.is_some() && b.korean.is_some()
        || a.syllables.is_pinyin_alone() && b.syllables.is_pinyin_alone()
        || party.vietnam.is_some()
            && entry.vietnam.is_some()
            && are_two_of_vietnam(&a.part.latin, &b.part.latin);
    let hard = syllables || both_marked || compounds || second_of_chains || families;
    Some(if hard { Conflict::Hard } else { Conflict::Soft })
}

/// What rules promise or forbid, the first one that applies.
fn lift_or_hold(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    known: &mut Known,
    policy: &Policy,
) {
    let weights = &policy.names;
    if known.own_name != OwnName::Agrees {
        return tally.hold(Ceiling::OwnName, weights.own_name_ceiling);
    }
    let generation = |name: &PreparedName| {
        let suffix = |part: &&PreparedPart| part.part.class == PartClass::GenerationSuffix;
        let word = name.other.iter().find(suffix)?.part.latin.to_string();
        let known = ["sr senior", "jr junior ii", "iii", "iv"];
        known.iter().position(|words| words.split(' ').any(|known| known == word))
    };
    let of_one_word = known.agreeing <= 1 && !rests_on_initials(tally, party, entry);
    if let (Some(one), Some(other)) = (generation(party), generation(entry))
        && one != other
    {
        known.conflict = Conflict::Hard;
        if !of_one_word {
            return tally.hold(Ceiling::GenerationDiffers, weights.father_ceiling);
        }
    }
    if known.conflict == Conflict::Hard {
        let (ceiling, most) = if of_one_word && weights.one_word_ceiling < weights.father_ceiling {
            (Ceiling::WeakName, weights.one_word_ceiling)
        } else {
            (Ceiling::FatherDiffers, weights.father_ceiling)
        };
        return tally.hold(ceiling, most);
    }
    if !may_alert_alone(party, entry, policy) {
        return tally.hold(Ceiling::WeakName, weights.own_name_ceiling);
    }
    let no_edits = alignment.pairs.iter().all(|pair| {
        !matches!(
            pair.met.relation,
            PartRelation::Edit | PartRelation::Truncated | PartRelation::Acronym
        )
    });
    let firm = known.conflict == Conflict::None && no_edits;
    let near_by =
        |share: i32| alignment.pairs.iter().all(|pair| is_near(party, entry, pair, share));
    let near = near_by(850);
    let in_order = alignment.order == OrderRelation::Same
        || alignment.order == OrderRelation::FamilyFirst && has_family(party, entry, alignment);
    let whole_rotated =
        alignment.order == OrderRelation::FamilyFirst && known.entry_covered && known.party_covered;
    known.clear = (in_order || whole_rotated)
        && (near || known.agreeing >= 3 || tally.sum() >= weights.full_name);
    known.steady = firm && near && in_order;
    let likely = |pair: &Pair| {
        pair.met.weight(Weight::from_millinats(9_000)) >= Weight::from_millinats(2_500)
            || worth(party, entry, pair) >= weights.part_ceiling.0
    };
    let likely = alignment.pairs.iter().all(likely);
    let common = |pair: &Pair| pair.weight <= weights.common;
    let all_common = alignment.pairs.iter().all(common);
    let ordered = alignment.order != OrderRelation::Permuted;
    let half = Weight::from_millinats(4_500);
    let alike = matches!(alignment.pairs.as_slice(), [only] if only.met.weight(Weight::from_millinats(9_000)) < half
        && party.informative[only.party[0]].part.skeleton
            != entry.informative[only.entry[0]].part.skeleton);
    if firm && ordered && known.entry_covered && known.party_covered && likely && !alike {
        known.all_agree = true;
        known.common = tally.lift(NameReason::AllPartsAgree, ANCHOR) || all_common;
        return;
    }
    let on_initials = rests_on_initials(tally, party, entry);
    let uncommon_and_initials = on_initials && !alignment.pairs.iter().any(common);
    let unopposed = ordered && known.conflict == Conflict::None;
    let initial = on_initials
        || alignment.pairs.iter().any(|pair| pair.met.relation == PartRelation::Initial);
    let spelled = alignment.pairs.iter().any(|pair| {
        let script = |name: &PreparedName, at: usize| name.informative[at].part.script;
        let skeleton = |name: &PreparedName, at: usize| name.informative[at].part.skeleton.clone();
        pair.met.relation == PartRelation::Transliteration
            && script(party, pair.party[0]) == script(entry, pair.entry[0])
            && skeleton(party, pair.party[0]) != skeleton(entry, pair.entry[0])
    });
    let told = !(initial && spelled);
    if near
        && unopposed
        && told
        && (known.entry_covered && known.party_covered || uncommon_and_initials)
    {
        let alone =
            |reason| matches!(reason, NameReason::PartyAlone(_) | NameReason::EntryAlone(_));
        let reason = if tally.0.iter().any(|(reason, _)| alone(*reason)) {
            NameReason::ShorterNameContained
        } else {
            NameReason::AllPartsAgree
        };
        known.common = tally.lift(reason, ANCHOR) || all_common;
        return;
    }
    let tribe = |name: &PreparedName, left: &[usize]| {
        left.len() == 1 && name.informative[left[0]].part.class == PartClass::Tribe
    };
    let tribes = tribe(party, &alignment.party_left) && tribe(entry, &alignment.entry_left);
    if tribes && firm && near && in_order && ordered && known.agreeing >= 2 {
        known.common = tally.lift(NameReason::AllButOrigin, ANCHOR) || all_common;
        return;
    }
    if of_one_word {
        return tally.hold(Ceiling::WeakName, weights.one_word_ceiling);
    }
    let least = if all_common { policy.names_floor } else { ANCHOR };
    let covered = known.entry_covered || known.party_covered;
    if firm && near && in_order && covered && known.agreeing >= 2 {
        known.common = tally.lift(NameReason::ShorterNameContained, least) || all_common;
    } else if no_edits
        && near
        && in_order
        && known.agreeing >= 2
        && nisba_for_nisba(tally, party, entry)
    {
        known.common = tally.lift(NameReason::AllButOrigin, least) || all_common;
    }
}

/// One nisba in place of another, and nothing else that tells the names apart.
fn nisba_for_nisba(tally: &Tally, party: &PreparedName, entry: &PreparedName) -> bool {
    use NameReason::{Contradiction, EntryAlone, InitialsDiffer, PartyAlone};
    let against: Vec<NameReason> = tally
        .0
        .iter()
        .map(|(reason, _)| *reason)
        .filter(|reason| {
            matches!(reason, Contradiction(..) | PartyAlone(_) | EntryAlone(_) | InitialsDiffer(..))
        })
        .collect();
    let nisba = |name: &PreparedName, at: u8| {
        name.informative[usize::from(at)].part.class == PartClass::Nisba
    };
    match against[..] {
        [Contradiction(one, other)] => nisba(party, one) && nisba(entry, other),
        _ => false,
    }
}

/// A pair that earns so many thousandths of what its parts are worth.
fn is_near(party: &PreparedName, entry: &PreparedName, pair: &Pair, share: i32) -> bool {
    pair.weight.0 >= worth(party, entry, pair) * share / 1000
}

/// What equal parts would earn.
fn worth(party: &PreparedName, entry: &PreparedName, pair: &Pair) -> i32 {
    let worth = |name: &PreparedName, parts: &[usize]| -> i32 {
        parts.iter().map(|&at| name.informative[at].rarity.0).sum()
    };
    worth(party, &pair.party).min(worth(entry, &pair.entry))
}
