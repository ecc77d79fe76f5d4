// Starts the analysis in its thread. Its two files carry the fingerprint of this one's address, so that all three are
// of one build, however long each is cached.
importScripts(`analysis.js${location.search}`);
wasm_bindgen({ module_or_path: `analysis_bg.wasm${location.search}` });
