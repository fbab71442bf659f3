// Keeps the site on the reader's computer, so that it opens without a network.
//
// A version is all of its files or none of them: each is checked against the SHA-256 that
// `cargo xtask build` writes below, and a version is installed when all are there, into a
// cache named by the hash of the list. The one before it answers until a reader asks for the
// new one (boot/install.js). Nothing but the files of this site is ever asked for.
(function () {
  "use strict";

  var VERSION = "@VERSION@";
  // The SHA-256 of every file in base64, by name.
  var FILES = { "@FILES@": "" };

  // Other copies of the page may lie on the same host; each keeps to its own folder.
  var SCOPE = self.registration.scope;
  var OURS = "yibenzhang " + SCOPE + " ";
  var CACHE = OURS + VERSION;

  // Hosts agree on what a folder answers, and not on whether index.html has an address.
  function addressOf(name) {
    return new URL(name === "index.html" ? "./" : name, SCOPE).href;
  }

  function hashOf(bytes) {
    return crypto.subtle.digest("SHA-256", bytes).then(function (hash) {
      return btoa(String.fromCharCode.apply(null, new Uint8Array(hash)));
    });
  }

  // The answer made anew of its bytes; null unless they are those of the list.
  function checked(name, response) {
    if (!response || !response.ok) { return null; }
    var headers = new Headers(response.headers);
    headers.delete("Content-Encoding");
    headers.delete("Content-Length");
    return response.arrayBuffer().then(function (bytes) {
      return hashOf(bytes).then(function (hash) {
        return hash === FILES[name] ? new Response(bytes, { headers: headers }) : null;
      });
    });
  }

  // From the host; what the browser itself keeps of it is asked first. That may break off where a
  // page that was reading the same file is closed.
  function fetched(name) {
    function ask(cache) {
      return fetch(addressOf(name), { cache: cache, credentials: "same-origin" }).then(function (response) {
        return checked(name, response);
      });
    }
    return ask("default").then(null, function () { return null; }).then(function (found) {
      return found || ask("reload");
    });
  }

  // A cache that cannot be read is an empty one.
  function kept(name, cache) {
    return cache.match(addressOf(name)).then(function (response) {
      return checked(name, response);
    }).then(null, function () { return null; });
  }

  // What the version before has as well need not be fetched again.
  function install(name, cache) {
    return kept(name, caches).then(function (found) {
      return found || fetched(name);
    }).then(function (response) {
      if (!response) { throw new TypeError("not what the list says: " + name); }
      return cache.put(addressOf(name), response);
    });
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(caches.open(CACHE).then(function (cache) {
      return Promise.all(Object.keys(FILES).map(function (name) { return install(name, cache); }));
    }).then(null, function (error) {
      return caches.delete(CACHE).then(function () { throw error; });
    }));
  });

  // The cache before this one stays, for pages of its version that are still open.
  self.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      var older = names.filter(function (name) { return name.indexOf(OURS) === 0 && name !== CACHE; });
      older.pop();
      return Promise.all(older.map(function (name) { return caches.delete(name); }));
    }).then(function () { return self.clients.claim(); }));
  });

  self.addEventListener("message", function (event) {
    if (event.data === "take over") { self.skipWaiting(); }
  });

  // From the cache; where the entry is missing or broken, from the host, and the cache is mended.
  function answer(name, request) {
    return caches.open(CACHE).then(function (cache) {
      return kept(name, cache).then(function (found) {
        if (found) { return found; }
        return fetched(name).then(function (fresh) {
          // The host has another version by now: its page names its own files.
          if (!fresh) { return fetch(request); }
          return cache.put(addressOf(name), fresh.clone()).then(function () { return fresh; });
        });
      });
    });
  }

  self.addEventListener("fetch", function (event) {
    var request = event.request;
    var address = request.url.split(/[?#]/)[0];
    if (request.method !== "GET" || address.indexOf(SCOPE) !== 0) { return; }
    var name = address.slice(SCOPE.length) || "index.html";
    if (Object.prototype.hasOwnProperty.call(FILES, name)) {
      event.respondWith(answer(name, request));
    } else {
      // A file of the version before, or none of ours.
      event.respondWith(caches.match(address).then(function (found) { return found || fetch(request); }));
    }
  });
})();
