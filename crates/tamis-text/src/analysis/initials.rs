//! Letters that are initials where they would be links elsewhere: E. Guzmán, I. Sechin, Surkov, Y.

use super::tokens::Word;
use crate::words::Role;

/// Takes the role of a link from a capital by itself that a full stop follows, or that stands first or last. Between two
/// names it stays one: Ortega Y Gasset.
pub(super) fn mark(text: &str, words: &mut [Word<'_>]) {
    let last = words.len().saturating_sub(1);
    for (at, word) in words.iter_mut().enumerate() {
        if word.role != Some(Role::Particle) || word.folded.chars().nth(1).is_some() {
            continue;
        }
        let is_capital = text
            .get(word.span.clone())
            .is_some_and(|letter| letter.starts_with(char::is_uppercase));
        let has_stop = || text.get(word.span.end..).is_some_and(|after| after.starts_with('.'));
        if is_capital && (at == 0 || at == last || has_stop()) {
            word.role = None;
        }
    }
}
