// Leading the reader to a place in the text, and back.

import { sectionOf } from "./kit.js";
import { make } from "./readers.js";

export function follow(element, link, event) {
  const { source, section, cited } = link.dataset;
  if (source) {
    const entry = element._id("source-" + source);
    go(element, "sources", entry, { event, from: link });
    if (entry) offerReturn(element, entry, link);
  } else if (cited) {
    const place = element._id(section + "-body")?.querySelector(`[data-source="${cited}"]`);
    go(element, section, place, { event, from: link });
  } else if (section) {
    event.preventDefault();
    // Through the page's address, so that the reader can go back.
    if (!element._hasLinks || !element._isFirst || element._linked === section) goToSection(element, section);
    else if (element._id(section + "-body")) element._view.location.hash = `#${element._name}-${section}`;
  }
}

/** Opens a section and puts the focus on its button; does nothing where there is no such section. */
export function goToSection(element, section) {
  go(element, section, element._id(section + "-button"));
}

// How long a place may take to be shown, in milliseconds. After that, a reader who opens its section is not led there.
const SHOWN_WITHIN = 2000;

/** Opens a section and brings the reader to a place in it. Escape there leads back to where the reader comes `from`. */
export function go(element, section, place, { event, block, from } = {}) {
  if (!place) return;
  event?.preventDefault();
  element.openSection(section);
  for (let details = place; (details = details.parentElement?.closest("details")); ) details.open = true;
  // A choice in its figure can have hidden it. Then all of the figure is shown again.
  place.closest(".figure [hidden]")?.closest(".figure").querySelector("[data-chooses='0']")?.click();
  if (from) {
    place.onkeydown = (event) => {
      if (event.key !== "Escape" || event.target !== place || !from.isConnected) return;
      event.preventDefault();
      event.stopPropagation();
      goBack(element, from);
    };
  }
  // Layer 2 shows what it was told some time after. Text that was taken out never comes.
  const start = performance.now();
  const arrive = () => {
    if (!place.isConnected) return;
    if (place.closest("[hidden]")) {
      if (performance.now() - start < SHOWN_WITHIN) requestAnimationFrame(arrive);
      return;
    }
    place.scrollIntoView({ block: block ?? (place.matches(".section-button") ? "start" : "center") });
    place.focus({ preventScroll: true });
    // A frame cannot scroll the page around it, and need not have the focus.
    element._reveal?.(place);
  };
  requestAnimationFrame(arrive);
}

function goBack(element, from) {
  const body = from.closest(".section-body");
  go(element, body ? sectionOf(body) : "", from);
}

/** Puts a button at a source that leads back to the citation that led there. It goes once it has. */
function offerReturn(element, entry, citation) {
  const button = make("button");
  button.type = "button";
  // A copy of the text, which has no listeners, does not have it.
  button.dataset.live = "";
  button.textContent = entry.parentNode.dataset.back;
  button.onclick = () => goBack(element, citation);
  citation.addEventListener("focus", () => button.remove(), { once: true });
  for (const way of element._all(".way-back")) way.replaceChildren();
  entry.querySelector(".way-back").append(button);
}
