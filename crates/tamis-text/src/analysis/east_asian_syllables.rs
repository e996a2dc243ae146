//! Words that are particles in Europe and syllables in names of East Asia: P'eng Te-huai, Nguyen Van Thieu.

use super::tokens::{Before, Word};
use crate::words::Role;

/// The commonest family names of Vietnam, which nine of ten bear (Lê Trung Hoa, *Họ và tên người Việt Nam*,
/// 2005), without those that are particles (Do, Le) or words of Europe (Phan, Ho, Ly).
const FAMILIES_OF_VIETNAM: [&str; 16] = [
    "nguyen", "tran", "pham", "huynh", "hoang", "vu", "vo", "dang", "bui", "ngo", "duong", "dinh",
    "trinh", "truong", "luong", "doan",
];

/// Takes the role of a particle from syllables of names: one with a capital that a hyphen joins to a word in small
/// letters behind it, as Wade-Giles and Korean own names are written (Te-huai, Do-hyun), "Van" in a name that
/// begins or ends with a family name of Vietnam, and the last word of a name without a comma (Zhu De, Le Van Do).
pub(super) fn mark(text: &str, words: &mut [Word<'_>]) {
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
        check("Jan van Dijk", &["jan", "dijk"]);
        check("Jean-de-Dieu Kamuhanda", &["jean", "dieu", "kamuhanda"]);
        check("Maria De-Souza", &["maria", "souza"]);
        check("Ludwig van Beethoven", &["ludwig", "beethoven"]);
    }
}
