//! Lines of text: the shape of a record is a line with holes, `{no:number}. {name}, {born:date} г.р., {place}`.

mod lines;

pub(super) use lines::{Lines, records};

/// Steps after which a line is taken to fit no shape. A line of 4 kB with three commas needs some ten.
const MAX_STEPS: u32 = 10_000;

/// What may stand in a hole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hole {
    /// Any text.
    Text,
    /// Digits of any script.
    Number,
    /// Digits with full stops, hyphens or slashes between them.
    Date,
    /// Text in which no date stands: what is left of a line that no other shape took must not hide one.
    Undated,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Literal(String),
    Hole(String, Hole),
}

/// The shape of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    pieces: Vec<Piece>,
}

impl Shape {
    /// Reads a shape; two holes have a text between them.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            let (hole, after) =
                after.split_once('}').ok_or("a `{` without `}`: write {name} for a hole")?;
            let (name, kind) = hole.split_once(':').unwrap_or((hole, "text"));
            let kind = match kind {
                "text" => Hole::Text,
                "number" => Hole::Number,
                "date" => Hole::Date,
                "undated" => Hole::Undated,
                other => {
                    return Err(format!(
                        "a hole holds text, number, date or undated, not `{other}`"
                    ));
                }
            };
            if literal.is_empty() && matches!(pieces.last(), Some(Piece::Hole(..))) {
                return Err("two holes stand side by side: write the text between them".to_owned());
            }
            if !literal.is_empty() {
                pieces.push(Piece::Literal(literal.to_owned()));
            }
            if name.trim().is_empty() {
                return Err("a hole without a name: write {name}".to_owned());
            }
            pieces.push(Piece::Hole(name.to_owned(), kind));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Literal(rest.to_owned()));
        }
        if !pieces.iter().any(|piece| matches!(piece, Piece::Hole(..))) {
            return Err("a line without a hole: write {name} where the name stands".to_owned());
        }
        Ok(Self { pieces })
    }

    /// Whether each record begins with a number.
    fn is_numbered(&self) -> bool {
        matches!(self.pieces.first(), Some(Piece::Hole(_, Hole::Number)))
    }

    /// Whether a line begins as a numbered record does: digits, and the text behind them. Another digit behind that
    /// text makes it a date: the record before goes on (`03.04.1971 г.р., …`).
    fn begins(&self, line: &str) -> bool {
        let rest = line.trim_start_matches(char::is_numeric);
        let literal = match self.pieces.get(1) {
            Some(Piece::Literal(literal)) => literal.trim_end(),
            _ => "",
        };
        let behind = rest.strip_prefix(literal);
        rest.len() < line.len()
            && behind
                .is_some_and(|behind| literal.is_empty() || !behind.starts_with(char::is_numeric))
    }

    /// The texts of the holes, if the line has this shape.
    fn read<'s, 'l>(&'s self, line: &'l str) -> Option<Vec<(&'s str, &'l str)>> {
        let mut found = Vec::new();
        let mut steps = 0;
        fit(&self.pieces, line, &mut found, &mut steps).then_some(found)
    }
}

/// The shortest texts in the holes with which all fits.
fn fit<'s, 'l>(
    pieces: &'s [Piece],
    line: &'l str,
    found: &mut Vec<(&'s str, &'l str)>,
    steps: &mut u32,
) -> bool {
    *steps += 1;
    if *steps > MAX_STEPS {
        return false;
    }
    match pieces {
        [] => line.is_empty(),
        [Piece::Literal(literal), rest @ ..] => {
            line.strip_prefix(literal.as_str()).is_some_and(|line| fit(rest, line, found, steps))
        }
        [Piece::Hole(name, hole)] => {
            let fits = holds(*hole, line);
            if fits {
                found.push((name, line.trim()));
            }
            fits
        }
        [Piece::Hole(name, hole), rest @ ..] => {
            let Some(Piece::Literal(literal)) = rest.first() else { return false };
            for (at, _) in line.match_indices(literal.as_str()) {
                let (inside, after) = line.split_at_checked(at).unwrap_or((line, ""));
                if !holds(*hole, inside) {
                    continue;
                }
                let before = found.len();
                found.push((name, inside.trim()));
                if fit(rest, after, found, steps) {
                    return true;
                }
                found.truncate(before);
            }
            false
        }
    }
}

fn holds(hole: Hole, text: &str) -> bool {
    let text = text.trim();
    match hole {
        Hole::Text => !text.is_empty(),
        Hole::Number => !text.is_empty() && text.chars().all(char::is_numeric),
        Hole::Date => {
            text.chars().any(char::is_numeric)
                && text.chars().all(|c| c.is_numeric() || matches!(c, '.' | '-' | '/'))
        }
        Hole::Undated => !text.is_empty() && !has_date(text),
    }
}

/// Whether three numbers stand in a text with full stops, hyphens or slashes between them.
fn has_date(text: &str) -> bool {
    text.split(|c: char| !c.is_numeric() && !matches!(c, '.' | '-' | '/')).any(|word| {
        let numbers = word.split(['.', '-', '/']).filter(|number| !number.is_empty());
        numbers.count() >= 3
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(shape: &str, line: &str) -> String {
        let shape = Shape::parse(shape).unwrap();
        let found = shape.read(line).map(|found| {
            found.iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join("|")
        });
        found.unwrap_or_else(|| "-".to_owned())
    }

    #[test]
    fn a_line_that_hides_a_date_fits_no_shape_without_one() {
        let shape = "{no:number}. {name:undated}";
        assert_eq!(told(shape, "7. ФОНД \"1920\""), "no=7|name=ФОНД \"1920\"");
        assert_eq!(told(shape, "8. МОРЕВ ПЁТР, 02.02.1962 г. р., ГУРА"), "-");
    }

    #[test]
    fn lines_are_taken_apart() {
        let shape = "{no:number}. {name}, {born:date} г.р., {place};";
        for (line, expected) in [
            (
                "12. ОРУ БРЕЛЛ*, 01.02.1971 г.р., Г. УТАУН, УТОПИЯ;",
                "no=12|name=ОРУ БРЕЛЛ*|born=01.02.1971|place=Г. УТАУН, УТОПИЯ",
            ),
            (
                "٣. ОРУ (ЛАЗ, ГУРА), 01.02.1971 г.р., X;",
                "no=٣|name=ОРУ (ЛАЗ, ГУРА)|born=01.02.1971|place=X",
            ),
            ("12. ОРУ, , г.р.;", "-"),
            ("X. ОРУ, 01.02.1971 г.р., X;", "-"),
        ] {
            assert_eq!(told(shape, line), expected, "{line}");
        }
        assert_eq!(told("{a},{b},{c},{d},{e}x", &",".repeat(4000)), "-");
    }

    #[test]
    fn shapes_that_mean_nothing_are_told() {
        for text in ["", "name", "{name", "{a}{b}", "{a:colour}", "{}"] {
            assert!(Shape::parse(text).is_err(), "{text}");
        }
    }
}
