//! The WebAssembly of the builder page. It shows itself as soon as it is loaded.

#[cfg(target_arch = "wasm32")]
fn main() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(place) = document.and_then(|it| it.get_element_by_id("builder")) {
        yew::Renderer::<lupus_car_t::builder::page::Builder>::with_root(place).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
