/** A scheme at the beginning of an address, which a host with a port (`example.org:8080`) has not. */
const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/iu;

/** A path of Windows, whose drive looks like a scheme. */
const DRIVE = /^[a-z]:/iu;

/** A host with a dot, in brackets or with a port. */
const HOST =
	/^(?:[^\s.:@[\]]+(?:\.[^\s.:@[\]]+)+\.?(?::\d+)?|\[[^\s\]]+\](?::\d+)?|[^\s.:@]+:\d+)$/u;

/** Endings of files that no domain has. */
const FILE = /\.(?:html?|txt|pdf)$/iu;

/** An address as somebody typed it, with the scheme that was left out: `example.org/a`. */
export function addressOf(typed: string): string {
	return SCHEME.test(typed) ? typed : `https://${typed}`;
}

/** Whether what somebody typed is no web address at all, but a word, or a file's name or path. */
export function isNoAddress(typed: string): boolean {
	if (DRIVE.test(typed)) return true;
	if (SCHEME.test(typed)) return false;
	const [host = ""] = typed.split(/[/?#]/u);
	return !HOST.test(host) || FILE.test(host);
}
