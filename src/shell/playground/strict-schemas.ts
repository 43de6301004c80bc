import * as z from "zod/mini";

type Schema = z.core.$ZodType;
/** Schemas known by what they are, so that their definitions can be told apart. */
type Known = z.core.$ZodTypes;
type Option = z.core.$ZodTypeDiscriminable;

const made = new WeakMap<Schema, Schema>();

/**
 * The same schema, except that an object at any depth may hold no key that the schema does not name,
 * and that a union of things told apart by `type` says what is wrong with the one that was meant.
 *
 * The published schemas are built before their own switch for strictness can be thrown, so they are
 * built again here, each once.
 */
export function strictly<Type>(schema: z.core.$ZodType<Type>): z.core.$ZodType<Type> {
	return remake(schema) as z.core.$ZodType<Type>;
}

function remake(schema: Schema): Schema {
	const known = made.get(schema);
	if (known !== undefined) return known;
	const strict = remadeInside(schema as Known);
	made.set(schema, strict);
	return strict;
}

function remadeInside(schema: Known): Schema {
	const definition = schema._zod.def;
	const changed = (inside: object) => z.core.clone(schema, { ...definition, ...inside } as never);
	switch (definition.type) {
		case "object": {
			const fields = Object.entries(definition.shape).map(([key, field]) => [key, remake(field)]);
			return changed({ shape: Object.fromEntries(fields), catchall: z.never() });
		}
		case "lazy":
			return z.lazy(() => remake(definition.getter()));
		case "union":
			// Whether the options are told apart by `type` shows only when they are looked into.
			return z.lazy(() => union(definition.options.map(remake)));
		case "array":
			return changed({ element: remake(definition.element) });
		case "optional":
		case "nullable":
			return changed({ innerType: remake(definition.innerType) });
		case "record":
			return changed({ valueType: remake(definition.valueType) });
		default:
			return schema;
	}
}

function union(options: readonly Schema[]): Schema {
	const types = options.map(option => [...(option._zod.propValues?.["type"] ?? [])]);
	const toldApart =
		types.every(values => values.length > 0) && new Set(types.flat()).size === types.flat().length;
	if (!toldApart) return z.union(options);
	const [first, ...rest] = options as readonly Option[];
	return first === undefined ? z.never() : z.discriminatedUnion("type", [first, ...rest]);
}
