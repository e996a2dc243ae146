//! Which of the given files belong together: told by their content, never by their names.

use rayon::prelude::*;
use tamis_lists::formats::Format;
use tamis_lists::mapped::is_mapping;
use tamis_lists::{ReadError, SourceFile, recognise};

/// Files of one publication, and their format.
pub(super) struct Group<'a> {
    pub(super) format: &'static Format,
    pub(super) files: Vec<SourceFile<'a>>,
}

impl<'a> Group<'a> {
    /// Whether these files and more of them are one publication of the same format.
    fn is_one_with(&self, more: &[SourceFile<'a>]) -> bool {
        let together: Vec<SourceFile<'a>> = self.files.iter().chain(more).copied().collect();
        recognise(&together).is_ok_and(|together| together.id == self.format.id)
    }
}

/// Files in groups, each the whole of one publication. A file that is a list by itself stands alone,
/// unless it is of a format that comes in several files: then those of that format go together. A mapping belongs
/// to the file before it.
///
/// # Errors
/// [`ReadError::NotRecognised`] for the files that are no list, alone or together.
pub(super) fn group<'a>(files: &[SourceFile<'a>]) -> Result<Vec<Group<'a>>, ReadError> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut mapped: Vec<Group<'a>> = Vec::new();
    let mut others: Vec<SourceFile<'a>> = Vec::new();
    for file in files {
        match others.pop_if(|_| is_mapping(file.bytes)) {
            Some(before) => {
                let files = vec![before, *file];
                mapped.push(Group { format: recognise(&files)?, files });
            }
            None => others.push(*file),
        }
    }
    if others.is_empty() && !mapped.is_empty() {
        return Ok(mapped);
    }
    // a workbook is unpacked to be recognised: each file is looked at once, several at a time
    let format = |file: &SourceFile<'a>| recognise(&[*file]).ok();
    let formats: Vec<Option<&'static Format>> = others.par_iter().map(format).collect();
    let mut parts: Vec<SourceFile<'a>> = Vec::new();
    for (file, format) in others.iter().zip(formats) {
        let Some(format) = format else {
            parts.push(*file);
            continue;
        };
        let mut of_format = groups.iter_mut().filter(|group| group.format.id == format.id);
        match of_format.find(|group| group.is_one_with(&[*file])) {
            Some(group) => group.files.push(*file),
            None => groups.push(Group { format, files: vec![*file] }),
        }
    }
    if parts.is_empty() && !groups.is_empty() {
        groups.append(&mut mapped);
        return Ok(groups);
    }
    // Files that are nothing alone: parts of one publication, perhaps of one that is here.
    if let Ok(format) = recognise(&parts) {
        groups.push(Group { format, files: parts });
        groups.append(&mut mapped);
        return Ok(groups);
    }
    match groups.iter_mut().find(|group| group.is_one_with(&parts)) {
        Some(group) => group.files.extend(parts),
        None => return Err(ReadError::not_recognised(&parts)),
    }
    groups.append(&mut mapped);
    Ok(groups)
}
