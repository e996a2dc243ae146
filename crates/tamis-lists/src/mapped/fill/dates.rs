//! A value → the dates in it.

use tamis_model::date::hijri::lunar_day;
use tamis_model::{Calendar, CivilDate, DateStatement, DiagnosticKind, Entry};

use super::{Filler, Value};
use crate::au::enumerated;
use crate::mapped::cells::Record;
use crate::mapped::mapping::{DateOrder, Part};
use crate::when::hijri;
use crate::xml::collapse;

impl Filler<'_> {
    /// The birth dates of a value; what can't be read is kept and told.
    pub(super) fn births(
        &mut self,
        record: &Record,
        value: &Value<'_>,
        order: DateOrder,
        parts: &[Part],
    ) -> Vec<DateStatement> {
        let text = if parts.is_empty() { collapse(&value.text) } else { joined(value, parts) };
        if let Some(day) = lonely_day(value, parts) {
            let detail = "a day without a month; the year alone is kept";
            self.tell(record, DiagnosticKind::UnreadableDate, &value.from, day, detail);
        }
        if let Some(mut date) = self.read(&text, order) {
            text.clone_into(&mut date.as_written);
            return vec![date];
        }
        let detail = "no date that can be read; its text is kept";
        let several = enumerated::births(&self.plain(&text, order));
        for date in several.iter().filter(|date| date.readings.is_empty()) {
            let kind = DiagnosticKind::UnreadableDate;
            self.tell(record, kind, &value.from, &date.as_written, detail);
        }
        if several.is_empty() {
            self.tell(record, DiagnosticKind::UnreadableDate, &value.from, &text, detail);
            return vec![DateStatement::unreadable(text)];
        }
        several
    }

    /// A day; what is none is kept as a note and told.
    pub(super) fn day(
        &mut self,
        record: &Record,
        from: &str,
        text: &str,
        order: DateOrder,
        entry: &mut Entry,
    ) -> Option<CivilDate> {
        let read = self.read(text, order);
        let day = read.as_ref().and_then(|date| match date.readings.as_slice() {
            [one] if one.earliest() == one.latest() => Some(one.earliest()),
            _ => None,
        });
        if day.is_none() {
            let detail = match read {
                Some(_) if order == DateOrder::Hijri => {
                    "a Hijri day is known give or take a day, so it is none to count from; kept as a note"
                }
                Some(_) => {
                    "not one day; kept as a note (write `dates = \"day first\"` or \"month first\" into the mapping)"
                }
                None => "not a day; kept as a note",
            };
            self.tell(record, DiagnosticKind::UnreadableDate, from, text, detail);
            entry.push_note(from, text);
        }
        day
    }

    fn read(&self, text: &str, order: DateOrder) -> Option<DateStatement> {
        if order == DateOrder::Hijri {
            return lunar(text).or_else(|| self.solar(text));
        }
        DateStatement::read(&self.plain(text, order)).ok()
    }

    /// A day of our calendar in a column of Hijri dates: told by its year, which no Hijri date of a list has.
    fn solar(&self, text: &str) -> Option<DateStatement> {
        const FIRST_YEAR: i16 = 1700;
        let read = DateStatement::read(&self.plain(text, DateOrder::Either)).ok()?;
        let ours = |date: &tamis_model::PartialDate| date.earliest().year() >= FIRST_YEAR;
        (read.calendar == Calendar::Gregorian && read.readings.iter().all(ours)).then_some(read)
    }

    /// The text with the months of the mapping in English and numbers in the order that the model reads.
    fn plain(&self, text: &str, order: DateOrder) -> String {
        let months = &self.mapping.months;
        const ENGLISH: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let mut words: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let bare = word.trim_matches(['.', ',']).to_lowercase();
            let month = months.iter().find(|(known, _)| *known == bare);
            let english = month.and_then(|(_, number)| ENGLISH.get(usize::from(*number) - 1));
            words.push(english.map_or_else(|| word.to_owned(), |english| (*english).to_owned()));
        }
        let mut text = words.join(" ");
        // 1971年4月3日
        if text.contains('年') {
            text = text.replace(['年', '月'], "-").replace('日', "");
            text = text.trim_end_matches('-').to_owned();
        }
        let mut fields = text.split(['/', '-', '.']).map(str::trim);
        let numbers = [fields.next(), fields.next(), fields.next(), fields.next()];
        let number = |text: &str, most: usize| {
            !text.is_empty() && text.chars().count() <= most && text.chars().all(char::is_numeric)
        };
        match (numbers, order) {
            (
                [Some(one), Some(two), Some(three), None],
                DateOrder::DayFirst | DateOrder::MonthFirst,
            ) if number(one, 2) && number(two, 2) && number(three, 4) => {
                // full stops always mean day first
                match order {
                    DateOrder::MonthFirst => format!("{two}.{one}.{three}"),
                    _ => format!("{one}.{two}.{three}"),
                }
            }
            _ => text,
        }
    }
}

/// A day of the lunar Hijri calendar: `1402/06/24`, `24/06/1402`, or with the calendar named beside it.
fn lunar(text: &str) -> Option<DateStatement> {
    let digits: String = text.chars().map(ascii_digit).collect();
    let numbers: Vec<i32> = digits
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    let day = match *numbers.as_slice() {
        [year, month, day] if year > 31 => lunar_day(year, month, day),
        [day, month, year] => lunar_day(year, month, day),
        _ => return hijri(&format!("{digits} Hijri")).filter(|date| !date.readings.is_empty()),
    };
    let mut date = DateStatement::unreadable(text);
    date.calendar = Calendar::LunarHijri;
    date.readings.push(day?);
    Some(date)
}

/// Arabic-Indic, Persian and full-width digits as 0 to 9.
pub(super) fn ascii_digit(c: char) -> char {
    const ZEROS: [u32; 3] = [0x0660, 0x06F0, 0xFF10];
    let code = u32::from(c);
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code));
    zero.and_then(|zero| char::from_digit(code - zero, 10)).unwrap_or(c)
}

/// Year, month and day of cells of their own, as one date: what is blank or zero is not known.
fn joined(value: &Value<'_>, parts: &[Part]) -> String {
    let of = |wanted| part_of(value, parts, wanted);
    let (year, month, day) = (of(Part::Year), of(Part::Month), of(Part::Day));
    let numbers = month.chars().chain(day.chars()).all(char::is_numeric);
    match (month.is_empty(), day.is_empty()) {
        // full stops always mean day first
        (false, false) if numbers => format!("{day}.{month}.{year}"),
        (true, _) => year.to_owned(),
        (false, true) => format!("{month} {year}"),
        (false, false) => format!("{day} {month} {year}"),
    }
}

/// A part of a date; blank where it is not known.
fn part_of<'v>(value: &'v Value<'_>, parts: &[Part], wanted: Part) -> &'v str {
    let found = parts.iter().zip(&value.pieces).find(|(part, _)| **part == wanted);
    let text = found.map(|(_, text)| text.trim()).unwrap_or_default();
    if text.chars().all(|c| c == '0') { "" } else { text }
}

/// A day whose month is not known.
fn lonely_day<'v>(value: &'v Value<'_>, parts: &[Part]) -> Option<&'v str> {
    let day = part_of(value, parts, Part::Day);
    (!day.is_empty() && part_of(value, parts, Part::Month).is_empty()).then_some(day)
}
