//! Which of the given files belong together: told by their content, never by their names.

use rayon::prelude::*;
use tamis_lists::{ReadError, SourceFile, recognise};

/// Files of one publication, and the format that each is of by itself.
struct Group<'a> {
    format: &'static str,
    files: Vec<SourceFile<'a>>,
}

impl<'a> Group<'a> {
    /// Whether these files and more of them are one publication of the same format.
    fn is_one_with(&self, more: &[SourceFile<'a>]) -> bool {
        let together: Vec<SourceFile<'a>> = self.files.iter().chain(more).copied().collect();
        recognise(&together).is_ok_and(|together| together.id == self.format)
    }
}

/// Files in groups, each the whole of one publication. A file that is a list by itself stands alone,
/// unless it is of a format that comes in several files: then those of that format go together.
///
/// # Errors
/// [`ReadError::NotRecognised`] for the files that are no list, alone or together.
pub(super) fn group<'a>(files: &[SourceFile<'a>]) -> Result<Vec<Vec<SourceFile<'a>>>, ReadError> {
    // a workbook is unpacked to be recognised: each file is looked at once, several at a time
    let format = |file: &SourceFile<'a>| recognise(&[*file]).ok().map(|format| format.id);
    let formats: Vec<Option<&'static str>> = files.par_iter().map(format).collect();
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut parts: Vec<SourceFile<'a>> = Vec::new();
    for (file, format) in files.iter().zip(formats) {
        let Some(format) = format else {
            parts.push(*file);
            continue;
        };
        let mut of_format = groups.iter_mut().filter(|group| group.format == format);
        match of_format.find(|group| group.is_one_with(&[*file])) {
            Some(group) => group.files.push(*file),
            None => groups.push(Group { format, files: vec![*file] }),
        }
    }
    let files = |groups: Vec<Group<'a>>| groups.into_iter().map(|group| group.files).collect();
    if parts.is_empty() && !groups.is_empty() {
        return Ok(files(groups));
    }
    // Files that are nothing alone: parts of one publication, perhaps of one that is here.
    if let Ok(format) = recognise(&parts) {
        groups.push(Group { format: format.id, files: parts });
        return Ok(files(groups));
    }
    match groups.iter_mut().find(|group| group.is_one_with(&parts)) {
        Some(group) => group.files.extend(parts),
        None => return Err(ReadError::not_recognised(&parts)),
    }
    Ok(files(groups))
}
