/**
 * The PNG of a picture, by fonts that come with the product: a machine without any Chinese font draws the same. Drawn by
 * WebAssembly, which needs no binary of the machine's own and keeps the fonts in memory; the native library reads them
 * from disk for every character, which takes three times as long.
 */
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { drawingFile, fontFiles } from "./tools.ts";

const family = "Noto Sans SC";

async function readTools() {
  // Compiled once and plainly: the second, better compilation takes 70 MB and the processors from whoever looks at a page.
  setFlagsFromString("--liftoff-only");
  await initWasm(readFileSync(drawingFile()));
  return fontFiles().map((file) => readFileSync(file));
}
let tools: ReturnType<typeof readTools> | null = null;

/** The bytes of a PNG with so many dots for each px; the same text gives the same bytes. */
export async function pngOfSvg(svg: string, scale: number): Promise<Uint8Array> {
  tools ??= readTools();
  const font = { loadSystemFonts: false, fontBuffers: await tools, defaultFontFamily: family, sansSerifFamily: family };
  const drawing = new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
