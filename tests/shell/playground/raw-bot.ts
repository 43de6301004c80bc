import { WebSocket } from "ws";
import type { Playground } from "../../../src/shell/playground/playground.ts";

/** A frame of the gateway. */
export interface RawFrame {
	readonly op: number;
	readonly d: Record<string, unknown>;
	readonly s: number | null;
	readonly t: string | null;
}

/** A bare socket on the gateway, for what discord.js never does. */
export interface RawBot {
	readonly send: (frame: unknown) => void;
	/** The first frame, heard or to come, that fits. */
	readonly frame: (fits: (frame: RawFrame) => boolean) => Promise<RawFrame>;
	/** The code with which the socket was closed on it. */
	readonly closed: Promise<number>;
	readonly heard: readonly RawFrame[];
	readonly close: (code?: number) => void;
	readonly terminate: () => void;
}

/** Intents for servers, their messages and direct messages. */
export const usualIntents = 1 | (1 << 9) | (1 << 12);

/** A socket that has said nothing yet. */
export function connectRaw({ address }: Playground): Promise<RawBot> {
	const socket = new WebSocket(`${address.replace("http", "ws")}/?v=10&encoding=json`);
	const heard: RawFrame[] = [];
	const asking = new Set<() => void>();
	socket.on("message", data => {
		heard.push(JSON.parse(String(data)));
		for (const one of [...asking]) one();
	});
	const bot: RawBot = {
		heard,
		send: frame => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
		frame: fits =>
			new Promise(resolve => {
				const look = () => {
					const found = heard.find(fits);
					if (found === undefined) return;
					asking.delete(look);
					resolve(found);
				};
				asking.add(look);
				look();
			}),
		closed: new Promise(resolve => socket.on("close", resolve)),
		close: code => socket.close(code),
		terminate: () => socket.terminate(),
	};
	return new Promise((resolve, reject) => {
		socket.once("open", () => resolve(bot));
		socket.once("error", reject);
	});
}

/** A socket that has identified and is ready. */
export async function identifyRaw(
	playground: Playground,
	identity: Readonly<Record<string, unknown>> = {},
): Promise<RawBot> {
	const bot = await connectRaw(playground);
	const { token } = playground;
	bot.send({ op: 2, d: { token, intents: usualIntents, properties: {}, ...identity } });
	await bot.frame(({ t }) => t === "READY");
	return bot;
}
