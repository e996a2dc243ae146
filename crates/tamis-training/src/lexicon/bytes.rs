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
    let mut offsets: Vec<u32> = Vec::new();
    let mut blocks: Vec<u8> = Vec::new();
    let mut previous = "";
    for (at, (form, ids)) in forms.iter().enumerate() {
        let first = at % layout::FORMS_A_BLOCK == 0;
        if first {
            offsets.push(u32::try_from(blocks.len())?);
            previous = "";
        }
        let shared = shared(previous, form);
        blocks.push(u8::try_from(shared).with_context(|| format!("{form} is too long"))?);
        blocks.push(
            u8::try_from(form.len() - shared).with_context(|| format!("{form} is too long"))?,
        );
        blocks.push(u8::try_from(ids.len()).with_context(|| format!("{form} has too many ids"))?);
        blocks.extend_from_slice(form.as_bytes().get(shared..).unwrap_or_default());
        for id in ids {
            let [zero, id @ ..] = id.to_be_bytes();
            anyhow::ensure!(zero == 0, "too many sets for {ID_BYTES} bytes an id");
            blocks.extend_from_slice(&id);
        }
        previous = form;
    }
    offsets.push(u32::try_from(blocks.len())?);

    let mut body = Vec::new();
    for offset in &offsets {
        body.extend_from_slice(&offset.to_le_bytes());
    }
    body.extend_from_slice(&blocks);

    let mut bytes = PROVENANCE.as_bytes().to_vec();
    anyhow::ensure!(bytes.len() <= layout::COUNTS_AT, "the provenance is too long");
    bytes.resize(layout::COUNTS_AT, 0);
    bytes.extend_from_slice(&u32::try_from(forms.len())?.to_le_bytes());
    bytes.extend_from_slice(&u32::try_from(offsets.len() - 1)?.to_le_bytes());
    bytes.extend_from_slice(&tamis_match::lexicon::checksum(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    Ok(bytes)
}

/// How many bytes two forms begin with alike.
fn shared(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}
