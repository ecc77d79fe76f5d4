//! What the programs beside the page have in common: how they allocate memory.
#![forbid(unsafe_code)]

/// Two kilobytes smaller than that of the standard library, and made for memory that only grows.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
