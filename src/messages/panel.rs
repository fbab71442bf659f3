//! Words of an open task: what it is to reach, what was reached, and its relatives.
