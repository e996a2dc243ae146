//! `tamis demo`: the samples that ship with the program, imported and screened by the same commands
//! that anybody can type, each printed before it runs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Parser as _;

use crate::arguments::{Arguments, DemoArguments};
use crate::exit::Exit;
use crate::output::{self, Console};

/// The samples: where they are written, and what they hold.
const SAMPLES: &[(&str, &[u8])] = &[
    ("lists/un-sample.xml", include_bytes!("../../../../samples/lists/un-sample.xml")),
    ("lists/eu-sample.xml", include_bytes!("../../../../samples/lists/eu-sample.xml")),
    ("lists/ofac-sdn-sample.xml", include_bytes!("../../../../samples/lists/ofac-sdn-sample.xml")),
    ("lists/uk-sample.csv", include_bytes!("../../../../samples/lists/uk-sample.csv")),
    ("requests.csv", include_bytes!("../../../../samples/requests.csv")),
];

const WELCOME: &str = "\
Tamis screens people against official lists and gives its reasons. All persons here are invented;
one listed organisation is real, because its names are the point.
";

/// What the folder is called when nobody says.
const FOLDER: &str = "tamis-demo";

/// The widest line of a command; longer ones go on in the next line.
const WIDTH: usize = 96;

/// A chapter: what it shows, how to read it, and the command that shows it.
struct Chapter {
    title: &'static str,
    note: &'static str,
    words: Vec<String>,
}

pub(super) fn run(console: &Console, arguments: &DemoArguments) -> anyhow::Result<Exit> {
    let beside_data = || Some(arguments.data.as_ref()?.parent()?.to_owned());
    let folder = arguments.dir.clone().or_else(beside_data).unwrap_or_else(|| FOLDER.into());
    write_samples(&folder)?;
    let data = arguments.data.clone().unwrap_or_else(|| folder.join("data"));
    let report = folder.join("report.html");
    output::print(WELCOME)?;
    for (number, chapter) in chapters(&folder, &data, &report).iter().enumerate() {
        let title = format!("{}. {}", number + 1, chapter.title);
        output::print(&format!(
            "\n{}\n{}\n{}\n",
            console.heading(&title),
            chapter.note,
            command_lines(&chapter.words)
        ))?;
        let words = std::iter::once("tamis".to_owned()).chain(chapter.words.iter().cloned());
        let parsed = Arguments::try_parse_from(words).context("a command of the demo is wrong")?;
        let exit = super::run(console, parsed.command)?;
        if exit != Exit::Done {
            return Ok(exit);
        }
    }
    let data = data.display().to_string();
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    output::print(&format!(
        "\n{}\n{}{}{}",
        console.heading(&format!("Open {} in a browser. Look further with", report.display())),
        command_lines(&words(&["lists", "show", "un:UTi.001", "--data", &data])),
        command_lines(&words(&["compare", "Mohamed Abderrahmane", "محمد عبد الرحمن"])),
        command_lines(&words(&["compare", "Daesh", "un:QDe.115", "--data", &data])),
    ))?;
    Ok(Exit::Done)
}

fn chapters(folder: &Path, data: &Path, report: &Path) -> Vec<Chapter> {
    let path = |path: PathBuf| path.display().to_string();
    let data = path(data.to_owned());
    let requests = path(folder.join("requests.csv"));
    let mut import = vec!["lists".to_owned(), "import".to_owned()];
    import.extend(
        SAMPLES
            .iter()
            .filter(|(name, _)| name.starts_with("lists/"))
            .map(|(name, _)| path(folder.join(name))),
    );
    import.extend(["--data".to_owned(), data.clone()]);
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    vec![
        Chapter {
            title: "Four official lists, in their own formats",
            note: "What was read is accepted or refused with its reason; nothing is dropped silently.\n",
            words: import,
        },
        Chapter {
            title: "Seventeen requests, in Latin, Arabic and Cyrillic letters and as passports spell",
            note: "\
The request stands on the left, the list on the right, part against part: = the same, ≈ the same in
another script or spelling, ~ nearly, ≠ different, ∅ on one side alone. The figures on the right are
the weights that make the score. Here is the best hit of each request; the report below has all.
Look at R-09: another name, a listed passport. R-10: the father of a listed man, no hit himself.
R-11: a listed name, and a birth date that does not fit.
",
            words: words(&["screen", &requests, "--limit", "1", "--data", &data]),
        },
        Chapter {
            title: "One pair, part by part",
            note: "The name line of a passport against an entry: names, entries and files can be compared.\n",
            words: words(&["compare", "HADDAD<<MXHMD<EBDALRXHMN", "un:UTi.002", "--data", &data]),
        },
        Chapter {
            title: "The same answers as a report to read and print",
            note: "The ending of --out tells the form: .html, .csv or .jsonl.\n",
            words: words(&[
                "screen",
                &requests,
                "--data",
                &data,
                "--out",
                &path(report.to_owned()),
            ]),
        },
    ]
}

/// A command as it can be typed, in lines that fit a terminal.
fn command_lines(words: &[String]) -> String {
    let mut text = String::new();
    let mut line = String::from("  $ tamis");
    for word in words.iter().map(|word| quoted(word)) {
        if line.chars().count() + word.chars().count() > WIDTH {
            text.push_str(&line);
            text.push_str(" \\\n");
            line = String::from("     ");
        }
        line.push(' ');
        line.push_str(&word);
    }
    text + &line + "\n"
}

fn write_samples(folder: &Path) -> anyhow::Result<()> {
    for (name, content) in SAMPLES {
        let path = folder.join(name);
        let failed = || format!("can't write {}; name another folder with --dir", path.display());
        fs::create_dir_all(path.parent().unwrap_or(folder)).with_context(failed)?;
        fs::write(&path, content).with_context(failed)?;
    }
    Ok(())
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:,=@%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_where_a_shell_would_split_or_read_them() {
        for (word, expected) in [
            ("a/b-1.csv", "a/b-1.csv"),
            ("A B", "'A B'"),
            ("X<<Y", "'X<<Y'"),
            ("d'A", r"'d'\''A'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(word), expected);
        }
    }

    #[test]
    fn each_command_of_the_demo_can_be_parsed() {
        for chapter in chapters(Path::new("d e"), Path::new("d e/data"), Path::new("r.html")) {
            let words = std::iter::once("tamis".to_owned()).chain(chapter.words);
            Arguments::try_parse_from(words).unwrap();
        }
    }
}
