// An accordion as one is commonly made with Preact. The benchmark bundles it with the words of the release.
import { useState } from "preact/hooks";

/** A section that opens and closes. */
export function Section({ id, heading, children }) {
  const [open, setOpen] = useState(id === "at-a-glance");
  return (
    <section>
      <h2>
        <button type="button" aria-expanded={open} aria-controls={`${id}-body`} onClick={() => setOpen(!open)}>
          {heading}
        </button>
      </h2>
      <div id={`${id}-body`} hidden={!open}>{children}</div>
    </section>
  );
}
