//! What the page may do: a content security policy, written into the page itself.
//!
//! Nothing that is not listed may run, and nothing may be fetched from or sent to anywhere
//! else. The page arrives with `'unsafe-eval'`, because browsers before Chrome 97 refuse
//! WebAssembly without it; boot/boot.js adds the same policy with `'wasm-unsafe-eval'`
//! where the browser knows that word, and the two together allow what both allow.

use super::html::elements;
use super::sha256;

/// Where the page lies, and so what it must fetch.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On a web host: it fetches its own files, from its own host alone.
    Site,
    /// In one file: it fetches nothing at all.
    OneFile,
}

/// Texts that the page puts in later.
#[derive(Clone, Copy, Default)]
pub(super) struct Later<'a> {
    pub scripts: &'a [&'a str],
    pub styles: &'a [&'a str],
}

/// The page with its policy as the first thing after the character set.
///
/// Inline scripts and styles are allowed one by one, by the hash of their text; so are the
/// texts that the page unpacks and puts in when it needs them.
pub(super) fn with_policy(page: &str, place: Place, later: Later<'_>) -> String {
    let own = if place == Place::Site { " 'self'" } else { "" };
    let connect = if place == Place::Site { "'self'" } else { "'none'" };
    // A browser that installs the site reads its manifest, its icons and its worker; files are
    // made in another, boot/maker.js. The one file has no file beside it that a worker could be
    // read from, so its worker is made of a text of its own. No narrower word allows that: a
    // `blob:` is made by this page alone, and what runs from it is under this same policy.
    let workers = match place {
        Place::Site => "manifest-src 'self'; worker-src 'self'",
        Place::OneFile => "worker-src blob:",
    };
    let scripts: String = elements(page, "script")
        .iter()
        .filter(|script| script.attribute("src").is_none() && script.attribute("type").is_none())
        .map(|script| script.text)
        .chain(later.scripts.iter().copied())
        .map(hash)
        .collect();
    let styles: String = elements(page, "style")
        .iter()
        .map(|style| style.text)
        .chain(later.styles.iter().copied())
        .map(hash)
        .collect();
    let policy = format!(
        "default-src 'none'; script-src{own}{scripts} 'unsafe-eval'; style-src{own}{styles}; \
         img-src{own} data: blob:; connect-src {connect}; {workers}; base-uri 'none'; form-action 'none'"
    );
    let charset = "<meta charset=\"utf-8\">";
    let meta =
        format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    page.replacen(charset, &meta, 1)
}

/// ` 'sha256-…'` of an inline script or style.
fn hash(text: &str) -> String {
    format!(" 'sha256-{}'", sha256(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        r#"<meta charset="utf-8"><script>alert(1)</script><script src="a.js"></script>"#;

    #[test]
    fn the_one_file_may_fetch_nothing() {
        let page = with_policy(PAGE, Place::OneFile, Later::default());
        assert!(page.contains("connect-src 'none'; worker-src blob:; base-uri"));
        assert!(!page.contains("'self'"));
    }

    #[test]
    fn the_site_may_fetch_from_its_own_host_alone() {
        let page = with_policy(PAGE, Place::Site, Later::default());
        assert!(page.contains("connect-src 'self'; manifest-src 'self'; worker-src 'self';"));
    }

    #[test]
    fn inline_scripts_are_allowed_by_their_hash() {
        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        let hash = "script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
        assert!(with_policy(PAGE, Place::OneFile, Later::default()).contains(hash));
    }

    #[test]
    fn what_comes_later_is_allowed_as_what_it_is() {
        // printf 'p{}' | openssl dgst -sha256 -binary | base64
        let hash = "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='";
        let page = with_policy(PAGE, Place::OneFile, Later { scripts: &[], styles: &["p{}"] });
        let (scripts, styles) = page.split_once("style-src").unwrap();
        assert!(!scripts.contains(hash) && styles.contains(hash));
    }
}
