import { parseArgs } from 'node:util';
import { FileProblem } from '../core/capture/fileProblem.ts';
import { Refusal } from '../core/kernel/refusal.ts';
import { asTrouble } from './platform/asTrouble.ts';
import { UsageError, type Answer, type CommandLine } from './commandLine.ts';

/** The same services from a terminal: exit status 0 done, 1 refused with a reason on standard error, 2 wrong usage. */
const USAGE = `Usage: npm run -s stepwall -- <command> [--json]

  demo   --out DIR                                     the sample class's library and its chart
  page   FILE [--page N] [--out PNG]                   one page through capture
  import --library DIR --task TEXT FILE...             every page of every file
  export --library DIR --chart ID --paper A4 --out FILE [--overlap MM] [--margin MM] [--plan FILE]
  list   --library DIR                                 tasks, charts and counts
  rank   --votes FILE [--levels N]                     the order that teachers' votes give to papers
  check  --library DIR                                 integrity of the database and of every picture
  backup --library DIR --out FILE [--passphrase-file FILE]     the whole library as one file, read back once it is written
  restore --from FILE --library DIR [--passphrase-file FILE]   a backup into its place; what was there is kept beside it
  move   --library DIR --to DIR                        the library to another folder, proven there before the old one is emptied
  serve  [--library DIR] [--port N] [--open]           the app for a browser on this computer
`;

async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = await commandNamed(name);
  if (command === undefined) {
    process.stderr.write(name === '' || name === '--help' || name === 'help' ? USAGE : `There is no command “${name}”.\n\n${USAGE}`);
    return name === '--help' || name === 'help' ? 0 : 2;
  }
  try {
    const line = read(rest);
    const { json, text } = await command(line);
    if (line.values.json === true) process.stdout.write(json === null ? '' : `${JSON.stringify(json)}\n`);
    else if (text !== '') process.stdout.write(`${text}\n`);
    return line.status ?? 0;
  } catch (failure) {
    const error = asTrouble(failure);
    if (error instanceof UsageError || isParseError(error)) {
      process.stderr.write(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (error instanceof Refusal || error instanceof FileProblem || error instanceof RangeError) {
      process.stderr.write(`${[error.message, 'hint' in error ? error.hint : ''].filter(Boolean).join(' ')}\n`);
      return 1;
    }
    process.stderr.write(`Something went wrong: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}

/** Loads what the command needs and no more: an app that is served stays in the memory all day. */
async function commandNamed(name: string): Promise<((line: CommandLine) => Answer | Promise<Answer>) | undefined> {
  if (name === 'serve') return (await import('./serve.ts')).serve;
  const { commands } = await import('./commands.ts');
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

function read(args: readonly string[]): CommandLine {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      open: { type: 'boolean' },
      out: text,
      page: text,
      library: text,
      task: text,
      chart: text,
      paper: text,
      overlap: text,
      margin: text,
      plan: text,
      port: text,
      from: text,
      to: text,
      votes: text,
      levels: text,
      'passphrase-file': text,
    },
  });
  return { values, files: positionals };
}

const isParseError = (error: unknown): error is Error => error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write('Stepwall needs Node 24 or newer; start it with “npm start” or “npm run -s stepwall”, which bring their own.\n');
  process.exitCode = 1;
} else {
  process.exitCode = await main(process.argv.slice(2));
}
