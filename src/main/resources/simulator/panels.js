"use strict";
// What opens above the phones: adding one, and what goes wrong at the carrier.

const FAULTS = {
  "webhook-lost": "A text's webhook never comes", "webhook-late": "A text's webhook comes late",
  "webhook-doubled": "A text's webhook comes twice", "webhook-unreachable": "Nobody listens at an attempt",
  "webhook-answer-lost": "Our answer is lost on its way", "callback-lost": "A status is never told",
  "callback-late": "A status is told late", "callback-doubled": "A status is told twice",
  "callback-reordered": "Statuses overtake each other", "too-many-requests": "The API says 429",
  "server-error": "The API says 503", "hung": "The API never answers",
  "answer-lost": "The API did it, its answer is lost", "undelivered": "A text is not delivered",
};

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

for (const button of document.querySelectorAll("[data-opens]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
}
for (const button of document.querySelectorAll("[data-closes]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
$("#languages").append(...Object.keys(EXAMPLES).map(tag => { const option = made("option"); option.value = tag; return option; }));
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
