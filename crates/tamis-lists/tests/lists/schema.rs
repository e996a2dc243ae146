//! As much of XML Schema as the schemas of the lists use: elements in sequence or in any order with
//! their numbers, attributes with `use`, extension of types, attribute groups, and a few simple types.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A node of an XML document.
#[derive(Debug, Default, Clone)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Element>,
    text: String,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    fn start(tag: &BytesStart<'_>) -> Self {
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
            (attribute.key.into_inner().to_owned(), value)
        });
        Self {
            name: tag.local_name().into_inner().to_owned(),
            attributes: attributes.collect(),
            ..Self::default()
        }
    }

    /// A document as a tree.
    fn read(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => open.push(Self::start(&tag)),
                Event::Empty(tag) => open.last_mut().unwrap().children.push(Self::start(&tag)),
                Event::End(_) => {
                    let element = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(element);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
                Event::Eof => break,
                _ => {}
            }
        }
        open.pop().unwrap().children.pop().unwrap()
    }
}

/// An element as the schema declares it.
#[derive(Debug, Clone)]
struct Declared {
    name: String,
    min: usize,
    max: usize,
    content: Content,
}

#[derive(Debug, Clone, Default)]
struct Content {
    elements: Vec<Declared>,
    any_order: bool,
    /// Name, required, type.
    attributes: Vec<(String, bool, String)>,
    simple: Option<String>,
}

/// A schema: its root element and its simple types with enumerations.
pub(crate) struct Schema {
    root: Declared,
    enumerations: BTreeMap<String, Vec<String>>,
}

struct Types<'a> {
    top: &'a [Element],
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

impl Types<'_> {
    fn named(&self, kind: &str, name: &str) -> Option<&Element> {
        self.top.iter().find(|it| it.name == kind && it.attribute("name") == Some(local(name)))
    }

    fn declared(&self, element: &Element) -> Declared {
        let number = |name: &str, default: usize| match element.attribute(name) {
            Some("unbounded") => usize::MAX,
            Some(number) => number.parse().unwrap(),
            None => default,
        };
        let inline = element.children.iter().find(|child| child.name == "complexType");
        let of = element.attribute("type");
        let named = of.and_then(|of| self.named("complexType", of));
        let content = match inline.or(named) {
            Some(complex) => self.content(complex),
            None => Content { simple: of.map(|of| local(of).to_owned()), ..Content::default() },
        };
        Declared {
            name: element.attribute("name").unwrap().to_owned(),
            min: number("minOccurs", 1),
            max: number("maxOccurs", 1),
            content,
        }
    }

    fn content(&self, complex: &Element) -> Content {
        let mut content = Content::default();
        for child in &complex.children {
            match child.name.as_str() {
                "sequence" | "all" => {
                    content.any_order |= child.name == "all";
                    let elements = child.children.iter().filter(|it| it.name == "element");
                    content.elements.extend(elements.map(|it| self.declared(it)));
                }
                "attribute" => content.attributes.push((
                    child.attribute("name").unwrap().to_owned(),
                    child.attribute("use") == Some("required"),
                    local(child.attribute("type").unwrap_or("string")).to_owned(),
                )),
                "attributeGroup" => {
                    let group = self.named("attributeGroup", child.attribute("ref").unwrap());
                    content.attributes.extend(self.content(group.unwrap()).attributes);
                }
                "complexContent" => content = self.content(child),
                "extension" => {
                    let base = self.named("complexType", child.attribute("base").unwrap());
                    let (base, own) = (self.content(base.unwrap()), self.content(child));
                    content = base;
                    content.elements.extend(own.elements);
                    content.attributes.extend(own.attributes);
                }
                "annotation" => {}
                other => panic!("the check does not know `{other}`"),
            }
        }
        content
    }
}

impl Schema {
    /// Reads a schema.
    pub(crate) fn read(xsd: &str) -> Self {
        let document = Element::read(xsd);
        let types = Types { top: &document.children };
        let root = document.children.iter().find(|child| child.name == "element").unwrap();
        let simple = document.children.iter().filter(|child| child.name == "simpleType");
        let enumerations = simple.map(|kind| {
            let restriction =
                kind.children.iter().find(|child| child.name == "restriction").unwrap();
            let base = local(restriction.attribute("base").unwrap()).to_owned();
            let values = restriction.children.iter().filter(|child| child.name == "enumeration");
            let mut values: Vec<String> =
                values.map(|value| value.attribute("value").unwrap().to_owned()).collect();
            if values.is_empty() {
                values.push(format!("={base}"));
            }
            (kind.attribute("name").unwrap().to_owned(), values)
        });
        Self { root: types.declared(root), enumerations: enumerations.collect() }
    }

    /// All paths of elements and attributes.
    pub(crate) fn paths(&self) -> BTreeSet<String> {
        let mut paths = BTreeSet::new();
        let mut pending = vec![(String::new(), &self.root)];
        while let Some((parent, declared)) = pending.pop() {
            let path = format!("{parent}{}", declared.name);
            for (name, _, _) in &declared.content.attributes {
                paths.insert(format!("{path}/@{name}"));
            }
            pending.extend(declared.content.elements.iter().map(|it| (format!("{path}/"), it)));
            paths.insert(path);
        }
        paths
    }

    /// What in a document does not fit.
    pub(crate) fn faults(&self, xml: &str) -> Vec<String> {
        let mut faults = Vec::new();
        self.check(&Element::read(xml), &self.root, &mut faults);
        faults
    }

    fn check(&self, element: &Element, declared: &Declared, faults: &mut Vec<String>) {
        let content = &declared.content;
        for (name, required, kind) in &content.attributes {
            match element.attribute(name) {
                Some(value) => self.value(&format!("@{name}"), value, kind, faults),
                None if *required => faults.push(format!("{} lacks @{name}", element.name)),
                None => {}
            }
        }
        for name in element.attributes.keys() {
            let known = content.attributes.iter().any(|(known, _, _)| known == name);
            if !known && !tamis_lists::xml::is_markup_attribute(name) {
                faults.push(format!("{} may not have @{name}", element.name));
            }
        }
        if let Some(kind) = &content.simple {
            self.value(&element.name, &element.text, kind, faults);
        } else if !element.text.trim().is_empty() {
            faults.push(format!("{} may not hold text", element.name));
        }
        let mut at = 0;
        for child in &element.children {
            let place = content.elements.iter().position(|it| it.name == child.name);
            let Some(place) = place else {
                faults.push(format!("{} may not hold {}", element.name, child.name));
                continue;
            };
            if !content.any_order && place < at {
                faults.push(format!("{} stands too late in {}", child.name, element.name));
            }
            at = place;
            self.check(child, &content.elements[place], faults);
        }
        for declared in &content.elements {
            let number = element.children.iter().filter(|it| it.name == declared.name).count();
            if number < declared.min || number > declared.max {
                faults.push(format!("{} holds {number} {}", element.name, declared.name));
            }
        }
    }

    fn value(&self, name: &str, value: &str, kind: &str, faults: &mut Vec<String>) {
        let value = value.trim();
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let fits = match (kind, self.enumerations.get(kind).map(Vec::as_slice)) {
            (_, Some([base])) if base.starts_with('=') => {
                return self.value(name, value, &base[1..], faults);
            }
            (_, Some(values)) => values.iter().any(|known| known == value),
            ("positiveInteger" | "int" | "long", None) => value.is_empty() || digits(value),
            ("date" | "dateTime", None) => {
                value.is_empty() || tamis_model::CivilDate::parse_iso(value).is_ok()
            }
            ("boolean", None) => matches!(value, "true" | "false" | "0" | "1"),
            _ => true,
        };
        if !fits {
            faults.push(format!("{name} is no {kind}: {value}"));
        }
    }
}

#[test]
fn the_check_finds_what_does_not_fit() {
    let schema = Schema::read(
        r#"<xs:schema xmlns:xs="x"><xs:element name="l"><xs:complexType><xs:sequence>
        <xs:element name="a" type="xs:int"/><xs:element name="b" minOccurs="0" maxOccurs="2" type="xs:string"/>
        </xs:sequence><xs:attribute name="day" type="xs:date" use="required"/></xs:complexType></xs:element></xs:schema>"#,
    );
    assert_eq!(schema.paths().into_iter().collect::<Vec<_>>(), ["l", "l/@day", "l/a", "l/b"]);
    for (xml, faults) in [
        ("<l day='2020-01-02'><a>1</a><b>x</b></l>", 0),
        ("<l day='soon'><a>1</a></l>", 1),
        ("<l><a>x</a></l>", 2),
        ("<l day='2020-01-02'><b/><a>1</a></l>", 1),
        ("<l day='2020-01-02'><a>1</a><b/><b/><b/><c/>text</l>", 3),
    ] {
        assert_eq!(schema.faults(xml).len(), faults, "{xml}: {:?}", schema.faults(xml));
    }
}
