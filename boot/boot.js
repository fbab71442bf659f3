// Opens the page: sets the strict policy where the browser knows it, fetches and starts
// the program, shows how far that is, and says what to do where it cannot be done.
//
// Old engines must be able to read this file to the end, so it is plain ES5, and the
// program's own script stands apart: a syntax error there leaves this one running.
// Who removes #boot, and #opening with the first words: the program, when it has put its page
// in place.
(function () {
  "use strict";

  // 'wasm-unsafe-eval' came with Chrome 97, Firefox 102 and Safari 16; browsers that do
  // not know the word refuse WebAssembly under it, so the page arrives with 'unsafe-eval'.
  // Policies only ever add up: the second one takes eval away again.
  function tighten() {
    var loose = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    var knows = Array.prototype.findLast && window.CSS && CSS.supports("overscroll-behavior", "none");
    if (!loose || !knows) { return; }
    var strict = loose.cloneNode(false);
    strict.content = loose.content.replace("'unsafe-eval'", "'wasm-unsafe-eval'");
    document.head.appendChild(strict);
  }

  var notices = {
    engine: [
      "这个浏览器打不开台账",
      "请切换到极速模式，或使用 Chrome 86 以上内核的浏览器。本页不需要安装什么，也不向外发送任何内容。",
      "This browser cannot run the page. Switch to the fast mode (极速模式) or use a browser with Chrome 86 or later inside."
    ],
    network: [
      "程序没有读完，台账没能打开",
      "请检查网络后重新打开；也可以改用单个文件的一本账，双击即可打开。",
      "The program could not be read to the end. Check the network and open the page again, or use the one-file edition."
    ],
    file: [
      "这个文件不完整，台账没能打开",
      "请重新下载一份。",
      "This file is not whole. Download it again."
    ],
    folder: [
      "这一份要放在网站上才能打开",
      "直接双击请用单个文件的一本账 yibenzhang.html。",
      "This edition needs a web server. To open by double click, use the one file yibenzhang.html."
    ],
    program: [
      "程序出错，台账没能打开",
      "请重新打开一次；仍然不行，请换用最新的浏览器，并把下面这行字告诉维护者。",
      "The program failed to start. Open the page again; if that does not help, use a newer browser and report the line below."
    ]
  };

  function line(className, lang, text) {
    var p = document.createElement("p");
    p.className = className;
    p.lang = lang;
    p.appendChild(document.createTextNode(text));
    return p;
  }

  function fail(kind, error) {
    var boot = document.getElementById("boot");
    if (!boot || boot.getAttribute("data-state") === "failed") { return; }
    var notice = notices[kind];
    var detail = error ? String(error.message || error) : "";
    while (boot.firstChild) { boot.removeChild(boot.firstChild); }
    boot.setAttribute("data-state", "failed");
    boot.setAttribute("role", "alert");
    // Before the first words, which stay: they are true, and their links are tried again.
    boot.parentNode.insertBefore(boot, boot.parentNode.firstChild);
    boot.appendChild(line("boot-says", "zh-CN", notice[0]));
    boot.appendChild(line("boot-does", "zh-CN", notice[1]));
    boot.appendChild(line("boot-does", "en", notice[2]));
    if (detail) { boot.appendChild(line("boot-detail", "en", detail)); }
    var again = document.createElement("a");
    again.href = location.href;
    // Following a link to the same address with a #… would only scroll.
    again.onclick = function () { location.reload(); return false; };
    again.appendChild(document.createTextNode("重新打开 Open again"));
    var last = line("boot-does", "zh-CN", "");
    last.appendChild(again);
    boot.appendChild(last);
  }

  function show(bytesRead, bytesInAll) {
    var bar = document.getElementById("boot-read");
    if (bar && bytesInAll) { bar.style.width = Math.min(100, 100 * bytesRead / bytesInAll) + "%"; }
  }

  // A browser waits up to 50 ms for a large font; Chromium on Linux copies the whole file. So each of
  // the first frames needs one more of the four, and the browser can answer between any two.
  // The very first is empty: meanwhile a phone fades the scrollbar of the page before, whose frames
  // are never shown, and after three of them Chromium draws once a second until one is.
  var root = document.documentElement;
  // How long the program waits for them at most, in milliseconds.
  var PATIENCE = 1000;
  var firstWords = moment();
  function painted() {
    root.removeAttribute("data-first");
    firstWords.come();
  }

  // Something that comes once, and promises of it.
  function moment() {
    var waiting = [];
    var it = {
      isThere: false,
      come: function () {
        it.isThere = true;
        while (waiting.length) { waiting.shift()(); }
      },
      promise: function () {
        return new Promise(function (done) {
          if (it.isThere) { done(); } else { waiting.push(done); }
        });
      }
    };
    return it;
  }

  // What is seen in the first frames; then all is seen, and with one more it has been.
  function paint() {
    var shown = ["empty", "heading", "views", "view", "all", "all"];
    function frame() {
      if (firstWords.isThere) { return; }
      if (!shown.length) { return painted(); }
      root.setAttribute("data-first", shown.shift());
      requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);
  }

  // The first part of the program has nearly come. The parts beside it are asked for then: earlier
  // they would share the line with it, later the line would have nothing to do.
  var nearlyRead = moment();
  var NEARLY = 7 / 8;

  // The same answer, counted while it passes; a stream, so that compiling need not wait.
  function counted(response, bytesInAll) {
    if (!response.body || !bytesInAll || !window.ReadableStream) {
      nearlyRead.come();
      return response;
    }
    var reader = response.body.getReader();
    var bytesRead = 0;
    var stream = new ReadableStream({
      pull: function (controller) {
        return reader.read().then(function (part) {
          if (part.done) { nearlyRead.come(); controller.close(); return; }
          bytesRead += part.value.byteLength;
          show(bytesRead, bytesInAll);
          if (bytesRead > NEARLY * bytesInAll) { nearlyRead.come(); }
          controller.enqueue(part.value);
        });
      }
    });
    return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  }

  // A promise of an answer with a part that the one file carries compressed: what comes first
  // in the way that browsers unpack by themselves, the others smaller, in a way for which it
  // carries the decoder too. It fails, and never throws, where the part is not whole.
  window.carried = function (element, type) {
    return Promise.resolve().then(function () {
      var text = atob(element.textContent);
      var bytes = new Uint8Array(text.length);
      for (var i = 0; i < text.length; i++) { bytes[i] = text.charCodeAt(i); }
      var packed = new Blob([bytes]);
      return element.type === "application/x-xz"
        ? decoder().then(function () { return window.unpackXz(packed); })
        : packed.stream().pipeThrough(new DecompressionStream("gzip"));
    }).then(function (source) {
      // What could not be unpacked stays, so that it may be tried again.
      element.parentNode.removeChild(element);
      return new Response(source, { headers: { "Content-Type": type } });
    });
  };

  // A promise that a script which the one file carries has run.
  window.runCarried = function (element) {
    return window.carried(element, "text/javascript").then(function (answer) {
      return answer.text();
    }).then(function (source) {
      // The policy lets exactly this text run, by its hash.
      var script = document.createElement("script");
      script.textContent = source;
      document.head.appendChild(script);
    });
  };

  var decoding = null;
  function decoder() {
    if (!decoding) { decoding = window.runCarried(document.getElementById("unpack")); }
    return decoding;
  }

  // A promise of an answer with the wasm: from inside the one file, or from the site.
  function program() {
    var inside = document.getElementById("wasm");
    if (inside) {
      nearlyRead.come();
      return window.carried(inside, "application/wasm");
    }
    var script = document.getElementById("program");
    return fetch(script.getAttribute("data-wasm"), { credentials: "same-origin" }).then(function (response) {
      if (!response.ok) { throw new TypeError(response.status + " " + response.url); }
      return counted(response, Number(script.getAttribute("data-bytes")));
    });
  }

  // While it streams, where the browser can and the host has named its type.
  window.compiled = function (response) {
    var isWasm = response.headers.get("Content-Type") === "application/wasm";
    if (WebAssembly.compileStreaming && isWasm) { return WebAssembly.compileStreaming(response); }
    return response.arrayBuffer().then(function (bytes) { return WebAssembly.compile(bytes); });
  };

  // Where the page itself took long to come, in milliseconds, the line is slow and has time while the
  // first words are painted: the program is asked for at once. Elsewhere it comes in no time, and
  // reading and compiling it would only take time from them.
  var SLOW = 100;

  function isLineSlow() {
    var page = window.performance && performance.timing;
    return !!page && Date.now() - page.requestStart > SLOW;
  }

  function canRun() { return window.WebAssembly && window.Promise && window.fetch; }

  function start() {
    var isOneFile = document.getElementById("wasm");
    var isRead = false;
    if (!canRun()) { return fail("engine"); }
    if (isOneFile && !window.DecompressionStream) { return fail("engine"); }
    // The one file holds its program at its end.
    if (!document.getElementById("program")) { return fail("file"); }
    if (location.protocol === "file:" && !isOneFile) { return fail("folder"); }
    // `let` at the top of the program's script: in scope, but no property of window.
    if (typeof wasm_bindgen === "undefined") { return fail(scriptFailed ? "network" : "engine"); }
    firstWords.promise().then(nearlyRead.promise).then(function () {
      // Most links name their view and so the parts they need; a wrong guess costs nothing.
      var view = /[?&]v=(\w+)/.exec(location.search);
      var isOne = !view || view[1] === "overview" || view[1] === "tasks";
      if (isOne) { window.later.begin(view && view[1] === "tasks" ? "tasks" : "overview"); }
      if (!isOne || /[?&](t|kiosk)=/.test(location.search)) { window.later.begin("rest"); }
    });
    // A page that nobody looks at is not painted.
    setTimeout(painted, PATIENCE);
    (asked || firstWords.promise().then(program)).then(window.compiled).then(function (module) {
      isRead = true;
      // What takes its time begins when the first words are seen, in a task of its own.
      return firstWords.promise().then(window.later.breath).then(function () {
        return wasm_bindgen({ module_or_path: module });
      });
    }).then(null, function (error) {
      if (window.console) { console.error(error); }
      if (isOneFile && !isRead) { return fail("file", error); }
      if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) { return fail("engine", error); }
      fail(error instanceof TypeError ? "network" : "program", error);
    });
  }

  var scriptFailed = false;
  window.addEventListener("error", function (event) {
    if (event.target && event.target.id === "program") { scriptFailed = true; }
    // The program waits for the part that its view needs, and may fail after.
    if (event.error) { fail("program", event.error); }
  }, true);

  // A show runs for weeks with nobody near: where the program has broken off it begins anew, and
  // leaves out the slide that it broke off at.
  window.addEventListener("error", function (event) {
    var isShow = document.documentElement.hasAttribute("data-kiosk");
    if (isShow && event.error instanceof WebAssembly.RuntimeError) {
      setTimeout(function () { location.reload(); }, 5000);
    }
  });

  // The first words of the page are those of a plain address.
  if (location.search) { root.setAttribute("data-linked", ""); }
  root.setAttribute("data-first", "empty");
  tighten();
  // The one file has the program further down.
  var isBeside = document.getElementById("program");
  var asked = isBeside && canRun() && isLineSlow() ? program() : null;
  document.addEventListener("readystatechange", function () {
    if (document.readyState === "interactive") { paint(); }
  });
  document.addEventListener("DOMContentLoaded", start);
})();
