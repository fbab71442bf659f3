//! A ZIP archive.

use super::deflate::Deflate;
use super::pace::{Meter, N_BYTES, Stopped};

/// Files to be put into one archive, in order.
#[derive(Debug, Default)]
pub(super) struct Zip {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

/// What the directory says of a file.
#[derive(Debug)]
struct Entry {
    name: &'static str,
    suffix: String,
    crc: u32,
    size: u32,
    compressed_size: u32,
    offset: u32,
}

/// 1 January 1980, the first day that a ZIP can say: the same content gives the same bytes.
const NO_DATE: u16 = 0x0021;
/// What a reader must know: version 2.0.
const VERSION: u16 = 20;
/// How the files are compressed.
const DEFLATED: u16 = 8;
/// Names are UTF-8.
const UTF8: u16 = 0x0800;

impl Zip {
    /// Adds a file; its name is `name` and `suffix` together. `meter` is told how much of its part
    /// is done, from `share_done` on.
    pub(super) async fn add(
        &mut self,
        name: &'static str,
        suffix: &str,
        content: &str,
        meter: &mut Meter<'_>,
        share_done: f64,
    ) -> Result<(), Stopped> {
        let mut crc = Crc::default();
        for bytes in content.as_bytes().chunks(N_BYTES) {
            crc.add(bytes);
            meter.at(share_done).await?;
        }
        let mut deflate = Deflate::new(content.as_bytes());
        while !deflate.advance(N_BYTES) {
            meter.at(share_done + (1.0 - share_done) * deflate.share()).await?;
        }
        let compressed = deflate.finish();
        let entry = Entry {
            name,
            suffix: suffix.to_owned(),
            crc: crc.value(),
            size: content.len() as u32,
            compressed_size: compressed.len() as u32,
            offset: self.bytes.len() as u32,
        };
        self.u32(0x0403_4b50);
        self.common(&entry);
        self.name(&entry);
        self.bytes.extend_from_slice(&compressed);
        self.entries.push(entry);
        Ok(())
    }

    /// The archive.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let start = self.bytes.len();
        let entries = core::mem::take(&mut self.entries);
        for entry in &entries {
            self.u32(0x0201_4b50);
            self.u16(VERSION);
            self.common(entry);
            // No comment, first disk, no attributes.
            self.bytes.extend_from_slice(&[0; 10]);
            self.u32(entry.offset);
            self.name(entry);
        }
        let size = (self.bytes.len() - start) as u32;
        self.u32(0x0605_4b50);
        self.u32(0);
        self.u16(entries.len() as u16);
        self.u16(entries.len() as u16);
        self.u32(size);
        self.u32(start as u32);
        self.u16(0);
        self.bytes
    }

    /// What the head of a file and its entry of the directory have in common.
    fn common(&mut self, entry: &Entry) {
        self.u16(VERSION);
        self.u16(UTF8);
        self.u16(DEFLATED);
        self.u16(0);
        self.u16(NO_DATE);
        self.u32(entry.crc);
        self.u32(entry.compressed_size);
        self.u32(entry.size);
        self.u16((entry.name.len() + entry.suffix.len()) as u16);
        self.u16(0);
    }

    fn name(&mut self, entry: &Entry) {
        self.bytes.extend_from_slice(entry.name.as_bytes());
        self.bytes.extend_from_slice(entry.suffix.as_bytes());
    }

    fn u16(&mut self, value: u16) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn u32(&mut self, value: u32) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }
}

/// The checksum of a ZIP entry (CRC-32 of ISO 3309), four bits at a time.
struct Crc(u32);

impl Default for Crc {
    fn default() -> Self {
        Self(u32::MAX)
    }
}

impl Crc {
    fn add(&mut self, bytes: &[u8]) {
        const TABLE: [u32; 16] = table();
        let mut crc = self.0;
        for byte in bytes {
            crc ^= u32::from(*byte);
            crc = (crc >> 4) ^ TABLE[(crc & 15) as usize];
            crc = (crc >> 4) ^ TABLE[(crc & 15) as usize];
        }
        self.0 = crc;
    }

    fn value(&self) -> u32 {
        !self.0
    }
}

/// The checksum of each half byte.
const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut idx = 0;
    while idx < 16 {
        let mut crc = idx as u32;
        let mut bit = 0;
        while bit < 4 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[idx] = crc;
        idx += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::deflate::deflate;
    use crate::take::pace::tests::{Hurry, at_once};

    fn crc32(bytes: &[u8]) -> u32 {
        let mut crc = Crc::default();
        bytes.chunks(4).for_each(|chunk| crc.add(chunk));
        crc.value()
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        // The check value that every description of CRC-32 gives.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn the_directory_points_at_each_file() {
        let mut zip = Zip::default();
        let hurry = Hurry::default();
        let mut meter = Meter::new(&hurry, 1, 1);
        at_once(zip.add("a", "", "one", &mut meter, 0.0)).unwrap();
        at_once(zip.add("sheet", "2.xml", "two!", &mut meter, 0.0)).unwrap();
        let bytes = zip.finish();
        let end = bytes.len() - 22;
        assert_eq!(bytes[end..end + 4], [0x50, 0x4b, 5, 6]);
        assert_eq!(bytes[end + 10], 2);
        let start = u32::from_le_bytes(bytes[end + 16..end + 20].try_into().unwrap()) as usize;
        assert_eq!(bytes[start..start + 4], [0x50, 0x4b, 1, 2]);
        // The second entry follows the first, 46 bytes and one of its name.
        let second = start + 47;
        let offset = u32::from_le_bytes(bytes[second + 42..second + 46].try_into().unwrap());
        let file = offset as usize;
        assert_eq!(bytes[file..file + 4], [0x50, 0x4b, 3, 4]);
        assert_eq!(&bytes[file + 30..file + 40], b"sheet2.xml");
        assert_eq!(bytes[file + 40..start], deflate(b"two!"));
    }
}
