//! The comparison of two names or records as text; as JSON it is [`crate::form::ComparisonForm`].

use tamis_model::{AlignmentSide, Evidence, HitClass, NotedWord, PolicyId, Score, Threshold};

use crate::explanation::{class_words, lines};
use crate::terminal::TerminalStyle;

/// A comparison, as plain values.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<'a> {
    /// What stands on the side of the party: a name or the heading of a record.
    pub left: &'a str,
    /// What stands on the side of the entry.
    pub right: &'a str,
    /// The score.
    pub score: Score,
    /// The class, where the two would be a hit.
    pub class: Option<HitClass>,
    /// The threshold in force.
    pub threshold: Threshold,
    /// The policy.
    pub policy: &'a PolicyId,
    /// The version of the engine.
    pub engine: &'a str,
    /// The reasons.
    pub evidence: &'a [Evidence],
    /// Words of the two names that are not compared as names are.
    pub noted: &'a [NotedWord],
}

impl Comparison<'_> {
    /// Whether the score reaches the threshold.
    #[must_use]
    pub fn is_hit(&self) -> bool {
        self.score >= self.threshold.score()
    }

    /// The comparison for a terminal, part by part.
    #[must_use]
    pub fn text(&self, style: TerminalStyle) -> String {
        let verdict = match (self.is_hit(), self.class) {
            (true, Some(class)) => {
                format!("a hit of class {class}: {}", class_words(class, self.evidence))
            }
            (true, None) => "a hit".to_owned(),
            (false, _) => "no hit".to_owned(),
        };
        format!(
            "{}\n{}\n  score {}, threshold {}: {verdict}\n{}{}  policy {}, engine {}\n",
            style.name(self.left),
            style.name(self.right),
            self.score,
            self.threshold,
            lines(style, self.evidence, "    "),
            self.noted_lines(),
            self.policy,
            self.engine,
        )
    }

    /// A line for each side that has noted words.
    fn noted_lines(&self) -> String {
        let line = |side: AlignmentSide, name: &str| {
            let words: Vec<String> = self
                .noted
                .iter()
                .filter(|aside| aside.side == side)
                .map(|aside| format!("{} ({})", aside.words, aside.reason.words()))
                .collect();
            if words.is_empty() {
                return String::new();
            }
            format!("    noted in the {name} name: {}\n", words.join(", "))
        };
        line(AlignmentSide::Party, "first") + &line(AlignmentSide::Entry, "second")
    }
}

#[cfg(test)]
mod tests;
