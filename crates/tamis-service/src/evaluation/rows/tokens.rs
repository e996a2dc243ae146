//! Single parts across scripts: is the true counterpart of a Latin part first among 1,000? Only pairs
//! held out from training (SHA-256 is 0 mod 5); native Arabic names apart from foreign ones.
//!
//! Asked is which of a thousand is nearest, so that they are ranked by what their spelling tells inside
//! a key of the scheme, with the lexicon and without; how rare a part is, which bounds what it adds to
//! a name, is not asked. What names of one part add in a comparison is told beside it.

mod mislabelled;

use rayon::prelude::*;
use tamis_match::meeting::{Nearness, nearness};
use tamis_match::record::PreparedPart;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{PartyKind, Weight};

use super::super::material::Material;
use super::super::report::{EvaluationSet, Failure, Figure, Target};
use super::super::source::{Table, cell, party, text};
use super::super::{EvaluationError, Sets, evidence, split};

/// How many counterparts a part is ranked among.
const AMONG: usize = 1_000;

const FAILURES_TOLD: usize = 15;

/// A file of pairs, and what is asked of it: raw, and without the rows that a rule takes for
/// mislabelled.
struct File {
    name: &'static str,
    path: &'static str,
    raw: Option<f64>,
    without: Option<f64>,
}

const FILES: [File; 7] = [
    File {
        name: "Arabic tokens",
        path: "names/arabic_latin_tokens.csv",
        raw: Some(0.95),
        without: Some(0.985),
    },
    File {
        name: "Arabic",
        path: "names/transliteration/wd_arabic_64",
        raw: Some(0.95),
        without: Some(0.985),
    },
    File {
        name: "Cyrillic",
        path: "names/transliteration/wd_russian_64",
        raw: Some(0.97),
        without: Some(0.995),
    },
    File {
        name: "Hebrew",
        path: "names/transliteration/wd_hebrew_64",
        raw: Some(0.95),
        without: Some(0.98),
    },
    File { name: "Han", path: "names/transliteration/wd_chinese_64", raw: None, without: None },
    File { name: "Kana", path: "names/transliteration/wd_japanese_64", raw: None, without: None },
    File { name: "Hangul", path: "names/transliteration/wd_korean_64", raw: None, without: None },
];

struct Token {
    latin: String,
    written: String,
    /// Compared as a name of one part in each writing.
    records: [AnalysedRecord; 2],
}

pub(in super::super) fn run(material: &Material) -> Sets {
    FILES.iter().map(|file| one_file(file, material)).collect()
}

fn one_file(file: &File, material: &Material) -> Result<EvaluationSet, EvaluationError> {
    let asks = "is the true counterpart of a Latin part first among 1,000? (ties lost)";
    let name = format!("single parts, {}", file.name);
    let pairs = match pairs(file, material) {
        Ok(pairs) => pairs,
        Err(error) => match error.absent() {
            Some(path) => return Ok(EvaluationSet::not_measured(&name, asks, path)),
            None => return Err(error),
        },
    };
    let all = pairs.len();
    let asked = material.sizes.tokens;
    let needed = asked.max(AMONG + 1);
    let tokens: Vec<Token> =
        pairs.into_par_iter().take(needed).filter_map(|pair| token(pair, material)).collect();
    let outcomes: Vec<Outcome> = (0..tokens.len().min(asked))
        .into_par_iter()
        .filter_map(|at| rank(at, &tokens, material))
        .collect();
    let mut set = EvaluationSet::new(name, asks);
    let count_by = |keep: fn(&Outcome) -> bool, is_first: fn(&Outcome) -> bool| {
        let of = outcomes.iter().filter(|outcome| keep(outcome));
        let (mut first, mut trials) = (0, 0);
        for outcome in of {
            first += u64::from(is_first(outcome));
            trials += 1;
        }
        Figure::share("first among 1,000", first, trials)
    };
    let count = |keep| count_by(keep, |outcome| outcome.is_first);
    let target = |bound: Option<f64>| bound.map(Target::AtLeast);
    set.figures.push(count(|_| true).of("raw").with_target(target(file.raw)));
    let without = count(|outcome| !outcome.is_mislabelled);
    set.figures
        .push(without.of("without rows that look mislabelled").with_target(target(file.without)));
    let without_lexicon = |keep| count_by(keep, |outcome| outcome.is_first_without_lexicon);
    set.figures.push(without_lexicon(|_| true).of("raw, without the lexicon"));
    set.figures.push(
        without_lexicon(|outcome| !outcome.is_mislabelled)
            .of("without rows that look mislabelled, without the lexicon"),
    );
    set.figures.push(
        count_by(|_| true, |outcome| outcome.is_first_by_weight)
            .of("raw, by what a name of one part adds"),
    );
    if file.name.starts_with("Arabic") {
        set.figures.push(count(|one| one.is_native && !one.is_mislabelled).of("native names"));
        set.figures.push(count(|one| !one.is_native && !one.is_mislabelled).of("foreign names"));
    }
    let mislabelled = outcomes.iter().filter(|outcome| outcome.is_mislabelled).count() as u64;
    let share = Figure::share("rows that look mislabelled", mislabelled, outcomes.len() as u64);
    let bound = file.without.map(|_| Target::AtMost(0.03));
    set.figures.push(share.with_target(bound));
    set.remarks.push(format!("{all} pairs are held out, {} were asked for", outcomes.len()));
    set.failures = outcomes
        .into_iter()
        .filter(|outcome| !outcome.is_mislabelled)
        .filter_map(|outcome| outcome.failure)
        .take(FAILURES_TOLD)
        .collect();
    Ok(set)
}

struct Outcome {
    is_first: bool,
    is_first_without_lexicon: bool,
    is_first_by_weight: bool,
    is_mislabelled: bool,
    is_native: bool,
    failure: Option<Failure>,
}

/// Ranks the counterpart of a token among those that stand next to it in the order of the hash.
fn rank(at: usize, tokens: &[Token], material: &Material) -> Option<Outcome> {
    let own = tokens.get(at)?;
    let others: Vec<&Token> = (1..AMONG.min(tokens.len()))
        .filter_map(|step| tokens.get((at + step) % tokens.len()))
        .filter(|other| other.written != own.written)
        .collect();
    let near = |other: &Token, by| near(&own.records[0], &other.records[1], by, &material.policy);
    let beats = |by: Nearness| {
        let right = near(own, by);
        others.iter().find(|other| near(other, by) >= right)
    };
    let weight = |other: &Token| {
        compare(&own.records[0], &other.records[1], &material.policy).weight_of_parts()
    };
    let right_weight = weight(own);
    let by_nearness = beats(Nearness::WithLexicon);
    let failure = by_nearness.map(|_| {
        let first = others.iter().max_by_key(|other| near(other, Nearness::WithLexicon));
        let right = compare(&own.records[0], &own.records[1], &material.policy);
        let told = |other: &Token| {
            let nats = |near: Weight| format!("{:.1}", f64::from(near.0) / 1024.0);
            near(other, Nearness::WithLexicon).map_or_else(|| "no key".to_owned(), nats)
        };
        Failure {
            kind: "not first",
            one: own.latin.clone(),
            other: own.written.clone(),
            score: right.score,
            evidence: format!(
                "near by {}; {} || first: {}",
                told(own),
                evidence::line(&right),
                first.map_or_else(String::new, |other| format!(
                    "{} {}, near by {}",
                    other.latin,
                    other.written,
                    told(other)
                )),
            ),
        }
    });
    Some(Outcome {
        is_first: by_nearness.is_none(),
        is_first_without_lexicon: beats(Nearness::WithoutLexicon).is_none(),
        is_first_by_weight: others.iter().all(|other| weight(other) < right_weight),
        is_mislabelled: mislabelled::looks_mislabelled(&own.latin, &own.written),
        is_native: is_native(&own.written),
        failure,
    })
}

/// How near two names of one part are; nothing where they share no key. Names that one writing cuts
/// into several parts (Hangul and Chinese characters) count by what their parts add, with the lexicon.
fn near(
    latin: &AnalysedRecord,
    written: &AnalysedRecord,
    by: Nearness,
    policy: &Policy,
) -> Option<Weight> {
    if let (Some(latin), Some(written)) = (only_part(latin), only_part(written)) {
        return nearness(&latin.form(), &written.form(), by);
    }
    let weight = compare(latin, written, policy).weight_of_parts();
    (by == Nearness::WithLexicon && weight > Weight::ZERO).then_some(weight)
}

fn only_part(record: &AnalysedRecord) -> Option<&PreparedPart> {
    match record.names.first()?.informative.as_slice() {
        [part] => Some(part),
        _ => None,
    }
}

/// The held-out pairs in the order of their hash, no pair twice.
fn pairs(file: &File, material: &Material) -> Result<Vec<(String, String)>, EvaluationError> {
    let mut pairs = Vec::new();
    if file.path.ends_with(".csv") {
        let table = Table::open(material.folder.join(file.path))?;
        let (written, latin) = (table.column("arabic")?, table.column("english")?);
        for row in &table.rows {
            pairs.push((cell(row, latin).to_owned(), cell(row, written).to_owned()));
        }
    } else {
        for line in text(&material.folder, file.path)?.lines() {
            let mut columns = line.split('\t');
            let (Some(latin), Some(written)) = (columns.next(), columns.next()) else { continue };
            pairs.push((latin.trim().to_owned(), written.replace(' ', "")));
        }
    }
    pairs.retain(|(latin, written)| {
        !latin.is_empty() && !written.is_empty() && split::is_held_out(latin, written)
    });
    pairs.sort_by_cached_key(|(latin, written)| split::order(latin, written));
    pairs.dedup();
    Ok(pairs)
}

fn token((latin, written): (String, String), material: &Material) -> Option<Token> {
    let record = |name: &str| material.record(&party(PartyKind::Person, &[name], "")).ok();
    let records = [record(&latin)?, record(&written)?];
    Some(Token { latin, written, records })
}

/// Letters that foreign names in Arabic seldom have, and the article: a native name, roughly.
fn is_native(written: &str) -> bool {
    written.contains(['ح', 'ص', 'ض', 'ع', 'ظ', 'ذ', 'ث', 'ة', 'ء', 'ق'])
        || written.starts_with("ال")
        || written.starts_with("عبد")
}
