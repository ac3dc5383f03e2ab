//! A real nginx, on a port of its own, that serves one folder by the snippet in `dist`.

use std::{fs, os::unix::fs::symlink, path::Path, time::Duration};

use anyhow::{Context, Result};
use axum::http::{HeaderMap, HeaderName};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::{
    driver::{Kept, free_port},
    server::dist,
    wait::eventually,
};

/// The folder that the snippet names unless a host changes it.
pub const USUAL_FOLDER: &str = "/lupus-car-t/";

/// A running server. It stops when dropped.
#[derive(Debug)]
pub struct Nginx {
    port: u16,
    process: Kept,
    _root: TempDir,
}

/// What it sends back.
#[derive(Debug)]
pub struct Reply {
    /// Such as 200.
    pub status: u16,
    /// Each header; one that is sent twice stands here twice.
    pub headers: HeaderMap,
    /// What comes after them.
    pub body: Vec<u8>,
}

impl Nginx {
    /// Serves `dist` as `folder`, and a page `index.html` that is none of the explainer's beside it.
    ///
    /// # Errors
    /// When nginx is missing or refuses the snippet.
    pub async fn start(folder: &str) -> Result<Self> {
        let port = free_port()?;
        let root = tempfile::Builder::new().prefix("e2e-").tempdir()?;
        let place = root.path().join(folder.trim_matches('/'));
        fs::create_dir_all(place.parent().context("the folder above")?)?;
        symlink(dist().canonicalize()?, &place)?;
        fs::write(root.path().join("index.html"), "<!doctype html>")?;

        let snippet = fs::read_to_string(dist().join("nginx.conf")).context("dist/nginx.conf")?;
        let include = root.path().join("included.conf");
        fs::write(&include, snippet.replacen(USUAL_FOLDER, folder, 1))?;
        let configuration = root.path().join("nginx.conf");
        fs::write(&configuration, settings(root.path(), &include, port))?;

        let program = std::env::var("NGINX").unwrap_or_else(|_| "nginx".to_owned());
        let command = [&program, "-c", &configuration.display().to_string()].map(str::to_owned);
        let nginx = Self {
            port,
            process: Kept::start(&command, &[])?,
            _root: root,
        };
        let connected = async || Ok(TcpStream::connect(("127.0.0.1", port)).await.ok());
        eventually("nginx to listen", Duration::from_secs(10), connected)
            .await
            .with_context(|| nginx.process.log())?;
        Ok(nginx)
    }

    /// Asks for a path, with a further header such as `Accept-Encoding: gzip` if it is not empty.
    ///
    /// # Errors
    /// When what comes back is not HTTP.
    pub async fn get(&self, path: &str, header: &str) -> Result<Reply> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await?;
        let more = if header.is_empty() { "" } else { "\r\n" };
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{header}{more}\r\n"
        );
        stream.write_all(request.as_bytes()).await?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await?;

        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let body = bytes.split_off(end.context("no end of the headers")? + 4);
        let head = String::from_utf8(bytes)?;
        let mut lines = head.trim_end().lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1));
        let mut headers = HeaderMap::new();
        for line in lines {
            let (name, value) = line.split_once(": ").context("a header without a value")?;
            headers.append(name.parse::<HeaderName>()?, value.parse()?);
        }
        Ok(Reply {
            status: status.context("no status")?.parse()?,
            headers,
            body,
        })
    }
}

/// One process, in the foreground and as whoever runs the tests, that writes into `root` only.
fn settings(root: &Path, include: &Path, port: u16) -> String {
    let (root, include) = (root.display(), include.display());
    format!(
        "daemon off; master_process off; pid {root}/nginx.pid; error_log stderr;\n\
         events {{}}\n\
         http {{\n\
             access_log off;\n\
             client_body_temp_path {root}/body; proxy_temp_path {root}/proxy; fastcgi_temp_path {root}/fastcgi;\n\
             scgi_temp_path {root}/scgi; uwsgi_temp_path {root}/uwsgi;\n\
             server {{ listen 127.0.0.1:{port}; root {root}; include {include}; }}\n\
         }}\n"
    )
}
