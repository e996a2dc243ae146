//! Why an address was not fetched, each with what to do. The caller says which list and address.

use std::time::Duration;

/// Why there are no bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FetchError {
    /// No such host.
    #[error(
        "the host is not known; check the network and the name server, or name a proxy with --proxy"
    )]
    UnknownHost,
    /// Nobody answers.
    #[error("no connection ({detail}); check the network, or name a proxy with --proxy")]
    NoConnection {
        /// What the system said.
        detail: String,
    },
    /// The proxy refuses.
    #[error(
        "the proxy does not let this through ({detail}); check --proxy, HTTPS_PROXY and NO_PROXY"
    )]
    Proxy {
        /// What it said.
        detail: String,
    },
    /// The server can't prove who it is.
    #[error(
        "the server can't prove who it is ({detail}); check the clock of this machine, and for a proxy or mirror \
         with a certificate of its own name that with --ca FILE. The check can't be turned off"
    )]
    Certificate {
        /// What is wrong.
        detail: String,
    },
    /// Silence.
    #[error(
        "nothing came for {} s ({during}); try again later, or allow more with --timeout",
        .after.as_secs()
    )]
    Silence {
        /// While what.
        during: &'static str,
        /// How long.
        after: Duration,
    },
    /// All of it took too long.
    #[error("it was not there after {} s in all; try again when the line is better", .after.as_secs())]
    TooSlow {
        /// How long.
        after: Duration,
    },
    /// An answer that is no content.
    #[error("the server answers {status} {words}{}; {remedy}", asked(*.retry_after))]
    Status {
        /// The number.
        status: u16,
        /// What it means.
        words: &'static str,
        /// What to do.
        remedy: &'static str,
        /// The pause that it asks for.
        retry_after: Option<Duration>,
    },
    /// Sent in a circle.
    #[error(
        "the server sends in a circle (back to {to}); look at the publisher's page for the present address, \
         and give it with --from"
    )]
    RedirectLoop {
        /// The address that was met twice.
        to: String,
    },
    /// Sent on too often.
    #[error(
        "the server sends on more than {bound} times, last to {to}; look at the publisher's page for the \
         present address, and give it with --from"
    )]
    TooManyRedirects {
        /// The bound.
        bound: usize,
        /// The last address.
        to: String,
    },
    /// Sent to where nothing is fetched.
    #[error(
        "the server sends to {to}, {why}; if the publisher has moved, give its address with --from"
    )]
    RedirectRefused {
        /// Where to.
        to: String,
        /// Why not.
        why: &'static str,
    },
    /// Less came than was announced, or the line broke.
    #[error("{received} bytes came, then the connection was cut ({detail}); try again")]
    Cut {
        /// Bytes that came.
        received: u64,
        /// What is known of it.
        detail: String,
    },
    /// The transport coding is broken.
    #[error(
        "the content is packed and can't be unpacked ({detail}); try again, or fetch the file by other means"
    )]
    Packing {
        /// What is wrong.
        detail: String,
    },
    /// Nothing in it.
    #[error("the server answers well and sends nothing; try again later")]
    Empty,
    /// More than the bound.
    #[error(
        "it is larger than {bound} bytes, far above any list; check the address, or allow more with --max-bytes"
    )]
    TooLarge {
        /// The bound.
        bound: u64,
    },
    /// No HTTP.
    #[error("the answer is no HTTP ({detail}); check the address and the proxy")]
    NoHttp {
        /// What is wrong.
        detail: String,
    },
    /// Somebody stopped it.
    #[error("interrupted")]
    Stopped,
}

impl FetchError {
    /// Whether another try may go better.
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        match self {
            Self::NoConnection { .. }
            | Self::Silence { .. }
            | Self::Cut { .. }
            | Self::UnknownHost => true,
            Self::Status { status, .. } => {
                matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
            }
            _ => false,
        }
    }

    /// The pause that the server asks for.
    #[must_use]
    pub const fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// The error of a status.
    #[must_use]
    pub fn status(status: u16, retry_after: Option<Duration>) -> Self {
        let row = STATUSES.iter().find(|row| row.0 == status);
        let group = || GROUPS.iter().find(|row| row.0 == status / 100);
        let (words, remedy) = match (row, group()) {
            (Some((_, words, remedy)), _) | (None, Some((_, words, remedy))) => (*words, *remedy),
            (None, None) => ("(not known)", "check the address"),
        };
        Self::Status { status, words, remedy, retry_after }
    }
}

/// The pause that a server asks for, in words.
fn asked(pause: Option<Duration>) -> String {
    pause
        .map_or_else(String::new, |pause| format!(" and asks for a pause of {} s", pause.as_secs()))
}

const MOVED: &str = "look at the publisher's page for the present address, and give it with --from";
const LATER: &str = "try again later";

/// Statuses whose meaning is worth a word of its own (RFC 9110, 15).
const STATUSES: &[(u16, &str, &str)] = &[
    (304, "(not modified, though nothing was known)", "try again with --afresh"),
    (401, "(a password is wanted)", MOVED),
    (
        403,
        "(forbidden)",
        "the publisher may refuse this network or programs: fetch the file with a browser and import it \
         (tamis lists import FILE), or use a proxy (--proxy)",
    ),
    (404, "(not found)", MOVED),
    (407, "(the proxy wants a password)", "put name and password into --proxy or HTTPS_PROXY"),
    (410, "(gone)", MOVED),
    (429, "(too many requests)", "try again later, and less often"),
    (503, "(not available now)", LATER),
];

/// The other ones, by their first digit.
const GROUPS: &[(u16, &str, &str)] = &[
    (1, "(no answer yet)", LATER),
    (2, "(not the whole content)", "check the address"),
    (3, "(elsewhere, without saying where)", MOVED),
    (4, "(refused)", "check the address; or fetch the file by other means and import it"),
    (5, "(the server failed)", LATER),
];
