import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attachmentReader } from "../../../src/shell/discord/attachments.ts";

let server: Server;
let origin = "";
let answer = (response: ServerResponse): unknown => response.end();

beforeEach(async () => {
	server = createServer((_request, response) => void answer(response));
	await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
	server.closeAllConnections();
	await new Promise(resolve => server.close(resolve));
});

function read(place = `${origin}/cdn/attachments/1/2/a%20page.html`) {
	return attachmentReader(`${origin}/api`)(place);
}

describe("an attachment", () => {
	it("is read with its name and type", async () => {
		answer = response => response.writeHead(200, { "Content-Type": "text/html" }).end("<p>Hi");
		const file = await read();
		expect(file).toMatchObject({ kind: "file", name: "a page.html", contentType: "text/html" });
		expect(file.kind === "file" && Buffer.from(file.bytes).toString()).toBe("<p>Hi");
	});

	it.each([
		["elsewhere", "https://files.example/1/2/a.html", "no file that Discord keeps"],
		["nowhere", "a.html", "no file that Discord keeps"],
		["on this machine", "file:///etc/hostname", "no file that Discord keeps"],
	])("that is %s is not looked for", async (_where, place, reason) => {
		expect(await read(place)).toMatchObject({
			kind: "refused",
			reason: expect.stringContaining(reason),
		});
	});

	it("that Discord has forgotten says so", async () => {
		answer = response => response.writeHead(404).end();
		expect(await read()).toMatchObject({ reason: "Discord does not hold the file any more" });
	});

	it("that leads elsewhere is not followed", async () => {
		answer = response => response.writeHead(302, { Location: "http://10.0.0.7/" }).end();
		expect(await read()).toMatchObject({ reason: "Discord did not hand the file over" });
	});

	it("that is too large is not read to its end", async () => {
		answer = response => {
			response.writeHead(200);
			const part = Buffer.alloc(2 ** 20);
			for (let parts = 0; parts < 12; parts += 1) response.write(part);
		};
		expect(await read()).toMatchObject({ reason: expect.stringContaining("larger than") });
	});

	it("is Discord's own where no other API is named", async () => {
		const file = await attachmentReader(null)(`${origin}/cdn/attachments/1/2/a.html`);
		expect(file).toMatchObject({ kind: "refused" });
	});
});
