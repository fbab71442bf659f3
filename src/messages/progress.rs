//! Words of 进度: how far things have come.
