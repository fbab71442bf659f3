//! Words of 部门: who carries what.
