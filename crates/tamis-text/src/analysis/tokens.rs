//! Words of a name with their places.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::spelled;
use crate::fold::fold_into;
use crate::name::{AnalysisNote, NameKind, NoteKind, PartText};
use crate::romanisation::romanise_into;
use crate::script::{Script, script_of};
use crate::words::{Known, Role, known};

/// One word as it is worked on.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub(super) span: Range<usize>,
    /// The letters to fold: as written, or repaired, or decoded.
    pub(super) letters: Cow<'t, str>,
    /// It was written in letters and digits of ASCII alone.
    pub(super) plain: bool,
    pub(super) folded: WordText<'t>,
    pub(super) latin: WordText<'t>,
    pub(super) script: Script,
    /// What the tables say of it.
    pub(super) known: Option<&'static Known>,
    pub(super) role: Option<Role>,
    pub(super) before: Before,
}

/// The words of a name; most names have room in place, without an allocation.
pub(super) type Words<'t> = SmallVec<[Word<'t>; 8]>;

/// Space to work in.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    folded: String,
    latin: String,
}

/// A form of a word: of the text in lower case, as that of most words is, or made for it.
#[derive(Debug, Clone)]
pub(super) enum WordText<'t> {
    Of(&'t str),
    Made(PartText),
}

impl std::ops::Deref for WordText<'_> {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match self {
            Self::Of(text) => text,
            Self::Made(text) => text,
        }
    }
}

impl WordText<'_> {
    #[inline]
    pub(super) fn to_part(&self) -> PartText {
        match self {
            Self::Of(text) => PartText::new(text),
            Self::Made(text) => text.clone(),
        }
    }

    /// Whether both are the same place of the text.
    #[inline]
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Of(one), Self::Of(other)) => std::ptr::eq(*one, *other),
            _ => false,
        }
    }

    pub(super) fn push_str(&mut self, more: &str) {
        let mut text = self.to_part();
        text.push_str(more);
        *self = Self::Made(text);
    }
}

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Beginning, blank, any sign.
    Gap,
    /// A hyphen or a dash without blanks.
    Hyphen,
    /// A full stop or a slash without blanks.
    Dot,
    /// A comma.
    Comma,
    /// `<<` of a machine readable zone.
    DoubleFiller,
}

impl<'t> Word<'t> {
    /// Folds, romanises and looks up, once the letters are settled.
    /// `lower` is the text in lower case, as far as it is ASCII.
    #[inline]
    pub(super) fn finish(
        &mut self,
        lower: &'t str,
        kind: NameKind,
        notes: &mut Vec<AnalysisNote>,
        buffers: &mut Buffers,
    ) {
        match (self.plain, &self.letters, lower.get(self.span.clone())) {
            // Most words: folding is lower case, romanisation the same again.
            (true, Cow::Borrowed(_), Some(lower)) => {
                self.folded = WordText::Of(lower);
                self.latin = WordText::Of(lower);
            }
            _ => self.fold(notes, buffers),
        }
        self.look_up(kind);
        if self.script == Script::Arabic && self.letters == "آل" {
            self.role = Some(Role::HouseOf);
        }
        if self.role == Some(Role::PlaceholderLowerCase) {
            self.role = (*self.letters == *self.folded).then_some(Role::Placeholder);
        }
    }

    fn fold(&mut self, notes: &mut Vec<AnalysisNote>, buffers: &mut Buffers) {
        let Buffers { folded, latin } = buffers;
        if spelled::spell(&self.letters, folded, latin) {
            self.folded = WordText::Made(PartText::new(&folded));
            self.latin = WordText::Made(PartText::new(&latin));
            return;
        }
        fold_into(&self.letters, folded);
        // Compatibility forms may hold blanks: one word stays one word.
        if folded.as_bytes().contains(&b' ') {
            folded.retain(|character| character != ' ');
        }
        latin.clear();
        let spelled_out = with_yo_spelled_out(&self.letters);
        let romanised = spelled_out.as_deref().unwrap_or(folded);
        if let Some(written) = romanise_into(romanised, latin) {
            let kind = NoteKind::ScriptWithoutTable { written };
            notes.push(AnalysisNote { kind, span: self.span.clone() });
        }
        self.folded = WordText::Made(PartText::new(&folded));
        self.latin = WordText::Made(PartText::new(&latin));
    }

    /// Asks the tables what they say of it.
    #[inline]
    pub(super) fn look_up(&mut self, kind: NameKind) {
        self.known = known(&self.folded, &self.latin, self.script);
        self.role = self.known.and_then(|known| known.role(self.script, kind));
    }
}

/// Cyrillic ё is folded to е, as it is printed; where it is written, it is heard: Мён is Myong, not Men.
fn with_yo_spelled_out(letters: &str) -> Option<String> {
    // By bytes, at a quarter of the cost: ё and Ё.
    let yo = |pair: &[u8]| matches!(pair, [0xD1, 0x91] | [0xD0, 0x81]);
    letters.as_bytes().windows(2).any(yo).then(|| {
        let mut folded = String::new();
        fold_into(&letters.replace(['ё', 'Ё'], "йо"), &mut folded);
        folded
    })
}

/// Family names of two characters: without them the second would open the given name.
const LONG_FAMILY_NAMES: [&str; 20] = [
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "皇甫", "东方", "東方", "慕容", "司徒",
    "尉迟", "尉遲", "남궁", "황보", "제갈", "선우", "독고", "서문",
];

/// The commonest Japanese family names of two and three characters (Meiji Yasuda, ranking of 2018), and those of
/// prime ministers: what Chinese names hardly begin with.
const JAPANESE_FAMILY_NAMES: [&str; 130] = [
    "佐藤",
    "鈴木",
    "高橋",
    "田中",
    "伊藤",
    "渡辺",
    "渡邊",
    "山本",
    "中村",
    "小林",
    "加藤",
    "吉田",
    "山田",
    "山口",
    "松本",
    "井上",
    "木村",
    "斎藤",
    "斉藤",
    "清水",
    "山崎",
    "池田",
    "橋本",
    "阿部",
    "石川",
    "山下",
    "中島",
    "石井",
    "小川",
    "前田",
    "岡田",
    "長谷",
    "藤田",
    "後藤",
    "近藤",
    "村上",
    "遠藤",
    "青木",
    "坂本",
    "福田",
    "太田",
    "西村",
    "藤井",
    "岡本",
    "藤原",
    "三浦",
    "中野",
    "金子",
    "原田",
    "中川",
    "松田",
    "竹内",
    "小野",
    "田村",
    "中山",
    "和田",
    "石田",
    "森田",
    "上田",
    "柴田",
    "酒井",
    "宮崎",
    "横山",
    "高木",
    "安藤",
    "宮本",
    "大野",
    "小島",
    "谷口",
    "今井",
    "工藤",
    "丸山",
    "増田",
    "高田",
    "村田",
    "藤本",
    "大塚",
    "平野",
    "小山",
    "杉山",
    "千葉",
    "菅原",
    "久保",
    "武田",
    "松井",
    "岩崎",
    "桜井",
    "木下",
    "野口",
    "松尾",
    "野村",
    "菊地",
    "菊池",
    "佐野",
    "大西",
    "杉本",
    "新井",
    "市川",
    "古川",
    "水野",
    "小松",
    "高野",
    "西田",
    "安倍",
    "麻原",
    "小泉",
    "菅野",
    "石原",
    "岸田",
    "福島",
    "河野",
    "川口",
    "服部",
    "樋口",
    "重信",
    "岡崎",
    "黒田",
    "川上",
    "永井",
    "松岡",
    "内田",
    "森本",
    "吉川",
    "中田",
    "本田",
    "西川",
    "久保田",
    "五十嵐",
    "長谷川",
    "佐々木",
];

/// The characters of the family name that a Japanese name of so many characters begins with.
fn japanese_family(name: &str) -> Option<usize> {
    let count = name.chars().count();
    let fits = |family: &&&str| {
        let length = family.chars().count();
        name.starts_with(**family) && (length + 1..=length + 3).contains(&count)
    };
    JAPANESE_FAMILY_NAMES.iter().filter(fits).map(|name| name.chars().count()).max()
}

/// The characters before the kana of a Japanese name, where there are two or three: 佐竹みゆき.
fn family_before_kana(name: &str) -> Option<usize> {
    let characters = name.chars().take_while(|c| script_of(*c) == Script::Han).count();
    (2..=3).contains(&characters).then_some(characters)
}

/// Whether a word is characters and then kana, a few of both.
fn is_of_characters_and_kana(name: &str) -> bool {
    let kana = |c: char| script_of(c) == Script::Kana || c == 'ー';
    let rest = name.trim_start_matches(|c| script_of(c) == Script::Han);
    rest.len() < name.len()
        && (1..=5).contains(&rest.chars().count())
        && rest.chars().all(kana)
        && name.chars().count() <= 8
}

/// Cuts a person's name of two or three characters in Han or Hangul (four behind a long family name)
/// that is written as one word, as is the custom, into family and given name: 김정은 is Kim Jong-un
/// and not one word of nine letters. Longer words are mostly foreign names (무함마드) and stay whole.
pub(super) fn cut_family_name(text: &str, words: &mut Words<'_>, kind: NameKind) {
    let [word] = words.as_slice() else { return };
    if kind != NameKind::Person || !matches!(word.letters, Cow::Borrowed(_)) {
        return;
    }
    let characters = || word.letters.chars();
    let long = LONG_FAMILY_NAMES.iter().any(|name| word.letters.starts_with(name));
    let japanese = japanese_family(&word.letters);
    let most = if long { 4 } else { japanese.map_or(3, |family| family + 3) };
    let is_of_characters = (2..=most).contains(&characters().count())
        && characters().all(|c| matches!(script_of(c), Script::Han | Script::Hangul));
    // 山本さくら: an own name may be in kana
    let family = if is_of_characters {
        Some(if long { 2 } else { japanese.unwrap_or(1) })
    } else if is_of_characters_and_kana(&word.letters) {
        japanese.or_else(|| family_before_kana(&word.letters))
    } else {
        None
    };
    let Some(family) = family else { return };
    let family = characters().take(family).map(char::len_utf8).sum::<usize>();
    if family >= word.letters.len() {
        return;
    }
    let cut = word.span.start + family;
    let (Some(one), Some(other)) = (text.get(word.span.start..cut), text.get(cut..word.span.end))
    else {
        return;
    };
    let mut given = word.clone();
    given.span.start = cut;
    given.before = Before::Gap;
    given.letters = Cow::Owned(other.to_owned());
    let one = one.to_owned();
    if let Some(word) = words.first_mut() {
        word.span.end = cut;
        word.letters = Cow::Owned(one);
    }
    words.push(given);
}

/// Joins letters with full stops or slashes to the organisation type that they are: d.o.o., S.A., M/V.
pub(super) fn join_abbreviations(words: &mut Words<'_>, kind: NameKind) {
    if words.iter().all(|word| word.before != Before::Dot) {
        return;
    }
    let letter = |word: &Word<'_>| word.latin.len() == 1;
    let mut first = 0;
    while first < words.len() {
        let run = words.get(first..).unwrap_or_default();
        let follow =
            run.iter().skip(1).take_while(|word| letter(word) && word.before == Before::Dot);
        let count = 1 + follow.count();
        let (Some(head), true) = (run.first().filter(|word| letter(word)), count > 1) else {
            first += 1;
            continue;
        };
        let mut joined = head.clone();
        for word in run.iter().take(count).skip(1) {
            joined.folded.push_str(&word.folded);
            joined.latin.push_str(&word.latin);
            joined.span.end = word.span.end;
        }
        joined.look_up(kind);
        if joined.role == Some(Role::OrganisationType) {
            words.drain(first + 1..first + count);
            if let Some(word) = words.get_mut(first) {
                *word = joined;
            }
        }
        first += 1;
    }
}
