// Runs in frame.html: takes options from the page's address, and talks to the element that holds
// the frame, if there is one. frame.js is the other side.
(() => {
  const NAME = "lupus-car-t";

  // Attributes and colors in the address can only be what they are: nothing of them is markup, and
  // no color holds an address.
  const set = (element, name, value) => {
    if (name.startsWith("--lct-")) {
      if (/^(?!.*url)[-#\w.,%() /"'+*]+$/i.test(value)) element.style.setProperty(name, value);
    } else if (element.constructor.observedAttributes?.includes(name) && !/^(id|base|mode)$/.test(name)) {
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  };

  const begin = (element) => {
    for (const [name, value] of new URLSearchParams(location.search)) set(element, name, value);
    // The text that the page brings is of one language.
    element._fresh = element._tag !== document.documentElement.lang;
    if (parent === window) return;
    addEventListener("message", ({ source, data, ports }) => {
      if (source === parent && data === `${NAME}: welcome` && ports[0]) connect(element, ports[0]);
    });
    // Whoever holds the frame may hear that it is there.
    parent.postMessage(`${NAME}: hello`, "*");
  };

  const connect = (element, port) => {
    // From now on the frame is as high as its text.
    document.documentElement.classList.add("held");
    port.onmessage = ({ data }) => receive(element, port, data);
    new ResizeObserver(() => {
      port.postMessage({ height: document.body.getBoundingClientRect().height, open: openIds(element) });
    }).observe(document.body);
    for (const event of ["ready", "toggle", "language", "stale", "error", "feedback"]) {
      addEventListener(`lct-${event}`, ({ detail }) => port.postMessage({ event, detail, open: openIds(element) }));
    }
    // A browser that cannot place a popover beside its word would place it at the far end of the frame.
    element.shadowRoot.addEventListener("click", ({ target }) => {
      const popover = element._id(target.closest?.("[popovertarget]:not(.popover *)")?.getAttribute("popovertarget"));
      if (!popover || CSS.supports("position-area: block-end")) return;
      popover.style.insetBlock = `${target.getBoundingClientRect().bottom}px auto`;
    });
    // The sentence that is read aloud is to be seen, too.
    element._reveal = (range) => reveal(port, range);
    addEventListener("focusin", (event) => {
      reveal(port, event.composedPath()[0]);
    });
  };

  const openIds = (element) => element._all(".section-body:not([hidden])").map(({ id }) => id.replace("-body", ""));

  // Once the frame is as high as its text: before, the page could not be scrolled to the place.
  const reveal = (port, place) =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => {
      const { top, bottom } = place.getBoundingClientRect();
      if (bottom > top) port.postMessage({ reveal: [top + scrollY, bottom + scrollY] });
    })));

  const receive = (element, port, { attributes = [], properties = [], page, call, id }) => {
    for (const [name, value] of attributes) set(element, name, value);
    for (const [name, value] of properties) set(element, name, value);
    if (page && page !== element._page) {
      element._page = page;
      element._later((later) => later.changed(element, "links"));
    }
    if (call === "go") {
      element._later((later) => {
        later.goToSection(element, id);
        // A frame that is not in focus itself hears nothing of what gets it.
        const button = element._id(`${id}-button`);
        if (button) reveal(port, button);
      });
    } else if (/^(open|close)(Section|All)$/.test(call)) element[call](id);
  };

  // As soon as the element is there, before anything of it is painted.
  const watcher = new MutationObserver(() => {
    const element = document.querySelector(NAME);
    if (!element) return;
    watcher.disconnect();
    begin(element);
  });
  watcher.observe(document, { childList: true, subtree: true });
})();
