import { ALLOW_IT } from "./check-address.ts";
import { BRING_IT, type Failed, failed, type Refused, refused } from "./fetched.ts";
import { ReservedAddressError } from "./guarded-lookup.ts";

/** What an error means to a reader, with HOST for the host, and what helps, unless it is time alone. */
type Meaning = readonly [code: RegExp, reason: string, remedy?: string];

/** What to do about a site that only http reads. */
const WITHOUT_TLS = `write http:// before the address, or ${BRING_IT}`;

/** Codes of errors by node and undici; the first that fits counts. */
const MEANINGS: readonly Meaning[] = [
	[/^ENOTFOUND$|^ENODATA$/, "there is no host called HOST", "check how the address is written"],
	[/^EAI_/, "the name HOST cannot be looked up just now"],
	[/^ECONNREFUSED$/, "nothing answers at HOST"],
	[/^E(?:HOST|NET)(?:UNREACH|DOWN)$|^EADDRNOTAVAIL$/, "HOST cannot be reached"],
	[/^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/, "HOST took too long to connect"],
	[/^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$|^TimeoutError$/, "HOST took too long to answer"],
	[/^AbortError$|^UND_ERR_(?:ABORTED|DESTROYED|CLOSED)$/, "it was stopped"],
	[/^EPROTO$|SSL_(?:WRONG_VERSION|PACKET_LENGTH)/, "HOST answers without https", WITHOUT_TLS],
	[/CERT|TLS|SSL/, "the connection to HOST is not secure", BRING_IT],
	[
		/^HPE_|^HTTPParserError$|^UND_ERR_(?:HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH)$/,
		"HOST does not answer as web servers do",
	],
	[/^UND_ERR_SOCKET$|^ECONNRESET$|^EPIPE$|^ECONNABORTED$/, "HOST broke off"],
];

/** What an error of the network means: a name for a private address is refused, all else may pass. */
export function networkFailure(error: unknown, host: string): Refused | Failed {
	if (error instanceof ReservedAddressError) return refused(error.message, ALLOW_IT);
	const code = codeOf(error);
	const meaning = MEANINGS.find(([pattern]) => pattern.test(code));
	const [, reason, remedy] = meaning ?? [null, `HOST could not be read (${code})`];
	const said = reason.replace("HOST", host);
	return failed(said, remedy === undefined ? {} : { remedy });
}

function codeOf(error: unknown): string {
	if (!(error instanceof Error)) return "unknown";
	return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
