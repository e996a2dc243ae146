//! The consonants of a word as a number: those of a run of words are those of its words in a row.

/// The consonants of a word, four bits each, first one highest.
///
/// Vowels, glides and h are left out, t is d, doubled consonants are one: all that depends on the
/// place in a word, so that the consonants of a run are those of its words in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Consonants {
    packed: u64,
    count: u8,
}

/// The code of each class of a skeleton, in its lower half; one before it in its upper half; 0 for
/// what is left out.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiling; skeletons are ASCII")]
static CODES: [u8; 128] = {
    let mut codes = [JOINS_NOTHING; 128];
    let (letters, mut at) = (b"AWYH", 0);
    while at < letters.len() {
        codes[letters[at] as usize] = 0;
        at += 1;
    }
    let (letters, mut at) = (b"BDFSCJKLMNR", 0);
    while at < letters.len() {
        codes[letters[at] as usize] = at as u8 + 1;
        at += 1;
    }
    // t is d; ʿAbd, Abu, Umm and God at the head of compounds stand for their letters
    codes[b'T' as usize] = codes[b'D' as usize];
    codes[b'Q' as usize] = codes[b'B' as usize] << 4 | codes[b'D' as usize];
    codes[b'P' as usize] = codes[b'B' as usize];
    codes[b'U' as usize] = codes[b'M' as usize];
    codes[b'G' as usize] = codes[b'L' as usize];
    codes
};

/// A digit.
const JOINS_NOTHING: u8 = 0xFF;

impl Consonants {
    /// The consonants of a skeleton; nothing where there is a digit or more than sixteen, for such
    /// words join nothing.
    #[must_use]
    pub fn of(skeleton: &[u8]) -> Self {
        let (mut packed, mut count) = (0_u64, 0_u8);
        let mut then = |code: u8| {
            let code = u64::from(code);
            if packed & 15 != code {
                packed = packed << 4 | code;
                count += 1;
            }
            count <= 16
        };
        for &class in skeleton {
            let code = CODES.get(usize::from(class)).copied().unwrap_or(JOINS_NOTHING);
            let joins = match code {
                0 => true,
                1..16 => then(code),
                JOINS_NOTHING => false,
                _ => then(code >> 4) && then(code & 15),
            };
            if !joins {
                return Self::default();
            }
        }
        Self { packed, count }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.count == 0
    }

    /// How many there are.
    pub(super) const fn count(self) -> u8 {
        self.count
    }

    /// One number for them all.
    pub(super) const fn number(self) -> u64 {
        self.packed ^ (self.count as u64) << 58
    }

    /// These and then others, as of one word.
    pub(super) fn followed_by(self, other: Self) -> Option<Self> {
        let Some(last) = other.count.checked_sub(1) else { return Some(self) };
        let first = other.packed >> (4 * u32::from(last));
        let (rest, count) = if self.packed & 15 == first {
            (other.packed & !(15 << (4 * u32::from(last))), last)
        } else {
            (other.packed, other.count)
        };
        let whole = self.count + count;
        if whole > 16 {
            return None;
        }
        let shift = 4 * u32::from(count);
        let head = if shift == 64 { 0 } else { self.packed << shift };
        Some(Self { packed: head | rest, count: whole })
    }
}

/// The b and n of ben, bin, ibn.
pub(super) const SON: Consonants = Consonants { packed: 1 << 4 | 10, count: 2 };

/// The b and l of bel-, "son of the".
pub(super) const SON_OF_THE: Consonants = Consonants { packed: 1 << 4 | 8, count: 2 };

/// The l of an article.
pub(super) const ARTICLE: Consonants = Consonants { packed: 8, count: 1 };

#[cfg(test)]
mod tests {
    use super::Consonants;

    fn consonants(word: &str) -> Consonants {
        Consonants::of(&tamis_text::skeleton(word))
    }

    #[test]
    fn a_run_has_the_consonants_of_its_words_in_a_row() {
        for (run, word) in [
            ("yun ho jin", "yunhojin"),
            ("nidal alrabii", "nidalalrabii"),
            ("sultan zadeh", "sultanzada"),
            ("ahmad dawud", "ahmaddawud"),
        ] {
            let together = run
                .split(' ')
                .map(consonants)
                .reduce(|one, other| one.followed_by(other).unwrap())
                .unwrap();
            assert_eq!(together, consonants(word), "{run} {word}");
        }
    }

    #[test]
    fn sixteen_are_the_most() {
        let long = consonants("bdbdbdbdbdbdbdbd");
        assert_eq!(long.count, 16);
        assert_eq!(consonants("bdbdbdbdbdbdbdbdb"), Consonants::default());
        assert_eq!(Consonants::default().followed_by(long), Some(long));
        assert_eq!(long.followed_by(consonants("b")), None);
    }
}
