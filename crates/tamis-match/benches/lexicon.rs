//! What the lexicon costs: finding the ids of a part, and asking whether two parts are variants.

use divan::{Bencher, black_box, counter::ItemsCount};
use tamis_match::lexicon;
use tamis_text::Script;

fn main() {
    divan::main();
}

const FORMS: [(&str, Script); 12] = [
    ("muhammad", Script::Latin),
    ("gorbatschow", Script::Latin),
    ("zubaydi", Script::Latin),
    ("qwrtpsdf", Script::Latin),
    ("hiroshi", Script::Latin),
    ("jan", Script::Latin),
    ("محمد", Script::Arabic),
    ("سيف", Script::Arabic),
    ("горбачев", Script::Cyrillic),
    ("дмитриевич", Script::Cyrillic),
    ("田中", Script::Han),
    ("たなか", Script::Kana),
];

/// Twelve forms, known and unknown.
#[divan::bench]
fn look_up(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(FORMS.len())).bench(|| {
        FORMS
            .iter()
            .filter(|(form, script)| !lexicon::ids(black_box(form), *script).is_empty())
            .count()
    });
}

/// All pairs of twelve forms.
#[divan::bench]
fn ask(bencher: Bencher<'_, '_>) {
    let ids = FORMS.map(|(form, script)| lexicon::ids(form, script));
    bencher.counter(ItemsCount::new(FORMS.len() * FORMS.len())).bench(|| {
        let pairs = ids.iter().flat_map(|one| ids.iter().map(move |other| (*one, *other)));
        pairs.filter(|(one, other)| lexicon::variants(black_box(*one), black_box(*other))).count()
    });
}
