// The note on an overdue review.



/** Says so above the text once it should have been reviewed. */
export function checkDate(element) {
  const due = element._all("[data-review-due]")[0]?.dataset.reviewDue;
  const day = 24 * 60 * 60 * 1000;
  if (!(Date.now() >= Date.parse(due) + day)) return;
  for (const note of element._all(".past-due")) {
    note.querySelector("span").textContent = note.dataset.text;
    note.hidden = false;
  }
  // The text may come anew and be as old as before.
  if (element._due !== due) element._tell("stale", { due });
  element._due = due;
}
