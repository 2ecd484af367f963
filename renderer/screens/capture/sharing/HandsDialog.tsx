import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Check } from '../../../components/Fields.tsx';
import { PaperPicture } from '../../../components/PaperPicture.tsx';
import { hrefTo } from '../../../route.ts';
import { HandChoices } from './HandChoices.tsx';
import styles from './Sharing.module.css';

interface DialogProps {
  readonly wall: string;
  readonly papers: readonly PaperFacts[];
  readonly onClose: () => void;
}

/** Whose hands many papers show, said for all that are ticked at once. */
export function HandsDialog({ wall, papers, onClose }: DialogProps): ReactNode {
  const { t } = useTranslation(['sharing', 'common']);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const ticked = papers.filter(({ id }) => !left.has(id));
  const tick = (id: string, on: boolean): void => setLeft(new Set(on ? [...left].filter((one) => one !== id) : [...left, id]));
  const one = ticked.length === 1 ? ticked[0] : undefined;
  return (
    <Dialog title={t('handsTitle')} open onClose={onClose}>
      <p>{t('personal')}</p>
      <ul className={styles.handsPapers} aria-label={t('handsOf', { count: ticked.length })}>
        {papers.map((paper) => (
          <li key={paper.id} className={left.has(paper.id) ? '' : styles.ticked}>
            <div className={styles.handsFace}>
              <PaperPicture paper={paper} width={120} label={t('common:paper', { code: paper.code })} />
            </div>
            <Check label={t('common:paper', { code: paper.code })} checked={!left.has(paper.id)} onChange={(on) => tick(paper.id, on)} />
          </li>
        ))}
      </ul>
      {ticked.length > 0 ? <HandChoices papers={ticked} /> : <p className="quiet">{t('tickSome')}</p>}
      <p className="quiet">
        {t('orRetype')}{' '}
        {one !== undefined && (
          <a href={hrefTo({ place: 'wall', wall, step: 'clean', paper: one.id })} onClick={onClose}>
            {t('toRetype')}
          </a>
        )}
      </p>
      <div className="actions">
        <Button look="go" onPress={onClose}>
          {t('common:done')}
        </Button>
      </div>
    </Dialog>
  );
}
