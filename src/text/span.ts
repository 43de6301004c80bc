/** Half-open offsets in UTF-16 code units into a text, usually an article's body. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The words of `text` at `span`, verbatim. */
export function slice(text: string, span: Span): string {
	return text.slice(span.start, span.end);
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies within `outer`; equal spans do. */
export function contains(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same span, counted from `offset` code units further on. */
export function shift<T extends Span>(span: T, offset: number): T {
	return { ...span, start: span.start + offset, end: span.end + offset };
}
