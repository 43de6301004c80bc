import { z } from "zod";
import { fileSizeLimit } from "../files.ts";
import type { PersonInteraction, PersonMessage, PersonOption } from "../protocol.ts";
import { isSnowflake } from "../snowflakes.ts";

const id = z.string().refine(isSnowflake, "not an id");

const file = z.object({
	name: z.string().min(1).max(260),
	content_type: z.string().default("application/octet-stream"),
	base64: z.base64().max(Math.ceil(fileSizeLimit / 3) * 4, "a file may have 10 MiB at most"),
});

const option: z.ZodType<PersonOption> = z.object({
	name: z.string(),
	type: z.int(),
	value: z.union([z.string(), z.number(), z.boolean()]).exactOptional(),
	focused: z.boolean().exactOptional(),
	get options() {
		return z.array(option).exactOptional();
	},
	file: file.exactOptional(),
});

const field = z.object({
	custom_id: z.string(),
	value: z.string().exactOptional(),
	values: z.array(z.string()).exactOptional(),
	files: z.array(file).exactOptional(),
});

const acting = { user: id, channel: id };

/** What a person's client sends to start an interaction. */
export const personInteraction: z.ZodType<PersonInteraction> = z.discriminatedUnion("kind", [
	z.object({
		...acting,
		kind: z.enum(["command", "autocomplete"]),
		name: z.string(),
		id: id.exactOptional(),
		options: z.array(option).default([]),
	}),
	z.object({
		...acting,
		kind: z.literal("message-command"),
		name: z.string(),
		id: id.exactOptional(),
		target: id,
	}),
	z.object({
		...acting,
		kind: z.literal("component"),
		message: id,
		custom_id: z.string(),
		values: z.array(z.string()).exactOptional(),
	}),
	z.object({
		...acting,
		kind: z.literal("modal"),
		interaction: id.exactOptional(),
		custom_id: z.string(),
		fields: z.array(field).default([]),
	}),
]);

/** What a person's client sends to say something. */
export const personMessage: z.ZodType<PersonMessage> = z.object({ user: id, content: z.string() });
