//! Values of a section, read in place; a block is checked before the first of its values is given out.

use std::ops::Range;

use bytemuck::Pod;

use super::blocks::Unchecked;

/// The values of a section. A value in a damaged block is none, and the damage is kept with the artefact.
#[derive(Debug, Clone, Copy)]
pub struct Slice<'a, T> {
    all: &'a [T],
    unchecked: Option<Unchecked<'a>>,
}

impl<T> Default for Slice<'_, T> {
    fn default() -> Self {
        Self { all: &[], unchecked: None }
    }
}

impl<'a, T: Pod> Slice<'a, T> {
    pub(super) const fn of(all: &'a [T], unchecked: Option<Unchecked<'a>>) -> Self {
        Self { all, unchecked }
    }

    /// How many there are.
    #[must_use]
    #[inline]
    pub const fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Bytes that they take.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        size_of_val(self.all)
    }

    /// The value at a place.
    #[must_use]
    #[inline]
    pub fn get(&self, at: usize) -> Option<T> {
        let value = self.all.get(at)?;
        self.passes(at, 1).then_some(*value)
    }

    /// The values of some places; none where they are not there.
    #[must_use]
    #[inline]
    pub fn part(&self, places: Range<usize>) -> &'a [T] {
        let Some(values) = self.all.get(places.clone()) else { return &[] };
        if self.passes(places.start, values.len()) { values } else { &[] }
    }

    /// All values.
    #[must_use]
    pub fn whole(&self) -> &'a [T] {
        self.part(0..self.len())
    }

    #[inline]
    fn passes(&self, at: usize, count: usize) -> bool {
        match &self.unchecked {
            None => true,
            Some(unchecked) => unchecked.passes(at * size_of::<T>(), count * size_of::<T>()),
        }
    }
}
