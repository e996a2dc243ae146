//! Evidence in short words for people: rows with the two sides, a sign between them, the words and
//! the weight. Shared by the table and the comparison; the report has its own, in sentences.

use tamis_model::{
    Agreement, AlignedPart, DateFinding, DateRelation, Evidence, Finding, HitClass,
    IdentifierRelation, OrderRelation, PartRelation, Weight,
};

use crate::terminal::{TerminalStyle, Tone, cell, width_of};

/// Other pairs of names that are shown; the rest is counted.
const OTHER_NAMES_SHOWN: usize = 2;

/// Cells wider than this are cut: a line is to fit a terminal of 100 columns.
const WIDEST_SIDE: usize = 32;

struct Row {
    left: String,
    sign: &'static str,
    right: String,
    words: String,
    weight: Option<Weight>,
    tone: Tone,
}

/// A weight in nats with one digit: `+6.1`.
pub(crate) fn weight(weight: Weight) -> String {
    // what rounds to nothing is shown as nothing, without a sign
    let told = format!("{:+.1}", weight.nats());
    if matches!(told.as_str(), "+0.0" | "-0.0") { "0".to_owned() } else { told }
}

/// The evidence as lines, each indented by `indent`.
pub(crate) fn lines(style: TerminalStyle, evidence: &[Evidence], indent: &str) -> String {
    let rows = rows(evidence);
    let width = |side: fn(&Row) -> &str| {
        rows.iter().map(|row| width_of(side(row))).max().unwrap_or(0).min(WIDEST_SIDE)
    };
    let (left, right) = (width(|row| &row.left), width(|row| &row.right));
    let words = rows.iter().map(|row| width_of(&row.words)).max().unwrap_or(0);
    let mut text = String::new();
    for row in &rows {
        let sides = format!(
            "{}  {}  {}",
            cell(style, &row.left, left),
            style.text(row.sign, row.tone),
            cell(style, &row.right, right),
        );
        let told = match row.weight {
            Some(value) => format!("{}  {:>5}", cell(style, &row.words, words), weight(value)),
            None => style.text(&row.words, Tone::Plain),
        };
        text.push_str(format!("{indent}{sides}  {told}").trim_end());
        text.push('\n');
    }
    text
}

fn rows(evidence: &[Evidence]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut others = 0;
    for item in evidence {
        if matches!(item.finding, Finding::OtherName(_)) {
            others += 1;
            if others > OTHER_NAMES_SHOWN {
                continue;
            }
        }
        rows.extend(row(item));
    }
    if others > OTHER_NAMES_SHOWN {
        let more = others - OTHER_NAMES_SHOWN;
        rows.push(told(format!("and {more} more pairs of names"), None));
    }
    rows
}

fn row(item: &Evidence) -> Option<Row> {
    let weighed = (item.weight != Weight::ZERO).then_some(item.weight);
    Some(match &item.finding {
        Finding::NamePair(pair) => sides(
            &pair.party_text,
            "│",
            &pair.entry_text,
            pair.grade.words().to_owned(),
            None,
            Tone::Faint,
        ),
        Finding::OtherName(pair) => sides(
            &pair.party_text,
            "│",
            &pair.entry_text,
            format!("also {}", pair.grade.words()),
            None,
            Tone::Faint,
        ),
        Finding::Part(part) => sides(
            &joined(&part.party),
            part.relation.symbol(),
            &joined(&part.entry),
            part_words(part.relation, part.edits),
            Some(item.weight),
            if part.relation.meets() { Tone::Meets } else { Tone::Differs },
        ),
        Finding::Order(OrderRelation::Same) if weighed.is_none() => return None,
        Finding::Order(order) => told(order.words().to_owned(), weighed),
        Finding::AllPartsAgree => told("all parts of both names agree".to_owned(), weighed),
        Finding::ShorterNameContained => {
            told("all parts of the shorter name are in the longer one".to_owned(), weighed)
        }
        Finding::AllButOrigin => {
            told("all parts agree but a name of origin each".to_owned(), weighed)
        }
        Finding::BirthDate(date) => {
            let of_alias = if date.of_alias { ", stated with this alias" } else { "" };
            // what a date was read as is too long for its column
            let (party, party_read) = written_and_read(&date.party);
            let (entry, entry_read) = written_and_read(&date.entry);
            sides(
                &format!("born {party}"),
                date.relation.symbol(),
                entry,
                format!("{}{of_alias}{party_read}{entry_read}", date.relation.words()),
                Some(item.weight),
                tone(date.relation != DateRelation::Conflict),
            )
        }
        Finding::Identifier(identifier) => sides(
            &identifier.party,
            identifier.relation.symbol(),
            &identifier.entry,
            identifier.relation.words().to_owned(),
            Some(item.weight),
            tone(identifier.relation != IdentifierRelation::Different),
        ),
        Finding::Attribute(attribute) => sides(
            &attribute.party,
            attribute.agreement.symbol(),
            &attribute.entry,
            format!("{} {}", attribute.attribute.words(), attribute.agreement.words()),
            weighed,
            tone(attribute.agreement == Agreement::Agrees),
        ),
        Finding::Parent(parent) => sides(
            &parent.party,
            parent.agreement.symbol(),
            &parent.entry,
            parent.words().to_owned(),
            weighed,
            tone(parent.agreement == Agreement::Agrees),
        ),
        Finding::NamesDiffer => told("no part of the names meets".to_owned(), weighed),
        Finding::NotScreenableAlone => {
            told("a name of titles or marks only: not screenable alone".to_owned(), weighed)
        }
        Finding::Ceiling(ceiling) => told(ceiling.words().to_owned(), weighed),
        Finding::Class(..) => return None,
    })
}

fn tone(meets: bool) -> Tone {
    if meets { Tone::Meets } else { Tone::Differs }
}

fn part_words(relation: PartRelation, edits: u8) -> String {
    match (relation, edits) {
        (PartRelation::Edit, 1) => "one letter differs".to_owned(),
        (PartRelation::Edit, edits) if edits > 1 => format!("{edits} letters differ"),
        _ => relation.words().to_owned(),
    }
}

fn sides(
    left: &str,
    sign: &'static str,
    right: &str,
    words: String,
    weight: Option<Weight>,
    tone: Tone,
) -> Row {
    Row { left: left.to_owned(), sign, right: right.to_owned(), words, weight, tone }
}

fn told(words: String, weight: Option<Weight>) -> Row {
    sides("", " ", "", words, weight, Tone::Plain)
}

/// The words of joined parts as written.
pub(crate) fn joined(parts: &[AlignedPart]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The rule that gave a hit its class, in words; the words of the class where no item tells the rule.
pub(crate) fn class_words(class: HitClass, evidence: &[Evidence]) -> &'static str {
    let rule = evidence.iter().find_map(|item| match item.finding {
        Finding::Class(_, rule) => Some(rule),
        _ => None,
    });
    rule.map_or(class.words(), tamis_model::ClassRule::words)
}

/// The names that count: the party's, and the entry's.
pub(crate) fn best_names(evidence: &[Evidence]) -> (&str, &str) {
    let pair = evidence.iter().find_map(|item| match &item.finding {
        Finding::NamePair(pair) => Some((pair.party_text.as_str(), pair.entry_text.as_str())),
        _ => None,
    });
    pair.unwrap_or_default()
}

/// The reasons in one short text, for a cell: the rule, the parts by how they meet, the rest.
pub(crate) fn reasons(class: HitClass, evidence: &[Evidence]) -> String {
    let mut reasons = vec![class_words(class, evidence).to_owned()];
    let mut counts: Vec<(PartRelation, u32)> = Vec::new();
    for item in evidence {
        let Finding::Part(part) = &item.finding else { continue };
        match counts.iter_mut().find(|(relation, _)| *relation == part.relation) {
            Some((_, count)) => *count += 1,
            None => counts.push((part.relation, 1)),
        }
    }
    if !counts.is_empty() {
        counts.sort_unstable();
        let counts =
            counts.iter().map(|(relation, count)| format!("{count}× {}", relation.words()));
        reasons.push(format!("parts: {}", counts.collect::<Vec<_>>().join(", ")));
    }
    for item in evidence {
        reasons.extend(match &item.finding {
            Finding::Order(order) if *order != OrderRelation::Same => {
                Some(order.words().to_owned())
            }
            Finding::BirthDate(date) => Some(format!("birth date: {}", date.relation.words())),
            Finding::Identifier(identifier) => {
                Some(format!("identifier: {}", identifier.relation.words()))
            }
            Finding::Attribute(attribute) if attribute.agreement == Agreement::Conflicts => {
                Some(format!("{} {}", attribute.attribute.words(), attribute.agreement.words()))
            }
            Finding::Parent(parent) => Some(parent.words().to_owned()),
            Finding::Ceiling(ceiling) => Some(ceiling.words().to_owned()),
            _ => None,
        });
    }
    reasons.join("; ")
}
/// A date as written, and what it was read as where its calendar is a guess.
fn written_and_read(date: &str) -> (&str, String) {
    match date.split_once(DateFinding::HIJRI) {
        Some((written, read)) => {
            (written, format!("; {written} is Hijri: {}", read.trim_end_matches(')')))
        }
        None => (date, String::new()),
    }
}
