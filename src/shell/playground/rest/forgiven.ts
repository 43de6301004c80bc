/**
 * A message's body without what discord.js always sends, though the description of some requests does
 * not name it: `tts` and `enforce_nonce`, when they say no.
 */
export function forgiven(body: unknown): unknown {
	if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
	return Object.fromEntries(
		Object.entries(body).filter(([key, value]) => !(alwaysSent.has(key) && value === false)),
	);
}

const alwaysSent: ReadonlySet<string> = new Set(["tts", "enforce_nonce"]);

/**
 * A command's body as the description has it: permissions as a number, which discord.js sends as a
 * string, as Discord's documentation asks; and without `nsfw`, which the description forgets.
 */
export function forgivenCommand(body: unknown): unknown {
	if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
	const { nsfw: _, ...command } = body as Readonly<Record<string, unknown>>;
	const permissions = command["default_member_permissions"];
	if (typeof permissions !== "string" || !/^\d+$/.test(permissions)) return command;
	return { ...command, default_member_permissions: Number(permissions) };
}
