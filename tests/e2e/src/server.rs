//! Serves `dist` the way a careful web host does, or breaks one thing of it on purpose.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderName, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use crate::site::{Answer, Site};

/// Where the recorder is served, outside the folder of the page.
const RECORDER: &str = "/recorder.js";

impl Site {
    /// Starts to serve on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn serve(self) -> Result<Server> {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .context("binding a port to serve dist")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared {
            dist: dist(),
            site: self,
            asked: Mutex::default(),
            released: watch::Sender::new(false),
        });
        let router = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&shared));
        let task = tokio::spawn(async move {
            // The test ends long before the listener fails, and then shows it as a page that does not load.
            let _: std::io::Result<()> = axum::serve(listener, router).await;
        });
        Ok(Server {
            origin,
            shared,
            task,
        })
    }
}

/// A running server. It stops when dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

impl Server {
    /// The address of a file of the site, such as `index.html`.
    #[must_use]
    pub fn address(&self, file: &str) -> String {
        format!("{}{}/{file}", self.origin, self.shared.site.folder)
    }

    /// Every path that was asked for, in order, but for the recorder's own.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.shared
            .asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// How many requests were for a path with this ending.
    #[must_use]
    pub fn times_asked(&self, ending: &str) -> usize {
        let asked = self.asked();
        asked.iter().filter(|path| path.ends_with(ending)).count()
    }

    /// Whether a path lies in the folder of the site.
    #[must_use]
    pub fn is_inside(&self, path: &str) -> bool {
        path.strip_prefix(self.shared.site.folder)
            .is_some_and(|rest| rest.starts_with('/'))
    }

    /// Lets the held answers go.
    pub fn release(&self) {
        self.shared.released.send_replace(true);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The folder under test: `E2E_DIST`, else `dist` of the project.
#[must_use]
pub fn dist() -> PathBuf {
    std::env::var_os("E2E_DIST").map_or_else(|| package().join("../../dist"), PathBuf::from)
}

/// The folder of this package.
#[must_use]
pub fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[derive(Debug)]
struct Shared {
    dist: PathBuf,
    site: Site,
    asked: Mutex<Vec<String>>,
    released: watch::Sender<bool>,
}

async fn answer(State(shared): State<Arc<Shared>>, uri: Uri) -> Response {
    let path = uri.path();
    if path == RECORDER {
        return (
            [(header::CONTENT_TYPE, "text/javascript")],
            include_str!("recorder.js"),
        )
            .into_response();
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
    let site = &shared.site;
    let Some(file) = path
        .strip_prefix(site.folder)
        .and_then(|path| path.strip_prefix('/'))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if let Some((width, page)) = file
        .strip_prefix("framed/")
        .and_then(|rest| rest.split_once('/'))
    {
        return framed(width, &format!("{}/{page}", site.folder));
    }
    match site
        .answers
        .iter()
        .find(|(ending, _)| path.ends_with(ending))
    {
        Some((_, Answer::NotFound)) => return StatusCode::NOT_FOUND.into_response(),
        Some((_, Answer::Corrupt)) => {
            return with_headers(site, file, Bytes::from_static(b"not what you think"));
        }
        Some((_, Answer::Held)) => {
            // The sender lives in `shared`, so the wait can only end by a release.
            let _ = shared
                .released
                .subscribe()
                .wait_for(|released| *released)
                .await;
        }
        None => {}
    }
    let base = if file.starts_with("fixtures/") {
        package()
    } else {
        shared.dist.as_path()
    };
    match tokio::fs::read(base.join(file)).await {
        Ok(bytes) => with_headers(site, file, Bytes::from(bytes)),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn with_headers(site: &Site, file: &str, bytes: Bytes) -> Response {
    let kind = match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, site.policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-cache"),
        (HeaderName::from_static("referrer-policy"), "no-referrer"),
    ];
    if site.recorder && kind.starts_with("text/html") {
        let page = String::from_utf8_lossy(&bytes);
        let script = format!("<head><script src=\"{RECORDER}\"></script>");
        return (headers, page.replacen("<head>", &script, 1)).into_response();
    }
    (headers, bytes).into_response()
}

/// A page that shows another in a frame of some width, since no desktop window gets as narrow as a phone.
///
/// The frame is tall enough to need no scroll bar, which would take some of the width in some engines only.
fn framed(width: &str, address: &str) -> Response {
    let html = format!(
        "<!doctype html><html lang=en><meta name=color-scheme content='light dark'><title>framed</title>\
         <body style=margin:0>\
         <iframe src='{address}' width={width} height=30000 style='border:0;display:block'></iframe>"
    );
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}
