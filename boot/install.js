// Lets the browser keep the site, where it offers that (https or this very machine, not plain
// http), and tells the reader when a new version is there whole. The keeping is done by
// boot/worker.js. Only the site has this script; boot/later.js asks for it after the program.
(function () {
  "use strict";

  if (!navigator.serviceWorker || location.protocol === "file:") { return; }

  function said(name, zh, en) {
    var element = document.createElement(name);
    [["zh-CN", zh], ["en", en]].forEach(function (words) {
      var span = document.createElement("span");
      span.lang = words[0];
      span.appendChild(document.createTextNode(words[1]));
      element.appendChild(span);
    });
    return element;
  }

  function takeOver(registration) {
    var worker = registration.waiting;
    // Another tab may have let it in.
    if (!worker) { location.reload(); return; }
    worker.addEventListener("statechange", function () {
      if (worker.state === "activated") { location.reload(); }
    });
    worker.postMessage("take over");
  }

  // boot.css shows the words of the page's language.
  function tell(registration) {
    if (document.getElementById("fresh")) { return; }
    // Nobody stands at a wall; the show goes on where it was.
    if (/[?&]kiosk\b/.test(location.search)) { takeOver(registration); return; }
    var notice = document.createElement("div");
    notice.id = "fresh";
    notice.className = "fresh";
    notice.setAttribute("role", "status");
    document.body.appendChild(notice);
    notice.appendChild(said("p", "有新版本，重新打开即可。", "A new version is here: open again to use it."));
    var button = said("button", "重新打开", "Open again");
    button.type = "button";
    button.onclick = function () { takeOver(registration); };
    notice.appendChild(button);
  }

  var isAgain = false;

  function watch(registration) {
    function look(worker) {
      if (!worker) { return; }
      function isIn() {
        if (worker.state === "installed" && registration.active) { tell(registration); }
        // The first version did not come in whole: once more, when the network may be back.
        if (worker.state === "redundant" && !registration.active && !isAgain) {
          isAgain = true;
          setTimeout(register, 10000);
        }
      }
      worker.addEventListener("statechange", isIn);
      isIn();
    }
    look(registration.waiting);
    look(registration.installing);
    registration.addEventListener("updatefound", function () { look(registration.installing); });
    // A page may stay open for days: it asks each hour.
    setInterval(function () { registration.update().then(null, function () {}); }, 3600000);
  }

  function register() {
    // Where it is refused, by a setting or for want of space, the page works as before.
    navigator.serviceWorker.register("./worker.js").then(watch).then(null, function () {});
  }

  // The first time, the files are fetched for the reader first and for keeping afterwards, when
  // the page has had time to draw itself: in milliseconds.
  var AFTER = 3000;

  setTimeout(register, navigator.serviceWorker.controller ? 0 : AFTER);
})();
