import type { IncomingMessage } from "node:http";
import { fileCountLimit, fileSizeLimit, type Upload } from "./files.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** A request's body: its JSON, undefined when there was none, and the files beside it. */
export interface Body {
	readonly kind: "body";
	readonly json: unknown;
	readonly uploads: readonly Upload[];
}

/** The most bytes of a body: as many files as may be, and the JSON around them. */
const bodyLimit = fileCountLimit * fileSizeLimit * 1.5;

/** Reads a request's body, JSON or multipart with `payload_json` and `files[n]`. */
export async function readBody(request: IncomingMessage): Promise<Body | Refusal> {
	const bytes = await readBytes(request);
	if (bytes === null) return refuse("tooLarge");
	if (bytes.length === 0) return { kind: "body", json: undefined, uploads: [] };
	const type = request.headers["content-type"] ?? "";
	return type.startsWith("multipart/form-data")
		? readMultipart(bytes, type)
		: parsed(bytes.toString("utf8"), []);
}

async function readBytes(request: IncomingMessage): Promise<Buffer | null> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request) {
		length += chunk.length;
		if (length > bodyLimit) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function parsed(text: string, uploads: readonly Upload[]): Body | Refusal {
	try {
		return { kind: "body", json: JSON.parse(text), uploads };
	} catch {
		return refuse("invalidJson");
	}
}

async function readMultipart(bytes: Buffer, type: string): Promise<Body | Refusal> {
	// Node's own reader of forms, so that no other is needed.
	const form = await new Response(bytes, { headers: { "content-type": type } })
		.formData()
		.catch(() => null);
	if (form === null) return refuse("invalidJson");
	const payload = form.get("payload_json");
	const files = [...form.entries()].flatMap(([name, value]) => {
		const index = /^files\[(\d+)\]$/.exec(name)?.[1];
		return index === undefined || typeof value === "string" ? [] : [upload(index, value)];
	});
	const uploads = await Promise.all(files);
	return typeof payload === "string"
		? parsed(payload, uploads)
		: { kind: "body", json: {}, uploads };
}

async function upload(index: string, file: File): Promise<Upload> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	return { index, name: file.name, type: typeOf(file), bytes };
}

// Discord goes by the name; discord.js says nothing of files of text.
const types: Readonly<Record<string, string>> = {
	csv: "text/csv; charset=utf-8",
	html: "text/html; charset=utf-8",
	json: "application/json; charset=utf-8",
	md: "text/markdown; charset=utf-8",
	pdf: "application/pdf",
	png: "image/png",
	svg: "image/svg+xml",
	txt: "text/plain; charset=utf-8",
};

function typeOf({ name, type }: File): string {
	const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
	return types[ending] ?? (type || "application/octet-stream");
}
