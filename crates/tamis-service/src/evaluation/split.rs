//! The split of labelled pairs: *dev*, whose failures are printed and may be worked on, and *kept*, of
//! which only totals are told. Decided by a hash of the pair, so that it never moves.

use tamis_archive::digest::sha256;

/// Whether a pair is of the dev half: SHA-256 of both sides is odd in its last bit.
pub(super) fn is_dev(one: &str, other: &str) -> bool {
    remainder(one, other, 2) == 1
}

/// Whether a pair of names is held out from all training: SHA-256 is 0 mod 5.
pub(super) fn is_held_out(one: &str, other: &str) -> bool {
    remainder(one, other, 5) == 0
}

/// One in some of things that have a name, the same ones in each run.
pub(super) fn is_sampled(name: &str, one_in: u64) -> bool {
    remainder(name, "", one_in) == 0
}

/// The place of a pair in an order that has nothing to do with its letters.
pub(super) fn order(one: &str, other: &str) -> [u8; 32] {
    sha256(format!("{one}\t{other}").as_bytes())
}

/// SHA-256 of `one <tab> other`, as a number modulo some.
fn remainder(one: &str, other: &str, modulus: u64) -> u64 {
    order(one, other).iter().fold(0, |rest, byte| (rest * 256 + u64::from(*byte)) % modulus)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_split_is_the_hash_and_halves() {
        let pairs: Vec<(String, String)> =
            (0..2_000).map(|n| (format!("one {n}"), format!("other {n}"))).collect();
        let dev = pairs.iter().filter(|(one, other)| is_dev(one, other)).count();
        assert!((900..1_100).contains(&dev), "{dev}");
        let held_out = pairs.iter().filter(|(one, other)| is_held_out(one, other)).count();
        assert!((330..470).contains(&held_out), "{held_out}");
    }

    #[test]
    fn a_remainder_is_that_of_the_whole_hash() {
        // the empty pair is one tab: SHA-256 2b4c342f5433ebe591a1da77e013d1b72475562d48578dca8b84bac6651c3cb9
        assert_eq!(remainder("", "", 2), 1);
        assert_eq!(remainder("", "", 256), 0xb9);
        assert_eq!(remainder("", "", 16), 9);
    }
}
