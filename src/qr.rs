//! A text as a QR code, drawn as one path of an SVG.

use core::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet zone that scanners ask for on each side, in modules.
pub(crate) const QUIET: i32 = 4;

/// The dark modules of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QrPicture {
    /// How many modules a side has, without the quiet zone.
    pub size: i32,
    /// The dark modules as the data of a path, a module being one unit.
    pub path: String,
}

impl QrPicture {
    /// The code of a text; `None` where it is too long for any code (2953 bytes).
    pub(crate) fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let end = (x..size).find(|x| !code.get_module(*x, y)).unwrap_or(size);
                if end > x {
                    // Writing to a string cannot fail.
                    let _ = write!(path, "M{x} {y}h{0}v1h-{0}z", end - x);
                }
                x = end + 1;
            }
        }
        Some(Self { size, path })
    }

    /// The whole picture's box, quiet zone and all.
    pub(crate) fn view_box(&self) -> String {
        let side = self.size + 2 * QUIET;
        format!("-{QUIET} -{QUIET} {side} {side}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_finders_and_nothing_outside() {
        let code = QrPicture::of("https://a.gov.cn/?v=tasks").unwrap();
        // The first row begins with the seven dark modules of the finder at the left, and ends
        // with those at the right.
        let first: Vec<_> = code.path.split('z').filter(|run| run.contains(" 0h")).collect();
        assert_eq!(first.first(), Some(&"M0 0h7v1h-7"));
        assert_eq!(first.last().copied(), Some(&*format!("M{} 0h7v1h-7", code.size - 7)));
        assert_eq!(code.view_box(), format!("-4 -4 {0} {0}", code.size + 8));
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert_eq!(QrPicture::of(&"长".repeat(1000)), None);
    }
}
