import { app } from 'electron';
import { join } from 'node:path';

/** The Node that the services run on: the one packed beside the app, or the one that the app was started with from its sources. */
export function nodeProgram(): string {
  if (!app.isPackaged) return process.env['STEPWALL_NODE'] ?? 'node';
  return join(process.resourcesPath, 'node', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Plain Node can't look into Electron's archives: what it runs lies beside the archive under the same names. */
export const outsideArchive = (module: URL): URL => new URL(module.href.replace('/app.asar/', '/app.asar.unpacked/'));
