// Fills the form from a link to a search (link_to_search.js) and takes the words out of the address. It never searches.
function fill() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  if (!parameters.has("text")) return;
  history.replaceState(null, "", location.pathname);
  document.getElementById("text").value = parameters.get("text");
  const state = document.getElementById("state");
  if (state && parameters.has("state")) state.value = parameters.get("state");
  document.getElementById("filled-from-link").hidden = false;
}

fill();
addEventListener("hashchange", fill);
