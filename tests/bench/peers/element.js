// An accordion as one is commonly made with Lit. The benchmark bundles it with the words of the release.
import { LitElement, css, html } from "lit";

/** The base of the element; what extends it gives the words. */
export class Accordion extends LitElement {
  static properties = { open: { state: true } };

  static styles = css`
    button { font: inherit; text-align: start; width: 100%; padding: 0.75rem; }
    h2 { margin: 0; }
  `;

  constructor() {
    super();
    this.open = new Set(["at-a-glance"]);
  }

  #toggle(id) {
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  }

  section(id, heading, body) {
    const open = this.open.has(id);
    return html`
      <section>
        <h2>
          <button type="button" aria-expanded=${open} aria-controls="${id}-body" @click=${() => this.#toggle(id)}>
            ${heading}
          </button>
        </h2>
        <div id="${id}-body" ?hidden=${!open}>${body}</div>
      </section>
    `;
  }
}
