//! Which forms of a group license each other.
//!
//! A group is wider than a name: Michael, Michel, Michał and Mikhail are one item, the readings of a
//! Chinese character are a dozen names. So each form of another script than Latin is a *hub*: it
//! joins the Latin forms that spell it, judged by their consonants. Two Latin forms are variants if
//! one hub with letters for sounds joins them; a hub of Chinese characters, whose readings can't be
//! judged, joins across scripts only.

use std::collections::BTreeSet;

use tamis_match::lexicon::Kind;
use tamis_match::meeting::{self, meet};
use tamis_text::Script;
use tamis_text::distance::optimal_string_alignment;

use super::forms::Form;
use super::romanisation;

/// Forms that license each other as the kind says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Set {
    /// What sharing the set licenses.
    pub(super) kind: Kind,
    /// The folded forms.
    pub(super) forms: BTreeSet<String>,
}

/// How a script writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    Latin,
    /// An alphabet, abjad or abugida: letters for sounds, by one's own tradition.
    Letters,
    /// Kana, Hangul.
    Syllables,
    /// Chinese characters.
    Characters,
}

fn writing(script: Script) -> Writing {
    match script {
        Script::Latin => Writing::Latin,
        Script::Kana | Script::Hangul => Writing::Syllables,
        Script::Han => Writing::Characters,
        _ => Writing::Letters,
    }
}

/// The sets that a group gives.
pub(super) fn sets(group: &[Form]) -> Vec<Set> {
    let mut sets = Vec::new();
    let readings = readings(group);
    let distinct = readings == Readings::No;
    for hub in group.iter().filter(|form| writing(form.script) == Writing::Syllables) {
        // forms that romanisation alone tells to be the same need no other hub
        let latin = latin(group, |form| romanisation::agrees(&form.latin, hub.script, &hub.latin));
        let all: Vec<&Form> = latin.collect();
        push(Kind::Spelling, &all, |_, _| true, &mut sets);
    }
    letters(group, distinct, &mut sets);
    if distinct {
        across(group, &mut sets);
    }
    east_asian(group, readings, &mut sets);
    sets
}

/// Whether a group is a Chinese character or name with its readings, which are different names
/// whose consonants may agree by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Readings {
    No,
    /// Of one language or two.
    Few,
    /// Of all that ever wrote with Chinese characters.
    Many,
}

fn readings(group: &[Form]) -> Readings {
    let characters = |length: usize| {
        group.iter().any(|form| {
            writing(form.script) == Writing::Characters && form.folded.chars().count() <= length
        })
    };
    let skeletons: BTreeSet<&[u8]> = latin(group, |_| true).map(|form| &*form.skeleton).collect();
    if characters(3) && skeletons.len() > 4 {
        Readings::Many
    } else if characters(1) {
        Readings::Few
    } else {
        Readings::No
    }
}

fn latin<'g>(
    group: &'g [Form],
    chosen: impl Fn(&Form) -> bool + 'g,
) -> impl Iterator<Item = &'g Form> + 'g {
    group.iter().filter(move |form| form.script == Script::Latin && chosen(form))
}

/// A set a hub in letters: the Latin forms that spell it closely; hubs with the same Latin forms
/// are one.
fn letters(group: &[Form], distinct: bool, sets: &mut Vec<Set>) {
    let mut hubs: Vec<(Vec<&Form>, Vec<&Form>)> = Vec::new();
    for hub in group.iter().filter(|form| writing(form.script) == Writing::Letters) {
        let close = |form: &Form| {
            if distinct { spells(form, hub) } else { form.skeleton == hub.skeleton }
        };
        let latin: Vec<&Form> = latin(group, close).collect();
        match hubs.iter_mut().find(|(_, other)| {
            other.iter().map(|form| &form.folded).eq(latin.iter().map(|form| &form.folded))
        }) {
            Some((same, _)) => same.push(hub),
            None => hubs.push((vec![hub], latin)),
        }
    }
    let kind = if distinct { Kind::Spelling } else { Kind::AcrossScripts };
    for (hubs, latin) in hubs {
        let all: Vec<&Form> = hubs.into_iter().chain(latin).collect();
        let licensed = |one: &Form, other: &Form| {
            one.script != other.script || (distinct && one.script == Script::Latin)
        };
        push(kind, &all, licensed, sets);
    }
}

/// The set of a form in Arabic letters and Latin forms of several groups that spell it: of those that meet some other
/// less than by the lexicon.
pub(super) fn of_native(forms: &[&Form]) -> Option<Set> {
    let floor = meeting::ONE_NATIVE.weight(meeting::JOINING);
    let meets_anyway = |one: &Form, other: &Form| {
        let met = meet(&one.as_compared(), &other.as_compared());
        met.is_some_and(|met| met.is_firm() && met.weight(meeting::JOINING) >= floor)
    };
    let helped = |one: &&Form| forms.iter().any(|other| !meets_anyway(one, other));
    let helped = forms.iter().copied().filter(helped);
    let forms: BTreeSet<String> = helped.map(|form| form.folded.clone()).collect();
    (forms.len() > 1).then_some(Set { kind: Kind::OneNative, forms })
}

/// Letters against letters of another script whose consonants agree less closely: spelling by the
/// eye against spelling by the ear (Gauthier, Готье).
fn across(group: &[Form], sets: &mut Vec<Set>) {
    for hub in group.iter().filter(|form| writing(form.script) == Writing::Letters) {
        let latin = latin(group, |form| !spells(form, hub) && resembles(form, hub));
        let all: Vec<&Form> = std::iter::once(hub).chain(latin).collect();
        push(Kind::AcrossScripts, &all, |one, other| one.script != other.script, sets);
    }
}

/// Chinese characters, kana and Hangul against Latin. Among many readings, kana and Hangul belong to
/// some of the Latin forms alone, which romanisation tells.
fn east_asian(group: &[Form], readings: Readings, sets: &mut Vec<Set>) {
    let members: Vec<&Form> = group
        .iter()
        .filter(|form| match writing(form.script) {
            Writing::Letters => false,
            // Haji is not to be read in 土師, nor Jan in 陳
            Writing::Latin => !form.tie_word,
            Writing::Syllables => readings != Readings::Many,
            Writing::Characters => true,
        })
        .collect();
    let latin = |form: &Form| form.script == Script::Latin;
    push(Kind::AcrossScripts, &members, |one, other| latin(one) != latin(other), sets);
}

/// Adds the set of those members that a licence helps: without it they would not meet.
fn push(
    kind: Kind,
    members: &[&Form],
    licensed: impl Fn(&Form, &Form) -> bool,
    sets: &mut Vec<Set>,
) {
    let helped = |one: &&&Form| {
        members.iter().any(|other| {
            one.folded != other.folded && licensed(one, other) && !meets_anyway(one, other)
        })
    };
    let forms: BTreeSet<String> =
        members.iter().filter(helped).map(|form| form.folded.clone()).collect();
    if forms.len() > 1 {
        sets.push(Set { kind, forms });
    }
}

/// Three consonant classes that agree, or the same romanisation, earn nearly as much as the lexicon.
fn meets_anyway(one: &Form, other: &Form) -> bool {
    let skeletons = one.skeleton == other.skeleton;
    skeletons && (one.skeleton.len() >= 3 || (one.skeleton.len() == 2 && one.latin == other.latin))
}

/// Whether a Latin form spells a hub: the same consonant classes, or one edit where there are enough.
pub(crate) fn spells(form: &Form, hub: &Form) -> bool {
    let shorter = form.skeleton.len().min(hub.skeleton.len());
    // a sound more or less makes another name sooner than a like one does (Zlata, Zlatan, Zlatko)
    let least = if form.skeleton.len() == hub.skeleton.len() { 3 } else { 4 };
    form.skeleton == hub.skeleton || (shorter >= least && within(form, hub, 1))
}

/// Whether a form may be a spelling of a hub in a tradition of its own.
fn resembles(form: &Form, hub: &Form) -> bool {
    let shorter = form.skeleton.len().min(hub.skeleton.len());
    within(form, hub, if shorter < 4 { 1 } else { 2 })
}

fn within(one: &Form, other: &Form, edits: u32) -> bool {
    !ends_apart(one, other)
        && optimal_string_alignment(&one.skeleton, &other.skeleton, edits).is_some()
}

/// Whether one ends in n and the other in another sound: Mikhailovna is not Mikhailovich.
fn ends_apart(one: &Form, other: &Form) -> bool {
    let ends_in_n = |form: &Form| form.skeleton.last() == Some(&b'N');
    one.skeleton.len() == other.skeleton.len() && ends_in_n(one) != ends_in_n(other)
}
