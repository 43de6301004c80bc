/** Hosts that may be asked though a rule would refuse them. */
export interface AllowedHosts {
	/** Whether the host and port of an address are among them. */
	readonly allow: (url: URL) => boolean;
}

const USUAL_PORTS: readonly string[] = ["80", "443"];

/**
 * The port that an address names or means: "443" of https://news.example/.
 */
export function portOf(url: URL): string {
	if (url.port !== "") return url.port;
	return url.protocol === "https:" ? "443" : "80";
}

/** Whether a server of pages listens at this port by custom: 80 and 443. */
export function isUsualPort(port: string): boolean {
	return USUAL_PORTS.includes(port);
}

/** A host's name without the dots that end it: "localhost" of "localhost.". */
export function withoutEndingDots(host: string): string {
	return host.replace(/\.+$/, "");
}

/**
 * Reads the list of a configuration: names or IP addresses with or without a port. An entry without a port
 * allows ports 80 and 443; `*` is no wildcard.
 *
 * @example readAllowedHosts(["wiki.intranet", "127.0.0.1:8080", "[::1]:8080"])
 * @throws Error where an entry is no host; {@link isHostEntry} tells beforehand.
 */
export function readAllowedHosts(entries: readonly string[]): AllowedHosts {
	const allowed = new Set(entries.flatMap(hostsOf));
	return { allow: url => allowed.has(keyOf(url.hostname, portOf(url))) };
}

/** Whether an entry can stand in the list of allowed hosts. */
export function isHostEntry(entry: string): boolean {
	return HOST_ENTRY.test(entry) && URL.canParse(`http://${entry}`);
}

const HOST_ENTRY = /^(?:\[[\da-f:.]+\]|[^\s/?#@:\\*[\]]+)(?::\d{1,5})?$/i;

function hostsOf(entry: string): readonly string[] {
	if (!isHostEntry(entry)) throw new Error(`allowed host: not a host or host:port ("${entry}")`);
	const { hostname } = new URL(`http://${entry}`);
	const port = /:(\d+)$/.exec(entry)?.[1];
	const ports = port === undefined ? USUAL_PORTS : [String(Number(port))];
	return ports.map(each => keyOf(hostname, each));
}

function keyOf(hostname: string, port: string): string {
	return `${withoutEndingDots(hostname)}:${port}`;
}
