/**
 * The named places of the two demonstration maps, `/maps/neighbourhood.svg` and `/maps/school.svg`, both 1600 by 1200.
 * The names are data rather than part of the drawings, so that they can be translated, listed for people who do not use
 * the map (M4), and shown above heat cells. Changing a drawing means changing this file with it. All places are made up.
 */
import type { Place } from '../stations/settings.ts';

/** Pixels of the drawings to the unit square (M2). */
const WIDTH = 1600;
const HEIGHT = 1200;
const across = (x: number) => Math.round((x / WIDTH) * 10_000) / 10_000;
const down = (y: number) => Math.round((y / HEIGHT) * 10_000) / 10_000;

type Spot = readonly [id: string, name: string, x: number, y: number];
/** A room or area: its corners in the drawing, from the top left. */
type Room = readonly [id: string, name: string, left: number, top: number, right: number, bottom: number];

const spot = ([id, name, x, y]: Spot): Place => ({ id, name, at: [across(x), down(y)] });
const room = ([id, name, left, top, right, bottom]: Room): Place => ({
	id,
	name,
	at: [across((left + right) / 2), down((top + bottom) / 2)],
	box: [across(left), down(top), across(right), down(bottom)]
});
/** A room that is marked by its name only: a pin inside it becomes its name (S11). */
const roomByName = (corners: Room): Place => ({ ...room(corners), noPins: true });

export const NEIGHBOURHOOD_PLACES: Place[] = [
	room(['north-park', 'North Park', 36, 36, 624, 508]),
	room(['skate-park', 'Skate park', 402, 300, 570, 436]),
	room(['play-area', 'Play area', 94, 350, 254, 452]),
	spot(['pond', 'Pond', 192, 208]),
	room(['football-pitch', 'Football pitch', 378, 78, 570, 202]),
	spot(['market-square', 'Market square', 788, 366]),
	spot(['shops', 'Shops', 788, 494]),
	spot(['takeaways', 'Takeaways', 748, 628]),
	room(['library', 'Library', 912, 410, 1026, 520]),
	room(['station', 'Train station', 1084, 282, 1202, 428]),
	room(['bus-station', 'Bus station', 1296, 448, 1486, 514]),
	spot(['underpass', 'Underpass', 1110, 562]),
	room(['leisure-centre', 'Leisure centre', 1326, 270, 1540, 444]),
	room(['school', 'School', 798, 586, 1096, 906]),
	room(['alder-estate', 'Alder estate', 1284, 576, 1600, 880]),
	spot(['health-centre', 'Health centre', 748, 732]),
	spot(['youth-club', 'Youth club', 750, 858]),
	spot(['church-hall', 'Church hall', 518, 850]),
	spot(['towpath', 'Canal towpath', 300, 934]),
	spot(['canal-bridge', 'Canal bridge', 664, 990]),
	spot(['cross-lane', 'Cross Lane', 1000, 260]),
	spot(['mill-street', 'Mill Street', 400, 556]),
	spot(['car-park', 'Car park', 1440, 146]),
	room(['allotments', 'Allotments', 752, 1106, 1012, 1184])
];

export const SCHOOL_PLACES: Place[] = [
	spot(['main-gate', 'Main gate', 620, 1080]),
	spot(['side-gate', 'Side gate', 296, 1080]),
	room(['bus-bay', 'Bus bay', 1050, 1050, 1424, 1104]),
	room(['bike-shelter', 'Bike shelter', 60, 910, 240, 972]),
	room(['playground', 'Playground', 40, 540, 370, 870]),
	room(['field', 'Field', 40, 40, 560, 510]),
	room(['quiet-garden', 'Quiet garden', 1430, 560, 1570, 760]),
	room(['hall', 'Hall', 430, 590, 632, 790]),
	room(['canteen', 'Canteen', 702, 590, 952, 820]),
	room(['library', 'Library', 1152, 280, 1392, 520]),
	room(['reception', 'Reception', 702, 880, 832, 1000]),
	room(['pastoral-office', 'Pastoral office', 942, 880, 1162, 1000]),
	spot(['a-block', 'A block classrooms', 1010, 182]),
	spot(['b-block', 'B block classrooms', 952, 424]),
	spot(['science-and-art', 'Science and art', 1306, 712]),
	room(['top-corridor', 'Top corridor', 632, 212, 1392, 278]),
	room(['main-corridor', 'Main corridor', 434, 522, 1420, 588]),
	room(['front-corridor', 'Front corridor', 706, 822, 1420, 878]),
	spot(['west-stairs', 'West stairs', 791, 482]),
	spot(['east-stairs', 'East stairs', 1117, 482]),
	spot(['hall-stairs', 'Hall stairs', 583, 954]),
	roomByName(['toilets-canteen', 'Canteen toilets', 1032, 590, 1122, 700]),
	roomByName(['toilets-science', 'Science toilets', 1032, 710, 1122, 820]),
	roomByName(['toilets-front', 'Front toilets', 1162, 880, 1262, 1000]),
	roomByName(['changing-room-1', 'Changing room 1', 430, 790, 632, 850]),
	roomByName(['changing-room-2', 'Changing room 2', 430, 850, 632, 910])
];
