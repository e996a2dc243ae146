//! Names of people: the own name, the chain of fathers, what is left out and what contradicts.

mod generations;
mod initials;
mod order;
mod sexes;
mod vietnamese;

pub(super) use generations::are_two as are_two_generations;
pub(super) use order::{begins_with_family, settled};

use tamis_model::{OrderRelation, Weight};
use tamis_text::distance::optimal_string_alignment;
use tamis_text::{PartClass, Script, is_mandarin, skeleton};

use super::{Conflict, Leftover, NameReason, OwnName, Tally, part};
use crate::alignment::{Alignment, Pair};
use crate::faith;
use crate::policy::NameWeights;
use crate::record::{PreparedName, PreparedPart};

/// From so many parts on an unmarked chain tells where the father stands.
const CHAIN: usize = 3;

/// Weighs what is not agreement.
pub(super) fn weigh(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    mut left: Leftover,
    weights: &NameWeights,
) -> (OwnName, Conflict) {
    let whole = left.party.is_empty() && left.entry.is_empty();
    let alone = initials::fit(tally, party, entry, &mut left, weights);
    let mut own_name = own_name(party, entry, alignment, &left);
    let order = match alignment.order {
        OrderRelation::Same => Weight::ZERO,
        OrderRelation::FamilyFirst if !whole && is_chain(party, entry, alignment) => {
            weights.chain_rotated
        }
        OrderRelation::FamilyFirst => weights.family_first,
        OrderRelation::Swapped => weights.swapped,
        OrderRelation::Permuted => weights.permuted,
    };
    if order != Weight::ZERO {
        tally.add(NameReason::Order, order);
    }
    let mut conflict = match own_name {
        // the father has become the grandfather: a cousin, or a stranger
        OwnName::Agrees if is_another_chain(party, entry, alignment) => Conflict::Hard,
        _ => Conflict::None,
    };
    if is_other_compound(party, entry, alignment, &left)
        || sexes::are_apart(party, entry, alignment)
        || vietnamese::has_another_syllable(party, entry, alignment)
    {
        conflict = Conflict::Hard;
    }
    let blessing_alone = |left: &[u8], name: &PreparedName| {
        left.first() == Some(&0) && is_blessing(&name.informative)
    };
    if blessing_alone(&left.party, party) || blessing_alone(&left.entry, entry) {
        // Muammar Qadhafi has a son Muhammad: seen, and never as the full name
        conflict = conflict.max(Conflict::Soft);
    }
    if own_name == OwnName::Differs
        && left.party.first() == Some(&0)
        && left.entry.first() == Some(&0)
    {
        conflict = Conflict::Hard;
        tally.add(NameReason::Contradiction(0, 0), weights.own_name_conflict);
        left.party.remove(0);
        left.entry.remove(0);
    }
    let agreeing = i32::try_from(alignment.pairs.len()).unwrap_or(1).max(1);
    let of_initials = initials::face(
        tally,
        party,
        entry,
        alone,
        Weight(weights.soft_conflict.0 / agreeing),
        weights,
    );
    if of_initials == Conflict::Hard {
        own_name = OwnName::Differs;
    }
    conflict = conflict.max(of_initials);
    let facing = left.party.len().min(left.entry.len());
    for (&one, &other) in left.party.iter().zip(&left.entry) {
        let weight = match faces(party, entry, one, other) {
            Facing::Omission => {
                tally.add(NameReason::PartyAlone(one), weights.omitted);
                tally.add(NameReason::EntryAlone(other), weights.omitted);
                continue;
            }
            Facing::Soft => {
                conflict = conflict.max(Conflict::Soft);
                Weight(weights.soft_conflict.0 / agreeing)
            }
            Facing::Hard => {
                conflict = Conflict::Hard;
                weights.own_name_conflict
            }
        };
        tally.add(NameReason::Contradiction(one, other), weight);
    }
    let mut alone = |name: &PreparedName, other: &PreparedName, at: u8| -> Weight {
        if !is_syllable(name, at, other) {
            return weights.omitted;
        }
        // 김 병철 현우: nobody has two own names there
        if is_own_name_in_hangul(name, at) {
            conflict = Conflict::Hard;
            return weights.own_name_conflict;
        }
        conflict = conflict.max(Conflict::Soft);
        Weight(weights.soft_conflict.0 / agreeing)
    };
    for &at in left.party.iter().skip(facing) {
        tally.add(NameReason::PartyAlone(at), alone(party, entry, at));
    }
    for &at in left.entry.iter().skip(facing) {
        tally.add(NameReason::EntryAlone(at), alone(entry, party, at));
    }
    (own_name, conflict)
}

/// Whether a part of one side alone is a syllable of a Korean or Chinese name, beside a name in Chinese
/// or Korean characters or as one: a letter of the name, that nobody leaves out.
fn is_syllable(name: &PreparedName, at: u8, other: &PreparedName) -> bool {
    let Some(part) = part(&name.informative, at) else { return false };
    let of_characters = |script: Script| matches!(script, Script::Han | Script::Hangul);
    let latin = &part.part.latin;
    match (of_characters(part.part.script), of_characters(other.script)) {
        (true, false) => true,
        (false, true) => part.korean.is_some() || is_mandarin(latin, 1) || is_mandarin(latin, 2),
        _ => false,
    }
}

/// Whether a part is two syllables in Hangul, as own names of Korea are.
fn is_own_name_in_hangul(name: &PreparedName, at: u8) -> bool {
    part(&name.informative, at).is_some_and(|part| {
        part.part.script == Script::Hangul
            && part.korean.is_some()
            && part.part.folded.chars().count() == 2
    })
}

/// Whether none of the parts that agree is a family's or a place's name: what stands first in another
/// order is then a man of the chain.
pub(super) fn is_chain(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    let tail = |name: &PreparedName, at: u8| {
        part(&name.informative, at).is_some_and(|part| {
            is_tail(part)
                || part.particles()[1] == "y"
                || at == 0 && order::begins_with_family(name)
                || vietnamese::is_family(name, at)
        })
    };
    !alignment.pairs.iter().any(|pair| tail(party, pair.party) || tail(entry, pair.entry))
}

/// Whether a stem that meets a name "of the faith" is itself the sword, the light … of something else: Saif
/// al-Islam beside Saif al-Din.
fn is_other_compound(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    left: &Leftover,
) -> bool {
    let of = |stem: (&PreparedName, u8, &[u8]), compound: (&PreparedName, u8)| {
        let (name, at, left) = stem;
        let next = part(&name.informative, at + 1);
        let is_something =
            next.is_some_and(|next| next.has_article && !is_tail(next) && left.contains(&(at + 1)));
        let parts = part(&name.informative, at).zip(part(&compound.0.informative, compound.1));
        is_something
            && parts.is_some_and(|(stem, compound)| {
                faith::is_left_out(&stem.form(), &compound.form())
                    && stem.part.skeleton.len() < compound.part.skeleton.len()
            })
    };
    alignment.pairs.iter().any(|pair| {
        of((party, pair.party, &left.party), (entry, pair.entry))
            || of((entry, pair.entry, &left.entry), (party, pair.party))
    })
}

/// What two leftover parts are to each other.
enum Facing {
    /// Either may stand without the other: a tribe beside a father.
    Omission,
    /// One person may bear both.
    Soft,
    /// Two fathers, two family names that sound nothing alike, two syllables of an own name: two people.
    Hard,
}

fn faces(party: &PreparedName, entry: &PreparedName, one: u8, other: u8) -> Facing {
    let (Some(a), Some(b)) = (part(&party.informative, one), part(&entry.informative, other))
    else {
        return Facing::Soft;
    };
    if [a, b].iter().any(|part| part.is_cut || part.part.class == PartClass::Tribe) {
        return Facing::Omission;
    }
    let may_be_families = is_last(party, one) && is_last(entry, other) && !are_alike(a, b);
    if is_tail(a) || is_tail(b) {
        let hard = may_be_families && (is_nisba_for_family(a, b) || is_nisba_for_family(b, a));
        return if hard { Facing::Hard } else { Facing::Soft };
    }
    if are_one_father(a, b) {
        return Facing::Omission;
    }
    let marked = a.is_marked_father() && b.is_marked_father() || are_fathers(a, b, one, other);
    let compounds = a.part.class == PartClass::Given && b.part.class == PartClass::Given;
    let chains = party.informative.len() >= CHAIN && entry.informative.len() >= CHAIN;
    let fathers_or_nisbas =
        a.is_marked_father() || b.is_marked_father() || may_be_nisba(a) && may_be_nisba(b);
    let families = may_be_families && !fathers_or_nisbas;
    let syllables =
        are_own_syllables(a, b) || vietnamese::are_other_syllables((party, a), (entry, b));
    if syllables || marked || compounds || chains && one == 1 && other == 1 || families {
        Facing::Hard
    } else {
        Facing::Soft
    }
}

/// Whether both parts are syllables of names of East Asia: Kim Chol Su, Kim Chol Min. What may be a spelling has met.
fn are_own_syllables(one: &PreparedPart, other: &PreparedPart) -> bool {
    let pinyin = |part: &PreparedPart| part.syllables.is_pinyin_alone();
    one.korean.is_some() && other.korean.is_some() || pinyin(one) && pinyin(other)
}

/// Whether both parts are made of the father's name by their endings: Petrovich, Andreevich. In first place
/// such a name is a family's.
fn are_fathers(one: &PreparedPart, other: &PreparedPart, place: u8, other_place: u8) -> bool {
    place > 0 && other_place > 0 && one.is_patronymic() && other.is_patronymic()
}

/// Whether both are made of one father's name in two ways: Karim ugli, Karimovich; Yerlanuly, Yerlanovich.
fn are_one_father(one: &PreparedPart, other: &PreparedPart) -> bool {
    one.is_patronymic()
        && other.is_patronymic()
        && skeleton(one.father_named()) == skeleton(other.father_named())
}

/// Whether a part is a title word, or one that no table romanises: what stands before it may be last.
fn stands_for_no_family(part: &PreparedPart) -> bool {
    part.part.class == PartClass::AmbiguousTitle || part.part.latin.is_empty()
}

/// Whether a part stands last, but for such words, and not first.
fn is_last(name: &PreparedName, at: u8) -> bool {
    let mut after = name.informative.iter().skip(usize::from(at) + 1);
    at > 0 && after.all(stands_for_no_family)
}

/// Whether a nisba faces a family's own name, which tells whose son a man is where a second nisba does
/// not: Bahaziq, al-Muhammad. A bare name that many bear may be a grandfather's, left out for the nisba.
fn is_nisba_for_family(one: &PreparedPart, other: &PreparedPart) -> bool {
    one.part.class == PartClass::Nisba
        && !is_tail(other)
        && !other.is_marked_father()
        && !may_be_nisba(other)
        && (other.has_article || other.rarity > SELDOM_A_FATHER)
}

/// One of a thousand bears a name of this rarity.
const SELDOM_A_FATHER: Weight = Weight::from_millinats(6_900);

/// Whether a part without an article may be a nisba all the same: Harbi, Subhi.
fn may_be_nisba(part: &PreparedPart) -> bool {
    part.part.latin.ends_with(['i', 'y'])
}

/// Whether two parts share more than half of their consonants, or one is the beginning of the other: what
/// no key joins may still be a spelling of one name (Kuol / Wol, Prasondha / Pershada), or its short form
/// (Abdu / Abdul Sayed).
fn are_alike(one: &PreparedPart, other: &PreparedPart) -> bool {
    let (latin, other_latin) = (one.part.latin.as_str(), other.part.latin.as_str());
    if latin.starts_with(other_latin) || other_latin.starts_with(latin) {
        return true;
    }
    let [one, other] = [one, other].map(|part| without_article(&part.part.skeleton));
    let most = match one.len().max(other.len()) {
        // of one consonant none is shared where it differs (Lee, Roy), but by two systems (Zhou, Chow)
        0 | 1 => {
            let first = |latin: &str| latin.chars().next();
            return one == other || initials::may_begin_one_name(first(latin), first(other_latin));
        }
        2 => 1,
        longer => (longer - 1) / 2,
    };
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    optimal_string_alignment(one, other, most).is_some()
}

/// Consonants without those of an article that may be glued to the word: Elsseid, الصيد.
fn without_article(skeleton: &[u8]) -> &[u8] {
    skeleton.strip_prefix(b"AL").filter(|stem| stem.len() >= 2).unwrap_or(skeleton)
}

/// Whether a part stands for origin or family, of which one person may have several.
fn is_tail(part: &PreparedPart) -> bool {
    matches!(
        part.part.class,
        PartClass::Nisba | PartClass::Tribe | PartClass::AlHouse | PartClass::Family
    )
}

/// Whether a part is Abu X or Umm X, which may stand before the own name.
fn is_kunya(part: &PreparedPart) -> bool {
    matches!(part.part.skeleton.first(), Some(b'P' | b'U'))
}

/// Whether a name begins with Muhammad before the name that its bearer goes by (Muhammad Zafar
/// Iqbal): given for the blessing, in speech and on papers it is left out. So are Maria, José and Jean (Maria Fernanda Costa).
fn is_blessing(parts: &[PreparedPart]) -> bool {
    match parts {
        [first, second, _, ..] => {
            let is_given = first.part.skeleton.as_slice() == b"MHMD"
                || DEVOTIONS.contains(&first.part.latin.as_str());
            is_given && !second.is_marked_father()
        }
        _ => false,
    }
}

/// Own names of Catholics that stand before the one a bearer goes by.
const DEVOTIONS: [&str; 4] = ["jean", "jose", "maria", "marie"];

/// Whether nothing may answer to a part: a title as often as a name, a name of Vietnam that is a particle elsewhere.
#[must_use]
pub fn may_stand_alone(name: &PreparedName, part: &PreparedPart) -> bool {
    part.part.class == PartClass::AmbiguousTitle || vietnamese::is_particle_elsewhere(name, part)
}

/// Whether a part is a title as often as a name, or a particle of the other name.
pub(super) fn stands_alone(
    (name, part): (&PreparedName, &PreparedPart),
    other: &PreparedName,
) -> bool {
    part.part.class == PartClass::AmbiguousTitle || vietnamese::is_particle_of((name, part), other)
}

/// Tells the parts that stand alone; they cost nothing.
pub(super) fn tell_what_stands_alone(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
) {
    let stands = |name: &PreparedName, other: &PreparedName, at: u8| {
        part(&name.informative, at).is_some_and(|part| stands_alone((name, part), other))
    };
    for &at in alignment.party_left.iter().filter(|&&at| stands(party, entry, at)) {
        tally.add(NameReason::PartyAlone(at), Weight::ZERO);
    }
    for &at in alignment.entry_left.iter().filter(|&&at| stands(entry, party, at)) {
        tally.add(NameReason::EntryAlone(at), Weight::ZERO);
    }
}

/// Whether the own names of two people may agree though nothing answers to the first part of this name:
/// a kunya, a title, a name given for the blessing.
#[must_use]
pub fn may_lack_own_name(name: &PreparedName) -> bool {
    let may_stand_alone =
        |part: &PreparedPart| is_kunya(part) || part.part.class == PartClass::AmbiguousTitle;
    name.informative.first().is_none_or(may_stand_alone)
        || is_blessing(&name.informative)
        || order::begins_with_father(name)
        || is_behind_another(name)
        || vietnamese::may_lack_first(name)
}

/// Whether a name of East Asia stands behind a Western one, which no character writes and many leave out: Joshua Wong Chi-fung.
fn is_behind_another(name: &PreparedName) -> bool {
    match name.informative.as_slice() {
        [first, family, ..] => first.syllables.is_none() && !family.syllables.is_none(),
        _ => false,
    }
}

/// Whether a name is in characters, or a family and two syllables: such names stand without the Western one before them,
/// Tang Wing Tong for David Tang Wing Tong.
fn is_whole_of_east_asia(name: &PreparedName) -> bool {
    matches!(name.script, Script::Han | Script::Hangul)
        || name.informative.len() >= 3
            && name.informative.iter().all(|part| !part.syllables.is_none())
}

fn own_name(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    left: &Leftover,
) -> OwnName {
    let alone = |left: &[u8], name: &PreparedName, other: &PreparedName, other_left: &[u8]| {
        let is_western =
            is_whole_of_east_asia(other) && other_left.is_empty() && is_behind_another(name);
        let may_stand_alone = is_western
            || vietnamese::is_middle_alone(name, other, other_left)
            || is_blessing(&name.informative)
            || order::begins_with_father(name)
            || part(&name.informative, 0).is_some_and(is_kunya);
        left.first() == Some(&0) && !may_stand_alone
    };
    let party_alone = alone(&left.party, party, entry, &left.entry);
    let entry_alone = alone(&left.entry, entry, party, &left.party);
    match (party_alone, entry_alone) {
        (true, true) => OwnName::Differs,
        (true, false) | (false, true) => OwnName::Missing,
        (false, false) if is_another_son(party, entry, alignment, left) => OwnName::Differs,
        (false, false) => OwnName::Agrees,
    }
}

/// Whether the chain is told in an order that makes the father the son: any order but that of a
/// family name put first, or a swap where both names mark the father or a grandfather stands behind.
fn is_another_son(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    left: &Leftover,
) -> bool {
    let own_pair = |pair: &Pair| pair.party == 0 && pair.entry == 0;
    if alignment.pairs.iter().any(own_pair) {
        return false;
    }
    // "bin Marwan Bilal" begins with its last block: it is no son of Bilal
    let marked = |name: &PreparedName| {
        let mut marks = name.informative.iter().map(PreparedPart::is_marked_father);
        marks.next() == Some(false) && marks.any(|marked| marked)
    };
    match alignment.order {
        OrderRelation::Permuted => true,
        OrderRelation::Swapped => {
            marked(party) && marked(entry)
                || order::begins_with_father(party) && order::begins_with_father(entry)
                || is_before_grandfather(party, entry, alignment, left)
        }
        OrderRelation::Same | OrderRelation::FamilyFirst => false,
    }
}

/// Whether two swapped parts begin both names and one name goes on behind them: the first of the two is then an
/// own name there, and the second its father's (Warsame Jimale Guled / Jimale Warsame). Not where one of them is
/// a family's or a place's name, which may stand anywhere.
fn is_before_grandfather(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    left: &Leftover,
) -> bool {
    let goes_on = |place: fn(&Pair) -> u8, left: &[u8]| {
        let places = || alignment.pairs.iter().map(place);
        let last = places().max().unwrap_or(0);
        (places().any(|at| at == 0), left.iter().any(|&at| at > last))
    };
    let (party_begins, party_goes_on) = goes_on(|pair| pair.party, &left.party);
    let (entry_begins, entry_goes_on) = goes_on(|pair| pair.entry, &left.entry);
    party_begins
        && entry_begins
        && (party_goes_on || entry_goes_on)
        && is_chain(party, entry, alignment)
}

/// Whether the own names agree and the men behind them are told in another order, which is fixed: both
/// names mark fathers or are chains. What a family or a place is called may stand anywhere.
fn is_another_chain(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    let marked = |name: &PreparedName| name.informative.iter().any(PreparedPart::is_marked_father);
    let is_chain = |name: &PreparedName| name.informative.len() >= CHAIN;
    let moves = |name: &PreparedName, at: u8| part(&name.informative, at).is_some_and(may_move);
    let moved = |pair: &&Pair| {
        let before = |other: &&Pair| other.entry < pair.entry;
        let place = alignment.pairs.iter().position(|other| other.party == pair.party);
        place != Some(alignment.pairs.iter().filter(before).count())
    };
    alignment.order == OrderRelation::Permuted
        && (marked(party) && marked(entry) || is_chain(party) && is_chain(entry))
        && !alignment
            .pairs
            .iter()
            .filter(moved)
            .any(|pair| moves(party, pair.party) || moves(entry, pair.entry))
}

/// Particles that stand before a family's name or between two.
const PARTICLES_OF_FAMILIES: [&str; 6] = ["y", "de", "del", "delos", "van", "von"];

/// Whether a part is no man of the chain: a family's or a place's name, by its class or by the particle
/// beside it (Ramirez Trinidad / Trinidad y Ramirez), or a title.
fn may_move(part: &PreparedPart) -> bool {
    let [before, after] = part.particles();
    is_tail(part)
        || part.part.class == PartClass::AmbiguousTitle
        || PARTICLES_OF_FAMILIES.contains(&before)
        || after == "y"
}
