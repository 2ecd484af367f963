import { existsSync, readdirSync, realpathSync, statfsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { parse } from 'node:path';

/** Why a folder is no safe place for a library: a program copies it to other computers, or it lies on one. */
export interface SharedPlace {
  readonly kind: 'synced' | 'network';
  /** The part of the path that says so, or the service whose traces were found. */
  readonly by: string;
}

/** What has to be asked of the computer; paths may be of either form. */
export interface Computer {
  /** Names in a folder; empty where there is none. */
  list(folder: string): readonly string[];
  exists(path: string): boolean;
  /** Where a folder lies in truth, links and redirected folders followed. */
  truePath(path: string): string;
  /** The name of the disk behind a drive letter such as `P:`; empty where it has none. */
  volumeName(drive: string): string;
  isNetworkDisk(path: string): boolean;
}

/** Names that services give to their folders, wherever they lie. */
const NAMES: readonly RegExp[] = [
  /^onedrive(-.+| - .+)?$/i,
  /^(google ?drive(-.+)?|googledrivefs)$/i,
  /^dropbox( ?\(.+\)|-.+)?$/i,
  /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i,
  /^box(-box| sync)$/i,
  /^owncloud$/i,
  /^nextcloud$/i,
  /^megasync( downloads)?$/i,
  /^p ?cloud ?drive$/i,
  /^proton ?drive$/i,
  /^(resilio|bittorrent) ?sync$/i,
];

/** Names that others give their folders too: taken for a service's only right in a user's own folder (Box, MEGA, Syncthing). */
const NAMES_AT_HOME = /^(box|mega|sync)$/i;

/** What Google's drive calls its first folder in the languages of its users, right below a drive letter. */
const MY_DRIVE =
  /^(my drive|meine ablage|mon drive|mi unidad|il mio drive|meu disco|o meu disco|mijn drive|min enhet|mit drev|mój dysk|můj disk|drive'ım|мой диск|マイドライブ|我的云端硬盘|我的雲端硬碟|내 드라이브)$/iu;

/** Files that a service leaves in the folders that it copies. */
const TRACES: readonly (readonly [RegExp, string])[] = [
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.?_?sync_.*\.db$/, 'Nextcloud'],
  [/^\._sync_.*\.db$/, 'Nextcloud'],
  [/^\.(nextcloud|owncloud)sync\.log$/, 'Nextcloud'],
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
];

/** A folder that is synced or lies on a network, by its name, its neighbours and what the computer knows; null where it is this computer's alone. */
export function sharedPlace(folder: string, computer: Computer = thisComputer): SharedPlace | null {
  const truly = computer.truePath(folder);
  return onNetwork(folder, computer) ?? byName(folder) ?? (truly === folder ? null : byName(truly)) ?? byVolume(folder, computer) ?? byTraces(truly, computer);
}

function onNetwork(folder: string, computer: Computer): SharedPlace | null {
  const share = /^(\\\\|\/\/)[^\\/?.]/.test(folder) || /\/gvfs\/|\/\.gvfs\//.test(folder);
  return share || computer.isNetworkDisk(folder) ? { kind: 'network', by: folder } : null;
}

function byName(folder: string): SharedPlace | null {
  const parts = partsOf(folder);
  const home = parts.findIndex((part) => /^(users|home)$/i.test(part)) + 2;
  for (const [index, part] of parts.entries()) {
    if (part === 'CloudStorage' && parts[index - 1] === 'Library' && parts[index + 1] !== undefined) return synced(parts[index + 1] ?? part);
    const atHome = index === home && home > 1 && NAMES_AT_HOME.test(part);
    const onDrive = MY_DRIVE.test(part) && /^[a-z]:$/i.test(parts[index - 1] ?? '');
    if (isServiceName(part) || atHome || onDrive) return synced(part);
  }
  return null;
}

const isServiceName = (part: string): boolean => NAMES.some((name) => name.test(part));

function byVolume(folder: string, computer: Computer): SharedPlace | null {
  const drive = /^[a-z]:/i.exec(folder)?.[0];
  if (drive === undefined || drive.toLowerCase() === 'c:') return null;
  const name = computer.volumeName(drive).trim();
  return isServiceName(name) ? synced(name) : null;
}

/** What lies in the folder, beside it and above it. */
function byTraces(folder: string, computer: Computer): SharedPlace | null {
  const separator = folder.includes('\\') ? '\\' : '/';
  const parts = folder.split(separator);
  for (let length = parts.length; length > 1; length -= 1) {
    const place = parts.slice(0, length).join(separator);
    const names = computer.list(place);
    const trace = TRACES.find(([pattern]) => names.some((name) => pattern.test(name)));
    if (trace !== undefined) return synced(trace[1]);
    if (names.includes('.sync') && computer.exists([place, '.sync', 'ID'].join(separator))) return synced('Resilio Sync');
    // macOS keeps the Desktop and Documents folders of a user in iCloud where that is switched on.
    const [, users, , own] = parts;
    if (length === 4 && users === 'Users' && (own === 'Documents' || own === 'Desktop')) {
      const cloud = [...parts.slice(0, 3), 'Library', 'Mobile Documents', 'com~apple~CloudDocs', own].join(separator);
      if (computer.exists(cloud)) return synced('iCloud Drive');
    }
  }
  return null;
}

const synced = (by: string): SharedPlace => ({ kind: 'synced', by });

const partsOf = (folder: string): string[] => folder.split(/[\\/]/);

/** File systems that lie on another computer, by their number in `statfs` (Linux: NFS, SMB, SMB2, CIFS, AFS, Ceph). */
const NETWORK_DISKS: readonly number[] = [0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x00c36400];

const thisComputer: Computer = {
  list: (folder) => unlessClosed(() => readdirSync(folder), []),
  exists: existsSync,
  truePath: (path) => unlessClosed(() => realpathSync.native(path), path),
  volumeName: (drive) => (process.platform === 'win32' ? unlessClosed(() => nameOfVolume(drive), '') : ''),
  isNetworkDisk: (path) => process.platform === 'linux' && unlessClosed(() => NETWORK_DISKS.includes(statfsSync(nearest(path)).type), false),
};

/** `vol` says in every language: “… P: … pCloud Drive”. */
const nameOfVolume = (drive: string): string =>
  /\b[a-z]:? \S+ (.*)$/i.exec(execFileSync('cmd', ['/c', 'vol', drive], { encoding: 'utf8', timeout: 3000 }).split('\n')[0] ?? '')?.[1] ?? '';

/** The folder, or the nearest above it that there is. */
function nearest(path: string): string {
  const { dir, root } = parse(path);
  return existsSync(path) || path === root ? path : nearest(dir);
}

/** A folder that may not be looked into says nothing of itself. */
function unlessClosed<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
