//! Ctrl-C: the first asks to stop after the row under way, the second ends at once.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// The one flag of the process: a demo runs several commands, and all of them stop.
static STOP: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// Asks long runs to stop when the process is told to end. Commands that end by themselves in a
/// moment don't install it, and are ended by the system.
pub(crate) fn stop_on_signal() -> Arc<AtomicBool> {
    let stop = STOP.get_or_init(|| {
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        // Where no handler can be set the system ends the process: nothing that is worth an error.
        let _ = ctrlc::set_handler(move || {
            if asked.swap(true, Ordering::Relaxed) {
                process::exit(130);
            }
        });
        stop
    });
    Arc::clone(stop)
}
