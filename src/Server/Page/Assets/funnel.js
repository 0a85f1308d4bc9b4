import { fill, make } from "./dom.js";

// What a submission has to get past, in the order of the ladder; each count is of those that got that far.
const rungs = [
  ["format", "a kernel"], ["library", "allowed"], ["compile", "compiles"], ["timeout", "ends in time"], ["runtime", "runs"], ["verification", "right"],
];

export function drawFunnel(list, apart, outcomes) {
  const count = name => outcomes[name] ?? 0;
  const scored = ["format", "library", "compile", "timeout", "runtime", "verification", "ok"].reduce((sum, name) => sum + count(name), 0);
  const steps = [["submitted", scored]];
  let left = scored;
  for (const [level, word] of rungs) {
    left -= count(level);
    steps.push([word, left]);
  }
  fill(list, ...steps.map(([word, number]) => step(word, number, scored)));
  fill(apart, `Beside these: ${count("unscored")} unscored, ${count("partial")} cut short.`);
}

function step(word, number, scored) {
  const fillOf = make("i");
  fillOf.style.setProperty("--share", scored === 0 ? 0 : number / scored);
  const share = scored === 0 ? "" : ` (${Math.round(100 * number / scored)} %)`;
  return make("li", { "data-step": word }, make("span", {}, word), make("span", { class: "bar", "aria-hidden": "true" }, fillOf), make("span", { class: "count" }, `${number}${share}`));
}
