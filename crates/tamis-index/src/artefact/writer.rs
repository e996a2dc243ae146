//! Writes an artefact from the first byte to the last, once.

use std::io::{self, Write};
use std::ops::Range;

use bytemuck::Pod;

use super::blocks::sum;
use super::directory::{BLOCK, head, written};

/// Sections begin at multiples of this, so that numbers of any size are read in place.
const ALIGNED: usize = 64;

/// An artefact that is being written.
#[derive(Debug)]
pub struct Writer<W> {
    to: W,
    at: usize,
    sections: Vec<(String, Range<usize>)>,
    sums: Vec<u64>,
    /// What was written of the block that is not full.
    block: Vec<u8>,
}

impl<W: Write> Writer<W> {
    /// Begins an artefact.
    ///
    /// # Errors
    /// As writing does.
    pub fn to(to: W) -> io::Result<Self> {
        let (sections, sums, block) = (Vec::new(), Vec::new(), Vec::with_capacity(BLOCK));
        let mut writer = Self { to, at: 0, sections, sums, block };
        writer.write(&head())?;
        Ok(writer)
    }

    /// Adds a section of values.
    ///
    /// # Errors
    /// As writing does.
    pub fn section<T: Pod>(&mut self, name: impl Into<String>, values: &[T]) -> io::Result<()> {
        self.begin(name.into())?;
        self.add(values)
    }

    /// Begins a section that is [added](Self::add) to piece by piece.
    ///
    /// # Errors
    /// As writing does.
    pub fn begin(&mut self, name: String) -> io::Result<()> {
        let padding = self.at.next_multiple_of(ALIGNED) - self.at;
        self.write([0; ALIGNED].get(..padding).unwrap_or_default())?;
        self.sections.push((name, self.at..self.at));
        Ok(())
    }

    /// Adds values to the section that was begun last.
    ///
    /// # Errors
    /// As writing does.
    pub fn add<T: Pod>(&mut self, values: &[T]) -> io::Result<()> {
        self.write(bytemuck::cast_slice(values))?;
        if let Some((_, place)) = self.sections.last_mut() {
            place.end = self.at;
        }
        Ok(())
    }

    /// Ends the artefact.
    ///
    /// # Errors
    /// As writing does.
    pub fn finish(mut self) -> io::Result<W> {
        if !self.block.is_empty() {
            self.sums.push(sum(&self.block));
        }
        self.to.write_all(&written(&self.sections, self.at, &self.sums))?;
        self.to.flush()?;
        Ok(self.to)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)?;
        self.at += bytes.len();
        let mut bytes = bytes;
        while !bytes.is_empty() {
            let room = (BLOCK - self.block.len()).min(bytes.len());
            let (now, rest) = bytes.split_at(room);
            self.block.extend_from_slice(now);
            if self.block.len() == BLOCK {
                self.sums.push(sum(&self.block));
                self.block.clear();
            }
            bytes = rest;
        }
        Ok(())
    }
}
