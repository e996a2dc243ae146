//! The rows of the accuracy table, a file each.

pub(super) mod calibration;
pub(super) mod cohorts;
pub(super) mod corpus;
pub(super) mod crosslist;
pub(super) mod dates;
pub(super) mod leave_one_out;
pub(super) mod mrz;
pub(super) mod name_bench;
pub(super) mod negatives;
pub(super) mod noms_de_guerre;
pub(super) mod original_script;
pub(super) mod own_perturbations;
pub(super) mod peer_alarms;
pub(super) mod perturbed;
pub(super) mod tokens;
pub(super) mod unknown_kind;
pub(super) mod variants;
