"use strict";
// Asks the demo what a translation file comes to, as it is written; whatever it says goes in as text, never as markup.

const $ = (selector, root = document) => root.querySelector(selector);
const AFTER = 700;    // milliseconds without a key until it is looked at
const NEW = "+";
let asked = 0;
let waiting = 0;
let seen = { editions: [], price: 0 };

function made(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function tag() {
  return $("#file").value === NEW ? $("#tag").value.trim() || "xx" : $("#file").value;
}

function say(state, live = false) {
  $("#state").textContent = state;
  $("#state").classList.toggle("live", live);
}

async function post(path, parameters) {
  const answer = await fetch(`${path}?${new URLSearchParams(parameters)}`,
    { method: "POST", body: $("#text").value, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  if (answer.status === 413) throw new Error("this is too long for a translation file");
  if (!answer.ok) throw new Error("the demo could not look at this");
  return answer.json();
}

// ---- the file

async function open() {
  $("#new").hidden = $("#file").value !== NEW;
  const from = $("#file").value === NEW ? "en" : $("#file").value;
  $("#text").value = await (await fetch(`/translate/files/${from}`)).text();
  seen = { editions: [], price: 0 };
  $("#text").dataset.opened = $("#text").value;
  $("#text").scrollTop = 0;
  check();
}

/** Puts the cursor on a line, from 1, and shows it. */
function go(line) {
  const text = $("#text");
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] || "").length);
  text.scrollTop = Math.max(0, (line - 4) * 20);
  text.scrollLeft = 0;
}

// ---- what it comes to

async function check() {
  const mine = ++asked;
  if (!$("#text").value.trim()) { show({ faults: [], editions: [] }); say("empty"); return; }
  say("checking");
  try {
    const report = await post("/translate/check", { tag: tag() });
    if (mine !== asked) return;
    show(report);
    say("checked", true);
  } catch (trouble) {
    if (mine === asked) say(trouble.message);
  }
}

function show(report) {
  $("#count").hidden = !report.faults.length;
  $("#count").textContent = report.faults.length;
  const here = fault => fault.file === `${tag()}.txt`;
  const ours = [...report.faults.filter(here), ...report.faults.filter(fault => !here(fault))];
  $("#problems").replaceChildren(...ours.map(fault => {
    const own = here(fault);
    const button = made("button");
    button.type = "button";
    button.append(made("b", "", own ? fault.line ? `line ${fault.line}` : "" : `${fault.file} ${fault.line}`), fault.problem);
    if (own && fault.line) button.addEventListener("click", () => go(fault.line));
    const item = made("li");
    item.append(button);
    return item;
  }));
  if (!report.editions || (report.faults.length && !report.editions.length)) return; // what was seen before stays
  seen = report;
  texts();
}

function texts() {
  const wanted = $("#find").value.trim().toLowerCase();
  const dear = $("#dear").checked;
  $("#cost").textContent = seen.editions.map(edition =>
    `${edition.letters === "LATIN" ? "in Latin letters " : ""}one request: ${edition.requestSegments} segments, ${edition.requestCents.toFixed(2)} cents; ${edition.unreviewed} of ${edition.written} unreviewed`).join(" · ");
  $("#texts").replaceChildren(...seen.editions.flatMap(edition => edition.texts
    .filter(one => (!dear || one.worst > 1) && (one.key + " " + one.shown).toLowerCase().includes(wanted))
    .map(one => card(edition, one))));
}

function card(edition, one) {
  const node = $("#shown").content.firstElementChild.cloneNode(true);
  const segments = n => n === 1 ? "1 segment" : `${n} segments`;
  $(".key", node).textContent = one.key + (edition.letters === "LATIN" ? ", Latin letters" : "");
  $(".key", node).addEventListener("click", () => go(one.line));
  $(".bubble", node).textContent = one.shown;
  $(".bubble", node).lang = edition.language;
  const cents = (one.typical * seen.price).toFixed(2);
  $(".note", node).append(made("span", one.typical > 1 ? "many" : "", segments(one.typical)), ` · ${one.encoding} · ${cents} cents · with the longest names ${one.worst} of ${one.budget}`);
  node.classList.toggle("over", one.worst > one.budget);
  return node;
}

// ---- what words mean

async function ask() {
  const words = $("#words").value.trim();
  if (!words) return;
  try {
    const reading = await post("/translate/understand", { tag: tag(), words });
    $("#meaning").replaceChildren(reading.faults ? made("p", "danger", "First mend the faults below: the file can't be read.") : meaning(reading));
  } catch (trouble) {
    $("#meaning").replaceChildren(made("p", "danger", trouble.message));
  }
}

function meaning(reading) {
  const list = made("dl");
  const row = (name, value, className = "") => list.append(made("dt", "", name), made("dd", className, value));
  row("language", reading.language === "und" ? "not sure" : `${reading.language}, ${Math.round(reading.languageConfidence * 100)} % sure, ${reading.script}`);
  row("wants", reading.intent);
  row("needs", reading.needs.join(", ") || "none");
  row("place", reading.place ? [reading.place.zip, reading.place.neighborhood, reading.place.borough].filter(Boolean).join(" ") : "none");
  if (reading.emergency) row("danger", "911 comes first", "danger");
  else if (reading.urgent) row("urgent", "yes");
  const because = made("ul");
  because.append(...reading.because.map(one => { const item = made("li", "", one); item.dir = "auto"; return item; }));
  const why = made("dd");
  why.append(reading.because.length ? because : "no word of ours is in it");
  list.append(made("dt", "", "because of"), why);
  return list;
}

// ---- the page

$("#text").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(check, AFTER); });
$("#tag").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(check, AFTER); });
$("#file").addEventListener("change", open);
$("#find").addEventListener("input", texts);
$("#dear").addEventListener("change", texts);
$("#ask").addEventListener("submit", event => { event.preventDefault(); ask(); });
$("#open").addEventListener("click", () => $("#chosen").click());
$("#chosen").addEventListener("change", async event => {
  const file = event.target.files[0];
  if (!file) return;
  const name = file.name.replace(/\.txt$/, "");
  const known = [...$("#file").options].some(option => option.value === name);
  $("#file").value = known ? name : NEW;
  $("#new").hidden = known;
  if (!known) $("#tag").value = name.slice(0, 8);
  $("#text").value = await file.text();
  event.target.value = "";
  check();
});
$("#save").addEventListener("click", () => {
  const link = made("a");
  link.href = URL.createObjectURL(new Blob([$("#text").value], { type: "text/plain;charset=utf-8" }));
  link.download = `${tag()}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
});
addEventListener("beforeunload", event => { if ($("#text").value !== $("#text").dataset.opened) event.preventDefault(); });

(async () => {
  const files = await (await fetch("/translate/files")).json();
  $("#file").append(...files.map(one => new Option(`${one.tag} · ${one.name}`, one.tag)), new Option("a new language", NEW));
  const asked = new URLSearchParams(location.search).get("tag");
  if (files.some(one => one.tag === asked)) $("#file").value = asked;
  await open();
})().catch(trouble => say(trouble.message));
