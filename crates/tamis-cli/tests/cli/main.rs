//! The program as people run it: arguments in; standard output, standard error, files and exit code
//! out.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure in what a test prepares is a failure of the test"
)]

mod compare;
mod damage;
mod demo;
mod ending;
mod eval;
mod files;
mod help;
mod index;
mod life;
mod lists;
mod organisations;
mod program;
mod replay;
mod screen;
mod traps;
mod update;
