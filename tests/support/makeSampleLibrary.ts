import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { openLibrary } from '../../main/library/library.ts';
import { createSampleWall } from '../../main/chart/sampleWall.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with `library/` and `home/` of the finished sample class; tests work on copies. */
    sample: string;
    sampleWall: string;
  }
}

/** Makes the sample class's library once for all end-to-end tests. */
export default async function makeSampleLibrary(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'stepwall-sample-'));
  const library = openLibrary(join(folder, 'library'), { home: join(folder, 'home') });
  const imaging = createImaging(startHelperInNode);
  try {
    const { wall } = await createSampleWall({ library: () => library, imaging, tell: () => undefined }, () => undefined, new AbortController().signal);
    project.provide('sample', folder);
    project.provide('sampleWall', wall);
  } finally {
    library.close();
    await imaging.close();
  }
  return () => rmSync(folder, { recursive: true, force: true });
}
