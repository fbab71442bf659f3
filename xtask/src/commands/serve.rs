//! `cargo xtask serve`: from a fresh clone to the page in a browser.

use crate::error::Error;
use crate::setup::{self, Purpose};
use crate::workspace::Dist;
use crate::{bundle, process, server};
use std::process::{Command, Stdio};

const USUAL_PORT: u16 = 8620;

struct Options {
    port: u16,
    opens_browser: bool,
}

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    let options = options(args)?;
    let setup = setup::prepare(Purpose::Build)?;
    bundle::build(&setup, &bundle::Work::usual())?;

    let listener = server::listen(options.port)?;
    let address = listener.local_addr().map_err(|reason| Error::Broken(reason.to_string()))?;
    if address.port() != options.port {
        println!("port {} is taken", options.port);
    }
    let url = format!("http://{address}/");
    println!(
        "\n  {url}\n\nCtrl-C ends it. The page as one file: {}",
        Dist::usual().one_file().display()
    );
    if options.opens_browser && !open(&url) {
        println!("no browser could be started from here: open the address by hand");
    }
    server::serve(listener, &Dist::usual().site())
}

fn options(args: &[String]) -> Result<Options, Error> {
    let mut options = Options { port: USUAL_PORT, opens_browser: true };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let port = if arg == "--port" {
            args.next().map(String::as_str)
        } else {
            arg.strip_prefix("--port=")
        };
        match (arg.as_str(), port.and_then(|port| port.parse().ok())) {
            ("--no-open", _) => options.opens_browser = false,
            (_, Some(port)) => options.port = port,
            _ => return Err(Error::Option { found: arg.clone(), wanted: "--port N, --no-open" }),
        }
    }
    Ok(options)
}

/// Asks the desktop to open an address; whether there was one to ask.
fn open(url: &str) -> bool {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let has_screen = cfg!(any(target_os = "macos", windows))
        || std::env::var_os("DISPLAY").or_else(|| std::env::var_os("WAYLAND_DISPLAY")).is_some();
    if !has_screen || process::find(program).is_none() {
        return false;
    }
    let mut command = Command::new(program);
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn port_and_browser(args: &[&str]) -> Option<(u16, bool)> {
        let args: Vec<String> = args.iter().map(ToString::to_string).collect();
        options(&args).ok().map(|options| (options.port, options.opens_browser))
    }

    #[test]
    fn a_port_is_read_in_both_ways_of_writing() {
        assert_eq!(port_and_browser(&["--port", "9000", "--no-open"]), Some((9000, false)));
        assert_eq!(port_and_browser(&["--port=9000"]), Some((9000, true)));
    }

    #[test]
    fn what_is_no_option_is_refused() {
        assert_eq!(port_and_browser(&["--port"]), None);
        assert_eq!(port_and_browser(&["--port", "many"]), None);
        assert_eq!(port_and_browser(&["--share"]), None);
    }
}
