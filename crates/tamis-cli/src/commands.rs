//! One file a command.

mod compare;
mod demo;
mod eval;
mod index;
mod lists;
mod manual;
mod monitor;
mod organisations;
mod replay;
mod screen;

use crate::arguments::Command;
use crate::exit::Exit;
use crate::output::Console;

/// Runs a command.
pub(crate) fn run(console: &Console, command: Command) -> anyhow::Result<Exit> {
    match command {
        Command::Lists(command) => lists::run(console, command),
        Command::Index(command) => index::run(console, command),
        Command::Screen(arguments) => screen::run(console, *arguments),
        Command::Monitor(command) => monitor::run(console, command),
        Command::Organisations(command) => organisations::run(console, command),
        Command::Replay(arguments) => replay::run(console, &arguments),
        Command::Compare(arguments) => compare::run(console, &arguments),
        Command::Demo(arguments) => demo::run(console, &arguments),
        Command::Eval(arguments) => eval::run(console, &arguments),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { dir } => manual::manual(console, dir.as_deref()),
    }
}
