/**
 * What the build knows and the scripts need. `site` gives each script a module of this name with what it asks for.
 */
declare module "built" {
  /** The path of a file, seen from the script's folder, and its hash. */
  export type BuiltFile = [path: string, integrity: string];

  /** The version of the release. */
  export const version: string;

  export const laterFile: BuiltFile;
  export const frameFile: BuiltFile;
  export const toolsFile: BuiltFile;
  export const styleFile: BuiltFile;
  export const widgetFile: BuiltFile;
  export const wasmFile: BuiltFile;

  /** What the search knows of each language. */
  export const searchFiles: Record<string, BuiltFile>;

  /** The text in each language. */
  export const textFiles: Record<string, BuiltFile>;

  /** Text by language, and the stylesheet as `style`, which embed.<lang>.js carries inside. */
  export const carried: Record<string, string>;

  /** The look of what is seen only once tools.js answers. */
  export const toolsStyle: string;

  /** The look of what stands around a frame. */
  export const frameStyle: string;

  /** What is around the explainer on paper, and the same where nothing but the explainer is printed. */
  export const printingStyle: string;
  export const printingAloneStyle: string;

  /** The custom properties that a host page may set, each with the kind of its value. */
  export const customProperties: Record<string, "color" | "length" | "font">;

  /** The name of the frame in each language. */
  export const titles: Record<string, string>;
}
