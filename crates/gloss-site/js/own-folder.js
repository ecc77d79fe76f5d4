// Keeps everything in a folder of the reader's own, too, where the browser lets a page write to one. A program beside the
// page merges the files of the folder with what the store has; here is what only a window can do: ask for the folder,
// read and write its files, and see to it that one of all tabs does so.
(() => {
  const STORE = "gloss";
  // How long nobody looks for what others have written, and how long changes here may gather, in milliseconds.
  const PAUSE = 10000;
  const GATHER = 1000;
  const OWN = /^gloss-[0-9a-f]{8}\.json$/;
  if (!navigator.locks || !window.BroadcastChannel || !window.indexedDB) return;

  // The page that shows how it stands may be drawn in any tab; all tabs know it.
  const said = new BroadcastChannel("gloss-folder");
  let status = { state: window.showDirectoryPicker ? "none" : "unsupported" };
  const tell = (now) => said.postMessage((status = now));
  said.onmessage = ({ data }) => {
    if (data === "how?") said.postMessage(status);
    else if (data.state) status = data;
    else if (data === "stop") stop?.();
  };

  // The folder is kept in a database of its own: the handle, and what the file of this browser is called.
  const keeping = (mode, use) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open("gloss-folder", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("folders");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction("folders", mode);
        const request = use(transaction.objectStore("folders"));
        transaction.oncomplete = () => (database.close(), resolve(request.result));
        transaction.onabort = () => (database.close(), reject(transaction.error));
      };
    });

  // The program, which answers each message with one.
  const start = () => {
    const { folder } = JSON.parse(document.getElementById("bundle").textContent);
    const program = new Worker(folder);
    const answer = () => new Promise((resolve, reject) => {
      program.onmessage = ({ data }) => (data === "failed" ? reject(new Error(data)) : resolve(data));
      program.onerror = reject;
    });
    const listens = answer();
    const ask = async (parts) => {
      await listens;
      const answered = answer();
      program.postMessage(parts);
      return JSON.parse(await answered);
    };
    return { ask, end: () => program.terminate() };
  };

  let stop;
  const keep = async ({ handle, browser }) => {
    const program = start();
    const taken = new Map();
    let others = 0;
    const own = `gloss-${browser}.json`;
    const text = async (name) => (await (await handle.getFileHandle(name)).getFile()).text();
    const ownText = () => text(own).catch((why) => (why.name === "NotFoundError" ? "" : Promise.reject(why)));
    // What others have written since it was taken.
    const news = async () => {
      const found = [];
      others = 0;
      for await (const [name, entry] of handle.entries()) {
        if (entry.kind !== "file" || !OWN.test(name) || name === own) continue;
        others += 1;
        const file = await entry.getFile();
        if (taken.get(name) !== file.lastModified) found.push([name, file.lastModified, await file.text()]);
      }
      return found;
    };
    const round = async () => {
      const found = await news();
      const { file, unread, failure } = await program.ask(["round", STORE, await ownText(), ...found.map(([, , json]) => json)]);
      if (failure) throw Object.assign(new Error(), { name: failure });
      found.forEach(([name, time], at) => unread[at] || taken.set(name, time));
      if (file) {
        const writer = await (await handle.getFileHandle(own, { create: true })).createWritable();
        await writer.write(file);
        await writer.close();
      }
      const names = found.flatMap(([name], at) => (unread[at] ? [[name, unread[at]]] : []));
      tell({ state: "kept", name: handle.name, at: Date.now(), others, unread: names });
    };

    let stopped = false;
    let wake = () => {};
    const changes = new BroadcastChannel(STORE);
    changes.onmessage = () => setTimeout(() => wake(), GATHER);
    addEventListener("focus", () => wake());
    stop = () => ((stopped = true), wake());
    while (!stopped) {
      const pause = new Promise((resolve) => ((wake = resolve), setTimeout(resolve, PAUSE)));
      try {
        await round();
      } catch (why) {
        tell({ state: why.name === "NotAllowedError" ? "ask" : "failed", name: handle.name, why: why.name });
        if (why.name === "NotAllowedError") break;
      }
      await pause;
    }
    changes.close();
    program.end();
  };

  // The tab that has the lock keeps the folder; when it is closed another goes on, with the folder of that time.
  const chosen = () => keeping("readonly", (folders) => folders.get(STORE));
  const begin = async (allow) => {
    const { handle } = (await chosen()) ?? {};
    if (!handle) return;
    const wanted = { mode: "readwrite" };
    const asked = await (allow ? handle.requestPermission(wanted) : handle.queryPermission?.(wanted));
    if (asked === "granted" || !asked) {
      await navigator.locks.request(`gloss-folder ${STORE}`, async () => {
        const folder = await chosen();
        if (folder) await keep(folder);
      });
    } else tell({ state: "ask", name: handle.name });
  };
  const end = () => {
    stop?.();
    said.postMessage("stop");
  };

  const actions = {
    "choose-folder": async () => {
      const handle = await showDirectoryPicker({ id: "gloss", mode: "readwrite" });
      const [number] = crypto.getRandomValues(new Uint32Array(1));
      const browser = number.toString(16).padStart(8, "0");
      await keeping("readwrite", (folders) => folders.put({ handle, browser }, STORE));
      end();
      await begin();
    },
    "allow-folder": () => begin(true),
    "leave-folder": async () => {
      await keeping("readwrite", (folders) => folders.delete(STORE));
      end();
      tell({ state: "none" });
    },
  };
  addEventListener("click", ({ target }) => {
    const action = actions[target.closest?.("[data-do]")?.dataset.do];
    // Who closes the window that asks has changed their mind.
    action?.().catch((why) => why.name === "AbortError" || tell({ ...status, state: "failed", why: why.name }));
  });
  begin().catch((why) => tell({ state: "failed", why: why.name }));
})();
