// Starts the builder page, or says that it does not start.

const place = document.getElementById("builder");

const start = async () => {
  const { default: begin } = await import(/** @type {any} */ ("./builder.js"));
  await begin({ module_or_path: new URL("builder_bg.wasm", import.meta.url) });
};

start().catch((error) => {
  console.warn("builder:", error);
  place?.querySelector(".waiting")?.setAttribute("hidden", "");
  place?.querySelector(".failed")?.removeAttribute("hidden");
});
