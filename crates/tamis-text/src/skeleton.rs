//! Consonant skeletons: what is left of a word when vowels go and like sounds meet.

/// The skeleton of a romanised word.
pub fn skeleton(latin: &str) -> Vec<u8> {
    latin.bytes().filter(|byte| !b"aeiou".contains(byte)).collect()
}
