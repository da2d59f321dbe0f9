// A press on a citation marks all of it, so that it can be copied without this; with it, one button copies.
function offer(button) {
  const words = button.lastChild;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector(".cite-line").textContent);
    button.replaceChildren(button.dataset.copied, words);
  });
}

if (navigator.clipboard) document.querySelectorAll(".copy-line").forEach(offer);
