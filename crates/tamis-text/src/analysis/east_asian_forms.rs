//! Legal forms and words for the kind of thing that Chinese, Japanese and Korean names are written with
//! in one run: 扎尔万贸易有限公司, 株式会社ザルワン. Knows which words to cut off; what they mean is for the
//! tables of legal forms and of words of things.

use std::borrow::Cow;

use smallvec::SmallVec;

use super::tokens::{Before, Word, Words};
use crate::name::NameKind;
use crate::script::{Script, script_of};

/// Legal forms, the longer ones first: no name of a person begins or ends with one.
const FORMS: [&str; 14] = [
    "有限责任公司",
    "有限責任公司",
    "股份有限公司",
    "股份公司",
    "有限公司",
    "株式会社",
    "株式會社",
    "有限会社",
    "合同会社",
    "주식회사",
    "유한회사",
    "公司",
    "会社",
    "會社",
];

/// Words for the kind of thing, which stand last, before the legal form. A person's given name may be
/// one of them, so that they are cut where the kind is known, or a legal form was there.
const KINDS: [&str; 34] = [
    "集团", "集團", "贸易", "貿易", "银行", "銀行", "保险", "保險", "投资", "投資", "科技", "技术",
    "技術", "石油", "工业", "工業", "国际", "國際", "发展", "發展", "海运", "航运", "航空", "大学",
    "大學", "协会", "協會", "中心", "은행", "무역", "그룹", "보험", "산업", "투자",
];

/// Cuts forms off both ends of words and kinds of things off their ends.
pub(super) fn cut_off(text: &str, words: &mut Words<'_>, kind: NameKind) {
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let cuts = places(text, word, kind);
        if cuts.is_empty() {
            index += 1;
            continue;
        }
        let whole = word.clone();
        let mut parts: SmallVec<[Word<'_>; 4]> = SmallVec::new();
        let ends = cuts.iter().copied().chain([whole.span.end]);
        let mut start = whole.span.start;
        for end in ends {
            let mut part = whole.clone();
            part.span = start..end;
            part.letters = Cow::Owned(text.get(start..end).unwrap_or_default().to_owned());
            part.script = part.letters.chars().next().map_or(whole.script, script_of);
            if start != whole.span.start {
                part.before = Before::Gap;
            }
            parts.push(part);
            start = end;
        }
        words.remove(index);
        let count = parts.len();
        words.insert_many(index, parts);
        index += count;
    }
}

/// Where a word is cut, in order: bytes of the whole text.
fn places(text: &str, word: &Word<'_>, kind: NameKind) -> SmallVec<[usize; 4]> {
    let mut cuts = SmallVec::new();
    let east_asian = matches!(word.script, Script::Han | Script::Kana | Script::Hangul);
    let whole = matches!(word.letters, Cow::Borrowed(_));
    let Some(run) = text.get(word.span.clone()).filter(|_| east_asian && whole) else {
        return cuts;
    };
    let (mut start, mut end) = (0, run.len());
    let left = |start: usize, end: usize| run.get(start..end).unwrap_or_default();
    if let Some(form) = FORMS.iter().find(|form| run.starts_with(**form) && run != **form) {
        start = form.len();
        cuts.push(word.span.start + start);
    }
    if let Some(form) = FORMS.iter().find(|form| left(start, end).ends_with(**form)) {
        end -= form.len();
        if end > start {
            cuts.push(word.span.start + end);
        }
    }
    if kind != NameKind::Unknown || !cuts.is_empty() {
        while let Some(found) = KINDS.iter().find(|found| left(start, end).ends_with(**found)) {
            end = end.saturating_sub(found.len());
            if end <= start {
                break;
            }
            cuts.push(word.span.start + end);
        }
    }
    cuts.sort_unstable();
    cuts
}
