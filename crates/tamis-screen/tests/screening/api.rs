//! What others embed is a promise: the public items of this crate, as its sources declare them. A change of
//! the snapshot is a change of the promise, and stands in the changelog.

use std::fs;
use std::path::Path;

/// The declarations of a source that are public: the head of each item, the fields of its structs, the
/// variants and methods of its public enums and traits, under the `impl` that they stand in.
///
/// A scan of text that is formatted by rustfmt, no parser: an item begins at `pub`, ends where its
/// body, its value or its line does, and the indentation tells what it stands in.
fn declarations(source: &str) -> Vec<String> {
    let mut told = Vec::new();
    // the block at the left edge that is being read: its head, told once, and whether all in it is public
    let (mut block, mut is_told, mut all_public) = (String::new(), false, false);
    let mut lines = source.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("#[cfg(test)]") {
            break;
        }
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if text.is_empty() || text.starts_with("//") || text.starts_with('#') {
            continue;
        }
        let mut whole = text.to_owned();
        let ends = |whole: &str| {
            let is_open = whole.matches('(').count() > whole.matches(')').count();
            whole.ends_with(['{', ';', '}']) || indent > 0 && whole.ends_with(',') && !is_open
        };
        let is_item = text.starts_with("pub ") || text.starts_with("impl") || all_public;
        while is_item && indent <= 4 && text != "}" && !ends(&whole) {
            let Some(next) = lines.next() else { break };
            whole = format!("{whole} {}", next.trim());
        }
        let head = whole.trim_end_matches([' ', '{', ';', ',']).to_owned();
        if indent == 0 {
            let is_public = text.starts_with("pub ");
            all_public = text.starts_with("pub enum") || text.starts_with("pub trait");
            (block, is_told) = (head.clone(), is_public);
            let of_trait = text.starts_with("impl") && head.contains(" for ");
            if is_public || of_trait {
                told.push(head);
                is_told = true;
            }
        } else if indent == 4 && (text.starts_with("pub ") || all_public && text != "}") {
            if !is_told {
                told.push(block.clone());
                is_told = true;
            }
            told.push(format!("    {head}"));
        }
    }
    told
}

/// The modules that others see, and what the crate says at its root.
fn public_items(folder: &Path) -> String {
    let root = fs::read_to_string(folder.join("lib.rs")).unwrap();
    let mut text = format!("{}\n", declarations(&root).join("\n"));
    for line in root.lines() {
        let Some(module) = line.strip_prefix("pub mod ") else { continue };
        let module = module.trim_end_matches(';');
        let source = fs::read_to_string(folder.join(format!("{module}.rs"))).unwrap();
        text += &format!("\n{module}\n");
        for declaration in declarations(&source) {
            text += &format!("{declaration}\n");
        }
    }
    text
}

#[test]
fn the_public_items_are_those_that_were_promised() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    insta::assert_snapshot!(public_items(&folder));
}

#[test]
fn the_scan_sees_what_is_public_and_nothing_else() {
    let source = "\
//! Head.
use a::b;
pub use c::d;
/// Doc.
pub struct Shape {
    /// Field.
    pub kind: Kind,
    hidden: u8,
}
impl Shape {
    fn inner(&self) {}
    pub fn outer(
        &self,
        more: u8,
    ) -> u8 {
        pub_like(1);
        let kind = 1;
    }
}
impl Clone for Shape {
    fn clone(&self) -> Self {
        self
    }
}
pub enum Kind {
    One,
    Two { a: u8 },
}
pub trait Offers {
    fn offer(
        &self,
        to: &mut dyn FnMut(usize),
    );
}
pub(crate) fn near() {}
pub const LEAST: u8 = 1;
#[cfg(test)]
mod tests {
    pub fn not_told() {}
}
";
    let told = [
        "pub use c::d",
        "pub struct Shape",
        "    pub kind: Kind",
        "impl Shape",
        "    pub fn outer( &self, more: u8, ) -> u8",
        "impl Clone for Shape",
        "pub enum Kind",
        "    One",
        "    Two { a: u8 }",
        "pub trait Offers",
        "    fn offer( &self, to: &mut dyn FnMut(usize), )",
        "pub const LEAST: u8 = 1",
    ];
    assert_eq!(declarations(source), told);
}
