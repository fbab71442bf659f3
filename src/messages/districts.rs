//! Words of 区县: who takes which share.
