//! The limits of the XML layer. Each names the largest real value seen in the lists of
//! `lists/{un,eu,ofac}` (2014 to 2026) and what happens when it binds. All end in
//! [`ReadError::LimitExceeded`](crate::ReadError::LimitExceeded): the file is refused, the old
//! snapshot stays.

/// Bytes of a file. Largest seen: 11,815,869 (OFAC SDN of 2021); OFAC's advanced format has some 120 MB.
/// Above it nothing is parsed.
pub const MAX_FILE_BYTES: u64 = 512 << 20;

/// Depth of elements. Largest seen: 5 (`sdnList/sdnEntry/idList/id/uid`). Deeper nesting is an attack on
/// readers that recurse; this one does not, and refuses it all the same.
pub const MAX_DEPTH: usize = 32;

/// Bytes of the text of one element, references resolved. Largest seen: 1,727 (a UN comment).
pub const MAX_TEXT_BYTES: usize = 1 << 20;

/// Bytes of one attribute value. Largest seen: 1,095 (an EU function).
pub const MAX_ATTRIBUTE_BYTES: usize = 64 << 10;

/// Elements and attributes of one record. Largest seen: 2,356 (an EU entity).
pub const MAX_RECORD_NODES: usize = 100_000;

/// Elements and attributes outside records. Largest seen: 6.
pub const MAX_HEADER_NODES: usize = 10_000;
