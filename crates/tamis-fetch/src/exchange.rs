//! One try: request, redirects, status, and the content to its end.

use std::io::{self, Read as _};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tamis_model::CivilDate;
use ureq::Agent as HttpClient;
use ureq::http::{HeaderMap, Response, header};
use ureq::{Body, Timeout};

use crate::address::{Address, AddressError};
use crate::client::{Content, Fetched, Settings, Step, Validators};
use crate::error::FetchError;

/// How often a server may send on. Publishers do it once or twice (a moved path, another host of theirs).
const MOST_REDIRECTS: usize = 5;

/// Bytes that are read at once.
const PIECE: usize = 64 << 10;

/// The longest `ETag` and `Last-Modified` that are kept.
const LONGEST_VALIDATOR: usize = 1_024;

pub(crate) fn once(
    http: &HttpClient,
    settings: &Settings,
    address: &Address,
    known: Option<&Validators>,
    told: &mut dyn FnMut(Step<'_>) -> bool,
) -> Result<Fetched, FetchError> {
    let mut address = address.clone();
    let mut seen = vec![address.clone()];
    loop {
        let mut request = http.get(address.as_str());
        if let Some(etag) = known.and_then(|known| known.etag.as_ref()) {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(day) = known.and_then(|known| known.last_modified.as_ref()) {
            request = request.header(header::IF_MODIFIED_SINCE, day);
        }
        let response = request.call().map_err(|error| failed(error, settings, 0))?;
        match response.status().as_u16() {
            301 | 302 | 303 | 307 | 308 => {
                let location = text(response.headers(), header::LOCATION)
                    .ok_or_else(|| FetchError::status(response.status().as_u16(), None))?;
                address = redirected(&address, &location, &seen)?;
                seen.push(address.clone());
            }
            200 => return content(response, settings, address, told).map(Fetched::Content),
            304 if known.is_some_and(|known| *known != Validators::default()) => {
                return Ok(Fetched::Unchanged);
            }
            status => {
                let asked = text(response.headers(), header::RETRY_AFTER);
                let asked = asked.and_then(|asked| pause_of(&asked, SystemTime::now()));
                return Err(FetchError::status(status, asked));
            }
        }
    }
}

fn redirected(from: &Address, location: &str, seen: &[Address]) -> Result<Address, FetchError> {
    let refused = |why| FetchError::RedirectRefused { to: location.to_owned(), why };
    let to = from.join(location).map_err(|error| match error {
        AddressError::Scheme(_) => refused("which is neither https nor http"),
        AddressError::Credentials => refused("with a name and password in it"),
        AddressError::Shape(_) => refused("which is no address"),
    })?;
    if from.is_secure() && !to.is_secure() {
        return Err(refused("where nobody vouches for what is sent (http)"));
    }
    if seen.contains(&to) {
        return Err(FetchError::RedirectLoop { to: to.to_string() });
    }
    if seen.len() > MOST_REDIRECTS {
        return Err(FetchError::TooManyRedirects { bound: MOST_REDIRECTS, to: to.to_string() });
    }
    Ok(to)
}

fn content(
    response: Response<Body>,
    settings: &Settings,
    address: Address,
    told: &mut dyn FnMut(Step<'_>) -> bool,
) -> Result<Content, FetchError> {
    let headers = response.headers();
    let short = |text: &String| text.len() <= LONGEST_VALIDATOR;
    let validators = Validators {
        etag: text(headers, header::ETAG).filter(short),
        last_modified: text(headers, header::LAST_MODIFIED).filter(short),
    };
    // the length is that of the packed content, and is none of what is counted then
    let packed = headers.contains_key(header::CONTENT_ENCODING);
    let coding = text(headers, header::CONTENT_ENCODING).filter(|coding| !is_known(coding));
    if let Some(coding) = coding {
        let detail = format!("as `{coding}`, which was not asked for");
        return Err(FetchError::Packing { detail });
    }
    let total = text(headers, header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    let total = total.filter(|_| !packed);
    let bound = settings.most_bytes;
    if total.is_some_and(|total| total > bound) {
        return Err(FetchError::TooLarge { bound });
    }
    let mut reader = response.into_body().into_reader();
    let mut bytes: Vec<u8> = Vec::new();
    let mut piece = vec![0; PIECE];
    loop {
        let done = bytes.len() as u64;
        let read = match reader.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(failed(error.into(), settings, done)),
        };
        bytes.extend_from_slice(piece.get(..read).unwrap_or_default());
        let done = bytes.len() as u64;
        if done > bound {
            return Err(FetchError::TooLarge { bound });
        }
        if !told(Step::Reading { done, total }) {
            return Err(FetchError::Stopped);
        }
    }
    let received = bytes.len() as u64;
    match total {
        Some(total) if total != received => {
            Err(FetchError::Cut { received, detail: format!("{total} were announced") })
        }
        _ if bytes.is_empty() => Err(FetchError::Empty),
        _ => Ok(Content { bytes, address, validators }),
    }
}

/// What the client says, in our words.
fn failed(error: ureq::Error, settings: &Settings, received: u64) -> FetchError {
    use ureq::Error as Client;
    let cut = |detail: String| FetchError::Cut { received, detail };
    match error {
        Client::HostNotFound => FetchError::UnknownHost,
        Client::Timeout(what) => late(what, settings),
        Client::Tls(detail) => FetchError::Certificate { detail: detail.to_owned() },
        Client::Rustls(error) => FetchError::Certificate { detail: error.to_string() },
        Client::ConnectProxyFailed(detail) => FetchError::Proxy { detail },
        Client::InvalidProxyUrl => FetchError::Proxy { detail: "its address is none".to_owned() },
        Client::ConnectionFailed => {
            FetchError::NoConnection { detail: "nobody answers".to_owned() }
        }
        Client::Decompress(_, error) => match wrapped(error) {
            Ok(inner) => failed(inner, settings, received),
            Err(error) => packed(&error, received),
        },
        Client::Io(error) => match wrapped(error) {
            Ok(inner) => failed(inner, settings, received),
            Err(error) => of_io(&error, received),
        },
        Client::Protocol(error) if received > 0 => cut(error.to_string()),
        other if received > 0 => cut(other.to_string()),
        other => FetchError::NoHttp { detail: other.to_string() },
    }
}

/// The client's own error in one of the system's, where it is one.
fn wrapped(error: io::Error) -> Result<ureq::Error, io::Error> {
    error.downcast::<ureq::Error>()
}

fn packed(error: &io::Error, received: u64) -> FetchError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => FetchError::Cut { received, detail: "packed".to_owned() },
        _ => FetchError::Packing { detail: error.to_string() },
    }
}

fn of_io(error: &io::Error, received: u64) -> FetchError {
    let of_tls = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    if let Some(of_tls) = of_tls {
        return FetchError::Certificate { detail: of_tls.to_string() };
    }
    let detail = error.to_string();
    match error.kind() {
        io::ErrorKind::UnexpectedEof
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::BrokenPipe => FetchError::Cut { received, detail },
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput if received > 0 => {
            FetchError::Packing { detail }
        }
        _ if received > 0 => FetchError::Cut { received, detail },
        _ => FetchError::NoConnection { detail },
    }
}

fn late(what: Timeout, settings: &Settings) -> FetchError {
    let during = match what {
        Timeout::Global | Timeout::PerCall => return FetchError::TooSlow { after: settings.whole },
        Timeout::Resolve => "asking for the host",
        Timeout::Connect => "connecting",
        Timeout::SendRequest | Timeout::SendBody | Timeout::Await100 => "asking",
        Timeout::RecvResponse => "waiting for the answer",
        _ => "in the midst of the content",
    };
    FetchError::Silence { during, after: settings.silence }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Whether the client unpacks a coding.
fn is_known(coding: &str) -> bool {
    ["gzip", "x-gzip", "identity"].iter().any(|known| coding.eq_ignore_ascii_case(known))
}

/// The pause of a `Retry-After`: seconds, or the moment until which to wait (RFC 9110, 10.2.3).
fn pause_of(text: &str, now: SystemTime) -> Option<Duration> {
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let day = day_of(text)?.ordinal() - CivilDate::new(1970, 1, 1).ok()?.ordinal();
    let mut parts = text.split_whitespace().nth(4)?.split(':').map(str::parse::<u64>);
    let mut part = || parts.next()?.ok();
    let (hours, minutes, seconds) = (part()?, part()?, part()?);
    let until = u64::try_from(day).ok()? * 86_400;
    if hours > 23 || minutes > 59 || seconds > 60 {
        return None;
    }
    let until = until + hours * 3_600 + minutes * 60 + seconds;
    let now = now.duration_since(UNIX_EPOCH).ok()?;
    Some(Duration::from_secs(until).saturating_sub(now))
}

/// The months as HTTP writes them (RFC 9110, 5.6.7).
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The day of a date as HTTP writes it today: `Fri, 27 Feb 2026 08:12:31 GMT`.
pub(crate) fn day_of(text: &str) -> Option<CivilDate> {
    let mut words = text.split_once(',')?.1.split_whitespace();
    let day: u8 = words.next()?.parse().ok()?;
    let month = words.next()?;
    let month = MONTHS.iter().position(|known| *known == month)? + 1;
    let year: i16 = words.next()?.parse().ok()?;
    CivilDate::new(year, u8::try_from(month).ok()?, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_asked_for_in_seconds_or_until_a_moment() {
        let now = UNIX_EPOCH + Duration::from_secs(1_772_179_951);
        let pause = |text| pause_of(text, now).map(|pause| pause.as_secs());
        assert_eq!(pause("90"), Some(90));
        assert_eq!(pause("Fri, 27 Feb 2026 08:12:41 GMT"), Some(10));
        assert_eq!(pause("Fri, 27 Feb 2026 08:12:21 GMT"), Some(0));
        assert_eq!(pause("Fri, 27 Feb 2026"), None);
        assert_eq!(pause("soon"), None);
        assert_eq!(pause("Fri, 27 Feb 2026 99999999999999999999:1:1 GMT"), None);
    }

    #[test]
    fn codings_that_nobody_asked_for_are_not_known() {
        assert!(is_known("GZIP") && is_known("identity"));
        assert!(!is_known("br") && !is_known("deflate") && !is_known("gzip, br"));
    }

    #[test]
    fn a_day_of_http_is_read() {
        let day = |text| day_of(text).map(|day| day.to_string());
        assert_eq!(day("Fri, 27 Feb 2026 08:12:31 GMT").as_deref(), Some("2026-02-27"));
        for none in
            ["Friday, 27-Feb-26 08:12:31 GMT", "2026-02-27", "Fri, 31 Feb 2026 08:12:31 GMT", ""]
        {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
