// Saves every answer as it is given. Without this script the buttons do it.
const form = document.querySelector("form[data-save]");
if (form) {
  const state = form.querySelector("[data-state]");
  const touched = new Set(); // questions with something new that is still to be sent
  const failed = new Set(); // questions that could not be sent
  let queue = Promise.resolve(); // one after the other, in the order in which they were given
  let sending = false;
  let submitted = false;

  const show = () => {
    if (sending || touched.size) state.textContent = "Saving …";
    else if (failed.size) state.textContent = `Not saved: ${failed.size}. Press "Save what is filled in so far".`;
    else state.textContent = "Everything is saved.";
  };

  const send = async (question) => {
    const body = new URLSearchParams({ token: form.elements.token.value, seen: "0", touched: "yes" });
    for (const field of question.querySelectorAll("input:checked, textarea")) body.append(field.name, field.value);
    touched.delete(question);
    sending = true;
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => ({ ok: false }));
    sending = false;
    if (!answer.ok) failed.add(question);
    show();
  };

  for (const question of form.querySelectorAll(".question")) {
    let later;
    question.addEventListener("input", (event) => {
      touched.add(question);
      failed.delete(question);
      show();
      clearTimeout(later);
      later = setTimeout(() => (queue = queue.then(() => send(question))), event.target.tagName === "TEXTAREA" ? 800 : 0);
    });
  }
  form.addEventListener("submit", () => (submitted = true));
  addEventListener("beforeunload", (leaving) => {
    if (!submitted && (sending || touched.size || failed.size)) leaving.preventDefault();
  });
}
