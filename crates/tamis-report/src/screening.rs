//! The report of a screening of many parties.

use askama::Template;
use tamis_model::{Alert, Hit, HitClass, Screening, SnapshotScope, Stamps};

use crate::error::ReportError;
use crate::hit::{EvidenceView, class_words};
use crate::page_text::{counted, grouped, shown};
use crate::party::{Field, fields, heading};

/// Parties in one report: more than people can read, and some 200 MB of page. More are an error.
pub const MAX_PARTIES: usize = 20_000;

/// A row of the input that was not screened.
#[derive(Debug, Clone, Copy)]
pub struct RejectedRow<'a> {
    /// Line or row, from 1.
    pub row: u64,
    /// Why.
    pub reason: &'a str,
    /// The row as it stands.
    pub raw: &'a str,
}

/// What a report is made of. Nothing here reads a clock: the caller says when.
#[derive(Debug, Clone)]
pub struct ReportInput<'a> {
    /// Name of the input: a file, or what was asked.
    pub input: &'a str,
    /// When the screening was made, as it is to be printed.
    pub made: Option<&'a str>,
    /// What was used to screen.
    pub stamps: &'a Stamps,
    /// Screenings with the rows that they come from, in order.
    pub screenings: &'a [(u64, Screening)],
    /// Rows that were not screened.
    pub rejected: &'a [RejectedRow<'a>],
}

#[derive(Template)]
#[template(path = "screening.html")]
struct Page {
    input: String,
    made: Option<String>,
    running_head: String,
    lists: Vec<List>,
    left_out: String,
    policy: String,
    threshold: String,
    limit: Option<usize>,
    engine: String,
    as_of: Option<String>,
    tiles: Vec<(String, &'static str)>,
    classes: Vec<ClassRow>,
    parties: Vec<PartyView>,
    without_hits: Vec<QuietParty>,
    rejected: Vec<(u64, String, String)>,
}

struct List {
    name: String,
    published: String,
    entries: String,
    scope: String,
    snapshot: String,
    id: String,
}

struct ClassRow {
    class: HitClass,
    words: &'static str,
    count: String,
}

struct PartyView {
    row: u64,
    id: Option<String>,
    kind: &'static str,
    heading: String,
    fields: Vec<Field>,
    ignored: Vec<Ignored>,
    total: String,
    more: u64,
    below_by_date: u64,
    classes: String,
    alerts: Vec<AlertView>,
}

struct AlertView {
    rank: u32,
    /// Entries of the cluster; one is no cluster to speak of.
    entries: u64,
    cluster: String,
    hits: Vec<HitView>,
    others: Vec<Other>,
    links: Vec<String>,
    differences: Vec<DifferenceView>,
}

struct Other {
    entry: String,
    heading: String,
    kind: &'static str,
    programmes: String,
}

struct DifferenceView {
    field: String,
    values: Vec<(String, String)>,
}

struct HitView {
    rank: u32,
    entry: String,
    list_and_date: String,
    kind: &'static str,
    heading: String,
    programmes: String,
    score: String,
    class: HitClass,
    class_words: &'static str,
    evidence: EvidenceView,
}

struct Ignored {
    field: String,
    value: String,
    reason: String,
}

struct QuietParty {
    row: u64,
    id: Option<String>,
    heading: String,
    told: String,
    ignored: Vec<Ignored>,
    below_by_date: u64,
}

/// One self-contained HTML page: the stamps and counts, each party with hits and what met what, the
/// parties without hits, the rejected rows.
///
/// # Errors
/// [`ReportError::TooManyParties`] beyond [`MAX_PARTIES`].
pub fn screening_report(input: &ReportInput<'_>) -> Result<String, ReportError> {
    let found = input.screenings.len();
    if found > MAX_PARTIES {
        return Err(ReportError::TooManyParties { found, limit: MAX_PARTIES });
    }
    let (with, without): (Vec<_>, Vec<_>) =
        input.screenings.iter().partition(|(_, screening)| screening.total.hits > 0);
    let hits: u64 = with.iter().map(|(_, screening)| screening.total.hits).sum();
    let alerts: u64 = with.iter().map(|(_, screening)| screening.total.alerts).sum();
    let tile = |count: u64, one, many| (grouped(count), if count == 1 { one } else { many });
    let stamps = input.stamps;
    let lists: Vec<List> = stamps.snapshots.iter().map(list).collect();
    let dated: Vec<String> =
        lists.iter().map(|list| format!("{} {}", list.name, list.published)).collect();
    let page = Page {
        input: shown(input.input),
        made: input.made.map(shown),
        running_head: for_style_sheet(&format!("Screening against {}", dated.join(", "))),
        left_out: stamps.left_out.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        policy: shown(&stamps.policy.0),
        threshold: stamps.threshold.to_string(),
        limit: stamps.limit,
        engine: shown(&stamps.engine),
        as_of: stamps.as_of.map(|day| day.to_string()),
        tiles: vec![
            tile(found as u64, "party screened", "parties screened"),
            tile(with.len() as u64, "party with hits", "parties with hits"),
            tile(alerts, "alert", "alerts"),
            tile(hits, "hit", "hits"),
            tile(without.len() as u64, "party without hits", "parties without hits"),
            tile(input.rejected.len() as u64, "row not screened", "rows not screened"),
        ],
        classes: classes(&with),
        parties: with.iter().map(|(row, screening)| party(*row, screening, stamps)).collect(),
        without_hits: without.iter().map(|(row, screening)| quiet(*row, screening)).collect(),
        rejected: input.rejected.iter().map(|r| (r.row, shown(r.reason), shown(r.raw))).collect(),
        lists,
    };
    Ok(page.render()?)
}

fn list(snapshot: &tamis_model::SnapshotInfo) -> List {
    List {
        name: snapshot.list.to_string(),
        published: snapshot.published.to_string(),
        entries: grouped(snapshot.entries),
        scope: match &snapshot.scope {
            SnapshotScope::Whole => "the whole list".to_owned(),
            SnapshotScope::Programmes(programmes) => shown(&programmes.join(", ")),
        },
        snapshot: snapshot.id.short(),
        id: snapshot.id.to_string(),
    }
}

fn classes(with: &[&(u64, Screening)]) -> Vec<ClassRow> {
    let hits = || with.iter().flat_map(|(_, screening)| screening.hits());
    HitClass::ALL
        .into_iter()
        .map(|class| ClassRow {
            class,
            words: class.words(),
            count: grouped(hits().filter(|hit| hit.class == class).count() as u64),
        })
        .collect()
}

fn party(row: u64, screening: &Screening, stamps: &Stamps) -> PartyView {
    let mut classes: Vec<String> = screening.hits().map(|hit| hit.class.to_string()).collect();
    classes.sort();
    classes.dedup();
    PartyView {
        row,
        id: screening.party.id.as_ref().map(|id| shown(&id.0)),
        kind: screening.party.kind.words(),
        heading: heading(&screening.party),
        fields: fields(&screening.party),
        ignored: ignored(screening),
        total: format!(
            "{}, {}",
            counted(screening.total.alerts, "alert", "alerts"),
            counted(screening.total.hits, "hit", "hits")
        ),
        more: screening.total.alerts.saturating_sub(screening.alerts.len() as u64),
        below_by_date: screening.below_by_date,
        classes: classes.join(", "),
        alerts: screening.alerts.iter().map(|found| alert(found, stamps)).collect(),
    }
}

fn alert(alert: &Alert, stamps: &Stamps) -> AlertView {
    AlertView {
        rank: alert.rank,
        entries: alert.entries(),
        cluster: shown(&alert.cluster.to_string()),
        hits: alert.hits.iter().map(|found| hit(found, stamps)).collect(),
        others: alert
            .others
            .iter()
            .map(|other| Other {
                entry: shown(&other.entry.to_string()),
                heading: shown(&other.heading),
                kind: other.kind.words(),
                programmes: shown(&other.programmes.join(", ")),
            })
            .collect(),
        links: alert.links.iter().map(|link| shown(&link.words())).collect(),
        differences: alert
            .differences
            .iter()
            .map(|difference| DifferenceView {
                field: shown(&difference.field.words()),
                values: difference
                    .values
                    .iter()
                    .map(|(entry, value)| (shown(&entry.to_string()), shown(value)))
                    .collect(),
            })
            .collect(),
    }
}

fn hit(hit: &Hit, stamps: &Stamps) -> HitView {
    let evidence = EvidenceView::of(&hit.evidence);
    let snapshot = stamps.snapshots.iter().find(|snapshot| snapshot.list == hit.entry.list);
    HitView {
        rank: hit.rank,
        entry: shown(&hit.entry.to_string()),
        list_and_date: match snapshot {
            Some(snapshot) => format!("list {} of {}", hit.entry.list, snapshot.published),
            None => format!("list {}", hit.entry.list),
        },
        kind: hit.kind.words(),
        heading: shown(&hit.heading),
        programmes: shown(&hit.programmes.join(", ")),
        score: hit.score.to_string(),
        class: hit.class,
        class_words: class_words(hit.class, &evidence),
        evidence,
    }
}

fn ignored(screening: &Screening) -> Vec<Ignored> {
    let values = screening.ignored.iter();
    values
        .map(|value| Ignored {
            field: shown(&value.field),
            value: shown(&value.value),
            reason: shown(&value.reason),
        })
        .collect()
}

fn quiet(row: u64, screening: &Screening) -> QuietParty {
    let told = fields(&screening.party)
        .into_iter()
        .map(|field| format!("{}: {}", field.label, field.values.join(", ")));
    QuietParty {
        row,
        id: screening.party.id.as_ref().map(|id| shown(&id.0)),
        heading: heading(&screening.party),
        told: told.collect::<Vec<_>>().join("; "),
        ignored: ignored(screening),
        below_by_date: screening.below_by_date,
    }
}

/// A text for a string of the style sheet: list ids and dates have no other characters.
fn for_style_sheet(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric() || " -,.:".contains(*c)).collect()
}
