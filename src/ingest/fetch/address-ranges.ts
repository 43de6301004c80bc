import { BlockList, isIP } from "node:net";

type Family = "ipv4" | "ipv6";

/** Addresses that share their first bits, and what they are; "a loopback" is read before "address". */
type Range = readonly [name: string, family: Family, prefix: string, bits: number];

/**
 * Ranges that no outlet publishes from, named.
 *
 * https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry, with multicast
 * (RFC 5771, RFC 4291), site-local (RFC 3879) and the addresses where clouds answer machines about
 * themselves: most are link-local, and those that are not stand here by themselves, first.
 */
const RANGES: readonly Range[] = [
	["a cloud's metadata", "ipv4", "100.100.100.200", 32],
	["a cloud's metadata", "ipv4", "168.63.129.16", 32],
	["a cloud's metadata", "ipv4", "169.254.169.254", 32],
	["a cloud's metadata", "ipv4", "192.0.0.192", 32],
	["a cloud's metadata", "ipv6", "fd00:ec2::254", 128],
	["an unspecified", "ipv4", "0.0.0.0", 8],
	["a private", "ipv4", "10.0.0.0", 8],
	["a provider's shared", "ipv4", "100.64.0.0", 10],
	["a loopback", "ipv4", "127.0.0.0", 8],
	["a link-local", "ipv4", "169.254.0.0", 16],
	["a private", "ipv4", "172.16.0.0", 12],
	["a reserved", "ipv4", "192.0.0.0", 24],
	["a documentation", "ipv4", "192.0.2.0", 24],
	["a relay", "ipv4", "192.88.99.0", 24],
	["a private", "ipv4", "192.168.0.0", 16],
	["a benchmarking", "ipv4", "198.18.0.0", 15],
	["a documentation", "ipv4", "198.51.100.0", 24],
	["a documentation", "ipv4", "203.0.113.0", 24],
	["a multicast", "ipv4", "224.0.0.0", 4],
	["a reserved", "ipv4", "240.0.0.0", 4],
	["an unspecified", "ipv6", "::", 128],
	["a loopback", "ipv6", "::1", 128],
	["an IPv4-mapped", "ipv6", "::ffff:0:0", 96],
	["an IPv4-compatible", "ipv6", "::", 96],
	["a translated", "ipv6", "64:ff9b::", 96],
	["a translated", "ipv6", "64:ff9b:1::", 48],
	["a reserved", "ipv6", "2001::", 23],
	["a documentation", "ipv6", "2001:db8::", 32],
	["a tunnelled", "ipv6", "2002::", 16],
	["a documentation", "ipv6", "3fff::", 20],
	["a private", "ipv6", "fc00::", 7],
	["a link-local", "ipv6", "fe80::", 10],
	["a private", "ipv6", "fec0::", 10],
	["a multicast", "ipv6", "ff00::", 8],
];

const LISTS = RANGES.map(
	([name, family, prefix, bits]) => [name, family, listOf(family, prefix, bits)] as const,
);

/** All that is given out for use on the internet so far (RFC 4291, section 2.4): the rest is reserved. */
const GLOBAL_IPV6 = listOf("ipv6", "2000::", 3);

function listOf(family: Family, prefix: string, bits: number): BlockList {
	const list = new BlockList();
	list.addSubnet(prefix, bits, family);
	return list;
}

/**
 * What kind of address this is, where it is none of the public internet: "a loopback", "a private", "a
 * multicast"; null for a public one. What is no address at all is "an unreadable".
 *
 * @example reservedKind("10.0.0.1") // "a private"
 * @example reservedKind("::ffff:7f00:1") // "an IPv4-mapped"
 */
export function reservedKind(address: string): string | null {
	const version = isIP(address);
	if (version === 0) return "an unreadable";
	const family = version === 4 ? "ipv4" : "ipv6";
	// A list of one family would also match a mapped address of the other, which has a name of its own.
	const range = LISTS.find(([, own, list]) => own === family && list.check(address, family));
	if (range !== undefined) return range[0];
	return family === "ipv4" || GLOBAL_IPV6.check(address, family) ? null : "a reserved";
}
