//! A small seeded generator of our own (splitmix64), so that no update of a library changes a cohort.

/// Numbers that depend on the seed alone.
#[derive(Debug, Clone)]
pub struct Random {
    state: u64,
}

impl Random {
    /// A stream of its own for each seed and each purpose: two purposes never share their numbers.
    #[must_use]
    pub fn new(seed: u64, purpose: &str) -> Self {
        let mut state = seed ^ 0x9e37_79b9_7f4a_7c15;
        for byte in purpose.bytes() {
            state = mixed(state ^ u64::from(byte));
        }
        Self { state }
    }

    /// The next 64 bits.
    pub fn next_bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.state)
    }

    /// A number below `bound`; 0 where the bound is 0. The bias is below 2^-32 at the sizes used here.
    pub fn below(&mut self, bound: usize) -> usize {
        let high = (u128::from(self.next_bits()) * bound as u128) >> 64;
        usize::try_from(high).unwrap_or(0)
    }

    /// True in `permille` of a thousand cases.
    pub fn chance(&mut self, permille: usize) -> bool {
        self.below(1_000) < permille
    }

    /// One of some things.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        let at = self.below(things.len());
        things.get(at)
    }

    /// One of some things by their weights.
    pub fn weighted<'a, T>(&mut self, things: &'a [T], weight: fn(&T) -> u32) -> Option<&'a T> {
        let total: u64 = things.iter().map(|thing| u64::from(weight(thing))).sum();
        let mut left = self.below(usize::try_from(total).unwrap_or(usize::MAX)) as u64;
        things.iter().find(|thing| {
            let own = u64::from(weight(thing));
            let found = left < own;
            left = left.saturating_sub(own);
            found
        })
    }
}

/// The finaliser of splitmix64 (Steele, Lea, Flood 2014).
const fn mixed(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_purpose_give_the_same_numbers() {
        let numbers = |seed, purpose| {
            let mut random = Random::new(seed, purpose);
            [random.next_bits(), random.next_bits(), random.next_bits()]
        };
        assert_eq!(numbers(1, "a"), numbers(1, "a"));
        assert_ne!(numbers(1, "a"), numbers(2, "a"));
        assert_ne!(numbers(1, "a"), numbers(1, "b"));
    }

    #[test]
    fn numbers_stay_below_their_bound_and_reach_it() {
        let mut random = Random::new(7, "bound");
        let mut seen = [0_u32; 10];
        for _ in 0..10_000 {
            seen[random.below(10)] += 1;
        }
        assert!(seen.iter().all(|count| (800..1_200).contains(count)), "{seen:?}");
        assert_eq!(random.below(0), 0);
    }

    #[test]
    fn weights_are_kept() {
        let mut random = Random::new(7, "weights");
        let things = [("never", 0), ("seldom", 1), ("often", 9)];
        let mut often = 0;
        for _ in 0..10_000 {
            let (name, _) = random.weighted(&things, |thing| thing.1).unwrap();
            assert_ne!(*name, "never");
            often += u32::from(*name == "often");
        }
        assert!((8_800..9_200).contains(&often), "{often}");
    }
}
