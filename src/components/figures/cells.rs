//! The picture beside the title.

use yew::prelude::*;

/// A CAR-T cell whose hook has found a B cell. It only decorates, so assistive technology skips it.
pub(crate) fn cells() -> Html {
    html! {
        <svg class="cells" viewBox="0 0 240 200" width="240" height="200" aria-hidden="true">
            <path class="antibody" d="M134 20v12l-8 9m8-9 8 9M206 150v14l-9 10m9-10 9 10" />
            <path class="antibody" d="M224 10v12l-8 9m8-9 8 9" />
            <circle class="t-cell" cx="76" cy="118" r="56" />
            <circle class="t-core" cx="66" cy="124" r="30" />
            <path class="hook" d="M76 60V44m-8-10 8 10 8-10M34 78 24 66m-1-13 1 13-14 1" />
            <path class="hook" d="M44 166l-9 13m-13-1 13 1 4 12M118 154l12 9m12-5-12 5 1 13M128 98l20-9" />
            <path class="hook" d="m157 77-9 12 15 4" />
            <circle class="b-cell" cx="190" cy="78" r="32" />
            <circle class="b-core" cx="196" cy="76" r="16" />
            <path class="marker" d="m160 88-6-1m7-17-8-3m22-16-4-7m26 1 3-7m16 24 8-4m-7 22 8 3" />
            <path class="marker" d="m202 108 4 7m-25-1-2 8" />
        </svg>
    }
}
