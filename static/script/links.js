// The addresses of sections.

import { addressOf, allIn } from "./readers.js";
import { warn } from "./warnings.js";

/** What stands before a section's id in links of this page. */
export function anchor(element) {
  return element._page ?? `${element._view.location.href.split("#")[0]}#${element._name}-`;
}

/** The same in an address for a reader to keep and hand on. */
export function anchorToKeep(element) {
  return element._page ?? `${pageOf(element)}#${element._name}-`;
}

/**
 * The page's address without what may be meant for one visitor alone: as the page states it, else as it names its
 * canonical address on its own site, else without query, name and password.
 */
export function pageOf(element) {
  const stated = element.page.trim();
  const page = webAddress(stated);
  if (stated && !page) warn(`\`page\` has the value \`${stated}\`, but allowed is an address with http or https; using that of the page`);
  const [link] = allIn(document, 'head > link[rel~="canonical" i][href]');
  const canonical = webAddress(link?.getAttribute("href"));
  if (page) return page.href;
  if (canonical?.origin === location.origin) return canonical.href;
  const own = withoutSecrets(new URL(location.href));
  own.search = "";
  return own.href;
}

/** An address of the web, seen from the page; nothing for all else. */
function webAddress(text) {
  if (!text) return null;
  try {
    const address = new URL(text, addressOf(document));
    return /^https?:$/.test(address.protocol) ? withoutSecrets(address) : null;
  } catch {
    return null;
  }
}

function withoutSecrets(address) {
  address.username = address.password = address.hash = "";
  return address;
}

export function setLinks(element) {
  for (const link of element._all("a[data-section]")) {
    if (element._id(link.dataset.section + "-body")) link.href = anchor(element) + link.dataset.section;
    // A page that leaves a section out has no place to lead to.
    else link.removeAttribute("href");
  }
}
