//! What becomes of each element of Canada's list. Source: the file of 2025-05, in which a record is flat.

use crate::xml::Role::{Field, Group, Record};
use crate::xml::Row;

/// The table of the reader.
#[rustfmt::skip]
pub static TABLE: &[Row] = &[
    Row { path: "data-set", role: Group },
    Row { path: "data-set/record", role: Record },
    Row { path: "data-set/record/Country", role: Field },
    Row { path: "data-set/record/LastName", role: Field },
    Row { path: "data-set/record/GivenName", role: Field },
    Row { path: "data-set/record/EntityOrShip", role: Field },
    Row { path: "data-set/record/Aliases", role: Field },
    Row { path: "data-set/record/TitleOrShip", role: Field },
    Row { path: "data-set/record/ShipIMONumber", role: Field },
    Row { path: "data-set/record/DateOfBirthOrShipBuildDate", role: Field },
    Row { path: "data-set/record/Schedule", role: Field },
    Row { path: "data-set/record/Item", role: Field },
    Row { path: "data-set/record/DateOfListing", role: Field },
];
