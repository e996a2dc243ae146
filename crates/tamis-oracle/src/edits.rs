//! Optimal string alignment by the full table: insertions, deletions, replacements and swaps of
//! neighbours.

/// How many edits part two sequences.
pub(crate) fn edits<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                table[i][j] = i + j;
                continue;
            }
            let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(table[i - 2][j - 2] + 1);
            }
            table[i][j] = least;
        }
    }
    table[a.len()][b.len()]
}

/// The same of the letters of two texts.
pub(crate) fn edits_of_letters(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    edits(&a, &b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_by_hand() {
        for (a, b, expected) in [
            ("", "", 0),
            ("ali", "", 3),
            ("ahmad", "ahmed", 1),
            ("ahmad", "hamad", 1),
            ("ca", "abc", 3),
            ("محمد", "محمود", 1),
        ] {
            assert_eq!(edits_of_letters(a, b), expected, "{a} {b}");
        }
    }
}
