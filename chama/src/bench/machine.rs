//! What the machine counts about this process.

use std::fs;

/// Clock ticks a second in `/proc`: Linux shows them at this rate to programs, whatever its own.
const TICKS: f64 = 100.0;

/// Seconds of processor time this process has taken, all threads together; 0 where the machine
/// does not say.
pub(crate) fn cpu_seconds() -> f64 {
    let Ok(stat) = fs::read_to_string("/proc/self/stat") else {
        return 0.0;
    };
    // The name stands in brackets and may hold blanks; user and system time are the 12th and 13th
    // field after it.
    let after = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: f64 = after
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse::<f64>().ok())
        .sum();
    ticks / TICKS
}

/// The most memory this process has held since [`forget_peak`], in MiB; 0 where the machine does not say.
pub(crate) fn peak_mib() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}

/// Counts the peak anew from here, where the machine lets it; else it is that of the whole process.
pub(crate) fn forget_peak() {
    drop(fs::write("/proc/self/clear_refs", "5"));
}
