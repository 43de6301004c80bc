import { byId, element } from "./element.js";
import { icon } from "./icons.js";
import { avatar } from "./message.js";
import { moveFocus, openMenu } from "./popup.js";

/** @import { PersonChannel, PersonState, PersonUser } from "../protocol.ts" */

/** The width at which page.css turns the channel list into a drawer. */
const NARROW = "(max-width: 720px)";

/**
 * @typedef {object} SidebarNeeds
 * @property {(channel: PersonChannel) => void} open
 * @property {(user: PersonUser) => void} become
 */

/**
 * What the sidebar shows.
 *
 * @typedef {object} Places
 * @property {PersonState} state
 * @property {PersonChannel} channel the one that is open
 * @property {ReadonlySet<string>} unread ids of channels with something new
 */

/**
 * @param {string} name
 * @returns {string} "PN" for "Press Newsroom"
 */
function initials(name) {
	const letters = name.split(/\s+/).map(word => [...word][0] ?? "");
	return letters.join("").slice(0, 3).toUpperCase();
}

/**
 * @param {string} label
 * @param {{ readonly current: boolean, readonly open: () => void }} row
 * @param {...(Node | string)} children
 * @returns {HTMLButtonElement}
 */
function stop(label, { current, open }, ...children) {
	return element(
		"button",
		{
			type: "button",
			"aria-label": label,
			title: label,
			"aria-current": current ? "page" : null,
			tabindex: current ? 0 : -1,
			onclick: open,
		},
		...children,
	);
}

/**
 * @param {HTMLElement} box
 * @param {readonly HTMLButtonElement[]} stops
 */
function fill(box, stops) {
	const hadFocus = box.contains(document.activeElement);
	if (stops.every(({ tabIndex }) => tabIndex !== 0)) stops[0]?.setAttribute("tabindex", "0");
	box.replaceChildren(...stops);
	if (hadFocus) stops.find(({ tabIndex }) => tabIndex === 0)?.focus();
	// Assigned, so that the one for the stops before is gone; what it returns must not be false.
	box.onkeydown = event => void moveFocus(event, stops);
}

/**
 * @param {Places} places
 * @param {SidebarNeeds} needs
 */
function drawPlaces({ state, channel }, needs) {
	const direct = state.channels.find(({ kind }) => kind === "dm");
	const home =
		direct &&
		stop(
			"Direct messages",
			{ current: channel.guild === null, open: () => needs.open(direct) },
			avatar({ ...state.bot, bot: true }),
		);
	const guilds = state.guilds.map(guild => {
		const first = state.channels.find(candidate => candidate.guild === guild.id);
		return stop(
			guild.name,
			{ current: channel.guild === guild.id, open: () => first && needs.open(first) },
			initials(guild.name),
		);
	});
	fill(byId("places"), home ? [home, ...guilds] : guilds);
}

/**
 * @param {Places} places
 * @param {SidebarNeeds} needs
 */
function drawChannels({ state, channel, unread }, needs) {
	const here = state.channels.filter(({ guild }) => guild === channel.guild);
	const stops = here.map(candidate => {
		const isUnread = unread.has(candidate.id);
		const made = stop(
			isUnread ? `${candidate.name}, new messages` : candidate.name,
			{ current: candidate.id === channel.id, open: () => needs.open(candidate) },
			candidate.kind === "dm" ? avatar({ ...state.bot, bot: true }) : icon("hash"),
			element("span", {}, candidate.name),
		);
		made.classList.toggle("unread", isUnread);
		return made;
	});
	fill(byId("channels"), stops);
	const guild = state.guilds.find(({ id }) => id === channel.guild);
	byId("place-name").textContent = guild?.name ?? "Direct messages";
}

/** @type {Readonly<Record<PersonUser["role"], string>>} */
const ROLES = { moderator: "Moderator", member: "Member", bot: "App" };

/**
 * @param {PersonUser} user
 * @returns {string} "Moderator, administrator"
 */
function roleOf(user) {
	return user.administrator ? `${ROLES[user.role]}, administrator` : ROLES[user.role];
}

/**
 * @param {Places} places
 * @param {SidebarNeeds} needs
 */
function drawAccount({ state }, needs) {
	const { user, users } = state;
	const made = element(
		"button",
		{ type: "button", class: "account-button", "aria-haspopup": "menu" },
		avatar(user),
		element(
			"span",
			{ class: "account-words" },
			element("span", { class: "account-name" }, user.global_name),
			element("span", { class: "muted" }, roleOf(user)),
		),
		icon("swap"),
	);
	made.setAttribute("aria-label", `You are ${user.global_name}, ${roleOf(user)}. Be somebody else`);
	made.addEventListener("click", () => {
		const items = users.map((other, index) => ({
			label: `${other.global_name} (${roleOf(other)})`,
			checked: other.id === user.id,
			run: () => needs.become(other),
			...(index === 0 ? { group: "Be somebody else" } : {}),
		}));
		openMenu("Members", items, made);
	});
	byId("account").replaceChildren(made);
}

/**
 * Draws servers, channels, and who one is.
 *
 * @param {Places} places
 * @param {SidebarNeeds} needs
 */
export function drawSidebar(places, needs) {
	drawPlaces(places, needs);
	drawChannels(places, needs);
	drawAccount(places, needs);
}

/** Lets the channel list open over the page where it is too narrow for both. */
export function bindDrawer() {
	const drawer = byId("drawer");
	const shade = byId("drawer-shade");
	const opener = byId("drawer-button");
	opener.append(icon("menu"));
	opener.addEventListener("click", () => setDrawer(!drawer.classList.contains("open")));
	shade.addEventListener("click", () => setDrawer(false));
	// Wide again, the list stands beside the chat, which must not stay out of reach.
	matchMedia(NARROW).addEventListener("change", () => setDrawer(false));
	drawer.addEventListener("keydown", event => {
		if (event.key !== "Escape" || !drawer.classList.contains("open")) return;
		setDrawer(false);
		opener.focus();
	});
}

/** @param {boolean} open */
export function setDrawer(open) {
	const drawer = byId("drawer");
	drawer.classList.toggle("open", open);
	byId("drawer-shade").hidden = !open;
	byId("chat").inert = open;
	byId("drawer-button").setAttribute("aria-expanded", String(open));
	const current = byId("channels").querySelector("[tabindex='0']");
	if (open && current instanceof HTMLElement) current.focus();
}
