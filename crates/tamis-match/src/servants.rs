//! Names of servants of God: Abd al-Karim and Abd al-Kabir share most of their letters and are two names, for
//! what stands behind Abd is one of a closed list. Knows nothing of weights.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use tamis_text::distance::optimal_string_alignment;

/// Names of God that men are called servants of, romanised. Source: the traditional list of ninety-nine, and the
/// three that are usual beside it (Rabb, Nasir, Sattar).
pub const NAMES_OF_GOD: [&str; 78] = [
    "rahman", "rahim", "malik", "quddus", "salam", "mumin", "muhaymin", "aziz", "jabbar", "khaliq",
    "bari", "musawwir", "ghaffar", "qahhar", "wahhab", "razzaq", "fattah", "alim", "basit", "rafi",
    "sami", "basir", "hakam", "adl", "latif", "khabir", "halim", "azim", "ghafur", "shakur",
    "kabir", "hafiz", "muqit", "hasib", "jalil", "karim", "raqib", "mujib", "wasi", "hakim",
    "wadud", "majid", "shahid", "haqq", "wakil", "qawi", "matin", "wali", "hamid", "muhsi",
    "muhyi", "hayy", "qayyum", "wahid", "ahad", "samad", "qadir", "muqtadir", "awwal", "zahir",
    "batin", "tawwab", "munim", "rauf", "ghani", "mughni", "mani", "nafi", "nur", "hadi", "badi",
    "baqi", "warith", "rashid", "sabur", "rabb", "nasir", "sattar",
];

/// Whether two words, each by its romanised form and its skeleton, are servants of two names of God. One letter
/// may be a slip, and a c may stand for a k or for a Turkish j.
pub(crate) fn are_two(
    (one_latin, one): (&str, &[u8]),
    (other_latin, other): (&str, &[u8]),
) -> bool {
    let servants = one.first() == Some(&b'Q') && other.first() == Some(&b'Q') && one != other;
    servants
        && SKELETONS.contains(one)
        && SKELETONS.contains(other)
        && ![one_latin, other_latin].iter().any(|latin| latin.contains('c'))
        && optimal_string_alignment(one_latin.as_bytes(), other_latin.as_bytes(), 1).is_none()
}

/// The skeletons of Abd with each name.
static SKELETONS: LazyLock<BTreeSet<Vec<u8>>> = LazyLock::new(|| {
    let servant = |name: &&str| tamis_text::skeleton(&["abdul", name].concat()).to_vec();
    NAMES_OF_GOD.iter().map(servant).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servants_of_two_names_are_told_from_two_spellings() {
        for (one, other, two) in [
            ("abdulkarim", "abdulkabir", true),
            ("abdulrahman", "abdulrahim", true),
            ("abdulhakim", "abdulhalim", false),
            ("abdulcabar", "abdulkabir", false),
            ("abdulhakim", "abdulhamid", true),
            ("abdulkarim", "abdulkerim", false),
            ("abdurrahman", "abdulrahman", false),
            ("abdulkarim", "karim", false),
            ("abdulkarim", "abdulzyxim", false),
        ] {
            let skeletons = [one, other].map(tamis_text::skeleton);
            assert_eq!(are_two((one, &skeletons[0]), (other, &skeletons[1])), two, "{one} {other}");
        }
    }
}
