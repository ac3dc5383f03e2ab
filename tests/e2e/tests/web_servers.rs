//! nginx and Apache, given what is in `dist` for them, send each file as `dist/_headers` says. No browser is needed to
//! say so.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use e2e::{
    headers::Headers,
    server::dist,
    web_server::{USUAL_FOLDER, WebServer},
};
use serde_json::Value;

#[tokio::test]
async fn nginx_sends_each_file_with_the_headers_of_the_other_hosts() -> Result<()> {
    let nginx = WebServer::nginx(USUAL_FOLDER).await?;
    sends_what_headers_says(&nginx, USUAL_FOLDER).await?;
    ensure!(!nginx.log().contains("warn"), "{}", nginx.log());
    Ok(())
}

#[tokio::test]
async fn apache_sends_each_file_with_the_headers_of_the_other_hosts() -> Result<()> {
    for folder in [USUAL_FOLDER, "/content/health/explainer/"] {
        let apache = WebServer::apache(folder).await?;
        sends_what_headers_says(&apache, folder).await?;
        leaves_the_other_pages_of_the_site_alone(&apache).await?;
    }
    Ok(())
}

#[tokio::test]
async fn nginx_does_so_in_a_folder_deep_in_a_site() -> Result<()> {
    let folder = "/content/health/explainer/";
    let nginx = WebServer::nginx(folder).await?;
    sends_what_headers_says(&nginx, folder).await
}

#[tokio::test]
async fn nginx_sends_what_is_compressed_to_those_who_take_it() -> Result<()> {
    let nginx = WebServer::nginx(USUAL_FOLDER).await?;
    for file in files()? {
        let bytes = fs::read(dist().join(&file))?;
        let path = format!("{USUAL_FOLDER}{file}");
        let plain = nginx.get(&path, "").await?;
        ensure!(plain.body == bytes, "{file} comes as other bytes");
        ensure!(!plain.headers.contains_key("content-encoding"), "{file}");

        if !dist().join(format!("{file}.gz")).exists() {
            continue;
        }
        let packed = nginx.get(&path, "Accept-Encoding: br, gzip").await?;
        for (name, value) in [("content-encoding", "gzip"), ("vary", "Accept-Encoding")] {
            let sent = packed.headers.get(name);
            ensure!(
                sent.is_some_and(|it| it == value),
                "{file}: {name} is {sent:?}"
            );
        }
        let gz = fs::read(dist().join(format!("{file}.gz")))?;
        ensure!(packed.body == gz, "{file} is compressed another time");
    }
    Ok(())
}

#[tokio::test]
async fn nginx_leaves_the_other_pages_of_the_site_alone() -> Result<()> {
    let nginx = WebServer::nginx(USUAL_FOLDER).await?;
    leaves_the_other_pages_of_the_site_alone(&nginx).await
}

async fn leaves_the_other_pages_of_the_site_alone(server: &WebServer) -> Result<()> {
    let answer = server.get("/index.html", "").await?;
    ensure!(answer.status == 200, "{answer:?}");
    for name in Headers::read(&dist())?.names() {
        ensure!(!answer.headers.contains_key(name), "{name} is sent");
    }
    Ok(())
}

async fn sends_what_headers_says(server: &WebServer, folder: &str) -> Result<()> {
    let headers = Headers::read(&dist())?;
    let mut paths = files()?;
    // A folder is sent as its page.
    for page in paths.clone() {
        if let Some(above) = page.strip_suffix("index.html") {
            paths.push(above.to_owned());
        }
    }
    ensure!(paths.iter().any(String::is_empty), "no page of its own");
    for path in paths {
        let answer = server.get(&format!("{folder}{path}"), "").await?;
        ensure!(answer.status == 200, "{path}: {}", answer.status);
        let expected = headers.of(&format!("/{path}"))?;
        for name in headers.names() {
            let sent: Vec<_> = answer.headers.get_all(name).iter().collect();
            let wanted: Vec<_> = expected.get(name).into_iter().collect();
            ensure!(sent == wanted, "{path}: {name} is {sent:?}, not {wanted:?}");
        }
        let (kind, wanted) = (answer.headers.get("content-type"), content_type(&path)?);
        ensure!(
            kind.is_some_and(|it| it == wanted),
            "{path} is sent as {kind:?}"
        );
    }
    Ok(())
}

/// Every file that a page may ask for.
fn files() -> Result<Vec<String>> {
    let manifest: Value = serde_json::from_slice(&fs::read(dist().join("manifest.json"))?)?;
    let files = manifest["files"].as_object().context("no files")?;
    Ok(files
        .keys()
        .map(String::as_str)
        .chain(["manifest.json"])
        .map(str::to_owned)
        .collect())
}

fn content_type(path: &str) -> Result<&'static str> {
    match Path::new(path).extension().and_then(|end| end.to_str()) {
        Some("html") | None => Ok("text/html; charset=utf-8"),
        Some("js") => Ok("text/javascript; charset=utf-8"),
        Some("css") => Ok("text/css; charset=utf-8"),
        Some("json") => Ok("application/json; charset=utf-8"),
        Some("svg") => Ok("image/svg+xml; charset=utf-8"),
        Some("wasm") => Ok("application/wasm"),
        Some("ts" | "txt") => Ok("text/plain; charset=utf-8"),
        Some(other) => anyhow::bail!("{path}: nothing says what `.{other}` is"),
    }
}
