//! Serves `dist` the way a careful web host does, or breaks one thing of it on purpose.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, Result};
use axum::Router;
use tokio::{net::TcpListener, sync::watch};

use crate::{headers::Headers, respond::respond, site::Site};

impl Site {
    /// Starts to serve on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// When no port is free, or the file `_headers` cannot be read.
    pub async fn serve(self) -> Result<Server> {
        let listener = unused_port().await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let folder = format!("{origin}{}", self.folder);
        let shared = Arc::new(Shared {
            headers: Headers::read(&self.dist)?,
            cdn: self.cdn.clone().unwrap_or(folder),
            site: self,
            asked: Mutex::default(),
            released: watch::Sender::new(false),
        });
        let router = Router::new()
            .fallback(respond)
            .with_state(Arc::clone(&shared));
        let stopped = watch::Sender::new(false);
        let mut stop = stopped.subscribe();
        tokio::spawn(async move {
            let stop = async move {
                // A server that is gone has stopped, too.
                let _ = stop.wait_for(|stopped| *stopped).await;
            };
            // The test ends long before the listener fails, and then shows it as a page that does not load.
            let _: std::io::Result<()> = axum::serve(listener, router)
                .with_graceful_shutdown(stop)
                .await;
        });
        Ok(Server {
            origin,
            shared,
            stopped,
        })
    }
}

/// A port that no server before has had: a browser would take what it keeps of that one for this one's.
async fn unused_port() -> Result<TcpListener> {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .context("binding a port to serve dist")?;
        let port = listener.local_addr()?.port();
        if USED
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(port)
        {
            return Ok(listener);
        }
    }
}

/// A running server. It stops when dropped, and closes what browsers keep open: the next server may get the same
/// port, and would not be asked where one of this still answers.
#[derive(Debug)]
pub struct Server {
    origin: String,
    shared: Arc<Shared>,
    stopped: watch::Sender<bool>,
}

impl Server {
    /// The address of a file of the site, such as `index.html`.
    #[must_use]
    pub fn address(&self, file: &str) -> String {
        format!("{}/{file}", self.folder())
    }

    /// The address of the folder, without a slash at its end.
    #[must_use]
    pub fn folder(&self) -> String {
        format!("{}{}", self.origin, self.shared.site.folder)
    }

    /// The address of a file that npm installed, or that was made from such files.
    #[must_use]
    pub fn npm_address(&self, file: &str) -> String {
        format!("{}/node_modules/{file}", self.origin)
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

    /// Forgets what was asked for.
    pub fn forget(&self) {
        self.shared
            .asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
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
        self.release();
        self.stopped.send_replace(true);
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

/// What every answer is made from.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) headers: Headers,
    /// What `{{cdn}}` means.
    pub(crate) cdn: String,
    pub(crate) site: Site,
    pub(crate) asked: Mutex<Vec<String>>,
    pub(crate) released: watch::Sender<bool>,
}
