/** What is wrong with one place of a request's body, in Discord's words. */
export interface Objection {
	/** Keys and indexes from the body down to the place: ["components", 0, "custom_id"]. */
	readonly path: readonly (string | number)[];
	/** Discord's name for it: "BASE_TYPE_MAX_LENGTH". */
	readonly code: string;
	readonly message: string;
}

/** Objections as Discord nests them: {"components": {"0": {"_errors": [{code, message}]}}}. */
export interface NestedErrors {
	readonly [key: string]: NestedErrors | readonly { code: string; message: string }[];
}

/** A request that is turned down, as Discord turns it down. */
export interface Refusal {
	readonly kind: "refused";
	readonly status: number;
	/** Discord's code: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
	readonly code: number;
	readonly message: string;
	/** Null where nothing in the body is wrong. */
	readonly errors: NestedErrors | null;
}

const known = {
	unauthorized: [401, 0, "401: Unauthorized"],
	notFound: [404, 0, "404: Not Found"],
	methodNotAllowed: [405, 0, "405: Method Not Allowed"],
	unknownApplication: [404, 10002, "Unknown Application"],
	unknownChannel: [404, 10003, "Unknown Channel"],
	unknownGuild: [404, 10004, "Unknown Guild"],
	unknownMember: [404, 10007, "Unknown Member"],
	unknownMessage: [404, 10008, "Unknown Message"],
	unknownUser: [404, 10013, "Unknown User"],
	unknownWebhook: [404, 10015, "Unknown Webhook"],
	unknownInteraction: [404, 10062, "Unknown interaction"],
	unknownCommand: [404, 10063, "Unknown application command"],
	unknownCommandPermissions: [404, 10066, "Unknown application command permissions"],
	tooManyCommands: [400, 30032, "Maximum number of application commands reached (100)"],
	tooManyCommandCreations: [
		400,
		30034,
		"Max number of daily application command creates has been reached (200)",
	],
	tooLarge: [413, 40005, "Request entity too large"],
	alreadyAcknowledged: [400, 40060, "Interaction has already been acknowledged."],
	missingAccess: [403, 50001, "Missing Access"],
	notTheAuthor: [403, 50005, "Cannot edit a message authored by another user"],
	emptyMessage: [400, 50006, "Cannot send an empty message"],
	cannotMessage: [400, 50007, "Cannot send messages to this user"],
	missingPermissions: [403, 50013, "Missing Permissions"],
	invalidWebhookToken: [401, 50027, "Invalid Webhook Token"],
	invalidJson: [400, 50109, "The request body contains invalid JSON."],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

/** One of Discord's refusals that say nothing about single fields. */
export function refuse(name: keyof typeof known): Refusal {
	const [status, code, message] = known[name];
	return { kind: "refused", status, code, message, errors: null };
}

/** The refusal of a body with these objections; null when there are none. `under` is put before each path. */
export function refuseForm(
	objections: readonly Objection[],
	under: Objection["path"] = [],
): Refusal | null {
	if (objections.length === 0) return null;
	const errors = nest(objections.map(one => ({ ...one, path: [...under, ...one.path] })));
	return { kind: "refused", status: 400, code: 50035, message: "Invalid Form Body", errors };
}

function nest(objections: readonly Objection[]): NestedErrors {
	const root: Record<string, unknown> = {};
	for (const { path, code, message } of objections) {
		let place = root;
		for (const key of path) {
			place[key] ??= {};
			place = place[key] as Record<string, unknown>;
		}
		const errors = (place["_errors"] ?? []) as unknown[];
		place["_errors"] = [...errors, { code, message }];
	}
	return root as NestedErrors;
}
