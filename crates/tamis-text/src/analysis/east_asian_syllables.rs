//! Words that are particles elsewhere and syllables in names of East Asia: P'eng Te-huai, Kim Do Hyun, Nguyen Van Thieu.

use smallvec::SmallVec;

use super::tokens::{Before, Word};
use crate::script::Script;
use crate::syllables::{self, FamilyOfVietnam, WordOfName};
use crate::words::Role;

/// Takes the role of a particle from syllables of names: one with a capital that a hyphen joins to a word in small
/// letters behind it, as Wade-Giles and Korean own names are written (Te-huai, Do-hyun), "Van" in a name that
/// begins or ends with a family name of Vietnam, the last word of a name without a comma (Zhu De, Le Van Do), and what
/// is a syllable in a name of Korean, Mandarin or Vietnam (Kim Do Hyun, Zhang De Jiang, Kim Bin Na, Le Huu An, Ван Хуа).
pub(super) fn mark(text: &str, words: &mut [Word<'_>]) {
    if words.iter().all(|word| word.role.is_none()) {
        return;
    }
    if let Some(names) = of_syllables(text, words) {
        names.iter_mut().for_each(|word| word.role = None);
        return;
    }
    if let Some(names) = of_vietnam(text, words) {
        names.iter_mut().for_each(|word| word.role = None);
        return;
    }
    for at in 0..words.len() {
        let Some(word) = words.get(at).filter(|word| word.role == Some(Role::Particle)) else {
            continue;
        };
        let surface = |word: &Word<'_>| text.get(word.span.clone()).unwrap_or_default().to_owned();
        let is_capital = surface(word).starts_with(char::is_uppercase);
        let is_joined = word.before != Before::Hyphen
            && words.get(at + 1).is_some_and(|next| {
                next.before == Before::Hyphen
                    && surface(next).starts_with(char::is_lowercase)
                    && next.role != Some(Role::Article)
            });
        let is_vietnamese = || {
            let mut ends = [words.first(), words.last()].into_iter().flatten();
            &*word.latin == "van"
                && words.len() > 2
                && ends.any(|word| syllables::is_family_of_vietnam_alone(&word.latin))
        };
        // nothing follows that a particle could bind, but where the family name stands first (Silva, Luiz da)
        let is_last = || {
            at > 0
                && at + 1 == words.len()
                && words.iter().all(|word| word.before != Before::Comma)
                && (is_capital || words.len() == 2)
        };
        let is_syllable = is_capital && (is_joined || is_vietnamese()) || is_last();
        if let Some(word) = words.get_mut(at).filter(|_| is_syllable) {
            word.role = None;
        }
    }
}

/// A name of Vietnam as a whole, without the titles before it.
fn of_vietnam<'w, 't>(text: &str, words: &'w mut [Word<'t>]) -> Option<&'w mut [Word<'t>]> {
    let is_title = |word: &&Word<'_>| word.role == Some(Role::Title);
    let titles = words.iter().take_while(is_title).count();
    let names = words.get_mut(titles..)?;
    if !names.iter().all(|word| is_written_as_name(text, word)) || is_block_first(text, names) {
        return None;
    }
    let is_of_vietnam = {
        let words: SmallVec<[&str; 8]> = names.iter().map(|word| &*word.latin).collect();
        FamilyOfVietnam::of(&words).is_some()
    };
    is_of_vietnam.then_some(names)
}

/// Whether two words in capitals stand before another that is not: the family of "LE LONG Loan" has a particle.
fn is_block_first(text: &str, words: &[Word<'_>]) -> bool {
    let is_in_capitals = |word: &Word<'_>| {
        let letters = text.get(word.span.clone()).unwrap_or_default();
        letters.len() > 1 && !letters.chars().any(char::is_lowercase)
    };
    match words {
        [first, second, .., last] => {
            is_in_capitals(first) && is_in_capitals(second) && !is_in_capitals(last)
        }
        _ => false,
    }
}

/// Whether a word has a capital, or hangs on the one before by a hyphen.
fn is_written_as_name(text: &str, word: &Word<'_>) -> bool {
    word.before == Before::Hyphen
        || text.get(word.span.clone()).is_some_and(|text| text.starts_with(char::is_uppercase))
}

/// Letters of the longest syllable: zhuang, kyeong.
const LONGEST_SYLLABLE: usize = 6;

/// A name of syllables of Korean or Mandarin throughout, without the titles before it: in Latin letters three words of one
/// each, or two of Mandarin, and in Cyrillic ones a family and an own name as Palladius or Kontsevich read them. Each word
/// has a capital, or hangs on the one before by a hyphen.
fn of_syllables<'w, 't>(text: &str, words: &'w mut [Word<'t>]) -> Option<&'w mut [Word<'t>]> {
    let is_title = |word: &Word<'_>| {
        matches!(word.role, Some(Role::Title | Role::TitleBefore | Role::TitleOrFamily))
    };
    if words.iter().any(|word| word.role == Some(Role::Initial)) {
        return None;
    }
    let in_latin = words.last()?.script == Script::Latin;
    // asked of each name with a word that is known
    if in_latin
        && words.iter().rev().take(3).skip(1).any(|word| word.latin.len() > LONGEST_SYLLABLE)
    {
        return None;
    }
    let titles = match words.len() {
        more @ 4.. => more - 3,
        3 if is_title(words.first()?) && !words.first().is_some_and(is_also_family) => 1,
        _ => 0,
    };
    let (titles, names) = words.split_at_mut_checked(titles)?;
    let is_written_so = |word: &Word<'_>| is_written_as_name(text, word);
    if !titles.iter().all(is_title) || !names.iter().all(is_written_so) {
        return None;
    }
    let are_names = {
        let words: SmallVec<[WordOfName<'_>; 4]> =
            names.iter().map(|word| (&*word.folded, &*word.latin, word.script)).collect();
        match (words.as_slice(), in_latin) {
            (three @ [_, _, _], true) => {
                syllables::are_syllables(three, 3..=3) && !is_of_the_low_countries(three)
            }
            ([first, last], true) => are_two_of_china(names, first, last),
            (two @ [_, _], false) => syllables::are_syllables(two, 2..=4),
            _ => false,
        }
    };
    are_names.then_some(names)
}

/// Whether a title is a family or an own name of East Asia too, and stands before no name there as a title: ji behind names
/// of South Asia, pan before Slavic ones.
fn is_also_family(word: &Word<'_>) -> bool {
    matches!(&*word.latin, "ji" | "pan")
}

/// Whether De in the middle is likelier the article of Flemish and Dutch families (Kim De Jong, An De Man): no syllable of
/// Korean in its official romanisations, and in pinyin one behind a family that is no own name there.
fn is_of_the_low_countries(words: &[WordOfName<'_>]) -> bool {
    let [first, (_, "de", _), last] = words else { return false };
    let is_pinyin = syllables::is_family_of_china(first) && syllables::is_pinyin(last, 1);
    !is_pinyin || first.1 == "an"
}

/// Whether two words are a Chinese own name and the family behind it, of which the first is a particle elsewhere (Bin Li), or the
/// family Pan or Ji before an own name of two syllables.
fn are_two_of_china(names: &[Word<'_>], first: &WordOfName<'_>, last: &WordOfName<'_>) -> bool {
    let role = names.first().and_then(|word| word.role);
    match role {
        Some(Role::Nasab | Role::Particle) => {
            syllables::is_pinyin(first, 1)
                && syllables::is_pinyin(last, 1)
                && syllables::is_family_of_china(last)
        }
        Some(Role::Title) => {
            names.first().is_some_and(is_also_family) && syllables::is_pinyin(last, 2)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::analyse;
    use crate::name::NameKind;

    #[track_caller]
    fn check(name: &str, parts: &[&str]) {
        let analysed = analyse(name, NameKind::Person).unwrap();
        let found: Vec<&str> =
            analysed.informative_parts().map(|part| part.latin.as_str()).collect();
        assert_eq!(found, parts, "{name}");
    }

    #[test]
    fn syllables_are_names_and_particles_stay() {
        check("P'eng Te-huai", &["peng", "te", "huai"]);
        check("Kim Do-hyun", &["kim", "do", "hyun"]);
        check("Nguyen Van Thieu", &["nguyen", "van", "thieu"]);
        check("NGUYEN VAN THIEU", &["nguyen", "van", "thieu"]);
        check("Minh Van Nguyen", &["minh", "van", "nguyen"]);
        check("Nguyễn Văn Thiệu", &["nguyen", "van", "thieu"]);
        check("Le Van Son", &["le", "van", "son"]);
        check("Lê Văn Sơn", &["le", "van", "son"]);
        check("Gen. Do Huu An", &["do", "huu", "an"]);
        check("Do, Huu An", &["huu", "an", "do"]);
        check("Son Van Le", &["son", "van", "le"]);
        check("Van Nguyen", &["van", "nguyen"]);
        check("Phan Van Hoa", &["phan", "van", "hoa"]);
        check("Le Thang", &["le", "thang"]);
        check("Do Thihang", &["do", "thihang"]);
        check("Le Bon Luc", &["bon", "luc"]);
        check("LE LONG Loan", &["long", "loan"]);
        check("An Van Dam", &["an", "dam"]);
        check("Marine Le Pen", &["marine", "pen"]);
        check("Edson Do Nascimento", &["edson", "nascimento"]);
        check("Zhu De", &["zhu", "de"]);
        check("Nguyen Van Do", &["nguyen", "van", "do"]);
        check("Silva, Luiz da", &["luiz", "silva"]);
        check("Silva Luiz da", &["silva", "luiz"]);
        check("Kim Do Hyun", &["kim", "do", "hyun"]);
        check("Kim De Jong", &["kim", "jong"]);
        check("An De Man", &["an", "man"]);
        check("JAN DE JONG", &["jan", "jong"]);
        check("Pan Wei Min", &["pan", "wei", "min"]);
        check("Pan Weimin", &["pan", "weimin"]);
        check("Bin Li", &["bin", "li"]);
        check("Жан Ван Дамм", &["zhan", "damm"]);
        check("Ли Ван Линь", &["li", "lin"]);
        check("Kim A Lee", &["kim", "lee"]);
        check("U Thein Sein", &["thein", "sein"]);
        check("LEE DA HEE", &["lee", "da", "hee"]);
        check("Mr Zhang De Jiang", &["zhang", "de", "jiang"]);
        check("Jang Yong Hon", &["jang", "yong", "hon"]);
        check("Hon. Kim Su", &["kim", "su"]);
        check("Ji Sung Park", &["ji", "sung", "park"]);
        check("Sim Du-na", &["sim", "du", "na"]);
        check("Mu Pan Li", &["mu", "pan", "li"]);
        check("Lo Pao-kuo", &["lo", "pao", "kuo"]);
        check("Kao Tseng-le", &["kao", "tseng", "le"]);
        check("Teng Lung-i", &["teng", "lung", "i"]);
        check("Ван Хуажэнь", &["van", "khuazhen"]);
        check("Ван Ден Берг", &["berg"]);
        check("O Kuk Ryol", &["o", "kuk", "ryol"]);
        check("Lee A-young", &["lee", "a", "young"]);
        check("Kim Bin Na", &["kim", "bin", "na"]);
        check("Kim Bin Nasir", &["kim", "nasir"]);
        check("Lee de Silva", &["lee", "silva"]);
        check("Jo de Jong", &["jo", "jong"]);
        check("Jan van Dijk", &["jan", "dijk"]);
        check("Jean-de-Dieu Kamuhanda", &["jean", "dieu", "kamuhanda"]);
        check("Maria De-Souza", &["maria", "souza"]);
        check("Ludwig van Beethoven", &["ludwig", "beethoven"]);
    }
}
