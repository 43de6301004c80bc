/**
 * How an interaction went: acknowledged, or the reason why not.
 *
 * @typedef {{ readonly kind: "answered" } | { readonly kind: "failed", readonly reason: string }} Outcome
 */

/**
 * @typedef {object} Interactions
 * @property {(id: string) => Promise<Outcome>} outcome resolves when it is known
 * @property {(id: string, outcome: Outcome) => void} settle the first time counts
 */

/**
 * Waits for what becomes of interactions. An event may arrive before the answer that names the
 * interaction, so that outcomes are kept until they are asked for.
 *
 * @returns {Interactions}
 */
export function createInteractions() {
	/** @type {Map<string, Outcome>} */
	const settled = new Map();
	/** @type {Map<string, (outcome: Outcome) => void>} */
	const waiting = new Map();
	return {
		outcome(id) {
			const early = settled.get(id);
			if (early) return Promise.resolve(early);
			return new Promise(resolve => waiting.set(id, resolve));
		},
		settle(id, outcome) {
			if (settled.has(id)) return;
			settled.set(id, outcome);
			waiting.get(id)?.(outcome);
			waiting.delete(id);
		},
	};
}
