/* Desk: keeps what somebody typed or opened while the verdicts around it change, and says when nothing could be reached.
   Every page works without this file. */
"use strict";

(() => {
  const { isTicked, isChanged } = window.geste;

  /* Typed into since it came, even if it says again what it said then. */
  const touched = new WeakSet();
  document.addEventListener("input", (event) => touched.add(event.target));

  /* It was changed, or the server says that it was typed. */
  const isTyped = (control) => {
    if (!isTicked(control) && control.value === "") return false; // an emptied field asks for the suggestion
    return control.closest("[data-typed]") !== null || touched.has(control) || isChanged(control);
  };

  /* The same control in the answer that comes next: cards keep their ids, controls their names. */
  const twin = ({ card, name, value, ticked }) => {
    const named = [...(document.getElementById(card)?.querySelectorAll("input, select") ?? [])].filter((it) => it.name === name);
    return ticked === undefined ? named[0] : named.find((it) => it.value === value);
  };

  /* From just before a swap to just after it: nothing comes between, so that no other answer's keeping takes its place. */
  let kept = [];

  const remember = (part) => {
    const controls = [...part.querySelectorAll("article :is(input:not([type=hidden]), select)")].filter(isTyped);
    const foldouts = [...part.querySelectorAll("details[open]")];
    kept = [
      ...controls.map((it) => ({
        card: it.closest("article").id,
        name: it.name,
        value: it.value,
        ticked: isTicked(it) ? it.checked : undefined,
      })),
      ...foldouts.map((it) => ({ foldout: it.id })),
    ];
  };

  /* Set even where it says so already: for as long as a part settles its fields still wear what they said before. */
  const returned = new Map();
  const putBack = () => {
    for (const it of kept.splice(0)) {
      const element = it.foldout === undefined ? twin(it) : document.getElementById(it.foldout);
      if (!element) continue;
      if (it.foldout !== undefined) {
        element.open = true;
        continue;
      }
      if (it.ticked === undefined) element.value = it.value;
      else element.checked = it.ticked;
      touched.add(element);
      returned.set(element, it.card);
    }
  };

  /* The verdict belongs to what is typed, not to what was suggested: known, and listened to, once the part has settled. */
  const askAgain = () => {
    const cards = new Set();
    for (const [element, card] of returned) if (isChanged(element)) cards.add(document.getElementById(card));
    returned.clear();
    for (const card of cards) card?.querySelector("[hx-get]")?.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /* Ears are told what eyes see: a field with a problem beside it is invalid. */
  const mark = () => {
    for (const problem of document.querySelectorAll("#facts .field > .problem")) {
      const field = document.getElementById(problem.id.replace(/-problem$/, ""));
      if (problem.textContent) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  };

  /* Somebody may be quicker than the page: what was filled in before it listened counts all the same. */
  const heard = new WeakSet();
  const FIELDS = ":is(input:not([type=hidden]), select, textarea)";
  const catchUp = () => {
    for (const asks of document.querySelectorAll(`form[hx-post], ${FIELDS}[hx-get]`)) {
      if (heard.has(asks)) continue;
      const filledIn = [asks, ...asks.querySelectorAll(FIELDS)].find((it) => it.matches(FIELDS) && isChanged(it));
      for (const name of ["input", "change"]) filledIn?.dispatchEvent(new Event(name, { bubbles: true }));
    }
  };

  const trouble = (isThere, event) => {
    if (event.target.id === "help") return; // nobody sent that: the page asks by itself, and will again
    document.getElementById("trouble").hidden = !isThere;
  };

  /* What was thought about goes with whatever is given, and with nothing else. Without this file the receipt asks. */
  for (const thought of document.querySelectorAll("[data-goes-with=give]")) thought.hidden = false;
  document.addEventListener("submit", (event) => {
    if (!event.target.getAttribute("action")?.endsWith("/give")) return;
    for (const thought of document.querySelectorAll("input[data-goes-with=give]")) {
      const carried = event.target.elements.namedItem(thought.name) ?? document.createElement("input");
      Object.assign(carried, { type: "hidden", name: thought.name, value: thought.value });
      if (thought.value.trim()) event.target.append(carried);
    }
  });

  document.addEventListener("keydown", (event) => {
    const search = document.getElementById("q");
    if (event.key !== "/" || !search || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  document.addEventListener("htmx:beforeRequest", (event) => heard.add(event.target));
  document.addEventListener("htmx:load", (event) => {
    if (event.target === document.body) catchUp();
  });
  document.addEventListener("htmx:beforeSwap", (event) => remember(event.detail.target));
  /* What somebody else wrote meanwhile does not take the field one is typing in: the news above says what it was. */
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const typing = document.activeElement;
    if (event.target.contains(typing) && typing.matches(FIELDS) && isChanged(typing)) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterSwap", putBack);
  document.addEventListener("htmx:afterSettle", askAgain);
  document.addEventListener("htmx:afterSettle", mark);
  document.addEventListener("htmx:beforeSend", (event) => trouble(false, event));
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, (event) => trouble(true, event));
  }
})();
