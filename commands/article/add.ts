import { isOpenDate, typedDate } from "../../src/corpus/typed-date.ts";
import type { DraftArticle } from "../../src/records/records.ts";
import { addressesIn } from "../addresses.ts";
import type {
	ArticleFields,
	Change,
	Field,
	Form,
	Option,
	Outcome,
	PlainCommand,
	Values,
} from "../command.ts";
import { refusal } from "../notice.ts";
import { confirmation, kept, MAX_HEADLINE, optional, storyOption } from "../options.ts";

/** Longer addresses are not followed by browsers either; several may be given at once. */
const MAX_ADDRESSES = 4_000;
/** What Discord lets a modal's field hold. */
const MAX_PASTED = 4_000;

const addresses: Option = {
	...optional("address", "Web address of the article; several with spaces between"),
	maxLength: MAX_ADDRESSES,
};

const file: Option = {
	...optional("file", "A file: .html, .md, .txt or .pdf"),
	kind: "file",
	maxLength: MAX_ADDRESSES,
};

/** An option that says of an article what its form does, as long as the form takes it. */
export function headline(name: "outlet" | "title", description: string): Option {
	return { ...optional(name, description), maxLength: MAX_HEADLINE };
}

/** What the front matter of an article is to say, as far as it was filled in. */
export function fieldsOf(values: Values): ArticleFields {
	const { outlet, title, published } = values;
	return {
		...(outlet === undefined ? {} : { outlet }),
		...(title === undefined ? {} : { title }),
		...(published === undefined ? {} : { published }),
	};
}

const CONFIRM = "Published (take the ? away to confirm it)";

/** What of an article stands in a form at first; its date as `typedDate` has it. */
interface KnownMatter extends Pick<DraftArticle, "outlet" | "title"> {
	readonly published: string;
}

/** The fields of a form that says who published an article, under which title and when. */
export function frontMatterFields(known: KnownMatter) {
	const field = { required: false, long: false, maxLength: MAX_HEADLINE };
	return [
		{ ...field, option: "outlet", label: "Outlet", value: known.outlet ?? "", required: true },
		{ ...field, option: "title", label: "Title", value: known.title ?? "" },
		{
			...field,
			option: "published",
			label: isOpenDate(known.published) ? CONFIRM : "Published (YYYY-MM-DD)",
			value: known.published,
			maxLength: 40,
		},
	];
}

function storyField(story: string, required: boolean): Field {
	const { maxLength } = storyOption;
	const label = "Story (its title or its name)";
	return { option: "story", label, value: story, required, long: false, maxLength };
}

function pasteForm({ outlet = "", title = "", published = "", story = "" }: Values): Form {
	const text: Field = {
		option: "text",
		label: "Text of the article",
		value: "",
		required: true,
		long: true,
		maxLength: MAX_PASTED,
	};
	return {
		title: "Add an article",
		command: "article add",
		values: {},
		fields: [...frontMatterFields({ outlet, title, published }), storyField(story, false), text],
	};
}

/** The fields hold what is known of a draft, or what was typed into them last where that could not be taken. */
function changeForm(draft: DraftArticle): Form {
	const known = { ...draft, published: typedDate(draft), ...draft.mistyped?.values };
	return {
		title: "Change the article",
		command: "article add",
		values: { draft: draft.id, deed: "change" },
		fields: [...frontMatterFields(known), storyField(known.story, true)],
	};
}

/** What was chosen below a preview: to show, add or drop it, or to change what is said of it. */
function ofDraft(draft: string, values: Values, drafts: readonly DraftArticle[]): Outcome {
	const change = (change: Change): Outcome => ({ kind: "change", change });
	switch (values["deed"]) {
		case "show":
			return change({ kind: "show draft", draft });
		case "add":
			return change({ kind: "keep draft", draft });
		case "change":
			return change({
				kind: "change draft",
				draft,
				story: values["story"] ?? null,
				fields: fieldsOf(values),
			});
		case "ask": {
			const known = drafts.find(({ id }) => id === draft);
			return known === undefined ? GONE : { kind: "form", form: changeForm(known) };
		}
		default:
			return change({ kind: "drop draft", draft });
	}
}

const GONE = refusal(
	"This preview is not held any more",
	"A preview is kept for an hour and until the bot is started anew. Use /article add again.",
);

const ONE_AT_A_TIME = refusal(
	"One at a time",
	"An address and a file were given. Add the one, then the other.",
);

/** `/article add`: shows what an address, a file or a pasted text would add, then adds it. */
export const articleAdd: PlainCommand = {
	name: "article add",
	description: "Add coverage from an address, a file or pasted text; shown before it is added",
	options: [
		addresses,
		file,
		storyOption,
		headline("outlet", "Who published it; proposed where left out"),
		headline("title", "Its title; proposed where left out"),
		optional("published", "When it was published, YYYY-MM-DD; proposed where left out"),
		confirmation("yes", "Add it without showing it first"),
		{ ...kept("text", "The pasted text", MAX_PASTED), kind: "lines" },
		kept("draft", "Which preview"),
		kept("deed", "What to do with the preview"),
	],
	examples: [{ address: "https://example.org/rents-rise" }],
	access: "moderators",
	messageMenu: null,
	needsStory: false,
	run: ({ values, records }) => {
		const { draft, address, file, text, story } = values;
		if (draft !== undefined) return ofDraft(draft, values, records.drafts);
		const shared = {
			kind: "add article",
			story: story ?? null,
			fields: fieldsOf(values),
			confirmed: values["yes"] !== undefined,
		} as const;
		if (address !== undefined) {
			if (file !== undefined) return ONE_AT_A_TIME;
			const origin = { kind: "addresses", addresses: addressesIn(address) } as const;
			return { kind: "change", change: { ...shared, origin } };
		}
		if (file !== undefined) {
			return { kind: "change", change: { ...shared, origin: { kind: "file", place: file } } };
		}
		if (text !== undefined) {
			return { kind: "change", change: { ...shared, origin: { kind: "text", text } } };
		}
		return { kind: "form", form: pasteForm(values) };
	},
};
