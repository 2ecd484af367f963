import type { Cleaning } from '../../core/capture/cleaning.ts';
import type { PageFacts } from '../../core/capture/paperFacts.ts';

/** Addresses of pictures, with the width in px that is needed; the host serves the next larger proxy. */
export const sourcePicture = (page: Pick<PageFacts, 'id'>, width: number | null): string => address(`page/${page.id}/source`, { w: width, v: page.id });

/** Whether anything of the page can be shown here: the photo, or a copy that was checked. */
export const isShown = ({ original, checked }: Pick<PageFacts, 'original' | 'checked'>): boolean => original === 'here' || checked;

/** Changes with the copy, so that an old one is never shown for a new one. */
export const cleanPicture = (page: Pick<PageFacts, 'id' | 'look'>, width: number | null): string =>
  address(`page/${page.id}/clean`, { w: width, v: page.look });

/** How the page would look with these settings; made anew each time and kept nowhere. */
export const previewPicture = (page: Pick<PageFacts, 'id'>, settings: Cleaning, width: number): string =>
  address(`page/${page.id}/preview`, { w: width, settings: JSON.stringify(settings) });

export const mediaPicture = (media: string, width: number | null): string => address(`media/${media}`, { w: width });

function address(path: string, query: Record<string, string | number | null>): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)] as [string, string]]));
  return `pictures/${path}?${new URLSearchParams(pairs).toString()}`;
}
