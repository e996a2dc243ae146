//! Turns what units tell so that the true counterpart of a word comes before others: expectation and
//! maximisation says how usual a pair of units is, not which word it tells from which.
//!
//! Each word is set among words at fixed strides of the list, in both directions; the likelihood of
//! the true one among them (a logistic model, linear in the cells of the best alignment) is raised
//! by its gradient. A cell moves with its group at all places and by itself, and leans on where it was.

use tamis_match::spelling::units::{GROUPS, NOTHING, UNITS};

use super::expectation::Pair;

/// Words that a word is set among.
const AMONG: usize = 150;

/// Times that all pairs are gone through.
const ROUNDS: usize = 3;

/// Fewer pairs than this are learned by heart: Hangul and Chinese characters lost by it.
const FEWEST: usize = 20_000;

/// How far a pair moves a cell at most, in nats, in the first round; half of it in each next.
const STEP: f32 = 0.15;

/// The share of its move that a cell gives back in a round.
const LEAN: f32 = 0.05;

/// Of two words that tell less than this, in nats, one is another name of the bearer.
const LEAST: f32 = 0.0;

/// The least and the most that a cell tells.
const BOUNDS: (f32, f32) = (-6.0, 7.9);

const WIDTH: usize = UNITS + 1;

/// What units tell, as it is turned.
pub(super) struct Sharpened {
    start: Vec<f32>,
    /// Moves of groups at all places, and of units.
    moves: [Vec<f32>; 2],
    cells: Vec<f32>,
}

fn group(unit: u8) -> usize {
    if unit == NOTHING { usize::from(NOTHING) } else { usize::from(unit) % GROUPS }
}

fn cell(one: usize, other: usize) -> usize {
    one * WIDTH + other
}

impl Sharpened {
    pub(super) fn of(gains: &[(u8, u8, f64)]) -> Self {
        let mut start = vec![BOUNDS.0; WIDTH * WIDTH];
        for (one, other, gain) in gains {
            if let Some(known) = start.get_mut(cell((*one).into(), (*other).into())) {
                *known = *gain as f32;
            }
        }
        let still = vec![0.0; WIDTH * WIDTH];
        Self { cells: start.clone(), moves: [still.clone(), still], start }
    }

    /// The gains as they are now.
    pub(super) fn gains(&self, gains: &[(u8, u8, f64)]) -> Vec<(u8, u8, f64)> {
        let now = |one: u8, other: u8| {
            let known = self.cells.get(cell(one.into(), other.into())).copied();
            f64::from(known.unwrap_or(BOUNDS.0))
        };
        gains.iter().map(|(one, other, _)| (*one, *other, now(*one, *other))).collect()
    }

    fn get(&self, one: u8, other: u8) -> f32 {
        self.cells.get(cell(one.into(), other.into())).copied().unwrap_or(BOUNDS.0)
    }

    fn turn(&mut self, one: u8, other: u8, by: f32) {
        let (own, of_group) = (cell(one.into(), other.into()), cell(group(one), group(other)));
        let [groups, units] = &mut self.moves;
        if let (Some(shared), Some(moved)) = (groups.get_mut(of_group), units.get_mut(own)) {
            *shared += by / 2.0;
            *moved += by / 2.0;
            if let (Some(now), Some(start)) = (self.cells.get_mut(own), self.start.get(own)) {
                let most = if one == NOTHING || other == NOTHING { 0.0 } else { BOUNDS.1 };
                *now = (start + *shared + *moved).clamp(BOUNDS.0, most);
            }
        }
    }

    fn lean(&mut self) {
        for moved in self.moves.iter_mut().flatten() {
            *moved *= 1.0 - LEAN;
        }
        for one in 0..=NOTHING {
            for other in 0..=NOTHING {
                self.turn(one, other, 0.0);
            }
        }
    }

    /// What two words tell by the best alignment.
    fn tells(&self, rows: &mut Vec<f32>, latin: &[u8], written: &[u8]) -> f32 {
        let width = written.len() + 1;
        rows.clear();
        rows.resize((latin.len() + 1) * width, 0.0);
        self.align(rows, latin, written)
    }

    #[expect(clippy::indexing_slicing, reason = "the rows have a cell for each pair of places")]
    fn align(&self, rows: &mut [f32], latin: &[u8], written: &[u8]) -> f32 {
        let width = written.len() + 1;
        for (at, other) in written.iter().enumerate() {
            rows[at + 1] = rows[at] + self.get(NOTHING, *other);
        }
        for (i, one) in latin.iter().enumerate() {
            let less = self.get(*one, NOTHING);
            let (above, row) = rows.split_at_mut((i + 1) * width);
            let above = &above[i * width..];
            row[0] = above[0] + less;
            for (j, other) in written.iter().enumerate() {
                row[j + 1] = (above[j] + self.get(*one, *other))
                    .max(above[j + 1] + less)
                    .max(row[j] + self.get(NOTHING, *other));
            }
        }
        rows.last().copied().unwrap_or(0.0)
    }

    /// Moves the cells of the best alignment of two words.
    #[expect(clippy::indexing_slicing, reason = "the rows have a cell for each pair of places")]
    fn turn_pair(&mut self, rows: &mut Vec<f32>, latin: &[u8], written: &[u8], by: f32) {
        self.tells(rows, latin, written);
        let width = written.len() + 1;
        let (mut i, mut j) = (latin.len(), written.len());
        let mut met = Vec::with_capacity(i + j);
        while i + j > 0 {
            let here = rows[i * width + j];
            let one = if i > 0 { latin[i - 1] } else { NOTHING };
            let other = if j > 0 { written[j - 1] } else { NOTHING };
            if i > 0 && j > 0 && here == rows[(i - 1) * width + j - 1] + self.get(one, other) {
                met.push((one, other));
                (i, j) = (i - 1, j - 1);
            } else if i > 0
                && (j == 0 || here == rows[(i - 1) * width + j] + self.get(one, NOTHING))
            {
                met.push((one, NOTHING));
                i -= 1;
            } else {
                met.push((NOTHING, other));
                j -= 1;
            }
        }
        for (one, other) in met {
            self.turn(one, other, by);
        }
    }
}

/// Turns tables of one writing; what two words tell is what the best of the tables says.
pub(super) fn sharpen(tables: &mut [Sharpened], pairs: &[Pair]) {
    if pairs.len() >= FEWEST {
        turn(tables, pairs);
    }
}

fn turn(tables: &mut [Sharpened], pairs: &[Pair]) {
    let mut rows = Vec::new();
    let mut step = STEP;
    for round in 0..ROUNDS {
        for (at, pair) in pairs.iter().enumerate() {
            for forth in [true, false] {
                let stride = 1 + 2 * ((at * 7_919 + round * 104_729 + usize::from(forth)) % 5_003);
                let others = (1..=AMONG)
                    .filter_map(|number| pairs.get((at + number * stride) % pairs.len()))
                    .filter(|other| other.written != pair.written && other.latin != pair.latin);
                let words = |other: &Pair| {
                    if forth {
                        (pair.latin.clone(), other.written.clone())
                    } else {
                        (other.latin.clone(), pair.written.clone())
                    }
                };
                let mut all = Vec::with_capacity(AMONG + 1);
                for other in std::iter::once(pair).chain(others) {
                    let (latin, written) = if forth {
                        (&pair.latin, &other.written)
                    } else {
                        (&other.latin, &pair.written)
                    };
                    let best = tables
                        .iter()
                        .enumerate()
                        .map(|(table, cells)| (cells.tells(&mut rows, latin, written), table))
                        .max_by(|one, other| one.0.total_cmp(&other.0));
                    if let Some((tells, table)) = best {
                        all.push((tells, table, other));
                    }
                }
                let Some((right, _, _)) = all.first().copied() else { continue };
                if right < LEAST {
                    continue;
                }
                let most = all.iter().map(|(tells, _, _)| *tells).fold(f32::MIN, f32::max);
                let sum: f32 = all.iter().map(|(tells, _, _)| (tells - most).exp()).sum();
                for (number, (tells, table, other)) in all.into_iter().enumerate() {
                    let share = (tells - most).exp() / sum;
                    let by = if number == 0 { 1.0 - share } else { -share };
                    if by.abs() > 0.002 {
                        let (latin, written) = words(other);
                        let weight = step * (pair.count.min(1.0) as f32);
                        if let Some(table) = tables.get_mut(table) {
                            table.turn_pair(&mut rows, &latin, &written, by * weight);
                        }
                    }
                }
            }
        }
        step /= 2.0;
        tables.iter_mut().for_each(Sharpened::lean);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tamis_match::spelling::units::{NOTHING, units_of_letters};

    #[test]
    fn what_tells_a_word_from_others_gains_and_what_does_not_loses() {
        let word = |text: &str| units_of_letters(text);
        let pair = |latin, written| Pair { latin: word(latin), written: word(written), count: 1.0 };
        let pairs = [pair("ab", "ap"), pair("ac", "ak"), pair("ad", "at"), pair("af", "av")];
        let gains: Vec<(u8, u8, f64)> = (0..=NOTHING)
            .flat_map(|one| (0..=NOTHING).map(move |other| (one, other)))
            .map(|(one, other)| {
                let is_nothing = one == NOTHING || other == NOTHING;
                (one, other, if is_nothing { -0.1 } else { 0.3 })
            })
            .collect();
        let mut tables = [Sharpened::of(&gains)];
        turn(&mut tables, &std::iter::repeat_n(pairs.to_vec(), 25).flatten().collect::<Vec<_>>());
        let (b, p, k) = (word("ab")[1], word("ap")[1], word("ak")[1]);
        let tells = |one, other| tables[0].get(one, other);
        assert!(tells(b, p) > 0.6 && tells(b, k) < 0.3, "{} {}", tells(b, p), tells(b, k));
        assert!(tells(b, NOTHING) <= 0.0);
    }
}
