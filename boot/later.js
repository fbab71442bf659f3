// Reads the second part of the program, which the first view does not need: from its own file
// on a site, unpacked from inside the one file. docs/performance.md says how the two are made.
//
// The program calls `__wasm_split_load_later` when it wants the second part, and waits for the
// callback: once the first view has been painted, so that nothing competes with it. Where the
// address names another view, boot.js calls `begin` beside the first part.
(function () {
  "use strict";

  var reading = null;

  function source() {
    var inside = document.getElementById("later");
    if (inside) { return Promise.resolve(window.carried(inside, "application/wasm")); }
    var address = document.getElementById("program").getAttribute("data-later");
    return fetch(address, { credentials: "same-origin" }).then(function (response) {
      if (!response.ok) { throw new TypeError(response.status + " " + response.url); }
      return response;
    });
  }

  function compiled(response) {
    // Some hosts name another type, for which the streaming kind refuses.
    return response.arrayBuffer().then(function (bytes) { return WebAssembly.compile(bytes); });
  }

  function begin() {
    if (!reading) {
      reading = source().then(compiled);
      // What failed may be tried again, say when the network is back.
      reading.then(null, function () { reading = null; });
    }
    return reading;
  }

  // The second part works in the memory of the first, and calls it through its table.
  function joined(module) {
    return WebAssembly.instantiate(module, { __wasm_split: wasm_bindgen.initSync() });
  }

  window.later = {
    begin: begin,
    __wasm_split_load_later: function (callback, data) {
      function done(isThere) {
        wasm_bindgen.initSync().__indirect_function_table.get(callback)(data, isThere);
      }
      begin().then(joined).then(function () { done(1); }, function (error) {
        if (window.console) { console.error(error); }
        done(0);
      });
    }
  };
})();
