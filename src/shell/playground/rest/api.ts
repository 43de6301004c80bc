import type { IncomingMessage } from "node:http";
import type { Clock } from "../clock.ts";
import type { Fault, FaultBox } from "../faults.ts";
import { type Counted, type Passage, tooManyRequests } from "../rate-limits.ts";
import { type NestedErrors, type Refusal, refuse } from "../refusal.ts";
import { readBody } from "../request-body.ts";
import type { Scene } from "../scene.ts";
import { botRoutes } from "./bot-routes.ts";
import { channelRoutes } from "./channel-routes.ts";
import { commandRoutes } from "./command-routes.ts";
import { guildRoutes } from "./guild-routes.ts";
import { interactionRoutes } from "./interaction-routes.ts";
import type { Reply, Route } from "./route.ts";
import { webhookRoutes } from "./webhook-routes.ts";

/** Something that the bot asked for and that was turned down. */
export interface RecordedRefusal {
	/** "POST", or "GATEWAY" for a socket that was closed. */
	readonly method: string;
	/** Under /api/v10. */
	readonly path: string;
	readonly status: number;
	readonly code: number;
	readonly message: string;
	readonly errors: NestedErrors | null;
}

/** What goes back over HTTP. */
export interface Answered {
	readonly status: number;
	/** Undefined: no body. */
	readonly body: unknown;
	readonly headers: Readonly<Record<string, string>>;
}

/** What the API stands on. */
export interface ApiOptions {
	readonly scene: Scene;
	readonly token: string;
	readonly passage: (counted: Counted) => Passage;
	readonly draw: FaultBox["draw"];
	readonly record: (refusal: RecordedRefusal) => void;
}

/** Order matters: of two routes that fit, the first is taken ("/users/@me/guilds" before "/users/:user"). */
const routes: readonly Route[] = [
	...botRoutes,
	...guildRoutes,
	...channelRoutes,
	...commandRoutes,
	...interactionRoutes,
	...webhookRoutes,
];

interface Found {
	readonly kind: "found";
	readonly route: Route;
	readonly params: Readonly<Record<string, string>>;
}

/** Answers a request under /api/v10, and records it when it is refused. */
export async function answerApi(
	request: IncomingMessage,
	url: URL,
	options: ApiOptions,
): Promise<Answered> {
	const method = request.method ?? "GET";
	const path = url.pathname.replace(/^\/api\/v10/, "");
	const fault = await drawn(options, method, path);
	if (fault !== null) return fault;
	const turnDown = ({ kind: _, ...refusal }: Refusal) =>
		options.record({ method, path, ...refusal });
	const found = findRoute(method, path);
	if (found.kind === "refused") {
		turnDown(found);
		return { ...answered(found), headers: {} };
	}
	const { headers, wait } = passageOf(found, options);
	if (wait !== null) {
		const late = tooManyRequests(wait);
		const { status, body } = late;
		options.record({ method, path, status, code: 0, message: body.message, errors: null });
		return { ...late, headers: { ...headers, ...late.headers } };
	}
	const reply = await carryOut({ request, url, found }, options);
	if (reply.kind === "refused") turnDown(reply);
	return { ...answered(reply), headers };
}

function drawn(
	{ draw, scene }: ApiOptions,
	method: string,
	path: string,
): Promise<Answered | null> {
	const fault = draw(method, path);
	if (fault === null) return Promise.resolve(null);
	return faultAnswers[fault.kind](fault as never, scene.clock);
}

type Met<Kind extends Fault["kind"]> = (
	fault: Extract<Fault, { kind: Kind }>,
	clock: Clock,
) => Promise<Answered | null>;

const faultAnswers: { readonly [Kind in Fault["kind"]]: Met<Kind> } = {
	failure: () =>
		Promise.resolve({
			status: 500,
			body: { message: "500: Internal Server Error", code: 0 },
			headers: {},
		}),
	"rate-limit": ({ seconds }) => Promise.resolve(tooManyRequests({ seconds, global: false })),
	delay: ({ milliseconds }, clock) =>
		new Promise(resolve => clock.after(milliseconds, () => resolve(null))),
};

function findRoute(method: string, path: string): Found | Refusal {
	const fitting = routes.flatMap(route => {
		const params = match(route.path, path);
		return params === null ? [] : [{ kind: "found" as const, route, params }];
	});
	if (fitting.length === 0) return refuse("notFound");
	return fitting.find(({ route }) => route.method === method) ?? refuse("methodNotAllowed");
}

function match(pattern: string, path: string): Readonly<Record<string, string>> | null {
	const wanted = pattern.split("/");
	const given = path.split("/");
	if (wanted.length !== given.length) return null;
	const params: Record<string, string> = {};
	for (const [index, part] of wanted.entries()) {
		const text = decoded(given[index] ?? "");
		if (part.startsWith(":")) params[part.slice(1)] = text;
		else if (part !== text) return null;
	}
	return params;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The parts of a path by which Discord counts separately. */
const majors = ["channel", "guild", "interaction", "token", "application"];

function passageOf({ route, params }: Found, { passage }: ApiOptions): Passage {
	return passage({
		route: `${route.method} ${route.path}`,
		about: majors.map(major => params[major] ?? "").join(" "),
		global: route.access === "bot",
	});
}

interface Carried {
	readonly request: IncomingMessage;
	readonly url: URL;
	readonly found: Found;
}

async function carryOut(
	{ request, url, found }: Carried,
	{ scene, token }: ApiOptions,
): Promise<Reply> {
	const { route, params } = found;
	if (route.access === "bot" && request.headers.authorization !== `Bot ${token}`)
		return refuse("unauthorized");
	const body = await readBody(request);
	if (body.kind === "refused") return body;
	const { json, uploads } = body;
	return route.act({ scene, params, query: url.searchParams, body: json, uploads });
}

function answered(reply: Reply): Omit<Answered, "headers"> {
	if (reply.kind === "empty") return { status: 204, body: undefined };
	if (reply.kind === "json") return { status: reply.status, body: reply.body };
	const { message, code, errors, status } = reply;
	return { status, body: { message, code, ...(errors === null ? {} : { errors }) } };
}
