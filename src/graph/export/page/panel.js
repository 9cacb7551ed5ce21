// The panel: a list of entities, one entity, one line of the graph, or a document. All words of documents are set as text.
"use strict";

const panel = document.getElementById("panel");
const MANY = 60;

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children) element.append(child);
  return element;
}

function button(className, text, act) {
  const element = make("button", className, text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

// A link to the web; addresses of other kinds are shown as text.
function link(text, address) {
  if (!/^https?:\/\//i.test(address || "")) return make("span", "", text);
  const element = make("a", "", text);
  element.href = address;
  element.rel = "noreferrer noopener";
  element.target = "_blank";
  return element;
}

const dot = (name) => {
  const element = make("span", "dot");
  element.style.background = DATA.colours.classes[name] || "#999";
  return element;
};

const nameButton = (at) => button("name", things[at].name, () => select(at));
const documentName = (document) => document.title || document.id;

// The quotation with marks; ranges count code points from the sentence's beginning.
function marked(claim) {
  const letters = Array.from(claim.q);
  const kinds = new Array(letters.length).fill("");
  for (const [from, to, kind] of claim.m) for (let at = Math.max(0, from); at < Math.min(to, letters.length); at++) kinds[at] = kind;
  const out = make("blockquote");
  for (let at = 0; at < letters.length; ) {
    let end = at;
    while (end < letters.length && kinds[end] === kinds[at]) end++;
    const text = letters.slice(at, end).join("");
    out.append(kinds[at] ? make("mark", kinds[at] === "t" ? "" : "who", text) : text);
    at = end;
  }
  return out;
}

function claimCard(claim) {
  const stance = STANCES[claim.t];
  const document = documents[claim.d];
  const what = make("p", "what", nameButton(claim.s), " ", make("span", "predicate", claim.p), " ", make("span", "badge", stance));
  if (claim.c) what.append(" ", make("span", "badge contested", "contested"));
  if (claim.o !== null) what.append(" ", nameButton(claim.o));
  if (claim.x) what.append(`: ${claim.x}`);
  const by = make("p", "source");
  if (claim.k !== null) by.append("in the words of ", nameButton(claim.k), "; ");
  else if (claim.unnamed) by.append("in the words of somebody; ");
  else by.append("in the document’s own voice; ");
  by.append(link(documentName(document), document.url));
  if (document.publisher && document.publisher !== documentName(document)) by.append(`, ${document.publisher}`);
  if (document.date) by.append(`, ${document.date}`);
  if (claim.date) by.append(`; happened ${claim.date}`);
  by.append(`; characters ${claim.at0}–${claim.at1} `);
  by.append(button("name evidence", "in the document", () => showDocument(claim.d, claim)));
  const why = [claim.r && `rule ${claim.r}`, ...claim.w].filter(Boolean).join("; ");
  const card = make("article", `claim ${stance}`, what);
  if (claim.q) card.append(marked(claim));
  card.append(by);
  if (why) card.append(make("p", "source", why));
  card.dataset.claim = claim.id;
  return card;
}

// Cards, a part at a time.
function cards(list) {
  const out = make("div");
  const more = (from) => {
    for (const claim of list.slice(from, from + MANY)) out.append(claimCard(claim));
    if (from + MANY < list.length) {
      const next = button("more", `${list.length - from - MANY} more`, () => {
        next.remove();
        more(from + MANY);
      });
      out.append(next);
    }
  };
  more(0);
  return out;
}

function section(title, list) {
  if (!list.length) return "";
  const order = [...list].sort((a, b) => a.t - b.t || (a.first || "9").localeCompare(b.first || "9") || a.at - b.at);
  return make("section", "", make("h3", "", `${title} (${list.length})`), cards(order));
}

const isFor = (claim) => claim.t < 3;
const isAgainst = (claim) => claim.t > 3;
const proposition = (claim) => JSON.stringify([claim.s, claim.p, claim.o, claim.o === null ? claim.x : null]);

// Contested claims side by side, and accusations beside their denials.
function sides(pairs) {
  const out = make("section", "", make("h3", "", "Contested, side by side"));
  for (const [title, left, right] of pairs) {
    const one = make("div", "", make("h4", "", "Says so"), cards(left));
    const two = make("div", "", make("h4", "", "Says that it is not so"), cards(right));
    out.append(make("h4", "", title), make("div", "sides", one, two));
  }
  return pairs.length ? out : "";
}

function contestedOf(list) {
  const groups = new Map();
  for (const claim of list) if (claim.c) groups.set(proposition(claim), claim);
  return [...groups].map(([key, claim]) => {
    const all = roles[claim.s].subject.filter((other) => proposition(other) === key);
    const object = claim.o === null ? claim.x || "" : things[claim.o].name;
    return [`${things[claim.s].name} — ${claim.p} (contested) — ${object}`, all.filter(isFor), all.filter(isAgainst)];
  });
}

function showEntity(at) {
  const thing = things[at];
  const { subject, object, speaker } = roles[at];
  const of = (list) => list.filter(isShownClaim);
  const facts = make("p", "facts", dot(thing.class), ` ${thing.class}`);
  if (thing.wikidata) facts.append(" · ", link(thing.wikidata, `https://www.wikidata.org/wiki/${thing.wikidata}`));
  facts.append(` · ${plural(thing.mentions, "mention", "mentions")} in ${plural(thing.documents, "document", "documents")}`);
  const also = thing.aliases.length ? make("p", "facts", `Also called ${thing.aliases.join("; ")}`) : "";
  const pairs = contestedOf(of([...subject, ...object]));
  const accused = of(object).filter((claim) => ["accuses", "declares"].includes(claim.p) && isFor(claim));
  const denied = of(subject).filter((claim) => claim.p === "denies" && isFor(claim));
  if (accused.length && denied.length) pairs.push([`Accusations against ${thing.name}, and its denials`, accused, denied]);
  const hidden = subject.length + object.length - of(subject).length - of(object).length;
  show(
    button("name back", "← all entities", () => select(null)),
    make("h2", "", thing.name), facts, also,
    hidden ? make("p", "facts", `${plural(hidden, "of its claims is", "of its claims are")} hidden by the filters.`) : "",
    sides(pairs),
    section("What it says and does", of(subject)),
    section("What is said and done to it", of(object)),
    section("What it says of others", of(speaker).filter((claim) => claim.s !== at && claim.o !== at)),
  );
}

function showPair(from, to) {
  const between = (a, b) => roles[a].subject.filter((claim) => claim.o === b && isShownClaim(claim));
  show(
    button("name back", "← all entities", () => select(null)),
    make("h2", "", `${things[from].name} and ${things[to].name}`),
    section(`${things[from].name} → ${things[to].name}`, between(from, to)),
    section(`${things[to].name} → ${things[from].name}`, from === to ? [] : between(to, from)),
  );
}

// A document's text with a claim's sentence marked; where the page has no text, all sentences it quotes, in order.
function showDocument(at, claim) {
  const document = documents[at];
  const facts = [document.publisher, document.date].filter(Boolean).join(" · ");
  const body = make("div", "document");
  let here = null;
  const piece = (text, isHere) => {
    const element = isHere ? make("p", "text here", make("mark", "", text)) : make("p", "text", text);
    if (isHere) here = element;
    body.append(element);
  };
  if (document.text) {
    const letters = Array.from(document.text);
    const mark = make("mark", "", letters.slice(claim.at0, claim.at1).join(""));
    here = mark;
    body.append(make("p", "text", letters.slice(0, claim.at0).join(""), mark, letters.slice(claim.at1).join("")));
  } else {
    const quotes = new Map();
    for (const other of claims) if (other.d === at && other.q) quotes.set(`${other.at0} ${other.at1}`, other);
    let end = 0;
    for (const other of [...quotes.values()].sort((a, b) => a.at0 - b.at0 || a.at1 - b.at1)) {
      if (other.at0 > end + 2) body.append(make("p", "gap", "[…]"));
      piece(other.q, other.at0 === claim.at0 && other.at1 === claim.at1);
      end = other.at1;
    }
  }
  show(
    button("name back", "← back to the claim", () => (current === null ? select(claim.s) : refreshPanel())),
    make("h2", "", documentName(document)), make("p", "facts", facts, " ", link(document.url || "", document.url)),
    claimCard(claim), make("h3", "", document.text ? "Its text" : "The sentences that claims are taken from"), body,
  );
  if (here) here.scrollIntoView({ block: "center" });
}

function showList(visible) {
  const order = [...visible].sort((a, b) => weight(b) - weight(a) || (things[a].key < things[b].key ? -1 : 1));
  const list = make("ul", "list");
  for (const at of order.slice(0, 400)) {
    const row = button("", dot(things[at].class), () => select(at));
    row.append(make("span", "text", things[at].name), make("span", "count", String(weight(at))));
    list.append(make("li", "", row));
  }
  const rest = order.length > 400 ? make("p", "facts", `and ${order.length - 400} more; search for them`) : "";
  show(
    make("h2", "", "Entities"),
    make("p", "facts", "Choose one here or in the graph to see what it says, what is said about it, and the sentences. The number counts its claims."),
    list, rest,
  );
}

const weight = (at) => roles[at].subject.length + roles[at].object.length;

function show(...children) {
  panel.replaceChildren(...children.filter((child) => child !== ""));
  panel.scrollTop = 0;
}
