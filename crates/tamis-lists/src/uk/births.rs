//! The dates of the list. The UK writes the day first, always: `03/04/1980` is the third of April.

use tamis_model::{CivilDate, DateStatement, PartialDate};

/// A birth date in one of the six shapes of the list, or another that [`DateStatement::read`] knows;
/// unreadable ones keep their text.
pub(crate) fn birth(text: &str) -> DateStatement {
    let text = text.trim();
    match slashed(text) {
        Some(date) => DateStatement::new(text, date),
        None if text.matches('/').count() == 2 => DateStatement::unreadable(text),
        None => DateStatement::read(text).unwrap_or_else(|_| DateStatement::unreadable(text)),
    }
}

/// A day as the list writes it, or as a workbook holds it.
pub(crate) fn day(text: &str) -> Option<CivilDate> {
    let date = birth(text).readings.into_iter().next()?;
    (date.earliest() == date.latest()).then(|| date.earliest())
}

/// `dd/mm/yyyy`, `00/mm/yyyy`, `00/00/yyyy`.
fn slashed(text: &str) -> Option<PartialDate> {
    let mut fields = text.split('/').map(|field| {
        let fine = (1..=4).contains(&field.len()) && field.bytes().all(|b| b.is_ascii_digit());
        fine.then(|| field.parse::<i16>().ok()).flatten()
    });
    let (day, month, year) = (fields.next()??, fields.next()??, fields.next()??);
    if fields.next().is_some() || year < 1000 {
        return None;
    }
    match (u8::try_from(day).ok()?, u8::try_from(month).ok()?) {
        (0, 0) => PartialDate::year(year).ok(),
        (0, month) => PartialDate::month(year, month).ok(),
        (day, month) => CivilDate::new(year, month, day).ok().map(PartialDate::day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shapes_of_the_list_are_read_with_the_day_first() {
        for (text, expected) in [
            ("17/08/1957", "1957-08-17"),
            ("03/04/1980", "1980-04-03"),
            ("00/00/1959", "1959"),
            ("00/08/1955", "1955-08"),
            ("08/1955", "1955-08"),
            ("1959", "1959"),
            ("1980-04-03", "1980-04-03"),
            ("circa 1961", "1961~"),
            ("31/02/1980", ""),
            ("08/17/1957", ""),
            ("17/00/1957", ""),
            ("unknown", ""),
        ] {
            let statement = birth(text);
            let told: Vec<String> = statement.readings.iter().map(ToString::to_string).collect();
            assert_eq!(told.join(" or "), expected, "{text}");
            assert_eq!(statement.as_written, text);
        }
        assert_eq!(day("00/00/1959"), None);
        assert_eq!(day("05/06/2023").unwrap().to_string(), "2023-06-05");
    }
}
