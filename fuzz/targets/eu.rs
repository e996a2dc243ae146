//! See `tamis_fuzz::properties::eu`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tamis_fuzz::properties::eu(data));
