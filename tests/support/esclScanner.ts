import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What can be the matter with a scanner. */
export const faults = [
  'none',
  /** Busy for two questions, then free. */
  'busy-twice',
  'busy-for-ever',
  /** Two questions for each page are answered “not yet”. */
  'slow-pages',
  'jam-at-once',
  'jam-in-the-middle',
  'cover-open',
  'cover-opened-in-the-middle',
  'two-sheets-at-once',
  /** The connection ends in the middle of the second page, which said how long it is. */
  'cut',
  /** The second page ends early, and nothing said how long it is. */
  'cut-unsaid',
  /** The second page stops coming, the connection stays. */
  'stalls',
  'never-answers',
  'switched-off-in-the-middle',
  'wants-a-password',
  'refuses-the-settings',
  'no-scanner',
  /** A web page instead of the second page. */
  'web-page',
  'too-large',
  'stopped-at-the-scanner',
  'error-in-the-middle',
  'ends-with-410',
  /** Names a host for its jobs that nobody knows. */
  'wrong-job-address',
  'sent-on',
  'sent-outside',
  'sent-round',
  'broken-doctype',
  'entity-bomb',
  'old-schema',
] as const;
export type Fault = (typeof faults)[number];

export interface EsclScanner {
  /** `http(s)://127.0.0.1:port/eSCL` */
  readonly address: string;
  /** What is asked of it, in order: `POST /eSCL/ScanJobs`. */
  readonly asked: readonly string[];
  /** The settings of the last job. */
  readonly settings: () => string;
  fault: Fault;
  /** Sheets in the feeder. */
  feeder: Buffer[];
  /** The sheet on the glass. */
  glass: Buffer;
  openJobs(): number;
  close(): Promise<void>;
}

export interface SimulatorOptions {
  /** A key and a certificate in PEM: speaks TLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly host?: string;
}

/** A scanner for the network without a driver (eSCL), of which every sheet is known and which can go wrong in every way we know of. */
export async function startEsclScanner(
  sheets: readonly Uint8Array[],
  fault: Fault = 'none',
  { tls, host = '127.0.0.1' }: SimulatorOptions = {},
): Promise<EsclScanner> {
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  let body = '';
  let refusals = 0;
  const jobs = new Map<string, { fromFeeder: boolean; sent: number; waits: number }>();
  let made = 0;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '';
    asked.push(`${request.method} ${url}`);
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const say = (status: number, content: string | Buffer = '', headers: Record<string, string> = {}): void => {
        response.writeHead(status, { 'content-length': Buffer.byteLength(content), ...headers });
        response.end(content);
      };
      if (scanner.fault === 'never-answers') return;
      if (scanner.fault === 'wants-a-password') return say(401, '', { 'www-authenticate': 'Basic' });
      if (url.endsWith('/ScannerCapabilities')) return capabilities(url, say);
      if (url.endsWith('/ScannerStatus')) return say(200, status());
      if (url.endsWith('/ScanJobs') && request.method === 'POST') {
        body = text;
        return startJob(say);
      }
      const [, name = '', next] = /\/ScanJobs\/(job\d+)(\/NextDocument)?$/u.exec(url) ?? [];
      if (request.method === 'DELETE') return say(jobs.delete(name) ? 200 : 404);
      if (next !== undefined) return nextDocument(name, say, response);
      return say(404, 'Nothing here');
    });
  };

  function capabilities(url: string, say: (status: number, content?: string, headers?: Record<string, string>) => void): void {
    if (scanner.fault === 'no-scanner') return say(404, '<html>Router</html>');
    if (scanner.fault === 'sent-outside') return say(302, '', { location: 'http://198.51.100.7/eSCL/ScannerCapabilities' });
    if (scanner.fault === 'sent-round') return say(302, '', { location: url });
    if (scanner.fault === 'sent-on' && !url.startsWith('/hidden')) return say(301, '', { location: `/hidden${url}` });
    if (scanner.fault === 'broken-doctype') return say(200, `<?xml version="1.0"?><!DOCTYPE scan:ScannerCapabilities [<!ELEMENT <broken>\n${capabilitiesXml}`);
    if (scanner.fault === 'entity-bomb') return say(200, bomb);
    return say(200, scanner.fault === 'old-schema' ? oldCapabilitiesXml : capabilitiesXml);
  }

  function status(): string {
    const feeder =
      scanner.fault === 'jam-at-once' || (scanner.fault === 'jam-in-the-middle' && sent() > 0)
        ? 'ScannerAdfJam'
        : scanner.fault === 'cover-open' || (scanner.fault === 'cover-opened-in-the-middle' && sent() > 0)
          ? 'ScannerAdfHatchOpen'
          : scanner.fault === 'two-sheets-at-once' && sent() > 0
            ? 'ScannerAdfMultipickDetected'
            : scanner.feeder.length > 0
              ? 'ScannerAdfLoaded'
              : 'ScannerAdfEmpty';
    return `<?xml version="1.0"?><scan:ScannerStatus xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"><pwg:Version>2.63</pwg:Version><pwg:State>${jobs.size > 0 ? 'Processing' : 'Idle'}</pwg:State><scan:AdfState>${feeder}</scan:AdfState>${scanner.fault === 'stopped-at-the-scanner' ? `<scan:Jobs><scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/job${made}</pwg:JobUri><pwg:JobState>Canceled</pwg:JobState></scan:JobInfo></scan:Jobs>` : ''}</scan:ScannerStatus>`;
  }

  const sent = (): number => [...jobs.values()].reduce((sum, job) => sum + job.sent, 0);

  function startJob(say: (status: number, content?: string, headers?: Record<string, string>) => void): void {
    const fromFeeder = body.includes('<pwg:InputSource>Feeder');
    if (scanner.fault === 'busy-for-ever' || (scanner.fault === 'busy-twice' && refusals++ < 2)) return say(503, '', { 'retry-after': '1' });
    if (scanner.fault === 'refuses-the-settings') return say(400);
    if (scanner.fault === 'jam-at-once' || scanner.fault === 'cover-open' || (fromFeeder && scanner.feeder.length === 0)) return say(409);
    made += 1;
    jobs.set(`job${made}`, { fromFeeder, sent: 0, waits: 0 });
    const origin = scanner.fault === 'wrong-job-address' ? 'http://copier.invalid:1' : new URL(scanner.address).origin;
    say(201, '', { location: `${origin}/eSCL/ScanJobs/job${made}` });
  }

  function nextDocument(name: string, say: (status: number, content?: string | Buffer) => void, response: ServerResponse): void {
    const job = jobs.get(name);
    if (job === undefined) return say(404);
    const second = job.sent === 1;
    const troubled = ['jam-in-the-middle', 'cover-opened-in-the-middle', 'two-sheets-at-once'].includes(scanner.fault);
    if (second && troubled) return say(scanner.fault === 'two-sheets-at-once' ? 409 : 404);
    if (second && scanner.fault === 'error-in-the-middle') return say(500);
    if (second && scanner.fault === 'stopped-at-the-scanner') return say(410);
    if (second && scanner.fault === 'switched-off-in-the-middle') {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      return;
    }
    if (scanner.fault === 'slow-pages' && job.waits++ % 3 < 2) return say(503);
    const page = job.fromFeeder ? scanner.feeder[0] : job.sent === 0 ? scanner.glass : undefined;
    if (page === undefined) {
      jobs.delete(name);
      return say(scanner.fault === 'ends-with-410' ? 410 : 404);
    }
    if (second && scanner.fault === 'web-page') return say(200, '<!doctype html><title>Paper?</title>');
    if (second && (scanner.fault === 'cut' || scanner.fault === 'stalls')) {
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': page.length });
      response.write(page.subarray(0, page.length >> 1), () => scanner.fault === 'cut' && response.destroy());
      return;
    }
    if (second && scanner.fault === 'cut-unsaid') {
      response.writeHead(200, { 'content-type': 'image/jpeg', connection: 'close' });
      response.end(page.subarray(0, page.length >> 1));
      return;
    }
    if (second && scanner.fault === 'too-large') {
      response.writeHead(200, { 'content-type': 'image/jpeg' });
      const block = Buffer.alloc(1024 * 1024, 1);
      const pour = (): void => {
        while (!response.destroyed && response.write(block));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
      return;
    }
    if (job.fromFeeder) scanner.feeder.shift();
    job.sent += 1;
    say(200, page);
  }

  const server: Server = tls === undefined ? createServer(answer) : createSecureServer({ key: tls.key, cert: tls.cert }, answer);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((ready) => server.listen(0, host, ready));
  const { port } = server.address() as AddressInfo;
  const scanner: EsclScanner = {
    address: `${tls === undefined ? 'http' : 'https'}://${host}:${port}/eSCL`,
    asked,
    settings: () => body,
    fault,
    feeder: sheets.map((sheet) => Buffer.from(sheet)),
    glass: Buffer.from(sheets[0] ?? []),
    openJobs: () => jobs.size,
    close() {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((closed) => (server.listening ? server.close(() => closed()) : closed()));
    },
  };
  return scanner;
}

const input = (name: string): string =>
  `<scan:${name}><scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions><scan:SettingProfiles><scan:SettingProfile><scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes><scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats><scan:SupportedResolutions><scan:DiscreteResolutions>${[200, 300].map((dpi) => `<scan:DiscreteResolution><scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution></scan:DiscreteResolution>`).join('')}</scan:DiscreteResolutions></scan:SupportedResolutions><scan:ColorSpaces><scan:ColorSpace>sRGB</scan:ColorSpace></scan:ColorSpaces></scan:SettingProfile></scan:SettingProfiles><scan:SupportedIntents><scan:Intent>Document</scan:Intent><scan:Intent>TextAndGraphic</scan:Intent></scan:SupportedIntents><scan:MaxOpticalXResolution>300</scan:MaxOpticalXResolution><scan:MaxOpticalYResolution>300</scan:MaxOpticalYResolution></scan:${name}>`;

const capabilitiesXml = `<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Corridor Copier</pwg:MakeAndModel><pwg:SerialNumber>SIM0001</pwg:SerialNumber><scan:UUID>4509a320-00a0-008f-00b6-002507510eca</scan:UUID>
<scan:Platen>${input('PlatenInputCaps')}</scan:Platen><scan:Adf>${input('AdfSimplexInputCaps')}${input('AdfDuplexInputCaps')}<scan:FeederCapacity>50</scan:FeederCapacity><scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption><scan:AdfOption>Duplex</scan:AdfOption></scan:AdfOptions></scan:Adf>
</scan:ScannerCapabilities>`;

/** No namespaces, no profiles in the inputs, a range of resolutions. */
const oldCapabilitiesXml = `<?xml version="1.0"?><ScannerCapabilities><Version>2.0</Version><MakeAndModel>Old Copier</MakeAndModel>
<SettingProfiles><SettingProfile name="p1"><ColorModes><ColorMode>BlackAndWhite1</ColorMode><ColorMode>RGB24</ColorMode></ColorModes><DocumentFormats><DocumentFormat>application/pdf</DocumentFormat><DocumentFormat>image/jpeg</DocumentFormat></DocumentFormats><SupportedResolutions><XResolutionRange><Min>75</Min><Max>250</Max></XResolutionRange></SupportedResolutions></SettingProfile></SettingProfiles>
<Adf><AdfSimplexInputCaps><MaxWidth>2551</MaxWidth><MaxHeight>4200</MaxHeight><SettingProfile ref="p1"/></AdfSimplexInputCaps></Adf></ScannerCapabilities>`;

const bomb = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "${'ha'.repeat(50)}">${[...'bcdefgh'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(50)}">`).join('')}]>
${capabilitiesXml.replace('Corridor Copier', '&h;')}`;
