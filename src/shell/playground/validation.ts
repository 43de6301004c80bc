import * as z from "zod/mini";
import { type Objection, type Refusal, refuseForm } from "./refusal.ts";
import { strictly } from "./strict-schemas.ts";

type Issue = z.core.$ZodIssue;
type Path = Objection["path"];
/** Code and words of an objection. */
type Wording = readonly [code: string, message: string];

export interface Valid<Type> {
	readonly kind: "valid";
	readonly value: Type;
}

/**
 * A body checked against the published description of what it should be: known keys only, at every
 * depth. `under` is put before the paths of objections.
 */
export function validate<Type>(
	schema: z.core.$ZodType<Type>,
	body: unknown,
	under: Path = [],
): Valid<Type> | Refusal {
	const result = z.safeParse(strictly(schema), body, { reportInput: true });
	if (result.success) return { kind: "valid", value: result.data };
	const objections = result.error.issues.flatMap(issue => objectionsOf(issue, []));
	const refusal = refuseForm(objections, under);
	if (refusal === null) throw new Error("a failed validation names no issue");
	return refusal;
}

function objectionsOf(issue: Issue, under: Path): readonly Objection[] {
	const path = [...under, ...issue.path.map(key => (typeof key === "symbol" ? "" : key))];
	if (issue.code === "unrecognized_keys")
		return issue.keys.map(key => ({ path: [...path, key], ...unknownField }));
	if (issue.code === "invalid_union" && issue.errors.length > 0)
		return closest(issue.errors).flatMap(inner => objectionsOf(inner, path));
	const [code, message] = wordingOf(issue);
	return [{ path, code, message }];
}

/** Discord passes over most fields that it does not know; here they are found out, by a code of our own. */
const unknownField = {
	code: "FIELD_NOT_IN_DESCRIPTION",
	message: "This field is not in Discord's published description.",
};

/** Of the ways in which a union did not fit, the one that got furthest. */
function closest(errors: readonly (readonly Issue[])[]): readonly Issue[] {
	const depth = (issues: readonly Issue[]) => Math.max(...issues.map(issue => issue.path.length));
	return errors.reduce((best, next) => (depth(next) > depth(best) ? next : best));
}

const formats: Readonly<Record<string, Wording>> = {
	url: ["URL_TYPE_INVALID_URL", "Not a well formed URL."],
	datetime: ["DATE_TIME_TYPE_PARSE", "Could not parse the time. Should be ISO8601."],
};

const types: Readonly<Record<string, Wording>> = {
	string: ["STRING_TYPE_CONVERT", "Could not interpret the value as string."],
	number: ["NUMBER_TYPE_COERCE", "Value is not a number."],
	int: ["NUMBER_TYPE_COERCE", "Value is not int."],
	boolean: ["BOOLEAN_TYPE_CONVERT", "Must be either true or false."],
	array: ["LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"],
	object: ["DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType"],
};

const required: Wording = ["BASE_TYPE_REQUIRED", "This field is required"];
const unfitting: Wording = ["BASE_TYPE_INVALID", "The value does not fit the description."];

function wordingOf(issue: Issue): Wording {
	switch (issue.code) {
		case "too_big":
			return issue.origin === "number" || issue.origin === "int"
				? ["NUMBER_TYPE_MAX", `Value should be less than or equal to ${issue.maximum}.`]
				: ["BASE_TYPE_MAX_LENGTH", `Must be ${issue.maximum} or fewer in length.`];
		case "too_small":
			return issue.origin === "number" || issue.origin === "int"
				? ["NUMBER_TYPE_MIN", `Value should be greater than or equal to ${issue.minimum}.`]
				: ["BASE_TYPE_MIN_LENGTH", `Must be ${issue.minimum} or more in length.`];
		case "invalid_value":
			return [
				"BASE_TYPE_CHOICES",
				`Value must be one of {${issue.values.map(String).join(", ")}}.`,
			];
		case "invalid_union":
			return ["UNION_TYPE_CHOICES", `Value of field "type" must be one of ${optionsOf(issue)}.`];
		case "invalid_format":
			return formats[issue.format] ?? unfitting;
		case "invalid_type":
			return issue.input === undefined ? required : (types[issue.expected] ?? unfitting);
		default:
			return unfitting;
	}
}

function optionsOf(issue: Issue): string {
	const options = "options" in issue && Array.isArray(issue.options) ? issue.options : [];
	return `(${options.join(", ")})`;
}
