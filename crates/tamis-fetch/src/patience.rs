//! How often an address is tried, and how long is waited between: bounded, longer each time, never quite
//! the same, and as long as the publisher asks.

use std::time::Duration;

/// How often and how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// How often an address is tried, at least once.
    pub attempts: u32,
    /// The pause after the first try; each further one is twice as long.
    pub first: Duration,
    /// The longest pause of its own.
    pub longest: Duration,
    /// The longest pause that a publisher may ask for (`Retry-After`); where it asks for more, the try ends.
    pub asked: Duration,
    /// Any number: it decides where in its half the pause falls, so that many machines do not come at once.
    pub seed: u64,
}

impl Patience {
    /// Four tries within about ten seconds, and a publisher may ask for two minutes. That is long enough
    /// for a server that restarts, short enough for somebody who waits; whoever runs this by a timer
    /// comes again anyway.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self {
            attempts: 4,
            first: Duration::from_secs(1),
            longest: Duration::from_secs(30),
            asked: Duration::from_secs(120),
            seed,
        }
    }

    /// The pause after so many tries (from 1); none when there is to be no other one.
    #[must_use]
    pub fn pause(&self, tried: u32, asked: Option<Duration>) -> Option<Duration> {
        if tried >= self.attempts.max(1) || asked.is_some_and(|asked| asked > self.asked) {
            return None;
        }
        let doubled = self.first.saturating_mul(1_u32.checked_shl(tried - 1).unwrap_or(u32::MAX));
        let whole = doubled.min(self.longest);
        // between half of it and the whole
        let part = mixed(self.seed, tried) >> 44;
        let share = u32::try_from(part).unwrap_or(0);
        let own = whole / 2 + (whole / 2).saturating_mul(share) / (1 << 20);
        Some(asked.map_or(own, |asked| asked.max(own)))
    }
}

/// A number from two, each bit of which depends on all of theirs (the finaliser of SplitMix64).
const fn mixed(seed: u64, tried: u32) -> u64 {
    let mut z = seed.wrapping_add((tried as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_stay_bounded_and_end() {
        for seed in 0..1_000 {
            let patience = Patience { attempts: 9, ..Patience::new(seed) };
            for tried in 1..9 {
                let pause = patience.pause(tried, None).unwrap();
                let whole = Duration::from_secs(1 << (tried - 1)).min(patience.longest);
                assert!(pause >= whole / 2 && pause <= whole, "{seed} {tried} {pause:?}");
            }
            assert_eq!(patience.pause(9, None), None);
        }
        let pauses: std::collections::HashSet<_> =
            (0..100).filter_map(|seed| Patience::new(seed).pause(1, None)).collect();
        assert!(pauses.len() > 90, "{}", pauses.len());
    }

    #[test]
    fn what_the_publisher_asks_is_waited_within_the_bound() {
        let patience = Patience::new(7);
        let asked = |seconds| patience.pause(1, Some(Duration::from_secs(seconds)));
        assert_eq!(asked(90), Some(Duration::from_secs(90)));
        assert_eq!(asked(121), None);
        assert_eq!(asked(0), patience.pause(1, None));
        assert_eq!(Patience { attempts: 0, ..patience }.pause(1, None), None);
    }
}
