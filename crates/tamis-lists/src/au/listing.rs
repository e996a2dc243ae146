//! Days in the column Listing Information: "Listed by UN 1267 Committee on 25 January 2001 (amended on 20
//! December 2005, 9 July 2007)".

use tamis_model::{CivilDate, DateStatement, Precision};

/// The day of listing and the days of change that a text tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Days {
    pub(super) listed: Option<CivilDate>,
    pub(super) changed: Vec<CivilDate>,
}

/// Words before a day that make it one of change. What the list wrote before 2012 elsewhere ("Formerly listed
/// on the RBA Consolidated List as …") has no day.
const CHANGES: [&str; 6] =
    ["amend", "relist", "re-list", "declared", "continue to have effect", "modified"];
/// Words before a day that make it the day of listing.
const LISTINGS: [&str; 3] = ["listed", "designated", "designation"];

/// The days of a cell; one that is a day alone is that of listing.
pub(super) fn read(text: &str) -> Days {
    let mut days = Days::default();
    if let Ok(day) = CivilDate::parse_iso(text) {
        days.listed = Some(day);
        return days;
    }
    // a mark may stand at a word: "2001(amended", "2007,", "on:9 August", "9 Jul.2020"
    let mut spaced = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '(' | ',' | ';' => spaced.extend([' ', c, ' ']),
            '.' | ':' => spaced.extend([c, ' ']),
            c => spaced.push(c),
        }
    }
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut before = String::new();
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let day = words.get(index..index + 3).and_then(day);
        if let Some(day) = day {
            let changes = CHANGES.iter().any(|word| before.contains(word));
            let lists = before.is_empty() || LISTINGS.iter().any(|word| before.contains(word));
            if lists && !changes && days.listed.is_none() {
                days.listed = Some(day);
            } else if changes && !days.changed.contains(&day) {
                days.changed.push(day);
            }
            index += 3;
            continue;
        }
        before.push_str(&word.to_lowercase());
        before.push(' ');
        index += 1;
    }
    days.changed.sort_unstable();
    days
}

/// `25 January 2001`, `on3 Sep. 2003`: three words that are a day.
fn day(words: &[&str]) -> Option<CivilDate> {
    let [day, month, year] = words else { return None };
    let day = day.trim_start_matches("on");
    let year = year.trim_end_matches(|c: char| !c.is_ascii_digit());
    let year = year.get(..4)?;
    let statement = DateStatement::read(&format!("{day} {month} {year}")).ok()?;
    let reading = statement.readings.first().filter(|date| date.precision() == Precision::Day)?;
    Some(reading.earliest())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_listing_and_of_change() {
        for (text, listed, changed) in [
            (
                "Listed by UN 1267 Committee on 25 January 2001 (amended on3 Sep 2003, 20 December 2005 and 31 Dec. 2013)",
                "2001-01-25",
                "2003-09-03 2005-12-20 2013-12-31",
            ),
            ("Listed on: 29 Feb. 2016 (amended 6 December 2019) ", "2016-02-29", "2019-12-06"),
            (
                "Listed by UN 1267 Committee on 31 January 2001(amended on 18 Jul. 2007)",
                "2001-01-31",
                "2007-07-18",
            ),
            (
                "Designated under the Autonomous Sanctions Regulations 2011 on 2 March 2012. Formerly listed on the RBA as 2009FRY0102. (Relisted on 12 January 2024)",
                "2012-03-02",
                "2024-01-12",
            ),
            ("Resolution 1596 (2005), amended 16 December 2008", "", "2008-12-16"),
            ("2020-04-20", "2020-04-20", ""),
            ("9 Jul.2020 (amended on 9 Dec. 2021)", "2020-07-09", "2021-12-09"),
            ("Listed on:9 August 2017", "2017-08-09", ""),
            ("Instrument of first designation: Amendment (No. 2) Instrument 2023\n", "", ""),
        ] {
            let days = read(text);
            let changed_on: Vec<String> = days.changed.iter().map(ToString::to_string).collect();
            let listed_on = days.listed.map(|day| day.to_string()).unwrap_or_default();
            assert_eq!(
                (listed_on.as_str(), changed_on.join(" ").as_str()),
                (listed, changed),
                "{text}"
            );
        }
    }
}
