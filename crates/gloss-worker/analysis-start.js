// Starts the analysis in its thread. Its two files carry the fingerprint of this one's address, so that all three are
// of one build, however long each is cached. What cannot be started says so.
try {
  importScripts(`analysis.js${location.search}`);
  wasm_bindgen({ module_or_path: `analysis_bg.wasm${location.search}` }).catch(() => postMessage("failed"));
} catch {
  postMessage("failed");
}
