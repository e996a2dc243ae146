//! Bytes of an official list become entries and a full account of what was not understood.
