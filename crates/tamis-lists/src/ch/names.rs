//! Names of an identity of Switzerland's list: parts in an order of its own, and spellings of parts.

use tamis_model::{Diagnostic, DiagnosticKind, ListedName, NameFields, NameGrade};

use super::surroundings::attribute;
use crate::records::diagnostic;
use crate::xml::Node;

/// `name-type` → grade of a name of good quality. Source: the publisher's schema and specimens.
const TYPES: [(&str, NameGrade); 4] = [
    ("primary-name", NameGrade::Primary),
    ("alias", NameGrade::Strong),
    ("formerly-known-as", NameGrade::Former),
    ("maiden-name", NameGrade::Former),
];

/// Where a part of a name stands in reading order. The list itself puts the family name first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Title,
    Given,
    Further,
    Father,
    Grandfather,
    Other,
    Family,
    Tribal,
    Suffix,
    Maiden,
}

const PARTS: [(&str, Part); 11] = [
    ("title", Part::Title),
    ("given-name", Part::Given),
    ("further-given-name", Part::Further),
    ("father-name", Part::Father),
    ("grand-father-name", Part::Grandfather),
    ("other", Part::Other),
    ("whole-name", Part::Family),
    ("family-name", Part::Family),
    ("tribal-name", Part::Tribal),
    ("suffix", Part::Suffix),
    ("maiden-name", Part::Maiden),
];

/// Languages of the list → ISO 639-1. Source: its specimens, and ISO 639-2 for the languages of its
/// programmes.
const LANGUAGES: [(&str, &str); 16] = [
    ("eng", "en"),
    ("ger", "de"),
    ("fre", "fr"),
    ("ita", "it"),
    ("rus", "ru"),
    ("bel", "be"),
    ("ukr", "uk"),
    ("ara", "ar"),
    ("fas", "fa"),
    ("per", "fa"),
    ("kor", "ko"),
    ("chi", "zh"),
    ("zho", "zh"),
    ("pus", "ps"),
    ("urd", "ur"),
    ("mya", "my"),
];

fn language(words: &str) -> String {
    let lower = words.to_lowercase();
    LANGUAGES
        .iter()
        .find(|(known, _)| *known == lower)
        .map_or(lower, |(_, code)| (*code).to_owned())
}

#[derive(Debug, Clone)]
struct NamePart {
    part: Part,
    whole: bool,
    order: u32,
    text: String,
    variants: Vec<Variant>,
}

#[derive(Debug, Clone)]
struct Variant {
    language: Option<String>,
    script: String,
    text: String,
    note: Option<String>,
}

impl Variant {
    fn is_latin(&self) -> bool {
        self.script.is_empty() || self.script.eq_ignore_ascii_case("LATN")
    }
}

/// The names of a `name` element, and the titles in it.
pub(super) fn read(
    node: Node<'_, '_>,
    number: usize,
    told: &mut Vec<Diagnostic>,
) -> (Vec<ListedName>, Vec<String>) {
    let mut parts = Vec::new();
    for (index, child) in node.children().filter(|child| child.name() == "name-part").enumerate() {
        parts.extend(part(child, index, told));
    }
    parts.sort_by_key(|part| part.order);
    let (titles, mut parts): (Vec<NamePart>, Vec<NamePart>) =
        parts.into_iter().partition(|part| part.part == Part::Title);
    let as_written = joined(parts.iter().map(|part| part.text.as_str()));
    parts.sort_by_key(|part| part.part);
    let (grade, words) = grade(node, told);
    let origin = format!("name[{number}]");
    let mut names = Vec::new();
    let text = joined(
        parts.iter().filter(|part| part.part != Part::Maiden).map(|part| part.text.as_str()),
    );
    let mut name = ListedName::new(text, grade, origin.clone());
    name.as_written = Some(as_written).filter(|text| *text != name.text);
    name.grade_as_written = Some(words).filter(|words| !words.is_empty());
    name.language = attribute(node, "lang").map(|words| language(&words));
    name.fields = fields(&parts);
    let whole = name.text.clone();
    if !name.text.is_empty() {
        names.push(name);
    }
    for variant in variants(&parts) {
        let grade = match (variant.is_latin(), grade) {
            (true, NameGrade::Primary) => NameGrade::PrimaryVariation,
            (true, grade) | (false, grade @ NameGrade::Weak) => grade,
            (false, _) => NameGrade::OriginalScript,
        };
        let mut name = ListedName::new(variant.text, grade, origin.clone());
        name.language = variant.language;
        name.note = variant.note;
        if !name.text.is_empty() && name.text != whole {
            names.push(name);
        }
    }
    (names, titles.into_iter().map(|title| title.text).collect())
}

fn part(node: Node<'_, '_>, index: usize, told: &mut Vec<Diagnostic>) -> Option<NamePart> {
    let kind = attribute(node, "name-part-type").unwrap_or_default();
    let order = attribute(node, "order").and_then(|text| text.parse().ok());
    let known = PARTS.iter().find(|(known, _)| *known == kind);
    if known.is_none() {
        let detail = "a part of a name that is not known: read between given and family name";
        told.push(diagnostic(node, DiagnosticKind::UnknownValue, &kind, detail));
    }
    let (mut text, mut variants) = (String::new(), Vec::new());
    for child in node.children() {
        match child.name() {
            "value" => text = child.words().unwrap_or_default(),
            "spelling-variant" => variants.push(Variant {
                language: attribute(child, "lang").map(|words| language(&words)),
                script: attribute(child, "script").unwrap_or_default(),
                note: attribute(child, "spelling-variant-type")
                    .filter(|kind| kind != "not-defined"),
                text: child.words().unwrap_or_default(),
            }),
            _ => {}
        }
    }
    let part = known.map_or(Part::Other, |(_, part)| *part);
    let fallback = u32::try_from(index).unwrap_or(u32::MAX);
    let order = order.unwrap_or(fallback);
    (!text.is_empty()).then_some(NamePart {
        part,
        whole: kind == "whole-name",
        order,
        text,
        variants,
    })
}

fn grade(node: Node<'_, '_>, told: &mut Vec<Diagnostic>) -> (NameGrade, String) {
    let kind = attribute(node, "name-type").unwrap_or_default();
    let quality = attribute(node, "quality").unwrap_or_default();
    let known = TYPES.iter().find(|(known, _)| *known == kind);
    let grade = match (known.map(|(_, grade)| *grade), quality.as_str()) {
        (Some(NameGrade::Strong), "low") => NameGrade::Weak,
        (Some(grade), "good" | "low") => grade,
        (Some(NameGrade::Strong), _) => NameGrade::Unrated,
        (Some(grade), _) => grade,
        (None, "low") => NameGrade::Weak,
        (None, _) => NameGrade::Unrated,
    };
    if known.is_none() || !matches!(quality.as_str(), "good" | "low" | "") {
        let detail = "a kind or quality of name that is not known: read as weak if it is low, else as unrated";
        let words = format!("{kind} {quality}");
        told.push(diagnostic(node, DiagnosticKind::UnknownValue, words.trim(), detail));
    }
    (grade, format!("{kind} {quality}").trim().to_owned())
}

fn fields(parts: &[NamePart]) -> NameFields {
    let of = |wanted: &[Part]| {
        let texts = parts.iter().filter(|part| wanted.contains(&part.part) && !part.whole);
        Some(joined(texts.map(|part| part.text.as_str()))).filter(|text| !text.is_empty())
    };
    NameFields {
        given: of(&[Part::Given]),
        middle: of(&[Part::Further, Part::Grandfather, Part::Other]),
        patronymic: of(&[Part::Father]),
        family: of(&[Part::Family, Part::Tribal, Part::Suffix]),
        maiden: of(&[Part::Maiden]),
    }
}

/// The name in each other spelling: parts that are spelt in one language and script go together, the first
/// spellings of them, then the second ones. A part without a spelling in Latin letters keeps its own; in
/// another script it is left out, and that is told.
fn variants(parts: &[NamePart]) -> Vec<Variant> {
    let parts: Vec<&NamePart> = parts.iter().filter(|part| part.part != Part::Maiden).collect();
    let mut kinds: Vec<(Option<String>, String)> = Vec::new();
    for variant in parts.iter().flat_map(|part| &part.variants) {
        let kind = (variant.language.clone(), variant.script.clone());
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let mut names = Vec::new();
    for (language, script) in kinds {
        let of = |part: &NamePart| -> Vec<Variant> {
            let same = |it: &&Variant| it.language == language && it.script == script;
            part.variants.iter().filter(same).cloned().collect()
        };
        let number = parts.iter().map(|part| of(part).len()).max().unwrap_or(0);
        for index in 0..number {
            let (mut texts, mut notes, mut missing) = (Vec::new(), Vec::new(), Vec::new());
            let mut latin = true;
            for part in &parts {
                let found = of(part);
                match found.get(index).or(found.last()) {
                    Some(variant) => {
                        latin = variant.is_latin();
                        texts.push(variant.text.clone());
                        notes.extend(variant.note.clone());
                    }
                    None => missing.push((texts.len(), part.text.clone())),
                }
            }
            if latin {
                for (place, text) in missing.into_iter().rev() {
                    texts.insert(place, text);
                }
            } else if !missing.is_empty() {
                let words = joined(missing.iter().map(|(_, text)| text.as_str()));
                notes.push(format!("not told for {words}"));
            }
            notes.dedup();
            names.push(Variant {
                language: language.clone(),
                script: script.clone(),
                text: joined(texts.iter().map(String::as_str)),
                note: Some(notes.join("; ")).filter(|text| !text.is_empty()),
            });
        }
    }
    names
}

fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}
