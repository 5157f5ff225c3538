/* Keep: what somebody typed outlives a lost network and a reload, in this browser alone.
   Only texts typed into a case are kept, by person and page; what has arrived is forgotten, and so is everything at
   sign-out or when somebody else signs in. Every page works without this file. */
"use strict";

(() => {
  const MARK = "geste:";
  const HOURS = 24;
  const { person, done } = document.body.dataset;
  const here = `${MARK}${person}:${location.pathname}`;

  const isTicked = (control) => control.type === "radio" || control.type === "checkbox";

  /* What the server has put in differs from what stands there now. */
  const isChanged = (control) => {
    if (isTicked(control)) return control.checked !== control.defaultChecked;
    if (control.tagName === "SELECT") {
      const options = [...control.options];
      return control.selectedIndex !== Math.max(0, options.findIndex((option) => option.defaultSelected));
    }
    return control.value !== control.defaultValue;
  };
  window.geste = { isTicked, isChanged };
  if (!person) return;

  const CONTROLS = ":is(input:not([type=hidden], [type=search]), select, textarea)";
  const formOf = (control) => control.closest("#facts, #opening, article.option")?.id;
  const controls = () => [...document.querySelectorAll(`:is(#facts, #opening, article.option) ${CONTROLS}`)];

  /* A browser may refuse to keep anything: then nothing is kept, and nothing breaks. */
  const quietly = (work) => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  const read = (key) => quietly(() => JSON.parse(localStorage.getItem(key)));
  const write = (key, entry) => quietly(() => localStorage.setItem(key, JSON.stringify(entry)));
  const ours = () => quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(MARK))) ?? [];
  const forget = (key) => quietly(() => localStorage.removeItem(key));

  const keep = (token) => {
    const typed = controls()
      .filter((it) => isChanged(it) && (!isTicked(it) || it.checked || it.type === "checkbox"))
      .map((it) => ({ form: formOf(it), name: it.name, value: it.value, ticked: isTicked(it) ? it.checked : undefined }));
    if (typed.length) write(here, { at: Date.now(), typed, token: token ?? read(here)?.token });
    else forget(here);
  };

  const putBack = (entry) => {
    const back = controls().filter((it) => {
      const kept = entry.typed.find(
        ({ form, name, value, ticked }) => form === formOf(it) && name === it.name && (ticked === undefined || value === it.value),
      );
      if (!kept) return false;
      if (isTicked(it)) it.checked = kept.ticked;
      else it.value = kept.value;
      return isChanged(it);
    });
    document.getElementById("is-back").hidden = back.length === 0;
    return back;
  };

  /* What has arrived is what stands there now. A field one is still typing in has not arrived. */
  const settle = (form) => {
    for (const it of form.querySelectorAll(CONTROLS)) {
      if (it === document.activeElement && !isTicked(it)) continue;
      if (isTicked(it)) it.defaultChecked = it.checked;
      else if (it.tagName === "SELECT") for (const option of it.options) option.defaultSelected = option.selected;
      else it.defaultValue = it.value;
    }
    keep();
  };

  for (const key of ours()) {
    const entry = read(key);
    const isStale = !entry || Date.now() - entry.at > HOURS * 3600_000;
    if (isStale || !key.startsWith(`${MARK}${person}:`) || (done && entry.token === done)) forget(key);
  }
  const entry = read(here);
  const back = entry ? putBack(entry) : [];

  document.addEventListener("htmx:load", (event) => {
    if (event.target !== document.body) return;
    for (const it of back) if (it.matches("article [hx-get]")) it.dispatchEvent(new Event("change", { bubbles: true }));
  });
  for (const name of ["input", "change"]) {
    document.addEventListener(name, (event) => formOf(event.target) && keep());
  }
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && event.target.id === "facts") settle(event.target);
  });
  document.addEventListener("submit", (event) => {
    const { key, reference, drawn } = event.target.elements;
    if (event.target.matches("[data-forgets]")) for (const mine of ours()) forget(mine);
    else if (key || drawn) keep(key?.value || reference.value || drawn.value);
  });
})();
