//! See `tamis_fuzz::tables::au`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tamis_fuzz::tables::au(data));
