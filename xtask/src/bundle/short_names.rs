//! Short names for what the program imports from its script.
//!
//! wasm-bindgen names each import by a hash, and says the name in the program and in the script:
//! two times eight bytes that nothing compresses, for each of some 240.

use crate::error::Error;
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser};

/// Where the program imports from what stands in its script.
const SCRIPT: &str = "./program_bg.js";

/// The program and its script with other names for imports.
pub(super) fn shorten(program: &[u8], script: &str) -> Result<(Vec<u8>, String), Error> {
    let mut names = Names::default();
    let mut module = Module::new();
    names
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| Error::Broken(format!("the joined program: {error}")))?;
    let mut script = script.to_owned();
    for (long, short) in &names.0 {
        let (from, to) = (format!(" {long}: function"), format!(" {short}: function"));
        if script.matches(&from).count() != 1 {
            return Err(Error::Broken(format!("wasm-bindgen's script does not hold {long} once")));
        }
        script = script.replace(&from, &to);
    }
    Ok((module.finish(), script))
}

/// The long names and the short ones, in the order of the program.
#[derive(Debug, Default)]
struct Names(Vec<(String, String)>);

impl Reencode for Names {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        for import in section.into_imports() {
            let import = import?;
            let ty = self.entity_type(import.ty)?;
            if import.module == SCRIPT {
                let short = short_name(self.0.len());
                imports.import(import.module, &short, ty);
                self.0.push((import.name.to_owned(), short));
            } else {
                imports.import(import.module, import.name, ty);
            }
        }
        Ok(())
    }
}

/// a to z, then aa, ab and so on.
fn short_name(n: usize) -> String {
    let letter = char::from(b'a' + (n % 26) as u8);
    let before = if n < 26 { String::new() } else { short_name(n / 26 - 1) };
    format!("{before}{letter}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    const LONG: [&str; 2] = ["__wbg_new_cd4348290afae586", "__wbg_new_cd4348290afae58"];

    fn program() -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        for name in LONG {
            imports.import(SCRIPT, name, EntityType::Function(0));
        }
        imports.import("./__wasm_split.js", "__wasm_split_load_tasks", EntityType::Function(0));
        let mut module = Module::new();
        module.section(&types).section(&imports);
        module.finish()
    }

    #[test]
    fn a_name_is_the_same_short_one_in_both() {
        let script = format!("{{ {}: function() {{}}, {}: function() {{}} }}", LONG[0], LONG[1]);
        let (program, script) = shorten(&program(), &script).expect("the script holds both");
        assert_eq!(script, "{ a: function() {}, b: function() {} }");
        let names = names_in(&program);
        assert_eq!(names, ["a", "b"]);
    }

    fn names_in(program: &[u8]) -> Vec<String> {
        let mut names = Names::default();
        let read = names.parse_core_module(&mut Module::new(), Parser::new(0), program);
        read.expect("what was written can be read");
        names.0.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn a_name_that_the_script_does_not_hold_is_an_error() {
        assert!(shorten(&program(), "{ }").is_err());
        assert!(shorten(b"no program", "{ }").is_err());
    }

    #[test]
    fn no_short_name_comes_twice() {
        let names: Vec<_> = [0, 25, 26, 27, 701, 702].into_iter().map(short_name).collect();
        assert_eq!(names, ["a", "z", "aa", "ab", "zz", "aaa"]);
    }
}
