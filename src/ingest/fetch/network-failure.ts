import { refusedKind } from "./check-address.ts";
import { type Failed, failed, type Refused, refused } from "./fetched.ts";
import { ReservedAddressError } from "./guarded-lookup.ts";

/** Codes of errors by node and undici, and what they mean to a reader; the first that fits counts. */
const MEANINGS: readonly (readonly [code: RegExp, meaning: (host: string) => string])[] = [
	[/^ENOTFOUND$|^ENODATA$/, host => `there is no host called ${host}`],
	[/^EAI_/, host => `the name ${host} cannot be looked up just now`],
	[/^ECONNREFUSED$/, host => `nothing answers at ${host}`],
	[/^E(?:HOST|NET)(?:UNREACH|DOWN)$|^EADDRNOTAVAIL$/, host => `${host} cannot be reached`],
	[/^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/, host => `${host} took too long to connect`],
	[/^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$|^TimeoutError$/, host => `${host} took too long to answer`],
	[/^AbortError$|^UND_ERR_(?:ABORTED|DESTROYED|CLOSED)$/, () => "it was stopped"],
	[/CERT|TLS|SSL|^EPROTO$/, host => `the connection to ${host} is not secure`],
	[
		/^HPE_|^HTTPParserError$|^UND_ERR_(?:HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH)$/,
		host => `${host} does not answer as web servers do`,
	],
	[/^UND_ERR_SOCKET$|^ECONNRESET$|^EPIPE$|^ECONNABORTED$/, host => `${host} broke off`],
];

/** What an error of the network means: a name for a private address is refused, all else may pass. */
export function networkFailure(error: unknown, host: string): Refused | Failed {
	if (error instanceof ReservedAddressError) {
		const { reason, remedy } = refusedKind(error.address, error.reserved);
		return refused(`${error.host} stands for ${reason.replace(" is ", ", ")}`, remedy);
	}
	const code = codeOf(error);
	const meaning = MEANINGS.find(([pattern]) => pattern.test(code))?.[1];
	return failed(meaning?.(host) ?? `${host} could not be read (${code})`);
}

function codeOf(error: unknown): string {
	if (!(error instanceof Error)) return "unknown";
	return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
