//! What the lexicon must and must not license, and that its bytes are whole.

use std::collections::BTreeMap;

use tamis_text::{NameKind, analyse};

use super::*;

fn of(name: &str) -> Ids {
    let analysed = analyse(name, NameKind::Unknown).unwrap();
    let [part] = analysed.parts.as_slice() else { panic!("{name} is not one part") };
    ids(&part.folded, part.script)
}

fn check(expected: bool, one: &str, other: &str) {
    assert_eq!(variants(of(one), of(other)), expected, "{one} / {other}");
    assert_eq!(variants(of(other), of(one)), expected, "{other} / {one}");
}

#[test]
fn forms_of_one_name() {
    for (one, other) in [
        ("Michael", "مايكل"),
        ("Guillaume", "גיום"),
        ("Gauthier", "Готье"),
        ("Tanaka", "田中"),
        ("Jinping", "近平"),
        ("Tan", "陳"),
        ("Lee", "李"),
        ("Jihoon", "지훈"),
        ("Jan", "Ян"),
        ("Gorbachev", "Gorbatschow"),
        ("Shimoda", "Simoda"),
        ("Hayashi", "林"),
    ] {
        check(true, one, other);
    }
}

#[test]
fn a_short_form_is_weaker_than_a_spelling() {
    for (one, other, kind) in [
        ("Ben", "Benjamin", Some(Kind::ShortForm)),
        ("Sasha", "Aleksandr", Some(Kind::ShortForm)),
        ("Grigorievich", "Hryhorovych", Some(Kind::Spelling)),
        ("Serhiy", "Sergey", Some(Kind::Spelling)),
        ("Bill", "Robert", None),
    ] {
        assert_eq!(licence(of(one), of(other)), kind, "{one} / {other}");
        assert_eq!(licence(of(other), of(one)), kind, "{other} / {one}");
    }
}

#[test]
fn different_names() {
    for (one, other) in [
        // through a Chinese character, or through a short Latin word
        ("Jan", "Chen"),
        ("Jan", "Xin"),
        ("Haji", "土師"),
        ("جان", "陳"),
        ("حاجي", "土師"),
        ("陳", "忻"),
        ("Chan", "Tan"),
        ("Tanaka", "Tian"),
        // one origin, not one name
        ("John", "Ivan"),
        ("Jean", "John"),
        ("Yusuf", "Joseph"),
        ("Zlata", "Zlatko"),
        // father's name of a son, of a daughter
        ("Mikhailovich", "Mikhailovna"),
        ("Михайлович", "Mikhailovna"),
        // near by letters alone
        ("Salman", "Sultan"),
        ("Ahmad", "Hamad"),
    ] {
        check(false, one, other);
    }
}

#[test]
fn unknown_forms_have_no_ids() {
    for form in ["", "a", "zzzzzz", "\u{10ffff}", "qwrtpsdfghjklzxcvbnm"] {
        assert!(ids(form, Script::Latin).is_empty(), "{form}");
    }
}

/// The ids of all forms, block after block, or where the table is damaged.
fn forms(table: &[u8]) -> Result<Vec<Vec<[u8; ID_BYTES]>>, String> {
    let body = table.get(layout::OFFSETS_AT..).ok_or("no body")?;
    let stated = table.get(layout::COUNTS_AT + 8..).and_then(|rest| rest.first_chunk::<8>());
    if stated.map(|bytes| u64::from_le_bytes(*bytes)) != Some(checksum(body)) {
        return Err("the checksum differs".to_owned());
    }
    let blocks = layout::blocks(table);
    let mut forms = Vec::new();
    for at in 0..blocks {
        let mut block = layout::block(table, blocks, at).ok_or("a block is missing")?;
        let mut tags = Vec::new();
        while let Some(row) = layout::next(&mut block) {
            tags.push(*row.tag);
            forms.push(row.ids.to_vec());
        }
        let count = tags.len();
        tags.sort_unstable();
        tags.dedup();
        if !block.is_empty() || tags.len() != count {
            return Err(format!("block {at} is longer than its forms, or two are one"));
        }
    }
    if layout::number(table, layout::COUNTS_AT) != Some(forms.len()) {
        return Err("the number of forms differs".to_owned());
    }
    Ok(forms)
}

#[test]
fn the_table_is_whole() {
    let forms = forms(TABLE).unwrap();
    let mut members: BTreeMap<[u8; ID_BYTES], usize> = BTreeMap::new();
    for ids in &forms {
        assert!(!ids.is_empty() && ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
        assert!(ids.iter().all(|id| Kind::of(*id).is_some()), "{ids:?}");
        for id in ids {
            *members.entry(*id).or_default() += 1;
        }
    }
    assert!(members.values().all(|count| *count > 1), "an id of one form says nothing");
    assert!(forms.len() > 200_000, "{}", forms.len());
    assert!(TABLE.len() <= 3 << 20, "{} bytes", TABLE.len());
}

#[test]
fn damage_is_found_and_never_fatal() {
    for at in [layout::COUNTS_AT, layout::OFFSETS_AT, TABLE.len() / 2, TABLE.len() - 1] {
        let mut table = TABLE.to_vec();
        table[at] ^= 0x55;
        assert!(forms(&table).is_err(), "byte {at}");
        for form in ["muhammad", "محمد", "田中", "zzz"] {
            let _ = layout::find(&table, form);
        }
    }
    for length in [0, layout::COUNTS_AT, layout::OFFSETS_AT + 3, TABLE.len() / 2] {
        let table = &TABLE[..length];
        assert!(forms(table).is_err(), "{length} bytes");
        let _ = layout::find(table, "muhammad");
    }
}
