//! `tamis completions` and `tamis man`, from the definition of the arguments.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::exit::Exit;
use crate::output::{self, Console};

pub(super) fn completions(shell: Shell) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "tamis", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}

pub(super) fn manual(console: &Console, folder: Option<&Path>) -> anyhow::Result<Exit> {
    let Some(folder) = folder else {
        output::print(&page(Arguments::command())?)?;
        return Ok(Exit::Done);
    };
    fs::create_dir_all(folder).with_context(|| format!("can't make {}", folder.display()))?;
    let mut command = Arguments::command();
    command.build();
    let written = write_pages(&command, "tamis", folder)?;
    console.say(&format!("{written} manual pages in {}", folder.display()));
    Ok(Exit::Done)
}

/// Writes the page of a command and those below it; answers how many.
fn write_pages(command: &clap::Command, name: &str, folder: &Path) -> anyhow::Result<usize> {
    let path = folder.join(format!("{name}.1"));
    let page = page(command.clone().name(name.to_owned()))?;
    fs::write(&path, page).with_context(|| format!("can't write {}", path.display()))?;
    let mut written = 1;
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        written += write_pages(below, &format!("{name}-{}", below.get_name()), folder)?;
    }
    Ok(written)
}

fn page(command: clap::Command) -> anyhow::Result<String> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).context("can't render the manual page")?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
