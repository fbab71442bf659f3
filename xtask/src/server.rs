//! A small web server for `dist/site/`, reachable from this machine alone.

use crate::error::Error;
use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server};

/// How many ports after the wanted one are tried.
const N_PORTS: u16 = 20;

/// Takes `port`, or the next one that nobody has, on loopback.
pub(crate) fn listen(port: u16) -> Result<TcpListener, Error> {
    let ports = port..=port.saturating_add(N_PORTS);
    let listener = ports
        .clone()
        .find_map(|port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).ok());
    listener.ok_or_else(|| Error::Missing {
        what: format!("a free port between {port} and {}", ports.end()),
        remedy: "choose another with --port".to_owned(),
    })
}

/// Serves the files of `folder` until the process ends.
pub(crate) fn serve(listener: TcpListener, folder: &Path) -> Result<(), Error> {
    let server = Server::from_listener(listener, None)
        .map_err(|reason| Error::Broken(format!("cannot serve: {reason}")))?;
    for request in server.incoming_requests() {
        // A browser that went away while it was answered is no fault of ours.
        let _ = answer(request, folder);
    }
    Ok(())
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let file =
        file_of(request.url(), folder).and_then(|path| Some((File::open(&path).ok()?, path)));
    let Some((file, path)) = file else {
        return request.respond(Response::from_string("not found").with_status_code(404));
    };
    let response = Response::from_file(file)
        .with_header(header("Content-Type", media_type(&path)))
        .with_header(header("Cache-Control", "no-cache"))
        .with_header(header("X-Content-Type-Options", "nosniff"));
    request.respond(response)
}

/// The file that an address names, or nothing where it leads out of `folder`.
fn file_of(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let stays_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(path);
    (stays_inside && file.is_file()).then_some(file)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_leads_out_of_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(file_of("/main.rs?a=b", &folder), Some(folder.join("main.rs")));
        assert_eq!(file_of("/../Cargo.toml", &folder), None);
        assert_eq!(file_of("//../Cargo.toml", &folder), None);
        assert_eq!(file_of("/nothing.rs", &folder), None);
    }
}
