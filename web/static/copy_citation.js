// The citation can be selected and copied without this; with it, one button does both.
const button = document.getElementById("copy-citation");
const citation = document.getElementById("citation");

if (navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(citation.value);
    document.getElementById("copy-done").textContent = "Copied.";
  });
}
