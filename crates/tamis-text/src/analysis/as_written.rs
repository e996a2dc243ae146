//! Titles and short forms that only their writing tells: Ma. Cilia, Hr. Zarvan, г-жа, Κος, ד״ר. The table
//! `data/words_as_written.tsv`, read at first use.

use std::collections::HashMap;
use std::sync::LazyLock;

use compact_str::CompactString;

use super::tokens::{Before, Word, WordText, Words};
use crate::fold::fold;
use crate::name::NameKind;
use crate::romanisation::romanise;
use crate::script::Script;
use crate::words::Role;

const WRITTEN: &str = include_str!("../../data/words_as_written.tsv");

static TABLE: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let rows = WRITTEN.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut columns = row.split('\t');
        Some((columns.next()?, columns.next()?))
    })
    .collect()
});

/// Letters of the longest word that a stop or a hyphen tells.
const LONGEST: usize = 4;

/// The sign of breath, with which Bengali cuts words short.
const VISARGA: char = '\u{983}';

/// Reads such words in a person's name, in place.
pub(super) fn read(text: &str, words: &mut Words<'_>, kind: NameKind) {
    join_at_marks(text, words, kind);
    for at in 0..words.len() {
        let Some(word) = words.get(at) else { return };
        let Some((key, count)) = key(text, word, words.get(at + 1)) else { continue };
        let Some(&read) = TABLE.get(key.as_str()) else { continue };
        if count == 2
            && let Some(second) = words.get(at + 1).map(|second| second.span.end)
            && let Some(word) = words.get_mut(at)
        {
            word.span.end = second;
            words.remove(at + 1);
        }
        let Some(word) = words.get_mut(at) else { return };
        match read {
            "title" => word.role = Some(Role::Title),
            "title-before" => word.role = Some(Role::TitleBefore),
            name => {
                word.folded = WordText::Made(name.into());
                word.latin = word.folded.clone();
                word.look_up(kind);
            }
        }
    }
}

/// What the table is asked for a word, and how many words that is; of most words nothing.
fn key(text: &str, word: &Word<'_>, next: Option<&Word<'_>>) -> Option<(CompactString, usize)> {
    let is_told_by_letters = match word.script {
        Script::Latin => !word.plain,
        Script::Bengali => word.letters.ends_with(VISARGA),
        script => script == Script::Greek,
    };
    if is_told_by_letters {
        return Some((word.letters.to_lowercase().into(), 1));
    }
    // nearly all words end here
    let letters = &*word.folded;
    if letters.len() > LONGEST && (letters.is_ascii() || letters.chars().nth(LONGEST).is_some()) {
        return None;
    }
    if text.as_bytes().get(word.span.end) == Some(&b'.') && word.plain {
        let mut key = CompactString::new(&*word.folded);
        key.push('.');
        return Some((key, 1));
    }
    let next = next.filter(|next| next.before == Before::Hyphen)?;
    let mut key = CompactString::new(&*word.folded);
    key.push('-');
    key.push_str(&next.letters.to_lowercase());
    Some((key, 2))
}

/// Hebrew letters that only gershayim part, as in abbreviations, are one word: ד״ר, עו"ד.
fn join_at_marks(text: &str, words: &mut Words<'_>, kind: NameKind) {
    let is_hebrew = |word: &Word<'_>| word.script == Script::Hebrew;
    if !words.iter().any(is_hebrew) {
        return;
    }
    for word in words.iter_mut().filter(|word| is_hebrew(word) && word.letters.contains('״')) {
        let letters = word.letters.replace('״', "");
        word.latin = WordText::Made(romanise(&letters).into());
        word.folded = WordText::Made(fold(&letters).into());
        word.look_up(kind);
    }
    let mut at = 1;
    while let Some([one, other]) = words.get(at - 1..=at) {
        let between = text.get(one.span.end..other.span.start);
        if !(is_hebrew(one) && is_hebrew(other) && between == Some("\"")) {
            at += 1;
            continue;
        }
        let other = words.remove(at);
        if let Some(one) = words.get_mut(at - 1) {
            one.folded.push_str(&other.folded);
            one.latin.push_str(&other.latin);
            one.span.end = other.span.end;
            one.look_up(kind);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse;

    #[test]
    fn the_table_is_in_the_form_that_is_asked() {
        for row in WRITTEN.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!(columns.len(), 3, "{row}");
            assert_eq!(columns[0].to_lowercase(), columns[0], "{row}");
        }
    }

    #[track_caller]
    fn check(name: &str, parts: &[&str]) {
        let analysed = analyse(name, NameKind::Person).unwrap();
        let found: Vec<&str> = analysed.informative_parts().map(|part| &*part.latin).collect();
        assert_eq!(found, parts, "{name}: {:?}", analysed.parts);
    }

    #[test]
    fn what_only_the_writing_tells() {
        check("Hr. Torjan Wardak", &["torjan", "wardak"]);
        check("Ir. Torjan Wardak", &["torjan", "wardak"]);
        check("Père Torjan Wardak", &["torjan", "wardak"]);
        check("Κος Τορτζαν Βαρντακ", &["tortzan", "vardak"]);
        check("г-жа Торджан Вардак", &["tordzhan", "vardak"]);
        check("মোঃ Torjan Wardak", &["mohammad", "torjan", "wardak"]);
        check("ডাঃ Torjan Wardak", &["torjan", "wardak"]);
        check("Ma. Torjan Wardak", &["maria", "torjan", "wardak"]);
        for title in ["ד״ר", "ד\"ר", "עו\"ד", "פרופ׳", "גב'"] {
            check(&format!("{title} יוסף מרנקו"), &["yusf", "mrnku"]);
        }
    }

    #[test]
    fn without_it_they_are_names() {
        check("Ma Torjan", &["ma", "torjan"]);
        check("Pere Torjan Wardak", &["pere", "torjan", "wardak"]);
        check("Kos Torjan Wardak", &["kos", "torjan", "wardak"]);
        check("Torjan Sen", &["torjan", "sen"]);
    }
}
