import { drawChart } from "./chart.js";
import { digits, fill, find, foreign, make, speedOf } from "./dom.js";
import { drawFunnel } from "./funnel.js";
import { drawKernel } from "./kernel.js";
import { drawQueues } from "./queues.js";
import { drawWitness } from "./witness.js";

const secondsBetweenLooks = 1, mostKept = 1000, mostListed = 100;
const known = { started: null, next: 0, entries: [], activity: null, chosen: null, shown: {} };

find("task").addEventListener("change", () => {
  known.chosen = null;
  refresh();
});
look();

async function look() {
  try {
    if (!document.hidden || known.activity === null) {
      await fetchNews();
    }
  } catch (error) {
    say(`no answer: ${error.message}`, true);
  }
  setTimeout(look, secondsBetweenLooks * 1000);
}

async function ask(path) {
  const response = await fetch(new URL(path, location.origin), { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!response.ok) {
    throw new Error(response.status === 401 ? "the key is not known any more; open the link that was printed when the service started" : `status ${response.status}`);
  }
  return response.json();
}

async function fetchNews() {
  const news = await ask(`/v1/activity?since=${known.next}`);
  if (news.started !== known.started) {
    const isOther = known.started !== null;
    Object.assign(known, { started: news.started, entries: [], activity: null, chosen: null, shown: {}, next: 0 });
    if (isOther) {
      return;
    }
  }
  const isFirst = known.activity === null;
  known.activity = news;
  known.next = news.next;
  known.entries = [...known.entries, ...news.entries].slice(-mostKept);
  say(news.obstacle === null ? "ready" : `not ready: ${news.obstacle}`, news.obstacle !== null);
  drawQueues(find("queues"), news.queues);
  drawHealth(news);
  if (isFirst || news.entries.length > 0) {
    await refresh();
  }
}

async function refresh() {
  const { activity } = known;
  if (activity === null) {
    return;
  }
  const task = offerTasks(activity.tasks);
  const isOfTask = item => task === "" || item.task === task;
  const entries = known.entries.filter(isOfTask);
  drawFunnel(find("funnel"), find("apart"), summed(activity.tasks.filter(isOfTask)));
  drawChart(find("reward"), points(entries, entry => entry.reward), "rewards", false);
  drawChart(find("speed"), points(entries, entry => entry.speed), "speeds", true);
  drawBest(activity.tasks.filter(item => isOfTask(item) && item.best !== null));
  drawRecent(entries);
  await drawDetails(activity.tasks.filter(isOfTask), entries);
}

function offerTasks(tasks) {
  const select = find("task");
  const names = tasks.map(item => item.task);
  if ([...select.options].slice(1).map(option => option.value).join("\n") !== names.join("\n")) {
    const before = select.value;
    fill(select, make("option", { value: "" }, "all"), ...names.map(name => make("option", { value: name }, foreign(name).textContent)));
    select.value = names.includes(before) ? before : "";
  }
  return select.value;
}

function summed(tasks) {
  const sums = {};
  for (const [outcome, count] of tasks.flatMap(item => Object.entries(item.outcomes))) {
    sums[outcome] = (sums[outcome] ?? 0) + count;
  }
  return sums;
}

function points(entries, valueOf) {
  return entries.filter(entry => valueOf(entry) !== null).map(entry => ({
    at: Date.parse(entry.at), value: valueOf(entry), isGood: entry.level === "ok", title: `${entry.number} ${foreign(entry.task).textContent}: ${digits(valueOf(entry))}`,
  }));
}

function drawBest(tasks) {
  const list = find("best");
  keepFocus(list, () => fill(list, ...tasks.map(({ best }) => make("li", {}, choice(best, foreign(best.task), make("span", {}, speedOf(best)))))));
}

function choice(entry, ...children) {
  const button = make("button", { type: "button", "data-number": entry.number, "aria-pressed": `${known.chosen === entry.number}` }, ...children);
  button.addEventListener("click", () => {
    known.chosen = entry.number;
    refresh();
  });
  return button;
}

function drawRecent(entries) {
  const rows = entries.slice(-mostListed).reverse().map(entry => make("tr", {},
    make("td", {}, choice(entry, `${entry.number}`)), make("td", { class: "name" }, foreign(entry.task)),
    make("td", { class: entry.level === "ok" ? "ok" : entry.level === null ? "open" : "failed" }, entry.level ?? entry.status),
    make("td", { class: "number" }, entry.reward === null ? "" : digits(entry.reward)), make("td", { class: "number" }, speedOf(entry)), make("td", {}, foreign(entry.reason))));
  const head = ["", "task", "rung", "reward", "speed", "why"].map((word, index) => make("th", { scope: "col", class: index === 3 || index === 4 ? "number" : "" }, word));
  const box = find("recent");
  keepFocus(box, () => fill(box, make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows))));
}

// What is drawn anew every second must not take the keyboard's place away.
function keepFocus(element, drawAgain) {
  const number = element.contains(document.activeElement) ? document.activeElement.dataset.number : undefined;
  drawAgain();
  if (number !== undefined) {
    element.querySelector(`[data-number="${Number(number)}"]`)?.focus({ preventScroll: true });
  }
}

function drawHealth(activity) {
  fill(find("health"), ...activity.gauges.flatMap(gauge => [make("dt", { "data-gauge": gauge.name }, digits(gauge.value)), make("dd", {}, foreign(gauge.help))]));
}

async function drawDetails(tasks, entries) {
  const best = tasks.map(item => item.best).filter(entry => entry !== null).reduce((last, entry) => last === null || entry.number > last.number ? entry : last, null);
  const failed = entries.findLast(entry => entry.has_witness);
  await Promise.all([
    show("kernel", known.chosen ?? best?.number, drawKernel),
    show("witness", known.chosen ?? failed?.number, drawWitness),
  ]);
}

async function show(id, number, drawDetail) {
  if (number === undefined || known.shown[id] === number) {
    return;
  }
  known.shown[id] = number;
  try {
    drawDetail(find(id), await ask(`/v1/activity/${number}`));
  } catch (error) {
    fill(find(id), make("p", {}, `Submission ${number} is not kept any more (${error.message}).`));
  }
}

function say(text, isBad) {
  const state = find("state");
  if (state.textContent !== text) {
    fill(state, foreign(text));
  }
  state.classList.toggle("bad", isBad);
}
