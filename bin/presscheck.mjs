#!/usr/bin/env node
import process from "node:process";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

// The project's own settings, wherever the program is started.
register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });

const { main } = await import("../src/cli.ts");
await main(process);
