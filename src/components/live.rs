//! Whether the reader can be answered.

use yew::prelude::*;

/// False until the first render stands in the page, then true; always false when pre-rendered.
///
/// The first render has to say what the pre-rendered page says. What only works while this module
/// runs is shown by the render after it.
#[hook]
pub(super) fn use_live() -> bool {
    let live = use_state(|| false);
    let setter = live.setter();
    use_effect_with((), move |()| setter.set(true));
    *live
}
