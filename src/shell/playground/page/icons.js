const SVG = "http://www.w3.org/2000/svg";

/** Outlines on a 24 by 24 field, drawn for this page. */
const OUTLINES = {
	hash: "M9 3 7 21M17 3l-2 18M4 8.5h17M3 15.5h17",
	at: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1",
	menu: "M4 6h16M4 12h16M4 18h16",
	moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5Z",
	more: "M5 12h.01M12 12h.01M19 12h.01",
	send: "m4 5 17 7-17 7 3-7-3-7Zm3 7h7",
	close: "M6 6l12 12M18 6 6 18",
	chevron: "m6 9 6 6 6-6",
	check: "m5 12.5 4.5 4.5L19 7.5",
	eye: "M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Zm13 0a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
	file: "M6 3h8l5 5v13H6V3Zm8 0v5h5",
	external: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
	swap: "M7 7h13l-4-4M17 17H4l4 4",
};

/**
 * A picture beside a word; screen readers pass over it.
 *
 * @param {keyof typeof OUTLINES} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
	const drawing = document.createElementNS(SVG, "svg");
	drawing.setAttribute("viewBox", "0 0 24 24");
	drawing.setAttribute("aria-hidden", "true");
	drawing.setAttribute("class", "icon");
	const path = document.createElementNS(SVG, "path");
	path.setAttribute("d", OUTLINES[name]);
	drawing.append(path);
	return drawing;
}
