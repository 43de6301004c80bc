import { describe, expect, test } from "vitest";
import { readPdf } from "../../../src/ingest/extract/pdf.ts";
import { linesOf, type PdfRun, paragraphsOf } from "../../../src/ingest/extract/pdf-lines.ts";

const NOW = new Date("2026-03-01T12:00:00Z");

/** A line of a page: its words, where it stands and how large it is. */
type Printed = readonly [text: string, y: number, size?: number];

/** A PDF file with these pages, as a program without compression writes it. */
function pdf(pages: readonly (readonly Printed[])[], matter = ""): Uint8Array {
	const objects: string[] = [
		"<< /Type /Catalog /Pages 2 0 R >>",
		`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${5 + 2 * at} 0 R`).join(" ")}] >>`,
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		`<< ${matter} >>`,
	];
	for (const lines of pages) {
		const words = lines
			.map(([text, y, size = 10]) => `BT /F1 ${size} Tf 50 ${y} Td (${text}) Tj ET`)
			.join("\n");
		objects.push(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
			`<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
		);
	}
	let file = "%PDF-1.4\n";
	const offsets = objects.map((object, at) => {
		const offset = file.length;
		file += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(offset).padStart(10, "0")} 00000 n \n`;
	});
	const start = file.length;
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
	file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF`;
	return new TextEncoder().encode(file);
}

const STORY: readonly Printed[] = [
	["Quay to grow", 760, 20],
	["The harbour council voted on Monday to wid-", 720],
	["en the northern quay by forty meters.", 708],
	["Work begins in May and lasts two years.", 680],
];

describe("a PDF file", () => {
	test("gives its paragraphs and what it tells of itself", async () => {
		const matter = "/Title (Quay to grow) /Author (Ann Sailor) /CreationDate (D:20260203101500Z)";
		expect(await readPdf(pdf([STORY], matter), NOW)).toEqual({
			kind: "extracted",
			outlet: null,
			title: "Quay to grow",
			author: "Ann Sailor",
			published: { date: "2026-02-03", from: "text", confirmed: false },
			language: null,
			address: null,
			text: "Quay to grow\n\nThe harbour council voted on Monday to widen the northern quay by forty meters.\n\nWork begins in May and lasts two years.",
			partial: false,
		});
	});

	test("has no title where a program named the file", async () => {
		const outcome = await readPdf(pdf([STORY], "/Title (Microsoft Word - quay.docx)"), NOW);
		expect(outcome).toMatchObject({ title: null, author: null, published: null });
	});

	test("leaves the caller's bytes", async () => {
		const bytes = pdf([STORY]);
		await readPdf(bytes, NOW);
		expect(bytes.byteLength).toBeGreaterThan(500);
	});

	test.each([
		["is torn", pdf([STORY]).slice(0, 60), /damaged/],
		["is noise", new TextEncoder().encode(`%PDF-1.7\n${"x".repeat(5_000)}`), /damaged/],
		["is of pictures", pdf([[]]), /has no text/],
		["is a book", pdf(Array.from({ length: 201 }, () => STORY)), /has 201 pages/],
	])("that %s is refused", async (_, bytes, reason) => {
		expect(await readPdf(bytes, NOW)).toMatchObject({
			kind: "refused",
			reason: expect.stringMatching(reason),
		});
	});
});

function run(str: string, x: number, y: number, height = 10): PdfRun {
	return {
		str,
		transform: [height, 0, 0, height, x, y],
		width: str.length * 5,
		height,
	};
}

describe("lines of a PDF page", () => {
	test("are joined of their runs, with a space where one is seen", () => {
		const runs = [
			run("For", 50, 700),
			run("ty", 65, 700),
			run("meters", 80, 700),
			run("Next", 50, 688),
		];
		expect(linesOf(runs, 1).map(({ text }) => text)).toEqual(["Forty meters", "Next"]);
	});

	test("take a raised mark for a part of theirs", () => {
		const runs = [run("Quay", 50, 700), run("1", 70, 703, 6), run(" grows", 75, 700)];
		expect(linesOf(runs, 1).map(({ text }) => text)).toEqual(["Quay1 grows"]);
	});
});

describe("paragraphs of lines", () => {
	const at = (text: string, base: number, page = 1, left = 50) => ({
		...{ text, page, base, left, height: 10 },
	});

	test.each([
		["lines that follow each other", [at("The quay", 700), at("grows.", 688)], ["The quay grows."]],
		["a gap", [at("The quay.", 700), at("It grows.", 660)], ["The quay.", "It grows."]],
		["a column", [at("The quay.", 100), at("It grows.", 700)], ["The quay.", "It grows."]],
		[
			"an indented line",
			[at("The quay.", 700), at("It grows.", 688, 1, 70)],
			["The quay.", "It grows."],
		],
		["a sentence over two pages", [at("The quay", 50), at("grows.", 700, 2)], ["The quay grows."]],
		[
			"a sentence that ends with its page",
			[at("It grows.", 50), at("Work", 700, 2)],
			["It grows.", "Work"],
		],
		[
			"a hyphen before a capital",
			[at("Vice-", 700), at("Admiral Reed", 688)],
			["Vice- Admiral Reed"],
		],
		["page numbers", [at("The quay.", 700), at("12", 20)], ["The quay."]],
		[
			"running heads",
			[
				at("Port News 1", 780),
				at("The quay", 700),
				at("Port News 2", 780, 2),
				at("grows.", 700, 2),
			],
			["The quay grows."],
		],
	])("%s", (_, lines, paragraphs) => {
		expect(paragraphsOf(lines)).toEqual(paragraphs);
	});
});
