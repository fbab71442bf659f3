//! What a person tells the parser: the list of documents, the places, the rules for themes
//! and indicators.
//!
//! The files are TOML, kept in `seeds/`; their texts are handed in.

use model::{Level, RegionKind};
use serde::Deserialize;

use crate::{
    series::{self, Indicator, IndicatorsError},
    themes::{ThemeRules, ThemeRulesError},
};

/// What is known of documents in general: places, and the rules for themes and indicators.
#[derive(Debug, Clone)]
pub struct Registry {
    pub(crate) cities: Vec<City>,
    pub(crate) themes: ThemeRules,
    pub(crate) indicators: Vec<Indicator>,
}

/// Why a registry file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RegistryError {
    /// The file is not TOML of the wanted form; the message names line and column.
    #[error("{file}: {source}")]
    Form {
        /// Which file.
        file: &'static str,
        /// What is wrong, and where.
        source: toml::de::Error,
    },
    /// A rule for themes is wrong.
    #[error("themes.toml: {0}")]
    Themes(#[from] ThemeRulesError),
    /// An indicator is wrong.
    #[error("indicators.toml: {0}")]
    Indicators(#[from] IndicatorsError),
}

impl Registry {
    /// Reads `places.toml`, `themes.toml` and `indicators.toml`, given as texts.
    ///
    /// # Errors
    ///
    /// [`RegistryError`] names the file, the place in it and what was wanted there.
    pub fn from_toml(places: &str, themes: &str, indicators: &str) -> Result<Self, RegistryError> {
        let places: Places = from_toml("places.toml", places)?;
        Ok(Self {
            cities: places.city,
            themes: ThemeRules::from_toml(themes)?,
            indicators: series::from_toml(indicators)?,
        })
    }
}

/// The documents to read, in order.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// One entry a document.
    #[serde(rename = "document", default)]
    pub documents: Vec<ManifestEntry>,
}

impl Manifest {
    /// Reads `manifest.toml`, given as text.
    ///
    /// # Errors
    ///
    /// [`RegistryError::Form`] where it is not of the wanted form.
    pub fn from_toml(text: &str) -> Result<Self, RegistryError> {
        from_toml("manifest.toml", text)
    }
}

/// One document of the manifest.
#[derive(Debug, Clone, Deserialize)]
pub struct ManifestEntry {
    /// The name of its file, beside the manifest.
    pub file: String,
    /// What its text does not print.
    #[serde(flatten)]
    pub hints: Hints,
}

/// What a person says of a document because its text does not print it.
///
/// What the text prints is read there; a hint fills what is missing and overrides nothing that
/// was read, save place, level and year, which are often printed of something else.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Hints {
    /// The document's key, for ids.
    pub key: String,
    /// The place whose tasks it lists.
    pub region: Option<String>,
    /// The level of its government.
    pub level: Option<Level>,
    /// The year whose tasks it lists.
    pub year: Option<u16>,
    /// The year where the text prints none, as the name of a file may say it.
    #[serde(skip)]
    pub year_if_unprinted: Option<u16>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Places {
    #[serde(default)]
    city: Vec<City>,
}

/// A city with its districts, in the order of its tables.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct City {
    pub(crate) name: String,
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) name_en: String,
    #[serde(default, rename = "district")]
    pub(crate) districts: Vec<District>,
}

/// A district, county, zone, or the city's own level.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct District {
    pub(crate) name: String,
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) name_en: String,
    #[serde(default)]
    pub(crate) forms: Vec<String>,
    #[serde(default)]
    pub(crate) kind: RegionKind,
    #[serde(default)]
    pub(crate) tile: Option<[u8; 2]>,
}

fn from_toml<'de, T: Deserialize<'de>>(
    file: &'static str,
    text: &'de str,
) -> Result<T, RegistryError> {
    toml::from_str(text).map_err(|source| RegistryError::Form { file, source })
}
