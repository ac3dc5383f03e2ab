// Serves the release and the peers on 127.0.0.1, compressed, and counts what it sends.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const KINDS = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A path pattern of `_headers`, with the headers below it. */
function headerRules(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("#")) continue;
    if (/^\S/.test(line)) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*");
      rules.push({ path: new RegExp(`^${pattern}$`), headers: [] });
    } else if (line.includes(":")) {
      const colon = line.indexOf(":");
      rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/**
 * Serves folders, each below a path, such as `{ "/lupus-car-t/": "dist" }`.
 *
 * Every file is compressed once, by brotli at its highest level, before the first visit asks for it.
 * Where a folder has a `_headers`, its files are sent with what that says.
 */
export class Server {
  #folders;
  #files = new Map();
  #server;
  sent = [];

  constructor(folders) {
    this.#folders = Object.entries(folders).map(([path, folder]) => {
      const headers = join(folder, "_headers");
      return { path, folder, rules: existsSync(headers) ? headerRules(readFileSync(headers, "utf8")) : [] };
    });
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /** Starts on a free port and gives the address, without a slash at its end. */
  async start() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  end() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request, response) {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname));
    const file = this.#file(path);
    if (!file) {
      response.writeHead(404).end();
      this.sent.push({ path, bytes: 0, status: 404 });
      return;
    }
    this.sent.push({ path, bytes: file.bytes.length, status: 200 });
    response.writeHead(200, file.headers).end(file.bytes);
  }

  #file(path) {
    if (this.#files.has(path)) return this.#files.get(path);
    const root = this.#folders.find((it) => path.startsWith(it.path));
    const inside = root && path.slice(root.path.length);
    const name = root && join(root.folder, inside || "index.html");
    const file = name && existsSync(name) && statSync(name).isFile() ? this.#load(name, root.rules, inside) : null;
    this.#files.set(path, file);
    return file;
  }

  #load(name, rules, inside) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    const bytes = brotliCompressSync(readFileSync(name), { params });
    const headers = {
      "content-type": KINDS[extname(name)] ?? "application/octet-stream",
      "cache-control": "public, max-age=0, must-revalidate",
    };
    for (const rule of rules) {
      if (rule.path.test(`/${inside}`)) for (const [key, value] of rule.headers) headers[key.toLowerCase()] = value;
    }
    return { bytes, headers: { ...headers, "content-encoding": "br", "content-length": bytes.length } };
  }
}
