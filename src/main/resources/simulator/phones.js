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
const FAULTS = {
  "webhook-lost": "A text's webhook never comes", "webhook-late": "A text's webhook comes late",
  "webhook-doubled": "A text's webhook comes twice", "webhook-unreachable": "Nobody listens at an attempt",
  "webhook-answer-lost": "Our answer is lost on its way", "callback-lost": "A status is never told",
  "callback-late": "A status is told late", "callback-doubled": "A status is told twice",
  "callback-reordered": "Statuses overtake each other", "too-many-requests": "The API says 429",
  "server-error": "The API says 503", "hung": "The API never answers",
  "answer-lost": "The API did it, its answer is lost", "undelivered": "A text is not delivered",
};
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
  const drawn = { node, number: phone.number, texts: new Map(), unread: 0, call: null, heard: 0, dismissed: new Set() };
  node.classList.add(phone.role.toLowerCase());
  $(".name", node).textContent = phone.name;
  $(".face", node).textContent = [...phone.name][0] || "?";
  $(".role", node).textContent = phone.role.toLowerCase();
  if (phone.line !== "MOBILE") $(".language", node).after(" ", made("span", "line", phone.line.toLowerCase().replace("_", " ")));
  $(".language", node).textContent = phone.language;
  $(".number", node).textContent = pretty(phone.number);
  node.setAttribute("aria-label", `${phone.name}'s phone`);
  const input = $(".write input", node);
  const example = EXAMPLES[phone.language] || EXAMPLES.en;
  input.placeholder = phone.role === "RESIDENT" ? example : "Text the hotline";
  $(".thread", node).dataset.empty = phone.role === "RESIDENT" ? "Text what you need and where." : "It rings here when a neighbor needs something.";
  const chips = phone.role === "RESIDENT" ? [[example, example], ...RESIDENT_CHIPS] : LEAD_CHIPS;
  for (const [words, label] of chips) {
    const chip = made("button", "", label);
    chip.type = "button";
    chip.dir = "auto";
    chip.addEventListener("click", () => text(drawn, words));
    $(".chips", node).append(chip);
  }
  $(".write", node).addEventListener("submit", event => {
    event.preventDefault();
    if (input.value.trim()) text(drawn, input.value);
    input.value = "";
  });
  node.addEventListener("focusin", () => { focused = drawn; seen(drawn); });
  node.addEventListener("click", () => { focused = drawn; seen(drawn); });
  $(".call", node).addEventListener("click", () => send("/simulator/calls", { from: drawn.number }));
  drawCallButtons(drawn);
  $("#phones").append(node);
  return drawn;
}

function text(drawn, body) {
  send("/simulator/texts", { from: drawn.number, body }).catch(() => link(false));
}

function seen(drawn) {
  drawn.unread = 0;
  drawn.node.classList.remove("unread");
  delete $(".face", drawn.node).dataset.new;
  count();
}

function ring(drawn) {
  drawn.node.classList.remove("ringing");
  void drawn.node.offsetWidth; // so that the animation starts anew
  drawn.node.classList.add("ringing");
  setTimeout(() => drawn.node.classList.remove("ringing"), 1600);
}

function count() {
  const all = [...phones.values()].reduce((sum, drawn) => sum + drawn.unread, 0);
  document.title = (all ? `(${all}) ` : "") + "Neighborline phones";
}

// ---- texts

function note(message) {
  const time = new Date(message.at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
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
      $(".face", drawn.node).dataset.new = drawn.unread;
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

// ---- calls

function drawCallButtons(drawn) {
  const pane = $(".oncall", drawn.node);
  const act = (name, body = {}) => drawn.call && send(`/simulator/calls/${drawn.call.sid}/${name}`, body).catch(() => link(false));
  for (const key of "123456789*0#") {
    const button = made("button", "", key);
    button.type = "button";
    button.addEventListener("click", () => act("press", { digits: key }));
    $(".keypad", pane).append(button);
  }
  $(".answer", pane).addEventListener("click", () => act("answer"));
  $(".silent", pane).addEventListener("click", () => act("silence"));
  $(".hangup", pane).addEventListener("click", () => {
    if (drawn.call && drawn.call.awaits === "over") {
      drawn.dismissed.add(drawn.call.sid);
      call(drawn);
    } else {
      act("hang-up");
    }
  });
  pane.addEventListener("keydown", event => {
    if (event.target.tagName !== "INPUT" && /^[0-9*#]$/.test(event.key)) act("press", { digits: event.key });
  });
  $(".speak", pane).addEventListener("submit", event => {
    event.preventDefault();
    const input = event.target.elements.words;
    if (input.value.trim()) act("speak", { words: input.value });
    input.value = "";
  });
}

const AWAITS = { answer: "ringing", nothing: "listening", keys: "press a key", recording: "speak after the tone, # ends", talk: "connected", over: "call ended" };

function call(drawn) {
  const pane = $(".oncall", drawn.node);
  const mine = state.calls.filter(one => one.person === drawn.number && !drawn.dismissed.has(one.sid));
  const current = mine.filter(one => one.awaits !== "over").pop() || mine.pop() || null;
  if (!current || (first && current.awaits === "over")) {
    if (current) drawn.dismissed.add(current.sid);
    pane.hidden = true;
    drawn.call = null;
    return;
  }
  const fresh = !drawn.call || drawn.call.sid !== current.sid;
  if (fresh) {
    $(".heard", pane).replaceChildren();
    drawn.heard = 0;
    if (current.awaits === "answer" && !first) ring(drawn);
    else if (focused === drawn) setTimeout(() => pane.focus());
  }
  drawn.call = current;
  pane.hidden = false;
  const who = current.direction === "inbound" ? current.to : current.from;
  $(".callstate", pane).textContent = `${pretty(who)} · ${AWAITS[current.awaits]}`;
  for (const heard of current.heard.slice(drawn.heard)) $(".heard", pane).append(hearing(heard));
  if (drawn.heard !== current.heard.length) $(".heard", pane).scrollTop = $(".heard", pane).scrollHeight;
  drawn.heard = current.heard.length;
  const over = current.awaits === "over";
  $(".answer", pane).hidden = current.awaits !== "answer";
  $(".silent", pane).hidden = !["keys", "recording"].includes(current.awaits);
  $(".hangup", pane).textContent = over ? "Close" : current.awaits === "answer" ? "Decline" : "Hang up";
  $(".speak", pane).hidden = !["recording", "talk"].includes(current.awaits);
  for (const key of pane.querySelectorAll(".keypad button")) key.disabled = over || current.awaits === "answer";
}

function hearing(heard) {
  const line = made("p", heard.kind);
  switch (heard.kind) {
    case "said": line.append(made("small", "", heard.language), words(heard)); break;
    case "played": {
      const audio = made("audio");
      audio.controls = true;
      audio.src = heard.url;
      line.append(made("small", "", decodeURIComponent(heard.url.split("/").slice(-2).join("/"))), audio);
      if (!first) audio.play().catch(() => {}); // browsers wait for a first click
      break;
    }
    case "beep": line.append("beep"); break;
    default: line.append(words(heard));
  }
  return line;
}

function words(heard) {
  const span = made("span", "", heard.words);
  span.dir = "auto";
  if (heard.language) span.lang = heard.language;
  return span;
}

// ---- faults

function faults() {
  const rows = $("#fault-rows");
  let on = 0;
  for (const [name, setting] of Object.entries(state.faults)) {
    let row = rows.querySelector(`[data-fault="${name}"]`);
    if (!row) {
      row = made("tr");
      row.dataset.fault = name;
      const what = made("td", "", FAULTS[name] || name);
      what.append(made("small", "", name));
      const often = made("select");
      often.setAttribute("aria-label", `How often: ${FAULTS[name] || name}`);
      for (const [value, label] of [[0, "never"], [0.1, "1 in 10"], [0.3, "1 in 3"], [0.5, "every other"], [1, "always"]]) {
        const option = made("option", "", label);
        option.value = value;
        often.append(option);
      }
      often.addEventListener("change", () => send("/simulator/faults", { [name]: { probability: Number(often.value), next: 0 } }, "PUT"));
      const once = made("button", "", "next time");
      once.type = "button";
      once.addEventListener("click", () => send("/simulator/faults", { [name]: { probability: Number(often.value), next: 1 } }, "PUT"));
      for (const child of [what, often, once]) {
        if (child === what) row.append(child);
        else { const cell = made("td"); cell.append(child); row.append(cell); }
      }
      rows.append(row);
    }
    const often = $("select", row);
    if (document.activeElement !== often) {
      if (![...often.options].some(option => Number(option.value) === setting.probability)) {
        const option = made("option", "", `${Math.round(setting.probability * 100)} %`);
        option.value = setting.probability;
        often.append(option);
      }
      often.value = setting.probability;
    }
    $("button", row).textContent = setting.next ? `next ${setting.next}` : "next time";
    if (setting.probability || setting.next) on++;
  }
  $("#faulty").hidden = !on;
  $("#faulty").textContent = on;
  $("#alerts").replaceChildren(...state.alerts.slice(-20).reverse().map(alert => made("li", "", `${alert.code} ${alert.about}`)));
}

// ---- the page

function render() {
  $("#hotline").textContent = state.numbers.map(pretty).join(", ");
  for (const phone of state.phones) {
    if (!phones.has(phone.number)) phones.set(phone.number, draw(phone));
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

for (const button of document.querySelectorAll("[data-opens]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
}
for (const button of document.querySelectorAll("[data-closes]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
$("#languages").append(...Object.keys(EXAMPLES).map(tag => { const option = made("option"); option.value = tag; return option; }));
$("#untip").addEventListener("click", () => $("#tip").remove());
$(".example").addEventListener("click", event => {
  const drawn = (focused && focused.node.classList.contains("resident") && focused) || [...phones.values()].find(one => one.node.classList.contains("resident"));
  if (drawn) { const input = $(".write input", drawn.node); input.value = event.target.dataset.example; input.focus(); }
});
$("#calm").addEventListener("click", () => send("/simulator/faults", Object.fromEntries(Object.keys(state.faults).map(name => [name, { probability: 0, next: 0 }])), "PUT"));
$("#add-form").addEventListener("submit", async event => {
  event.preventDefault();
  try {
    await send("/simulator/phones", Object.fromEntries(new FormData(event.target)));
    event.target.reset();
    $("#add-trouble").textContent = "";
    $("#add").close();
  } catch (trouble) {
    $("#add-trouble").textContent = trouble.message;
  }
});
document.addEventListener("keydown", event => {
  if (event.altKey && /^[1-9]$/.test(event.key)) {
    const drawn = [...phones.values()][Number(event.key) - 1];
    if (drawn) { $(".write input", drawn.node).focus(); event.preventDefault(); }
  }
});
addEventListener("resize", columns);
live();
