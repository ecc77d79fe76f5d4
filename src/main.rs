//! The page: Yew components over the state of `gloss-app`, and the browser that carries out what the state asks for.
#![forbid(unsafe_code)]

mod platform;
mod ui;

/// Two kilobytes smaller than that of the standard library, and made for memory that only grows.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    ui::mount();
}
