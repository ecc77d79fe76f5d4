// Starts a program in a thread of its own: `worker-start.js?program=NAME&…`. The program's two files carry the rest of
// this address, too, and so the fingerprint in it: all three are of one build, however long each is cached. What cannot
// be started says so.
try {
  const program = new URLSearchParams(location.search).get("program");
  importScripts(`${program}.js${location.search}`);
  wasm_bindgen({ module_or_path: `${program}_bg.wasm${location.search}` }).catch(() => postMessage("failed"));
} catch {
  postMessage("failed");
}
