import type { MenuItemConstructorOptions } from 'electron';
import { desktopWords } from '../../core/words/desktop.ts';

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
    { label: desktopWords.menu.file, submenu: [{ label: desktopWords.menu.saveBackup, click: saveBackup }, line, { role: 'quit' }] },
    {
      label: desktopWords.menu.edit,
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
      label: desktopWords.menu.view,
      submenu: [
        { role: 'resetZoom', label: desktopWords.menu.normalSize },
        { role: 'zoomIn', label: desktopWords.menu.larger },
        { role: 'zoomOut', label: desktopWords.menu.smaller },
        line,
        { role: 'togglefullscreen', label: desktopWords.menu.fullScreen },
        ...(development ? [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'help', label: desktopWords.menu.help, submenu: [{ role: 'about', label: desktopWords.menu.about }] },
  ];
}
