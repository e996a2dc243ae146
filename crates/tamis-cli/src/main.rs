//! The command line: reads arguments, joins the use cases with the files of parties and answers, and
//! talks to people.
//!
//! Data goes to standard output, everything that is said about it to standard error. What is done is
//! decided in `tamis-service`, how it is written in `tamis-wire` and `tamis-report`.

mod arguments;
mod commands;
mod data_folder;
mod exit;
mod failure;
mod input;
mod interrupt;
mod output;
mod progress;
mod waiting;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::Arguments;
use exit::Exit;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let console = output::Console::of(&arguments.common);
    match commands::run(&console, arguments.command) {
        Ok(exit) => exit.into(),
        Err(_) if output::was_closed() => Exit::Done.into(),
        Err(error) if failure::is_interruption(&error) => {
            console.say(&format!("{error}"));
            Exit::Interrupted.into()
        }
        Err(error) => {
            failure::print(&console, &error);
            Exit::Failed.into()
        }
    }
}
