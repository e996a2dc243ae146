//! Invented names of Koreans, in the letters of Korea and as China reads their characters.

use tamis_testkit::generate::Random;

/// Families: pinyin, and as Koreans are written.
const FAMILIES: [(&str, &str); 7] = [
    ("Jin", "Kim"),
    ("Li", "Ri"),
    ("Piao", "Pak"),
    ("Cheng", "Song"),
    ("Jiang", "Kang"),
    ("Wang", "Wang"),
    ("Han", "Han"),
];

/// Syllables of own names; some words of both sides are alike.
const SYLLABLES: [(&str, &str); 16] = [
    ("tie", "chol"),
    ("san", "sam"),
    ("cheng", "song"),
    ("he", "hyok"),
    ("wen", "mun"),
    ("ji", "kil"),
    ("yong", "yong"),
    ("hao", "ho"),
    ("long", "ryong"),
    ("long", "yong"),
    ("min", "min"),
    ("guo", "kuk"),
    ("xian", "hyon"),
    ("yi", "il"),
    ("li", "ri"),
    ("jun", "kun"),
];

/// One person in several forms, and one of another syllable.
pub(crate) fn forms(random: &mut Random) -> Vec<String> {
    let mut syllable = || *random.pick(&SYLLABLES).unwrap();
    let (first, second, other) = (syllable(), syllable(), syllable());
    let family = *random.pick(&FAMILIES).unwrap();
    let mut forms = Vec::new();
    for side in [|name: (&'static str, &'static str)| name.0, |name: (&str, &'static str)| name.1] {
        let [family, first, second, other] = [family, first, second, other].map(side);
        forms.extend([
            format!("{family} {first} {second}"),
            format!("{family} {first}{second}"),
            format!("{first} {second} {family}"),
            format!("{first}-{second} {family}"),
            format!("{family} {first}{other}"),
            format!("{family} {other} {second}"),
            format!("{family} {first}"),
            format!("Joshua {family} {first} {second}"),
            format!("{first}{second}"),
        ]);
    }
    forms
}
