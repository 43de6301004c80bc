import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { readBody } from "../request-body.ts";
import type { Outcome } from "./deed.ts";
import type { PersonSide } from "./person.ts";
import { personInteraction, personMessage } from "./person-request.ts";

/** What goes back over HTTP; null once the response is kept open for events. */
export type PersonAnswer = { readonly status: number; readonly body: unknown } | null;

interface Asked {
	readonly url: URL;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly side: PersonSide;
}

interface PersonRoute {
	readonly method: "GET" | "POST";
	readonly path: RegExp;
	readonly act: (asked: Asked, channel: string) => PersonAnswer | Promise<PersonAnswer>;
}

const routes: readonly PersonRoute[] = [
	{
		method: "GET",
		path: /^\/person\/state$/,
		act: ({ url, side }) =>
			answered(side.state(url.searchParams.get("user"), url.searchParams.get("channel"))),
	},
	{
		method: "GET",
		path: /^\/person\/channels\/(\d+)\/messages$/,
		act: ({ url, side }, channel) => answered(side.messages(userOf(url), channel)),
	},
	{
		method: "POST",
		path: /^\/person\/channels\/(\d+)\/messages$/,
		act: ({ request, side }, channel) =>
			withBody(request, personMessage, said => side.say(channel, said)),
	},
	{
		method: "POST",
		path: /^\/person\/interactions$/,
		act: ({ request, side }) => withBody(request, personInteraction, side.interact),
	},
	{ method: "GET", path: /^\/person\/events$/, act: streamEvents },
];

/** Answers a request of a person's client. */
export function answerPerson(asked: Asked): PersonAnswer | Promise<PersonAnswer> {
	for (const { method, path, act } of routes) {
		const match = path.exec(asked.url.pathname);
		if (match !== null && method === asked.request.method) return act(asked, match[1] ?? "");
	}
	return { status: 404, body: { error: "There is no such address." } };
}

function userOf(url: URL): string {
	return url.searchParams.get("user") ?? "";
}

function answered(outcome: Outcome<unknown>): PersonAnswer {
	return outcome.kind === "done"
		? { status: 200, body: outcome.value }
		: { status: 400, body: { error: outcome.error } };
}

async function withBody<Body>(
	request: IncomingMessage,
	schema: z.ZodType<Body>,
	act: (body: Body) => Outcome<unknown> | Promise<Outcome<unknown>>,
): Promise<PersonAnswer> {
	const body = await readBody(request);
	if (body.kind === "refused") return { status: body.status, body: { error: body.message } };
	const parsed = schema.safeParse(body.json);
	if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
	return answered(await act(parsed.data));
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
function streamEvents({ url, response, side }: Asked): PersonAnswer {
	const listening = side.listen(userOf(url), event => {
		response.write(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
	});
	if (listening.kind === "turned-down") return answered(listening);
	response.on("close", listening.value);
	response.writeHead(200, {
		"Content-Type": "text/event-stream",
		"Cache-Control": "no-store",
	});
	// Sent at once, so that the client knows that nothing is missed from here on.
	response.write(": listening\n\n");
	return null;
}
