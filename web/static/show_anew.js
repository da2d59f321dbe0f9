// Browsers keep pages in memory to go back to. Results are asked for again then: the search may have been deleted.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
