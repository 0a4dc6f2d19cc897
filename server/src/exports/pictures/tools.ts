/** The files by which pictures are drawn: fonts that come with the product, and the drawing tool. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const weights = ["400Regular", "600SemiBold"];

const names = {
  fonts: weights.map((weight) => `@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`),
  drawing: "@resvg/resvg-wasm/index_bg.wasm",
};

/** Where the fonts are, the regular weight first; throws where one is not. */
export const fontFiles = (): readonly string[] => names.fonts.map((name) => require.resolve(name));

/** Where the drawing tool is; throws where it is not. */
export const drawingFile = (): string => require.resolve(names.drawing);

/** The names of those that are not there. */
export const missingTools = (): readonly string[] =>
  [...names.fonts, names.drawing].filter((name) => {
    try {
      require.resolve(name);
      return false;
    } catch {
      return true;
    }
  });
