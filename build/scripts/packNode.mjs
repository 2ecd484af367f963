import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeFor } from './runtime.mjs';

// electron-builder calls this when an app lies packed but not yet signed: the Node that its services run on, and its licence, come beside it.
// Electron's own Node will not do: on Linux its GLib and sharp's are one too many for a process.

/** electron-builder's numbers for processors. */
const PROCESSORS = { 1: 'x64', 3: 'arm64' };

export default function packNode({ appOutDir, arch, electronPlatformName, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  const { program, licence } = nodeFor(electronPlatformName, PROCESSORS[arch]);
  const packed = join(resources, 'node', electronPlatformName === 'win32' ? 'node.exe' : 'node');
  mkdirSync(dirname(packed), { recursive: true });
  copyFileSync(program, packed);
  chmodSync(packed, 0o755);
  if (!existsSync(licence)) throw new Error(`The licence of this Node is not beside it (${licence}): take one from nodejs.org.`);
  copyFileSync(licence, join(resources, 'node', 'LICENSE'));
}
