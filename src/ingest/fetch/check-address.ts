import { isIP } from "node:net";
import { reservedKind } from "./address-ranges.ts";
import { type AllowedHosts, isUsualPort, portOf, withoutEndingDots } from "./allowed-hosts.ts";
import { type Refused, refused } from "./fetched.ts";

/** An address that may be asked, so far as it can be told from its writing. */
export interface CheckedAddress {
	readonly kind: "address";
	/** Without fragment and without a dot at the end of its host. */
	readonly url: URL;
	/** Listed in the configuration: its name may stand for any address. */
	readonly allowed: boolean;
}

/** What to do about a host that only a configuration can allow. */
export const ALLOW_IT =
	"if the host is meant, whoever runs the bot can allow it in the configuration";

/** What to do about something that is no address of a page. */
export const WRITE_IT = "give the address of a page as a browser shows it, beginning with https://";

/** Longer ones are refused by many servers, and by sitemaps (https://www.sitemaps.org/protocol.html). */
const LONGEST = 2048;

/** Characters that readers of addresses disagree about: one drops them, another ends the host there. */
const TREACHEROUS = /[\p{Cc}\\]/u;

/**
 * Names that no outlet has: https://www.iana.org/assignments/special-use-domain-names, and those that home and office
 * networks and clouds give to machines within (ICANN's list of collisions: .home, .corp, .mail).
 */
const INNER_NAMES = new Set([
	...[
		"localhost",
		"local",
		"localdomain",
		"internal",
		"intranet",
		"private",
		"lan",
		"home",
		"corp",
	],
	...["arpa", "test", "example", "invalid", "onion", "i2p", "alt"],
]);

/** What is wrong with an address, asked in this order; the first answer counts. */
type Objection = (url: URL) => Refused | null;

/** What holds for every address, also of a host that is allowed. */
const ALWAYS: readonly Objection[] = [wrongScheme, credentials];

/** What holds unless the configuration allows the host. */
const UNLESS_ALLOWED: readonly Objection[] = [unusualPort, innerAddress, innerName];

/**
 * Reads an address as a browser does and refuses what is none of a public page: other schemes, credentials, ports
 * but 80 and 443, addresses of private networks in every notation, names without a dot and names that are reserved.
 * What the host's name stands for is checked when a connection is made ({@link guardLookup}).
 *
 * @param text as typed, or as a redirect gave it
 * @param base what a relative redirect is relative to
 * @example checkAddress("http://0x7f.1/", hosts) // refused: 127.0.0.1 is a loopback address
 */
export function checkAddress(
	text: string,
	hosts: AllowedHosts,
	base?: URL,
): CheckedAddress | Refused {
	const written = text.trim();
	if (written.length > LONGEST) return refused(`the address is longer than ${LONGEST} characters`);
	if (TREACHEROUS.test(written) || !URL.canParse(written, base?.href))
		return refused("that is not the address of a page", WRITE_IT);
	const url = withPlainHost(new URL(written, base));
	const allowed = hosts.allow(url);
	const objections = allowed ? ALWAYS : [...ALWAYS, ...UNLESS_ALLOWED];
	for (const objection of objections) {
		const refusal = objection(url);
		if (refusal !== null) return refusal;
	}
	return { kind: "address", url, allowed };
}

function withPlainHost(url: URL): URL {
	const plain = new URL(url);
	plain.hash = "";
	plain.hostname = withoutEndingDots(plain.hostname);
	return plain;
}

/** A host as sockets and name servers take it: IPv6 addresses without brackets. */
export function bareHost(url: URL): string {
	return url.hostname.replace(/^\[|\]$/g, "");
}

function wrongScheme({ protocol }: URL): Refused | null {
	if (protocol === "http:" || protocol === "https:") return null;
	return refused(`only http and https are read, not ${protocol.slice(0, -1)}`, WRITE_IT);
}

function credentials({ username, password }: URL): Refused | null {
	if (username === "" && password === "") return null;
	return refused("the address holds a user name or a password", "leave them out of the address");
}

function unusualPort(url: URL): Refused | null {
	const port = portOf(url);
	return isUsualPort(port) ? null : refused(`port ${port} is neither 80 nor 443`, ALLOW_IT);
}

function innerAddress(url: URL): Refused | null {
	const host = bareHost(url);
	const kind = isIP(host) === 0 ? null : reservedKind(host);
	return kind === null ? null : refused(`${host} is ${kind} address`, ALLOW_IT);
}

function innerName(url: URL): Refused | null {
	const host = bareHost(url);
	if (isIP(host) !== 0) return null;
	const labels = host.split(".");
	const last = labels.at(-1) ?? "";
	if (INNER_NAMES.has(last)) return refused(`${host} is a reserved name`, ALLOW_IT);
	return labels.length > 1 ? null : refused(`"${host}" is a name without a domain`, ALLOW_IT);
}
