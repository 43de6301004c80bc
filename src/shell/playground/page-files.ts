import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** A file to be sent as it is. */
export interface SentFile {
	readonly bytes: Uint8Array;
	readonly headers: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
	html: "text/html; charset=utf-8",
	js: "text/javascript; charset=utf-8",
	css: "text/css; charset=utf-8",
	svg: "image/svg+xml",
	png: "image/png",
};

/** The page loads from here alone; outlets' pictures, if any, may come from elsewhere. */
const policy = [
	"default-src 'self'",
	"img-src 'self' data: blob: https:",
	"style-src 'self' 'unsafe-inline'",
	"frame-ancestors 'none'",
	"base-uri 'none'",
	"form-action 'self'",
].join("; ");

const folder = new URL("./page/", import.meta.url);

/**
 * A file of the page by its path, "/" being index.html; null when there is none. Only plain names are
 * looked up, so no path leads out of the page's folder.
 */
export async function pageFile(path: string): Promise<SentFile | null> {
	const name = path === "/" ? "index.html" : path.slice(1);
	const type = types[/^[a-z0-9-]+\.([a-z]+)$/.exec(name)?.[1] ?? ""];
	if (type === undefined) return null;
	const bytes = await readFile(fileURLToPath(new URL(name, folder))).catch(() => null);
	if (bytes === null) return null;
	const headers = {
		"Content-Type": type,
		"Cache-Control": "no-cache",
		"Content-Security-Policy": policy,
		"X-Content-Type-Options": "nosniff",
		"Referrer-Policy": "no-referrer",
	};
	return { bytes, headers };
}
