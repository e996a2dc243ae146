//! Names of Vietnam as a whole: Nguyễn Văn Thiệu, Le Duc Tho, Ha Thi Bui. Each word is one syllable, and a family's name
//! stands at one end. Letters without marks decide, for many papers have none, and those that have must be read alike.

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
/// Wikipedia), without those that are particles elsewhere (da, do, du, le).
const COMMON: [&str; 286] = [
    "ai", "an", "anh", "ba", "bac", "bach", "bang", "bao", "bich", "binh", "buu", "cam", "can",
    "canh", "cat", "chanh", "chau", "chi", "chien", "chinh", "chuc", "chung", "chuong", "chuyen",
    "cong", "cuc", "cuong", "cuu", "dac", "dai", "dan", "danh", "dao", "dat", "dich", "diem",
    "dien", "diep", "dieu", "dinh", "doanh", "dong", "duan", "duc", "dung", "duoc", "duong", "duy",
    "duyen", "duyet", "gia", "giang", "giao", "giap", "ha", "hai", "han", "hang", "hanh", "hao",
    "hau", "hien", "hiep", "hieu", "ho", "hoa", "hoach", "hoai", "hoan", "hoat", "hoc", "hoe",
    "hoi", "hong", "hop", "huan", "hue", "hung", "huong", "huu", "huy", "huyen", "huynh", "ket",
    "kha", "khac", "khai", "khang", "khanh", "khiem", "khoa", "khoi", "khue", "khuong", "khuyen",
    "kien", "kiet", "kieu", "kim", "ky", "lam", "lan", "lanh", "lap", "lich", "lien", "linh",
    "loan", "loc", "loi", "long", "lua", "luan", "luat", "luc", "luoc", "luong", "luu", "luyen",
    "ly", "mai", "man", "manh", "mau", "men", "mi", "minh", "mong", "mui", "mung", "muon", "my",
    "nam", "nga", "ngan", "nghi", "nghia", "nghiem", "ngo", "ngoc", "nguu", "nguyen", "nguyet",
    "nha", "nham", "nhan", "nhanh", "nhat", "nhi", "nhien", "nho", "nhu", "nhuan", "nhung",
    "nhuong", "nhut", "ninh", "oanh", "phap", "phat", "phi", "phong", "phu", "phuc", "phung",
    "phuoc", "phuong", "quan", "quang", "que", "qui", "quoc", "quy", "quyen", "quyet", "quynh",
    "sac", "sam", "sang", "sao", "sau", "sen", "si", "sinh", "son", "song", "suong", "sy", "ta",
    "tai", "tam", "tan", "tao", "tap", "tat", "thach", "tham", "than", "thang", "thanh", "thao",
    "that", "the", "them", "thep", "thi", "thien", "thiep", "thiet", "thieu", "thinh", "tho",
    "thoa", "thoai", "thoan", "thom", "thong", "thu", "thuan", "thuat", "thuc", "thung", "thuong",
    "thuy", "thuyen", "tich", "tiem", "tien", "tiep", "tiet", "tieu", "tin", "tinh", "to", "toa",
    "toai", "toan", "ton", "tra", "trac", "trai", "tram", "tran", "trang", "tri", "triet", "trieu",
    "trinh", "tro", "trong", "tru", "truc", "trung", "truong", "truyen", "tu", "tuan", "tuc",
    "tue", "tung", "tuong", "tuy", "tuyen", "tuyet", "ty", "ung", "uoc", "ut", "uy", "uyen", "van",
    "vang", "vi", "vien", "viet", "vinh", "vui", "vuong", "vy", "xinh", "xuan", "xung", "xuong",
    "xuyen", "y", "yen",
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

    /// Whether a name of so many words that begins and ends with these, romanised, may be of Vietnam: most end here.
    #[must_use]
    pub fn may_be_among(words: usize, [first, last]: [&str; 2]) -> bool {
        Self::WORDS.contains(&words) && (Family::of(first).is_some() || Family::of(last).is_some())
    }

    /// The family of a name that is of Vietnam as a whole, by its words, romanised. Of a family that is a word elsewhere too,
    /// the other words tell it: each is a common name there (Le Huu An, but not Le Bon Luc).
    #[must_use]
    pub fn of(words: &[&str]) -> Option<Self> {
        let [first, middle @ .., last] = words else { return None };
        let (of_first, of_last) = (Family::of(first), Family::of(last));
        if !Self::may_be_among(words.len(), [first, last]) {
            return None;
        }
        let is_joined = |word: &str| words.len() == 2 && is_joined_of_common(word);
        let fits = |word: &&str| is_initial(word) || is_syllable(word) || is_joined(word);
        if !words.iter().all(fits) {
            return None;
        }
        let is_telling = |word: &str| is_telling(word) || is_joined(word);
        let tell = |other_end: &str| {
            let others = || middle.iter().copied().chain([other_end]);
            others().all(|word| is_initial(word) || is_telling(word)) && others().any(is_telling)
        };
        // Van before a last word is a particle of the Low Countries too
        let is_in_the_middle = |word: &&str| matches!(*word, "thi" | "van");
        let is_told = [of_first, of_last].contains(&Some(Family::Here))
            || of_first.is_some() && (tell(last) || middle.first().is_some_and(is_in_the_middle))
            || of_last.is_some() && (tell(first) || middle.last() == Some(&"thi"));
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
    /// Letters of the longest.
    const LETTERS: usize = 6;

    fn of(latin: &str) -> Option<Self> {
        if latin.len() > Self::LETTERS {
            return None;
        }
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

/// Whether two syllables are two names: Dung, Nga; Minh, Vinh. One letter may be a slip where one of them is no common name,
/// and a last i is written y as well (My, Mi; Quy, Qui). Dung is Dũng and Dùng.
#[must_use]
pub fn are_two_of_vietnam(one: &str, other: &str) -> bool {
    let are_one =
        || one == other || with_last_i(one).is_some_and(|stem| with_last_i(other) == Some(stem));
    let are_names = || is_name(one) && is_name(other);
    let is_slip = || optimal_string_alignment(one.as_bytes(), other.as_bytes(), 1).is_some();
    is_syllable(one) && is_syllable(other) && !are_one() && (are_names() || !is_slip())
}

/// What stands before a last i that is written y as well: behind a consonant, as which qu counts.
fn with_last_i(latin: &str) -> Option<&str> {
    let stem = latin.strip_suffix(['i', 'y'])?;
    (stem == "qu" || !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y'])).then_some(stem)
}

fn is_name(latin: &str) -> bool {
    Family::of(latin).is_some() || COMMON.binary_search(&latin).is_ok()
}

/// Whether a syllable beside a family that is a particle elsewhere tells that it is none.
fn is_telling(latin: &str) -> bool {
    COMMON.binary_search(&latin).is_ok()
        || Family::of(latin) == Some(Family::Here)
        || is_unlike_others(latin)
}

/// Whether a syllable is spelled as hardly a word is that stands behind a particle in Europe.
fn is_unlike_others(latin: &str) -> bool {
    ["kh", "ng", "nh", "tr"].iter().any(|begin| latin.starts_with(begin))
        || ["uo", "uu", "uye"].iter().any(|rime| latin.contains(rime))
        || latin.ends_with("nh")
}

/// Whether a word is two common names written together: Thihang, Vanson.
fn is_joined_of_common(latin: &str) -> bool {
    let is_cut = |at: usize| {
        latin.split_at_checked(at).is_some_and(|(one, next)| is_name(one) && is_name(next))
    };
    (1..latin.len()).any(is_cut)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn family(name: &str) -> Option<(bool, bool)> {
        let latin: Vec<String> =
            name.split(' ').map(|word| crate::romanise(&crate::fold(word))).collect();
        let words: Vec<&str> = latin.iter().map(String::as_str).collect();
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
            ("Do Ngoc V", Some((true, false))),
            ("Le Van Mac", Some((true, true))),
            ("Mac Thi Le", Some((true, true))),
            ("Mot Van Le", None),
            ("Ho Chi Minh", Some((true, false))),
            ("Nguyen Thi Minh Khai", Some((true, false))),
            ("Do Thihang", Some((true, false))),
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
