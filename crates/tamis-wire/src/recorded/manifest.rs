//! The manifest of a run, as far as its answers can be held against it.

use serde_json::Value;

use super::comparing::compare;
use super::stamps::{RecordedLimit, RecordedStamps};
use super::{RecordedError, wrong};
use crate::form::{Counts, CountsForm};

/// The most counts that are told to differ: all there are.
const MOST: usize = 20;

/// What is wrong with a manifest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no manifest of `tamis screen`: {detail}; name the right one with --manifest")]
pub struct ManifestError {
    /// What.
    pub detail: String,
}

impl From<RecordedError> for ManifestError {
    fn from(error: RecordedError) -> Self {
        Self { detail: error.detail }
    }
}

/// A manifest.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedManifest {
    /// What the answers were made with.
    pub stamps: RecordedStamps,
    /// The file of answers; none in manifests of older engines.
    pub answers: Option<RecordedFile>,
    counts: Value,
}

/// A file as a manifest tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedFile {
    /// Its bytes.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal digits; none where the reader of the answers went away.
    pub sha256: Option<String>,
}

impl RecordedFile {
    fn words(&self) -> String {
        let hash = self.sha256.as_deref().unwrap_or("unknown");
        format!("{} bytes with the SHA-256 {hash}", self.bytes)
    }
}

impl RecordedManifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// [`ManifestError`] when it is none.
    pub fn read(text: &str) -> Result<Self, ManifestError> {
        let value: Value = serde_json::from_str(text)
            .map_err(|error| wrong(format!("it is no JSON ({error})")))?;
        let part = |key: &str| value.get(key).ok_or_else(|| wrong(format!("it has no `{key}`")));
        let mut stamps = RecordedStamps::read(part("stamps")?)?;
        if stamps.limit == RecordedLimit::NotStamped {
            // older engines wrote it beside the stamps
            stamps.limit = RecordedLimit::of(value.get("limit"))?;
        }
        let answers = value.get("answers").map(|answers| {
            let bytes = answers.get("bytes").and_then(Value::as_u64);
            let sha256 = answers.get("sha256").and_then(Value::as_str).map(str::to_owned);
            let bytes = bytes.ok_or_else(|| wrong("its `answers` have no `bytes`"))?;
            Ok::<_, RecordedError>(RecordedFile { bytes, sha256 })
        });
        Ok(Self {
            stamps,
            answers: answers.transpose()?,
            counts: of_answers(part("counts")?.clone()),
        })
    }

    /// Where answers that were made again are not those that it tells of: what, as recorded, and now.
    /// `file` is what was read, whole.
    #[must_use]
    pub fn differences(
        &self,
        stamps: &[RecordedStamps],
        counts: &Counts,
        file: &RecordedFile,
    ) -> Vec<(String, String, String)> {
        let now =
            serde_json::to_value(CountsForm::from(counts)).map(of_answers).unwrap_or_default();
        let mut found = Vec::new();
        for stamps in stamps {
            for (what, recorded, now) in self.stamps.differences(stamps) {
                found.push((format!("stamps: {what}"), recorded, now));
            }
        }
        // `compare` counts what was found before it
        let most = found.len() + MOST;
        compare("counts", Some(&self.counts), Some(&now), most, &mut found);
        if let Some(answers) = self.answers.as_ref().filter(|answers| answers.sha256.is_some())
            && answers != file
        {
            found.push(("the file of answers".to_owned(), answers.words(), file.words()));
        }
        found
    }
}

/// Counts without those of rows that have no answer.
fn of_answers(mut counts: Value) -> Value {
    if let Some(counts) = counts.as_object_mut() {
        counts.remove("read");
        counts.remove("rejected");
    }
    counts
}
