//! Writing rows of pairs with their scores.

use std::io::{self, Write};

use tamis_model::Score;

/// Writes the rows as they came, with `score` (four digits) and `hit` (`true`, `false`) added; a row
/// that could not be compared has both empty.
#[derive(Debug)]
pub struct PairScores<W: Write> {
    out: csv::Writer<W>,
    columns: usize,
}

impl<W: Write> PairScores<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// What the output says.
    pub fn new(out: W, header: &[String]) -> io::Result<Self> {
        let out = csv::WriterBuilder::new().flexible(true).from_writer(out);
        let mut scores = Self { out, columns: header.len() };
        scores.row(header, "score", "hit")?;
        Ok(scores)
    }

    /// Writes a row that was compared.
    ///
    /// # Errors
    /// What the output says.
    pub fn write(&mut self, cells: &[String], score: Score, hit: bool) -> io::Result<()> {
        self.row(cells, &score.to_string(), if hit { "true" } else { "false" })
    }

    /// Writes a row that could not be compared, so that the rows stay in step with the input.
    ///
    /// # Errors
    /// What the output says.
    pub fn write_unscored(&mut self, cells: &[String]) -> io::Result<()> {
        self.row(cells, "", "")
    }

    /// Ends the file.
    ///
    /// # Errors
    /// What the output says.
    pub fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn row(&mut self, cells: &[String], score: &str, hit: &str) -> io::Result<()> {
        let blanks = self.columns.saturating_sub(cells.len());
        let cells = cells.iter().map(String::as_str).take(self.columns);
        let cells = cells.chain(std::iter::repeat_n("", blanks)).chain([score, hit]);
        Ok(self.out.write_record(cells)?)
    }
}
