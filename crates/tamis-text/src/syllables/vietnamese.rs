//! Names of Vietnam as a whole: Nguyễn Văn Thiệu, Le Duc Tho, Ha Thi Bui. Each word is one syllable, and a family's name
//! stands at one end. Many papers have no marks, so that letters without them decide; where there are some, they tell
//! that a name is of Vietnam.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::as_number;
use crate::distance::optimal_string_alignment;

/// The commonest families, which nine of ten bear (Lê Trung Hoa, *Họ và tên người Việt Nam*, 2005), without those that are
/// words or families elsewhere too.
const FAMILIES: [&str; 16] = [
    "bui", "dang", "dinh", "doan", "duong", "hoang", "huynh", "luong", "ngo", "nguyen", "pham",
    "tran", "trinh", "truong", "vo", "vu",
];

/// Families of the same book, of rank three to fifty or so, that are particles (Le, Do), words or families elsewhere. Dam, La
/// and Van are not among them, for Dutch and French names begin and end with them.
const FAMILIES_ELSEWHERE_TOO: [&str; 26] = [
    "cao", "chau", "chu", "dao", "do", "ha", "ho", "kieu", "lam", "le", "luu", "ly", "mac", "mai",
    "nghiem", "phan", "phung", "quach", "ta", "tang", "thach", "thai", "to", "tong", "trieu",
    "vuong",
];

/// Common own names and names in the middle (the same book; "Vietnamese name" in the English and the Vietnamese
/// Wikipedia), without those that are particles elsewhere (da, do, du, le) and those that [`is_unlike_others`] tells.
const COMMON: [&str; 179] = [
    "ai", "an", "ba", "bac", "bach", "bang", "bao", "bich", "cam", "can", "cat", "chau", "chi",
    "chien", "chuc", "chung", "cong", "cuc", "dac", "dai", "dan", "dao", "dat", "dich", "diem",
    "dien", "diep", "dieu", "dong", "duan", "duc", "dung", "duy", "gia", "giang", "giao", "giap",
    "ha", "hai", "han", "hang", "hao", "hau", "hien", "hiep", "hieu", "ho", "hoa", "hoach", "hoai",
    "hoan", "hoat", "hoc", "hoe", "hoi", "hong", "hop", "huan", "hue", "hung", "huy", "ket",
    "kien", "kiet", "kieu", "kim", "ky", "lam", "lan", "lap", "lich", "lien", "loan", "loc", "loi",
    "long", "lua", "luan", "luat", "luc", "ly", "mai", "man", "mau", "men", "mi", "mong", "mui",
    "mung", "my", "nam", "phap", "phat", "phi", "phong", "phu", "phuc", "phung", "quan", "quang",
    "que", "qui", "quy", "sac", "sam", "sang", "sao", "sau", "sen", "si", "son", "song", "sy",
    "ta", "tai", "tam", "tan", "tao", "tap", "tat", "thach", "tham", "than", "thang", "thao",
    "that", "the", "them", "thep", "thi", "thien", "thiep", "thiet", "thieu", "tho", "thoa",
    "thoai", "thoan", "thom", "thong", "thu", "thuan", "thuat", "thuc", "thung", "thuy", "tich",
    "tiem", "tien", "tiep", "tiet", "tieu", "tin", "to", "toa", "toai", "toan", "ton", "tu",
    "tuan", "tuc", "tue", "tung", "tuy", "ty", "ung", "ut", "uy", "van", "vang", "vi", "vien",
    "viet", "vui", "vy", "xuan", "xung", "y", "yen",
];

/// What a syllable may have behind its initial consonant, without marks (*Quy tắc chính tả tiếng Việt*).
const RIMES: [&str; 108] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec",
    "ech", "em", "en", "eng", "enh", "eo", "ep", "et", "eu", "i", "ia", "ich", "iec", "iem", "ien",
    "ieng", "iep", "iet", "ieu", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach",
    "oai", "oam", "oan", "oang", "oanh", "oat", "oay", "oc", "oe", "oen", "oeo", "oet", "oi", "om",
    "on", "ong", "op", "ot", "u", "ua", "uac", "uach", "uai", "uan", "uang", "uanh", "uat", "uau",
    "uay", "uc", "ue", "uech", "uen", "uenh", "uet", "ui", "um", "un", "ung", "uo", "uoc", "uoi",
    "uom", "uon", "uong", "uop", "uot", "uou", "up", "ut", "uu", "uy", "uya", "uych", "uyen",
    "uyet", "uynh", "uyt", "uyu", "y", "yem", "yen", "yet", "yeu",
];

/// Initial consonants, the longest first: n stands before no g that belongs to it.
const INITIALS: [&str; 26] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "th", "tr", "b", "c", "d", "g", "h", "k", "l",
    "m", "n", "q", "r", "s", "t", "v", "x", "",
];

/// A word of a name: romanised, and as it is written.
pub type WrittenWord<'a> = (&'a str, &'a str);

/// At which ends of a name of Vietnam its family may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FamilyOfVietnam {
    /// At the beginning, as at home.
    pub first: bool,
    /// At the end, as in the West.
    pub last: bool,
}

impl FamilyOfVietnam {
    /// How many words such a name has.
    pub const WORDS: RangeInclusive<usize> = 2..=5;
    /// Letters of the longest of them: nghieng, nghiem, truong.
    pub const LETTERS: usize = 7;

    /// The family of a name that is of Vietnam as a whole. Of a family that is a word elsewhere too, marks or the other words
    /// tell it: each is a common name there (Le Huu An, but not Le Bon Luc).
    #[must_use]
    pub fn of(words: &[WrittenWord<'_>]) -> Option<Self> {
        let [(first, _), middle @ .., (last, _)] = words else { return None };
        let (of_first, of_last) = (Family::of(first), Family::of(last));
        // most names end here
        if of_first.is_none() && of_last.is_none()
            || !Self::WORDS.contains(&words.len())
            || !words.iter().all(|word| is_syllable_or_initial(word.0))
        {
            return None;
        }
        let common = || middle.iter().all(|word| is_initial(word.0) || is_common(word.0));
        let is_told = of_first == Some(Family::Here)
            || of_last == Some(Family::Here)
            || words.iter().any(|word| has_marks(word))
            || common()
                && (of_first.is_some() && is_common(last) || of_last.is_some() && is_common(first));
        is_told.then_some(Self { first: of_first.is_some(), last: of_last.is_some() })
    }
}

/// Where a word is a family's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    /// In Vietnam.
    Here,
    /// Elsewhere too, or as another word.
    ElsewhereToo,
}

impl Family {
    fn of(latin: &str) -> Option<Self> {
        static ALL: LazyLock<Vec<(u64, Family)>> = LazyLock::new(|| {
            let of = |families: &[&str], family: Family| -> Vec<(u64, Family)> {
                let numbers = families.iter().filter_map(|latin| as_number(latin));
                numbers.map(|number| (number, family)).collect()
            };
            let mut all = of(&FAMILIES, Family::Here);
            all.extend(of(&FAMILIES_ELSEWHERE_TOO, Family::ElsewhereToo));
            all.sort_unstable_by_key(|(number, _)| *number);
            all
        });
        let number = as_number(latin)?;
        let found = ALL.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        ALL.get(found).map(|(_, family)| *family)
    }
}

/// Whether a word is the name of a family of Vietnam, and hardly a word or a family elsewhere.
pub(crate) fn is_family_of_vietnam_alone(latin: &str) -> bool {
    Family::of(latin) == Some(Family::Here)
}

/// Whether two syllables are two names: one letter may be a slip where one of them is no common name. Minh and Vinh are
/// two, and Dung is Dũng and Dùng.
#[must_use]
pub fn are_two_of_vietnam(one: &str, other: &str) -> bool {
    let are_common = || is_name(one) && is_name(other);
    let is_slip = || optimal_string_alignment(one.as_bytes(), other.as_bytes(), 1).is_some();
    !are_one_of_vietnam(one, other) && (are_common() || !is_slip())
}

/// Whether two syllables without marks are one, in either spelling of a last i: My, Mi; Quy, Qui.
#[must_use]
pub fn are_one_of_vietnam(one: &str, other: &str) -> bool {
    one == other || with_last_i(one).is_some_and(|stem| with_last_i(other) == Some(stem))
}

/// What stands before a last i that is written y as well: behind a consonant, as which qu counts.
fn with_last_i(latin: &str) -> Option<&str> {
    let stem = latin.strip_suffix(['i', 'y'])?;
    (stem == "qu" || !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y'])).then_some(stem)
}

fn is_name(latin: &str) -> bool {
    Family::of(latin).is_some() || is_common(latin)
}

fn is_common(latin: &str) -> bool {
    COMMON.binary_search(&latin).is_ok()
        || is_unlike_others(latin)
        || Family::of(latin) == Some(Family::Here)
}

/// Whether a syllable is spelled as hardly a word is that stands behind a particle in Europe.
fn is_unlike_others(latin: &str) -> bool {
    ["kh", "ng", "nh", "tr"].iter().any(|begin| latin.starts_with(begin))
        || ["uo", "uu", "uye"].iter().any(|rime| latin.contains(rime))
        || latin.ends_with("nh")
}

fn is_syllable_or_initial(latin: &str) -> bool {
    is_initial(latin) || is_syllable(latin)
}

fn is_initial(latin: &str) -> bool {
    latin.len() == 1
}

/// Whether a word is one syllable, as it is spelled without marks.
fn is_syllable(latin: &str) -> bool {
    INITIALS.iter().any(|initial| {
        latin.strip_prefix(initial).is_some_and(|rime| {
            let front = rime.starts_with(['e', 'i', 'y']);
            let fits = match *initial {
                "c" | "g" | "ng" | "gi" => !front,
                "k" | "gh" | "ngh" => front,
                "q" => rime.starts_with('u') && rime.len() > 1,
                _ => true,
            };
            fits && RIMES.binary_search(&rime).is_ok()
        })
    })
}

/// Whether a word has marks that hardly another language writes, and none of those that such a name may end or begin with:
/// hooks, horns, dots below, breves, two marks on one vowel, the stroke of Đ; the circumflex of Lê.
fn has_marks((latin, written): &WrittenWord<'_>) -> bool {
    let is_mark = |letter: char| {
        matches!(letter, '\u{1EA0}'..='\u{1EF9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ă' | 'Ă' | 'đ' | 'Đ')
            || matches!(letter, '\u{0306}' | '\u{0309}' | '\u{031B}' | '\u{0323}')
            || *latin == "le" && matches!(letter, 'ê' | 'Ê' | '\u{0302}')
    };
    !written.is_ascii() && written.chars().any(is_mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family(name: &str) -> Option<(bool, bool)> {
        let latin: Vec<String> =
            name.split(' ').map(|word| crate::romanise(&crate::fold(word))).collect();
        let words: Vec<WrittenWord<'_>> =
            latin.iter().map(String::as_str).zip(name.split(' ')).collect();
        FamilyOfVietnam::of(&words).map(|family| (family.first, family.last))
    }

    #[test]
    fn tables_are_in_order() {
        for table in [&COMMON[..], &RIMES, &FAMILIES, &FAMILIES_ELSEWHERE_TOO] {
            assert!(table.is_sorted());
        }
        for name in COMMON.iter().chain(&FAMILIES).chain(&FAMILIES_ELSEWHERE_TOO) {
            assert!(is_syllable(name), "{name}");
        }
    }

    #[test]
    fn names_of_vietnam_as_a_whole() {
        for (name, expected) in [
            ("Nguyễn Văn Thiệu", Some((true, false))),
            ("Nguyen Van Thieu", Some((true, false))),
            ("Minh Van Nguyen", Some((false, true))),
            ("Le Huu An", Some((true, false))),
            ("Le Thang", Some((true, false))),
            ("Lê Lợi", Some((true, false))),
            ("Do Muoi", Some((true, false))),
            ("Đỗ Mười", Some((true, false))),
            ("Ha Thi Bui", Some((true, true))),
            ("Son V Le", Some((false, true))),
            ("Ho Chi Minh", Some((true, false))),
            ("Nguyen Thi Minh Khai", Some((true, false))),
            ("Le Bon Luc", None),
            ("Luc Le Bon", None),
            ("Le Pen", None),
            ("Do Nascimento", None),
            ("Van Dam An", None),
            ("An Van Dam", None),
            ("Van Dijk", None),
            ("Anna Tran", None),
            ("Nguyen", None),
        ] {
            assert_eq!(family(name), expected, "{name}");
        }
    }

    #[test]
    fn two_syllables_are_two_names() {
        for (one, other, two) in [
            ("dung", "nga", true),
            ("minh", "vinh", true),
            ("pham", "phan", true),
            ("dung", "dung", false),
            ("my", "mi", false),
            ("quy", "qui", false),
            ("thuy", "thui", false),
            ("tuan", "tuac", false),
        ] {
            assert_eq!(are_two_of_vietnam(one, other), two, "{one} {other}");
        }
    }
}
