//! What the pages hold, and that nothing of what they are given gets out of its place.

use proptest::prelude::*;
use tamis_model::{Party, PartyName, Screening};
use tamis_testkit::sample;

use super::*;

fn report(screenings: &[(u64, Screening)]) -> String {
    let stamps = sample::stamps();
    let rejected = [RejectedRow { row: 9, reason: "no <name>", raw: "a;\"b\u{202e}" }];
    let input = ReportInput {
        input: "requests <1>.csv",
        made: Some("2026-03-02 09:14 UTC"),
        stamps: &stamps,
        screenings,
        rejected: &rejected,
    };
    screening_report(&input).unwrap()
}

/// The text of a page without its tags and its style, one line an element that has text.
fn text_of(page: &str) -> String {
    let body = page.split_once("<body>").map_or(page, |(_, body)| body);
    let mut text = String::new();
    for piece in body.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        let inline = ["bdi", "/bdi", "q", "/q", "code", "/code", "span", "/span", "a", "/a"];
        let name = tag.split(' ').next().unwrap_or_default();
        if !inline.contains(&name) {
            text.push('\n');
        }
        text.push_str(&words.replace('\n', " "));
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Tags open and close in order: the page is well formed as far as its own tags go.
fn check_tags(page: &str) {
    const VOID: [&str; 5] = ["!DOCTYPE", "meta", "br", "path", "circle"];
    let mut open: Vec<String> = Vec::new();
    for piece in page.split('<').skip(1) {
        let tag = piece.split_once('>').unwrap_or_else(|| panic!("an open tag: {piece}")).0;
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed), "near {piece}");
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push(name.to_owned());
        }
    }
    assert_eq!(open, Vec::<String>::new());
}

#[test]
fn the_report_reads_as_a_text() {
    let page = report(&sample::screenings());
    check_tags(&page);
    insta::assert_snapshot!(text_of(&page));
}

#[test]
fn nothing_runs_and_nothing_is_fetched() {
    // the mark of the masthead refers to itself
    let page = report(&sample::screenings()).replace("url(#drum)", "");
    for forbidden in ["<script", "<img", "<b>", "<i>", "http:", "https:", "url(", "@import"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    for tag in page.split('<').skip(1).filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag)
    {
        assert!(!tag.contains(" src=") && !tag.contains(" on"), "{tag}");
    }
    assert!(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
    assert!(page.contains("&#60;script&#62;"));
    assert!(!page.contains(['\u{202e}', '\u{1b}']));
}

#[test]
fn headings_stand_in_order_and_names_are_isolated() {
    let page = report(&sample::screenings());
    let levels: Vec<u32> = page
        .match_indices("<h")
        .filter_map(|(at, _)| page[at + 2..].chars().next()?.to_digit(10))
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    for (at, _) in page.match_indices("جليل عبد الرحمن التستي") {
        assert!(
            page[..at].ends_with("<bdi dir=\"auto\" class=\"name\">")
                || page[..at].ends_with("<bdi dir=\"auto\">")
        );
    }
    for anchor in ["row-2", "row-3", "main"] {
        assert!(
            page.contains(&format!("href=\"#{anchor}\""))
                && page.contains(&format!("id=\"{anchor}\""))
        );
    }
}

#[test]
fn parties_without_hits_have_their_statement() {
    let text = text_of(&report(&sample::screenings()));
    assert!(
        text.contains(
            "No hit on: eu of 2026-02-20 (2,269 entries), un of 2026-02-27 (1,003 entries)"
        )
    );
    let none = text_of(&report(&[]));
    assert!(none.contains("0 parties screened") && none.contains("Parties without hits\nNone."));
}

#[test]
fn a_comparison_has_the_same_parts() {
    let (_, screening) = sample::screenings().swap_remove(0);
    let hit = screening.hits().next().unwrap();
    let stamps = sample::stamps();
    let input = ComparisonInput {
        left: "جليل <b>",
        right: &hit.heading,
        score: hit.score,
        class: Some(hit.class),
        threshold: stamps.threshold,
        policy: &stamps.policy,
        engine: &stamps.engine,
        evidence: &hit.evidence,
    };
    let page = comparison_report(&input).unwrap();
    check_tags(&page);
    assert!(!page.contains("<b>"));
    let text = text_of(&page);
    assert!(
        text.contains("a hit of class A: full name, and the birth date agrees to the day"),
        "{text}"
    );
}

#[test]
fn more_parties_than_people_can_read_are_an_error() {
    let stamps = sample::stamps();
    let one = sample::screenings().swap_remove(3);
    let many: Vec<(u64, Screening)> = std::iter::repeat_n(one, MAX_PARTIES + 1).collect();
    let input =
        ReportInput { input: "x", made: None, stamps: &stamps, screenings: &many, rejected: &[] };
    let error = screening_report(&input).unwrap_err().to_string();
    assert!(error.starts_with("20001 parties are more than the limit of 20000"), "{error}");
}

proptest! {
    #[test]
    fn any_name_stays_text(name in any::<String>(), input in any::<String>()) {
        let mut screenings = sample::screenings();
        for (_, screening) in &mut screenings {
            screening.party = Party { names: vec![PartyName::whole(&name)], ..Party::default() };
            for alert in &mut screening.alerts {
                alert.hits.iter_mut().for_each(|hit| hit.heading.clone_from(&name));
                alert.others.iter_mut().for_each(|other| other.heading.clone_from(&name));
            }
        }
        let stamps = sample::stamps();
        let report = ReportInput {
            input: &input, made: None, stamps: &stamps, screenings: &screenings, rejected: &[],
        };
        check_tags(&screening_report(&report).unwrap());
    }
}
