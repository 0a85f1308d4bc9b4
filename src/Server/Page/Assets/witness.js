import { fill, foreign, make } from "./dom.js";

// A vector's width is not part of a witness: lanes are drawn up to the next power of two.
const leastLanes = 2;

export function drawWitness(element, detail) {
  const { entry, witness } = detail;
  if (witness === null) {
    fill(element, make("p", {}, `Submission ${entry.number} has no counterexample: `, foreign(entry.reason)));
    return;
  }
  const facts = make("dl");
  const fact = (name, ...value) => facts.append(make("dt", {}, name), make("dd", { "data-fact": name }, ...value));
  fact("submission", `${entry.number}, `, foreign(entry.task));
  fact("what", foreign(witness.what));
  if (witness.sizes !== null) {
    fact("sizes", foreign(witness.sizes));
  }
  if (witness.line !== null) {
    fact("line", `${witness.line}`);
  }
  if (witness.element !== null) {
    fact("element", foreign(witness.element.name));
    fact("expected", foreign(witness.element.expected));
    fact("got", witness.element.actual === null ? "nothing that was computed" : foreign(witness.element.actual));
  }
  if (witness.indices.length > 0) {
    fact("loops", ...witness.indices.map(index => foreign(`${index.name} = ${index.value}  `)));
  }
  if (witness.lane !== null) {
    fact("lane", cells(powerOfTwo(witness.lane + 1), witness.lane, "lane"));
  }
  if (witness.thread !== null || witness.threads > 1) {
    fact("thread", cells(witness.threads, witness.thread, "thread"));
  }
  if (witness.inputs.length > 0) {
    fact("inputs", make("ul", { class: "cells" }, ...witness.inputs.map(input => make("li", {}, foreign(`${input.name} = ${input.value}`)))));
  }
  fill(element, facts);
}

function cells(count, hit, word) {
  return make("ol", { class: "cells", "data-cells": word }, ...Array.from({ length: count }, (_, index) => make(
    "li", index === hit ? { class: "hit", "aria-current": "true", "aria-label": `${word} ${index}, where it goes wrong` } : { "aria-label": `${word} ${index}` }, `${index}`)));
}

function powerOfTwo(least) {
  let power = leastLanes;
  while (power < least) {
    power *= 2;
  }
  return power;
}
