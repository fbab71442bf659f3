// Reads the drawing library when the first chart is shown, and once: from its own file on a
// site, unpacked from inside the one file. `window.readCharts()` promises that it is there.
//
// The library stands in `window.echarts`; what is in it says charts/entry.js.
(function () {
  "use strict";

  var promise = null;

  function fromFile(address) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = function () { reject(new TypeError("charts: not read")); };
      document.head.appendChild(script);
    });
  }

  window.readCharts = function () {
    if (!promise) {
      var inside = document.getElementById("charts");
      promise = inside
        ? window.runCarried(inside)
        : fromFile(document.getElementById("program").getAttribute("data-charts"));
      // What failed may be tried again, say when the network is back.
      promise.then(null, function () { promise = null; });
    }
    return promise;
  };
})();
