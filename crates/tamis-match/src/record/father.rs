//! What says that a part names the father: a word before it or behind it, or its own ending.

/// What says that a part names the father.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FatherMark {
    /// Nothing.
    None,
    /// "Son of", "daughter of" before it: bin Qasim.
    Before,
    /// The same behind it: Qasim oglu.
    Behind,
    /// Its ending: Qasimovich, Qasimuly.
    Ending,
}

/// Endings of names made of the father's in registers, romanised: Vladimirovich, Ilyinichna, by way of German, Polish, French,
/// Swedish, Ukrainian and Belarusian too; Yerlanuly, Serikqyzy, Bakytuulu. A Turkish name in -oglu is a family's.
const OF_THE_FATHER: [&str; 34] = [
    "owicz", "ewicz", "ovich", "evich", "ovitch", "evitch", "ovych", "yovych", "owitsch",
    "ewitsch", "ovitj", "evitj", "avich", "iavich", "ovic", "evic", "ovna", "evna", "ivna", "owna",
    "ewna", "ichna", "uly", "uulu", "kyzy", "qyzy", "gyzy", "kizi", "qizi", "ugli", "ogli", "ogly",
    "oghli", "oghly",
];

/// The father's name in the son's: Qasim of Qasimovich; the name itself where it has no such ending.
pub(super) fn named(latin: &str) -> &str {
    let stems = OF_THE_FATHER.iter().filter_map(|end| latin.strip_suffix(end));
    stems.min_by_key(|stem| stem.len()).filter(|stem| !stem.is_empty()).unwrap_or(latin)
}

/// Whether a part ends as a name that is made of the father's.
pub(super) fn by_ending(latin: &str) -> FatherMark {
    // of a hundred words two have these letters at the end
    let may = matches!(
        latin.as_bytes(),
        [_, .., b'i', b'c']
            | [_, .., b'i' | b'y' | b't' | b's', b'c', b'h']
            | [_, .., b'i', b'c', b'z']
            | [_, .., b'i', b't', b'j']
            | [_, .., b'v' | b'w' | b'h', b'n', b'a']
            | [_, .., b'z', b'y' | b'i']
            | [_, .., b'u' | b'g' | b'h', b'l', b'y' | b'i']
            | [_, .., b'u', b'l', b'u']
    ) && OF_THE_FATHER.iter().any(|end| latin.len() > end.len() && latin.ends_with(end));
    if may { FatherMark::Ending } else { FatherMark::None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_is_asked_for() {
        for end in OF_THE_FATHER {
            assert_eq!(by_ending(&format!("x{end}")), FatherMark::Ending, "{end}");
        }
    }
}
