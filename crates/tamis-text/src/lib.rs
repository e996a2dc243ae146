//! From writing to comparable text: scripts, normal forms, transliteration by generated tables,
//! name analysis.
//!
//! [`analyse`] takes one name as somebody wrote it, in any script, and gives its [`Part`]s: each
//! with its place in the original, its form folded in its own script, a romanisation, a skeleton
//! of consonant classes and a [`PartClass`]. Nothing here knows lists, sanctions, scores, files,
//! clocks or languages of a party; nothing is refused but names beyond three named limits.
//!
//! ```
//! use tamis_text::{NameKind, analyse};
//! let latin = analyse("Abd al-Rahman", NameKind::Person)?;
//! let arabic = analyse("عبد الرحمن", NameKind::Person)?;
//! assert_eq!(latin.parts.len(), 1);
//! assert_eq!(latin.parts[0].skeleton, arabic.parts[0].skeleton);
//! # Ok::<(), tamis_text::AnalysisRefusal>(())
//! ```

pub mod distance;
pub mod things;
pub mod word_index;

mod analysis;
mod fold;
#[rustfmt::skip]
mod generated;
mod korean;
mod letters;
mod mandarin;
mod name;
mod romanisation;
mod script;
mod skeleton;
mod split;
mod syllables;
mod words;

pub use analysis::HEADS_OF_FAITH;
pub use analysis::{MAXIMUM_NAME_BYTES, MAXIMUM_NAME_PARTS, MAXIMUM_WRITTEN_OUT_BYTES, analyse};
pub use fold::fold;
pub use korean::{
    KoreanSounds, Spelled, are_one_by_initial_law, are_other_syllables, is_korean_family,
};
pub use mandarin::{are_other_mandarin, is_mandarin};
pub use name::{
    AnalysedName, AnalysisNote, AnalysisRefusal, Article, NameKind, NoteKind, Part, PartClass,
    PartText,
};
pub use romanisation::romanise;
pub use script::{Script, script_of};
pub use skeleton::{Skeleton, reading, skeleton};
pub use split::{
    FieldMarker, FieldName, FieldNames, FieldPiece, FieldPieces, names_of_field, split_field,
};
pub use syllables::{
    FamilyOfVietnam, Language, Syllables, SyllablesOfName, ThroughChinese, WordOfName,
    are_one_through_chinese, are_other_characters, are_two_of_vietnam, korean_readings,
    korean_readings_of_family, korean_spellings, run_together, syllables_of_name,
};
