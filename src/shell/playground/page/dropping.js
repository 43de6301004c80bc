/**
 * Takes files that are dropped anywhere on the page, which a browser would otherwise open in its place.
 *
 * @param {(file: File) => boolean} take the first of those dropped; false where nothing takes one
 * @param {(words: string) => void} complain
 */
export function bindDropping(take, complain) {
	const isOfFiles = (/** @type {DragEvent} */ { dataTransfer }) =>
		dataTransfer?.types.includes("Files") ?? false;
	document.addEventListener("dragover", event => {
		if (isOfFiles(event)) event.preventDefault();
	});
	document.addEventListener("drop", event => {
		// A field that takes a file takes it by itself, in a form too.
		const isInField = event.target instanceof HTMLInputElement && event.target.type === "file";
		if (!isOfFiles(event) || isInField) return;
		event.preventDefault();
		const file = event.dataTransfer?.files[0];
		if (file && !take(file)) complain("Type a command that takes a file, then drop the file again");
	});
}
