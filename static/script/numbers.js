// The numbers of the explainers of one page.



// The numbers of the explainers of this page.
const numbers = new Map();

/** The number of an element among the explainers of this page: the lowest that no other has. */
export function numberOf(element) {
  if (!numbers.has(element)) {
    const taken = [...numbers.values()];
    let number = 1;
    while (taken.includes(number)) number += 1;
    numbers.set(element, number);
    element._running.signal.addEventListener("abort", () => numbers.delete(element));
  }
  return numbers.get(element);
}

/** Several explainers on one page do not share the names of what assistive technology leads to. */
export function setNames(element) {
  const number = numberOf(element);
  if (number === 1) return;
  const name = (place, words) => {
    place.removeAttribute("aria-labelledby");
    place.setAttribute("aria-label", words.replace(new RegExp(`( ${number})?$`), ` ${number}`));
  };
  const [explainer] = element._all(".explainer");
  name(explainer, explainer.getAttribute("aria-label"));
  name(element._all(".get-help")[0], element._id("get-help-heading").textContent);
}
