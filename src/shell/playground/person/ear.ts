import type { PersonEvent, Snowflake } from "../protocol.ts";
import { accomplished } from "./deed.ts";
import type { PersonSide } from "./person.ts";

/** Listens for one person, and remembers everything. */
export interface Ear {
	readonly heard: () => readonly PersonEvent[];
	/** Resolves with what `find` finds in everything heard; asks again at each event. */
	readonly await: <Found>(
		find: (heard: readonly PersonEvent[]) => Found | null,
		within?: number,
	) => Promise<Found>;
	readonly stop: () => void;
}

/** An ear that hears from now on. */
export function createEar(side: PersonSide, user: Snowflake): Ear {
	const heard: PersonEvent[] = [];
	const asking = new Set<() => void>();
	const stop = accomplished(
		side.listen(user, event => {
			heard.push(event);
			for (const ask of [...asking]) ask();
		}),
	);
	return {
		heard: () => heard,
		await: (find, within = 5000) =>
			new Promise((resolve, reject) => {
				const ask = () => {
					try {
						const found = find(heard);
						if (found !== null) settle(() => resolve(found));
					} catch (error) {
						settle(() => reject(error));
					}
				};
				const kinds = () => heard.map(({ kind }) => kind).join(", ");
				const late = () =>
					settle(() => reject(new Error(`did not come in ${within} ms; heard: ${kinds()}`)));
				const timer = setTimeout(late, within);
				const settle = (then: () => void) => {
					clearTimeout(timer);
					asking.delete(ask);
					then();
				};
				asking.add(ask);
				ask();
			}),
		stop,
	};
}
