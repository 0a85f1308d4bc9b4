import { digits, fill, foreign, make, speedOf } from "./dom.js";

const signs = { error: "✕", warning: "!", info: "i", technique: "◆" };
const order = ["error", "warning", "info", "technique"];

export function drawKernel(element, detail) {
  const { entry } = detail;
  const summary = make("p", {}, foreign(entry.task), ` · submission ${entry.number} · `, entry.level ?? entry.status, entry.reward === null ? "" : ` · reward ${digits(entry.reward)}`, entry.speed === null ? "" : ` · ${speedOf(entry)}`);
  fill(element, summary, make("p", { class: "soft" }, foreign(entry.reason)), claims(detail.claims), code(detail));
}

function claims(list) {
  return make("ul", { class: "cells" }, ...list.map(claim => make(
    "li", { class: claim.verdict === "refuted" ? "hit" : "", title: foreign(claim.detail).textContent },
    `${claim.property}: ${claim.verdict}${claim.is_for_all_sizes ? ", all sizes" : ""}`)));
}

function code(detail) {
  if (detail.code === null) {
    return make("p", { class: "soft" }, "The text is too long to be kept.");
  }
  const marks = Map.groupBy(detail.marks, mark => mark.line);
  const lines = detail.code.split("\n").map((text, index) => line(text, index + 1, marks.get(index + 1) ?? []));
  const box = make("div", { class: "code", tabindex: "0", role: "region", "aria-label": "source of the kernel" }, make("ol", {}, ...lines));
  const first = lines.find(item => item.dataset.marked !== undefined);
  if (first !== undefined) {
    requestAnimationFrame(() => { box.scrollTop = Math.max(0, first.offsetTop - box.offsetTop - 60); });
  }
  return box;
}

function line(text, number, marks) {
  const worst = order.find(kind => marks.some(mark => mark.kind === kind));
  const item = make("li", {}, make("span", { class: "place" }, `${number}`), make("span", { class: `gutter ${worst ?? ""}`, "aria-hidden": "true" }, worst === undefined ? "" : signs[worst]), source(text, worst));
  if (worst !== undefined) {
    item.dataset.marked = worst;
    item.append(...marks.map(mark => make("p", { class: `notes ${mark.kind}` }, `${mark.rule} `, foreign(mark.message))));
  }
  return item;
}

function source(text, worst) {
  const element = foreign(text);
  element.classList.add("text");
  if (worst !== undefined) {
    element.classList.add("noted");
  }
  return element;
}
