// Search, filters, timeline and keys; what is chosen stands in the address, so that it can be passed on.
"use strict";

const $ = (id) => document.getElementById(id);
let current = null;

function select(at, move = true) {
  current = at;
  focusOn(at, move);
  refreshPanel();
  const wanted = at === null ? "" : `#${encodeURIComponent(things[at].key)}`;
  if (location.hash !== wanted) history.replaceState(null, "", wanted || location.pathname + location.search);
}

let visible = new Set();

function refreshPanel() {
  if (current === null) showList(visible);
  else showEntity(current);
}

function refresh() {
  const list = claims.filter(isShownClaim);
  visible = shownThings(list);
  redraw(list, visible);
  if (current !== null && !visible.has(current)) current = null;
  focusOn(current, false);
  refreshPanel();
  $("counts").textContent = `${visible.size} of ${plural(things.length, "entity", "entities")}, ${list.length} of ${plural(claims.length, "claim", "claims")}, ${plural(documents.length, "document", "documents")}`;
  drawBars(list);
}

// One box for each value, with its number of claims; unticked values are switched off.
function choices(id, values, off, sign) {
  const box = $(id);
  for (const [value, text, count] of values) {
    const input = make("input");
    input.type = "checkbox";
    input.checked = true;
    input.addEventListener("change", () => {
      if (input.checked) off.delete(value);
      else off.add(value);
      refresh();
    });
    const label = make("label", "choice", input, ...(sign ? [sign(value)] : []), make("span", "text", text), make("span", "count", String(count)));
    box.append(label);
  }
  const setAll = (on) => {
    off.clear();
    if (!on) values.forEach(([value]) => off.add(value));
    box.querySelectorAll("input").forEach((input) => (input.checked = on));
  };
  document.querySelector(`[data-all="${id}"]`)?.addEventListener("click", () => (setAll(true), refresh()));
  document.querySelector(`[data-none="${id}"]`)?.addEventListener("click", () => (setAll(false), refresh()));
  return () => setAll(true);
}

function counted(list, of) {
  const counts = new Map();
  for (const item of list) counts.set(of(item), (counts.get(of(item)) || 0) + 1);
  return counts;
}

function line(stance) {
  return make("span", `line ${stance}`);
}

function startFilters() {
  const byStance = counted(claims, (claim) => STANCES[claim.t]);
  const byClass = counted(things, (thing) => thing.class);
  const byPredicate = counted(claims, (claim) => claim.p);
  const byDocument = counted(claims, (claim) => claim.d);
  const resets = [
    choices("stances", STANCES.filter((stance) => byStance.has(stance)).map((stance) => [stance, stance, byStance.get(stance)]), shown.stances, line),
    choices("classes", [...byClass].sort().map(([name, count]) => [name, name, count]), shown.classes, dot),
    choices("predicates", [...byPredicate].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name, count]) => [name, name, count]), shown.predicates),
    choices("documents", documents.map((document, at) => [at, documentName(document), byDocument.get(at) || 0]), shown.documents),
  ];
  $("reset").addEventListener("click", () => {
    resets.forEach((reset) => reset());
    resetDays();
    refresh();
  });
  if (matchMedia("(max-width: 48rem)").matches) $("filters-fold").open = false;
}

// The timeline's columns: months, or years where there are many.
let columns = [];

function startTimeline() {
  const days = claims.flatMap((claim) => (claim.first ? [claim.first, claim.last] : [])).sort();
  if (!days.length) return $("timeline").classList.add("none");
  const [first, last] = [days[0], days[days.length - 1]];
  const [firstYear, lastYear] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const byYear = lastYear - firstYear > 12;
  for (let year = firstYear; year <= lastYear && columns.length < 2400; year++) {
    const name = String(year).padStart(4, "0");
    if (byYear) columns.push({ name, from: `${name}-01-01`, to: `${name}-12-31` });
    else
      for (let month = 1; month <= 12; month++) {
        const full = `${name}-${String(month).padStart(2, "0")}`;
        if (full >= first.slice(0, 7) && full <= last.slice(0, 7)) columns.push({ name: full, from: `${full}-01`, to: `${full}-31` });
      }
  }
  for (const id of ["from", "to"]) {
    $(id).max = columns.length - 1;
    $(id).addEventListener("input", () => setDays(id));
  }
  resetDays();
}

function setDays(moved) {
  let [from, to] = [Number($("from").value), Number($("to").value)];
  if (from > to) {
    if (moved === "from") $("to").value = to = from;
    else $("from").value = from = to;
  }
  const all = from === 0 && to === columns.length - 1;
  shown.from = all ? null : columns[from].from;
  shown.to = all ? null : columns[to].to;
  $("days").textContent = columns[from].name === columns[to].name ? columns[from].name : `${columns[from].name} to ${columns[to].name}`;
  for (const id of ["from", "to"]) $(id).setAttribute("aria-valuetext", columns[Number($(id).value)].name);
  if (moved) refresh();
}

function resetDays() {
  if (!columns.length) return;
  $("from").value = 0;
  $("to").value = columns.length - 1;
  setDays(null);
}

function drawBars(list) {
  if (!columns.length) return;
  const find = (day) => {
    let [low, high] = [0, columns.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (columns[middle].to >= day) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const heights = columns.map(() => 0);
  for (const claim of list) if (claim.first) heights[find(claim.first)]++;
  const most = Math.max(1, ...heights);
  const bars = $("bars");
  bars.setAttribute("viewBox", `0 0 ${columns.length} 100`);
  bars.replaceChildren(
    ...heights.map((count, at) => {
      const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const height = count ? Math.max(4, (96 * Math.sqrt(count)) / Math.sqrt(most)) : 1;
      const set = { x: at + 0.05, y: 100 - height, width: 0.9, height };
      for (const name in set) bar.setAttribute(name, set[name]);
      if (at >= Number($("from").value) && at <= Number($("to").value)) bar.setAttribute("class", "in");
      return bar;
    }),
  );
}

function startSearch() {
  const [input, box] = [$("search"), $("results")];
  let acts = [], chosen = -1;
  const close = () => {
    box.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (at) => {
    chosen = at;
    [...box.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    if (at < 0) return;
    input.setAttribute("aria-activedescendant", box.children[at].id);
    box.children[at].scrollIntoView({ block: "nearest" });
  };
  const act = (at) => {
    acts[at]?.();
    close();
    panel.focus({ preventScroll: true });
    if (matchMedia("(max-width: 48rem)").matches) panel.scrollIntoView();
  };
  const fill = () => {
    const { entities, sentences } = find(input.value);
    acts = [...entities.map((at) => () => select(at)), ...sentences.map((claim) => () => showDocument(claim.d, claim))];
    const rows = [
      ...entities.map((at) => make("li", "", dot(things[at].class), ` ${things[at].name} `, make("small", "", things[at].class))),
      ...sentences.map((claim) => make("li", "", make("small", "", documentName(documents[claim.d])), ` ${Array.from(claim.q).slice(0, 160).join("")}`)),
    ];
    rows.forEach((row, at) => {
      row.id = `result-${at}`;
      row.setAttribute("role", "option");
      row.addEventListener("mousedown", (event) => (event.preventDefault(), act(at)));
    });
    if (!rows.length && input.value.trim()) rows.push(make("li", "", make("small", "", "Nothing is called so.")));
    box.replaceChildren(...rows);
    box.hidden = !rows.length;
    input.setAttribute("aria-expanded", String(!box.hidden));
    choose(acts.length ? 0 : -1);
  };
  input.addEventListener("input", fill);
  input.addEventListener("focus", () => input.value && fill());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && acts.length) choose((chosen + 1) % acts.length);
    else if (event.key === "ArrowUp" && acts.length) choose((chosen + acts.length - 1) % acts.length);
    else if (event.key === "Escape") (input.value = ""), close();
    else return;
    event.preventDefault();
  });
  $("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!box.hidden && chosen >= 0) act(chosen);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (event.key === "/" && !typing) {
      event.preventDefault();
      input.focus();
    } else if (event.key === "Escape" && !typing) select(null);
  });
}

function fromAddress() {
  let key = "";
  try {
    key = decodeURIComponent(location.hash.slice(1));
  } catch {
    return;
  }
  const at = things.findIndex((thing) => thing.key === key);
  if (at >= 0) select(at);
}

$("about").textContent = DATA.about;
startFilters();
startTimeline();
startSearch();
startDrawing();
refresh();
fromAddress();
window.addEventListener("hashchange", fromAddress);
document.documentElement.dataset.ready = "yes";
