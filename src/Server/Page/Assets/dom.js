// The only place that makes elements. Everything that was written elsewhere (kernels, messages, names) goes through foreign().

const vector = "http://www.w3.org/2000/svg";

// Controls, marks that turn the direction of text, and characters without width: shown by number, so that they do nothing.
const odd = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

export const find = id => document.getElementById(id);

export function make(name, properties = {}, ...children) {
  return filled(document.createElement(name), properties, children);
}

export function draw(name, properties = {}, ...children) {
  return filled(document.createElementNS(vector, name), properties, children);
}

export function foreign(text, name = "span") {
  const element = make(name, { class: "foreign", dir: "ltr" });
  let from = 0;
  for (const match of text.matchAll(odd)) {
    const number = match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    element.append(text.slice(from, match.index), make("span", { class: "odd" }, `U+${number}`));
    from = match.index + match[0].length;
  }
  element.append(text.slice(from));
  return element;
}

export function fill(element, ...children) {
  element.replaceChildren(...children);
}

export function speedOf(entry) {
  return entry.speed === null ? "" : `${digits(entry.speed)} ${entry.metric}`;
}

export function digits(number) {
  return Number(number.toPrecision(4)).toString();
}

function filled(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      throw new Error("handlers are added by addEventListener");
    }
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
