// Steps through the changes of a redline: n or j forward, p or k back, v turns the view. The page works without it.
"use strict";
(() => {
  const sides = document.getElementById("_view-sides");
  const inlineView = document.getElementById("_inline");
  const sidesView = document.getElementById("_sides");
  const counter = document.getElementById("_counter");
  const steps = document.getElementById("_steps");
  let current = -1;

  // One stop a change; fragments of one change share its number, and 0 says that a file gave none.
  const stopsOf = (view) => {
    const stops = new Map();
    view.querySelectorAll("[data-change]").forEach((element, index) => {
      const number = element.dataset.change;
      const key = number === "0" ? `#${index}` : number;
      if (!stops.has(key)) stops.set(key, []);
      stops.get(key).push(element);
    });
    return [...stops.entries()];
  };
  const inlineStops = stopsOf(inlineView);
  const sidesStops = stopsOf(sidesView);
  const stops = () => (sides.checked ? sidesStops : inlineStops);

  const say = () => {
    const count = stops().length;
    if (count === 0) counter.textContent = "no changes";
    else if (current < 0) counter.textContent = count === 1 ? "1 change" : `${count} changes`;
    else counter.textContent = `${current + 1} / ${count}`;
  };
  const go = (index) => {
    const all = stops();
    if (all.length === 0) return;
    current = (index + all.length) % all.length;
    document.querySelectorAll(".current").forEach((element) => element.classList.remove("current"));
    const parts = all[current][1];
    parts.forEach((element) => element.classList.add("current"));
    parts[0].tabIndex = -1;
    parts[0].focus({ preventScroll: true });
    parts[0].scrollIntoView({ block: "center" });
    say();
  };
  const step = (by) => go(current < 0 && by < 0 ? -1 : current + by);
  const indexOf = (key) => stops().findIndex(([each]) => each === key);
  const turned = () => {
    const key = current < 0 ? null : (sides.checked ? inlineStops : sidesStops)[current]?.[0];
    current = -1;
    if (key && indexOf(key) >= 0) go(indexOf(key));
    else say();
  };

  document.getElementById("_previous").addEventListener("click", () => step(-1));
  document.getElementById("_next").addEventListener("click", () => step(1));
  document.querySelectorAll("input[name=view]").forEach((input) => input.addEventListener("change", turned));
  const goTo = (hash) => {
    const index = hash.startsWith("#_change-") ? indexOf(hash.slice("#_change-".length)) : -1;
    if (index >= 0) go(index);
    return index >= 0;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#_change-"]');
    if (link && goTo(link.hash)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input[type=text], textarea, select, [contenteditable]")) return;
    switch (event.key) {
      case "n": case "j": step(1); break;
      case "p": case "k": step(-1); break;
      case "v":
        (sides.checked ? document.getElementById("_view-inline") : sides).checked = true;
        turned();
        break;
      default: return;
    }
    event.preventDefault();
  });
  if (matchMedia("(max-width: 60rem)").matches) {
    document.querySelectorAll(".margin details").forEach((details) => { details.open = false; });
  }
  steps.hidden = false;
  say();
  goTo(location.hash);
})();
