import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sharedPlace, type Computer, type SharedPlace } from '../../main/library/sharedPlace.ts';

/** A computer that knows no more than the test says. */
const computerWith = (facts: Partial<Computer> = {}): Computer => ({
  list: () => [],
  exists: () => false,
  truePath: (path) => path,
  volumeName: () => '',
  isNetworkDisk: () => false,
  ...facts,
});

const holding = (folder: string, ...names: readonly string[]): Partial<Computer> => ({ list: (asked) => (asked === folder ? names : []) });

describe('is not this computer’s alone', () => {
  test.each<[string, SharedPlace['kind'], Partial<Computer>?]>([
    ['D:\\Users\\mere\\OneDrive\\Walls', 'synced'],
    ['C:\\Users\\mere\\OneDrive - Kura o Te Awa\\Documents\\Walls', 'synced'],
    ['/Users/mere/Library/CloudStorage/OneDrive-Kura/Walls', 'synced'],
    ['/Users/mere/Library/CloudStorage/GoogleDrive-mere@kura.example/My Drive/Walls', 'synced'],
    ['/Users/mere/Library/CloudStorage/SomethingNew-1/Walls', 'synced'],
    ['H:\\My Drive\\Walls', 'synced'],
    ['H:\\Meine Ablage\\Walls', 'synced'],
    ['H:\\マイドライブ\\Walls', 'synced'],
    ['/home/mere/GoogleDrive/Walls', 'synced'],
    ['C:\\Users\\mere\\Dropbox\\Walls', 'synced'],
    ['/home/mere/Dropbox (Kura)/Walls', 'synced'],
    ['/Users/mere/Library/Mobile Documents/com~apple~CloudDocs/Walls', 'synced'],
    ['C:\\Users\\mere\\iCloud Drive\\Walls', 'synced'],
    ['/Users/mere/Desktop/Walls', 'synced', { exists: (path) => path === '/Users/mere/Library/Mobile Documents/com~apple~CloudDocs/Desktop' }],
    ['/Users/mere/Documents/Walls', 'synced', { exists: (path) => path === '/Users/mere/Library/Mobile Documents/com~apple~CloudDocs/Documents' }],
    ['C:\\Users\\mere\\Documents\\Walls', 'synced', { truePath: () => 'C:\\Users\\mere\\OneDrive\\Documents\\Walls' }],
    ['C:\\Users\\mere\\Box\\Walls', 'synced'],
    ['/Users/mere/Box Sync/Walls', 'synced'],
    ['/home/mere/owncloud/Walls', 'synced'],
    ['/home/mere/Nextcloud/Walls', 'synced'],
    ['/srv/pile/Walls', 'synced', holding('/srv/pile', '.sync_5f0c1a.db')],
    ['/srv/pile/Walls', 'synced', holding('/srv', '._sync_5f0c1a.db')],
    ['/srv/pile/Walls', 'synced', holding('/srv/pile/Walls', '.nextcloudsync.log')],
    ['C:\\pile\\Walls', 'synced', holding('C:\\pile', '.nextcloudsync.log')],
    ['C:\\Users\\mere\\MEGA\\Walls', 'synced'],
    ['/home/mere/MEGAsync/Walls', 'synced'],
    ['P:\\Walls', 'synced', { volumeName: (drive) => (drive === 'P:' ? 'pCloud Drive' : '') }],
    ['/Users/mere/pCloud Drive/Walls', 'synced'],
    ['C:\\Users\\mere\\Proton Drive\\mere\\My files\\Walls', 'synced'],
    ['/home/mere/Sync/Walls', 'synced'],
    ['/srv/pile/Walls', 'synced', holding('/srv/pile', '.stfolder', 'Walls')],
    ['/srv/pile/deep/Walls', 'synced', holding('/srv', '.stfolder')],
    ['/home/mere/Resilio Sync/Walls', 'synced'],
    ['/srv/pile/Walls', 'synced', { ...holding('/srv/pile', '.sync'), exists: (path) => path === '/srv/pile/.sync/ID' }],
    ['\\\\kura-server\\staff\\Walls', 'network'],
    ['/run/user/1000/gvfs/smb-share:server=kura,share=staff/Walls', 'network'],
    ['/mnt/staff/Walls', 'network', { isNetworkDisk: () => true }],
  ])('%s', (folder, kind, facts) => {
    expect(sharedPlace(folder, computerWith(facts))).toMatchObject({ kind });
  });
});

describe('is this computer’s alone', () => {
  test.each([
    'C:\\Walls',
    '/home/mere/Walls',
    '/Users/mere/Walls',
    '/Users/mere/Documents/Walls',
    'C:\\Users\\mere\\Documents\\Walls',
    'E:\\Kura\\About Dropbox\\Walls',
    'E:\\Box of papers\\Walls',
    '/home/mere/onedrives/Walls',
    '/home/mere/Work/sync/Walls',
    '/home/mere/Nextcloud-notes/Walls',
    '/home/mere/My Drive home/Walls',
    '/srv/mega/Walls',
  ])('%s', (folder) => {
    expect(sharedPlace(folder, computerWith())).toBeNull();
  });

  test('a folder that has “.sync” and is not Resilio’s', () => {
    expect(sharedPlace('/srv/pile/Walls', computerWith(holding('/srv/pile', '.sync')))).toBeNull();
  });
});

describe('on this computer', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'stepwall-shared-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('the traces of a service are found beside and above, real files and folders', () => {
    const folder = join(root, 'pile', 'Walls');
    mkdirSync(folder, { recursive: true });
    expect(sharedPlace(folder)).toBeNull();
    mkdirSync(join(root, 'pile', '.sync'));
    writeFileSync(join(root, 'pile', '.sync', 'ID'), '');
    expect(sharedPlace(folder)).toEqual({ kind: 'synced', by: 'Resilio Sync' });
    mkdirSync(join(root, 'pile', '.stfolder'));
    expect(sharedPlace(folder)).toEqual({ kind: 'synced', by: 'Syncthing' });
  });
});
