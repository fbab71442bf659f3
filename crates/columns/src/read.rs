//! Reading: every value comes from the column it stands in.

use core::fmt;
use core::ops::Range;

use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, Visitor};

use crate::number::{take, take_float, unfolded};
use crate::text::take_text;
use crate::{APPENDED, Error, INSIDE, N_NEW, Plan, SPAN};

/// The value that was written.
///
/// # Errors
///
/// [`Error`] where the bytes are none that a value of this type was written to.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    Texts::of(bytes)?.value()
}

/// The bytes of a value with their texts read, which is a third of the work: for those who must not
/// do all of it at once.
pub struct Texts<'a>(Reader<'a>);

impl<'a> Texts<'a> {
    /// Reads the texts.
    ///
    /// # Errors
    ///
    /// [`Error`] where the bytes are none that a value was written to.
    pub fn of(bytes: &'a [u8]) -> Result<Self, Error> {
        Reader::new(bytes).map(Self).ok_or(BROKEN)
    }

    /// The value that was written.
    ///
    /// # Errors
    ///
    /// [`Error`] where the bytes are none that a value of this type was written to.
    pub fn value<T: DeserializeOwned>(mut self) -> Result<T, Error> {
        T::deserialize(&mut self.0)
    }
}

impl fmt::Debug for Texts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").finish_non_exhaustive()
    }
}

const BROKEN: Error = Error("the bytes of a value");

/// A list of things that take no bytes must not take all memory.
const MAX_ITEMS: u64 = 1 << 24;

struct Reader<'a> {
    plan: Plan,
    columns: Vec<Column<'a>>,
    /// The column that is being read.
    here: usize,
    /// Where the last range ended.
    end: u32,
    text: String,
    /// Where the texts stand in it that have been met.
    places: Vec<Range<usize>>,
    lengths: &'a [u8],
    distances: &'a [u8],
    /// Where the next text begins that stands in no other.
    next: usize,
    /// Where the last text began that stands inside another.
    last_inside: usize,
}

#[derive(Clone, Copy, Default)]
struct Column<'a> {
    bytes: &'a [u8],
    /// Whether ranges are told from the one before in this column; known once one was read.
    is_own: Option<bool>,
    own_end: u32,
}

impl<'a> Reader<'a> {
    fn new(mut bytes: &'a [u8]) -> Option<Self> {
        let n = take(&mut bytes)?;
        let mut lengths = Vec::new();
        // The last two are those of the texts.
        for _ in 0..n.checked_add(2)? {
            lengths.push(usize::try_from(take(&mut bytes)?).ok()?);
        }
        let mut parts = Vec::with_capacity(lengths.len());
        for length in lengths {
            let (part, rest) = bytes.split_at_checked(length)?;
            bytes = rest;
            parts.push(part);
        }
        let distances = parts.pop()?;
        let lengths = parts.pop()?;
        let columns = parts.into_iter().map(|bytes| Column { bytes, ..<_>::default() }).collect();
        let text = take_text(bytes)?;
        Some(Self {
            plan: Plan::new(),
            columns,
            here: 0,
            end: 0,
            text,
            places: Vec::new(),
            lengths,
            distances,
            next: 0,
            last_inside: 0,
        })
    }

    fn column(&mut self, at: usize) -> Result<&mut Column<'a>, Error> {
        self.columns.get_mut(at).ok_or(BROKEN)
    }

    fn take(&mut self) -> Result<u64, Error> {
        let here = self.here;
        take(&mut self.column(here)?.bytes).ok_or(BROKEN)
    }

    fn take_text(&mut self) -> Result<&str, Error> {
        let code = self.take()?;
        if code < N_NEW {
            let place = self.new_text(code).ok_or(BROKEN)?;
            self.places.push(place);
        }
        let place = match code.checked_sub(N_NEW) {
            Some(known) => self.places.get(known as usize),
            None => self.places.last(),
        };
        let place = place.cloned();
        place.and_then(|place| self.text.get(place)).ok_or(BROKEN)
    }

    /// Where a text stands that is met for the first time.
    fn new_text(&mut self, code: u64) -> Option<Range<usize>> {
        let length = usize::try_from(take(&mut self.lengths)?).ok()?;
        let begin = match code {
            APPENDED => self.next,
            INSIDE => {
                self.last_inside.checked_add_signed(unfolded(take(&mut self.distances)?) as isize)?
            }
            _ => return None,
        };
        let end = begin.checked_add(length)?;
        if code == INSIDE {
            self.last_inside = begin;
        } else {
            self.next = end;
        }
        Some(begin..end)
    }

    /// The two places of a range whose fields stand in this column and the next.
    fn take_span(&mut self, column: usize) -> Result<[u32; 2], Error> {
        let last_end = self.end;
        let starts = self.column(column)?;
        if starts.is_own.is_none() {
            starts.is_own = Some(take(&mut starts.bytes).ok_or(BROKEN)? != 0);
        }
        let before = if starts.is_own == Some(true) { starts.own_end } else { last_end };
        let start = behind(&mut starts.bytes, before)?;
        let end = behind(&mut self.column(column + 1)?.bytes, start)?;
        self.column(column)?.own_end = end;
        self.end = end;
        Ok([start, end])
    }
}

fn behind(bytes: &mut &[u8], before: u32) -> Result<u32, Error> {
    let distance = unfolded(take(bytes).ok_or(BROKEN)?);
    i64::from(before).checked_add(distance).and_then(|place| place.try_into().ok()).ok_or(BROKEN)
}

/// Reads a whole number and gives it to the visitor as what it asks for.
macro_rules! whole {
    ($($method:ident $visit:ident $type:ty),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(<$type>::try_from(self.take()?).map_err(|_| BROKEN)?)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for &mut Reader<'_> {
    type Error = Error;

    whole!(
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64
    );

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.take()? != 0)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let here = self.here;
        visitor.visit_f64(take_float(&mut self.column(here)?.bytes).ok_or(BROKEN)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.take_text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.take()? == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let n = self.take()?;
        if n > MAX_ITEMS {
            return Err(BROKEN);
        }
        visitor.visit_seq(Items { n_left: n as usize, reader: self })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, n: usize, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Items { n_left: n, reader: self })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let outside = self.here;
        let next = self.plan.first_column(outside, name, fields.len());
        let value = if name == SPAN {
            let places = self.take_span(next)?.into_iter();
            visitor.visit_seq(de::value::SeqDeserializer::new(places))
        } else {
            visitor.visit_seq(Fields { next, n_left: fields.len(), reader: self })
        };
        self.here = outside;
        value
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(Variant(self))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(BROKEN)
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 char bytes byte_buf unit unit_struct tuple_struct map
        identifier ignored_any
    }
}

struct Items<'r, 'a> {
    reader: &'r mut Reader<'a>,
    n_left: usize,
}

impl<'de> de::SeqAccess<'de> for Items<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(n_left) = self.n_left.checked_sub(1) else { return Ok(None) };
        self.n_left = n_left;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.n_left)
    }
}

struct Fields<'r, 'a> {
    reader: &'r mut Reader<'a>,
    next: usize,
    n_left: usize,
}

impl<'de> de::SeqAccess<'de> for Fields<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(n_left) = self.n_left.checked_sub(1) else { return Ok(None) };
        self.n_left = n_left;
        self.reader.here = self.next;
        self.next += 1;
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

struct Variant<'r, 'a>(&'r mut Reader<'a>);

impl<'de, 'r, 'a> de::EnumAccess<'de> for Variant<'r, 'a> {
    type Error = Error;
    type Variant = &'r mut Reader<'a>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self::Variant), Error> {
        let index = u32::try_from(self.0.take()?).map_err(|_| BROKEN)?;
        let index: de::value::U32Deserializer<Error> = index.into_deserializer();
        Ok((seed.deserialize(index)?, self.0))
    }
}

impl<'de> de::VariantAccess<'de> for &mut Reader<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(BROKEN)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        Err(BROKEN)
    }
}
