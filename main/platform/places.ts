import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the library lies when nobody says otherwise: the same for the shell and the loopback host. */
export function defaultLibraryFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment['STEPWALL_LIBRARY']) return environment['STEPWALL_LIBRARY'];
  const documents = join(homedir(), 'Documents');
  return join(existsSync(documents) ? documents : homedir(), 'Stepwall');
}
