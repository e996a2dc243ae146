//! Evidence as the report shows it: the two names part by part, what else was compared, what
//! conflicts and what is missing.

use tamis_model::{
    Agreement, AlignedPart, DateRelation, Evidence, Finding, HitClass, IdentifierRelation,
    NamePair, OrderRelation, ParentRole, PartFinding, PartRelation, Weight,
};

use crate::page_text::shown;

/// One part of the two names.
pub(crate) struct Part {
    /// `meets`, `differs` or `missing`: the border; the words say the same.
    pub(crate) tone: &'static str,
    pub(crate) left: String,
    pub(crate) left_role: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) right: String,
    pub(crate) right_role: &'static str,
    pub(crate) words: String,
    pub(crate) weight: String,
}

/// Another value of the two records.
pub(crate) struct Compared {
    pub(crate) label: &'static str,
    pub(crate) left: String,
    pub(crate) sign: &'static str,
    pub(crate) right: String,
    pub(crate) words: String,
    pub(crate) weight: String,
}

/// A pair of whole names.
pub(crate) struct Names {
    pub(crate) left: String,
    pub(crate) right: String,
    pub(crate) grade: &'static str,
}

/// A word with the names that it speaks of, each of which has a direction of its own.
pub(crate) struct Told {
    pub(crate) name: String,
    pub(crate) words: &'static str,
    pub(crate) other: String,
}

impl Told {
    fn words(words: &'static str) -> Self {
        Self { name: String::new(), words, other: String::new() }
    }
}

/// All evidence of one hit.
#[derive(Default)]
pub(crate) struct EvidenceView {
    pub(crate) names: Option<Names>,
    pub(crate) parts: Vec<Part>,
    pub(crate) compared: Vec<Compared>,
    pub(crate) remarks: Vec<String>,
    pub(crate) conflicts: Vec<Told>,
    pub(crate) missing: Vec<Told>,
    pub(crate) others: Vec<Names>,
    pub(crate) more_others: usize,
    pub(crate) rule: Option<&'static str>,
}

/// Other pairs of names that are shown; the rest is counted.
const OTHERS_SHOWN: usize = 6;

impl EvidenceView {
    pub(crate) fn of(evidence: &[Evidence]) -> Self {
        let mut view = Self::default();
        let mut born = false;
        for item in evidence {
            born |= matches!(item.finding, Finding::BirthDate(_));
            view.add(item);
        }
        if !born {
            view.missing.push(Told::words("a birth date on both sides"));
        }
        view
    }

    fn add(&mut self, item: &Evidence) {
        match &item.finding {
            Finding::Class(_, rule) => self.rule = Some(rule.words()),
            Finding::NamePair(pair) => self.names = Some(names(pair)),
            Finding::OtherName(pair) if self.others.len() < OTHERS_SHOWN => {
                self.others.push(names(pair));
            }
            Finding::OtherName(_) => self.more_others += 1,
            Finding::Part(part) => self.add_part(part, item.weight),
            Finding::NamesDiffer => self.conflicts.push(Told::words("no part of the names meets")),
            Finding::NotScreenableAlone => {
                self.conflicts
                    .push(Told::words("a name of titles or marks can't be screened alone"));
            }
            Finding::Order(OrderRelation::Same) => {}
            Finding::Order(order) => {
                self.remark(&format!("Order of the parts: {}", order.words()), item.weight);
            }
            Finding::AllPartsAgree => self.remark("All parts of both names agree", item.weight),
            Finding::ShorterNameContained => {
                self.remark("All parts of the shorter name are in the longer one", item.weight);
            }
            Finding::AllButOrigin => {
                self.remark("All parts agree but a name of origin each", item.weight);
            }
            Finding::Ceiling(ceiling) => {
                self.remark(&format!("Held down: {}", ceiling.words()), item.weight);
            }
            Finding::BirthDate(date) => {
                if date.relation == DateRelation::Conflict {
                    self.conflicts.push(Told::words("the birth dates"));
                }
                let of_alias = if date.of_alias { " (stated with this alias)" } else { "" };
                self.compared.push(Compared {
                    label: "Birth date",
                    left: shown(&date.party),
                    sign: date.relation.symbol(),
                    right: shown(&date.entry),
                    words: format!("{}{of_alias}", date.relation.words()),
                    weight: weight(item.weight),
                });
            }
            Finding::Identifier(identifier) => {
                if identifier.relation == IdentifierRelation::Different {
                    self.conflicts.push(Told::words("an identity number"));
                }
                self.compared.push(Compared {
                    label: "Identity number",
                    left: shown(&identifier.party),
                    sign: identifier.relation.symbol(),
                    right: shown(&identifier.entry),
                    words: identifier.relation.words().to_owned(),
                    weight: weight(item.weight),
                });
            }
            Finding::Parent(parent) => {
                if parent.agreement == Agreement::Conflicts {
                    self.conflicts.push(Told::words(match parent.role {
                        ParentRole::Father => "the father's name",
                        ParentRole::Mother => "the mother's name",
                    }));
                }
                self.compared.push(Compared {
                    label: match parent.role {
                        ParentRole::Father => "Father",
                        ParentRole::Mother => "Mother",
                    },
                    left: shown(&parent.party),
                    sign: parent.agreement.symbol(),
                    right: shown(&parent.entry),
                    words: parent.words().to_owned(),
                    weight: weight(item.weight),
                });
            }
            Finding::Attribute(attribute) => {
                if attribute.agreement == Agreement::Conflicts {
                    self.conflicts.push(Told::words(attribute.attribute.words()));
                }
                self.compared.push(Compared {
                    label: match attribute.attribute {
                        tamis_model::Attribute::Nationality => "Nationality",
                        tamis_model::Attribute::Birthplace => "Birthplace",
                        tamis_model::Attribute::Sex => "Sex",
                    },
                    left: shown(&attribute.party),
                    sign: attribute.agreement.symbol(),
                    right: shown(&attribute.entry),
                    words: attribute.agreement.words().to_owned(),
                    weight: weight(item.weight),
                });
            }
        }
    }

    fn add_part(&mut self, part: &PartFinding, of: Weight) {
        let (left, right) = (joined(&part.party), joined(&part.entry));
        match part.relation {
            PartRelation::Contradicted => self.conflicts.push(Told {
                name: left.clone(),
                words: "against",
                other: right.clone(),
            }),
            PartRelation::MissingInEntry => self.missing.push(Told {
                name: left.clone(),
                words: "in the listed name",
                other: String::new(),
            }),
            PartRelation::MissingInParty => self.missing.push(Told {
                name: right.clone(),
                words: "in the given name",
                other: String::new(),
            }),
            _ => {}
        }
        self.parts.push(Part {
            tone: tone(part.relation),
            left_role: role(&part.party),
            right_role: role(&part.entry),
            left,
            sign: part.relation.symbol(),
            right,
            words: match (part.relation, part.edits) {
                (PartRelation::Edit, 1) => "one letter differs".to_owned(),
                (PartRelation::Edit, edits @ 2..) => format!("{edits} letters differ"),
                (relation, _) => relation.words().to_owned(),
            },
            weight: weight(of),
        });
    }

    fn remark(&mut self, words: &str, of: Weight) {
        let remark =
            if of == Weight::ZERO { words.to_owned() } else { format!("{words} ({})", weight(of)) };
        self.remarks.push(remark);
    }
}

/// The words of a class with its rule where the evidence tells it.
pub(crate) fn class_words(class: HitClass, view: &EvidenceView) -> &'static str {
    view.rule.unwrap_or(class.words())
}

fn names(pair: &NamePair) -> Names {
    Names {
        left: shown(&pair.party_text),
        right: shown(&pair.entry_text),
        grade: pair.grade.words(),
    }
}

fn tone(relation: PartRelation) -> &'static str {
    match relation {
        PartRelation::Contradicted => "differs",
        PartRelation::MissingInEntry | PartRelation::MissingInParty => "missing",
        _ => "meets",
    }
}

fn joined(parts: &[AlignedPart]) -> String {
    shown(&parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" "))
}

fn role(parts: &[AlignedPart]) -> &'static str {
    parts.first().map_or("", |part| part.role.words())
}

/// A weight in nats with one digit: `+6.1`.
fn weight(weight: Weight) -> String {
    let told = format!("{:+.1}", weight.nats());
    if matches!(told.as_str(), "+0.0" | "-0.0") { "0".to_owned() } else { told.replace('-', "−") }
}
