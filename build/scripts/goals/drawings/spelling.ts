import type { Sketch } from '../pen.ts';
import { blob, box, curve, dot, line, ring, shape, sketch } from '../pen.ts';

export const spelling: Readonly<Record<string, Sketch>> = {
  'heart-line': sketch('Heart on a line', 'A heart; a line under it.', curve(24, 13, 24, 13, 19, 5, 9, 6, 6, 16, 13, 27, 24, 36, 24, 36, 35, 27, 42, 16, 39, 6, 29, 5, 24, 13), line(8, 43, 40, 43)),
  'one-roof': sketch('Two under one roof', 'A house; two dots side by side in it.', line(3, 25, 24, 5, 45, 25), line(10, 24, 10, 43, 38, 43, 38, 24), blob(19, 31, 3.4), blob(29, 31, 3.4)),
  'quiet-face': sketch('Quiet face', 'A round face, two eyes, a closed mouth, a finger on the lips.', ring(24, 22, 18), dot(17, 16), dot(31, 16), line(15, 28, 18, 28), line(30, 28, 33, 28), curve(21, 45, 21, 45, 21, 25, 24, 21, 27, 25, 27, 45, 27, 45)),
  peas: sketch('Peas in a pod', 'A long pod; two peas in it.', curve(4, 36, 4, 36, 11, 18, 26, 9, 44, 8, 44, 8, 41, 25, 28, 37, 4, 36), ring(18, 28, 5), ring(31, 19, 5)),
  'truck-and-wagon': sketch('Truck and wagon', 'A big box, a small box hooked on, three wheels.', box(4, 14, 22, 18), box(33, 20, 11, 12), line(26, 27, 33, 27), ring(10, 38, 4), ring(20, 38, 4), ring(38, 38, 4)),
  butterfly: sketch('Butterfly', 'A straight body; two wings on each side; two feelers.', line(24, 15, 24, 40), curve(24, 22, 18, 10, 6, 8, 6, 22, 24, 27, 24, 27, 9, 30, 10, 42, 19, 41, 24, 31), curve(24, 22, 30, 10, 42, 8, 42, 22, 24, 27, 24, 27, 39, 30, 38, 42, 29, 41, 24, 31), line(24, 15, 19, 4), line(24, 15, 29, 4)),
  bricks: sketch('Three bricks', 'Two bricks side by side; one on top.', box(4, 28, 19, 13), box(25, 28, 19, 13), box(14.5, 13, 19, 13)),
  signpost: sketch('Signpost', 'A post; one board points right, one points left.', line(24, 4, 24, 44), shape(24, 6, 36, 6, 43, 12, 36, 18, 24, 18), shape(24, 22, 12, 22, 5, 28, 12, 34, 24, 34)),
  'magnifying-glass': sketch('Magnifying glass', 'A ring with a handle; three dots in it.', ring(19, 19, 15), line(30, 30, 44, 44), dot(12, 19), dot(19, 19), dot(26, 19)),
  'my-face': sketch('My face and my name', 'A smiling face; a line under it for the name.', ring(24, 17, 13), dot(19, 14), dot(29, 14), curve(17, 20, 24, 25, 31, 20), line(6, 42, 42, 42)),
  torch: sketch('Torch', 'A torch; three lines of light.', box(3, 19, 17, 10), shape(20, 19, 29, 12, 29, 36, 20, 29), line(35, 24, 45, 24), line(34, 14, 42, 8), line(34, 34, 42, 40)),
  cherries: sketch('Two cherries', 'Two cherries; two stalks that meet; a leaf.', ring(12, 35, 8), ring(35, 36, 8), curve(13, 27, 18, 14, 30, 5), curve(35, 28, 35, 16, 30, 5), curve(30, 5, 30, 5, 20, 3, 10, 8, 10, 8, 19, 12, 30, 5)),
  'nest-eggs': sketch('Eggs in a nest', 'A round nest with a rim; three eggs look out.', curve(4, 28, 4, 28, 9, 40, 24, 44, 39, 40, 44, 28, 44, 28, 4, 28), curve(7, 28, 9, 19, 13, 16, 17, 20, 18, 28), curve(18, 28, 19, 17, 24, 12, 29, 17, 30, 28), curve(30, 28, 31, 20, 35, 16, 39, 19, 41, 28)),
  engine: sketch('Steam engine', 'A long boiler with a chimney, a tall cab, two wheels.', box(4, 21, 24, 14), box(28, 9, 15, 26), line(10, 21, 10, 9), ring(13, 40, 4.5), ring(35, 40, 4.5), line(33, 16, 38, 16)),
  'open-book': sketch('Open book', 'Two pages that meet in the middle.', curve(24, 12, 24, 12, 15, 7, 4, 9, 4, 9, 4, 38, 4, 38, 15, 36, 24, 41, 24, 41), curve(24, 12, 24, 12, 33, 7, 44, 9, 44, 9, 44, 38, 44, 38, 33, 36, 24, 41, 24, 41), line(24, 12, 24, 41)),
  'word-family': sketch('Word family', 'One circle above, two below; lines join them.', ring(24, 10, 6.5), line(24, 17, 24, 24), line(11, 31, 11, 24, 37, 24, 37, 31), ring(11, 37, 6.5), ring(37, 37, 6.5)),
  puzzle: sketch('Puzzle piece', 'A square with one round knob on top and one at the side.', curve(5, 16, 5, 16, 15, 16, 15, 16, 14, 8, 20, 4, 26, 8, 25, 16, 25, 16, 35, 16, 35, 16, 35, 25, 35, 25, 41, 24, 45, 30, 41, 35, 35, 34, 35, 34, 35, 44, 35, 44, 5, 44, 5, 44, 5, 16)),
  cactus: sketch('Cactus', 'A thick stem, two arms, a line of sand, two prickles.', curve(18, 43, 18, 43, 18, 13, 21, 6, 27, 6, 30, 13, 30, 43, 30, 43), curve(18, 34, 9, 32, 8, 19), curve(30, 29, 39, 27, 40, 14), line(5, 43, 43, 43), dot(24, 16), dot(24, 27)),
  rewind: sketch('Going back', 'Two triangles that point left.', shape(23, 10, 23, 38, 4, 24), shape(43, 10, 43, 38, 24, 24)),
  jetty: sketch('Long jetty', 'A long plank on two legs; waves under it.', line(4, 14, 44, 14), line(12, 14, 12, 33), line(36, 14, 36, 33), curve(3, 41, 9, 37, 15, 42, 22, 37, 29, 42, 36, 37, 45, 41)),
  pocket: sketch('Pocket', 'A pocket with a seam; a button in the middle.', shape(7, 6, 41, 6, 41, 31, 24, 44, 7, 31), line(7, 16, 41, 16), blob(24, 27, 3.4)),
};

export const punctuation: Readonly<Record<string, Sketch>> = {
  'tall-hat': sketch('Tall hat', 'A small box with two eyes wears a tall hat.', line(16, 27, 16, 5, 32, 5, 32, 27), line(8, 27, 40, 27), line(14, 27, 14, 43, 34, 43, 34, 27), dot(20, 35), dot(28, 35)),
  'line-and-dot': sketch('Line and big dot', 'A line that ends in one big dot.', line(4, 32, 28, 32), blob(39, 30, 6)),
  'name-badge': sketch('Name badge', 'A badge on a ribbon; a star on it.', box(8, 17, 32, 27), line(16, 17, 24, 4, 32, 17), star13()),
  'no-hat': sketch('No hat here', 'A hat; one line right through it.', line(6, 38, 42, 38), line(13, 38, 13, 10, 35, 10, 35, 38), line(4, 5, 44, 44)),
  'fishing-rod': sketch('Fishing for an answer', 'A rod with a reel; a line with a hook; a dot below.', line(5, 43, 26, 5), curve(26, 5, 26, 5, 37, 15, 38, 28, 34, 35, 27, 32), blob(35, 43, 2.4), ring(15, 34, 4)),
  tadpoles: sketch('Three tadpoles', 'Three round heads, each with a tail, swim in a row.', tadpole(4, 5), tadpole(9, 19), tadpole(4, 33)),
  'speech-bubble': sketch('Speech bubble', 'A round bubble with a tail; two lines in it.', curve(13, 43, 13, 43, 13, 33, 13, 33, 4, 27, 4, 12, 14, 5, 34, 5, 44, 12, 44, 26, 34, 33, 23, 33, 23, 33, 13, 43), line(14, 15, 34, 15), line(14, 23, 28, 23)),
  'leaf-in-the-gap': sketch('Leaf over the gap', 'Two boxes with a gap; a leaf flies over it.', box(3, 28, 16, 15), box(29, 28, 16, 15), curve(17, 21, 17, 21, 19, 9, 34, 4, 34, 4, 33, 18, 17, 21, 17, 21), line(17, 21, 27, 12)),
  'key-on-hook': sketch('Key on a hook', 'A rail; a key hangs on it.', line(8, 4, 40, 4), line(24, 4, 24, 11), ring(24, 18, 7), line(24, 25, 24, 44, 33, 44, 24, 44, 24, 36, 31, 36)),
  'open-door': sketch('Open door', 'A door frame; a door that swings open; a comma beside it.', line(6, 42, 6, 5, 31, 5, 31, 42), shape(6, 5, 22, 11, 22, 45, 6, 42), dot(17, 28), curve(39, 31, 42, 32, 43, 36, 41, 41, 37, 44)),
  toolbox: sketch('Toolbox', 'A box with a lid line, a handle and a lock.', box(4, 20, 40, 23), line(15, 20, 15, 9, 33, 9, 33, 20), line(4, 29, 44, 29), line(24, 25, 24, 34)),
  megaphone: sketch('Megaphone', 'A wide horn with a grip; three lines of sound.', shape(4, 19, 12, 19, 32, 7, 32, 39, 12, 28, 4, 28), line(11, 29, 14, 41, 20, 41), line(38, 23, 45, 23), line(37, 13, 43, 8), line(37, 33, 43, 38)),
  'tall-then-small': sketch('One tall, two small', 'A line; a tall house stands first, then two small ones.', line(3, 43, 45, 43), shape(5, 43, 5, 16, 12, 5, 19, 16, 19, 43), box(24, 32, 7, 11), box(36, 32, 7, 11)),
  bookends: sketch('Bookends', 'A bookend on each side; two books between.', line(5, 8, 5, 41, 14, 41), line(43, 8, 43, 41, 34, 41), box(16, 14, 7, 24), box(25, 19, 7, 19)),
  'two-bubbles': sketch('Two speakers', 'One speech bubble; another under it with its tail on the other side.', curve(8, 26, 8, 26, 9, 20, 9, 20, 3, 12, 10, 4, 28, 4, 34, 12, 28, 20, 16, 20, 16, 20, 8, 26), curve(40, 45, 40, 45, 39, 39, 39, 39, 45, 31, 38, 24, 22, 24, 15, 31, 21, 39, 32, 39, 32, 39, 40, 45)),
  envelope: sketch('Envelope', 'A letter; its flap closed.', box(4, 10, 40, 29), line(4, 11, 24, 28, 44, 11)),
  seesaw: sketch('Level seesaw', 'A triangle; a plank on it; a ball on each end.', shape(24, 29, 34, 43, 14, 43), line(3, 27, 45, 27), ring(10, 18, 6), ring(38, 18, 6)),
  calendar: sketch('Calendar', 'A page with a top line and two rings; one day is marked.', box(5, 9, 38, 34), line(5, 19, 43, 19), line(15, 4, 15, 13), line(33, 4, 33, 13), blob(31, 33, 4)),
  hammock: sketch('Hammock', 'Two trees; a hammock hangs between; a head looks out.', line(6, 5, 6, 44), line(42, 5, 42, 44), curve(6, 16, 6, 16, 15, 24, 33, 24, 42, 16, 42, 16, 36, 32, 24, 37, 12, 32, 6, 16, 6, 16), ring(18, 15, 5)),
  'traffic-light': sketch('Traffic light', 'A tall box with three lights, on a post.', box(14, 3, 20, 35), ring(24, 10, 4), ring(24, 20.5, 4), ring(24, 31, 4), line(24, 38, 24, 45)),
};

/** The star of the name badge, a little squat so that it fits. */
function star13(): string {
  return shape(24, 21, 27, 28, 34, 28, 28, 32, 31, 40, 24, 35, 17, 40, 20, 32, 14, 28, 21, 28);
}

function tadpole(x: number, y: number): string {
  return curve(x + 11, y + 5, x + 9, y + 1, x + 5, y, x + 1, y + 2, x, y + 5, x + 1, y + 8, x + 5, y + 10, x + 9, y + 9, x + 11, y + 5, x + 11, y + 5, x + 17, y + 2, x + 23, y + 8, x + 29, y + 2, x + 35, y + 7);
}
