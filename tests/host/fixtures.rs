//! What the tests read: the fixtures and the project's own content.

use std::{
    path::{Path, PathBuf},
    rc::Rc,
    sync::LazyLock,
};

use lupus_car_t::{
    compiler::{Compiled, ENGLISH, Files, compile},
    content::Explainer,
    site::{content_files, pre_render},
};

use crate::html::Element;

/// The project's folder.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder `name` of the fixtures.
pub(crate) fn fixtures(name: &str) -> PathBuf {
    project().join("tests/fixtures").join(name)
}

/// Every file below `folder`, by its path from there.
pub(crate) fn files(folder: &Path) -> Files {
    content_files(folder).expect("the folder can be read")
}

/// The small content, in two languages.
pub(crate) fn example_files() -> Files {
    files(&fixtures("content"))
}

/// The small content in English.
pub(crate) fn example() -> Compiled {
    compiled(&example_files())
}

/// The words that readers get, and the page that is made of them. Compiling takes seconds.
static REAL: LazyLock<(Explainer, String, String)> = LazyLock::new(|| {
    let compiled = compiled(&files(&project().join("static/content")));
    let page = pre_render(&Rc::new(compiled.explainer.clone()));
    (compiled.explainer, page, compiled.search_words)
});

/// The words that readers get.
pub(crate) fn real() -> Explainer {
    REAL.0.clone()
}

/// The words that readers get, as the page has them before any script runs.
pub(crate) fn real_page() -> Element {
    Element::read(&REAL.1)
}

/// What the search knows of the language of [`real`].
pub(crate) fn real_search_words() -> String {
    REAL.2.clone()
}

/// Each term of [`real`], with its id.
pub(crate) fn real_terms() -> Vec<(&'static str, &'static str)> {
    let terms = REAL.0.terms.iter();
    terms.map(|it| (&*it.term, &*it.id)).collect()
}

/// What `files` compile to in English.
pub(crate) fn compiled(files: &Files) -> Compiled {
    match compile(ENGLISH, files) {
        Ok(compiled) => compiled,
        Err(refusal) => panic!("{refusal}"),
    }
}
