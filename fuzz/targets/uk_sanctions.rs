//! See `tamis_fuzz::properties::uk_sanctions`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tamis_fuzz::properties::uk_sanctions(data));
