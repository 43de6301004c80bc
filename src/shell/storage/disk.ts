import { link, mkdir, open, rename, rm } from "node:fs/promises";
import { platform } from "node:process";

/** How files are changed so that they outlast a crash. Handed over, so that tests can let it fail. */
export interface Disk {
	/** Writes a file that is not there yet, and waits until the disk has its bytes. */
	readonly create: (path: string, text: string) => Promise<void>;
	/** Gives a file a second name; fails where that name is taken. */
	readonly link: (from: string, to: string) => Promise<void>;
	/** Gives a file another name, whoever has that. */
	readonly rename: (from: string, to: string) => Promise<void>;
	/** Removes a file or a folder with all in it, or nothing where there is none. */
	readonly remove: (path: string) => Promise<void>;
	readonly makeFolder: (path: string) => Promise<void>;
	/** Waits until the disk has the names that are in a folder. */
	readonly syncFolder: (path: string) => Promise<void>;
}

/** The disk of the machine. */
export const machineDisk: Disk = {
	create,
	link,
	rename,
	remove: path => rm(path, { recursive: true, force: true }),
	makeFolder: async path => void (await mkdir(path, { recursive: true })),
	syncFolder,
};

async function create(path: string, text: string): Promise<void> {
	const file = await open(path, "wx");
	try {
		await file.writeFile(text);
		await file.sync();
	} finally {
		await file.close();
	}
}

async function syncFolder(path: string): Promise<void> {
	// Windows opens no folders; its file system journals names by itself.
	if (platform === "win32") return;
	const folder = await open(path, "r");
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
