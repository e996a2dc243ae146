//! Names the engine by what it knows: a hash of the sources and tables that scores come from, so that two engines
//! that may answer differently never bear one stamp. The same sources give the same name on every machine.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The crates that decide a score, and what of them does.
const DECIDING: [&str; 7] = [
    "../tamis-text/src",
    "../tamis-text/data",
    "../tamis-match/src",
    "../tamis-match/data",
    "../tamis-index/src",
    "src",
    "data",
];

/// Modules inside these folders that decide none: they compare lists, or look for whom to compare.
const NOT_DECIDING: [&str; 4] =
    ["src/difference.rs", "src/difference/", "src/stock.rs", "src/stock/"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = Vec::new();
    for folder in DECIDING {
        println!("cargo::rerun-if-changed={folder}");
        add(&root.join(folder), folder, &mut files)?;
    }
    files.sort();
    let mut hash = Fnv::default();
    for (name, path) in files {
        let bytes = fs::read(path)?;
        hash.add(name.as_bytes());
        hash.add(&bytes.len().to_le_bytes());
        hash.add(&bytes);
    }
    println!("cargo::rustc-env=TAMIS_KNOWLEDGE={:08x}", hash.0 >> 32);
    Ok(())
}

/// Adds the files below a folder, each with its name from the workspace on.
fn add(folder: &Path, name: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add(&entry.path(), &name, files)?;
        } else if !name.contains("/tests")
            && !name.contains("/snapshots/")
            && !NOT_DECIDING.iter().any(|module| name.starts_with(module))
        {
            files.push((name, entry.path()));
        }
    }
    Ok(())
}

/// FNV-1a, 64 bits.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
