//! Words of 核验: what of the sources does not fit.
