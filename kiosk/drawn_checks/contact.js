const form = document.querySelector("form"), figures = [...document.querySelectorAll("figure")];
const output = document.querySelector("output");
function filter() {
  let count = 0;
  for (const figure of figures) {
    const fits = ["screen", "language", "kind"].every(n => !form[n].value || form[n].value === figure.dataset[n]);
    const named = figure.dataset.name.includes(form.find.value.trim().toLowerCase());
    figure.hidden = !(fits && named && (!form.wrong.checked || figure.classList.contains("wrong")));
    if (!figure.hidden) count += 1;
  }
  output.textContent = count + " of " + figures.length;
  history.replaceState(null, "", "#" + new URLSearchParams(new FormData(form)));
}
for (const [name, value] of new URLSearchParams(location.hash.slice(1)))
  if (form[name]) form[name].type === "checkbox" ? form[name].checked = true : form[name].value = value;
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
form.hidden = false;
filter();
