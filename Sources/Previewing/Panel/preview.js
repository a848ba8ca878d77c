// The ribbon and the panel that the preview adds to a page. Everything is in a shadow tree, so
// that neither the page's style nor the panel's touches the other.
const me = document.querySelector("script[data-path][src$='preview.js']");
const path = me.dataset.path;
const folder = "/.hakusho/";
const port = location.port || "80";
const storage = window.sessionStorage;

const style = `
:host { all: initial; display: block; position: fixed; inset: auto 0 0 0; z-index: 2147483647;
  color-scheme: light dark; --ink: light-dark(#1c1c1e, #f2f2f4); --paper: light-dark(#ffffff, #1c1c20);
  --line: light-dark(#b9bac2, #54555e); --bad: light-dark(#b3001b, #ff9b9b);
  --warn: light-dark(#7a4b00, #ffcf70); --link: light-dark(#0a4fb3, #8ebcff);
  font: 14px/1.5 system-ui, sans-serif; color: var(--ink); }
@media print { :host { display: none; } }
.ribbon, .panel { background: var(--paper); border-top: 1px solid var(--line); }
.ribbon { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; padding: 6px 12px; }
.ribbon > * { margin: 0; }
.label { font-weight: 700; }
.from { font-weight: 400; }
.state { border: 1px solid currentcolor; border-radius: 1em; padding: 0 .6em; }
.panel { max-height: min(45vh, 28rem); overflow: auto; padding: 4px 12px 12px; }
h2 { font-size: 14px; margin: 12px 0 4px; }
ul { list-style: none; margin: 0; padding: 0; }
li { border-inline-start: 4px solid var(--line); padding: 4px 10px; margin: 8px 0; }
li.error { border-color: var(--bad); } li.warning { border-color: var(--warn); }
.kind { font-weight: 700; } .error .kind, .count.error { color: var(--bad); }
.warning .kind, .count.warning { color: var(--warn); }
p { margin: 2px 0; overflow-wrap: anywhere; }
pre { margin: 4px 0; padding: 4px 8px; border: 1px solid var(--line); overflow: auto;
  font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: light-dark(#ffd54d, #7a5d00); color: inherit; }
a { color: var(--link); } code { font: 13px ui-monospace, monospace; }
button, select, input { font: inherit; color: inherit; min-height: 28px; background: transparent;
  border: 1px solid var(--line); border-radius: 4px; padding: 2px 8px; }
option { background: Canvas; color: CanvasText; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.spacer { flex: 1; }
form { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
@media (max-width: 40rem) { .from, .spacer { display: none; } .panel { max-height: 40vh; } }
`;

const host = document.createElement("hakusho-preview");
const root = host.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
root.adoptedStyleSheets = [sheet];
document.body.append(host);

let state = null;
let stopped = false;
let shown = "";

// element("p", {class: "x"}, "text", child): text is text, never HTML.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function sourceURL(place) {
  const query = new URLSearchParams({ file: place.file });
  if (place.line) query.set("line", place.line);
  return `${folder}source?${query}${place.line ? `#L${place.line}` : ""}`;
}

function placeLink(place) {
  const text = place.line ? `${place.file}:${place.line}` : place.file;
  return element("a", { href: sourceURL(place) }, element("code", {}, text));
}

function excerpt(finding) {
  if (!finding.source) return null;
  const characters = [...new Intl.Segmenter().segment(finding.source)].map((part) => part.segment);
  const from = finding.sourceBefore;
  const to = from + finding.sourceMarked;
  const text = (start, end) => characters.slice(start, end).join("");
  return element("pre", {}, text(0, from), element("mark", {}, text(from, to)), text(to));
}

function item(finding) {
  const words = state.words;
  return element("li", { class: finding.severity },
    element("p", {}, element("span", { class: "kind" }, words[finding.severity] ?? finding.severity),
      " ", finding.message),
    finding.file ? element("p", {}, placeLink(finding)) : null,
    excerpt(finding),
    ...finding.notes.map((note) => element("p", {}, note.message, " ", note.file ? placeLink(note) : "")),
    finding.fix ? element("p", {}, element("b", {}, `${words.fix}: `), finding.fix) : null);
}

function panel() {
  const words = state.words;
  const here = state.findings.filter((finding) => finding.isHere);
  const elsewhere = state.findings.filter((finding) => !finding.isHere);
  const section = (title, list) => list.length === 0 ? [] : [
    element("h2", {}, `${title} (${list.length})`), element("ul", {}, ...list.map(item))];
  return element("div", { class: "panel", id: "panel", role: "region", tabindex: "0", "aria-label": words.findings },
    state.failure ? element("p", { class: "count error" }, words.failure + state.failure) : null,
    state.isBroken ? element("p", { class: "count error" }, words.broken) : null,
    state.isOld && !state.isBroken ? element("p", { class: "count error" }, words.old) : null,
    ...section(words.here, here), ...section(words.elsewhere, elsewhere),
    state.more > 0 ? element("p", {}, `${state.more} ${words.more}`) : null);
}

function keep(name, value) {
  const age = value === "" ? "; max-age=0" : "";
  document.cookie = `hakusho-${name}-${port}=${encodeURIComponent(value)}; path=/; samesite=strict${age}`;
}

// What somebody has chosen and not yet asked for outlives a drawing.
let choice = null;

function views() {
  const { words, view } = state;
  const chosen = choice ?? { output: view.output, day: view.day ?? "" };
  const take = () => { choice = { output: readers.value, day: day.value }; };
  const readers = element("select", { id: "output", change: take },
    ...view.outputs.map((name) => element("option", { value: name, selected: name === chosen.output }, name)));
  const day = element("input", { id: "day", type: "date", min: "1970-01-01", value: chosen.day, change: take });
  const submit = (event) => {
    event.preventDefault();
    keep("output", readers.value);
    keep("day", day.value);
    storage.setItem("hakusho-focus", "show");
    location.reload();
  };
  return element("form", { submit },
    element("label", {}, `${words.readers} `, readers),
    element("label", {}, `${words.day} `, day, view.day ? null : ` ${words.today}`),
    element("button", { id: "show" }, words.show));
}

function about() {
  const { words, page } = state;
  if (!page) {
    return state.absentButIn.length === 0 ? []
      : [element("p", { class: "count warning" }, words.absent + state.absentButIn.join(", "))];
  }
  const steps = page.labelSteps.flatMap((step) => [" ", element("span", { class: "from" }, `(${step.words} `,
    placeLink(step), ")")]);
  return [
    element("p", { class: "label" }, `${words.label}: ${page.label ?? words.noLabel}`, ...steps),
    ...page.states.map((one) => element("span", { class: `state ${one.name}` }, one.words)),
    page.file ? element("p", {}, `${words.source}: `, placeLink({ file: page.file })) : null,
  ].filter(Boolean);
}

function counts() {
  const { words, counts } = state;
  if (counts.errors + counts.warnings === 0) return element("span", { class: "count" }, words.none);
  const kind = counts.errors > 0 ? "error" : "warning";
  return element("span", { class: `count ${kind}` },
    `${words.errors} ${counts.errors} · ${words.warnings} ${counts.warnings}`);
}

// A finding on this page opens the panel by itself; whoever closes it is not asked again until
// something else is found.
function isOpen(key) {
  const chosen = storage.getItem("hakusho-panel");
  if (chosen === `closed ${key}`) return false;
  if (chosen === "open") return state.findings.length > 0 || state.isBroken || state.failure;
  // On a phone the page itself would be gone behind it.
  if (window.innerWidth < 640) return false;
  return state.isBroken || Boolean(state.failure) || state.findings.some((finding) => finding.isHere);
}

// A control is the same one after a drawing when it has the same id, or leads to the same place.
const identity = (control) => control.id || control.getAttribute("href") + control.textContent;
const controls = () => [...root.querySelectorAll("a, button, select, input, .panel")];

// It stays, so that what it says is read out.
const status = element("span", { role: "status" });
const place = element("div");
root.append(place);

function draw() {
  if (!state) return;
  const { words } = state;
  host.lang = state.language;
  status.textContent = state.isChecking ? words.checking : stopped ? words.stopped : "";
  const key = JSON.stringify(state.findings.map((finding) => [finding.code, finding.file, finding.line, finding.message]));
  const open = isOpen(key);
  const drawing = JSON.stringify([state, open], (name, value) => name === "isChecking" ? 0 : value);
  if (drawing === shown) return;
  shown = drawing;
  const focused = root.activeElement ? identity(root.activeElement) : storage.getItem("hakusho-focus");
  storage.removeItem("hakusho-focus");
  const scroll = root.querySelector(".panel")?.scrollTop ?? 0;
  const toggle = element("button", { id: "toggle", type: "button", "aria-expanded": String(open),
    click: () => { storage.setItem("hakusho-panel", open ? `closed ${key}` : "open"); draw(); } },
    open ? words.close : words.open);
  const ribbon = element("div", { class: "ribbon", role: "region", "aria-label": "Hakusho" },
    ...about(), element("span", { class: "spacer" }), views(),
    element("a", { href: `${folder}pages` }, words.pages), counts(), status,
    state.findings.length > 0 || state.isBroken || state.failure ? toggle : null);
  place.replaceChildren(...[open ? panel() : null, ribbon].filter(Boolean));
  if (open) root.querySelector(".panel").scrollTop = scroll;
  controls().find((control) => identity(control) === focused)?.focus({ preventScroll: true });
}

// Nothing of the page stays hidden behind the panel, also what the Tab key leads to.
new ResizeObserver(() => {
  document.body.style.setProperty("padding-block-end", `${host.offsetHeight}px`);
  document.documentElement.style.setProperty("scroll-padding-block-end", `${host.offsetHeight}px`);
}).observe(host);

async function refresh() {
  const answer = await fetch(`${folder}state?${new URLSearchParams({ path })}`, { cache: "no-store" });
  if (answer.ok) { state = await answer.json(); draw(); }
}

// A browser keeps few connections to one host, so a page that nobody sees has none.
let events = null;
function listen() {
  if (document.hidden) { events?.close(); events = null; return; }
  if (events) return;
  events = new EventSource(`${folder}events?${new URLSearchParams({ path, digest: me.dataset.digest })}`);
  events.addEventListener("open", () => { if (stopped) { stopped = false; draw(); } });
  events.addEventListener("error", () => { stopped = true; draw(); });
  events.addEventListener("reload", () => { events.close(); location.reload(); });
  events.addEventListener("state", refresh);
}
const ownPage = path.startsWith(folder);
if (!ownPage) {
  document.addEventListener("visibilitychange", listen);
  refresh().catch(() => {});
  listen();
} else {
  host.remove();
  document.querySelector("[aria-current=location]")?.scrollIntoView({ block: "center" });
  document.querySelector("[data-back]")?.addEventListener("click", (event) => {
    if (history.length > 1) { event.preventDefault(); history.back(); }
  });
  document.getElementById("filter")?.addEventListener("input", (event) => {
    const wanted = event.target.value.toLowerCase();
    let count = 0;
    for (const row of document.querySelectorAll("#pages tbody tr")) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
      if (!row.hidden) count += 1;
    }
    document.getElementById("shown").textContent = count;
  });
}
