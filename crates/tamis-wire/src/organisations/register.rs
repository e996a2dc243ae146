//! The register for a terminal: who designated an organisation on a day, by what, since when, and what is missing.

use tamis_dossier::register::{
    ActAnswer, ActStatus, ClaimCompared, JurisdictionAnswer, RegisterAnswer, Standing,
};
use tamis_dossier::{
    ActFact, Coverage, Holding, JurisdictionCode, Knowledge, Origin, RegimeFact, RegimeField,
    RegimeId,
};
use tamis_model::CivilDate;

use super::phrases::Page;
use crate::terminal::{TerminalStyle, Tone};

/// What a standing is called, with or without a day.
fn standing_words(standing: Standing, day: Option<CivilDate>) -> &'static str {
    match standing {
        Standing::Own => "designated by an act of its own",
        Standing::Through => "only through another designation",
        Standing::Perhaps => "perhaps: the dates on file do not tell",
        Standing::Undated if day.is_some() => {
            "an act whose day is not on file: nobody can tell whether it was in force"
        }
        Standing::Undated => "designated, on a day that is not on file",
        Standing::NotYet => "later",
        Standing::Ended => "ended",
        Standing::NothingOnFile => "nothing on file",
    }
}

/// How much of the register is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterDetail {
    /// One line a jurisdiction.
    Line,
    /// That line, and each act with its facts, rights and remedies.
    Acts,
}

/// The answer for a terminal.
#[must_use]
pub fn register_text(
    style: TerminalStyle,
    knowledge: &Knowledge,
    answer: &RegisterAnswer<'_>,
    detail: RegisterDetail,
) -> String {
    let mut page = Page::new(style, knowledge);
    page.organisation(answer.organisation, answer.day);
    let standings = || {
        Standing::ALL.into_iter().filter_map(|standing| {
            let stands = answer.jurisdictions.iter().filter(|one| one.standing == standing);
            let found: Vec<&JurisdictionAnswer<'_>> = stands.collect();
            (!found.is_empty()).then_some((standing, found))
        })
    };
    for (standing, found) in standings() {
        let codes: Vec<JurisdictionCode> = found.iter().map(|one| one.jurisdiction.code).collect();
        page.heading(&format!("{}: {}", standing_words(standing, answer.day), joined(&codes)));
        let rows: Vec<Vec<String>> =
            found.iter().filter_map(|one| in_one_line(&page, one)).collect();
        page.rows(1, &rows);
    }
    if detail == RegisterDetail::Acts {
        for (standing, found) in standings() {
            if standing != Standing::NothingOnFile {
                page.heading(&format!("acts: {}", standing_words(standing, answer.day)));
                found.into_iter().for_each(|one| jurisdiction(&mut page, one, answer.day));
            }
        }
    }
    for claim in &answer.claims {
        compared(&mut page, claim);
    }
    page.line(0, "");
    page.line(0, "A designation says that a designation exists. It is of an organisation, and never passes to a person.");
    if detail == RegisterDetail::Line {
        page.line(0, "--details shows each act with its facts, rights and remedies.");
    }
    page.end(None)
}

/// The act by which a jurisdiction stands as it does: code, kind of date and day, the short name of the law,
/// through what.
fn in_one_line(page: &Page<'_>, one: &JurisdictionAnswer<'_>) -> Option<Vec<String>> {
    let act = one.acts.iter().find(|act| act.standing() == one.standing)?;
    let fact = act.since.first();
    let kind = fact.and_then(|fact| fact.kind).map(tamis_dossier::DateKind::words);
    let mut dates: Vec<String> =
        act.since.iter().filter_map(|fact| Some(fact.date?.words())).collect();
    dates.dedup();
    let since = match kind {
        Some(kind) => format!("{kind} {}", dates.join(" or ")),
        None => "no day on file".to_owned(),
    };
    let facts = || act.regime.facts_of(RegimeField::Instrument);
    let law = facts().chain(act.regime.facts_of(RegimeField::List)).next();
    let law = law.map_or("", |fact| fact.value.split(';').next().unwrap_or_default());
    let through = through(page, &act.act.coverage);
    let until = act.act.until.map(|until| format!("until {until}"));
    let beside: Vec<String> = through.into_iter().chain(until).collect();
    Some(vec![one.jurisdiction.code.to_string(), since, page.name(law), beside.join(", ")])
}

/// Through what, where it is no act of its own.
fn through(page: &Page<'_>, coverage: &Coverage) -> Option<String> {
    match coverage {
        Coverage::ThroughRegime(regime) => Some(format!("through {regime}")),
        Coverage::ThroughOther(words) => Some(format!("through {}", page.name(words))),
        Coverage::Own => None,
    }
}

pub(super) fn joined(codes: &[JurisdictionCode]) -> String {
    let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
    if codes.is_empty() { "none".to_owned() } else { codes.join(", ") }
}

fn jurisdiction<'k>(page: &mut Page<'k>, one: &JurisdictionAnswer<'k>, day: Option<CivilDate>) {
    let code = page.style.text(&one.jurisdiction.code.to_string(), Tone::Strong);
    page.line(1, &format!("{code}  {}", one.jurisdiction.name));
    let mut described: Vec<&RegimeId> = Vec::new();
    for act in &one.acts {
        regime(page, act);
        if let Some(through) = through(page, &act.act.coverage) {
            page.line(3, &through);
        }
        for told in &act.act.facts {
            fact(page, told, day);
        }
        if let Some(followed) = act.followed {
            page.line(3, &format!("by the act {}", followed.id));
            for told in &act.since {
                fact(page, told, day);
            }
        }
        if let Some(until) = act.act.until {
            page.line(3, &format!("until {until}"));
        }
        if let Some(entry) = &act.act.entry {
            page.line(3, &format!("entry {entry}"));
        }
        // who objects needs this of what is in force, and once
        let in_force = !matches!(act.status, ActStatus::NotYet | ActStatus::Ended);
        if in_force && !described.contains(&&act.regime.id) {
            described.push(&act.regime.id);
            facts_of(page, act, RegimeField::Caveat, "rights: no caveat on file");
            facts_of(page, act, RegimeField::Remedy, "remedy: none on file");
        }
    }
}

/// Who, by which law, on which list.
fn regime<'k>(page: &mut Page<'k>, act: &ActAnswer<'k>) {
    let fields = [RegimeField::Authority, RegimeField::Instrument, RegimeField::List];
    let facts: Vec<&'k RegimeFact> =
        fields.into_iter().flat_map(|field| act.regime.facts_of(field)).collect();
    let told: Vec<String> = facts
        .into_iter()
        .map(|fact| {
            let cite = page.cited(&fact.basis, None);
            format!("{} {cite}", page.name(&fact.value))
        })
        .collect();
    let when = standing_of(act);
    page.line(2, &format!("{}{when}: {}", act.regime.id, told.join("; ")));
}

fn standing_of(act: &ActAnswer<'_>) -> &'static str {
    match act.status {
        ActStatus::InForce => "",
        ActStatus::Perhaps => " (perhaps)",
        ActStatus::Undated => " (no day on file)",
        ActStatus::NotYet => " (later)",
        ActStatus::Ended => " (ended)",
    }
}

fn fact<'k>(page: &mut Page<'k>, fact: &'k ActFact, day: Option<CivilDate>) {
    let later = match day.and_then(|day| Some(fact.date?.had_come(day))) {
        Some(Holding::NotYet) => "later: ",
        Some(Holding::Perhaps) => "perhaps: ",
        _ => "",
    };
    let kind = match (fact.kind, fact.date) {
        (Some(kind), _) => format!("{} ", kind.words()),
        (None, Some(_)) => "on ".to_owned(),
        (None, None) => String::new(),
    };
    let date = fact.date.map(tamis_dossier::ActDate::words).unwrap_or_default();
    let name = fact.name.as_ref().map(|name| format!("as {}", page.name(name)));
    let note = fact.note.as_ref().map(|note| page.name(note));
    let cite = page.cited(&fact.basis, None);
    let dated = Some(format!("{kind}{date}")).filter(|text| !text.trim().is_empty());
    let told: Vec<String> = [dated, name, note].into_iter().flatten().collect();
    let told = if told.is_empty() { "so stated".to_owned() } else { told.join(", ") };
    page.line(3, &format!("{later}{told}  {cite}"));
}

fn facts_of<'k>(page: &mut Page<'k>, act: &ActAnswer<'k>, field: RegimeField, none: &str) {
    let word = if field == RegimeField::Caveat { "rights" } else { "remedy" };
    let facts: Vec<&'k RegimeFact> = act.regime.facts_of(field).collect();
    if facts.is_empty() {
        page.line(3, none);
    }
    for fact in facts {
        let (value, cite) = (page.name(&fact.value), page.cited(&fact.basis, None));
        page.line(3, &format!("{word}: {value}  {cite}"));
    }
}

fn compared<'k>(page: &mut Page<'k>, claim: &ClaimCompared<'k>) {
    let attributed = match claim.statement.origin {
        Origin::Unattributed => "said, attributed to nobody",
        _ => "said",
    };
    let cite = page.cite(claim.statement);
    let named = claim.statement.proposition.words();
    page.heading(&format!("{attributed}: designated by {named}"));
    page.line(1, &format!("in {cite}"));
    page.line(1, &format!("borne out by an act of its own: {}", joined(&claim.borne_out)));
    if !claim.not_borne_out.is_empty() {
        page.line(1, &format!("not borne out: {}", joined(&claim.not_borne_out)));
    }
    page.line(1, &format!("left out, though with an act of its own: {}", joined(&claim.left_out)));
    for (words, codes) in [
        ("left out, covered through another designation", &claim.left_out_through),
        ("left out, with an act whose day is not on file", &claim.left_out_undated),
    ] {
        if !codes.is_empty() {
            page.line(1, &format!("{words}: {}", joined(codes)));
        }
    }
}
