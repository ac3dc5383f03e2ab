//! Starts `WebDriver` servers and a display, and sees to it that they end with the tests.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::wait::eventually;

/// A process that ends when this is dropped, or when the tests end in any other way.
///
/// The tests share browsers in statics, which are never dropped, so a small shell script keeps watch over each.
#[derive(Debug)]
pub struct Kept {
    keeper: Child,
    /// Where the process writes its temporary files and its log.
    folder: PathBuf,
}

impl Kept {
    /// Starts `command` with a temporary folder of its own.
    ///
    /// # Errors
    /// When there is no folder to be had, or no shell.
    pub fn start(command: &[String], variables: &[(&str, String)]) -> Result<Self> {
        Self::start_writing(command, variables, Stdio::null())
    }

    fn start_writing(
        command: &[String],
        variables: &[(&str, String)],
        output: Stdio,
    ) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("e2e-").tempdir()?.keep();
        let log = std::fs::File::create(folder.join("log"))?;
        let keeper = Command::new("sh")
            .args(["-c", include_str!("keeper.sh"), "keeper"])
            .arg(&folder)
            .args(command)
            .env("TMPDIR", &folder)
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(log)
            // Ctrl-C in a terminal must not end the keeper before it has done its work.
            .process_group(0)
            .spawn()
            .with_context(|| format!("starting {command:?}"))?;
        Ok(Self { keeper, folder })
    }

    /// Starts a virtual display, large enough for a whole page, and gives its name, such as `:7`.
    ///
    /// # Errors
    /// When Xvfb is missing or finds no free display.
    pub fn start_display() -> Result<(Self, String)> {
        let command = "Xvfb -displayfd 1 -screen 0 1600x1200x24 -nolisten tcp"
            .split(' ')
            .map(str::to_owned);
        let mut display = Self::start_writing(&command.collect::<Vec<_>>(), &[], Stdio::piped())?;
        let mut number = String::new();
        if let Some(output) = display.keeper.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        if number.trim().is_empty() {
            bail!("Xvfb did not start: {}", display.log());
        }
        Ok((display, format!(":{}", number.trim())))
    }

    /// What the process wrote to its error output.
    #[must_use]
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// The temporary folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Nothing is left to do where the keeper is gone already.
        let _ = self.keeper.wait();
    }
}

/// A port of 127.0.0.1 that nothing listens on.
///
/// # Errors
/// When all are taken.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Waits until a `WebDriver` server on `port` says that it is ready.
///
/// # Errors
/// When it does not within half a minute; the message holds its log.
pub async fn wait_until_ready(port: u16, driver: &Kept) -> Result<()> {
    let ready = eventually(
        "the driver to be ready",
        Duration::from_secs(30),
        async || {
            let answer = ask_status(port).await.unwrap_or_default();
            Ok(answer
                .replace(' ', "")
                .contains("\"ready\":true")
                .then_some(()))
        },
    );
    ready.await.with_context(|| driver.log())
}

async fn ask_status(port: u16) -> Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let request =
        format!("GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = vec![0; 4096];
    // The first piece is enough, and not every driver closes the connection.
    let mut length = 0;
    while !answer[..length].ends_with(b"}") {
        match stream.read(&mut answer[length..]).await? {
            0 => break,
            more => length += more,
        }
    }
    Ok(String::from_utf8_lossy(&answer[..length]).into_owned())
}
