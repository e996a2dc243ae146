//! Words that are particles elsewhere and syllables in names of East Asia: P'eng Te-huai, Kim Do Hyun, Nguyen Van Thieu.

use smallvec::SmallVec;

use super::tokens::{Before, Word};
use crate::script::Script;
use crate::syllables::{self, WordOfName};
use crate::words::Role;

/// The commonest family names of Vietnam, which nine of ten bear (Lê Trung Hoa, *Họ và tên người Việt Nam*,
/// 2005), without those that are particles (Do, Le) or words of Europe (Phan, Ho, Ly).
const FAMILIES_OF_VIETNAM: [&str; 16] = [
    "nguyen", "tran", "pham", "huynh", "hoang", "vu", "vo", "dang", "bui", "ngo", "duong", "dinh",
    "trinh", "truong", "luong", "doan",
];

/// Takes the role of a particle from syllables of names: one with a capital that a hyphen joins to a word in small
/// letters behind it, as Wade-Giles and Korean own names are written (Te-huai, Do-hyun), "Van" in a name that
/// begins or ends with a family name of Vietnam, the last word of a name without a comma (Zhu De, Le Van Do), and what
/// is a syllable in a name of Korean or Mandarin (Kim Do Hyun, Zhang De Jiang, Kim Bin Na, Ван Хуа).
pub(super) fn mark(text: &str, words: &mut [Word<'_>]) {
    if words.iter().all(|word| word.role.is_none()) {
        return;
    }
    if let Some(names) = of_syllables(text, words) {
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
                && ends.any(|word| FAMILIES_OF_VIETNAM.contains(&&*word.latin))
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

/// Letters of the longest syllable: zhuang, kyeong.
const LONGEST_SYLLABLE: usize = 6;

/// A name of syllables of Korean or Mandarin throughout, without the titles before it: three words of one each in Latin
/// letters, and in Cyrillic ones whatever Palladius or Kontsevich reads. Each word has a capital, or hangs on the one
/// before by a hyphen.
fn of_syllables<'w, 't>(text: &str, words: &'w mut [Word<'t>]) -> Option<&'w mut [Word<'t>]> {
    let is_title = |word: &Word<'_>| word.role == Some(Role::Title);
    let in_latin = words.last()?.script == Script::Latin;
    // asked of each name with a word that is known
    if in_latin && words.iter().rev().take(3).any(|word| word.latin.len() > LONGEST_SYLLABLE) {
        return None;
    }
    let titles = match words.len() {
        more @ 4.. => more - 3,
        // Hon Kim Su is the honourable Kim Su; ji stands behind a name only
        3 if is_title(words.first()?) && words.first().is_some_and(|word| &*word.latin != "ji") => {
            1
        }
        _ => 0,
    };
    let (titles, names) = words.split_at_mut_checked(titles)?;
    let is_written_so = |word: &Word<'_>| {
        word.before == Before::Hyphen
            || text.get(word.span.clone()).is_some_and(|text| text.starts_with(char::is_uppercase))
    };
    if !titles.iter().all(is_title) || !names.iter().all(is_written_so) {
        return None;
    }
    let counts = match names.len() {
        3 if in_latin => 3..=3,
        2 | 3 if !in_latin => 2..=4,
        _ => return None,
    };
    let are_syllables = {
        let words: SmallVec<[WordOfName<'_>; 4]> =
            names.iter().map(|word| (&*word.folded, &*word.latin, word.script)).collect();
        syllables::are_syllables(&words, counts)
    };
    are_syllables.then_some(names)
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
        check("Zhu De", &["zhu", "de"]);
        check("Nguyen Van Do", &["nguyen", "van", "do"]);
        check("Silva, Luiz da", &["luiz", "silva"]);
        check("Silva Luiz da", &["silva", "luiz"]);
        check("Kim Do Hyun", &["kim", "do", "hyun"]);
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
        check("Lee A Young", &["lee", "a", "young"]);
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
