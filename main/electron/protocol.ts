import type { CustomScheme } from 'electron';
import { contentSecurityPolicy } from '../platform/host/csp.ts';
import type { AnswerFile } from '../platform/host/files.ts';

/** Where the window lives: no port, no server, nothing that another program could reach. */
export const ORIGIN = 'app://stepwall';

export const ourScheme: CustomScheme = { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } };

/** The trailing slash keeps `app://stepwall.example/` out. */
export const isOurs = (url: string): boolean => url.startsWith(`${ORIGIN}/`);

/** Answers addresses of the window and of nobody else; the policy goes with every answer, since a worker takes it from its own script. */
export function answerOurs(files: AnswerFile, log: (error: unknown) => void): AnswerFile {
  return async (request) => {
    if (!isOurs(request.url)) return new Response(null, { status: 404 });
    try {
      const response = await files(request);
      response.headers.set('content-security-policy', contentSecurityPolicy);
      return response;
    } catch (error) {
      log(error);
      return new Response(null, { status: 400 });
    }
  };
}
