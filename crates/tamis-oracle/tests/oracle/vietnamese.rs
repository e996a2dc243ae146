//! Invented names of Vietnam: orders, what is left out, another syllable, a slip, and names of Europe with the same
//! particles.

use tamis_testkit::generate::Random;

/// Families of Vietnam alone, and those that are particles or words elsewhere.
const FAMILIES: [&str; 10] =
    ["Nguyễn", "Tran", "Phan", "Pham", "Lê", "Le", "Do", "Mai", "Ho", "Van"];

const SYLLABLES: [&str; 20] = [
    "Văn", "Thị", "Hữu", "Minh", "Vinh", "Huu", "Thi", "Van", "Do", "Dung", "Dũng", "Tung", "Nga",
    "My", "Mi", "Hà", "Son", "Mai", "Thang", "Bon",
];

/// What a slip makes, and words of other peoples.
const OTHERS: [&str; 6] = ["Thagn", "Sno", "Gustave", "V.", "Vanson", "Dam"];

/// One person in several forms, and some of another syllable or with a slip.
pub(crate) fn forms(random: &mut Random) -> Vec<String> {
    let mut any = |of: &[&'static str]| random.pick(of).copied().unwrap_or_default();
    let (family, other_family) = (any(&FAMILIES), any(&FAMILIES));
    let (middle, own, other) = (any(&SYLLABLES), any(&SYLLABLES), any(&SYLLABLES));
    let strange = any(&OTHERS);
    vec![
        format!("{family} {middle} {own}"),
        format!("{family} {middle} {own}").to_uppercase(),
        format!("{family}, {middle} {own}"),
        format!("{family} {middle}-{own}"),
        format!("{family} {middle}{}", own.to_lowercase()),
        format!("{middle} {own} {family}"),
        format!("{own} {middle} {family}"),
        format!("{own} {family}"),
        format!("{family} {own}"),
        format!("{family} {middle} {other}"),
        format!("{family} {other} {own}"),
        format!("{other_family} {middle} {own}"),
        format!("{family} {middle} {other} {own}"),
        format!("{other} {own} {middle} {family}"),
        format!("{family} {middle} {strange}"),
        format!("{strange} {own} {family}"),
        format!("{strange} {} {own}", family.to_lowercase()),
    ]
}
