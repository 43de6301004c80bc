/** What is used of https://github.com/holepunchto/fs-native-extensions, which has no types of its own. */
declare module "fs-native-extensions" {
	/** Locks the whole of an open file for this opening of it alone; false where another has it. */
	export function tryLock(fileDescriptor: number): boolean;
}
