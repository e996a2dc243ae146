//! How two words meet, rule after rule.

use std::collections::BTreeSet;

use tamis_match::servants::NAMES_OF_GOD;
use tamis_match::spelling::units::Writing;
use tamis_model::{PartRelation, Weight};
use tamis_text::{
    HEADS_OF_FAITH, KoreanSounds, Language, Script, Syllables, are_other_characters,
    are_other_mandarin, skeleton,
};

use crate::edits::edits_of_letters;
use crate::koreans::{as_the_south_begins, have_other_vowels, meet_through_chinese};
use crate::likeness::{coarse_consonants_meet, likeness};
use crate::word::{Word, text_of};

/// How two words meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// The relation.
    pub relation: PartRelation,
    /// Letters that differ, where they count.
    pub edits: usize,
    /// Thousandths of the rarity.
    pub(crate) share: i32,
    /// What is taken off.
    pub(crate) cost: i32,
    /// The most that it adds.
    pub(crate) most: i32,
}

/// A rare part: 9 nats.
const RARE: Weight = Weight::from_millinats(9_000);

impl Met {
    pub(crate) fn new(relation: PartRelation, edits: usize, share: i32) -> Self {
        Self { relation, edits, share, cost: 0, most: i32::MAX }
    }

    /// What it adds where full agreement adds a rarity.
    pub(crate) fn weight(&self, rarity: Weight) -> Weight {
        Weight((rarity.0 * self.share / 1000 - self.cost).min(self.most))
    }

    /// Whether seven tenths of a rare part are left.
    pub(crate) fn bears_joining(&self) -> bool {
        self.weight(RARE) >= Weight::from_millinats(6_300)
    }

    /// As the meeting of a run with one word: 95 of a hundred.
    pub(crate) fn joined(self) -> Self {
        Self { relation: PartRelation::JoinedOrSplit, share: self.share * 95 / 100, ..self }
    }
}

/// Edits that two spellings of one name may have, by the letters of the shorter.
fn allowed(letters: usize) -> usize {
    [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2].get(letters).copied().unwrap_or(3)
}

/// How two words meet, if they do: the first rule that fits, and through Chinese where that leaves more of a rare part.
pub(crate) fn meet(one: &Word, other: &Word) -> Option<Met> {
    let through_chinese = through_chinese(&one.syllables, &other.syllables);
    let all = [through_chinese, meet_as_written(one, other)];
    // of two that leave as much, the last: as written
    all.into_iter().flatten().max_by_key(|met| met.weight(RARE))
}

/// A Korean word beside the pinyin of its characters.
pub(crate) fn through_chinese(one: &Syllables, other: &Syllables) -> Option<Met> {
    let readings = meet_through_chinese(one, other)?;
    // 0.693 nats for each doubling of the readings, and never more than 1.4
    let doublings = (0..7).filter(|doubling| readings >= 2 << doubling).count();
    let doubled = Weight::from_millinats(693).0 * number(doublings);
    let cost = doubled.min(Weight::from_millinats(1_400).0);
    Some(Met { cost, ..Met::new(PartRelation::Transliteration, 0, 900) })
}

fn meet_as_written(one: &Word, other: &Word) -> Option<Met> {
    use PartRelation::{Equal, Transliteration, Variant};
    let same_writing = one.is_abjad() == other.is_abjad();
    if one.is_number() || other.is_number() {
        let equal = one.is_number() && other.is_number() && one.latin == other.latin;
        return equal.then(|| Met::new(Equal, 0, 1000));
    }
    if one.folded == other.folded {
        return Some(Met::new(Equal, 0, 1000));
    }
    // one consonant is too little to tell a romanisation by
    let of_china = |word: &Word| word.script == Script::Han && word.syllables != Syllables::NONE;
    let other_characters =
        of_china(one) && of_china(other) && are_other_characters(&one.folded, &other.folded);
    let told = same_writing || one.skeleton.len().min(other.skeleton.len()) > 1;
    if one.latin == other.latin && !one.latin.is_empty() && told && !other_characters {
        let relation = if same_writing { Equal } else { Transliteration };
        return Some(Met::new(relation, 0, 980));
    }
    if let (Some(one), Some(other)) = (one.concept, other.concept) {
        return (one == other).then(|| Met::new(Variant, 0, 950));
    }
    if let Some(share) = variants_share(one, other) {
        return Some(Met::new(Variant, 0, share));
    }
    let both = |script: Script| one.script == script && other.script == script;
    let exact = both(Script::Han)
        || both(Script::Hangul)
            && as_the_south_begins(&one.folded) != as_the_south_begins(&other.folded);
    // Chinese before Korean, which other vowels part
    let meet = match one.syllables.met(&other.syllables) {
        Some(Language::Chinese) => true,
        Some(Language::Korean) => !have_other_vowels(one, other),
        None => false,
    };
    if !exact && meet {
        return Some(Met::new(Transliteration, 0, 900));
    }
    let by_letters = meet_by_letters(one, other, same_writing);
    if !spell_one_native(one, other) {
        return by_letters;
    }
    // never less than four fifths, and a spelling
    let enough = |met: &Met| {
        met.relation != PartRelation::Edit && met.weight(RARE) >= Weight(RARE.0 * 800 / 1000)
    };
    by_letters.filter(enough).or(Some(Met::new(Variant, 0, 800)))
}

/// How two words meet by what is written, without the lexicon.
fn meet_by_letters(one: &Word, other: &Word, same_writing: bool) -> Option<Met> {
    use PartRelation::{Edit, Variant};
    if without_faith(one, other) || without_faith(other, one) {
        return Some(Met::new(Variant, 0, 800));
    }
    if are_other_syllables(one, other)
        || serve_two_names(one, other)
        || are_written_as_two(one, other)
    {
        return None;
    }
    let met = by_letters(one, other, same_writing)?;
    let two_names = are_two_names(one, other)
        || adds_i(one, other)
        || adds_i(other, one)
        || one.skeleton == other.skeleton
            && (end_in_i_and_a(one, other)
                || end_in_i_and_a(other, one)
                || lacks_long_vowel(one, other)
                || lacks_long_vowel(other, one));
    // one nat and a half
    Some(if two_names { Met { relation: Edit, cost: met.cost + 1536, ..met } } else { met })
}

/// In Arabic letters: the ending of women on one side alone, or one long vowel inside for another; beside Latin letters that
/// ending and a last consonant.
fn are_written_as_two(one: &Word, other: &Word) -> bool {
    let letters = |word: &Word| word.folded.chars().collect::<Vec<char>>();
    let stem = |word: &Word| match letters(word).split_last() {
        Some(('ه', stem)) if stem.len() >= 3 => Some(stem.to_vec()),
        _ => None,
    };
    let no_vowel = |word: &Word| {
        word.latin.ends_with(|last: char| last.is_ascii_lowercase() && !"aeiouyhtw".contains(last))
    };
    match (one.script, other.script) {
        (Script::Arabic, Script::Latin) => stem(one).is_some() && no_vowel(other),
        (Script::Latin, Script::Arabic) => stem(other).is_some() && no_vowel(one),
        (Script::Arabic, Script::Arabic) => {
            let (a, b) = (letters(one), letters(other));
            if stem(one).as_ref() == Some(&b) || stem(other).as_ref() == Some(&a) {
                return true;
            }
            let long = |letter: char| "اوي".contains(letter);
            let but = |word: &[char], at: usize| [&word[..at], &word[at + 1..]].concat();
            (4..=32).contains(&a.len())
                && a.len() == b.len()
                && (1..a.len() - 1).filter(|at| long(a[*at])).any(|at| {
                    (1..b.len() - 1)
                        .filter(|place| long(b[*place]) && b[*place] != a[at])
                        .any(|place| but(&a, at) == but(&b, place))
                })
        }
        _ => false,
    }
}

/// The one is the stem of the other, a compound with al-Din, and of two consonants or more.
pub(crate) fn without_faith(short: &Word, long: &Word) -> bool {
    short.skeleton.len() >= 2
        && format!("{}DN", short.skeleton) == long.skeleton
        && HEADS_OF_FAITH.iter().any(|head| text_of(head) == short.skeleton)
        && short.latin.ends_with(|last| !"aeiouy".contains(last))
        && !glides(&short.latin)
}

/// A w or y between vowels.
fn glides(latin: &str) -> bool {
    let vowel = |letter: char| "aeiou".contains(letter);
    let letters: Vec<char> = latin.chars().collect();
    (2..letters.len())
        .any(|at| vowel(letters[at - 2]) && "wy".contains(letters[at - 1]) && vowel(letters[at]))
}

/// Both are known and have no name in common, and differ in more than doubled letters.
fn are_two_names(one: &Word, other: &Word) -> bool {
    let (Some(ones), Some(others)) = (&one.names, &other.names) else { return false };
    // q is k, w is v, y and e are i, o is u
    let single = |latin: &str| {
        let latin = latin.replace('q', "k").replace('w', "v").replace(['y', 'e'], "i");
        let mut letters: Vec<char> = latin.replace('o', "u").chars().collect();
        letters.dedup();
        letters
    };
    ones.is_disjoint(others) && single(&one.latin) != single(&other.latin)
}

/// One is the other, a known name, with an i or y after its last consonant.
fn adds_i(one: &Word, other: &Word) -> bool {
    let closed = |latin: &str| latin.ends_with(|last| !"aeiouyhw".contains(last));
    let stem = one.latin.strip_suffix('i').or_else(|| one.latin.strip_suffix('y'));
    one.skeleton == other.skeleton
        && (other.names.is_some() || one.is_abjad() != other.is_abjad())
        && closed(&other.latin)
        && stem.is_some_and(closed)
}

/// Two Latin words of four letters and more, one of which ends in a single i or y and the other in a or ah, not behind y.
fn end_in_i_and_a(one: &Word, other: &Word) -> bool {
    let ends = |latin: &str, ends: &[&str], not: &[&str]| {
        latin.len() > 3
            && ends.iter().any(|end| latin.ends_with(end))
            && !not.iter().any(|end| latin.ends_with(end))
    };
    one.script == Script::Latin
        && other.script == Script::Latin
        && ends(&one.latin, &["i", "y"], &["ai", "ay"])
        && ends(&other.latin, &["a", "ah"], &["ya"])
        && format!("{}a", one.latin) != other.latin
}

/// Between two consonants the Arabic word has waw or ya alone, and the Latin one of as many consonants neither that vowel nor
/// one like it.
fn lacks_long_vowel(arabic: &Word, latin: &Word) -> bool {
    if arabic.script != Script::Arabic || latin.script != Script::Latin {
        return false;
    }
    let letters = arabic.folded.chars().filter(|letter| letter.is_alphabetic());
    let written: String = letters
        .map(|letter| match letter {
            'و' => 'u',
            'ي' | 'ى' | 'ی' | 'ئ' => 'i',
            letter if "اأإآعحهةۀءؤ".contains(letter) => 'a',
            _ => '-',
        })
        .collect();
    let mut read = String::new();
    let mut before = ' ';
    for letter in latin.latin.chars() {
        match letter {
            'a' => read.push('a'),
            'e' | 'i' | 'y' => read.push('i'),
            'o' | 'u' | 'v' | 'w' => read.push('u'),
            'h' if "kgstdcp".contains(before) => {}
            'h' => read.push('a'),
            letter if letter == before => {}
            _ => read.push('-'),
        }
        before = letter;
    }
    let (written, read): (Vec<&str>, Vec<&str>) =
        (written.split('-').collect(), read.split('-').collect());
    let inner = 1..written.len().saturating_sub(1);
    written.len() == read.len()
        && written.len() <= 32
        && inner
            .into_iter()
            .any(|at| ["u", "i"].contains(&written[at]) && !read[at].contains(written[at]))
}

/// By letters, consonants, or what is learned.
fn by_letters(one: &Word, other: &Word, same_writing: bool) -> Option<Met> {
    use PartRelation::Edit;
    let edited = if same_writing { edited(one, other) } else { None };
    if [one.script, other.script].map(Writing::of).contains(&Writing::Latin) {
        return spelled(one, other, edited);
    }
    match (edited, consonants(one, other, same_writing)) {
        (Some(edited), None) => Some(Met { relation: Edit, ..edited }),
        (None, consonants) => consonants,
        (Some(edited), Some(consonants)) if consonants.share >= edited.share => {
            Some(Met { edits: edited.edits, ..consonants })
        }
        (edited, _) => edited,
    }
}

/// Characters that each are a letter of the name, or Korean names of other sounds.
fn are_other_syllables(one: &Word, other: &Word) -> bool {
    let both = |script: Script| one.script == script && other.script == script;
    if both(Script::Hangul) || both(Script::Han) {
        return true;
    }
    // Chinese characters beside a word of as many other syllables of Mandarin
    let characters = |han: &Word, latin: &Word| {
        han.script == Script::Han
            && latin.script == Script::Latin
            && are_other_mandarin(&han.latin, &latin.latin, han.folded.chars().count())
    };
    if characters(one, other) || characters(other, one) {
        return true;
    }
    if one.korean.is_some() && other.korean.is_some() {
        let slip = one.script == other.script && edits_of_letters(&one.latin, &other.latin) <= 1;
        return (one.korean != other.korean || have_other_vowels(one, other)) && !slip;
    }
    // two words of pinyin
    let words = [one, other];
    let latin = words.iter().all(|word| word.script == Script::Latin && word.korean.is_none());
    if latin && one.syllables.are_other_pinyin(&other.syllables) {
        return edits_of_letters(&one.latin, &other.latin) > 1;
    }
    // Hangul beside a Latin word of a name that need not be Korean
    [(one, other), (other, one)].into_iter().any(|(hangul, latin)| {
        let sounds = KoreanSounds::of(&latin.latin);
        hangul.script == Script::Hangul
            && latin.script == Script::Latin
            && hangul.korean.is_some()
            && latin.korean.is_none()
            && sounds.is_some()
            && (sounds != hangul.korean || have_other_vowels(hangul, latin))
    })
}

/// Abd with two different names of God.
fn serve_two_names(one: &Word, other: &Word) -> bool {
    let serves = |word: &Word| {
        NAMES_OF_GOD.iter().any(|name| text_of(&skeleton(&format!("abdul{name}"))) == word.skeleton)
    };
    let servants = one.skeleton.starts_with('Q') && other.skeleton.starts_with('Q');
    let sure = !format!("{}{}", one.latin, other.latin).contains('c');
    let slip = edits_of_letters(&one.latin, &other.latin) <= 1;
    sure && !slip && servants && one.skeleton != other.skeleton && serves(one) && serves(other)
}

/// What two words earn by the best id that the lexicon has for both and that licenses them.
fn variants_share(one: &Word, other: &Word) -> Option<i32> {
    let across = one.script != other.script;
    let share = |id: &u32| match id >> 22 {
        0 if across || one.script == Script::Latin => Some(950),
        1 if across => Some(950),
        2 if across || one.script == Script::Latin => Some(800),
        _ => None,
    };
    one.ids.intersection(&other.ids).filter_map(share).max()
}

/// What the ids of two forms in different scripts make of them.
pub(crate) fn across_scripts(one: &BTreeSet<u32>, other: &BTreeSet<u32>) -> Option<Met> {
    let share = |id: &u32| if id >> 22 < 2 { 950 } else { 800 };
    let share = one.intersection(other).map(share).max()?;
    Some(Met::new(PartRelation::Variant, 0, share))
}

/// The lexicon knows both as spellings of one form in Arabic letters.
fn spell_one_native(one: &Word, other: &Word) -> bool {
    let may = one.script != other.script || one.script == Script::Latin;
    may && one.ids.intersection(&other.ids).any(|id| id >> 22 == 3)
}

/// A few letters differ: of the romanised form, or of the written one where it leaves out vowels.
fn edited(one: &Word, other: &Word) -> Option<Met> {
    let shorter = one.latin.len().min(other.latin.len());
    if allowed(shorter) == 0 {
        return None;
    }
    let (edits, most) = if one.is_abjad() {
        let letters = one.folded.chars().count().min(other.folded.chars().count());
        (edits_of_letters(&one.folded, &other.folded), allowed(letters))
    } else {
        (edits_of_letters(&one.latin, &other.latin), allowed(shorter))
    };
    // as one letter of ten where a name that nobody bears is a letter from another
    let least = match (one.ids.is_empty(), other.ids.is_empty()) {
        (false, false) => usize::MAX,
        (true, true) => 6,
        _ => 5,
    };
    let is_slip = edits == 1 && !one.is_abjad() && shorter >= least;
    let share = 1000 - number(edits) * 1400 / number(shorter);
    let share = if is_slip { share.max(860) } else { share };
    (edits <= most && !begin_otherwise(one, other, edits))
        .then(|| Met::new(PartRelation::Edit, edits, share))
}

/// Two edits or more change both first letters; one edit changes the first letter of a word of four.
fn begin_otherwise(one: &Word, other: &Word, edits: usize) -> bool {
    let (a, b): (Vec<char>, Vec<char>) =
        (one.latin.chars().collect(), other.latin.chars().collect());
    if a.len() < 2 || b.len() < 2 || a[0] == b[0] {
        return false;
    }
    let crossed = [a[0] == b[1], a[1] == b[0]];
    if edits >= 2 {
        return a[1] != b[1] && crossed == [false, false];
    }
    // a vowel, a glide, h or l may be missing, m and n before a consonant
    let without = |long: &[char], short: &[char]| {
        let may =
            "aeiouywhl".contains(long[0]) || "mn".contains(long[0]) && !"aeiouy".contains(long[1]);
        may && long[1..] == *short
    };
    let one_sound = "gjyzckqd".contains(a[0]) && "gjyzckqd".contains(b[0]);
    a.len().min(b.len()) == 4
        && one.skeleton != other.skeleton
        && crossed != [true, true]
        && !without(&a, &b)
        && !without(&b, &a)
        && !one_sound
}

/// What is learned leaves seven tenths of a rare part, or the letters are the same as they are romanised.
pub(crate) fn are_spelled_alike(one: &Word, other: &Word) -> bool {
    let learned = likeness(one, other).is_some_and(|(gain, loss)| {
        let cost = loss / 32 + (loss - 3 * 1024).max(0);
        let most = gain - 7 * 1024;
        let met = Met { cost, most, ..Met::new(PartRelation::Transliteration, 0, 1000) };
        most > 0 && met.bears_joining()
    });
    learned || one.latin == other.latin
}

/// What is learned of spelling tells, where a side is in Latin letters: the best of what the letters
/// gain, of equal consonants, and of few edits. Nothing where neither few edits nor few coarse
/// consonants part the words.
fn spelled(one: &Word, other: &Word, edited: Option<Met>) -> Option<Met> {
    if edited.is_none() && !coarse_consonants_meet(&one.skeleton, &other.skeleton) {
        return None;
    }
    let Some((gain, loss)) = likeness(one, other) else { return edited };
    let mut found = Vec::new();
    // seven nats of gain are chance; three of loss are free but for a 32nd, which orders
    let most = gain - 7 * 1024;
    if most > 0 {
        let cost = loss / 32 + (loss - 3 * 1024).max(0);
        found.push(Met { cost, most, ..Met::new(PartRelation::Transliteration, 0, 1000) });
    }
    if let Some(share) = equal_consonants(one, other) {
        let cost = loss / 32;
        found.push(Met { cost, ..Met::new(PartRelation::Transliteration, 0, share) });
    }
    // half of a rare name is left: these letters are another spelling and no edit
    let spelling = found.iter().any(|met| met.weight(RARE) >= Weight::from_millinats(4_500));
    found.extend(edited.map(|edited| match spelling {
        true => Met { relation: PartRelation::Transliteration, ..edited },
        false => edited,
    }));
    let best = found.iter().map(|met| met.weight(RARE)).max()?;
    found.into_iter().rev().find(|met| met.weight(RARE) == best)
}

/// What equal consonants earn beside Latin letters.
fn equal_consonants(one: &Word, other: &Word) -> Option<i32> {
    let skeleton = &one.skeleton;
    let father = |compound: &Word, word: &Word| {
        word.latin.starts_with("bou")
            && word.skeleton.starts_with('B')
            && format!("P{}", &word.skeleton[1..]) == compound.skeleton
    };
    let fathers = *skeleton != other.skeleton && (father(one, other) || father(other, one));
    if *skeleton != other.skeleton && !fathers {
        return None;
    }
    let compound = fathers
        || skeleton.starts_with(['Q', 'P', 'U'])
        || skeleton.len() >= 3 && (skeleton.ends_with("DN") || skeleton.ends_with('L'));
    if fathers && one.is_abjad() == other.is_abjad() {
        let child = |word: &Word| {
            let fathers = ["abou", "aboe", "abu", "abo", "ebu", "bou"];
            let child = fathers.iter().find_map(|father| word.latin.strip_prefix(father));
            child.unwrap_or(&word.latin).to_owned()
        };
        let share =
            [0, 0, 600, 800].get(skeleton.len().min(other.skeleton.len())).copied().unwrap_or(850);
        return (share > 0 && have_vowels_of_one_name(&child(one), &child(other))).then_some(share);
    }
    if one.is_abjad() != other.is_abjad() || compound {
        let share = [0, 400, 700, 900].get(skeleton.len()).copied().unwrap_or(950);
        return (share > 0).then_some(share);
    }
    if vowels(&one.latin).is_some_and(|vowels_of_one| Some(vowels_of_one) == vowels(&other.latin)) {
        let share = [0, 0, 850, 900].get(skeleton.len()).copied().unwrap_or(950);
        return (share > 0).then_some(share);
    }
    let shorter = one.latin.len().min(other.latin.len());
    let near = edits_of_letters(&one.latin, &other.latin) <= (shorter / 4).max(1)
        || have_vowels_of_one_name(&one.latin, &other.latin);
    let share = [0, 0, 600, 800].get(skeleton.len()).copied().unwrap_or(850);
    (near && share > 0).then_some(share)
}

/// The vowels of a word in three classes with a mark for what stands between them, whatever a convention writes.
fn vowels(latin: &str) -> Option<String> {
    let mut word = latin.to_owned();
    if word.ends_with("ah") || word.ends_with("eh") {
        word.pop();
    }
    if word.ends_with('e') {
        word.pop();
        word.push('a');
    }
    let word = word.replace("ei", "ai").replace("ey", "ay").replace("ow", "aw").replace('h', "");
    let mut classes: Vec<char> = word
        .chars()
        .map(|letter| match letter {
            'a' => 'a',
            'o' | 'u' | 'w' => 'u',
            'e' | 'i' | 'y' => 'i',
            _ => '-',
        })
        .collect();
    classes.dedup();
    (classes.len() <= 32).then(|| classes.into_iter().collect())
}

/// The vowels are one where e may be a or i, of ai and ei and ie the i is heard and of au and eu the u, a last e
/// behind a vowel and n, or behind ch, is silent, and the u of gue and gui, and a word that begins with two consonants may lack the first vowel of the other.
pub(crate) fn have_vowels_of_one_name(one: &str, other: &str) -> bool {
    let (a, b) = (heard(one), heard(other));
    if a.len() > 32 || b.len() > 32 {
        return false;
    }
    let lacks = |word: &str| {
        let mut letters = word.chars();
        let (first, second) = (letters.next().unwrap_or('a'), letters.next().unwrap_or('a'));
        let consonants = [first, second]
            .iter()
            .all(|letter| letter.is_ascii_alphabetic() && !"aeiouyhw".contains(*letter));
        let one_sound = ["dj", "dz", "ts", "tc"].iter().any(|sound| word.starts_with(sound));
        consonants && first != second && !one_sound
    };
    may_be_one(&a, &b)
        || lacks(one) && may_be_one(&a, &without_first_vowel(&b))
        || lacks(other) && may_be_one(&b, &without_first_vowel(&a))
}

fn heard(latin: &str) -> String {
    let mut word = latin.replace("gue", "ge").replace("gui", "gi");
    if ["ane", "ene", "ine", "one", "une", "che"].iter().any(|end| word.ends_with(end))
        || word.ends_with("ah")
        || word.ends_with("eh")
    {
        word.pop();
    }
    let letters: Vec<char> = word.chars().collect();
    let is_vowel = |letter: Option<&char>| letter.is_some_and(|letter| "aeiouy".contains(*letter));
    let class = |(at, letter): (usize, &char)| match letter {
        'a' | 'e' => Some(*letter),
        'o' | 'u' | 'w' => Some('u'),
        'i' | 'y' => Some('i'),
        'h' => (at > 0 && is_vowel(letters.get(at - 1)) && is_vowel(letters.get(at + 1)))
            .then_some('-'),
        _ => Some('-'),
    };
    narrowed(letters.iter().enumerate().filter_map(class))
}

/// Runs of one class once; i and u swallow an a or e before them and an e behind them.
fn narrowed(classes: impl Iterator<Item = char>) -> String {
    let mut all = String::new();
    for class in classes {
        match (all.chars().last(), class) {
            (Some(last), class) if last == class => {}
            (Some('a' | 'e'), 'i' | 'u') => {
                all.pop();
                all.push(class);
            }
            (Some('i' | 'u'), 'e') => {}
            _ => all.push(class),
        }
    }
    all
}

fn without_first_vowel(classes: &str) -> String {
    let vowel = classes.chars().position(|class| class != '-');
    let rest = classes.chars().enumerate().filter(|(at, _)| Some(*at) != vowel);
    narrowed(rest.map(|(_, class)| class))
}

fn may_be_one(a: &str, b: &str) -> bool {
    let one =
        |(a, b): (char, char)| a == b || matches!((a, b), ('e', 'a' | 'i') | ('a' | 'i', 'e'));
    a.chars().count() == b.chars().count() && a.chars().zip(b.chars()).all(one)
}

/// The same consonants, or one apart in two scripts, where vowels are not written on both sides.
fn consonants(one: &Word, other: &Word, same_writing: bool) -> Option<Met> {
    let vowels_written = same_writing && !one.is_abjad();
    let shorter = one.skeleton.len().min(other.skeleton.len());
    if one.skeleton != other.skeleton {
        let near = shorter >= 4
            && !vowels_written
            && one.script != other.script
            && edits_of_letters(&one.skeleton, &other.skeleton) <= 1;
        return near.then(|| Met::new(PartRelation::Transliteration, 1, 500));
    }
    let share = match (same_writing, shorter) {
        (true, 0 | 1) | (false, 0) => return None,
        (true, 2) => 600,
        (true, 3) => 800,
        (true, _) => 850,
        (false, 1) => 400,
        (false, 2) => 700,
        (false, 3) => 900,
        (false, _) => 950,
    };
    if one.is_abjad() && one.script == other.script {
        let (a, b) = (long_vowels(&one.folded), long_vowels(&other.folded));
        if !is_within(&a, &b) && !is_within(&b, &a) {
            return None;
        }
    }
    if !vowels_written {
        return Some(Met::new(PartRelation::Transliteration, 0, share));
    }
    let edits = edits_of_letters(&one.latin, &other.latin);
    let share = (share - 40 * (number(edits) - 1).max(0)).max(300);
    (edits <= one.latin.len().max(other.latin.len()) / 2)
        .then(|| Met::new(PartRelation::Transliteration, edits, share))
}

/// The long u and i of Arabic or Hebrew letters.
fn long_vowels(folded: &str) -> Vec<bool> {
    let letters = folded.chars().filter(|letter| "ويىیוי".contains(*letter));
    letters.map(|letter| "وו".contains(letter)).collect()
}

/// The one is the other with some left out.
fn is_within(one: &[bool], other: &[bool]) -> bool {
    match (one, other) {
        ([], _) => true,
        (_, []) => false,
        ([first, rest @ ..], [other_first, others @ ..]) => {
            is_within(if first == other_first { rest } else { one }, others)
        }
    }
}

/// One word is the other cut short at the end of a full field.
pub(crate) fn cut_short(one: &Word, other: &Word) -> Option<Met> {
    let begins = |cut: &Word, whole: &Word| {
        let begin =
            |cut: &str, whole: &str| cut.len() >= 3 && cut != whole && whole.starts_with(cut);
        let by_consonants = cut.script != whole.script && begin(&cut.skeleton, &whole.skeleton);
        cut.is_cut && (begin(&cut.latin, &whole.latin) || by_consonants)
    };
    (begins(one, other) || begins(other, one)).then(|| Met::new(PartRelation::Truncated, 0, 700))
}

/// A small count as a number that weights are made of.
pub(crate) fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
