//! The client: settings, and one publication fetched with patience.

use std::sync::Arc;
use std::time::Duration;

use tamis_model::CivilDate;
use ureq::Agent as HttpClient;
use ureq::Proxy;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, TlsProvider, parse_pem};

use crate::address::Address;
use crate::error::FetchError;
use crate::exchange;
use crate::patience::Patience;

/// Which proxy is used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ProxyChoice {
    /// The one that the environment names, if any: `ALL_PROXY`, `HTTPS_PROXY`, `HTTP_PROXY`, and `NO_PROXY`
    /// for hosts without.
    #[default]
    Environment,
    /// None, whatever the environment says.
    Direct,
    /// This one: `http://host:port`.
    Named(String),
}

/// How is fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The proxy.
    pub proxy: ProxyChoice,
    /// Certificates in PEM of issuers that are trusted beside those of the machine.
    pub more_roots: Vec<u8>,
    /// The longest silence: while connecting, before the answer, between two pieces of it.
    pub silence: Duration,
    /// The longest time for a whole publication.
    pub whole: Duration,
    /// The most bytes of a publication, unpacked. The largest list known is OFAC's in the advanced format, a
    /// little over 100 MB.
    pub most_bytes: u64,
    /// How often is tried.
    pub patience: Patience,
}

impl Settings {
    /// Those that are right for the lists; `seed` as in [`Patience`].
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self {
            proxy: ProxyChoice::Environment,
            more_roots: Vec::new(),
            silence: Duration::from_secs(60),
            whole: Duration::from_secs(1_800),
            most_bytes: 512 << 20,
            patience: Patience::new(seed),
        }
    }
}

/// Why there is no client.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// No proxy is called so.
    #[error("`{0}` is no proxy; write http://host:port")]
    Proxy(String),
    /// Certificates that can't be read.
    #[error("there is no certificate in the file of --ca ({0}); give it in PEM")]
    Roots(String),
}

/// What a server gave with a content, to be shown to it the next time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Validators {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`, as written.
    pub last_modified: Option<String>,
}

/// What came of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// The server says that it is as it was.
    Unchanged,
    /// The content.
    Content(Content),
}

/// A whole publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
    /// Where they came from in the end.
    pub address: Address,
    /// What to show the server the next time.
    pub validators: Validators,
}

impl Content {
    /// The day of `Last-Modified`: the publisher's own statement, for formats that hold no date.
    #[must_use]
    pub fn last_modified_day(&self) -> Option<CivilDate> {
        exchange::day_of(self.validators.last_modified.as_deref()?)
    }
}

/// What happens while an address is fetched.
#[derive(Debug)]
pub enum Step<'a> {
    /// So many bytes are there; of so many, where the server said.
    Reading {
        /// Bytes so far.
        done: u64,
        /// Bytes in all.
        total: Option<u64>,
    },
    /// A try failed; the callback is to wait so long before the next one.
    Waiting {
        /// How long.
        pause: Duration,
        /// Why.
        because: &'a FetchError,
        /// How many tries there were.
        tried: u32,
    },
}

/// Fetches addresses.
#[derive(Debug)]
pub struct Client {
    http: HttpClient,
    settings: Settings,
}

impl Client {
    /// A client with these settings.
    ///
    /// # Errors
    /// [`SettingsError`].
    pub fn new(settings: Settings) -> Result<Self, SettingsError> {
        let proxy = match &settings.proxy {
            ProxyChoice::Environment => Proxy::try_from_env(),
            ProxyChoice::Direct => None,
            ProxyChoice::Named(name) => {
                Some(Proxy::new(name).map_err(|_| SettingsError::Proxy(without_password(name)))?)
            }
        };
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .root_certs(RootCerts::new_with_certs(&roots(&settings.more_roots)?))
            .build();
        let config = HttpClient::config_builder()
            .proxy(proxy)
            .tls_config(tls)
            .user_agent(concat!("tamis/", env!("CARGO_PKG_VERSION")))
            // statuses and redirects are judged here
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_resolve(Some(settings.silence))
            .timeout_connect(Some(settings.silence))
            .timeout_send_request(Some(settings.silence))
            .timeout_recv_response(Some(settings.silence))
            .timeout_per_read(Some(settings.silence))
            .timeout_global(Some(settings.whole))
            .build();
        Ok(Self { http: config.into(), settings })
    }

    /// Fetches an address. `known`: what the server gave the last time; it may then say that nothing has
    /// changed. `told` is told what happens and answers whether to go on; it waits where it is told to.
    ///
    /// # Errors
    /// [`FetchError`]: there are no bytes then, never some of them.
    pub fn fetch(
        &self,
        address: &Address,
        known: Option<&Validators>,
        told: &mut dyn FnMut(Step<'_>) -> bool,
    ) -> Result<Fetched, FetchError> {
        let mut tried = 0;
        loop {
            tried += 1;
            let error = match exchange::once(&self.http, &self.settings, address, known, told) {
                Ok(fetched) => return Ok(fetched),
                Err(error) => error,
            };
            let asked = error.retry_after();
            let pause = self.settings.patience.pause(tried, asked).filter(|_| error.may_pass());
            let Some(pause) = pause else { return Err(error) };
            if !told(Step::Waiting { pause, because: &error, tried }) {
                return Err(FetchError::Stopped);
            }
        }
    }
}

/// The name of a proxy as it may be printed.
fn without_password(name: &str) -> String {
    name.rsplit_once('@').map_or_else(|| name.to_owned(), |(_, host)| format!("…@{host}"))
}

/// The issuers that the machine trusts, and those of the settings.
fn roots(more: &[u8]) -> Result<Vec<Certificate<'static>>, SettingsError> {
    // what the machine holds and can't read is left out: a server that needs it is refused by name
    let machine = rustls_native_certs::load_native_certs().certs;
    let mut roots: Vec<Certificate<'static>> =
        machine.iter().map(|root| Certificate::from_der(root).to_owned()).collect();
    let before = roots.len();
    for item in parse_pem(more) {
        match item {
            Ok(PemItem::Certificate(root)) => roots.push(root),
            Ok(_) => {}
            Err(error) => return Err(SettingsError::Roots(error.to_string())),
        }
    }
    if roots.len() == before && !more.is_empty() {
        return Err(SettingsError::Roots("another file".to_owned()));
    }
    Ok(roots)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_that_is_none_is_told_without_its_password() {
        let proxy = ProxyChoice::Named("me:secret@@::bad".to_owned());
        let error = Client::new(Settings { proxy, ..Settings::new(1) }).unwrap_err();
        assert!(matches!(error, SettingsError::Proxy(_)));
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
