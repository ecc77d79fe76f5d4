// Has the browser keep the site for days without network, and offers a new version of it once that is there as a whole.
(async () => {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const notice = document.getElementById("update");
  const [waits, take, later] = notice.children;
  // Words in a form are nowhere else. A note that is being written is kept as a draft at every stroke.
  let typed;
  addEventListener("input", ({ target }) => (typed = target));
  const ready = () =>
    // A program that has stopped, or did not come, has nothing to save.
    document.querySelector(".not-loaded:not([hidden])") ||
    (document.querySelector(".save-state")?.dataset.state === "saved" &&
      !(typed?.isConnected && typed.value && typed.closest("form")));

  // Every tab reloads when the version is taken, each as soon as nothing in it can be lost.
  const reload = () => (ready() ? location.reload() : setTimeout(reload, 100));
  let isFirst = true;
  workers.addEventListener("controllerchange", () => {
    if (!isFirst) reload();
    isFirst = false;
  });

  // Before that, a tab that is not ready holds the others back.
  const tabs = new BroadcastChannel(`gloss-update ${new URL(".", location)}`);
  let held = false;
  tabs.onmessage = ({ data }) => {
    if (data === "hold") held = true;
    else if (!ready()) tabs.postMessage("hold");
  };

  try {
    const registration = await workers.register("service-worker.js", { updateViaCache: "none" });
    isFirst = !registration.active;
    const offer = () => (notice.hidden = !(registration.active && registration.waiting));
    const watch = () => registration.installing?.addEventListener("statechange", offer);
    registration.addEventListener("updatefound", watch);
    watch();
    offer();
    // A tab may be open for weeks.
    addEventListener("visibilitychange", () => document.hidden || registration.update().catch(() => {}));
    take.onclick = () => {
      take.disabled = true;
      const attempt = () => {
        held = !ready();
        tabs.postMessage("ready?");
        setTimeout(() => {
          waits.hidden = !held;
          if (held) attempt();
          else if (registration.waiting) registration.waiting.postMessage("take");
          else offer();
        }, 500);
      };
      attempt();
    };
    later.onclick = () => (notice.hidden = true);
  } catch {
    // The browser keeps nothing for this page; all is as without.
  }
})();
