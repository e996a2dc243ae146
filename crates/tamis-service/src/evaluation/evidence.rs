//! The evidence of a comparison in one line, for lists of failures.

use tamis_match::Comparison;
use tamis_model::{AlignedPart, Finding};

/// Items that weigh, each with its weight in nats: `jamal ≈ djamel +6.2; own name -6.0`.
pub(super) fn line(comparison: &Comparison<'_>) -> String {
    let mut items = Vec::new();
    for item in &comparison.evidence() {
        let words = match &item.finding {
            Finding::NamePair(pair) => {
                items.insert(0, format!("[{} | {}]", pair.party_text, pair.entry_text));
                continue;
            }
            Finding::Class(class, _) => format!("class {class}"),
            Finding::Part(part) => {
                let (one, other) = (texts(&part.party), texts(&part.entry));
                format!("{one} {} {other}", part.relation.symbol())
            }
            Finding::NamesDiffer => "no part meets".to_owned(),
            Finding::NotScreenableAlone => "not screenable alone".to_owned(),
            Finding::Order(order) => order.words().to_owned(),
            Finding::AllPartsAgree => "all parts agree".to_owned(),
            Finding::ShorterNameContained => "shorter name contained".to_owned(),
            Finding::AllButOrigin => "all but a nisba each agrees".to_owned(),
            Finding::BirthDate(date) => {
                format!("{} {} {}", date.party, date.relation.symbol(), date.entry)
            }
            Finding::Ceiling(ceiling) => ceiling.words().to_owned(),
            Finding::Identifier(identifier) => identifier.relation.words().to_owned(),
            Finding::Parent(parent) => parent.words().to_owned(),
            Finding::Attribute(_) | Finding::OtherName(_) => continue,
            #[expect(unreachable_patterns, reason = "kinds of evidence may grow")]
            _ => "other evidence".to_owned(),
        };
        items.push(format!("{words} {:+.1}", item.weight.nats()));
    }
    items.join("; ")
}

fn texts(parts: &[AlignedPart]) -> String {
    if parts.is_empty() {
        return "∅".to_owned();
    }
    parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ")
}
