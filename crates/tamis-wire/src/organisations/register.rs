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

/// The answer for a terminal.
#[must_use]
pub fn register_text(
    style: TerminalStyle,
    knowledge: &Knowledge,
    answer: &RegisterAnswer<'_>,
) -> String {
    let mut page = Page::new(style, knowledge);
    page.organisation(answer.organisation, answer.day);
    for standing in Standing::ALL {
        let found: Vec<&JurisdictionAnswer<'_>> =
            answer.jurisdictions.iter().filter(|one| one.standing == standing).collect();
        if found.is_empty() {
            continue;
        }
        let codes: Vec<JurisdictionCode> = found.iter().map(|one| one.jurisdiction.code).collect();
        page.heading(&format!("{}: {}", standing_words(standing, answer.day), joined(&codes)));
        if standing != Standing::NothingOnFile {
            found.into_iter().for_each(|one| jurisdiction(&mut page, one, answer.day));
        }
    }
    for claim in &answer.claims {
        compared(&mut page, claim);
    }
    page.line(0, "");
    page.line(0, "A designation says that a designation exists. It is of an organisation, and never passes to a person.");
    page.end(None)
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
        if let Coverage::ThroughRegime(_) | Coverage::ThroughOther(_) = act.act.coverage {
            let through = match &act.act.coverage {
                Coverage::ThroughRegime(regime) => regime.to_string(),
                Coverage::ThroughOther(words) => page.name(words),
                Coverage::Own => String::new(),
            };
            page.line(3, &format!("through {through}"));
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
