import type { MenuItemConstructorOptions } from 'electron';

export interface MenuDoings {
  /** Shows where backups are made. */
  saveBackup(): void;
  /** Reload and the developer's tools are for those who build Stepwall. */
  readonly development: boolean;
}

export function menuOf({ saveBackup, development }: MenuDoings): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [{ label: 'Save a backup…', click: saveBackup }, line, { role: 'quit' }] },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'delete' },
        line,
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom', label: 'Normal size' },
        { role: 'zoomIn', label: 'Larger' },
        { role: 'zoomOut', label: 'Smaller' },
        line,
        { role: 'togglefullscreen', label: 'Full screen' },
        ...(development ? [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'help', label: '&Help', submenu: [{ role: 'about', label: 'About Stepwall' }] },
  ];
}
