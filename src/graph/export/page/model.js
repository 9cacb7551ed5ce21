// What the page knows, and which part of it is shown. Nothing here touches the document but to read the payload.
"use strict";

const DATA = JSON.parse(document.getElementById("payload").textContent);
const STANCES = ["asserted", "reported", "alleged", "planned", "negated", "denied"];
const { things, documents, claims } = DATA;

// So many of a thing, in the singular or the plural.
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

// The claims of each entity, as subject, object and speaker.
const roles = things.map(() => ({ subject: [], object: [], speaker: [] }));
claims.forEach((claim, at) => {
  claim.at = at;
  roles[claim.s].subject.push(claim);
  if (claim.o !== null) roles[claim.o].object.push(claim);
  if (claim.k !== null) roles[claim.k].speaker.push(claim);
});

// What is shown: sets of names that are switched off, and the first and last day.
const shown = { stances: new Set(), classes: new Set(), predicates: new Set(), documents: new Set(), from: null, to: null };

const isDated = () => shown.from !== null || shown.to !== null;

function isShownClaim(claim) {
  if (shown.stances.has(STANCES[claim.t]) || shown.predicates.has(claim.p) || shown.documents.has(claim.d)) return false;
  if (shown.classes.has(things[claim.s].class)) return false;
  if (claim.o !== null && shown.classes.has(things[claim.o].class)) return false;
  if (!isDated()) return true;
  if (!claim.first) return false;
  return (shown.from === null || claim.last >= shown.from) && (shown.to === null || claim.first <= shown.to);
}

// The indices of the entities that are shown, given the claims that are.
function shownThings(list) {
  const partial = shown.stances.size || shown.predicates.size || shown.documents.size || isDated();
  const part = new Set();
  for (const claim of list) for (const at of [claim.s, claim.o, claim.k]) if (at !== null) part.add(at);
  return new Set([...things.keys()].filter((at) => !shown.classes.has(things[at].class) && (!partial || part.has(at))));
}

// The predicate, with the stance in brackets unless a document asserts it and nobody contests it.
function labelOf(claim) {
  const words = [];
  if (claim.t !== 0 || claim.c) words.push(STANCES[claim.t]);
  if (claim.c) words.push("contested");
  return words.length ? `${claim.p} (${words.join(", ")})` : claim.p;
}

// The label and colour of a line that stands for all these claims: every predicate says how it is claimed.
function lineOf(list) {
  const of = new Map();
  for (const claim of list) {
    if (!of.has(claim.p)) of.set(claim.p, { stances: new Set(), contested: false });
    const group = of.get(claim.p);
    group.stances.add(claim.t);
    group.contested = group.contested || claim.c;
  }
  const labels = [], kinds = new Set();
  for (const [predicate, { stances, contested }] of [...of].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const plain = stances.has(0) && !contested && !stances.has(4) && !stances.has(5);
    const words = [...stances].sort().map((stance) => STANCES[stance]);
    if (contested) words.push("contested");
    labels.push(plain ? predicate : `${predicate} (${words.join(", ")})`);
    kinds.add(contested ? "contested" : STANCES[Math.min(...stances)]);
  }
  const kind = kinds.size === 1 ? [...kinds][0] : kinds.has("contested") ? "contested" : "several";
  return { label: labels.join(" · "), kind };
}

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const index = things.map((thing) => [folded(thing.name), ...thing.aliases.map(folded)]);

// Entities whose name or alias has the words, those that begin with them first; then claims whose sentence has them.
function find(text) {
  const wanted = folded(text.trim());
  if (!wanted) return { entities: [], sentences: [] };
  const rank = (names) => {
    let best = 9;
    names.forEach((name, at) => {
      const where = name.indexOf(wanted);
      if (where < 0) return;
      const found = (name === wanted ? 0 : where === 0 ? 1 : name[where - 1] === " " ? 2 : 3) + (at ? 0.5 : 0);
      best = Math.min(best, found);
    });
    return best;
  };
  const entities = [...things.keys()]
    .map((at) => [rank(index[at]), -things[at].mentions, at])
    .filter(([rank]) => rank < 9)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .slice(0, 12)
    .map(([, , at]) => at);
  const sentences = [], seen = new Set();
  for (const claim of wanted.length > 2 ? claims : []) {
    const key = `${claim.d} ${claim.at0}`;
    if (sentences.length === 8) break;
    if (seen.has(key) || !folded(`${claim.q} ${claim.x || ""}`).includes(wanted)) continue;
    seen.add(key);
    sentences.push(claim);
  }
  return { entities, sentences };
}
