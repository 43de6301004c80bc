import { GatewayIntentBits, GatewayOpcodes } from "discord.js";
import type { Snowflake } from "./protocol.ts";

const intentBits = {
	guilds: GatewayIntentBits.Guilds,
	guildMessages: GatewayIntentBits.GuildMessages,
	directMessages: GatewayIntentBits.DirectMessages,
	/** Sent whatever the bot asked for. */
	none: 0,
} as const;

/** Something that happened, for the bot to hear. */
export interface GatewayEvent {
	/** "MESSAGE_CREATE" */
	readonly type: string;
	readonly content: unknown;
	/** Only sessions that asked for these events get them. */
	readonly intent: keyof typeof intentBits;
	/** The server that it happened in; left out or null for direct messages. */
	readonly guild?: Snowflake | null;
}

/** A frame as it goes over the socket. */
export interface Frame {
	readonly op: GatewayOpcodes;
	readonly d: unknown;
	readonly s: number | null;
	readonly t: string | null;
}

/** A bot's session; it outlives its socket, so that it can be resumed. */
export interface Session {
	readonly id: string;
	readonly intents: number;
	readonly shard: readonly [id: number, count: number];
	/** What was sent, for as long as it may have to be sent again. */
	readonly sent: readonly Frame[];
	/** The number of the last event. */
	readonly sequence: number;
	/** How to send at once; null while the socket is gone. */
	readonly send: ((frame: Frame) => void) | null;
}

/** How many events a session keeps for a resume. */
const keptEvents = 1000;

/** The sessions of a gateway. */
export interface Sessions {
	readonly open: (opened: Omit<Session, "sent" | "sequence">) => void;
	readonly find: (id: string) => Session | null;
	/** Gives a session a new socket and sends again what came after `sequence`. */
	readonly resume: (id: string, sequence: number, send: (frame: Frame) => void) => void;
	/** A socket is gone; unless another has taken its place, events are kept until the session comes back. */
	readonly detach: (id: string, send: Session["send"]) => void;
	readonly forget: (id: string) => void;
	/** Sends an event to every session that it is for, or keeps it for those without a socket. */
	readonly dispatch: (event: GatewayEvent) => void;
	/** Sends an event to one session, whatever it asked for. */
	readonly dispatchTo: (id: string, type: string, content: unknown) => void;
	readonly all: () => readonly Session[];
}

/** Sessions, none of them open yet. */
export function createSessions(): Sessions {
	const sessions = new Map<string, Session>();
	const dispatchTo = (id: string, type: string, content: unknown) => {
		const session = sessions.get(id);
		if (session === undefined) return;
		const sequence = session.sequence + 1;
		const frame: Frame = { op: GatewayOpcodes.Dispatch, d: content, s: sequence, t: type };
		sessions.set(id, { ...session, sequence, sent: [...session.sent, frame].slice(-keptEvents) });
		session.send?.(frame);
	};
	return {
		open: opened => {
			// A bot that identifies anew has given up what it had before on that shard.
			for (const old of sessions.values())
				if (old.send === null && old.shard[0] === opened.shard[0]) sessions.delete(old.id);
			sessions.set(opened.id, { ...opened, sent: [], sequence: 0 });
		},
		find: id => sessions.get(id) ?? null,
		resume: (id, sequence, send) => {
			const session = sessions.get(id);
			if (session === undefined) return;
			sessions.set(id, { ...session, send });
			for (const frame of session.sent) if ((frame.s ?? 0) > sequence) send(frame);
			dispatchTo(id, "RESUMED", { _trace: ["playground"] });
		},
		detach: (id, send) => {
			const session = sessions.get(id);
			if (session?.send === send) sessions.set(id, { ...session, send: null });
		},
		forget: id => sessions.delete(id),
		dispatch: event => {
			for (const session of sessions.values())
				if (isFor(session, event)) dispatchTo(session.id, event.type, event.content);
		},
		dispatchTo,
		all: () => [...sessions.values()],
	};
}

function isFor({ intents, shard }: Session, { intent, guild }: GatewayEvent): boolean {
	const bits = intentBits[intent];
	if ((intents & bits) !== bits) return false;
	// https://docs.discord.com/developers/events/gateway#sharding-sharding-formula
	const holder = guild == null ? 0 : Number((BigInt(guild) >> 22n) % BigInt(shard[1]));
	return shard[0] === holder;
}
