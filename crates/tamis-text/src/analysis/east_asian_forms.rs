//! Legal forms and words for the kind of thing that Chinese, Japanese and Korean names are written with
//! in one run: 扎尔万贸易有限公司, 株式会社ザルワン, 조선광업개발무역회사. Words for the kind of thing stand last, before the legal
//! form, places first; what they mean is for the tables of legal forms and of words of things.

use std::borrow::Cow;

use smallvec::SmallVec;

use super::tokens::{Before, Word, Words};
use crate::name::NameKind;
use crate::script::{Script, script_of};
use crate::things::east_asian as things;

/// Legal forms, the longer ones first: no name of a person begins or ends with one.
const FORMS: [&str; 19] = [
    "有限责任公司",
    "有限責任公司",
    "股份有限公司",
    "股份公司",
    "集团公司",
    "集團公司",
    "总公司",
    "有限公司",
    "株式会社",
    "株式會社",
    "有限会社",
    "合同会社",
    "주식회사",
    "유한회사",
    "총회사",
    "회사",
    "公司",
    "会社",
    "會社",
];

/// A run is cut no shorter than so many characters by a place before it.
const SHORTEST_NAME: usize = 2;

/// Cuts forms off both ends of words, kinds of things off their ends and places off their beginnings.
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
    // a person's given name may be one of them, so that they are cut where the kind is known, or a form was there
    if kind != NameKind::Unknown || !cuts.is_empty() {
        while let Some(found) = things::longest_end(left(start, end)) {
            end = end.saturating_sub(found);
            if end <= start {
                break;
            }
            cuts.push(word.span.start + end);
        }
        while let Some(found) = things::longest_place(left(start, end)) {
            if left(start + found, end).chars().count() < SHORTEST_NAME {
                break;
            }
            start += found;
            cuts.push(word.span.start + start);
        }
    }
    cuts.sort_unstable();
    cuts
}
