// A link that holds the words of a search behind "#", which browsers send to no site. Made when somebody wants it.
const choice = document.getElementById("link-to-search");
const link = document.getElementById("search-link");
const copy = document.getElementById("copy-search-link");
const copied = document.getElementById("search-link-copied");

function searched() {
  const parameters = new URLSearchParams({ text: document.getElementById("text").defaultValue.trim() });
  const state = document.querySelector("#state option[selected]");
  if (state) parameters.set("state", state.value);
  return parameters;
}

choice.hidden = false;
choice.addEventListener("toggle", () => {
  link.value = choice.open ? new URL(choice.dataset.address, location.href) + "#" + searched() : "";
});
link.addEventListener("focus", () => link.select());

if (navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.value);
    copied.textContent = copied.dataset.copied;
  });
}
