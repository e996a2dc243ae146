//! Which encoding some bytes are written in, and reading them as UTF-8.
//!
//! Knows byte order marks, UTF-8, UTF-16 and three Windows code pages; knows no format.

mod code_page;
mod reader;

pub use reader::DecodingReader;

/// How many bytes of a stream are worth looking at before its encoding is told.
pub const HEAD_BYTES: usize = 64 * 1024;

/// An encoding, by the names that the WHATWG registry gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextEncoding(pub(crate) &'static encoding_rs::Encoding);

impl TextEncoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(encoding_rs::UTF_8);
    /// UTF-16, the small half first.
    pub const UTF_16LE: Self = Self(encoding_rs::UTF_16LE);
    /// UTF-16, the big half first.
    pub const UTF_16BE: Self = Self(encoding_rs::UTF_16BE);
    /// Western European, Windows.
    pub const WINDOWS_1252: Self = Self(encoding_rs::WINDOWS_1252);
    /// Cyrillic, Windows.
    pub const WINDOWS_1251: Self = Self(encoding_rs::WINDOWS_1251);
    /// Arabic and Persian, Windows.
    pub const WINDOWS_1256: Self = Self(encoding_rs::WINDOWS_1256);

    /// The registered name: `UTF-8`, `windows-1256` …
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// Why an encoding was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The bytes begin with its mark.
    ByteOrderMark,
    /// Every second byte of plain characters is zero.
    ZeroBytes,
    /// The bytes are valid UTF-8 (plain ASCII is).
    ValidUtf8,
    /// Most of what is not ASCII is valid UTF-8; the rest is damage.
    MostlyUtf8,
    /// Read so, words are made of Arabic letters.
    ArabicWords,
    /// Read so, words are made of Cyrillic letters, capitals first.
    CyrillicWords,
    /// Not UTF-8, and no other script shows.
    Fallback,
    /// Somebody named it.
    Named,
}

/// An encoding and why it was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detected {
    /// The encoding.
    pub encoding: TextEncoding,
    /// Why.
    pub reason: Reason,
}

/// Tells the encoding of a text from its first bytes; the more bytes, the better ([`HEAD_BYTES`]).
///
/// ```
/// use tamis_lists::tabular::encoding::{detect, Reason, TextEncoding};
/// let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode("name,born\nمحمد الأحمد,1980\n");
/// let detected = detect(&bytes);
/// assert_eq!(detected.encoding, TextEncoding::WINDOWS_1256);
/// assert_eq!(detected.reason, Reason::ArabicWords);
/// ```
#[must_use]
pub fn detect(head: &[u8]) -> Detected {
    let found = |encoding, reason| Detected { encoding, reason };
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(head) {
        return found(TextEncoding(encoding), Reason::ByteOrderMark);
    }
    if let Some(encoding) = utf_16_by_zero_bytes(head) {
        return found(encoding, Reason::ZeroBytes);
    }
    match Utf8Share::of(head) {
        Utf8Share { invalid: 0, .. } => found(TextEncoding::UTF_8, Reason::ValidUtf8),
        Utf8Share { valid, invalid } if valid > invalid => {
            found(TextEncoding::UTF_8, Reason::MostlyUtf8)
        }
        _ => code_page::detect(head),
    }
}

/// An encoding by name or usual alias (`utf-8`, `utf-16le`, `cp1256`, `windows-1251`, `latin1` …).
/// `latin1` gives Windows-1252, of which it is a part.
#[must_use]
pub fn by_name(name: &str) -> Option<Detected> {
    let name = name.trim();
    // the registry lacks the plain spelling of Microsoft's own tools
    let code_page = name.strip_prefix("windows").or_else(|| name.strip_prefix("Windows"));
    let label = match code_page.filter(|rest| rest.bytes().all(|b| b.is_ascii_digit())) {
        Some(digits) => format!("windows-{digits}"),
        None => name.to_owned(),
    };
    encoding_rs::Encoding::for_label(label.as_bytes())
        .map(|encoding| Detected { encoding: TextEncoding(encoding), reason: Reason::Named })
}

/// Decodes a whole text. The mark, if any, is left out; what cannot be decoded becomes U+FFFD and
/// is counted.
#[must_use]
pub fn decode(bytes: &[u8], encoding: TextEncoding) -> (String, u64) {
    let mut decoder = encoding.0.new_decoder_with_bom_removal();
    let mut text = String::new();
    let mut replaced = 0;
    let mut rest = bytes;
    loop {
        let room = decoder.max_utf8_buffer_length_without_replacement(rest.len());
        text.reserve(room.unwrap_or(rest.len()));
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = rest.get(read..).unwrap_or_default();
        match result {
            encoding_rs::DecoderResult::InputEmpty => return (text, replaced),
            encoding_rs::DecoderResult::OutputFull => {}
            encoding_rs::DecoderResult::Malformed(..) => {
                text.push(char::REPLACEMENT_CHARACTER);
                replaced += 1;
            }
        }
    }
}

/// Plain characters (digits, separators, ends of lines) have one zero byte in UTF-16, and a text
/// has hardly any zero byte in any other encoding. One unit in twenty is asked for: Arabic text
/// has few plain characters, stray zero bytes are fewer.
fn utf_16_by_zero_bytes(head: &[u8]) -> Option<TextEncoding> {
    const ONE_IN: usize = 20;
    const TIMES_THE_OTHER: usize = 10;
    let (pairs, _) = head.as_chunks::<2>();
    let first_zero = pairs.iter().filter(|pair| pair[0] == 0).count();
    let second_zero = pairs.iter().filter(|pair| pair[1] == 0).count();
    let enough = |zeros: usize, other: usize| {
        zeros > 0 && zeros * ONE_IN >= pairs.len() && zeros >= other * TIMES_THE_OTHER
    };
    if enough(second_zero, first_zero) {
        Some(TextEncoding::UTF_16LE)
    } else if enough(first_zero, second_zero) {
        Some(TextEncoding::UTF_16BE)
    } else {
        None
    }
}

/// How many sequences of more than one byte are valid UTF-8, and how many bytes are no UTF-8.
struct Utf8Share {
    valid: usize,
    invalid: usize,
}

impl Utf8Share {
    fn of(bytes: &[u8]) -> Self {
        let mut share = Self { valid: 0, invalid: 0 };
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            share.valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            // a sequence that the end of the head cuts is no fault
            let cut = chunks.peek().is_none() && is_cut_sequence(chunk.invalid());
            if !chunk.invalid().is_empty() && !cut {
                share.invalid += chunk.invalid().len();
            }
        }
        share
    }
}

fn is_cut_sequence(tail: &[u8]) -> bool {
    std::str::from_utf8(tail).is_err_and(|error| error.error_len().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], encoding: TextEncoding, reason: Reason, text: &str) {
        let detected = detect(bytes);
        assert_eq!(detected, Detected { encoding, reason }, "{text}");
        assert_eq!(decode(bytes, encoding), (text.to_owned(), 0));
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn encodings_are_told_by_mark_zero_bytes_and_letters() {
        let arabic = "الاسم;الميلاد\nمحمد الأحمد;1980\nعبد الله بن علي;1975\n";
        let russian = "Имя;Год\nСергей ИВАНОВ;1980\n";
        let french = "nom;né\nFrançois Müller;1980\nCôté, André;1975\n";
        let marked = format!("\u{feff}{arabic}");
        let code_page = |encoding: TextEncoding, text: &str| encoding.0.encode(text).0.into_owned();
        check(marked.as_bytes(), TextEncoding::UTF_8, Reason::ByteOrderMark, arabic);
        check(
            &utf_16(&marked, u16::to_le_bytes),
            TextEncoding::UTF_16LE,
            Reason::ByteOrderMark,
            arabic,
        );
        check(
            &utf_16(&marked, u16::to_be_bytes),
            TextEncoding::UTF_16BE,
            Reason::ByteOrderMark,
            arabic,
        );
        check(&utf_16(arabic, u16::to_le_bytes), TextEncoding::UTF_16LE, Reason::ZeroBytes, arabic);
        check(&utf_16(french, u16::to_be_bytes), TextEncoding::UTF_16BE, Reason::ZeroBytes, french);
        check(russian.as_bytes(), TextEncoding::UTF_8, Reason::ValidUtf8, russian);
        check(b"name,born\n", TextEncoding::UTF_8, Reason::ValidUtf8, "name,born\n");
        check(b"", TextEncoding::UTF_8, Reason::ValidUtf8, "");
        let windows_1256 = code_page(TextEncoding::WINDOWS_1256, arabic);
        check(&windows_1256, TextEncoding::WINDOWS_1256, Reason::ArabicWords, arabic);
        let windows_1251 = code_page(TextEncoding::WINDOWS_1251, russian);
        check(&windows_1251, TextEncoding::WINDOWS_1251, Reason::CyrillicWords, russian);
        let windows_1252 = code_page(TextEncoding::WINDOWS_1252, french);
        check(&windows_1252, TextEncoding::WINDOWS_1252, Reason::Fallback, french);
    }

    #[test]
    fn a_character_cut_by_the_end_of_the_head_is_no_fault() {
        let bytes = "name\nСергей".as_bytes();
        let cut = &bytes[..bytes.len() - 1];
        assert_eq!(detect(cut).encoding, TextEncoding::UTF_8);
    }

    #[test]
    fn stray_bytes_in_utf_8_do_not_make_it_a_code_page() {
        let mut bytes = "Сергей Иванов, Москва\n".repeat(3).into_bytes();
        bytes.push(0xe9);
        bytes.extend_from_slice("\nпорт".as_bytes());
        let detected = detect(&bytes);
        assert_eq!(detected.reason, Reason::MostlyUtf8);
        let (text, replaced) = decode(&bytes, detected.encoding);
        assert_eq!(replaced, 1);
        assert!(text.ends_with("\u{fffd}\nпорт"));
    }

    #[test]
    fn encodings_have_names() {
        for (name, expected) in [
            ("utf-8", "UTF-8"),
            ("UTF8", "UTF-8"),
            ("utf-16le", "UTF-16LE"),
            ("windows-1256", "windows-1256"),
            ("Windows1256", "windows-1256"),
            ("cp1251", "windows-1251"),
            ("latin1", "windows-1252"),
        ] {
            assert_eq!(by_name(name).unwrap().encoding.name(), expected, "{name}");
        }
        assert_eq!(by_name("klingon"), None);
    }
}
