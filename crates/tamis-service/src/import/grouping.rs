//! Which of the given files belong together: told by their content, never by their names.

use tamis_lists::{ReadError, SourceFile, recognise};

/// Files in groups, each the whole of one publication. A file that is a list by itself stands alone,
/// unless it is of a format that comes in several files: then those of that format go together.
///
/// # Errors
/// [`ReadError::NotRecognised`] for the files that are no list, alone or together.
pub(super) fn group<'a>(files: &[SourceFile<'a>]) -> Result<Vec<Vec<SourceFile<'a>>>, ReadError> {
    let mut groups: Vec<Vec<SourceFile<'a>>> = Vec::new();
    let mut parts: Vec<SourceFile<'a>> = Vec::new();
    for file in files {
        let Ok(format) = recognise(&[*file]) else {
            parts.push(*file);
            continue;
        };
        let joined = groups.iter_mut().find(|group| {
            let together: Vec<SourceFile<'a>> =
                group.iter().copied().chain(std::iter::once(*file)).collect();
            is_one(group, &together) && recognise(group).is_ok_and(|group| group.id == format.id)
        });
        match joined {
            Some(group) => group.push(*file),
            None => groups.push(vec![*file]),
        }
    }
    if parts.is_empty() && !groups.is_empty() {
        return Ok(groups);
    }
    // Files that are nothing alone: parts of one publication, perhaps of one that is here.
    if recognise(&parts).is_ok() {
        groups.push(parts);
        return Ok(groups);
    }
    let whole = groups.iter_mut().find(|group| {
        let together: Vec<SourceFile<'a>> = group.iter().chain(&parts).copied().collect();
        is_one(group, &together)
    });
    match whole {
        Some(group) => group.extend(parts),
        None => return Err(ReadError::not_recognised(&parts)),
    }
    Ok(groups)
}

/// Whether files are one publication with more of them: of the same format, which tells them by the first
/// that is of it.
fn is_one(group: &[SourceFile<'_>], together: &[SourceFile<'_>]) -> bool {
    match (recognise(group), recognise(together)) {
        (Ok(alone), Ok(together)) => alone.id == together.id,
        _ => false,
    }
}
