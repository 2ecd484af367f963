import type { Sketch } from '../pen.ts';
import { arrow, blob, box, cloud, curve, dot, ear, eye, line, loop, ring, shape, sketch, swoop } from '../pen.ts';

/** Handwriting, and spacing on the line. */
export const handwriting: Readonly<Record<string, Sketch>> = {
  'start-dot': sketch('Start dot', 'A big dot; a curved arrow leaves it.', blob(10, 37, 5), swoop(12, 28, 18, 11, 34, 10, 39, 24, 36, 37)),
  'box-on-line': sketch('Box on the line', 'A long line; a small box sits on it.', line(4, 37, 44, 37), box(16, 19, 16, 16)),
  'pencil-grip': sketch('Pencil with three dots', 'A slanted pencil; three finger dots beside it.', shape(6, 42, 9, 31, 31, 9, 39, 17, 17, 39), blob(38, 27, 2.6), blob(32, 34, 2.6), blob(25, 41, 2.6)),
  'tall-and-tail': sketch('Tall post and tail', 'A line; a tall post and a box stand on it; a hook hangs down.', line(4, 27, 44, 27), line(11, 5, 11, 26), box(18, 16, 9, 10), curve(36, 17, 36, 17, 36, 34, 36, 38, 31, 43, 26, 40)),
  bed: sketch('Bed', 'A tall post, a plank, a short post; a pillow on top.', line(6, 8, 6, 41), line(6, 31, 42, 31), line(42, 21, 42, 41), ring(15, 25, 6, 3.5)),
  'three-boxes': sketch('Three equal boxes', 'Three boxes in a row, all the same size.', box(4, 18, 11, 12), box(18.5, 18, 11, 12), box(33, 18, 11, 12)),
  'wave-and-dot': sketch('Wave with a dot', 'One long wave without lifting; a dot at its end.', curve(3, 28, 6, 20, 10, 20, 13, 28, 16, 34, 20, 32, 23, 24, 26, 19, 30, 21, 33, 29, 36, 33), blob(43, 28, 2.6)),
  'bolt-and-eye': sketch('Lightning and eye', 'A flash of lightning; an eye beside it.', line(15, 4, 5, 24, 14, 24, 8, 44), eye(32, 25, 12, 8), blob(32, 25, 3)),
  'hand-on-page': sketch('Hand on the page', 'A page; a mitten holds it from the side.', box(4, 5, 25, 38), curve(45, 43, 33, 41, 21, 35, 17, 29, 21, 25, 29, 29, 29, 29, 27, 20, 30, 16, 34, 20, 37, 28, 45, 30)),
  sitter: sketch('Sitting tall', 'A round head; back, seat and leg in one line; a chair behind.', ring(22, 8, 5), line(22, 14, 22, 31, 36, 31, 36, 44), line(11, 16, 11, 44), line(11, 37, 27, 37, 27, 44), line(22, 20, 34, 23)),
  'wave-curl': sketch('Curling wave', 'A wave that curls over; the sea below it.', curve(4, 36, 14, 33, 18, 20, 28, 9, 40, 12, 42, 22, 35, 26, 31, 21), curve(4, 43, 11, 40, 18, 43, 25, 40, 32, 43, 39, 40, 44, 42)),
  'slanting-rain': sketch('Slanting rain', 'A cloud; three slanted lines of rain.', cloud(5, 4, 38, 21), line(16, 32, 10, 43), line(27, 32, 21, 43), line(38, 32, 32, 43)),
  'down-the-page': sketch('Down the page', 'A page; an arrow from its top to its bottom.', box(8, 4, 32, 40), arrow(24, 11, 24, 37)),
  feather: sketch('Feather', 'A long quill; a feather round it; one nick.', line(5, 43, 33, 14), loop(12, 35, 12, 22, 22, 10, 42, 5, 40, 20, 28, 33), line(22, 26, 32, 26)),
  bow: sketch('Bow', 'Two loops in one line; two tails.', curve(24, 21, 24, 21, 12, 10, 5, 12, 5, 29, 12, 31, 24, 21, 24, 21, 36, 10, 43, 12, 43, 29, 36, 31, 24, 21), curve(24, 23, 20, 34, 13, 43), curve(24, 23, 28, 34, 35, 43)),
  'folded-note': sketch('Quick note', 'A page with a folded corner; a zigzag for fast words.', shape(8, 4, 29, 4, 40, 15, 40, 44, 8, 44), line(29, 4, 29, 15, 40, 15), line(14, 30, 19, 23, 23, 33, 28, 23, 33, 31)),
  'finger-gap': sketch('Finger gap', 'A short line, a finger, a short line.', line(3, 38, 12, 38), curve(18, 44, 18, 44, 18, 14, 20, 6, 24, 4, 28, 6, 30, 14, 30, 44, 30, 44), line(36, 38, 45, 38), line(22, 12, 26, 12)),
  'there-and-back': sketch('There and back', 'An arrow to the right; a swinging arrow back to the left.', arrow(5, 12, 42, 12), swoop(42, 22, 36, 28, 18, 28, 8, 37)),
  'arrow-to-wall': sketch('Up to the wall', 'An arrow that goes right up to a brick wall.', arrow(3, 24, 31, 24), box(35, 5, 9, 38), line(35, 18, 44, 18), line(35, 31, 44, 31)),
  'top-corner': sketch('Top corner', 'A page; a dot in its first corner and a line beside it.', box(7, 4, 34, 40), blob(15, 13, 4), line(23, 13, 34, 13)),
  fence: sketch('Fence', 'Two rails; three pointed boards, all the same way apart.', line(3, 20, 45, 20), line(3, 34, 45, 34), line(6, 43, 6, 13, 10, 7, 14, 13, 14, 43), line(20, 43, 20, 13, 24, 7, 28, 13, 28, 43), line(34, 43, 34, 13, 38, 7, 42, 13, 42, 43)),
  'margin-page': sketch('Clear margin', 'A page; a line down its side; three lines that stay behind it.', box(6, 4, 36, 40), line(16, 4, 16, 44), line(23, 14, 35, 14), line(23, 24, 35, 24), line(23, 34, 35, 34)),
  'crossed-out': sketch('One line through', 'A wavy word with one line through it; the new word above.', curve(6, 38, 9, 28, 14, 28, 16, 42, 21, 42, 24, 28, 29, 28, 32, 42, 37, 42, 41, 30), line(3, 35, 45, 35), curve(12, 16, 16, 8, 20, 8, 22, 16, 26, 16, 29, 8, 33, 8, 36, 15)),
  'dot-list': sketch('List', 'Three dots under each other; a line beside each.', blob(8, 10, 3), line(17, 10, 44, 10), blob(8, 24, 3), line(17, 24, 38, 24), blob(8, 38, 3), line(17, 38, 42, 38)),
};

/** Hearing the sounds in a word. */
export const sounds: Readonly<Record<string, Sketch>> = {
  'ear-and-box': sketch('First box', 'An ear; under it three boxes, a dot in the first.', ear(2, 3, 0.82), box(3, 32, 12, 12), dot(9, 38), box(18, 32, 12, 12), box(33, 32, 12, 12)),
  caterpillar: sketch('Caterpillar', 'Three circles that touch; two feelers and an eye on the first.', ring(12, 31, 8.5), ring(27, 32, 7), ring(39, 33, 5.5), line(9, 22, 5, 12), line(15, 22, 19, 12), dot(10, 29)),
  spring: sketch('Pulled spring', 'A zigzag with an arrow head at both ends, in one line.', line(10, 18, 4, 24, 10, 30, 4, 24, 13, 24, 16, 14, 21, 34, 27, 14, 32, 34, 35, 24, 44, 24, 38, 18, 44, 24, 38, 30)),
  'holding-hands': sketch('Holding hands', 'Two boxes with round heads; a line joins their hands.', ring(12, 12, 5.5), box(5, 21, 13, 21), ring(36, 12, 5.5), box(30, 21, 13, 21), curve(18, 29, 24, 34, 30, 29)),
  drum: sketch('Drum', 'A flat circle, a round bottom, two sticks.', ring(24, 22, 17, 6), curve(7, 22, 7, 22, 7, 38, 7, 38, 15, 43, 33, 43, 41, 38, 41, 38, 41, 22, 41, 22), line(9, 4, 20, 18), line(41, 4, 29, 18)),
  snail: sketch('Snail', 'A curled shell; a flat foot with a neck; two feelers.', curve(27, 27, 30, 24, 33, 28, 28, 33, 21, 28, 24, 18, 34, 17, 40, 26, 36, 38), curve(7, 20, 8, 31, 13, 39, 24, 41, 44, 41), line(6, 18, 3, 9), line(8, 18, 13, 10)),
  sandwich: sketch('Sandwich', 'Round bread on top, a wavy middle, flat bread below.', curve(5, 19, 5, 19, 9, 9, 24, 5, 39, 9, 43, 19, 43, 19, 5, 19), curve(4, 27, 10, 24, 17, 30, 24, 25, 31, 30, 38, 24, 44, 27), box(5, 34, 38, 9)),
  'finish-flag': sketch('Finish flag', 'A pole; a waving flag at its top.', line(10, 4, 10, 44), curve(10, 7, 10, 7, 19, 4, 28, 9, 41, 6, 41, 6, 41, 24, 41, 24, 29, 27, 19, 22, 10, 25), line(4, 44, 17, 44)),
  beads: sketch('Beads', 'Four beads side by side on a hanging string.', curve(4, 6, 5, 13, 8, 19), ring(10, 25, 5), ring(19, 33, 5), ring(30, 33, 5), ring(39, 25, 5), curve(40, 19, 43, 13, 44, 6)),
  chocolate: sketch('Broken chocolate', 'A bar with two lines; one piece has snapped off.', box(3, 18, 27, 24), line(12, 18, 12, 42), line(21, 18, 21, 42), shape(32, 14, 41, 7, 45, 31, 36, 37)),
};
