// Reads the parts of the program that the first view does not need: from their own files on a
// site, unpacked from inside the one file. docs/performance.md says how they are made.
//
// The program calls `__wasm_split_load_…` when it wants a part, and waits for the callback: once
// the first view has been painted, so that nothing competes with it. Where the address names
// another view, boot.js calls `begin` beside the first part. Which files a part needs stands in
// data-parts: `tasks ./a.wasm ./b.wasm; rest ./c.wasm ./b.wasm`.
(function () {
  "use strict";

  var files = {};
  var joined = {};

  function needed(part) {
    var all = document.getElementById("program").getAttribute("data-parts").split("; ");
    for (var i = 0; i < all.length; i++) {
      var names = all[i].split(" ");
      if (names.shift() === part) { return names; }
    }
    throw new TypeError("no part " + part);
  }

  function source(name) {
    var inside = document.getElementById(name);
    if (inside) { return window.carried(inside, "application/wasm"); }
    return fetch(name, { credentials: "same-origin" }).then(function (response) {
      if (!response.ok) { throw new TypeError(response.status + " " + response.url); }
      return response;
    });
  }

  // A promise kept under a name; what failed may be tried again, say when the network is back.
  function once(kept, name, make) {
    if (!kept[name]) {
      kept[name] = make();
      kept[name].then(null, function () { kept[name] = null; });
    }
    return kept[name];
  }

  function read(name) {
    return once(files, name, function () { return source(name).then(window.compiled); });
  }

  // The styles of the rest.
  function styled(name) {
    var inside = document.getElementById(name);
    return inside ? unpacked(inside) : linked(name);
  }

  function unpacked(element) {
    return window.carried(element, "text/css").then(function (answer) {
      return answer.text();
    }).then(function (text) {
      // The policy lets exactly this text in, by its hash.
      var style = document.createElement("style");
      style.textContent = text;
      document.head.appendChild(style);
    });
  }

  function linked(address) {
    return new Promise(function (done, failed) {
      var link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = address;
      link.onload = done;
      link.onerror = function () {
        document.head.removeChild(link);
        failed(new TypeError(address));
      };
      document.head.appendChild(link);
    });
  }

  function begin(part) {
    var all = needed(part).map(read);
    var styles = document.getElementById("program").getAttribute("data-styles");
    if (part === "rest") { all.push(once(files, styles, function () { return styled(styles); })); }
    return Promise.all(all);
  }

  // Each file works in the memory of the first part, and calls the others through its table.
  function join(name) {
    return once(joined, name, function () {
      return read(name).then(function (module) {
        return WebAssembly.instantiate(module, { __wasm_split: wasm_bindgen.initSync() });
      });
    });
  }

  // What keeps a site in the browser is for later than all parts.
  function install() {
    var address = document.getElementById("program").getAttribute("data-install");
    if (!address) { return; }
    var script = document.createElement("script");
    script.src = address;
    document.head.appendChild(script);
  }

  function load(part) {
    return function (callback, data) {
      function done(isThere) {
        wasm_bindgen.initSync().__indirect_function_table.get(callback)(data, isThere);
      }
      begin(part).then(function () {
        return Promise.all(needed(part).map(join));
      }).then(function () {
        done(1);
        if (part === "rest") { install(); }
      }, function (error) {
        if (window.console) { console.error(error); }
        done(0);
      });
    };
  }

  // What a worker needs to make files (boot/maker.js): the parts as they are compiled, and where
  // the program's script is; in the one file that stands in the worker's own.
  function parts() {
    var script = document.getElementById("program").getAttribute("src");
    return Promise.all(needed("rest").map(read)).then(function (modules) {
      return { first: window.later.first, rest: modules, script: script };
    });
  }

  // A promise that is kept when the browser has done what it had to do; a timer is kept waiting.
  function breath() {
    return new Promise(function (done) {
      var channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(null);
    });
  }

  window.later = {
    begin: begin,
    breath: breath,
    parts: parts,
    __wasm_split_load_overview: load("overview"),
    __wasm_split_load_tasks: load("tasks"),
    __wasm_split_load_rest: load("rest")
  };
})();
