//! The three engines, real ones, each driven by its vendor's `WebDriver` server.

use std::{env, path::Path, time::Duration};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::{
    driver::{Kept, free_port, wait_until_ready},
    page::Page,
    site::Site,
};

const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and most of what phones come with.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari and every browser on an iPhone.
    WebKit,
}

/// A running browser, shared by all tests of its engine, one after another.
#[derive(Debug)]
pub struct Browser {
    /// Which engine it is.
    pub engine: Engine,
    /// The session.
    pub driver: WebDriver,
    // They end in this order.
    _process: Kept,
    _display: Option<Kept>,
}

impl Browser {
    /// Starts the engine's driver and one browser window.
    ///
    /// # Errors
    /// When the driver or the browser is missing or does not start.
    pub async fn start(engine: Engine) -> Result<Self> {
        let port = free_port()?;
        let (display, variables) = match engine {
            Engine::WebKit => {
                let (display, name) = Kept::start_display()?;
                // No settings daemon, sound or accessibility bus: the window needs none, and each would linger.
                let names = [
                    ("DISPLAY", name.as_str()),
                    ("GDK_BACKEND", "x11"),
                    ("GSETTINGS_BACKEND", "memory"),
                ];
                let quiet = [
                    ("NO_AT_BRIDGE", "1"),
                    ("DBUS_SESSION_BUS_ADDRESS", "disabled:"),
                ];
                let all = names
                    .into_iter()
                    .chain(quiet)
                    .map(|(name, value)| (name, value.to_owned()));
                (Some(display), all.collect())
            }
            Engine::Chromium | Engine::Firefox => (None, Vec::new()),
        };
        let process = Kept::start(&engine.driver_command(port)?, &variables)?;
        wait_until_ready(port, &process).await?;
        let capabilities = engine.capabilities(process.folder());
        let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities)
            .request_timeout(Duration::from_mins(2))
            .connect()
            .await
            .with_context(|| format!("opening {engine:?}: {}", process.log()))?;
        // On a busy machine some comparisons and axe take longer than the usual half minute.
        driver.set_script_timeout(Duration::from_mins(1)).await?;
        Ok(Self {
            engine,
            driver,
            _process: process,
            _display: display,
        })
    }

    /// Serves `site`, shows one of its files in a window of 1280 by 900 pixels and waits until it is loaded.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn open(&self, site: Site, file: &str) -> Result<Page<'_>> {
        self.driver.set_window_rect(0, 0, 1280, 900).await?;
        self.forget_emulation().await?;
        let page = Page {
            browser: self,
            server: site.serve().await?,
        };
        page.go(file).await?;
        Ok(page)
    }

    /// Sends a command of the Chrome `DevTools` protocol. Only Chromium knows them.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.driver
            .cdp()
            .send_raw(command, parameters)
            .await
            .with_context(|| command.to_owned())
    }

    /// Makes Chromium prefer `light` or `dark` colours, as if the system did. No other driver can.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn prefer_colours(&self, theme: &str) -> Result<()> {
        if self.engine == Engine::Chromium {
            let features = json!([{ "name": "prefers-color-scheme", "value": theme }]);
            self.devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            )
            .await?;
        }
        Ok(())
    }

    /// Makes Chromium as slow as a phone of little money on a weak network, until the next page is opened.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn slow_down(&self) -> Result<()> {
        // Without this only the page itself is slow, and not what it loads.
        self.devtools("Network.enable", json!({})).await?;
        // 1.6 Mb/s down and 0.75 Mb/s up, as bytes a second.
        self.set_speed(150, 200_000, 93_750, 4).await
    }

    async fn set_speed(&self, latency: i32, down: i32, up: i32, processor: i32) -> Result<()> {
        let network = json!({
            "offline": false,
            "latency": latency,
            "downloadThroughput": down,
            "uploadThroughput": up,
        });
        self.devtools("Network.emulateNetworkConditions", network)
            .await?;
        let rate = json!({ "rate": processor });
        self.devtools("Emulation.setCPUThrottlingRate", rate)
            .await?;
        Ok(())
    }

    /// Closes the window and ends the driver.
    ///
    /// # Errors
    /// When the browser does not answer any more.
    pub async fn end(self) -> Result<()> {
        self.driver.quit().await.context("closing the browser")
    }

    async fn forget_emulation(&self) -> Result<()> {
        if self.engine == Engine::Chromium {
            self.devtools(
                "Emulation.setEmulatedMedia",
                json!({ "media": "", "features": [] }),
            )
            .await?;
            self.devtools(
                "Emulation.setScriptExecutionDisabled",
                json!({ "value": false }),
            )
            .await?;
            self.devtools("Emulation.clearDeviceMetricsOverride", json!({}))
                .await?;
            self.set_speed(0, -1, -1, 1).await?;
        }
        Ok(())
    }
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    fn driver_command(self, port: u16) -> Result<Vec<String>> {
        let (variable, usual, arguments) = match self {
            Self::Chromium => (
                "CHROMEDRIVER",
                "chromedriver",
                vec![format!("--port={port}")],
            ),
            Self::Firefox => {
                // Its second port is 9222 unless told, which would clash with any other browser under test.
                let second = free_port()?.to_string();
                let ports =
                    ["--port", &port.to_string(), "--websocket-port", &second].map(str::to_owned);
                ("GECKODRIVER", "geckodriver", ports.to_vec())
            }
            Self::WebKit => (
                "WEBKIT_DRIVER",
                "WebKitWebDriver",
                vec![format!("--port={port}")],
            ),
        };
        let program = env::var(variable).unwrap_or_else(|_| usual.to_owned());
        Ok([vec![program], arguments].concat())
    }

    fn capabilities(self, folder: &Path) -> Capabilities {
        let capabilities = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": { "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--force-device-scale-factor=1",
                    format!("--user-data-dir={}", folder.join("profile").display()),
                ] },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "args": ["-headless"], "prefs": {
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                    "browser.chrome.site_icons": false,
                } },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": MINI_BROWSER, "args": ["--automation"] },
            }),
        };
        let members = if let Value::Object(members) = capabilities {
            members
        } else {
            Map::new()
        };
        Capabilities::from(members)
    }
}
