/* Studio: numbers the lines of the text, leads from a finding to its line, and warns before unsaved words are left behind.
   The page works without this file. */
"use strict";

(() => {
  const form = document.getElementById("draft-form");
  const text = document.getElementById("text");
  const turn = document.getElementById("turn");
  if (!form || !text) return;

  document.getElementById("numbered")?.remove(); // the text itself is numbered now

  const gutter = document.createElement("div");
  gutter.className = "gutter";
  gutter.setAttribute("aria-hidden", "true");
  text.before(gutter);
  text.parentElement.classList.add("has-gutter");

  const faultyLines = () => new Set([...document.querySelectorAll("#answer .error [data-line]")].map((it) => it.dataset.line));

  const number = () => {
    const count = text.value.split("\n").length;
    const faulty = faultyLines();
    const lines = Array.from({ length: count }, (_, index) => {
      const line = document.createElement("span");
      line.textContent = index + 1;
      line.classList.toggle("faulty", faulty.has(String(index + 1)));
      return line;
    });
    gutter.replaceChildren(...lines);
    follow();
  };

  const follow = () => {
    gutter.scrollTop = text.scrollTop;
  };

  const goTo = (line) => {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    const height = text.scrollHeight / lines.length;
    text.scrollTop = Math.max(0, (line - 1) * height - text.clientHeight / 3);
    text.scrollLeft = 0;
    text.scrollIntoView({ block: "nearest" });
  };

  let typed = 0;
  let saved = 0;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-line]");
    if (!link) return;
    event.preventDefault();
    goTo(Number(link.dataset.line));
  });
  text.addEventListener("scroll", follow);
  text.addEventListener("input", number);
  form.addEventListener("input", () => {
    typed += 1;
    turn.value = typed; // so that what arrives late overwrites nothing newer
  });
  form.addEventListener("submit", () => (saved = typed));
  form.addEventListener("htmx:beforeRequest", (event) => (event.detail.xhr.typed = typed));
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) saved = event.detail.xhr.typed;
  });
  document.addEventListener("htmx:afterSettle", number);
  window.addEventListener("beforeunload", (event) => {
    if (saved !== typed) event.preventDefault();
  });
  number();
})();
