//! See `tamis_fuzz::properties::ofac_advanced`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tamis_fuzz::properties::ofac_advanced(data));
