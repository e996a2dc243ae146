//! Words that belong together: compounds with ʿAbd, -allah and -al-Din, kunyas, articles, tribes.
//!
//! Knows which words bind; what a unit then is in its name is for `classes`.

mod heads;

use std::ops::Range;

use smallvec::SmallVec;

use super::glued;
use super::shapes::{Shape, shape_of_one_word};
use super::tokens::{Before, Word};
use crate::generated::lookups::WHOLE_WORDS;
use crate::name::{Article, NameKind, Part, PartClass, PartText};
use crate::romanisation::romanise;
use crate::script::Script;
use heads::assimilates;
pub(super) use heads::{Head, head, is_second_half};

use crate::skeleton::{
    FATHER_OF, MOTHER_OF, SERVANT_OF, Skeleton, TAIL_DIN, TAIL_LLAH, append_after_servant,
    append_after_servant_in_abjad, skeleton_into, skeleton_of_abjad, skeleton_of_known,
    writes_vowels,
};
use crate::words::Role;

/// One or more words that are one part.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) part: Part,
    /// The role of its only word that is not an article.
    pub(super) role: Option<Role>,
    pub(super) shape: Shape,
    pub(super) article: bool,
    /// Which words it is made of.
    pub(super) words: Range<usize>,
}

/// The units of a name; most names have room in place, without an allocation.
pub(super) type Units = SmallVec<[Unit; 8]>;

/// Joins the words of a name to units, in order.
pub(super) fn assemble(text: &str, words: &[Word<'_>], kind: NameKind, units: &mut Units) {
    let person = matches!(kind, NameKind::Person | NameKind::Unknown);
    let assembly = Assembly { words, person };
    let mut next = 0;
    while next < words.len() {
        let mut unit = match assembly.stands_alone(next) {
            true => assembly.single(next),
            false => assembly.unit(next, 0),
        };
        unit.part.surface = surface(text, words, &unit);
        next = unit.words.end.max(next + 1);
        units.push(unit);
    }
}

/// Kunyas of compounds with articles nest this deep; nothing real goes beyond.
const DEEPEST: u8 = 4;

/// Skeletons of the words that -al-Din follows in names: Nur, Sayf, Salah, Shams, Jalal, Badr, Izz,
/// Fakhr, Jamal, Kamal, Najm, Nasir, Nizam, Sadr, Shihab, Siraj, Taj, Taqi, Zayn, Zahir, Ala, Baha,
/// Burhan, Diya, Ghiyath, Husam, Imad, Khayr, Majd, Muhyi, Muin, Qutb, Rukn, Sharaf, Wajih; Ansar Dine.
pub const HEADS_OF_FAITH: [&[u8]; 36] = [
    b"NR", b"SF", b"SL", b"CMS", b"JLL", b"BDR", b"AD", b"FHR", b"JML", b"KML", b"NJM", b"NSR",
    b"NDM", b"SDR", b"CHB", b"SRJ", b"TJ", b"TK", b"DN", b"DHR", b"AL", b"BH", b"BRHN", b"D",
    b"KT", b"HSM", b"AMD", b"HR", b"MJD", b"MH", b"MN", b"KTB", b"RKN", b"CRF", b"WJ", b"ANSR",
];

struct Assembly<'t> {
    words: &'t [Word<'t>],
    /// Articles glued to Latin words are looked for in names of persons alone.
    person: bool,
}

impl Assembly<'_> {
    fn role(&self, index: usize) -> Option<Role> {
        self.words.get(index).and_then(|word| word.role)
    }

    /// Whether neither this word nor the next has a role: nothing can bind them, as in most names.
    #[inline]
    fn stands_alone(&self, index: usize) -> bool {
        self.role(index).is_none() && self.role(index + 1).is_none()
    }

    /// The unit that begins with this word.
    fn unit(&self, first: usize, depth: u8) -> Unit {
        if depth >= DEEPEST {
            return self.single(first);
        }
        match self.role(first) {
            Some(Role::ServantOf) => self.servant(first).unwrap_or_else(|| self.with_tail(first)),
            Some(role @ (Role::FatherOf | Role::MotherOf)) => {
                self.kunya(first, role, depth).unwrap_or_else(|| self.single(first))
            }
            Some(Role::HouseOf) => match self.bindable(first + 1) {
                true => self.prefixed(first, Shape::House, depth),
                false => self.single(first),
            },
            Some(Role::Article | Role::AssimilatedArticle) if self.binds_as_article(first) => {
                self.prefixed(first, Shape::Word, depth)
            }
            Some(Role::Article | Role::AssimilatedArticle | Role::Nasab | Role::Particle) => {
                self.single(first)
            }
            _ => self.with_tail(first),
        }
    }

    /// True where a word follows that can be bound: no link, no end.
    fn bindable(&self, index: usize) -> bool {
        let link = matches!(self.role(index), Some(Role::Nasab | Role::Placeholder));
        index < self.words.len() && !link
    }

    /// The article and a word that it fits: any for al, a like sound for the assimilated ones.
    fn binds_as_article(&self, index: usize) -> bool {
        let (Some(article), Some(word)) = (self.words.get(index), self.words.get(index + 1)) else {
            return false;
        };
        if !self.bindable(index + 1) || word.before == Before::Comma {
            return false;
        }
        article.role == Some(Role::Article)
            || (article.role == Some(Role::AssimilatedArticle) && assimilates(article, word))
    }

    /// The first word at or after `index` that is not an article.
    fn after_articles(&self, index: usize) -> usize {
        let mut next = index;
        while self.binds_as_article(next) {
            next += 1;
        }
        next
    }

    fn servant(&self, first: usize) -> Option<Unit> {
        let named = self.after_articles(first + 1);
        if !self.bindable(named) {
            return None;
        }
        let mut unit = self.single(first);
        unit.part.skeleton = Skeleton::from_slice(SERVANT_OF);
        let word = self.words.get(named)?;
        if word.script.is_abjad() {
            append_after_servant_in_abjad(&word.folded, &mut unit.part.skeleton);
        } else {
            append_after_servant(&word.latin, &mut unit.part.skeleton);
        }
        self.extend(&mut unit, named + 1);
        let inner = self.single(named);
        unit.part.folded.push_str(&inner.part.folded);
        unit.part.latin.push_str(&inner.part.latin);
        unit.part.is_its_reading = false;
        unit.shape = Shape::Compound;
        unit.role = None;
        Some(unit)
    }

    fn kunya(&self, first: usize, role: Role, depth: u8) -> Option<Unit> {
        let child = self.after_articles(first + 1);
        if !self.bindable(child) {
            return None;
        }
        let inner = self.unit(child, depth + 1);
        let mut unit = self.single(first);
        unit.part.skeleton =
            Skeleton::from_slice(if role == Role::FatherOf { FATHER_OF } else { MOTHER_OF });
        unit.part.skeleton.extend_from_slice(&inner.part.skeleton);
        self.extend(&mut unit, inner.words.end);
        unit.part.folded.push_str(&inner.part.folded);
        unit.part.latin.push_str(&inner.part.latin);
        unit.part.is_its_reading = false;
        unit.shape = Shape::Kunya;
        unit.role = None;
        Some(unit)
    }

    /// A word with its article or with "house of" before it.
    fn prefixed(&self, first: usize, shape: Shape, depth: u8) -> Unit {
        let mut unit = self.unit(first + 1, depth + 1);
        let end = unit.words.end;
        unit.words.start = first;
        self.extend(&mut unit, end);
        unit.article = true;
        if shape == Shape::House {
            unit.shape = shape;
        }
        unit
    }

    /// A word with -allah, al-Din, ur-Rahman or the second half of a tribe that belongs to it.
    fn with_tail(&self, first: usize) -> Unit {
        let mut unit = self.single(first);
        let next = first + 1;
        // Hardly a word has a role, and only an article or a tail can bind here.
        if self.role(next).is_none() {
            return unit;
        }
        let tail = self.after_articles(next);
        let binding = match self.role(tail) {
            Some(Role::Tail) => tail > next || self.binds_without_article(&unit, tail),
            Some(Role::TailAfterArticle) => tail > next || self.bears_article(first),
            Some(Role::TribeTail | Role::FamilyTail) => tail == next,
            _ => false,
        };
        let (true, Some(word)) = (binding && bears_tail(&unit), self.words.get(tail)) else {
            return unit;
        };
        if tail == next && word.role == Some(Role::TailAfterArticle) {
            self.keep_article(first, &mut unit);
        }
        match (word.role, is_faith(word)) {
            (Some(Role::Tail), true) => unit.part.skeleton.extend_from_slice(TAIL_DIN),
            (Some(Role::Tail), false) if is_god(word) => {
                unit.part.skeleton.extend_from_slice(TAIL_LLAH);
            }
            _ => unit.part.skeleton.extend_from_slice(&self.single(tail).part.skeleton),
        }
        unit.shape = match word.role {
            Some(Role::TribeTail) => Shape::Tribe,
            Some(Role::FamilyTail) => Shape::Word,
            _ => Shape::Compound,
        };
        self.extend(&mut unit, tail + 1);
        unit.part.folded.push_str(&word.folded);
        unit.part.latin.push_str(&word.latin);
        unit.part.is_its_reading = false;
        unit.role = None;
        unit
    }

    /// Whether -allah or -din without an article belongs to the word before it. "Din" alone is also a
    /// name (Din Mohammad, Haji Din), and no pilgrim is of God.
    fn binds_without_article(&self, unit: &Unit, tail: usize) -> bool {
        let Some(word) = self.words.get(tail) else { return false };
        let pilgrim =
            unit.role == Some(Role::AmbiguousTitle) && unit.part.skeleton.starts_with(b"HJ");
        // Hansen Ulla, Иванова Алла: women
        let bare = matches!(&*word.latin, "din" | "deen" | "dine" | "ulla" | "alla");
        let usual = || {
            HEADS_OF_FAITH.contains(&unit.part.skeleton.as_slice())
                || is_god(word) && heads::usual(&unit.part.latin).is_some()
        };
        !pilgrim && (!bare || word.before == Before::Hyphen || usual())
    }

    /// Stretches a unit over the words up to `end`.
    fn extend(&self, unit: &mut Unit, end: usize) {
        unit.words.end = end;
        let words = self.words.get(unit.words.clone()).unwrap_or_default();
        unit.part.span.start = words.iter().map(|word| word.span.start).min().unwrap_or(0);
        unit.part.span.end = words.iter().map(|word| word.span.end).max().unwrap_or(0);
    }

    /// True after Abu X, written apart.
    fn follows_kunya(&self, index: usize) -> bool {
        let before = index.checked_sub(2).and_then(|head| self.role(head));
        matches!(before, Some(Role::FatherOf | Role::MotherOf))
    }

    /// Stands where there is no word.
    #[cold]
    fn nothing(&self, index: usize) -> Unit {
        Unit {
            part: Part {
                span: 0..0,
                surface: PartText::const_new(""),
                folded: PartText::const_new(""),
                latin: PartText::const_new(""),
                skeleton: Skeleton::new(),
                class: PartClass::Plain,
                script: Script::Common,
                article: Article::OfItsOwn,
                is_its_reading: false,
            },
            role: None,
            shape: Shape::Word,
            article: false,
            words: index..index + 1,
        }
    }

    #[inline]
    fn single(&self, index: usize) -> Unit {
        let Some(word) = self.words.get(index) else { return self.nothing(index) };
        let (mut folded, mut latin) = (None, None);
        if word.script == Script::Arabic {
            // the article bears no hamza: ألويس is Alois, and no Ways with an article
            let bears_hamza = word.letters.starts_with(['أ', 'إ', 'آ']);
            folded = without_article(&word.folded).filter(|_| !bears_hamza);
            latin = folded.map(|stem| PartText::from(romanise(stem)));
        } else if self.person
            && word.role.is_none()
            && matches!(word.script, Script::Latin | Script::Cyrillic)
            && let Some(stem) =
                glued::without_article(&word.latin, word.script, self.follows_kunya(index))
        {
            folded = Some(glued::without_own_article(&word.folded, stem));
            latin = Some(stem.into());
        }
        let behind = index.checked_sub(1).and_then(|before| self.head(before));
        let own_article = latin.is_some();
        let mut folded = folded.map_or_else(|| word.folded.to_part(), PartText::new);
        let head = self.head(index).filter(|_| latin.is_none());
        if let Some(head) = head {
            folded = head.folded(&word.folded);
            latin = Some(head.latin(word.script).into());
        }
        let is_made = latin.is_some();
        let latin = match latin {
            Some(latin) => latin,
            // The copy of a text in place costs a third of making it.
            None if word.latin.is_like(&word.folded) => folded.clone(),
            None => word.latin.to_part(),
        };
        let mut unit = Unit {
            article: own_article || behind.is_some(),
            part: Part {
                span: word.span.clone(),
                surface: PartText::const_new(""),
                folded,
                latin,
                skeleton: Skeleton::new(),
                class: PartClass::Plain,
                script: word.script,
                article: behind
                    .map_or(Article::OfItsOwn, |head| Article::OnWordBefore(head.article)),
                is_its_reading: false,
            },
            role: word.role,
            shape: Shape::Word,
            words: index..index + 1,
        };
        if unit.part.latin.is_empty() {
            // A script without a table: only the letters themselves can be compared.
        } else if word.script.is_abjad() && !writes_vowels(&word.letters) {
            skeleton_of_abjad(&unit.part.folded, &mut unit.part.skeleton);
        } else if let Some(head) = head {
            skeleton_into(head.usual(), &mut unit.part.skeleton);
        } else if is_made || word.script.is_abjad() {
            skeleton_into(&unit.part.latin, &mut unit.part.skeleton);
        } else {
            let read = skeleton_of_known(&unit.part.latin, word.known, &mut unit.part.skeleton);
            // what is known of a word is of these letters where they are those of the text
            unit.part.is_its_reading = read && word.latin.is_like(&word.folded);
        }
        unit.shape = shape_of_one_word(&unit.part);
        unit
    }
}

/// What a unit is written as: its words, joined by a space where they do not follow each other.
fn surface(text: &str, words: &[Word<'_>], unit: &Unit) -> PartText {
    let words = match unit.words.len() {
        // One word: its own place.
        1 => &[],
        _ => words.get(unit.words.clone()).unwrap_or_default(),
    };
    let in_order = words.windows(2).all(|pair| match pair {
        [one, other] => one.span.end <= other.span.start,
        _ => true,
    });
    if in_order {
        return text.get(unit.part.span.clone()).unwrap_or_default().into();
    }
    let surfaces: Vec<&str> = words.iter().filter_map(|word| text.get(word.span.clone())).collect();
    surfaces.join(" ").into()
}

/// The Arabic word without ال; `None` where it has none or is a name that begins so.
pub(crate) fn without_article(folded: &str) -> Option<&str> {
    let stem = folded.strip_prefix("ال")?;
    let name = stem.chars().count() < 2 || WHOLE_WORDS.binary_search(&folded).is_ok();
    (!name && folded != "الله").then_some(stem)
}

/// Words that -allah may follow: not links, titles or numbers.
fn bears_tail(unit: &Unit) -> bool {
    let free = match unit.role {
        None => true,
        // neither Sheikh Ullah nor Major Ullah are one word
        Some(Role::TitleBefore | Role::TitleOrFamily) => false,
        Some(role) => role.may_be_title_or_name(),
    };
    // a sign of God is a title
    let is_sign = unit.role == Some(Role::TitleHead) && unit.part.script.is_abjad();
    free && !is_sign
        && unit.shape == Shape::Word
        && !unit.part.latin.starts_with(|c: char| c.is_ascii_digit())
}

fn is_faith(word: &Word<'_>) -> bool {
    word.latin.contains("di") || word.latin.contains("dee") || &*word.folded == "الدين"
}

fn is_god(word: &Word<'_>) -> bool {
    word.latin.contains("lla") || &*word.folded == "الله"
}

#[cfg(test)]
mod tests;
