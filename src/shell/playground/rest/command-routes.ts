import type { RESTPostAPIApplicationCommandsJSONBody } from "discord.js";
import {
	ApplicationCommandCreateRequestSchema,
	ApplicationCommandPatchRequestPartialSchema,
	ApplicationCommandUpdateRequestSchema,
} from "discord-api-spec/zod";
import { commandJson } from "../command-json.ts";
import {
	commandObjections,
	duplicateObjections,
	tooManyCommands,
	typeOf,
} from "../limits/command-limits.ts";
import type { Snowflake } from "../protocol.ts";
import { type Objection, type Refusal, refuse, refuseForm } from "../refusal.ts";
import type { Scene } from "../scene.ts";
import { validate } from "../validation.ts";
import { type KeptCommand, serversOf } from "../world.ts";
import { forgivenCommand } from "./forgiven.ts";
import { type Call, empty, json, param, type Reply, type Route } from "./route.ts";

type Command = RESTPostAPIApplicationCommandsJSONBody;
/** A server, or null for everywhere. */
type Scope = Snowflake | null;

/** The same routes on every scope. */
function scoped(
	method: Route["method"],
	path: string,
	act: (call: Call, scope: Scope) => Reply,
): readonly Route[] {
	return ["", "/guilds/:guild"].map(place => ({
		method,
		path: `/applications/:application${place}/commands${path}`,
		access: "bot",
		act: call => {
			const { world } = call.scene;
			if (param(call, "application") !== world.applicationId) return refuse("unknownApplication");
			if (place === "") return act(call, null);
			const guild = serversOf(world, world.bot.id).find(({ id }) => id === param(call, "guild"));
			return guild === undefined ? refuse("missingAccess") : act(call, guild.id);
		},
	}));
}

function onCommand(
	method: Route["method"],
	act: (call: Call, kept: KeptCommand) => Reply,
): readonly Route[] {
	return scoped(method, "/:command", (call, scope) => {
		const kept = call.scene.world.commands.get(param(call, "command") as Snowflake);
		return kept === undefined || kept.guild !== scope ? refuse("unknownCommand") : act(call, kept);
	});
}

/** Registering commands, everywhere and in the server. */
export const commandRoutes: readonly Route[] = [
	{
		method: "GET",
		path: "/applications/:application/guilds/:guild/commands/permissions",
		access: "bot",
		act: () => json([]),
	},
	{
		method: "GET",
		path: "/applications/:application/guilds/:guild/commands/:command/permissions",
		access: "bot",
		act: () => refuse("unknownCommandPermissions"),
	},
	...scoped("GET", "", ({ scene }, scope) =>
		json(commandsIn(scene, scope).map(({ command }) => command)),
	),
	...scoped("POST", "", createCommand),
	...scoped("PUT", "", replaceCommands),
	...onCommand("GET", (_, kept) => json(kept.command)),
	...onCommand("PATCH", changeCommand),
	...onCommand("DELETE", ({ scene }, { command }) => {
		scene.world.commands.delete(command.id as Snowflake);
		changed(scene);
		return empty;
	}),
];

function commandsIn(scene: Scene, scope: Scope): readonly KeptCommand[] {
	return [...scene.world.commands.values()].filter(({ guild }) => guild === scope);
}

function changed(scene: Scene): void {
	scene.feed.tell({ kind: "commands-changed" }, () => true);
}

function namesake(scene: Scene, scope: Scope, command: Command): KeptCommand | undefined {
	return commandsIn(scene, scope).find(
		kept => kept.command.name === command.name && kept.command.type === typeOf(command),
	);
}

function keep(scene: Scene, scope: Scope, command: Command): KeptCommand {
	const { world, nextId } = scene;
	const known = namesake(scene, scope, command)?.command.id;
	if (known === undefined) world.creations.push({ guild: scope, at: scene.clock.now() });
	const id = (known ?? nextId()) as Snowflake;
	const applicationId = world.applicationId;
	const kept = commandJson(command, { id, version: nextId(), applicationId, guild: scope });
	world.commands.set(id, kept);
	return kept;
}

/** The most new commands in a day and scope. */
const creationsADay = 200;
const day = 24 * 60 * 60 * 1000;

/** Refuses new names beyond the most of a day; names that are there already are no creations. */
function refuseCreations(scene: Scene, scope: Scope, commands: readonly Command[]): Refusal | null {
	const { world, clock } = scene;
	const fresh = commands.filter(command => namesake(scene, scope, command) === undefined);
	const today = world.creations.filter(
		({ guild, at }) => guild === scope && at > clock.now() - day,
	);
	return today.length + fresh.length > creationsADay ? refuse("tooManyCommandCreations") : null;
}

function createCommand({ scene, body }: Call, scope: Scope): Reply {
	const asked = validate(ApplicationCommandCreateRequestSchema, forgivenCommand(body));
	if (asked.kind === "refused") return asked;
	const command = asked.value;
	const others = commandsIn(scene, scope).map(kept => kept.command);
	const known = namesake(scene, scope, command);
	const tooMany = known === undefined && tooManyCommands([...others, command]);
	const refusal =
		refuseForm(commandObjections(command)) ??
		(tooMany ? refuse("tooManyCommands") : null) ??
		refuseCreations(scene, scope, [command]);
	if (refusal !== null) return refusal;
	const kept = keep(scene, scope, command);
	changed(scene);
	return json(kept.command, known === undefined ? 201 : 200);
}

function replaceCommands({ scene, body }: Call, scope: Scope): Reply {
	const read = readCommands(body);
	if (read.kind === "refused") return read;
	const { commands } = read;
	const refusal = tooManyCommands(commands)
		? refuse("tooManyCommands")
		: refuseCreations(scene, scope, commands);
	if (refusal !== null) return refusal;
	const stay = new Set(commands.map(command => namesake(scene, scope, command)?.command.id));
	for (const { command } of commandsIn(scene, scope))
		if (!stay.has(command.id)) scene.world.commands.delete(command.id as Snowflake);
	const kept = commands.map(command => keep(scene, scope, command).command);
	changed(scene);
	return json(kept);
}

function readCommands(
	body: unknown,
): { readonly kind: "read"; readonly commands: readonly Command[] } | Refusal {
	if (!Array.isArray(body)) return notAList;
	const asked = body.map((one, index) =>
		validate(ApplicationCommandUpdateRequestSchema, forgivenCommand(one), [index]),
	);
	const refused = asked.find(one => one.kind === "refused");
	if (refused !== undefined) return refused;
	const commands = asked.flatMap(one => (one.kind === "valid" ? [one.value as Command] : []));
	const objections: readonly Objection[] = [
		...duplicateObjections(commands),
		...commands.flatMap((command, index) =>
			commandObjections(command).map(one => ({ ...one, path: [index, ...one.path] })),
		),
	];
	return refuseForm(objections) ?? { kind: "read", commands };
}

const notAList = refuseForm([
	{ path: [], code: "LIST_TYPE_CONVERT", message: "Only iterables may be used in a ListType" },
]) as Refusal;

function changeCommand({ scene, body }: Call, { command: before, guild }: KeptCommand): Reply {
	const asked = validate(ApplicationCommandPatchRequestPartialSchema, forgivenCommand(body));
	if (asked.kind === "refused") return asked;
	const command = { ...before, ...asked.value } as unknown as Command;
	const refusal = refuseForm(commandObjections(command));
	if (refusal !== null) return refusal;
	const { world, nextId } = scene;
	const id = before.id as Snowflake;
	const applicationId = world.applicationId;
	const kept = commandJson(command, { id, version: nextId(), applicationId, guild });
	world.commands.set(id, kept);
	changed(scene);
	return json(kept.command);
}
