//! Forms in which people have a policy before them: a browser's tools, command lines, servers, programs, pages.

/// What a form is called, and how it is written around a policy.
pub(super) type Form = (&'static str, fn(&str) -> String);

pub(super) const FORMS: &[Form] = &[
    ("value", |it| it.to_owned()),
    ("value, quoted", |it| format!("\"{it}\"")),
    ("value, broken", |it| it.replace(' ', "\n  ") + ";\n"),
    ("value in capitals", |it| it.to_ascii_uppercase()),
    ("header", |it| format!("Content-Security-Policy: {it}")),
    ("header of HTTP/2", |it| {
        format!(
            "HTTP/2 200 \r\ncontent-type: text/html\r\ncontent-security-policy: {it}\r\nx-frame-options: DENY\r\n"
        )
    }),
    ("header, no space", |it| {
        format!("CONTENT-SECURITY-POLICY:{it}")
    }),
    ("curl -v", |it| {
        format!(
            "* ALPN: server accepted h2\n> GET / HTTP/2\n>\n< HTTP/2 200\n< content-security-policy: {it}\n< date: x\n"
        )
    }),
    ("wget -S", |it| {
        format!("  HTTP/1.1 200 OK\n  Content-Security-Policy: {it}\n  Server: x\n")
    }),
    ("header, folded", |it| {
        format!(
            "Content-Security-Policy:\n  {};\nX-Frame-Options: DENY",
            it.replace("; ", ";\n  ")
        )
    }),
    ("header, broken", |it| {
        format!(
            "Content-Security-Policy: {}\nserver: x",
            it.replace("; ", ";\n")
        )
    }),
    ("panel of a browser", |it| {
        format!("content-security-policy:\n{it}\ncontent-type:\ntext/html")
    }),
    ("table", |it| {
        format!("content-security-policy\t{it}\nserver\tx")
    }),
    ("nginx", |it| {
        format!(
            "add_header X-Frame-Options DENY;\nadd_header Content-Security-Policy \"{it}\" always;\n"
        )
    }),
    ("nginx, one string", |it| {
        format!("more_set_headers \"Content-Security-Policy: {it}\";")
    }),
    ("Apache", |it| {
        format!(
            "<IfModule mod_headers.c>\n  Header always set Content-Security-Policy \"{it}\"\n</IfModule>"
        )
    }),
    ("Caddy", |it| {
        format!("header {{\n\tContent-Security-Policy \"{it}\"\n}}")
    }),
    ("lighttpd", |it| {
        format!("setenv.add-response-header = ( \"Content-Security-Policy\" => \"{it}\" )")
    }),
    ("IIS", |it| {
        let value = it.replace('\'', "&#39;");
        format!(
            "<customHeaders>\n<add name=\"Content-Security-Policy\" value=\"{value}\" />\n</customHeaders>"
        )
    }),
    ("_headers", |it| {
        format!(
            "/*\n  Content-Security-Policy: {it}\n  X-Frame-Options: DENY\n/a/*\n  X-Other: y\n"
        )
    }),
    ("Netlify", |it| {
        format!(
            "[[headers]]\n  for = \"/*\"\n  [headers.values]\n    Content-Security-Policy = \"{it}\"\n"
        )
    }),
    ("Netlify, several lines", |it| {
        format!(
            "    Content-Security-Policy = '''\n      {}'''\n",
            it.replace("; ", ";\n      ")
        )
    }),
    ("Vercel, Firebase, Next", |it| {
        format!(
            "{{ \"headers\": [ {{ \"key\": \"Content-Security-Policy\", \"value\": \"{it}\" }} ] }}"
        )
    }),
    ("Next", |it| {
        format!("{{\n  key: 'Content-Security-Policy',\n  value: `\n    {it};\n  `,\n}},")
    }),
    ("record of a browser", |it| {
        format!("{{\n  \"name\": \"content-security-policy\",\n  \"value\": \"{it}\"\n}},")
    }),
    ("JSON", |it| {
        format!("\"Content-Security-Policy\": \"{it}\",\n\"X-Other\": \"y\"")
    }),
    ("JSON, escaped", |it| {
        format!(
            "{{\"content-security-policy\":\"{}\"}}",
            it.replace('\'', "\\u0027")
        )
    }),
    ("PHP array", |it| {
        format!("'Content-Security-Policy' => \"{it}\",")
    }),
    ("PHP array, escaped", |it| {
        format!(
            "'Content-Security-Policy' => '{}',",
            it.replace('\'', "\\'")
        )
    }),
    ("PHP", |it| {
        format!("<?php header(\"Content-Security-Policy: {it}\"); ?>")
    }),
    ("Express", |it| {
        format!("res.setHeader('Content-Security-Policy', \"{it}\");")
    }),
    ("Python", |it| {
        format!("response.headers[\"Content-Security-Policy\"] = \"{it}\"")
    }),
    ("C#", |it| {
        format!("context.Response.Headers.Append(\"Content-Security-Policy\", @\"{it}\");")
    }),
    ("YAML", |it| {
        format!("headers:\n  Content-Security-Policy: \"{it}\"\n  X-Other: y\n")
    }),
    ("YAML, plain", |it| {
        format!("headers:\n  Content-Security-Policy: {it}\n  X-Frame-Options: DENY\n")
    }),
    ("YAML, folded", |it| {
        format!(
            "  Content-Security-Policy: >-\n    {}\n  X-Frame-Options: DENY\n",
            it.replace("; ", ";\n    ")
        )
    }),
    ("YAML, list", |it| {
        format!("- name: Content-Security-Policy\n  value: \"{it}\"\n- name: X-Other\n  value: y\n")
    }),
    ("environment", |it| {
        format!("CONTENT_SECURITY_POLICY=\"{it}\"")
    }),
    ("Traefik", |it| format!("contentSecurityPolicy: \"{it}\"")),
    ("tag", |it| {
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{it}\">")
    }),
    ("tag, the other way round", |it| {
        format!("<meta content=\"{it}\" http-equiv=\"Content-Security-Policy\" />")
    }),
    ("tag, in capitals and with spaces", |it| {
        format!("<META\n  HTTP-EQUIV = 'content-security-POLICY'\n  CONTENT = \"{it}\" >")
    }),
    ("tag, without quotation marks", |it| {
        format!("<meta http-equiv=Content-Security-Policy content=\"{it}\">")
    }),
    ("tag, escaped", |it| {
        let value = it
            .replace(';', "&semi;")
            .replace('\'', "&#39;")
            .replace(' ', "&#x20;");
        format!(
            "<head><meta charset=utf-8><meta http-equiv='Content-Security-Policy' content='{value}'></head>"
        )
    }),
    ("tag, other entities", |it| {
        let value = it.replace('\'', "&apos;").replace('-', "&#45;");
        format!("<meta data-x='>' content='{value}' http-equiv=\"Content&#45;Security-Policy\">")
    }),
];
