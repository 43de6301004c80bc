/*
 * How long a member waits: from a slash command to the reply, /claim of Presscheck against a plain
 * discord.js bot that answers every command with the very same message, ready made. Each has a
 * playground of its own in this process; they take turns, so that both meet the same machine.
 *
 *   npx tsx bench/latency.ts [--rounds 400] [--corpus corpus] [--text "edge AI market"]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type APIMessage, Client, Events, type InteractionReplyOptions } from "discord.js";
import { commands } from "../commands/index.ts";
import { complete, perform } from "../commands/perform.ts";
import { describeProblem, readTerminalConfig } from "../src/shell/config.ts";
import { attachmentReader } from "../src/shell/discord/attachments.ts";
import { connect } from "../src/shell/discord/client.ts";
import { createLimits } from "../src/shell/discord/limits.ts";
import { commandBodies, register } from "../src/shell/discord/registration.ts";
import { createLog } from "../src/shell/log.ts";
import { NO_METER } from "../src/shell/metrics/meter.ts";
import { type Playground, startPlayground } from "../src/shell/playground/playground.ts";
import { openWorkplace } from "../src/shell/workplace.ts";

const { values } = parseArgs({
	options: {
		rounds: { type: "string", default: "400" },
		corpus: { type: "string", default: "corpus" },
		text: { type: "string", default: "edge AI market" },
	},
});
const rounds = Number(values.rounds);
const warmUp = Math.ceil(rounds / 4);

async function open(): Promise<Playground> {
	const playground = await startPlayground({ rates: { route: 1_000_000, global: 1_000_000 } });
	if (playground.kind !== "playground") throw new Error(playground.message);
	return playground;
}

/** More than is asked here. */
const PLENTY = { member: 1_000_000, server: 1_000_000 };
const UNLIMITED = { questionsPerMinute: PLENTY, additionsPerHour: PLENTY };

async function openPresscheck(playground: Playground) {
	const clock = () => new Date();
	const log = createLog("silent");
	const { token, api } = playground;
	const dataDirectory = await mkdtemp(join(tmpdir(), "presscheck-latency-"));
	const root = fileURLToPath(new URL("..", import.meta.url));
	const read = readTerminalConfig({}, root);
	if (read.kind === "problems") throw new Error(read.problems.map(describeProblem).join("\n"));
	const { library, moderation, close } = await openWorkplace({
		root,
		corpusDirectory: values.corpus,
		keeping: { dataDirectory, databaseUrl: null },
		moderation: read.config.moderation,
		readFile: attachmentReader(api),
		changed: () => Promise.resolve(),
		meter: NO_METER,
		log,
		clock,
	});
	const connection = await connect(
		{ token, api, guild: null },
		{
			commands: { list: commands, perform, complete },
			library,
			moderation,
			upkeep: moderation.upkeep,
			log,
			clock,
			roles: [],
			limits: createLimits(UNLIMITED, clock),
			meter: NO_METER,
			lost: () => undefined,
		},
	);
	return {
		stop: async () => {
			await connection.stop();
			await close();
			await rm(dataDirectory, { recursive: true, force: true });
		},
	};
}

async function openPong({ api, token, applicationId }: Playground, message: APIMessage) {
	const client = new Client({ intents: [], rest: { api } });
	const { flags, components } = message;
	const reply = { flags, components } as unknown as InteractionReplyOptions;
	client.on(Events.InteractionCreate, interaction => {
		if (interaction.isChatInputCommand()) void interaction.reply(reply);
	});
	const ready = new Promise(resolve => client.once(Events.ClientReady, resolve));
	await client.login(token);
	await ready;
	await register(
		client.rest,
		{ applicationId, guild: null },
		commandBodies(commands, { guild: null, roles: [] }),
	);
	return client;
}

interface Timed {
	readonly milliseconds: number;
	readonly message: APIMessage;
}

/** Runs /claim and waits until the member sees the reply. */
async function time({ side, people, channels }: Playground): Promise<Timed> {
	const user = people.member;
	const seen = new Promise<APIMessage>(resolve => {
		const listening = side.listen(user, event => {
			if (event.kind !== "message-created") return;
			if (listening.kind === "done") listening.value();
			resolve(event.message);
		});
	});
	const started = performance.now();
	await side.interact({
		kind: "command",
		name: "claim",
		options: [{ name: "text", type: 3, value: values.text }],
		user,
		channel: channels.direct.member,
	});
	const message = await seen;
	return { milliseconds: performance.now() - started, message };
}

function quantile(times: readonly number[], share: number): number {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const ours = await open();
const theirs = await open();
const presscheck = await openPresscheck(ours);
const { message } = await time(ours);
const pong = await openPong(theirs, message);
const taken: { readonly presscheck: number[]; readonly pong: number[] } = {
	presscheck: [],
	pong: [],
};
for (let round = 0; round < warmUp + rounds; round += 1) {
	const first = await time(ours);
	const second = await time(theirs);
	if (round < warmUp) continue;
	taken.presscheck.push(first.milliseconds);
	taken.pong.push(second.milliseconds);
}
const size = JSON.stringify(message.components).length;
const rows = Object.entries(taken).map(([name, times]) => {
	const figures = [0.5, 0.95].map(share => quantile(times, share).toFixed(2).padStart(8));
	return `${name.padEnd(12)}${figures.join("")}`;
});
const ratio = quantile(taken.presscheck, 0.5) / quantile(taken.pong, 0.5);
process.stdout.write(
	[
		`${rounds} turns each, replies of ${size} characters; milliseconds from command to reply`,
		`${"".padEnd(12)}${"median".padStart(8)}${"p95".padStart(8)}`,
		...rows,
		`ratio of the medians: ${ratio.toFixed(2)} (target: at most 2)`,
		"",
	].join("\n"),
);
await presscheck.stop();
await pong.destroy();
await ours.close();
await theirs.close();
