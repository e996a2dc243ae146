//! See `tamis_fuzz::tables::uk_xlsx`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tamis_fuzz::tables::uk_xlsx(data));
