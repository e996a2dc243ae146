//! The bytes of the artefact, as `tamis_match::lexicon::layout` tells them.

use std::collections::BTreeMap;

use anyhow::Context as _;
use tamis_match::lexicon::{ID_BYTES, layout};

const PROVENANCE: &str = "Tamis lexicon of name parts across scripts.\n\
    Made by `cargo xtask train lexicon`; do not edit.\n\
    Source: groups of spellings of given and family names from Wikidata (CC0),\n\
    through name_part_variants of the package rigour 1.8.2 (MIT).\n\
    Layout: crates/tamis-match/src/lexicon/layout.rs\n";

/// Lays out forms with their ids.
pub(super) fn of(forms: &BTreeMap<&str, Vec<u32>>) -> anyhow::Result<Vec<u8>> {
    let count = (forms.len() / layout::FORMS_A_BLOCK).max(1);
    let mut blocks: Vec<Vec<u8>> = vec![Vec::new(); count];
    let mut placed: BTreeMap<_, &str> = BTreeMap::new();
    for (form, ids) in forms {
        let (at, tag) = layout::place(form, count);
        if let Some(other) = placed.insert((at, tag), form) {
            anyhow::bail!("{form} and {other} have one hash: change the mixing in the layout");
        }
        let block = blocks.get_mut(at).context("a hash is beyond the blocks")?;
        block.extend_from_slice(&tag);
        block.push(u8::try_from(ids.len()).with_context(|| format!("{form} has too many ids"))?);
        for id in ids {
            let [zero, id @ ..] = id.to_be_bytes();
            anyhow::ensure!(zero == 0, "too many sets for {ID_BYTES} bytes an id");
            block.extend_from_slice(&id);
        }
    }
    let mut offsets: Vec<u32> = vec![0];
    let mut end = 0;
    for block in &blocks {
        end += u32::try_from(block.len())?;
        offsets.push(end);
    }

    let mut body = Vec::new();
    for offset in &offsets {
        body.extend_from_slice(&offset.to_le_bytes());
    }
    body.extend(blocks.concat());

    let mut bytes = PROVENANCE.as_bytes().to_vec();
    anyhow::ensure!(bytes.len() <= layout::COUNTS_AT, "the provenance is too long");
    bytes.resize(layout::COUNTS_AT, 0);
    bytes.extend_from_slice(&u32::try_from(forms.len())?.to_le_bytes());
    bytes.extend_from_slice(&u32::try_from(offsets.len() - 1)?.to_le_bytes());
    bytes.extend_from_slice(&tamis_match::lexicon::checksum(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    Ok(bytes)
}
