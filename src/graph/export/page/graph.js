// The drawing: sigma.js on a graphology graph, one line for all claims between two entities.
"use strict";

const pairs = new Map();
for (const claim of claims) {
  if (claim.o === null) continue;
  const key = `${claim.s}>${claim.o}`;
  if (!pairs.has(key)) pairs.set(key, []);
  pairs.get(key).push(claim);
}

const canvas = document.getElementById("graph");
const model = new graphology.DirectedGraph();
let sigma = null;
let focus = { node: null, near: new Set() };

function colours() {
  const style = getComputedStyle(document.documentElement);
  const lines = {};
  for (const kind of [...STANCES, "contested", "several"]) lines[kind] = style.getPropertyValue(`--${kind}`).trim();
  return { lines, ink: style.getPropertyValue("--ink").trim(), ground: style.getPropertyValue("--ground").trim(), rule: style.getPropertyValue("--rule").trim() };
}
let theme = colours();

things.forEach((thing, at) => {
  model.addNode(at, { label: thing.label, x: thing.x, y: thing.y, size: thing.size, color: DATA.colours.classes[thing.class] || "#999999" });
});
for (const [key, list] of pairs) {
  const [from, to] = key.split(">").map(Number);
  if (from !== to) model.addEdgeWithKey(key, from, to, { claims: list, hidden: false });
}

// The label of the vertex under the pointer, on a ground that the theme can carry.
function drawHover(context, vertex, settings) {
  const size = settings.labelSize;
  context.font = `${settings.labelWeight} ${size}px ${settings.labelFont}`;
  const width = vertex.label ? context.measureText(vertex.label).width + 10 : 0;
  context.fillStyle = theme.ground;
  context.strokeStyle = theme.ink;
  context.beginPath();
  context.roundRect(vertex.x - vertex.size - 3, vertex.y - Math.max(size, vertex.size) / 2 - 5, vertex.size * 2 + width + 6, Math.max(size, vertex.size) + 10, 6);
  context.fill();
  context.stroke();
  context.fillStyle = vertex.color;
  context.beginPath();
  context.arc(vertex.x, vertex.y, vertex.size, 0, Math.PI * 2);
  context.fill();
  if (!vertex.label) return;
  context.fillStyle = theme.ink;
  context.fillText(vertex.label, vertex.x + vertex.size + 3, vertex.y + size / 3);
}

// The label of a line, where there is room for all of it: half a label could leave out that it is alleged.
function drawEdgeLabel(context, edge, from, to, settings) {
  if (!edge.label) return;
  let [x, y] = [to.x - from.x, to.y - from.y];
  const room = Math.hypot(x, y) - from.size - to.size - 8;
  const size = settings.edgeLabelSize;
  context.font = `${settings.edgeLabelWeight} ${size}px ${settings.edgeLabelFont}`;
  const width = context.measureText(edge.label).width;
  if (width > room) return;
  if (x < 0) [x, y] = [-x, -y];
  context.save();
  context.translate((from.x + to.x) / 2, (from.y + to.y) / 2);
  context.rotate(Math.atan2(y, x));
  context.fillStyle = theme.ground;
  context.globalAlpha = 0.8;
  context.fillRect(-width / 2 - 2, -size / 2 - 1, width + 4, size + 2);
  context.globalAlpha = 1;
  context.fillStyle = theme.ink;
  context.fillText(edge.label, -width / 2, size / 3);
  context.restore();
}

function lookOfVertex(key, attributes) {
  const look = { ...attributes };
  if (focus.node !== null && !focus.near.has(Number(key))) {
    look.color = theme.rule;
    look.label = "";
    look.zIndex = 0;
  } else if (Number(key) === focus.node) {
    look.highlighted = true;
    look.forceLabel = true;
    look.zIndex = 2;
  } else if (focus.node !== null) {
    look.forceLabel = focus.near.size < 40;
  }
  return look;
}

function lookOfEdge(key, attributes) {
  const look = { ...attributes };
  if (focus.node === null) return look;
  const [from, to] = model.extremities(key);
  if (Number(from) !== focus.node && Number(to) !== focus.node) look.hidden = true;
  else look.forceLabel = focus.near.size < 25;
  return look;
}

function startDrawing() {
  try {
    sigma = new Sigma(model, canvas, {
      defaultEdgeType: "arrow",
      renderEdgeLabels: true,
      labelColor: { color: theme.ink },
      edgeLabelColor: { color: theme.ink },
      labelDensity: 0.6,
      labelRenderedSizeThreshold: 5,
      edgeLabelSize: 11,
      minEdgeThickness: 1.6,
      zIndex: true,
      hideEdgesOnMove: model.size > 20000,
      enableEdgeEvents: model.size < 20000,
      nodeReducer: lookOfVertex,
      edgeReducer: lookOfEdge,
      defaultDrawNodeHover: drawHover,
      defaultDrawEdgeLabel: drawEdgeLabel,
    });
  } catch (problem) {
    canvas.classList.add("failed");
    canvas.textContent = "This browser can’t draw the graph (no WebGL). The list, the search and the filters work.";
    return;
  }
  sigma.on("clickNode", ({ node }) => select(Number(node)));
  sigma.on("clickEdge", ({ edge }) => showPair(...model.extremities(edge).map(Number)));
  sigma.on("clickStage", () => select(null));
  const camera = sigma.getCamera();
  document.getElementById("zoom-in").addEventListener("click", () => camera.animatedZoom());
  document.getElementById("zoom-out").addEventListener("click", () => camera.animatedUnzoom());
  document.getElementById("zoom-all").addEventListener("click", () => camera.animatedReset());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    theme = colours();
    sigma.setSetting("labelColor", { color: theme.ink });
    sigma.setSetting("edgeLabelColor", { color: theme.ink });
    sigma.refresh();
    refresh();
  });
}

// Shows the vertices and lines that the filters leave.
function redraw(list, visible) {
  const kept = new Set(list);
  model.updateEachNodeAttributes((key, attributes) => ({ ...attributes, hidden: !visible.has(Number(key)) }), { attributes: ["hidden"] });
  model.updateEachEdgeAttributes((key, attributes) => {
    const claims = attributes.claims.filter((claim) => kept.has(claim));
    if (!claims.length) return { ...attributes, hidden: true };
    const { label, kind } = lineOf(claims);
    return { ...attributes, hidden: false, label, color: theme.lines[kind], size: Math.min(1.6 + Math.log2(claims.length), 7) };
  });
}

// Puts one entity and its neighbours in front; `null` puts all.
function focusOn(at, move) {
  focus = { node: at, near: new Set(at === null ? [] : [at, ...model.neighbors(at).map(Number)]) };
  if (!sigma) return;
  sigma.refresh({ skipIndexation: true });
  if (at === null || !move) return;
  const place = sigma.getNodeDisplayData(at);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (place) sigma.getCamera().animate({ x: place.x, y: place.y, ratio: Math.min(sigma.getCamera().ratio, 0.5) }, { duration: still ? 0 : 400 });
}
