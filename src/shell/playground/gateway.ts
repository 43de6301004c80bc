import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord.js";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import type { Clock } from "./clock.ts";
import { createSessions, type Frame, type GatewayEvent, type Session } from "./gateway-sessions.ts";
import { guildCreateJson } from "./guild-json.ts";
import { serversOf, userJson, type World } from "./world.ts";

/** The gateway of this Discord: what the bot hears, and how its socket can be made to fail. */
export interface Gateway {
	/** Tells the bot; while its socket is gone, once it has resumed. */
	readonly dispatch: (event: GatewayEvent) => void;
	/** Takes over a request that wants to become a WebSocket. */
	readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
	/** Cuts every socket without a word; the bot may resume. */
	readonly drop: () => void;
	/** Tells every bot that its session is no more, or that it may resume (opcode 9). */
	readonly invalidate: (resumable: boolean) => void;
	/** Tells every bot to come back on a new socket (opcode 7). */
	readonly askToReconnect: () => void;
	/** Ends every session and closes its socket with a code, for which the bot may not come back. */
	readonly turnAway: (code: GatewayCloseCodes) => void;
	/** How many sessions have a socket. */
	readonly connected: () => number;
	/** Runs once, when a session is ready; at once if one is. */
	readonly whenReady: (then: () => void) => void;
	readonly close: () => void;
}

/** What a gateway needs to know. */
export interface GatewayOptions {
	readonly world: World;
	readonly token: string;
	readonly clock: Pick<Clock, "now">;
	/** A new session's id. */
	readonly sessionId: () => string;
	/** Where bots resume: "ws://127.0.0.1:4747". */
	readonly address: () => string;
	/** Hears why a socket was closed on a bot. */
	readonly refused: (code: GatewayCloseCodes, reason: string) => void;
}

/** What Discord sends; the client beats its heart this often, in milliseconds. */
const heartbeatInterval = 41_250;
/** The most frames of a socket in a minute: https://docs.discord.com/developers/events/gateway#rate-limiting */
const framesPerMinute = 120;

const privileged =
	GatewayIntentBits.GuildMembers |
	GatewayIntentBits.GuildPresences |
	GatewayIntentBits.MessageContent;

const clientFrame = z.object({ op: z.int(), d: z.unknown().optional() });
const identify = z.object({
	token: z.string(),
	intents: z.int().min(0),
	properties: z.record(z.string(), z.unknown()),
	shard: z.tuple([z.int(), z.int().min(1)]).default([0, 1]),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

/** A gateway with nobody on it. */
export function createGateway(options: GatewayOptions): Gateway {
	const server = new WebSocketServer({ noServer: true });
	const sessions = createSessions();
	const waiting: (() => void)[] = [];
	const each = (act: (socket: WebSocket) => void) => {
		for (const socket of server.clients) act(socket);
	};
	server.on("connection", socket => {
		serve(socket, {
			...options,
			sessions,
			ready: () => {
				for (const then of waiting.splice(0)) then();
			},
		});
	});
	const connected = () => sessions.all().filter(session => session.send !== null).length;
	return {
		dispatch: sessions.dispatch,
		upgrade: (request, socket, head) =>
			server.handleUpgrade(request, socket, head, ws => server.emit("connection", ws, request)),
		drop: () => each(socket => socket.terminate()),
		invalidate: resumable => {
			for (const { id, send } of sessions.all())
				if (resumable) sessions.detach(id, send);
				else sessions.forget(id);
			each(socket => sendTo(socket)(frame(GatewayOpcodes.InvalidSession, resumable)));
		},
		askToReconnect: () => {
			// What happens from here on is sent once, when the session is back.
			for (const { id, send } of sessions.all()) sessions.detach(id, send);
			each(socket => sendTo(socket)(frame(GatewayOpcodes.Reconnect, null)));
		},
		turnAway: code => {
			for (const { id } of sessions.all()) sessions.forget(id);
			each(socket => socket.close(code, GatewayCloseCodes[code]));
		},
		connected,
		whenReady: then => {
			if (connected() > 0) then();
			else waiting.push(then);
		},
		close: () => {
			each(socket => socket.terminate());
			server.close();
		},
	};
}

interface Serving extends GatewayOptions {
	readonly sessions: ReturnType<typeof createSessions>;
	readonly ready: () => void;
}

/** One socket: which session speaks over it, once one does. */
interface Line {
	readonly socket: WebSocket;
	readonly send: (frame: Frame) => void;
	readonly serving: Serving;
	/** The session's id; null before the bot has said who it is. */
	readonly session: string | null;
}

function frame(op: GatewayOpcodes, d: unknown): Frame {
	return { op, d, s: null, t: null };
}

function sendTo(socket: WebSocket): (frame: Frame) => void {
	return one => socket.send(JSON.stringify(one));
}

function serve(socket: WebSocket, serving: Serving): void {
	let line: Line = { socket, send: sendTo(socket), serving, session: null };
	const { now } = serving.clock;
	let minute = { since: now(), frames: 0 };
	socket.on("message", data => {
		if (now() - minute.since >= 60_000) minute = { since: now(), frames: 0 };
		minute.frames += 1;
		if (minute.frames > framesPerMinute)
			hangUp(line, GatewayCloseCodes.RateLimited, "Rate limited.");
		else line = heard(line, String(data));
	});
	socket.on("close", code => {
		if (line.session === null) return;
		// A bot that says goodbye properly does not come back to its session.
		if (code === 1000 || code === 1001) serving.sessions.forget(line.session);
		else serving.sessions.detach(line.session, line.send);
	});
	socket.on("error", () => socket.terminate());
	line.send(frame(GatewayOpcodes.Hello, { heartbeat_interval: heartbeatInterval }));
}

function hangUp(line: Line, code: GatewayCloseCodes, reason: string): Line {
	line.serving.refused(code, reason);
	line.socket.close(code, reason);
	return line;
}

type Hear = (line: Line, content: unknown) => Line;

const hear: Readonly<Record<number, Hear>> = {
	[GatewayOpcodes.Heartbeat]: line => {
		line.send(frame(GatewayOpcodes.HeartbeatAck, null));
		return line;
	},
	[GatewayOpcodes.Identify]: onIdentify,
	[GatewayOpcodes.Resume]: onResume,
	// How the bot shows itself, and which voices it joins, changes nothing here.
	[GatewayOpcodes.PresenceUpdate]: line => line,
	[GatewayOpcodes.VoiceStateUpdate]: line => line,
};

function heard(line: Line, text: string): Line {
	const parsed = clientFrame.safeParse(readJson(text));
	if (!parsed.success)
		return hangUp(line, GatewayCloseCodes.DecodeError, "Error while decoding payload.");
	const act = hear[parsed.data.op];
	if (act === undefined) return hangUp(line, GatewayCloseCodes.UnknownOpcode, "Unknown opcode.");
	return act(line, parsed.data.d);
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function onIdentify(line: Line, content: unknown): Line {
	const { serving, send } = line;
	const asked = identify.safeParse(content);
	if (line.session !== null)
		return hangUp(line, GatewayCloseCodes.AlreadyAuthenticated, "Already authenticated.");
	if (!asked.success)
		return hangUp(line, GatewayCloseCodes.DecodeError, "Error while decoding payload.");
	const { token, intents, shard } = asked.data;
	if (token !== serving.token)
		return hangUp(line, GatewayCloseCodes.AuthenticationFailed, "Authentication failed.");
	if ((intents & privileged) !== 0)
		return hangUp(line, GatewayCloseCodes.DisallowedIntents, "Disallowed intent(s).");
	const session = { id: serving.sessionId(), intents, shard, send };
	serving.sessions.open(session);
	welcome(serving, session);
	serving.ready();
	return { ...line, session: session.id };
}

function welcome(
	{ world, sessions, address }: Serving,
	{ id, shard }: Pick<Session, "id" | "shard">,
): void {
	const guilds = serversOf(world, world.bot.id);
	sessions.dispatchTo(id, "READY", {
		v: 10,
		user: userJson(world.bot),
		guilds: guilds.map(guild => ({ id: guild.id, unavailable: true })),
		session_id: id,
		session_type: "normal",
		resume_gateway_url: address(),
		shard,
		application: { id: world.applicationId, flags: 0 },
		private_channels: [],
		_trace: ["playground"],
	});
	for (const guild of guilds)
		sessions.dispatchTo(id, "GUILD_CREATE", guildCreateJson(world, guild));
}

function onResume(line: Line, content: unknown): Line {
	const { serving, send } = line;
	const asked = resume.safeParse(content);
	if (!asked.success)
		return hangUp(line, GatewayCloseCodes.DecodeError, "Error while decoding payload.");
	const { token, session_id, seq } = asked.data;
	if (token !== serving.token)
		return hangUp(line, GatewayCloseCodes.AuthenticationFailed, "Authentication failed.");
	const session = serving.sessions.find(session_id);
	if (session === null) {
		send(frame(GatewayOpcodes.InvalidSession, false));
		return line;
	}
	if (seq > session.sequence) return hangUp(line, GatewayCloseCodes.InvalidSeq, "Invalid seq.");
	serving.sessions.resume(session_id, seq, send);
	return { ...line, session: session_id };
}
