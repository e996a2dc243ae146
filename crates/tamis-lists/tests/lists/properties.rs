//! What a reader keeps to whatever its bytes: no panic, an account that balances, entries with names and
//! references. Run by the fuzz targets, and over their committed corpora by `fuzz_corpus`.

use tamis_lists::formats::ReadFunction;
use tamis_lists::{ReadOptions, SourceFile};

/// The UN list.
pub fn un(data: &[u8]) {
    one_file(tamis_lists::un::read, data);
}

/// The EU list.
pub fn eu(data: &[u8]) {
    one_file(tamis_lists::eu::read, data);
}

/// OFAC's lists in XML.
pub fn ofac_xml(data: &[u8]) {
    one_file(tamis_lists::ofac_xml::read, data);
}

/// Canada's list.
pub fn ca(data: &[u8]) {
    one_file(tamis_lists::ca::read, data);
}

/// Switzerland's list.
pub fn ch(data: &[u8]) {
    one_file(tamis_lists::ch::read, data);
}

/// The UK Sanctions List.
pub fn uk_sanctions(data: &[u8]) {
    one_file(tamis_lists::uk_sanctions::read, data);
}

/// OFAC's lists in the advanced format.
pub fn ofac_advanced(data: &[u8]) {
    one_file(tamis_lists::ofac_advanced::read, data);
}

/// Entities of FollowTheMoney: manifest and entities, parted by the character "group separator".
pub fn ftm(data: &[u8]) {
    check(tamis_lists::ftm::read, &parted(data));
}

/// A list and its mapping, parted by the character "group separator".
pub fn mapped(data: &[u8]) {
    check(tamis_lists::mapped::read, &parted(data));
}

/// A mapping file: it is read, or the error names a line and says what to write.
pub fn mapping(data: &[u8]) {
    let file = SourceFile { name: "fuzz", bytes: data };
    let _ = tamis_lists::mapped::is_mapping(data);
    if let Err(error) = tamis_lists::mapped::parse(&file) {
        assert!(error.to_string().starts_with("fuzz, line "), "{error}");
    }
}

/// Several files in one input, parted by the character "group separator".
fn parted(data: &[u8]) -> Vec<SourceFile<'_>> {
    data.split(|byte| *byte == 0x1d).map(|bytes| SourceFile { name: "fuzz", bytes }).collect()
}

/// The properties of a reader of one file. The reader is called itself: recognition would turn away
/// most of what a fuzzer makes.
pub fn one_file(read: ReadFunction, data: &[u8]) {
    check(read, &[SourceFile { name: "fuzz", bytes: data }]);
}

/// The properties of a reader.
pub fn check(read: ReadFunction, files: &[SourceFile<'_>]) {
    let mut before = 0;
    let mut progress = |bytes: u64| {
        assert!(bytes >= before, "progress runs backwards");
        before = bytes;
    };
    let Ok(reading) = read(files, &ReadOptions::default(), &mut progress) else { return };
    let account = &reading.account;
    assert!(account.balances(), "{account:?}");
    assert_eq!(account.entries, reading.entries.len() as u64);
    assert_eq!(account.entries + account.merged, account.accepted_total());
    let names: usize = reading.entries.iter().map(|entry| entry.names.len()).sum();
    assert_eq!(account.names, names as u64);
    for entry in &reading.entries {
        assert!(!entry.id.reference.is_empty(), "an entry without a reference");
        assert!(entry.names.iter().any(|name| !name.text.is_empty()), "an entry without a name");
        assert_eq!(entry.id.list, reading.list);
    }
    for refusal in &account.refused {
        assert!(!refusal.reason.is_empty());
    }
}
