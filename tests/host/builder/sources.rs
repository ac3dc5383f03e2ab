//! Which sources of a policy let which addresses in.

use lupus_car_t::builder::choices::Way;

use super::policies::{CDN, HERE, blocked, way};

#[test]
fn sources_match_as_the_specification_has_it() {
    // What the folder is, and the sources of frame-src that let it in, then those that do not.
    for (folder, matching, failing) in [
        (
            HERE,
            "'self' | * | https: | www.example.org | https://www.example.org | *.example.org | \
             www.example.org:443 | www.example.org:* | http://www.example.org | http: | \
             https://www.example.org/lupus-car-t/ | https://www.example.org/lupus-car-t/frame.html | \
             wss: | ws: | *.org | WWW.EXAMPLE.ORG | https://www.example.org/ | 'none' 'self'",
            "'none' | example.org | https://example.org | *.www.example.org | www.example.org:8443 | \
             https://www.example.org/lupus-car-t | https://www.example.org/other/ | data: | blob: | \
             'nonce-abc' | 'unsafe-inline' | https://www.example.org/lupus-car-t/frame.html/ | 'strict-dynamic' | \
             www.example.com | ftp: | self",
        ),
        (
            CDN,
            "* | https: | cdn.example.net | https://cdn.example.net/lct/ | *.example.net",
            "'self' | www.example.org | *.cdn.example.net | example.net | https://cdn.example.net/lct",
        ),
        (
            "http://cdn.example.net:8080/",
            "* | http: | http://cdn.example.net:8080 | http://cdn.example.net:* | http://*:8080",
            "'self' | https: | cdn.example.net | cdn.example.net:* | \
             http://cdn.example.net | https://cdn.example.net:8080",
        ),
    ] {
        let choices = way(Way::Iframe, folder);
        for (sources, expected) in [(matching, ""), (failing, "Frame")] {
            for source in sources.split(" | ") {
                let policy = format!("frame-src {source}");
                assert_eq!(
                    blocked(&policy, &choices),
                    expected,
                    "{policy} for {folder}"
                );
            }
        }
    }
}

#[test]
fn frames_fall_back_over_child_src_to_default_src() {
    for (policy, expected) in [
        ("default-src 'none'", "Frame"),
        ("default-src 'self'", ""),
        ("default-src 'none'; child-src 'self'", ""),
        ("default-src 'self'; child-src 'none'", "Frame"),
        ("child-src 'none'; frame-src 'self'", ""),
        (
            "script-src 'none'; connect-src 'none'; trusted-types 'none'",
            "",
        ),
        ("frame-ancestors 'none'", ""),
    ] {
        assert_eq!(
            blocked(policy, &way(Way::Iframe, HERE)),
            expected,
            "{policy}"
        );
    }
}
