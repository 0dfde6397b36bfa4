// As much of a browser as the script of the contact sheet uses. FIGURES and HASH stand for values.
const NAMES = ["screen", "language", "kind", "find"];
const form = { hidden: true, wrong: { type: "checkbox", checked: false } };
form.addEventListener = (name, call) => form[name] = call;
for (const name of NAMES) form[name] = { value: "" };
const figures = FIGURES.map(each => ({ dataset: each, classList: { contains: name => each.class === name } }));
const output = {}, location = { hash: HASH };
const history = { replaceState: (state, title, url) => location.hash = url };
const document = { querySelector: name => ({ form, output })[name], querySelectorAll: name => figures };
function FormData(form) { this.pairs = NAMES.map(name => [name, form[name].value]); }
function URLSearchParams(from) {
  const pairs = from.pairs || from.split("&").filter(each => each).map(each => each.split("="));
  this.toString = () => pairs.map(pair => pair.join("=")).join("&");
  this[Symbol.iterator] = () => pairs[Symbol.iterator]();
}
function seen() { return figures.filter(each => !each.hidden).map(each => each.dataset.name); }
