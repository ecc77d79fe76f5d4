// Answers for the site without network, with the files of one build. The build fills in which those are, by their paths,
// each with the digest of its content, and the fingerprints that its page puts into addresses.
const FILES = {{files}};
const FINGERPRINTS = {{fingerprints}};
const SCOPE = registration.scope;
// Other sites on this host have caches, too.
const OWN = `gloss ${SCOPE} `;
const NAME = `${OWN}{{build}}`;

// A file of this build, from whichever cache has it, or else from the host. What has another content is no answer. The
// answer is made anew, as a worker would take the address of the one that was fetched for its own.
const key = (path) => `${SCOPE}${path}?${FILES[path]}`;
const file = async (path) => {
  const fetched = await ((await caches.match(key(path))) ?? fetch(SCOPE + path, { integrity: FILES[path], cache: "no-cache" }));
  return new Response(fetched.body, { headers: fetched.headers });
};

// All files or none: a version that is not whole is not installed, and the one before goes on. What has come already
// is there for the next try.
let claims = false;
addEventListener("install", (event) => {
  // In the first visit, the pages that are open are of this build, or else ask for files of their own.
  claims = !registration.active;
  const fill = async () => {
    const cache = await caches.open(NAME);
    await Promise.all(Object.keys(FILES).map(async (path) => cache.put(key(path), await file(path))));
  };
  event.waitUntil(fill());
});

// Only a reader's word puts a new version in the place of the one that is open.
addEventListener("message", ({ data }) => {
  if (data !== "take") return;
  claims = true;
  skipWaiting();
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    // One that comes already takes what it can from the caches that are there.
    if (!registration.installing && !registration.waiting) {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(OWN) && name !== NAME).map((name) => caches.delete(name)));
    }
    // A tab that was loaded past the worker has none, and hears of the new version by getting one.
    if (claims) await clients.claim();
  };
  event.waitUntil(tidy());
});

// What another program shares waits here for the page, which opens and takes it.
const SHARED = `gloss-shared ${SCOPE}`;
const share = async (request) => {
  const headers = { "content-type": request.headers.get("content-type") };
  const cache = await caches.open(SHARED);
  await cache.put(`${SCOPE}share?${Date.now()}`, new Response(await request.blob(), { headers }));
  return Response.redirect(`${SCOPE}#/bring`, 303);
};

// A page that was loaded past this worker may be of another build, and its workers come here all the same: what has the
// fingerprint of another build is asked of the host.
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "POST" && url === `${SCOPE}share`) return event.respondWith(share(event.request));
  if (method !== "GET" || !url.startsWith(SCOPE)) return;
  const [address, query] = url.slice(SCOPE.length).split("#", 1)[0].split("?", 2);
  const path = address.replace(/^index\.html$/, "");
  const fingerprint = /\bv=(\w+)/.exec(query)?.[1];
  const fits = !fingerprint || FINGERPRINTS.includes(fingerprint);
  if (Object.hasOwn(FILES, path) && fits) event.respondWith(file(path));
});
