//! Reports as HTML from plain values.
