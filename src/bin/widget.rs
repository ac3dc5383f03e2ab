//! The WebAssembly that `runtime.js` loads. What it can do is exported by `lupus_car_t::host`.

#[cfg(target_arch = "wasm32")]
pub use lupus_car_t::host;

fn main() {}
