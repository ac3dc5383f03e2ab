// What a page holds in memory once all garbage is collected.

/** What is dropped late needs more than one collection. */
const COLLECTIONS = 3;

/** How long the browser is left alone between two of them, in milliseconds. */
const PAUSE = 150;

/** The bytes of a visit's processes: script and its buffers, nodes, and the memories of WebAssembly. */
export async function memory(visit) {
  const sizes = await Promise.all(visit.sessions.map((session) => sizeOf(visit, session)));
  return sizes.reduce((sum, size) => sum + size);
}

async function sizeOf(visit, session) {
  let least = Infinity;
  for (let collection = 0; collection < COLLECTIONS; collection += 1) {
    await visit.send("HeapProfiler.collectGarbage", {}, session);
    const heap = await visit.send("Runtime.getHeapUsage", {}, session);
    least = Math.min(least, heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return least + (await wasmMemory(visit, session));
}

/** Chromium does not count the memories of WebAssembly among what script holds. */
async function wasmMemory(visit, session) {
  const { result } = await visit.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" }, session);
  const prototype = { prototypeObjectId: result.objectId };
  const { objects } = await visit.send("Runtime.queryObjects", prototype, session);
  const sum = await visit.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }",
    returnByValue: true,
  }, session);
  return sum.result.value;
}
