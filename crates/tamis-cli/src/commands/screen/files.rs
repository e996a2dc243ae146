//! The files of a run: answers, rejected rows and manifest. They are written beside their places and come
//! there in an order in which no manifest ever stands beside answers that it is not of.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use anyhow::Context as _;
use tamis_model::Stamps;
use tamis_wire::form::{
    Counts, ManifestForm, MappedColumn, RunEnding, RunManifest, WrittenFile, to_pretty,
};
use tamis_wire::parties::PartyFormat;

use super::answers::WRITING;
use super::plan::{MANIFEST, Plan};
use super::rejects::{Rejects, RejectsEnd};
use crate::input::{InputName, Tally};
use crate::output::{
    Destination, Digest, Ended, NewFile, PARTIAL, WholeFile, sync_folder, with_ending,
};

/// The files as they are being written.
pub(super) struct RunFiles {
    answers: Destination,
    pub(super) rejects: Rejects,
    manifest: Option<NewFile>,
}

/// What a manifest tells beside the plan and the files.
pub(super) struct RunTold<'a> {
    pub(super) tally: &'a Tally,
    pub(super) columns: Vec<MappedColumn>,
    pub(super) format: PartyFormat,
    pub(super) encoding: Option<&'static str>,
    pub(super) stamps: &'a Stamps,
    pub(super) counts: Counts,
    pub(super) ending: RunEnding,
}

/// Where the files of a run are, by the end of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FilesPut {
    pub(super) answers: Option<PathBuf>,
    pub(super) rejects: Option<PathBuf>,
    pub(super) manifest: Option<PathBuf>,
    /// Rejected rows of an earlier run that were taken away.
    pub(super) taken_away: Option<PathBuf>,
}

impl RunFiles {
    /// Begins the files: what could not be written is told before anything is read.
    pub(super) fn begin(plan: &Plan) -> anyhow::Result<Self> {
        let by_line = plan.input == InputName::Standard;
        let answers = Destination::of(plan.out.as_deref(), by_line)?;
        let manifest = plan.manifest.as_deref().map(NewFile::begin).transpose()?;
        Ok(Self { answers, rejects: Rejects::to(plan.rejects.clone()), manifest })
    }

    /// Where the answers are to be written.
    pub(super) fn answers(&self) -> Destination {
        self.answers.clone()
    }

    /// Ends the files and puts them in their places; those of a run that did not answer its whole input
    /// beside, where they are called partial, and what was there stays.
    pub(super) fn put(self, plan: &Plan, told: RunTold<'_>) -> anyhow::Result<FilesPut> {
        let ending = told.ending;
        let answers = self.answers.end().context(WRITING)?;
        let rejects = self.rejects.end()?;
        let manifest = self.manifest.map(|mut file| {
            let of_rejects = match &rejects {
                RejectsEnd::Rows(file) => Some(file.digest),
                RejectsEnd::Stale(_) | RejectsEnd::Nothing => None,
            };
            let text = manifest_text(plan, told, answers.digest(), of_rejects)?;
            let written = file.write_all(text.as_bytes()).and_then(|()| file.whole());
            written.context("can't write the manifest")
        });
        let manifest = manifest.transpose()?;
        let answers = match answers {
            Ended::File(file) => Some(file),
            Ended::Standard(_) => None,
        };
        let mut files = WholeFiles { answers, rejects, manifest };
        if ending != RunEnding::Complete {
            files.are_partial(plan);
        }
        files.put(plan, ending)
    }
}

/// The files written to their end.
struct WholeFiles {
    answers: Option<WholeFile>,
    rejects: RejectsEnd,
    manifest: Option<WholeFile>,
}

/// One step by which files come to their places. A run may end before and after each.
enum Step {
    TakeAway(PathBuf),
    Put(WholeFile),
}

impl Step {
    fn take(self) -> anyhow::Result<()> {
        match self {
            Self::TakeAway(path) => match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    Err(error).with_context(|| format!("can't replace {}", path.display()))
                }
                _ => {
                    sync_folder(&path);
                    Ok(())
                }
            },
            Self::Put(file) => {
                let path = file.place().to_owned();
                file.put().with_context(|| format!("can't write {}", path.display()))
            }
        }
    }
}

impl WholeFiles {
    /// Gives them the places of what is not whole.
    fn are_partial(&mut self, plan: &Plan) {
        if let Some(answers) = &mut self.answers {
            answers.belongs_to(with_ending(answers.place(), PARTIAL));
            let beside = plan.out.as_deref().map(|out| with_ending(out, PARTIAL));
            if let (Some(manifest), Some(beside)) = (&mut self.manifest, &beside) {
                let is_default = plan.manifest == plan.manifest_beside();
                manifest.belongs_to(match is_default {
                    true => with_ending(beside, MANIFEST),
                    false => with_ending(manifest.place(), PARTIAL),
                });
            }
        }
        match &mut self.rejects {
            RejectsEnd::Rows(rejects) => rejects.belongs_to(with_ending(rejects.place(), PARTIAL)),
            // those of the earlier run stay with its answers
            stale @ RejectsEnd::Stale(_) => *stale = RejectsEnd::Nothing,
            RejectsEnd::Nothing => {}
        }
    }

    fn put(self, plan: &Plan, ending: RunEnding) -> anyhow::Result<FilesPut> {
        let place = |file: &Option<WholeFile>| file.as_ref().map(|file| file.place().to_owned());
        let mut put = FilesPut {
            answers: place(&self.answers),
            manifest: place(&self.manifest),
            ..FilesPut::default()
        };
        match &self.rejects {
            RejectsEnd::Rows(file) => put.rejects = Some(file.place().to_owned()),
            RejectsEnd::Stale(path) => put.taken_away = Some(path.clone()),
            RejectsEnd::Nothing => {}
        }
        self.steps(plan, ending).into_iter().try_for_each(Step::take)?;
        Ok(put)
    }

    /// The steps in their order: manifests of what is replaced go first, that of the new answers comes last.
    fn steps(self, plan: &Plan, ending: RunEnding) -> Vec<Step> {
        let mut steps = Vec::new();
        if let Some(manifest) = &self.manifest {
            steps.push(Step::TakeAway(manifest.place().to_owned()));
        }
        if ending == RunEnding::Complete {
            // that of an earlier run, where this one's was given another name
            let beside = plan.manifest_beside().filter(|path| Some(path) != plan.manifest.as_ref());
            steps.extend(beside.map(Step::TakeAway));
        }
        match self.rejects {
            RejectsEnd::Rows(file) => steps.push(Step::Put(file)),
            RejectsEnd::Stale(path) => steps.push(Step::TakeAway(path)),
            RejectsEnd::Nothing => {}
        }
        steps.extend(self.answers.map(Step::Put));
        steps.extend(self.manifest.map(Step::Put));
        steps
    }
}

/// The digits of a hash.
pub(in crate::commands) fn digits(hash: [u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn manifest_text(
    plan: &Plan,
    told: RunTold<'_>,
    answers: Digest,
    rejects: Option<Digest>,
) -> anyhow::Result<String> {
    let input_sha256 = told.tally.sha256().map(digits);
    let answers_sha256 = answers.sha256.map(digits);
    let rejects_sha256 = rejects.and_then(|rejects| rejects.sha256).map(digits);
    let name = |path: Option<&PathBuf>| -> String {
        path.map_or_else(|| "-".to_owned(), |path| InputName::File(path.clone()).title())
    };
    let (answers_name, rejects_name) = (name(plan.out.as_ref()), name(Some(&plan.rejects)));
    let manifest = RunManifest {
        input: &plan.input.title(),
        input_sha256: input_sha256.as_deref(),
        input_bytes: told.tally.bytes(),
        format: told.format.word(),
        encoding: told.encoding,
        columns: told.columns,
        started: None,
        stamps: told.stamps,
        answers: WrittenFile {
            name: &answers_name,
            format: plan.format.word(),
            sha256: answers_sha256.as_deref(),
            bytes: answers.bytes,
        },
        rejects: rejects.map(|rejects| WrittenFile {
            name: &rejects_name,
            format: "csv",
            sha256: rejects_sha256.as_deref(),
            bytes: rejects.bytes,
        }),
        ending: told.ending,
        counts: told.counts,
    };
    Ok(to_pretty(&ManifestForm::from(&manifest)).context("can't write the manifest")? + "\n")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use tamis_service::Policy;
    use tamis_wire::TerminalStyle;
    use tamis_wire::parties::PartyReadOptions;

    use super::*;
    use crate::arguments::AnswerFormat;
    use crate::output::unfinished;

    fn plan(folder: &Path) -> Plan {
        let path = |name: &str| folder.join(name);
        Plan {
            input: InputName::Standard,
            read: PartyReadOptions::default(),
            policy: Policy::vetting(),
            limit: None,
            format: AnswerFormat::Csv,
            out: Some(path("a.csv")),
            rejects: path("a.csv.rejects.csv"),
            manifest: Some(path("a.csv.manifest.json")),
            style: TerminalStyle::default(),
        }
    }

    fn whole(path: &Path, content: &str) -> WholeFile {
        let mut file = NewFile::begin(path).unwrap();
        file.write_all(content.as_bytes()).unwrap();
        file.whole().unwrap()
    }

    fn files(plan: &Plan, content: &str) -> WholeFiles {
        WholeFiles {
            answers: plan.out.as_deref().map(|path| whole(path, content)),
            rejects: RejectsEnd::Rows(whole(&plan.rejects, content)),
            manifest: plan.manifest.as_deref().map(|path| whole(path, content)),
        }
    }

    /// What is in the places of answers and manifest.
    fn found(plan: &Plan) -> [Option<String>; 2] {
        [&plan.out, &plan.manifest].map(|path| fs::read_to_string(path.as_ref()?).ok())
    }

    #[test]
    fn whoever_ends_the_run_between_two_steps_finds_no_manifest_of_other_answers() {
        let folder = tempfile::tempdir().unwrap();
        let plan = plan(folder.path());
        let complete = RunEnding::Complete;
        let all = files(&plan, "x").steps(&plan, complete).len();
        for taken in 0..=all {
            files(&plan, "old").put(&plan, complete).unwrap();
            let steps = files(&plan, "new").steps(&plan, complete);
            steps.into_iter().take(taken).for_each(|step| step.take().unwrap());
            let [answers, manifest] = found(&plan);
            // the answers are one or the other, whole; the manifest is theirs or is not there
            assert!(answers.is_some(), "after {taken}");
            assert!(manifest.is_none() || manifest == answers, "after {taken}");
            assert!(taken < all || manifest.as_deref() == Some("new"), "after {taken}");
        }
    }

    #[test]
    fn what_is_partial_leaves_all_that_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let plan = plan(folder.path());
        files(&plan, "old").put(&plan, RunEnding::Complete).unwrap();
        for ending in [RunEnding::Interrupted, RunEnding::Failed] {
            let mut partial = files(&plan, "new");
            partial.are_partial(&plan);
            let put = partial.put(&plan, ending).unwrap();
            assert_eq!(put.answers, Some(folder.path().join("a.csv.partial")));
            assert_eq!(put.manifest, Some(folder.path().join("a.csv.partial.manifest.json")));
            assert_eq!(put.rejects, Some(folder.path().join("a.csv.rejects.csv.partial")));
            assert_eq!(found(&plan), [Some("old".to_owned()), Some("old".to_owned())]);
            let left = plan.out.iter().chain(&plan.manifest).map(|path| unfinished(path));
            assert!(left.into_iter().all(|path| !path.exists()));
        }
    }
}
