// The addresses of sections.

/** @import { Session } from "./session.js" */

import { kit } from "./kit.js";
import { allIn, baseAddressOf } from "./readers.js";
import { warn } from "./warnings.js";

const { valueOf } = kit;

/**
 * What stands before a section's id in links of this page.
 *
 * @param {Session} session
 */
export function anchor(session) {
  return session.controller.holder?.page ?? `${session.view.location.href.split("#")[0]}#${session.name}-`;
}

/**
 * The same in an address for a reader to keep and hand on.
 *
 * @param {Session} session
 */
export function anchorToKeep(session) {
  return session.controller.holder?.page ?? `${pageOf(session)}#${session.name}-`;
}

/**
 * The page's address without what may be meant for one visitor alone: as the page states it, else as it names its
 * canonical address on its own site, else without query, name and password.
 *
 * @param {Session} session
 */
export function pageOf(session) {
  const page = webAddress(statedPageOf(session));
  const [link] = allIn(document, 'head > link[rel~="canonical" i][href]');
  const canonical = webAddress(link?.getAttribute("href") ?? "");
  if (page) return page.href;
  if (canonical?.origin === location.origin) return canonical.href;
  const own = withoutSecrets(new URL(location.href));
  own.search = "";
  return own.href;
}

/**
 * Says so where the page states an address that is none.
 *
 * @param {Session} session
 */
export function checkPage(session) {
  const stated = statedPageOf(session);
  if (stated && !webAddress(stated)) {
    warn(
      `\`page\` has the value \`${stated}\`, but allowed is an address with http or https; using that of the page`,
    );
  }
}

/** @param {Session} session */
function statedPageOf({ element }) {
  return valueOf(element, "page").trim();
}

/**
 * An address of the web, seen from the page; nothing for all else.
 *
 * @param {string} text
 */
function webAddress(text) {
  if (!text) return null;
  try {
    const address = new URL(text, baseAddressOf(document));
    return /^https?:$/.test(address.protocol) ? withoutSecrets(address) : null;
  } catch {
    return null;
  }
}

/** @param {URL} address */
function withoutSecrets(address) {
  address.username = address.password = address.hash = "";
  return address;
}

/**
 * Has links lead to sections by the page's address, or not at all.
 *
 * @param {Session} session
 */
export function setLinks(session) {
  for (const link of /** @type {HTMLAnchorElement[]} */ (session.all("a[data-section]"))) {
    const { section } = link.dataset;
    if (session.byId(section + "-body")) link.href = anchor(session) + section;
    // A page that leaves a section out has no place to lead to.
    else link.removeAttribute("href");
  }
}
