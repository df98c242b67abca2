"use strict";
// Draws what /simulator/state says; everything a person wrote goes in as text, never as markup.

const EXAMPLES = {
  en: "need groceries for 4, 11221", es: "necesito comida 10453", "zh-Hans": "需要食物 11220", "zh-Hant": "需要食物 10002",
  ru: "нужны продукты 11235", bn: "খাবার দরকার 11372", ht: "mwen bezwen manje 11226", ko: "음식이 필요해요 11354",
  ar: "أحتاج إلى طعام 11209", ur: "کھانا چاہیے 11218", fr: "besoin de nourriture 10031", pl: "potrzebuję jedzenia 11222",
  yi: "איך דאַרף עסן 11219", hi: "खाना चाहिए 11419",
};
const LEAD_CHIPS = [["1", "1 take"], ["2", "2 pass"], ["DONE", "DONE"], ["MENU", "MENU"]];
const RESIDENT_CHIPS = [["1", "1"], ["2", "2"], ["STATUS", "STATUS"], ["MENU", "MENU"]];
const $ = (selector, root = document) => root.querySelector(selector);
const phones = new Map();   // number → its drawn phone
let state = { version: -1, phones: [], messages: [], calls: [], numbers: [""], faults: {}, alerts: [] };
let first = true;
let focused = null;

function made(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

async function send(path, body, method = "POST") {
  const answer = await fetch(path, { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
}

function pretty(number) {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : number;
}

// ---- one phone

function draw(phone) {
  const node = $("#phone").content.firstElementChild.cloneNode(true);
  const face = made("button");
  face.type = "button";
  const drawn = { node, face, number: phone.number, texts: new Map(), unread: 0, call: null, heard: 0, dismissed: new Set() };
  const input = $(".write input", node);
  $(".write", node).addEventListener("submit", event => {
    event.preventDefault();
    if (input.value.trim()) text(drawn, input.value);
    input.value = "";
  });
  node.addEventListener("focusin", () => { focused = drawn; seen(drawn); });
  node.addEventListener("click", () => { focused = drawn; seen(drawn); });
  $(".call", node).addEventListener("click", () => send("/simulator/calls", { from: drawn.number }));
  drawCallButtons(drawn);
  face.addEventListener("click", () => pick(drawn));
  $("#people").append(face);
  $("#phones").append(node);
  return drawn;
}

/** Whose phone it is; adding a number again gives it to somebody else. */
function dress(drawn, phone) {
  const { node, face } = drawn;
  const dressed = JSON.stringify(phone);
  if (drawn.dressed === dressed) return;
  drawn.dressed = dressed;
  const role = phone.role.toLowerCase();
  const resident = role === "resident";
  const [name, group] = phone.name.split(" · ");
  const example = EXAMPLES[phone.language] || EXAMPLES.en;
  const line = [phone.line === "MOBILE" ? "" : phone.line.toLowerCase().replace("_", " "), phone.stopped ? "said STOP" : ""].filter(Boolean).join(", ");
  node.classList.remove("resident", "lead", "desk");
  node.classList.add(role);
  node.setAttribute("aria-label", `${phone.name}'s phone`);
  $(".who", node).title = `${phone.name}, ${pretty(phone.number)}`;
  for (const [part, words] of Object.entries({
    name, group: group || "", role, language: phone.language, number: pretty(phone.number), face: [...name][0] || "?", line,
  })) $("." + part, node).textContent = words;
  $(".line", node).hidden = !line;
  face.className = `face ${role}`;
  face.textContent = [...name][0] || "?";
  face.title = phone.name;
  face.setAttribute("aria-label", `Go to ${phone.name}`);
  $(".write input", node).placeholder = resident ? example : "Text the hotline";
  $(".thread", node).dataset.empty = resident ? "Text what you need and where." : "It rings here when a neighbor needs something.";
  $(".chips", node).replaceChildren(...(resident ? [[example, example], ...RESIDENT_CHIPS] : LEAD_CHIPS).map(([words, label]) => {
    const chip = made("button", "", label);
    chip.type = "button";
    chip.dir = "auto";
    chip.addEventListener("click", () => text(drawn, words));
    return chip;
  }));
}

/** Brings a phone into view and its keyboard under the fingers. */
function pick(drawn) {
  drawn.node.scrollIntoView({ block: "nearest", behavior: "smooth" });
  $(drawn.call ? ".oncall" : ".write input", drawn.node).focus({ preventScroll: true });
}

function text(drawn, body) {
  send("/simulator/texts", { from: drawn.number, body }).catch(() => link(false));
}

function seen(drawn) {
  drawn.unread = 0;
  drawn.node.classList.remove("unread");
  mark(drawn);
  count();
}

function mark(drawn) {
  for (const face of [drawn.face, $(".face", drawn.node)]) {
    if (drawn.unread) face.dataset.new = drawn.unread;
    else delete face.dataset.new;
  }
}

function ring(drawn) {
  const both = [drawn.node, drawn.face];
  for (const one of both) one.classList.remove("ringing");
  void drawn.node.offsetWidth; // so that the animation starts anew
  for (const one of both) one.classList.add("ringing");
  setTimeout(() => both.forEach(one => one.classList.remove("ringing")), 1600);
}

function count() {
  const all = [...phones.values()].reduce((sum, drawn) => sum + drawn.unread, 0);
  document.title = (all ? `(${all}) ` : "") + "Neighborline phones";
}

// ---- texts

function note(message) {
  const time = new Date(message.at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit", timeZone: state.zone });
  const segments = message.segments === 1 ? "1 segment" : `${message.segments} segments`;
  const end = message.error ? ` · ${message.status} ${message.error}` : message.arrived ? "" : ` · ${message.status}`;
  return [`${time} · `, segments, ` · ${message.encoding} · $${message.price}${end}`];
}

function show(message) {
  const wrote = message.direction === "inbound";
  const drawn = phones.get(wrote ? message.from : message.to);
  if (!drawn) return;
  const thread = $(".thread", drawn.node);
  let text = drawn.texts.get(message.sid);
  if (text && text.updated === message.updated && text.body === message.body) return;
  if (!text) {
    const side = wrote ? "wrote" : "got";
    text = { bubble: made("div", `bubble ${side}`), note: made("div", `note ${side}`), arrived: false };
    text.bubble.dir = "auto";
    drawn.texts.set(message.sid, text);
    thread.append(text.bubble, text.note);
    if (!first) text.bubble.classList.add("new");
  }
  const body = message.body + (message.media ? ` [${message.media} picture${message.media > 1 ? "s" : ""}]` : "");
  text.bubble.textContent = body || "(words erased)";
  text.bubble.classList.toggle("never", message.error !== 0);
  text.bubble.classList.toggle("coming", !message.arrived && message.error === 0);
  const [time, segments, rest] = note(message);
  text.note.replaceChildren(time, made("span", message.segments > 1 ? "many" : "", segments), rest);
  text.updated = message.updated;
  text.body = message.body;
  if (message.arrived && !text.arrived && !wrote && !first) {
    ring(drawn);
    if (document.hidden || focused !== drawn) {
      drawn.unread++;
      drawn.node.classList.add("unread");
      mark(drawn);
      count();
    }
  }
  text.arrived = message.arrived;
}

function atEnd(drawn) {
  const thread = $(".thread", drawn.node);
  return thread.scrollHeight - thread.scrollTop - thread.clientHeight < 60;
}

function texts() {
  // Whoever reads further up is left there; everyone else sees the newest.
  const following = [...phones.values()].filter(drawn => first || atEnd(drawn));
  const live = new Set(state.messages.map(message => message.sid));
  for (const drawn of phones.values()) {
    for (const [sid, text] of drawn.texts) {
      if (!live.has(sid)) {
        text.bubble.remove();
        text.note.remove();
        drawn.texts.delete(sid);
      }
    }
  }
  state.messages.forEach(show);
  for (const drawn of following) $(".thread", drawn.node).scrollTop = 1e9;
}

// ---- the page

function render() {
  $("#hotline").textContent = state.numbers.map(pretty).join(", ");
  for (const phone of state.phones) {
    if (!phones.has(phone.number)) phones.set(phone.number, draw(phone));
    dress(phones.get(phone.number), phone);
  }
  columns();
  texts();
  for (const drawn of phones.values()) call(drawn);
  faults();
  first = false;
}

/** As many columns as fit, and no row with one phone alone where it can be helped. */
function columns() {
  const most = Math.max(1, Math.floor((innerWidth - 30) / 306));
  const rows = Math.max(1, Math.ceil(phones.size / most));
  $("#phones").style.setProperty("--columns", Math.min(most, Math.ceil(phones.size / rows)) || 1);
}

function link(live) {
  $("#link").classList.toggle("live", live);
  $("#link").textContent = live ? "live" : "connecting";
}

async function live() {
  for (;;) {
    try {
      const since = state.version < 0 ? "" : `?since=${state.version}`;
      state = await (await fetch(`/simulator/state${since}`)).json();
      link(true);
      render();
    } catch (trouble) {
      console.error(trouble);
      link(false);
      state.version = -1;
      await new Promise(wake => setTimeout(wake, 1000));
    }
  }
}

$("#untip").addEventListener("click", () => $("#tip").remove());
$(".example").addEventListener("click", event => {
  const drawn = (focused && focused.node.classList.contains("resident") && focused) || [...phones.values()].find(one => one.node.classList.contains("resident"));
  if (drawn) { const input = $(".write input", drawn.node); input.value = event.target.dataset.example; input.focus(); }
});
document.addEventListener("keydown", event => {
  if (event.altKey && /^[1-9]$/.test(event.key)) {
    const drawn = [...phones.values()][Number(event.key) - 1];
    if (drawn) { pick(drawn); event.preventDefault(); }
  }
});
addEventListener("resize", columns);
addEventListener("DOMContentLoaded", live);
