//! What another spelling tells: tables of units of sound against units of sound, learned from pairs
//! of words that are one name, a table a pair of writings.
//!
//! Native Arabic names, written with few vowels, and foreign ones, where each vowel is a letter, have
//! a table each: rows are told apart by letters that foreign names seldom have, then by the table
//! under which they are likelier.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use tamis_match::spelling::table::{Gains, Pairing, STEPS_A_NAT, parse};
use tamis_match::spelling::units::{GROUPS, NOTHING, Writing, units_of_letters, written};
use tamis_text::{Script, fold, romanise, skeleton};

mod expectation;
mod held_out;
mod pairs;
mod pricing;
mod sharpening;

use expectation::{Joint, Pair};
use pairs::Row;
use pricing::Pricing;
use sharpening::{Sharpened, sharpen};

const TARGET: &str = "crates/tamis-match/data/spelling.tsv";

/// Groups of spellings of one name.
const GROUPS_FILE: &str = "names/name_part_variants.txt";

/// Arabic rows.
const ARABIC: [&str; 2] = ["names/transliteration/wd_arabic_64", "names/arabic_latin_tokens.csv"];

/// Rows of the other writings.
const OTHERS: [(Pairing, Script, &str); 5] = [
    (Pairing::Hebrew, Script::Hebrew, "names/transliteration/wd_hebrew_64"),
    (Pairing::Cyrillic, Script::Cyrillic, "names/transliteration/wd_russian_64"),
    (Pairing::Kana, Script::Kana, "names/transliteration/wd_japanese_64"),
    (Pairing::Hangul, Script::Hangul, "names/transliteration/wd_korean_64"),
    (Pairing::Han, Script::Han, "names/transliteration/wd_chinese_64"),
];

/// What the groups of spellings are too few to teach.
const CONVENTIONS: &str = include_str!("../data/conventions.tsv");

/// Times that Arabic rows are told apart again.
const SORTINGS: usize = 3;

/// Fewer times seen than this, a pair of units has no line of its own.
const LEAST_SEEN: f64 = 2.0;

/// Nearer to the line of the unseen than this many steps, a pair of units has none of its own.
const LEAST_STEPS: i32 = 8;

pub(crate) fn run(data: &Path, check: bool) -> anyhow::Result<()> {
    let groups = pairs::of_groups(data, GROUPS_FILE)?;
    let mut text = String::from(
        "# What units of a spelling tell of one name, in 1/16 nat: table, unit of Latin, unit of the other writing.\n\
         # Made by `cargo xtask train costs`; do not edit. No random number is drawn.\n\
         # Sources: NETransliteration-COLING2018 (Apache-2.0), Arabic-Latin tokens of T. Chauvet, groups of\n\
         # spellings of Wikidata (CC0) through rigour (MIT); pairs whose SHA-256 is 0 mod 5 are held out.\n",
    );
    let others = groups.across.get(&Script::Arabic).map_or(&[][..], Vec::as_slice);
    arabic(data, others, &mut text)?;
    for (pairing, script, file) in OTHERS {
        let mut rows = pairs::of_file(data, file)?;
        rows.retain(|row| row.written.script == script);
        let more = groups.across.get(&script).map_or(&[][..], Vec::as_slice);
        let learn: Vec<Pair> =
            rows.iter().chain(more).filter(|row| !row.held_out).map(Row::pair).collect();
        let joint = learned(&learn, pairing.columns());
        let pricing = Pricing::of(joint);
        let gains = sharpened(&[&pricing], &learn);
        let tables: Vec<Gains> =
            gains.iter().map(|gains| tell(pairing, &pricing, gains, &mut text)).collect();
        held_out::print(pairing.name(), &rows, |_| true, &tables)?;
    }
    for (pairing, pairs) in
        [(Pairing::Latin, &groups.latin), (Pairing::LatinOfArabic, &groups.latin_of_arabic)]
    {
        let joint = learned(pairs, Writing::Latin);
        let joint = match pairing {
            Pairing::LatinOfArabic => pricing::with_conventions(&joint, &conventions()?),
            _ => joint,
        };
        let pricing = Pricing::of(joint);
        tell(pairing, &pricing, &pricing.gains(), &mut text);
    }
    if check {
        let committed = std::fs::read_to_string(TARGET)?;
        anyhow::ensure!(
            committed == text,
            "{TARGET} is not what the data gives: run `cargo xtask train costs`"
        );
    } else {
        std::fs::write(TARGET, text)?;
    }
    Ok(())
}

/// The two tables of Arabic.
fn arabic(data: &Path, groups: &[Row], text: &mut String) -> anyhow::Result<()> {
    let mut rows = Vec::new();
    for file in ARABIC {
        rows.extend(pairs::of_file(data, file)?);
    }
    let learn: Vec<&Row> = rows.iter().chain(groups).filter(|row| !row.held_out).collect();
    let pairs: Vec<Pair> = learn.iter().map(|row| row.pair()).collect();
    let mut native: Vec<bool> = learn.iter().map(|row| row.is_native()).collect();
    let of_kind = |native: &[bool], kind: bool| {
        let chosen = pairs.iter().zip(native).filter(|(_, native)| **native == kind);
        let chosen: Vec<Pair> = chosen.map(|(pair, _)| pair.clone()).collect();
        learned(&chosen, Writing::Arabic)
    };
    let mut joints = (of_kind(&native, true), of_kind(&native, false));
    for _ in 1..SORTINGS {
        let (own, foreign) =
            (expectation::normalised(&joints.0), expectation::normalised(&joints.1));
        native = pairs
            .iter()
            .map(|pair| {
                expectation::likelihood(&own, pair) > expectation::likelihood(&foreign, pair)
            })
            .collect();
        joints = (of_kind(&native, true), of_kind(&native, false));
    }
    let pricings = [Pricing::of(joints.0), Pricing::of(joints.1)];
    let gains = sharpened(&pricings.each_ref(), &pairs);
    let kinds = [Pairing::ArabicNative, Pairing::ArabicForeign];
    let tables: Vec<Gains> = kinds
        .into_iter()
        .zip(&pricings)
        .zip(&gains)
        .map(|((pairing, pricing), gains)| tell(pairing, pricing, gains, text))
        .collect();
    held_out::print("arabic, native", &rows, Row::is_native, &tables)?;
    held_out::print("arabic, foreign", &rows, |row| !row.is_native(), &tables)
}

/// Counts of units beside each other.
fn learned(pairs: &[Pair], writing: Writing) -> Joint {
    // begins where the consonants of units agree
    let class = |unit: u8, writing| {
        let name = written(unit, writing);
        skeleton(&romanise(&fold(name.trim_matches(['^', '$']))))
    };
    let latin: Vec<_> = (0..NOTHING).map(|unit| class(unit, Writing::Latin)).collect();
    let other: Vec<_> = (0..NOTHING).map(|unit| class(unit, writing)).collect();
    expectation::train(pairs, |a, b| {
        latin
            .get(usize::from(a))
            .zip(other.get(usize::from(b)))
            .is_some_and(|(one, other)| one == other)
    })
}

/// Pairs of conventions for one sound, at each place of a word.
fn conventions() -> anyhow::Result<Vec<(u8, u8)>> {
    let groups = u8::try_from(GROUPS)?;
    let mut pairs = Vec::new();
    for line in CONVENTIONS.lines().filter(|line| !line.starts_with('#')) {
        let units: Vec<_> = line.split('\t').take(2).map(units_of_letters).collect();
        let [[one], [other]] = [units.first(), units.get(1)].map(|unit| match unit.map(|u| &**u) {
            Some([unit]) => [*unit],
            _ => [NOTHING],
        });
        if one == NOTHING || other == NOTHING {
            anyhow::bail!("conventions.tsv: not a unit against a unit: {line}");
        }
        let at = |unit: u8, place: u8| unit % groups + place * groups;
        pairs.extend((0..3).map(|place| (at(one, place), at(other, place))));
    }
    Ok(pairs)
}

/// What units tell once it is turned to tell words apart.
fn sharpened(pricings: &[&Pricing], pairs: &[Pair]) -> Vec<Vec<(u8, u8, f64)>> {
    let start: Vec<_> = pricings.iter().map(|pricing| pricing.gains()).collect();
    let mut tables: Vec<Sharpened> = start.iter().map(|gains| Sharpened::of(gains)).collect();
    sharpen(&mut tables, pairs);
    tables.iter().zip(&start).map(|(table, gains)| table.gains(gains)).collect()
}

/// One script beside itself: what two units tell in either order is one number, and sums in another order must not
/// round to another step.
fn midpoints(gains: &[(u8, u8, f64)]) -> Vec<(u8, u8, f64)> {
    let told: BTreeMap<(u8, u8), f64> =
        gains.iter().map(|(one, other, gain)| ((*one, *other), *gain)).collect();
    let midpoint = |(one, other, gain): &(u8, u8, f64)| {
        let mirror = told.get(&(*other, *one)).copied().unwrap_or(*gain);
        // in one order, for a midpoint of floats is not the same both ways for certain
        let [less, more] = if one <= other { [*gain, mirror] } else { [mirror, *gain] };
        (*one, *other, f64::midpoint(less, more))
    };
    gains.iter().map(midpoint).collect()
}

/// Writes a table, and reads it back as the program does.
fn tell(pairing: Pairing, pricing: &Pricing, gains: &[(u8, u8, f64)], text: &mut String) -> Gains {
    let steps = |nats: f64| -> i32 { (nats * f64::from(STEPS_A_NAT)).round() as i32 };
    let name = pairing.name();
    let mirrored = match pairing.columns() {
        Writing::Latin => midpoints(gains),
        _ => gains.to_vec(),
    };
    let gains = mirrored.as_slice();
    // what most pairs tell that were never seen, so that they need no line
    let usual_of_unseen = |one_is_nothing: bool, other_is_nothing: bool| {
        let unseen = gains.iter().filter(|(one, other, _)| {
            (*one == NOTHING) == one_is_nothing
                && (*other == NOTHING) == other_is_nothing
                && pricing.seen(*one, *other) <= LEAST_SEEN
        });
        let mut values: Vec<i32> = unseen.map(|(_, _, gain)| steps(*gain)).collect();
        values.sort_unstable();
        values.get(values.len() / 4).copied().unwrap_or(-96)
    };
    let (other, less, more) =
        (usual_of_unseen(false, false), usual_of_unseen(false, true), usual_of_unseen(true, false));
    let mut line = |one: &str, other: &str, value: i32| {
        // writing to a string does not fail
        let _ = writeln!(text, "{name}\t{one}\t{other}\t{value}");
    };
    line("?", "?", other);
    line("?", "-", less);
    line("-", "?", more);
    line("?", "=", 0);
    line("=", "?", 0);
    for (one, second, gain) in gains {
        let unseen = match (*one, *second) {
            (NOTHING, _) => more,
            (_, NOTHING) => less,
            _ => other,
        };
        let gain = steps(*gain);
        if pricing.seen(*one, *second) > LEAST_SEEN && (gain - unseen).abs() > LEAST_STEPS {
            line(&written(*one, Writing::Latin), &written(*second, pairing.columns()), gain);
        }
    }
    let [mut rows, mut columns] = pricing.usual(gains);
    if pairing.columns() == Writing::Latin {
        // one script beside itself: sums in another order must not round to another step
        for (row, column) in rows.iter_mut().zip(&mut columns) {
            *row = f64::midpoint(*row, *column);
            *column = *row;
        }
    }
    for (unit, (row, column)) in (0..NOTHING).zip(rows.iter().zip(&columns)) {
        if steps(*row) != 0 {
            line(&written(unit, Writing::Latin), "=", steps(*row));
        }
        if steps(*column) != 0 {
            line("=", &written(unit, pairing.columns()), steps(*column));
        }
    }
    parse(text, pairing)
}
