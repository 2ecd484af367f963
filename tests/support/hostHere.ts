import { openApp, type AppOptions } from '../../main/app/openApp.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { assetPath } from '../../main/platform/assets.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { createDispatch } from '../../main/platform/host/dispatch.ts';
import { createFiles } from '../../main/platform/host/files.ts';
import { serveOverHttp, type HttpHost } from '../../main/platform/host/overHttp.ts';
import { createWindowFiles } from '../../main/platform/host/windowFiles.ts';
import type { RunningHost } from '../../main/serve.ts';

/** The loopback host with the services in this very process, for tests that hand them objects of their own; otherwise `startHost`. */
export async function hostHere(folder: string, window: string, ways: Partial<Pick<AppOptions, 'scanning' | 'watchTimes'>>): Promise<RunningHost> {
  const log = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);
  const imaging = createImaging(startHelperInNode);
  let http: HttpHost | null = null;
  const app = openApp({ folder, imaging, tell: (event, payload) => http?.tell(event, payload), log, ...ways });
  const library = createFiles({ pictures: app.pictures, exchange: app.exchange, log });
  http = await serveOverHttp(createDispatch(app.services, log), createWindowFiles({ window, assets: assetPath(''), library }));
  const { origin, entrance, close } = http;
  return {
    origin,
    entrance,
    async close() {
      await close();
      await Promise.all([app.close(), imaging.close()]);
    },
  };
}
