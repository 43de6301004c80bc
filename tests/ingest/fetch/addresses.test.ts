import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reservedKind } from "../../../src/ingest/fetch/address-ranges.ts";
import { isHostEntry, readAllowedHosts } from "../../../src/ingest/fetch/allowed-hosts.ts";
import { checkAddress } from "../../../src/ingest/fetch/check-address.ts";

const NOBODY = readAllowedHosts([]);

function reasonFor(address: string): string | null {
	const checked = checkAddress(address, NOBODY);
	return checked.kind === "refused" ? checked.reason : null;
}

describe("addresses that are refused by how they are written", () => {
	test.each([
		// Loopback, in the notations that browsers read as IPv4.
		["http://127.0.0.1/", "127.0.0.1 is a loopback address"],
		["http://127.0.0.1./", "127.0.0.1 is a loopback address"],
		["https://127.8.9.10/", "127.8.9.10 is a loopback address"],
		["http://127.1/", "127.0.0.1 is a loopback address"],
		["http://127.0.1/", "127.0.0.1 is a loopback address"],
		["http://0x7f.1/", "127.0.0.1 is a loopback address"],
		["http://0x7F000001/", "127.0.0.1 is a loopback address"],
		["http://0177.0.0.1/", "127.0.0.1 is a loopback address"],
		["http://017700000001/", "127.0.0.1 is a loopback address"],
		["http://2130706433/", "127.0.0.1 is a loopback address"],
		["http://127。0。0。1/", "127.0.0.1 is a loopback address"],
		["http://①②⑦.⓪.⓪.①/", "127.0.0.1 is a loopback address"],
		["http://%31%32%37.0.0.1/", "127.0.0.1 is a loopback address"],
		["http:127.0.0.1", "127.0.0.1 is a loopback address"],
		["http:////127.0.0.1/", "127.0.0.1 is a loopback address"],
		["  http://127.0.0.1/  ", "127.0.0.1 is a loopback address"],
		// Other ranges of IPv4.
		["http://0/", "0.0.0.0 is an unspecified address"],
		["http://0.0.0.0:80/", "0.0.0.0 is an unspecified address"],
		["http://0.1.2.3/", "0.1.2.3 is an unspecified address"],
		["http://10.0.0.1/", "10.0.0.1 is a private address"],
		["http://0xa000001/", "10.0.0.1 is a private address"],
		["http://172.16.0.1/", "172.16.0.1 is a private address"],
		["http://172.31.255.254/", "172.31.255.254 is a private address"],
		["http://192.168.1.1/", "192.168.1.1 is a private address"],
		["http://100.64.0.1/", "100.64.0.1 is a provider's shared address"],
		["http://100.100.100.200/", "100.100.100.200 is a cloud's metadata address"],
		["http://169.254.169.254/latest/", "169.254.169.254 is a cloud's metadata address"],
		["http://169.254.43518/", "169.254.169.254 is a cloud's metadata address"],
		["http://2852039166/", "169.254.169.254 is a cloud's metadata address"],
		["http://192.0.0.192/", "192.0.0.192 is a cloud's metadata address"],
		["http://168.63.129.16/", "168.63.129.16 is a cloud's metadata address"],
		["http://169.254.1.1/", "169.254.1.1 is a link-local address"],
		["http://192.0.0.8/", "192.0.0.8 is a reserved address"],
		["http://192.0.2.7/", "192.0.2.7 is a documentation address"],
		["http://198.51.100.7/", "198.51.100.7 is a documentation address"],
		["http://203.0.113.7/", "203.0.113.7 is a documentation address"],
		["http://192.88.99.1/", "192.88.99.1 is a relay address"],
		["http://198.19.0.1/", "198.19.0.1 is a benchmarking address"],
		["http://224.0.0.1/", "224.0.0.1 is a multicast address"],
		["http://239.255.255.250/", "239.255.255.250 is a multicast address"],
		["http://240.0.0.1/", "240.0.0.1 is a reserved address"],
		["http://255.255.255.255/", "255.255.255.255 is a reserved address"],
		// IPv6.
		["http://[::1]/", "::1 is a loopback address"],
		["http://[0:0:0:0:0:0:0:1]/", "::1 is a loopback address"],
		["http://[::]/", ":: is an unspecified address"],
		["http://[::ffff:127.0.0.1]/", "::ffff:7f00:1 is an IPv4-mapped address"],
		["http://[::ffff:a9fe:a9fe]/", "::ffff:a9fe:a9fe is an IPv4-mapped address"],
		["http://[::ffff:8.8.8.8]/", "::ffff:808:808 is an IPv4-mapped address"],
		["http://[::7f00:1]/", "::7f00:1 is an IPv4-compatible address"],
		["http://[::127.0.0.1]/", "::7f00:1 is an IPv4-compatible address"],
		["http://[64:ff9b::7f00:1]/", "64:ff9b::7f00:1 is a translated address"],
		["http://[64:ff9b:1::a00:1]/", "64:ff9b:1::a00:1 is a translated address"],
		["http://[2002:7f00:1::]/", "2002:7f00:1:: is a tunnelled address"],
		["http://[2001:0:1::1]/", "2001:0:1::1 is a reserved address"],
		["http://[2001:db8::1]/", "2001:db8::1 is a documentation address"],
		["http://[3fff:123::1]/", "3fff:123::1 is a documentation address"],
		["http://[fd00:ec2::254]/", "fd00:ec2::254 is a cloud's metadata address"],
		["http://[fd12:3456::1]/", "fd12:3456::1 is a private address"],
		["http://[fc00::1]/", "fc00::1 is a private address"],
		["http://[fe80::1]/", "fe80::1 is a link-local address"],
		["http://[fec0::1]/", "fec0::1 is a private address"],
		["http://[ff02::1]/", "ff02::1 is a multicast address"],
		["http://[100::1]/", "100::1 is a reserved address"],
		["http://[5f00::1]/", "5f00::1 is a reserved address"],
		["http://[4000::1]/", "4000::1 is a reserved address"],
		// Names.
		["http://localhost/", "localhost is a reserved name"],
		["http://LocalHost./", "localhost is a reserved name"],
		["http://localhost../", "localhost is a reserved name"],
		["http://a.localhost/", "a.localhost is a reserved name"],
		["http://printer/", '"printer" is a name without a domain'],
		["http://printer.local/", "printer.local is a reserved name"],
		["http://metadata.google.internal/", "metadata.google.internal is a reserved name"],
		["http://router.lan/", "router.lan is a reserved name"],
		["http://hidden.onion/", "hidden.onion is a reserved name"],
		["http://router.home.arpa/", "router.home.arpa is a reserved name"],
		["http://lantern.test/", "lantern.test is a reserved name"],
		// Ports, credentials, schemes.
		["http://lantern.com:22/", "port 22 is neither 80 nor 443"],
		["https://lantern.com:8443/", "port 8443 is neither 80 nor 443"],
		["http://lantern.com:0/", "port 0 is neither 80 nor 443"],
		["http://ann:secret@lantern.com/", "the address holds a user name or a password"],
		["http://ann@lantern.com/", "the address holds a user name or a password"],
		["http://:secret@lantern.com/", "the address holds a user name or a password"],
		["http://lantern.com@127.0.0.1/", "the address holds a user name or a password"],
		["file:///etc/passwd", "only http and https are read, not file"],
		["ftp://lantern.com/", "only http and https are read, not ftp"],
		["gopher://127.0.0.1:6379/_FLUSHALL", "only http and https are read, not gopher"],
		["data:text/html,<h1>x", "only http and https are read, not data"],
		["javascript:alert(1)", "only http and https are read, not javascript"],
		["blob:https://lantern.com/1", "only http and https are read, not blob"],
		["view-source:https://lantern.com/", "only http and https are read, not view-source"],
		// What readers of addresses disagree about.
		["http://lantern.com\\@127.0.0.1/", "that is not the address of a page"],
		["http:\\\\127.0.0.1\\", "that is not the address of a page"],
		["ht\ntp://127.0.0.1/", "that is not the address of a page"],
		["http://lant\tern.com/", "that is not the address of a page"],
		["http://lantern.com/\0", "that is not the address of a page"],
		["http://1.2.3.4.5/", "that is not the address of a page"],
		["http://256.1.1.1/", "that is not the address of a page"],
		["http://[fe80::1%25eth0]/", "that is not the address of a page"],
		["http://[::1", "that is not the address of a page"],
		["http://", "that is not the address of a page"],
		["//lantern.com/", "that is not the address of a page"],
		["lantern.com/story", "that is not the address of a page"],
		["", "that is not the address of a page"],
		[`http://lantern.com/${"a".repeat(2_048)}`, "the address is longer than 2048 characters"],
	])("%j", (address, reason) => {
		expect(reasonFor(address)).toBe(reason);
	});
});

describe("addresses that may be asked", () => {
	test.each([
		["https://lantern.com/a?b=c#d", "https://lantern.com/a?b=c"],
		["http://lantern.com:80/", "http://lantern.com/"],
		["http://lantern.com:443/", "http://lantern.com:443/"],
		["https://LANTERN.com./x", "https://lantern.com/x"],
		[" https://lantern.com ", "https://lantern.com/"],
		["https://bücher.de/", "https://xn--bcher-kva.de/"],
		["https://lantern.com/a b", "https://lantern.com/a%20b"],
		["http://93.184.216.34/", "http://93.184.216.34/"],
		["http://172.32.0.1/", "http://172.32.0.1/"],
		["http://100.128.0.1/", "http://100.128.0.1/"],
		["http://[2606:4700::6810:84e5]/", "http://[2606:4700::6810:84e5]/"],
		["https://local.lantern.com/", "https://local.lantern.com/"],
		["https://lantern.com/http://127.0.0.1/", "https://lantern.com/http://127.0.0.1/"],
	])("%j", (address, url) => {
		const checked = checkAddress(address, NOBODY);
		expect(checked).toMatchObject({ kind: "address", allowed: false });
		expect("url" in checked && checked.url.href).toBe(url);
	});
});

test("a relative redirect is read from the page that sends on", () => {
	const checked = checkAddress("../b", NOBODY, new URL("https://lantern.com/news/a/"));
	expect("url" in checked && checked.url.href).toBe("https://lantern.com/news/b");
});

test("a secret in an address is not said again", () => {
	expect(JSON.stringify(checkAddress("http://ann:secret@lantern.com/", NOBODY))).not.toContain(
		"secret",
	);
});

test("no address of a private network is public in whatever notation", () => {
	const octet = fc.integer({ min: 0, max: 255 });
	const privately = fc.oneof(
		fc.tuple(fc.constant(10), octet, octet, octet),
		fc.tuple(fc.constant(127), octet, octet, octet),
		fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
		fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
	);
	const notations: readonly ((octets: readonly number[]) => string)[] = [
		octets => octets.join("."),
		octets => octets.map(value => `0x${value.toString(16)}`).join("."),
		octets => octets.map(value => `0${value.toString(8)}`).join("."),
		octets => String(octets.reduce((sum, value) => sum * 256 + value, 0)),
		octets => `[::ffff:${octets.join(".")}]`,
		octets => `[::${octets.join(".")}]`,
		octets => `[64:ff9b::${octets.join(".")}]`,
	];
	fc.assert(
		fc.property(privately, fc.constantFrom(...notations), (octets, write) => {
			expect(reasonFor(`http://${write(octets)}/`)).toMatch(/ address$/);
		}),
	);
});

test("what is no address has no place on the internet", () => {
	expect(reservedKind("lantern.com")).toBe("an unreadable");
});

describe("hosts that a configuration allows", () => {
	const allowed = readAllowedHosts(["wiki.intranet", "127.0.0.1:8080", "[::1]:8080", "Desk:9000"]);

	test.each([
		["http://wiki.intranet/", "address"],
		["https://wiki.intranet./", "address"],
		["http://127.0.0.1:8080/", "address"],
		["http://127.1:8080/", "address"],
		["http://[::1]:8080/", "address"],
		["http://desk:9000/", "address"],
		["http://wiki.intranet:8080/", "refused"],
		["http://other.intranet/", "refused"],
		["http://a.wiki.intranet/", "refused"],
		["http://127.0.0.1/", "refused"],
		["http://127.0.0.1:8081/", "refused"],
		["http://[::1]/", "refused"],
		["http://ann:secret@wiki.intranet/", "refused"],
		["ftp://wiki.intranet/", "refused"],
	])("%s", (address, kind) => {
		expect(checkAddress(address, allowed).kind).toBe(kind);
	});

	test.each([
		["wiki.intranet", true],
		["wiki.intranet:8080", true],
		["10.1.2.3", true],
		["[::1]:80", true],
		["::1", false],
		["http://wiki.intranet", false],
		["wiki.intranet/page", false],
		["ann@wiki.intranet", false],
		["*.intranet", false],
		["wiki.intranet:99999", false],
		["", false],
	])("%j can stand in the list: %s", (entry, fits) => {
		expect(isHostEntry(entry)).toBe(fits);
	});

	test("a list that cannot be read stops the program", () => {
		expect(() => readAllowedHosts(["http://wiki"])).toThrow(
			'allowed host: not a host or host:port ("http://wiki")',
		);
	});
});
