export const arrows: Readonly<Record<string, readonly string[]>>;
export function roomOf(path: string): string | null;
export function forbidden(from: string, to: string): string | null;
