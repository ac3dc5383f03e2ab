// What the WebAssembly exports, and what it is given: the other side of `src/host/widget.rs` and `panic.rs`, to which
// `tests/host/widget_module.rs` holds this.

import type { Kept } from "./storage.js";

/** A shown element, as the WebAssembly is given it. */
export interface WidgetSession {
  readonly element: HTMLElement;
  readonly mount: Element;
  /** With spaces between them. */
  readonly languages: string;
  toggled(section: string, open: boolean): void;
  kept(what: Kept): string;
  keep(what: Kept, text: string): void;
  feedback(section: string, clear: boolean): void;
  handOut(tool: string, text: string): void;
  show(place: HTMLElement, section: string): void;
  searchWords(): void;
  ready(): void;
}

/** One running explainer. */
export interface RunningWidget {
  setOpen(id: string, open: boolean): void;
  setAll(open: boolean): void;
  check(): void;
  recall(notes: string, look: string): void;
  learn(words: string): void;
  destroy(): void;
}

export interface WidgetModule {
  /** Makes an instance of the module. */
  default(source: { module_or_path: ArrayBuffer }): Promise<unknown>;
  onPanic(report: (reason: string) => void): void;
  start(session: WidgetSession): RunningWidget;
}
