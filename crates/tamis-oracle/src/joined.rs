//! Neighbours of one side that are one word of the other: every run is written out in every way.

use tamis_model::{PartRelation, Weight};

use crate::alignment::Pair;
use crate::koreans::have_other_vowels;
use crate::koreans::{meet_through_chinese, readings_that_fit};
use crate::meeting::{Met, across_scripts, are_spelled_alike, have_vowels_of_one_name, meet};
use crate::word::{Word, ids, text_of};
use tamis_text::{KoreanSounds, Script, Syllables};

/// All pairs of a run of one name with a word of the other: where the run begins, how many parts it
/// has, the word, how they meet, what that weighs.
pub(crate) fn joined(
    words: &[Word],
    others: &[Word],
    scripts_differ: bool,
) -> Vec<(usize, usize, usize, Met, Weight)> {
    let mut found = Vec::new();
    for start in 0..words.len() {
        for length in 1..=4_usize.min(words.len() - start) {
            let run = &words[start..start + length];
            if run.iter().any(cannot_join) {
                continue;
            }
            for (at, other) in others.iter().enumerate() {
                if let Some((met, weight)) = joins(run, other) {
                    found.push((start, length, at, met, weight));
                }
            }
        }
    }
    if scripts_differ {
        for (start, two) in words.windows(2).enumerate() {
            for (at, other) in others.iter().enumerate() {
                if let Some((met, weight)) = known_as_one_word(two, other) {
                    found.push((start, 2, at, met, weight));
                }
            }
        }
    }
    found
}

/// A number, and a word whose letters no table romanises.
fn cannot_join(word: &Word) -> bool {
    word.is_number() || word.latin.is_empty()
}

/// Whether a run shares a key with a word, and then how they meet.
fn joins(run: &[Word], other: &Word) -> Option<(Met, Weight)> {
    if cannot_join(other) {
        return None;
    }
    let by_letters = keys_of_letters(run).contains(&other.latin);
    let consonants = joining_consonants(&other.skeleton);
    if let [only] = run {
        let equal = by_letters.then(|| Met::new(PartRelation::Equal, 0, 1000));
        let met = equal.or_else(|| behind_prefix(only, other, consonants.as_deref()))?.joined();
        return Some((met, met.weight(only.rarity.min(other.rarity))));
    }
    let enough = consonants.as_ref().is_some_and(|consonants| consonants.len() >= 3);
    let by_consonants = enough && keys_of_consonants(run).contains(&consonants);
    let syllables = syllables_of(run);
    let by_syllables = syllables.keys().any(|key| other.syllables.keys().any(|other| other == key))
        || readings_that_fit(&syllables, &other.syllables).is_some()
        || readings_that_fit(&other.syllables, &syllables).is_some();
    let by_ng = syllables_at_ng(run).is_some_and(|together| together.meet(&other.syllables));
    if !by_letters && !by_consonants && !by_syllables && !by_ng {
        return None;
    }
    let few = consonants.unwrap_or_default().len() < 5;
    let one_writing = run[0].is_abjad() == other.is_abjad();
    if few
        && one_writing
        && !by_ng
        && !syllables.meet(&other.syllables)
        && meet_through_chinese(&syllables, &other.syllables).is_none()
        && !writings(run).contains(&other.latin)
    {
        return None;
    }
    as_one_word(run, other)
}

/// A part after "son of" or an article, and a word that begins with it and has the consonants of both, or where these are
/// few the skeleton of the part behind it: how the part meets the rest. With its article the part may follow "bel" too.
fn behind_prefix(part: &Word, other: &Word, consonants: Option<&str>) -> Option<Met> {
    let sons = ["ben", "bin", "ibn", "bn"];
    let is_son = sons.contains(&part.before.as_str());
    let is_one = |son: &&&str| other.is_abjad() || son.len() > 2;
    let after =
        |sons: &[&str]| sons.iter().filter(is_one).find_map(|son| other.latin.strip_prefix(son));
    let article = ["al", "el"].iter().find_map(|article| other.latin.strip_prefix(article));
    let (son, latin, beside) = match (after(&sons), after(&["bel", "bil", "bl"]), article) {
        (Some(latin), ..) => ("BN", latin, is_son),
        (_, Some(latin), _) => ("BL", latin, is_son && part.has_article),
        (.., Some(latin)) => ("L", latin, part.has_article),
        _ => return None,
    };
    if !beside {
        return None;
    }
    let latin = latin.to_owned();
    let skeleton = text_of(&tamis_text::skeleton(&latin));
    let of_part = joining_consonants(&part.skeleton)?;
    let whole = without_doubles(&format!("{son}{of_part}"));
    let few = |consonants: &str| consonants.len() < 3;
    let meets = match consonants {
        Some(consonants) if few(consonants) => few(&whole) && part.skeleton == skeleton,
        consonants => !few(&whole) && whole.len() <= 16 && consonants == Some(&whole),
    };
    if !meets {
        return None;
    }
    let folded = match other.script {
        Script::Latin => latin.clone(),
        _ => ["بن", "بل"]
            .iter()
            .find_map(|son| other.folded.strip_prefix(son))
            .unwrap_or(&latin)
            .to_owned(),
    };
    if son == "L" {
        let is_one = skeleton == part.skeleton
            && (part.is_abjad()
                || other.is_abjad()
                || have_vowels_of_one_name(&latin, &part.latin));
        return is_one.then(|| with_article(part, other))?;
    }
    let rest = Word {
        skeleton,
        ids: ids(&folded, other.script),
        names: None,
        concept: None,
        korean: None,
        syllables: Syllables::default(),
        folded,
        latin,
        ..other.clone()
    };
    meet(part, &rest).filter(Met::bears_joining)
}

/// How a part with its article, written as one word, meets a word that begins with one.
fn with_article(part: &Word, other: &Word) -> Option<Met> {
    let article = &other.latin[..2];
    let written = match part.script {
        Script::Arabic => "ال",
        Script::Hebrew => "אל",
        _ => article,
    };
    let latin = format!("{article}{}", part.latin);
    if latin == other.latin {
        return Some(Met::new(PartRelation::Equal, 0, 1000));
    }
    let whole = Word {
        skeleton: text_of(&tamis_text::skeleton(&latin)),
        ids: Default::default(),
        names: None,
        concept: None,
        korean: None,
        syllables: Syllables::default(),
        folded: format!("{written}{}", part.folded),
        latin,
        ..part.clone()
    };
    meet(&whole, other).filter(Met::bears_joining)
}

/// The syllables of all parts of a run, as of one word.
fn syllables_of(run: &[Word]) -> Syllables {
    let all = run.iter().map(|word| word.syllables);
    all.reduce(|whole, next| whole.followed_by(&next)).unwrap_or_default()
}

/// Two Korean words in Latin letters of which the first ends in n and the second begins with g or k, read as one in
/// which both are ng: by the sounds of such a word.
fn syllables_at_ng(run: &[Word]) -> Option<Syllables> {
    let [one, next] = run else { return None };
    let in_latin = run.iter().all(|word| word.script == Script::Latin);
    if !in_latin {
        return None;
    }
    tamis_text::run_together((&one.syllables, &one.latin), (&next.syllables, &next.latin))
}

/// The letters of a run by which a word is found that may be it: with its articles and particles, or
/// without. The first part stands without what is before it; one part alone stands with its particle.
fn keys_of_letters(run: &[Word]) -> Vec<String> {
    let written = |head: fn(&Word) -> &str| -> String {
        let (first, rest) = (&run[0], &run[1..]);
        rest.iter().fold(first.latin.clone(), |whole, word| whole + head(word) + &word.latin)
    };
    let (first, last) = (&run[0], &run[run.len() - 1]);
    if run.len() == 1 {
        let with =
            [format!("{}{}", first.before, first.latin), format!("{}{}", first.latin, first.after)];
        return with.into_iter().filter(|letters| *letters != first.latin).collect();
    }
    vec![
        written(|_| ""),
        written(|word| if word.has_article { "al" } else { "" }),
        written(|word| if word.has_article { "el" } else { "" }),
        written(|word| &word.before),
        written(|_| "") + &last.after,
    ]
}

/// The consonants of a run, with the l of its articles and without; none where there are more than
/// sixteen.
fn keys_of_consonants(run: &[Word]) -> [Option<String>; 2] {
    let whole = |with_articles: bool| {
        let mut whole = String::new();
        for (at, word) in run.iter().enumerate() {
            if with_articles && word.has_article && at > 0 {
                whole.push('L');
            }
            whole.push_str(&joining_consonants(&word.skeleton).unwrap_or_default());
        }
        let whole = without_doubles(&whole);
        (whole.len() <= 16).then_some(whole)
    };
    [whole(false), whole(true)]
}

/// What of a skeleton does not depend on the place in a word: vowels, glides and h fall, t is d, the
/// heads of compounds are their letters, doubled ones are one. None with digits or beyond sixteen.
fn joining_consonants(skeleton: &str) -> Option<String> {
    let mut consonants = String::new();
    for class in skeleton.chars() {
        consonants.push_str(match class {
            'A' | 'W' | 'Y' | 'H' => "",
            'Q' => "BD",
            'P' | 'B' => "B",
            'U' | 'M' => "M",
            'G' | 'L' => "L",
            'T' | 'D' => "D",
            'F' => "F",
            'S' => "S",
            'C' => "C",
            'J' => "J",
            'K' => "K",
            'N' => "N",
            'R' => "R",
            _ => return None,
        });
    }
    let consonants = without_doubles(&consonants);
    (consonants.len() <= 16).then_some(consonants)
}

fn without_doubles(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// All ways to write a run as one word: each part with an article or the particle before it or
/// without, the last one with the particle behind it or without.
fn writings(run: &[Word]) -> Vec<String> {
    let mut all = vec![String::new()];
    for word in run {
        let articles: &[&str] = if word.has_article { &["al", "el"] } else { &[] };
        let heads: Vec<&str> =
            ["", &word.before].into_iter().chain(articles.iter().copied()).collect();
        all = all
            .iter()
            .flat_map(|begun| heads.iter().map(move |head| format!("{begun}{head}{}", word.latin)))
            .collect();
    }
    let after = &run[run.len() - 1].after;
    let with_after: Vec<String> = all.iter().map(|written| format!("{written}{after}")).collect();
    all.extend(with_after);
    all
}

/// Two neighbours that the lexicon knows as one word of another script.
fn known_as_one_word(two: &[Word], other: &Word) -> Option<(Met, Weight)> {
    let folded = format!("{}{}", two[0].folded, two[1].folded);
    let may_join = two.iter().chain([other]).all(|word| !cannot_join(word));
    if !may_join || two[0].script == other.script {
        return None;
    }
    let met = across_scripts(&ids(&folded, two[0].script), &other.ids)?;
    // a Hangul word of other sounds or vowels
    let latin: String = two.iter().map(|word| word.latin.as_str()).collect();
    if other.script == Script::Hangul && two.iter().all(|word| word.script == Script::Latin) {
        let sounds = KoreanSounds::of(&latin);
        let run = Word { latin, script: Script::Latin, ..two[0].clone() };
        if sounds.is_some() && other.korean.is_some() && sounds != other.korean
            || have_other_vowels(&run, other)
        {
            return None;
        }
    }
    Some(worth(two, other, met.bears_joining().then_some(met)?))
}

/// How a run meets a word that shares a key with it: written as it is, or near enough in one of three
/// ways.
fn as_one_word(run: &[Word], other: &Word) -> Option<(Met, Weight)> {
    let met = if !other.latin.is_empty() && writings(run).contains(&other.latin) {
        Met::new(PartRelation::Equal, 0, 1000)
    } else {
        let met = ["", "al", "el"].iter().find_map(|article| {
            let some = run[1..].iter().any(|word| word.has_article);
            let as_word = (article.is_empty() || some).then(|| one_word(run, article))?;
            meet_as_joined(run, &as_word, other)
        });
        let at_ng = || {
            let as_word = Word { syllables: syllables_at_ng(run)?, ..one_word(run, "") };
            meet_as_joined(run, &as_word, other)
        };
        met.or_else(at_ng)?
    };
    Some(worth(run, other, met))
}

/// How a run as one word meets another word: near enough, and across scripts, where the lexicon knows all of its parts, by what is
/// learned of spelling.
fn meet_as_joined(run: &[Word], as_word: &Word, other: &Word) -> Option<Met> {
    let known = run.iter().all(|word| !word.ids.is_empty());
    let across = as_word.is_abjad() && !other.is_abjad();
    let met = meet(as_word, other).filter(Met::bears_joining)?;
    (!known || !across || are_spelled_alike(as_word, other)).then_some(met)
}

/// Worth what its parts are worth together, up to what the rarest of all of them is.
fn worth(run: &[Word], other: &Word, met: Met) -> (Met, Weight) {
    let rarest = run.iter().map(|word| word.rarity).chain([other.rarity]).max();
    let together: Weight = run.iter().map(|word| word.rarity).sum();
    let met = met.joined();
    (met, met.weight(together.min(rarest.unwrap_or(together))))
}

/// A run as one word.
fn one_word(run: &[Word], article: &str) -> Word {
    let folded: String = run.iter().map(|word| word.folded.as_str()).collect();
    let mut latin = run[0].latin.clone();
    for word in &run[1..] {
        if word.has_article {
            latin.push_str(article);
        }
        latin.push_str(&word.latin);
    }
    Word {
        skeleton: text_of(&tamis_text::skeleton(&latin)),
        ids: Default::default(),
        names: None,
        concept: None,
        korean: run[0].korean.and_then(|_| KoreanSounds::of(&latin)),
        syllables: syllables_of(run),
        folded,
        latin,
        ..run[0].clone()
    }
}

/// The pairs of both directions.
pub(crate) fn joined_pairs(party: &[Word], entry: &[Word], scripts_differ: bool) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (start, length, at, met, weight) in joined(party, entry, scripts_differ) {
        pairs.push(Pair { party: (start..start + length).collect(), entry: vec![at], met, weight });
    }
    for (start, length, at, met, weight) in joined(entry, party, scripts_differ) {
        pairs.push(Pair { party: vec![at], entry: (start..start + length).collect(), met, weight });
    }
    pairs
}
