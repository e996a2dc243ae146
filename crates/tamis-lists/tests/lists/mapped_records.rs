//! The mapped reader on records with parts: what belongs to one name, what is refused, and that nothing is lost.

use tamis_lists::mapped::parse;
use tamis_lists::{ReadOptions, Reading, SourceFile};
use tamis_model::{Entry, NameGrade};

const KIND: &str = "[[field]]\nconstant = \"person\"\nbecomes = \"kind\"\n";

fn read(text: &str, mapping: &str) -> Reading {
    let mapping = format!("mapping = 1\nlist = \"own-test\"\n{mapping}{KIND}");
    let files = [
        SourceFile { name: "list", bytes: text.as_bytes() },
        SourceFile { name: "mapping.toml", bytes: mapping.as_bytes() },
    ];
    tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {}).unwrap()
}

fn grades(entry: &Entry) -> Vec<(&str, NameGrade)> {
    entry.names.iter().map(|name| (name.text.as_str(), name.grade)).collect()
}

fn notes(entry: &Entry) -> Vec<(&str, &str)> {
    entry.notes.iter().map(|note| (note.field.as_str(), note.text.as_str())).collect()
}

fn told(reading: &Reading) -> Vec<(&str, &str)> {
    let told = reading.account.diagnostics.iter();
    told.map(|told| (told.field.as_str(), told.value.as_str())).collect()
}

#[test]
fn the_grade_of_one_name_is_not_that_of_another() {
    let json = r#"[{"id": 1, "names": [{"text": "Oru Brell"}, {"text": "Oro Brel", "quality": "low"},
        {"text": "Laz Gura"}]}, {"id": 2, "quality": "low", "names": [{"text": "Tuz Mor"}, {"text": "Ne Sa"}]}]"#;
    let mapping = r#"
[layout]
kind = "json"
[[field]]
at = "id"
becomes = "reference"
[[field]]
at = "names.text"
becomes = "name"
grade = "strong"
grade_at = "names.quality | quality"
grades = { "low" = "weak" }
"#;
    let reading = read(json, mapping);
    let [one, two] = reading.entries.as_slice() else { panic!("{}", reading.entries.len()) };
    let expected = [
        ("Oru Brell", NameGrade::Primary),
        ("Oro Brel", NameGrade::Weak),
        ("Laz Gura", NameGrade::Strong),
    ];
    assert_eq!(grades(one), expected);
    // what stands above all names speaks of all
    assert_eq!(grades(two), [("Tuz Mor", NameGrade::Primary), ("Ne Sa", NameGrade::Weak)]);
}

const XML: &str = r#"<watch made="2031-05-07" version="7"><head><day>8</day></head>
<person id="1"><name>Oru Brell</name><alias>Tuzov</alias><alias quality="low">Tuz</alias>
<birth><given>Oro</given><given>Lor</given><family>Brel</family></birth></person></watch>"#;

const XML_MAPPING: &str = r#"
[layout]
kind = "xml"
record = "watch.person"
published = "watch.@made"
[[field]]
at = "@id"
becomes = "reference"
[[field]]
at = "name"
becomes = "name"
grade = "primary"
[[field]]
at = "alias"
becomes = "name"
grade = "strong"
grade_at = "alias.@quality"
grades = { "low" = "weak" }
[[field]]
at = ["birth.given", "birth.family"]
becomes = "name"
grade = "strong"
"#;

#[test]
fn attributes_speak_of_their_own_element_and_what_is_repeated_is_kept() {
    let reading = read(XML, XML_MAPPING);
    let [entry] = reading.entries.as_slice() else { panic!("{}", reading.entries.len()) };
    let expected = [
        ("Oru Brell", NameGrade::Primary),
        ("Tuzov", NameGrade::Strong),
        ("Tuz", NameGrade::Weak),
        ("Oro Brel", NameGrade::Strong),
    ];
    assert_eq!(grades(entry), expected);
    assert_eq!(notes(entry), [("birth.given", "Lor")]);
}

#[test]
fn attributes_outside_of_the_records_are_the_day_or_are_told() {
    let reading = read(XML, XML_MAPPING);
    assert_eq!(reading.published.map(|day| day.to_string()).as_deref(), Some("2031-05-07"));
    let told = told(&reading);
    assert!(told.contains(&("watch.@version", "7")), "{told:?}");
    assert!(told.contains(&("watch.head.day", "8")), "{told:?}");
}

#[test]
fn words_for_nothing_are_no_parts_and_words_that_refuse_nobody_are_kept() {
    let csv = "Ref,Given,Family,State,Of\n1,-,Brell,pending,Шандалия\n2,Oru,Gura,closed,\n3,Laz,Tuz,,Utopia\n";
    let mapping = r#"nothing = "-"
[layout]
kind = "table"
[[refused]]
at = "State"
values = "closed"
reason = "the desk has closed it"
[[field]]
at = "Ref"
becomes = "reference"
required = true
[[field]]
at = ["Given", "Family"]
parts = ["given", "family"]
becomes = "name"
[[field]]
at = "Of"
becomes = "nationality"
"#;
    let reading = read(csv, mapping);
    assert_eq!(reading.account.refused.len(), 1);
    let [one, _] = reading.entries.as_slice() else { panic!("{}", reading.entries.len()) };
    let fields = one.names.first().map(|name| &name.fields);
    assert_eq!(fields.map(|fields| fields.given.as_deref()), Some(None));
    assert_eq!(notes(one), [("State", "pending")]);
    // a country that nothing knows is told; the column of the words that refuse is known
    assert_eq!(told(&reading), [("Of", "Шандалия")]);
}

#[test]
fn a_column_of_hijri_dates_may_hold_days_of_our_calendar() {
    let csv = "Ref,Name,Born,Listed\n1,Oru Brell,١٤٠٢/٠٦/٢٤,2031-05-07\n2,Laz Gura,1985/03/02,1452/01/14\n";
    let mapping = r#"
[layout]
kind = "table"
[[field]]
at = "Ref"
becomes = "reference"
required = true
[[field]]
at = "Name"
becomes = "name"
[[field]]
at = "Born"
becomes = "birth"
dates = "hijri"
[[field]]
at = "Listed"
becomes = "listed"
dates = "hijri"
"#;
    let reading = read(csv, mapping);
    let [one, two] = reading.entries.as_slice() else { panic!("{}", reading.entries.len()) };
    let born = |entry: &Entry| {
        let first = entry.births.first().and_then(|birth| birth.readings.first());
        first.map(|date| (date.earliest().to_string(), date.latest().to_string()))
    };
    assert_eq!(born(one), Some(("1982-04-18".to_owned(), "1982-04-20".to_owned())));
    assert_eq!(born(two), Some(("1985-03-02".to_owned(), "1985-03-02".to_owned())));
    assert_eq!(one.listed_on.map(|day| day.to_string()).as_deref(), Some("2031-05-07"));
    assert_eq!((two.listed_on, notes(two)), (None, vec![("Listed", "1452/01/14")]));
}

#[test]
fn a_column_that_the_table_lacks_is_told_and_a_file_without_records_is_refused() {
    let mapping = r#"
[layout]
kind = "table"
[[refused]]
at = "Statte"
values = "closed"
reason = "closed"
[[field]]
at = "Ref"
becomes = "reference"
required = true
[[field]]
at = "Name | Names"
becomes = "name"
grade_at = "Grade"
[[field]]
at = "Borne"
becomes = "birth"
"#;
    let reading = read("Ref,Names\n1,Oru Brell\n", mapping);
    assert_eq!(told(&reading), [("Borne", ""), ("Grade", ""), ("Statte", "")]);
    let mapping = format!("mapping = 1\nlist = \"own-test\"\n{XML_MAPPING}{KIND}");
    let files = [
        SourceFile { name: "list", bytes: b"<watch><people><person id='1'/></people></watch>" },
        SourceFile { name: "mapping.toml", bytes: mapping.as_bytes() },
    ];
    let error = tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {}).unwrap_err();
    assert!(error.to_string().contains("there is no element `watch.person`"), "{error}");
}

#[test]
fn a_wrapped_line_may_begin_with_a_date() {
    let text = "1. ОРУ БРЕЛЛ,\n03.04.1971 г.р., УТАУН\n2. ЛАЗ ГУРА, 12.05.1980 г.р., БРЕЛЛ\n";
    let mapping = r#"
[layout]
kind = "text"
line = "{no:number}. {name}, {born:date} г.р., {place}"
[[field]]
at = "no"
becomes = "reference"
[[field]]
at = "name"
becomes = "name"
[[field]]
at = "born"
becomes = "birth"
[[field]]
at = "place"
becomes = "birthplace"
"#;
    let reading = read(text, mapping);
    assert_eq!(reading.account.read_total(), 2);
    assert!(reading.account.refused.is_empty(), "{:?}", reading.account.refused);
    assert_eq!(reading.entries.len(), 2);
    // a page number or heading behind the end of a record is none of its text
    let text = "1. ОРУ БРЕЛЛ, 03.04.1971 г.р., УТАУН;\nСтраница 2\n2. ЛАЗ ГУРА, 12.05.1980 г.р.,\nБРЕЛЛ;\n";
    let mapping =
        mapping.replace("kind = \"text\"", "kind = \"text\"\nends = \";\"\nstrip = \";\"");
    let reading = read(text, &mapping);
    let places = reading.entries.iter().flat_map(|entry| &entry.birthplaces);
    let places: Vec<_> = places.map(|place| place.locality.as_deref()).collect();
    assert_eq!(places, [Some("УТАУН"), Some("БРЕЛЛ")]);
    assert_eq!(told(&reading), [("@line", "Страница 2")]);
}

#[test]
fn keys_that_mean_nothing_for_a_layout_and_parts_that_stand_twice_are_errors() {
    let of = |layout: &str, parts: &str| {
        let text = format!(
            "mapping = 1\nlist = \"own-test\"\n[layout]\nkind = \"table\"\n{layout}\n[[field]]\nat = \"Ref\"\n\
             becomes = \"reference\"\nrequired = true\n[[field]]\nat = [\"A\", \"B\"]\nbecomes = \"name\"\n\
             parts = [{parts}]\n{KIND}"
        );
        parse(&SourceFile { name: "mapping.toml", bytes: text.as_bytes() }).map(|_| ())
    };
    assert!(of("", "\"given\", \"family\"").is_ok());
    for (layout, parts, expected) in [
        ("published = \"A\"", "\"given\", \"family\"", "line 5: `published` means nothing here"),
        ("holds = \"A\"", "\"given\", \"family\"", "line 5: `holds` means nothing here"),
        ("", "\"given\", \"given\"", "line 13: `given` is there twice"),
    ] {
        let error = of(layout, parts).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}
