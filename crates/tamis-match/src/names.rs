//! What a pair of names adds up to: the weights of its parts, of its order and of what is left over.

mod koreans;
mod most;
mod persons;
mod tally;
mod things;

pub(crate) use most::{may_agree_otherwise, may_weigh_more};

use koreans::ThroughChinese;
use tally::Tally;

pub use persons::{may_lack_own_name, may_stand_alone};
pub use things::ACRONYM_LETTERS;

use smallvec::SmallVec;
use tamis_model::{Ceiling, NameGrade, OrderRelation, PartRelation, PartRole, PartyKind, Weight};
use tamis_text::PartClass;

use crate::alignment::{Alignment, Pair, Places, align, scaled};
use crate::curve::ANCHOR;
use crate::meetings::{Meetings, MeetingsOfNames};
use crate::policy::{Policy, WeakAliases};
use crate::record::{PreparedName, PreparedPart};

/// One reason inside a pair of names, before it is told: indexes instead of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameReason {
    /// The pair of this index of the alignment.
    Pair(u8),
    /// A part of the party's side that the entry leaves out.
    PartyAlone(u8),
    /// A part of the entry's side that the party leaves out.
    EntryAlone(u8),
    /// Two leftover parts that face each other: party's, entry's.
    Contradiction(u8, u8),
    /// An initial among the party's other parts, and the entry's part that it fits (or the reverse).
    InitialFits(InitialSide, u8, u8),
    /// The same initial on both sides: indexes among the party's and the entry's other parts.
    InitialsAgree(u8, u8),
    /// Two initials that face each other and are different letters, told in the same way.
    InitialsDiffer(u8, u8),
    /// An initial that nothing answers to: index among the other parts of its side.
    InitialAlone(InitialSide, u8),
    /// The order.
    Order,
    /// All parts agree.
    AllPartsAgree,
    /// All parts of the shorter name are in the longer one.
    ShorterNameContained,
    /// All parts agree but a nisba or a tribe each, of which one person may bear two.
    AllButOrigin,
    /// A ceiling that binds.
    Ceiling(Ceiling),
}

/// Which side has the initial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InitialSide {
    /// The party's: index among its other parts; then the entry's informative part.
    Party,
    /// The entry's: index among its other parts; then the party's informative part.
    Entry,
}

/// What the own names say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnName {
    /// They agree, or the kind of thing has none.
    Agrees,
    /// One side lacks it.
    Missing,
    /// They differ.
    Differs,
}

/// Whether parts of the two names face each other and differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conflict {
    /// None do.
    None,
    /// A second nisba, a tribe for a father, one part in the middle: one person may bear both.
    Soft,
    /// Father against father: another person.
    Hard,
}

/// What is known of a pair of names beside its sum; classes are given by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameFacts {
    /// Units that agree.
    pub agreeing: u8,
    /// Every informative part of the entry's name is met.
    pub entry_covered: bool,
    /// Every informative part of the party's name is met.
    pub party_covered: bool,
    /// The own names.
    pub own_name: OwnName,
    /// Parts that face each other.
    pub conflict: Conflict,
    /// All parts of both names agree, by relations that are no edits.
    pub all_agree: bool,
    /// The parts that agree make a full name: in order, and three of them, or near ones, or two that earn
    /// much though they are only alike.
    pub clear: bool,
    /// Nothing is contradicted, the parts that agree earn nearly all that equal ones would, and the order
    /// names no other man: what a birth date in conflict does not take below the threshold.
    pub steady: bool,
    /// One of the names is weak by its shape or a single low-grade word.
    pub weak: bool,
    /// The parts that agree are common: the sum needed the lift to reach the anchor, or each is one of the two hundred
    /// commonest.
    pub common: bool,
}

impl NameFacts {
    /// Whether all parts of one side are met, the own names agree and nothing is contradicted.
    #[must_use]
    pub fn is_full(&self) -> bool {
        (self.entry_covered || self.party_covered)
            && self.own_name == OwnName::Agrees
            && self.conflict == Conflict::None
    }
}

/// Reasons with their weights; most names have fewer than twelve.
pub type Reasons = SmallVec<[(NameReason, Weight); 12]>;

/// What a pair of names adds up to.
#[derive(Debug, Clone)]
pub struct NameResult {
    /// The alignment.
    pub alignment: Alignment,
    /// Reasons with their weights; the sum is theirs.
    pub reasons: Reasons,
    /// The sum.
    pub sum: Weight,
    /// Facts for the class.
    pub facts: NameFacts,
}

/// Weighs a pair of names; none when no two parts meet.
#[must_use]
pub fn weigh(
    party: &PreparedName,
    entry: &PreparedName,
    kind: PartyKind,
    policy: &Policy,
) -> Option<NameResult> {
    let mut meetings = Meetings::new();
    meetings.compare(std::slice::from_ref(party), std::slice::from_ref(entry));
    weigh_met(party, entry, meetings.of_names(0, 0), kind, policy)
}

/// The same where it is known how their parts meet.
pub(crate) fn weigh_met(
    party: &PreparedName,
    entry: &PreparedName,
    meetings: MeetingsOfNames<'_>,
    kind: PartyKind,
    policy: &Policy,
) -> Option<NameResult> {
    if !matches!(kind, PartyKind::Person | PartyKind::Unknown) {
        return things::weigh(party, entry, meetings, policy);
    }
    let mut alignment = align(party, entry, meetings)?;
    alignment.order = persons::settled(party, entry, &alignment);
    let mut tally = Tally::default();
    for (index, pair) in (0..).zip(&alignment.pairs) {
        tally.add(NameReason::Pair(index), pair.weight);
    }
    let left = Leftover::of(party, entry, &alignment);
    // a title on one side is no part that is missing on the other
    let (party_covered, entry_covered) = (left.party.is_empty(), left.entry.is_empty());
    let (own_name, mut conflict) =
        persons::weigh(&mut tally, party, entry, &alignment, left, &policy.names);
    let mut agreeing = agreeing(&alignment);
    if !party_covered && !entry_covered && is_one_compound(party, entry, &alignment) {
        agreeing = 1;
    }
    match ThroughChinese::of(party, entry, &alignment, party_covered && entry_covered) {
        ThroughChinese::No => {}
        ThroughChinese::InPart => conflict = Conflict::Hard,
        ThroughChinese::Whole => agreeing = agreeing.max(koreans::SYLLABLES),
    }
    let mut facts = NameFacts {
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
    lift_or_hold(&mut tally, party, entry, &alignment, &mut facts, policy);
    persons::tell_what_stands_alone(&mut tally, party, entry, &alignment);
    Some(NameResult { alignment, sum: tally.sum, reasons: tally.reasons, facts })
}

/// Parts that no part answers to, without those that may stand alone (title words, particles of the other name).
struct Leftover {
    party: Places,
    entry: Places,
}

impl Leftover {
    fn of(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> Self {
        let of = |left: &Places, name: &PreparedName, other: &PreparedName| {
            let counts = |at: u8| {
                let part = part(&name.informative, at);
                part.is_some_and(|part| !persons::stands_alone((name, part), other))
            };
            left.iter().copied().filter(|&at| counts(at)).collect()
        };
        Self {
            party: of(&alignment.party_left, party, entry),
            entry: of(&alignment.entry_left, entry, party),
        }
    }
}

fn part(parts: &[PreparedPart], at: u8) -> Option<&PreparedPart> {
    parts.get(usize::from(at))
}

/// Units that agree; two names of the same letters agree in as many as the one with more words has.
fn agreeing(alignment: &Alignment) -> u8 {
    let whole = alignment.party_left.is_empty() && alignment.entry_left.is_empty();
    match alignment.pairs.as_slice() {
        [all] if whole => all.party_length.max(all.entry_length),
        pairs => u8::try_from(pairs.len()).unwrap_or(u8::MAX),
    }
}

/// Whether all that agrees is one name in two words, a servant of somebody or the grace of God: Ghulam Hussain of two families.
fn is_one_compound(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    let is_head = |name: &PreparedName, at: u8| {
        part(&name.informative, at)
            .is_some_and(|part| HEADS_OF_ONE_NAME.contains(&&*part.part.latin))
    };
    match alignment.pairs.as_slice() {
        [head, rest] => {
            rest.party == head.party + 1
                && rest.entry == head.entry + 1
                && is_head(party, head.party)
                && is_head(entry, head.entry)
        }
        _ => false,
    }
}

/// Ghulam and Fazl as they are spelled, and as Arabic letters are romanised.
const HEADS_OF_ONE_NAME: [&str; 11] =
    ["fadhl", "fadl", "fazal", "fazl", "fdl", "fzl", "ghlam", "gholam", "ghulam", "golam", "gulam"];

/// A name that identifies little by itself: a kunya or nisba alone, or one word of low grade.
fn is_weak(party: &PreparedName, entry: &PreparedName) -> bool {
    entry.is_weak_shape()
        || party.is_weak_shape()
        || entry.is_acronym()
        || party.is_acronym()
        || (entry.grade == NameGrade::Weak && entry.informative.len() == 1)
}

/// Lifts names that agree to what the rules promise; holds those below the threshold that the rules
/// let corroborate only.
fn lift_or_hold(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    facts: &mut NameFacts,
    policy: &Policy,
) {
    let weights = &policy.names;
    if facts.own_name != OwnName::Agrees {
        return tally.hold(Ceiling::OwnName, weights.own_name_ceiling);
    }
    let rests_on_initials = tally.rests_on_initials(party, entry);
    let is_one_word = facts.agreeing <= 1 && !rests_on_initials;
    if persons::are_two_generations(party, entry) {
        facts.conflict = Conflict::Hard;
        if !is_one_word {
            return tally.hold(Ceiling::GenerationDiffers, weights.father_ceiling);
        }
    }
    if facts.conflict == Conflict::Hard {
        // a compound that is another name costs nothing by itself, and one word must not weigh more for it
        if is_one_word && weights.one_word_ceiling < weights.father_ceiling {
            return tally.hold(Ceiling::WeakName, weights.one_word_ceiling);
        }
        return tally.hold(Ceiling::FatherDiffers, weights.father_ceiling);
    }
    if !may_alert_alone(party, entry, policy) {
        return tally.hold(Ceiling::WeakName, weights.own_name_ceiling);
    }
    let all_firm = alignment.pairs.iter().all(|pair| pair.meeting.is_firm());
    let firm = facts.conflict == Conflict::None && all_firm;
    let is_near = |pair: &Pair| is_near(full(party, entry, pair), pair.weight);
    let near = alignment.pairs.iter().all(is_near);
    let in_order = match alignment.order {
        OrderRelation::Same => true,
        OrderRelation::FamilyFirst => !persons::is_chain(party, entry, alignment),
        OrderRelation::Swapped | OrderRelation::Permuted => false,
    };
    let whole = facts.entry_covered && facts.party_covered;
    let rotated = whole && alignment.order == OrderRelation::FamilyFirst;
    let enough = near || facts.agreeing > 2 || tally.sum >= weights.full_name;
    facts.clear = (in_order || rotated) && enough;
    facts.steady = firm && near && in_order;
    // what an order takes that few write no rule gives back
    let may_lift = alignment.order != OrderRelation::Permuted;
    facts.all_agree = firm
        && whole
        && may_lift
        && !is_merely_alike(party, entry, alignment)
        && alignment.pairs.iter().all(|pair| {
            pair.meeting.bears_lifting() || full(party, entry, pair) >= weights.part_ceiling
        });
    let is_common = |pair: &Pair| pair.weight <= weights.common;
    let are_common = alignment.pairs.iter().all(is_common);
    if facts.all_agree {
        facts.common = tally.lift(NameReason::AllPartsAgree, ANCHOR) || are_common;
        return;
    }
    let initials_do = rests_on_initials && !alignment.pairs.iter().any(is_common);
    let unopposed = may_lift && facts.conflict == Conflict::None;
    let is_sure = !(rests_on_initials || has_initial(alignment))
        || alignment.pairs.iter().all(|pair| is_known_spelling(party, entry, pair));
    if near && unopposed && is_sure && (whole || initials_do) {
        // Vajiralongkron; V. Putin: a letter of many, an initial, and nothing else in the way
        let reason = match tally.has_alone() {
            true => NameReason::ShorterNameContained,
            false => NameReason::AllPartsAgree,
        };
        facts.common = tally.lift(reason, ANCHOR) || are_common;
        return;
    }
    let near_in_order = all_firm && near && in_order && facts.agreeing >= 2;
    if near_in_order && unopposed && differ_in_tribes_alone(party, entry, alignment) {
        // Ahmed Jan Wazir, Ahmed Jan Kuchi: a tribe is optional, and another one contradicts nobody
        facts.common = tally.lift(NameReason::AllButOrigin, ANCHOR) || are_common;
        return;
    }
    if is_one_word {
        // Yusuf beside Yusuf Hamdan: one word fits half a register, whatever the dates say
        return tally.hold(Ceiling::WeakName, weights.one_word_ceiling);
    }
    if !near_in_order {
        return;
    }
    let covered = facts.entry_covered || facts.party_covered;
    let reason = if covered && facts.conflict == Conflict::None {
        NameReason::ShorterNameContained
    } else if tally.differ_in_nisbas_alone(party, entry) {
        NameReason::AllButOrigin
    } else {
        return;
    };
    let least = if are_common { policy.names_floor } else { ANCHOR };
    facts.common = tally.lift(reason, least) || are_common;
}

/// Whether an initial stands for a part of the other name.
fn has_initial(alignment: &Alignment) -> bool {
    alignment.pairs.iter().any(|pair| pair.meeting.relation == PartRelation::Initial)
}

/// Whether two parts are more than alike within one script: Rasul M. is no Raúl Múgica, and Mourad E. is Mourat Esad.
fn is_known_spelling(party: &PreparedName, entry: &PreparedName, pair: &Pair) -> bool {
    let parts = part(&party.informative, pair.party).zip(part(&entry.informative, pair.entry));
    pair.meeting.relation != PartRelation::Transliteration
        || parts.is_some_and(|(one, other)| {
            one.part.script != other.part.script || one.part.skeleton == other.part.skeleton
        })
}

/// Whether all that names share is one word, of other consonants and no nearer than words may be by chance: Rachman, Rahmat.
fn is_merely_alike(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    let [only] = alignment.pairs.as_slice() else { return false };
    let parts = part(&party.informative, only.party).zip(part(&entry.informative, only.entry));
    !only.meeting.is_spelling()
        && parts.is_some_and(|(one, other)| one.part.skeleton != other.part.skeleton)
}

/// Whether a tribe of each name is all that no part answers to.
fn differ_in_tribes_alone(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
) -> bool {
    let is_tribe = |name: &PreparedName, left: &Places| match left.as_slice() {
        [only] => {
            part(&name.informative, *only).is_some_and(|part| part.part.class == PartClass::Tribe)
        }
        _ => false,
    };
    is_tribe(party, &alignment.party_left) && is_tribe(entry, &alignment.entry_left)
}

/// What each part of a shorter name must earn of its rarity to be contained in the longer one, in
/// thousandths: equal, a known variant, or a spelling as near as those.
const CONTAINED_SHARE: i32 = 850;

/// Whether a pair that earns `weight` earns enough of what equal parts would, `full`, for one name to be contained
/// in the other.
#[must_use]
pub fn is_near(full: Weight, weight: Weight) -> bool {
    scaled(full, CONTAINED_SHARE) <= weight
}

/// What a pair would earn if its parts were equal.
fn full(party: &PreparedName, entry: &PreparedName, pair: &Pair) -> Weight {
    let full = |name: &PreparedName, at: u8, length: u8| {
        let run = name.informative.iter().skip(usize::from(at)).take(usize::from(length));
        run.map(|part| part.rarity).sum::<Weight>()
    };
    full(party, pair.party, pair.party_length).min(full(entry, pair.entry, pair.entry_length))
}

/// Whether names of these shapes and this grade are a hit when they agree in all parts.
fn may_alert_alone(party: &PreparedName, entry: &PreparedName, policy: &Policy) -> bool {
    if entry.is_acronym() || party.is_acronym() {
        return false;
    }
    let alerts = policy.weak_aliases == WeakAliases::Alert;
    if entry.is_weak_shape() || party.is_weak_shape() {
        return alerts;
    }
    match strong_parts(entry) {
        // one word of low grade (Yusuf, Hamza) fits half a register of births
        0 | 1 => entry.grade != NameGrade::Weak,
        _ => true,
    }
}

/// Informative parts that are neither title words nor weak words.
fn strong_parts(name: &PreparedName) -> usize {
    let strong = |part: &&PreparedPart| {
        part.part.class != PartClass::AmbiguousTitle && part.role != PartRole::Weak
    };
    name.informative.iter().filter(strong).count()
}
