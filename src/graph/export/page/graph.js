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

// Labels are collected while a frame is drawn, and placed when all are known: the largest vertex first, beside it where
// nothing stands yet, then lines; not at all where there is no such place. Coming nearer makes room.
const labels = [], lineLabels = [];
function collectLabel(context, vertex, settings) {
  if (vertex.label) labels.push({ context, vertex, settings });
}

function collectLineLabel(context, edge, from, to, settings) {
  if (edge.label) lineLabels.push({ context, edge, from: { ...from }, to: { ...to }, settings });
}

// What no label may cover: the buttons, and vertices unless there are too many to ask each time.
function obstacles() {
  const stage = canvas.getBoundingClientRect(), zoom = document.getElementById("zoom").getBoundingClientRect();
  const discs = model.order > 2000 ? labels.map(({ vertex }) => vertex) : model.mapNodes((key) => {
    const look = sigma.getNodeDisplayData(key);
    return { ...sigma.framedGraphToViewport(look), size: look.hidden ? 0 : sigma.scaleSize(look.size) };
  });
  const box = ({ x, y, size }) => ({ x: x - size, y: y - size, width: 2 * size, height: 2 * size });
  return [{ x: zoom.x - stage.x, y: zoom.y - stage.y, width: zoom.width, height: zoom.height }, ...discs.map(box)];
}

function placeLabels() {
  const { width, height } = sigma.getDimensions();
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const taken = obstacles();
  const isFree = (box) => !taken.some((other) => meet(box, other));
  labels.sort((a, b) => Number(!!b.vertex.forceLabel) - Number(!!a.vertex.forceLabel) || b.vertex.size - a.vertex.size || a.vertex.key - b.vertex.key);
  for (const { context, vertex, settings } of labels) {
    const high = settings.labelSize;
    context.font = `${settings.labelWeight} ${high}px ${settings.labelFont}`;
    const wide = context.measureText(vertex.label).width;
    const [right, left, middle] = [vertex.x + vertex.size + 3, vertex.x - vertex.size - 3 - wide, vertex.x - wide / 2];
    // What is chosen has its label in a frame of its own, always on the right.
    if (vertex.highlighted) {
      taken.push({ x: right - 3, y: vertex.y - high / 2 - 5, width: wide + 10, height: high + 10 });
      continue;
    }
    const spots = [[right, vertex.y - high / 2], [left, vertex.y - high / 2], [middle, vertex.y + vertex.size + 2], [middle, vertex.y - vertex.size - 2 - high]];
    const free = spots.map(([x, y]) => ({ x, y, width: wide, height: high })).find((box) =>
      box.x >= 0 && box.y >= 0 && box.x + wide <= width && box.y + high <= height && isFree(box));
    if (!free) continue;
    taken.push(free);
    context.fillStyle = theme.ink;
    context.fillText(vertex.label, free.x, free.y + high * 0.83);
  }
  for (const line of lineLabels) drawLineLabel(line, taken, isFree);
  labels.length = lineLabels.length = 0;
}

// The label of a line, where there is room for all of it: half a label could leave out that it is alleged.
function drawLineLabel({ context, edge, from, to, settings }, taken, isFree) {
  let [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y), size = settings.edgeLabelSize;
  context.font = `${settings.edgeLabelWeight} ${size}px ${settings.edgeLabelFont}`;
  const width = context.measureText(edge.label).width;
  if (width > length - from.size - to.size - 8) return;
  if (x < 0) [x, y] = [-x, -y];
  const [middleX, middleY] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  // Squares along the line, since it leans.
  const count = Math.ceil(width / size);
  const squares = Array.from({ length: count }, (_, at) => {
    const along = (at + 0.5 - count / 2) * size / length;
    return { x: middleX + x * along - size / 2, y: middleY + y * along - size / 2, width: size, height: size };
  });
  if (!squares.every(isFree)) return;
  taken.push(...squares);
  context.save();
  context.translate(middleX, middleY);
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
      labelDensity: 2,
      labelRenderedSizeThreshold: 5,
      edgeLabelSize: 11,
      minEdgeThickness: 1.6,
      zIndex: true,
      hideEdgesOnMove: model.size > 20000,
      enableEdgeEvents: model.size < 20000,
      nodeReducer: lookOfVertex,
      edgeReducer: lookOfEdge,
      defaultDrawNodeLabel: collectLabel,
      defaultDrawNodeHover: drawHover,
      defaultDrawEdgeLabel: collectLineLabel,
    });
  } catch (problem) {
    canvas.classList.add("failed");
    canvas.textContent = "This browser can’t draw the graph (no WebGL). The list, the search and the filters work.";
    return;
  }
  // The first frame is drawn already.
  placeLabels();
  sigma.on("afterRender", placeLabels);
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
