//! A server on 127.0.0.1 that answers as it is told, well or badly. It ends with its handle.

#![expect(
    clippy::expect_used,
    reason = "a machine without a port or random numbers fails the test that asks for a server"
)]

use std::io::{self, BufRead as _, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use flate2::Compression;
use flate2::write::GzEncoder;

/// A request as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The path, with what follows a `?`; of a proxy the whole target.
    pub path: String,
    /// The method.
    pub method: String,
    headers: Vec<(String, String)>,
}

impl Asked {
    /// A header, by its name in any letter case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// What is sent, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    bytes: Vec<u8>,
    /// Whether the connection is held open until the client leaves.
    holds: bool,
}

impl Reply {
    /// A status with headers and a body, and the right length.
    #[must_use]
    pub fn new(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Self {
        let length = body.len().to_string();
        let mut headers = headers.to_vec();
        headers.push(("Content-Length", &length));
        Self::raw(status, &headers, body)
    }

    /// The same without a length that is right.
    #[must_use]
    pub fn raw(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Self {
        let mut bytes = format!("HTTP/1.1 {status} -\r\nConnection: close\r\n").into_bytes();
        for (name, value) in headers {
            bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
        }
        bytes.extend_from_slice(b"\r\n");
        bytes.extend_from_slice(body);
        Self { bytes, holds: false }
    }

    /// A content.
    #[must_use]
    pub fn content(body: &[u8]) -> Self {
        Self::new(200, &[], body)
    }

    /// A content, packed.
    #[must_use]
    pub fn packed(body: &[u8]) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        let packed = encoder.write_all(body).and_then(|()| encoder.finish()).unwrap_or_default();
        Self::new(200, &[("Content-Encoding", "gzip")], &packed)
    }

    /// A redirect.
    #[must_use]
    pub fn sent_to(location: &str) -> Self {
        Self::new(302, &[("Location", location)], b"")
    }

    /// The first so many bytes alone.
    #[must_use]
    pub fn cut_to(mut self, bytes: usize) -> Self {
        self.bytes.truncate(bytes);
        self
    }

    /// Silence after it.
    #[must_use]
    pub fn then_silence(mut self) -> Self {
        self.holds = true;
        self
    }

    /// How many bytes it has, head and body.
    #[must_use]
    pub fn size(&self) -> usize {
        self.bytes.len()
    }
}

/// A running server.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    scheme: &'static str,
    /// The certificate of a server with one, in PEM.
    pub certificate: Option<String>,
    asked: Arc<Mutex<Vec<Asked>>>,
    ends: Arc<AtomicBool>,
    worker: Option<JoinHandle<()>>,
}

impl Server {
    /// A server that answers each request by `answer`, which is told which one it is, from 0.
    ///
    /// # Panics
    /// When the machine gives no port.
    pub fn start(answer: impl Fn(&Asked, usize) -> Reply + Send + 'static) -> Self {
        Self::run(None, answer)
    }

    /// The same by TLS, with a certificate that nobody vouches for.
    ///
    /// # Panics
    /// As [`start`](Self::start).
    pub fn self_signed(answer: impl Fn(&Asked, usize) -> Reply + Send + 'static) -> Self {
        Self::run(Some(Identity::new()), answer)
    }

    fn run(
        identity: Option<Identity>,
        answer: impl Fn(&Asked, usize) -> Reply + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port of this machine");
        let address = listener.local_addr().expect("the port has a number");
        let (scheme, certificate) = match &identity {
            Some(identity) => ("https", Some(identity.pem.clone())),
            None => ("http", None),
        };
        let asked = Arc::new(Mutex::new(Vec::new()));
        let ends = Arc::new(AtomicBool::new(false));
        let (known, ended) = (Arc::clone(&asked), Arc::clone(&ends));
        let worker = thread::spawn(move || {
            for stream in listener.incoming() {
                if ended.load(Ordering::Relaxed) {
                    return;
                }
                // a client that goes away is no failure of the server
                let _ = stream.and_then(|stream| match &identity {
                    Some(identity) => {
                        let mut stream = identity.over(stream)?;
                        let served = serve(&mut stream, &known, &answer);
                        stream.conn.send_close_notify();
                        let _ = stream.flush();
                        served
                    }
                    None => serve(stream, &known, &answer),
                });
            }
        });
        Self { address, scheme, certificate, asked, ends, worker: Some(worker) }
    }

    /// The address of a path that begins with `/`.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("{}://{}{path}", self.scheme, self.address)
    }

    /// What it was asked so far.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        // wakes the worker, which then sees that it is to end
        let _ = TcpStream::connect(self.address);
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

fn serve(
    mut stream: impl Read + Write,
    known: &Mutex<Vec<Asked>>,
    answer: &impl Fn(&Asked, usize) -> Reply,
) -> io::Result<()> {
    let asked = request(&mut stream)?;
    let place = {
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        known.push(asked.clone());
        known.len() - 1
    };
    let reply = answer(&asked, place);
    stream.write_all(&reply.bytes)?;
    stream.flush()?;
    if reply.holds {
        io::copy(&mut stream, &mut io::sink())?;
    }
    Ok(())
}

fn request(stream: &mut impl Read) -> io::Result<Asked> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut words = first.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        match line.trim_end().split_once(": ") {
            Some((name, value)) => headers.push((name.to_owned(), value.to_owned())),
            None => return Ok(Asked { path, method, headers }),
        }
    }
}

/// A key and a certificate of its own making.
struct Identity {
    pem: String,
    config: Arc<rustls::ServerConfig>,
}

impl Identity {
    fn new() -> Self {
        let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]);
        let made = made.expect("a key and its certificate");
        let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("the versions of the provider")
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key.expect("a key"))
            .expect("a certificate for its key");
        Self { pem: made.cert.pem(), config: Arc::new(config) }
    }

    fn over(
        &self,
        stream: TcpStream,
    ) -> io::Result<rustls::StreamOwned<rustls::ServerConnection, TcpStream>> {
        let connection = rustls::ServerConnection::new(Arc::clone(&self.config));
        Ok(rustls::StreamOwned::new(connection.map_err(io::Error::other)?, stream))
    }
}
