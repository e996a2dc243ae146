//! The client against a server of this machine that misbehaves.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failure in what a test prepares is a failure of the test"
)]

use std::time::Duration;

use tamis_fetch::{
    Address, Client, Content, FetchError, Fetched, Patience, ProxyChoice, Settings, Step,
    Validators,
};
use tamis_testkit::server::{Asked, Reply, Server};

const LIST: &[u8] = b"<LIST>one, two, three</LIST>";

fn settings() -> Settings {
    Settings {
        proxy: ProxyChoice::Direct,
        silence: Duration::from_millis(300),
        patience: Patience { attempts: 1, ..Patience::new(1) },
        ..Settings::new(1)
    }
}

fn fetch_with(
    settings: Settings,
    address: &str,
    known: Option<&Validators>,
) -> Result<Fetched, FetchError> {
    let client = Client::new(settings).unwrap();
    client.fetch(&Address::new(address).unwrap(), known, &mut |_| true)
}

fn fetch(answer: impl Fn(&Asked, usize) -> Reply + Send + 'static) -> Result<Fetched, FetchError> {
    let server = Server::start(answer);
    fetch_with(settings(), &server.address("/list.xml"), None)
}

#[track_caller]
fn content(fetched: Result<Fetched, FetchError>) -> Content {
    match fetched {
        Ok(Fetched::Content(content)) => content,
        other => panic!("{other:?}"),
    }
}

/// What went wrong, in words; each says what to do.
#[track_caller]
fn wrong(fetched: Result<Fetched, FetchError>, says: &str) -> FetchError {
    let error = fetched.unwrap_err();
    let text = error.to_string();
    assert!(text.contains(says), "no `{says}` in: {text}");
    assert!(text.contains("; "), "no remedy: {text}");
    error
}

#[test]
fn a_content_comes_with_what_to_show_the_next_time() {
    let server = Server::start(|_, _| {
        Reply::new(
            200,
            &[("ETag", "\"7\""), ("Last-Modified", "Fri, 27 Feb 2026 08:12:31 GMT")],
            LIST,
        )
    });
    let content = content(fetch_with(settings(), &server.address("/list.xml"), None));
    assert_eq!(content.bytes, LIST);
    assert_eq!(content.validators.etag.as_deref(), Some("\"7\""));
    assert_eq!(content.last_modified_day().unwrap().to_string(), "2026-02-27");
    let asked = server.asked();
    assert!(asked[0].header("user-agent").unwrap().starts_with("tamis/"));
    assert_eq!(asked[0].header("if-none-match"), None);
}

#[test]
fn nothing_comes_twice() {
    let server = Server::start(|asked, _| match asked.header("if-none-match") {
        Some("\"7\"") => Reply::raw(304, &[], b""),
        _ => Reply::new(200, &[("ETag", "\"7\"")], LIST),
    });
    let known = Validators {
        etag: Some("\"7\"".into()),
        last_modified: Some("Fri, 27 Feb 2026 08:12:31 GMT".into()),
    };
    let address = server.address("/list.xml");
    assert_eq!(fetch_with(settings(), &address, Some(&known)), Ok(Fetched::Unchanged));
    assert_eq!(server.asked()[0].header("if-modified-since"), known.last_modified.as_deref());
    // who knows nothing can't be told that nothing changed
    wrong(fetch(|_, _| Reply::raw(304, &[], b"")), "304");
}

#[test]
fn redirects_are_followed_within_reason() {
    let by_path = |asked: &Asked, _: usize| match asked.path.as_str() {
        "/list.xml" => Reply::sent_to("/new/list.xml?a=b"),
        "/new/list.xml?a=b" => Reply::sent_to("../there.xml"),
        _ => Reply::content(LIST),
    };
    let server = Server::start(by_path);
    let found = content(fetch_with(settings(), &server.address("/list.xml"), None));
    assert_eq!(
        (found.bytes.as_slice(), found.address.as_str()),
        (LIST, &*server.address("/there.xml"))
    );
    let circle = |asked: &Asked, _: usize| match asked.path.as_str() {
        "/list.xml" => Reply::sent_to("/a"),
        _ => Reply::sent_to("/list.xml"),
    };
    wrong(fetch(circle), "in a circle");
    wrong(fetch(|_, place| Reply::sent_to(&format!("/{place}"))), "more than 5 times");
    wrong(fetch(|_, _| Reply::sent_to("ftp://lists.example/a")), "neither https nor http");
    wrong(fetch(|_, _| Reply::sent_to("file:///etc/passwd")), "sends to");
    wrong(fetch(|_, _| Reply::raw(302, &[("Content-Length", "0")], b"")), "without saying where");
}

#[test]
fn an_encrypted_address_never_leads_to_an_open_one() {
    let server = Server::self_signed(|_, _| Reply::sent_to("http://127.0.0.1:9/list.xml"));
    let more_roots = server.certificate.clone().unwrap().into_bytes();
    let fetched =
        fetch_with(Settings { more_roots, ..settings() }, &server.address("/list.xml"), None);
    wrong(fetched, "nobody vouches");
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_refused_and_a_named_issuer_is_taken() {
    let server = Server::self_signed(|_, _| Reply::content(LIST));
    let address = server.address("/list.xml");
    let error = wrong(fetch_with(settings(), &address, None), "can't prove who it is");
    assert!(matches!(error, FetchError::Certificate { .. }) && !error.may_pass(), "{error:?}");
    let more_roots = server.certificate.clone().unwrap().into_bytes();
    assert_eq!(
        content(fetch_with(Settings { more_roots, ..settings() }, &address, None)).bytes,
        LIST
    );
    // a server that speaks no TLS
    let open = Server::start(|_, _| Reply::content(LIST));
    let address = open.address("/list.xml").replace("http:", "https:");
    assert!(fetch_with(settings(), &address, None).is_err());
}

#[test]
fn statuses_are_told_with_their_meaning() {
    let error = wrong(fetch(|_, _| Reply::new(403, &[], b"no")), "403 (forbidden)");
    assert!(error.to_string().contains("tamis lists import FILE"));
    wrong(fetch(|_, _| Reply::new(404, &[], b"no")), "--from");
    wrong(fetch(|_, _| Reply::new(206, &[], LIST)), "not the whole content");
    wrong(fetch(|_, _| Reply::new(500, &[], b"")), "the server failed");
    wrong(fetch(|_, _| Reply::new(418, &[], b"")), "418 (refused)");
}

#[test]
fn what_may_pass_is_tried_again_after_a_pause() {
    let server = Server::start(|_, place| match place {
        0 => Reply::new(503, &[("Retry-After", "7")], b""),
        1 => Reply::new(429, &[], b""),
        2 => Reply::content(LIST).cut_to(70),
        _ => Reply::content(LIST),
    });
    let settings = Settings { patience: Patience::new(1), ..settings() };
    let client = Client::new(settings.clone()).unwrap();
    let mut pauses = Vec::new();
    let address = Address::new(&server.address("/list.xml")).unwrap();
    let fetched = client.fetch(&address, None, &mut |step| {
        if let Step::Waiting { pause, tried, .. } = step {
            pauses.push((tried, pause));
        }
        true
    });
    assert_eq!(content(fetched).bytes, LIST);
    assert_eq!(pauses[0], (1, Duration::from_secs(7)));
    let own = |tried| settings.patience.pause(tried, None).unwrap();
    assert_eq!(pauses[1..], [(2, own(2)), (3, own(3))]);
    // whoever asks for hours is asked again another day
    let hours = Server::start(|_, _| Reply::new(503, &[("Retry-After", "7200")], b""));
    wrong(fetch_with(settings.clone(), &hours.address("/"), None), "503");
    assert_eq!(hours.asked().len(), 1);
    // what won't pass is not tried again, what does not is given up
    let refused = Server::start(|_, _| Reply::new(403, &[], b""));
    wrong(fetch_with(settings.clone(), &refused.address("/"), None), "403");
    assert_eq!(refused.asked().len(), 1);
    let down = Server::start(|_, _| Reply::new(503, &[], b""));
    wrong(fetch_with(settings.clone(), &down.address("/"), None), "503");
    assert_eq!(down.asked().len(), 4);
    let stopped = Client::new(settings).unwrap().fetch(
        &Address::new(&down.address("/")).unwrap(),
        None,
        &mut |_| false,
    );
    assert_eq!(stopped, Err(FetchError::Stopped));
}

#[test]
fn half_a_content_is_none() {
    let whole = Reply::content(LIST).size();
    wrong(fetch(move |_, _| Reply::content(LIST).cut_to(whole - 9)), "the connection was cut");
    wrong(
        fetch(|_, _| Reply::raw(200, &[("Content-Length", "9000")], LIST)),
        "the connection was cut",
    );
    wrong(
        fetch(|_, _| Reply::raw(200, &[("Transfer-Encoding", "chunked")], b"1c\r\n<LIST>one")),
        "the connection was cut",
    );
    // a length that is too short: what comes is as long as was said, and the reader of the list sees the end
    let short = fetch(|_, _| Reply::raw(200, &[("Content-Length", "9")], LIST));
    assert_eq!(content(short).bytes, &LIST[..9]);
    wrong(fetch(|_, _| Reply::raw(200, &[("Content-Length", "nine")], LIST)), "no HTTP");
}

#[test]
fn a_content_may_come_packed() {
    assert_eq!(content(fetch(|_, _| Reply::packed(LIST))).bytes, LIST);
    let whole = Reply::packed(LIST).size();
    wrong(fetch(move |_, _| Reply::packed(LIST).cut_to(whole - 12)), "cut");
    let broken = [("Content-Encoding", "gzip")];
    wrong(fetch(move |_, _| Reply::new(200, &broken, LIST)), "can't be unpacked");
}

#[test]
fn the_bound_holds_for_what_is_unpacked_too() {
    let bounded = |answer: fn(&Asked, usize) -> Reply| {
        let server = Server::start(answer);
        fetch_with(Settings { most_bytes: 1_000, ..settings() }, &server.address("/"), None)
    };
    wrong(bounded(|_, _| Reply::content(&[b'a'; 1_001])), "larger than 1000 bytes");
    wrong(bounded(|_, _| Reply::packed(&[b'a'; 200_000])), "larger than 1000 bytes");
    wrong(bounded(|_, _| Reply::raw(200, &[], &[b'a'; 2_000])), "larger than 1000 bytes");
    assert_eq!(content(bounded(|_, _| Reply::content(&[b'a'; 1_000]))).bytes.len(), 1_000);
}

#[test]
fn silence_ends() {
    let before = wrong(
        fetch(|_, _| Reply::content(LIST).cut_to(0).then_silence()),
        "waiting for the answer",
    );
    assert!(before.may_pass());
    let within =
        wrong(fetch(|_, _| Reply::content(LIST).cut_to(60).then_silence()), "in the midst");
    assert!(within.may_pass());
}

#[test]
fn nothing_at_all_is_no_list() {
    wrong(fetch(|_, _| Reply::content(b"")), "sends nothing");
    wrong(fetch(|_, _| Reply::packed(b"")), "sends nothing");
    wrong(fetch(|_, _| Reply::content(b"").cut_to(0)), "try again");
}

#[test]
fn nobody_there_is_told_as_that() {
    let address = Server::start(|_, _| Reply::content(LIST)).address("/");
    let error = wrong(fetch_with(settings(), &address, None), "no connection");
    assert!(error.may_pass());
}

#[test]
fn a_proxy_is_asked_for_a_way_through() {
    let proxy = Server::start(|_, _| Reply::new(403, &[], b"not for you"));
    let named = ProxyChoice::Named(proxy.address(""));
    let fetched =
        fetch_with(Settings { proxy: named, ..settings() }, "https://lists.example/list.xml", None);
    wrong(fetched, "the proxy does not let this through");
    assert_eq!(
        (proxy.asked()[0].method.as_str(), proxy.asked()[0].path.as_str()),
        ("CONNECT", "lists.example:443")
    );
    let none = Settings { proxy: ProxyChoice::Named("::".into()), ..settings() };
    assert!(Client::new(none).unwrap_err().to_string().contains("http://host:port"));
    let no_roots = Settings { more_roots: b"no certificate".to_vec(), ..settings() };
    assert!(Client::new(no_roots).unwrap_err().to_string().contains("PEM"));
}
