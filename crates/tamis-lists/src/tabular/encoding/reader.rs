//! A stream of bytes in some encoding, read as UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult};

use super::{Detected, HEAD_BYTES, TextEncoding, detect};

const CHUNK_BYTES: usize = 16 * 1024;
/// U+FFFD in UTF-8.
const REPLACEMENT: &[u8] = "\u{fffd}".as_bytes();

/// Yields UTF-8 without a byte order mark, whatever the encoding below. Bytes that cannot be
/// decoded become U+FFFD and are counted.
///
/// ```
/// use std::io::Read;
/// use tamis_lists::tabular::DecodingReader;
/// let mut text = String::new();
/// let mut reader = DecodingReader::new(&b"\xff\xfeh\0i\0"[..]).unwrap();
/// reader.read_to_string(&mut text).unwrap();
/// assert_eq!(text, "hi");
/// assert_eq!(reader.detected().encoding.name(), "UTF-16LE");
/// assert_eq!(reader.replaced(), 0);
/// ```
pub struct DecodingReader<R> {
    inner: R,
    detected: Detected,
    decoder: Decoder,
    /// Read, not yet decoded: from `raw_at` on.
    raw: Vec<u8>,
    raw_at: usize,
    /// Decoded, not yet given out: from `text_at` on.
    text: Vec<u8>,
    text_at: usize,
    replaced: u64,
    inner_ended: bool,
    ended: bool,
}

impl<R> std::fmt::Debug for DecodingReader<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DecodingReader")
            .field("detected", &self.detected)
            .field("replaced", &self.replaced)
            .finish_non_exhaustive()
    }
}

impl<R: Read> DecodingReader<R> {
    /// Looks at the first [`HEAD_BYTES`] and chooses the encoding.
    ///
    /// # Errors
    /// What the stream below gives.
    pub fn new(mut inner: R) -> io::Result<Self> {
        let mut head = Vec::new();
        inner.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
        let detected = detect(&head);
        Ok(Self::begun(inner, head, detected))
    }

    /// Reads in an encoding that somebody named.
    pub fn with_encoding(inner: R, detected: Detected) -> Self {
        Self::begun(inner, Vec::new(), detected)
    }

    fn begun(inner: R, head: Vec<u8>, detected: Detected) -> Self {
        let TextEncoding(encoding) = detected.encoding;
        Self {
            inner,
            detected,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: head,
            raw_at: 0,
            text: Vec::new(),
            text_at: 0,
            replaced: 0,
            inner_ended: false,
            ended: false,
        }
    }

    /// The encoding that is read, and why.
    pub fn detected(&self) -> Detected {
        self.detected
    }

    /// How many places could not be decoded so far.
    pub fn replaced(&self) -> u64 {
        self.replaced
    }

    /// Reads more bytes if there are none, then decodes some.
    fn fill(&mut self) -> io::Result<()> {
        if self.raw_at >= self.raw.len() && !self.inner_ended {
            self.raw.clear();
            self.raw_at = 0;
            let read = self.inner.by_ref().take(CHUNK_BYTES as u64).read_to_end(&mut self.raw)?;
            self.inner_ended = read == 0;
        }
        self.text.resize(CHUNK_BYTES + REPLACEMENT.len(), 0);
        self.text_at = 0;
        let rest = self.raw.get(self.raw_at..).unwrap_or_default();
        let room = self.text.get_mut(..CHUNK_BYTES).unwrap_or_default();
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(rest, room, self.inner_ended);
        self.raw_at += read;
        self.text.truncate(written);
        match result {
            DecoderResult::InputEmpty => self.ended = self.inner_ended,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                self.text.extend_from_slice(REPLACEMENT);
                self.replaced += 1;
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for DecodingReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        while self.text_at >= self.text.len() {
            if self.ended {
                return Ok(0);
            }
            self.fill()?;
        }
        let ready = self.text.get(self.text_at..).unwrap_or_default();
        let count = ready.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..count), ready.get(..count)) {
            to.copy_from_slice(from);
        }
        self.text_at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tabular::encoding::{by_name, decode};

    /// Gives its bytes in small pieces, as a pipe does.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(into.len()).min(self.0.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    #[test]
    fn a_stream_reads_as_the_whole_does() {
        let long = "محمد الأحمد;Сергей;Müller\n".repeat(20_000);
        for name in ["utf-8", "utf-16le", "utf-16be"] {
            let detected = by_name(name).unwrap();
            let bytes: Vec<u8> = match name {
                "utf-8" => long.clone().into_bytes(),
                "utf-16le" => long.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => long.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            };
            for step in [1, 7, 100_000] {
                let mut text = String::new();
                let mut reader = DecodingReader::new(Drops(&bytes, step)).unwrap();
                reader.read_to_string(&mut text).unwrap();
                assert_eq!(reader.detected().encoding, detected.encoding);
                assert_eq!(reader.replaced(), 0);
                assert!(text == long, "{name} in pieces of {step}");
            }
        }
    }

    #[test]
    fn what_cannot_be_decoded_is_replaced_and_counted() {
        let bytes = b"a\xffb\xc3";
        let named = by_name("utf-8").unwrap();
        let mut reader = DecodingReader::with_encoding(Drops(bytes, 1), named);
        let mut text = String::new();
        reader.read_to_string(&mut text).unwrap();
        assert_eq!((text, reader.replaced()), decode(bytes, named.encoding));
        assert_eq!(reader.replaced(), 2);
    }

    #[test]
    fn a_fault_below_is_told() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("unplugged"))
            }
        }
        assert_eq!(DecodingReader::new(Broken).unwrap_err().to_string(), "unplugged");
    }
}
