/** @import { PersonFile } from "../protocol.ts" */
/** @import { Value, Values } from "./command-line.js" */

/**
 * Reads a file that a person chose.
 *
 * @param {File} file
 * @returns {Promise<PersonFile>}
 * @throws {Error} when the file cannot be read, naming it
 */
export function readFile(file) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.addEventListener("error", () => reject(new Error(`${file.name} cannot be read`)));
		reader.addEventListener("load", () => {
			// "data:TYPE;base64,BYTES", and "data:" alone for an empty file.
			const base64 = String(reader.result).split(",")[1] ?? "";
			const content_type = file.type === "" ? "application/octet-stream" : file.type;
			resolve({ name: file.name, content_type, base64 });
		});
		reader.readAsDataURL(file);
	});
}

/**
 * Reads the files that were chosen for a command's options.
 *
 * @param {Values} values
 * @returns {Promise<Values>}
 * @throws {Error} when a file cannot be read, naming it
 */
export async function withFiles(values) {
	const read = async (/** @type {Value} */ { chosen, ...given }) =>
		chosen ? { ...given, file: await readFile(chosen) } : given;
	const pairs = Object.entries(values).map(
		async ([name, given]) => /** @type {const} */ ([name, await read(given)]),
	);
	return Object.fromEntries(await Promise.all(pairs));
}
