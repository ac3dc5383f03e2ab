//! A real nginx or Apache, on a port of its own, that serves one folder as the file for it in `dist` says.

use std::{
    fs,
    os::unix::fs::{PermissionsExt, symlink},
    path::Path,
    time::Duration,
};

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
pub struct WebServer {
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

impl WebServer {
    /// nginx, which serves `dist` as `folder`, and a page `index.html` that is none of the explainer's beside it.
    ///
    /// # Errors
    /// When nginx is missing or refuses the snippet.
    pub async fn nginx(folder: &str) -> Result<Self> {
        let root = tempfile::Builder::new().prefix("e2e-").tempdir()?;
        let place = root.path().join(folder.trim_matches('/'));
        fs::create_dir_all(place.parent().context("the folder above")?)?;
        symlink(dist().canonicalize()?, &place)?;
        let snippet = fs::read_to_string(dist().join("nginx.conf")).context("dist/nginx.conf")?;
        let include = root.path().join("included.conf");
        fs::write(&include, snippet.replacen(USUAL_FOLDER, folder, 1))?;
        let settings = |root: &Path, port| of_nginx(root, &include, port);
        let program = std::env::var("NGINX").unwrap_or_else(|_| "nginx".to_owned());
        Self::start(&[&program, "-c"], settings, root).await
    }

    /// Apache, as Debian has it, which serves the same in the same way.
    ///
    /// # Errors
    /// When Apache is missing or refuses its settings.
    pub async fn apache(folder: &str) -> Result<Self> {
        let root = tempfile::Builder::new().prefix("e2e-").tempdir()?;
        // Apache reads files as a user who may do nothing, if root starts it: so they are copies that all may read.
        fs::set_permissions(root.path(), fs::Permissions::from_mode(0o755))?;
        copy(&dist(), &root.path().join(folder.trim_matches('/')))?;
        let program = std::env::var("APACHE").unwrap_or_else(|_| "apache2".to_owned());
        let modules = std::env::var("APACHE_MODULES");
        let modules = modules.unwrap_or_else(|_| "/usr/lib/apache2/modules".to_owned());
        let settings = |root: &Path, port| of_apache(root, &modules, port);
        Self::start(&[&program, "-X", "-f"], settings, root).await
    }

    async fn start(
        command: &[&str],
        settings: impl FnOnce(&Path, u16) -> String,
        root: TempDir,
    ) -> Result<Self> {
        let port = free_port()?;
        fs::write(root.path().join("index.html"), "<!doctype html>")?;
        let configuration = root.path().join("server.conf");
        fs::write(&configuration, settings(root.path(), port))?;
        let mut command: Vec<String> = command.iter().map(|it| (*it).to_owned()).collect();
        command.push(configuration.display().to_string());
        let server = Self {
            port,
            process: Kept::start(&command, &[])?,
            _root: root,
        };
        let connected = async || Ok(TcpStream::connect(("127.0.0.1", port)).await.ok());
        eventually("the server to listen", Duration::from_secs(10), connected)
            .await
            .with_context(|| server.log())?;
        Ok(server)
    }

    /// What it has complained of.
    #[must_use]
    pub fn log(&self) -> String {
        self.process.log()
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
fn of_nginx(root: &Path, include: &Path, port: u16) -> String {
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

/// One process, in the foreground, with the modules that the file for Apache asks for and no more than it needs itself.
fn of_apache(root: &Path, modules: &str, port: u16) -> String {
    let root = root.display();
    let modules = ["mpm_event", "unixd", "authz_core", "dir", "mime", "headers"]
        // Some are built in, here or there.
        .map(|it| format!("<IfModule !{it}_module>\nLoadModule {it}_module {modules}/mod_{it}.so\n</IfModule>\n"))
        .concat();
    format!(
        "{modules}User nobody\nGroup nogroup\n\
         ServerName 127.0.0.1\nListen 127.0.0.1:{port}\n\
         ServerRoot {root}\nDefaultRuntimeDir {root}\nPidFile {root}/apache.pid\nErrorLog /dev/stderr\n\
         TypesConfig /dev/null\nDirectoryIndex index.html\nDocumentRoot {root}\n\
         <Directory {root}>\n    AllowOverride FileInfo\n    Require all granted\n</Directory>\n"
    )
}

/// Copies a folder with all in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        let place = to.join(file.file_name());
        if file.file_type()?.is_dir() {
            copy(&file.path(), &place)?;
        } else {
            fs::copy(file.path(), place)?;
        }
    }
    Ok(())
}
