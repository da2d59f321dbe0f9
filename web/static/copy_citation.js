// The citation can be selected and copied without this; with it, one button does both.
const button = document.getElementById("copy-citation");
const citation = document.getElementById("citation");
const done = document.getElementById("copy-done");

if (navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(citation.value);
    done.textContent = done.dataset.copied;
  });
}
