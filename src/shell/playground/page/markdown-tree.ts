/** A run of text inside a line of Discord's markdown. Text is unescaped and never markup. */
export type Inline =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: Emphasis; readonly children: readonly Inline[] }
	| { readonly kind: "code"; readonly text: string }
	/** `url` is absolute, http or https. */
	| { readonly kind: "link"; readonly url: string; readonly children: readonly Inline[] }
	/** Unix seconds, and Discord's letter for how to show them. */
	| { readonly kind: "timestamp"; readonly seconds: number; readonly style: string }
	/** `id` is a snowflake; for a command mention, `name` is what stands after the slash. */
	| { readonly kind: "mention"; readonly target: MentionTarget; readonly id: string }
	| { readonly kind: "command"; readonly name: string; readonly id: string }
	| { readonly kind: "everyone"; readonly text: string }
	| { readonly kind: "emoji"; readonly name: string };

export type Emphasis = "strong" | "em" | "underline" | "strike" | "spoiler";

export type MentionTarget = "user" | "role" | "channel";

/** A block of Discord's markdown, in the order of reading. */
export type Block =
	| { readonly kind: "heading"; readonly level: number; readonly children: readonly Inline[] }
	| { readonly kind: "subtext"; readonly children: readonly Inline[] }
	/** Line ends inside a paragraph are `\n` in its text. */
	| { readonly kind: "paragraph"; readonly children: readonly Inline[] }
	| { readonly kind: "quote"; readonly blocks: readonly Block[] }
	| { readonly kind: "code-block"; readonly text: string }
	/** `start` is the first number of an ordered list; null for bullets. */
	| { readonly kind: "list"; readonly start: number | null; readonly items: readonly ListItem[] };

export interface ListItem {
	readonly children: readonly Inline[];
	/** Lists inside the item. */
	readonly blocks: readonly Block[];
}
