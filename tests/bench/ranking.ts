import { allOf, chooseAnchors, lineOf } from '../../core/ranking/anchors.ts';
import { roughChance } from '../../core/ranking/certainty.ts';
import { firstLook, mostTellingLook, type Look } from '../../core/ranking/nextLook.ts';
import { anchorsOf } from '../../core/ranking/rank.ts';
import { chanceToWin, fitStrengths, type Fit } from '../../core/ranking/strengths.ts';
import { randomFrom } from '../support/syntheticPhoto.ts';

/**
 * Looks that a team needs until the anchors stand in true order, in made-up sessions: true strengths from a normal distribution, each judge with a
 * taste of their own (SD 0.5), votes by chance as Bradley and Terry have it. Each way to choose the next pair is told apart by nothing else: fit,
 * anchors and certainty are ours for all. Run: npm run bench -- ranking [sessions]
 */
const SESSIONS = Number(process.argv[2] ?? 250);
/** A session that is not sure by then ends as it stands; the longer one lets insertion come to its end with 30 papers. */
const MOST_LOOKS = 66;
const MOST_LOOKS_OF_MANY = 110;
const STOPS = [0.9, 0.95];
const TASTE_SD = 0.5;
const SEED = 7;

interface Team {
  readonly papers: number;
  readonly judges: number;
  readonly spread: number;
  readonly levels: number;
}

/** Who asks: a session in the making, and the random numbers that the asking may use. */
interface Session extends Team {
  readonly fit: Fit;
  readonly seen: readonly number[];
  /** What has been asked, and how many of the judges said that `one` is better. */
  readonly asked: readonly (Look & { readonly better: number })[];
  readonly random: () => number;
}

type Way = (session: Session) => Look | null;

const ways: Readonly<Record<string, Way>> = {
  'Stepwall: middle first, then most telling': ({ fit, seen, levels, judges }) => firstLook(fit, seen) ?? mostTellingLook(fit, levels, judges),
  'random pairs': ({ papers, random }) => randomPair(papers, random),
  'binary insertion, then weakest neighbours': (session) => insertion(session) ?? weakestNeighbours(session),
  'the lowest left, again and again': (session) => nextLowest(session) ?? weakestNeighbours(session),
  'entropy over all pairs': ({ fit, random }) => mostUncertain(fit, random),
};

console.log(`${SESSIONS} sessions each, seed ${SEED}; right: all anchors in true order; ± one standard error`);
for (const team of [
  { papers: 15, judges: 3, spread: 3, levels: 5 },
  { papers: 30, judges: 3, spread: 3, levels: 5 },
  { papers: 10, judges: 3, spread: 3, levels: 5 },
  { papers: 15, judges: 5, spread: 3, levels: 5 },
  { papers: 15, judges: 3, spread: 3, levels: 4 },
  { papers: 15, judges: 3, spread: 2, levels: 5 },
  { papers: 15, judges: 1, spread: 3, levels: 5 },
])
  measure(team);
speed();

function measure(team: Team): void {
  console.log(`\n${team.papers} papers, ${team.judges} ${team.judges === 1 ? 'teacher' : 'teachers'}, ${team.levels} levels, true spread SD ${team.spread}`);
  for (const [name, way] of Object.entries(ways)) {
    const random = randomFrom(SEED);
    const ends = STOPS.map(() => ({ looks: 0, right: 0, said: 0 }));
    for (let session = 0; session < SESSIONS; session++) {
      play(team, way, random).forEach(({ looks, isRight, said }, stop) => {
        ends[stop]!.looks += looks / SESSIONS;
        ends[stop]!.right += Number(isRight) / SESSIONS;
        ends[stop]!.said += said / SESSIONS;
      });
    }
    const told = ends.map(({ looks, right, said }, stop) => {
      const error = Math.sqrt((right * (1 - right)) / SESSIONS);
      return `sure to ${STOPS[stop]}: ${looks.toFixed(1)} looks, ${right.toFixed(3)} ± ${error.toFixed(3)} right, said ${said.toFixed(2)}`;
    });
    console.log(`  ${name.padEnd(42)} ${told.join(' | ')}`);
  }
}

/** One session, and how it stood when it was first as sure as each stop asks, every paper seen. */
function play(team: Team, way: Way, random: () => number): { looks: number; isRight: boolean; said: number }[] {
  const { papers, judges, spread, levels } = team;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const truth = Array.from({ length: papers }, () => normal() * spread);
  const tastes = Array.from({ length: judges }, () => truth.map(() => normal() * TASTE_SD));
  const wins = new Float64Array(papers * papers);
  const seen = truth.map(() => 0);
  const asked: (Look & { better: number })[] = [];
  const ends: { looks: number; isRight: boolean; said: number }[] = [];
  let fit = fitStrengths(papers, wins);
  while (ends.length < STOPS.length) {
    const look = asked.length < (papers < 20 ? MOST_LOOKS : MOST_LOOKS_OF_MANY) ? way({ ...team, fit, seen, asked, random }) : null;
    if (look === null) {
      while (ends.length < STOPS.length) ends.push(standing());
      break;
    }
    const { one, other } = look;
    const better = tastes.filter((taste) => random() < chanceToWin(truth[one]! + taste[one]! - truth[other]! - taste[other]!)).length;
    wins[one * papers + other]! += better;
    wins[other * papers + one]! += judges - better;
    for (const paper of [one, other]) seen[paper]! += judges;
    asked.push({ one, other, better });
    fit = fitStrengths(papers, wins);
    if (seen.every((votes) => votes > 0)) while (ends.length < STOPS.length && standing().said >= STOPS[ends.length]!) ends.push(standing());
  }
  return ends;

  function standing(): { looks: number; isRight: boolean; said: number } {
    const anchors = anchorsOf(fit, { count: papers, wins, seen, judges }, levels);
    const said = allOf(anchors.map(({ chance }) => chance));
    return { looks: asked.length, isRight: anchors.slice(1).every(({ paper }, index) => truth[paper]! > truth[anchors[index]!.paper]!), said };
  }
}

function randomPair(papers: number, random: () => number): Look {
  const one = Math.floor(random() * papers);
  const other = Math.floor(random() * (papers - 1));
  return { one, other: other >= one ? other + 1 : other };
}

/** Each next paper goes into the line by halving it; what was asked says how far that is. Null when all are in. */
function insertion({ papers, judges, asked }: Session): Look | null {
  const line = [0];
  let at = 0;
  for (let one = 1; one < papers; one++) {
    let [low, high] = [0, line.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const said = asked[at++];
      if (said === undefined) return { one, other: line[middle]! };
      if (said.better > judges / 2) low = middle + 1;
      else high = middle;
    }
    line.splice(low, 0, one);
  }
  return null;
}

/** The seed text's way: the lowest of those that are left is found by going through them, and laid down. */
function nextLowest({ papers, judges, asked }: Session): Look | null {
  let left = Array.from({ length: papers }, (_, paper) => paper);
  let at = 0;
  while (left.length > 1) {
    let lowest = left[0]!;
    for (const other of left.slice(1)) {
      const said = asked[at++];
      if (said === undefined) return { one: lowest, other };
      if (said.better > judges / 2) lowest = other;
    }
    left = left.filter((paper) => paper !== lowest);
  }
  return null;
}

function weakestNeighbours({ fit, levels }: Session): Look {
  const { papers, chances } = chooseAnchors(fit, lineOf(fit), levels);
  const weakest = chances.indexOf(Math.min(...chances));
  return { one: papers[weakest]!, other: papers[weakest + 1]! };
}

/** The pair of whose order least is known: Bayesian comparative judgement's way (arXiv 2308.13292), by the normal distribution around the fit. */
function mostUncertain(fit: Fit, random: () => number): Look {
  let best = { one: 1, other: 0, doubt: -1 };
  for (let one = 1; one < fit.count; one++)
    for (let other = 0; other < one; other++) {
      const chance = roughChance(fit, other, one);
      const doubt = chance * (1 - chance) + random() * 1e-3;
      if (doubt > best.doubt) best = { one, other, doubt };
    }
  return best;
}

function speed(): void {
  const random = randomFrom(SEED);
  const papers = 40;
  const wins = new Float64Array(papers * papers);
  for (let look = 0; look < 60; look++) {
    const { one, other } = randomPair(papers, random);
    wins[one * papers + other]! += 2;
    wins[other * papers + one]! += 1;
  }
  const times = Array.from({ length: 50 }, () => {
    const began = performance.now();
    mostTellingLook(fitStrengths(papers, wins), 5, 3);
    return performance.now() - began;
  }).sort((a, b) => a - b);
  console.log(`\nfit and next question, 40 papers, 60 looks: median ${times[25]!.toFixed(1)} ms, at most ${times.at(-1)!.toFixed(1)} ms`);
}
