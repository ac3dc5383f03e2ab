//! What the manifest says of each file.

use std::io::Write;

use anyhow::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use serde::Serialize;
use sha2::{Digest, Sha384};

/// The size and the hash of one file.
#[derive(Serialize)]
pub(super) struct Entry {
    bytes: usize,
    /// The size at brotli's level 11; only a release is compressed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) brotli: Option<usize>,
    /// The hash as the attribute `integrity` wants it, without the prefix `sha384-`.
    sha384: String,
}

impl Entry {
    pub(super) fn plain(bytes: &[u8]) -> Self {
        Self {
            bytes: bytes.len(),
            brotli: None,
            sha384: STANDARD.encode(Sha384::digest(bytes)),
        }
    }

    /// The hash as the attribute `integrity` wants it.
    pub(super) fn integrity(&self) -> String {
        format!("sha384-{}", self.sha384)
    }
}

/// `bytes` compressed, by brotli and by gzip.
pub(super) fn compressed(bytes: &[u8]) -> Result<[Vec<u8>; 2]> {
    let mut brotli = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &parameters)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok([brotli, gzip.finish()?])
}
