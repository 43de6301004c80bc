import type { Writable } from "node:stream";
import { typed } from "../../../commands/help.ts";
import { commands } from "../../../commands/index.ts";
import { complete, perform } from "../../../commands/perform.ts";
import { harmlessLine } from "../../present/harmless.ts";
import { type Config, describeProblem, type Environment, readConfig } from "../config.ts";
import type { Library } from "../library.ts";
import { createLog, type Log } from "../log.ts";
import { type Meter, meteredCarryOut } from "../metrics/meter.ts";
import { createMonitor } from "../metrics/monitor.ts";
import { keepLooking } from "../moderation/feed-watch.ts";
import type { ServedChange } from "../moderation/job.ts";
import { type Every, keepTidy } from "../moderation/upkeep.ts";
import { openWorkplace, type Workplace } from "../workplace.ts";
import { attachmentReader } from "./attachments.ts";
import { type Account, type Connecting, type Connection, connect } from "./client.ts";
import { createLimits } from "./limits.ts";
import { explainClose, explainLoginFailure, type LoginFailure } from "./login-failure.ts";

/** The world around the bot. */
export interface World {
	readonly environment: Environment;
	/** The folder of the project, where `corpus` is. */
	readonly root: string;
	/** Where Discord's API is; null is Discord's own. */
	readonly api: string | null;
	readonly stdout: Writable;
	readonly stderr: Writable;
	readonly clock: () => Date;
	readonly every: Every;
	/** Resolves with the signal that asks the bot to stop. */
	readonly stopping: Promise<string>;
}

/** What the bot's end says to a script or a service manager. */
const EXIT = { stopped: 0, failed: 1, misconfigured: 2 } as const;

/**
 * Runs the bot until it is asked to stop, and gives its exit code: in Discord with a token, else in a
 * playground on this machine. What keeps it from running is said in a line on the error output.
 */
export async function serve(world: World): Promise<number> {
	const configuration = readConfig(world.environment, world.root);
	if (configuration.kind === "problems") {
		for (const problem of configuration.problems) complain(world, describeProblem(problem));
		return EXIT.misconfigured;
	}
	const { config } = configuration;
	if (config.token !== null) {
		const account = { token: config.token, guild: config.guild, api: world.api };
		return work(world, { config, account, welcome: null });
	}
	// With a token none of it is needed, and its schemas take half a second to load.
	const { startPlayground } = await import("../playground/playground.ts");
	const playground = await startPlayground({ port: config.playgroundPort });
	if (playground.kind === "not-started") {
		complain(world, playground.message);
		return EXIT.failed;
	}
	const { token, api, address, guildId: guild } = playground;
	const account = { token, guild: null, api };
	// Whoever tries it is to see that the coverage that comes with it can be changed.
	const moderation = { ...config.moderation, keeperServer: guild };
	const told = { ...config, moderation };
	const code = await work(world, { config: told, account, welcome: address });
	await playground.close();
	return code;
}

/** Opens what is kept, answers until the bot is to stop, and closes it. */
async function work(
	world: World,
	told: Omit<Answering, "workplace" | "channels" | "log" | "meter">,
): Promise<number> {
	const { config, account } = told;
	const log = createLog(logLevelOf(config, world), world.stdout);
	const { clock } = world;
	const channels = createChannels();
	const monitor = createMonitor(config.metrics, { log, clock });
	const { meter } = monitor;
	const workplace = await openWorkplace({
		...config,
		root: world.root,
		readFile: attachmentReader(account.api),
		changed: channels.tell,
		meter,
		log,
		clock,
	});
	noteCorpus(world, workplace.library);
	const refusal = await monitor.open(workplace);
	if (refusal !== null) complain(world, refusal);
	const answering = { ...told, workplace, channels, meter, log };
	const code = refusal === null ? await answerUntilStopped(world, answering) : EXIT.failed;
	await monitor.close();
	await workplace.close();
	return code;
}

interface Answering {
	readonly workplace: Workplace;
	readonly channels: Channels;
	readonly meter: Meter;
	readonly log: Log;
	readonly config: Config;
	readonly account: Account;
	/** Where a person opens the playground; null in Discord. */
	readonly welcome: string | null;
}

/** The channels that watch, which can be told of a change once the bot is logged in. */
interface Channels {
	readonly tell: (change: ServedChange) => Promise<void>;
	readonly open: (connection: Connection) => void;
}

function createChannels(): Channels {
	let connection: Connection | null = null;
	return {
		tell: async change => connection?.announce(change),
		open: opened => {
			connection = opened;
		},
	};
}

async function answerUntilStopped(world: World, answering: Answering): Promise<number> {
	const { workplace, channels, meter, log, config, account, welcome } = answering;
	const { library, moderation } = workplace;
	let lose = (_code: number): void => undefined;
	const lost = new Promise<number>(resolve => {
		lose = resolve;
	});
	const connecting: Connecting = {
		commands: { list: commands, perform, complete },
		library,
		log,
		clock: world.clock,
		moderation: { ...moderation, carryOut: meteredCarryOut(moderation.carryOut, meter) },
		upkeep: moderation.upkeep,
		roles: config.moderation.roles,
		limits: createLimits(config.limits, world.clock),
		meter,
		lost: code => lose(code),
	};
	const connection = await logIn(world, account, connecting);
	if (connection === null) return EXIT.failed;
	channels.open(connection);
	const endTidying = keepTidy(moderation.upkeep, world.every);
	const pace = { minutes: config.moderation.feedMinutes, random: Math.random };
	const endLooking = keepLooking(moderation.feedWatch(pace), world.every);
	log.info({ state: connection.registration, revision: library.current().revision }, "ready");
	if (welcome !== null) world.stdout.write(welcomeTo(welcome));
	const code = await Promise.race([
		world.stopping.then(signal => {
			log.info({ signal }, "stopping");
			return EXIT.stopped;
		}),
		lost.then(code => {
			complain(world, sentenceOf(explainClose(code)));
			return EXIT.failed;
		}),
	]);
	endTidying();
	await endLooking();
	await connection.stop();
	return code;
}

async function logIn(
	world: World,
	account: Account,
	connecting: Connecting,
): Promise<Connection | null> {
	try {
		return await connect(account, connecting);
	} catch (error) {
		const failure = explainLoginFailure(error);
		if (failure === null) connecting.log.fatal({ error }, "the login failed");
		complain(world, failure === null ? UNEXPLAINED : sentenceOf(failure));
		return null;
	}
}

const UNEXPLAINED = "the login to Discord failed; the log above says where";

function sentenceOf({ reason, remedy }: LoginFailure): string {
	return `${reason}; ${remedy}`;
}

function complain(world: World, message: string): void {
	world.stderr.write(`presscheck: ${harmlessLine(message)}\n`);
}

function noteCorpus(world: World, library: Library): void {
	const { stories, problems } = library.current();
	for (const { file, reason, remedy } of problems) {
		complain(world, `${file}: ${reason}; ${remedy}`);
	}
	if (stories.length === 0) {
		complain(world, "there is no story to answer from; /refresh reads the corpus again");
	}
}

/** In the playground a person reads the terminal: there only what is amiss is logged, unless told otherwise. */
function logLevelOf(config: Config, { environment }: World): Config["logLevel"] {
	const isTold = (environment["LOG_LEVEL"]?.trim() ?? "") !== "";
	return config.token === null && !isTold ? "warn" : config.logLevel;
}

function welcomeTo(address: string): string {
	const tries = commands
		.filter(({ options, examples }) => options.length > 0 && examples.length > 0)
		.slice(0, EXAMPLES)
		.map(command => `  ${typed(command, command.examples[0] ?? {})}`);
	return [
		`Presscheck answers in the playground: ${address}`,
		"Open that address in a browser and type, for example:",
		...tries,
		"With DISCORD_TOKEN in .env it logs in to Discord instead (see .env.example). Ctrl+C ends it.",
		"",
	].join("\n");
}

const EXAMPLES = 4;
