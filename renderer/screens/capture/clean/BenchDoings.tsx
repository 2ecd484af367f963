import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isReady } from '../../../../core/chart/progress.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { SecondLook } from '../sharing/SecondLook.tsx';
import { FinishDialog } from './FinishDialog.tsx';
import type { ListedPage } from './pageStates.ts';
import type { Finishing } from './useFinishing.ts';
import type { Naming } from './useNaming.ts';

interface DoingsProps {
  readonly pages: readonly ListedPage[];
  readonly naming: Naming;
  readonly finishing: Finishing;
  readonly onNames: () => void;
  readonly onShow: (page: string) => void;
}

/** What is done with the whole stack: names found before the pages are looked at, then a second look, then the end of the originals. */
export function BenchDoings({ pages, naming, finishing, onNames, onShow }: DoingsProps): ReactNode {
  const { t } = useTranslation('clean');
  const [doing, setDoing] = useState<'look' | 'finish' | null>(null);
  const papers = [...new Map(pages.map(({ paper }) => [paper.id, paper])).values()];
  const once = papers.filter((paper) => isReady(paper) && !paper.secondLook);
  const { state, job } = finishing;
  const locked = state !== null && state.finishedAt !== null;
  const mayFinish = state !== null && !locked && state.unchecked === 0 && pages.every(({ page }) => page.checked);
  const close = (): void => setDoing(null);
  return (
    <>
      {pages.some(({ page }) => page.original === 'here') && (
        <Button onPress={onNames}>
          <Icon name="box" size={18} /> {t(naming.searched ? 'namesTitle' : 'find')}
        </Button>
      )}
      {once.length > 0 && (
        <Button onPress={() => setDoing('look')}>
          <Icon name="eye" size={18} /> {t('secondLook', { count: once.length })}
        </Button>
      )}
      {(mayFinish || job !== null) && (
        <Button onPress={() => setDoing('finish')}>
          <Icon name="lock" size={18} /> {t('finish')}
        </Button>
      )}
      {doing === 'look' && <SecondLook papers={once} onClose={close} />}
      {doing === 'finish' && <FinishDialog finishing={finishing} pages={pages} onShow={onShow} onClose={close} />}
    </>
  );
}
