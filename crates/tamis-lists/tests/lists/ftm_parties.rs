//! Entities of FollowTheMoney: what hangs on a party that was merged, and why something hangs on none.

use tamis_lists::{ReadOptions, SourceFile};

#[test]
fn what_names_a_merged_party_hangs_on_it_and_what_could_be_a_party_says_so() {
    let lines = [
        r#"{"id":"p1","schema":"Person","properties":{"name":["Oru Brell"]},"referents":["old-1","p2"],"target":true}"#,
        r#"{"id":"p2","schema":"Person","properties":{"name":["Laz Gura"]},"target":true}"#,
        r#"{"id":"i1","schema":"Passport","properties":{"holder":["old-1"],"number":["A77"]}}"#,
        r#"{"id":"i2","schema":"Passport","properties":{"holder":["p2"],"number":["A78"]}}"#,
        r#"{"id":"p3","properties":{"name":["Tuz Mor"]}}"#,
        r#"{"id":"p4","schema":"Fellowship","properties":{"name":["Sa Ki"]},"target":true}"#,
        r#"{"id":"a1","schema":"Address","properties":{"full":["Utaun"]}}"#,
    ];
    let text = lines.join("\n");
    let manifest = r#"{"name":"utopia","updated_at":"2031-05-07","entity_count":7}"#;
    let files = [
        SourceFile { name: "entities.json", bytes: text.as_bytes() },
        SourceFile { name: "index.json", bytes: manifest.as_bytes() },
    ];
    let reading = tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {}).unwrap();
    let numbers: Vec<(&str, Vec<&str>)> = reading
        .entries
        .iter()
        .map(|entry| {
            let numbers = entry.identifiers.iter().map(|number| number.number.as_str());
            (entry.id.reference.as_ref(), numbers.collect())
        })
        .collect();
    // an object of the file with that id comes first
    assert_eq!(numbers, [("p1", vec!["A77"]), ("p2", vec!["A78"])]);
    let refused: Vec<&str> =
        reading.account.refused.iter().map(|refused| refused.reason.as_str()).collect();
    let [schema, unknown, nobody] = refused.as_slice() else { panic!("{refused:?}") };
    assert!(schema.starts_with("no schema"), "{schema}");
    assert!(unknown.starts_with("the publisher lists it"), "{unknown}");
    assert!(nobody.starts_with("no party of the file"), "{nobody}");
}
