//! Answers one request of a browser.

use std::{
    convert::Infallible,
    path::Path,
    sync::{Arc, PoisonError},
};

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};

use crate::{
    content_type::{content_type, is_page},
    framed::framed,
    server::{Shared, package},
    site::{Answer, Site},
};

/// Where the recorder is served, outside the folder of the page.
const RECORDER: &str = "/recorder.js";

/// What says that a file is compressed.
const BROTLI: [(header::HeaderName, &str); 1] = [(header::CONTENT_ENCODING, "br")];

/// Gives the file that a path names, or breaks it as the test wants it broken.
pub(crate) async fn respond(
    State(shared): State<Arc<Shared>>,
    asked: HeaderMap,
    uri: Uri,
) -> Response {
    let path = uri.path();
    if path == RECORDER {
        // A page may ask of whatever it loads that it may be loaded from anywhere.
        let policy = HeaderName::from_static("cross-origin-resource-policy");
        let headers = [
            (header::CONTENT_TYPE, content_type(path)),
            (policy, "cross-origin"),
        ];
        return (headers, shared.site.recorder_script()).into_response();
    }
    if path == "/favicon.ico" {
        // Some browsers ask for it whatever the page says, so it tells nothing about the page.
        return StatusCode::NO_CONTENT.into_response();
    }
    shared
        .asked
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(path.to_owned());
    if path.starts_with("/node_modules/") {
        let kind = [(header::CONTENT_TYPE, content_type(path))];
        let file = package().join(&path[1..]);
        if let Some(bytes) = shared.compressed(&file, &asked).await {
            return (kind, BROTLI, bytes).into_response();
        }
        return match tokio::fs::read(file).await {
            Ok(bytes) => (kind, bytes).into_response(),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        };
    }
    let Some(file) = path
        .strip_prefix(shared.site.folder)
        .and_then(|path| path.strip_prefix('/'))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if let Some((width, page)) = file
        .strip_prefix("framed/")
        .and_then(|rest| rest.split_once('/'))
    {
        return framed(width, &format!("{}/{page}", shared.site.folder));
    }
    if let Some(short) = shared.site.short_address(file) {
        return (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, short)]).into_response();
    }
    let file = if file.is_empty() || file.ends_with('/') {
        format!("{file}index.html")
    } else if shared.site.short_addresses && !file.contains('.') {
        format!("{file}.html")
    } else {
        file.to_owned()
    };
    let compressed = shared
        .compressed(&shared.site.dist.join(&file), &asked)
        .await;
    let encoding = compressed.is_some().then_some(BROTLI);
    let bytes = match compressed {
        Some(bytes) => Some(bytes),
        None => shared.bytes_of(&file).await,
    };
    match bytes {
        Some(bytes) => match shared.headers_of(&file) {
            Ok(headers) => (headers, encoding, shared.in_parts(&file, bytes)).into_response(),
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}")).into_response(),
        },
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Site {
    /// Where a visitor who asks for a file is sent on to.
    fn short_address(&self, file: &str) -> Option<String> {
        let short = file.strip_suffix(".html")?;
        (self.short_addresses && !file.starts_with("fixtures/"))
            .then(|| format!("{}/{short}", self.folder))
    }

    /// What runs before a page's own scripts.
    fn recorder_script(&self) -> String {
        let mut script = include_str!("recorder.js").to_owned();
        if self.patient {
            script.push_str(include_str!("patience.js"));
        }
        if let Some(clock) = self.clock {
            script.push_str(&include_str!("clock.js").replace("{{clock}}", clock));
        }
        script
    }
}

impl Shared {
    /// What stands compressed beside a file, where the site sends that and the browser takes it.
    async fn compressed(&self, file: &Path, asked: &HeaderMap) -> Option<Bytes> {
        let accepted = asked.get(header::ACCEPT_ENCODING)?.to_str().ok()?;
        if !self.site.compressed || !accepted.split(", ").any(|encoding| encoding == "br") {
            return None;
        }
        let mut path = file.as_os_str().to_owned();
        path.push(".br");
        Some(tokio::fs::read(path).await.ok()?.into())
    }

    fn answers_for(&self, file: &str) -> impl Iterator<Item = Answer> {
        let path = format!("/{file}");
        let answers = self.site.answers.iter();
        answers.filter_map(move |(part, answer)| path.contains(part).then_some(*answer))
    }

    /// What is sent at once, and what follows once it is released.
    fn in_parts(self: &Arc<Self>, file: &str, mut bytes: Bytes) -> Body {
        let mut answers = self.answers_for(file);
        let Some(Answer::HeldFrom(words)) = answers.find(|it| matches!(it, Answer::HeldFrom(_)))
        else {
            return bytes.into();
        };
        let text = String::from_utf8_lossy(&bytes);
        let at = text.find(words).unwrap_or(bytes.len());
        let rest = bytes.split_off(at);
        let shared = Arc::clone(self);
        let rest = stream::once(async move {
            shared.until_released().await;
            rest
        });
        let parts = stream::iter([bytes]).chain(rest);
        Body::from_stream(parts.map(Ok::<_, Infallible>))
    }

    async fn until_released(&self) {
        // The sender lives in `self`, so the wait can only end by a release.
        let mut released = self.released.subscribe();
        let _ = released.wait_for(|released| *released).await;
    }

    async fn bytes_of(&self, file: &str) -> Option<Bytes> {
        let is_fixture = file.starts_with("fixtures/");
        let base = if is_fixture {
            package()
        } else {
            &self.site.dist
        };
        let read = async || tokio::fs::read(base.join(file)).await.ok();
        let mut answers = self.answers_for(file);
        let bytes = match answers.find(|it| !matches!(it, Answer::HeldFrom(_))) {
            Some(Answer::NotFound) => return None,
            Some(Answer::Corrupt) => b"not what you think".to_vec(),
            Some(Answer::Text(text)) => text.as_bytes().to_vec(),
            Some(Answer::Appended(more)) => [read().await?.as_slice(), more.as_bytes()].concat(),
            Some(Answer::Replaced(words, others)) => {
                let text = String::from_utf8(read().await?).ok()?;
                assert!(text.contains(words), "{file} has no {words}");
                text.replacen(words, others, 1).into_bytes()
            }
            Some(Answer::Held) => {
                self.until_released().await;
                read().await?
            }
            Some(Answer::HeldFrom(_)) | None => read().await?,
        };
        let kind = content_type(file);
        if !kind.starts_with("text/") && !is_page(kind) {
            return Some(bytes.into());
        }
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        if is_fixture {
            text = text.replace("{{cdn}}", &self.cdn);
        }
        if self.site.recorder && is_page(kind) {
            let script = format!("<head><script src=\"{RECORDER}\" nonce=\"recorder\"></script>");
            text = text.replacen("<head>", &script, 1);
        }
        Some(text.into())
    }
}
