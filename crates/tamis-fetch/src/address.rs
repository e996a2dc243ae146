//! Addresses of publications: HTTP or HTTPS, a host, no name and password.

use std::fmt;

use ureq::http::Uri;

/// An address that can be fetched.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(String);

/// Why a text is no such address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// No URL.
    #[error("`{0}` is no address; write https://host/path")]
    Shape(String),
    /// Another scheme.
    #[error(
        "`{0}` is no address that can be fetched; write https://… (http://… for a mirror of your own)"
    )]
    Scheme(String),
    /// A name and a password in it: they would be kept and printed with it.
    #[error(
        "an address with a name or password in it is not taken; let the mirror know this machine instead"
    )]
    Credentials,
}

impl Address {
    /// Reads an address.
    ///
    /// # Errors
    /// [`AddressError`].
    pub fn new(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        let uri: Uri = text.parse().map_err(|_| AddressError::Shape(text.to_owned()))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(AddressError::Shape(text.to_owned()));
        };
        if !matches!(scheme, "https" | "http") {
            return Err(AddressError::Scheme(text.to_owned()));
        }
        if authority.as_str().contains('@') {
            return Err(AddressError::Credentials);
        }
        if authority.host().is_empty() {
            return Err(AddressError::Shape(text.to_owned()));
        }
        Ok(Self(uri.to_string()))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether what comes from it is encrypted and from whom it says.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// The last part of its path: what the file is called. `list` where it has none.
    #[must_use]
    pub fn file_name(&self) -> &str {
        let path = self.0.split(['?', '#']).next().unwrap_or_default();
        let after_host = path.splitn(4, '/').nth(3).unwrap_or_default();
        after_host.rsplit('/').find(|part| !part.is_empty()).unwrap_or("list")
    }

    /// The address that a `Location` header speaks of, seen from this one (RFC 3986, 5.2, without
    /// fragments).
    ///
    /// # Errors
    /// [`AddressError`] when it speaks of nothing that can be fetched.
    pub fn join(&self, location: &str) -> Result<Self, AddressError> {
        let location = location.split('#').next().unwrap_or_default().trim();
        let scheme_ends = self.0.find("://").map_or(0, |at| at + 3);
        let host_ends = self.0.get(scheme_ends..).and_then(|rest| rest.find(['/', '?']));
        let host_ends = host_ends.map_or(self.0.len(), |at| scheme_ends + at);
        let origin = self.0.get(..host_ends).unwrap_or_default();
        let path =
            self.0.get(host_ends..).unwrap_or_default().split('?').next().unwrap_or_default();
        let absolute = location.split_once(':').is_some_and(|(scheme, _)| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        });
        if absolute {
            return Self::new(location);
        }
        if location.starts_with("//") {
            let scheme = self.0.get(..scheme_ends.saturating_sub(2)).unwrap_or_default();
            return Self::new(&format!("{scheme}{location}"));
        }
        if location.starts_with('/') {
            return Self::new(&format!("{origin}{}", without_dots(location)));
        }
        if location.is_empty() || location.starts_with('?') {
            return Self::new(&format!("{origin}{path}{location}"));
        }
        let folder = path.rfind('/').map_or("/", |at| path.get(..=at).unwrap_or("/"));
        Self::new(&format!("{origin}{}", without_dots(&format!("{folder}{location}"))))
    }
}

/// A path without `.` and `..`; what follows a `?` stays.
fn without_dots(path: &str) -> String {
    let (path, query) =
        path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    let mut kept: Vec<&str> = Vec::new();
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    for (place, part) in parts.iter().enumerate() {
        let last = place + 1 == parts.len();
        match *part {
            "." | ".." => {
                if *part == ".." {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            part => kept.push(part),
        }
    }
    let mut whole = format!("/{}", kept.join("/"));
    if let Some(query) = query {
        whole.push('?');
        whole.push_str(query);
    }
    whole
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_fetched_is_an_address() {
        for good in
            ["https://lists.example/a.xml?b=c", "http://127.0.0.1:8080/", " https://a.example "]
        {
            assert!(Address::new(good).is_ok(), "{good}");
        }
        for bad in
            ["", "lists.example/a.xml", "ftp://lists.example/a", "file:///etc/passwd", "https://"]
        {
            assert!(Address::new(bad).is_err(), "{bad}");
        }
        assert_eq!(
            Address::new("https://me:secret@a.example/").unwrap_err(),
            AddressError::Credentials
        );
    }

    #[test]
    fn a_location_is_seen_from_where_it_was_given() {
        let check = |location: &str, expected: &str| {
            let from = Address::new("https://a.example/one/two.xml?x=1").unwrap();
            assert_eq!(from.join(location).unwrap().as_str(), expected, "{location}");
        };
        check("https://b.example/c", "https://b.example/c");
        check("//b.example/c", "https://b.example/c");
        check("/c?y=2#z", "https://a.example/c?y=2");
        check("three.xml", "https://a.example/one/three.xml");
        check("../three.xml", "https://a.example/three.xml");
        check("./", "https://a.example/one/");
        check("?y=2", "https://a.example/one/two.xml?y=2");
        let from = Address::new("https://a.example").unwrap();
        assert_eq!(from.join("c").unwrap().as_str(), "https://a.example/c");
        assert!(matches!(from.join("ftp://b.example/"), Err(AddressError::Scheme(_))));
    }

    #[test]
    fn a_file_has_the_name_of_the_last_part() {
        let name = |text: &str| Address::new(text).unwrap().file_name().to_owned();
        assert_eq!(name("https://a.example/en/consolidated.xml?x=/y"), "consolidated.xml");
        assert_eq!(name("https://a.example/files/"), "files");
        assert_eq!(name("https://a.example"), "list");
    }
}
