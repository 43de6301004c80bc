#!/usr/bin/env node
import process from "node:process";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

/*
 * Copies what is kept as files in DATA_DIR into the empty database of DATABASE_URL. The files stay.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });

const { runMove } = await import("../src/shell/storage/move-to-database.ts");
const { stdout, stderr } = process;
process.exitCode = await runMove({ root, stdout, stderr, clock: () => new Date() });
