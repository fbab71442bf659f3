//! Writing: every value goes to the column it stands in.

use std::collections::HashMap;

use serde::ser::{self, Serialize};

use crate::number::{folded, put, put_float};
use crate::places::Places;
use crate::text::put_text;
use crate::{APPENDED, Error, INSIDE, N_NEW, Plan, SPAN};

/// The value as bytes.
///
/// # Errors
///
/// [`Error`] where the value holds a kind that nothing here needs: a map, a signed number, bytes.
pub fn to_bytes<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    let mut writer =
        Writer { plan: Plan::new(), columns: vec![Column::default()], ..<_>::default() };
    value.serialize(&mut writer)?;
    let mut out = Vec::new();
    put(&mut out, writer.columns.len() as u64);
    let columns: Vec<Vec<u8>> = writer.columns.into_iter().map(Column::into_bytes).collect();
    for column in &columns {
        put(&mut out, column.len() as u64);
    }
    for column in [&writer.lengths, &writer.distances] {
        put(&mut out, column.len() as u64);
    }
    for column in columns.iter().chain([&writer.lengths, &writer.distances]) {
        out.extend(column);
    }
    put_text(&mut out, writer.text.as_str()).ok_or(Error("a text of fewer kinds of characters"))?;
    Ok(out)
}

#[derive(Default)]
struct Column {
    bytes: Vec<u8>,
    /// The same where a range is told from the one before in this column; only ranges write it.
    from_own: Option<Vec<u8>>,
    own_end: u32,
}

impl Column {
    /// Ranges say first which way is the shorter one.
    fn into_bytes(self) -> Vec<u8> {
        let Some(from_own) = self.from_own else { return self.bytes };
        let is_own = from_own.len() < self.bytes.len();
        let mut bytes = vec![u8::from(is_own)];
        bytes.extend(if is_own { from_own } else { self.bytes });
        bytes
    }
}

#[derive(Default)]
struct Writer {
    plan: Plan,
    columns: Vec<Column>,
    /// The column that is being written.
    here: usize,
    /// Where the last range ended.
    end: u32,
    /// The texts that have been met, and their places among them.
    texts: HashMap<String, u64>,
    /// All texts, but for those that stand inside others before them.
    text: Places,
    /// The length of each text, in bytes.
    lengths: Vec<u8>,
    /// Of each text that stands inside another: how far its begin is from that of the last such.
    distances: Vec<u8>,
    last_inside: usize,
}

impl Writer {
    fn put(&mut self, number: u64) {
        put(&mut self.columns[self.here].bytes, number);
    }

    fn put_span(&mut self, column: usize, start: u32, end: u32) {
        let last_end = self.end;
        let starts = &mut self.columns[column];
        put(&mut starts.bytes, behind(start, last_end));
        put(starts.from_own.get_or_insert_default(), behind(start, starts.own_end));
        starts.own_end = end;
        put(&mut self.columns[column + 1].bytes, behind(end, start));
        self.end = end;
    }
}

fn behind(place: u32, before: u32) -> u64 {
    folded(i64::from(place) - i64::from(before))
}

const UNUSED: Error = Error("a kind of value that this form holds");

type Done = Result<(), Error>;

impl<'a> ser::Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeTupleStruct = ser::Impossible<(), Error>;
    type SerializeTupleVariant = ser::Impossible<(), Error>;
    type SerializeMap = ser::Impossible<(), Error>;
    type SerializeStructVariant = ser::Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Done {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u8(self, value: u8) -> Done {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u16(self, value: u16) -> Done {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u32(self, value: u32) -> Done {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u64(self, value: u64) -> Done {
        self.put(value);
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Done {
        put_float(&mut self.columns[self.here].bytes, value);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Done {
        if let Some(place) = self.texts.get(value).copied() {
            self.put(place + N_NEW);
            return Ok(());
        }
        self.texts.insert(value.to_owned(), self.texts.len() as u64);
        put(&mut self.lengths, value.len() as u64);
        if let Some(begin) = self.text.nearest(value, self.last_inside) {
            self.put(INSIDE);
            put(
                &mut self.distances,
                folded((begin.cast_signed() - self.last_inside.cast_signed()) as i64),
            );
            self.last_inside = begin;
        } else {
            self.put(APPENDED);
            self.text.push(value);
        }
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.serialize_bool(false)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        self.put(1);
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, index: u32, _: &'static str) -> Done {
        self.serialize_u32(index)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        value: &T,
    ) -> Done {
        self.put(u64::from(index));
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_seq(self, n: Option<usize>) -> Result<Items<'a>, Error> {
        self.put(n.ok_or(UNUSED)? as u64);
        Ok(Items(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, Error> {
        Ok(Items(self))
    }

    fn serialize_struct(self, name: &'static str, n_fields: usize) -> Result<Fields<'a>, Error> {
        let next = self.plan.first_column(self.here, name, n_fields);
        self.columns.resize_with(self.columns.len().max(next + n_fields), Column::default);
        Ok(Fields { outside: self.here, next, is_span: name == SPAN, start: None, writer: self })
    }

    fn serialize_i8(self, _: i8) -> Done {
        Err(UNUSED)
    }

    fn serialize_i16(self, _: i16) -> Done {
        Err(UNUSED)
    }

    fn serialize_i32(self, _: i32) -> Done {
        Err(UNUSED)
    }

    fn serialize_i64(self, _: i64) -> Done {
        Err(UNUSED)
    }

    fn serialize_f32(self, _: f32) -> Done {
        Err(UNUSED)
    }

    fn serialize_char(self, _: char) -> Done {
        Err(UNUSED)
    }

    fn serialize_bytes(self, _: &[u8]) -> Done {
        Err(UNUSED)
    }

    fn serialize_unit(self) -> Done {
        Err(UNUSED)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        Err(UNUSED)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Err(UNUSED)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        Err(UNUSED)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(UNUSED)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(UNUSED)
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

/// The items of a list, one after the other in the list's column.
struct Items<'a>(&'a mut Writer);

impl ser::SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Done {
        Ok(())
    }
}

impl ser::SerializeTuple for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Done {
        Ok(())
    }
}

/// The fields of a struct, each in its column.
struct Fields<'a> {
    writer: &'a mut Writer,
    outside: usize,
    next: usize,
    is_span: bool,
    /// Where a range begins, until its end is known.
    start: Option<u32>,
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Done {
        self.writer.here = self.next;
        self.next += 1;
        if !self.is_span {
            return value.serialize(&mut *self.writer);
        }
        // What a range's field writes is taken back, and stands relative to what was before.
        let column = self.writer.here;
        let n_bytes = self.writer.columns[column].bytes.len();
        value.serialize(&mut *self.writer)?;
        let written = self.writer.columns[column].bytes.split_off(n_bytes);
        let place = crate::number::take(&mut &*written).and_then(|place| place.try_into().ok());
        let place: u32 = place.ok_or(UNUSED)?;
        match self.start {
            None => self.start = Some(place),
            Some(start) => self.writer.put_span(column - 1, start, place),
        }
        Ok(())
    }

    fn end(self) -> Done {
        self.writer.here = self.outside;
        Ok(())
    }
}
