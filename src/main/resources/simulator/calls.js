"use strict";
// A phone that is on a call: what it hears, and its keys.

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
