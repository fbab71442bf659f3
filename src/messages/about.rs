//! Words of 说明: where the data come from, and the rules.
