import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precompress } from "./precompress.ts";

// What is built is what people are served, whoever asks for the build: a NODE_ENV of the tests would build the slow, large React of developers.
if (process.argv.includes("build")) process.env.NODE_ENV = "production";

export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    // County offices run browsers built on Chromium 100 and later.
    target: ["chrome100", "edge100", "firefox100", "safari16"],
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: "frame",
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|use-sync-external-store)[\\/]/,
            },
            // What several pages share comes as one file: a slow line asks for two dozen small ones in turns.
            {
              name: "shared",
              test: /web[\\/]src[\\/](charts|components|lib|words)[\\/](?!zh-CN|en[\\/])/,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": process.env.API_ORIGIN ?? "http://127.0.0.1:3000" } },
});
