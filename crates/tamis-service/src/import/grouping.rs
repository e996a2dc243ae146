//! Which of the given files belong together: told by their content, never by their names.

use tamis_lists::mapped::is_mapping;
use tamis_lists::{ReadError, SourceFile, recognise};

/// Files in groups, each the whole of one publication. A file that is a list by itself stands alone,
/// unless it is of a format that comes in several files: then those of that format go together. A mapping belongs
/// to the file before it.
///
/// # Errors
/// [`ReadError::NotRecognised`] for the files that are no list, alone or together.
pub(super) fn group<'a>(files: &[SourceFile<'a>]) -> Result<Vec<Vec<SourceFile<'a>>>, ReadError> {
    let mut groups: Vec<Vec<SourceFile<'a>>> = Vec::new();
    let mut parts: Vec<SourceFile<'a>> = Vec::new();
    let mut mapped: Vec<Vec<SourceFile<'a>>> = Vec::new();
    let mut others: Vec<SourceFile<'a>> = Vec::new();
    for file in files {
        match others.pop_if(|_| is_mapping(file.bytes)) {
            Some(before) => mapped.push(vec![before, *file]),
            None => others.push(*file),
        }
    }
    if others.is_empty() && !mapped.is_empty() {
        return Ok(mapped);
    }
    for file in &others {
        let Ok(format) = recognise(&[*file]) else {
            parts.push(*file);
            continue;
        };
        let joined = groups.iter_mut().find(|group| {
            let together: Vec<SourceFile<'a>> =
                group.iter().copied().chain(std::iter::once(*file)).collect();
            recognise(&together).is_ok_and(|together| together.id == format.id)
        });
        match joined {
            Some(group) => group.push(*file),
            None => groups.push(vec![*file]),
        }
    }
    if parts.is_empty() && !groups.is_empty() {
        groups.append(&mut mapped);
        return Ok(groups);
    }
    // Files that are nothing alone: parts of one publication, perhaps of one that is here.
    if recognise(&parts).is_ok() {
        groups.push(parts);
        groups.append(&mut mapped);
        return Ok(groups);
    }
    let whole = groups.iter_mut().find(|group| {
        let together: Vec<SourceFile<'a>> = group.iter().chain(&parts).copied().collect();
        recognise(&together).is_ok()
    });
    match whole {
        Some(group) => group.extend(parts),
        None => return Err(ReadError::not_recognised(&parts)),
    }
    groups.append(&mut mapped);
    Ok(groups)
}
