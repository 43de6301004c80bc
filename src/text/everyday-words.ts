import { baseOf } from "./irregular-verbs.ts";
import { stems } from "./terms.ts";

// A word that people ask with, and the words that newsrooms write for it. Only such as mean the same
// where both are news: what a word means beside that is left out.
const ROWS = `
money: cash funds funding dollars
cash: money funds funding
funds: money cash
bucks: dollars money
dough: money cash
spend: expenses spending purchase bought buy
blow: spend spent
blew: spend spent
splurge: spend spent
pay: spend spent price cost
paid: spend spent bought sold price cost
fork: pay paid
price: cost sold
pricey: cost price expensive
cheap: price low inexpensive
cost: price paid pay sold spend spent bought
worth: valued value
invest: funding backed raised
investors: funding backers backed
raise: funding backed raised collected
earn: salary paid income wage profit
salary: pay wage earn
bonus: pay
grant: award funding
donate: gave contribute contribution
fine: penalty
bill: legislation measure package
law: legislation act statute
lawmaker: congress congressmen senators representatives legislators parliament
feds: government federal
government: federal state administration ministry prosecutors
administration: government
authorities: police officials government prosecutors
cops: police officers
cop: police officer
police: officers
prosecutor: government attorney
attorney: lawyer counsel
lawyer: attorney counsel
boss: ceo president chief executive head manager director chairman
ceo: chief executive president
run: head lead manage chief
job: position post role work alderman employed
work: employ employee staff
staff: employees workers people
employee: people workers staff
worker: employee staff people
hire: employ recruit
fire: dismiss sack layoff
sack: dismiss fire
dismissed: sacked layoff fired redundancies
quit: resign resignation leave
resign: quit resignation
retire: resign
startup: upstart company firm
firm: company business
company: firm business startup
business: company firm
corporation: company firm
maker: manufacturer producer
found: launch establish start
founded: launched established started
start: begin launch found
begin: start launch
end: finish reopen conclude expire
launch: start release introduce unveil
release: launch ship offer introduce publish
ship: deliver release offer
sell: flog market offer
flog: sell market offer
flogging: selling sell marketing
buy: purchase acquire bought
bought: purchased acquired
purchase: buy acquire acquisition
acquire: buy purchase
takeover: acquisition acquire purchase
merger: acquisition
deal: agreement acquisition accord transaction pact
agreement: deal accord pact
client: customer
customer: client buyer
user: customer
gear: equipment
kit: equipment
box: server machine system computer chassis
computer: machine system
machine: system computer
chip: processor microprocessor
processor: chip microprocessor
juice: power electricity energy
electricity: power energy
power: electricity energy
room: space
space: room
kids: children child
kid: child children
dad: father
father: dad
mom: mother
mum: mother
wife: spouse
husband: spouse
spouse: wife husband
folks: people
guy: man
guys: people men
house: home
home: house
doctor: physician
ill: sick illness hospitalized
illness: disorder disease sick psychological health condition
sick: ill illness infected
disease: illness virus
hurt: injured wounded
injured: hurt wounded
wounded: injured hurt
die: kill killed death dead
died: killed dead deaths
death: killed died fatal
dead: killed died deaths
kill: dead died death
killed: dead died deaths
victim: killed dead casualties
missing: unaccounted
rescue: save
evacuate: flee leave
flee: evacuate
blackout: power outage electricity
outage: power blackout
storm: typhoon hurricane cyclone
typhoon: storm
hurricane: storm
quake: earthquake tremor
earthquake: quake
flood: flooding inundate
blaze: fire
wildfire: fire blaze
crash: collision
plane: aircraft jet flight airliner
aircraft: plane jet
jail: prison imprisonment sentence
jailed: prison sentenced imprisonment
prison: jail imprisonment sentence
sentence: prison imprisonment jail
longest: maximum
biggest: largest greatest highest
worst: biggest casualties heaviest
maximum: most up
face: carries carry risk
bar: lounge pub tavern nightclub
guilty: plead convicted
convicted: guilty
charge: indict accuse count
charged: indicted accused
accuse: charge allege
sue: lawsuit suit challenge
sued: lawsuit suit filed
suit: lawsuit sue litigation
lawsuit: suit sue litigation
court: judge trial hearing
trial: court
hearing: court
cry: tears weep
crying: tears weeping
weep: tears cry
arrest: detain custody caught
caught: arrested arrests detained
catch: arrest detain
steal: theft stolen rob
stolen: theft stole
gun: weapon firearm rifle pistol
weapon: gun firearm
shot: shooting gunfire
bomb: explosive device
blast: explosion
attack: assault strike
protest: demonstration rally
demo: demonstration protest
poll: survey
survey: poll
vote: ballot election
elect: election vote
elected: election won
re-elected: re-election
president: leader
leader: president head
against: oppose opposed
oppose: against object disapprove
disapprove: oppose
okayed: approved authorized passed appropriated
okay: approve authorize pass appropriate
approve: authorize pass appropriate
pass: approve
ban: prohibit bar block
prohibit: ban
stop: halt block prevent end
halt: stop suspend
block: stop prevent
delay: postpone
postponed: delayed
cancel: scrap ground
scrap: cancel
shut: closed shutdown closure
shutdown: closed shut
close: shut
cut: reduce slash lower
reduce: cut lower
lower: cut reduce
boost: raise increase lift
bump: raise increase
hike: raise increase
jump: increase rise
gain: rise climb
increase: raise rise hike
rise: climb increase
hammered: casualties plunged plummeted hit losses fell
hit: affected targeted hammered
affected: hit targeted impact
target: hit affect
plunge: fall drop plummet tumble
tumble: fall drop plunge
tank: fall plunge
shed: fall lose
sank: fell dropped
drop: fall decline plunge
fall: drop decline sink
collapse: fall plunge decline drop
slump: fall decline
stock: share
stocks: shares
share: stock
shares: stocks stock
market: stocks
levy: tariff duty tax
duty: tariff levy
duties: tariffs levies
tariff: duty duties levy levies
tax: levy
punish: penalize
spare: exclude exempt
spared: excluded exempt
exempt: exclude
soya: soybeans
soy: soybeans
soybean: soya
farm: farmers agricultural
farmer: agricultural farm growers
grower: farmers
aid: relief assistance bailout
bailout: aid rescue
relief: aid
family: household
families: households
household: family families
american: US
boat: sea ship
freighter: ship sea vessel
vessel: ship
goods: products imports items
product: goods items
stuff: goods products items
item: goods products
import: goods products
talks: negotiations
negotiate: talks
meet: meeting summit
meeting: summit
summit: meeting
warn: warning caution
blame: responsible fault
admit: acknowledge confess
acknowledge: admit
deny: reject
rejected: refused spurned
refuse: decline reject
want: seek demand request ask
wants: seek demand requested
demand: request seek ask
request: demand seek
seek: want demand
hand: give grant
give: grant allocate award provide
gave: granted allocated awarded provided
allocate: grant
contribute: donate
grab: divert take seize
take: divert
divert: reroute move shift tap
drug: narcotics counternarcotics counter-drug
drugs: narcotics
narcotics: drug
pentagon: defense military
military: defense pentagon
defense: military pentagon
army: military troops soldiers
soldier: troops
troops: soldiers
migrant: immigrants
immigrant: migrants
disaster: hurricane flood relief emergency
wall: barrier fence fencing
barrier: wall fence
mile: kilometers
old: age aged
size: inches feet square
grow: growth
growth: grow expand
economy: GDP growth
GDP: economy
recession: downturn
unemployed: jobless
jobless: unemployed
joblessness: unemployment
movie: film
film: movie
car: vehicle automobile
vehicle: car
carmaker: automaker
phone: smartphone handset
scientist: researcher
researcher: scientist
study: research report
school: students
pupil: student
player: athlete
win: won victory
lose: lost defeat
beat: defeat
goal: score
inventor: founder idea
founder: co-founder
idea: concept
picture: photo
secret: private
private: secret
risk: danger
harm: hurt damage
damage: losses
owner: own
belong: own
neighbor: resident
resident: people
city: town
town: city
`;

function readRows(rows: string): ReadonlyMap<string, ReadonlySet<string>> {
	const read = new Map<string, Set<string>>();
	for (const row of rows.trim().split("\n")) {
		const [asked = "", told = ""] = row.split(":");
		for (const stem of stems(asked).map(baseOf)) {
			const known = read.get(stem) ?? new Set();
			for (const other of stems(told).map(baseOf)) known.add(other);
			read.set(stem, known);
		}
	}
	return read;
}

/** Stems by the stems that they stand for. */
const plain = readRows(ROWS);

/** Whether newsrooms write a word of one stem for what people ask after with a word of another: "dad", "father". */
export function standsFor(told: string, asked: string): boolean {
	return plain.get(baseOf(asked))?.has(baseOf(told)) === true;
}
