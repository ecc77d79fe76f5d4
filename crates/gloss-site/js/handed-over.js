// What other programs hand to an installed Gloss, files that it is to open and what is shared with it, comes to the page
// on which articles are brought, as if the reader had dropped it there.
(() => {
  const bring = async (files, text) => {
    location.hash = "#/bring";
    const place = await new Promise((resolve) => {
      const look = () => {
        const drawn = document.querySelector(".beside [data-drop]");
        drawn ? resolve(drawn) : setTimeout(look, 100);
      };
      look();
    });
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", text);
    files.forEach((file) => dataTransfer.items.add(file));
    place.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  };

  window.launchQueue?.setConsumer(async ({ files }) => {
    if (files.length) bring(await Promise.all(files.map((file) => file.getFile())), "");
  });

  // The service worker keeps what is shared until a page has it.
  const SHARED = `gloss-shared ${new URL(".", location)}`;
  const take = async () => {
    if (!(await caches.has(SHARED))) return;
    const cache = await caches.open(SHARED);
    for (const request of await cache.keys()) {
      // What is no form holds nothing back.
      const shared = await (await cache.match(request)).formData().catch(() => new FormData());
      const words = ["title", "text", "url"].map((name) => shared.get(name)).filter(Boolean);
      const files = shared.getAll("files").filter(({ size }) => size);
      if (files.length || words.length) await bring(files, words.join("\n"));
      await cache.delete(request);
    }
    await caches.delete(SHARED);
  };
  if (window.caches) take();
})();
