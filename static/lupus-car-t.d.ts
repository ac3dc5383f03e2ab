/** The types of the element `<lupus-car-t>`, for TypeScript. */

/** What each attribute of the element can be. Those but `id` and `lang` are properties of the same name, too. */
export interface LupusCarTAttributes {
  /** `none`, `all`, or ids of sections with spaces between them. */
  open?: string;
  /** The level of the section headings. */
  "heading-level"?: "2" | "3" | "4" | "5";
  /** When WebAssembly starts: once the element is near the screen or used, or at once. */
  loading?: "lazy" | "eager";
  /** `auto`: your page decides, then the reader's system. */
  theme?: "auto" | "light" | "dark";
  /** A language that the explainer exists in. */
  lang?: string;
  /** `all`, or ids of sections in the wanted order. */
  sections?: string;
  /** `none`, or the id of the path that stands open and is followed. */
  path?: string;
  /** Whether the explainer is shown in the element, or in a frame of its own. */
  mode?: "element" | "frame";
  /** Whether what the reader has opened, noted and set is kept until the tab is closed. */
  remember?: "none" | "session";
  /** Whether the page's address is followed, and links to sections can be copied. */
  links?: "on" | "off";
  /** Whether each section asks "Was this clear?". */
  feedback?: "off" | "on";
  /** Whose emergency number, crisis line, organization and trial register the text names; `auto`: that of `lang`. */
  region?: LupusCarTRegion;
  /** The address of your page, for readers to copy and to share. */
  page?: string;
  /** Where the files are: an address, seen from the script. */
  base?: string;
  /** What stands before the section's id in links to a section. */
  id?: string;
}

/** `auto`, `none`, or a region by its code. */
export type LupusCarTRegion =
  | "auto" | "none" | "us" | "gb" | "ca" | "au" | "ie" | "de" | "at" | "ch" | "es" | "mx" | "fr" | "br" | "pt";

/** What failed, in `lct-error`. */
export type LupusCarTStage = "text" | "load" | "start" | "run" | "frame";

/** The events of the element. They bubble, and pass out of shadow roots. */
export interface LupusCarTEventMap {
  /** WebAssembly has taken over. */
  "lct-ready": CustomEvent<null>;
  /** A section has opened or closed. */
  "lct-toggle": CustomEvent<{ section: string; open: boolean }>;
  /** The text is shown in another language. */
  "lct-language": CustomEvent<{ lang: string }>;
  /** The day of the next review has passed. */
  "lct-stale": CustomEvent<{ due: string }>;
  /** A reader has said whether a section was clear. */
  "lct-feedback": CustomEvent<{ section: string; clear: boolean }>;
  /** Something failed. */
  "lct-error": CustomEvent<{ stage: LupusCarTStage; reason: string }>;
}

/**
 * The element `<lupus-car-t>`. Its slots are `title`, `contact`, `review` and `publisher`. A property that is set to
 * nothing takes its attribute away.
 */
export interface LupusCarTElement extends HTMLElement {
  get open(): string;
  set open(value: string | readonly string[] | null | undefined);
  get headingLevel(): string;
  set headingLevel(value: string | number | null | undefined);
  get loading(): string;
  set loading(value: string | null | undefined);
  get theme(): string;
  set theme(value: string | null | undefined);
  get sections(): string;
  set sections(value: string | readonly string[] | null | undefined);
  get path(): string;
  set path(value: string | null | undefined);
  get mode(): string;
  set mode(value: string | null | undefined);
  get remember(): string;
  set remember(value: string | null | undefined);
  get links(): string;
  set links(value: string | null | undefined);
  get feedback(): string;
  set feedback(value: string | null | undefined);
  get region(): string;
  set region(value: string | null | undefined);
  get page(): string;
  set page(value: string | null | undefined);
  get base(): string;
  set base(value: string | null | undefined);

  /** Opens a section; one that does not exist changes nothing. */
  openSection(id: string): void;
  /** Closes a section. */
  closeSection(id: string): void;
  /** Opens all sections. */
  openAll(): void;
  /** Closes all sections. */
  closeAll(): void;
  /** Prints the explainer, without the page around it. */
  print(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "lupus-car-t": LupusCarTElement;
  }

  // For elements, documents and windows: the events bubble.
  interface GlobalEventHandlersEventMap extends LupusCarTEventMap {}
}
