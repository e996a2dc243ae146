//! See `tamis_fuzz::pairs::pairs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tamis_fuzz::pairs::pairs(data));
