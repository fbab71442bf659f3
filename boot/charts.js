// Reads the drawing library when the first chart is shown, and once: from its own file on a
// site, unpacked from inside the one file. `window.readCharts()` promises that it is there.
//
// The library stands in `window.echarts`; what is in it says charts/entry.js.
(function () {
  "use strict";

  var promise = null;

  function run(script) {
    return new Promise(function (resolve, reject) {
      script.onload = resolve;
      script.onerror = function () { reject(new TypeError("charts: not read")); };
      document.head.appendChild(script);
      // A script with its text inside has run by now and tells nobody.
      if (!script.src) { resolve(); }
    });
  }

  function fromFile(address) {
    var script = document.createElement("script");
    script.src = address;
    return run(script);
  }

  function fromInside(element) {
    return window.carried(element, "text/javascript").text().then(function (source) {
      // The policy lets exactly this text run, by its hash.
      var script = document.createElement("script");
      script.textContent = source;
      return run(script);
    });
  }

  window.readCharts = function () {
    if (!promise) {
      var inside = document.getElementById("charts");
      promise = inside
        ? fromInside(inside)
        : fromFile(document.getElementById("program").getAttribute("data-charts"));
      // What failed may be tried again, say when the network is back.
      promise.then(null, function () { promise = null; });
    }
    return promise;
  };
})();
