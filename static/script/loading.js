// Loading files of the explainer's own folder.

/** @import { BuiltFile } from "built" */

import { headOf, make, rootElementOf } from "./readers.js";
import { trusted } from "./trust.js";

/** @type {Map<string, Promise<any>>} */
const once = new Map();

/**
 * What `make` gives, which is asked for once, however many elements the page has, and from wherever; what failed may be
 * tried again.
 *
 * @template T
 * @param {string} key
 * @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
export const shared = (key, make) => {
  const promise = once.get(key) ?? make();
  once.set(key, promise);
  promise.catch(() => once.delete(key));
  return promise;
};

/**
 * What `promise` gives, unless it takes too long.
 *
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
export const inTime = (promise) => {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("it took over 30 seconds")), 30000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/**
 * The bytes or the text of a file. The browser refuses one that does not have the hash.
 *
 * @template {"text" | "arrayBuffer"} Kind
 * @param {string} base
 * @param {BuiltFile} file
 * @param {Kind} kind
 * @returns {Promise<Kind extends "text" ? string : ArrayBuffer>}
 */
export const fetched = (base, [path, integrity], kind) => {
  const load = async () => {
    const answer = await fetch(base + path, { integrity }).catch(async () => {
      throw await refusal(base, path);
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return /** @type {any} */ (answer[kind]());
  };
  return inTime(load());
};

/**
 * A module of the explainer. The same file with another `copy`, such as #1, is a module of its own.
 *
 * @param {string} base
 * @param {BuiltFile} file
 * @param {string} [copy]
 * @returns {Promise<any>}
 */
export const imported = (base, [path, integrity], copy = "") =>
  shared(path + copy, () => {
    // import() takes no hash, but takes what was loaded before.
    const loaded = new Promise((resolve, reject) => {
      const script = make("script");
      script.type = "module";
      script.integrity = integrity;
      script.src = trusted().createScriptURL(base + path + copy);
      script.onload = resolve;
      script.onerror = async () => reject(await refusal(base, path));
      (headOf(document) ?? rootElementOf(document)).append(script);
    });
    return inTime(loaded.then(() => import(base + path + copy)));
  });

/**
 * Why a file was refused, which a browser does not say. A second look does: hosts of a single page answer with that
 * page.
 *
 * @param {string} base
 * @param {string} path
 */
const refusal = async (base, path) => {
  let reason = "did not come";
  try {
    const answer = await fetch(base + path);
    if (!answer.ok) reason = "answered " + answer.status;
    else if (/<(!doctype|html)/i.test(await answer.text())) reason = "was answered with a page";
    else reason = "is not of this release, or the page's policy forbids it";
  } catch {
    // It did not come the second time either.
  }
  return new Error(`${path} ${reason}`);
};
