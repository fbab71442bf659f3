//! Words of 对比: the years beside each other.
