//! See `tamis_fuzz::tables::ofac_csv`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tamis_fuzz::tables::ofac_csv(data));
