/** @import { PersonFile } from "../protocol.ts" */

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
