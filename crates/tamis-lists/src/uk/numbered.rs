//! Cells that hold several values: `(1) Mullah (2) Haji`, `(1)-(2) Indonesia`, `(1-3) Yemen (4) -`.

/// One value of a cell and the numbers that it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item<'a> {
    /// First and last number; none for a cell that is not numbered.
    pub(super) numbers: Option<(u32, u32)>,
    /// The value without stray marks; empty where the cell has `-`.
    pub(super) text: &'a str,
}

/// The values of a cell, in order. A blank cell has none. Only a cell that begins with a number is
/// split, and only at numbers that rise: `Bria (2)` in running text is no number.
pub(super) fn items(cell: &str) -> Vec<Item<'_>> {
    let cell = cell.trim();
    let Some(((from, to), mut rest)) = mark(cell) else {
        let text = bare(cell);
        return if text.is_empty() { Vec::new() } else { vec![Item { numbers: None, text }] };
    };
    let mut found = Vec::new();
    let mut numbers = (from, to);
    loop {
        let next = rest.match_indices('(').find_map(|(at, _)| {
            let ((from, to), after) = mark(rest.get(at..)?)?;
            (from > numbers.1).then_some((at, (from, to), after))
        });
        let Some((at, next_numbers, after)) = next else {
            found.push(Item { numbers: Some(numbers), text: bare(rest) });
            return found;
        };
        found.push(Item { numbers: Some(numbers), text: bare(rest.get(..at).unwrap_or_default()) });
        (numbers, rest) = (next_numbers, after);
    }
}

/// The values that are not empty.
pub(super) fn values(cell: &str) -> impl Iterator<Item = &str> {
    items(cell).into_iter().map(|item| item.text).filter(|text| !text.is_empty())
}

/// Two cells whose values belong together by number (town and country, number and details). A value
/// without a number belongs to each of the other side; what has no partner stands alone.
pub(super) fn pairs<'a>(left: &'a str, right: &'a str) -> Vec<(&'a str, &'a str)> {
    let (left, right) = (items(left), items(right));
    let both = left.iter().chain(&right);
    let numbers: std::collections::BTreeSet<u32> =
        both.filter_map(|item| item.numbers).flat_map(|(from, to)| from..=to).collect();
    let at = |items: &[Item<'a>], number: u32| {
        let fits =
            |item: &&Item<'a>| item.numbers.is_none_or(|(from, to)| (from..=to).contains(&number));
        items.iter().find(fits).map_or("", |item| item.text)
    };
    let mut found: Vec<(&str, &str)> = if numbers.is_empty() {
        let first = |items: &[Item<'a>]| items.first().map_or("", |item| item.text);
        vec![(first(&left), first(&right))]
    } else {
        numbers.into_iter().map(|number| (at(&left, number), at(&right, number))).collect()
    };
    found.retain(|(left, right)| !(left.is_empty() && right.is_empty()));
    found
}

/// `(1)`, `(1-3)` or `(1)-(2)` at the start, and what follows. Numbers have one or two digits.
fn mark(text: &str) -> Option<((u32, u32), &str)> {
    let (inside, rest) = text.strip_prefix('(')?.split_once(')')?;
    let number = |text: &str| -> Option<u32> {
        let text = text.trim();
        let fine = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        fine.then(|| text.parse().ok()).flatten()
    };
    if let Some((from, to)) = inside.split_once(['-', '–']) {
        let (from, to) = (number(from)?, number(to)?);
        return (from <= to).then_some(((from, to), rest));
    }
    let from = number(inside)?;
    // a dash without spaces: `(1) - (2) X` says that the first is empty
    let second = rest.strip_prefix(['-', '–']).or_else(|| rest.strip_prefix(" to "));
    let range = second.and_then(|rest| {
        let (inside, after) = rest.strip_prefix('(')?.split_once(')')?;
        let to = number(inside).filter(|to| *to > from)?;
        Some(((from, to), after))
    });
    if range.is_some() {
        return range;
    }
    Some(((from, from), rest))
}

/// Without the marks that part values, and nothing for a dash alone.
fn bare(text: &str) -> &str {
    let text = text.trim().trim_end_matches([',', ';']).trim();
    let text = text.strip_suffix('.').filter(|rest| !rest.contains('.')).unwrap_or(text).trim();
    if matches!(text, "-" | "–" | "—" | "." | "N/A") { "" } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &str) {
        let told: Vec<String> = items(cell)
            .iter()
            .map(|item| match item.numbers {
                None => item.text.to_owned(),
                Some((from, to)) => format!("{from}-{to}={}", item.text),
            })
            .collect();
        assert_eq!(told.join("|"), expected, "{cell}");
    }

    #[test]
    fn cells_are_split_at_rising_numbers() {
        check("", "");
        check("-", "");
        check("Utopia City", "Utopia City");
        check("(1) Mullah (2) Haji", "1-1=Mullah|2-2=Haji");
        check("(1)-(2) Utopia", "1-2=Utopia");
        check("(1) to (3) Utopia", "1-3=Utopia");
        check("(1-3) Utopia (4) -", "1-3=Utopia|4-4=");
        check("(1) Utopia (6) Ruritania. (7) -", "1-1=Utopia|6-6=Ruritania|7-7=");
        check("(1) Forces (1) of Utopia (2)x", "1-1=Forces (1) of Utopia|2-2=x");
        check("Bria (2) x", "Bria (2) x");
        check("(Utopian). Issued 1993.", "(Utopian). Issued 1993.");
        check("(2004) x", "(2004) x");
        check("(3-1) x", "(3-1) x");
    }

    #[test]
    fn values_pair_by_number() {
        for (left, right, expected) in [
            ("(1) A (2) B", "(1)-(2) Utopia", "A/Utopia|B/Utopia"),
            ("(1) A (2) B", "Utopia", "A/Utopia|B/Utopia"),
            ("A", "(1) Utopia (2) Ruritania", "A/Utopia|A/Ruritania"),
            ("(1) A (2) -", "(1) - (2) Utopia", "A/|/Utopia"),
            ("A", "Utopia", "A/Utopia"),
            ("", "Utopia", "/Utopia"),
            ("", "", ""),
        ] {
            let told: Vec<String> =
                pairs(left, right).iter().map(|(left, right)| format!("{left}/{right}")).collect();
            assert_eq!(told.join("|"), expected, "{left} {right}");
        }
    }
}
