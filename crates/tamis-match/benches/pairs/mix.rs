//! The mix of pairs that is measured; see the benchmark `pairs`.

use tamis_model::{Party, PartyKind, PartyName};
use tamis_testkit::data;

/// One judged pair: whether it matches, the names of both sides, primary names first.
struct Judged {
    kind: PartyKind,
    matches: bool,
    names: [Vec<String>; 2],
}

/// The pairs of the file of judged pairs, or invented ones.
fn judged() -> Vec<Judged> {
    let text = data::path("names/crosslist_pairs_2021.csv")
        .and_then(|path| std::fs::read_to_string(path).ok());
    let Some(text) = text else { return invented() };
    text.lines()
        .skip(1)
        .map(fields)
        .filter(|fields| fields.len() >= 8)
        .map(|fields| {
            let names = |primary: usize, aliases: usize| {
                let aliases = fields[aliases].split('|').map(str::to_owned);
                let names = std::iter::once(fields[primary].clone()).chain(aliases);
                names.filter(|name| !name.is_empty()).collect()
            };
            Judged {
                kind: if fields[3] == "person" {
                    PartyKind::Person
                } else {
                    PartyKind::Organisation
                },
                matches: fields[0] == "match",
                names: [names(4, 6), names(5, 7)],
            }
        })
        .collect()
}

/// The fields of a line of comma separated values.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    fields.push(field);
    fields
}

/// Each invented name beside itself and beside its neighbour.
fn invented() -> Vec<Judged> {
    let names: Vec<String> = include_str!("../../../tamis-text/benches/names.tsv")
        .lines()
        .filter_map(|line| line.split("\tperson\t").nth(1))
        .map(str::to_owned)
        .collect();
    let pair = |one: &String, other: &String, matches| Judged {
        kind: PartyKind::Person,
        matches,
        names: [vec![one.clone()], vec![other.clone()]],
    };
    let neighbours = names.iter().zip(names.iter().skip(1));
    let equal = names.iter().map(|name| pair(name, name, true));
    equal.chain(neighbours.map(|(one, other)| pair(one, other, false))).collect()
}

/// A quarter matches, a quarter non-matches, half one list against another; `first` and `second` are
/// how many names each side has at most.
pub(crate) fn mix(first: usize, second: usize) -> Vec<[Party; 2]> {
    let judged = judged();
    let party = |pair: &Judged, side: usize| Party {
        kind: pair.kind,
        // A side with fewer names has its first ones again, in the order of the list.
        names: pair.names[side]
            .iter()
            .cycle()
            .take(if side == 0 { first } else { second })
            .map(PartyName::whole)
            .collect(),
        ..Party::default()
    };
    let labelled = |matches| judged.iter().filter(move |pair| pair.matches == matches).step_by(3);
    let quarter = labelled(true).count().min(labelled(false).count());
    let mut pairs: Vec<[Party; 2]> = labelled(true)
        .take(quarter)
        .chain(labelled(false).take(quarter))
        .map(|pair| [party(pair, 0), party(pair, 1)])
        .collect();
    let others = judged.iter().cycle().skip(judged.len() / 2 + 1);
    let apart = judged.iter().zip(others).filter(|(one, other)| one.kind == other.kind);
    pairs.extend(apart.take(2 * quarter).map(|(one, other)| [party(one, 0), party(other, 1)]));
    pairs
}
