//! What the engine answers: laws against a plain reference, and small cases.
//!
//! Start with `laws`; `naive` is the reference, written to be read and not to be fast.

mod builder;
mod naive;

mod laws;

mod arrange;
mod compare;
mod coverage;
mod facets;
mod search;
