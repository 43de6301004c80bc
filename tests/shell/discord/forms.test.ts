import { type APIModalSubmitInteraction, ComponentType } from "discord.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, Form } from "../../../commands/command.ts";
import { askOfForm, modalOf } from "../../../src/shell/discord/forms.ts";

const outlet: Field = {
	option: "outlet",
	label: "Outlet",
	value: "Ledger",
	required: true,
	long: false,
	maxLength: 300,
};

function formOf(values: Form["values"], fields: readonly Field[] = [outlet]): Form {
	return { title: "Edit the article", command: "article edit", values, fields };
}

/** The form as it comes back when it is sent as it stands. */
function sent(form: Form): APIModalSubmitInteraction {
	const { custom_id, components } = modalOf(form);
	const rows = components.map(row => {
		if (row.type !== ComponentType.Label) throw new Error("no label");
		const { component } = row;
		if (component.type !== ComponentType.TextInput) throw new Error("no text");
		const { type, custom_id, value = "" } = component;
		return { type: row.type, component: { type, custom_id, value } };
	});
	return { data: { custom_id, components: rows } } as unknown as APIModalSubmitInteraction;
}

describe("a form", () => {
	it("keeps in its custom id what fits there", () => {
		const modal = modalOf(formOf({ story: "tram", article: "ledger" }));
		expect(modal.custom_id).toBe("r~article edit~story=tram~article=ledger");
		expect(modal.components).toHaveLength(1);
	});

	it("keeps in fields what does not", () => {
		const article = "a-very-long-name-".repeat(8);
		const modal = modalOf(formOf({ story: "tram", article }));
		expect(modal.custom_id).toBe("r~article edit~story=tram");
		expect(modal.components).toHaveLength(2);
		expect(modal.components[1]).toMatchObject({
			label: "Article",
			component: { custom_id: "article", value: article, required: true },
		});
	});

	it("asks for what it asked for, however long it is", () => {
		const text = fc.string({ minLength: 1, maxLength: 200, unit: "grapheme-ascii" });
		fc.assert(
			fc.property(fc.record({ story: text, article: text }), values => {
				const ask = { name: "article edit", values: { ...values, outlet: "Ledger" } };
				expect(askOfForm(sent(formOf(values)))).toEqual(ask);
			}),
		);
	});

	it("of more fields than Discord shows is a bug", () => {
		const fields = Array.from({ length: 5 }, (_, at) => ({ ...outlet, option: `option${at}` }));
		expect(() => modalOf(formOf({ story: "x".repeat(200) }, fields))).toThrow(/too many fields/);
	});

	it("that is not ours asks for nothing", () => {
		const data = { custom_id: "theirs", components: [] };
		expect(askOfForm({ data } as unknown as APIModalSubmitInteraction)).toBeNull();
	});
});
