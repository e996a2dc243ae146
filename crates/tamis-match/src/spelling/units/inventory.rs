//! How the units of a writing are found in a word: by tables of letters and of two letters that follow each
//! other, made once from the rules of the writing.

use smallvec::SmallVec;

use super::{NOTHING, PLACE, Units, Writing, placed};

/// The letters of a writing, and how its units are found in a word.
///
/// Each letter has a code of six bits, so that two letters that follow each other are one look-up: hardly
/// any two begin a group.
pub(super) struct Inventory {
    /// Codes of letters from this one on; that of a final form is its own.
    first: u32,
    codes: [u8; 1024],
    /// The unit that a letter is by itself.
    alone: [u8; CODES],
    /// What two letters begin: nothing, one group that is these two, or more.
    pairs: [u8; CODES * CODES],
    groups: Vec<(Vec<u8>, u8)>,
    /// The code of each byte, for a word in ASCII.
    of_byte: [u8; 256],
    /// The same as `alone` and `pairs` in one: the unit of the first letter alone, [`NONE`], the group of
    /// the two from [`GROUP`] on, or [`SEARCHED`].
    steps: [u8; CODES * CODES],
    /// Whether a doubled consonant is one; in Hebrew and Arabic letters stand as they are.
    doubled_is_one: bool,
}

/// Letters of a word whose units have room in place.
const SHORT: usize = 16;

/// Codes of letters, the last for all that are none.
const CODES: usize = 64;
const NO_LETTER: u8 = 63;

/// Two letters that begin more than the group of themselves.
const SEARCHED: u8 = NOTHING + 1;

/// Among steps: the groups of two letters from here on, and no unit.
const GROUP: u8 = 128;
const NONE: u8 = 127;

impl Inventory {
    fn of(writing: Writing) -> Self {
        let (groups, letters) = writing.inventory();
        let first = match writing {
            Writing::Arabic => 0x0600,
            Writing::Hebrew => 0x0590,
            Writing::Cyrillic => 0x0400,
            _ => 0x60,
        };
        let mut inventory = Self {
            first,
            codes: [NO_LETTER; 1024],
            alone: [NOTHING; CODES],
            pairs: [NOTHING; CODES * CODES],
            groups: Vec::new(),
            of_byte: [NO_LETTER; 256],
            steps: [NONE; CODES * CODES],
            doubled_is_one: !matches!(writing, Writing::Arabic | Writing::Hebrew),
        };
        let mut next = 0;
        for (letter, number) in letters.chars().zip(0_u8..) {
            inventory.add(letter, number, &mut next);
        }
        if writing == Writing::Hebrew {
            // the final forms of Hebrew are their letters at the end
            for (end, letter) in [('ך', 'כ'), ('ם', 'מ'), ('ן', 'נ'), ('ף', 'פ'), ('ץ', 'צ')]
            {
                let number = inventory.number(inventory.code(letter));
                inventory.add(end, number, &mut next);
            }
        }
        // signs that stand in groups alone
        for letter in groups.iter().flat_map(|group| group.chars()) {
            if inventory.code(letter) == NO_LETTER {
                inventory.add(letter, NOTHING, &mut next);
            }
        }
        let singles = u8::try_from(letters.chars().count()).unwrap_or(NOTHING);
        for (group, number) in groups.iter().zip(singles..) {
            let codes: Vec<u8> = group.chars().map(|letter| inventory.code(letter)).collect();
            if let [one, other, ..] = *codes
                && let Some(pair) = inventory.pairs.get_mut(place(one, other))
            {
                let only = *pair == NOTHING && codes.len() == 2;
                *pair = if only { number } else { SEARCHED };
            }
            inventory.groups.push((codes, number));
        }
        inventory.fill_steps();
        inventory
    }

    /// Gives a letter its unit, and a code where it has none.
    fn add(&mut self, letter: char, number: u8, next: &mut u8) {
        let place = usize::try_from(u32::from(letter).wrapping_sub(self.first));
        let Some(code) = place.ok().and_then(|place| self.codes.get_mut(place)) else { return };
        if *code == NO_LETTER && *next < NO_LETTER {
            *code = *next;
            *next += 1;
        }
        if let Some(alone) = self.alone.get_mut(usize::from(*code)) {
            *alone = number;
        }
    }

    #[inline]
    pub(super) fn code(&self, letter: char) -> u8 {
        let place = u32::from(letter).wrapping_sub(self.first);
        usize::try_from(place)
            .ok()
            .and_then(|place| self.codes.get(place).copied())
            .unwrap_or(NO_LETTER)
    }

    #[inline]
    fn number(&self, code: u8) -> u8 {
        self.alone.get(usize::from(code)).copied().unwrap_or(NOTHING)
    }

    /// The units of Latin letters in ASCII with their places: as of [`Self::read`], in half the
    /// instructions.
    pub(super) fn read_latin(&self, word: &[u8]) -> Units {
        if word.len() <= SHORT { self.read_short(word) } else { self.read_long(word) }
    }

    /// The same of a word that has room in place, as hardly any has not: nothing is asked of lengths.
    #[expect(clippy::indexing_slicing, reason = "the indexes are below the lengths of the arrays")]
    #[inline]
    fn read_short(&self, word: &[u8]) -> Units {
        let mut codes = [NO_LETTER; SHORT + 1];
        for (code, byte) in codes.iter_mut().zip(word) {
            *code = self.of_byte[usize::from(*byte)];
        }
        let mut room = [0; SHORT];
        let (mut length, mut previous, mut at) = (0, NONE, 0);
        while at < word.len() {
            let (one, next) = (codes[at & (SHORT - 1)], codes[(at & (SHORT - 1)) + 1]);
            at += 1;
            let mut number = self.steps[place(one, next)];
            if number >= GROUP {
                let (more, group) = self.group(&codes[at..], one, number);
                at += more;
                number = group;
            }
            // what is no unit, or the one before again, is written over by the next
            room[length & (SHORT - 1)] = number;
            let stays = number != NONE && number != previous;
            length += usize::from(stays);
            if number != NONE {
                previous = number;
            }
        }
        if length > 1 {
            room[(length - 1) & (SHORT - 1)] += 2 * PLACE;
        }
        room[0] += if length > 0 { PLACE } else { 0 };
        Units::from_buf_and_len(room, length)
    }

    /// The group that a letter begins, if any, by the codes after it: of how many letters more, and the unit.
    fn group(&self, rest: &[u8], one: u8, step: u8) -> (usize, u8) {
        if step != SEARCHED {
            return (1, step - GROUP);
        }
        let begins = |codes: &[u8]| {
            codes.split_first().is_some_and(|(first, more)| *first == one && rest.starts_with(more))
        };
        match self.groups.iter().find(|(codes, _)| begins(codes)) {
            Some((codes, group)) => (codes.len() - 1, *group),
            None => (0, self.number(one)),
        }
    }

    /// The same of a word of any length.
    fn read_long(&self, word: &[u8]) -> Units {
        let code = |byte: &u8| self.of_byte.get(usize::from(*byte)).copied().unwrap_or(NO_LETTER);
        let codes: SmallVec<[u8; 64]> = word.iter().map(code).collect();
        let (mut units, mut rest) = (Units::new(), codes.as_slice());
        while let Some((one, following)) = rest.split_first() {
            let next = following.first().copied().unwrap_or(NO_LETTER);
            let mut number = self.steps.get(place(*one, next)).copied().unwrap_or(NONE);
            rest = following;
            if number >= GROUP {
                let (more, group) = self.group(rest, *one, number);
                rest = rest.get(more..).unwrap_or_default();
                number = group;
            }
            if number != NONE && units.last() != Some(&number) {
                units.push(number);
            }
        }
        placed(units)
    }

    /// What the letters of ASCII and the pairs of letters are, in the form that Latin is read by.
    fn fill_steps(&mut self) {
        for byte in 0..=u8::MAX {
            let code = self.code(char::from(byte));
            if let Some(slot) = self.of_byte.get_mut(usize::from(byte)) {
                *slot = code;
            }
        }
        for one in 0..=NO_LETTER {
            let alone = self.number(one).min(NONE);
            for other in 0..=NO_LETTER {
                let pair = self.pairs.get(place(one, other)).copied().unwrap_or(NOTHING);
                if let Some(step) = self.steps.get_mut(place(one, other)) {
                    *step = match pair {
                        NOTHING => alone,
                        SEARCHED => SEARCHED,
                        group => GROUP + group,
                    };
                }
            }
        }
    }

    /// The units of letters, without their places.
    #[inline]
    pub(super) fn read(&self, mut rest: impl Iterator<Item = u8> + Clone) -> Units {
        let mut room = [0; 16];
        let mut long = Units::new();
        let (mut length, mut previous) = (0, NOTHING);
        let mut next = rest.next();
        while let Some(code) = next {
            next = rest.next();
            let mut number = self.number(code);
            if let Some(other) = next {
                match self.pairs.get(place(code, other)).copied().unwrap_or(NOTHING) {
                    NOTHING => {}
                    SEARCHED => {
                        let follows = |codes: &[u8]| {
                            codes.len() == 2
                                || codes
                                    .iter()
                                    .skip(2)
                                    .copied()
                                    .eq(rest.clone().take(codes.len() - 2))
                        };
                        let group = self
                            .groups
                            .iter()
                            .find(|(codes, _)| codes.starts_with(&[code, other]) && follows(codes));
                        if let Some((codes, found)) = group {
                            number = *found;
                            for _ in 1..codes.len() {
                                next = rest.next();
                            }
                        }
                    }
                    group => {
                        number = group;
                        next = rest.next();
                    }
                }
            }
            if number == NOTHING || number == previous && self.doubled_is_one {
                continue;
            }
            previous = number;
            match room.get_mut(length) {
                Some(unit) => *unit = number,
                None => {
                    if long.is_empty() {
                        long.extend_from_slice(&room);
                    }
                    long.push(number);
                }
            }
            length += 1;
        }
        if long.is_empty() { Units::from_buf_and_len(room, length) } else { long }
    }
}

/// Where two letters stand among pairs.
#[inline]
fn place(one: u8, other: u8) -> usize {
    (usize::from(one) << 6 | usize::from(other)) & (CODES * CODES - 1)
}

static LATIN_INVENTORY: std::sync::LazyLock<Inventory> =
    std::sync::LazyLock::new(|| Inventory::of(Writing::Latin));
static ARABIC_INVENTORY: std::sync::LazyLock<Inventory> =
    std::sync::LazyLock::new(|| Inventory::of(Writing::Arabic));
static HEBREW_INVENTORY: std::sync::LazyLock<Inventory> =
    std::sync::LazyLock::new(|| Inventory::of(Writing::Hebrew));
static CYRILLIC_INVENTORY: std::sync::LazyLock<Inventory> =
    std::sync::LazyLock::new(|| Inventory::of(Writing::Cyrillic));

pub(super) fn inventory(writing: Writing) -> &'static Inventory {
    match writing {
        Writing::Arabic => &ARABIC_INVENTORY,
        Writing::Hebrew => &HEBREW_INVENTORY,
        Writing::Cyrillic => &CYRILLIC_INVENTORY,
        _ => &LATIN_INVENTORY,
    }
}
