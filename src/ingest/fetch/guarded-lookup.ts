import type { LookupAddress } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { reservedKind } from "./address-ranges.ts";

/** The addresses that a host's name stands for; rejects as node:dns does where there are none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** Asks the system, as browsers do: its hosts file, then its name servers. */
export const systemResolve: Resolve = host => systemLookup(host, { all: true });

/** A name that stands for addresses of a private network only; its message says which. */
export class ReservedAddressError extends Error {
	constructor(host: string, address: string) {
		super(`${host} stands for ${address}, ${reservedKind(address)} address`);
		this.name = "ReservedAddressError";
	}
}

/**
 * A lookup for sockets that hands out public addresses alone, so that the address checked is the address connected
 * to: a name that answers differently the next time gains nothing. Where a name has none, the socket fails with a
 * {@link ReservedAddressError}. Sockets never look up a host that is written as an address.
 */
export function guardLookup(resolve: Resolve): LookupFunction {
	return lookupThrough(async host => {
		const addresses = await resolve(host);
		const open = addresses.filter(({ address }) => reservedKind(address) === null);
		const [first] = addresses;
		if (open.length > 0 || first === undefined) return open;
		throw new ReservedAddressError(host, first.address);
	});
}

/** A lookup for sockets of hosts that the configuration allows: whatever their names stand for. */
export function lookupThrough(resolve: Resolve): LookupFunction {
	return (host, { all }, callback) => {
		resolve(host).then(
			addresses => {
				const [first] = addresses;
				if (first === undefined) callback(nothingFound(host), "");
				else if (all === true) callback(null, [...addresses]);
				else callback(null, first.address, first.family);
			},
			(error: NodeJS.ErrnoException) => callback(error, ""),
		);
	};
}

function nothingFound(host: string): NodeJS.ErrnoException {
	return Object.assign(new Error(`${host} stands for no address`), { code: "ENOTFOUND" });
}
