//! Bounded edit distance: optimal string alignment (insert, delete, replace, swap neighbours).
//!
//! Optimal string alignment rather than unrestricted Damerau: no substring is edited twice, which
//! costs nothing on names and needs three rows instead of a table. Inputs of up to
//! [`STACK_LENGTH`] symbols need no allocation.

/// Longest input for which the rows stay on the stack; the longest part of the UN, EU, OFAC and UK
/// lists is shorter.
pub const STACK_LENGTH: usize = 63;

/// Optimal string alignment distance of two byte strings, or `None` above `max`.
///
/// ```
/// use tamis_text::distance::optimal_string_alignment;
/// assert_eq!(optimal_string_alignment(b"ahmad", b"ahmed", 2), Some(1));
/// assert_eq!(optimal_string_alignment(b"ahmad", b"hamad", 2), Some(1));
/// assert_eq!(optimal_string_alignment(b"ahmad", b"mahmud", 1), None);
/// ```
pub fn optimal_string_alignment(a: &[u8], b: &[u8], max: u32) -> Option<u32> {
    bounded(a, b, max)
}

/// The same on characters, for text in scripts other than Latin.
///
/// ```
/// use tamis_text::distance::optimal_string_alignment_chars;
/// let a: Vec<char> = "محمد".chars().collect();
/// let b: Vec<char> = "محمود".chars().collect();
/// assert_eq!(optimal_string_alignment_chars(&a, &b, 3), Some(1));
/// ```
pub fn optimal_string_alignment_chars(a: &[char], b: &[char], max: u32) -> Option<u32> {
    bounded(a, b, max)
}

fn bounded<T: PartialEq + Copy>(a: &[T], b: &[T], max: u32) -> Option<u32> {
    let (a, b) = without_common_ends(a, b);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let difference = u32::try_from(long.len() - short.len()).unwrap_or(u32::MAX);
    if difference > max {
        return None;
    }
    if short.is_empty() {
        return Some(difference);
    }
    if max == 1 {
        // they begin and end with other symbols: one is another, or two stand the other way round
        return match (short, long) {
            ([_], [_]) => Some(1),
            ([a, b], [c, d]) if a == d && b == c => Some(1),
            _ => None,
        };
    }
    if short.len() <= STACK_LENGTH {
        let mut rows = [[0_u32; STACK_LENGTH + 1]; 3];
        let [before, previous, current] = &mut rows;
        alignment(short, long, max, before, previous, current)
    } else {
        let width = short.len() + 1;
        let (mut before, mut previous, mut current) =
            (vec![0; width], vec![0; width], vec![0; width]);
        alignment(short, long, max, &mut before, &mut previous, &mut current)
    }
}

fn without_common_ends<'a, T: PartialEq>(a: &'a [T], b: &'a [T]) -> (&'a [T], &'a [T]) {
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(prefix..).unwrap_or_default(), b.get(prefix..).unwrap_or_default());
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (a.get(..a.len() - suffix).unwrap_or_default(), b.get(..b.len() - suffix).unwrap_or_default())
}

#[expect(
    clippy::indexing_slicing,
    reason = "each row has at least short.len() + 1 cells, and indexes run over short and long"
)]
fn alignment<'r, T: PartialEq + Copy>(
    short: &[T],
    long: &[T],
    max: u32,
    mut before: &'r mut [u32],
    mut previous: &'r mut [u32],
    mut current: &'r mut [u32],
) -> Option<u32> {
    for (cell, value) in previous.iter_mut().take(short.len() + 1).zip(0_u32..) {
        *cell = value;
    }
    for (row, &symbol) in long.iter().enumerate() {
        current[0] = u32::try_from(row + 1).unwrap_or(u32::MAX);
        let mut least = current[0];
        for column in 1..=short.len() {
            let other = short[column - 1];
            let replaced = previous[column - 1] + u32::from(other != symbol);
            let mut cost = replaced.min(previous[column] + 1).min(current[column - 1] + 1);
            let swapped =
                row > 0 && column > 1 && other == long[row - 1] && short[column - 2] == symbol;
            if swapped {
                cost = cost.min(before[column - 2] + 1);
            }
            current[column] = cost;
            least = least.min(cost);
        }
        if least > max {
            return None;
        }
        std::mem::swap(&mut before, &mut previous);
        std::mem::swap(&mut previous, &mut current);
    }
    let distance = previous[short.len()];
    (distance <= max).then_some(distance)
}
