const form = document.querySelector("form"), figures = [...document.querySelectorAll("figure")];
const said = document.querySelector("output");
function filter() {
  let count = 0;
  for (const each of figures) {
    const fits = ["screen", "language", "kind"].every(n => !form[n].value || form[n].value === each.dataset[n]);
    const named = each.dataset.name.includes(form.find.value.trim().toLowerCase());
    each.hidden = !(fits && named && (!form.wrong.checked || each.classList.contains("wrong")));
    if (!each.hidden) count += 1;
  }
  said.textContent = count + " of " + figures.length;
  history.replaceState(null, "", "#" + new URLSearchParams(new FormData(form)));
}
for (const [name, value] of new URLSearchParams(location.hash.slice(1)))
  if (form[name]) form[name].type === "checkbox" ? form[name].checked = true : form[name].value = value;
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
form.hidden = false;
filter();
