//! Words that belong together: compounds with ʿAbd, -allah and -al-Din, kunyas, articles, tribes.
//!
//! Knows which words bind; what a unit then is in its name is for `classes`.

use std::ops::Range;

use super::glued;
use super::tokens::{Before, Word};
use crate::generated::lookups::WHOLE_WORDS;
use crate::name::{NameKind, PartText};
use crate::romanisation::romanise_into;
use crate::script::Script;
use crate::skeleton::{
    FATHER_OF, MOTHER_OF, SERVANT_OF, Skeleton, TAIL_DIN, TAIL_LLAH, append_after_servant,
    append_after_servant_in_abjad, skeleton_into, skeleton_of_abjad,
};
use crate::words::Role;

/// One or more words that are one part.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) span: Range<usize>,
    pub(super) folded: PartText,
    pub(super) latin: PartText,
    pub(super) skeleton: Skeleton,
    pub(super) script: Script,
    /// The role of its only word that is not an article.
    pub(super) role: Option<Role>,
    pub(super) shape: Shape,
    pub(super) article: bool,
    /// Which words it is made of.
    pub(super) words: Range<usize>,
}

/// How the words of a unit hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Word,
    /// A name of God or of faith in it.
    Compound,
    Kunya,
    House,
    Tribe,
}

/// Joins the words of a name to units, in order.
pub(super) fn assemble(words: &[Word<'_>], kind: NameKind) -> Vec<Unit> {
    let person = matches!(kind, NameKind::Person | NameKind::Unknown);
    let assembly = Assembly { words, person };
    let mut units = Vec::with_capacity(words.len());
    let mut next = 0;
    while next < words.len() {
        let unit = assembly.unit(next, 0);
        next = unit.words.end.max(next + 1);
        units.push(unit);
    }
    units
}

/// Kunyas of compounds with articles nest this deep; nothing real goes beyond.
const DEEPEST: u8 = 4;

/// Skeletons of the words that -al-Din follows in names: Nur, Sayf, Salah, Shams, Jalal, Badr, Izz,
/// Fakhr, Jamal, Kamal, Najm, Nasir, Nizam, Sadr, Shihab, Siraj, Taj, Taqi, Zayn, Zahir, Ala, Baha,
/// Burhan, Diya, Ghiyath, Husam, Imad, Khayr, Majd, Muhyi, Muin, Qutb, Rukn, Sharaf, Wajih; Ansar Dine.
const HEADS_OF_FAITH: [&[u8]; 36] = [
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

    /// The unit that begins with this word.
    fn unit(&self, first: usize, depth: u8) -> Unit {
        let plain = |assembly: &Self| assembly.with_tail(assembly.single(first));
        if depth >= DEEPEST {
            return self.single(first);
        }
        match self.role(first) {
            Some(Role::ServantOf) => self.servant(first).unwrap_or_else(|| plain(self)),
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
            _ => plain(self),
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
        unit.skeleton = Skeleton::from_slice(SERVANT_OF);
        let word = self.words.get(named)?;
        if word.script.is_abjad() {
            append_after_servant_in_abjad(&word.folded, &mut unit.skeleton);
        } else {
            append_after_servant(&word.latin, &mut unit.skeleton);
        }
        self.extend(&mut unit, named + 1);
        let inner = self.single(named);
        unit.folded.push_str(&inner.folded);
        unit.latin.push_str(&inner.latin);
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
        unit.skeleton =
            Skeleton::from_slice(if role == Role::FatherOf { FATHER_OF } else { MOTHER_OF });
        unit.skeleton.extend_from_slice(&inner.skeleton);
        self.extend(&mut unit, inner.words.end);
        unit.folded.push_str(&inner.folded);
        unit.latin.push_str(&inner.latin);
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

    /// Joins -allah, al-Din, ur-Rahman or the second half of a tribe to the word before it.
    fn with_tail(&self, mut unit: Unit) -> Unit {
        let next = unit.words.end;
        // Hardly a word has a role, and only an article or a tail can bind here.
        if self.role(next).is_none() {
            return unit;
        }
        let tail = self.after_articles(next);
        let binding = match self.role(tail) {
            Some(Role::Tail) => tail > next || self.binds_without_article(&unit, tail),
            Some(Role::TailAfterArticle) => tail > next || ends_in_article(&unit.latin),
            Some(Role::TribeTail | Role::FamilyTail) => tail == next,
            _ => false,
        };
        let (true, Some(word)) = (binding && bears_tail(&unit), self.words.get(tail)) else {
            return unit;
        };
        if unit.latin.ends_with("ur") && tail == next && word.role == Some(Role::TailAfterArticle) {
            let stem = unit.latin.strip_suffix("ur").unwrap_or(&unit.latin).to_owned();
            unit.skeleton.clear();
            skeleton_into(&stem, &mut unit.skeleton);
        }
        match (word.role, is_faith(word)) {
            (Some(Role::Tail), true) => unit.skeleton.extend_from_slice(TAIL_DIN),
            (Some(Role::Tail), false) if is_god(word) => unit.skeleton.extend_from_slice(TAIL_LLAH),
            _ => unit.skeleton.extend_from_slice(&self.single(tail).skeleton),
        }
        unit.shape = match word.role {
            Some(Role::TribeTail) => Shape::Tribe,
            Some(Role::FamilyTail) => Shape::Word,
            _ => Shape::Compound,
        };
        self.extend(&mut unit, tail + 1);
        let folded = word.folded.as_str();
        unit.folded.push_str(folded);
        unit.latin.push_str(&word.latin);
        unit.role = None;
        unit
    }

    /// Whether -allah or -din without an article belongs to the word before it. "Din" alone is also a
    /// name (Din Mohammad, Haji Din), and no pilgrim is of God.
    fn binds_without_article(&self, unit: &Unit, tail: usize) -> bool {
        let Some(word) = self.words.get(tail) else { return false };
        let pilgrim = unit.role == Some(Role::AmbiguousTitle) && unit.skeleton.starts_with(b"HJ");
        let bare = matches!(word.latin.as_str(), "din" | "deen" | "dine");
        let usual = HEADS_OF_FAITH.contains(&unit.skeleton.as_slice());
        !pilgrim && (!bare || usual || word.before == Before::Hyphen)
    }

    /// Stretches a unit over the words up to `end`.
    fn extend(&self, unit: &mut Unit, end: usize) {
        unit.words.end = end;
        let words = self.words.get(unit.words.clone()).unwrap_or_default();
        unit.span.start = words.iter().map(|word| word.span.start).min().unwrap_or(0);
        unit.span.end = words.iter().map(|word| word.span.end).max().unwrap_or(0);
    }

    /// True after Abu X, written apart.
    fn follows_kunya(&self, index: usize) -> bool {
        let before = index.checked_sub(2).and_then(|head| self.role(head));
        matches!(before, Some(Role::FatherOf | Role::MotherOf))
    }

    fn single(&self, index: usize) -> Unit {
        let Some(word) = self.words.get(index) else {
            return Unit {
                span: 0..0,
                folded: PartText::const_new(""),
                latin: PartText::const_new(""),
                skeleton: Skeleton::new(),
                script: Script::Common,
                role: None,
                shape: Shape::Word,
                article: false,
                words: index..index + 1,
            };
        };
        let mut unit = Unit {
            span: word.span.clone(),
            folded: word.folded.clone(),
            latin: word.latin.clone(),
            skeleton: Skeleton::new(),
            script: word.script,
            role: word.role,
            shape: Shape::Word,
            article: false,
            words: index..index + 1,
        };
        if word.script == Script::Arabic
            && let Some(stem) = without_article(&word.folded)
        {
            unit.folded = stem.into();
            let mut latin = String::with_capacity(stem.len());
            romanise_into(stem, &mut latin);
            unit.latin = latin.into();
            unit.article = true;
        }
        if self.person
            && word.role.is_none()
            && matches!(word.script, Script::Latin | Script::Cyrillic)
            && let Some(stem) = glued::without_article(&word.latin, self.follows_kunya(index))
        {
            unit.folded = glued::without_own_article(&word.folded).into();
            unit.latin = stem.into();
            unit.article = true;
        }
        if unit.latin.is_empty() {
            // A script without a table: only the letters themselves can be compared.
        } else if word.script.is_abjad() {
            skeleton_of_abjad(&unit.folded, &mut unit.skeleton);
        } else {
            skeleton_into(&unit.latin, &mut unit.skeleton);
        }
        unit.shape = shape_of_one_word(&unit);
        unit
    }
}

/// What a unit is written as: its words, joined by a space where they do not follow each other.
pub(super) fn surface(text: &str, words: &[Word<'_>], unit: &Unit) -> PartText {
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
        return text.get(unit.span.clone()).unwrap_or_default().into();
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

/// Compounds and tribes that are written as one word.
fn shape_of_one_word(unit: &Unit) -> Shape {
    let begins = |head: &[u8]| unit.skeleton.starts_with(head);
    if begins(SERVANT_OF) {
        return Shape::Compound;
    }
    if begins(FATHER_OF) {
        return Shape::Kunya;
    }
    let letters = if unit.script.is_abjad() { &unit.folded } else { &unit.latin };
    let ends = |tails: &[&str], stem: usize| {
        tails
            .iter()
            .any(|tail| letters.strip_suffix(tail).is_some_and(|head| head.chars().count() >= stem))
    };
    // The last byte tells which tails can stand there; nine words of ten end in none.
    let (compounds, tribes): (&[&str], &[&str]) = match letters.as_bytes().last() {
        Some(b'h') => (&["ullah", "allah"], &[]),
        Some(b'a') => (&["ulla"], &[]),
        Some(b'n') => (&["uddin", "eddine", "eddin", "aldin"], &[]),
        Some(b'e') => (&["eddine"], &[]),
        Some(b'i') => (&[], &["zai"]),
        Some(b'y') => (&[], &["zay"]),
        Some(b'l') => (&[], &["khel", "kheil"]),
        Some(0x80..) => (&["الدين", "الله"], &["زي", "خيل"]),
        _ => return Shape::Word,
    };
    if ends(compounds, 2) {
        Shape::Compound
    } else if ends(tribes, 3) {
        Shape::Tribe
    } else {
        Shape::Word
    }
}

/// Words that -allah may follow: not links, titles or numbers.
fn bears_tail(unit: &Unit) -> bool {
    let free = matches!(unit.role, None | Some(Role::AmbiguousTitle));
    free && unit.shape == Shape::Word && !unit.latin.starts_with(|c: char| c.is_ascii_digit())
}

/// Mujibur Rahman: the article hangs on the first word.
fn ends_in_article(latin: &str) -> bool {
    latin.ends_with("ur") && latin.len() > 4
}

fn is_faith(word: &Word<'_>) -> bool {
    word.latin.contains("di") || word.latin.contains("dee") || word.folded == "الدين"
}

fn is_god(word: &Word<'_>) -> bool {
    word.latin.contains("lla") || word.folded == "الله"
}

/// The article has taken the first sound of the word: ar-Rahman, ash-Sham. An is also a Korean and a
/// Vietnamese name, and needs the hyphen.
fn assimilates(article: &Word<'_>, word: &Word<'_>) -> bool {
    let consonants = article.latin.trim_start_matches(['a', 'e', 'i', 'o', 'u']);
    match consonants {
        "" | "n" => word.before == Before::Hyphen && word.latin.starts_with(consonants),
        "ch" => word.latin.starts_with("ch"),
        _ => word.latin.starts_with(consonants),
    }
}
