// Starts the builder page, or says that it does not start.

const place = document.getElementById("builder");

try {
  const { default: start } = await import("./builder.js");
  await start({ module_or_path: new URL("builder_bg.wasm", import.meta.url) });
} catch (error) {
  console.warn("builder:", error);
  place.querySelector(".waiting")?.setAttribute("hidden", "");
  place.querySelector(".failed")?.removeAttribute("hidden");
}
