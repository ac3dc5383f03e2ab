// Loading files of the explainer's own folder.

import { headOf, make, rootElementOf } from "./readers.js";
import { trusted } from "./trust.js";

// Each thing is fetched once, however many elements the page has, and from wherever; what failed may be tried again.
const once = new Map();
export const shared = (key, make) => {
  if (!once.has(key)) once.set(key, make());
  once.get(key).catch(() => once.delete(key));
  return once.get(key);
};

// What `promise` gives, unless it takes too long.
export const inTime = (promise) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("it took over 30 seconds")), 30000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

// The browser refuses a file that does not have the hash.
export const fetched = (base, [path, integrity], read) => {
  const load = async () => {
    const answer = await fetch(base + path, { integrity }).catch(async () => {
      throw await refused(base, path);
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer[read]();
  };
  return inTime(load());
};

// A browser does not say why it refused a file. A second look does: hosts of a single page answer with that page.
const refused = async (base, path) => {
  let reason = "did not come";
  try {
    const answer = await fetch(base + path);
    if (!answer.ok) reason = "answered " + answer.status;
    else if (/<(!doctype|html)/i.test(await answer.text())) reason = "was answered with a page";
    else reason = "is not of this release";
  } catch {
    // It did not come the second time either.
  }
  return new Error(`${path} ${reason}`);
};

// The same file with another `copy`, such as #1, is a module of its own.
export const imported = (base, [path, integrity], copy = "") =>
  shared(path + copy, () => {
    // import() takes no hash, but takes what was loaded before.
    const loaded = new Promise((resolve, reject) => {
      const script = make("script");
      script.type = "module";
      script.integrity = integrity;
      script.src = trusted().createScriptURL(base + path + copy);
      script.onload = resolve;
      script.onerror = async () => reject(await refused(base, path));
      (headOf(document) ?? rootElementOf(document)).append(script);
    });
    return inTime(loaded.then(() => import(base + path + copy)));
  });
