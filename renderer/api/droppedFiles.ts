/** All files that were dropped, those inside of dropped folders too, in the order a person counts: IMG_2 before IMG_10. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // The list of items is emptied as soon as the drop has been dealt with, so everything is taken out of it first.
  const taken = [...data.items].map((item) => ({ entry: item.kind === 'file' ? item.webkitGetAsEntry() : null, file: item.getAsFile() }));
  const files: File[] = [];
  for (const { entry, file } of taken) {
    if (entry !== null && isFolder(entry)) files.push(...(await filesInside(entry)));
    else if (file !== null) files.push(file);
  }
  return inCountingOrder(files);
}

export function inCountingOrder(files: readonly File[]): File[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return files.toSorted((a, b) => compare(a.name, b.name));
}

async function filesInside(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = [];
  const reader = folder.createReader();
  // A reader gives a hundred entries at a time, and none when it is through.
  for (let entries = await nextEntries(reader); entries.length > 0; entries = await nextEntries(reader)) {
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      if (isFolder(entry)) files.push(...(await filesInside(entry)));
      else if (isFile(entry)) files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    }
  }
  return files;
}

const nextEntries = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject));

// Browsers keep the classes of these two to themselves.
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
