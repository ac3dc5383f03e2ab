//! What a file is sent with.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::{
    content_type::{content_type, is_page},
    server::Shared,
};

impl Shared {
    /// What `dist/_headers` says of a file, but for what the test changes of that.
    pub(crate) fn headers_of(&self, file: &str) -> anyhow::Result<HeaderMap> {
        let mut headers = self.headers.of(&format!("/{file}"))?;
        let kind = content_type(file);
        let without_charset = kind.split(';').next().unwrap_or(kind);
        let kind = if self.site.charset {
            kind
        } else {
            without_charset
        };
        let kind = HeaderValue::from_static(kind);
        headers.entry(header::CONTENT_TYPE).or_insert(kind);
        if !self.site.cached {
            let no_cache = HeaderValue::from_static("no-cache");
            headers.insert(header::CACHE_CONTROL, no_cache);
        }
        for name in &self.site.lacking {
            headers.remove(*name);
        }
        if content_type(file).starts_with("text/html") {
            for (name, value) in &self.site.sending {
                headers.insert(*name, HeaderValue::from_static(value));
            }
        }
        let of_host = file
            .starts_with("fixtures/")
            .then_some(self.site.host_policy);
        if let Some(policy) = self
            .site
            .policy
            .or(of_host)
            .filter(|_| is_page(content_type(file)))
        {
            headers.remove(header::CONTENT_SECURITY_POLICY);
            if !policy.is_empty() {
                let policy = policy
                    .replace("{{cdn}}", &self.cdn)
                    .replace("{{scripts}}", &self.headers.hashes("script-src")?)
                    .replace("{{styles}}", &self.headers.hashes("style-src")?);
                headers.insert(header::CONTENT_SECURITY_POLICY, policy.parse()?);
            }
        }
        self.let_recorder_in(&mut headers)?;
        Ok(headers)
    }

    /// A policy that trusts no address lets the recorder in by its nonce.
    fn let_recorder_in(&self, headers: &mut HeaderMap) -> anyhow::Result<()> {
        let Some(policy) = headers.get_mut(header::CONTENT_SECURITY_POLICY) else {
            return Ok(());
        };
        if self.site.recorder {
            let dynamic = "'strict-dynamic'";
            let with_nonce = format!("{dynamic} 'nonce-recorder'");
            *policy = policy.to_str()?.replace(dynamic, &with_nonce).parse()?;
        }
        Ok(())
    }
}
