//! The nouns of a set as bytes, one after the other: what is put is taken, field by field.
//!
//! Numbers of kinds are their places in the lists below. One engine reads what it wrote, so that a change
//! here needs no other version.

use tamis_index::artefact::coding::{Put as _, Take};
use tamis_model::{
    Calendar, CivilDate, ClusterLink, Country, DateStatement, Entry, EntryId, Identifier,
    IdentifierKind, LinkGround, LinkRefusal, ListId, ListedName, NameGrade, ParentRole,
    ParentStatement, PartialDate, PartyKind, Place, Precision, RefusedLink, Sex, SnapshotId,
    SnapshotInfo, SnapshotScope,
};

use crate::clusters::{Cluster, Clusters};

const KINDS: [PartyKind; 5] = [
    PartyKind::Person,
    PartyKind::Organisation,
    PartyKind::Vessel,
    PartyKind::Aircraft,
    PartyKind::Unknown,
];

const GRADES: [NameGrade; 8] = [
    NameGrade::Primary,
    NameGrade::PrimaryVariation,
    NameGrade::Strong,
    NameGrade::Unrated,
    NameGrade::Weak,
    NameGrade::Former,
    NameGrade::OriginalScript,
    NameGrade::Translation,
];

const SEXES: [Sex; 3] = [Sex::Male, Sex::Female, Sex::Unspecified];

const PARENTS: [ParentRole; 2] = [ParentRole::Father, ParentRole::Mother];

const CALENDARS: [Calendar; 4] =
    [Calendar::Gregorian, Calendar::LunarHijri, Calendar::SolarHijri, Calendar::Hijri];

const PRECISIONS: [Precision; 4] =
    [Precision::Day, Precision::Month, Precision::Year, Precision::Range];

const IDENTIFIERS: [IdentifierKind; 16] = [
    IdentifierKind::Passport,
    IdentifierKind::NationalId,
    IdentifierKind::TaxNumber,
    IdentifierKind::CompanyNumber,
    IdentifierKind::Imo,
    IdentifierKind::Mmsi,
    IdentifierKind::CallSign,
    IdentifierKind::Bic,
    IdentifierKind::Lei,
    IdentifierKind::Wallet,
    IdentifierKind::TailNumber,
    IdentifierKind::AircraftSerial,
    IdentifierKind::Isin,
    IdentifierKind::Duns,
    IdentifierKind::DrivingLicence,
    IdentifierKind::Other,
];

const REFUSALS: [LinkRefusal; 4] = [
    LinkRefusal::KindsDiffer,
    LinkRefusal::ClaimedByOthers,
    LinkRefusal::Ambiguous,
    LinkRefusal::OneReviewer,
];

type Bytes = Vec<u8>;

fn put_kind<T: PartialEq>(bytes: &mut Bytes, kinds: &[T], kind: &T) {
    let number = kinds.iter().position(|known| known == kind).unwrap_or(kinds.len());
    bytes.put_number(number as u64);
}

fn take_kind<T: Copy>(take: &mut Take<'_>, kinds: &[T]) -> Option<T> {
    kinds.get(take.small::<usize>()?).copied()
}

fn put_texts(bytes: &mut Bytes, texts: &[String]) {
    bytes.put_list(texts, |bytes, text| bytes.put_text(text));
}

fn take_texts(take: &mut Take<'_>) -> Option<Vec<String>> {
    take.list(take_text)
}

fn take_text(take: &mut Take<'_>) -> Option<String> {
    take.text().map(str::to_owned)
}

fn put_some_text(bytes: &mut Bytes, text: Option<&String>) {
    bytes.put_option(text, |bytes, text| bytes.put_text(text));
}

/// An entry without its list, which is told by a number before it.
pub(super) fn put_entry(bytes: &mut Bytes, entry: &Entry) {
    bytes.put_text(&entry.id.reference);
    put_kind(bytes, &KINDS, &entry.kind);
    bytes.put_list(&entry.names, put_name);
    bytes.put_list(&entry.births, put_birth);
    bytes.put_list(&entry.birthplaces, put_place);
    bytes.put_list(&entry.nationalities, put_country);
    bytes.put_option(entry.sex.as_ref(), |bytes, sex| put_kind(bytes, &SEXES, sex));
    bytes.put_list(&entry.parents, |bytes, parent| {
        put_kind(bytes, &PARENTS, &parent.role);
        bytes.put_text(&parent.name);
    });
    bytes.put_list(&entry.identifiers, put_identifier);
    put_texts(bytes, &entry.programmes);
}

pub(super) fn take_entry(take: &mut Take<'_>, lists: &[ListId]) -> Option<Entry> {
    let list = lists.get(take.small::<usize>()?)?;
    let id = EntryId::new(list, take.text()?);
    let mut entry = Entry::new(id, take_kind(take, &KINDS)?);
    entry.names = take.list(take_name)?;
    entry.births = take.list(take_birth)?;
    entry.birthplaces = take.list(take_place)?;
    entry.nationalities = take.list(take_country)?;
    entry.sex = take.option(|take| take_kind(take, &SEXES))?;
    entry.parents = take.list(|take| {
        Some(ParentStatement { role: take_kind(take, &PARENTS)?, name: take_text(take)? })
    })?;
    entry.identifiers = take.list(take_identifier)?;
    entry.programmes = take_texts(take)?;
    take.is_empty().then_some(entry)
}

fn put_name(bytes: &mut Bytes, name: &ListedName) {
    bytes.put_text(&name.text);
    put_kind(bytes, &GRADES, &name.grade);
    bytes.put_list(&name.births, put_birth);
}

fn take_name(take: &mut Take<'_>) -> Option<ListedName> {
    let text = take.text()?;
    let grade = take_kind(take, &GRADES)?;
    let mut name = ListedName::new(text, grade, "");
    name.births = take.list(take_birth)?;
    Some(name)
}

fn put_birth(bytes: &mut Bytes, birth: &DateStatement) {
    bytes.put_text(&birth.as_written);
    bytes.put_list(&birth.readings, |bytes, date| put_date(bytes, *date));
    put_kind(bytes, &CALENDARS, &birth.calendar);
    put_some_text(bytes, birth.note.as_ref());
}

fn take_birth(take: &mut Take<'_>) -> Option<DateStatement> {
    Some(DateStatement {
        as_written: take_text(take)?,
        readings: take.list(take_date)?,
        calendar: take_kind(take, &CALENDARS)?,
        note: take.option(take_text)?,
    })
}

fn put_date(bytes: &mut Bytes, date: PartialDate) {
    put_kind(bytes, &PRECISIONS, &date.precision());
    bytes.put_number(date.is_circa().into());
    put_day(bytes, date.earliest());
    if date.precision() == Precision::Range {
        put_day(bytes, date.latest());
    }
}

fn take_date(take: &mut Take<'_>) -> Option<PartialDate> {
    let precision = take_kind(take, &PRECISIONS)?;
    let is_circa = take.number()? != 0;
    let first = take_day(take)?;
    let date = match precision {
        Precision::Day => PartialDate::day(first),
        Precision::Month => PartialDate::month(first.year(), first.month()).ok()?,
        Precision::Year => PartialDate::year(first.year()).ok()?,
        Precision::Range => {
            let last = take_day(take)?;
            PartialDate::range(PartialDate::day(first), PartialDate::day(last)).ok()?
        }
    };
    Some(if is_circa { date.about() } else { date })
}

fn put_day(bytes: &mut Bytes, day: CivilDate) {
    let year = u64::from(day.year().unsigned_abs());
    bytes.put_number((year * 16 + u64::from(day.month())) * 32 + u64::from(day.day()));
}

fn take_day(take: &mut Take<'_>) -> Option<CivilDate> {
    let number = take.number()?;
    let (year, month, day) = (number / 512, number / 32 % 16, number % 32);
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    CivilDate::new(i16::try_from(year).ok()?, month, day).ok()
}

fn put_country(bytes: &mut Bytes, country: &Country) {
    bytes.put_text(&country.as_written);
    put_some_text(bytes, country.code.as_ref());
}

fn take_country(take: &mut Take<'_>) -> Option<Country> {
    Some(Country { as_written: take_text(take)?, code: take.option(take_text)? })
}

fn put_place(bytes: &mut Bytes, place: &Place) {
    put_some_text(bytes, place.locality.as_ref());
    put_some_text(bytes, place.region.as_ref());
    bytes.put_option(place.country.as_ref(), put_country);
    put_some_text(bytes, place.note.as_ref());
}

fn take_place(take: &mut Take<'_>) -> Option<Place> {
    Some(Place {
        locality: take.option(take_text)?,
        region: take.option(take_text)?,
        country: take.option(take_country)?,
        note: take.option(take_text)?,
    })
}

fn put_identifier(bytes: &mut Bytes, identifier: &Identifier) {
    put_kind(bytes, &IDENTIFIERS, &identifier.kind);
    bytes.put_text(&identifier.kind_as_written);
    bytes.put_text(&identifier.number);
    bytes.put_option(identifier.issuer.as_ref(), put_country);
    bytes.put_option(identifier.issued, put_day);
    bytes.put_option(identifier.expires, put_day);
    put_some_text(bytes, identifier.note.as_ref());
}

fn take_identifier(take: &mut Take<'_>) -> Option<Identifier> {
    Some(Identifier {
        kind: take_kind(take, &IDENTIFIERS)?,
        kind_as_written: take_text(take)?,
        number: take_text(take)?,
        issuer: take.option(take_country)?,
        issued: take.option(take_day)?,
        expires: take.option(take_day)?,
        note: take.option(take_text)?,
    })
}

pub(super) fn put_snapshot(bytes: &mut Bytes, snapshot: &SnapshotInfo) {
    bytes.put_text(snapshot.list.as_str());
    bytes.put_bytes(&snapshot.id.0);
    bytes.put_text(&snapshot.format);
    put_day(bytes, snapshot.published);
    put_some_text(bytes, snapshot.published_as_written.as_ref());
    let programmes = match &snapshot.scope {
        SnapshotScope::Whole => None,
        SnapshotScope::Programmes(programmes) => Some(programmes),
    };
    bytes.put_option(programmes, |bytes, programmes| put_texts(bytes, programmes));
    bytes.put_number(snapshot.entries);
}

pub(super) fn take_snapshot(take: &mut Take<'_>) -> Option<SnapshotInfo> {
    Some(SnapshotInfo {
        list: ListId::new(take.text()?).ok()?,
        id: SnapshotId(take.bytes()?.try_into().ok()?),
        format: take_text(take)?,
        published: take_day(take)?,
        published_as_written: take.option(take_text)?,
        scope: take.option(take_texts)?.map_or(SnapshotScope::Whole, SnapshotScope::Programmes),
        entries: take.number()?,
    })
}

pub(super) fn put_clusters(bytes: &mut Bytes, clusters: &Clusters) {
    bytes.put_list(clusters.all(), |bytes, cluster| {
        bytes.put_list(&cluster.entries, |bytes, place| bytes.put_number(*place as u64));
        bytes.put_list(&cluster.links, put_link);
    });
    bytes.put_list(clusters.refused(), |bytes, refused| {
        put_kind(bytes, &REFUSALS, &refused.refusal);
        put_link(bytes, &refused.link);
    });
}

pub(super) fn take_clusters(take: &mut Take<'_>) -> Option<Clusters> {
    let clusters = take.list(|take| {
        Some(Cluster { entries: take.list(Take::small)?, links: take.list(take_link)? })
    })?;
    let refused = take.list(|take| {
        Some(RefusedLink { refusal: take_kind(take, &REFUSALS)?, link: take_link(take)? })
    })?;
    Some(Clusters::known(clusters, refused))
}

fn put_link(bytes: &mut Bytes, link: &ClusterLink) {
    put_id(bytes, &link.entry);
    put_id(bytes, &link.other);
    match &link.ground {
        LinkGround::Stated { field, value } => {
            bytes.put_number(0);
            bytes.put_text(field);
            bytes.put_text(value);
        }
        LinkGround::SharedNumber { number } => {
            bytes.put_number(1);
            bytes.put_text(number);
        }
        LinkGround::Reviewed { reviewers: [one, other] } => {
            bytes.put_number(2);
            bytes.put_text(one);
            bytes.put_text(other);
        }
    }
}

fn take_link(take: &mut Take<'_>) -> Option<ClusterLink> {
    let (entry, other) = (take_id(take)?, take_id(take)?);
    let ground = match take.number()? {
        0 => LinkGround::Stated { field: take_text(take)?, value: take_text(take)? },
        1 => LinkGround::SharedNumber { number: take_text(take)? },
        2 => LinkGround::Reviewed { reviewers: [take_text(take)?, take_text(take)?] },
        _ => return None,
    };
    Some(ClusterLink { entry, other, ground })
}

fn put_id(bytes: &mut Bytes, id: &EntryId) {
    bytes.put_text(id.list.as_str());
    bytes.put_text(&id.reference);
}

fn take_id(take: &mut Take<'_>) -> Option<EntryId> {
    let list = ListId::new(take.text()?).ok()?;
    Some(EntryId::new(&list, take.text()?))
}
