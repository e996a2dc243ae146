//! What words of organisations, ships and aircraft are together: abbreviations with full stops,
//! registrations, number words, legal forms of several words, articles that South Asia writes apart.
//!
//! Knows no person: their names never come here.

mod cases;
mod counted;
mod ships;

use compact_str::ToCompactString as _;

use super::tokens::{Before, Word, WordText, Words};
use crate::name::NameKind;
use crate::script::Script;
use crate::things::{legal_forms, numbers};
use crate::words::{Role, known, role_of};

/// Reworks the words of a name that is not a person's, in place.
pub(super) fn rework(text: &str, words: &mut Words<'_>, kind: NameKind) {
    if kind == NameKind::Aircraft {
        join_registration(words);
    }
    join_letters(text, words, kind);
    if kind != NameKind::Aircraft {
        ships::mark(words, kind);
    }
    mark_articles(words);
    for word in words.iter_mut() {
        cases::reduce(word, kind);
    }
    read_numbers(words);
    if kind != NameKind::Aircraft {
        counted::read(words);
    }
    join_legal_forms(words);
    counted::read_numerals(text, words);
    for word in words.iter_mut() {
        word.known = known(&word.folded, &word.latin, word.script);
    }
}

/// Takes the words of a range together as one.
fn join(words: &mut Words<'_>, first: usize, count: usize) {
    let rest: Vec<_> = words.iter().skip(first + 1).take(count - 1).cloned().collect();
    let Some(head) = words.get_mut(first) else { return };
    for word in &rest {
        head.folded.push_str(&word.folded);
        head.latin.push_str(&word.latin);
        head.span.end = word.span.end;
        if head.script == Script::Common {
            head.script = word.script;
        }
    }
    words.drain(first + 1..first + count);
}

/// EP-ABC, YV 1234: signs of an aircraft, equal or different as a whole.
fn join_registration(words: &mut Words<'_>) {
    let mut first = 0;
    while first < words.len() {
        let hyphens = words.iter().skip(first + 1).take_while(|word| word.before == Before::Hyphen);
        let count = 1 + hyphens.count();
        let letters: usize =
            words.iter().skip(first).take(count).map(|word| word.latin.len()).sum();
        let alone = words.len() == count;
        if (count > 1 || alone) && (3..=8).contains(&letters) {
            join(words, first, count);
            if let Some(word) = words.get_mut(first) {
                word.role = Some(Role::Number);
            }
        }
        first += 1;
    }
}

/// Letters that only full stops, slashes or single blanks part are one abbreviation: A.B.C., S.A.,
/// M/V, ش.م.م. A blank joins only what is no legal form already (PLAN B S.A.).
fn join_letters(text: &str, words: &mut Words<'_>, kind: NameKind) {
    let letter = |word: &Word<'_>| {
        word.folded.chars().count() == 1 && !word.folded.starts_with(|c: char| c.is_ascii_digit())
    };
    let mut first = 0;
    while first < words.len() {
        let run = words.get(first..).unwrap_or_default();
        let follow = |word: &&Word<'_>| letter(word) && word.before == Before::Dot;
        let count = 1 + run.iter().skip(1).take_while(follow).count();
        if count > 1 && run.first().is_some_and(letter) {
            join(words, first, count);
            look_up(words, first, kind);
        }
        first += 1;
    }
    let mut first = 0;
    while first < words.len() {
        let run = words.get(first..).unwrap_or_default();
        let blanks = run.windows(2).take_while(|pair| match pair {
            [one, other] => {
                let between = text.get(one.span.end..other.span.start).unwrap_or("-");
                letter(one) && letter(other) && between.trim_matches(['.', ' ']).is_empty()
            }
            _ => false,
        });
        let count = 1 + blanks.count();
        if count > 1 {
            join(words, first, count);
            look_up(words, first, kind);
        }
        first += 1;
    }
}

fn look_up(words: &mut [Word<'_>], at: usize, kind: NameKind) {
    if let Some(word) = words.get_mut(at) {
        word.role = role_of(&word.folded, &word.latin, word.script, kind);
    }
}

/// Lashkar ul-Islam, Katibat ut-Tawhid: articles of South Asia behind another word, which are legal forms or words of their
/// own elsewhere; but for ul only where a hyphen joins them to the next.
fn mark_articles(words: &mut [Word<'_>]) {
    for at in 1..words.len() {
        let joined = words.get(at + 1).map(|next| next.before == Before::Hyphen);
        let Some(word) = words.get_mut(at) else { return };
        let may_be = word.script == Script::Latin && word.role.is_none_or(is_form);
        if may_be && (joined == Some(true) || joined.is_some() && &*word.latin == "ul") {
            let role = role_of(&word.folded, &word.latin, word.script, NameKind::Person);
            if let Some(Role::Article | Role::AssimilatedArticle) = role {
                word.role = role;
            }
        }
    }
}

const fn is_form(role: Role) -> bool {
    matches!(role, Role::OrganisationType)
}

/// Number words and ordinals become their digits: Forty-Four is 44, FIRST and 1st are 1.
fn read_numbers(words: &mut Words<'_>) {
    let mut first = 0;
    while first < words.len() {
        let Some(word) = words.get(first) else { return };
        let key = |word: &Word<'_>| {
            let known = if word.script.is_abjad() { &word.folded } else { &word.latin };
            numbers::value(known)
        };
        let mut count = 1;
        let value = match key(word) {
            Some(tens) if (20..100).contains(&tens) && tens % 10 == 0 => {
                let ones = words.get(first + 1).and_then(key).filter(|ones| *ones < 10);
                count += usize::from(ones.is_some());
                Some((tens + ones.unwrap_or(0)).to_compact_string())
            }
            Some(value) => Some(value.to_compact_string()),
            None => numbers::ordinal(&word.latin).map(Into::into),
        };
        if let Some(value) = value {
            join(words, first, count);
            if let Some(word) = words.get_mut(first) {
                word.folded = WordText::Made(value);
                word.latin = word.folded.clone();
                word.role = Some(Role::Number);
            }
        }
        first += 1;
    }
}

/// Marks legal forms; of several words one is made, whose romanised form is the class.
fn join_legal_forms(words: &mut Words<'_>) {
    let mut first = 0;
    // forms of the edge count where all before or all after them are forms
    let mut beginning = true;
    while first < words.len() {
        let rest = words.get(first..).unwrap_or_default();
        let Some(form) = longest(rest) else {
            beginning = false;
            first += 1;
            continue;
        };
        let counts = !form.edge || beginning || only_forms(words, first + form.words);
        if counts && words.len() > form.words {
            join(words, first, form.words);
        }
        if let Some(word) = words.get_mut(first) {
            if counts {
                word.role = Some(Role::OrganisationType);
                word.latin = WordText::Made(form.class.into());
            } else if word.role == Some(Role::OrganisationType) {
                word.role = None;
            }
        }
        beginning &= counts;
        first += 1;
    }
}

fn longest(words: &[Word<'_>]) -> Option<legal_forms::LegalForm> {
    legal_forms::longest(words.iter().map(|word| {
        let known: &str = if word.script.is_abjad() { &word.folded } else { &word.latin };
        known
    }))
}

/// Whether nothing but legal forms follows.
fn only_forms(words: &[Word<'_>], from: usize) -> bool {
    let mut at = from;
    while at < words.len() {
        match longest(words.get(at..).unwrap_or_default()) {
            Some(form) => at += form.words,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::{NameKind, PartClass, analyse};

    #[track_caller]
    fn check(text: &str, kind: NameKind, expected: &str) {
        let name = analyse(text, kind).unwrap();
        let parts: Vec<String> = name
            .parts
            .iter()
            .map(|part| match part.class {
                PartClass::Plain => part.latin.to_string(),
                PartClass::OrganisationType => format!("{}:type", part.latin),
                PartClass::Number => format!("#{}", part.latin),
                PartClass::WeakWord => format!("{}:weak", part.latin),
                class => format!("{}:{class:?}", part.latin),
            })
            .collect();
        assert_eq!(parts.join(" "), expected, "{text}");
    }

    #[test]
    fn legal_forms_of_several_words() {
        for (text, parts) in [
            ("Open Joint Stock Company Zarvan", "stock:type zarvan"),
            ("ZARVAN EUROPE Sp. z o.o.", "zarvan europe limited:type"),
            ("Zarvan Gesellschaft mit beschränkter Haftung", "zarvan limited:type"),
            ("Zarvan, S.A. de C.V.", "zarvan stock:type"),
            ("Общество с ограниченной ответственностью \"Зарван\"", "limited:type zarvan"),
            ("SIS d.o.o.", "sis limited:type"),
            ("SIS DOO", "sis limited:type"),
            ("Plan B S.A.", "plan b stock:type"),
            ("San Zarvan Ltd", "san zarvan limited:type"),
        ] {
            check(text, NameKind::Organisation, parts);
        }
    }

    #[test]
    fn numbers_in_words_and_digits() {
        for (text, parts) in [
            ("Brigade Forty-Four", "brigade #44"),
            ("99TH Zarvan Division", "#99 zarvan division"),
            ("Fourth Zarvan Division", "#4 zarvan division"),
            ("Четвертая дивизия", "#4 diviziya"),
            ("Zarvan Fund VI", "zarvan fund #6"),
        ] {
            check(text, NameKind::Organisation, parts);
        }
    }

    #[test]
    fn abbreviations_and_registrations() {
        check("A.B.C. Zarvan", NameKind::Organisation, "abc zarvan");
        check("A B C Zarvan", NameKind::Organisation, "abc zarvan");
        check("UT-ABC", NameKind::Aircraft, "#utabc");
        check("UTABC", NameKind::Aircraft, "#utabc");
    }
}
