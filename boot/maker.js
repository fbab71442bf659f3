// Begins the program in a worker, where it makes files (src/maker/). The page sends both parts
// of the program, compiled as it has them, so nothing is fetched and nothing compiled again.
//
// Not boot/worker.js, which keeps the site. On a site this is a file beside the program's script;
// in the one file the two scripts are put together, this one first.
(function () {
  "use strict";

  // What the program's script imports as soon as it is read, as boot/later.js gives it to the page.
  self.later = {};

  // Called by the program when it wants a part: here the rest, and no view.
  function loader(modules) {
    return function (callback, data) {
      function done(isThere) {
        wasm_bindgen.initSync().__indirect_function_table.get(callback)(data, isThere);
      }
      Promise.all(modules.map(function (module) {
        return WebAssembly.instantiate(module, { __wasm_split: wasm_bindgen.initSync() });
      })).then(function () { done(1); }, function () { done(0); });
    };
  }

  // An error of the worker, of which the page is told.
  function fail(error) {
    setTimeout(function () { throw error; }, 0);
  }

  function begin(event) {
    self.removeEventListener("message", begin);
    var parts = event.data;
    WebAssembly.Module.imports(parts.first).forEach(function (wanted) {
      if (wanted.name.indexOf("__wasm_split_load_") === 0) { self.later[wanted.name] = loader(parts.rest); }
    });
    if (parts.script) { importScripts(parts.script); }
    wasm_bindgen({ module_or_path: parts.first }).then(null, fail);
  }

  self.addEventListener("message", begin);
  self.addEventListener("messageerror", function () { fail(new TypeError("maker: no program")); });
})();
