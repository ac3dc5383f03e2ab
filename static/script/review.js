// The note on an overdue review.


/** @import { Session } from "./session.js" */

/**
 * Says so above the text once it should have been reviewed.
 *
 * @param {Session} session
 */
export function checkDate(session) {
  const due = session.all("[data-review-due]")[0]?.dataset["reviewDue"] ?? "";
  const day = 24 * 60 * 60 * 1000;
  if (!(Date.now() >= Date.parse(due) + day)) return;
  for (const note of session.all(".past-due")) {
    for (const words of note.querySelectorAll("span")) words.textContent = note.dataset["text"] ?? "";
    note.hidden = false;
  }
  // The text may come anew and be as old as before.
  if (session.controller.overdueSince !== due) session.tell("stale", { due });
  session.controller.overdueSince = due;
}
