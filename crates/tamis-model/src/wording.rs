//! How the values are called in words for people, in one place, so that the table on a terminal, the
//! CSV and the report say the same thing for the same thing. Short, lower case, no full stop.
//!
//! Words of files that programs read (`snake_case`) are not here: they belong to the serialised forms.

mod cluster;
mod evidence;
mod nouns;
