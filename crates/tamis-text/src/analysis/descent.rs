//! "Son of", "daughter of" in words between a name and the father's: they mark the father as bin does, and a
//! comma before them turns no name about. Knows nothing of other particles.

use super::tokens::{Before, Word};
use crate::words::Role;

/// A child and the word that joins it to the father, romanised: English, French, Spanish and Portuguese,
/// German, Italian. Either word alone is none of these.
const CHILD_OF: [[&str; 2]; 9] = [
    ["son", "of"],
    ["daughter", "of"],
    ["fils", "de"],
    ["fille", "de"],
    ["hijo", "de"],
    ["hija", "de"],
    ["filho", "de"],
    ["sohn", "von"],
    ["figlio", "di"],
];

/// Gives these words the role of bin where they stand between two names.
pub(super) fn mark(words: &mut [Word<'_>]) {
    // the shortest is a name, two words and a name
    if words.len() < 4 {
        return;
    }
    for at in 1..words.len() - 2 {
        let Some([child, of, _]) = words.get_mut(at..at + 3) else { return };
        if !CHILD_OF.iter().any(|[one, other]| *child.latin == **one && *of.latin == **other) {
            continue;
        }
        child.role = Some(Role::Nasab);
        of.role = Some(Role::Particle);
        if child.before == Before::Comma {
            child.before = Before::Gap;
        }
    }
}
