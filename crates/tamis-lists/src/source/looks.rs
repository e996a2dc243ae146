//! What bytes look like, for the recognition of formats and for the message when none fits.

use memchr::memmem;

/// Bytes of the head that are looked at.
const HEAD: usize = 4096;

/// The name of the root element of something that looks like XML, with its attributes as written:
/// `("CONSOLIDATED_LIST", " dateGenerated=\"…\"")`. Skips byte order mark, declaration, comments and
/// processing instructions and a document type, so that a list that declares one is refused as such.
/// In UTF-16 every second byte is skipped.
#[must_use]
pub fn xml_root(bytes: &[u8]) -> Option<(String, String)> {
    let head = head(bytes);
    let mut rest = head.trim_start();
    loop {
        if let Some(inside) = rest.strip_prefix("<?") {
            rest = inside.split_once("?>")?.1.trim_start();
        } else if let Some(inside) = rest.strip_prefix("<!--") {
            rest = inside.split_once("-->")?.1.trim_start();
        } else if let Some(inside) = rest.strip_prefix("<!DOCTYPE") {
            let subset = inside.find('[').filter(|at| inside.find('>').is_none_or(|end| *at < end));
            let end = if subset.is_some() { "]>" } else { ">" };
            rest = inside.split_once(end)?.1.trim_start();
        } else {
            break;
        }
    }
    let tag = rest.strip_prefix('<')?;
    if !tag.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return None;
    }
    let tag = tag.split_once('>').map_or(tag, |(tag, _)| tag);
    let end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
    let (name, attributes) = tag.split_at_checked(end)?;
    let name = name.rsplit(':').next().unwrap_or(name);
    Some((name.to_owned(), attributes.to_owned()))
}

/// What bytes that are no list look like, and what to do.
#[must_use]
pub fn looks_like(bytes: &[u8]) -> (String, &'static str) {
    const FETCH: &str = "fetch the list again from its official address";
    const PUBLISHED: &str = "give the file as published";
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return ("an empty file".to_owned(), FETCH);
    }
    for (magic, what) in [
        (b"PK\x03\x04".as_slice(), "a workbook or zip archive of another layout"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"%PDF", "a PDF document"),
    ] {
        if bytes.starts_with(magic) {
            return (what.to_owned(), PUBLISHED);
        }
    }
    let head = head(bytes);
    let start = head.trim_start();
    let lower = start.to_lowercase();
    if is_html(&lower) {
        return ("an HTML page, such as a server sends instead of a file".to_owned(), FETCH);
    }
    if let Some((root, _)) = xml_root(bytes) {
        return (format!("XML with the root element `{root}`"), PUBLISHED);
    }
    if start.starts_with('<') {
        return ("XML without a root element in sight".to_owned(), FETCH);
    }
    if start.starts_with(['{', '[']) {
        return ("JSON".to_owned(), PUBLISHED);
    }
    ("unknown content".to_owned(), PUBLISHED)
}

fn is_html(lower: &str) -> bool {
    let body = lower
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"))
        .map_or(lower, |(_, rest)| rest.trim_start());
    ["<!doctype html", "<html", "<head", "<body", "<title"]
        .iter()
        .any(|start| body.starts_with(start))
        || (body.starts_with("<!--") && memmem::find(body.as_bytes(), b"<html").is_some())
}

/// The head as text: lossy, without byte order mark; UTF-16 by leaving out its zero bytes.
pub(crate) fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head = head
        .strip_prefix(b"\xef\xbb\xbf".as_slice())
        .or_else(|| head.strip_prefix(b"\xff\xfe".as_slice()))
        .or_else(|| head.strip_prefix(b"\xfe\xff".as_slice()))
        .unwrap_or(head);
    let plain: Vec<u8> = head.iter().copied().filter(|byte| *byte != 0).collect();
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_found_behind_what_may_stand_before_them() {
        for (text, root) in [
            ("<?xml version=\"1.0\"?>\n<!-- x -->\n<sdnList xmlns=\"a\">", Some("sdnList")),
            ("\u{feff}<CONSOLIDATED_LIST dateGenerated='2021'>", Some("CONSOLIDATED_LIST")),
            ("<a:export/>", Some("export")),
            ("<!DOCTYPE html><html>", Some("html")),
            ("<!DOCTYPE a [<!ENTITY x \"y\">]><export>", Some("export")),
            ("<!DOCTYPE a [<!ENTITY", None),
            ("name,dob", None),
            ("<?xml", None),
            ("", None),
        ] {
            assert_eq!(xml_root(text.as_bytes()).map(|found| found.0).as_deref(), root, "{text}");
        }
        let wide: Vec<u8> = "\u{feff}<export>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(xml_root(&wide).unwrap().0, "export");
    }

    #[test]
    fn what_is_no_list_is_named() {
        for (bytes, expected) in [
            (b"".as_slice(), "an empty file"),
            (b" \n", "an empty file"),
            (b"<!DOCTYPE html>\n<html><body>Service unavailable", "an HTML page"),
            (b"<html lang=en><title>404", "an HTML page"),
            (b"\xef\xbb\xbf<HTML>", "an HTML page"),
            (b"<?xml version='1.0'?><html xmlns='x'>", "an HTML page"),
            (b"<rss version='2.0'>", "XML with the root element `rss`"),
            (b"PK\x03\x04", "a workbook or zip"),
            (b"{\"a\":1}", "JSON"),
            (b"hello", "unknown content"),
        ] {
            let (told, _) = looks_like(bytes);
            assert!(told.starts_with(expected), "{told}");
        }
    }
}
